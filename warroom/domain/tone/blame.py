"""The rule of blame: on the customer, on other people, on staff, on whoever supplied us."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.blaming import FAMILIES, unowned
from warroom.domain.tone.doers import doers
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.slots import PEOPLE, STAFF
from warroom.domain.tone.sly import SHIFTS
from warroom.domain.tone.wording import all_of, looking_for

_THEM: Final = "supplier*|vendor*|contractor*|subcontractor*|courier*|carrier*|partner*|manufacturer*|agency|driver|franchisee*|distributor*|warehouse|logistics_partner|delivery_company|delivery_partner|delivery_firm|payment_provider|third-party|third_part*|employee*|intern|staff_member|member_of_staff|colleague*|staff|worker*|temp|trainee|junior|agent|developer|engineer|technician|cashier|postal_service|post_office|hosting_provider|cloud_provider|airport|software_provider|baker|cook|chef|freelancer|influencer|manager|provider|haulier*|shipper*|forwarder*|printer*|landlord*|plumber*|electrician*|telecom*|network_operator|wholesaler*|grower*|farmer*|retailer*|reseller*|dealer*|importer*|packer*|logistics|translator*|photographer*|caterer*|security_firm|security_company|cleaner*|cleaning_company|volunteer*|apprentice*|newcomer|new_hire|builder*|installer*|consultant*|moderator*|call_centre|call_center|nurse*|doctor*|waiter*|pilot*|crew|shift|night_shift|front_desk|back_office|reception|dispatch*|porter*|steward*|guard*|operator|vendor|lab|laboratory|upstream|middleman|broker*|dealership"

#: "This is the baker's fault": whoever has the fault, but for us and nobody.
_THEIRS: Final = re.compile(
    r"\b(?:this|that|it|which|all)(?:'s| is| was| must be| has to be)(?: (?!not|never|no)\w+){0,3} "
    r"(?!our|my|nobody|anybody|no-one|today|yesterday)[a-z][\w-]+(?:'s|s') (?:own )?(?:fault|error|mistake|doing|failure|negligence)\b"
)


#: "Visa's network caused this": what is a proper name's is not ours.
_NAMES: Final = re.compile(r"[A-Z](?<!\w.)(?:(?<![.!?] .)(?<!^.)[\w-]+(?:'|\u2019)s? [\w -]{2,30}? (?:caused|broke|failed|lost|ruined|delayed|is to blame|went down|was down|let)\b|"
                           r"[\w-]+(?:'|\u2019)s (?:network|system|systems|servers?|drivers?|courier|warehouse|team|people|software|website|app|platform|staff) (?:has |have )?(?:caused|broke|failed|lost|ruined|delayed|is|was|were|are|went|let)\b|"
                           r"(?<![.!?] .)(?<!^.)[a-z]+ (?:pushed|sent|pressed|picked|clicked|entered|ordered|loaded|used|printed) the wrong\b)")


def _somebodys(draft: Draft, _: Brief) -> Iterator[Hit]:
    yield from (Hit(*found.span()) for found in _NAMES.finditer(draft.text) if "\x01" not in draft.own[found.start():found.end()])
    yield from (Hit(*found.span()) for found in _THEIRS.finditer(draft.own) if not draft.denied(found.start()))


#: Where the same sentence says that it was ours, or what we do about it, nobody is blamed.
_GIVEN_US: Final = """
you|you've ^4 right|correct|correctly
refund*|credit*|voucher
told|advised|asked us|me not
because_of it|this|that !is
not your|their|her|his fault|doing|job|mistake
our fault|mistake|error|responsibility|doing|own|lorry|van|system|server|sign|instructions|leaflet
because|and|but ~1 we|our|us|i
because|thanks_to|due_to of? us|our
on us
before you ~1 clicked|opened|answered|replied|shared|trusted|entered
we should|chose|let|hired|picked|ordered_too|had_not|printed|sent_you|gave_you|kept|told_you|failed|owe
if|in_case|whether|unless you ~3 you|we|just|can|get|please|call|tell|write|the|your|it|stop|is|see|keep|check|then
may|might|could have ~2 lost|been|had|got|our|because
told nobody|no_one
can call|ring|write|reach|ask|come|use ~2 me|us|my|our
because we ~1 left|gave|had|did|told|asked
wrong , and|because|so
you|they should|ought have|not|never ~1 been|had|have|got|received|needed
been|were|was given|told|sold|sent|handed|shown|charged|asked|put|kept|left|turned|denied ~2 by_us|wrong|late|the|a
at|with|in our !system
from us|me
whether we
could|would|might say|be_easy|be_tempting|be_wrong_to
easy|tempting|wrong|unfair to blame
choice|decision whether|if|between|which|how|about
"""

#: Firms and bodies that are not ours; a name stands for its kind.
_NAMED: Final = "dhl|ups|fedex|royal_mail|amazon|amazon's|google|google's|apple|apple's|microsoft|microsoft's|visa|mastercard|aws|hermes|evri|usps|paypal|stripe|cloudflare|facebook|meta|boeing|airbus|booking.com|uber|deliveroo|ticketmaster|deutsche_bahn|network_rail|openreach|dpd|gls|yodel|azure|instagram|klarna|samsung|intel|expedia|airbnb|crowdstrike"
_OUTSIDE: Final = "supplier*|vendor*|contractor*|subcontractor*|courier*|carrier*|manufacturer*|factory|farm|farmer*|grower*|wholesaler*|caterer*|printer*|haulier*|landlord*|builder*|venue|promoter*|organiser*|organizer*|council|government|ministry|airport|border_control|customs|air_traffic_control|union*|striker*|weather|traffic|storm|snow|rain|postman|postwoman|postal_service|post_office|delivery_firm|delivery_company|delivery_partner|payment_provider|payment_partner|payment_processor|it_provider|cloud_provider|hosting_provider|hosting_company|network_provider|agency|consultant*|lab|laboratory|third_party|third_parties|third-party|broker*|reseller*|retailer*|energy_company|energy_companies|water_company|grid_operator|network_operator|insurer|regulator|security_firm|security_company|cleaning_company|cleaning_firm|software_company|software_vendor|partner*|middleman|distributor*|importer*|shipper*|franchisee*|railway|authorities|maker|packer*|outsourcer|call_centre_company|recruitment_agency|mechanic|garage"
_DID: Final = "failed|messed_up|screwed_up|lost|damaged|broke|left|used_the_wrong|delivered|crashed|oversold|cancelled|caused|delayed|forced|ruined|let_us|let_you|sent_us|sent_the|supplied|did_not|didn't|never|forgot|ignored|hid|lied|misled|got_it|got_the|got_this|put_it|put_the|changed_the|overran|withheld|went_down|mixed_up|refused|acted|gave_us|sold_us|told_us|dropped|botched|mishandled|misplaced|missed|neglected|skipped|cut_corners|was_careless|was_negligent|were_careless|was_late|were_late|is_late|are_late|was_slow|were_slow|is_slow|are_slow|mislabelled|went_bust|overbooked|withdrew|pulled_out|is_the_reason|are_the_reason|was_the_reason|were_the_reason|declined|blocked|rejected|wouldn't|would_not|couldn't|could_not"
_CARE: Final = "read|check|follow|tell|mention|ask|use|switch|plug|charge|enter|press|look|listen|wait|call|book|register|confirm|clean|store|close|lock|keep|install|update|tick|bring|sign|show|reply|respond|pick_up|choose|select|notice|provide|include|collect|report|pay|cancel|save|back|come|arrive|print|measure|apply|declare|disclose|complete|fill|scan|think|bother|remove|unplug|supervise|watch|contact|notify|inform|return|turn|set|validate|renew|open"
_DEVICES: Final = "bank|phone|device|router|browser|provider|connection|card|settings|computer|wifi|internet|network|operator|landlord|insurer|laptop|modem|oven|car|wiring|employer|doctor|vet|plumbing|firewall|antivirus|app_version|software|handset|tablet|headphones|mailbox|spam_filter|email_provider|signal|installer|electrician|letterbox|account"

#: The person, or people like them, did it or should have.
_YOUR_DOING: Final = looking_for(f"""
    you|customers|guests|passengers|users needed|were_supposed|were_meant|were_required|were_expected|ought|are_supposed|are_expected|are_required|had_every_chance to ^1 {_CARE}
    you ought|needed|were_supposed to ^1 have
    you|customers|guests|passengers|users|he|she ^1 didn't|did_not|never|failed_to|forgot_to|neglected_to|omitted_to|refused_to|forgot|chose_not_to|decided_not_to|didn't_even|neglected ^1 {_CARE} !for|out|out_of|you|anything_wrong|back
    next time|in_future|in_the_future|for_the_future ^1 please|just|do|kindly|maybe|simply? ^1 {_CARE}|make_sure|ensure|be|listen|remember|try|plan|leave|you'll|double-check|order|avoid|take
    next time|in_future|in_the_future ^1 you_might|you_could|you_should|you_may|you'll_know
    perhaps|maybe next_time
    had|if the|our|a|their|only ^1 {_OUTSIDE}|{_NAMED} ^9 would|wouldn't|none|nothing|could|we'd
    had|if you|customers|you'd|you_had|customers_had|people_had|passengers_had ^7 would|wouldn't|could|couldn't|might|we'd|you'd|none|nothing ^2 have|be|not|work|still|avoided|happened|known|of
    had {PEOPLE} !been|had|known|received|got ^12 would|wouldn't|could|might ^1 have|be|not
    {PEOPLE} ^1 do|did|can|will|keep ^1 wind|provoke|goad ^1 him|her|them|us|our
    complaint|blame|anger ^1 belongs|belong|should_go with|to them|him|her
    you|customers ^1 ticked|pressed|booked|dialled|dialed|scanned|connected|plugged|picked|chose|opted_for|selected|hit|filled|downloaded|clicked|entered|typed|gave|gave_us|provided|supplied|put|wrote|used ^3 wrong|incorrect|old|expired|outdated|former|invalid|cheap|cheapest|basic|slow|slowest|incompatible|unofficial|other|incomplete|mistaken
    you ^1 chose|picked|opted|selected|decided|elected|preferred|insisted ^3 cheapest|cheap|basic|slow|slower|economy|budget|not_to|to_wait|to_fly|to_travel|to_ignore|to_buy|to_book|to_stay|to_leave|to_go|against|without|no_insurance|standard_delivery|to_skip|to_use
    you|you_have|you've|customer|child|someone|somebody ^1 put|left|kept|stored|placed|washed|heated|charged|used|wore|parked|plugged|installed|mounted|hung ^1 it|them|this|that|the ^1 in|into|on|near|under|outside|without|with|for|at|too|next_to|wrong*|upside|overnight|for_too|incorrectly
    phone|device|product|unit|it|machine|laptop|car|battery|screen|bike|watch|item|jacket|shoes|toy ^2 was|been|got|is|were|had_been ^1 dropped|misused|mishandled|tampered|overcharged|overfilled|overloaded|neglected|abused|opened_by|modified|not_used|not_stored|incorrectly|wrongly|improperly|not_properly|not_correctly|exposed_to
    caused|due|result|down|comes|come|came|from|because|sign|signs|consequence|case|owing|points|point by|to|of|from|only_from ^2 misuse|improper|rough|mishandling|incorrect|wrong_use|user_error|customer_error|wear_and_tear|abuse|careless*|poor_maintenance|lack_of_care|overuse|overcharging|inappropriate|misreading|misunderstanding_by|unauthorised|unauthorized|a_lack_of_supervision
    improper|incorrect|inappropriate|careless use|usage|handling|storage|installation|maintenance|washing|charging|cleaning
    happens|happened|occurs|is_what_happens|will_happen|what_you_get|what_happens|is_common|can_happen ^1 if|when|because|where people|customers|users|someone|owners|parents|passengers|others|somebody|guests|players
    happens|happened|occurs|is_what_happens|will_happen|what_you_get|what_happens|can_happen ^1 if|when|because you ^1 don't|do_not|overfill|forget|ignore|buy|leave|use_it|fail|rush|skip|wash|open|put|never|choose|book|cut|wait|share|reuse|click|let
    address|number|details|postcode|email|name|code|card|form|photo|documents|measurements|information|date ^1 you|you've|you_had ^1 typed|gave|entered|provided|supplied|put|sent|registered|chose|used|filled|wrote ^2 was|had|is|did|doesn't|didn't|has|were|isn't|wasn't|hasn't|does
    it's|it_is|that's|that_is|this_is|this_was|it_was|was|must_be|probably|likely|clearly|simply ^1 your ^2 {_DEVICES} !so|is|shows|has|will
    your ^2 {_DEVICES} has|have|simply|just|must_have|probably? declined|refused|blocked|rejected|failed|caused|is_to_blame|is_responsible|must|should_have|is_at_fault|was_at_fault|is_the_problem|is_the_issue|is_the_cause|is_outdated|is_too_old|is_too_slow|is_faulty|isn't_compatible|is_not_compatible|is_incompatible|needs_replacing|may_be_faulty|seems_to_be|may_be_the|might_be_the
    problem|issue|cause|reason|trouble|explanation is|was|'s|seems_to_be|appears_to_be|must_be|may_be|might_be|could_be|is_likely|is_probably ^1 your ^2 {_DEVICES}
    your ^2 connection|router|phone|device|browser|wifi|settings is|are|was|were ^1 problem|the_problem|the_issue|the_cause|to_blame|the_reason
    that's|this_is|it's|that_is|it_is|something|purely ^1 a? ^1 matter|question|issue|problem|something|discussion|conversation ^1 for|between|with|to_take_up_with|to_discuss_with ^1 you|your|the ^2 {_OUTSIDE}|your|you|{_NAMED}
    between you|yourself and your|the|them|him|her|{_NAMED}
    take|bring|raise it|this|that up ^1 with !us|me|our|my
    complain|talk|speak|write|turn|apply|contact|ask|blame|thank|sue|shout_at|address ^2 {_NAMED}|the_airport|the_council|the_weather|the_government|the_strikers|the_union|the_unions|the_police|brussels|parliament ^2 !if|for_the
    maybe|perhaps|possibly|presumably|i_suspect|we_suspect|i_guess|we_guess|we_assume|i_assume|we_think|i_think|we_believe|sounds_like|sounds_as_if|looks_like|looks_as_if|looks_as_though|seems_that|seems_like|it_seems|i_fear|i'm_guessing|could_it_be|could_it_be_that|is_it_possible|our_guess_is|chances_are|i_bet ^1 you|you've|you_had|you_have|you_may_have|you_might_have|that_you ^1 pressed|missed_the|missed_our|missed_a|skipped|deleted|forgot|forgotten|dropped|didn't|did_not|haven't|have_not|entered|typed|chose|used|mixed|overlooked|clicked|misread|misheard|misplaced|left_it|put|installed|removed|ignored|failed|ordered|confused|set|washed|spilled|gave|told|mistyped|mis-typed|picked|broke|not|were_holding|held
    you|you_all ^1 were|came|arrived|showed_up|turned_up|got_there|checked_in|called|wrote|applied|responded|replied|reported|complained ^1 late|too_late|rude|abusive|aggressive|drunk|not_home|not_at_home|careless|impatient|unprepared|disrespectful|unreasonable|after_the_deadline|after_closing|unclear|difficult|uncooperative|not_clear|shouting|insulting|weeks_later|months_later|at_the_last_minute
    you weren't|were_not|wasn't ^1 at_home|home|there|available|ready|on_time|reachable|careful|clear|paying_attention|listening !the
    nobody|no_one was ^1 home|at_home|in_when|in_and|in_at_the_time|there_to_receive|there_to_take|there_to_sign|there_to_accept|there_to_open|answering_the_door|answering_the_bell|in_to_receive|available_to_receive|available_to_sign !the
    you ^1 waited|left_it|took ^1 too|so|until|far_too ^1 long|late|last|to_report|to_tell|to_complain|to_contact|to_call|the_last|it
    you ^1 clicked|opened|answered|shared|fell_for|gave_out|trusted|responded|replied_to|handed|downloaded|believed|wrote_down|let ^1 on|for|the|a|your|to|it|that|an ^2 link|attachment|email|message|password|code|pin|scam*|caller|stranger|phishing|details|fake
    careful|sensible|attentive|experienced|reasonable|responsible|prudent user*|customer*|parent*|driver*|passenger*|owner*|person|reader*|shopper*|traveller* ^1 would|knows|does|reads|checks|always
    was|were told|advised|asked|instructed|warned ^1 to ^8 and|but ~3 did_not|didn't|hours|days|late|nobody|never|too
    you|he|she|they ^1 provoked|insulted|pushed|shouted_at|swore_at|threatened|attacked|started_it|asked_for_it|had_it_coming|refused_to|resisted|ignored ^1 him|her|our|the|it|us|a|to
    you ^1 missed|ignored|overlooked|didn't_answer|did_not_answer|skipped|disregarded|forgot ^1 our|the|several|all|a|this|that|my ^2 call*|email*|deadline|notice|delivery|window|appointment|sign|signs|message*|cut-off|letter|step|warning*|instructions|box|date|reminder*|advice|small_print|part
    you kept|had|left|turned|switched|put ^1 your ^2 off|muted|silent|locked|closed|unattended|open|unlocked|running|empty
    your|the ^1 child|son|daughter|dog|kid*|children|baby|cat|friend|wife|husband|partner|toddler|boy|girl ^2 pressed|opened|touched|ran|scared|caused|provoked|must_have_touched|must_have_pressed|must_have_opened|must_have_dropped|should_have|spilled|climbed|pulled|bit|misbehaved|broke_it|broke_the|was_running|were_running|was_not_supervised|was_unsupervised
    {PEOPLE} must|should|need_to|have_to|ought_to ^1 read|watch|supervise|look_after|be_careful|pay_attention|learn_to|behave|understand|take_care|take_more|follow|take_responsibility|keep_an_eye
    people|nobody|no_one|customers|users|most_people|some_customers|some_people|some_of_you|many|passengers|folks|guests ^1 don't|do_not|never|just_don't|just_do_not|won't|will_not|simply_don't|can't|cannot|rarely|reads|refuse_to ^1 read|understand|listen|follow|pay_attention|learn|know_how|the_instructions|the_manual|the_terms|the_sign|bother
    did|have|are|were you ^1 even|actually|really|ever|honestly|definitely|bother_to|properly|at_least ^1 {_CARE}|read|checked|tried|try|used|using|followed|looked|switched|plugged|sure|remember|opened|turned|asked
    did|have you ^1 read the|our|your ^1 manual|instructions|label|terms|leaflet|small_print|conditions|faq|email*|notice|policy|contract|description
    are|were you using|holding|doing|reading|pressing|wearing|storing|charging|wearing ^1 it|them|this|that ^2 correctly|right|properly|wrong|way
    are you sure ^1 you|that|it|your
    it|that|this|flying|going|coming|buying|waiting|staying|leaving ^3 was|is your ^1 choice|decision|call|own|responsibility|job|duty|idea
    your ^1 impatience|carelessness|ignorance|stupidity|laziness|negligence|lack_of|failure_to|refusal_to|inability|own_doing|insistence
    on your|the_customer's|customer's|user's side|end|part !of
    customers|passengers|users|people|drivers|crowd|fans|visitors|other_customers|panic ^1 panicking|holding|blocking|hoarding|buying_too|overloading|panic-buying|rushing|pushing|arriving_late|who_arrived_late|who_ignore*|who_did_not|who_didn't|who_don't|who_do_not|boarding_late|abusing|misusing|leaving_it|not_reading|not_following|not_showing
    you|you've all|you_all|everyone|everybody ^1 logged|called|bought|ordered|tried|booked|came|wanted|turned_up|panicked ^3 at_once|at_the_same_time|at_the_last_minute|together
    other|previous|last|another|fellow|these|some|a|crowd|the|few ^1 {PEOPLE}|crowd|protester*|demonstrator*|thieves|vandals|hooligans|scalpers|bots|hackers ^2 caused|broke_it|left_it|held|holding|blocked|ruined|damaged|delayed|overloaded|panicked|misused|started_it|who_fell|is_to_blame|are_to_blame|was_at_fault|were_at_fault|didn't_clean|misbehaved|abused|did_this|complained_about_you
    down to|because_of the|a|other|another|some ^1 {PEOPLE} who|that
    you ^1 knew|accepted|took|ran|understood|were_aware_of ^1 the|what|it ^1 risk*|dangers|you_were|was_coming|deal
    you've|you_have|have|has|had|got only|nobody_but|no_one_but|just ^1 yourself|yourselves|themselves|himself|herself
""", unless=_GIVEN_US)

#: Whoever else is not us: a firm, a body, the weather; somebody of ours, named as if alone.
_THEIR_DOING: Final = looking_for(f"""
    our|the|a|an|their|some|that|this|local|one_of_our ^2 {_OUTSIDE} ^2 {_DID}
    {_NAMED} ^2 {_DID}
    border_control|air_traffic_control|customs|unions|strikers|police|fire_service|thieves|hackers|vandals|protesters caused|delayed|did|closed_the|stopped_the|are_to|is_to|made|held|broke
    {_OUTSIDE}|{_NAMED} ^1 is|are|was|were|has_to_be|must_be|should_be ^2 responsible|to_blame|at_fault|liable|accountable|the_reason|the_cause|the_culprit|the_guilty|in_charge_of|in_the_wrong !and_so
    inflation|brexit|covid|pandemic|war|strike|strikes|economy|taxes|tariffs|energy_prices|exchange_rate|traffic|rain|snow|heat|wind ^3 is|are|was|were|has|have ^1 responsible|to_blame|at_fault|the_reason|the_cause|forced|made_us|left_us|ruined
    responsibility|blame|fault|liability|error|problem|mistake|cause ^1 lies|rests|is|falls|sits|lay|was|belongs ^2 with|on|by|of|at the|a|an|our|your|{_NAMED} ^1 {_OUTSIDE}|factory|manufacturer|seller
    it's|it_is|that's|that_is|this_is|it_was|that_was|this_was|purely|clearly ^1 a|an|the|another ^1 {_NAMED}|{_OUTSIDE}|agency|temp|trainee|intern|freelancer|subcontractor|user|customer problem|issue|thing|error|outage|fault|failure|temp|worker|matter|bug|decision|mistake|oversight|side
    it's|it_is|that's|this_is|it_was|was|were|be a|an temp|trainee|intern|freelancer|subcontractor|contractor|agency_worker|agency_nurse|agency_temp|new_starter|junior|apprentice|rookie|work_experience
    label|instructions|manual|guidelines|warning*|advice|rules|steps|sign|signs|recipe|dosage|leaflet|guide ^1 wasn't|weren't|was_not|were_not|hadn't_been|had_not_been|haven't_been|was_ignored|were_ignored ^1 followed|read|observed|heeded|respected|by|checked
    direct|aim|point|address|send|save|take ^1 your ^2 anger|complaint*|frustration|questions|fury|emails|criticism|rage ^1 at|to|for|with|there !us|me
    people|employees|staff|colleagues|team_members|individuals|workers|drivers|managers|agents|of_our_people ^1 made|took|chose ^2 bad|poor|wrong|their_own|own|unwise ^1 choice*|decision*|call*|actions
    attack|breach|hack|intrusion|fraud|theft|sabotage|crime|vandalism ^2 by|from|of ^1 criminals|hackers|foreign|a_gang|thieves|professionals|outside|outsiders|state|activists
    sophisticated|criminal|malicious|coordinated|targeted|unprecedented ^1 attack|attackers|hackers|gang|criminals|actor*|fraudsters|act
    they've|they|partner*|provider*|supplier* ^1 had|have|are_having|having ^2 teething|capacity|staffing|technical|start-up|their_own|serious|some ^1 problems|issues|troubles|difficulties
    people|nobody|young_people|staff|applicants|no_one ^2 don't|do_not|doesn't|wants_to|just_don't|won't ^1 want ^1 to? ^1 work|weekends|nights|learn
    customers|users|people|passengers|guests|those|clients|drivers who ^6 were|was|are|had|have|got ^2 not_affected|barely|unaffected|fine|no_problem*|no_issue*|hardly|spared
    he|she|they|customer|guest|passenger|patient|caller|family|you ^1 was|were ^1 being? ^1 rather|quite|a_bit|very|somewhat|extremely|a_little ^1 difficult|rude|aggressive|abusive|demanding|loud|unpleasant|confused|drunk|hostile|late|uncooperative|impatient
    left|leaves|gave|gives|leaving ^1 us|our|him|her|them|the ^1 {STAFF}|with ^2 little|no|few|only_one ^1 option*|choice|alternative*
    if everyone|everybody|people|customers|more_people|callers|all_of_you ^5 used|read|waited|kept|came|rang|followed|paid|booked|stopped|were|thought ^6 would|wouldn't|could|might
    manage|managed|able ^1 to ^1 follow|read|understand|use|find|do ^1 a|the|it|this|that|simple|our ^2 instruction*|rules|it|sign|signs|manual|this|that|themselves
    holding|wearing|using|storing|washing|charging|reading|installing|placing|pressing ^1 it|them|this ^2 differently|properly|correctly|right|gently|tighter|less|the_right_way !now|away|next|up|outside
    isn't|not|aren't|wasn't|never ^1 made|meant|designed|intended|suitable|built ^1 for ^1 every|all|everyone|everybody|your|that|such|this|use|heavy|daily|children
    child|children|kid|kids|toddler|pet|dog|baby|nobody|no_one|you|people|users should ^1 never|not ^1 have_been|be ^1 near|left|allowed|unattended|there|in|on|playing|using|alone|close
    child|children|kids|toddlers|pets|babies must|should ^1 always|be ^1 supervised|watched|kept|be_kept
    properly|well-trained|competent|experienced|sensible|careful ^1 trained? ^1 crew|pilot|driver|operator|nurse|technician|installer|user|parent|owner|cook|electrician
    was|is|were|could|might ^1 it|that|this|they|there ^1 perhaps|maybe|possibly|by_any_chance|not|have_been ^1 boiled|cooked|left|stored|washed|used|charged|dropped|exposed|handled|opened|near|in|your|too|user
    is|are|was|were the ^1 one|ones|only_one|party|people|person|company ^1 sitting|holding|who|that|responsible|to_blame|dragging|causing|at_fault !we|i|reported|told|found|helped
    a|another|some|one ^1 resident|tenant|neighbour|passenger|guest|customer|child|visitor|patient|cyclist|driver|motorist|pedestrian|fan|player|contractor|worker|user ^2 had|was|has ^1 been ^3 smoking|vaping|holding|blocking|pressing|leaving|jumping|tampering|shouting|fighting|drinking|ignoring|running|left|parked|misusing|throwing|propping|late|drunk
    if|when|because|once passengers|customers|people|users|guests|drivers|parents|patients|fans|tenants|everyone|others|residents ^1 moved|read|waited|kept|paid|came|used|followed|arrived|stayed|behaved|listened|checked|stopped|would_just|would_only|only|simply|had|were ^9 would|could|wouldn't|might
    new|inexperienced|young|junior|not ^1 and|the|very ^2 brightest|sharpest|best_trained|quickest|most_experienced|careful_enough|used_to_it
    were|was|is|are ^1 new|inexperienced|untrained|new_to|on_trial|on_loan|agency|freelance|subcontracted|temporary|not_ours|outsourced ^1 and|,
    problem|issue|outage|fault|delay|error|trouble|failure|glitch ^1 with|at|by|of|from|on ^1 {_NAMED}|{_OUTSIDE} !our
    came|arrived|was|were|got ^1 contaminated|faulty|defective|late|broken|spoiled|damaged|mislabelled|dirty|expired from|by ^2 {_OUTSIDE}
    {_OUTSIDE}|{_NAMED}|they|head_office|headquarters|hq|management|corporate|rules|law|regulator ^1 forced|obliged|compelled|left|made|made_us|put us|no ^1 to|do|with|cancel|close|raise|wait|charge|change|in|choose
    head_office|headquarters|hq|corporate|another|other|different|marketing|sales|finance|legal|engineering|the_other ^1 department|team|branch|office|store|shop|site|depot|decided_that|made_that|insisted|messed|forgot ^1 made|did|messed|forgot|handled|is_responsible|was_responsible|decided|booked|sold|caused|not
    before our|my time
    we|i ^1 inherited ^3 problem*|mess|system*|issue*|debt|fault*|situation
    under|from|by the|our ^1 previous|old|former|last ^1 owner*|management|team|leadership|landlord|operator|provider|administration
    previous|old|former|last owner*|management|team|leadership|tenant*|operator|agency|administration|landlord ^2 left|made|signed|sold|promised|caused|ignored|did|never|neglected|ran
    person|individual*|employee*|colleague|staff_member|member_of_staff|intern|worker|manager|agent|driver|trainee|temp ^1 responsible|concerned|involved|in_question|who_did_this|who_wrote|who_posted|behind|who_made ^4 has_been|have_been|has_left|was_dismissed|was_fired|was_let|was_suspended|no_longer|acted|will_be|will_face !for
    those responsible|in_question|who_did_this|who_wrote|who_posted|behind|who_made ^2 has_been|have_been|has_left|was_dismissed|no_longer|acted|will_be|will_face !for
    intern|trainee|temp|apprentice|employee|worker|colleague|new_guy|new_girl|new_hire|newcomer|junior|individual|agent|member_of_staff|staff_member|freelancer|moderator|contractor|one_person ^1 did|posted|sent|pressed|got|acted|made|hit|wrote|used|mixed|broke|left|forgot|misjudged|clicked|published ^1 been|this|it|that|the|a|alone|wrong|without|against|carried_away|your|an|to|by
    acted|acting|working|posted|did_so|did_this|done|made alone|without_authorisation|without_authorization|without_permission|without_approval|without_our|against_policy|against_our|against_instructions|on_their_own|on_his_own|on_her_own|independently|outside_our|outside_the|off_their_own|of_their_own_accord|contrary_to
    rogue|bad|lone trader|apple|actor*|individual|agent|element*|nurse|driver|seller|officer
    human|clerical|operator|administrative|pilot|typing error|mistake|slip
    one|some|single of|member_of|person_in|person_on|people_in|individual_in our|the ^1 {STAFF}|night_shift|new_people|juniors|agents ^2 got|made|did|acted|posted|sent|forgot|failed|pressed|ignored|broke|left|misjudged|messed|was|went|chose|decided|took
    work|act|action|actions|mistake|error|fault|doing|behaviour|behavior|fraud|oversight|slip|decision of|by|from|at a|an|one|the|some|individual|our|two ^2 {_OUTSIDE}|individual*|person|hacker*|ex-employee*|insider|{STAFF}|trainee|intern|temp|few|former
""", unless=_GIVEN_US)

#: It was not us.
_NOT_OURS: Final = looking_for("""
    not us|our_app|our_service|our_kitchen|our_product|our_team|our_staff|our_system|our_end|our_side !who|but|you|if
    nothing|none|little|isn't|not|wasn't|hardly|never ^1 of ^1 this|that|it|us|our|on ^1 is|was|our|to_do ^1 our|ours|with_us|doing|fault|on_us|down_to_us|under_our|in_our
    it|this|that|that's|they wasn't|was_not|isn't|is_not|not us|on_us|our_fault|our_doing|our_mistake|our_decision|our_error|our_job|down_to_us|under_our_control|in_our_hands|in_our_control|within_our_control|something_we_control !only
    we|we're|i'm|we_are|i ^1 not|can't|cannot|aren't|weren't|can_not|were_not|couldn't ^2 to_blame|at_fault|responsible|be_held|be_blamed|accountable|the_ones
    we|we_are ^1 merely|only|just|simply ^1 the|a|an|pass*|sell|resell|host|list ^1 messenger|platform|middleman|agent|marketplace|reseller|intermediary|shop|on_what|what|retailer|venue
    lies|lie|was|is|are|were outside|beyond|out_of our|my ^1 control|hands|influence|power|responsibility|remit
    circumstances|events|factors|reasons outside|beyond|out_of our
    force majeure
    act of god
""", negated=True, unless="won't|will_not|don't|do_not|cannot|can't|never ^1 blame|claim|say|pretend|hide\nyour doing|fault|mistake\nyour_bank|the_bank|they can")


#: Somebody else and what went wrong in one sentence, which neither owns it nor says what comes next.
_BESIDE: Final = looking_for(
    f"""
    supplier*|vendor*|contractor*|subcontractor*|courier*|carrier*|manufacturer*|freelancer*|landlord*|wholesaler*|caterer*|printer*|haulier*|promoter*|organiser*|organizer*|scalper*|bots|bot|hackers|thieves|vandals|reseller*|retailer*|franchisee*|distributor*|importer*|third-party|outsourcer*|temp|temps|trainee*|intern|interns|apprentice*|locum*|newcomer*|consultant*|moderator*|installer*|council|airport|airline|grid|unions|strikers|weather|competitor*|insurer*|broker*|hosting|middleman|garage|mechanic*|builder*|developer*|architect*|surveyor*|solicitor*|notary|translator*|photographer*|dispatcher*|forwarder*|stevedore*|grower*|farmer*|packer*|butcher*|baker*
    partner company|firm|agency|clinic|airline|hotel|organisation|organization|lab|restaurant|shop|bank
    temporary|seasonal|casual|agency|external|outside|hired|part-time|borrowed|holiday ^1 nurse*|workers|drivers|help|staff|hands|crew*|cleaners|guards|cooks|people|labour|personnel|porters|agents
    agency nurse|worker|staff|driver|radiographer|doctor|chef|temp|cleaner|teacher|guard|cook|waiter|carer|engineer|crew|staffer*
    a|an|one|another|junior|new|young|inexperienced|single|temporary|some|overworked|former ^2 nurse|worker|driver|radiographer|doctor|chef|cleaner|teacher|guard|cook|waiter|carer|engineer|dispatcher|clerk|cashier|technician|receptionist|assistant|adviser|advisor|agent|operator|colleague|employee|manager|steward|conductor|pilot|controller|buyer|editor|planner|scheduler|starter|hire|joiner|recruit
    {_NAMED}
    other|previous|earlier|last|some|a_few|certain|many|too_many ^1 customers|guests|passengers|tenants|users|callers|visitors|residents|fans|drivers|players|buyers|shoppers|people
    """,
    beside="""
    behind it|this|that
    because_of|due_to|owing_to|thanks_to|forgot|swamped|flooded|overwhelmed|overloaded|assured_us|promised_us|let_us_down|shortfall|shortage|mistake|fault|blame|responsible|overslept|mishandled|misread|crashed|botched|neglected|overlooked|ignored|messed|slipped|pushed|ticked|without_asking|without_telling|careless|sloppy|failing*|failure|withheld|hid|lied|misled|misinformed|dragging|walked_out|pulled_out|went_bust|bungled|tampered|hoarded|abused|refused|misjudged|mixed|muddled|jumped|cut_corners|cutting_corners|without_our|say-so|went_ahead|unbeknown|behind_our_backs|on_their_own|of_their_own|took_it_upon|skipped|left_us|sent_us|gave_us|sold_us|supplied_us|not_us|didn't|did_not|never|hadn't|had_not|couldn't|wouldn't|should_have|supposed_to|failed_to|root_cause|culprit|to_answer_for|down_to|issue_lies|problem_lies
    leave*|leaves ^4 desired
    quality|standards|not_up_to|poor|sadly|unfortunately|regrettably ^4 of|of_some|desired|variable|mixed|patchy|low|let
    """,
    unless=_GIVEN_US + """
tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|will|we'll|i'll|they'll|noon|next
our_own|ourselves|we're_ashamed|we_are_ashamed|we_approved|we_signed|we_chose|we_paid|we_asked|we_told|we_hired|we_trained|we_gave|we_never|we_did|we_should|we_didn't|we_failed|we_left|we_let|we_had|i_should|i_did|i_asked|we_sent|we_wrote|we_made
not|n't|aren't|isn't|wasn't|never ~2 blame|fault|responsible|mistake
not|isn't|aren't the|a|our|your ~1 fault|problem
sorry|apologise|apologize|regret*
hidden|unclear|we|us ~1 wrong
you|your ~1 bank|card|lab|courier ~1 can|should|shows
""")

#: Something that the person did, and what became of it.
_YOU_AND_SO: Final = looking_for("""
    you've|you_have|you_had|you ^1 uploaded|changed|entered|formatted|set|installed|typed|selected|sent_us|gave_us|provided|supplied|submitted|attached|filled|chosen|configured|connected|wired|assembled|opened|unplugged|disabled|blocked|deleted|moved|removed|edited|downloaded|signed|ticked|registered|booked|ordered|measured|pressed|mounted|ignored|skipped|declined
    at|on|from|with your ^1 end|side|part|own
    your ^1 file|photo*|upload*|form|application|documents|payment|entry|input|measurements|settings|setup|configuration|installation|password|passwords|account|handling|usage|diet|allergies|phone|equipment|wiring|order|booking|instructions|email|message|request|parcel|packaging|label
    """,
    beside="""
    blurred|blurry|unreadable|illegible|incorrectly|incorrect|incomplete|most_likely|likely|probably|presumably|formatted|mismatched|misspelled|misspelt|expired|weak|reused|out_of_date|outdated|too_late|too_small|too_big|too_old|too_short|unclear|contradictory|insufficient|inconsistent|wrongly|badly|poorly|upside_down|the_wrong_way|not_what_we|is_why|that's_why|which_is_why|that_is_why|explains|hence|triggered_this|caused_this|caused_the|led_to|resulted_in|is_the_cause|the_cause|is_the_reason|the_culprit|to_blame|would_explain|may_explain|didn't_help|did_not_help
    """, unless=_GIVEN_US + "\nour|we ~2 form|page|app|system|sign|checks|rejected|refused|printed|lost|deleted|read")


BLAME: Final = Rule(
    "blame", Level.ERROR,
    "This puts the fault on the customer, a supplier or an employee; people hold the brand responsible, and see it duck.",
    "Say what we did or failed to do, and what we change.",
    "Coombs 2007 (scapegoating); Lewicki, Polin and Lount 2016",
    all_of(
        _somebodys,
        _YOUR_DOING,
        unowned(_THEIR_DOING),
        _NOT_OURS,
        SHIFTS,
        _BESIDE,
        _YOU_AND_SO,
        FAMILIES,
        doers,
        looking_for(tongues.BLAME, negated=True),
        looking_for("""
            you should|ought_to|needed_to|were_supposed_to|were_meant_to|were_told_to|'d have|to|'ve? ~1 checked|read|known|asked|waited|used|followed|contacted|noticed|seen|kept|saved|taken|looked|called|been_more|been_careful|thought|tested|ordered|planned|backed|charged|updated|measured|cleaned|paid|realised|realized|avoided|double-checked|reported|registered|arrived|come|left|stored|complained|cancelled|bought|chosen !from
            you could|might 've|have ~1 checked|read|known|asked|waited|used|followed|contacted|noticed|looked|called|been_more|been_careful|thought|tested|planned|backed|updated|measured|avoided|double-checked|told|said|let_us|come_to|spoken
            you|he|she|they|customer|user|owner|passenger should've|should_have read|checked|known|asked|followed|backed|looked ~6
            had_you|if_you_had|if_you'd|if_only_you|if_only_you_had|if_only_you'd|maybe_if_you|perhaps_if_you only|just|actually|simply|properly|first|bothered_to? read|checked|followed|told|asked|used|called|waited|kept|contacted|looked|been|updated|paid|listened|measured|reported|installed|stored|charged|cleaned|taken|done|saved !nobody|nothing|no_one
            your|customer|user|human|pilot|driver|operator own? error|fault|mistake|negligence|carelessness|misuse|failure|doing|misunderstanding|own_choice|own_decision|impatience
            customer's|user's|customers'|users'|buyer's|client's|passenger's fault|error|mistake|misuse|responsibility|own|failure
            you|customers|users|customer|user clearly|simply|just|have|has|had|probably? misused|mishandled|misread|misunderstood|mistyped|ignored|neglected|forgot|failed_to|broke_it|dropped_it|damaged_it|overloaded|overcharged_it|left_it|chose_to|brought_this|brought_it|caused_this|caused_it|caused_the|opened_it|installed_it|missed_the_deadline|missed_the_cut-off|missed_the_email|missed_the_sign|missed_the_notice|missed_the_step|missed_the_window|missed_the_delivery|missed_the_driver|missed_the_appointment|missed_the_announcement|missed_the_message|missed_the_warning|missed_the_date|missed_the_call|clicked wrong*|incorrectly|improperly|badly|too_long|the_wrong|against?
            you must_have|probably|may_have|might_have|seem_to_have|appear_to_have|evidently|apparently|presumably|likely ~1 entered|typed|used|ordered|clicked|pressed|chosen|chose|selected|misread|missed_the|missed_our|missed_a|forgotten|forgot|broken|dropped|left|put|given|gave|picked|booked|spilled|overlooked|deleted|misplaced|ignored|installed|unplugged|mixed|set|confused|washed|stored|done|made|not
            did you even|actually|really|bother|at_least read|check|try|look|plug|charge|ask|follow|turn|open
            are you sure ~2 you|that|it
            people|customers|users|folks who|should|must|need|ought|have to? ~2 read|check|learn|follow|ignore|ignored|misuse|complain|wait|take_care|be_more_careful
            you|customers|users entered|gave|typed|used|ordered|chose|selected|picked|clicked|put|provided|supplied|wrote|booked|installed|uploaded us? a|the|an? wrong|incorrect|outdated|incomplete
            you|customers|users entered|used|installed|assembled|stored|washed|charged|handled|typed|operated ~4 wrongly|incorrectly|improperly|wrong|the_wrong_way|badly
            this|that|it|delay|delays|problem|problems|issue|fault|error|outage|charge is|was|'s|are|were|comes|came|lies|lay|starts|began probably|clearly|usually|often|mostly|entirely|likely|simply|all? down_to|because_of|due_to|caused_by|on|with|from|the_fault_of your ~1 bank|phone|device|browser|router|provider|carrier|insurer|internet|wifi|connection|settings|landlord|employer|card|card_issuer|mobile_provider|operator|isp|end|side|own|doctor|vet
            that's|it's|that_is|it_is|this_is on you|your_end|your_side|your_bank
            fault|problem|mistake|error|issue|responsibility is|was|lies|lay|sits|must_be on|with|at your end|side|hands|bank|phone|device|provider|own_end
            you're|you_are|you_were the one|ones|person who|that
            you brought|asked|signed|walked|knew ~1 this_on|it_on|for_it|for_this|into_this|the_risk|the_risks|what_you_were|what_you_signed|about_the_risk
            your expectations|expectation were|was|are|is too_high|unrealistic|unreasonable
            you|customers|users|parents|passengers|guests|drivers|people did_this|do_this|caused|are_responsible|have_a_duty|need_to_take_responsibility|must_take_responsibility|share_the_blame|share_some|bear_some ~2 to_yourself|to_yourselves|themselves|by|for|it|this|responsibility
            if|had only? customers|users|people|passengers|parents|patients|guests|everybody|everyone|you|someone ~1 had|'d|only|just|would_have ~1 reported|told|said|read|checked|followed|waited|asked|used|listened|kept|looked|complained|called|warned|noticed|been_more|paid|spoken|come_forward|done
            customers|users|people|passengers|parents|patients|guests should|could|ought_to|must have_been|have ~1 reported|told|said|read|checked|followed|waited|asked|used|listened|kept|looked|called|warned|noticed|known|paid|more
            looks|seems|appears ~2 you ~2 used|chose|typed|entered|forgot|missed|misread|broke|dropped|left|put|ordered|picked|installed|ignored ~3 wrong|incorrect|too|not|without|warning*|instructions
            because|since|as|when|after you|customers|users|people ~1 lost_the|ignored|misused|forgot|failed|refused|waited_too_long|left_it|dropped|chose_to|insisted|overcharged|overloaded|misread|neglected
        """, unless="because_of it|this|that !is\nbefore you ~1 clicked|opened|answered|replied|shared|trusted|entered\nwhat|that you should\nshould have been seen|told|asked|warned|informed|contacted|called|given|paid|offered|treated|checked|able|met|heard|helped|let|safe|refunded\nshould have received\nshould have been able\nnot your fault\nif|in_case|where you ~1 entered|gave|typed|used|ordered|chose|selected|picked|clicked|put|booked|provided ~9 you|we|just can|may|will|change|correct|edit|write|send|fix|tell\nour fault\nnot your\nread|misread|missed|misunderstood|misinterpreted ~2 our|my"),
        looking_for("""
            you|customers|users didn't|did_not|don't|do_not|never|haven't|have_not|failed_to|weren't|refused_to|neglected_to bother_to|properly|even|correctly|simply? follow|read|check|listen|use|update|pay|contact|tell|told|call|called|keep|charge|wait|close|cancel|save|saved|provide|give|gave|install|register|back|ask|asked|reply|answer|clean|store|mention|complete|confirm|enter|respect|comply|turn|switch|set ~3 instruction*|manual|label|terms|properly|correctly|in_time|on_time|us|first|right|wrong|it|advice|guide*|warning*|rules|email|emails|details|information|up|app|description|address
            it's|that's|it_is|that_is|this_is|this_was|it_was not our|ours fault|mistake|error|doing|responsibility
            not our|my fault|mistake|error|doing|responsibility
            wasn't|isn't our|my fault|mistake|error|doing|responsibility
            nothing to do with us|our
            not caused by us|our
        """, negated=True, unless="won't|not say|claim|pretend"),
        unowned(looking_for(f"""
            our|the|a|an|one_of_our ~2 {_THEM} fault|error|mistake|failure|'s_fault|negligence|incompetence|blunder
            supplier's|vendor's|contractor's|courier's|carrier's|partner's|manufacturer's|agency's|driver's|employee's|intern's|colleague's|worker's|trainee's|company's|provider's|staff's|developer's|agent's|franchisee's fault|error|mistake|failure|negligence|blunder|doing|responsibility|decision|problem|carelessness
            suppliers'|partners'|employees'|contractors' fault|error|mistake|failure|responsibility
            our|the|a|an|one_of_our|this|some|that|individual|single|lone|rogue ~2 {_THEM} of? ours? ~3 failed|messed_up|screwed_up|let_us_down|let_you_down|didn't_follow|did_not_follow|ignored|lost|forgot|made_a_mistake|made_an_error|made_the_mistake|made_mistakes|acted_alone|acted_on|acted_without|posted|published|is_responsible|are_responsible|was_responsible|were_responsible|is_to_blame|are_to_blame|was_to_blame|were_to_blame|caused|sent_us|sold_us|gave_us|shipped_us|delivered_us|dropped_the_ball|broke|damaged|violated|went_rogue|misread|mishandled|misunderstood|disregarded|delivered_a|delivered_the|was_careless|was_negligent|is_at_fault|was_at_fault|were_at_fault|got_it_wrong|made_this|did_this|neglected|delivered_late|did_not_do|didn't_do|didn't_check|did_not_check|sent_the_wrong|sent_out_a|sent_out_the|was_not_paying|wasn't_paying|didn't_deliver|did_not_deliver|provided_us|supplied_us|supplied_a|supplied_the|used_the_wrong|mislabelled|mislabeled|mixed_up|slipped_up|leaked|overlooked !by
            caused|created|introduced|down|due|thanks|made|done|triggered|attributable|owing|traced by|to|entirely_by|solely_by|entirely_to|solely_to|purely_by|only_by|back_to a|an|our|one_of_our|the|one|individual|human|some? ~2 {_THEM}|partners|third-party
            because|since|as|when our|the|a|an|one_of_our ~1 {_THEM} ~2 failed|didn't|did_not|lost|delivered|sent|was|were|had|made|forgot|ignored|broke
            blame|fault|responsibility|error|mistake|problem lies|lay|rests|rested|is|was|belongs|sits|goes entirely|solely|fully|squarely|clearly? with|to|on|lies_with|down_to the|our|a|an|your|you ~2 {_THEM}|customer*|user*|you|them|parents
            blame|ask|complain_to|talk_to|take_it_up_with|take_that_up_with|take_this_up_with|speak_to the|your|our ~2 {_THEM}|bank|government|weather|parents|regulator
            rogue|disgruntled|careless|incompetent|former|lone|single|junior|inexperienced|one_bad employee*|worker*|staff*|colleague*|intern|apple|contractor|agent|member*
            it|this|that was|is|were our|the|a|an|one_of_our ~2 {_THEM} who|that|which !told|noticed|found|helped|reported|saw|warned
            mistake|error|oversight|slip|slip-up|failure|blunder|negligence|carelessness ~1 by|of|from|with|made_by|on_the_part_of our|the|a|an|one_of_our ~2 {_THEM}
            user|customer|operator error|misuse
            a|one few? bad apple*
            this|that|it|delay|delays|problem|fault|error|outage|mix-up is|was|'s|lies|are|were entirely|simply|all|solely|clearly|largely|mainly? down_to|on|with|because_of|due_to our|the|a|an|one|one_of_our|my ~2 {_THEM}
            our|the|a|an|one_of_our|this|that ~2 {_THEM} ~2 pressed|clicked|pushed|typed|forwarded|copied|deleted|opened|took|wired|turned|connected|put|gave|used|did|made|got|sent|printed|delivered|entered|installed|packed|loaded|wrote|picked|chose|shipped|set|filled|mixed|built|wired|fitted|labelled|charged|told|forgot ~2 wrong|late|incorrect*|badly|nothing|mistake*|error*|the_old|an_old|faulty|defective|broken|expired|incorrectly|poorly|a_mess|too_much|too_little
            driver|employee|colleague|agent|worker|member_of_staff|staff_member|technician|courier|person ~2 question|concerned|responsible ~2 did_not|didn't|failed|ignored|broke|acted|made|was|has_been|will_be
            this|that|it|so_this|so_that is|was ~1 his|her|their|theirs|hers own? failure|fault|mistake|error|doing|responsibility|decision|negligence|problem
            previous|former|last|old owner*|management|team|tenant|supplier|contractor|ceo|agency|administration ~3 left|failed|made|caused|ignored|did|never|is_to_blame|was_responsible|were_responsible|got_us
            our|the|my hands|people|team|staff|drivers|workers were|was let_down_by|misled_by|misinformed_by|badly_advised_by
            we|i were|was|got|have_been|had_been let_down|misled|misinformed|badly_advised|lied_to|deceived by
            take|taken|took|taking it|this|that up with ~2 bank|provider|courier|manufacturer|council|landlord|retailer|seller|airport
            weather|government|council|regulator|pandemic|brexit|strike|unions|union|media|press|competitor* is|are|was|were ~1 to_blame|at_fault|responsible|the_reason
            only|really|just have|has|got themselves|yourself|yourselves|himself|herself ~1 blame|thank
            somebody|someone else's|elses fault|mistake|problem|error|job
            out of|beyond|outside our|my hands|control
            you|you've|you_have|customers|people only|brought have_yourself|yourself_to_blame|have_yourselves|this_on_yourself|it_on_yourself|it_upon_yourself|this_upon_yourself|themselves_to_blame
            you|customers|users are|were|have to|at|only|partly|yourself|largely|entirely ~1 blame|fault|responsible|yourself_to_blame
            your expectations|lack_of|failure|misuse|inability|refusal|decision_to|phone|device|browser|internet|connection|wifi ~4 is|are|was|were|led|caused ~1 to_blame|unrealistic|the_problem|the_cause|at_fault|to_this|this|the_issue|responsible
        """, unless="easy|tempting|wrong|unfair|be_easy to ~1 blame\ndate|list|address|text|it|that|this|them from us\nwe chose\nand|but we ~1 had|did|should|failed|gave|let|never ~1 no|not|never|them|it|nobody|have|to\nnot your fault\nour responsibility\non us\nwe should")),
    ),
)

RULES: Final = (BLAME,)
