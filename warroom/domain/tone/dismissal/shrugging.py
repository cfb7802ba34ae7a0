"""More families of dismissal: it is small, it will pass, do something else, the talk is over, others would be glad.

As in :mod:`warroom.domain.tone.dismissal.waving`, a slot takes every word of its kind.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.wording import all_of, looking_for

_HARM: Final = "hurt|hurts|harm|harms|harmed|harming|kill|kills|killed|poison|poisoned|bit|bitten|died|drowned|starved|melted|bled|injured|maimed"
_LITTLE: Final = "cents|pence|pennies|quid|euros|euro|pounds|pound|dollars|dollar|bucks|minutes|minute|hours|hour|crumbs|scratch|scratches|dent|dents|stain|dust|noise|smell|drop|drops|percent|days|day|pinprick|trifle|hiccup|bump|bumps|inches|inch|grams|hair|hairs|mark|squeak|rattle|typo|letter|crumb|spot|spots|evening|afternoon|morning|night|weekend|week"

#: It is little, it does nobody harm, it is only a thing, it is nothing beside what else there is.
_SMALL: Final = looking_for(f"""
    never|doesn't|does_not|didn't|did_not|won't|will_not|don't|do_not|hardly|has_never|hasn't|can't|couldn't|rarely ^1 ever? ^1 {_HARM}|do|does|did|done|break ^1 no? ^1 anyone|anybody|no_one|nobody|you|us|the_bank|bank|a_fly|one|a_soul|any_harm|any_damage
    it's|it_is|that's|that_is|we're_talking|this_is|they're|they_are|it_was|that_was|he_was|she_was ^1 only|just|merely|literally|but|basically|mere|about|simply|after_all ^1 about? ^1 a|an|one|some|two|three|four|five|ten|# ^2 {_LITTLE}|thing|toy|game|bus|shirt|sandwich|meal|film|song|book|logo|phone|joke|cat|dog|bird|tree|bag|parcel|ticket|car|bear|lamp|door|sign|form|mug|cup|shoe|sofa|chair|app|show|match|party|hat|tie|pen|poster|picture|photo|bench|fence|shelter|lawn|hedge|cake|burger|coffee|tea|beer|match|drink|colour|color|name|word|flower
    it's|it_is|that's|they're|they_are|this_is|it_was|he_was|she_was ^1 a|an|one ^4 not|hardly|and_not|rather_than|we_needn't|nobody_needs|so_no a|an|the|worth|hold|need|to
    builds|build|forms|makes|strengthens ^1 character|you_stronger|memories|for_a_good
    plenty|lots|many|most|millions|some ^1 of? ^1 folk|people|children|families|others|kids|households ^3 never|no|without|less|manage|would_love|don't_even|have_it|go_without
    world|life|earth|sun ^1 keeps|goes|moves|still|will|hasn't|didn't|doesn't|carries ^1 still|keep? ^1 turning|on|spinning|stopped|rises|rise|end|stop|turn
    in|give_it|after a|an|one|two ^1 week|month|fortnight|day|year|hour|few_days ^1 or_so|or_two? ^1 you|nobody|no_one|it|it'll|you'll|everyone|people ^2 won't|will|have|be|not|laugh|smile|forget|forgotten|remember|gone
    for heaven's|goodness|pete's|crying|god's|goodness' sake|out_loud
    nothing|nowt|anything ^1 nice|kind|constructive|positive|better ^1 to ^2 say|add|do
    in|looking_at ^1 the ^1 big|bigger|grand|great|greater|wider|larger|overall ^1 picture|scheme|scale
    when ^1 all's|all_is|everything's ^1 said
    a|an|mere|just|bit_of|it's|all|hardly|such_a|only_a ^1 trifle|pinprick|bagatelle|drop_in_the|flea_bite|storm_in|molehill|nothingburger|piffle|peccadillo|fuss_about|fuss_over|to_do_about
    nobody|no_one|none_of_us|hardly_anyone|hardly_anybody|few|you|you'll|people ^1 will|would|won't|wouldn't|hardly|barely|never|can't|even|ever ^1 even|ever|hardly|barely? ^1 notice|even_know|spot|care|remember|miss|even_see ^1 it|that|the|it's|them|after|this|once|anything
    worse|bigger|graver|greater|more_important|more_serious|more_pressing|better ^1 things|problems|troubles|fates|ways|crimes|tragedies|worries ^1 in|for_all|for_us|for_everyone|for_everybody|to|on|out|happen|at|than|elsewhere|going|we|we_have|happening|facing
    not|hardly|isn't|wouldn't|scarcely|never|aren't ^1 waste|worth ^1 a|an|the|any|all|your|getting|losing|wasting|worrying|writing|posting|crying|making|talking|arguing ^1 stamp|breath|tears|ink|effort|sweat|time|bother|trouble|fuss|word|post|sleep|thread|noise|energy|about|over|home|this|upset|angry|worked
    what's|what_is ^1 the|all_the|your ^1 harm|fuss|drama|big|tragedy|rush|hurry|panic
    such is|are ^1 life|travel|war|business|love|the|modern|winter|nature|trade|fate
    that's|it's|this_is|that_is|just ^1 how|the_way ^2 things|life|cookie|flying|buses|trains|dogs|kids|children|winter|business|we|love|the_cookie|planes|the_world|nature ^3 works|is|are|go|goes|work|crumbles|like|do|rolls|turns|for
    them's|those_are|these_are|them_are ^1 the ^1 terms|rules|breaks|facts|conditions|prices
    here|there we|you|they|it|he|she go|goes|comes again
    you'd|you_would|they_would|they'd|he_would|she_would|people_would|of_course_you'd ^1 say_that|would_say
    only|just|after_all|purely|merely ^1 money|nature|hair|fashion|pixels|teething|wind|weather|a_cat|a_dog|growing_pains|nerves|business|words|paper|numbers|cosmetic|metal|after_all
""", negated=True, unless="sorry|apologise ^1 that|for\nour mistake|fault|error\nwe should\nno excuse\nis|was ^1 not|no|hardly ^1 comfort|excuse\nnot|isn't|wasn't|never ^1 only|just|a_small|a_trifle\nmore than just|only\nworth ^1 your|the ^1 while\nif ^1 you|anyone\nrefund*|credited|your_account\nor anybody|anyone ^1 else\nso|and ^1 that ^1 nobody|no_one\nwon't ^1 pay|owe|charge")

#: Do something else, get used to it, wait; the talk is over; nobody keeps you; that is yours to bear; what more do you want.
_OFF: Final = looking_for("""
    get|gets|grow|getting|become|grows ^1 used|accustomed ^1 to ^1 it|that|them|this
    give|gives ^1 it|them|yourself ^1 a|some|another|two|three|time|few ^1 while|week|weeks|fortnight|month|months|day|days|time|minute|rest
    have|grab|make|pour|try ^1 yourself? ^1 a|an|some cup|cuppa|nice_cup|biscuit|lie_down|nap|brew|bath|chamomile|stiff_drink
    stick|put|pop|throw|pull|wear ^1 on? ^1 a|an|another|extra|some ^1 jumper|cardigan|sweater|coat|blanket|earplugs|earphones|headphones|gloves|scarf|umbrella|music|kettle|wellies|socks|radio
    turn|crank|put ^1 up? ^1 the ^1 radio|music|telly|tv|volume ^1 up|on|louder|a
    go|try|get|take|why_not ^1 and|out|for|yourself|to? ^1 get|take|find|have|for|touch|enjoy? ^1 a|some|yourself|the|another walk|fresh_air|hobby|grass|sunshine|outdoors|deep_breath|life
    find|look_for|pick|choose ^1 yourself|yourselves|something|somebody|someone|another|a|some|anything ^1 else|better|new|different|other|another|real? ^1 to|hobby|cause|life|battle|hill|pastime|job|complain|shout|moan|about|worry
    how about|why_don't|maybe|perhaps|what_about ^1 we|you|everyone|everybody|people|folks ^1 all|just? ^1 takes|take|calm|relax|breathe|cool|chill|stop|stops|settle|move|moves|get|wait|try|tries|let|drop|drops|find|simmer
    take|takes|taking|have|need|deep a|some|deep|another ^1 breath|breather|breaths|pill|chill|breather
    breathe|breath in|out|deep|deeply|slowly|and
    calm|collect|compose|pull|control|contain|steady yourself|yourselves
    save|spare|keep|hold ^1 us|me|yourself|it|your|the ^1 petition|breath|drama|lecture|speech|outrage|tears|stamp|ink|sermon|trouble|bother|details|energy|theatrics|hysterics|effort|story|for_later
    leave ^1 us|our|them|him|her|me|staff|the_team|the_staff|the_crew|the_driver|the_poor ^2 in_peace|alone
    that|this|which|it ^1 ship|train|bus|door|chapter|subject|file|case|topic|debate|discussion|book|matter|question|thread|conversation|argument ^2 sailed|left|closed|shut|over|done|finished|ended|settled|has_sailed|gone|is_now
    close|closes|closing|ends|end|ending|settles|drop|concludes ^1 the|this|that|our ^1 subject|matter|discussion|topic|conversation|file|chapter|case|debate|thread|question|argument !only|when|once|until|as_soon|by_mistake|for
    our|my|the|that_was|that's|this_is ^1 our|my|the? ^1 last|final word|answer|post|reply|comment|say !from|was|said|had|of_ours|here|came
    not|won't|will_not|refuse|can't|cannot|don't_intend|never|nor ^2 be ^1 drawn|dragged|pulled|drawn_into|goaded|rehashing|rehash|answering|replying|responding|discussing|debating|going_over|commenting|taking_questions|engaging
    we|i|we've|i've|we_have|i_have ^1 'll|will|have|had? ^1 said ^1 all|everything|what ^1 that? ^1 we|i|we're|i'm|there|we've
    nothing|no ^1 more|further|else|left|point ^1 to|for|in ^1 say|add|discuss|explain|see|talk|be_said|argue|debate|chewing|going|arguing|discussing|repeating
    chewing|raking|going|hashing|bleating|banging|harping ^1 it|this|that|on|the_past|old|over ^1 over|again|up|once|about|on
    not going to happen|change
    nobody|no_one|nothing|who|who's ^1 is|was|'s? ^1 making|makes|made|forcing|forces|keeping|keeps|stopping|stops|holding|asking|asks|begging|telling ^1 you|anyone|anybody|people|them ^2 to|here|stay|shop|buy|read|watch|eat|open|from|use|come|back
    no_one|nobody ^1 marched|dragged|twisted|put|held ^3 gunpoint|arm|arms|gun|head|in|here
    plenty|lots|many|hundreds|thousands|dozens|loads|queue|others|millions|there_are_people|there_are_others ^2 others|people|folk|folks|who|of ^2 would ^1 be|love|kill|give|jump|happily|gladly
    sign|take|like|love|use|eat|buy|keep|read|watch ^1 it|them|this|that ^1 or ^1 don't|leave|not|lump|leave_it
    you've|you|you_have|you_did ^1 got|had|have|received|been_given|get ^1 your ^1 money|refund|voucher|answer|reply|apology|seat|ticket ^1 back? ^2 so|haven't_you|didn't_you|what|now|be|and_yet|anyway
    we're|we_are|i'm|i_am|it's|this_is|nurses_are|staff_are|drivers_are|we|i|this ^1 isn't|aren't|not ^1 mind_readers|your_mother|your_mum|your_nanny|your_servants|servants|babysitters|magicians|wizards|santa|a_charity|the_ritz|a_hotel|therapists|a_therapist|social_workers|miracle|psychic|a_taxi|made_of|superheroes|your_friends|your_parents
    real|proper|more_important|better|actual ^1 work|emergencies|jobs|cases|patients|customers|things ^1 to ^1 do|attend|get_on|deal|worry|look
    ought|need|should|might|better|time|wise|best|learn ^1 to|just|really? ^1 toughen|man_up|grow_up|chill|lighten|loosen|get_a_grip|get_over|move_on|cheer|let_go|let_it|get_a_life|relax|simmer
    drama|tantrum|hysterics|hysteria|strop|whinge|whingeing|whining|moaning|bleating|nitpicking|grumbling !school|class|classes|series|teacher|club|group|department|course|student*|society
""", negated=True, unless="sorry|apologise ^1 that|for\nour mistake|fault|error\nwe should\nno excuse\nshouldn't|should_not|nobody_should|no_one_should|must_not|don't ^2 have|get|need|need_to|be\nwe|i ^1 understand|know|see|realise|get ^1 why|that\nplease ^1 take ^2 until|because\nuntil|till ^1 we|it's|the ^3 fixed|open|back|mended|repaired|friday|monday\nwe'll|we_will|i'll|i_will ^1 leave|close ^1 ^1 when|once\nrefund|credited ^1 to\nclosed ^1 by|for|until\nbetter ^1 use\nasking|asks ^2 to ^1 pay|prove|wait|sign|choose|forget|leave|accept|believe")

FAMILIES: Final = all_of(_SMALL, _OFF)
