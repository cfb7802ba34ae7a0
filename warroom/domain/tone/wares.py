"""Sales talk by its build: our product by its name and what it does for you, what others buy, asides, hashtags that are no jests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import jests
from warroom.domain.tone.draft import Draft, folded
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.wording import looking_for

#: People and desks have names in capitals, too, and are no goods.
_DESKS: Final = r"(?:Team|Desk|Care|Office|Officer|Manager|Line|Centre|Center|Service|Services|Director|Nurse|Head|Support|Helpdesk|Hotline|Board|Chief|Ombudsman|Committee|Policy|Terms|Report|Page|FAQ)"
#: "Our SuperGreen Pro", "our Gold card", "our First Class lounge".
_NAMED: Final = re.compile(
    rf"\b[Oo]ur (?:new |own |latest )?(?!{_DESKS}\b)[A-Z][\w'&-]+(?: (?!{_DESKS}\b)[A-Z0-9][\w'&-]*){{0,3}}(?: (?!team|desk|office|officer|manager|line|nurse|staff|shop in|branch|store)[a-z]+)?,? (?:also |now |still |even )?"
    r"(?:repairs?|covers?|protects?|removes?|includes?|lets you|gives? you|gets? you|keeps? (?:your|you|it)|comes? (?:with|in)|has (?:free|a free|lovely|great|appointments)|(?:is|are) (?:made|perfect|ideal|just|great|designed|guaranteed|loved|the (?:best|perfect)) ?(?:for|to)?|starts? (?:from|at)|costs? (?:just|only)|makes? (?:it|life|your)|takes? care)\b")
#: What the post speaks of may be told about.
_WORD: Final = re.compile(r"[a-z]{4,}")


def _named(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if "our " not in draft.own:
        return
    theirs = set(_WORD.findall(folded(brief.reply_to)))
    for found in _NAMED.finditer(draft.text):
        if draft.own[found.start()] != "\x01" and not theirs.intersection(_WORD.findall(found[0].lower())[1:3]):
            yield Hit(*found.span())


_OTHERS: Final = looking_for("""
    pays|pay for itself|themselves ^1 in|within|after|with
    our ^2 also|even|now has|have|comes_with|offers ^1 a|an ^1 handy|free|great|clever|smart|nifty|lovely|built-in
    customers|guests|members|users|clients|passengers|drivers|subscribers|households|families|those|people|everyone on|with our ^3 plan|tariff|package|card|pass|deal|account|cover|tier|membership|bundle ^1 get|enjoy|never|receive|also|skip|save|always !a_letter|a_refund|their|the_same|a_credit|an_email|a_mail|a_message|a_new|nothing|no
    five|5|four stars from|by ^1 every|all|the|our|critics|reviewers|guests|visitors
    few|no|not_many ^3 as ^1 as ours|we_do|us
    award|prize|medal|title ^1 that? we ^1 won|got|received|took|earned ^1 in|last|twice|again|for_our|for_being|three
    many|most|lots|plenty|thousands|more_and_more ^1 of? ^1 our? customers|families|guests|players|people|couples|clients|members|parents|owners|drivers|readers|patients ^1 also|now|even? choose|use|pick|love|swear_by|prefer|go_for|opt_for|enjoy|combine|upgrade|switch|take_out ^1 our|to_our
    customers|people|those|anyone|members ^1 who|with buy|have|take|took|choose|join|get|a|our|the ^3 never|always have_to|worry|get|pay|wait|skip|need
    customers|guests|visitors|people|parents|readers|patients tell_us|say|keep_telling_us|often_tell_us ^1 that? our|we_have|we_make|we_serve ^2 is|are|the ^2 best|finest|nicest|tastiest|friendliest|loveliest|cosiest
    bring|invite|refer a friend|mate|neighbour|colleague ^4 and|free|month|get|both|#
    our ^3 is|are ^1 now in ^1 all|the|every|our shops|shop|branches|stores ^1
    go|goes|pair|pairs|look|looks|work|works lovely|beautifully|perfectly|nicely|wonderfully|brilliantly|great ^1 with
    have a peek|nosy|nose|browse
    in case you ^1 fancy|feel_like|want_to_treat ^1
    if|should you|you're|you_are|you'd ^1 prefer|fancy|after|like|looking_for ^1 a|an|something|to|for? ^1 cheaper|better|upgrade|faster|treat|stronger|bigger|more_comfortable|real_treat|fuller ^2 our|we|try|there's|the|tariff|plan
    less|cheaper than a ^1 cup_of|daily|weekly? coffee|pint|pizza|latte|cinema_ticket
    there's|there_is a reason ^1 why? ^1 so|over|more_than? #|many|people|thousands|millions|we've|we're|they|two|three|four|five|six|seven|eight|ten
    there's|there_is a reason ^1 why? ^4 ^4 trust|love|choose|use|prefer|pick|rely|return|stay|swear_by ^1 us|our|it
    we're|we_are|we_remain|still the only ^4 in ^1 the|this|town|europe country|county|city|region|town|area|world|land|state ^1 with|to|that|where|who
    our ^1 gift|online|web|museum|club|farm|fan shop|store ^3 has|have|is_full|stocks|also
    tickets|seats|cabins|tables|places|spots|they're ^1 are|'re flying|selling|going ^1 out|fast|off_the|quickly
    don't|do_not forget|miss ^1 that? we've|we_have|we|there's got|have|an?
    what|still we're|we_are|we've_been ^1 still|best|really? famous|known|loved|renowned for ^1 !problems|our_mistakes
    has|have|'ve|just ^1 just|already|now? won ^1 # awards|prizes|medals|design_awards|stars
    has|have|'ve|just ^1 just|already|now? won a|an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|numerous ^2 award|awards|prize|prizes|medal|medals
    our|the ^3 makes|make it ^1 so|really|very? easy|simple|fun to ^1 see|save|book|track|order|manage|enjoy
    you'll|you_will|you're_going_to|we_think_you'll|we're_sure_you'll love|adore them|it|these|what|how
    you|you'll may|might ^1 also? be ^1 interested ^1 in ^1 our
    our ^5 is|are the perfect|ideal place|spot|way|gift|time ^1 to|for
    with great rates|prices|deals|offers|rewards for|on
    works|work wonders
    like nothing else
""", unless="withdraw*|withdrawn|returned|undeserved|stripped|charged_twice|outage|refund*\nnot|n't|never ~2 ours|genuine\nfake|scam*|fraud*|phishing\nif you'd like your|the ~2 money|refund")


def _tags(draft: Draft, brief: Brief) -> Iterator[Hit]:
    theirs = {tag.casefold() for tag in _TAG.findall(brief.reply_to)}
    for found in _TAGS.finditer(draft.own):
        if not {tag.casefold() for tag in _TAG.findall(found[0])} <= theirs and not jests.jesting(draft, found.start(), found[0]):
            yield Hit(*found.span(), suggestion="Leave the hashtag out; it turns an answer into a campaign.")


_TAG: Final = re.compile(r"#(?<![\w&/]#)(?!\w{0,2}\d+\b|\w*-\w*\d)\w+")
_TAGS: Final = re.compile(r"#(?<![\w&/]#)(?!\w{0,2}\d+\b|\w*-\w*\d)\w+(?:[ \t]+#\w+)*")

#: What finds them; hashtags apart, as nobody asks for one.
PRAISED: Final = (_named, _OTHERS)
HASHTAGS: Final = _tags
