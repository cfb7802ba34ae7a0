"""More families of defence: compared with others, our merits, what you left out, how hard it is, who else gets no post.

As in :mod:`warroom.domain.tone.defence.arguing`, a slot takes every word of its kind.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.wording import all_of, looking_for

TRADE: Final = "airline|airlines|bank|banks|shop|shops|supermarket|supermarkets|hotel|hotels|insurer|insurers|school|schools|hospital|hospitals|restaurant|restaurants|company|companies|brand|brands|operator|operators|provider|providers|landlord|landlords|gym|gyms|studio|studios|garage|garages|clinic|clinics|council|councils|charity|charities|club|clubs|carrier|carriers|retailer|retailers|firm|firms|outfit|place|places|app|apps|desk|paper|papers|university|universities|railway|railways|utility|utilities|festival|festivals|zoo|zoos|kitchen|kitchens|store|stores|business|businesses|team|teams|publisher|broadcaster|platform|platforms|agency|agencies|care_home|nursery|library|dealership|chain|chains|competitor|competitors|rival|rivals|competition|ones|lot|guys"
_BETTER: Final = "better|best|cheaper|cheapest|faster|quicker|safer|safest|cleaner|cleanest|lower|lowest|fewer|fewest|stricter|strictest|higher|highest|less|longer|kinder|fairer|greener|newest"

#: Others are worse or no better, and we are better than most.
_COMPARES: Final = looking_for(f"""
    other|most|many|every|every_other|any_other|plenty_of ^1 other? ^1 {TRADE} ^4 charge|charges|twice|double|dearer|worse|slower|longer|the_same|that_same|more|don't|doesn't|never|wouldn't|won't|ran|do_this|do_that|do_it|does_this|does_that|does_it|would_have
    rivals|competitors|our_rivals|our_competitors|the_competition|other_people|elsewhere|next_door|down_the_road|across_the_road|our_neighbours !free|and|for|from ^3 worse|dearer|charge|charges|twice|double|slower|don't|doesn't|never|more|ship|ships|wouldn't|longer|pay|pays|would_have|you'd|you_would|far|much
    place|shop|cafe|café|bar|pub|bakery|garage|gym|one|restaurant|stand|kiosk ^1 opposite|next_door|down_the_road|across_the_road|over_the_road|round_the_corner|around_the_corner|up_the_road ^1 charges|asks|wants|costs ^1 more|twice|double|#|even
    you'll|you_will|you'd|you_can ^1 find|see|notice|discover ^1 that? ^1 other|most|all|many|every|any ^1 other? ^1 {TRADE}|suppliers|others|parks|farms ^3 went|go|charge|charges|cost|costs|are|have|has|take|takes|ask|asks|raised|do|does|pay|offer|don't ^5 more|higher|less|longer|same|worse|dearer|twice|double|too|no|so|likewise|it
    same|longer|higher|worse|bigger ^2 at|in|on|with ^1 any|every|most|all ^1 other ^1 {TRADE} !of_ours
    isn't|is_not|wasn't|was_not|aren't|hardly ^1 unusual|uncommon|exceptional|excessive|out_of_the_ordinary|long|much|bad ^1 for|at|on ^1 a|an|any|our ^2 {TRADE} ^1 our|of_our|this|of_this|that|like size|us|ours
    that_said|having_said_that|then_again|but_then ^1 our|the|we|they|it|each|every ^5 pass|passes|passed|tested_to|tested_for|rated|certified|awards|award-winning|elsewhere|in_the_lab !by|on|you|your|it|away
    score|rating|ratings|results|record|numbers|figures|test|tests|inspection|audit|report|survey|reviews|stars|barometer ^5 otherwise|differently|nothing_whatsoever|nothing_wrong|nothing_amiss|spotless|no_fault|speaks|speak|find_nothing|found_nothing
    first|only_time ^1 we've|we_have|i've|we|anyone|time|i_have|that_we|we're ^1 heard|hear|hearing|had|been_told|knew|know|learned
    # ^1 of|in|out_of ^1 our|the|#|all|those ^6 spotless|fine|happy|on_time|perfect|clean|without_trouble|without_a_hitch|without_incident|without_delay|without_complaint|satisfied|worked|delighted|no_trouble|early
    hardly|scarcely|not_exactly|no a? ^1 secret|surprise|news|rocket_science
    show|name|find|point|tell me|us|me_to|us_to ^1 a|an|one|any|another ^1 {TRADE} ^1 that|who|which|where|with|anywhere
    show|name|find me|us ^1 a|an|one|any|another ^1 {TRADE}|website|service|product|phone|car|system|network|machine|software|ship
    find|buy|name ^1 anything|anyone|anybody|a|an|one|another|somewhere ^2 {_BETTER} ^3 elsewhere|anywhere|for|in|than
    won't|will_not|can't|cannot|couldn't|hardly|wouldn't ^1 find|name|buy ^1 a|an|any|many|anything|anyone|another|one|it|that ^4 {_BETTER}|treats|that|who|like|elsewhere|anywhere|for
    no_other|no|not_a_single|not_one ^1 {TRADE}|one|body ^3 offers|offer|does|gives|spends|pays|manages|has|tests|checks|works ^2 as|more|better|what|this|that|so
    that|which|and_that|and_none_of_that|none_of_which|something ^1 never|hardly_ever|rarely|somehow|nobody|no_one|doesn't|don't|didn't ^1 ever|somehow? ^1 makes|make|gets|get|earn|earns|made|mentions|mention|writes|posts|thanks|notices|reported|appears ^3 news|post|posts|headline|headlines|paper|papers|mention|us|about|thanks|credit|tweet|review
    nobody|no_one ^1 ever? ^1 writes|posts|thanks|tweets|mentions|reports|complains|notices|says|sees|talks ^1 in|us|about|that|when|thank
    funny|odd|strange|interesting|curious|amazing|remarkable ^1 how|that ^9 never|nobody|no_one|none|only|always|suddenly|doesn't|didn't|don't|not|everyone|everybody
    that_said|mind_you|even_so|then_again|for_what_it's_worth ^2 #|nine|ninety|ninety_nine|ninety_six|ninety_five|most|almost_all|nearly_all|many|thousands|hundreds|nobody|the_rest|other|it's|we've|we_have|we're|we_are|our|there_were|there_was|you ^6 in|of|out|do|did|had|got|fine|happy|never|without|time|through|worked|came|loved|get|good|best|none|quiet|not|still|only
    i'd|we'd|i_would|we_would|i'll|let_me|i_might|we_might|may_i ^1 just|only|also|merely|simply ^1 add|say|note|point_out|mention|remind|observe|stress
    do the maths|math|sums|arithmetic
    better|lower|higher|faster|cheaper|safer|fewer|less|more ^6 than ^1 anyone's|any_other|anyone_else|anybody's|most|our_rivals|other|the_average|average|the_industry|others|any_of_our|anywhere_else|the_rest
    years|months|weeks|nights|days|quiet_months|trips|flights|deliveries|shifts ^2 without|with_no|before|free ^3 complaint|complaints|incident|incidents|hitch|accident|problem|trouble|single|fault|a_single|it|that
""", negated=True, unless="sorry|apologise|apologize that\nthank|thanks|grateful\nour mistake|fault|error|doing\nwe should\nno excuse\non us\nnot good_enough\ndoesn't|does_not|don't ^1 make|excuse|help|matter|change\nthan it|you|we|that|they should\nyour ^1 test|report|photo|photos|survey|score|figures|numbers|records|meter|results says|say|shows|show|tell|tells\nlonger than we|it|you|the\nlater than\nless than we|you\nmore than we|you\nyou ^2 have|had|know|deserve|deserved|are|were|paid|pay|wait|waited|lost ^1 more|better|less|fewer\nworth|cost|costs|matters|hurts ^1 more\nthe|on_the|in_the same beach|street|day|town|road|evening|night")

#: It was there to be read, you had your chance, you got something out of it, you left out what speaks for us.
_SAYS_SO: Final = looking_for("""
    which|what bit|part|word|line of
    you|your_post|your_review|your_video|which_you|what_you|and_you|something_you|nobody_mentions ^1 fail|failed|forget|forgot|omit|omitted|chose_not|neglect|neglected|conveniently ^1 to? ^1 mention|out|say|mentioned|show ^1 that|is|was|how|the|we|are|why
    what|which|something ^1 you|your_post|the_article|the_video|the_clip ^1 don't|doesn't|didn't|leave|leaves|left|omit|omits|fail|fails|forget|forgot ^2 say|mention|show|out|tell
    let's not act|pretend|behave|imagine|make_out ^1 as_if|as_though|that|like|it|we|this
    that's|that_is|this_is|it's ^1 quite|rather|some ^1 accusation|allegation|claim|thing_to_say|leap|stretch|assumption
    competitor|competitors|rival|rivals|troll|trolls|bots ^2 is|are|behind|posting|paid|wrote|writing|must_be
    scapegoat|punching_bag|whipping_boy|fall_guy|bogeyman
    cctv|cameras|camera|footage|records|tape|recording|gps|sensors ^1 clearly|also|do|does|all|itself? ^1 show|shows|says|say|prove|proves|confirm|confirms|tells|bear|bears ^1 us|that|the|otherwise|a|it|you|no|your !we|our|never_got|never_heard|never_received|didn't_get|waited|were|you_paid|paid|you_were|you_are|you're|you_did
""", negated=True, unless="sorry|apologise|apologize that\nour mistake|fault|error|doing\nwe should\nno excuse\non us\nnot good_enough\nand|but ^1 you|we|nobody|it ^2 were_right|was_wrong|got_it_wrong|wrong|never|still|missed|ignored\nthank|thanks\nyou're|you_are right\nwe|i ^1 agree|don't_dispute|won't_dispute\nbears|bear ^1 you ^1 out")

#: How hard we work, how few we are, how well it was meant; nothing else could be done, nobody could know; we would do it again.
_PLEADS: Final = looking_for("""
    try|you_try|have_a_go_at|come_and_try|see_how_you_get_on ^1 running|keeping|managing|organising|feeding|cleaning|cooking|moving|staffing|putting|making|doing|teaching|flying|getting|building|heating|looking|answering|serving|driving|finding|holding
    have|do|has you|anyone|anybody|critics ^1 any|the_slightest|the_faintest|even|ever|really ^1 idea|clue|notion|know|tried|wondered|seen|run ^1 how|what|to|a|running
    from ^1 a|the|your|behind ^1 sofa|couch|armchair|keyboard|sidelines
    our|my|the|these ^1 people|nurses|drivers|crew|crews|staff|team|volunteers|cooks|chefs|guards|teachers|carers|engineers|doctors|waiters|stewards|techs|helpers|lads|girls|guys ^1 is|are|were|was|have_been|had_been ^4 run_off|feet|up_to|knee_deep|soaked|exhausted|on_their_knees|flat_out|doing_their|working_flat|working_round|working_around|human|volunteers|stretched|not_robots|only|overworked|heroes|risking|on_the_go|at_it
    our|my|the|these ^1 people|nurses|drivers|crew|crews|staff|team|volunteers|cooks|chefs|guards|teachers|carers|engineers|doctors|waiters|stewards ^2 deserve|deserves|merit|earned|gave|give|worked|put|did|do|went ^2 better|more|thanks|praise|credit|medal|everything|all|through|their|night|heart|best|hard|above
    everyone|everybody|anyone|we_all|who|even_you|all_of_us|people ^1 makes|make|made|has|have|doesn't_make|can_make|slips|slip|gets_it ^1 a|the|their? ^1 mistakes|mistake|odd_mistake|errors|off_days|bad_days|off_day|bad_day|slip|wrong
    had|was|is|were|saw|there_is|there_was ^1 simply|just|really|quite_simply? ^1 no|without ^1 other? ^1 alternative|choice|option|other_way|way_around|way_round|getting_round
    what|how else|more|on_earth|exactly ^2 should|could|were|was|are|can|would ^2 we|have|anyone|one|you
    was|were|has_been|have_been here ^1 long|years|decades|centuries ^1 before
    long|years|decades|centuries|well before ^4 flats|houses|estate|homes|apartments|newcomers !noticed|wrote|knew|complained|flooded|burned|burnt|were_sold|sold
    other|remaining ^1 tables|rooms|guests|passengers|customers|visitors|diners|families|couples|groups ^1 had|have ^1 a|an ^1 lovely|great|wonderful|good|nice|super|fantastic|splendid ^1 time|evening|night|day|stay|flight|meal
    has|have ^1 all|every ^1 its|our|their|required|necessary permits|permit|licences|approvals|permissions
    was|is|were|stays|remains the|a right|correct|sensible|only|proper call|decision|choice|move|thing_to_do
    keep|stay|be|remain ^1 this|it|things|a_bit|more|a_little? ^1 civil|polite|courteous|respectful
    over the top
    blown|blow|blew|talked|hyped|whipped ^2 up|out_of_proportion|out_of_all
""", negated=True, unless="sorry|apologise|apologize that|for\nour mistake|fault|error|doing\nwe should|failed\nno excuse\non us\nlet ^1 you|them|her|him|everyone|us down\nwe ^2 knew|known|heard\nyou|they|he|she ^1 had|have|were|was|are ^2 no|without\nnot good_enough\nand|but ^1 wrong\nthank|thanks|proud_of_you\nyou're|you_are right\nif we|you|it|not\nit'd|would|could ^1 be ^1 easy\nnot|no ^1 excuse\nyou|it ^1 cost ^1 you\nso|which ^1 we ^1 will|'ll|are")

#: The same in other languages.
_ELSEWHERE: Final = looking_for("""
""", negated=True)

FAMILIES: Final = all_of(_COMPARES, _SAYS_SO, _PLEADS, _ELSEWHERE)
