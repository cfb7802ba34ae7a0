"""Dismissal by everyday wisdom: one gets over it, nobody has to, it is in the nature of things, put it behind you."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.wording import all_of, looking_for

_OWNED: Final = """
sorry|apologise|apologize|thank|thanks
our ^1 mistake|fault|error
you're|you_are right
we ^1 should|failed|know|knew
no excuse
refund*|free of charge
we'll|we_will ^1 pay|replace|bring
"""

_NOBODY_MINDS: Final = looking_for("""
    nobody|no_one ^1 has|needs ^1 to ^1 buy|shop|like|read|watch|visit|eat|drink|follow|wear|play
    nobody|no_one is|was|are ^1 forced|obliged|made|compelled ^1 to
    need|needs|get|find|try|want ^1 a|another|some|yourself_a|new ^1 new|better|real? hobby|hobbies
    some|certain people|folk|folks|customers|guests|parents ^1 will_always|always|just_love|just_like|simply|love_to|like_to|enjoy ^3 complain|complaining|moan|moaning|grumble|find|offended|something|unhappy|attention
    people|customers|guests|users|patients|folks|everyone|you|you'll|you_will ^1 soon|quickly|simply? stop|stops|quit|forget|forgets ^1 noticing|seeing|hearing|feeling|thinking|caring|about_it
    nobody|no_one|hardly_anyone|hardly_anybody ^1 ever|really|even|will? ^1 notices|notice|cares|care|remembers|remember|looks_at_a|looks_at_the|looks_that ^1 !until|unless|when
    everyone|everybody|most_people ^1 else ^1 seems|seem|likes|like|loves|love|manages|copes|enjoys|is_happy|has_got_used
    suggest|recommend|advise|best|better ^1 not|you_don't ^1 worry|worrying|to_worry|think|thinking|dwell ^1 too_much? ^1 about|on
    wouldn't|shouldn't|mustn't|better_not ^1 take|let ^2 to_heart|personally|bother|upset_you
    get|gets|got over ^1 it|these|such|that|this|things ^1 things? ^1 quickly|fast|soon|in|quite|sooner
    there'll|there_will ^1 always? ^1 be ^1 plenty_of? ^1 other|others !ways|trains|buses|flights|updates
    more pressing|urgent|burning matters|things|problems|issues ^1 in|than|for|to|on|at
    you|one can|could always take|buy|make|get|find|order|bake|pick ^1 new|other|others|something_else
    is|are|it's|they're ^1 hardly|barely|scarcely visible|audible|perceptible|noticeable|matters
    minutes|hours|days|weeks|euros|pounds|dollars|cents|degrees|percent ^1 is|are|isn't|aren't ^1 really? ^1 nothing|not_much|hardly_anything|not_the_end|not_a_lot|hardly_a_lot|the_end
    make|making|made ^1 too_much|a_big_thing|an_issue|a_meal|such_a_thing ^1 of|out_of it|this|that
    is|are|it's ^1 just|simply|all|only? ^1 part|a_normal_part|a_natural_part ^1 of ^1 any|every|life|the_experience|the_fun|the_charm
    only|just sitting|standing|staying|riding|wearing|visiting ^3 for
    and|but that's|that_is what|all_that counts|matters
    times change|have_changed|move_on
    that's|this_is how it_is|things_are|it_goes ^1
""", negated=True, unless=_OWNED + "\nisn't|not|never|shouldn't|should_not ^1 how|part|nothing")

_OVER_WITH_IT: Final = looking_for("""
    put|putting|leave|leaving|place ^1 this|that|it|the_matter|things|the_whole_thing|last_week ^1 one|all? ^1 behind ^1 you|us|yourself|them
    we'll|we_will|let's|let_us|i'd|i'll|please|prefer_to|rather leave ^1 it|this|things ^1 at ^1 that
    draw|drawing ^1 a line ^1 under
    let|letting ^1 this|that|it ^1 one|matter? go ^1 now
    we|we've|we_have|i|i've ^1 have|already? ^1 answered|explained|said|addressed ^7 and ^1 won't|don't|will_not|do_not|not ^1 intend|going|go|discuss|continue|repeat|be|return
""", unless=_OWNED + "\nuntil\nsent|kept|had|were|you|been ^1 going|going_round|round|around ^1 in? ^1 circles")

#: An order to come better prepared.
_COME_PREPARED: Final = re.compile(
    r"(?:just |simply |maybe |so |next time,? |perhaps )?(?:bring|take|pack|buy|get yourself|get|wear|put on|try|invest in)(?: yourself)? (?:a|an|some|on a|your own)(?: (?:pair of|good|warm|extra))? "
    r"(?:towel|umbrella|coat|jumper|sandwich|raincoat|(?:reading )?glasses|torch|hat|earplugs|ear plugs|cushion|fan|blanket|scarf|gloves|boots|wellies|headphones|layers?|thicker socks|book)s?\b")
#: "Toys break." "It's a gym, people sweat."
_NATURE: Final = re.compile(
    r"(?:it's an? [\w ]{3,18}, |(?:look|well|honestly|of course|sure|sadly|and|but|,|alas),? )*(?:[a-z]{3,12}s|people|children|mice) (?:do |will |just |simply |can )?(?:break|cry|sweat|bark|leak|smell|shrink|fade|scratch|snore|tear|wear out|rust|die|fall|spill|"
    r"forget|get lost|get tired|get wet|get dirty|get old|talk|shout|make noise|come and go|have bad days|make mistakes)(?: (?:easily|sometimes|now and then|quickly|over time|about all sorts of things|after all))?")
#: "Look, it's 2 euros."
_SO_LITTLE: Final = re.compile(
    r"(?:look|come on|honestly|well|hey|folks|guys|seriously),? (?:it's|it was|that's|we're talking about) (?:only |just )?[\w.,\u20ac$\u00a3]{1,9}(?: (?:euros?|pounds?|dollars?|minutes?|hours?|days?|cents?|percent|quid|bucks))?")


def _short(draft: Draft, _: Brief) -> Iterator[Hit]:
    for span in draft.sentences:
        said = draft.own[span.start:span.end].strip(" .!?\u2026\n")
        if len(said) <= _SHORT and (_COME_PREPARED.match(said) or _NATURE.fullmatch(said) or _SO_LITTLE.fullmatch(said)):
            yield Hit(*span)


_SHORT: Final = 60

TRIFLES: Final = all_of(_NOBODY_MINDS, _OVER_WITH_IT, _short)
