"""Families of defence: somebody of ours, a stand (it was right, it was allowed, you knew, others are content), a matter.

A slot takes every word of its kind (:mod:`warroom.domain.tone.slots`), so that a family finds turns that nobody listed.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.slots import CRITICISM, PEOPLE, RIGHTLY, STAFF, TERMS, THEIRS, UNTRUE, WE, WRITTEN
from warroom.domain.tone.slots import RULES as NORMS
from warroom.domain.tone.wording import looking_for

#: What is said of us is not so.
NOT_SO: Final = looking_for(f"""
    your|this|that|these|those|such ^2 {CRITICISM} ^1 is|are|was|were|seems|seem|looks|has_been|have_been|appears ^3 {UNTRUE}
    the ^1 {THEIRS} ^3 is|are|was|were|seems|seem|looks|has_been|have_been|appears ^3 {UNTRUE}
    your|this|that|these|the ^1 {CRITICISM} ^1 isn't|aren't|is_not|are_not|wasn't|was_not ^1 accurate|correct|true|fair|right|helpful|the_whole|representative|based|supported|what_happened
    your|this|that|these|the ^1 {THEIRS}|post|comment|account|description|version contain*|is_full_of|leaves|leave|omits|ignores|misses|lacks|misrepresent*|distort*|exaggerat*|overstates|twists|doesn't|does_not|do_not|don't|fails_to|only|hides|bears ^4 error*|inaccurac*|out|context|facts|half|story|falsehood*|mistakes|side|truth|picture|reality|us|happened|no_relation|little_relation|part_of
    several|many|some|a_few|a_number_of|numerous|multiple|serious|factual|two|three ^1 inaccurac*|errors|falsehoods|untruths|mistakes|misconceptions|misunderstandings ^2 in your|this|that|what_you
    lack*|without|missing|need*|more|wider|important|full|proper|crucial|take* ^2 context
    taken|took|quoted|pulled|lifted|ripped|is|are|was|were ^2 out_of_context
    what you|they|he|she ^1 say|describe|claim|write|wrote|said|report|reported|posted|posted_here|call|heard|read|allege ^2 is|was|isn't|wasn't|did|does|never|has ^2 not_correct|incorrect|wrong|untrue|false|not_true|not_accurate|inaccurate|not_right|did_not_happen|not_take_place|not_happen|happened|nonsense|misleading|a_myth|exaggerated|no_basis
    what you|they|he|she ^1 say|describe|claim|write|wrote|said|report|reported|posted|heard|read|allege isn't|is_not|wasn't|was_not|didn't|did_not|never|has_not|hasn't|cannot|can't ^2 correct|true|accurate|right|happen|happened|take_place|occur|what_happened|fair|be_right|be_true
    that|this|it|that's|it's isn't|is_not|wasn't|was_not|is_simply_not|is_just_not|not ^1 how|what ^2 happened|went|said|works|did|it_was|occurred|took_place|meant|like
    that|this|it|nothing_of_the_sort|no_such_thing ^1 never happened|occurred|took_place|existed
    it|that did|didn't ^1 not? happen|take_place like_that|that_way|as_you|the_way
    there|there's ^1 more|another_side|another_angle|a_different_side to this|it|the_story|that|this_story|the_picture|story
    don't|do_not|can't|cannot see it|this|that|things that|this|the_same|your|like ^1 way|that
    not the ^1 company|team|restaurant|school|people|staff|driver|chef|colleague|brand|hotel|business|kitchen|place ^1 we|i know
    doesn't|does_not reflect|represent|show who|what|how|the_reality|the_work|our_work ^1
    spread*|circulat*|repeat*|peddl*|push*|believ* ^2 misinformation|falsehood*|lies|rumour*|rumor*|untruth*|half-truth*|fake_news|disinformation|myths|nonsense
    your figure|number|estimate ^1 isn't|is_not accurate|correct|right|true
    don't|do_not|cannot|can't think|believe|feel|find|consider ^1 {CRITICISM} ^2 warranted|justified|fair|deserved|accurate|reasonable|merited
    don't|do_not|cannot|can't share ^2 view|assessment|opinion|analysis|criticism|conclusion
    don't|do_not|cannot|can't ^1 recognise|recognize|accept|identify|agree ^1 with? ^2 description|picture|account|version|assessment|view|characterisation|characterization|criticism|portrayal|depiction|analysis|conclusion|it_that_way|premise|events
    see|saw|remember|recall|view it|things|this|that ^1 differently|another_way|in_another
    have|had|take|hold|remember ^1 a ^1 different|other|another view|recollection|opinion|understanding|perspective|version|memory|account|interpretation
    media|press|newspaper*|journalist*|reporter*|article|paper|blogger*|influencer*|bbc|broadcaster|tabloid*|magazine|programme ^2 misquoted|misreported|misrepresented|twisted|got_this_wrong|got_it_wrong|got_that_wrong|exaggerated|sensationalised|left_out|omitted|distorted|invented|blew|cherry-picked|misunderstood|failed_to_mention|chose_to_ignore|did_not_ask|never_asked|didn't_ask
    cherry-pick*|misquot*|misrepresent*|mischaracteri*|half-truth*
    we|i|i'm|we're|we_are|it's|it_is|frankly|also|find|feel ^2 disappointing|disappointed|hurtful|surprised|puzzled|baffled|astonished|a_pity|a_shame|unfortunate|regrettable|shame|pity|sad|saddened|dismayed|perplexed|unfair|strange|odd|frustrating ^2 by|at|that|to|in|about|when|how ^1 your|you|people ^2 reaction|comment*|post*|tweet*|tone|criticism|review*|claim*|allegation*|accusation*|choose|chose|went|decided|felt_the_need|feel_the_need|would_say|would_post|would_write|write|public|publicly|attack*|prefer|took|jump*|assum*|not_come|didn't_come|did_not_come|without
    find your ^2 comment*|post|tweet|tone|criticism|review|claim*|allegation*|accusation*|remark*|language ^2 hurtful|offensive|disappointing|unfair|insulting|upsetting|surprising|unhelpful|strange|regrettable|over
    unfair|unjust|unreasonable|absurd|ridiculous|cheap|easy|lazy accusation*|criticism|attack*|comment*|remark*|post|comparison|characterisation|assumption|shot*|claim*|review
""", unless="sorry|apologise|apologize your|that_your|for_your\npromised|told|should that|and|but\nour mistake|fault\nwe should\nwe were wrong\nthis|that|our_own ~2 we ~1 wrote|posted|published|said\nnot unfair|wrong|hurtful\nyou|and_you|people had_to|waited|were_told|were_left")


_OWNED: Final = "and|but ~1 forgot|missed\nyou|you'd|you_had followed\nanyone|people|some|you|those|who|many took|take\ncould say\nwas|were|is|are|still|got ^1 wrong|unclear|bad|not_enough|too_late|too_few|too_little\nno excuse\nour mistake|fault|error\nwe should\nshould_not|should_never have\nnobody could_find\nand|but ^2 did_not|didn't|never|failed|changed_it|ignored|broke|still_got|nobody\nnot enough|good_enough\nsorry|apologise|apologize that|for\nuntil|unless|again\nhas_been|have_been|is|are changed"

#: We did as we should, we may, we could not, we meant well.
IN_THE_RIGHT: Final = looking_for(f"""
    acted|behaved|performed|handled|dealt|conducted|responded|reacted|treated|managed|operated|did_their|done_their|executed|carried_out|trained|informed|followed_up|communicated|displayed|showed|maintained ^6 {RIGHTLY}
    {NORMS} ^2 were|was|have_been|has_been|had_been ^2 met|followed|observed|fulfilled|complied_with|respected|adhered_to|satisfied|in_place|kept|obeyed !up
    followed|follow|observed ^1 procedure|protocol|instructions|orders|the_book|regulations|guidelines ^1 to|in|at|and|, ^2 letter|every|all|detail|full|strictly|correctly|nothing
    followed|observed|respected|obeyed|kept_to|stuck_to|applied|adhered_to|complied_with|fulfilled|met all|every|each|the|our|its|their|strict|established|relevant !wrong|old ^2 {NORMS}
    meets|meet|met|passes|passed|exceeds|exceeded|complies|comply|satisfies|conforms|fulfils|fulfills ^2 all|every|any|each|its|the|relevant|with|legal|current|required|strict|national|european ^4 {NORMS}
    within ^2 legal|permitted|limit|limits|range|law|norm|allowed|tolerance|guidelines|specification|acceptable|rules|rights|normal|agreed
    independently|externally|regularly|rigorously|thoroughly tested|certified|audited|verified|checked|inspected|approved|reviewed|assessed
    experts|lawyers|solicitors|auditors|inspectors|scientists|regulator|authorities|court|judge|ombudsman|tribunal|police ^2 confirm*|agreed|agree|found|cleared|ruled|said|approved|signed_off ^5 safe|fine|nothing|legal|allowed|correct|compliant|right|no_wrongdoing|no_fault|no_breach|favour|lawful|us|satisfied|okay
    we|i|our|they|they've|we're|i'm|i'll|we'll|company|management|he|she ^2 stand|stands|stood|standing ^1 by|behind|with our|my|the|this|that|what|every|it|him|her|them ^1 decision*|choice*|product*|staff|team|people|work|policy|policies|price*|words|statement|quality|record|driver*|chef|colleague*|employees|workers|actions|recipe*|process|method*|advert|campaign|said|did|wrote|ceo|director|crew|guard*|journalist*|reporting|article|approach|results|research|it|him|her|them|nurse*|doctor*|report|call|teacher*|server*|cook
    take|took|taking|takes ^1 exception|issue|umbrage|offence|offense with|to|at
    resent|contest|rebut|protest|oppose|object_to|reject|refute|dispute|disagree_with the|this|that|any|your|these|those|such|most_of|all ^4 {CRITICISM}|tone|notion|idea|implication|label|accusation|blame|point*|premise|conclusion
    refute|reject|dispute|contest this|that|it|them|these ^1 entirely|completely|strongly|firmly|in_the_strongest|utterly|categorically|outright
    {WE} ^1 never ^1 said|promised|claimed|guaranteed|advertised|stated|suggested|implied|pretended|intended|asked_for !sorry|why|how|thank*|a_word|anything|so|a|an_apology
    nobody|no_one|at_no_point|at_no_time ^3 promised|pretended|guaranteed|claimed|said_that|did_we_promise|did_we_say|did_we_claim|did_i_say|obliged_you
    we|we're|i'm|company|i|acme|hotel|airline|shop|have|under ^2 not|aren't|under_no|no|isn't|don't_have_any ^1 obliged|obligation|duty|required|bound|legally_bound|contractually|legally_required|legally_obliged|legal_obligation|legal_duty|contractual_obligation to|in|that
    don't|do_not|needn't|won't|will_not have_to|need_to|owe|going_to ^1 justify|explain|defend|apologise|apologize|excuse|answer_to|answer_for
    law is|was ^1 on our|very_clear|clear
    perfectly|entirely|completely|fully|totally|absolutely|quite legal|lawful|legitimate|normal|acceptable|standard|reasonable|permitted|allowed|justified|above_board|transparent|entitled|fair|appropriate|proper|correct|compliant
    nothing|not_anything ^1 illegal|unlawful|improper|wrong|unusual|untoward|inappropriate|sinister|underhand|dishonest|out_of_the_ordinary ^1 about|in|with|happened|was|here|to|going_on
    legally|contractually|fully|perfectly|well entitled|allowed|permitted|within|empowered|justified
    we|i|company|acme|landlord|hotel|airline|school|bank are|is|were|am|was ^1 entitled|allowed|permitted|justified to|in|by
    law|contract|agreement|regulations|policy|terms|licence|lease ^1 allow*|permit*|entitle*|oblige*|forbid*|require* us|this|it|that
    how|what were|was|are|should|could|can|am|is|do|did ^1 we|i|our|anyone|they|you ^1 supposed|meant|expected|expect|have_known|know|have_done|have_us|want_us|suggest_we|possibly
    what more|else do|did|can|could|should ^1 you|we|anyone
    no|no_other|not_a_single ^2 airline*|compan*|bank*|one|system*|hospital*|shop*|business*|operator*|provider*|school*|team|amount_of_testing|test ^1 could|can|would ^1 have|be|prevent*|foresee*|guarantee*|catch|predict*
    nobody|no_one|no-one|hardly_anyone could|can ^1 have ^1 known|foreseen|predicted|seen|prevented|expected|guessed|imagined|done
    could|would hardly|scarcely|barely|not_possibly|never|not_reasonably ^2 known|foreseen|predicted|prevented|expected|guessed|avoided|done|seen_this|seen_it
    we|i|there|our|team|staff|nobody|company ^1 had|have|was|were|is|been no|not_any ^1 way|chance|means|indication|reason|warning|signs|option|alternative|choice ^1 of|to|for|that|but|other|, ^2 know*|suspect*|foresee*|expect*|doubt*|us|tell*|but|than|predict*|except|avoid*|close*|cancel*|raise*
    {STAFF} have_been|has_been|had_been working ^1 hard|flat_out|tirelessly|day_and_night|around_the_clock|overtime ^3 so|please|and_deserve*|under|for_you
    {STAFF} ^1 worked|work|have_worked|had_worked|put_in|give|gave|did|do|went ^2 hard|flat_out|tirelessly|day_and_night|around_the_clock|overtime|long_hours|their_hardest|their_best|above_and_beyond|extra_hours|their_utmost|heart_and_soul|under_pressure|under_difficult|in_difficult|everything|wonders|miracles
    be|go|stay|remain ^1 kind|nice|gentle|easy|polite|respectful|considerate to|on|with|towards our|the|us|my|them
    we're|we_are|they're|they_are|i'm|i_am|staff_are|he_is|she_is ^1 only|just|all|still ^1 human|humans|volunteers|a_small|small|a_family|a_tiny|a_charity|one_person|people_too|a_shop|a_startup|learning|doing_our|doing_their
    small|family|family-run|local|independent|tiny ^1 business|company|team|charity|shop|restaurant|firm ^2 hurts|livelihood*|trying_to|trying_our|doing_our|struggling|barely|fighting|cannot_afford|can't_afford|does_not_have|doesn't_have
    we're|we_are|i'm|they're ^1 volunteers|a_charity|a_non-profit|unpaid|doing_this_for
    you|just|please|go ^1 try running|working|doing|cooking|flying|managing|keeping|serving|being|it_yourself|our_job|standing|driving|walking|to_imagine_our
    not|isn't|harder|more_difficult|more_complex|more_complicated|trickier|tougher ^1 as? easy? ^1 than|as|as_it|than_it ^2 looks|think|seems|sounds|imagine|may_think|make_out|people_think|you_think|might_think
    that's|this_is|it's|that_is|that_seems|you're_being|it_is|seems|sounds|this_seems|that_feels|which_is|being|that_sounds ^1 a_bit|a_little|rather|pretty|somewhat|quite|hardly|not_very|not_exactly|scarcely|grossly|deeply|terribly|so|very|awfully|not|not_really|extremely|a_tad harsh|rich|unfair|fair|unreasonable|cheeky|one-sided|simplistic|unkind|disappointing_to_read|reasonable|cynical|premature|below_the_belt|misleading !that_you|on_you|to_you|that_we
    don't|do_not|never|cannot|can't|please_don't|shouldn't|hardly_fair_to|unfair_to|not_fair_to|wrong_to|stop|easy_to|quick_to ^1 judge|judging|condemn|damn|define|tar ^1 us|our|a|the|whole|all|them|people|an_entire|everyone|without|before|too
    one|single|isolated|a ^1 bad|single|isolated|negative|unhappy|off ^1 day|night|review|mistake|meal|experience|apple|incident|customer|post|flight|batch doesn't|does_not|shouldn't|should_not|cannot|isn't|can't|don't|do_not
    we|they|our ^3 don't|do_not|didn't|did_not|hardly deserve*
    we|our_team|our_staff|our_people|our_crew|our_nurses|our_drivers|our_colleagues|our_workers|our_company|our_teachers|they ^2 deserve* ^1 better|respect|more_credit|some_credit|fairness|a_fair
    {WE}|our|company|it|they ^2 always ^1 put|treated|acted|been|followed|valued|prioritised|prioritized|cared|taken|made|had|worked|tried|done|supported|maintained|stood|strived|striven|ensured|listened|offered|believed|given|kept|paid|welcomed|respected ^4
    we|i|company|acme ^1 do|does|did|spend|spends|give|gives|pay|pays|invest|go|offer|test|recycle ^2 more|further|better|above ^4 than|most|beyond ^2 most|other|others|any|anyone|anybody|competition|required|law|rivals|have_to|need_to|competitors|industry|need|almost
    conscience|books|hands is|are ^1 clear|clean
    won't|will_not|refuse|not|never|cannot ^3 bullied|intimidated|blackmailed|lectured|silenced|pressured|shamed|held_hostage|dictated
    acted|did|decided|made|done|was|were ^5 in_good_faith|with_good_intentions|with_the_best|best_of_intentions|for_good_reason|for_good_reasons|for_your_own_safety|for_your_own_good|for_a_reason
    intention*|intent|motive* was|were|is|are|have_been ^2 good|honest|pure|genuine|always|only|simply|to_help|noble|best|honourable
    we|i|he|she|they|team|only|ever meant|mean|meaning|intended|wanted ^1 well|no_harm|it_well|it_kindly|the_best|good|to_help
    decision|call|choice|move|response|reaction|action|judgement|price|fee|charge|penalty|fine|ban was|is|were|remains ^2 right|correct|justified|necessary|proportionate|reasonable|sound|proper|appropriate|unavoidable|fair|lawful|well-founded|correctly
    was|were|remains|still|made|took|making ^1 the|absolutely_the|clearly_the right|correct|only|best|proper|safest|responsible ^1 decision|call|choice|thing|move|option|approach|step
    would|'d|we'd ^1 do|make|take|decide|act ^3 same|it_again|again|no_differently|exactly
    right|correct|only|best decision|call|choice and|, we'd|we_would
    we|i ^1 did|done the right|correct|responsible|best thing|we_could
    don't|do_not|can't|cannot|fail_to|struggle_to|hard_to|difficult_to ^1 see|understand ^1 problem_with|the_problem_with|an_issue|any_issue|any_wrongdoing|basis|what_we_should|what_we_could|what_else_we|fault|objection*|how_this_is_our|how_that_is_our|why_this_is_our|grounds|any_reason_to_apologise
    only|just|merely|barely a|a_very|an|very|some ^1 handful|few|tiny|small|fraction|minority|couple|isolated ^3 {PEOPLE}|affected|cases|orders|flights|complaints|incident|incidents|percent|%
    isolated|one-off|freak|exceptional|unfortunate incident|case|event|occurrence|error|instances|accident|exception
    vast|great|overwhelming|large majority of ^3 {PEOPLE}|flights|orders|trains|parcels|deliveries|journeys|products|bookings
    actually|frankly|excuse_me|hang_on|hold_on|wait_a_minute|for_the_record|let_me_be_clear|let's_be_clear|to_be_clear|to_be_frank|sorry_but|i'm_sorry_but|i_am_sorry_but|we're_sorry_but|with_respect|in_fact ^1 but? we_did|we_do|we_never|we_always|we_have_always|our_staff|our_team|our_policy|we're_not|we_are_not|that's_wrong|that's_not|that_is_not|this_is_not|you're|you_are|you_did|you_never|nobody|no_one|it_is_you|we_answered|we_replied|we_refunded|we_called|we_told|we_offered|that's_just|that's_simply|it's_not|it_is_not|you_were|we_don't|we_do_not|there_was_no|there_is_no|we_have_every|we_are_one
""", unless=_OWNED)

#: You knew, you were told, it is written there.
YOU_KNEW: Final = looking_for(f"""
    it's|that's|it_is|that_is|all in|on ^2 terms|small_print|fine_print|contract|agreement
    it|this|that|which|all|everything|information|fee|fees|charge|rule|details ^2 says|say|is|was|stands|stated|explained|covered|written|there|stood|set_out ^3 in|on|by our|the|your ^2 {TERMS}
    it|this|that|which|information|fee|details ^2 was|stated|written|said|stood|has_been|has_always_been ^3 in|on our|the|your ^2 {WRITTEN}
    {TERMS} ^2 clearly|make_clear|make_this_clear|make_it_clear|makes_clear|specif*|stipulate*|are_clear|is_clear|are_very_clear|is_very_clear|state|states|stated|explicitly|explain_this|apply_to_everyone|are_the_same_for|were_clear|was_clear|are_quite_clear|is_quite_clear|is_perfectly|are_perfectly
    as|like ^2 stated|set_out|outlined|described|shown|explained|mentioned|noted|written|printed|clearly|agreed|specified ^2 in|on|at|under our|the|your ^2 {WRITTEN}|booking|purchase|checkout|signup
    as|like our|the|your ^2 {WRITTEN} ^1 state*|say*|make*|show*|explain*|set*|describe*|clearly|mention*|will_tell|will_show|confirm*
    you|customers|everyone|users|guests|passengers|you've|you'd|he|she ^2 agreed|accepted|signed|consented|acknowledged|ticked|confirmed|knew|read ^3 {TERMS}|fee|charge|when_you|at_checkout|box|to_this_when|to_it_when|these|those|disclaimer|up_for_this|up_to_this
    you'll|you_will|you_can|you_may ^1 find|see|read ^3 in|on our|the|your {TERMS}
    you|customers|everyone|passengers|people|guests|residents|members|users|patients|tenants|parents|all were|was|had_been|have_been|'ve_been|had|got ^2 informed|warned|notified|advised|made_aware|reminded|told !us|me|our ^5 about|of|in_advance|before|beforehand|when_you|at_the_time|clearly|twice|well|that_this|that_the|from_the_start|already|repeatedly|at_booking|at_checkout
    given|gave|sent|issued|had|received|posted|published|provided ^2 plenty|ample|fair|several|clear|enough|repeated|many|every|sufficient|advance|lots_of|more_than_enough|numerous ^2 notice|warning*|time|opportunity|opportunities|reminder*|chance*|emails|information|explanation*
    {WE} ^2 told|warned|informed|emailed|notified|reminded|advised|wrote_to|announced|communicated|said ^2 you|everyone|everybody|customers|all|people|residents|guests|members|passengers|this|about_this|so ^8 so|in_advance|weeks_ago|months_ago|about_this|of_this|this_would|repeatedly|several_times|already|at_the_time|well_in|many_times|back_in|in_january|in_february|in_march|in_april|in_may|in_june|in_july|in_august|in_september|in_october|in_november|in_december|long_before|this_might|clearly|from_the_start|all_along|from_the_beginning|and_again
    {WE} ^1 did|do inform|notify|advise|announce|publish|offer|reply|respond|answer|call|contact|apologise|apologize|refund|check|test|communicate|listen|act|send|give|provide|post|put_up|make_it_clear|make_clear|everything
    {WE} ^2 made|make|were|been ^1 it|this|that|ourselves|our_position ^2 clear|plain
    couldn't|could_not|cannot|can't have? been|be|made|make ^2 clearer|more_open|more_transparent|plainer
    clearly|prominently|plainly|explicitly|visibly|openly|transparently|publicly displayed|stated|marked|shown|labelled|labeled|written|explained|communicated|signposted|announced|disclosed|visible|listed|advertised|indicated|printed|mentioned|set_out|described|posted|documented|signed|on_our|on_the
    this|that|it|all|everything|question|point ^1 was|is|has_been|have_been|had_been|'s_been ^1 explained|said|answered|stated|addressed|discussed|covered|dealt_with|communicated|announced ^3 many|several|numerous|twice|three|times|before|already|repeatedly|enough|in_detail|at_length|to_you|months_ago|weeks_ago|last_year|elsewhere|in_our|on_our|countless
    been through|over this|that|it ^1
    already|repeatedly|previously|have_now ^1 answered|explained|addressed|told|said|stated|responded|replied|clarified|apologised_for|dealt_with ^2
    as|like i|we ^1 said|told|explained|mentioned|wrote|keep_saying|have_been_saying|have_said|pointed_out !at|in|yesterday_at|on|we_would|this
    you ^1 knew|know full_well|very_well|perfectly_well|exactly|all_along|from_the_start|what_you_were
    you're|you_are|you|customers_are|everyone_is ^2 well_aware|fully_aware|aware_that|aware_of_our|aware_of_the
""", unless=_OWNED + "\nshould|will|must|now|can't|could be|clearly|have|has\nnot|wrong|hard|difficult|late|nobody|hidden clearly|thing|to|where\nby us\nyou told|warned|asked us")

#: Others have no trouble, others are worse, we are known to be good.
OTHERS: Final = looking_for(f"""
    other|most|many|all|thousands_of|millions_of|hundreds_of|plenty_of|our_other|nearly_all|almost_all|countless|dozens_of|lots_of ^3 {PEOPLE} ^4 no_problem*|no_issue*|no_trouble|no_complaint*|without|enjoy|enjoyed|love|loved|happy|satisfied|prefer|manage|managed|perfectly|like_it|like_this|understand|understood|welcome|appreciate|agree_with_us|fine|delighted|pleased|trust|positive|thanked_us|never_had|disagree|recommend|returned|come_back
    nothing|only but? ^2 good|great|positive|excellent|praise|compliments|five-star|happy|thank-yous ^2 reviews|feedback|comments|customers|for|about|responses|ratings
    {WE}|our|restaurant|hotel|it ^3 good|great|excellent|positive|five-star|5-star|glowing|brilliant|rave|fantastic|hundreds_of|thousands_of ^2 reviews|ratings|rating|score*|testimonials
    rating|score|stars|average of|on|with ^1 #|trustpilot|google|tripadvisor|glassdoor|the_app
    rating|stars|star_rating ^2 on|from|with trustpilot|google|tripadvisor|average|over
    doing|made|making|run|running|flown|built|sold|baked|served|in ^2 this|that|it|business|around|trade|industry|operation|the_job|them|these ^1 for|since|over ^2 #|ten|fifteen|twenty|thirty|forty|fifty|decades|generations|years|a_century|100
    in|for|over|after|during ^2 #|ten|twenty|thirty|forty|fifty|fifteen|all_our|all_these|many|our ^1 years|decades|history ^4 nobody|never|not_once|not_had|no_one|not_one|not_a|without|first_complaint|first_time|no_complaint*|no_problem*
    excellent|outstanding|exemplary|proud|great|spotless|clean|perfect|impeccable|strong|long|proven|unblemished|flawless|enviable|solid|good|better ^1 safety|track|hygiene|service|punctuality|compliance|environmental|health record|history|rating|reputation
    record|reputation|rating is|was|has_been|of ^1 second_to_none|spotless|excellent|clean|exemplary|better|impeccable|one_of_the|outstanding|unblemished|well_known|the_best|among_the|very_good
    {WE}|we're|we_are|is|are|do|fares|compare* ^3 no_worse|rather_well|better|far_better|well_above|ahead|cheaper|safer|stricter|favourably ^2 than|compared|of|with ^3 anybody|anyone|others|other|most|average|competitors|rivals|industry|competition|market|elsewhere
    compared to|with ^1 other|others|competitors|rivals|similar|most|the_competition|what_others|the_industry|elsewhere
    look|try|fly|see|wait|show|name ^2 us|me|at|any|with|elsewhere|one|a_single|what|until_you ^2 other|rival*|competitor*|competition|bank_that|airline_that|shop_that|company_that|hotel_that|brand_that|others|a_single_company
    competitors|rivals|others|other_airlines|other_brands|other_companies|other_shops|other_banks|everybody_else|everyone_else|the_competition|other_hotels|other_restaurants|bigger_companies|the_big_chains ^2 charge*|do|have|does|would|take|treat*|offer|give|sell|test|let|use ^2 same|more|less|worse|far|twice|nothing|it_too|this_too|no_better|longer|even|much
    all|every|any|most|each ^1 airline*|bank*|gym*|shop*|hotel*|compan*|brand*|carrier*|retailer*|restaurant*|store*|business*|insurer*|landlord*|school*|hospital*|website*|app|apps|startup*|provider*|operator*|manufacturer*|supermarket*|employer*|platform* ^1 does|do|has|have|charges|charge|uses|use|overbooks|collects|raises|makes|make|gets|faces|suffers|needs !had|been|a_new|new|now|reopened|our|your|to|got|their|this|started|closed
    how|what|part_of|just|simply ^1 the|this|our|every|any|whole industry|sector|business|trade|market|branch|profession ^1 works|work|does|do|is_done|operates|standard|faces
    standard|common|normal|usual|customary|established|best|accepted across|in|for|throughout|within|among|all_over ^2 industry|sector|business|trade|market|airlines|banks|shops|everywhere|hotels|profession|field|brands|country
    anyone|anybody|everyone|everybody|people|those|ask_anyone who|that ^4 knows|know|know_us|has_met|has_worked|tell_you|will_tell|can_tell|can_see|will_confirm|understands|agrees
""", unless=_OWNED + "\nyou can_go|can_use|can_return\nsame|another ~1 problem|fault|trouble|complaint\nwe missed|overlooked|did_not|didn't")

#: The critic is the trouble: where is the proof, you were not there, thanks for the lecture.
AT_THE_CRITIC: Final = looking_for(f"""
    you|they|people|critics ^1 weren't|were_not|wasn't there|present|in_the_room|on_board|at_the_meeting|a_witness
    you|people|critics|they|everyone ^1 don't|do_not|can't|cannot|couldn't|only|haven't|have_not|clearly_don't|may_not|might_not ^1 know|have|see|saw|seen|hear|heard|understand|got|be_aware_of|appreciate ^2 all|half|whole|full|part|facts|one_side|our_side|everything|bigger|background|pressure|complexit*|how_hard|constraints|context|details|reasons|work_that|first_thing
    you ^2 haven't|have_not|never|clearly_not|hadn't ^1 been|tried|seen|even|visited|met|worked|run|bothered|spoken|asked|tasted|used|watched|read
    if you ^1 had|have|'d|were|was been|there|in_our|seen_what|tried|met|come_to|worked|watched|known|ever_worked|understood
    you'd|you_had been|seen|known|tried|met|watched ^3 you'd|you_would|you_might
    where's|where_is|where_are|what_is|what's|any|show|got|zero|provide|produce ^1 your|any|us|me|the|some|a_shred|one_bit? ^2 proof|evidence|receipts|source|sources|basis
    can|could|do|would|will you ^1 prove|substantiate|back ^1 that|it|any|this|up|your
    says who
    according to whom|who
    show|name|point ^1 me|us|to? ^1 one|a_single|any|another
    expectation* ^5 ^1 too_high|a_little_high|a_bit_high|unrealistic|rather_high|unreasonable
    would|'d|could|might|should have ^1 been|done|come|spoken|talked|contacted|asked|messaged|called|written ^2 nice|nicer|helpful|better|good|fair|fairer|courteous|preferable|appreciated|kinder|to_us|us|directly|the_manager|me|polite ^3 you|if_you|had_you|to_hear|before|first|instead|rather|directly|privately
    before|instead_of|rather_than posting|tweeting|writing|going|complaining|sharing|attacking|accusing|ranting|spreading|making|taking|airing|putting|publishing ^5 public|online|here|us|twitter|reddit|social_media|you_could|you_might|you_should|about|accusations|this|it
    thanks|thank|appreciate ^1 for|you|the|your ^2 lecture|lesson|wisdom|expertise|enlightening|enlightenment|armchair|unsolicited|free_advice|business_advice|career_advice|hot_take|diagnosis|masterclass|history_lesson
    armchair|self-appointed|so-called|keyboard|internet|overnight|self-proclaimed|couch|twitter|reddit ^1 expert*|critic*|warrior*|engineer*|lawyer*|judge*|detective*|pundit*|chef*|pilot*|doctor*|activist*
    clearly|obviously|apparently|evidently|as|since|seeing_as|because you|you're|you_are|everyone|everybody ^2 expert*|know_better|know_everything|perfect|all_the_answers|genius|so_much_better|so_clever|the_expert|know_so_much|know_best|an_authority
    how kind|clever|brave|original|funny|observant|thoughtful|perceptive|convenient|very|noble|generous|lovely|nice|charming ^1 of|you|that ^1 you|to !to_write|to_say|to_share|to_tell|to_thank|to_let|to_think|to_post|to_send|to_help|to_take|to_ask|to_come|write|say|share|tell|thank|let|think|post|send|help|take|ask|come|hear|see|read|have
    must be nice|easy|great|wonderful|lovely|so ^2 to|being|having|never
    congratulations|congrats|well_done|bravo|kudos|clap on|for|you|, ^2 you|your|discovering|finding|noticing|reading|working_out|figuring|spotting
    good|great|nice|excellent ^1 detective|sherlock|of_you_to_finally|to_see_you_finally|to_know_you_finally|to_know_you're
    glad|good|nice|happy|pleased to? ^1 you|see_you|know_you|hear_you ^2 expert|finally|found_the_time|found_time|enjoy_complaining|have_it_all|have_the_time|perfect
    you|surely|must ^1 do|surely|must|really|seriously|honestly|genuinely realise|realize|know|understand|remember|appreciate|agree|see|think|believe|expect ^1 that|this|it|we|how|our|the|everyone|any !feel
    think|believe|reckon you'll|you_will|you_would find
    need|must|may|might|can|could|let_me|let_us|allow_me|should|have_to|do|like_to|want_to|would ^1 we|i ^1 remind|point_out|stress|emphasise|emphasize|underline|educate|enlighten ^1 you|that|out|your|everyone|the|people !to_yourself
    i'd|we'd|i_would|we_would|must|should|let_me|let_us|may_i|i|we ^1 point_out|stress|emphasise|emphasize|underline|note ^1 that|out|how
    let me|us explain something|again|this_to|this_slowly|why_you|why_that|it_to_you|how_this_works|how_it_works|slowly|the_basics|how_business
    check|get|verify|know your|the|some ^1 facts|sources|research|figures !that_we|we_post|here|on_our|at
    please|kindly|perhaps|maybe|try_to|just|i_suggest_you|we_suggest_you|you_should ^2 refrain|stop|inform_yourself|educate_yourself|check_your|get_informed|read_up|do_some|look_up|learn ^2 from|spreading|before|facts|lies|attacking|accusing|research|about_how|insulting|what|how|repeating
    blame|attack*|bash*|hate|hating|target*|criticis*|criticiz*|accus*|vilify*|demonis*|scapegoat* us|our|me|everyone|small|a_company|a_family ^2 for|team|staff|is|unfairly|wrongly|won't|doesn't|solves|helps|instead
    {PEOPLE}|some|critics|everyone|twitter|internet ^1 love|loves|like|likes|enjoy|enjoys|want|wants|always|just|are_quick|is_quick|are_so_quick ^2 to_complain|complaining|hate|hating|to_judge|a_scandal|a_villain|a_scapegoat|outrage|drama|something_to|find_fault|to_criticise|to_attack|to_be_angry|to_twist|to_see_us
""", unless=_OWNED + "\nyou|we can|could call|ask|write\nwe ~1 checked|know|read|test*|should|were|did\nlaw|right gives\nhear you\nwhere_you|who_you\nhow_can|how_could we")
