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
    people|children|others|some_people|millions|there_are_people|many|somebody ^3 starving|starve|dying|die_every|real_problems|bigger_problems|worse_off|actual_problems|real_worries|worse_problems|far_worse|much_worse|it_worse|it_far_worse|homeless|at_war
    we|i|we're|we_are|we_will|we_won't|i'm|i_won't|we_shall|i_will ^1 not|won't|don't|not_going_to|never ^2 dignify|get_into|getting_into|engage|engaging|entertain|discuss_this|debate_this|be_drawn|respond_to_this|respond_further|reply_further|reply_to_this|answer_this|comment_further|commenting_further|waste|continue_this|going_round|go_round
    we're|we_are|i'm|i_am|consider_ourselves ^1 done|finished ^1 here|talking|with_this|discussing|with_you|arguing|apologising|apologizing|answering|explaining
    matter|case|discussion|conversation|subject|topic|chapter|thread|book|file|debate|issue ^2 is|are|as|remains ^1 closed|over|finished|settled|done_with|at_an_end !at|on|for_us_only|until
    consider|regard|treat|call ^1 this|that|it|matter|the ^1 closed|settled|finished|done|a_day|over|resolved_and
    our|my|the final|last word|answer|offer|response !on_the|this
    nothing|not_much|no_more ^1 more|further|else|left ^1 to ^1 say|add|discuss|talk_about|see|be_said|do_here
    let's|let_us|can_we|could_we|time_to|should|we_should|shall_we|please|everyone|i_suggest_we|best_to ^2 move|moved|moving|leave on|along|it_there|it_at_that|that_behind|this_behind
    get|don't_get|not_get|got ^1 carried|worked|wound|hung|bent|yourself_so ^1 away|up|out_of_shape|upset
    you|we|one can't|cannot|can_not|can_never|won't|don't ^1 please|win|satisfy|make|help all|everyone|everybody|them|them_all|every
    haters gonna|will|hate
    try|shop|go|look|eat|stay|fly|bank|buy|complain|book|ask|look_around ^1 somewhere_else|elsewhere|someone_else|the_competition|another_airline|another_shop|another_hotel !after|when|until
    don't let the door|it_hit
    good luck ^1 elsewhere|finding|with_that|with_the|somewhere|then
    not|isn't|hardly|above|beyond|outside|n't ^1 my|our|something_we|something_i|on_our|a ^1 pay_grade|remit|deal_with|department|handle|concern|priority|business|problem|care_about|have_time|lose_sleep
    rules|policy|contracts|business|a_deal|terms|orders|law|facts is|are rules|policy|contracts|business|a_deal|terms|orders|law|the_law|facts
    those|these|that|them are|is|'s ^1 the|our rules|policy|breaks|terms|facts|system
    that's|this_is|it's|that_is|it_is ^1 just|simply|not|how|the|what|where ^1 how|the|it|is ^1 way|it|things|how ^1 is|works|goes|are|go|cookie_crumbles|crumbles|rolls|work
    things|stuff|phones|machines|toys|plates|systems|apps|websites|computers|trains|planes|flights|buses|parcels|people|pipes|websites|batteries ^1 break|breaks|fail|crash|wear_out|are_late|get_lost|go_wrong|make_mistakes|die|leak|get_old|run_late|are_sometimes_late|can_be_late
    what|anything_else|something_else|more|better do|did|were|exactly_did|on_earth_did ^1 you|people|anyone|they|one ^1 expect|expecting !from_us|us_to_do_next|to_see_from
    people|everyone|everybody|some_people|folks|you_people|customers|some|someone|somebody ^1 are|is|get|gets|will|just|have|has|take|takes|complain|complains|moan|moans|can|always ^2 so_sensitive|too_sensitive|too_easily|offended|complain|complaining|never_happy|never_satisfied|too_much_time|love_to_complain|like_to_complain|want_to_complain|moan|find_something|upset_about|everything_so|things_too|everything_too|about_anything|about_everything|enjoy_being|hard_to_please|wired ^1 !as|have|been
    get|find|buy|take_up yourself? a hobby|life|grip|sense_of|clue|job|mirror
    grow a|some pair|spine|up|backbone|skin
    patience is a
    bigger|other|worse ^1 fires|fish|dragons|battles to ^1
    fresh start|page|chapter
    see|look_on|think_of|treat|regard|view ^1 it|this|that ^1 as|of ^1 a|an|your|the ^1 chance|opportunity|fresh|new|adventure|lesson|holiday|blessing|learning|experience|excuse|gift|reason
    only|just|simply ^1 tell|say|give|hear|get ^2 same
    will|'ll|would|have|had|she'll|he'll|they'll|you'll|she'd|it'll ^1 have ^1 outgrown|forgotten|got_over|grown|moved_on|replaced|stopped|recovered|healed
    get|go|return|love_to ^1 back ^1 to ^1 normal|our_lives|business_as_usual
    won't|doesn't|will_not|does_not|never|can't ^1 define|matter_in|change_your_life|ruin_your|be_remembered|make_or_break|kill
    one grade|day|night|mistake|bad_day|meal|flight|trip|exam|review|photo ^1 won't|will_not|doesn't|does_not|isn't
    you're|you_are|it's|not|world|this ^2 not|doesn't|isn't|all|does_not ^2 only_customer|only_person|only_one_waiting|only_one_in|revolve|about_you|special|only_guest|only_passenger|centre_of|center_of|all_about ^1
    everyone_else|everybody_else|we_all|the_others ^1 has|have|else|all|had to wait|queue|adapt|make_do|pay|get_through|deal_with|put_up
    no|not|isn't|hardly|n't|nothing|scarcely ^1 a|the|that|much|very|too|so|such ^1 big|serious|thing|biggie|drama|bad|bother|crime|tragedy|catastrophe|major|terrible|dramatic|deal|emergency|life_and_death|end_of|worth ^1 thing|a_deal|deal|of_a|happened|was|or|to_worry|to_get !about|for_you|enough
    no biggie|bother|drama|sweat|harm_done|big_thing|great_loss|big_loss|biggy|harm_no_foul|hard_feelings|use_crying
    how hard|difficult|bad|long|much can|could|is ^1 it|that|this|they ^1 be|really_be|?
    why all? the|this|so drama|fuss|angry|upset|hostile|hostility|mad|long_face|worked_up|aggressive|rude|bothered|serious|outrage
    why ^1 are|is|such|get|getting ^1 you|so|everyone|people|all|the ^1 so|upset|angry|drama|fuss|long_face|hostile|hostility|mad|worked_up|aggressive|making|shouting|rude|dramatic|bothering|still ^1
    google|search_engines|duckduckgo ^1 is|it|knows your|yourself|friend|everything
    if|when|unless|since|because you|that's|the_price_is|it's|this_is|it_is|you're|you_are|we're|that_is|we_are|the|our ^2 too|don't|not|so|can't|cannot|unhappy|hate ^3 expensive|cold|slow|much|long|like|happy|stand|far|hot|loud|afford|spicy|hard|difficult|stressful|bothered|trust|good_enough|to_your ^5 go_to|go_and|go|try|walk|leave|buy|stay|eat|fly|take|cook|shop|use|bring|wear|don't|there|do_it|find|switch|look|you_know|nobody|complain|tell|ask_someone !us|me|back|it_back
    blow|blows|blown|die over|itself ^1
    life|world|show goes_on|must_go_on|is_short|isn't_fair|is_not_fair|moves_on|is_too_short
    you'll|you_will|he'll|she'll|they'll|you'd ^1 live|survive|get_over|get_used_to|forget|laugh|be_fine|manage_somehow|cope|thank_us|see_that_it|hardly_notice|barely_notice|not_even_notice|recover|grow !in|at|with|the
    sure|certain|bet|guess|think|expect|hope you'll|you_will|you_can|they'll ^1 live|survive|manage|cope|be_fine|get_over|find_something|get_by
    old|yesterday's|stale|ancient news|history ^1
    bigger|better|worse|more_important|other|more_serious|more_pressing ^1 fish|problems|things|priorities|worries|matters|issues ^1 to|in_the_world|than|right_now
    if you ^1 wanted|want|needed|need|prefer|preferred|expect|expected|like|liked|fancy|require ^4 you ^1 should|could|can|need|ought|might|must|would|'d|want|will ^1
    no|little|not_much|isn't_much|is_no ^1 point|use|sense|need|reason|value in|to|for ^1 asking|ask|arguing|argue|complaining|discussing|discuss|repeating|writing|going|dwelling|fighting|appealing|debating|pursuing|raising
    nothing|not_something|don't|not ^1 to ^1 lose|get|write|make|shed|worry ^1 any? ^1 sleep|worked_up|home_about|tears|a_song|head_about
    do|does that|this|it sometimes|occasionally|from_time_to_time|now_and_then|now_and_again|every_now
    not the only|first|last ^1 customer|person|passenger|guest|patient|user|client|player|subscriber ^1
    only customer|person|passenger|guest|patient ^1 we|i|in|here|who|on
    take|taking|bring your ^1 business|custom|money|complaint ^1 elsewhere|somewhere|to_someone|to_another
    always ^1 find|have|get ^1 something|someone|somebody ^1 to ^1 complain|moan|whine|say|criticise
    wouldn't|would_not|needn't|don't|shouldn't|no_need_to ^1 worry|fret|panic|lose_sleep|stress|be_concerned ^1 about|over|too ^2 it|that|this|much|too_much
    nobody's|no_one's|no-one's|nobody|no_one|we're_all|none_of_us|who is|are|isn't|'s? ^1 perfect|only_human|human
    time|try|learn ^1 to ^1 join|get_with|move_with|adapt_to ^1 the ^1 rest|times|future|century|real_world
    welcome to ^1 the ^1 real_world|modern_world|future|modern_era|21st_century|internet
    get with the
    it's 2024|2025|2026|2027|the_21st|the_year
    end of the day they|it|that|this|these|you|we ^1 were|was|is|are|'s ^1 just|only|merely|a
    they|those|these|it ^1 were|are|was|is only|just|merely ^1 recordings|photos|pictures|messages|emails|files|words|things|toys|shoes|bags|suitcases|plants|animals|fish|chickens|numbers|letters|clothes|books|data|points|tickets|flowers
    you|they|she|he|one ^1 could|might always have|'ve|just|simply ^1 walked|waited|taken|called|asked|left|stayed|gone|bought|used|eaten|driven|cancelled|read
    should|must|ought_to|will|'d ^1 be|have_got|get|know|expect ^1 used_to|this_by_now|it_by_now
    thought that counts
    try|best|better|please ^1 not|don't ^1 to? ^1 read|take|make|attach|worry ^1 too|much|it|things|this|anything ^2 much|into|of_it|personally|heart
    aren't|isn't|not|are_not|is_not|nothing ^1 personal|aimed_at ^1 !data|details|information|use|one
    anything|everything|all|the_rest ^1 beyond|else|more|rest|further ^1 that|is|this ^1 is? ^1 really|just|only|purely|sentimental|luxury|extra
    just|only|merely|purely|really ^1 sentimental|cosmetic|aesthetic|psychological|nostalgia|paranoia|nerves|imagination|vanity|superstition|a_feeling|in_your_head
    sense of humour|humor
    simply|just|all|is|it's|only|merely|part ^1 part|and ^1 of|parcel ^1 living|life|travel|business|modern|flying|owning|using|the_game|the_deal|having|being|of|growing|everyday
    part and parcel
    keep|keeping|have|show|retain a sense of
    thousands|hundreds|dozens|plenty of ^1 these|those|such|others ^1 to|like|in
    spoil*|entitled|pampered|privileged ^1 brat*|customer*|people|generation|much|people_like_you
""", unless="and|but ^1 ours\nshould|must ~2 not|never|n't\nnot funny\nwe|i|our made|told|joked|said ~3 joke\nbigger|worse|more_important things|problems than our\nbecause of us\nour|my joke\nget|got|have your money|refund\nworry|worrying about the|your|rent|money\nsee|ask a|the|your doctor\nread the|our|it|your ~2 we|i\ni|we|you|had|you'd read\nhave|has to be grateful|glad|thankful|happy\nwe'd|would be grateful|glad\nabout whose|who|the_fee|money\nno excuse\nfor you|families|a_family|somebody|someone|people|a_child\nif you want|prefer|like ~3 we|i|call\nwe|i refund|pay|send|replace\nwhen|while|where|because|as people|children|many|families\nnever|won't|wouldn't|cannot|can't ~1 say|tell|call|pretend\nfrom today|monday|now|tomorrow", negated=True)
