"""Families of blame: what the person did or left undone, and who else is said to have done it.

:mod:`warroom.domain.tone.blame` lists phrases; here each line is a kind of turn with a slot for each part of it
(:mod:`warroom.domain.tone.slots`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Find, Hit
from warroom.domain.tone.phrases import Phrases
from warroom.domain.tone.slots import CROWD, NAMED, OUTSIDE, STAFF, WRITTEN, YOUR_KIN
from warroom.domain.tone.wording import all_of, looking_for

_WOULD: Final = "would|wouldn't|could|couldn't|might|we'd|you'd|they'd|he'd|she'd|it'd"
#: What a careful person would have done.
_CARED: Final = "confirmed|replied|answered|checked|read|told|called|registered|updated|paid|returned|collected|reported|mentioned|declared|closed|locked|charged|saved|backed|cleaned|descaled|serviced|maintained|emptied|measured|activated|applied|asked|rang|picked_up|signed|showed|turned_up|showed_up|came|renewed|cancelled|completed|submitted|filled|responded|opened|disclosed|notified|informed|warned|followed|listened|watched|supervised|tested|tightened|plugged|switched|put"
_CARE: Final = "put|leave_your|hand|mention|state|specify|supply|submit|sign|confirm|lock|charge|activate|renew|descale|tighten|empty|switch|plug|pick_up|turn_up|show_up|reply|respond|answer|cancel|warn|supervise|disclose|declare|read|check|follow|keep_to|stick_to|look|listen|pay|wear|fasten|cover|protect|label|seal|wait|return|collect|open_your|update|rinse|clean|dry|store|water|feed|watch|hold|give_us|give_the|tell_us|let_us|inform|notify|enter|fill|attach|enclose|include|scan|tap|press|validate|book|register|apply|ring|call|say_so|speak_up|complain_to|ask|arrive|come_to|take_care|take_the"
#: Something done badly by its very name.
_BADLY: Final = "overfilled|overloaded|overpacked|overtightened|overheated|overcharged|overwatered|overfed|overstuffed|overstayed|mistyped|misread|misheard|mislabelled|mishandled|misused|miscalculated|misjudged|misinterpreted|misplaced|mixed_up|mistook|forgot|neglected|disregarded|botched|bungled|fumbled|muddled|bodged|messed"
_NOT_YOU_TO_BLAME: Final = """
not your|their|her|his fault|doing|job|mistake|responsibility
our ^1 own? fault|mistake|error|responsibility|doing|sign|instructions|leaflet|side|failure
on us
been|waited|waiting|heard|missed|looking|slept ~9 since
you may|can leave|put|park|keep
no excuse
we should|failed|ought|got|forgot|misled|told|let|owe
because we|our|us|of_us
if|in_case|whether|unless you ^2 can|want|like|wish|still|need|see|would|prefer|find|notice|feel|did|'d_like
you|they should|ought have|not|never ~1 been|had|have|got|received|needed
sorry|apologise|apologize that|for ^1 we|our|not|the|leaving|making
could|would|might be easy|tempting|wrong|unfair
easy|tempting|wrong|unfair to blame|say
we ^1 asked|told|let|made|left|sent|gave you|people|them
through no fault
not|don't|won't|never|can't|wouldn't ^1 blame
from us|me
whether|either
if|unless|when ^1 your|the ^1 bank|card|phone|app|browser|box|parcel
argue|say|claim|suggest|pretend that
sorry|apologise ^1 your
"""

#: The person did it, left it undone, should have known, or somebody at home did.
_YOU: Final = looking_for(f"""
    you|customers|guests|passengers|users|people|parents|tenants|patients|visitors|students|somebody|someone|they|he|she ^1 never|not_once|clearly_never|obviously_never ^1 {_CARED} ^2 your|our|us|the|it|them|a|an|in|back|to|on|up !apologise|sorry
    you|customers|guests|passengers|users|tenants|patients|parents|visitors|students|{YOUR_KIN} ^1 didn't|did_not|failed_to|forgot_to|neglected_to|omitted_to|hadn't|had_not|weren't|were_not ^1 even|actually|properly|bother_to? ^1 {_CARE}|{_CARED} !nothing|anything_wrong|out|for_this
    {YOUR_KIN}|patient|customer|guest|passenger|tenant|owner|buyer|parent|parents|driver should_have|ought_to_have|should've|could_have ^1 !to {_CARED}|said|known|kept|let
    you|{YOUR_KIN}|customer|patient|guest|passenger|tenant|owner|buyer|customers|passengers|guests|parents|patients|users|people failed|forgot|neglected|omitted|declined|refused|chose ^1 to|not
    you|you've|you_had ^1 {_BADLY} ^1 the|your|it|a|our|that|them|this
    you|somebody|someone|{YOUR_KIN}|people|customers ^1 left|leave|had|kept|keep|switched|turned|put|set|muted ^3 tap|taps|window|windows|door|doors|gate|lid|oven|heater|hob|iron|ringer|phone|bell|doorbell|alarm|bag|bike|car|laptop|suitcase|key|keys|valve|hose|candle|pram|heating|engine|lights ^3 running|open|ajar|on|off|unlocked|unattended|loose|silent|muted|unguarded|outside|in_the|there|burning|on_the
    you|you_must_have|they ^1 were|been ^1 probably|clearly|obviously|busy|still? on_your_phone|on_the_phone|chatting|distracted|asleep|texting|looking_away|not_looking|not_listening|glued_to ^6 when|while|as|and|so|instead
    you|you'd|you_had|they ^6 put_it_on|put_them_on|applied|used|rinsed|washed|checked|cleaned ^3 just|only ^1 once|the_once|a_little|half
    it's|it_is|it_was the|a|that ^4 you ^1 picked|chose|hired|booked|use|used|went_with|brought|employ ^2 that|who|which
    that|it|this will|must|would|has_to ^1 be|have_been ^1 the|a|one_of|your ^2 chap|guy|tenant|owner|man|woman|lot|neighbour|previous|kids|flatmate|landlord|cleaner|builder ^4 before|who|that|again|messing
    you used|put|poured|tried|applied|sprayed|bought|fitted|took|added ^4 ^2 which|and|although|though|even_though ^3 forbids|forbidden|says|warns|advises|rules_out|doesn't_allow|prohibits|prohibited|not_recommended|never|against
    you used|poured|put|sprayed|applied ^1 bleach|ammonia|detergent|softener|solvent|vinegar|metal|petrol|boiling|cheap|third_party|an_unapproved|unapproved|the_wrong|a_different
    you|{YOUR_KIN} ran ^1 the|it|your ^1 dry|flat|empty|too|into
    you|you_yourself ^1 opted|unsubscribed|signed|cancelled|unticked|switched|logged|blocked|turned|withdrew|deselected ^2 out|off|yourself|it_off|the|from|us|them ^6 ^1 so|hence|which|that's|and|naturally
    you|{YOUR_KIN} was|were ^1 fiddling|fooling|messing|playing|leaning|climbing|jumping|running|standing_in|standing_on|shouting|holding|using|wearing|driving|speeding|looking|filming|texting|sitting_on|not_wearing|drinking|rushing|pulling|pushing|sticking !while|our
    you|{YOUR_KIN}|customer|guest|passenger|patient|tenant|buyer turned|showed|came|arrived|got_there|checked_in|handed|sent|applied|reported|replied|rang|brought|returned|filed|submitted ^7 late|too_late|after ^1 closing|boarding|deadline|cut_off|gate|doors|we_closed|check_in|departure|closed|hours|it|the|we
    you|you'd|you_had ^2 been_told|been_warned|were_told|were_warned|were_advised|were_informed|were_reminded|were_asked ^9 and|but|yet|still ^2 chose|ignored|decided|went|did_it|carried_on|didn't|did_not|bought|stayed
    you|customers|guests|passengers were|had_been|'d_been|have_been ^1 warned|reminded|told_often|warned_often|warned_twice
    you knew ^8 and|but|yet ^1 still? ^1 went|bought|booked|did|drove|used|came|chose|took|ate|drank|let|got_on|swam|left|carried|kept|jumped|opened|signed|clicked|paid|parked
    you ignored|dismissed|overrode|skipped|missed|overlooked|disregarded|clicked_past|scrolled_past|bypassed|closed ^2 #|two|three|four|several|the|our|all|every|this|that|numerous|repeated ^2 {WRITTEN}|warning|warnings|reminder|reminders|message|messages|alert|alerts|letter|letters|call|calls|advice|deadline|deadlines|step|steps|calls|e_mail|e_mails|prompt|prompts
    you parked|swam|dived|cycled|drove|camped|slept ^1 in|on|at|into|onto|outside ^2 wrong|unsafe|closed|restricted|private|no_go|road|without|ice|other
    you|you've|you_have ^1 gave|sent|entered|wrote|typed|submitted|supplied ^1 us? ^1 two|different|contradictory|conflicting|inconsistent|several|half|no|incomplete|false|misleading|a_wrong|the_wrong|wrong|an_old|your_old|an_outdated ^1 different?
    you booked|bought|ordered|reserved|purchased|got ^2 through|via|from|on|with|at ^2 third|third_party|tout|touts|reseller|agent|agency|other|another|unofficial|unauthorised|comparison|intermediary|broker|market|ebay|booking.com|amazon|expedia|facebook|a_friend
    you|you'll|you'd ^1 have_to|need_to|must|should|ought_to|better ^1 ask|take_it_up|take_that_up|raise_it|raise_that|complain|talk|speak|turn|blame|chase|sue|go_back ^1 to|with? ^1 them|him|her|the_seller|whoever|the_agent|the_shop|your_agent|the_people
    you're|you_were|you_are ^1 holding|using|wearing|doing|pressing|charging|washing|storing|operating|reading|looking|searching|opening|measuring ^1 it|them|this|that|the|at|in|your ^2 wrong|wrongly|incorrectly|upside|backwards|badly|incorrect
    you must have|'ve !been|felt|had|thought|wondered|waited|worried|found|spent|gone_through|heard|seen_the|suffered|gone_hungry|gone_cold|sat|stood|expected|hoped|missed_work|lost_sleep
    somebody|someone|one|a_guest|the_guest|the_tenant|the_owner|the_buyer|the_customer|{YOUR_KIN}|the_plumber|the_builder|the_electrician|the_previous|the_last|the_one ^5 must|may_well have|'ve !been|felt|had|thought|found|wondered
    perhaps|maybe|possibly|presumably|probably|i_suspect|we_suspect|chances_are|could_it_be_that|could_it_be ^1 {YOUR_KIN}|somebody_in_your|someone_in_your|someone_at_your|somebody_at_your|one_of_your|somebody_in_the_house|someone_in_the_house|somebody_at_home|someone_at_home|one_of_the_kids|the_cat|the_dog|in_the_house|at_home|in_the_family
    did|have|could|might you ^1 perhaps|maybe|possibly|by_any_chance|accidentally|by_accident|by_mistake|inadvertently|really|actually ^1 leave|left|drop|dropped|wash|washed|spill|spilt|spilled|enter|entered|share|shared|forget|forgotten|unplug|unplugged|mistype|mistyped|delete|deleted|give|press|pressed|put|set|click|open|opened|overfill|overload|block|mute|use_the|use_a|mix|confuse|misread|miss
    are you ^1 quite|really|absolutely|totally|100%? ^1 certain|positive|sure ^1 you|that|it|your|this
    if you|you'd|{YOUR_KIN}|people|customers|users|guests|passengers|parents|patients|tenants|folk|folks|everyone|everybody|visitors|fans|students|members !you're|feel|like|want|wish ~2 had|hadn't|'d|just|only|would_only|would_just|weren't|wouldn't|didn't|read|kept|followed|worn|listened|bothered|waited|looked ~12 {_WOULD} !like_to|love_to|be_happy|be_glad|appreciate|let_us|know|see|realise|have_known|understand|notice
    {_WOULD} ^1 have ^9 if ^1 only? ^1 you|you'd|{YOUR_KIN}|people|customers|users|guests|passengers|parents|they'd|the_guest|the_tenant ^1 had|'d|hadn't|were|weren't|not|picked|read|called|told|checked|asked|waited|listened|kept|worn|followed|answered|planned|paid|come|booked|let|used|mentioned|arrived|looked|left|stayed
    {_WOULD} ~1 have ^9 had you|your|people|customers|users|guests|the_customer|the_tenant
    because|since|only_because|simply_because|just_because|as you|{YOUR_KIN} !deserve|asked|told|mentioned|need|have_been|waited|wrote|trusted|trust|are|were|paid|said|can|could|want|had_to|should|reported|matter|work|rely|relied|depend|expected|'ve|know|shared_this|raised|spoke|pointed|and|may|might|will|would|must|do|feel|live|travel|use|get|have|love|care|support ^1 gave|cancelled|changed|clicked|chose|left|forgot|missed|entered|used|opened|didn't|did_not|booked|put|moved|let|ordered|failed|never|lost|switched|turned|ignored|deleted|took|pressed|refused|arrived|came|signed|hadn't|had_not|typed|picked|shared|unplugged|plugged|parked|blocked|set|washed|wouldn't
    by not|never|failing|leaving|ignoring|cancelling|refusing|choosing|opening|clicking|waiting|sharing|changing|using ^8 you|you've ^1 forced|left|made|gave|caused|triggered|brought|put|lost|forfeited|missed|have
    your ^1 late|missing|incomplete|failed|delayed|own|wrong|repeated|sudden|last_minute ^1 payment|reply|form|application|cancellation|request|change|call|message|arrival|entry|registration|order|decision|behaviour|order ^1 set|caused|led|triggered|meant|forced|made|is_what|is_why|resulted|brought|held|delayed|was_the|is_the
    your address|postcode|phone_number|number|card|details|form|application|upload|order|surname|email|documents|paperwork was|were|had ^1 incomplete|wrong|incorrect|illegible|unreadable|missing|invalid|expired|misspelt|misspelled|out_of_date|outdated|too|no
    your ^1 school|company|employer|firm|office|hr|hr_department|department|doctor|gp|landlord|agent|agency|university|club|insurer|insurance|solicitor|lawyer|accountant|plumber|electrician|builder|bank|surgery|host|council|mechanic|garage|vet|pharmacist|chemist|travel_agent|branch|neighbour|neighbours|letting_agent|managing_agent|it_department|provider|employer's ^1 never|gave|sent|failed|didn't|did_not|refused|forgot|told|hasn't|has_not|haven't|is_the_one|has_to|wouldn't|won't|ignored|lost|mixed|entered|supplied|passed|booked|cancelled|blocked|dropped
    someone|somebody|one_person ^1 at|in|from|on your
    your ^1 phone|browser|laptop|computer|tablet|tv|router|device|boiler|wiring|oven|washing_machine|car|headset|system|handset|operating_system|machine|connection|internet|wifi|broadband|signal is|are|seems|looks|must_be|was|'s ^2 old|outdated|slow|weak|out_of_date|full|broken|faulty|dirty|incompatible|unsupported|not_compatible|not_supported|not_up|not_strong|bad|dead|overloaded|clogged|blocked|the_problem|too
    fault|error|problem|issue of|with|in|on|at your ^3 blocker|browser|bank|provider|phone|router|firewall|filter|device|school|employer|end|company's|installer|wiring|settings|own
    problem|fault|issue|error|delay is|was|lies|lay|sits ^1 at|on ^1 other|far|your|their ^1 end|side
    it's|it_is|it_was|that_is|that's|was|is ^1 up_to|incumbent_on|the_responsibility_of|the_duty_of|the_job_of|for|the_obligation_of ^1 you|each|every|all|the|any? ^1 {CROWD}|you|individual|customer|parents ^1 to ^1 know|check|read|make_sure|ensure|find_out|look|keep|bring|arrange|tell|inform|supervise|watch|have|be_aware|take_care|plan|allow|carry|lock|insure
    onus|responsibility|duty|burden|obligation|risk is|was|lies|lay|rests|rested|falls|fell|sits|remains ^1 squarely|solely|entirely|fully|firmly? ^1 on|with ^1 !us|our
    everyone|everybody|customers|guests|passengers|parents|users|you|each|tenants|visitors|members|drivers|people ^1 is|are|remain|remains|was|were ^1 solely|fully|personally|always|themselves? ^1 responsible|liable|accountable for ^1 their|your|his|her|own|checking|reading|making
    {WRITTEN} ^1 was|were|is|are ^1 there|clear|visible|up|in_place ^1 you|people
    more|bit|touch|of|greater|little_more ^1 care|attention|caution|patience|common_sense|foresight|planning|diligence|thought ^4 would|could|might|wouldn't|from_you|on_your_part|from_parents|from_customers|and_this
    comes|came|come|stems|stemmed|results|resulted|arises|arose|follows|due|down|caused|is ^1 from|by|to ^1 overpacking|overloading|overfilling|overuse|overcharging|overwatering|overheating|over_tightening|overtightening|being_dropped|dropping|poor_storage|heavy_use|hard_use|sitting_on|using_the_wrong|washing_it|washing_them|leaving_it|leaving_them|not_cleaning|not_drying|not_reading|something_you|something_in_your|the_way_you|how_you|the_soap|the_detergent|water_you|household|people_using|people_not|customers_not|users_not|parents_not|careless
    was|were|had_been|been|got|gets|being|is|are ^1 washed|charged|ironed|dried|fitted|installed|assembled|used|worn|parked|wired|mounted|driven ^1 too|incorrectly|wrongly|improperly|carelessly|roughly|against|without|upside|in_the_wrong|at_the_wrong|by_an_amateur|by_somebody|by_someone|at_home !by_us
    typed|entered|changed|set|signed|ticked|cancelled|chosen|given|supplied|provided|moved|removed|deleted|pressed|requested|approved|confirmed|installed|fitted|wired|opened|caused|switched|turned|booked|selected|filled|put ^1 in|off|on|out? by ^1 you|yourself|yourselves|the_customer|the_tenant|the_owner|the_guest|the_user|the_passenger|the_buyer|the_patient|{YOUR_KIN}
    had you ^9 you'd|you_would have ^1 known|seen|noticed|got|been
    had you ^9 nobody|nothing|none|no_one|no|it|we|they|the ^3 {_WOULD} !like|prefer
    if ^4 {YOUR_KIN}|your_own|people|folk|folks|residents|owners|drivers|of_you ^1 had|hadn't|just|only|would ^9 {_WOULD}
    that's|it's|that_is|it_is|this_is|that_was ^1 what_comes|what|the_price|the_result|the_consequence|the_risk|how ^1 you_get|happens|comes|one_gets|you_pay|you_take|people_get|it_goes ^1 from|for|of|with|by|if|when|after ^1 leaving|buying|ignoring|not|using|skipping|forgetting|opening|letting|booking|waiting|sharing|putting|washing|overloading|charging|you|people|people_who|touching|keeping|trusting|cutting|taking|going
    not|n't|never ^2 replaced|fitted|cleaned|closed|installed|maintained|returned|reported|serviced|descaled|emptied|charged|stored|shut|checked ^1 by ^1 the|your ^1 household|owner|tenant|customer|user|guest|passenger|parent|parents|buyer|occupant|occupants|installer|school|driver|patient|previous
""", negated=True, unless=_NOT_YOU_TO_BLAME)

#: Other people: a crowd, those before, those who do not listen.
_CROWD: Final = looking_for(f"""
    {CROWD} ^10 is|are|was|were|'s ^1 why|what ^2 we|it|the|you|this|that|your|our|caused|broke|blocked|started|made|happened
    {CROWD} ^9 is|are|was|were ^1 real|actual|main|root|true|very? ^1 reason|cause|problem|culprit|culprits|ones_to_blame|to_blame|trouble|issue
    {CROWD} ^9 ^1 and? ^1 that's|which_is|that_is|hence|this_is ^1 why|what|how|the
    {CROWD} ^6 left|leave|leaves|gave|give|forced|made ^1 us ^2 no|to|with|into|little
    {CROWD} ^3 themselves|who ^6 left|spread|brought|broke|blocked|spoil|spoils|spoiled|ruined|ruin|panicked|hoard|hoarded|overload|overloaded|overran|caused|flush|flushed|dump|dumps|misuse|misused|abuse|abused ^1 this|that|the|it|our|in
    {CROWD} ^2 panic_bought|stockpiled|hoarded|trashed|vandalised|flushed|jumped_the|pushed|stampeded|overloaded|swamped|blocked|cut_our|cut_through|dumped|smeared|littered|stole|sprayed|provoked|kept_flushing|kept_pressing|kept_calling|keep_flushing|keep_putting|kept_putting|keep_leaving|kept_leaving|kept_blocking
    {CROWD}|those|anyone|some|ones|owners|of_you|half_of_you|someone|somebody|passengers ^1 who|that ^1 could_have|should_have|shouldn't|should_not|yanked|pulled|ripped|didn't|did_not|don't|do_not|won't|can't_be|couldn't_be|left|forgot|forget|ignored|ignore|skipped|skip|insist|insisted|refuse|refused|pushed|jumped|panicked|hoard|hoarded|overloaded|misread|misused|tampered|never_read|cannot_read|can't_read|broke|smoke|smoked|drank|leave_it|leave_things|leave_their|opened|parked|brought_it|bring_it|switched|turned_it|came_late|turned_up|wander|wandered|climbed|touched|kept !out|without|behind|standing|waiting|stranded
    of|hundred|hundreds|thousands|dozens|lot|many|too_many|half|most ^1 you|people|fans|passengers|customers|them ^7 instead_of|rather_than|at_once|in_one_go|all_at_once|at_the_same_time|without_listening|despite_the
    that|which|who {CROWD} ^1 keep|kept? ^1 flush|pour|throw|dump|put|leave|drop|park|bring|flushed|left|dumped ^4 is|are|was|were|block|blocks|clog|clogs|cause|causes
    what|that comes|happens|results ^1 of|from|with|when ^1 {CROWD}
    had he|she|they|someone|anyone|the_passenger|the_caller ^12 would|wouldn't|could|might ^1 have|be|not
    too_many|half|most|plenty|so_many|lots|some|a_lot ^1 of you|people|customers|them ^1 leave|left|forget|forgot|ignore|don't|didn't|never|turn|come|came|order|wait|keep|log|book|park|still|all
    mess|trouble|problem|it|this|queue|row|fight|delay ^1 began|started|kicked_off ^1 with|when ^1 a|the|some|one|somebody|two ^6 who|of_you
    same|few|usual ^2 people|ones|guys|customers|culprits|faces|kids ^1 who|that
    {CROWD} ^2 insist|insists|insisted|persist on|in
    you|your_flatmate|your_tenant|they let ^3 lapse|expire|run_out|slip|run_dry|freeze|boil|go_flat|run_down
    with a|an ^1 decent|proper|better|good|bit|little|different ^6 would|could|might|would've
    your ^1 printer|phone|browser|router|system|laptop|app|tablet|boiler|tv|car|driver ^1 driver? is|are ^1 from #|the_nineties|the_eighties|the_ark
    caused|started|triggered|brought|down|due|thanks|spread|made by|on_by|to|worse_by ^3 {CROWD} ^1 who|using|not|throwing|holding|leaving|trying|putting|ignoring|opening|bringing|buying|arriving|parking|calling|logging|sharing|flushing|pushing|standing|themselves|in|at
    trouble|problem|problems|it|this|outage|delay|queue|chaos|mess|damage ^1 started|began|came|happened|arose|got_worse|only_happened ^1 when|because|after ^2 {CROWD}|too_many|everyone|everybody|you ^1 !told|reported|asked|called_us|noticed|found
    {CROWD}|guest|tenant ^1 before|next|above|below|upstairs|downstairs|behind|in_front|ahead ^2 you|to_you|door|of_you ^1 must|brought|left|never|didn't|failed|broke|blocked|caused|made|spoiled|spilled|damaged|had_left|had_broken
    loud|rowdy|drunk|drunken|unruly|selfish|careless|thoughtless|impatient|aggressive|inconsiderate|irresponsible|reckless ^1 {CROWD}|people|crowd|minority|few
    if ^1 {CROWD}|everyone|everybody|kids ^2 read|followed|listened|behaved|kept|respected|looked|took|stopped|didn't|stuck|used|paid|waited|did|would|had ^9 {_WOULD}|there'd
""", negated=True, unless=_NOT_YOU_TO_BLAME + "\nour own people|customers|staff ~1 should")


_BLUNDERS: Final = f"{_BADLY}|failed|messed_up|screwed_up|slipped_up|cut_corners|cut_a_corner|let_us_down|let_you_down|let_everyone_down|let_everybody_down|let_us_all|dropped_the|didn't_listen|did_not_listen|didn't_look|did_not_look|didn't_check|didn't_bother|didn't_think|didn't_read|didn't_follow|did_not_follow|didn't_do|did_not_do|didn't_turn|did_not_turn|didn't_tell|did_not_tell|didn't_deliver|did_not_deliver|didn't_pass|did_not_pass|didn't_show|didn't_secure|didn't_notice|ignored|lost_their|lost_his|lost_her|lost_your|lost_the|lost_it|was_careless|were_careless|wasn't_doing|weren't_doing|wasn't_concentrating|weren't_concentrating|wasn't_paying|weren't_paying|wasn't_listening|was_asleep|fell_asleep|got_everything|got_it_wrong|got_this_wrong|got_the|was_not_up|weren't_up|wasn't_up|never_followed|never_checked|never_told|never_passed|never_asked|never_rang|never_turned|never_read|never_sent|hadn't_been_told|went_rogue|went_against|acted_on|acted_against|acted_alone|acted_outside|acted_without|took_it_upon|took_matters|jumped_the_gun|overstepped|skimped|cut_costs|dragged|were_dragging|are_dragging|is_dragging|dithered|panicked|pressed_the_wrong|hit_the_wrong|clicked_the_wrong|used_the_wrong|picked_the_wrong|sent_the_wrong|gave_the_wrong|gave_us_the_wrong|gave_you_the_wrong|put_the_wrong|gave_you_bad|gave_you_wrong|gave_you_false|gave_us_bad|gave_us_wrong|gave_us_false|turned_up_late|came_late|walked_out|pulled_out|pulled_the|pulled_our|froze|swore_that|swore_blind|assured_us_wrongly|lied|misled|hid|kept_quiet|kept_us_in|kept_us_on|kept_you|kept_us|sat_on|double_booked|oversold|undercooked|contaminated|mislaid|mixed|muddied|leaked|skipped|rushed|bodged|broke_the|broke_our|broke_it|broke_your|dropped_your|dropped_it|damaged|ruined|wrecked|sabotaged|spoiled|caused|forced|wouldn't|would_not|refused|ticked_a_box|ticked_the_wrong|told_you_the_wrong|told_you_wrong|told_you_something|invented|made_it_up|made_that_up|made_a_mess|made_a_hash|made_the_mistake|made_a_mistake|made_an_error|still_left|shouldn't_have|should_have|should_never|should_not_have|ought_to_have|had_no_business|thought_it_was_funny|thought_he|thought_she|wasn't_trained|scanned_your|charged_you_twice|rang_it_up"
#: A sentence that takes it upon us.
OWNED: Final = Phrases("""
our ^1 own? mistake|fault|error|failure|responsibility|doing|failing|failings|job|oversight|duty
on us
mistake|fault|error|responsibility|failure|blame is|was|lies|are ours|our|mine|with_us
we ^1 own|failed|messed|screwed|dropped|didn't|did_not|should|shouldn't|ought|let_you|let_down|are_responsible|take|took|accept|owe|got_this|got_it|got_that|are_ashamed|trained_them|trained_him|hired
no excuse
answer for|to_you
wrong of us
sorry|apologise|apologize|apologies ^2 that|for ^1 our|one_of_our|a_member|he|she|they|the|how|what|the_way
""")


def unowned(find: Find) -> Find:
    """Keep what is said of our own people only where no sentence takes it upon us: "and that is on us"."""
    def look(draft: Draft, brief: Brief) -> Iterator[Hit]:
        found = list(find(draft, brief))
        if found and not draft.index.has(OWNED):
            yield from found

    return look


_ONE_OF_US: Final = f"{STAFF}|colleague|colleagues|trainee|apprentice|intern|temp|junior|newcomer|clerk|cashier|buyer|buyers|porter|night_porter|receptionist|cleaner|cleaners|supervisor|webmaster|stewards|steward|operator|lad|lads|girl|girls|bloke|guy|guys|chap|hand|hands|assistant|assistants|planner|scheduler|dispatcher|accountant|secretary|caretaker|janitor|lifeguard|coach|tutor|lecturer|mechanic|postman|post_room|shift|night_shift|branch|depot|desk|department|purchasing|marketing|accounts|it_team|developer|developers|contractor|contractors"

#: Somebody of ours, named as if the house had no part in it.
_OURS: Final = unowned(looking_for(f"""
    some|an|a ^1 idiot|fool|clown|muppet|numpty|joker|bright_spark|genius|twit|eejit|plonker|halfwit|moron|prat|wally ^1 in|at|on|from|of|who|decided|thought
    one|a_couple|two|some of ^1 the|our ^1 {_ONE_OF_US} ^4 {_BLUNDERS}
    a|one|any member|person|colleague|somebody|someone ^1 of|in|on|at|from ^1 our|the|that ^3 {_BLUNDERS}|who
    the|our|that|this|a|an ^2 {_ONE_OF_US} ^1 we_had_in|on_duty|on_shift|that_day|that_night|that_evening|concerned|responsible|on_the_till|on_the_desk|on_the_night|on_gate|on_the_phone|in_question|who_treated_you|who_served_you|who_took_your|at_the_time|you_spoke_to ^2 #? ^1 clearly|simply|just|obviously|evidently? ^1 {_BLUNDERS}
    the|our|that|this|a|an ^2 {_ONE_OF_US} ^2 simply|just|clearly|obviously|evidently ^1 {_BLUNDERS}
    the|our|that|this|a|an|one ^1 careless|over_eager|overeager|over_zealous|overzealous|inexperienced|junior|rogue|lone|single|new|temporary|agency|former|tired|clumsy|lazy|disgruntled|untrained|part_time|stressed|sloppy|seasonal|freelance|ex ^2 {_ONE_OF_US} ^3 {_BLUNDERS}|posted|ordered|sent|deleted|changed|pressed|clicked|published|did|put|wrote|told|gave|was_behind|is_behind|took|let|used|made
    lot|crew|crowd|shift|team|boys|girls|guys|kids|ones|trainees|apprentices|temps|drivers|cooks|waiters|cleaners ^3 will_not|won't|can't|cannot|never|keep|refuse_to|refuse ^6 however|no_matter|whatever|even_though|though ^1 often|many|much|we|i
    postie|postman|driver|porter|waiter|clerk|cook|chef|guard|steward|nurse|doctor|teacher|caretaker|agent|manager|cashier|conductor ^4 is|was|'s ^1 the|a|one|just|known|always|simply ^1 slack|slack_one|lazy|lazy_one|careless|careless_one|rude_one|hopeless|useless|notorious|liability|weak_link|problem|culprit|new|unreliable
    whoever|whichever ^7 just|simply|never|can't|doesn't|probably ^1 !was|were|needs|wants|likes|reads|is
    whoever|whichever ^12 {_BLUNDERS}|needs_to|must_have|didn't|clearly|obviously|wasn't
    traced|tracked|narrowed|pinned it|this|that|the_error|the_mistake|the_fault ^1 back|down? ^1 to|on ^1 one|a|an|single|our
    comes|came|boils|boiled|is|was|all down to ^1 one|a_single|a_lone|an_individual|a_careless|an_inexperienced|a_young|a_new|the_person|individual|somebody|someone|his|her|their
    work|act|doing|actions|fault|mistake|error|idea|decision|slip|blunder|oversight|lapse|brainwave ^1 of|by ^1 a|an|one|our|the|some ^2 single|lone|former|individual|careless|junior|rogue|one_person|one_man|one_woman|previous|ex
    slip|mistake|error|blunder|lapse|oversight|failing|cock_up|howler by|from|of|on_the_part_of ^1 our|the|a|an|one ^3 {_ONE_OF_US}
    the|our|a|an|that|this|one_of_our ^2 {_ONE_OF_US} ^2 {_BADLY}|cut_corners|took_it_upon|took_matters|acted_against|acted_on_his|acted_on_her|acted_on_their|acted_without|acted_alone|overstepped|jumped_the_gun|went_rogue|lost_their_heads|lost_his_head|lost_her_head|have_never_followed|never_followed|has_never_followed|got_everything|wasn't_doing_her|wasn't_doing_his|ticked_a_box|pressed_the_wrong|posted_that|posted_it|posted_this|thought_it_was|had_no_business
    because|since|as !we|our|i|us|nobody|they|it|the_system ^2 forgot|misread|mixed_up|pressed_the|ignored|overlooked|panicked|messed|mistook|fumbled|overslept|jumped_the|misheard
    without|against|contrary_to ^1 our|my|head_office's|company|clearing|checking|telling|informing|consulting ^2 knowledge|permission|approval|consent|say_so|blessing|authority|authorisation|instructions|instruction|wishes|rules|policy|orders|guidance|advice|training|authorization|it_with|with_us|us|anybody|anyone|me
    behind our|my backs|back
    over our|my heads|head
    on|of his|her|their ^1 own ^1 initiative|accord|bat|authority|back|say_so|volition
    had|has|have|'d been ^1 told|instructed|trained|reminded|briefed|warned ^6 and|but|yet ^1 still? ^1 did|didn't|left|ignored|forgot|failed|went|let|used|made|put
    because|since|as ^1 one_of|our|the|a|someone|somebody ^2 {_ONE_OF_US} ^1 {_BLUNDERS}
    didn't|did_not|doesn't ^1 do ^1 what ^1 he|she|they ^1 was|were|had_been ^1 told|asked|meant|supposed|trained
    ticked|pressed ^3 he|she|they shouldn't|should_not|had_no
    was|were|is|are his|hers|theirs alone|entirely|and_not_ours|not_ours|to_own
    that|this decision|mistake|error|call|choice was|is ^2 alone|'s_alone|his|hers|theirs
    made|sent|taken|posted|changed|done|caused|broken|lost|left|deleted|written|approved|signed_off by ^1 our|the|a|an|one_of_our ^1 former|junior|new|previous|night|trainee|temporary|agency|young|summer
    changed|altered|lost|damaged|broken|deleted|dropped|misplaced|mislabelled|botched by ^1 our|the|a|an|one_of_our ^2 {_ONE_OF_US} ^1 at|in|on|without|and_not|not|alone
    they|he|she ^1 botched|bungled|muddled|fluffed|ballsed|cocked|messed|bodged|screwed|mucked
""", negated=True, unless="we|i ^9 without\nour own fault|mistake\nwe should|failed|trained|sent|let|never\nsorry|apologise|apologize\nif|whether|should ^1 a|an|our|one|any\nnot|never ^1 blame"))

_DUTY: Final = "job|duty|responsibility|decision|call|choice|doing|fault|error|mistake|business|problem|concern|failing|remit|lookout|department"
_WHOSE: Final = "manufacturer's|maker's|supplier's|courier's|club's|landlord's|bank's|council's|venue's|builder's|owner's|headteacher's|promoter's|airline's|airport's|insurer's|printer's|caterer's|carrier's|organiser's|organizer's|government's|lab's|agent's|agency's|seller's|retailer's|shop's|contractor's|driver's|school's|parents'|passenger's|customer's|customers'|passengers'|user's|users'|guest's|tenant's|patient's|traveller's|shopper's|parent's|installer's|developer's|publisher's|ministry's|regulator's|league's|police's|hospital's|doctor's|city's|state's|operator's|provider's|company's|partner's|franchisee's|host's|wholesaler's|farmer's|factory's|director's|manager's|head's|chef's"

#: Somebody outside: a firm, a body, the weather.
_OUTSIDERS: Final = unowned(looking_for(f"""
    the|our|a|an|their|that|this|some|your|its|local ^3 {OUTSIDE} ^4 {_BLUNDERS}|turned_up|arrived_late|delivered_late|delivered_the|lost_it|mis_sorted|wouldn't_let|never_let|haven't|hasn't_paid|didn't_let|froze|went_bust|went_under|messed|dropped|blocked|pulled|cut_us|cut_off|held_up|holds_up|held_us|hold_us|is_slow|are_slow|took_forever|took_too|took_weeks|took_its|took_their|put_us|put_up_the|put_the_wrong|told_us|used_a|used_an|used_cheap|delayed|sold_us|sent_us|supplied_us|shipped_us|set_that|set_the|set_this|sets_the|decided|owes|is_the_culprit|are_the_culprits|need_to_answer|needs_to_answer|has_to_answer|have_to_answer|did_this|did_that|is_where|played_up|acted_up|went_wrong|cancelled_on|walked_off|downed_tools|chose_to|decided_to
    at|with|of|from|by|on the|our|their|an|a ^2 {OUTSIDE} ^5 ^1 not|and_not|rather_than ^1 us|ours|with_us|here|our|on_us|by_us
    not|and_not|rather_than|instead_of|never ours|us ^1 ^1 it's|it_is|it_was|but|that
    it|that|this|they is|was|'s|were ^1 the|a|an|our|his|her|their|from ^6 ^1 not ^1 ours|us|our !to
    came|comes|come|bought|ordered|is|was|supplied|delivered from|by ^1 a|an|the|our ^2 franchise|franchises|third_party|subcontractor|outside|external|{OUTSIDE} ^2 ^1 we|not|and|who|which
    we don't|do_not|didn't ^1 run|own|operate|manage|employ|control|staff ^1 that|the|those|this|them|these|it|him|her ^2 !when|until|yet
    wasn't|weren't|isn't|aren't|not|never us|we who|that|which
    it's|it_is|it_was|that_is|that's ^1 the|your|their|a ^2 {OUTSIDE} ^1 you|who|that|which ^1 you? ^1 need|should|want|must|can|ought|has|have|is|was|did|sent|lost|broke|put|set|made|decided|caused|failed
    the|your|that|our|a|an|that_is|each|every ^2 {_WHOSE} ^1 {_DUTY}
    {_WHOSE} {_DUTY} ^4 not|rather|to|alone|and
    responsibility|job|duty|decision|fault|error|mistake|failing|oversight|choice of|on_the_part_of|made_by|lies_with|rests_with|is_with ^1 the|our|your|their|a ^3 {OUTSIDE}|owner|owners
    delay|delays|problem|problems|fault|error|mistake|cause|blame|responsibility|issue|hold_up|holdup|failure|decision|trouble|shortage|mix_up|leak ^1 lies|lie|lay|rests|sits|is|was|originated|started|began|arose|happened|occurred ^1 entirely|solely|squarely|clearly|wholly|firmly|purely? ^1 with|at|on|by|in|elsewhere|upstream ^1 !us|our|me|you|hold|my|their_own ^2 {OUTSIDE}|{NAMED}|customs|them|him|her|others|other
    blame|sue|shout_at|curse|chase|complain_to|complain_about ^1 {NAMED}|them|him|her|strikers|the_strikers|the_weather|the_government|brussels|the_unions
    can|may|could|should|must thank|blame ^1 the|your|our|{NAMED}|them
    direct|aim|address|send|point|save|take ^1 your|that|this|the|any ^1 anger|complaint|complaints|questions|frustration|finger|fire|criticism|grievance|ire|outrage|rage ^2 at|to|towards|for|with|elsewhere ^1 !us|our|me|support
    cross|angry|annoyed|furious|mad|upset ^1 with|at ^1 the|your|them|whoever ^2 {OUTSIDE}|airport|bank|them|not
    isn't|aren't|wasn't|not ^1 even? ^1 on our ^1 payroll|books|staff
    blame|credit the|your|those|whoever|whichever|one_of ^3 {OUTSIDE}|makers|people|ones|phone|firm|shop|neighbours|owners|team|players
    a|an|the|some|our ^2 {OUTSIDE} who|that can't|cannot|never|doesn't|won't|keeps|couldn't|didn't|thinks
    hardly|scarcely|barely|not_exactly ^1 down_to_us|our_fault|our_doing|on_us|our_problem|our_job
    does|do|goes|did|do_just ^1 as|what|whatever ^1 he|she|they|it pleases|likes|please|like|wants|want|liked|pleased
    moved|shifted|changed the ^1 goalposts|rules ^1 on_us
    left|leaves us ^1 in_the_lurch|hanging|stranded|high_and_dry|with_the_mess|holding|to_pick_up
    we don't|do_not|didn't|can't|cannot ^1 vet|pick|supervise|police|choose|steer
    no|little|zero|hardly_any ^1 say|control|influence|power|hand|part ^1 in|over ^1 that|it|this|what|how|them
    {OUTSIDE}|they|he|she ^2 assured|promised|swore|guaranteed us|to_us
    had|has one job
    written all_over
    we relied|went|acted|trusted|depended|were_relying|based ^1 on? ^7 wrong|false|mistaken|out_of_date|lied|incorrect|bad
    took|taken|had ^1 their|his|her ^1 word
    run|staffed|handled|packed|cleaned|serviced|operated|managed|maintained|driven|loaded|looked_after|delivered|guarded|cooked ^1 by ^1 a|an|the|another|outside|external|someone ^2 outside|external|third|contractor|contractors|temps|agency|subcontractor|contractors|freelancer|freelancers|different_company|other_company|other_firm|another_firm|another_company|franchise|franchises ^9 can't|cannot|don't|doesn't|didn't|won't|never|not|who|which|keeps|so|and
    they're|they_are|he's|she's|it's|he_is|she_is ^1 all|only|just|mostly|an|a? ^1 temps|temp|agency|contractors|contractor|freelancers|freelancer|agency_staff|self_employed|outsourced|not_our_people|not_our_staff|not_ours|not_one_of_us|not_one_of_ours|seasonal|casuals|franchisees|franchisee|subcontractors
    this|that|it|one|all_of_this|all_of_that lies|lie|lay|rests|sits|sit|falls ^1 squarely|firmly|entirely|solely|fully|wholly|clearly|purely|really? with|on|at !us|our|me|my
    nobody|no_one|no_one|not_a_soul ^1 at|in|from|over_there|there ^3 told|warned|informed|mentioned|said|bothered_to_tell|gave ^1 us|to_us|anything_to_us
    that's|this_is|it's|that_is|it_is|one's|one_is|that_one's|this_one's ^1 on|down_to the ^1 man|woman|person|people|firm|guy|chap|fellow|lad ^1 who|that|which
    was|were|it's|is ^1 your ^1 lodger|flatmate|neighbour|tenant|guest|cleaner|builder|plumber|mover|electrician|son|daughter|dog|cat|wife|husband|partner|mother|father|landlord|nanny ^1 who'd|who|that
    that's|this_is|it's|that_is|it_is|one's|one_is|this_one_is|lies ^1 firmly|squarely|entirely|clearly|purely|all|really? ^1 on|down_to|with ^1 {NAMED}|them|him|her|customs|the_airport|the_courier|the_supplier|the_builder|the_bank
    lost|damaged|broken|sent|changed|delayed|misplaced|cancelled|mislabelled|contaminated|deleted|caused|leaked|blocked|frozen|mixed_up|mishandled|stolen|cut|severed|declined|held_up|held_back|held|stopped|withheld|imposed|forced|supplied ^1 by ^1 the|our|a|an|their|your|one_of_our|its ^3 {OUTSIDE}
    forced|foisted|thrust|imposed|pushed|dumped this|it|that|these|us|them|prices|the_change|the_rise ^1 on|upon|into|to ^1 us|this|it|raise|close|cancel|increase|put
    gave|gives|leaves|left|leave us|me|our_team ^1 no|little|with_no ^1 choice|option|alternative|other
    it's|it_is|it_was|this_was an|a|the ^1 outside|external|separate|different|independent|third_party|freelance|subcontracted ^3 that|who|which
    it's|it_is|it_was|always|usually|just ^2 the|that|one|some|those|few ^1 crowd|guy|few|people|folk|lot|handful|minority|man|bloke|kid|idiot|player|parent ^6 who|that !waited|got|lost|had
    firm|company|agency|crew|people|outfit|lot ^1 that|who|which ^1 we ^1 hire|hired|use|used|pay|paid|work|brought|took ^2 had|has|have|shuffled|mixed|lost|broke|messed|got|did|didn't|put|left|sent
    they're|they_are|he's|she's|it's ^1 the ^1 one|ones|people|firm ^1 who|that|which ^1 picked|chose|decided|set|made|broke|lost|wired|built|left|sent|ordered|wanted|insisted|changed|cancelled|dropped|forgot|did|put|sold
    moan|grumble|whinge|moan_to|shout|yell|complain ^1 at|to the|your|them|him|her !desk|shop|till
    {NAMED} ^2 {_BLUNDERS}|pulled|blocked|refused|lost|delayed|changed|froze|declined|went_down|dropped|is_why|are_why|has_to|needs_to|put|took|let|took_down|removed|rejected
    reason|reasons|cause|culprit|culprits ^3 is|are|was|were ^1 the|your|our|{NAMED}|a ^2 {OUTSIDE}|{NAMED}|government|governments|weather|strike|snow|storm|customs|war
    the|this|that|heavy ^1 snow|storm|heat|wind|rain|weather|frost|flood|fog|energy_market|market|inflation|economy|war|brexit|pandemic|virus|government|governments|ministry|regulator|law|tax ^2 did_this|did_that|did_it|forced|made_us|left_us|is_to_blame|are_to_blame|is_why|caused_this|brought|pushed_us|leaves_us
    {OUTSIDE} people|lot|guys|folks|crew ^3 {_BLUNDERS}|late|never|didn't|messed|turned
    software|app|website|system|labels|leaflets|menu|posters|boxes|recipe|platform ^1 was|were|is|are|had_been ^1 built|written|designed|supplied|made|printed|run|hosted|tested|managed ^1 by ^1 a|an|our|another|someone|somebody|the|third|external ^3 ^1 so|not|and
""", negated=True, unless=_NOT_YOU_TO_BLAME + "\nour|a ^1 partner|courier ^2 will|is_bringing\nthank|thanks|grateful to"))

#: The same in other languages: who, and a word of fault or of what should have been.
_ELSEWHERE: Final = looking_for("""
    sie|ihr|du ^1 haben|habt|hast ^6 nicht|falsch|vergessen|ignoriert|übersehen ^1 gelesen|beachtet|geprüft|gemeldet|eingegeben|angegeben|bezahlt|befolgt|gesagt|geantwortet|bestellt|zu|!erhalten|bekommen
    sie|ihr|du ^1 hätten|hättest|hättet ^9 müssen|sollen|können|dürfen
    hätten|hättest sie|du ^9 ,
    schuld ist|war|hat|daran|sind|trägt|liegt
    liegt|lag ~2 an ihrem|ihrer|dem|der|ihnen|deinem|deiner !uns
    verantwortlich|verantwortung ~3 lieferant*|spediteur|kunde*|kurier|hersteller|fahrer|bank
    faute|culpa|colpa|schuld|erreur|error|errore|fout ^1 de|del|de_la|du|da|do|della|dello|dell'|van|è|es|é|är|votre|suya|suo|sua|vostra|uw|jouw|seu|ligt !notre|nostra|nuestra|nossa|ons|nosotros|nous
    la|a|o|de culpa|schuld ^1 es|é|está|ligt ^1 del|da|do|de|dos|das|bij !nosotros|nós|ons
    vous|tu auriez|aurais|aviez|n'avez|n'avez_pas|deviez ^1 dû|qu'à|oublié|mal
    usted|ustedes|tú ^1 debió|debería|debían|tenía_que|no_leyó|no_siguió|se_equivocó|olvidó|introdujo
    debió|debería|debiste|tendría|tendrías ^1 haber|leer|comprobar|revisar|llamar|avisar|que
    avreste|avrebbe|avresti ^1 dovuto|potuto
    deveria|devia|devias|deveriam ^1 ter|ler|verificar
    o|a|os|as|pela|pelo transportadora|fornecedor|banco|cliente ^2 falhou|errou|perdeu|atrasou
    u|je|jij had|hadden|heeft|hebt ^9 moeten|kunnen|vergeten|verkeerd|niet_gelezen
    dat|het|dit ligt ^1 aan|bij ^1 uw|de|je|onze|jouw|het
""", negated=True, unless="bei uns\nunsere|unser|unserer fehler|schuld\nnotre faute|erreur\nnuestra culpa\nnostra colpa\nnossa culpa\nonze fout|schuld\nculpa|colpa|faute|erreur|error|erro ~6 nossa|nosso|nuestra|nuestro|nostra|nostro|notre|nous")

FAMILIES: Final = all_of(_YOU, _CROWD, _OURS, _OUTSIDERS, _ELSEWHERE)
