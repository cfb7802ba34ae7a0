"""More families of defence: compared with others, our merits, what you left out, how hard it is, who else gets no post.

As in :mod:`warroom.domain.tone.arguing`, a slot takes every word of its kind.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.wording import all_of, looking_for

_TRADE: Final = "airline|airlines|bank|banks|shop|shops|supermarket|supermarkets|hotel|hotels|insurer|insurers|school|schools|hospital|hospitals|restaurant|restaurants|company|companies|brand|brands|operator|operators|provider|providers|landlord|landlords|gym|gyms|studio|studios|garage|garages|clinic|clinics|council|councils|charity|charities|club|clubs|carrier|carriers|retailer|retailers|firm|firms|outfit|place|places|app|apps|desk|paper|papers|university|universities|railway|railways|utility|utilities|festival|festivals|zoo|zoos|kitchen|kitchens|store|stores|business|businesses|team|teams|publisher|broadcaster|platform|platforms|agency|agencies|care_home|nursery|library|dealership|chain|chains|competitor|competitors|rival|rivals|competition|ones|lot|guys"
_BETTER: Final = "better|best|cheaper|cheapest|faster|quicker|safer|safest|cleaner|cleanest|lower|lowest|fewer|fewest|stricter|strictest|higher|highest|less|longer|kinder|fairer|greener|newest"

#: Others are worse or no better, and we are better than most.
_COMPARES: Final = looking_for(f"""
    other|most|many|every|every_other|any_other|plenty_of ^1 other? ^1 {_TRADE} ^4 charge|charges|twice|double|dearer|worse|slower|longer|the_same|that_same|more|don't|doesn't|never|wouldn't|won't|ran|do_this|do_that|do_it|does_this|does_that|does_it|would_have
    rivals|competitors|our_rivals|our_competitors|the_competition|other_people|elsewhere|next_door|down_the_road|across_the_road|our_neighbours ^3 worse|dearer|charge|charges|twice|double|slower|don't|doesn't|never|more|ship|ships|wouldn't|longer|pay|pays|would_have|you'd|you_would|far|much
    seem|seems|appear|think|imagine|assume|act ^2 we|we're|i ^2 do|did|enjoy|are|have|like|make|run|sit ^4 fun|nothing|purpose|money|trees|spite|us|day|hands|it_deliberately
    score|rating|ratings|results|record|numbers|figures|test|tests|inspection|audit|report|survey|reviews|stars|barometer ^5 otherwise|differently|nothing_whatsoever|nothing_wrong|nothing_amiss|spotless|no_fault|speaks|speak|find_nothing|found_nothing
    tests|labs|inspectors|engineers|lawyers|experts|auditors|doctors|checks|ombudsman|regulator|court|judge ^6 found_nothing|it's_fine|says_fine|sided|with_us|our_favour|our_side|nothing_whatsoever|cleared|signed_off|agreed_with
    nobody|no_one|not_one|hardly_anyone ^1 else on|in|at|from|that_day|here ^6 felt|said|complained|wrote|minded|noticed|mentioned|asked|objected|had
    but for us
    if it ^1 weren't|wasn't|hadn't ^1 for|been us|our
    we|i ^1 bent|went|moved|pulled|gave ^1 over_backwards|the_extra_mile|out_of_our_way|heaven|every_mountain|all_the_stops|out_all|it_our_all|our_all|our_best|you_our|everything
    you had|'d_had|have_had|did_have ^1 # ^1 weeks|days|months|years|hours
    you|you'd had|have ^1 one|two|three|four|five|six|eleven|ten|twelve|a_whole|a_full|plenty_of ^1 weeks|days|months|years|hours|time|week|month|year ^1 to
    your own ^1 photo|photos|video|post|words|screenshot|receipt|picture|review|email|mail ^1 show|shows|say|says|prove|proves|confirm
    we|i ^1 gave|offered|sent|bought|threw|poured ^1 in? ^1 you|them|her|him ^1 a|the|your|free|two ^4 didn't|free|anyway|even|already|on_the_house|after_all
    let's get|let_me_get ^1 one|this|a_few ^1 thing|things|straight
    selective|partial|generous|creative|one_eyed|colourful|imaginative|curious|interesting ^1 reading|version|account|memory|summary|picture|view|take|way_of|retelling
    quick|simple|single|brief ^1 look|glance|search|call|click|question ^6 would|could|might
    every|all|any ^1 festival|festivals|airport|airports|kitchen|kitchens|hospital|school|hotel|farm|river|field|railway|city|town|building|old_house|garden|zoo|club|software|app|game|business ^2 has|have|gets|get|loses|breaks|makes ^1 a? ^1 bad|off|rough|down|mice|rats|pests|queue*|delay*|bugs|crashes|outages|problems|issues|moments|days|the_odd|occasional|glitch*|hiccup*|complaints|mould|noise|mistakes|accidents|leaks|draughts|power_cuts|moans|wobbles|weeds|insects|flies
    first|only_time ^1 we've|we_have|i've|we|anyone|time|i_have|that_we|we're ^1 heard|hear|hearing|had|been_told|knew|know|learned
    in|at what|which ^1 other ^1 do|can|could|would|else
    don't|do_not|let's_not|you_shouldn't|one_shouldn't|please_don't ^1 forget|overlook|lose_sight ^1 of? ^1 who|that|how|what|the
    could|might|would ^1 easily|just_as_well|also|perfectly_well|well? ^1 have ^1 charged|asked|raised|closed|cancelled|said_no|done_nothing|kept|refused|doubled ^6 and|but ^1 didn't|did_not|never|instead
    you were|seemed|looked|sounded ^1 perfectly|quite|very|all|more_than? ^1 happy|content|pleased|satisfied|cheerful|fine|delighted ^1 enough? ^1 when|at|with|until|to|on
    i|we ^1 was|were ^1 there|on_shift|on_duty|present|in_the_room|standing ^3 and|myself|that|saw
    hand on heart
    if anything we ^1 were|are|did|gave|have|erred ^1 too|more|even|over
    quite_a_few|many|most|plenty|lots|hundreds|thousands|the_majority|several|a_lot ^1 of ^1 our|the|your ^1 members|customers|guests|neighbours|fans|readers|passengers|players|tenants|residents|parents|users ^2 asked|wanted|like|love|prefer|welcomed|voted|thanked|enjoyed|were_happy|are_happy|came|chose|support
    within the ^1 # ^1 weeks|days|hours|week|limit|time
    # ^1 of|in|out_of ^1 our|the|#|all|those ^6 spotless|fine|happy|on_time|perfect|clean|without|satisfied|open|worked|delighted|no_trouble|early
    doesn't|does_not|don't ^1 fly|run|clean|cook|pay|grow|build|repair|drive|teach|heat|lie ^1 itself|themselves|on_trees
    think|believe|trust|bet you'll|you_will find|see|agree
    people|staff|crew|nurses|drivers|volunteers ^1 went|go|gave_up|worked|stayed|sacrificed|missed ^1 without|their|through|up|all ^6 so
    we ^1 didn't|did_not|don't|needn't|weren't ^1 have|need|obliged|required|even_have|strictly_have ^1 to ^1 refund|offer|give|pay|do|answer|reply|say|let|send|help|apologise
    all there|stated|listed|itemised|explained|printed|spelled|laid ^1 out? ^1 on|in|line|clearly|plainly|down
    we ^1 stuck|kept|held ^1 to|within ^1 what|the|our|every ^1 was|agreement|deal|plan|bargain|word|side|rules|schedule|budget|letter
    nobody|no_one works|tries|cares|does|fights|trains ^1 harder|more|as_hard
    hardly|scarcely|not_exactly|no a? ^1 secret|surprise|news|rocket_science
    first|only|quick ^1 ones|one|person|people|to ^1 to ^1 moan|complain|grumble|shout|protest
    resent|reject|dislike|object_to|take_exception_to|bristle_at ^1 the|any|that|this|your|being ^1 idea|notion|suggestion|implication|tone|told|called|claim|charge
    calibrated|accredited ^3 doesn't|does_not|never|every ^2 lie|year|month|lies
    show|name|find|point|tell me|us|me_to|us_to ^1 a|an|one|any|another ^1 {_TRADE} ^1 that|who|which|where|with|anywhere
    show|name|find me|us ^1 a|an|one|any|another ^1 {_TRADE}|website|service|product|phone|car|system|network|machine|software|ship
    find|buy|name ^1 anything|anyone|anybody|a|an|one|another|somewhere ^2 {_BETTER} ^3 elsewhere|anywhere|for|in|than
    won't|will_not|can't|cannot|couldn't|hardly|wouldn't ^1 find|name|buy ^1 a|an|any|many|anything|anyone|another|one|it|that ^4 {_BETTER}|treats|that|who|like|elsewhere|anywhere|for
    over|down|back|up at ^3 you'd|you_would|they'd|you'd_have|they ^1 have? been|be|still|pay|paid|waited|waiting|get|charge
    our ^2 uptime|record|rate|rates|price|prices|fees|fares|standards|controls|score|scores|ratings|wages|margins|times|record|safety|hygiene|network|punctuality ^4 is|are|was|were|has|have|ranks|come|comes|remain|remains ^2 {_BETTER}
    nobody|no_one|no_other|none|not_one|hardly_anyone|few|very_few ^3 {_TRADE}|us|sector|trade|industry|country|europe|town|city|market|region ^4 has|have|does|do|offers|offer|can|could|is|are|spends|tests|cleans|gives|pays ^4 {_BETTER}|more|as_much|as_many|what_we
    no_other|no|not_a_single|not_one ^1 {_TRADE}|one|body ^3 offers|offer|does|gives|spends|pays|manages|has|tests|checks|works ^2 as|more|better|what|this|that|so
    unlike|compared|measured ^1 with|to|against? ^1 other|most|some|certain|rivals|competitors|average
    at_least|anyway we ^1 answer|reply|respond|came|try|told|tried|offer|publish|admit|don't|pay|care
    that|which|and_that|and_none_of_that|none_of_which|something ^1 never|hardly_ever|rarely|somehow|nobody|no_one|doesn't|don't|didn't ^1 ever|somehow? ^1 makes|make|gets|get|earn|earns|made|mentions|mention|writes|posts|thanks|notices|reported|appears ^3 news|post|posts|headline|headlines|paper|papers|mention|us|about|thanks|credit|tweet|review
    nobody|no_one ^1 ever? ^1 writes|posts|thanks|tweets|mentions|reports|complains|notices|says|sees|talks ^1 in|us|about|that|when|thank
    funny|odd|strange|interesting|curious|amazing|telling|remarkable ^1 how|that ^9 never|nobody|no_one|none|only|always|suddenly|doesn't|didn't|don't|not|everyone|everybody
    and|but i|we ^1 don't|didn't ^1 see|hear|recall|remember|notice ^1 you|anyone|anybody|them ^4 mentions|complaining|posting|thanking|there|about|offering|tagging|shouting|in_their|at
    that_said|mind_you|even_so|then_again|for_what_it's_worth ^2 #|nine|ninety|ninety_nine|ninety_six|ninety_five|most|almost_all|nearly_all|many|thousands|hundreds|nobody|the_rest|other|it's|we've|we_have|we're|we_are|our|there_were|there_was|you ^6 in|of|out|do|did|had|got|fine|happy|never|without|time|through|worked|came|loved|get|good|best|none|quiet|not|still|only
    i'd|we'd|i_would|we_would|i'll|let_me|i_might|we_might|may_i ^1 just|only|also|merely|simply ^1 add|say|note|point_out|mention|remind|observe|stress
    for|at #|ten|five|twenty|nine|eighteen|fifteen|thirty|fifty|that|this|eleven|twelve ^1 quid|euros|euro|pounds|pound|bucks|dollars|price|money|a_month|pence|p ^2 it|you|what|one|they|we|that ^3 can't|cannot|could|would|did|do|outlived|outlasted|expect|lasted|hold|get|got|not|won't
    do the maths|math|sums|arithmetic
    a|an|your|the ^1 cinema|coffee|pint|taxi|sandwich|beer|pizza|haircut|gym|phone|coffee_a_day ^3 costs|cost ^2 more|as_much|twice|double
    better|lower|higher|faster|cheaper|safer|fewer|less|more ^6 than ^1 anyone's|any_other|anyone_else|anybody's|most|our_rivals|other|the_average|average|the_industry|others|any_of_our|anywhere_else|the_rest
    years|months|weeks|nights|days|quiet_months|trips|flights|deliveries|shifts ^2 without|with_no|before|free ^3 complaint|complaints|incident|incidents|hitch|accident|problem|trouble|single|fault|a_single|it|that
""", negated=True, unless="sorry|apologise|apologize that\nour mistake|fault|error|doing\nwe should\nno excuse\non us\nnot good_enough\ndoesn't|does_not|don't ^1 make|excuse|help|matter|change\nthan it|you|we|that|they should\nyour ^1 test|report|photo|photos|survey|score|figures|numbers|records|meter|results says|say|shows|show|tell|tells\nlonger than we|it|you|the\nlater than\nless than we|you\nmore than we|you")

#: It was there to be read, you had your chance, you got something out of it, you left out what speaks for us.
_SAYS_SO: Final = looking_for("""
    it|that|this|which ^1 says|said|stands|stood|is|was|states ^1 so? ^1 in|on|at ^4 paragraph|section|clause|page|email|e_mail|ticket|contract|agreement|form|letter|box|label|sign|terms|confirmation|booking|packaging|website|homepage|menu|notice|lease|policy|plain_english|black_and_white|bold|capital_letters
    stood|stands|was|is|were|has_been|has_stood|printed|written|stated ^2 on|in|at ^1 page|paragraph|section|clause|the_ticket|the_website|our_website|the_box|the_label|the_form|the_sign|plain_english|black_and_white|the_contract|the_terms|bold|capital_letters ^4 whole_time|all_along|which_you|you_signed|all_the_time|for_anyone|from_the_start
    label|sign|website|ticket|form|page|terms|manual|contract|letter|email|notice|poster|box|booklet|leaflet|app ^1 does|did ^1 spell|say|state|mention|explain|tell|warn|make|list
    reply|email|letter|mail|message|notice|sms|text|reminder ^4 told|tells|said|explained|warned ^1 you ^2 as_much|so|that|already|exactly|very|this
    which|what bit|part|word|line of
    there|we ^1 are|were|have|had|put|hang ^1 signs|notices|posters|reminders|announcements|warnings ^1 all|everywhere|at|on|in|up|about|over|saying|telling
    we|i ^1 sent|emailed|wrote|texted|called|mailed|told|informed|warned|reminded|offered ^1 you? ^1 #|two|three|four|five|six|several|many|plenty_of|a_number_of ^1 times|emails|e_mails|letters|reminders|warnings|messages|texts|notices
    we ^1 sent|wrote|gave|made|posted ^1 you? ^1 #|two|three|four|five|six|several|plenty_of|numerous ^1 emails|e_mails|letters|reminders|warnings|messages|texts|notices|chances
    you were|had|got|have_had|have_been ^1 given? ^1 #|two|three|four|several|plenty_of|every|ample|many ^1 chance|chances|opportunity|opportunities|warnings|reminders|weeks_to|days_to|months_to
    you|your_post|your_review|your_video|which_you|what_you|and_you|something_you|nobody_mentions ^1 fail|failed|forget|forgot|leave|left|omit|omitted|chose_not|neglect|neglected|don't|didn't|do_not|did_not|never|conveniently ^1 to? ^1 mention|out|say|tell|mentioned|show ^1 that|is|was|how|the|we|are|why
    you've|you_have|you ^1 left|leave|skip|skipped ^1 out ^1 that|the|how|what|our|a|one
    what|which|something ^1 you|your_post|the_article|the_video|the_clip ^1 don't|doesn't|didn't|leave|leaves|left|omit|omits|fail|fails|forget|forgot ^2 say|mention|show|out|tell
    you ^1 did ^1 still|after_all|nevertheless|also ^1 manage|get|eat|enjoy|use|have|finish|sleep|stay|keep|take
    you ^1 ate|drank|finished|wore|kept|used|enjoyed|stayed|came|watched|slept|drove|rode|played|took ^6 and_yet|anyway|after_all|to_the_last|to_the_end|the_whole|all_of_it|every_last|for_months|for_years
    can't|cannot|couldn't ^1 have ^1 been ^1 all_that|that|so ^1 bad|terrible|awful|cold|long|dangerous|dirty|noisy|uncomfortable|hard
    so|oh ^1 it's|it_is|now_it's|that's|this_is ^1 all? our fault|problem ^1 now|that|then|if|as_well|too|when
    should|shall we ^1 have ^9 instead|then|perhaps|rather|,
    would|should you|we|you_have ^2 rather|have_preferred|prefer|have_us|like_us ^1 we|to|that|let|had|have
    nobody|no_one ^1 marched|dragged|frogmarched|twisted|held_a|put_a_gun
    let's not act|pretend|behave|imagine|make_out ^1 as_if|as_though|that|like|it|we|this
    it's|it_is|it_was ^1 our? ^1 not|hardly|never ^1 the|our|a|its ^2 job|task|fault|purpose|duty ^1 to|if|that
    it takes a ^1 certain|special|particular|rare ^1 sort|kind|type|talent|person
    is all i'll|i|we'll|we ^1 say|saying
    what|how did|do|would|could|can ^1 you|people|anyone|they ^1 expect|think|want|imagine|hope ^2 for|from|at|when|us|to|of|in|with
    had the|they|you|it|that|those|these|our ^3 been ^5 who_knows|things_might|we_might|it_might|perhaps|maybe|different
    if we|it|they|things ^1 were|was|really_were|had_been ^1 as|so|half|that|really ^2 bad|careless|greedy|awful|terrible|dirty|unsafe|as_you|dreadful|poor ^6 wouldn't|would_not|would|how|why|nobody|they'd
    you|people|critics ^1 make|makes|made ^1 it ^1 sound|look|seem|out ^1 as|like|far|much|worse
    your|this|that|the ^1 word|story|version|account against|and ^1 ours|our_word
    that's|that_is|this_is|quite|it's ^1 quite|a|rather|some|an|quite_a|a_rather|a_very|a_serious ^1 accusation|allegation|claim|charge|thing_to_say|statement|leap|stretch|assumption
    show|send|prove|give ^1 us|me|it|your ^1 the|a|your|some|any|some ^1 receipt|proof|evidence|photo|video ^1 then|first|or|before|otherwise
    somebody|someone|you|people|they ^2 clearly|obviously|evidently|must|seem|seems ^1 to? ^1 have|has ^1 an ^1 axe|agenda|grudge
    axe to grind
    a|an|some|orchestrated|coordinated|paid|this_is ^1 campaign|vendetta|witch_hunt|smear|pile_on ^1 against|on|of ^1 us|our|the
    competitor|competitors|rival|rivals|troll|trolls|bots ^2 is|are|behind|posting|paid|wrote|writing|must_be
    scapegoat|punching_bag|whipping_boy|fall_guy|bogeyman
    wrong end of the stick
    put|set|correct ^1 you|me|that|a_few|some|one|this ^1 right|straight|things|points|misconceptions|thing ^1 on|about|here|first|now
    clip|video|footage|photo|picture|recording|screenshot|post|article ^3 starts|begins|stops|ends|only_starts|only_shows|doesn't_show|does_not_show|was_cut|is_cut|leaves_out|cuts_off|shows_only|misses|hides ^2 after|before|when|the|just|so|to|from|how|what|that|part
    clip|video|footage|photo|picture|recording|screenshot ^1 was_taken|was_shot|was_filmed|was_recorded ^1 before|after|long_before|just_before|out_of_context|from_an_angle
    taken|shot|filmed|cut|edited|cropped|framed|written ^1 from|so|in|to|that ^3 make|makes|look|looks|angle|seem|worse
    cctv|cameras|camera|footage|records|tape|recording|gps|sensors ^1 clearly|also|do|does|all|itself? ^1 show|shows|says|say|prove|proves|confirm|confirms|tells|bear|bears ^1 us|that|the|otherwise|a|it|you|no|your ^3 !we|our|you_paid|you_were|you_are|you're|you_did
    have|got it|that|this ^1 in ^1 writing|black_and_white|on_record|on_tape|on_camera ^1 that? ^1 you
    exactly|precisely|just as|what|how ^1 agreed|promised|described|advertised|booked|ordered|stated|intended|instructed
    people|internet|everyone|everybody|folk|media|world|press|the_public ^1 love|loves|like|likes|enjoy|enjoys ^1 to|a|hating|bashing|kicking|nothing ^1 hate|bash|kick|blame|moan|good|more|hating
""", negated=True, unless="sorry|apologise|apologize that\nour mistake|fault|error|doing\nwe should\nno excuse\non us\nnot good_enough\nand|but ^1 you|we|nobody|it ^2 were_right|was_wrong|got_it_wrong|wrong|never|still|missed|ignored\nthank|thanks\nyou're|you_are right\nwe|i ^1 agree|don't_dispute|won't_dispute\nbears|bear ^1 you ^1 out")

#: How hard we work, how few we are, how well it was meant; nothing else could be done, nobody could know; we would do it again.
_PLEADS: Final = looking_for("""
    try|you_try|have_a_go_at|come_and_try|see_how_you_get_on ^1 running|keeping|managing|organising|feeding|cleaning|cooking|moving|staffing|putting|making|doing|teaching|flying|getting|building|heating|looking|answering|serving|driving|finding|holding
    have|do|has you|anyone|anybody|critics ^1 any|the_slightest|the_faintest|even|ever|really ^1 idea|clue|notion|know|tried|wondered|seen|run ^1 how|what|to|a|running
    easy|simple|cheap|tempting|comfortable ^1 to|for ^2 tut|sneer|moan|shout|judge|talk|point|type|post|criticise|carp|mock|snipe|tweet|be_wise|say_that|throw_stones ^3 from|when|at|behind|if|after|with|online
    from ^1 a|the|your|behind ^1 sofa|couch|armchair|keyboard|sidelines
    our|my|the|these ^1 people|nurses|drivers|crew|crews|staff|team|volunteers|cooks|chefs|guards|teachers|carers|engineers|doctors|waiters|stewards|techs|helpers|lads|girls|guys ^1 is|are|were|was|have_been|had_been ^4 run_off|feet|up_to|knee_deep|soaked|exhausted|on_their_knees|flat_out|doing_their|working_flat|working_round|working_around|human|volunteers|stretched|not_robots|only|overworked|heroes|risking|on_the_go|at_it
    our|my|the|these ^1 people|nurses|drivers|crew|crews|staff|team|volunteers|cooks|chefs|guards|teachers|carers|engineers|doctors|waiters|stewards ^2 deserve|deserves|merit|earned|gave|give|worked|put|did|do|went ^2 better|more|thanks|praise|credit|medal|everything|all|through|their|night|heart|best|hard|above
    there's|there_are|we're|we_are|only|just ^1 only|just? ^1 two|three|four|five|six|a_handful_of|a_couple_of|a_few ^2 of_us|people_running|volunteers|who_built|people_here|doing_this|people_behind|people_doing
    we ^1 built|do|run|made|did|make|started|keep|give ^3 for ^1 nothing|free|love|no_money|pennies|peanuts
    on a|such_a|this|our|a_tight|a_tiny|the ^1 shoestring|tiny_budget|small_budget|budget|limited_budget|tight_budget ^1 before|and|you|like|of
    everyone|everybody|anyone|we_all|who|even_you|all_of_us|people ^1 makes|make|made|has|have|doesn't_make|can_make|slips|slip|gets_it ^1 a|the|their? ^1 mistakes|mistake|odd_mistake|errors|off_days|bad_days|off_day|bad_day|slip|up|wrong
    could|can|might|will|does|do ^1 have? ^1 happened|happen|happens|befallen|hit|strike ^1 to|at|anywhere|in|with ^1 any|anyone|anybody|every|the_best|all|any_other|us_all
    was|were|is|had|everything|all ^1 only|always|purely|just|obviously|clearly? ^1 meant|intended|done|said|posted|planned ^1 well|in_good_faith|for_the_best|for_your_own|with_the_best|as_a_joke|as_satire|as_a_compliment|as_a_tribute|as_irony|in_fun|tongue_in_cheek|as_a_bit_of
    we|i|they|he|she ^1 only|just|merely|simply ^1 wanted|tried|meant|were_trying|was_trying|did|followed|do|did_our|followed|apply|applied|do_what
    in ^1 the|your|everyone's|everybody's ^1 best|own|children's|public ^1 interest|interests|good
    we ^1 had|have|were|are|reserve|reserved ^1 every|within|perfectly|the|well|fully|a ^1 right|rights|entitled|contractual_right|legal_right ^1 to|under
    had|was|is|were|saw|there_is|there_was ^1 simply|just|really|quite_simply? ^1 no|without ^1 other? ^1 alternative|choice|option|other_way|way_around|way_round|getting_round
    once in a|in_a|a ^1 century|generation|lifetime|hundred_year|once_in
    couldn't|could_not|can't|cannot|can_hardly|could_hardly ^1 have ^1 known|foreseen|predicted|guessed|prevented|done_any|done_more|done_anything|seen_that|been_avoided|stopped
    what|how else|more|on_earth|exactly ^2 should|could|were|was|are|can|would ^2 we|have|anyone|one|you
    we'd|i'd|we_would|i_would|we_will|we'll ^1 do|make|take|say|write|decide|run|print|post|act|serve ^2 same|again|differently ^1 again|tomorrow|thing|way
    proud ^1 of ^1 how|what|the_way|our|them|him|her|it
    was|is|were|stays|remains the|a right|correct|sensible|only|proper call|decision|choice|move|thing_to_do
    decision|call|choice ^1 was|is|were|stands ^1 right|correct|justified|sound|sensible|and
    we ^1 do|really_do|genuinely_do ^1 care|try|listen|work|read ^4 whatever|even_if|no_matter|despite|although|though|you
    not going|won't|refuse|will_not|no_intention|don't_intend|not_here ^1 to|of ^1 say_sorry|saying_sorry|apologise|apologize|apologising|grovel|beg|bow|explain_ourselves|justify|defend|be_told
    see|know|there's|there_is|have|find ^1 of? ^1 nothing|no_reason|no_need|no_cause|little ^2 to|for ^1 us|be ^1 to? ^1 sorry|apologise|be_sorry|feel|regret
    nothing for us to
    find|must_say|have_to_say|notice|think|resent|mind|object ^3 your|the|this ^1 tone|language|manner|attitude|wording|choice_of_words ^3 aggressive|rude|unfair|unhelpful|unpleasant|offensive|insulting|hostile|harsh|out_of
    keep|stay|be|remain ^1 this|it|things|a_bit|more|a_little? ^1 civil|polite|courteous|respectful
    no need|call|reason|cause ^1 to|for ^1 be|being|get ^1 so|that|this? ^1 rude|nasty|aggressive|personal|insulting|abusive|hostile|unpleasant
    below the belt
    tar|tarring|tarred|paint|painting ^3 with the same|one|that|this ^1 brush
    so let's|let's|let_us|please|we_should|do ^1 keep|have|retain|see|not_lose ^2 proportion|proportions|perspective|sense_of
    over the top
    blown|blow|blew|talked|hyped|whipped ^2 up|out_of_proportion|out_of_all
    a|some|tiny|bit|little|touch|modicum|word ^1 bit? of|in ^1 fairness|context|perspective|proportion|balance|gratitude|appreciation|understanding ^1 though|please|here|would
    for|some|a_little|a_bit_of|by_way_of|a_word_of context ^1 every|all|most|we|this|that|our|no|it|the|only|in|#
""", negated=True, unless="sorry|apologise|apologize that|for\nour mistake|fault|error|doing\nwe should|failed\nno excuse\non us\nnot good_enough\nand|but ^1 wrong\nthank|thanks|proud_of_you\nyou're|you_are right\nif we|you|it|not\nit'd|would|could ^1 be ^1 easy\nnot|no ^1 excuse\nyou|it ^1 cost ^1 you\nso|which ^1 we ^1 will|'ll|are")

#: The same in other languages.
_ELSEWHERE: Final = looking_for("""
    nichts vorzuwerfen|falsch_gemacht|zu_verbergen
    andere|alle|jeder|jede ~2 anbieter|firmen|unternehmen|banken|hotels|bahnen|anderen ~3 genauso|auch|teurer|schlechter|ebenso|schlimmer
    haben|hatten|wurde ~4 mehrfach|bereits|schon|mehrmals|ausdrücklich|immer_wieder ~2 erklärt|gesagt|mitgeteilt|hingewiesen|angekündigt|geschrieben
    alle|sämtliche|die ~2 vorschriften|regeln|vorgaben|auflagen|grenzwerte ~2 eingehalten|erfüllt|beachtet
    so nicht ^1 passiert|gesagt|richtig|stehen_lassen|geschehen
    unser|unsere ~2 mitarbeiter|team|fahrer|leute ~3 alles|ihr_bestes|bestes|hart|korrekt|richtig
    nous n'avons ^1 rien|pas ^2 reprocher|cacher|commis|manqué
    rien à ^1 nous? reprocher|cacher
    ce n'est|n'était ^1 pas ^1 exact|vrai|juste|correct|ainsi|ce_qui
    nous avons ^2 respecté|suivi|appliqué|tout_fait ^3 règles|procédure|procédures|consignes|normes|loi|pour
    comme nous ^1 l'avons|vous_l'avons|avons ^1 déjà|dit|expliqué
    tous|les|nos ~2 concurrents|autres ~4 pire|aussi|même|plus_cher
    hemos cumplido|respetado|seguido|hecho_todo|actuado
    no|nada tenemos|hay|tuvimos ^1 nada|que ^2 reprocharnos|ocultar|esconder|opción|alternativa
    nuestros|nuestras ~3 son|es ~3 más|mejores|bajos|mejor ~3 sector|mercado|todos|país|del
    como ya ^1 dijimos|hemos|le|les|explicamos|avisamos
    eso|esto no ^1 fue|es|ocurrió|pasó ^1 así|cierto|exacto|verdad
    abbiamo rispettato|seguito|sempre|fatto_tutto|già ^2 tutte|tutto|le|detto|spiegato|ogni|la|quanto
    non abbiamo ^1 nulla|niente ^2 rimproverarci|nascondere|sbagliato
    cumprimos|respeitámos|seguimos|fizemos ^1 todas|tudo|as|o
    como já ^1 dissemos|explicámos|informámos|dito
    wij|we hebben ^1 ons|alles|niets ^5 gehouden|gedaan|verkeerd|verwijten|regels
    zoals|dat ^1 we|wij|hebben ^2 al|eerder|vaker ^2 gezegd|uitgelegd|gemeld|aangegeven
    andere|alle ~2 aanbieders|bedrijven|banken ~3 ook|duurder|slechter|hetzelfde
""", negated=True)

FAMILIES: Final = all_of(_COMPARES, _SAYS_SO, _PLEADS, _ELSEWHERE)
