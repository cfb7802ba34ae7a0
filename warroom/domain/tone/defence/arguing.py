"""Families of defence: somebody of ours, a stand (it was right, it was allowed, you knew, others are content), a matter.

A slot takes every word of its kind (:mod:`warroom.domain.tone.slots`), so that a family finds turns that nobody listed.
"""

from __future__ import annotations

from typing import Final

from warroom.domain.tone.slots import CRITICISM, PEOPLE, RIGHTLY, STAFF, TERMS, THEIRS, UNTRUE, WE
from warroom.domain.tone.slots import RULES as NORMS
from warroom.domain.tone.wording import looking_for

#: What is said of us is not so.
NOT_SO: Final = looking_for(f"""
    the ^1 {THEIRS} ^3 is|are|was|were|seems|seem|looks|has_been|have_been|appears ^3 {UNTRUE}
    your|this|that|these|the ^1 {CRITICISM} ^1 isn't|aren't|is_not|are_not|wasn't|was_not ^1 accurate|correct|true|fair|right|helpful|the_whole|representative|based|supported|what_happened
    taken|took|quoted|pulled|lifted|ripped|is|are|was|were ^2 out_of_context
    that|this|it|that's|it's isn't|is_not|wasn't|was_not|is_simply_not|is_just_not|not ^1 how|what ^2 happened|went|said|works|did|it_was|occurred|took_place|meant|like
    that|this|it|nothing_of_the_sort|no_such_thing ^1 never happened|occurred|took_place|existed
    your figure|number|estimate ^1 isn't|is_not accurate|correct|right|true
    don't|do_not|cannot|can't think|believe|feel|find|consider ^1 {CRITICISM} ^2 warranted|justified|fair|deserved|accurate|reasonable|merited
    have|had|take|hold|remember ^1 a ^1 different|other|another view|recollection|opinion|understanding|perspective|version|memory|account|interpretation
    cherry-pick*|misquot*|misrepresent*|mischaracteri*|half-truth*
    unfair|unjust|unreasonable|absurd|ridiculous|cheap|easy|lazy accusation*|criticism|attack*|comment*|remark*|post|comparison|characterisation|assumption|shot*|claim*|review
""", unless="sorry|apologise|apologize your|that_your|for_your\npromised|told|should that|and|but\nour mistake|fault\nwe should\nwe were wrong\nthis|that|our_own ~2 we ~1 wrote|posted|published|said\nnot unfair|wrong|hurtful\nyou|and_you|people had_to|waited|were_told|were_left")


_OWNED: Final = "let ^1 you|them|her|him|everyone|us down\nand|but ^1 we ^1 raised|took|charged|went|did\nand|but ~1 forgot|missed\nyou|you'd|you_had followed\nanyone|people|some|you|those|who|many took|take\ncould say\nwas|were|is|are|still|got ^1 wrong|unclear|bad|not_enough|too_late|too_few|too_little\nno excuse\nour mistake|fault|error\nwe should\nshould_not|should_never have\nnobody could_find\nand|but ^2 did_not|didn't|never|failed|changed_it|ignored|broke|still_got|nobody\nnot enough|good_enough\nsorry|apologise|apologize that|for\nuntil|unless|again\nhas_been|have_been|is|are changed"

#: We did as we should, we may, we could not, we meant well.
IN_THE_RIGHT: Final = looking_for(f"""
    acted|behaved|performed|handled|dealt|conducted|responded|reacted|treated|managed|operated|did_their|done_their|executed|carried_out|trained|informed|followed_up|communicated|displayed|showed|maintained ^6 {RIGHTLY}
    {NORMS} ^2 were|was|have_been|has_been|had_been ^2 met|followed|observed|fulfilled|complied_with|respected|adhered_to|satisfied|in_place|kept|obeyed !up
    followed|observed|respected|obeyed|kept_to|stuck_to|applied|adhered_to|complied_with|fulfilled|met all|every|each|the|our|its|their|strict|established|relevant !wrong|old ^2 {NORMS}
    meets|meet|met|passes|passed|exceeds|exceeded|complies|comply|satisfies|conforms|fulfils|fulfills ^2 all|every|any|each|its|relevant|with|legal|current|required|strict|national|european ^4 {NORMS}
    resent|contest|rebut|protest|oppose|object_to|reject|refute|dispute|disagree_with the|this|that|any|your|these|those|such|most_of|all ^4 {CRITICISM}|tone|notion|idea|implication|label|accusation|blame|point*|premise|conclusion
    {WE} ^1 never ^1 said|promised|claimed|guaranteed|advertised|stated|suggested|implied|pretended|intended|asked_for !sorry|why|how|thank*|a_word|anything|so|a|an_apology
    perfectly|entirely|completely|fully|totally|absolutely|quite legal|lawful|legitimate|normal|acceptable|standard|reasonable|permitted|allowed|justified|above_board|transparent|entitled|fair|appropriate|proper|correct|compliant
    nothing|not_anything ^1 illegal|unlawful|improper|wrong|unusual|untoward|inappropriate|sinister|underhand|dishonest|out_of_the_ordinary ^1 about|in|with|happened|was|here|to|going_on
    we|i|company|acme|landlord|hotel|airline|school|bank are|is|were|am|was ^1 entitled|allowed|permitted|justified to|in|by
    what more|else do|did|can|could|should ^1 you|we|anyone
    no|no_other|not_a_single ^2 airline*|compan*|bank*|system*|hospital*|shop*|business*|operator*|provider*|school*|team|amount_of_testing|test ^1 could|can|would ^1 have|be|prevent*|foresee*|guarantee*|catch|predict*
    {STAFF} ^1 worked|work|have_worked|had_worked|put_in|give|gave|did|do|went ^2 hard|flat_out|tirelessly|day_and_night|around_the_clock|overtime|long_hours|their_hardest|their_best|above_and_beyond|extra_hours|their_utmost|heart_and_soul|under_pressure|under_difficult|in_difficult|everything|wonders|miracles
    be|go|stay|remain ^1 kind|nice|gentle|easy|polite|respectful|considerate to|on|with|towards our|the|us|my|them
    we're|we_are|they're|they_are|i'm|i_am|staff_are|he_is|she_is ^1 only|just|all|still ^1 human|humans|volunteers|a_small|small|a_family|a_tiny|a_charity|one_person|people_too|a_shop|a_startup|learning|doing_our|doing_their
    we're|we_are|i'm|they're ^1 volunteers|a_charity|a_non-profit|unpaid|doing_this_for
    that's|this_is|it's|that_is|that_seems|you're_being|it_is|seems|sounds|this_seems|that_feels|which_is|being|that_sounds ^1 a_bit|a_little|rather|pretty|somewhat|quite|hardly|not_very|not_exactly|scarcely|grossly|deeply|terribly|so|very|awfully|not|not_really|extremely|a_tad harsh|rich|unfair|fair|unreasonable|cheeky|one-sided|simplistic|unkind|disappointing_to_read|reasonable|cynical|premature|below_the_belt|misleading !that_you|on_you|to_you|that_we
    don't|do_not|never|cannot|can't|please_don't|shouldn't|hardly_fair_to|unfair_to|not_fair_to|wrong_to|stop|easy_to|quick_to ^1 judge|judging|condemn|damn|define|tar ^1 us|our|a|the|whole|all|them|people|an_entire|everyone|without|before|too
    we|they|our ^3 don't|do_not|didn't|did_not|hardly deserve*
    {WE}|our|company|it|they ^2 always ^1 put|treated|acted|been|followed|valued|prioritised|prioritized|cared|taken|made|had|worked|tried|done|supported|maintained|stood|strived|striven|ensured|listened|offered|believed|given|kept|paid|welcomed|respected ^4
    won't|will_not|refuse|not|never|cannot ^3 bullied|intimidated|blackmailed|lectured|silenced|pressured|shamed|held_hostage|dictated
    actually|frankly|excuse_me|hang_on|hold_on|wait_a_minute|for_the_record|let_me_be_clear|let's_be_clear|to_be_clear|to_be_frank|sorry_but|i'm_sorry_but|i_am_sorry_but|we're_sorry_but|with_respect|in_fact ^1 but? we_did|we_do|we_never|we_always|we_have_always|our_staff|our_team|our_policy|we're_not|we_are_not|that's_wrong|that's_not|that_is_not|this_is_not|you're|you_are|you_did|you_never|nobody|no_one|it_is_you|we_answered|we_replied|we_refunded|we_called|we_told|we_offered|that's_just|that's_simply|it's_not|it_is_not|you_were|we_don't|we_do_not|there_was_no|there_is_no|we_have_every|we_are_one
""", unless=_OWNED)

#: You knew, you were told, it is written there.
YOU_KNEW: Final = looking_for(f"""
    it's|that's|it_is|that_is|all in|on ^2 terms|small_print|fine_print|contract|agreement
    it|this|that|which|all|everything|information|fee|fees|charge|rule|details ^2 says|say|is|was|stands|stated|explained|covered|written|there|stood|set_out ^3 in|on|by our|the|your ^2 {TERMS}
    you|customers|everyone|users|guests|passengers|you've|you'd|he|she ^2 agreed|accepted|signed|consented|acknowledged|ticked|confirmed|knew|read ^3 {TERMS}|fee|charge|when_you|at_checkout|box|to_this_when|to_it_when|these|those|disclaimer|up_for_this|up_to_this
    {WE} ^2 told|warned|informed|emailed|notified|reminded|advised|wrote_to|announced|communicated|said ^2 you|everyone|everybody|customers|all|people|residents|guests|members|passengers|this|about_this|so ^8 so|in_advance|weeks_ago|months_ago|about_this|of_this|this_would|repeatedly|several_times|already|at_the_time|well_in|many_times|back_in|in_january|in_february|in_march|in_april|in_may|in_june|in_july|in_august|in_september|in_october|in_november|in_december|long_before|this_might|clearly|from_the_start|all_along|from_the_beginning|and_again
    couldn't|could_not|cannot|can't have? been|be|made|make ^2 clearer|more_open|more_transparent|plainer
    clearly|prominently|plainly|explicitly|visibly|openly|transparently|publicly displayed|stated|marked|shown|labelled|labeled|written|explained|communicated|signposted|announced|disclosed|visible|listed|advertised|indicated|printed|mentioned|set_out|described|posted|documented|signed|on_our|on_the
    already|repeatedly|previously|have_now ^1 answered|explained|addressed|told|said|stated|responded|replied|clarified|apologised_for|dealt_with ^2
    you ^1 knew|know full_well|very_well|perfectly_well|exactly|all_along|from_the_start|what_you_were
    you're|you_are|you|customers_are|everyone_is ^2 well_aware|fully_aware|aware_that|aware_of_our|aware_of_the
""", unless=_OWNED + "\nshould|will|must|now|can't|could be|clearly|have|has\nnot|wrong|hard|difficult|late|nobody|hidden clearly|thing|to|where\nby us\nyou told|warned|asked us")

#: Others have no trouble, others are worse, we are known to be good.
OTHERS: Final = looking_for(f"""
    other|most|many|all|thousands_of|millions_of|hundreds_of|plenty_of|our_other|nearly_all|almost_all|countless|dozens_of|lots_of ^3 {PEOPLE} ^4 no_problem*|no_issue*|no_trouble|no_complaint*|without|enjoy|enjoyed|love|loved|happy|satisfied|prefer|manage|managed|perfectly|like_it|like_this|understand|understood|welcome|appreciate|agree_with_us|fine|delighted|pleased|trust|positive|thanked_us|never_had|disagree|recommend|returned|come_back
    nothing|only but? ^2 good|great|positive|excellent|praise|compliments|five-star|happy|thank-yous ^2 reviews|feedback|comments|customers|for|about|responses|ratings
    {WE}|we're|we_are|is|are|do|fares|compare* ^3 no_worse|rather_well|better|far_better|well_above|ahead|cheaper|safer|stricter|favourably ^2 than|compared|of|with ^3 anybody|anyone|others|other|most|average|competitors|rivals|industry|competition|market|elsewhere
    compared to|with ^1 other|others|competitors|rivals|similar|most|the_competition|what_others|the_industry|elsewhere
    look|try|fly|see|wait|show|name ^2 us|me|at|any|with|elsewhere|one|a_single|what|until_you ^2 other|rival*|competitor*|competition|bank_that|airline_that|shop_that|company_that|hotel_that|brand_that|others|a_single_company
    competitors|rivals|others|other_airlines|other_brands|other_companies|other_shops|other_banks|everybody_else|everyone_else|the_competition|other_hotels|other_restaurants|bigger_companies|the_big_chains ^2 charge*|do|have|does|would|take|treat*|offer|give|sell|test|let|use ^2 same|more|less|worse|far|twice|nothing|it_too|this_too|no_better|longer|even|much
    all|every|any|most|each ^1 airline*|bank*|gym*|shop*|hotel*|compan*|brand*|carrier*|retailer*|restaurant*|store*|business*|insurer*|landlord*|school*|hospital*|website*|app|apps|startup*|provider*|operator*|manufacturer*|supermarket*|employer*|platform* ^1 does|do|has|have|charges|charge|uses|use|overbooks|collects|raises|makes|make|gets|faces|suffers|needs !had|been|a_new|new|now|reopened|our|your|to|got|their|this|started|closed
    standard|common|normal|usual|customary|established|best|accepted across|in|for|throughout|within|among|all_over ^2 industry|sector|business|trade|market|airlines|banks|shops|everywhere|hotels|profession|field|brands|country
""", unless=_OWNED + "\nyou can_go|can_use|can_return\nsame|another ~1 problem|fault|trouble|complaint\nwe missed|overlooked|did_not|didn't")

#: The critic is the trouble: where is the proof, you were not there, thanks for the lecture.
AT_THE_CRITIC: Final = looking_for(f"""
    you|people|critics|they|everyone ^1 don't|do_not|can't|cannot|couldn't|only|haven't|have_not|clearly_don't|may_not|might_not ^1 know|have|see|saw|seen|hear|heard|understand|got|be_aware_of|appreciate ^2 all|half|whole|full|part|facts|one_side|our_side|everything|bigger|background|pressure|complexit*|how_hard|constraints|context|details|reasons|work_that|first_thing
    before|instead_of|rather_than posting|tweeting|writing|going|complaining|attacking|accusing|ranting|spreading|making|taking|airing|putting|publishing ^5 public|online|here|us|twitter|reddit|social_media|you_could|you_might|you_should|about|accusations|this|it
    must be nice|easy|great|wonderful|lovely|so ^2 to|being|having|never
    need|must|may|might|can|could|let_me|let_us|allow_me|should|have_to|do|like_to|want_to|would ^1 we|i ^1 remind|point_out|stress|emphasise|emphasize|underline|educate|enlighten ^1 you|that|out|your|everyone|the|people !to_yourself
    i'd|we'd|i_would|we_would|must|should|let_me|let_us|may_i|i|we ^1 point_out|stress|emphasise|emphasize|underline|note ^1 that|out|how
    check|get|verify|know your|the|some ^1 facts|sources|research|figures !that_we|we_post|here|on_our|at
    please|kindly|perhaps|maybe|try_to|just|i_suggest_you|we_suggest_you|you_should ^2 refrain|stop|inform_yourself|educate_yourself|check_your|get_informed|read_up|do_some|look_up|learn ^2 from|spreading|before|facts|lies|attacking|accusing|research|about_how|insulting|what|how|repeating
    blame|attack*|bash*|hate|hating|target*|criticis*|criticiz*|accus*|vilify*|demonis*|scapegoat* us|our|me|everyone|small|a_company|a_family ^2 for|team|staff|is|unfairly|wrongly|won't|doesn't|solves|helps|instead
    {PEOPLE}|some|critics|everyone|twitter|internet ^1 love|loves|like|likes|enjoy|enjoys|want|wants|always|just|are_quick|is_quick|are_so_quick ^2 to_complain|complaining|hate|hating|to_judge|a_scandal|a_villain|a_scapegoat|outrage|drama|something_to|find_fault|to_criticise|to_attack|to_be_angry|to_twist|to_see_us
""", unless=_OWNED + "\nyou|we can|could call|ask|write\nwe ~1 checked|know|read|test*|should|were|did\nlaw|right gives\nhear you\nwhere_you|who_you\nhow_can|how_could we\nask|asked|asking|check|checked|checking|waiting|wait before\nthank|thanks\nwe|i|our_team ^3 before")
