"""Dismissal in good manners: the person may go elsewhere, the matter is closed, others know better, it hardly matters.

What is closed, free or elsewhere in fact (a shop, a seat, a date) is left alone: the turns need the person or the talk.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.slots import CROWD
from warroom.domain.tone.wording import all_of, looking_for

_WHERE: Final = "shops|shop|places|options|providers|services|brands|airlines|banks|gyms|restaurants|hotels|apps|companies|schools|salons|papers|stations|clubs|insurers|platforms|games|choices|fish|suppliers|practices|cafes|cafés|networks|cinemas|channels|bakeries|bakers|butchers|garages|pubs|theatres|museums|pools|studios|hairdressers|operators|retailers|clinics|vets|dentists|carriers|florists|courses"
_TALK: Final = "matter|conversation|discussion|topic|subject|case|thread|debate|issue|chapter|correspondence|exchange|complaint"

_SENT_AWAY: Final = looking_for(f"""
    if ^4 isn't|aren't|is_not|are_not|doesn't|don't|no_longer|not|can't|won't ^2 for|suit|suits|work|please|meet|your|to|live|enjoy|like|happy|fit|good_enough|appeal ^9 nobody's|nobody_is|nobody|no_one|there_are|there's|others|elsewhere|plenty|free_to|other ^3 forcing|making|asking|stopping|keeping|elsewhere|{_WHERE}|others|plenty
    who don't|do_not|doesn't|dislike|dislikes|prefer|want|object|disagree ^6 free|welcome|welcome_to|can|may|could|have|are ^2 to? ^2 shop|elsewhere|go|look|leave|unfollow|switch|plenty|other|skip|ignore|cancel
    free|welcome|at_liberty|able ^1 to ^1 shop|go|look|buy|bank|dine|eat|fly|book|travel|train|study|move|try|take|order|stay|play|read|watch ^3 elsewhere|somewhere_else|to_another|with_another|anywhere_else|with_someone_else|with_somebody_else
    there|there's|there_are ^2 plenty|lots|loads|enough|dozens|many of ^1 other|others ^1 {_WHERE}|out|around|who|in|to|on|if|like
    there are|'s ^1 always? ^1 other|others ^1 {_WHERE}
    other|others ^1 {_WHERE} ^1 are|is ^1 available|out_there !at|on|from|for|in|to|as
    nobody's|nobody_is|no_one's|no_one_is|nobody|no_one ^1 forcing|making|obliging|begging|stopping|keeping|forces|makes|obliges|stops you|anyone|people|anybody
    best|better|perhaps|maybe|probably|kindly|why_not|suggest_you|please|and|to|just ^1 leave ^1 that|this|it|such_things|these_things|those_things|the_rest|the_judging|the_thinking ^1 to ^1 those_who|people_who|the_experts|the_professionals|the_grown_ups|the_people_who|us_who|the_specialists ^2 understand|know|do|can|actually|really
    best|better ^1 left to ^1 those_who|people_who|those|the_experts|experts|professionals|the_professionals|people
    leave ^1 that|this|it|such_things|these_things ^1 to ^1 those_who|people_who|the_experts|the_grown_ups|the_people_who ^2 understand|know
    pop|put|stick|try|wear|use|grab|bring|take|get|buy ^2 headphones|earplugs|ear_plugs|earphones|earbuds|jumper|sweater|cardigan|coat|scarf|blanket|hot_water_bottle|sunglasses|umbrella|air_freshener ^1 on|in|along|and|next|for
    just|simply|maybe|perhaps ^1 just|simply|you_could? ^1 close|shut|ignore|skip|scroll|look|turn|mute ^3 window|windows|away|past|over|it|curtains|eyes|blinds|sound ^1 and ^1 let|ignore|enjoy|leave|try|sleep
    let|leave ^1 people|others|everyone|kids|them|folk|children|the_rest ^1 have|enjoy ^1 their|a|the|some|it ^1 fun|bit|day|night|evening|laugh|party|moment
""", negated=True, unless="sorry|apologise|apologize that|for\nour fault|mistake|error\nwe should\nhappy to help\nwe will|'ll ^2 pay|book|bring|find\nfree of charge\nslots|seats|dates|times|trains|flights|sizes|colours ^1 on|at|in|to|left|available\nkeep|stay|remain ^1 with\nuntil ^5 fixed|repaired|open|safe|fitted\nwhile we")

_CLOSED: Final = looking_for(f"""
    as_far_as|all|the_most ^1 that? ^1 we|we're|we_are|i|i'm|i_am ^2 prepared|willing|going|able|ready|intend|inclined ^1 to ^1 discuss|go|take|say|comment|debate|do
    suggest|think|believe|ask|say|feel|hope|would|propose|about|high ^3 time ^1 to|for|that|we|everyone|you ^2 let|move|leave|drop|draw|close|put|moved|let_go ^1 this|that|it|on|the|things ^2 rest|go|lie|drop|on|behind|line|there|topic|{_TALK}|be
    let's|let_us|please|better|should|could|can|must|now|to_simply ^2 let|lay|put ^1 this|that|it|the_matter|things|the_subject ^1 one? ^1 to? ^1 rest|lie|be|drop|to_bed !with|on
    has|have|had|'s ^1 now|surely|really|rather|probably? ^1 run ^1 its|their course
    nothing|little|not_much|not_a_lot ^1 more|further|else|left|new|really|we_can|i_can? ^1 left? ^1 to ^1 add|discuss !to|until|yet|today|tonight|before|for_now|but|tomorrow|here
    nothing|little|not_much ^1 really? ^1 more|further|else|left ^1 to|we_can|i_can say|be_said|tell_you !to|until|yet|today|tonight|before|for_now|but|tomorrow|here
    isn't|is_not|don't_have|do_not_have|haven't ^1 really? ^1 anything|much|a_lot ^1 else|more|left|further ^1 to|we_can|i_can ^1 add|say|discuss|tell_you !to|until|yet|today|tonight|before|for_now|but|tomorrow|here
    consider|considers|regard|regards|treat|see|view|deem|declare ^1 this|that|the|your|it|our ^2 {_TALK}|it|this ^1 as|to_be|now? ^1 closed|settled|finished|over|concluded|dealt|resolved|done !once|when|until
    {_TALK} is|are|stays|remains ^1 now|hereby|therefore|thus|for_us? ^1 closed|settled|finished|over|concluded|done !once|when|until|by|only|for|if|to
    won't|will_not|not|no_longer|cannot|can't ^2 be? ^1 replying|responding|answering|discussing|commenting|debating|entering|engaging|reply|respond|discuss|comment|debate|engage|corresponding|continuing|revisiting ^4 further|any_further|any_more|again|anymore|on_this|longer|more|into
    decision|choice|it|that|this ^1 has|is|was|'s ^1 been ^1 made|taken|final|decided ^1 and ^4 not|won't|will_not|no|stands|that's|final|end|stays
    as ^1 lovely|nice|much|good|flattering|touching|charming|fun|interesting ^1 as ^1 it|this|that|we ^1 is|are|love|enjoy|like|was|might_be ^1 to? ^1 hear|hearing|read|reading|get|chat|talk|receive
    agree ^1 to ^1 disagree|differ
""", negated=True, unless="sorry|apologise|apologize that|for\nour fault|mistake|error\nwe should\nuntil\nwon't ^1 rest\nnot ^1 consider|closed|over|finished|settled\nbefore you|we\nyou tell|say|decide|confirm|are_happy\nreopen*\nprivacy|personal|police|court|her|his|their ^2 privacy|name|case|family|details\nthe_public|in_public|publicly|here")

_HARDLY_MATTERS: Final = looking_for(f"""
    it's|it_is|it_was|that's|that_is ^1 only|just|literally|after_all? ^1 one|a|two|an ^1 single? ^1 night|day|evening|week|weekend|hour|afternoon|morning|match|song|times ^1 a|in_the|out_of_the|per|of_the year|week|month|whole|season|summer ^1 so|and|after|let|maybe|surely
    vast|overwhelming|great|large|big majority ^2 of ^3 {CROWD} ^2 never|didn't|don't|hardly|barely|haven't ^1 even|ever|really? ^1 notice|noticed|mind|minded|use|used|care|cared|complain|complained|miss|missed
    most|few|hardly_any|almost_no|almost_nobody|nearly_everyone|ninety_percent ^3 {CROWD}|people|of_them|of_you ^3 never|didn't|don't|hardly|barely|will|even|ever|quickly|soon|get|got ^1 even|ever? ^1 notice|noticed|mind|minded|used_to|care|cared|miss|missed|over
    hardly|scarcely|barely|almost ^1 anyone|anybody|no_one|nobody ^1 even|ever|has|else? ^1 noticed|notices|minded|minds|complained|complains|uses|cares
    nobody's|no_one's|nobody_is|no_one_is|hardly_anyone_is|nobody|no_one ^1 going_to|gonna|likely_to ^1 ever|even|really? ^1 notice|see|care|mind|remember|spot|look
    nobody's|no_one's|nobody_is|no_one_is going_to|gonna ^1 go_broke|starve|go_hungry|get_rich|freeze
    everyone|everybody ^1 has|gets|makes ^1 a|an|the ^2 now_and_then|now_and_again|sometimes|from_time_to_time|once_in_a_while|every_so_often|at_times
    comes|come|goes|go ^1 with ^1 living|owning|flying|travelling|the_territory|the_job|the_season|being ^1
    most|many|all|everyone|kids|children|people|cats|dogs|they|you'll|she'll|he'll|customers ^2 come_round|come_around|adapt|get_over_it|get_over_them|learn_to_live|grow_out ^1 of_it? ^1 eventually|in_the_end|in_time|sooner_or_later|soon_enough
    you ^1 won't|will_not|'ll_hardly|will_hardly|'ll_barely|'ll_soon|won't_even|'ll_never ^1 notice|hear|feel|remember|forget|miss|see|laugh ^1 a_thing|it|anything|the_difference|this|that|about|a_difference
    hardly|scarcely|barely the ^1 first|last time ^1 a|an|the|it|something|any
    you'd|you_would need ^1 a|to magnifying_glass|microscope|look_very|look_hard|squint
    that's|that_is|this_is|it's ^1 the ^1 product|price|policy|recipe|design|rule|menu|deal|format|way_it_is ^1 now|these_days|going_forward|for_you|full_stop
    isn't|is_not|not|never|can't_be ^1 for|to ^1 everyone|everybody|everyone's|everybody's ^1 taste|liking|cup !who|until|yet|because
    can't|cannot|never|couldn't|could_never ^1 possibly? ^1 please|suit|satisfy|keep|make ^1 everyone|everybody|all ^1 happy
""", negated=True, unless="sorry|apologise|apologize that|for\nour fault|mistake|error\nwe should\nno excuse\ntoo few|many\nyou're|you_are right\nwe ^1 will|'ll|are ^2 change|changing|bring|fix\nrefund*")

CLOSING: Final = all_of(_SENT_AWAY, _CLOSED, _HARDLY_MATTERS)
