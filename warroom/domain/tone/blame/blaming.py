"""Families of blame: what the person did or left undone, and who else is said to have done it.

:mod:`warroom.domain.tone.blame.rule` lists phrases; here each line is a kind of turn with a slot for each part of it
(:mod:`warroom.domain.tone.slots`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Find, Hit
from warroom.domain.tone.phrases import Phrases
from warroom.domain.tone.slots import CROWD, NAMED, OUTSIDE, STAFF, YOUR_KIN
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
    you|customers|guests|passengers|users|tenants|patients|parents|visitors|students|{YOUR_KIN} ^1 didn't|did_not|failed_to|forgot_to|neglected_to|omitted_to|hadn't|had_not !get|have|receive|hear|like|want|need|deserve|expect|feel ^1 even|actually|properly|bother_to? ^1 {_CARE}|{_CARED} !nothing|anything_wrong|out|for_this
    you|{YOUR_KIN}|customer|patient|guest|passenger|tenant|owner|buyer|customers|passengers|guests|parents|patients|users|people failed|forgot|neglected|omitted|declined|refused|chose ^1 to|not
    you used|poured|put|sprayed|applied ^1 bleach|ammonia|detergent|softener|solvent|vinegar|metal|petrol|boiling|cheap|third_party|an_unapproved|unapproved|the_wrong|a_different
    you knew ^8 and|but|yet ^1 still? ^1 went|bought|booked|did|drove|used|came|chose|took|ate|drank|let|got_on|swam|left|carried|kept|jumped|opened|signed|clicked|paid|parked
    you|you'll|you'd ^1 have_to|need_to|must|should|ought_to|better ^1 ask|take_it_up|take_that_up|raise_it|raise_that|complain|talk|speak|turn|blame|chase|sue|go_back ^1 to|with? ^1 them|him|her|the_seller|whoever|the_agent|the_shop|your_agent|the_people
    you're|you_were|you_are ^1 holding|using|wearing|doing|pressing|charging|washing|storing|operating|reading|looking|searching|opening|measuring ^1 it|them|this|that|the|at|in|your ^2 wrong|wrongly|incorrectly|upside|backwards|badly|incorrect
    you must have|'ve !been|felt|had|thought|wondered|waited|worried|found|spent|gone_through|heard|seen_the|suffered|gone_hungry|gone_cold|sat|stood|expected|hoped|missed_work|lost_sleep
    somebody|someone|one|a_guest|the_guest|the_tenant|the_owner|the_buyer|the_customer|{YOUR_KIN}|the_plumber|the_builder|the_electrician|the_previous|the_last|the_one ^5 must|may_well have|'ve !been|felt|had|thought|found|wondered
    if you|you'd|{YOUR_KIN}|people|customers|users|guests|passengers|parents|patients|tenants|folk|folks|everyone|everybody|visitors|fans|students|members !you're|feel|like|want|wish ~2 had|hadn't|'d|just|only|would_only|would_just|weren't|wouldn't|didn't|read|kept|followed|worn|listened|bothered|waited|looked ~12 {_WOULD} !like_to|love_to|be_happy|be_glad|appreciate|let_us|know|see|realise|have_known|understand|notice
    {_WOULD} ^1 have ^9 if ^1 only? ^1 you|you'd|{YOUR_KIN}|people|customers|users|guests|passengers|parents|they'd|the_guest|the_tenant ^1 had|'d|hadn't|were|weren't|not|picked|read|called|told|checked|asked|waited|listened|kept|worn|followed|answered|planned|paid|come|booked|let|used|mentioned|arrived|looked|left|stayed
    because|since|only_because|simply_because|just_because|as you|{YOUR_KIN} !deserve|asked|told|mentioned|need|have_been|waited|wrote|trusted|trust|are|were|paid|said|can|could|want|had_to|should|reported|matter|work|rely|relied|depend|expected|'ve|know|shared_this|raised|spoke|pointed|and|may|might|will|would|must|do|feel|live|travel|use|get|have|love|care|support ^1 forgot|missed|failed|didn't|did_not|never|deleted|ignored|refused|hadn't|had_not|unplugged|blocked|pressed|clicked|wouldn't|lost|typed|left_it|parked
    problem|fault|issue|error|delay is|was|lies|lay|sits ^1 at|on ^1 other|far|your|their ^1 end|side
    onus|responsibility|duty|burden|obligation|risk is|was|lies|lay|rests|rested|falls|fell|sits|remains ^1 squarely|solely|entirely|fully|firmly? ^1 on|with ^1 !us|our
    more|bit|touch|greater|little_more ^1 care|attention|caution|patience|common_sense|foresight|planning|diligence|thought ^4 would_have|could_have|might_have|wouldn't_have|would_save|would_prevent|would_avoid|would_help|from_you|on_your_part|from_parents|from_customers
    was|were|had_been|been|got|gets|being|is|are ^1 washed|ironed|dried|fitted|installed|assembled|used|worn|parked|wired|mounted|driven ^1 too|incorrectly|wrongly|improperly|carelessly|roughly|against|without|upside|in_the_wrong|at_the_wrong|by_an_amateur|by_somebody|by_someone|at_home !by_us
    typed|entered|changed|set|signed|ticked|cancelled|chosen|given|supplied|provided|moved|removed|deleted|pressed|requested|approved|confirmed|installed|fitted|wired|opened|caused|switched|turned|booked|selected|filled|put ^1 in|off|on|out? by ^1 you|yourself|yourselves|the_customer|the_tenant|the_owner|the_guest|the_user|the_passenger|the_buyer|the_patient|{YOUR_KIN}
    had you ^9 nobody|nothing|none|no_one|no|it|we|they|the ^3 {_WOULD} !like|prefer
    that's|it's|that_is|it_is|this_is|that_was ^1 what_comes|what|the_price|the_result|the_consequence|the_risk|how ^1 you_get|happens|comes|one_gets|you_pay|you_take|people_get|it_goes ^1 from|for|of|with|by|if|when|after ^1 leaving|buying|ignoring|not|using|skipping|forgetting|opening|letting|booking|waiting|sharing|putting|washing|overloading|charging|you|people|people_who|touching|keeping|trusting|cutting|taking|going
""", negated=True, unless=_NOT_YOU_TO_BLAME)

#: Other people: a crowd, those before, those who do not listen.
_CROWD: Final = looking_for(f"""
    {CROWD} ^10 is|are|was|were|'s ^1 why|what ^2 we|it|the|you|this|that|your|our|caused|broke|blocked|started|made|happened
    {CROWD} ^9 is|are|was|were ^1 real|actual|main|root|true|very? ^1 reason|cause|problem|culprit|culprits|ones_to_blame|to_blame|trouble|issue
    {CROWD} ^9 ^1 and? ^1 that's|which_is|that_is|hence|this_is ^1 why|what|how|the
    {CROWD} ^6 left|leave|leaves|gave|give|forced|made ^1 us ^2 no|to|with|into|little
    {CROWD} ^3 themselves|who ^6 left|spread|brought|broke|blocked|spoil|spoils|spoiled|ruined|ruin|panicked|hoard|hoarded|overload|overloaded|overran|caused|flush|flushed|dump|dumps|misuse|misused|abuse|abused ^1 this|that|the|it|our|in
    {CROWD} ^2 panic_bought|stockpiled|hoarded|trashed|vandalised|flushed|jumped_the|pushed|stampeded|overloaded|swamped|blocked|cut_our|cut_through|dumped|smeared|littered|stole|sprayed|provoked|kept_flushing|kept_pressing|kept_calling|keep_flushing|keep_putting|kept_putting|keep_leaving|kept_leaving|kept_blocking
    of|hundred|hundreds|thousands|dozens|lot|many|too_many|half|most ^1 you|people|fans|passengers|customers|them ^7 instead_of|rather_than|at_once|in_one_go|all_at_once|at_the_same_time|without_listening|despite_the
    same|few|usual ^2 people|ones|guys|customers|culprits|faces|kids ^1 who|that
    trouble|problem|problems|it|this|outage|delay|queue|chaos|mess|damage ^1 started|began|came|happened|arose|got_worse|only_happened ^1 when|because|after ^2 {CROWD}|too_many|everyone|everybody|you ^1 !told|reported|asked|called_us|noticed|found
    loud|rowdy|drunk|drunken|unruly|selfish|careless|thoughtless|impatient|aggressive|inconsiderate|irresponsible|reckless ^1 {CROWD}|people|crowd|minority|few
    if ^1 {CROWD}|everyone|everybody|kids ^2 read|followed|listened|behaved|kept|respected|looked|took|stopped|didn't|stuck|used|paid|waited|did|would|had ^9 {_WOULD}|there'd
""", negated=True, unless=_NOT_YOU_TO_BLAME + "\nour own people|customers|staff ~1 should")


_BLUNDERS: Final = f"{_BADLY}|failed|messed_up|screwed_up|slipped_up|cut_corners|cut_a_corner|let_us_down|let_you_down|let_everyone_down|let_everybody_down|let_us_all|dropped_the|didn't_listen|did_not_listen|didn't_look|did_not_look|didn't_check|didn't_bother|didn't_think|didn't_read|didn't_follow|did_not_follow|didn't_do|did_not_do|didn't_turn|did_not_turn|didn't_tell|did_not_tell|didn't_deliver|did_not_deliver|didn't_pass|did_not_pass|didn't_show|didn't_secure|didn't_notice|ignored|lost_their|lost_his|lost_her|lost_your|lost_the|lost_it|was_careless|were_careless|wasn't_doing|weren't_doing|wasn't_concentrating|weren't_concentrating|wasn't_paying|weren't_paying|wasn't_listening|was_asleep|fell_asleep|got_everything|got_it_wrong|got_this_wrong|got_the|was_not_up|weren't_up|wasn't_up|never_followed|never_checked|never_told|never_passed|never_asked|never_rang|never_turned|never_read|never_sent|hadn't_been_told|went_rogue|went_against|acted_on|acted_against|acted_alone|acted_outside|acted_without|took_it_upon|took_matters|jumped_the_gun|overstepped|skimped|cut_costs|dragged|were_dragging|are_dragging|is_dragging|dithered|panicked|pressed_the_wrong|hit_the_wrong|clicked_the_wrong|used_the_wrong|picked_the_wrong|sent_the_wrong|gave_the_wrong|gave_us_the_wrong|gave_you_the_wrong|put_the_wrong|gave_you_bad|gave_you_wrong|gave_you_false|gave_us_bad|gave_us_wrong|gave_us_false|turned_up_late|came_late|walked_out|pulled_out|pulled_the|pulled_our|froze|swore_that|swore_blind|assured_us_wrongly|lied|misled|hid|kept_quiet|kept_us_in|kept_us_on|kept_you|kept_us|sat_on|double_booked|oversold|undercooked|contaminated|mislaid|mixed|muddied|leaked|skipped|rushed|bodged|broke_the|broke_our|broke_it|broke_your|dropped_your|dropped_it|damaged|ruined|wrecked|sabotaged|spoiled|caused|forced|wouldn't|would_not|refused|ticked_a_box|ticked_the_wrong|told_you_the_wrong|told_you_wrong|told_you_something|invented|made_it_up|made_that_up|made_a_mess|made_a_hash|made_the_mistake|made_a_mistake|made_an_error|still_left|shouldn't_have|should_have|should_never|should_not_have|ought_to_have|had_no_business|thought_it_was_funny|thought_he|thought_she|wasn't_trained|scanned_your|charged_you_twice|rang_it_up"
#: A sentence that takes it upon us.
OWNED: Final = Phrases("""
our !courier's|supplier's|driver's|contractor's|partner's|vendor's|carrier's|agency's|provider's|manufacturer's|landlord's|printer's|caterer's ^1 own? mistake|fault|error|failure|responsibility|doing|failing|failings|job|oversight|duty
that's|it's|this_is|that_is|it_is|this_was|that_was|it_was|this_one's|which_is|entirely|squarely|wholly|solely|firmly|all|both|and_that|is_still|is_only ^1 on us
we|i are|were|am ^1 the ones|one ^1 who|that
we|i ^1 packed|printed|wrote|set|left|put|gave|sent|sold|booked|fitted|planned|loaded|entered|typed ^2 badly|wrong|wrongly|late|too|twice
we|i ^1 should ^1 have
ours|mine to carry|own|answer|put_right|fix|sort|mend

delay|mistake|fault|mix-up|mixup|error|failure|mess|responsibility|blame|wait|rest|lot|whole_thing|part|gap|miss|call|decision ^3 on us
mistake|fault|error|responsibility|failure|blame is|was|lies|are ours|our|mine|with_us
we also|really|just|clearly|simply|all|have|had|do|fully|badly|then|still|completely|both|now|will|must|certainly|quite|plainly|truly|alone|ourselves|therefore|obviously|in_turn|always|never|frankly|totally|collectively|here|absolutely|sadly|humbly|sincerely|gladly? own|failed|messed|screwed|dropped|didn't|did_not|should|shouldn't|ought|let_you|let_down|are_responsible|take|took|accept|owe|got_this|got_it|got_that|are_ashamed|trained_them|trained_him|hired_them|hired_him|hired_her|hired_this|hired_that|hired_the|hired_too
firm|company|agency|contractor|guard that|which|whom we ^1 hired|chose|picked|employ
works|work for us
no excuse
we|we'll|i|i'll|must|will|to ^2 answer for|to_you
wrong of us
and we're|we_are|i'm|i_am ^1 sorry !about_your|for_your|to
sorry|apologise|apologize|apologies ^2 that|for ^1 our|one_of_our|a_member|he|she|they|how|what|the_way
sorry to ^1 hear|read|see|learn|find ^1 that|how
""")


def unowned(find: Find) -> Find:
    """Keep what is said of our own people only where no sentence takes it upon us: "and that is on us"."""
    def look(draft: Draft, brief: Brief) -> Iterator[Hit]:
        found = list(find(draft, brief))
        if found and not draft.index.has(OWNED):
            yield from found

    return look


_ONE_OF_US: Final = f"{STAFF}|juniors|trainees|apprentices|interns|temps|colleague|colleagues|trainee|apprentice|intern|temp|junior|newcomer|clerk|cashier|buyer|buyers|porter|night_porter|receptionist|cleaner|cleaners|supervisor|webmaster|stewards|steward|operator|lad|lads|girl|girls|bloke|guy|guys|chap|hand|hands|assistant|assistants|planner|scheduler|dispatcher|accountant|secretary|caretaker|janitor|lifeguard|coach|tutor|lecturer|mechanic|postman|post_room|shift|night_shift|branch|depot|desk|department|purchasing|marketing|accounts|it_team|developer|developers|contractor|contractors"

#: One of them: a kitchen or a team of ours that failed is us.
_PERSON: Final = "|".join(one for one in _ONE_OF_US.split("|") if one not in {"team", "staff", "crew", "company", "hotel", "school", "hospital", "clinic", "kitchen", "people", "department", "branch", "shift"})

#: Somebody of ours, named as if the house had no part in it.
_OURS: Final = unowned(looking_for(f"""
    some|an|a ^1 idiot|fool|clown|muppet|numpty|joker|bright_spark|genius|twit|eejit|plonker|halfwit|moron|prat|wally ^1 in|at|on|from|of|who|decided|thought
    one|a_couple|two|some of ^1 the|our ^1 {_ONE_OF_US} ^4 {_BLUNDERS}
    the|our|that|this|a|an ^2 {_ONE_OF_US} ^1 we_had_in|on_duty|on_shift|that_day|that_night|that_evening|concerned|responsible|on_the_till|on_the_desk|on_the_night|on_gate|on_the_phone|in_question|who_treated_you|who_served_you|who_took_your|at_the_time|you_spoke_to ^2 #? ^1 clearly|simply|just|obviously|evidently? ^1 {_BLUNDERS}
    the|our|that|this|a|an ^2 {_ONE_OF_US} ^2 simply|just|clearly|obviously|evidently ^1 {_BLUNDERS}
    the|our|that|this|a|an|one ^1 careless|over_eager|overeager|over_zealous|overzealous|inexperienced|junior|rogue|lone|single|new|temporary|agency|former|tired|clumsy|lazy|disgruntled|untrained|part_time|stressed|sloppy|seasonal|freelance|ex ^2 {_ONE_OF_US} ^3 {_BLUNDERS}|posted|ordered|sent|deleted|changed|pressed|clicked|published|did|put|wrote|told|gave|was_behind|is_behind|took|let|used|made
    whoever|whichever ^7 just|simply|never|can't|doesn't|probably ^1 !was|were|needs|wants|likes|reads|is
    comes|came|boils|boiled|is|was|all down to ^1 one|a_single|a_lone|an_individual|a_careless|an_inexperienced|a_young|a_new|the_person|individual|somebody|someone|his|her|their
    the|our|a|an|that|this|one_of_our ^2 {_PERSON} ^2 {_BADLY}|cut_corners|took_it_upon|took_matters|acted_against|acted_on_his|acted_on_her|acted_on_their|acted_without|acted_alone|overstepped|jumped_the_gun|went_rogue|lost_their_heads|lost_his_head|lost_her_head|have_never_followed|never_followed|has_never_followed|got_everything|wasn't_doing_her|wasn't_doing_his|ticked_a_box|pressed_the_wrong|posted_that|posted_it|posted_this|thought_it_was|had_no_business
    because|since|as !we|our|i|us|nobody|they|it|the_system ^2 forgot|misread|mixed_up|pressed_the|ignored|overlooked|panicked|messed|mistook|fumbled|overslept|jumped_the|misheard
    without|against|contrary_to ^1 our|my|head_office's|company|clearing|checking|telling|informing|consulting ^2 knowledge|permission|approval|consent|say_so|blessing|authority|authorisation|instructions|instruction|wishes|rules|policy|orders|guidance|advice|training|authorization|it_with|with_us|us|anybody|anyone|me
    behind our|my backs|back
    made|sent|taken|posted|changed|done|caused|broken|lost|left|deleted|written|approved|signed_off by ^1 our|the|a|an|one_of_our ^1 former|junior|new|previous|night|trainee|temporary|agency|young|summer
    they|he|she ^1 botched|bungled|muddled|fluffed|ballsed|cocked|messed|bodged|screwed|mucked
""", negated=True, unless="we|i ^9 without\nour own fault|mistake\nwe should|failed|trained|sent|let|never\nsorry|apologise|apologize\nif|whether|should ^1 a|an|our|one|any\nnot|never ^1 blame"))

_DUTY: Final = "job|duty|responsibility|decision|call|choice|doing|fault|error|mistake|business|problem|concern|failing|remit|lookout|department"
_WHOSE: Final = "manufacturer's|maker's|supplier's|courier's|club's|landlord's|bank's|council's|venue's|builder's|owner's|headteacher's|promoter's|airline's|airport's|insurer's|printer's|caterer's|carrier's|organiser's|organizer's|government's|lab's|agent's|agency's|seller's|retailer's|shop's|contractor's|driver's|school's|parents'|passenger's|customer's|customers'|passengers'|user's|users'|guest's|tenant's|patient's|traveller's|shopper's|parent's|installer's|developer's|publisher's|ministry's|regulator's|league's|police's|hospital's|doctor's|city's|state's|operator's|provider's|company's|partner's|franchisee's|host's|wholesaler's|farmer's|factory's|director's|manager's|head's|chef's"

#: Somebody outside: a firm, a body, the weather.
_OUTSIDERS: Final = unowned(looking_for(f"""
    the|our|a|an|their|that|this|some|your|its|local ^3 {OUTSIDE} ^4 {_BLUNDERS}|turned_up_late|arrived_late|delivered_late|delivered_the|lost_it|mis_sorted|wouldn't_let|never_let|hasn't_paid|didn't_let|went_bust|went_under|messed|dropped|blocked|cut_us|cut_off|held_up|holds_up|held_us|hold_us|is_slow|are_slow|took_forever|took_too|took_weeks|took_its|took_their|put_us|put_up_the|put_the_wrong|used_a|used_an|used_cheap|delayed|sold_us|owes|is_the_culprit|are_the_culprits|need_to_answer|needs_to_answer|has_to_answer|have_to_answer|did_this|did_that|played_up|acted_up|went_wrong|cancelled_on|walked_off|downed_tools
    it|that|this|they is|was|'s|were ^1 the|a|an|our|his|her|their|from ^6 ^1 not ^1 ours|us|our !to
    came|comes|come|bought|ordered|is|was|supplied|delivered from|by ^1 a|an|the|our ^2 franchise|franchises|third_party|subcontractor|outside|external|{OUTSIDE} ^2 ^1 we|not|who|which
    the|your|that|our|a|an|that_is|each|every ^2 {_WHOSE} ^1 {_DUTY}
    {_WHOSE} {_DUTY} ^4 not|rather|to|alone|and
    responsibility|job|duty|decision|fault|error|mistake|failing|oversight|choice of|on_the_part_of|made_by|lies_with|rests_with|is_with ^1 the|our|your|their|a ^3 {OUTSIDE}|owner|owners
    delay|delays|problem|problems|fault|error|mistake|cause|blame|responsibility|issue|hold_up|holdup|failure|decision|trouble|shortage|mix_up|leak ^1 lies|lie|lay|rests|sits|is|was|originated|started|began|arose|happened|occurred ^1 entirely|solely|squarely|clearly|wholly|firmly|purely? ^1 with|at|on|by|in|elsewhere|upstream ^1 !us|our|me|you|hold|my|their_own ^2 {OUTSIDE}|{NAMED}|customs|them|him|her|others|other
    direct|aim|address|send|point|save|take ^1 your|that|this|the|any ^1 anger|complaint|complaints|questions|frustration|finger|fire|criticism|grievance|ire|outrage|rage ^2 at|to|towards|for|with|elsewhere ^1 !us|our|me|support
    blame|credit the|your|those|whoever|whichever|one_of ^3 {OUTSIDE}|makers|people|ones|phone|firm|shop|neighbours|owners|team|players
    does|do|goes|did|do_just ^1 as|what|whatever ^1 he|she|they|it pleases|likes|please|like|wants|want|liked|pleased
    written all_over
    they're|they_are|he's|she's|it's|he_is|she_is ^1 all|only|just|mostly|an|a? ^1 temps|temp|agency|contractors|contractor|freelancers|freelancer|agency_staff|self_employed|outsourced|not_ours|not_one_of_us|not_one_of_ours|seasonal|casuals|franchisees|franchisee|subcontractors
    that's|this_is|it's|that_is|it_is|one's|one_is|this_one_is|lies ^1 firmly|squarely|entirely|clearly|purely|all|really? ^1 on|down_to|with ^1 {NAMED}|them|him|her|customs|the_airport|the_courier|the_supplier|the_builder|the_bank
    forced|foisted|thrust|imposed|pushed|dumped this|it|that|these|us|them|prices|the_change|the_rise ^1 on|upon|into|to ^1 us|this|it|raise|close|cancel|increase|put
    it's|it_is|it_was|always|usually|just ^2 the|that|one|some|those|few ^1 crowd|guy|few|people|folk|lot|handful|minority|man|bloke|kid|idiot|player|parent ^6 who|that !waited|got|lost|had
    moan|grumble|whinge|moan_to|shout|yell|complain ^1 at|to the|your|them|him|her !desk|shop|till
""", negated=True, unless=_NOT_YOU_TO_BLAME + "\nour|a ^1 partner|courier ^2 will|is_bringing\nthank|thanks|grateful to"))

#: The same in other languages: who, and a word of fault or of what should have been.
_ELSEWHERE: Final = looking_for("""
""", negated=True, unless="bei uns\nunsere|unser|unserer fehler|schuld\nnotre faute|erreur\nnuestra culpa\nnostra colpa\nnossa culpa\nonze fout|schuld\nculpa|colpa|faute|erreur|error|erro ~6 nossa|nosso|nuestra|nuestro|nostra|nostro|notre|nous")

FAMILIES: Final = all_of(_YOU, _CROWD, _OURS, _OUTSIDERS, _ELSEWHERE)
