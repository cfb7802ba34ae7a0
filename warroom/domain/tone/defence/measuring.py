"""Defence by measure: others are worse, most are happy, it is rare, it is written down, it was said before.

None of it answers the person, however true. The same figure as an answer to a question, or against us, is left alone.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.defence.standing import TRADE
from warroom.domain.tone.slots import CROWD
from warroom.domain.tone.wording import all_of, looking_for

_JUDGES: Final = CROWD + "|buyers|reviewers|people_in_our|callers|members|of_you|them|diners|households|learners|commuters|bookings|journeys|orders|deliveries|trains|flights|parcels|visits|stays"
_OTHERS: Final = f"{TRADE}|practices|practice|airlines|companies|company|providers|makers|places|cafes|surgeries|offices|venues|festivals|apps|rivals|competitors|firms|others|agencies|clubs|laptops|phones|cars"
_RAISED: Final = "several|many|a_number_of|numerous|multiple|two|three|four|a_few|countless|various"

_SORRY_FOR_IT: Final = """
sorry|apologise|apologize that|for
our own? fault|mistake|error|failure
we ^1 should|failed|fell|missed|were_wrong|got_it_wrong
no excuse
not good enough
on us
doesn't|does_not|don't|won't|no ^1 help|excuse|change|comfort|matter
you're|you_are right
you|yours|it|this ^1 did_not|didn't|wasn't|was_not|weren't
we're|we_are|i'm|i_am sorry
but ^1 we|you ^1 can|will|'ll|could
said|thought|wrote|told ^2 it can't|couldn't
who|they|some|others|you couldn't|could_not
you ^1 get|receive|needn't|don't_need
should ^1 never|not have
but ^4 should|never|failed|late
thank|thanks|grateful|proud
not|isn't|wasn't|aren't ^1 as|well|happy|one
worse|less|fewer|later|behind|slower than ^1 most|others|the
"""

_BETTER_THAN: Final = looking_for(f"""
    below|above|under|less_than|cheaper_than|faster_than|better_than|lower_than|fewer_than|shorter_than|quicker_than|safer_than|more_than ^2 what ^1 most|anyone|anybody|everyone|any|other|others|the ^5 charge|charges|manage|manages|pay|pays|offer|ask|asks|get|do|achieve|elsewhere|would
    what|how_much|how ^2 most|anyone|anybody|everyone|other|others|the_others|competitors|the_competition ^3 charge|charges|charging|would_charge|asks|get_away
    most|no_other|few|hardly_any|any|many|plenty_of ^1 {_OTHERS} ^3 would ^1 be|love|give|kill|dream|jump ^2 glad|happy|delighted|pleased|proud|of|to|for|at|our
    most|no_other|few|hardly_any|every|all|any ^1 {_OTHERS} ^4 would|have|had|has|are|do|does|charge|manage|put ^4 more|longer|worse|less|higher|dearer|slower|same
    better|faster|cheaper|safer|quicker|lower|kinder|less|cleaner|more_reliable ^1 than ^1 most|any_other|anyone|anybody|anywhere|average|the_average|the_competition|our_competitors|other|others
    rose|rises|went_up|fell|increased|grew|cost|costs ^1 by? ^1 less|more_slowly|far_less than ^1 most|others|the|any|inflation
    have_you|did_you|do_you ^1 ever|actually|even? ^1 looked|seen|compared|checked|tried|wondered|look|know ^1 at? ^2 what|how ^4 charge|charges|cost|costs|pay|works|do|elsewhere|others
    actually|really|still|honestly|frankly|quite|rather|we're ^1 a|quite_a|something_of_a bargain|fair_price|small_price !for
    rather_more|which_is_more|that's_more|more|far_more ^1 than ^1 can_be_said|some_can|some_people_can|many_can|others_can|most_can|you_can_say|can_be_claimed
""", negated=True, unless=_SORRY_FOR_IT)

_MOST_ARE_HAPPY: Final = looking_for(f"""
    # ^1 %|percent|per_cent|in|out_of|of ^1 #|ten|our|the|those|all ^2 our|of|the? ^2 {_JUDGES} ^5 happy|satisfied|liked|like|love|loved|without|recommend|on_time|rate|rated|enjoyed|fine|praised|come_back|never|no
    nine|eight|nineteen|ninety|95|97|98|99 ^1 out|in|of|percent|% ^2 ten|twenty|hundred|a|customers|people|viewers ^6 happy|satisfied|liked|like|love|loved|without|recommend|on_time|rate|enjoyed|fine|praised
    # ^1 stars|star ^1 from|across|out_of ^5
    rated|scores|scored|averages ^1 # ^1 by|on|from|out_of|across ^1
    has|have|with|holds|got|keeps ^1 a|an ^1 # rating|average|score !energy|fire|credit
    nobody|no_one|not_one|no_other ^1 else|other|of_them|person|guest|customer|passenger ^5 complained|objected|grumbled|raised_this|raised_it|mentioned_it|had_a_problem|had_any_problem|had_any_trouble|said_a_word
    it|we|which|ad|film|dish|app|design|campaign ^1 has|have|even|also? ^1 won|picked_up|scooped|collected ^1 a|an|two|three|several|the|many ^2 prize|prizes|award|awards|medal|praise
    isn't|is_not|wasn't|not ^1 what|something|how ^2 people|customers|guests|others|users|most|we|other ^2 usually|normally|generally|tell|told|hear|find|say|report
    nobody|no_one|not_one|no_other|none ^2 else|customer|guest|buyer|person|of_them|other ^1 has|have|had ^1 ever|so_far? ^1 mentioned|raised|reported|said
    we ^1 test|check|clean|inspect|taste|weigh|wash|measure|review ^1 every|each|all|them ^4 #|two|three|four|five|six|twice|ten ^1 times|daily|before|a
    we|our_bakers|our_drivers|our_team|our_people ^1 bake|make|serve|carry|deliver|handle|ship|sell|send|produce|cook|fly|move|process|run|see|look_after ^4 #|thousands|millions|hundreds ^4 a|every|each|per|one_a day|week|year|month|night|weekend|shift ^1 so|and|which_means ^2 one|a_single|the_odd|the_occasional|some|an_occasional|something|a_few|it's|a|you
    hardly|scarcely|barely|no|not|far_from ^1 a|exactly|really? ^1 proof|evidence|a_sign|the_same_as ^1 of|that|for
    calling|to_call|describing|branding|labelling ^2 it|us|this|that|them|him|her|our ^8 isn't|is_not|is_simply|is_just|seems|feels|is_a_bit|is|was|strikes ^2 fair|unfair|accurate|not_accurate|not_fair|stretch|over_the_top|wrong|harsh|exaggerated|too_far|unhelpful|a_bit_much|nonsense|wide_of|inaccurate|rich
    is|was|seems|would_be|feels|that's ^1 quite|rather|a_bit_of|a|really? ^1 a|something_of_a? ^1 stretch|exaggeration|overstatement|leap !of|for|break
    busiest|hardest ^1 day|saturday|sunday|friday|week|weekend|night|month|time|winter|summer|evening ^1 of|in|since ^2 year|season|years|decades|summer|winter
    doing|did|does|do|done ^1 a|an|their|its ^1 amazing|great|fantastic|terrific|heroic|good|wonderful|brilliant|incredible|splendid|excellent|tremendous ^1 job|work ^1 with|under|considering|given|despite|on
""", negated=True, unless=_SORRY_FOR_IT + "\nrefund*\nif|whether\nbreak|bargain ^1 for")

_AS_WE_SAID: Final = looking_for(f"""
    as|like we|i|we've|i've|we_have|our_team|has|have ^1 have|had|already? ^1 explained|said|told|written|stated|pointed_out|answered|mentioned|made_clear ^3 {_RAISED} ^1 times|occasions|posts|replies|emails|letters|messages
    i|we ^1 do|would|must|have_to|need_to|should|'d|will|feel_i_must|feel_we_must ^1 also|just|gently|respectfully|to? ^1 point_out|push_back|stress|remind_you|set_the|take_issue|disagree|put_you_right|correct_you|remind_everyone
    might|may|would|could|can ^1 help|pay|be_worth|be_wise|be_good|be_fair|be_useful ^1 to ^1 read|look|check|know|know_the|watch|have_read|wait|see|get|consider ^8 before|first|rather
    worth ^1 reading|checking|looking|watching|remembering|bearing|knowing|noting|saying ^9 before|that_we|in_mind|that_our|first
    only|just|simply|also ^1 fair|right|honest to ^1 point_out|say|add|mention|note|remember
    fair|fairness to the|our|them|him|her|my
    before drawing|jumping|reaching|leaping|making|coming|throwing|rushing|posting ^2 conclusion|conclusions|assumptions|judgement|judgments|accusations|stones
    is|are|was|were ^1 also|clearly|quite_clearly? ^1 printed|stated|written|shown|listed|displayed|marked|posted|published|noted|set_out ^1 clearly|quite? ^1 on|in|at|right|there ^6 for_everybody|for_everyone|for_anyone|for_all|for_any|to_see|to_read|plain_as|you_signed|you_accepted|you_agreed|when_you
    what|how ^1 exactly|else|on_earth|really|honestly did|do|were|was ^2 expect|expected|expecting|think|imagine|supposed|want
    but|and|though|still|well ^1 you ^1 did|do|had ^1 order|choose|book|buy|pick|ask|come|arrive|sign|agree|know|go ^6 so|which|and|on|at|in ^6 what|expect|surprise|surprised|really
    as ^1 stated|explained|set_out|laid_out|laid_down|outlined|indicated|specified|communicated ^1 in|on ^1 our|the ^3 mail|email|emails|contract|website|terms|conditions|policy|faq
    can't|cannot|can_hardly|couldn't|could_hardly ^1 be|have_been ^1 quite|all|really|that|so|nearly|half ^1 as|that|so? ^1 bad|terrible|awful|dirty|cold|slow|uncomfortable|dangerous|difficult|loud|poor|unsafe|dreadful
    test|tested|tried|trialled|piloted ^1 it|them|this|these ^1 with|on ^4 {_JUDGES} ^4 loved|liked|happy|enjoyed|preferred|praised|delighted
    not|isn't|wasn't|hardly|weren't ^1 something|anything ^1 that? we|anybody|anyone|our_team ^1 ordered|order|chose|picked|arranged|asked_for|control|can_control|could_control|can_influence
    we|i|nobody|no_one ^1 don't|do_not|didn't|can't|cannot|couldn't|can ^1 make|control|order|choose|command ^1 the|this? weather|sunshine|wind|snow|fog|rain|storm|ice|tide|heat|sun|sea|lightning
    approved|licensed|passed|permitted|authorised|granted|agreed these|those ^1 hours|times|levels|works|flights|deliveries|prices|charges
    a|one ^1 single|full|late|bad|broken|missing|cold|slow|missed ^2 is|was ^1 hardly|scarcely|not_exactly|barely
""", negated=True, unless=_SORRY_FOR_IT)

BY_MEASURE: Final = all_of(_BETTER_THAN, _MOST_ARE_HAPPY, _AS_WE_SAID)
