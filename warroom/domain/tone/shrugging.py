"""More families of dismissal: it is small, it will pass, do something else, the talk is over, others would be glad.

As in :mod:`warroom.domain.tone.waving`, a slot takes every word of its kind.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.wording import all_of, looking_for

_HARM: Final = "hurt|hurts|harm|harms|harmed|harming|kill|kills|killed|poison|poisoned|bit|bitten|died|drowned|starved|melted|bled|injured|maimed"
_LITTLE: Final = "cents|pence|pennies|quid|euros|euro|pounds|pound|dollars|dollar|bucks|minutes|minute|hours|hour|crumbs|scratch|scratches|dent|dents|stain|dust|noise|smell|drop|drops|percent|days|day|pinprick|trifle|hiccup|bump|bumps|inches|inch|grams|hair|hairs|mark|squeak|rattle|typo|letter|crumb|spot|spots|evening|afternoon|morning|night|weekend|week"

#: It is little, it does nobody harm, it is only a thing, it is nothing beside what else there is.
_SMALL: Final = looking_for(f"""
    has|have|had|is|are ^1 yet|still to ^1 {_HARM}|anyone
    never|doesn't|does_not|didn't|did_not|won't|will_not|don't|do_not|hardly|has_never|hasn't|can't|couldn't|rarely ^1 ever? ^1 {_HARM}|do|does|did|done|break ^1 no? ^1 anyone|anybody|no_one|nobody|you|us|the_bank|bank|a_fly|one|a_soul|any_harm|any_damage
    does|did|do no|no_one|nobody|little ^1 any|no? ^1 harm|damage|ill
    nobody's|nobody_has|no_one_has|no_one's ^1 been|got poisoned|killed|hurt|bitten|dying|bleeding|starving|on_fire|dead
    comes|amounts|boils|adds ^1 down|up? to ^1 just|only|about|barely|a_few|mere? ^2 {_LITTLE}|nothing|little|peanuts|much|chicken_feed
    it's|it_is|that's|that_is|we're_talking|this_is|they're|they_are|it_was|that_was|he_was|she_was ^1 only|just|merely|literally|but|basically|mere|about|simply|after_all ^1 about? ^1 a|an|one|some|two|three|four|five|ten|# ^2 {_LITTLE}|thing|toy|game|bus|shirt|sandwich|meal|film|song|book|logo|phone|joke|cat|dog|bird|tree|bag|parcel|ticket|car|bear|lamp|door|sign|form|mug|cup|shoe|sofa|chair|app|show|match|party|hat|tie|pen|poster|picture|photo|bench|fence|shelter|lawn|hedge|cake|burger|coffee|tea|beer|match|drink|colour|color|name|word|flower
    it's|it_is|that's|they're|they_are|this_is|it_was|he_was|she_was ^1 a|an|one ^4 not|hardly|and_not|rather_than|we_needn't|nobody_needs|so_no ^1 a|an|the|worth|hold|need|to
    # ^1 {_LITTLE} ^2 won't|will_not|isn't|is_not|aren't|hardly|never|doesn't|though|is|are|of ^2 break|kill|hurt|ruin|worth|nothing|much|matter|make|all_live|i_think|we'll|long|end|late|anything|bankrupt
    cent|cents|pence|euro|euros|quid|pounds|minutes|minute|hour|hours ^3 we'll|you'll|i_think|we_will|you_will|i'm_sure|everyone_will ^3 all? live|survive|cope|manage|recover
    i_think|i_guess|i'm_sure|surely|somehow|i_reckon|think we'll|you'll|we_will|you_will|everyone_will|everybody_will ^1 all|both|just|somehow? ^1 live|survive|cope|manage|get_over|pull_through|get_by|be_fine|be_ok|be_okay
    there'll|there's|there_will|there_is ^1 be? ^1 always|plenty|another|other|more ^1 another|more|the|a|an|of|next ^3 concert|time|train|bus|fish|year|show|game|match|day|tomorrow|flights|hotels|chances|one|weekend|trains|buses|holiday
    builds|build|forms|makes|strengthens ^1 character|you_stronger|memories|for_a_good
    funny|bright|sunny|lighter|positive|upside|sunny side
    plenty|lots|many|most|millions|some ^1 of? ^1 folk|people|children|families|others|kids|households ^3 never|no|without|less|manage|would_love|don't_even|have_it|go_without
    can't|cannot|don't|won't win|get|have them|everything|what|it|every ^1 all|one|you_want|your_way|time
    it's|it_is|that's a|an ^1 queue|bus|festival|beach|farm|city|train|pub|bar|zoo|river|school|kitchen|market|game|sale|fair|hospital|club ^2 people|dogs|kids|buses|things|they|it|trains|rivers|bars
    lose|losing|lost ^1 any|much|no|a_minute's ^1 sleep
    world|life|earth|sun ^1 keeps|goes|moves|still|will|hasn't|didn't|doesn't|carries ^1 still|keep? ^1 turning|on|spinning|stopped|rises|rise|end|stop|turn
    in|give_it|after a|an|one|two ^1 week|month|fortnight|day|year|hour|few_days ^1 or_so|or_two? ^1 you|nobody|no_one|it|it'll|you'll|everyone|people ^2 won't|will|have|be|not|laugh|smile|forget|forgotten|remember|gone
    grown_up|grown_ups|adult|adults|healthy_person|normal_person|grown_man ^2 can|could|should|would|manage|cope|will
    life's|life_is ^1 far|much? ^1 too ^1 short
    you'd think|swear|have_thought ^1 that? ^1 somebody|someone|we|the|it|a|people
    one ^1 swallow|late|cold|bad|small|missed|broken ^4 doesn't|does_not|isn't|is_not|never|won't
    what's|what_is done|past|gone is
    it's|that's done|gone|over|past|history|water ^1 it's|so|under ^1 gone|let|done|over|bridge|move
    don't|do_not ^1 make ^1 us|me laugh
    buy|bring|get|take|wear|use ^1 a|an|your_own|some|another ^1 lamp|umbrella|coat|torch|taxi|bigger|better|watch|earplugs|new_one|book|fan|sandwich then|instead|next_time
    wear|use|try|buy ^1 some? ^1 earplugs|ear_plugs
    better|other|more_useful things ^1 to_do than
    as_much|all|more|that's_all|the_most you'll|you're|you_will ^1 get|hear|getting|going_to_get
    kids|children|dogs|cats|people|babies|cars|plants|toddlers are|get|bounce|do|bruise|fall ^1 tough|resilient|over|back|bounce|better|down|robust|hardy
    right as rain
    you do|did|must ^1 know|realise|remember|understand|get ^1 that? ^1 it's|it_is|that's|they're|he's|this_is|this|it_was ^1 only|just|all|a|not
    welcome to ^1 the|my|our|real ^1 club|world|life|adulthood|city|winter|england|real
    that'll|that_will|that_would be all
    pop|slap|stick ^1 a|some|an ^1 plaster|cream|tape|ice|sticker|ointment|glue|towel|bucket
    onwards|onward and|ever upwards|upward
    overreaction|over_reaction|exaggeration|melodramatic|hysterical|histrionic|precious|dramatic|theatrical
    for heaven's|goodness|pete's|crying|god's|goodness' sake|out_loud
    make|making|blow|build ^1 this|it|that ^1 into? ^1 bigger|more|larger|worse|something ^2 than|it_isn't|it_is|out_of
    bothers|annoys|upsets|offends|troubles you|anyone ^1 that|so|this ^1 much|badly
    nothing|nowt|anything ^1 nice|kind|constructive|positive|better ^1 to ^2 say|add|do
    heard|had|seen|read ^1 it|this|that|quite|more_than|all ^1 all|enough ^1 before|about|of ^1 the|it|this|them
    come|write|ring|call|shout ^1 back|again ^1 when|once|if ^1 you've|you_have|it's|there's ^2 real|serious|actual|proper|broken|bleeding
    cat|dog|kid|kids|child|son|daughter|you|he|she|they|neighbour ^1 will|'ll|soon ^1 get over
    who has|'s|has_got the time|energy|patience
    and|suddenly|then everyone|everybody|people|the_world|the_internet ^1 panics|panic|loses|freaks|goes|thinks|cries|is ^1 mad|their|out|up|wild|it
    drop|raindrop|draught|bump|scratch|crumb|wobble|shower|puddle ^1 or|of ^1 two|so ^2 never|and|hasn't|won't|doesn't
    measured|compared|set|held|put|weighed|seen ^1 against|with|to|beside|next_to|alongside ^4 world|war|wars|famine|problems|troubles|hunger|ukraine|gaza|elsewhere|real|cancer
    in|looking_at ^1 the ^1 big|bigger|grand|great|greater|wider|larger|overall ^1 picture|scheme|scale
    when ^1 all's|all_is|everything's ^1 said
    a|an|mere|just|bit_of|it's|all|hardly|such_a|only_a ^1 trifle|pinprick|bagatelle|drop_in_the|flea_bite|storm_in|molehill|nothingburger|piffle|peccadillo|fuss_about|fuss_over|to_do_about
    nobody|no_one|none_of_us|hardly_anyone|hardly_anybody|few|you|you'll|people ^1 will|would|won't|wouldn't|hardly|barely|never|can't|even|ever ^1 even|ever|hardly|barely? ^1 notice|even_know|spot|care|remember|miss|even_see ^1 it|that|the|it's|them|after|this|once|anything
    notice|know|spot it's|it_is|it|the_difference|any_difference ^1 there|after|once|any_more|soon|at_all
    worse|bigger|graver|greater|more_important|more_serious|more_pressing|better ^1 things|problems|troubles|fates|ways|crimes|tragedies|worries ^1 in|to|on|out|happen|at|than|elsewhere|going|we|we_have|happening|facing
    people|folk|families|children|others|somebody|someone|some ^1 out_there|elsewhere|in|with|have|has|who ^2 actual|real|proper|genuine|serious|bigger|worse ^1 trouble|troubles|problem|problems|worries|issues|hardship
    i'd|i_would|you'd|you_should|you_might|better|i'd_rather|we'd ^1 better|rather? ^1 worry|fret|care|complain|think|fuss ^1 more|first? ^1 about ^3 before|than|first|instead|more
    not|hardly|isn't|wouldn't|scarcely|never|aren't ^1 waste|worth ^1 a|an|the|any|all|your|getting|losing|wasting|worrying|writing|posting|crying|making|talking|arguing ^1 stamp|breath|tears|ink|effort|sweat|time|bother|trouble|fuss|word|post|sleep|thread|noise|energy|about|over|home|this|upset|angry|worked
    bit|little|touch|sense|dose|pinch of ^1 perspective|proportion|rust|dust|noise|mud|rain|mould|dirt|smoke|cold|water|patience ^3 wouldn't|never|won't|doesn't|would|goes|hurt|go|please|folks|people|everyone|is
    where's|where_is ^1 the|your|all_the? ^1 harm|fuss|problem|drama|tragedy|issue|disaster
    what's|what_is ^1 the|all_the|your ^1 harm|fuss|problem|drama|big|tragedy|issue|matter|rush|hurry|panic
    so|then|now ^1 what's|what_is ^1 the|your ^1 problem|issue|fuss|harm|drama
    what|such|all that|this|a ^1 lot|amount|song|fuss|noise|to_do|racket|hullabaloo|palaver|drama|thread|uproar ^2 of|about|over|for ^2 noise|fuss|nothing|a|an|some|few|the|one|two|so_little
    really|seriously|honestly|oh|wow ^1 a|an|all|another|one ^2 thread|post|essay|rant|petition|letter|fuss|drama|review ^1 about|over|for|because
    petitions|complaints|fads|storms|trends|critics|people|outrage|fashions|protests|hashtags ^1 come|comes ^1 and|petitions|complaints|they|people|it ^1 go|goes
    dust|rain|noise|mud|hair|a_rule|rules|a_bus|wood|plastic|weather|winter|summer|snow|traffic ^1 is|are ^1 dust|rain|noise|mud|hair|a_rule|rules|a_bus|wood|plastic|weather|winter|summer|snow|traffic
    late|cold|small|loud|slow|wet|dirty is|isn't ^1 really|exactly ^1 late|cold|small|loud|slow|wet|dirty
    isn't|not|hardly|never ^1 really|exactly|truly ^1 late|cold|small|loud|slow|wet|dirty|broken|a_delay|a_problem|lost|a_fault|rude|dangerous
    such is|are ^1 life|travel|war|business|love|the|modern|winter|nature|trade|fate
    comes|goes|come|go ^1 with|hand_in_hand_with ^1 the|owning|having|living|being|running|flying|renting|that ^2 territory|dog|job|price|dogs|season|child|old_house|city|children|kids
    that's|it's|this_is|that_is|just ^1 how|the_way ^2 things|life|cookie|flying|buses|trains|dogs|kids|children|winter|business|we|love|the_cookie|planes|the_world|nature ^3 works|is|are|go|goes|work|crumbles|like|do|rolls|turns|for
    flying|travel|trains|life|winter|kids|dogs|camping|business|city_life|renting|parenthood|nature|concerts|festivals is|are ^1 like ^1 that
    nothing lasts|is ^1 forever|ever|perfect|for_ever|free
    them's|those_are|these_are|them_are ^1 the ^1 terms|rules|breaks|facts|conditions|prices
    one of ^1 many|hundreds|thousands|dozens|countless|the_many ^1 complaints|things|days|posts|letters|cases|such|we
    one of those ^1 days|things|complaints|posts|letters|weeks|moments
    another|yet_another ^1 day|week|monday|post|one|review ^1 another|yet_another|of_those|complaint|moan|whinge|moaner|from_the
    oh|ah ^1 good|great|here|look|lovely|joy|dear? ^1 the|another|it's|here|our ^3 brigade|mob|club|police|committee|experts|expert|army|crowd|fan_club|jury|parade
    not|oh_no|oh|god|ugh this|that|you|him|her|them again
    here|there we|you|they|it|he|she go|goes|comes again
    everyone's|everybody's|everyone_is|everybody_is|we're_all|now_everyone's|suddenly_everyone's|suddenly_everybody's ^1 a|an|got ^1 an? ^1 critic|expert|experts|opinion|victim|lawyer|judge|doctor|chef|comedian
    you'd|you_would|they_would|they'd|he_would|she_would|people_would|of_course_you'd ^1 say_that|would_say
    well you|they|he|she|people would|do ^1 say|think|complain|moan
    only|just|after_all|purely|merely ^1 money|nature|hair|fashion|pixels|teething|wind|weather|a_cat|a_dog|growing_pains|nerves|business|words|paper|numbers|cosmetic|metal|after_all
    he's|she's|it's|he_was|she_was|it_was ^1 only|just ^1 a|an ^2 after_all|anyway|in_the_end
""", negated=True, unless="sorry|apologise ^1 that|for\nour mistake|fault|error\nwe should\nno excuse\nis|was ^1 not|no|hardly ^1 comfort|excuse\nnot|isn't|wasn't|never ^1 only|just|a_small|a_trifle\nmore than just|only\nworth ^1 your|the ^1 while\nif ^1 you|anyone\nrefund*|credited|your_account\nor anybody|anyone ^1 else\nso|and ^1 that ^1 nobody|no_one\nwon't ^1 pay|owe|charge")

#: Do something else, get used to it, wait; the talk is over; nobody keeps you; that is yours to bear; what more do you want.
_OFF: Final = looking_for("""
    get|gets|grow|getting|become|grows ^1 used|accustomed ^1 to ^1 it|that|them|this
    give|gives ^1 it|them|yourself ^1 a|some|another|two|three|time|few ^1 while|week|weeks|fortnight|month|months|day|days|time|minute|rest
    sleep on it|that
    have|grab|make|put|try|pour ^1 yourself? ^1 a|an|some|the  cup|cuppa|nice_cup|biscuit|drink|kettle|lie_down|rest|nap|brew|bath|walk|jumper|cardigan|blanket|chamomile|glass
    stick|put|pop|throw|pull|wear ^1 on? ^1 a|an|another|extra|some|your|the ^1 jumper|cardigan|sweater|coat|blanket|earplugs|earphones|headphones|gloves|scarf|umbrella|music|kettle|wellies|socks|radio
    turn|crank|put ^1 up? ^1 the ^1 radio|music|telly|tv|volume ^1 up|on|louder|a
    go|try|get|take|why_not ^1 and|out|for|yourself|to? ^1 get|take|find|have|for|touch|enjoy? ^1 a|some|yourself|the|another walk|fresh_air|hobby|grass|sunshine|outdoors|deep_breath|life
    find|look_for|pick|choose ^1 yourself|yourselves|something|somebody|someone|another|a|some|anything ^1 else|better|new|different|other|another|real? ^1 to|hobby|cause|life|battle|hill|pastime|job|complain|shout|moan|about|worry
    found|find|got ^1 something ^1 else|new|better ^1 to
    put|keep|turn|set|focus ^1 your ^1 mind|thoughts|energy|attention ^1 on|to|into ^1 your|the|something|other|exams|work|better
    log|switch|sign|step|put ^1 off|away|out|down ^1 for|from|the|your ^1 a_while|a_bit|a_day|phone|screen|internet|keyboard|twitter|social|computer|it_all
    how about|why_don't|maybe|perhaps|what_about ^1 we|you|everyone|everybody|people|folks ^1 all|just? ^1 takes|take|calm|relax|breathe|cool|chill|stop|stops|settle|move|moves|get|wait|try|tries|let|drop|drops|find|simmer
    take|takes|taking|have|need|deep a|some|deep|another ^1 breath|breather|breaths|pill|chill|seat|break
    breathe|breath in|out|deep|deeply|slowly|and
    calm|collect|compose|pull|control|contain|steady yourself|yourselves
    save|spare|keep|hold ^1 us|me|yourself|it|your|the ^1 petition|breath|drama|lecture|speech|outrage|tears|stamp|ink|sermon|trouble|bother|details|energy|rest|theatrics|hysterics|effort|story|for_later
    leave ^1 us|our|them|him|her|me|staff|the_team|the_staff|the_crew|the_driver|the_poor ^2 in_peace|alone|be
    that|this|which|it ^1 ship|train|bus|door|chapter|subject|file|case|topic|debate|discussion|book|matter|question|thread|conversation|argument ^2 sailed|left|closed|shut|over|done|finished|ended|settled|has_sailed|gone|is_now
    close|closes|closing|closed|ends|end|ending|shut|settles|settled|drop|dropped|concludes|rests ^1 the|this|that|it|our ^1 subject|matter|discussion|topic|conversation|file|chapter|case|debate|thread|question|there|argument
    turn|turned|turning|close|closed the|that|this ^1 page|chapter|book
    our|my|the|that_was|that's|this_is ^1 our|my|the? ^1 last|final word|answer|post|reply|comment|say !from|was|said|had|of_ours|here|came
    not|won't|will_not|refuse|can't|cannot|don't_intend|never|nor ^2 be ^1 drawn|dragged|pulled|drawn_into|goaded|rehashing|rehash|answering|replying|responding|discussing|debating|going_over|commenting|taking_questions|engaging
    we|i|we've|i've|we_have|i_have ^1 'll|will|have|had? ^1 said ^1 all|everything|what ^1 that? ^1 we|i|we're|i'm|there|we've
    nothing|no ^1 more|further|else|left|point ^1 to|for|in ^1 say|add|discuss|explain|see|talk|be_said|argue|debate|chewing|going|arguing|discussing|repeating
    chewing|raking|going|hashing|bleating|banging|harping ^1 it|this|that|on|the_past|old|over ^1 over|again|up|once|about|on
    gets|get|getting|leads|brings ^1 none|neither|nobody|us|no_one|you ^2 anywhere|nowhere
    not going to happen|change
    full stop|period that's|that_is|this_is
    nobody|no_one|nothing|who|who's ^1 is|was|'s? ^1 making|makes|made|forcing|forces|keeping|keeps|stopping|stops|holding|asking|asks|begging|telling ^1 you|anyone|anybody|people|them ^2 to|here|stay|shop|buy|read|watch|eat|open|from|use|come|back
    no_one|nobody ^1 marched|dragged|twisted|put|held ^3 gunpoint|arm|arms|gun|head|in|here
    plenty|lots|many|hundreds|thousands|dozens|loads|queue|others|millions|there_are_people|there_are_others ^2 others|people|folk|folks|who|of ^2 would ^1 be|love|kill|give|jump|happily|gladly
    door|exit|unsubscribe|block_button|off_switch|off_button|mute_button|competition|border ^1 is|works ^1 that_way|over_there|just_there|this_way|right_there
    always|just|also|simply|then walk|take_the_bus|take_the_stairs|use_the_stairs|cycle|cancel|unfollow|unsubscribe|mute_us|scroll_on|look_away|swipe_on|skip_it|stay_home|stay_away|leave_then|go_elsewhere|swap|return_it
    just|simply|please|always|you_could|you_can|why_not ^1 use|take|try ^1 the ^1 stairs|bus|other_door|other_entrance|bike
    sign|take|like|love|use|eat|buy|keep|read|watch ^1 it|them|this|that ^1 or ^1 don't|leave|not|lump|leave_it
    you've|you|you_have|you_did ^1 got|had|have|received|been_given|get ^1 your ^1 money|refund|voucher|answer|reply|apology|seat|ticket ^1 back? ^2 so|haven't_you|didn't_you|what|now|be|and_yet|already|anyway
    we're|we_are|i'm|i_am|it's|this_is|nurses_are|staff_are|drivers_are|we|i|this ^1 isn't|aren't|not ^1 mind_readers|your_mother|your_mum|your_nanny|your_servants|servants|babysitters|magicians|wizards|santa|a_charity|the_ritz|a_hotel|therapists|a_therapist|social_workers|miracle|psychic|a_taxi|made_of|superheroes|your_friends|your_parents
    google|look_up|search it|that|them yourself|first
    look it|that|them up ^1 yourself|online|somewhere|first
    just|please|simply|go ^1 read|google|look|check the|it|up ^1 manual|rules|faq|terms|internet|sign|label|up
    none|not|no of|any ^1 our|my ^1 business|concern|affair|problem|department|worry
    don't|do_not|couldn't|won't|can't|doesn't|didn't ^1 really|much|particularly|frankly|actually? ^1 mind|care|bother|matter|interest|concern ^1 much|less|us|me|one_bit|either? ^1 what|how|if|who|whether|about|less|which|that
    your ^1 opinion|view|comment|feedback|remark|complaint|displeasure|anger|point|disappointment|unhappiness ^1 is|has_been|was ^1 duly|hereby|now? ^1 noted|registered|logged|recorded
    thanks|thank_you|cheers for ^1 your ^1 input|opinion|view|two_cents|contribution|concern|thoughts ^1 anyway|all_the_same|regardless|i_guess|i_suppose
    good|best|all|better things|luck ^1 come|next|with|to|in|elsewhere|finding ^2 those|time|that|who|the|another
    can't|cannot|couldn't|won't|don't_have|no_time|haven't ^1 have|please|deal|help|answer|chase|run|look|cater|cry|time|bother|go ^1 with|everything|to|after|over|it_all|for? ^1 every|each|everything|all|everyone|it|spilt ^1 little|single|gripe|grumble|both_ways|whim|time|moan|post|wish
    some of us|them ^1 have|work|are
    we|i ^1 get|have|see|receive|read ^2 hundreds|thousands|dozens|plenty|loads|tons|lots|so_many ^1 of ^1 these|those|them|such|messages|complaints|posts|like
    real|proper|more_important|better|actual ^1 work|emergencies|jobs|cases|patients|customers|things ^1 to ^1 do|attend|get_on|deal|worry|look
    ought|need|should|might|better|time|wise|best|learn ^1 to|just|really? ^1 toughen|man_up|grow_up|chill|lighten|loosen|get_a_grip|get_over|move_on|cheer|let_go|let_it|get_a_life|relax|simmer
    drama|tantrum|hysterics|hysteria|strop|whinge|whingeing|whining|moaning|bleating|nitpicking|grumbling !school|class|classes|series|teacher|club|group|department|course|student*|society
    clutch|clutching|clutched ^1 pearls
    your|public|online|twitter|little|another|toddler|such_a|having_a|no_need_for_a meltdown
    hold|need|have|want ^1 a ^1 funeral|wake|parade|medal|inquest
""", negated=True, unless="sorry|apologise ^1 that|for\nour mistake|fault|error\nwe should\nno excuse\nshouldn't|should_not|nobody_should|no_one_should|must_not|don't ^2 have|get|need|need_to|be\nwe|i ^1 understand|know|see|realise|get ^1 why|that\nplease ^1 take ^2 until|because\nuntil|till ^1 we|it's|the ^3 fixed|open|back|mended|repaired|friday|monday\nwe'll|we_will|i'll|i_will ^1 leave|close ^1 ^1 when|once\nrefund|credited ^1 to\nclosed ^1 by|for|until\nbetter ^1 use")

_ELSEWHERE: Final = looking_for("""
    stell|stellen|stellt ^1 dich|euch|sie_sich ^1 doch? ^1 mal? nicht
    halb|nur|bloß so|eine|ein|ein_paar ~1 wild|schlimm|kleinigkeit|lappalie|cent|minuten|spiel|tier|tropfen
    kein|keine ~2 weltuntergang|drama|beinbruch|tragödie|sache
    regt|reg|regen ~2 euch|dich|sich|sie ~2 ab|auf
    da|damit|das muss|müssen|müsst|wird|werden ~3 durch|leben|abfinden|gewöhnen|aushalten
    gewöhnen|gewöhn|gewöhnt ~3 sich|dich|euch|dran|daran
    pas|pas_de|inutile|arrêtez ~1 la|quoi|de ~1 mort|drame|en_faire|dramatiser|vous_plaindre|fouetter
    calmez|détendez|respirez ^1 vous|un|profondément
    no es|hay|seas|exagere|exagere_tanto ^1 para_tanto|el_fin|tan|más_que|que_exagerar|que_dramatizar
    no es para tanto
    tranquilo|tranquila|cálmese|relájese|ya se_le|se|le|está
    si|se ^1 no le|te|lhe ^1 gusta|piace|agrada|va
    non è|facciamone|esageriamo|fate ^1 la_fine|il_caso|una_tragedia|un_dramma|drammi|mica|niente|poi
    não é|foi|faça ^1 o_fim|para_tanto|nada|caso|drama|assim_tão
    stel|stelt ^1 u|je|jullie ^1 niet
    niet|niks|geen zo|om|ramp|drama|reden ^1 erg|druk|aan|paniek|over
    valt|viel ~2 wel|best|reuze mee
""", negated=True)

FAMILIES: Final = all_of(_SMALL, _OFF, _ELSEWHERE)
