"""The rule of promises that nobody can keep: never twice, a thing of the past, what cannot fail, every one, at any price."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.kinds import Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

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

_VOWS: Final = looking_for(f"""
    nobody|no_one|no_human|no_thief|no_hacker|not_a_soul|nothing ^1 on|in ^1 this|the|planet|earth planet|earth|world|universe? ^1 can|could|will|gets|is_able
    completely|totally|utterly|now|safely|for_ever|entirely ^1 out_of|beyond ^1 anyone's|anybody's|everyone's|any_hacker's|any_thief's|a_thief's|all reach
    won't|will_not|can't|cannot|can_not|couldn't|could_not|never|shan't|shall_not ^3 happen|occur|recur|fail|break|repeat|repeated|be|make|do|crash|leak|go|let|get|lose ^6 twice|a_second_time|second_time|any_more|anymore|any_longer|on_my_watch|on_our_watch|ever|repeated|in_our_lifetime|in_your_lifetime
    rest assured|easy ~6 recur|recurs|repeat|ever|never|nothing|everything
    recover|restore|retrieve|get_back|bring_back|rescue ^1 all|every|each|100 ^1
    find|catch|rescue|save ^1 your|him|her|them|every|it ^4 no_doubt|whatever|for_sure|promise|guarantee*|no_matter
    give|gave|have|got you|my|our ^1 my|our? word|promise|guarantee|oath
    there ^1 is|'s|are|will_be zero|no|absolutely_no|not_the_slightest|not_the_least|not_a_shred_of ^1 risk|danger|chance|possibility|way ^5 whatsoever|at_all|any_more|anymore|for_anyone|to_anyone|for_anybody|again|now
    zero risk|danger|chance !tolerance
    there's|there_is|there no_way|no_chance|zero_chance|not_a_chance !to|for_us|back|of|around|out|through|in|up|down
    thing of the past
    stay|stays|remain|be dead|gone|away|fixed|solved|closed ^1 for_good|forever|for_ever|permanently|for_life|from_now|now_and
    never|not ^2 see|hear|read|notice|worry|need|have_to|wait|queue|write|complain|be ^6 ever|again|another|any_more|for_the_rest
    every|each|all|any ^1 of_the|your|our|future|single|of_your|of_our|last? ^1 {_ITEM} ^2 will|shall|is_going_to|are_going_to|now|'ll ^2 on_time|at_once|immediately|instantly|on_the_dot|punctual*|perfect*|flawless*|faultless*|without_exception|safe|safely|restored|recovered|happy|satisfied|delighted|error-free|free_of|protected|secure|spotless|right_first_time|without_delay
    every|each single? {_ITEM} ^2 answered|delivered|fixed|solved|checked|protected|found ^6 always|every_time|without_exception|guaranteed|no_exceptions|period|without_fail|100
    every|each future|next|last|single ^1 {_ITEM} ^1 will|is_going_to|shall
    every cent|penny|euro|pound|dollar you|they|of ^1
    our|the|this|that|these|those|they|it|which|new ^3 never|can_never|cannot|can't|don't|doesn't|won't ^1 ever? fail|fails|break|breaks|leak|leaks|crash|crashes|lie|lies|err|errs|cheat|cheats|sleep|sleeps|stop_working|stops_working|break_down|breaks_down|make_mistakes|makes_mistakes|make_a_mistake|make_anyone|makes_anyone|hurt_anyone|hurts_anyone|let_anyone|lets_anyone|let_you_down|lets_you_down|go_wrong|goes_wrong|go_down|goes_down|run_out|runs_out|wear_out|wears_out|lose_anything|loses_anything|lose_data|loses_data|get_lost|gets_lost|go_missing|goes_missing|fade|fades|rust|rusts|tear|tears|expire|malfunction*|overheat|overheats|catch_fire|catches_fire !again_and_we|to
    last|lasts|hold|holds|work|works|run|runs|stand|stands|stay|stays|keep|keeps|serve|serves|endure ^2 for? forever|for_ever|a_lifetime|lifetime|life|eternity|a_hundred_years|a_thousand_years|hundred_years|generations|till_the_end|until_the_end_of_time|decades_without !guarantee|warranty
    for_life|for_ever|forever !banned|scarred|changed|in_our|and_ever_will_she|lost|gone_from
    nobody|no_one|no_hacker|no_thief|nothing|no_stranger|no_one_else|no_criminal|no_storm|no_flood|no_virus|no_power ^1 can|could|will|is_able_to|will_be_able_to ^1 ever|possibly|now? hack|break|crack|open|read|get_in|get_into|touch|steal|breach|stop|harm|beat|enter|destroy|access|penetrate|bring|knock
    hacker|hackers|thieves|thief|burglars|criminals|germs|viruses ^1 don't|do_not|doesn't|won't|have_no|has_no ~2 stand|get_in|chance|way_in
    unhackable|impenetrable|invulnerable|invincible|infallible|tamper-proof|burglar-proof|hack-proof|waterproof_for|bombproof|idiot-proof|fail-safe|ironclad|iron-clad|rock-solid_guarantee|cast-iron_guarantee|cast-iron_promise|watertight_guarantee|virus-proof|storm-proof|earthquake-proof|childproof_beyond
    makes|make|making|rendering|renders ^1 it|this|that|them|downtime|data_loss|theft|delays|errors|mistakes|a_repeat|outages|hacking|leaks|fraud|another ^3 impossible|unthinkable|a_thing
    physically|technically|mathematically|simply|now|scientifically ^1 impossible|cannot|can't_happen
    can't|cannot ^1 physically|technically|mathematically ^1
    catches|detects|spots|finds|blocks|stops|prevents|kills|removes|fixes|solves|cures|heals|beats|recovers|repairs|eliminates ^1 everything|every|any_and_all|each_and|all_known|absolutely|100|any_kind
    bet ^2 my|our|your|the ^2 house|life|job|farm|salary|career|reputation|mortgage|dollar|boots|shirt|savings|on
    stake|staking ^1 my|our ^2 career|reputation|job|life|name|house|honour|honor
    vouch|vouches for ^1
    swear|swears on|to|by|that|it|you
    scout's|scouts honour|honor
    dead cert|certain|sure
    heaven and earth
    will|'ll|you'll|we'll|it'll|i'll|going_to|can|be ^6 guaranteed|come_what_may|without_question|hand_on_heart|with_certainty|with_100|with_complete_certainty|100 ^1
    perfect|flawless|faultless|spotless|fresh|right|correct|accurate|on_time ^1 every|each|all|always ^1 single? time|day|of_the_time|order|delivery|flight|year|the_time
    will|'ll|shall|is|are|be ^2 free of|from ^1 all|any|bugs|errors|faults|defects|delays|problems|mistakes|risk|nuts_for_ever
    it's|it_is|now|is impossible that ^1 any|anything|anyone|anybody|it|this|that|another|a|one|your|our|the
    so|that|and ^1 that? nobody|no_one|nothing|no_child|no_guest ^1 can|could|will ^4 any_more|anymore|any_longer|ever_again
    leave|use|eat|drink|wear|drive|ride|book|order|sleep|swim|travel|pay|shop ^6 without ^1 the|a|any slightest|least|moment's|second|single ^1 of? ^1 thought|worry|risk|danger|doubt|fear
    without ^1 ever? thinking|worrying|giving|having ^1 it|to|about? ^1 twice|a_second|a_thought|again|a_moment's
    cannot|can't|can_no_longer be ^1 opened|read|copied|hacked|cloned|picked|broken|guessed|misused|forged ^2 by any|anyone|anybody
    not a|one|a_single single? ^1 {_ITEM} ^1 will|shall|is_going_to|gets|goes
    no|not_one ^1 {_ITEM}|employee|colleague|driver|guard|passenger|pupil|visitor ^2 will|shall|is_going_to|would|can ^1 ever|again|be ^5 again|ever|lost|late|cancelled|hurt|harmed|missed|unanswered|forgotten|left
    no|not_one|nobody|none ^5 is|are ^1 ever going_to|gonna
    your|our|the|this|their|his|her ^3 can't|cannot|can_no_longer ^1 go|end_up|get|be ^1 astray|missing|wrong|mixed_up|lost|stolen|confused|swapped|the_wrong
    each|every ^1 {_ITEM} ^1 gets|reaches|finds ^4 inside|within|under ^1 of ^1 thirty|sixty|ten|twenty|#
    no scenario|world|situation|case|universe|combination ^1 left? ^1 in ^1 which|where
    won't|will_not|you'll_not|never ^3 a ^1 single ^3
    will|'ll|you'll|we'll|won't|he'll|she'll|they'll ^1 not ^3 find|see|hear|get|lose|have|meet ^1 a single
    want|wants for nothing
    as long as|we ^1 he|she|you|they|we|i|this_company|the_company ^1 live|lives|breathe|breathes|are_in_business|'re_in_business|exist|exists|stand|stands|am_here|is_here
    set your watch|watches|clock
    each|every|any ^4 from_now_on|from_today|from_tomorrow|from_here_on|in_future ^3 will|is|are|'ll|gets
    down to the ^1 very? last
    not|no_longer ^1 possible|conceivable ^1 any_more? ^1 to|for|that ^4 lose|break|fail|happen|crash|leak|confuse|repeat|go_wrong|go_missing|slip|forget|miss|recur|mix
    day|week|year in ^2 day|week|year out
    on the dot|minute|second ^2 every|always|each|week|day
    no earthly|possible|conceivable|way_on_earth way|chance ^1
    there ^1 is|'s|will_be no way|chance|possibility ^1 it|this|that|they|you|anyone|anybody|he|she|we ^1 !of_telling|to_know|to_tell
    there's ^1 no way|chance|possibility ^1 it|this|that|they|you|anyone|anybody|he|she ^1 !of_telling
    will|'ll|it'll|can|now ^1 hold|work|withstand|survive|protect|cope|bear|resist|keep|save|handle|stop ^5 any|every|anything|everything|whatever !questions|calls|you_ask|more|way|day|time|of|branch|shop|weekday|station|desk|parcel|letter|question|call|few|other|hour ^1
    at any|every|all speed|load|temperature|height|weather|depth
    ten|hundred|100|10|a_hundred|9|99 times ^1 out ^1 of|in ten|hundred|100|10
    whatever|come|no_matter comes|may_come|the_weather|happens_next ^2 rain|snow|we|you|hail|storm
    forever and a|always day
    nothing|none|no_one|nobody ^1 like|such|of ^2 can|will|could|is_able_to|is_going_to ^1 ever|possibly? ^1 happen|occur|recur|go
    bar none
    always|ever ^1 be ^1 100|perfect|there_for|safe|on_time|right|honest_with|the_safest|available|reachable|by_your_side
    whatever|whichever|however|wherever|whenever|whoever ^1 you|the|train|flight|they ^4 ^2 will|'ll|we'll|you'll|it'll|there'll ^2 always|be_there|be_a|work|find|get|fix|pay
    {_FAULT}|escape|second_time|failure|that|it is|are|'s ^1 now|completely|quite? out_of_the_question|ruled_out|unthinkable|inconceivable|a_thing_of
    can't|cannot|won't|will_not|can_never|couldn't cause|harm|hurt|affect|touch|trigger|give ^3 in|to|any|anyone|anybody|a ^4 ever|at_all|whatsoever|whatever
    won't|will_not|needn't|never|not ^1 ever? have_to|need_to|need ^1 ever? worry|fear ^1 about|of|for
    will|'ll outlive|outlast ^1 us|you|all
    no hacker|thief|burglar|virus|storm ^1 on_earth|in_the_world
    no exceptions
    couldn't|could_not|can't|cannot be ^1 any? safer|more_secure|better_protected|in_safer
    from today|tonight|tomorrow|monday|now_on|this_week|here_on no|not_a_single|nobody|nothing ^4 gets|is|will_be|will_get|goes|will_go lost|late|missing|wrong|mixed_up|stolen|cold|forgotten|cancelled
    nobody|no_one ^7 has|need|needs|have|will_have ^1 anything|to ^1 to? fear|worry ^4 again|any_more|with_us|from_our|from_us
    nobody|no_one|no_thief|no_hacker|no_stranger will|can ^1 be_able_to? copy|fake|imitate|misuse|abuse|clone|intercept|steal ^4 any_more|anymore|again|ever|now_on
    whatever|no_matter_what the|anyone|anybody|they|it|life|winter ^2 does|throws|brings
    without any ^1 worry|worries|risk|fear|danger ^2 at_all|whatsoever|again|now
    safest|cleanest|most_secure|most_reliable ^4 in_the_world|in_the_country|in_europe|on_earth|on_the_planet|ever_built|there_is|in_the_skies
""", unless="year|years|month|lifetime|two-year|one-year|three-year|five-year|ten-year|money-back|price|manufacturer's|legal|statutory guarantee|warranty\nmust|should|shouldn't|mustn't|ought not|never? ~1 happen|have_happened|be_allowed\ncan't|cannot|won't|couldn't|wouldn't|not|never|no_one_can|nobody_can ~1 promise|guarantee|swear|rule_out|say_that|vouch\nnobody|no_one can ~8 until|till\nnobody|no_one ~1 can|could guarantee|promise\nask|asked|asks|asking|want|wanted ~2 to guarantee|promise|swear\npromised|said|told|claimed\nstate|deposit|savings|bank|repair*|federal|government ~2 guarantee|guaranteed\nguarantee|guarantees ~5 month|months|year|years|per_person|scheme|fund\nno|not_a guarantee\nnot for ever|sure|certain\ndon't|do_not|doesn't|didn't know ~3\nlost|gone|closed|closing|miss|banned|remember|remembered|grateful|sorry|thankful for_ever|forever|for_life")

OVER_PROMISE: Final = Rule(
    "over-promise", Level.WARNING,
    "Nobody can keep this for certain; the first exception becomes the next story.",
    "Say what you do and by when: “Two people check each batch from Monday.”",
    "Coombs 2007; Lewicki, Polin and Lount 2016",
    all_of(
        looking_for(tongues.OVER_PROMISE, negated=True),
        _VOWS,
        looking_for("""
            it's|is|are|be|becomes now|absolutely|technically|completely|simply|quite? impossible ^1 for|to|that ^1 anyone|anybody|hackers|thieves|this|it|break|happen|steal|again
            guarantee|guarantees|guaranteed|guaranteeing !by_law|by_the|under_the|your_place|your_seat|your_spot|your_booking|card|is|ends|period|claim|for_two|covers|runs|on_the|on_your|of_the_hinge|fund|still_covers|applies
            we|i|you_have_our|you_have_my|on_my|on_our|give_you_our|gave_you_our promise|vow|swear|pledge|word|solemn_promise|guarantee !your|a_seat|a_place|to_post|to_write|to_answer|to_keep_you_posted
            never|not|won't_ever|will_never|not_ever happen|occur|have|be|see|experience|face|suffer|go|fail|let|worry|lose|make|break|repeat|wait|again ~8 again
            never again !will_we_say
            not|no a|one|any|another|even|more ~5 will|shall|is_going_to|are_going_to|is_ever_going_to|would|can ever|again|be
            will|shall ever ~2 again
            word|promise|guarantee|assurance|vow|oath that|: ~8 ever|never|again|always|nobody|no_one|every
            under|in no circumstances|way|event|case ~2 will|can|shall|could|would|is
            no|nobody|no_one|no-one|nothing|none ~3 will|can|could|shall ever|again
            no|not_one|not_a_single|zero more|further|other|future ~1 delay*|outage*|mistake*|error*|problem*|leak*|incident*|cancellation*|surprise*|issue*|bug*|failure* from|after|ever|again|at|in|, ~2
            last|final time ~4 ever|you'll|you_will|this_happens|anything|this_will
            you'll|you_will|customers_will|everyone_will|nobody_will never|not ever? need|want|regret|see|hear|wait|worry|pay|lose|face|have
            all|every|everything|each ~3 will|is_going_to ~1 be ~1 perfect|flawless|fixed_for_good|fine|back_to_normal_forever|100|refunded_no_matter|solved_for_good
            whatever it_costs|it_takes
            solve|solves|fix|fixes|end|ends|stop|stops|prevent|prevents ~3 for_good|once_and_for_all|forever|for_ever|permanently|for_all_time|completely
            say|state|confirm|tell_you|promise ~1 with|in_all ~1 certainty|confidence
            hand on heart
            hundred percent|per_cent ~1
            perfectly|entirely|totally|completely|absolutely|fully fine|okay|ok|safe_to|under_control|problem-free|impossible
            fault-free|problem-free|trouble-free|leakproof|accident-free|crash-proof|future-proof|infallible|unsinkable|indestructible
            everyone|everybody|all_of_you|every_one_of_you|nobody|no_one|no_customer will ever|always|get|be ~2 full|whatever|happy|satisfied|again|wait|disappointed
            you have nothing|no_reason ~1 worry|fear
            nothing to worry|fear ~1
            as long as you live
            for the rest of your|my|our|their|his|her
            every|each single ~3 will|is_going_to|gets|arrives|leaves|has_been
            remov*|eliminat*|exclud*|erases|ends|kills|abolish* all|any|every|each|the_last ~1 risk*|danger*|doubt*|problem*|error*|bacteria|germs|delay*|chance*
            one|1 hundred percent|per_cent
            rest|sleep|breathe easy|easily
            you|nobody|no_one|we|it will|'ll ~1 never|not_ever ~2 crash*|fail*|break*|leak*|happen*|lose|lost|wait*|burn*|see|suffer*|regret*|worry
            stake my|our reputation|name|life
            you can|may be ~1 certain|sure|confident|positive that|we|it|this|there
            won't|will_not|can't|cannot|can_never|couldn't|couldn't_possibly|shall_not ~1 happen|occur|fail|be|break|recur|repeat|go_wrong|have ~5 again|ever|recur|repeated|problem|in_future
            impossible|no_way|no_chance|inconceivable for|that|of? this|it|that|such|them|any ~6 again|happen|recur|fail|twice|go_wrong|break|repeat*
            the|our very? last outage|time|mistake|failure|incident|problem|recall|delay
            100%|1000%|110%|99.9%|99.99% !refund|of_the_price|of_your|of_the|of_our|of_what|cotton|recycled|wool|silk|linen|leather|down|polyester|vegan|organic|beef|juice|natural|vegetarian|recyclable|electric|renewable|merino|cashmere|arabica|bamboo|rubber|nylon|viscose|pork|lamb|fruit
            100|110|hundred percent|per_cent|% ~1
            completely|totally|absolutely|perfectly|entirely|fully|utterly|100 safe|secure|certain|sure|harmless|risk-free|reliable|foolproof|protected|fixed_forever|bulletproof
            zero|absolutely_no|no|without_any|no_possible|not_any|not_the_slightest risk|risks|danger|chance|doubt|possibility|side_effects ~3 to|for|of|whatsoever|at_all|that|with|in !promise
            risk-free|foolproof|bulletproof|fail-safe|failproof|unhackable|unbreakable|flawless
            definitely|undoubtedly|absolutely|unquestionably !in_line|nobody|everybody|nothing|clear|delighted|happy|a|the|not|right|understand|see|hear|agree|wrong|know|fair|deserve|should|unacceptable
            without fail|a_doubt|any_doubt|exception|question
            no matter what|how_long !we|they|he|she|i|people|anyone|the_cost|how_much
            whatever|everything it_takes|the_cost|humanly_possible|in_our_power|you_want|we_can_do
            every|each|all single? ~2 customer|customers|one_of_you|person|user|users|guest|passengers|passenger|of_you will|is_going_to|gets|shall ~6 compensated|happy|satisfied|refunded_in_full|made_whole|full_refund_no
            will|shall|we'll|i'll|you'll|'ll always|forever|never ever? !reach|want|need|know|pretend|find|be_enough|be_able|bring|undo|forgive|make_up|be_on_us|be_here|welcome|sell|ever_sell|ever_share|share|ask|post|argue|blame|tell|forget|call|write|again_say
            you'll|you_will|nobody_will|no_one_will|they_will|it_will|that_will never|forever|always !reach|get_through|find|forget|know|see_us_say
            from|from_now on|this_day ~3 always|never|perfect
            can|do|want_to|let_me|will|would_like_to assure|promise|reassure you|everyone|everybody|customers|all|our|that ~6 again|never|not|won't|no|always|safe|fixed|completely|every|nobody|100
            assure|promise|reassure|assuring you|everyone|everybody|all ~6 again|never|won't|always|safe|fixed
            make|making|ensure|ensuring|ensures|see_to_it|made|guarantee sure? ~3 never|won't|doesn't|does_not|not|can't|cannot|no_one|nobody ~6 again|recur|repeated
            permanently|forever|for_good|once_and_for_all ~1 fixed|solved|resolved|eliminated|gone|safe
            fixed|solved|resolved|eliminated|eradicated|prevented|ruled_out permanently|forever|for_good|once_and_for_all|for_all_time|for_all
            fully|completely|definitively|permanently resolved|eliminated|prevented|ruled_out|bug-free ~3 forever|ever|again
            nothing|nobody|no_one|none|no_customer|no_data like_this|of_the_kind|similar|will|can|could|is ~4 ever|again|be_affected|go_wrong|be_lost !from
            bug-free|error-free|worry-free|hassle-free
            cross my|our heart
            you|they have|has our|my word|solemn_word|promise|guarantee
            our|my word|solemn_promise|personal_guarantee|personal_promise|solemn_vow that|,|is|on_it ~5
            always be|works|work|arrive|arrives|deliver|answer|available|on_time|get
            problem|issue|bug|fault|leak|outage is|has_been|was ~1 completely|totally|100|fully|entirely ~2 gone|fixed|solved|eliminated|behind
            mark my|our words
            impossible ^1 for ^4 to ^1 leak|happen|break|fail|crash|be_stolen|be_hacked|go_wrong|get_lost|be_lost
            in|within ^2 minutes|minute|hours|hour|seconds ^1 every time
            made sure ~3 never|can't|cannot ~1 happen|recur|fail|break
            will|'ll|going_to be ^1 perfect|flawless
            that's|this_is|it's|and_that's a|our|my promise
            no ifs ^2 buts|maybes|ands
            won't|will_not|can't|cannot|shan't ^5 ever_again
            no|not_one|nobody ^3 ever|will_ever|would_ever ^5 again
            will|'ll stay|remain ^3 for_good|forever|for_ever|for_life
            trust ^1 it|us|them|this|our ^2 completely|blindly|fully|entirely ^1 !again_takes
            without a_single|any|one exception|failure|fault|mistake ^1 !to
            no buts
            there|it can|will|could ^1 be no|never ^1 further|more|other|another|second|next|repeat
            no|never|nobody|nothing|always|every|zero ~8 period|full_stop
            cannot|can't be ~6 period|full_stop
            stay|remain|be|are|is ^1 safe|secure|private|protected forever|for_ever|always
            you_have_my_word|count_on_it|you_can_count|you_can_bank|mark_it|rain_or_shine|come_rain|without_fail|absolutely_no_way|dead_certain|one_hundred
            every|each last|single one|penny|cent|bit|piece|file|photo|item|order|customer|case ^1 !of_your
            recover|restore|find|refund|return|fix|save|reach|answer|replace|get_back|repair ^1 every|all_of ^1 last|single|one|lost
            whatever|no_matter|regardless ^2 outcome|happens|comes|cost|takes|result|the_case|of_what ^1 we|you|it|i|, ^2 will|'ll|we'll|promise|get
            and always|forever will_be|remain|be
            never|nothing|nobody|no ^2 could|can|will ever|possibly ^1
            every|each|any single? second|minute|hour|day|time|moment|night of|, every|each ^1
            every|each single time|second|minute|order|parcel|flight|train|customer|day !we_get|it_happens|you
            always|forever|permanently|for_ever|all_the_time on|be|stay|remain|up|available|there|run|running|secure|safe ^1 !of_course
            from now|today|tomorrow|monday on|onwards|forward ^3 always|never|every|all|no|nothing|nobody|without|perfect|flawless*|100|zero
            hundertprozentig*|garantier*|garantiz*|garantiert|nie_wieder|nunca_más|nunca_mais|plus_jamais|jamais_plus|mai_più|100_prozent|jamás|versprechen|prometemos|prometo|promettons ^1
            there|we ^1 is|are|'s|will_be ^1 absolutely|simply|literally|no|zero|not_a ^1 no|zero|way|chance|risk ^1 risk|danger|way|chance|of|possibility|that ^1 !yet
            come what may
            hell or high water
        """, unless="state|deposit|savings|bank|repair*|federal|government ~2 guarantee|guaranteed\nguarantee|guarantees ~5 month|months|year|years|per_person|scheme|fund\nyear|years|month|lifetime|two-year|one-year|three-year|five-year|money-back|price|manufacturer's|covered_by_the|under_the|under_our|covered_by_our guarantee\nmust|should|shouldn't|mustn't|ought not|never? ~1 happen|have_happened|be_allowed\nagain without\nmustn't|shouldn't happen\ncan't promise|guarantee\npeople|folks|customers|someone|some|there will always\ncannot promise|guarantee\npromised|said|told\nnobody|no_one will ^1 write|call|contact|ring|email|knock|phone|charge|send to? you|him|her|them|anything\nwould be cheap|easy|a_lie|dishonest|wrong|lying\nno guarantee\nwon't promise|guarantee\nnobody|no_one ~1 can|could guarantee|promise\nask|asked|asks|asking|want|wanted ~2 to guarantee|promise\nnot a guarantee"),
    ),
)

RULES: Final = (OVER_PROMISE,)
