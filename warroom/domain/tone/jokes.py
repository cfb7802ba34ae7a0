"""The rule of jokes: emoji, laughter, things that act like people, harm renamed as a treat, quips, borrowed lines, chatter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import jests, puns, tongues
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

#: What fails, or is delivered, and has no wishes of its own.
_THING: Final = (
    "flight|flights|bus|buses|train|trains|tram|plane|planes|ferry|boat|car|van|vans|truck|lorry|bike|scooter|server|servers|app|apps|website|site|wifi|wi-fi|router|modem|network|system|systems|computer|"
    "computers|printer|printers|robot|robots|bot|bots|chatbot|algorithm|ai|machine|machines|oven|ovens|fridge|freezer|boiler|heater|heating|radiator|radiators|toaster|kettle|dishwasher|washer|dryer|"
    "lift|lifts|elevator|escalator|escalators|door|doors|alarm|alarms|sprinkler|sprinklers|roof|ceiling|wall|gate|parcel|parcels|package|packages|suitcase|suitcases|bag|bags|luggage|letter|letters|"
    "order|pizza|burger|cake|cheese|cookie|cookies|soup|sauce|coffee|database|cloud|code|update|patch|battery|batteries|phone|phones|drone|satnav|gps|clock|calendar|cable|cables|signal|signals|ticket|weather|"
    "wind|snow|rain|gravity|pipe|pipes|tap|taps|toilet|toilets|shower|pump|meter|meters|card|cards|till|tills|scanner|camera|cameras|mic|microphone|sofa|chair|table|bed|mattress|scaffolding|tree|trees|"
    "servers'|vending|goblin|goblins|universe|internet|payroll|spreadsheet|inbox|autocorrect|keyboard|turbine|generator|dashboard|thermostat|sat-nav"
)
#: What only people do, or what a thing does when it is told of as one.
_FANCY: Final = (
    "fancied|fancies|gone_to_see|went_to_see|gone_to_visit|wanted_some|stuck_in_traffic_with|on_their_break|on_its_break|on_his_break|out_partying|sunbathing|had_other_plans|had_other_ideas|had_plans|has_other_plans|has_other_ideas|wanted_to_see|wanted_a_nap|wanted_a_holiday|wanted_a_break|wanted_a_better|wanted_a_day|wanted_a_selfie|wanted_a_swim|wanted_a_change|wanted_a_cuddle|wanted_to_be|wanted_to_have|wanted_to_join|wanted_to_visit|wanted_to_go|wanted_to_say|"
    "wants_to_see|wanted_in|wanted_the|decided_to_go|decided_to_take|decided_to_join|decided_to_visit|decided_to_have|decided_to_celebrate|decided_to_retire|decided_to_see|decided_it|decided_that_today|decided_today|"
    "decided_to_throw|decided_to_surprise|decided_to_become|decided_to_redecorate|decided_to_party|decided_to_play|got_a_bit_too|got_a_little_too|got_too_excited|got_overexcited|got_carried_away|got_lonely|got_bored|got_cold_feet|"
    "got_stage_fright|has_stage_fright|had_stage_fright|got_shy|is_shy|is_just_shy|are_shy|is_sulking|are_sulking|was_sulking|is_in_a_mood|in_a_mood|woke_up_on|overslept|slept_in|called_in_sick|went_rogue|gone_rogue|"
    "went_walkabout|gone_walkabout|gone_fishing|went_fishing|went_for_a_swim|went_for_a_walk|went_for_a_stroll|went_swimming|went_sightseeing|went_on_a_bender|went_on_an_adventure|is_on_an_adventure|on_an_adventure|on_a_bender|"
    "went_on_a_world|went_on_tour|on_a_world_tour|went_on_holiday|is_on_holiday|are_on_holiday|on_vacation|went_on_vacation|took_a_vacation|took_a_holiday|took_the_scenic|took_a_detour_via|took_early|takes_after|threw_a|throwing_a|"
    "throws_a|is_having_a|are_having_a|was_having_a|were_having_a|having_a_better|is_having_an|had_a_tantrum|had_a_meltdown_of|allergic_to|afraid_of|scared_of|in_love_with|fell_in_love|ran_off_with|eloped|running_away|ran_away|"
    "needs_a_hug|needed_a_hug|needs_a_rest|needed_a_rest|needed_a_lie|needs_a_lie|needed_some_me|need_a_breather|needed_a_breather|needs_a_breather|needs_therapy|needed_therapy|has_feelings|have_feelings|has_a_sense_of_humour|have_a_sense_of_humour|"
    "has_trust_issues|has_commitment|commitment_issues|didn't_get_the_memo|never_got_the_memo|missed_the_memo|said_no_thanks|said_hello|say_hello|came_to_say|said_goodbye|waved|is_on_a_diet|are_on_a_diet|on_a_diet|"
    "went_on_strike|gone_on_strike|is_on_strike|are_on_strike|took_a_nap|having_a_nap|taking_a_nap|a_nap|took_a_day|took_the_day|midlife|mid-life|existential|tantrum|hungover|hangover|tipsy|prefers|has_a_life|have_a_life|"
    "has_a_mind|have_a_mind|has_gone_on|likes_to_travel|loves_to_travel|loves_travelling|wanderlust|homesick|retired_early|has_retired|called_it_a_day|call_it_a_day|clocked_off|clocked_out|went_clubbing|went_to_the_pub|"
    "is_the_life|sends_its_love|sends_its_regards|sends_its_apologies|says_sorry_too|says_hi|moody|grumpy|cranky|diva|divas|stage_fright|beauty_sleep|forgot_how_to|forgot_its|doesn't_like_mondays|don't_like_mondays|hates_mondays|hate_mondays|"
    "not_a_morning|isn't_a_morning|aren't_morning|lost_the_will|gave_up_the_ghost_in_style|wasn't_in_the_mood|not_in_the_mood|had_enough_of|taking_a_breather|stretch_its_legs|stretching_its|fancying|clearly_wanted|joined_the_party|lost_its_marbles|"
    "stern_talking|has_been_given_a_stern|been_given_a_stern|has_been_told_off|was_told_off|in_detention|has_been_grounded|skipped_spelling|skipped_school|skipped_class|skipped_leg|has_ambitions|needs_glasses|needs_new_glasses|can't_spell|started_the_weekend|took_an_early_weekend|thinks_it's_a|thought_it_was_a|thinks_it_is_a|had_a_wild|had_a_night|on_its_gap_year|gap_year|soul-searching|finding_itself|find_itself|discover_itself"
)
#: A bad thing renamed as a treat.
_TREAT: Final = (
    "sauna|workout|work-out|cardio|detox|adventure|camping|safari|spa|facial|souvenir|bonus|treasure_hunt|scavenger_hunt|hide_and_seek|party|disco|rave|swim|swimming|waterfall|water_feature|water_park|waterpark|ice_bath|cleanse|seasoning|"
    "garnish|topping|protein|ventilation|air_conditioning|wildlife|petting|zoo|pet|pets|pool_party|foot_spa|rollercoaster|roller_coaster|theme_park|fairground|escape_room|mystery|magic|rehearsal|siesta|time_travel|minimalism|mindfulness|yoga|"
    "meditation|retreat|staycation|mini-break|holiday|vacation|campfire|bonfire|barbecue|bbq|fireworks|light_show|concert|karaoke|lullaby|free_sample|tan|tanning|haircut|makeover|exfoliation|peeling|diet|fasting|gym|leg_day|steps|warm-up|test_of|"
    "character|team-building|team_building|bonding|sleepover|picnic|sightseeing|scenic|tour|cruise|mud_bath|mudbath|snow_day|duvet_day|storage_heater|hand_warmer|paperweight|doorstop|art|installation|antique|vintage|collector's|limited_edition|easter_egg|surprise|lucky_dip|gift|present|compliment"
)
_QUIPS: Final = looking_for(f"""
    our|your|the|my|that|this|poor|maybe|perhaps|lucky|those|these|naughty ^1 {_THING} ^2 {_FANCY}
    free|complimentary|bonus|surprise|impromptu|unplanned|unscheduled|accidental|unexpected|built-in|added|extra|courtesy sauna|workout|cardio|detox|camping|safari|spa_day|facial|shower|showers|ice_bath|swim|swimming|protein|wildlife|disco|yoga|adventure|rollercoaster|fireworks|light_show|ventilation|water_feature|fasting|haircut|massage|indoor_pool|pool_party|minimalism|seasoning|iron|vitamins|fibre|roommates|pets|sleepover|mini-break|sightseeing|tour_of
    on the plus|up side ^1
    look|looking at it|this this|that_way|another way
    look on the|it
    that|that's|which ^1 is? ^1 what ^1 we|you|they|i call ^1 a|an|the|getting|being|going|having|living
    geddit|bazinga|womp_womp|ba-dum*|badum*|ba_dum|bada_bing|tss|wah-wah*|sad_trombone|trombone|rimshot|tumbleweed|slow_clap|jazz_hands|chef's_kiss|high_five|high-five|fist_bump|hi-five
    wink wink ^1
    insert ^1 sad|joke|pun|gif|meme|emoji|witty|eye|trombone|facepalm|crying
    winner winner
    excuse|reason|time|chance|occasion|call for|to ^1 a|an|order|get|go|have|enjoy ^1 takeaway|takeout|pizza|cuppa|nap|beer|pub|netflix|picnic|candlelit|candles|romantic|lie-in|board_games|duvet|barbecue|early_night|cuddle|snuggle|cosy|cozy|party
    dust|dig|break|get|bring|whip off|out ^1 the|your|those candles|board_games|wellies|snorkel|snorkels|fairy_lights|sleeping_bags|fondue|blankets|popcorn|scrabble|monopoly
    romantic|candlelit|candle-lit breakfast|dinner|evening|lunch|supper|night|shower ^1
    we|you ^1 did promise|say|advertise|ask_for|order|want ^1 a|you|an|some|batteries ^3 splash|surprise|adventure|excitement|stings|not_included|thrills|experience|unforgettable|bang|show|workout|fireworks|challenge
    not included
    hold my|our bag|beer|drink|hat|coffee|pint|toast|latte|wine|phone
    ghostbusters|bat-signal|batsignal|oh_deer|oh_dear_deer|holy_guacamole|blooper*|chuckle|chuckles|joker
    served cold
    egg on|all_over
    cold turkey|shoulder|feet|case
    brought|bring|brings ^1 the house down
    bad hair day
    case of ^1 the ^1 mondays
    time to cuddle|snuggle|cosy|cozy|break_out|dust_off|dig_out|light_some|get_the_candles|party|panic_buy|panic-buy|crack_open|embrace|channel_your
    cuddle|snuggle|cosy|cozy up
    knock knock
    ghost|ghosts|poltergeist*|aliens|elves|santa|rudolph|grinch|unicorn*|zombies|goblins|gnomes|gremlin|gremlins|dragons|stork|leprechauns|mermaids|tooth_fairy|dementors|hogwarts|narnia|mordor|stormtrooper*|jedi|darth|yoda|voldemort|gandalf|batman|hulk|superman|wonder_woman|sherlock|macgyver|scooby-doo|mcgyver|indiana_jones|willy_wonka|mary_poppins|godzilla|king_kong|t-rex|loch_ness|bigfoot|yeti|basil_fawlty|mr_bean ^1 must|have|has|ate|are|is|strikes|struck|stole|took|were|was|did|'s|at|would|might|again|and|again|in|who|on
    as the|they|shakespeare|yoda|gandalf|grandma|my_nan|the_song|the_poet|a_wise_man|the_kids say|says|said|goes|put ^1 it?
    even superheroes|superman|batman|heroes|homer|robots|unicorns|santa|einstein|machines|computers|servers ^1 have|has|needs|need|make|get|gets|makes|deserve
    needs|need|needed|wants|wanted|deserves ^1 new|more|a|an|some|better|his|her ^1 glasses|coffee|hug|map|spectacles|satnav|sat_nav|calculator|compass|dictionary|espresso|nap|cuddle|holiday|therapist|geography_lesson|maths_lesson|spa_day
    made|makes|making us|me|the_team|the_whole_office|everyone|our_day|my_day|our_monday|our_week laugh|chuckle|smile|giggle|snort|grin|cackle ^1
    ouch ^2 that's|that|must|that_must|gotta|didn't_tickle|literally ^1
    that's|that_has|that_had|it's gotta|got_to hurt|smart|sting|tickle|stung ^1 !badly|the|your|us
    ouchie|yeesh|eeek|eek|eep|zoinks|jeez|jeepers|yowza|wowza|bummer|dang|yowch|uhoh|oopsy-daisy|dearie_me|mamma_mia|great_scott|sacrebleu|sacré_bleu|boo-hoo|boohoo|whoopsadaisy|whoops-a-daisy|fiddlesticks|shucks|oh_my_days|good_gravy|hot_diggity|wowzers|yikesy|kaput|oopsie-daisy|oi_oi|yawn|snooze|shiver_me|cowabunga
    ahoy|matey|arrr|howdy|partner_up|greetings_earthling|earthling|earthlings|tootles|toodle-oo|toodle-pip|cheerio|laters|alligator|hello_gorgeous|hiya_lovely|lovelies|sweetie|sweetpea|honeybun|pumpkin_pie|sugarplum|amigo|amigos|compadre|champ|superstar|rockstar|rock_star|legend ^1 !says|has_it|of
    bumpy|wild|crazy|hell_of_a|rollercoaster|roller-coaster ride|evening_of
    lettuce make|know|explain|say|help|see|fix|talk|start|apolog*|be|take|tell|get
    crumby|romaine_calm|olive_you|thyme_flies|egg-cellent*|egg-cit*|eggs-actly|egg-straordinary|egg-stra|pawsome|paw-some|pawfect|paw-fect|purrfect|purr-fect|un-brie*|brew-ti*|tea-rrif*|tea-riff*|soup-er*|souper|berry_sorry|otterly|otter-ly|fin-tastic|fintastic|spud-tacular|fangtastic|spooktacular|crumb-believable|bready|doughn't|donut_worry|doughnut_worry|nacho_average|taco_bout|raisin_eyebrows|cheesy_joke|grate_news|feta_late|purr-haps|moo-ve*|un-frog*|toad-ally|knead_to_know|steaks_are_high|a-maize*|a-peel*|bean_there|bee-lieve|sole-mate*|berry_bad|snow_joke|snow_laughing|shear_bad|wheely|tyre-some|tired_of_waiting_pun|plane_awful|plane_wrong|loco-motive
    talk|talking|speak about|of ^1 a|an|the|our|your|bad|good|perfect|great|going|getting|hitting|being|making|taking|raining|burning|breaking|blowing|losing|throwing|cold|warm|hot|wet|slow|fast|fresh|fashionably|first|poor|comic|no|deep|high ^6 eh|huh|haha|lol|am_i_right
    talk about going|raining|burning|blowing|throwing|adding|killing|breaking|hitting|dropping|bad_luck|bad_timing|bad_hair|perfect_timing|poor_timing|great_timing|comic|impeccable|irony|fresh|fast|slow|hot|cold|a_hot|a_cold|a_cliffhanger|a_wake-up|a_warm|a_bad|a_rough|a_plot|a_twist|first|high|deep|awkward|explosive|dirty|cutting|service|killer|no_pain|déjà|an_own|a_mess|an_entrance|a_show|a_splash|a_bumpy|a_rocky|a_slow|a_rude|burning|raining_on|breaking_the
    well|oh|ah|so|and|aw ^1 that ^1 stinks|sucks|bites|blows|smells_fishy|went_well|escalated|aged|was_fun|backfired|came_out_of|flopped|tanked|is_awkward|is_embarrassing
    too hot|cool|cold|good|spicy to handle
    raining ^1 cats
    party|fun|joke|jokes|laughs|comedy|dream time|over|pooper|aside|apart|s_over
    spot|find|catch the ^1 difference|deliberate_mistake|wally|odd_one
""", unless="no laughing matter\nnothing funny\nnot funny\nwe won't|will_not|don't joke|laugh|make_light\nposted|tweeted|wrote|printed|made|said|told that|the|a ^1 joke|pun|meme")

_FUN: Final = re.compile(
    "(?:[\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f900-\U0001f9ff\U0001fa70-\U0001faff"
    "\U0001f1e6-\U0001f1ff\u2600-\u26ff\u2700-\u2704\u2708-\u2712\u2728\u2744\u274c\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u2b50\u2b55\u231a\u231b\u23e9-\u23f3]"
    "[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*)+"
)
_FACES: Final = re.compile(
    r"[:;=xX8(<^\\\u00af\u0295\u256f](?:(?<![\w:/].)(?:(?:(?<=[:;=xX])|(?<=8)(?!\d))[-'o^]?[)DPpOo3|\\/*]|(?<=\();|(?<=<)3|(?<=\^)_\^|(?<=[xX])D"
    r"|(?<=:)'\)|(?<=\\)o/|(?<=[:;])\]|(?<=\():)(?![\w/])|(?<=\u00af)\\*_+\S{1,5}_+/\u00af|(?<=[\u0295\u256f])\S{1,9}|(?<=\()[;:^oO0><-][_.][;:^oO0><-]\))")
_LAUGH: Final = re.compile(r"[ahlrtbjk](?<!\w.)(?:(?<=a)a*ha(?:ha)+h?|(?<=h)(?:a(?:ha)+h?|e(?:he)+|ihi)|(?<=l)(?:o+l(?:s|z)?|mf?ao+|ulz)|(?<=r)ofl(?:mao)?|(?<=t)ee-?hee|(?<=b)wahaha\w*|(?<=j)aja+|(?<=k)ek)\b")


def _fun(draft: Draft, _: Brief) -> Iterator[Hit]:
    for pattern, text in ((_FUN, "" if draft.own.isascii() else draft.own), (_FACES, draft.text), (_LAUGH, draft.own)):
        for found in pattern.finditer(text):
            if draft.own[found.start()] != "\x01":
                yield Hit(*found.span())


LEVITY: Final = Rule(
    "levity", Level.WARNING,
    "Jokes and emoji are out of place while people are hurt or angry.",
    "Say it plainly, without the joke or the emoji.",
    "Coombs 2007; NHS and GOV.UK social-media guidance on incidents",
    all_of(
        looking_for("""
            someone|somebody ^1 forgot|needs|needed|skipped|missed ^1 their|his|her|the ^2 coffee|map|glasses|memo
            who needs ^2 anyway
            better late than never
            having one of those days
            got a bit|little heated
            needed|needs|wanted some|a_little|a_bit_of me time|me-time
            romantic isn't|no it?
            think of the steps|calories|exercise|views
            paid|pays|paying in ^1 nuts|crumbs|cheese|feathers|acorns|peanuts_and
            it|he always|has_always wanted to see|visit|travel
            snail|snails|sloth|sloths|tortoise|tortoises|turtle|turtles|carrier_pigeon|carrier_pigeons|homing_pigeon|donkey ^6 faster|quicker|complaint|complained|overtake|overtaken|overtook|beaten|beat|jealous|proud|offended
            good|great|perfect night|day|evening|weather for ghost|stories|ducks|stargazing|penguins|snowmen|candles
            mind of its|their own
            taking|took|takes the scenic ^1
            seem|seems|appear|appears to be ^1 on|having ^2 holiday|strike|break|nap|diet|day_off
            had one job
            grab|fetch|bring|pass|got|get ^1 the|your|some? popcorn
            rat|rats|mouse|mice|pigeon|pigeons|seagull|seagulls|gull|gulls|fox|foxes ^1 has|have ^1 excellent|good|great|fine|expensive taste
            that's|this_is|now_that's what ^1 call ^1 a|an|fast|slow|service|fresh|room
            let's just say
            pardon|excuse|forgive ^1 the|our|my|that pun|wordplay|joke
            sweep|swept|sweeping ^2 off ^1 your|their|his|her feet
            not exactly|quite our|my ^1 finest|best|proudest ^1 hour|moment|day|work
            cheeky ^1 things|thing|devils|devil|monkeys|monkey|little
            oops*|whoops*|oopsie*|whoopsie*|whoopsy|woops*|yikes|uh-oh|d'oh|doh|eek|oopsy|womp|facepalm|yolo|yay|woohoo|woo_hoo|yippee|ta-da|tada|meh|teehee|giggle*|lolz|jk|j/k|hooray|hurrah|welp|wink|lol
            server|servers|app|system|systems|website|printer|machine|machines|robot|robots|computer|computers|trains|planes|planet|van|vans ^2 on|having|taking|took|need|needed|fancied|wanted ^1 a|an? coffee|tea|nap|lunch|cigarette|siesta|beauty|duvet|day|holiday|little break|off|nap|sleep|siesta|holiday|day
            just|only|we're|we_are|i'm|totally|all just? kidding|joking|messing|teasing|pulling_your_leg|having_fun|playing
            ho ho ho
            brr|brrr|brrrr
            joke|jokes|pun|puns is|aside|intended|'s_on|on_us|of
            no|pun pun|intended intended?
            fun|funny fact|story|thing|enough
            brain|brains fart|freeze|fog|on_holiday|took_a
            silly us|me|billy|goose|mistake|robots|gremlins
            gremlins|hamsters|monkeys ^1 on|in|ran|run|running|got|at|must|have|strike|again|are|powering|behind
            hope|hoping|trust you've|you_have|you|everyone|you're ^1 got|have|like|brought|packed|enjoy|enjoyed|remembered|are ^2 wellies|swimming|swimsuit|snorkel|sense_of_humour|sense_of_humor|popcorn|candles|umbrella|sunscreen|torch|sunglasses|blanket|thick_skin|strong_stomach|good_book|earplugs|rubber
            guess|suppose|reckon|might|could|can|should ^1 you|we|one|i ^1 could|can|might|may ^1 say|call ^1 we|it|that|our|this|,
            made|make|making|had ^2 quite_an|quite_a|a_real|an|a_big|quite_the ^1 impact|splash|impression|entrance|bang|stir|spark|buzz ^1 !on
            as they|the_saying say|goes
            holy smoke|smokes|moly|cow|guacamole|mackerel
            you could say the|our|it ^2 brought_the|went_up_in|took_the|took_off|raised_the
            talk about ~6 eh|huh
            boiler|heating|lift|lifts|printer|server|servers|app|website|system|oven ^2 gone|went|going on strike
            pun
            that's|that|it's|here's|there's ^1 is|one|certainly|definitely|one_way ^1 way to ^1
            one way to|of ^1 make|get|stay|lose|keep|start|wake|warm|cool|save|spend|meet|see|beat|clear
            chance|opportunity|excuse|time|reason to ^1 enjoy|relax|unwind|catch_up|put_your_feet|read_a|get_some|explore|work_on|switch_off
            perfect|great|good|ideal|best|another excuse|time|reason|chance|day|weather|night|opportunity to|for ^2 ignore|skip|avoid|nap|a_nap|read_a_book|stretch|tea|a_cuppa|pub|a_beer|cake|diet|dust|candles|go_outside|touch|digital|meet|romantic|practise|practice|family|netflix|sleep|lie-in
            talk about ^1 taking|getting|bad|good|hot|cold|timing|being|fast|slow|explosive|spicy|fresh
            a|bit|little ^2 too ^1 literal*|hot|spicy|far|fresh|crunchy|sharp|excited|cool|chill|lit|seriously ^1
            guess|looks_like|seems|apparently|turns_out|suppose ^1 our|the|we|someone|somebody|that's ^4 needed|fancied|decided|hates|loves|has_a_mind|wanted|went_on|is_on_holiday|had_other|took_the|nap|day_off|party|hungover|mondays|cold_feet|shy|moody|on_strike_too
            plot twist
            spoiler*|lost_the_plot|plot_twist|plot_thickens|drumroll|mic_drop|achievement_unlocked|challenge_accepted|asking_for_a_friend|hold_my_beer|keep_calm|winter_is_coming|houston|may_the_force|it's_a_trap|hasta_la_vista|that_escalated|cheers_to_that|no_biggie|c'est_la_vie|bon_appétit|nom_nom
            our|the intern|servers|server|robots|computers|wifi|bots|website|app|machines|hamsters|coffee_machine|website ~2 needed|took|decided|went|wanted|had|is_having|has|must_have|felt_like|fancied ~2 nap|holiday|break_from|coffee|vacation|monday|tantrum|strike|lunch|day_off|diva|rest|siesta|moment|own|party|hangover|snooze|bad_hair
            it's|it_is|that's|must_be|someone_has|somebody_had|we_had ~2 case_of_the|mondays|bad_hair_day|too_much_coffee
            well awkward|that|this ~2 awkward|embarrassing|escalated|happened|aged|backfired
            that|this|well_that|well_this escalated|aged|went ~1 quickly|well|fast|badly|like_milk|sideways
            egg|yolk ~3 face|faces
            guess who|what|whose ~1 forgot|lost|broke|had|needs|left|missed|slept|did|'s|is|was|just|got|ate|overslept|spilled
            it's|it_is|because|well|blame monday|friday|mondays !at|and_the|the|we_open|today_and|when|so_the
            cold|hot|soup*|bread|coffee|egg* case|feet|joke|pun|humour ~1
            our|my bad folks|guys|everyone|all|peeps|people|team|friends|sorry
            even|sometimes|all ~1 robots|servers|computers|machines|hamsters|websites|apps|algorithms|printers need|needs|needed|want|deserve|take|get|have ~3 rest|nap|break|day_off|days_off|holiday|sleep|coffee|weekend|vacation|feelings|mondays|moods|bad_days
            coffee too few|short|late|kicked|hadn't
            at least|on_the_bright_side|look_on_the ~2 nobody|no_one|you|it|bright|got|now|we|free ~6 died|dead|laugh|story|diet|exercise|excuse|tan|dry|side|adventure|fun|lost_weight|warm|party
            on the|look_on_the|look_at_the bright side
            had|gave|made|good us|them|a ~3 laugh|giggle|chuckle|smile|lol
            hold my|our beer
            oof|lel|sry|soz|bruh|bro|dude|fam|yo|bestie|slay|yeet|sksksk|y'all|yass*|omg|wtf|smh|ikr|tbh|fml|imho|rotfl|haha*|hehe*
            knock knock
            houston ~2 problem
            guess|looks|seems|sounds who|like|as_if someone|somebody|we|our ~2 forgot|skipped|had|got_up|woke|broke|needs|spilled
            joking|jokes|pun
        """, unless="about a lot\nnot about this|that\nno joke\nnot a joke|joking\nwe|i had one job\nour joke|post|advert\nthe|these|those|any|his|her joke|jokes\njokes about\nmade a joke|jokes\na joke|joke we|that|was|in\nnothing funny"),
        _fun, _QUIPS, *jests.MARKED, puns.puns,
        looking_for(tongues.LEVITY),
    ),
    grave=Level.ERROR,
)

RULES: Final = (LEVITY,)
