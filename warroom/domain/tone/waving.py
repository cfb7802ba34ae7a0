"""Families of dismissal: it is small, others have it worse, it is over, it is your own affair, go elsewhere."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.wording import looking_for

_FEW: Final = "minute*|hour*|day*|euro*|dollar*|pound*|cent*|pence|quid|inches|seconds|week*|degrees|percent|%|bucks|pages|clicks|steps|grams|drops|hairs|scratches"
_TRIFLE: Final = "sandwich|haircut|game|phone|cup|app|burger|coffee|parcel|jumper|toy|t-shirt|shirt|hotel|flight|train|bus|film|movie|show|concert|pizza|meal|dinner|breakfast|drink|beer|post|tweet|joke|advert|ad|picture|photo|logo|name|word|song|sticker|seat|bag|suitcase|scratch|dent|delay|queue|wait|line|bug|glitch|update|feature|button|colour|color|font|website|email|password|form|fee|coupon|voucher|refund|ticket|door|window|lift|shower|pillow|bed|towel|carpet|spider|mouse|hair|fly|smell|noise|scar|rash|bruise|headache|tummy|stomach|cold|fever|holiday|weekend|party|birthday|wedding|dress|shoe|shoes|mistake|typo|number|letter|rumour|story|headline|product|service|company|shop|restaurant|cake|menu|dish|steak|gym|haircut|car|bike|scooter|cable|charger|lamp|chair|table|sofa"

#: Too much feeling.
TOO_MUCH: Final = looking_for("""
    bit|little|tad|touch|somewhat|rather|slightly|way|so|too|being|overly|kind_of|very|such ^1 over_the_top|overreacting|excessive|dramatic|hysterical|melodramatic|oversensitive|sensitive|touchy|precious|emotional|theatrical|worked_up|drama_queen|much_fuss|fussy|picky|needy|whiny
""", unless="not funny|too|so")

#: It is small, others have it worse, it is over, it is your own affair, go elsewhere.
WAVED_OFF: Final = looking_for(f"""
    all this|that|the_fuss|this_fuss|this_noise|the_drama|this_drama|that_fuss|this_anger|this_outrage over|for|about|because_of
    it's|it_is|it_was|that's|this_is|this_was|that_was|was|is only|just|merely|literally|hardly|barely ^1 a|an|one|the|some|two|three|five|ten|#|fifteen|twenty|thirty|your|one_more ^2 {_FEW}|{_TRIFLE}
    it's|that's|this_is two|three|five|ten|# ^1 {_FEW}
    it's|this_is|that's|it_is|we're_talking_about a|some|# ^1 {_FEW}|ten-minute|five-minute|two-minute|one-hour|two-hour|half-hour|few_minutes|short|slight|tiny|little|minor|trivial|brief ^1 delay|wait|thing|matter|scratch|dent|smell|noise|queue|bug|glitch|mark|stain|sum|amount|detour|change|mishap|spill|bump|hiccup
    a|few|little|some|bit ^2 {_FEW}|wait|delay|rain|dust|mould|mold|noise|patience|waiting|queueing|walking|fresh_air|hair|dirt|cold|heat|snow ^3 won't|never|will_not|doesn't|does_not|didn't|has_never|isn't_going_to ^1 kill|hurt|harm|killed|hurts|harmed|matter|ruin ^1
    people|children|others|some_people|millions|there_are_people|many|somebody ^3 starving|starve|dying|die_every|real_problems|bigger_problems|worse_off|actual_problems|real_worries|worse_problems|far_worse|much_worse|it_worse|it_far_worse|homeless|at_war
    at least it|you|nobody|no_one|we|your|they|the ^1 wasn't|weren't|didn't|isn't|is_still|were_not|was_not|answered|replied|gave|got_there|arrived|refunded|noticed|have
    we|i|we're|we_are|we_will|we_won't|i'm|i_won't|we_shall|i_will ^1 not|won't|don't|not_going_to|never ^2 dignify|get_into|getting_into|engage|engaging|entertain|discuss_this|debate_this|be_drawn|respond_to_this|respond_further|reply_further|reply_to_this|answer_this|comment_further|commenting_further|waste|continue_this|going_round|go_round
    we're|we_are|i'm|i_am|consider_ourselves ^1 done|finished ^1 here|talking|with_this|discussing|with_you|arguing|apologising|apologizing|answering|explaining
    matter|case|discussion|conversation|subject|topic|chapter|thread|book|file|debate|issue ^2 is|are|as|remains ^1 closed|over|finished|settled|done_with|at_an_end !at|on|for_us_only|until
    consider|regard|treat|call ^1 this|that|it|matter|the ^1 closed|settled|finished|done|a_day|over|resolved_and
    our|my|the final|last word|answer|offer|response !on_the|this
    nothing|not_much|no_more ^1 more|further|else|left ^1 to ^1 say|add|discuss|talk_about|see|be_said|do_here
    let's|let_us|can_we|could_we|time_to|should|we_should|shall_we|please|everyone|i_suggest_we|best_to ^2 move|moved|moving|leave on|along|it_there|it_at_that|that_behind|this_behind
    put this|it|that behind us|you
    get|don't_get|not_get|got ^1 carried|worked|wound|hung|bent|yourself_so ^1 away|up|out_of_shape|upset
    everyone|everybody|everyone's|you're|people ^2 a_critic|an_expert_now|critic_these_days|offended_these_days|a_victim
    there's|there_is always ^1 one|someone|somebody|something|a_few
    you|we|one can't|cannot|can_not|can_never|won't|don't ^1 please|win|satisfy|make|help all|everyone|everybody|them|them_all|every
    can't win them
    win some lose|you
    you win some
    don't|never|not feed|argue_with|mind|bother_with ^1 troll*|haters|idiots|fools|them
    haters gonna|will|hate
    trolls will|gonna
    try|shop|go|look|eat|stay|fly|bank|buy|complain|book|ask|look_around ^1 somewhere_else|elsewhere|someone_else|the_competition|another_airline|another_shop|another_hotel|next_door !after|when|until
    there|other ^1 other|airlines|shops|plenty ^1 airlines|shops|hotels|restaurants|banks|brands|are_available|apps|places|options ^1 !near|open|have
    other airlines|shops|hotels|restaurants|banks|brands|apps|options|providers are|exist available|out
    nobody|no_one|who|no-one ^1 is|made|makes|asked|forced|forces|forcing|put|n't|not|did ^1 forcing|you|forced|a_gun|holding_a_gun|make_you|force_you
    you don't|do_not|needn't|aren't|are_not ^1 have_to|forced_to|obliged_to|need_to|supposed_to|required_to ^1 like|like_it|watch|watch_it|look|read_it|read_us|buy_it|buy_them|buy_from|buy_here|use_us|fly_with|eat_here|eat_it|eat_with|come_here|come_back|shop_here|shop_with|stay_here|stay_with|follow_us|listen_to_us|order_here|order_from !again|until|all|through|for|at_the|on_the
    you're|you_are|feel|you|everyone_is|perfectly|always ^1 free|welcome|can_always ^1 to|just ^1 leave|cancel|go|unfollow|unsubscribe|switch|take_your|shop|complain|disagree|think_that|try_another|quit|stay_home|walk|look_elsewhere
    don't let the door|it_hit
    won't|will_not|not|hardly|scarcely ^1 miss|missed|be_missed ^1 you|your|by
    we'll|we_will|we'd|the_world_will|life_will survive|manage|cope|live|go_on|do_fine|be_fine ^1 without
    good luck ^1 elsewhere|finding|with_that|with_the|somewhere|then
    that's|that_is|sounds_like|it's|this_is|that_sounds_like|it_is|seems_like ^1 a|your|very_much_your|more_of_a|not|hardly ^1 you|your|own|personal|my|something ^1 problem|issue|thing|department|business|concern|we_deal|i_deal|job|worry
    not|isn't|hardly|above|beyond|outside|n't ^1 my|our|something_we|something_i|on_our|a ^1 pay_grade|remit|deal_with|department|handle|concern|priority|business|problem|care_about|have_time|lose_sleep
    nothing|little|not_much|can't|cannot|couldn't|unable ^1 i|we|to|help ^1 can|could|help|you|do ^1 do|help|you|about ^1 there|here|about_it|about_that|any_further|for_you|with_that|more|anything
    nothing ^1 can_be_done|to_be_done|that_can_be_done
    rules|policy|contracts|business|a_deal|terms|orders|law|facts is|are rules|policy|contracts|business|a_deal|terms|orders|law|the_law|facts
    those|these|that|them are|is|'s ^1 the|our rules|policy|breaks|terms|facts|system
    that's|this_is|it's|that_is|it_is ^1 just|simply|not|how|the|what|where ^1 how|the|it|is ^1 way|it|things|how ^1 is|works|goes|are|go|cookie_crumbles|crumbles|rolls|work
    things|stuff|phones|machines|toys|plates|systems|apps|websites|computers|trains|planes|flights|buses|parcels|people|pipes|websites|batteries ^1 break|breaks|fail|crash|wear_out|are_late|get_lost|go_wrong|make_mistakes|die|leak|get_old|run_late|are_sometimes_late|can_be_late
    it's|this_is a|an|the|only|just|december|winter|monday|summer|free|christmas|rush_hour|holiday_season|that_time ^1 train|airport|hotel|bus|budget|free|kitchen|hospital|nursery|building_site|start-up|beta|discount|cheap|airline|rush ^1 not_the|, ^1 not|so|trains|what|don't|service|things|people|, !of_charge|for|until
    what|anything_else|something_else|more|better do|did|were|exactly_did|on_earth_did ^1 you|people|anyone|they|one ^1 expect|expecting !from_us|us_to_do_next|to_see_from
    be|should_be|just_be grateful|glad|thankful|happy|lucky|relieved it|you|we|that|for_what|with_what|they|to_have|at_all|nothing
    it|service|app|that|this|they|everything ^1 is|was|were|it's ^1 free|a_gift|cheap|a_bargain|complimentary|a_discount , ^1 so|after_all|what|don't|stop|remember
    it's|it_is|was|this_is ^1 a ^1 free|cheap|complimentary|budget service|app|ticket|event|drink|room|airline|hotel|after_all|, !of|until|this|now|on
    count|think_of|be_happy_with your|what ^1 blessings|you_have
    look|always_look on the|some ^1 bright|positive|funny
    keep|hold ^1 calm|your_hair|your_shirt|your_cool on|and !off
    don't|do_not|no_need_to|never|please_don't ^1 panic|cry|sulk|whine|moan|fret|stress|sweat|pout|be_so|be_a|take_it|overthink|lose_your|lose_sleep ^1
    knickers|panties|underwear in ^1 a|twist
    people|everyone|everybody|some_people|folks|you_people|customers|some|someone|somebody ^1 are|is|get|gets|will|just|have|has|take|takes|complain|complains|moan|moans|can|always ^2 so_sensitive|too_sensitive|too_easily|offended|complain|complaining|never_happy|never_satisfied|too_much_time|love_to_complain|like_to_complain|want_to_complain|moan|find_something|upset_about|everything_so|things_too|everything_too|about_anything|about_everything|enjoy_being|hard_to_please|wired ^1 !as|have|been
    too much time on
    don't|haven't|not|nothing|something|got|find|have ^1 you|got|have|anything|something|nothing ^1 have|got|better|anything ^1 better|to_do|else ^1 to_do
    get|find|buy|take_up yourself? a hobby|life|grip|sense_of|clue|job|mirror
    grow a|some pair|spine|up|backbone|skin
    can't|cannot|can|could|couldn't you ^1 take|handle|see|just|not|even ^1 a|the|it's|let|ignore|wait|relax|read ^1
    a|some|little|bit_of ^1 patience|kindness|gratitude|common_sense|humour|perspective|thanks|appreciation ^2 goes|never|is|would|wouldn't|won't|please|hurts ^2 virtue|hurt|long_way|nice|kill|amiss|harm|help
    patience is a
    bigger|other|worse ^1 fires|fish|dragons|battles to ^1
    fresh start|page|chapter
    see|look_on|think_of|treat|regard|view ^1 it|this|that ^1 as|of ^1 a|an|your|the ^1 chance|opportunity|fresh|new|adventure|lesson|holiday|blessing|learning|experience|excuse|gift|reason
    great|grand|grander|bigger|wider scheme|picture|plan ^1 of? ^1
    only|just|simply ^1 tell|say|give|hear|get ^2 same
    will|'ll|would|have|had|she'll|he'll|they'll|you'll|she'd|it'll ^1 have ^1 outgrown|forgotten|got_over|grown|moved_on|replaced|stopped|recovered|healed
    get|go|return|love_to ^1 back ^1 to ^1 normal|our_lives|business_as_usual
    everything|all|answer|answers|information|what|it ^2 you ^1 need|want|ask|need_to_know ^1 is|are|was ^1 in|on|there ^2 faq|faqs|website|guide|manual|page|terms|email|letter
    give|giving|have|take ^1 it|that|them|the_faq ^1 a ^1 proper|good|careful|second|closer|another ^1 read|look
    proper|careful|second|closer read|reading
    won't|doesn't|will_not|does_not|never|can't ^1 define|matter_in|change_your|ruin_your|be_remembered|make_or_break|kill
    one grade|day|night|mistake|bad_day|meal|flight|trip|exam|review|photo ^1 won't|will_not|doesn't|does_not|isn't
    earplugs|ear_plugs|earphones|a_jumper|an_umbrella|a_blanket ^1 does|do|will|help|work|works|usually ^1
    wait|get|stand ^1 your|in|to_the|of ^1 turn|line|queue
    you're|you_are|it's|not|world|this ^2 not|doesn't|isn't|all|does_not ^2 only_customer|only_person|only_one_waiting|only_one_in|revolve|about_you|special|only_guest|only_passenger|centre_of|center_of|all_about ^1
    everyone|everybody|everyone_else|we|we_all|the_others|people ^1 has|have|else|all|had to wait|queue|adapt|make_do|pay|get_through|deal_with|put_up
    we|i|team|staff ^1 have|have_got|'ve_got|get|receive|serve|answer|handle|deal ^1 other|thousands|hundreds|millions|more_important|better|bigger|plenty ^2 customers|guests|messages|people|things|passengers|fish|orders|priorities|emails|patients|work ^1 too|, ^1 so|you_know|and_can't|we_can't|to_look|to_do|to_serve|to_worry|to_fry|waiting|as_well|to_think
    small price|thing|sum to_pay|in_the|, ^1
    it's|it_is|that's|this_is|was nothing ^1 serious|major|bad|to_worry|dramatic|big|much|terrible|unusual !we_say
    no|not|isn't|hardly|n't|nothing|scarcely ^1 a|the|that|much|very|too|so|such ^1 big|serious|thing|biggie|drama|bad|bother|crime|tragedy|catastrophe|major|terrible|dramatic|deal|emergency|life_and_death|end_of|worth ^1 thing|a_deal|deal|of_a|happened|was|or|to_worry|to_get !about|for_you|enough
    no biggie|bother|drama|sweat|harm_done|big_thing|great_loss|big_loss|biggy|harm|hard_feelings|use_crying
    can't|cannot|surely|couldn't ^1 be|have_been ^1 that|so ^1 bad|hard|difficult|urgent|important|serious|painful|cold|loud
    how hard|difficult|bad|long|much can|could|is ^1 it|that|this|they ^1 be|really_be|?
    don't|do_not|can't|cannot|fail_to|hardly|struggle_to|not|couldn't ^1 see|understand|know|get|wonder|imagine ^1 why|what|the|how|where|any ^2 fuss|upset_about|big_deal|so_angry|so_upset|complaining|outrage|drama|hysteria|harm_is|the_harm|worked_up
    why all? the|this|so drama|fuss|angry|upset|hostile|hostility|mad|long_face|worked_up|aggressive|rude|bothered|serious|outrage
    why ^1 are|is|such|get|getting ^1 you|so|everyone|people|all|the ^1 so|upset|angry|drama|fuss|long_face|hostile|hostility|mad|worked_up|aggressive|making|shouting|rude|dramatic|bothering|still ^1
    someone's|somebody's|someone|somebody ^1 having|has|had|got|woke|is|must|not_having|clearly ^1 a|out|up|in_a|have_had|got ^1 bad|day|of_bed|on_the|mood|rough|wrong_side|bad_day
    did ^1 someone|somebody|we|i|that|it ^1 hurt|bruise|offend|tread your|on ^1 feelings|ego|little|your_toes|pride|toes
    my|our heart|hearts ^1 bleed*|break_for_you
    here have|'s|is|take a ^1 tissue|medal|cookie|lollipop|sweet|star|hanky|biscuit
    want|need|deserve|would_you_like|do_you_want a ^1 medal|tissue|cookie|hug|lollipop|hanky|biscuit|prize|trophy
    google|search_engines|duckduckgo ^1 is|it|knows your|yourself|friend|everything
    it's|that's|answer_is|answer's|all ^1 all? ^1 in|on ^1 the|our ^1 faq|faqs|help_pages|manual
    all|everything ^1 in|on the|our website|faq|manual
    just|simply|why_not|well ^1 don't|do_not|turn|switch|buy|stop|close|look|walk|go|scroll|unfollow|block|mute|delete|uninstall|leave|throw|wear|use|take|wait|stay|bring|open ^2 look|use_it|off_then|then|buy_it|away|another|something_else|it_then|watch|a_new_one|elsewhere|come|read_it|listen|the_other|it_off|a_coat|more_layers|a_window|at_home|your_own !this|them
    if|when|unless|since|because you|that's|the_price_is|it's|this_is|it_is|you're|you_are|we're|that_is|we_are|the|our ^2 too|don't|not|so|can't|cannot|unhappy|hate ^3 expensive|cold|slow|much|long|like|happy|stand|far|hot|loud|afford|spicy|hard|difficult|stressful|bothered|trust|good_enough|to_your|to_go|want ^5 go_to|go_and|go|try|walk|leave|buy|stay|eat|fly|take|cook|shop|use|bring|wear|don't|there|do_it|find|switch|look|you_know|nobody|complain|tell|ask_someone !us|me|back|it_back
    ask|tell|talk_to|complain_to|say|call|explain it|that|this|to|someone|somebody ^1 to|who|your ^1 someone|somebody|your|cares|mother|mum|mom|therapist|diary|friends|judge|hand|priest|marines|wall ^1
    go|go_on|feel_free|be_my|by_all_means|go_ahead ^1 on|ahead|then|guest|, ^1 post|sue|tell|call|complain|write|cancel|report|leave|post_it|be_my|share|quote|screenshot
    file|filed|put ^1 that|it|this|your ^2 under|in ^1 complaints|things|nobody|bin|trash|round|category|usual
    blow|blows|blown|die over|itself ^1
    it'll|it_will|this_will|that_will|will_all ^2 pass|blow_over|be_forgotten|be_fine|sort_itself|go_away|heal|wash_out|grow_back|dry|buff_out|be_over_soon
    in|a ^1 grand|big|larger scheme|picture ^1
    life|world|show goes_on|must_go_on|is_short|isn't_fair|is_not_fair|moves_on|is_too_short
    you've had|got your ^1 say|fun|moment|answer|apology|refund|money|voucher ^1 , ^1 !back|in_full|today
    you'll|you_will|he'll|she'll|they'll|you'd ^1 live|survive|get_over|get_used|forget|laugh|be_fine|manage_somehow|cope|thank_us|see_that_it|hardly_notice|barely_notice|not_even_notice|recover|grow !in|at|with|the
    sure|certain|bet|guess|think|expect|hope you'll|you_will|you_can|they'll ^1 live|survive|manage|cope|be_fine|get_over|find_something|get_by
    take|takes|took ^1 it|things|this|everything|yourself|himself ^1 too|so|very ^1 seriously|personally|literally|hard
    aren't|isn't you|that|this|it ^3 over_the_top|dramatic|hysterical|sensitive|excessive|overreacting|emotional|touchy
    much|big|lot|storm|fuss of|ado|a ^1 fuss|nothing|about_nothing
    thanks|thank|cheers for ^1 your|the|you ^1 opinion|input_but|two_cents|novel|essay|rant|thoughts_but|feedback_but|monologue|sermon|ted_talk|speech
    read|try_reading|learn|have_you_tried_reading|look_up ^1 a|the|it|our|what|to|some ^1 dictionary|faq|faqs|manual|book|room|read|map|thread|pinned|small_print|fine_print|again
    read|try_reading ^1 the sign|signs
    old|yesterday's|stale|ancient news|history ^1
    no|not|hardly|isn't|n't|nothing ^1 news|exactly_news|to_see_here|new_here|to_write_home|special
    bigger|better|worse|more_important|other|more_serious|more_pressing ^1 fish|problems|things|priorities|worries|matters|issues ^1 to|in_the_world|than|right_now
    wish|like|want|wants to ^1 be_pampered|be_treated_like_royalty|five-star|five_star|luxury|champagne ^2
    if you ^1 wanted|want|needed|need|prefer|preferred|expect|expected|like|liked|fancy|require ^4 you ^1 should|could|can|need|ought|might|must|would|'d|want|will ^1
    decision|verdict|answer|ruling|offer|price|ban|result|rule|outcome ^1 stands|is_final|is_fixed|will_not_change|won't_change|is_what_it_is|remains|holds
    that's|that_is|this_is|it's|here's ^1 the|our|my ^1 offer|deal|price|policy|decision|rule|answer|final_offer|last_word ; ^1
    no|little|not_much|isn't_much|is_no ^1 point|use|sense|need|reason|value in|to|for ^1 asking|ask|arguing|argue|complaining|discussing|discuss|repeating|writing|going|dwelling|fighting|appealing|debating|pursuing|raising
    nothing|not_something|don't|not ^1 to ^1 lose|get|write|make|shed|worry ^1 any? ^1 sleep|worked_up|home_about|tears|a_song|head_about
    do|does that|this|it sometimes|occasionally|from_time_to_time|now_and_then|now_and_again|every_now
    not the only|first|last ^1 customer|person|passenger|guest|patient|user|client|player|subscriber ^1
    not the only one waiting|in_the|with_problems|on_this
    only customer|person|passenger|guest|patient ^1 we|i|in|here|who|on
    take|taking|bring your ^1 business|custom|money|complaint ^1 elsewhere|somewhere|to_someone|to_another
    always ^1 find|have|get ^1 something|someone|somebody ^1 to ^1 complain|moan|whine|say|criticise
    wouldn't|would_not|needn't|don't|shouldn't|no_need_to ^1 worry|fret|panic|lose_sleep|stress|be_concerned ^1 about|over|too ^2 it|that|this|much|too_much
    nobody's|no_one's|no-one's|nobody|no_one|we're_all|none_of_us|who is|are|isn't|'s? ^1 perfect|only_human|human
    time|get|try|learn|welcome|move ^1 to ^1 join|get_with|with|keep_up|adapt|catch|into|modern ^1 us|the|up|rest|times|future|century|real_world|world|era ^1 !queue|at_gate
    get with the
    it's 2024|2025|2026|2027|the_21st|the_year
    can't|cannot|couldn't ^1 make|put|say|explain ^1 it|this|that ^1 any ^1 simpler|clearer|plainer|easier
    end of the day they|it|that|this|these|you|we ^1 were|was|is|are|'s ^1 just|only|merely|a
    they|those|these|it ^1 were|are|was|is only|just|merely ^1 recordings|photos|pictures|messages|emails|files|words|things|toys|shoes|bags|suitcases|plants|animals|fish|chickens|numbers|letters|clothes|books|data|points|tickets|flowers
    you|they|she|he|one ^1 could|might always have|'ve|just|simply ^1 walked|waited|taken|called|asked|left|stayed|gone|bought|used|eaten|driven|cancelled|read
    you people|lot|guys|customers|types
    should|must|ought_to|will|'d ^1 be|have_got|get|know|expect ^1 used_to|better_than|this_by_now|it_by_now
    thought that counts
    try|best|better|please ^1 not|don't ^1 to? ^1 read|take|make|attach|worry ^1 too|much|it|things|this|anything ^2 much|into|of_it|personally|heart
    aren't|isn't|not|are_not|is_not|nothing ^1 personal|aimed_at ^1 !data|details|information|use|one
    anything|everything|all|the_rest ^1 beyond|else|more|rest|further ^1 that|is|this ^1 is? ^1 really|just|only|purely|sentimental|luxury|extra
    just|only|merely|purely|really ^1 sentimental|cosmetic|aesthetic|psychological|nostalgia|paranoia|nerves|imagination|vanity|superstition|a_feeling|in_your_head
    all in your
    sense of humour|humor
    simply|just|all|is|it's|only|merely|part ^1 part|and ^1 of|parcel ^1 living|life|travel|business|modern|flying|owning|using|the_game|the_deal|having|being|of|growing|everyday
    part and parcel
    yours|yours_is|you|your_case|this_case isn't|is_not|aren't|are_not|is ^1 not? special|unique|different|any_different|more_important
    keep|keeping|have|show|retain a sense of
    bright side
    thousands|hundreds|dozens|plenty of ^1 these|those|such|others ^1 to|like|in
    spoil*|entitled|pampered|privileged ^1 brat*|customer*|people|generation|much|people_like_you
""", unless="should|must ~2 not|never|n't\nnot funny\nwe|i|our made|told|joked|said ~3 joke\nbigger|worse|more_important things|problems than our\nbecause of us\nour|my joke\nget|got|have your money|refund\nworry|worrying about the|your|rent|money\nsee|ask a|the|your doctor\nread the|our|it|your ~2 we|i\ni|we|you|had|you'd read\nhave|has to be grateful|glad|thankful|happy\nwe'd|would be grateful|glad\nabout whose|who|the_fee|money\nno excuse\nfor you|families|a_family|somebody|someone|people|a_child\nif you want|prefer|like ~3 we|i|call\nwe|i refund|pay|send|replace\nnever|won't|wouldn't|cannot|can't ~1 say|tell|call|pretend\nfrom today|monday|now|tomorrow", negated=True)
