"""Families of jokes: things that act like people, harm renamed as a treat, quips, borrowed lines, chatter."""

from __future__ import annotations

from typing import Final

from warroom.domain.tone import jests
from warroom.domain.tone.wording import looking_for

#: What fails, or is delivered, and has no wishes of its own.
_THING: Final = (
    "bus|buses|train|trains|tram|plane|planes|ferry|boat|car|van|vans|truck|lorry|bike|scooter|server|servers|app|apps|website|site|wifi|wi-fi|router|modem|network|system|systems|computer|"
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
    "thinks_it's_a|thought_it_was_a|thinks_it_is_a|had_a_wild|had_a_night|on_its_gap_year|gap_year|soul-searching|finding_itself|find_itself|discover_itself"
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
    your|the|lucky bag|bags|suitcase|luggage|parcel|package|case|letter|order ^3 seen_the_world|see_the_world|got_to_see|better_travelled|more_air_miles|frequent_flyer|air_miles|has_seen_more|having_a_better|nicer_holiday|sipping|sunbathing|sunning|is_enjoying|are_enjoying|tanning|world_tour|cocktail*
    consider|think|see|regard|treat|count|look ^1 it|this|that|yourself|yourselves ^1 as|of|on|a|an|our|your|at_it|upon? ^4 {_TREAT}|lucky|initiated|blessed
    call|calling|dub|name|label it|this|that ^1 a|an|our ^2 {_TREAT}
    free|complimentary|bonus|surprise|impromptu|unplanned|unscheduled|accidental|unexpected|built-in|added|extra|courtesy sauna|workout|cardio|detox|camping|safari|spa_day|facial|shower|showers|ice_bath|swim|swimming|protein|wildlife|disco|yoga|adventure|rollercoaster|fireworks|light_show|ventilation|water_feature|fasting|haircut|massage|indoor_pool|pool_party|minimalism|seasoning|iron|vitamins|fibre|roommates|pets|sleepover|mini-break|sightseeing|tour_of
    who ordered|wouldn't_want|doesn't_want|doesn't_like|doesn't_fancy|would_have_thought|hasn't_dreamed|hasn't_wanted ^1 a|an|the|some|to|that|fresh ^5
    on the plus|up side ^1
    on the upside
    look|looking at it|this this|that_way|another way
    every cloud
    silver lining
    look on the|it
    that|that's|which ^1 is? ^1 what ^1 we|you|they|i call ^1 a|an|the|getting|being|going|having|living
    gives|give|giving|gave|brings|bring|adds|takes|puts|lends a|it|us|things ^2 new ^1 meaning|definition|level|dimension|twist|spin|look ^1 to
    takes|took|taking|taken ^2 to a whole|new|another ^1 new|other? level|heights
    takes|took|really_takes|that_takes the biscuit|cake|cherry
    cherry|icing on the|top
    see|notice what we|i did there
    i'll|we'll|i_will|we_will ^1 get my|our coat|coats
    see|show ^1 myself|ourselves ^1 out
    couldn't|could_not|can't|cannot resist|help_ourselves|help_myself|help_but_laugh|help_but_smile
    it|that|sorry|someone|somebody had to be said|say
    geddit|bazinga|womp_womp|ba-dum*|badum*|ba_dum|bada_bing|tss|wah-wah*|sad_trombone|trombone|rimshot|tumbleweed|slow_clap|jazz_hands|chef's_kiss|high_five|high-five|fist_bump|hi-five
    wink wink ^1
    nudge nudge
    cue dramatic|sad|the|violins|music|applause|tumbleweed|laughter|drumroll|panic|awkward|eye
    insert ^1 sad|joke|pun|gif|meme|emoji|witty|eye|trombone|facepalm|crying
    group|virtual|bear|big|giant|massive|huge|free hug|hugs|cuddle|cuddles
    winner winner
    send|sends|sending|give|gives|needs ^3 hug|hugs|chocolate|wine|biscuits|cake|cookies|pizza|popcorn|beer|good_vibes|vibes|positive_vibes|unicorns
    gold|gold-plated star|stars|medal ^1 to|for ^1 us|you|patience|your|our|that
    deserve|earned|earn ^1 a|an|yourself|yourselves ^1 medal|biscuit|cookie|pint|stiff_drink|drink|trophy|hug|nobel|oscar|gold|cuppa|nap
    beers|beer|pints|drinks|cocktails|champagne|prosecco|first_round|round ^1 is|are|'s? on us|me|the_house
    rip|r.i.p ^1 your|to|our|in|the|my
    f in the|chat
    press f
    thoughts and prayers ^1 to|for|with ^1 our|the ^1 {_THING}|intern|team
    it's|it|this|that|we're ^1 is|was? giving ^2 vibes|energy|disaster|chaos|main|titanic|drama|very|serious|horror|horror-film
    vibes were|are|on|off|immaculate|check
    main character|event_of
    tell me you're|you_are ~5 without
    no cap
    living our|my|its|their|your best
    not all heroes
    no puppies|dinosaurs|kittens|animals|bunnies|interns|servers|unicorns|pixels|bakers|chefs|humans|pilots ^1 were|was ^1 harmed|hurt|injured
    heads will roll
    buckle up|in
    hold|hang on ^1 to? ^1 your hats|hat|horses|wigs
    keep your pants|hair|shirt|wig|wool|knickers on
    grab|make|put|get|have|pour|brew|open ^1 yourself? ^1 a|an|the|some|your|another cuppa|brew|coffee|beer|pint|glass_of|wine|kettle|popcorn|blanket|hot_water_bottle|snack|biscuit|gin|cocktail|cup_of_tea|cup_of_coffee|drink ^1 and|while|on|for ^1 !when_you_arrive|at_the|from_the|voucher
    put|keep|prop ^1 your feet up
    duvet|pyjama|pajama|lazy|spa day ^1
    excuse|reason|time|chance|occasion|call for|to ^1 a|an|order|get|go|have|enjoy ^1 takeaway|takeout|pizza|cuppa|nap|beer|pub|netflix|picnic|candlelit|candles|romantic|lie-in|board_games|duvet|barbecue|early_night|cuddle|snuggle|cosy|cozy|party
    dust|dig|break|get|bring|whip off|out ^1 the|your|those candles|board_games|wellies|snorkel|snorkels|fairy_lights|sleeping_bags|fondue|blankets|popcorn|scrabble|monopoly
    romantic|candlelit|candle-lit breakfast|dinner|evening|lunch|supper|night|shower ^1
    we|you ^1 did promise|say|advertise|ask_for|order|want ^1 a|you|an|some|batteries ^3 splash|surprise|adventure|excitement|stings|not_included|thrills|experience|unforgettable|bang|show|workout|fireworks|challenge
    not included
    hold my|our bag|beer|drink|hat|coffee|pint|toast|latte|wine|phone
    ghostbusters|bat-signal|batsignal|oh_deer|oh_dear_deer|holy_guacamole|blooper*|chuckle|chuckles|joker
    expensive|fancy|pricey|overpriced|giant|very_large|big ^1 paperweight|doorstop|brick|coaster|toy|frisbee|hand_warmer|nightlight|umbrella|ornament
    secret ingredient|recipe ^1 !is_kept
    hope|trust you ^1 like|enjoy|don't_mind|love ^1 your|it|them|surprises ^3 extra|cold|hot|crunchy|wet|spicy|well_done|rare|al_dente|chewy|surprises|vintage|retro
    don't|never|can't say ^1 we|i never|don't|didn't gave|give|do|treat|spoil|take
    win some|a_few ^1 you
    win some ^1 you
    sense of|the|a direction|humour|humor|rhythm|timing ^1 of|like ^1 a|an
    drunk|tipsy|confused|lost|jet-lagged|hungover|sleepy ^1 pigeon|seagull|penguin|giraffe|octopus|snail|sloth|squirrel|hamster|duck|elephant|tortoise
    speed|pace|wit|charm|brains|patience|attention_span ^1 of ^1 a|an ^1 snail|sloth|tortoise|glacier|goldfish|toddler|potato|brick|teapot|saint_bernard
    slower|faster|quieter|louder|later|deafer|drier|wetter|colder|hotter|flatter|emptier than ^1 a|an|the|my|your|santa|usain ^2 snail|sloth|tortoise|glacier|goldfish|grandma|nan|nan's|turtle|pancake|desert|sahara|penguin's|polar_bear*|polar_bear's|siberia|sauna|hell|church|mouse|santa|bolt|summer|freezer|volcano
    as ^1 useful|fast|slow|dry|flat|cold|hot|empty|wet|loud|soggy|much_use|welcome ^1 as ^1 a|an|the|my ^2 chocolate|teapot|pancake|sahara|snail|sloth|siberia|iceberg|sauna|church_mouse|sponge|elephant|wet|fish|ejector
    bit|little of|in ^1 a pickle|jam|pie|banana|muddle|marmalade
    in a pickle|jam
    blame ^1 it|this|that|the ^2 dog|cat|hamster|weather_gods|aliens|intern|elves|mondays|moon|stars|wine|goblins|universe|internet|tooth|butler
    butler did
    is|are|can|do|does ^2 count|drive|read|cook|spell|honest ^2 honest|honestly|promise|really
    set|unleash|release ^1 your|the|our dragons|hounds|kraken|bees|flying
    unleash|release the kraken|hounds
    beginning to look a_lot
    keep your friends
    watched kettle|pot
    got|have|has to laugh
    if it's|that's|it_is ^1 any ^1 comfort|consolation|help ^1 ^2 our|we|my ^4 too|also|coffee|broke|worse
    real tragedy|victim|hero|villain|mvp ^1 is|here|of ^2 coffee|biscuit*|sandwich|croissant*|cat|dog|printer|kettle
    oscar|nobel|grammy|golden_raspberry|razzie|world_record|guinness|medal|award|prize|trophy|crown ^1 for|goes|in ^2 worst|slowest|longest|longest-lasting|to_us|best_supporting|most_creative|most_awkward|timing|delivery
    and the ^1 award|oscar|winner|prize|crown|trophy ^2 goes|is
    at this rate
    before|until|by ^1 the ^1 next? ice_age|sun_explodes|cows_come|hell_freezes|pigs|christmas_2030|next_century|heat_death|dinosaurs_return|sun_burns|retirement
    when pigs|hell fly|freezes
    cows come home
    stuck|sitting|waiting|lost|hiding|chilling|partying|holidaying|lounging ^1 in|with|at|on|somewhere ^4 santa|elves|narnia|bermuda|the_pub|the_beach|a_beach|its_friends|their_friends|the_sofa|behind_the_fridge|neverland|oz|space|wonderland|the_moon|mars
    to|on|from the moon|mars ^1 and_back|by|instead|via
    served cold
    like revenge
    cheer up
    oh wait
    might never happen
    rabbit's foot
    lucky charm|socks|pants|underpants|underwear|rabbit
    life gives|hands|gives_you lemons|you
    make lemonade
    straw that broke
    elephant in the
    cat out of|is_out
    let the cat
    too many cooks
    cook the books
    piece of cake
    half-baked|half_baked
    bun in the
    egg on|all_over
    cold turkey|shoulder|feet|case
    going|gone|went bananas|nuts|off_the_rails|down_the_drain|down_the_toilet|south_for|up_in_smoke|pear-shaped|pear_shaped|tits|belly-up|haywire_again
    up|up_in the creek|smoke_literally
    without a paddle
    shipwreck*|titanic|iceberg ^1 right|ahead|moment|vibes|eh|feel
    hit|hits|hitting the fan|iceberg|roof_literally|snooze
    stole|stealing the ^1 show|limelight|thunder
    steal|stole your|our|the thunder|sunshine
    raining on your|our|the
    rain on|your|our parade
    wrong chimney|planet|galaxy|decade|century ^1 again|this_time|entirely
    brought|bring|brings ^1 the house down
    light|lights at the_end
    tunnel vision
    train of|wreck thought|pun
    missed the ^1 boat|bus|train|memo ^2 literally|again|eh
    went|go|goes|gone with a bang|whimper|the_wind|splash
    out with|of ^1 a ^1 bang|blast
    snap|crackle|pop ^1 crackle|and|pop
    wake-up|wakeup call ^2 literally
    eat|eats|ate|eating ^1 humble|our|my pie|hat|words|crow
    humble pie
    pie in the
    tall|tale|fish tail|story|tale
    flying|fly solo|blind|pigs|too_close
    high and dry
    hung|hanging|left out to dry
    hot|under potato|collar|pants|mess
    pants on fire
    bad hair day
    case of ^1 the ^1 mondays
    not ^1 our|the ^1 brightest|sharpest ^1 bulb|tool|day|spark|moment|candle|crayon
    sharpest tool|knife|pencil
    few|sandwiches ^1 short ^1 of
    screw|marbles loose|lost|missing
    nobody's|nobody home
    on the|a wagon|rocks_literally
    bite|bites|bit the bullet|dust|hand
    another one bites
    time to cuddle|snuggle|cosy|cozy|break_out|dust_off|dig_out|light_some|get_the_candles|party|panic_buy|panic-buy|crack_open|embrace|channel_your
    cuddle|snuggle|cosy|cozy up
    netflix and
    anyone|anybody|who fancy|fancies|for|up_for ^1 a|some ^1 {_TREAT}|swim|dip|splash|game|tennis|lift|skinny
    buy|get|play|win|try|won ^1 yourself? ^1 a|the|some lottery ^1
    lottery of|ticket|numbers
    what are the odds|chances ^1 eh|right ^1
    friday the 13th|thirteenth
    mercury ^3 retrograde
    full moon|moons ^2
    something in the water
    nailed it !down
    classic|typical|peak|very|so|totally us|monday|mondays|friday|tuesday|british|acme|january ^1 !policy
    bravo|congrats|congratulations|well_done|smooth|nice_one|good_job|nice_job|great_job|genius|top_marks|way_to_go|slow_clap_for|round_of_applause_for|good_going ^1 to? us|team_us|me|our_lot
    go us|team_us
    congratulations|congrats ^1 on ^1 you've|you_have|you're|you_are|finding|being|winning|surviving|becoming ^2
    you've|you_have ^1 just|officially ^1 won|unlocked|joined|discovered|met|found
    welcome to the|our|my club|world|jungle|party|future|show|madhouse|circus|team|life
    how many ^3 does_it|do_you|did_it take|need ^2 to ^1 change|fix|screw|open|run|boil|deliver|pour|turn|put
    what do you call|get_when
    what's the difference between
    why did|do|does the ^2 cross|chicken|go_to
    knock knock
    hear|heard|know the one about
    have you|they|he|she|we ^1 met|seen ^1 my|our ^1 {_THING} ^1 ?
    anybody|anyone seen ^1 my|our|the
    to ^2 or not to
    may|let the fourth|force|odds|wifi|wi-fi|heating
    winter is coming
    find your lack
    elvis has
    roses are red
    one small step
    giant leap
    it's|is_it a bird
    mission impossible
    hakuna|matata
    groundhog day
    bermuda triangle
    twilight zone
    hunger games
    walking dead
    jurassic park
    ghost in|of the|christmas
    ghost|ghosts|poltergeist*|aliens|elves|santa|rudolph|grinch|unicorn*|zombies|goblins|gnomes|gremlin|gremlins|dragons|stork|leprechauns|mermaids|tooth_fairy|dementors|hogwarts|narnia|mordor|stormtrooper*|jedi|darth|yoda|voldemort|gandalf|batman|hulk|superman|wonder_woman|sherlock|macgyver|scooby-doo|mcgyver|indiana_jones|willy_wonka|mary_poppins|godzilla|king_kong|t-rex|loch_ness|bigfoot|yeti|basil_fawlty|mr_bean ^1 must|have|has|ate|are|is|strikes|struck|stole|took|were|was|did|'s|at|would|might|again|and|again|in|who|on
    of the lost ark
    as the|they|shakespeare|yoda|gandalf|grandma|my_nan|the_song|the_poet|a_wise_man|the_kids say|says|said|goes|put ^1 it?
    rocket science|surgery !but|and_we|yet
    even superheroes|superman|batman|heroes|homer|robots|unicorns|santa|einstein|machines|computers|servers ^1 have|has|needs|need|make|get|gets|makes|deserve
    score|chalk one|another ^1 up? for|to
    party at ^1 our|my|the|ours|mine|place|hq
    allergic to ^1 mondays|monday|tuesdays|rain|work|water|success|weekends|sunshine|customers|snow|cold|change
    someone|somebody|who|he|she|chef|baker|barista|waiter|driver|pilot|intern|trainee|robot|designer ^2 skipped ^2 leg_day|class|school|geography|maths|math|breakfast|coffee|lessons|training|english|spelling
    needs|need|needed|wants|wanted|deserves ^1 new|more|a|an|some|better|his|her ^1 glasses|coffee|hug|map|spectacles|satnav|sat_nav|calculator|compass|dictionary|espresso|nap|cuddle|holiday|therapist|geography_lesson|maths_lesson|spa_day
    still looking for ^1 the|his|her|their|a ^1 handbrake|map|keys|plot|glasses|brain|brakes|on_switch|instructions|manual
    fed|feed|feeding|replaced|swapped|woken|waking|wake the|our|some ^1 hamster*|gremlin*|elves|monkeys|gnomes|squirrels|server_hamster*
    big guns
    powered by ^1 coffee|caffeine|hope|tears|panic|pizza|hamsters|adrenaline|biscuits
    rats|mice|mouse|rat|seagull|seagulls|pigeon|pigeons|raccoon*|spider|spiders|ants|fox|foxes|bats|bees|wasps|cockroach*|roach*|slug|slugs|snail|snails|worm|worms|caterpillar*|frog|frogs|fly|flies|bedbugs|bed_bugs|beetle*|squirrel*|goat|goats|sheep|cow|cows|monkey|monkeys|penguin* ^3 are_happy|is_happy|is_vegan|were_happy|paying|rent|loyalty|loves_our|love_our|likes_our|like_our|has_taste|have_taste|good_taste|great_taste|prefer|prefers|checked_in|sends|send_their|first_class|gourmet|vip|regulars|has_been_promoted|promoted|free_of_charge|no_extra|says_hi|on_the_house|nutritious|protein|organic|didn't_pay|no_ticket|without_a_ticket|had_a_party|moved_in|tip|critic|critics|approve*|fancied|wanted|enjoyed|had_a_great|came_free|crispy
    very nutritious|organic
    rich|high in ^1 protein|fibre|iron|vitamins
    builds|builds_up|build character
    character-building
    put|puts hair|hairs on your
    never ^1 killed|hurt|harmed|did anyone|anybody|nobody|any_harm
    still|we're_still|all giggling|laughing|chuckling|in_stitches|cracking|smiling
    crack|cracks|cracked|crease|creased|tickle|tickled us|me|everyone|the_office|the_team ^1 up?
    made|makes|making us|me|the_team|the_whole_office|everyone|our_day|my_day|our_monday|our_week laugh|chuckle|smile|giggle|snort|grin|cackle ^1
    made our|my day|week|morning
    comedy gold|genius|club|show
    hilarious|hysterical|priceless|rofl|lmfao|xd|bruhh|bestie
    love|loved|loving|like ^1 the|your|that ^1 meme|gif|joke|pun|sense_of_humour|sense_of_humor|humour|humor|creativity|drama|username|limerick
    on the|our ^1 office|staff|kitchen|canteen ^1 wall|fridge|noticeboard !of|in
    wall of shame
    ouch ^2 that's|that|must|that_must|gotta|didn't_tickle|literally ^1
    that's|that_has|that_had|it's gotta|got_to hurt|smart|sting|tickle|stung ^1 !badly|the|your|us
    ouchie|yeesh|eeek|eek|eep|zoinks|jeez|jeepers|yowza|wowza|bummer|dang|yowch|uhoh|oopsy-daisy|dearie_me|mamma_mia|great_scott|sacrebleu|sacré_bleu|boo-hoo|boohoo|whoopsadaisy|whoops-a-daisy|fiddlesticks|shucks|oh_my_days|good_gravy|hot_diggity|wowzers|yikesy|kaput|oopsie-daisy|oi_oi|yawn|snooze|shiver_me|cowabunga
    ahoy|matey|arrr|howdy|partner_up|greetings_earthling|earthling|earthlings|tootles|toodle-oo|toodle-pip|cheerio|laters|alligator|hello_gorgeous|hiya_lovely|lovelies|sweetie|sweetpea|honeybun|pumpkin_pie|sugarplum|amigo|amigos|compadre|champ|superstar|rockstar|rock_star|legend ^1 !says|has_it|of
    that's rough buddy
    what a ride|rollercoaster|trip|plot|twist|show|party|cliffhanger|blast|mess-terpiece|gas|wild
    bumpy|wild|crazy|hell_of_a|rollercoaster|roller-coaster ride|evening_of
    teensy|eensy|itsy-bitsy|teeny-tiny|teeny_weeny|smidge|wee_hiccup|tiny_hiccup
    lettuce make|know|explain|say|help|see|fix|talk|start|apolog*|be|take|tell|get
    romaine_calm|olive_you|thyme_flies|egg-*|eggs-*|egg-stra*|pawsome|paw-some|pawfect|paw-fect|purrfect|purr-fect|un-brie*|brew-ti*|tea-rrif*|tea-riff*|soup-er*|souper|berry_sorry|otterly|otter-ly|fin-tastic|fintastic|spud-tacular|fangtastic|spooktacular|crumb-believable|bready|loaf_you|doughn't|donut_worry|doughnut_worry|nacho_average|taco_bout|raisin_eyebrows|cheesy_joke|grate_news|feta_late|purr-haps|moo-ve*|un-frog*|toad-ally|knead_to_know|steaks_are_high|a-maize*|a-peel*|bean_there|bee-lieve|sole-mate*|berry_bad|snow_joke|snow_laughing|shear_bad|wheely|tyre-some|tired_of_waiting_pun|plane_awful|plane_wrong|loco-motive
    talk|talking|speak about|of ^1 a|an|the|our|your|bad|good|perfect|great|going|getting|hitting|being|making|taking|raining|burning|breaking|blowing|losing|throwing|cold|warm|hot|wet|slow|fast|fresh|fashionably|first|poor|comic|no|deep|high ^6 eh|huh|haha|lol|am_i_right
    talk about going|raining|burning|blowing|throwing|adding|killing|breaking|hitting|dropping|bad_luck|bad_timing|bad_hair|perfect_timing|poor_timing|great_timing|comic|impeccable|irony|fresh|fast|slow|hot|cold|a_hot|a_cold|a_cliffhanger|a_wake-up|a_warm|a_bad|a_rough|a_plot|a_twist|first|high|deep|awkward|explosive|dirty|cutting|service|killer|no_pain|déjà|an_own|a_mess|an_entrance|a_show|a_splash|a_bumpy|a_rocky|a_slow|a_rude|burning|raining_on|breaking_the
    well|oh|ah|so|and|aw ^1 that ^1 stinks|sucks|bites|blows|smells_fishy|went_well|escalated|aged|was_fun|backfired|came_out_of|flopped|tanked|is_awkward|is_embarrassing
    in hot water
    feeling the heat
    wires crossed
    too hot|cool|cold|good|spicy to handle
    raining ^1 cats
    snakes on a plane
    early bird ^3 worm
    use crying over
    we're|we_are|i'm not saying ^2 aliens|ghosts|magic
    for the convenience
    plane|building|roof|ship|train|hotel|boat still ^3 has|have|standing|afloat|floats ^1 both|all|just|wings|wheels|its
    nobody panic
    make|making an omelette
    so much for ^3 zen|relaxing|relaxation|quiet|romantic|early_night|lie-in|healthy|peaceful|beauty_sleep|weekend|diet|date_night|me-time|fine_dining
    party|fun|joke|jokes|laughs|comedy|dream time|over|pooper|aside|apart|s_over
    spot|find|catch the ^1 difference|deliberate_mistake|wally|odd_one
    any|a|your|good excuse not_to|for|to ^2 gym|diet|exercise|work|homework|chores|cook|in-laws|mother-in-law|monday
    beats|better_than|cheaper_than ^1 going_to|a|paying|any|the ^1 gym|sauna|spa|cinema|netflix|therapy|theme_park|rollercoaster|diet|alarm_clock
    sleep|party|dance|eat ^2 when ^2 dead
    hot|cool|wet|dry|warm|fresh|smelly|sticky|crispy|cheesy|slippery|electric|shocking|explosive|moving|sinking|burning off_the_press|desire|ambition|question ^1 eh|right ^1
    shocking|electrifying|electric|explosive|moving|chilling|gripping|heart-warming|breath-taking|breathtaking ^1 performance|experience|entrance|personality|welcome|debut|start_to|end_to|finish|evening|stuff ^1 !for|and_we
    did it at least|taste|float|bounce|tickle ^2
    leave|left|leaves|leaving you|us|customers|guests|everyone out in the|in_hot|hanging|high cold|and_dry_literally|water_literally
    cat|dog ^1 got|ate|has ^1 our|your|the|my tongue|homework|keyboard|router|parcel|reply
    zero|no stars|points|marks|out_of_ten for ^1 us|style|presentation|effort|the_landing|timing
    a for effort
    ten|10 out of ten|10 for ^1 style|effort|drama|creativity|presentation|the_landing
""", unless="no laughing matter\nnothing funny\nnot funny\nwe won't|will_not|don't joke|laugh|make_light\nposted|tweeted|wrote|printed|made|said|told that|the|a ^1 joke|pun|meme")


#: Jokes by their words, their build, and the marks that go with them.
JOKES: Final = (_QUIPS, *jests.MARKED)
