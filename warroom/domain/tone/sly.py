"""Families of faults between two good sentences: what sly replies say in passing, a slot for each part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.slots import PEOPLE
from warroom.domain.tone.wording import looking_for

#: It stands written, nobody promised, others are no better, the evidence is with us, who asks has no idea.
ARGUES: Final = looking_for("""
    is|was|were|are|it's|that's|they're technically|strictly_speaking|legally_speaking !possible|hard|ours
    can't|cannot|can_hardly|hardly|shouldn't|should_not ^2 come_as ^2 surprise|shock|news
    are|is|were|was indicative|illustrative|approximate|non-binding ^1
    let's_not|let_us_not|we_shouldn't|one_shouldn't|we_mustn't|people|critics|activists|they|some ^1 conveniently|all_too|tend_to? forget|overlook ^1 that|the|how|these|what
    what activists|people|critics|some|many|others|commentators|journalists|nobody|campaigners|the_video|the_article|the_post|the_media|the_press ^2 forget|forgets|overlook|overlooks|ignore|ignores|fail|fails|omit|omits|leave_out|leaves_out|don't|doesn't|won't|mention|mentions
    science|data|evidence|numbers|facts|law|statistics ^1 isn't|aren't|is_not|are_not|doesn't|don't ^1 with_you|on_your_side|support_you|support_that|bear_that|back_that|agree_with_you
    as any|every ^3 will_tell|knows|can_tell|would_tell|could_tell|will_confirm|can_confirm
    obviously|clearly|plainly|evidently ^1 meant|intended|written ^1 ironic*|satir*|irony|humorous*|tongue-in-cheek|as_satire|as_irony|in_jest
    damned if
""", negated=True, unless="we|i ^1 sorry|wrong\nour fault|mistake|error\nbut ~3 should_have|we_did|it's_our|that's_our")

#: It is small for most, you got there, it makes a story, others had a good time, whoever waits should wait.
WAVES: Final = looking_for(f"""
    in|all_in the same boat
    non-issue|nonissue|storm_in_a_teacup|first-world|pitchforks|molehill
    you|you_did|you_got|you_made ^1 get|got|made|came|arrived|reached ^2 in_the_end|eventually_though|didn't_you|after_all
    most|few|hardly_any|many ^1 {PEOPLE}|recipients|homeowners ^2 hardly|barely|never|don't_even|won't_even|wouldn't_even|didn't_even|doubtless|probably|manage|managed|cope|coped|get_on|get_by|got_by ^1 notice|noticed|mind|care|complain|realise|perfectly|fine|well|without|have|delete*|happily
    manager|he|she|we|they|i|staff|team|director|boss|ceo|police|doctors|engineers ^1 has|have|had|'s|'ve|got more|bigger|better|far_more ^1 important|urgent|pressing|things ^1 things|matters|issues|problems|business|to_do|on|to
    grow|grows|grow_right|buff|buffs|wash|washes|polish|polishes right? back|out luckily|anyway|so|, ^1
    not|isn't|hardly|wasn't as_if|as_though|like_it|like_you|like_we|like_anyone|like_anybody ^1
    break|broke|breaks|broken the bank
    nobody|no_one ^1 forces|forced|makes|forcing|asked ^1 anyone|anybody|people|you|her|him|them
    getting|becoming|growing|gets ^1 tedious|tiresome|boring|repetitive|wearisome|wearing|old
    all we|i have|'ve|are_going|will|need|want ^1 to_say|say|to_add
    no|not|isn't|without|hardly ^2 need|reason|call|cause ^1 to|for ^1 make|making ^1 a|such ^1 fuss|song|scene|drama
    muss|müssen|müsst ~4 locker|hinnehmen|abfinden|damit_leben
""", negated=True, unless="we should|shouldn't|know|never\nour fault|mistake")

_USER: Final = "user|customer|occupant|owner|tenant|householder|passenger|guest|patient|parent|buyer|driver|rider|visitor|homeowner|resident|caller"
_OTHERS: Final = "agency|contractor|subcontractor|partner|partner's|franchisee|third_party|third-party|freelancer|supplier|vendor|outside_firm|external_firm|consultant|consultancy"

#: It only happens when they do it wrong, somebody at theirs did it, an agency wrote it, one of ours had a bad day.
SHIFTS: Final = looking_for(f"""
    only|normally|usually|typically|generally|mostly|invariably|always ^2 happen|happens|occur|occurs|work|works|come|comes|fail|fails|break|breaks|arise|arises|crack|cracks|burst|bursts|leak|leaks|tear|tears ^3 if|when|where|because|after ^6 user|{_USER}|incorrectly|wrongly|overfilled|overloaded|overcharged|dropped|misused|forced|improperly|badly_fitted|not_cleaned|not_closed|somebody|someone
    you're|you_are|you|you've|you_have probably|likely|presumably|apparently|evidently|obviously|clearly|most_likely|must ^1 have? running|using|left|set|changed|put|not_cleaned|forgot|forgotten|entered|clicked|pressed|given_away|overloaded|overfilled|overfilling|overloading|charging|storing|washing|mistyped|misread
    {PEOPLE}|homeowners|occupants|people are|is ^1 meant|supposed|expected|required to ^1
    written|generated|produced|posted|designed|employed|hired|supplied|sent|recruited by ^1 an|a|our|another|external|outside|overseas|the ^2 {_OTHERS}
    self-employed|not_one_of_us|not_strictly_speaking|not_our_employee|isn't_our_employee|not_employed_by_us|isn't_one_of_us
    {_OTHERS}|person|employee|colleague|member|managers|manager ^4 no_longer|has_since|have_since|since ^1 use|works|work|moved_on|left|with_us
    one|a|an silly|rogue|careless|thoughtless|foolish|overzealous|misguided|inexperienced|lone ^1 individual|employee|colleague|member|person|intern|temp|apprentice|trainee|volunteer
    he'd|she'd|they'd|he_had|she_had|was_having ^1 had|having? ^1 a ^1 difficult|bad|hard|rough|long ^1 day|week|shift|night|month
    to save its|his|her|their life|lives
    fault|blame|responsibility|error lies|lay|rests|rested|sits ^2 with|at ^1 !us|our
    skulle|burde ~3 ha|varslet|hogd|meldt|sjekket|kontrollert
""", negated=True, unless="our fault|mistake|error|responsibility|doing\non us\nwe should|failed|hadn't|didn't|never|chose|told|let|picked|hired\nno excuse\nif|unless|before you\nwe alone|only|ourselves|are\nand|but ^1 we\nvi skulle|burde\nit was our\nfake|scam|impostor|fraud*")

#: "Rules are rules", "late nights are late nights".
_IS: Final = re.compile(r"(?<![a-z])([a-z]{3,}) (?:is|are|will be) ([a-z]{3,})(?![\w'])")
_NO_THING: Final = frozenset(["that", "this", "they", "you", "who", "what", "there", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])


def tautologies(draft: Draft, _: Brief) -> Iterator[Hit]:
    """A thing is what it is, and nothing is to be done about it."""
    for found in _IS.finditer(draft.own):
        before = re.findall(r"[\w']+", draft.own[max(0, found.start() - 20):found.start()])[-1:]
        after = re.match(r" ([a-z]+)", draft.own[found.end():found.end() + 30])
        same = found[1] == found[2] or (before == [found[2]] and after is not None and after[1] == found[1])
        if same and not {found[1], *before} & _NO_THING:
            yield Hit(found.start(), found.end())
