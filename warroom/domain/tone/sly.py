"""Families of faults between two good sentences: what sly replies say in passing, a slot for each part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.slots import PEOPLE, STAFF, WRITTEN
from warroom.domain.tone.wording import looking_for

#: It stands written, nobody promised, others are no better, the evidence is with us, who asks has no idea.
ARGUES: Final = looking_for(f"""
    is|was|were|are|it's|that's|they're technically|strictly_speaking|legally_speaking !possible|hard|ours
    by|under law|statute , ^1
    {WRITTEN}|eula|it|ad|poster|flyer does|do|did ^1 say|state|mention|specify|warn
    {WRITTEN}|eula|it has|have|had ^1 always? said|stated|read ^1 so|this|that|the_same|as_much
    can't|cannot|can_hardly|hardly|shouldn't|should_not ^2 come_as ^2 surprise|shock|news
    was|were|is|are only|merely|purely ^1 ever? meant|intended|indicative|a_guideline|guidelines|a_guide|illustrative|a_target|an_aspiration
    was|were|is|are never|not ^1 a|an ^1 commitment|guarantee|binding_promise|contractual
    are|is|were|was indicative|illustrative|approximate|non-binding ^1
    make|makes|made no secret
    let's_not|let_us_not|we_shouldn't|one_shouldn't|we_mustn't|people|critics|activists|they|some ^1 conveniently|all_too|tend_to? forget|overlook ^1 that|the|how|these|what
    what activists|people|critics|some|many|others|commentators|journalists|nobody|campaigners|the_video|the_article|the_post|the_media|the_press ^2 forget|forgets|overlook|overlooks|ignore|ignores|fail|fails|omit|omits|leave_out|leaves_out|don't|doesn't|won't|mention|mentions
    n'oublions pas
    ours ^1 is|are ^2 one_of|among|actually|still ^1 the ^1 better|best|safest|cheapest|lowest|strictest|good
    every|any|all|most ^4 on_the_market|in_the_industry|in_the_business|in_the_trade|in_the_sector|worldwide ^1 does|do|has|have|works|work|is|are|charges|charge|uses|use
    as ^1 is|it ^1 the_case|usual|customary|normal|standard|common ^1 in|at|with|for ^1 every|any|all|most|other
    rest of ^1 industry|market|sector|trade|competition ^1 charges|charge|does|do|has|is|pays|offers
    increase|price|prices|rise|fare|fares|rate|rates|cost|charge ^2 reflect|reflects|mirrors ^1 market|demand|costs|realities|inflation|wider
    which we don't|do_not|can't|cannot set|control|decide|influence
    something's|something_is|something_must_be ^1 off|wrong|odd|amiss with ^1 yours|your_test|your_sample
    science|data|evidence|numbers|facts|law|statistics ^1 isn't|aren't|is_not|are_not|doesn't|don't ^1 with_you|on_your_side|support_you|support_that|bear_that|back_that|agree_with_you
    as any|every ^3 will_tell|knows|can_tell|would_tell|could_tell|will_confirm|can_confirm
    notoriously|famously unreliable|inaccurate|vague|imprecise|subjective
    question|wonder_about|doubt|query ^1 the|your|their ^1 motive*|intentions|agenda|impartiality|credibility|expertise
    journalists|media|press|papers|tabloids|reporters|newspapers|activists|internet ^1 love|loves|like|likes|enjoy|thrive|thrives ^1 a|an|to|on ^2
    don't|wouldn't|can't|cannot|do_not ^1 expect ^1 layperson|laypeople|layman|laymen|outsider|outsiders|everyone|everybody|amateurs|public to
    would you|people|anyone rather ^1 we|that_we ^1 had|did|let|gave|took|were ^1 no|nothing|not|nobody
    make an omelette
    obviously|clearly|plainly|evidently ^1 meant|intended|written ^1 ironic*|satir*|irony|humorous*|tongue-in-cheek|as_satire|as_irony|in_jest
    we|one can't|cannot|can_never win
    damned if
    no_one|nobody|nothing ^1 was|is|has|had|'s? stopping|stopped|preventing|prevented|forbade ^1 people|you|anyone|anybody|customers|users
    other|most|many ^1 compan*|schools|airlines|shops|banks|hotels|landlords|insurers|providers|brands|operators|clubs|studios|restaurants|employers ^1 wouldn't|won't|don't|do_not|would_not|would_never ^1 even ^1
    spotless|unblemished|impeccable|flawless|exemplary|outstanding|excellent safety|hygiene|security? record|track_record|history|reputation
    if|whoever|anyone ^2 takes_the_trouble|take_the_trouble|took_the_trouble|bothers|bothered|bother ^1 to|of|reading
    past|beyond the headline
    calling|labelling|branding|accusing ^1 us|it|this|them|our ^5 is|seems|feels ^1 unfair|wrong|unjust|harsh|hurtful|slander*|libel*|ridiculous|excessive
    in the|that|a ^1 sense that|of_the_word
    can't|cannot|can_not be everywhere|in_two_places|all_things
    anyone|anybody would have given|in_our|in_that|done_the|acted|reacted
    did|done nothing that ^1 wasn't|isn't|was_not
    das|dies|so stimmt|trifft so? nicht
    das|dies ist schlicht|einfach|so? falsch|unwahr|unzutreffend|nicht_richtig|nicht_wahr
    hat|haben nun mal|einmal ihren|seinen preis
    c'est|cela_est tout|totalement|simplement? faux|inexact
    eso|esto no_es_cierto|no_es_verdad|es_falso
    dat klopt niet|gewoon_niet
""", negated=True, unless="we|i ^1 sorry|wrong\nour fault|mistake|error\nbut ~3 should_have|we_did|it's_our|that's_our")

#: It is small for most, you got there, it makes a story, others had a good time, whoever waits should wait.
WAVES: Final = looking_for(f"""
    in|all_in the same boat
    let's|let_us|please|do not|don't overreact|over-react|exaggerate|dramatise|dramatize
    agree to disagree|differ
    there_are|have|got|with|helping ^1 {PEOPLE} with real|bigger|actual|genuine problems|issues|worries
    when|until it's|it_is|it_comes ^1 your turn
    non-issue|nonissue|storm_in_a_teacup|first-world|pitchforks|molehill
    can't|cannot|can_not hold ^1 everyone's|everybody's|your|every|people's|their ^2 hand|hands
    all's well that
    you|you_did|you_got|you_made ^1 get|got|made|came|arrived|reached ^2 in_the_end|eventually_though|didn't_you|after_all
    funny|great|good|nice|brilliant story|anecdote|tale for|to_tell|at_parties|one_day
    you'll|you_will ^1 know ^1 better|next_time
    most|few|hardly_any|many ^1 {PEOPLE}|recipients|homeowners ^2 hardly|barely|never|don't_even|won't_even|wouldn't_even|didn't_even|doubtless|probably|manage|managed|cope|coped|get_on|get_by|got_by ^1 notice|noticed|mind|care|complain|realise|perfectly|fine|well|without|have|delete*|happily
    plenty|lots|most|thousands|hundreds|many|majority|others ^2 had|enjoyed|are_having ^2 fantastic|great|wonderful|lovely|brilliant|good|fine|whale_of|time|themselves|it|show ^1 regardless|time|anyway|all_the_same|nonetheless|immensely|and_said
    manager|he|she|we|they|i|staff|team|director|boss|ceo|police|doctors|engineers ^1 has|have|had|'s|'ve|got more|bigger|better|far_more ^1 important|urgent|pressing|things ^1 things|matters|issues|problems|business|to_do|on|to
    so should|must|will you|people|everyone
    work|works|worked|does|do|did wonders
    grow|grows|grow_right|buff|buffs|wash|washes|polish|polishes right? back|out luckily|anyway|so|, ^1
    not|isn't|hardly|wasn't as_if|as_though|like_it|like_you|like_we|like_anyone|like_anybody ^1
    break|broke|breaks|broken the bank
    isn't|aren't|is_not|not a vending_machine|charity|theme_park|magician|magicians|mind_reader|mind_readers|zoo|miracle_worker|miracle_workers|babysitter|babysitters|nanny
    you|people|one could|can|might ^1 also|always just|simply !call|write|dm|message|ring|email|reply|come|ask|let
    till|until|when|once|if ^1 we|they|someone|somebody|he|she get|gets round|around to
    nobody|no_one ^1 forces|forced|makes|forcing|asked ^1 anyone|anybody|people|you|her|him|them
    getting|becoming|growing|gets ^1 tedious|tiresome|boring|repetitive|wearisome|wearing|old
    it's|it_is ^3 that|who counts|count|matters|matter , ^1 not
    all we|i have|'ve|are_going|will|need|want ^1 to_say|say|to_add
    people|someone|everyone|anyone|folks|person of|at? your age
    chin up
    pinch|grain of salt
    blown|blow|blowing ^1 out of ^1 proportion
    no|not|isn't|without|hardly ^2 need|reason|call|cause ^1 to|for ^1 make|making ^1 a|such ^1 fuss|song|scene|drama
    halb so wild|schlimm|tragisch
    ging|geht|ging's|geht's ~1 auch ohne|anders
    muss|müssen|müsst ~4 locker|hinnehmen|abfinden|damit_leben
    ist's|ist_es|ist_das|ist_so halt|eben|nun_mal
    mehr kann|können ich|wir ~2 dazu nicht
    ce|c'est pas|n'est_pas la mer|fin_du_monde
    non|mica scappa|casca|muore
""", negated=True, unless="we should|shouldn't|know|never\nour fault|mistake")

_USER: Final = "user|customer|occupant|owner|tenant|householder|passenger|guest|patient|parent|buyer|driver|rider|visitor|homeowner|resident|caller"
_OTHERS: Final = "agency|contractor|subcontractor|partner|partner's|franchisee|third_party|third-party|freelancer|supplier|vendor|outside_firm|external_firm|consultant|consultancy"

#: It only happens when they do it wrong, somebody at theirs did it, an agency wrote it, one of ours had a bad day.
SHIFTS: Final = looking_for(f"""
    only|normally|usually|typically|generally|mostly|invariably|always ^2 happen|happens|occur|occurs|work|works|come|comes|fail|fails|break|breaks|arise|arises|crack|cracks|burst|bursts|leak|leaks|tear|tears ^3 if|when|where|because|after ^6 user|{_USER}|incorrectly|wrongly|overfilled|overloaded|overcharged|dropped|misused|forced|improperly|badly_fitted|not_cleaned|not_closed|somebody|someone
    you're|you_are|you|you've|you_have probably|likely|presumably|apparently|evidently|obviously|clearly|most_likely|must ^1 have? running|using|left|set|changed|put|not_cleaned|forgot|forgotten|entered|clicked|pressed|given_away|overloaded|overfilled|overfilling|overloading|charging|storing|washing|mistyped|misread
    looks|seems|appears|seem|sounds|suspect|suggests ^1 as_if|as_though|like|that|to_be ^1 someone|somebody|one_of_your|{_USER} ^6 changed|switched|turned|left|moved|touched|opened|closed|forgot|pressed|used|shared|dropped|unplugged|ordered|put
    sounds|looks|seems|appears like|as_if|that|as_though your ^3 is|are|has|have ^1 out_of_date|outdated|old|too_old|misconfigured|overclocked|infected|blocked|wrong|full|faulty|badly
    by ^1 the|your|an|a {_USER} ^1 as_required|themselves|incorrectly|wrongly|beforehand|before
    not|n't ^2 replaced|fitted|cleaned|closed|installed|maintained|returned|reported ^1 by ^1 the|your {_USER}
    had he|she|they|anyone|somebody|someone|the|your ^9 would|wouldn't|could|might ^1 have|be|not
    you did tap|click|accept|agree|sign|press|tick|opt|confirm|consent
    {PEOPLE}|homeowners|occupants|people are|is ^1 meant|supposed|expected|required to ^1
    though|although|even_though ^2 {WRITTEN} ^1 does|do|did|clearly|states|says|warns
    written|generated|produced|posted|designed|employed|hired|supplied|sent|recruited by ^1 an|a|our|another|external|outside|overseas|the ^2 {_OTHERS}
    a|an|our|another|overseas|external|outside ^1 agency|contractor|subcontractor|freelancer ^1 writes|wrote|does|did|handles|handled|runs|ran|manages|posts|posted|made|designed
    self-employed|not_one_of_us|not_strictly_speaking|not_our_employee|isn't_our_employee|not_employed_by_us|isn't_one_of_us
    {_OTHERS}|person|employee|colleague|member|managers|manager ^4 no_longer|has_since|have_since|since ^1 use|works|work|moved_on|left|with_us
    can't|cannot|can_not|couldn't|can_hardly ^1 be ^1 answerable|responsible|accountable|blamed|held ^1 for|responsible ^1 whom|who|what|how|whatever|actions|everything|every
    one|a|an silly|rogue|careless|thoughtless|foolish|overzealous|misguided|inexperienced|lone ^1 individual|employee|colleague|member|person|intern|temp|apprentice|trainee|volunteer
    a|an|one ^2 stocker|clerk|cashier|intern|temp|trainee|apprentice|receptionist|{STAFF} ^1 ignored|neglected|disregarded|flouted
    has|have been told_off|reprimanded|disciplined|given_a_warning
    he'd|she'd|they'd|he_had|she_had|was_having ^1 had|having? ^1 a ^1 difficult|bad|hard|rough|long ^1 day|week|shift|night|month
    he's|she's|they're|he_is|she_is ^1 old|from|very|just|new ^1 school|another_generation|to_the_job|young
    our web|it|marketing|sales|tech|legal|finance|social|hr|events ^1 people|department|team|guys|lot|folks ^1 never|don't|won't|always|keep|forgot
    can't|cannot ^1 seem ^1 to ^1 organise|organize|manage|run|cope|get
    to save its|his|her|their life|lives
    {_OTHERS}|lab|airline|airport|courier|council|bank|venue|they ^4 notorious|infamous|well_known ^1 for
    matter|question|issue ^1 for ^1 police|council|landlord|bank|insurer|courier|manufacturer|government|school|parents|authorities|airport ^1 rather_than|not|and_not ^1 us|ours|for_us
    really|entirely|purely|strictly ^1 their|his|her ^1 own? business|affair|concern|lookout
    fault|blame|responsibility|error lies|lay|rests|rested|sits ^2 with|at ^1 !us|our
    made it ^1 impossible|difficult|hard ^1 for ^1 us|our !to_forgive|to_defend
    to thank|blame for ^1 this|that|it !but|except|and_we
    weather|heat|heatwave|storm|rain|snow|wind|cold|winter ^1 did ^1 what|its
    school|parents|family|group|passenger|customer|owner|tenant|couple|club|patient ^1 chose|insisted|preferred|elected ^1 to|on ^2
    no business ^1 to_be|being|there
    would|'d|it'd help|be_nice|be_easier|be_lovely|be_great ^1 if ^1 {PEOPLE}|everyone|you|they|folks ^2 stopped|didn't|could|would|weren't|read|remembered|took|told|kept|used
    skulle|burde ~3 ha|varslet|hogd|meldt|sjekket|kontrollert
    felet|feilen|fejlen ligger|er|är ~2 hos|din|dit|dina|leverand*
    trzeba|należało było
    heeft|hebben ~4 verkeerd ~1 doorgegeven|ingevuld|gebruikt|gedaan
    hat|haben ~4 offenbar|wohl|anscheinend|offensichtlich ~3 nicht|falsch|vergessen
    faute|erreur du|de_la|de_votre|d'un ~2
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
