"""Defence by excuse: how much we do, how it left us, what may be expected, what stands written, that we did say so.

Each is the plain way in which somebody at a desk explains himself; what is owned in the same breath is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.wording import all_of, looking_for

_MANY: Final = "hundred|hundreds|thousand|thousands|million|millions|dozens|#"
_STAFF: Final = "staff|team|crew|drivers|guards|nurses|doctors|cooks|waiters|agents|people|colleagues|teachers|couriers|volunteers"
_OWNED: Final = """
sorry|apologise|apologize|thank|thanks
our ^1 mistake|fault|error
you're|you_are right
we ^1 should|failed|got_it_wrong|were_wrong
not|isn't|wasn't ^1 good_enough|enough|an_excuse
no excuse
should ^1 never|not|have
and|but ^2 failed|badly|weren't|wasn't|stopped|broke
on|that's us|ours
too long|late|slow|many|few
so ^1 remember|bear_in_mind|keep_in_mind|don't_forget
refund*|recall*|credited
"""

_OUR_BURDEN: Final = looking_for(f"""
    we|we've|we_have|our_team|our_staff|here_we ^1 look_after|handle|serve|carry|deliver|get|receive|process|treat|host|answer|bake|sell|ship|clean|move ^4 {_MANY} ^4 a_day|a_week|a_month|a_year|every_day|each_day|per_day|every_week|an_hour|on_a_day|at_once|here
    sold|fitted|made|delivered|shipped|built|served|handled|baked|repaired|sell|make|deliver|fit|ship|build ^4 {_MANY} ^8 and|but|yet ^1 yours|this|you|that ^1 is|are|was|were ^1 the ^1 first|only
    bear_in_mind|keep_in_mind|remember|consider|don't_forget|do_not_forget ^1 that|, we|we're|our_staff|our_team|our_people|mondays|fridays|saturdays|sundays|weekends|it's|it_was|it_is|there_were|there_are|costs|rents ^1 look_after|handle|serve|have_only|only_have|are_only|are_a_small|are_just|get|receive|had|do_not_set|don't_set|our_busiest|the_busiest|a_busy|very_busy|only|high|up|a_small|not_easy|hard
    bear_in_mind|keep_in_mind|remember|don't_forget|do_not_forget ^1 that? ^1 it's|it_is|you're|you_are|this_is|we're|we_are ^1 a|an|the|in|on ^2 countryside|farm|festival|seaside|beach|forest|mountain|mountains|old|historic|budget|hostel|campsite|listed|village|nature|cheap|rural|sea|city|jungle|island
    our|the ^1 {_STAFF} ^1 have|has|do|does ^1 a|an|their|it ^1 very|really? ^1 difficult|hard|tough|stressful|thankless|demanding|best ^1 job|work|they
    there|there're are|were ^1 only|just two|three|four|five|six|seven|eight|ten|a_few|# of us
    in|after|for ^2 years|decades ^3 never|not_once ^1 ever? ^1 happened|had|happen|seen|heard
    nobody|no_one|no courier|shop|school|airline|company|team|firm|doctor|hotel|kitchen can|could ^3 every|each|everything|all ^1 single? ^1 parcel|thing|call|child|guest|item|case|of_it
""", negated=True, unless=_OWNED)

_AS_IT_SHOULD: Final = looking_for("""
    was|were|looked|worked|did_work|ran ^1 perfectly|absolutely|just? ^1 fine|perfect|spotless|in_order|well|working ^1 when ^1 it|she|he|they|we|you|the ^3 left|sent|checked|handed|delivered|came|collected|picked
    left|leaves ^1 our|the|us|my shop|warehouse|kitchen|depot|workshop|factory|bakery|hands|store|office|house ^1 in|fully|perfectly ^1 perfect|good|top|excellent|full|order|working|intact|checked
    heating|engine|machine|system|line|app did work
    i'd|i_would|we'd|we_would say|argue|think ^1 that? ^1 we|our_answer|our_team|it|that ^1 were|was|is|did|have_been ^1 very|quite|rather|perfectly|more_than|pretty polite|fair|generous|good|reasonable|well|clear|patient
    in line ^1 with ^1 the|our? ^1 market|industry|average|sector|prices|competitors|competition|trade|what_others|what_other
    perfectly|absolutely|completely|entirely|quite normal|usual|standard|ordinary|common ^1 price|fee|rate|charge|amount|wait|delay|procedure|practice|thing
    doesn't|does_not|don't|do_not|can't|cannot|won't|never ^1 just|simply? ^1 open|break|tear|burst|crack|fail|shrink|fade|leak|snap|split|happen|come_off|come_apart|fall_apart|wear_out ^1 from|with|under|in|through ^1 normal|everyday|ordinary|proper|correct|careful|regular
    still ^1 cheaper|less|lower|shorter|better ^1 than ^1 in|at|most|other|others|elsewhere|the
    contract|law|lease|agreement|terms|conditions|tariff ^1 allows|allow|permits|permit|entitles|entitle|gives|give us|me
    has|have|had|it's|that's ^1 been|stood|hung|stated ^2 on|in ^1 our|the ^1 price_list|menu|conditions|contract|website|site|door|app|board|homepage|page|terms|faq|shop|tariff|notice ^1 since
    you ^1 did ^1 agree|sign|accept|tick|choose|confirm
    any|every ^1 other? ^1 company|firm|shop|brand|bank|airline|hotel|landlord|insurer|employer|restaurant ^4 would|does|do|will ^1 have? ^1 done|do|does|act|acted|react|reacted ^1 the_same|so|likewise|exactly_the|that_too
    anyone|anybody who|that ^7 will|would ^1 surely? understand|agree|sympathise|tell_you
    simply|just|plainly ^1 a_fact|physics|chemistry|biology|economics|maths|nature
""", negated=True, unless=_OWNED + "\nbring|brought|put ^2 in_line\nbut|however|and ^1 we\nany_more|anymore|no_longer|since_the")

_YOU_EXPECT: Final = looking_for("""
    what did|do|were|was ^1 you|people|anyone|everyone ^1 really|honestly|actually? ^1 expect|expecting
    you|one|guests|customers can't|cannot|can_hardly|couldn't|could_hardly|shouldn't really|seriously|honestly? expect
    nobody|no_one can|could|should really|seriously|honestly? expect
""", negated=True, unless=_OWNED + "\ntell us\nfrom us")

_MIND_YOU: Final = looking_for("mind you", unless="sorry\nour mistake|fault\ndo|would|don't ^1 mind")

#: "We did tell you", and it is left so.
_WE_DID: Final = re.compile(
    r"\b(?:we|i|our \w{3,12}) (?:also )?did (?:also )?(?:tell|warn|inform|say|explain|mention|ask|advise|announce|notify|point|recommend|let|make it clear|send|write|email|offer|try)\b")
#: What takes it back, in the same breath or the next.
_TAKEN_BACK: Final = re.compile(
    r"wrong|mistake|not true|wasn't true|untrue|\bbut\b|too late|too small|sorry|\band (?:it|we|that|then|they|she|he|nobody)\b|should have|didn't|hasn't|isn't|wasn't (?:enough|clear)|not (?:enough|clear)|promis|our (?:own )?(?:fault|error)")
_BEFORE: Final = re.compile(r"\b(?:what|when|than|as|if|why|where|how|until|because|which|that) $")


def _we_did(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if " did " not in draft.own or brief.strategy is Strategy.DENY:
        return
    for found in _WE_DID.finditer(draft.own):
        end = draft.sentence(found.start()).end
        if not _TAKEN_BACK.search(draft.own, found.end(), end + 40) and not _BEFORE.search(draft.own, 0, found.start()):
            yield Hit(*found.span())


EXCUSES: Final = all_of(_OUR_BURDEN, _AS_IT_SHOULD, _YOU_EXPECT, _MIND_YOU, _we_did)
