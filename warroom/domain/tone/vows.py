"""Families of promises that nobody can keep: never twice, a thing of the past, what cannot fail, every one, at any price."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.wording import looking_for

#: What goes wrong.
_FAULT: Final = (
    "delay|delays|outage|outages|downtime|error|errors|mistake|mistakes|bug|bugs|fault|faults|failure|failures|defect|defects|leak|leaks|breach|breaches|hack|hacks|crash|crashes|incident|incidents|accident|accidents|"
    "cancellation|cancellations|complaint|complaints|injury|injuries|contamination|recall|recalls|problem|problems|issue|issues|glitch|glitches|disruption|disruptions|queue|queues|overcharging|fraud|theft|thefts|loss|losses|"
    "surprises|surprise|repeat|repeats|recurrence|mix-up|mix-ups|blackout|blackouts|power_cut|power_cuts|price_rise|price_rises|hidden_fees|double_charge|double_charges|data_loss|bed_bugs|mould|vermin|spam|lag|wait|waits|waiting|waiting_times"
)
#: What is served, sent or answered.
_ITEM: Final = (
    "train|trains|bus|buses|flight|flights|plane|call|calls|order|orders|parcel|parcels|delivery|deliveries|message|messages|email|emails|mail|request|requests|complaint|complaints|claim|claims|file|files|photo|photos|picture|"
    "home|homes|house|meal|meals|bag|bags|suitcase|letter|letters|ticket|tickets|passenger|passengers|customer|customers|guest|guests|patient|patients|user|users|student|students|tenant|tenants|child|children|family|families|"
    "animal|animals|dog|cat|room|rooms|seat|seats|product|products|batch|car|cars|device|devices|update|updates|release|releases|version|payment|payments|transfer|refund|refunds|cent|penny|euro|pound|dollar|question|questions|alarm|alarms|mark|marks|one|person|resident|residents|member|members|game|games|shift|lesson|appointment|visit|stay|journey|trip|repair"
)

VOWS: Final = looking_for(f"""
    won't|will_not|can't|cannot|can_not|couldn't|could_not|never|shan't|shall_not ^3 happen|occur|recur|fail|break|repeat|repeated|be|see|make|do|crash|leak|go|let|get|lose ^6 twice|a_second_time|second_time|any_more|anymore|any_longer|on_my_watch|on_our_watch|ever|repeated|in_our_lifetime|in_your_lifetime
    won't|will_not ~1 ever|possibly
    your|the|our ^3 can't|cannot|can_never ^1 get ^1 lost|stolen|hacked|wet|broken|damaged
    rest assured|easy ~6 recur|recurs|repeat|ever|never|nothing|everything
    we've|we_have|has|have ^1 eliminated|removed|excluded|banished|abolished|wiped_out|ruled_out the|any|every|all|this|that ^1 risk*|danger*|possibility|chance|source_of
    recover|restore|retrieve|get_back|bring_back|rescue ^1 all|every|each|100 ^1
    rely|count|depend ^1 on ^1 us|it|our ^2 24/7|365|always|day|night|round
    find|catch|rescue|save ^1 your|him|her|them|every|it ^4 no_doubt|whatever|for_sure|promise|guarantee*|no_matter
    never sleep|sleeps|rest|rests !well|the_same
    give|gave|have|got you|my|our ^1 my|our? word|promise|guarantee|oath
    repeat|recurrence|repetition|relapse|second_time|failure|mix-up|crash|leak|such_a_thing|delay ^4 is|are|will_be|has_been ^1 now|simply|absolutely|completely|technically|physically? out_of_the_question|impossible|ruled_out|excluded|unthinkable|inconceivable|a_technical_impossibility
    chance|chances|risk|risks|likelihood|probability|odds|possibility|danger ^6 is|are|to|at ^1 now|absolutely|exactly|effectively|down? zero|nil|nonexistent|non-existent|none|0|gone|eliminated
    zero|absolutely_no|no_more|not_a_single|not_one|without_a_single|0 ^1 {_FAULT} from|next|for_the_rest|ever|this|going_forward|guaranteed|again|in_future|whatsoever|until_the_end
    have|see|be|suffer|face|expect|experience|with ^1 zero ^1 {_FAULT}
    there ^1 is|'s|are|will_be zero|no|absolutely_no|not_the_slightest|not_the_least|not_a_shred_of ^1 risk|danger|chance|possibility|way ^5 whatsoever|at_all|any_more|anymore|for_anyone|to_anyone|for_anybody|again|now
    there's zero|no|absolutely_no|not_the_slightest ^1 risk|danger|chance|possibility|way ^5 whatsoever|at_all|any_more|anymore|for_anyone|to_anyone|for_anybody|again|now
    zero risk|danger|chance !tolerance
    there's|there_is|there no_way|no_chance|zero_chance|not_a_chance !to|for_us|back|of|around|out|through|in|up|down
    in no danger|risk whatsoever|at_all|of
    there won't|will_not|shan't be ^1 any|another|a|one ^1 more|further|next|second|repeat|single ^1 {_FAULT}|time
    {_FAULT} is|are|will_be|have_become|has_become ^1 now? a_thing_of_the_past|things_of_the_past|history|ancient_history|a_distant_memory|dead_and_buried|yesterday|gone_forever|consigned|banished
    thing of the past
    gone for|once good|ever|and_for_all
    is|are|stays|stay|be ^2 dead and|for buried|gone|good
    stay|stays|remain|be dead|gone|away|fixed|solved|closed ^1 for_good|forever|for_ever|permanently|for_life|from_now|now_and
    never to return|come_back|be_seen
    never|not ^2 see|hear|read|notice|worry|think|need|have_to|wait|queue|write|complain|be ^6 ever|again|another|any_more|for_the_rest
    every|each|all|any ^1 of_the|your|our|future|single|of_your|of_our|last? ^1 {_ITEM} ^2 will|shall|is_going_to|are_going_to|now|'ll ^2 on_time|at_once|immediately|instantly|on_the_dot|punctual*|perfect*|flawless*|faultless*|without_exception|safe|safely|restored|recovered|happy|satisfied|delighted|error-free|free_of|protected|secure|spotless|right_first_time|without_delay
    every|each single? {_ITEM} ^2 answered|delivered|fixed|solved|checked|protected|found ^6 always|every_time|without_exception|guaranteed|no_exceptions|period|without_fail|100
    every|each future|next|last|single ^1 {_ITEM} ^1 will|is_going_to|shall
    all|every|each ^2 your|of_your|last ^1 data|files|photos|savings|money|documents|pictures|messages|songs|contacts|points|progress|memories|cent|penny|euro|pound ^1 will|is_going_to|are_going_to|is|are ^2 recovered|restored|safe|back|returned|saved|there|intact|protected
    back ^2 every last|single|penny|cent
    get|gets|have|receive ^2 everything|all_of_it|it_all ^1 back ^2
    every cent|penny|euro|pound|dollar you|they|of ^1
    our|the|this|that|these|those|they|it|which|new ^3 never|can_never|cannot|can't|don't|doesn't|won't ^1 ever? fail|fails|break|breaks|leak|leaks|crash|crashes|lie|lies|err|errs|cheat|cheats|sleep|sleeps|stop_working|stops_working|break_down|breaks_down|make_mistakes|makes_mistakes|make_a_mistake|make_anyone|makes_anyone|hurt_anyone|hurts_anyone|let_anyone|lets_anyone|let_you_down|lets_you_down|go_wrong|goes_wrong|go_down|goes_down|run_out|runs_out|wear_out|wears_out|lose_anything|loses_anything|lose_data|loses_data|get_lost|gets_lost|go_missing|goes_missing|fade|fades|rust|rusts|tear|tears|expire|malfunction*|overheat|overheats|catch_fire|catches_fire !again_and_we|to
    last|lasts|hold|holds|work|works|run|runs|stand|stands|stay|stays|keep|keeps|serve|serves|endure ^2 for? forever|for_ever|a_lifetime|lifetime|life|eternity|a_hundred_years|a_thousand_years|hundred_years|generations|till_the_end|until_the_end_of_time|decades_without !guarantee|warranty
    for_life|for_ever|forever !banned|scarred|changed|in_our|and_ever_will_she|lost|gone_from
    nobody|no_one|no_hacker|no_thief|nothing|no_stranger|no_one_else|no_criminal|no_storm|no_flood|no_virus|no_power ^1 can|could|will|is_able_to|will_be_able_to ^1 ever|possibly|now? hack|break|crack|open|read|get_in|get_into|touch|steal|breach|stop|harm|beat|enter|destroy|access|penetrate|bring|knock
    our|the|your|its|this|that|these|it|they ^3 can't|cannot|can_never|can_not ^1 possibly|physically|now|simply|ever|just|be ^1 be? hacked|broken|beaten|breached|stolen|penetrated|copied|cracked|intercepted|contaminated|sunk|lost|forged|faked|tampered|guessed|compromised|go_wrong|get_lost|fail|sink|leak|break|catch_fire|overheat|explode
    hacker|hackers|thieves|thief|burglars|criminals|germs|viruses ^1 don't|do_not|doesn't|won't|have_no|has_no ~2 stand|get_in|chance|way_in
    unhackable|impenetrable|invulnerable|invincible|infallible|tamper-proof|burglar-proof|hack-proof|waterproof_for|bombproof|idiot-proof|fail-safe|ironclad|iron-clad|rock-solid_guarantee|cast-iron_guarantee|cast-iron_promise|watertight_guarantee|virus-proof|storm-proof|earthquake-proof|childproof_beyond
    withstand|withstands|survive|survives|resist|resists ^1 any|every|anything|everything ^1
    stop|stops ^1 any|every ^2 attack*|thief|thieves|leak*|flood*|fire*|hacker*|intruder*|fault*|error*|virus*|threat*|bug*|spill*|delay*|fraud*
    makes|make|making|rendering|renders ^1 it|this|that|them|downtime|data_loss|theft|delays|errors|mistakes|a_repeat|outages|hacking|leaks|fraud|another ^3 impossible|unthinkable|a_thing
    made it impossible ^1 for|to ^2 lose|steal|break|fail|happen|crash|hack|miss|leak|mix|confuse|repeat|forget|enter|occur
    physically|technically|mathematically|simply|now|scientifically ^1 impossible|cannot|can't_happen
    can't|cannot ^1 physically|technically|mathematically ^1
    nothing|no_error|no_errors|no_mistake|no_mistakes|no_bug|no_bugs|no_fault|no_one|nobody|not_a_single ^2 gets|slips|goes|escapes|can_get|can_slip|can_escape|can_go|will_get|will_slip|will_escape|will_go|could_slip|leaves ^1 past|through|wrong|undetected|unnoticed|unanswered|missing|lost|unchecked
    catches|detects|spots|finds|blocks|stops|prevents|kills|removes|fixes|solves|cures|heals|beats|recovers|repairs|eliminates ^1 everything|every|any_and_all|each_and|all_known|absolutely|100|any_kind
    bet ^2 my|our|your|the ^2 house|life|job|farm|salary|career|reputation|mortgage|dollar|boots|shirt|savings|on
    stake|staking ^1 my|our ^2 career|reputation|job|life|name|house|honour|honor
    vouch|vouches for ^1
    swear|swears on|to|by|that|it|you
    on my|our ^1 mother's|grandmother's|children's|kids'|life|honour|honor|oath|soul
    my|our hand to|in god|the_fire
    scout's|scouts honour|honor
    eat my|our hat
    dead cert|certain|sure
    a|is|it's|that's sure thing|bet|fire|winner
    a certainty|racing_certainty|foregone_conclusion|given_that
    take it ^1 from_me|to_the_bank ^1
    as ^1 sure|certain|surely as
    as good as new
    exactly|just as it was|before|they_were|new
    as if|though nothing ^1 had|has|ever ^1 happened
    like it never|nothing happened|ever
    move|moving heaven|mountains
    heaven and earth
    no stone|stones ^1 unturned
    leave|leaving no stone|one
    won't|will_not|shall_not|shan't|never|not|refuse_to ^1 rest|sleep|stop|stopping|resting|give_up|quit|leave ^2 until|till|before|unless
    walk through|over|on fire|coals|broken
    at any|whatever_the|no_matter_the|whatever_the cost|price|expense
    to the ends ^1
    no doubt about|whatsoever|at_all|in_my|in_our
    shadow of ^1 doubt
    beyond any|all|a|every|reasonable doubt|question
    will|'ll|you'll|we'll|it'll|i'll|going_to ^8 for sure|certain|definite
    will|'ll|you'll|we'll|it'll|i'll|going_to|can|be ^6 guaranteed|come_what_may|without_question|hand_on_heart|with_certainty|with_100|with_complete_certainty|100 ^1
    you can|may|could ^1 be|feel|rest ^1 absolutely|totally|quite|completely|entirely|one_hundred|perfectly|very? ^1 sure|certain|confident|assured|convinced|safe|secure ^1 it's|nothing|everything|your|no|you|all|every|never|with_us|in_our|at_all
    trust|rely|count|depend|bank ^1 us|on_us|on_our|on_it|in_us ^1 blindly|completely|totally|always|every_time|any_time|whatever|no_matter|day_or_night|100|absolutely|unconditionally
    can always|totally|blindly|completely rely|count|depend|trust|bank|turn
    everything|all|things|it_all ^1 will|'ll|is_going_to|are_going_to|shall ^1 be|work_out|turn_out ^1 be? ^1 fine|ok|okay|alright|all_right|well|perfect|great|good|sorted_for|wonderful|better_than
    it'll|it_will|they'll|they_will ^1 all ^1 be|work ^1 fine|ok|okay|alright|all_right|well|perfect|good|out
    all will|shall be ^1 well|fine|good|right
    will|'ll|going_to|it'll|they'll|we'll ^2 work|works|run|go|be|function|operate|perform|fly|arrive|fit ^2 perfectly|flawlessly|faultlessly|smoothly_from|without_a_hitch|like_clockwork|seamlessly|like_a_dream|perfect_every|without_a_single|impeccably|like_new_forever
    perfect|flawless|faultless|spotless|fresh|right|correct|accurate|on_time ^1 every|each|all|always ^1 single? time|day|of_the_time|order|delivery|flight|year|the_time
    will|'ll|shall|is|are|be ^2 free of|from ^1 all|any|bugs|errors|faults|defects|delays|problems|mistakes|risk|nuts_for_ever
    works|work|fits|helps|succeeds|arrives|delivers ^2 every time|single_time|case|100|hundred|for_everyone|for_everybody|in_every
    works|work|hold|holds 100|every_time|each_time|guaranteed
    never|not|nobody|no_one|none ^1 going_to|gonna|has_to|have_to|will|shall|would? ^1 ever? ^1 be|come|go|lose|miss|feel ^1 left_behind|out_of_pocket|worse_off|empty-handed|stranded_again|without_power_again|let_down|left_alone|forgotten|turned_away|hungry_again|short-changed|overcharged_again|a_cent|a_penny|anything|a_single
    not a|one|a_single single? ^1 {_ITEM} ^1 will|shall|is_going_to|gets|goes
    no|not_one ^1 {_ITEM}|employee|colleague|driver|guard|passenger|pupil|visitor ^2 will|shall|is_going_to|would|can ^1 ever|again|be ^5 again|ever|lost|late|cancelled|hurt|harmed|missed|unanswered|forgotten|left
    price|prices|rate|fares|fees|bill|rent|tariff|subscription ^4 forever|for_ever|never|for_life|for_good ^1
    we're|we_are|i'm|i_am|we|i ^1 absolutely|100|1000|totally|utterly|dead|completely|one_hundred|a_hundred|110|fully ^2 sure|certain|positive|confident|convinced !with_the_work_of
    make|keep|making|get|leave|have ^1 every|all|everyone|everybody|each|our ^2 customer|customers|guest|guests|user|users|one_of_you|everyone|passengers|families ^1 happy|satisfied|smile|whole|delighted
    is|are|'s ^1 ever|never going_to|gonna
    no|not_one|nobody|none ^5 is|are ^1 ever going_to|gonna
    your|our|the|this|their|his|her ^3 can't|cannot|can_no_longer ^1 go|end_up|get|be ^1 astray|missing|wrong|mixed_up|lost|stolen|confused|swapped|the_wrong
    each|every|any ^1 of_your|single|of_the? ^1 {_ITEM} ^1 gets|reaches|finds|is_answered|is_met ^5 within|inside|in_under|in_less_than|under # ^1 minutes|minute|seconds|hours|hour|days|second|thirty|sixty
    each|every ^1 {_ITEM} ^1 gets|reaches|finds ^4 inside|within|under ^1 of ^1 thirty|sixty|ten|twenty|#
    no scenario|world|situation|case|universe|combination ^1 left? ^1 in ^1 which|where
    no scenario|world|situation|universe|version ^1 where
    won't|will_not|you'll_not|never ^3 a ^1 single ^3
    will|'ll|you'll|we'll|won't|he'll|she'll|they'll ^1 not ^3 find|see|hear|get|lose|have|meet ^1 a single
    want|wants for nothing
    as long as|we ^1 he|she|you|they|we|i|this_company|the_company ^1 live|lives|breathe|breathes|are_in_business|'re_in_business|exist|exists|stand|stands|am_here|is_here
    for as long ^1 as ^1 we_exist|we're_here|you_live|he_lives|she_lives|they_live|there_are_trains|we_are_in
    set your watch|watches|clock
    take it|that to the bank
    each|every|any ^4 from_now_on|from_today|from_tomorrow|from_here_on|in_future ^3 will|is|are|'ll|gets
    down to the ^1 very? last
    not|no_longer ^1 possible|conceivable ^1 any_more? ^1 to|for|that ^4 lose|break|fail|happen|crash|leak|confuse|repeat|go_wrong|go_missing|slip|forget|miss|recur|mix
    possible ^1 to lose ^2
    day|week|year in ^2 day|week|year out
    on the dot|minute|second ^2 every|always|each|week|day
    no earthly|possible|conceivable|way_on_earth way|chance ^1
    there ^1 is|'s|will_be no way|chance|possibility ^1 it|this|that|they|you|anyone|anybody|he|she|we ^1 !of_telling|to_know|to_tell
    there's no way|chance|possibility ^1 it|this|that|they|you|anyone|anybody|he|she ^1 !of_telling
    will|'ll|it'll|can|now ^1 hold|work|withstand|survive|protect|cope|bear|resist|keep|save|handle|stop ^5 any|every|anything|everything|whatever !questions|calls|you_ask|more|way|day|time|of|branch|shop|weekday|station|desk|parcel|letter|question|call|few|other|hour ^1
    at any|every|all speed|load|temperature|height|weather|depth
    ten|hundred|100|10|a_hundred|9|99 times ^1 out ^1 of|in ten|hundred|100|10
    whatever|come|no_matter comes|may_come|what|the_weather|happens_next ^2 rain|snow|we|you|hail|storm
    rain|hail or ^1 shine|snow
    rain hail|snow|wind
    forever and a|always day
    without the|a|any slightest|shadow|trace ^1 doubt|risk|problem|hitch
    without a|one|any hitch
    that's|this_is|it's|is ^1 a promise ^1
    fix|solve|sort|repair|mend|replace|refund|answer|restore ^1 everything|it_all|all_of_it|every ^3 no_question|tonight|today|tomorrow|at_once|whatever
    last|final ^3 ^1 ever
    nothing|none|no_one|nobody ^1 like|such|of ^2 can|will|could|is_able_to|is_going_to ^1 ever|possibly? ^1 happen|occur|recur|go
    made sure|certain ^1 it's|that|it|this|nothing|nobody|no_one ^4 impossible|never|can't|cannot|won't|safe|again|ever
    answer|reply|respond|react|refund|deliver|repair|help ^3 within|in|inside ^1 under|less_than? ^1 #|ten|five|two|three|thirty|sixty|seconds|an ^1 minutes|seconds|hour|minute ^2 day|always|every|24|guaranteed|without|round|night
    gets|get|receive|receives ^4 within|in the|an|one|ten|five|# hour|minute|minutes|seconds|day ^2 always|guaranteed|every_time|no_exceptions|without
    do|give|try anything|everything ^1 to|it_takes|for ^1 make|you|keep ^1 you|every|everyone
    there'll|there_will ^1 be ^1 no|never ^1 be? ^1 more|further|other|another ^1 {_FAULT}
    plus|aucun|jamais aucun|de ~3 retard|panne|problème|erreur|c'est_promis|promis
    c'est promis
    versprochen|garantiert|prometido|promesso|beloofd ~1
    bar none
    hands down
    always|ever ^1 be ^1 100|perfect|there_for|safe|on_time|right|honest_with|the_safest|available|reachable|by_your_side
    promise|promising|vow|swear|pledge|guarantee ^1 never|not|nobody|no_one|nothing ^1 to|will
    promised land
    safe|safer|safest|secure as ^1 houses|fort|bank|rock|vault|in_your
    there ^1 is|'s|was|will_be a|100|one_hundred|guaranteed ^1 solution|place|seat|space|answer|refund ^2 for ^1 everyone|everybody|every|each|all_of_you
    everyone|everybody|every_one_of_you|each_of_you ^1 will|is_going_to|gets|'ll ^1 get|have|receive|be ^3 everything|whatever|what_they_want|always|on_time_every|home_safely|perfect|happy|full_satisfaction
    whatever|whichever|however|wherever|whenever|whoever ^1 you|the|train|flight|they ^4 ^2 will|'ll|we'll|you'll|it'll|there'll ^2 always|be_there|be_a|work|find|get|fix|pay
    don't|do_not have|need to worry about ^1 anything|a_thing ^2 ever|again|any
    without any ^1 worry|worries|risk|fear|danger ^2 at_all|whatsoever|again|now
    never|not|no ^3 under any circumstance*
    any|more|all|every ^1 under any|no ^1 circumstances
    get|gets ^1 rid of ^4 for|once good|ever|and|all|sure
    safest|cleanest|most_secure|most_reliable ^4 in_the_world|in_the_country|in_europe|on_earth|on_the_planet|ever_built|there_is|in_the_skies
""", unless="year|years|month|lifetime|two-year|one-year|three-year|five-year|ten-year|money-back|price|manufacturer's|legal|statutory guarantee|warranty\nmust|should|shouldn't|mustn't|ought not|never? ~1 happen|have_happened|be_allowed\ncan't|cannot|won't|couldn't|wouldn't|not|never|no_one_can|nobody_can ~1 promise|guarantee|swear|rule_out|say_that|vouch\nnobody|no_one ~1 can|could guarantee|promise\nask|asked|asks|asking|want|wanted ~2 to guarantee|promise|swear\npromised|said|told|claimed\nstate|deposit|savings|bank|repair*|federal|government ~2 guarantee|guaranteed\nguarantee|guarantees ~5 month|months|year|years|per_person|scheme|fund\nno|not_a guarantee\nnot for ever|sure|certain\ndon't|do_not|doesn't|didn't know ~3\nlost|gone|closed|closing|miss|banned|remember|remembered|grateful|sorry|thankful for_ever|forever|for_life")
