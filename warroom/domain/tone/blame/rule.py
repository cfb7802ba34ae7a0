"""The rule of blame: on the customer, on other people, on staff, on whoever supplied us."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.blame.blaming import FAMILIES, unowned
from warroom.domain.tone.blame.doers import doers
from warroom.domain.tone.blame.failing import failing
from warroom.domain.tone.blame.pointing import BY_HABIT
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
_NAMES: Final = re.compile(r"[A-Z](?<!\w.)(?:(?<![.!?] .)(?<!^.)(?!\w+day\b)[\w-]+(?:'|\u2019)s? [\w -]{2,30}? (?:caused|broke|failed|lost|ruined|delayed|is to blame|went down|was down|let)\b|"
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
if you ^1 would|'d ^1 rather|prefer|like|want
if it|that|they|this|anything|nothing ^1 still|doesn't|isn't|happens|keeps|fails|comes
no_one|nobody should|deserves
you asked|paid|hoped for
we made|mocked|laughed|poked fun?
choice|decision whether|if|between|which|how|about
storm|rain|snow|weather that|which|in_which|during_which
"""

#: Firms and bodies that are not ours; a name stands for its kind.
_NAMED: Final = "dhl|ups|fedex|royal_mail|amazon|amazon's|google|google's|apple|apple's|microsoft|microsoft's|visa|mastercard|aws|hermes|evri|usps|paypal|stripe|cloudflare|facebook|meta|boeing|airbus|booking.com|uber|deliveroo|ticketmaster|deutsche_bahn|network_rail|openreach|dpd|gls|yodel|azure|instagram|klarna|samsung|intel|expedia|airbnb|crowdstrike"
_OUTSIDE: Final = "supplier*|vendor*|contractor*|subcontractor*|courier*|carrier*|manufacturer*|factory|farm|farmer*|grower*|wholesaler*|caterer*|printer*|haulier*|landlord*|builder*|venue|promoter*|organiser*|organizer*|council|government|ministry|airport|border_control|customs|air_traffic_control|union*|striker*|weather|traffic|storm|snow|rain|postman|postwoman|postal_service|post_office|delivery_firm|delivery_company|delivery_partner|payment_provider|payment_partner|payment_processor|it_provider|cloud_provider|hosting_provider|hosting_company|network_provider|agency|consultant*|lab|laboratory|third_party|third_parties|third-party|broker*|reseller*|retailer*|energy_company|energy_companies|water_company|grid_operator|network_operator|insurer|regulator|security_firm|security_company|cleaning_company|cleaning_firm|software_company|software_vendor|partner*|middleman|distributor*|importer*|shipper*|franchisee*|railway|authorities|maker|packer*|outsourcer|call_centre_company|recruitment_agency|mechanic|garage"
_DID: Final = "failed|messed_up|screwed_up|lost_the|lost_your|lost_it|lost_our|lost_them|damaged|broke|used_the_wrong|crashed|oversold|caused|delayed|forced|ruined|let_us|let_you|did_not|didn't|never|forgot|ignored|hid|lied|misled|got_it|put_it|overran|withheld|went_down|mixed_up|refused|dropped|botched|mishandled|misplaced|missed|neglected|skipped|cut_corners|was_careless|was_negligent|were_careless|was_late|were_late|is_late|are_late|was_slow|were_slow|is_slow|are_slow|mislabelled|went_bust|overbooked|pulled_out|is_the_reason|are_the_reason|was_the_reason|were_the_reason|blocked|rejected|wouldn't|would_not|couldn't|could_not"
_CARE: Final = "read|check|follow|tell|mention|ask|use|switch|plug|charge|enter|press|look|listen|wait|call|book|register|confirm|clean|store|close|lock|keep|install|update|tick|bring|sign|show|reply|respond|pick_up|choose|select|notice|provide|include|collect|report|pay|cancel|save|back_up|back_it|back_them|come|arrive|print|measure|apply|declare|disclose|complete|fill|scan|think|bother|remove|unplug|supervise|watch|contact|notify|inform|return|turn|set|validate|renew|open"
_DEVICES: Final = "bank|phone|device|router|browser|provider|connection|card|settings|computer|wifi|internet|network|operator|landlord|insurer|laptop|modem|oven|car|wiring|employer|doctor|vet|plumbing|firewall|antivirus|app_version|software|handset|tablet|headphones|mailbox|spam_filter|email_provider|signal|installer|electrician|letterbox|account"

#: The person, or people like them, did it or should have.
_YOUR_DOING: Final = looking_for(f"""
    you|customers|guests|passengers|users|he|she ^1 didn't|did_not|never|failed_to|forgot_to|neglected_to|omitted_to|refused_to|forgot|chose_not_to|decided_not_to|didn't_even|neglected ^1 {_CARE} !for|out|out_of|you|anything_wrong|back
    next time|in_future|in_the_future|for_the_future ^1 please|just|do|kindly|maybe|simply? ^1 {_CARE}|make_sure|ensure|be|listen|remember|try|plan|leave|you'll|double-check|order|avoid|take
    perhaps|maybe next_time
    had|if the|our|a|their|only ^1 {_OUTSIDE}|{_NAMED} ^9 would|wouldn't|none|nothing|could|we'd
    had|if you|customers|you'd|you_had|customers_had|people_had|passengers_had ^7 would|wouldn't|could|couldn't|might|we'd|you'd|none|nothing ^2 have|be|not|work|still|avoided|happened|known|of
    had {PEOPLE} !been|had|known|received|got ^12 would|wouldn't|could|might ^1 have|be|not
    {PEOPLE} ^1 do|did|can|will|keep ^1 wind|provoke|goad ^1 him|her|them|us|our
    complaint|blame|anger ^1 belongs|belong|should_go with|to them|him|her
    you|customers ^1 ticked|pressed|booked|dialled|dialed|scanned|connected|plugged|picked|chose|opted_for|selected|hit|filled|downloaded|clicked|entered|typed|gave|gave_us|provided|supplied|put|wrote|used ^3 wrong|incorrect|old|expired|outdated|former|invalid|cheapest|incompatible|unofficial|incomplete|mistaken
    you|you_have|you've|customer|child|someone|somebody ^1 put|left|kept|stored|placed|washed|heated|charged|used|wore|parked|plugged|installed|mounted|hung ^1 it|them|this|that|the ^1 in|into|on|near|under|outside|without|with|for|at|too|next_to|wrong*|upside|overnight|for_too|incorrectly
    caused|due|result|down|comes|come|came|from|because|sign|signs|consequence|case|owing|points|point by|to|of|from|only_from ^2 misuse|improper|rough|mishandling|incorrect|wrong_use|user_error|customer_error|wear_and_tear|abuse|careless*|poor_maintenance|lack_of_care|overuse|overcharging|inappropriate|misreading|misunderstanding_by|unauthorised|unauthorized|a_lack_of_supervision
    happens|happened|occurs|is_what_happens|will_happen|what_you_get|what_happens|is_common|can_happen ^1 if|when|because|where people|customers|users|someone|owners|parents|passengers|others|somebody|guests|players
    address|number|details|postcode|email|name|code|card|form|photo|documents|measurements|information|date ^1 you|you've|you_had ^1 typed|gave|entered|provided|supplied|put|sent|registered|chose|used|filled|wrote ^2 was|had|is|did|doesn't|didn't|has|were|isn't|wasn't|hasn't|does
    it's|it_is|that's|that_is|this_is|this_was|it_was|was|must_be|probably|likely|clearly|simply just|probably|most_likely|likely|actually|simply|clearly|all|only|not_us? your ^2 {_DEVICES} !so|is|shows|has|will|ending|number|statement
    take|bring|raise it|this|that up ^1 with !us|me|our|my
    maybe|perhaps|possibly|presumably|i_suspect|we_suspect|i_guess|we_guess|we_assume|i_assume|we_think|i_think|we_believe|sounds_like|sounds_as_if|looks_like|looks_as_if|looks_as_though|seems_that|seems_like|it_seems|i_fear|i'm_guessing|could_it_be|could_it_be_that|is_it_possible|our_guess_is|chances_are|i_bet ^1 you|you've|you_had|you_have|you_may_have|you_might_have|that_you ^1 pressed|missed_the|missed_our|missed_a|skipped|deleted|forgot|forgotten|dropped|didn't|did_not|haven't|have_not|entered|typed|chose|used|mixed|overlooked|clicked|misread|misheard|misplaced|left_it|put|installed|removed|ignored|failed|ordered|confused|set|washed|spilled|gave|told|mistyped|mis-typed|picked|broke|not|were_holding|held
    you ^1 waited|left_it|took ^1 too|so|until|far_too ^1 long|late|last|to_report|to_tell|to_complain|to_contact|to_call|the_last|it
    you ^1 clicked|opened|answered|shared|fell_for|gave_out|trusted|responded|replied_to|handed|downloaded|believed|wrote_down|let ^1 on|for|the|a|your|to|it|that|an ^2 link|attachment|email|message|password|code|pin|scam*|caller|stranger|phishing|details|fake
    careful|sensible|attentive|experienced|reasonable|responsible|prudent user*|customer*|parent*|driver*|passenger*|owner*|person|reader*|shopper*|traveller* ^1 would|knows|does|reads|checks|always
    was|were told|advised|asked|instructed|warned ^1 to ^8 and|but ~3 did_not|didn't|hours|days|late|nobody|never|too
    you|he|she|they ^1 provoked|insulted|pushed|shouted_at|swore_at|threatened|attacked|started_it|asked_for_it|had_it_coming|refused_to|resisted|ignored ^1 him|her|our|the|it|us|a|to
    {PEOPLE} must|should|need_to|have_to|ought_to ^1 read|watch|supervise|look_after|be_careful|pay_attention|learn_to|behave|understand|take_care|take_more|follow|take_responsibility|keep_an_eye
    people|nobody|no_one|customers|users|most_people|some_customers|some_people|some_of_you|many|passengers|folks|guests ^1 don't|do_not|never|just_don't|just_do_not|won't|will_not|simply_don't|can't|cannot|rarely|reads|refuse_to ^1 read|understand|listen|follow|pay_attention|learn|know_how|the_instructions|the_manual|the_terms|the_sign|bother
    did|have|are|were you ^1 even|actually|really|ever|honestly|definitely|bother_to|properly|at_least ^1 {_CARE}|read|checked|tried|try|used|using|followed|looked|switched|plugged|sure|remember|opened|turned|asked
    it|that|this|flying|going|coming|buying|waiting|staying|leaving ^3 was|is your ^1 choice|decision|call|own|responsibility|job|duty|idea
    your ^1 impatience|carelessness|ignorance|stupidity|laziness|negligence|lack_of|failure_to|refusal_to|inability|own_doing|insistence
    on your|the_customer's|customer's|user's side|end|part !of
    you've|you_have|have|has|had|got only|nobody_but|no_one_but|just ^1 yourself|yourselves|themselves|himself|herself
""", unless=_GIVEN_US)

#: Whoever else is not us: a firm, a body, the weather; somebody of ours, named as if alone.
_THEIR_DOING: Final = looking_for(f"""
    our|the|a|an|their|some|that|this|local|one_of_our ^2 {_OUTSIDE} ^2 {_DID}
    border_control|air_traffic_control|customs|unions|strikers|police|fire_service|thieves|hackers|vandals|protesters caused|delayed|did|closed_the|stopped_the|are_to|is_to|made|held|broke
    {_OUTSIDE}|{_NAMED} ^1 is|are|was|were|has_to_be|must_be|should_be ^2 responsible|to_blame|at_fault|liable|accountable|the_reason|the_cause|the_culprit|the_guilty|in_charge_of|in_the_wrong !and_so
    responsibility|blame|fault|liability|error|problem|mistake|cause ^1 lies|rests|is|falls|sits|lay|was|belongs ^2 with|on|by|of|at the|a|an|our|your|{_NAMED} ^1 {_OUTSIDE}|factory|manufacturer|seller
    it's|it_is|that's|that_is|this_is|it_was|that_was|this_was|purely|clearly ^1 a|an|the|another ^1 {_NAMED}|{_OUTSIDE}|agency|temp|trainee|intern|freelancer|subcontractor|user|customer problem|issue|thing|error|outage|fault|failure|temp|worker|matter|bug|decision|mistake|oversight|side
    label|instructions|manual|guidelines|warning*|advice|rules|steps|sign|signs|recipe|dosage|leaflet|guide ^1 wasn't|weren't|was_not|were_not|hadn't_been|had_not_been|haven't_been|was_ignored|were_ignored ^1 followed|read|observed|heeded|respected|by|checked
    direct|aim|point|address|send|save|take ^1 your ^2 anger|complaint*|frustration|questions|fury|emails|criticism|rage ^1 at|to|for|with|there !us|me
    people|employees|staff|colleagues|team_members|individuals|workers|drivers|managers|agents|of_our_people ^1 made|took|chose ^2 bad|poor|wrong|their_own|own|unwise ^1 choice*|decision*|call*|actions
    attack|breach|hack|intrusion|fraud|theft|sabotage|crime|vandalism ^2 by|from|of ^1 criminals|hackers|foreign|a_gang|thieves|professionals|outside|outsiders|state|activists
    sophisticated|criminal|malicious|coordinated|targeted|unprecedented ^1 attack|attackers|hackers|gang|criminals|actor*|fraudsters|act
    people|nobody|young_people|staff|applicants|no_one ^2 don't|do_not|doesn't|wants_to|just_don't|won't ^1 want ^1 to? ^1 work|weekends|nights|learn
    customers|users|people|passengers|guests|those|clients|drivers who ^6 were|was|are|had|have|got ^2 not_affected|barely|unaffected|fine|no_problem*|no_issue*|hardly|spared
    he|she|they|customer|guest|passenger|patient|caller|family|you ^1 was|were ^1 being? ^1 rather|quite|a_bit|very|somewhat|extremely|a_little ^1 difficult|rude|aggressive|abusive|demanding|loud|unpleasant|confused|drunk|hostile|late|uncooperative|impatient
    left|leaves|gave|gives|leaving ^1 us|our|him|her|them|the ^1 {STAFF}|with ^2 little|no|few|only_one ^1 option*|choice|alternative*
    if everyone|everybody|people|customers|more_people|callers|all_of_you ^5 used|read|waited|kept|came|rang|followed|paid|booked|stopped|were|thought ^6 would|wouldn't|could|might
    manage|managed|able ^1 to ^1 follow|read|understand|use|find|do ^1 a|the|it|this|that|simple|our ^2 instruction*|rules|it|sign|signs|manual|this|that|themselves
    holding|wearing|using|storing|washing|charging|reading|installing|placing|pressing ^1 it|them|this ^2 differently|properly|correctly|right|gently|tighter|less|the_right_way !now|away|next|up|outside
    isn't|not|aren't|wasn't|never ^1 made|meant|designed|intended|suitable|built ^1 for ^1 every|all|everyone|everybody|your|that|such|this|use|heavy|daily|children
    child|children|kid|kids|toddler|pet|dog|baby|nobody|no_one|you|people|users should ^1 never|not ^1 have_been|be ^1 near|left|allowed|unattended|there|in|on|playing|using|alone|close
    properly|well-trained|competent|experienced|sensible|careful ^1 trained? ^1 crew|pilot|driver|operator|nurse|technician|installer|user|parent|owner|cook|electrician
    was|is|were|could|might ^1 it|that|this|they|there ^1 perhaps|maybe|possibly|by_any_chance|not|have_been ^1 boiled|cooked|left|stored|washed|used|charged|dropped|exposed|handled|opened|near|in|your|too|user
    a|another|some|one ^1 resident|tenant|neighbour|passenger|guest|customer|child|visitor|patient|cyclist|driver|motorist|pedestrian|fan|player|contractor|worker|user ^2 had|was|has ^1 been ^3 smoking|vaping|holding|blocking|pressing|leaving|jumping|tampering|shouting|fighting|drinking|ignoring|running|left|parked|misusing|throwing|propping|late|drunk
    if|when|because|once passengers|customers|people|users|guests|drivers|parents|patients|fans|tenants|everyone|others|residents ^1 moved|read|waited|kept|paid|came|used|followed|arrived|stayed|behaved|listened|checked|stopped|would_just|would_only|only|simply|had|were ^9 would|could|wouldn't|might
    new|inexperienced|young|junior|not ^1 and|the|very ^2 brightest|sharpest|best_trained|quickest|most_experienced|careful_enough|used_to_it
    were|was|is|are ^1 new|inexperienced|untrained|new_to|on_trial|on_loan|agency|freelance|subcontracted|temporary|not_ours|outsourced ^1 and|,
    problem|issue|outage|fault|delay|error|trouble|failure|glitch ^1 with|at|by|of|from|on ^1 {_NAMED}|{_OUTSIDE} !our
    rogue|bad|lone trader|apple|actor*|individual|agent|element*|nurse|driver|seller|officer
    human|clerical|operator|administrative|pilot|typing error|mistake|slip
    one|some|single of|member_of|person_in|person_on|people_in|individual_in our|the ^1 {STAFF}|night_shift|new_people|juniors|agents ^2 got|made|did|acted|posted|sent|forgot|failed|pressed|ignored|broke|left|misjudged|messed|was|went|chose|decided|took
    work|act|action|actions|mistake|error|fault|doing|behaviour|behavior|fraud|oversight|slip|decision of|by|from|at a|an|one|the|some|individual|our|two ^2 {_OUTSIDE}|individual*|person|hacker*|ex-employee*|insider|{STAFF}|trainee|intern|temp|few|former
""", unless=_GIVEN_US)

#: Something that the person did, and what became of it.
_YOU_AND_SO: Final = looking_for("""
    you've|you_have|you_had|you ^1 uploaded|changed|entered|formatted|set|installed|typed|selected|sent_us|gave_us|provided|supplied|submitted|attached|filled|chosen|configured|connected|wired|assembled|opened|unplugged|disabled|blocked|deleted|moved|removed|edited|downloaded|signed|ticked|registered|booked|ordered|measured|pressed|mounted|ignored|skipped|declined
    at|on|from|with your ^1 end|side|part|own
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
        unowned(_YOUR_DOING),
        unowned(_THEIR_DOING),
        unowned(SHIFTS),
        unowned(_YOU_AND_SO),
        unowned(FAMILIES),
        unowned(BY_HABIT),
        doers,
        failing,
        looking_for(tongues.BLAME, negated=True, unless="wir|nous|nosotros|noi|nós|wij|we|wäre|wir_hätten|uns|notre|nuestra|nostra|nossa|onze"),
        looking_for("""
            you should|ought_to|needed_to|were_supposed_to|were_meant_to|were_told_to|'d have|to|'ve? ~1 checked|read|known|asked|waited|used|followed|contacted|noticed|seen|kept|saved|taken|looked|called|been_more|been_careful|thought|tested|ordered|planned|backed|charged|updated|measured|cleaned|paid|realised|realized|avoided|double-checked|reported|registered|arrived|come|left|stored|complained|cancelled|bought|chosen !from
            you|he|she|they|customer|user|owner|passenger should've|should_have read|checked|known|asked|followed|backed|looked ~6
            had_you|if_you_had|if_you'd|if_only_you|if_only_you_had|if_only_you'd|maybe_if_you|perhaps_if_you only|just|actually|simply|properly|first|bothered_to? read|checked|followed|told|asked|used|called|waited|kept|contacted|looked|been|updated|paid|listened|measured|reported|installed|stored|charged|cleaned|taken|done|saved !nobody|nothing|no_one
            your|customer|user|human|pilot|driver|operator own? error|fault|mistake|negligence|carelessness|misuse|failure|doing|misunderstanding|own_choice|own_decision|impatience
            you|customers|users|customer|user clearly|simply|just|have|has|had|probably? misused|mishandled|misread|misunderstood|mistyped|ignored|neglected|forgot|failed_to|broke_it|dropped_it|damaged_it|overloaded|overcharged_it|left_it|chose_to|brought_this|brought_it|caused_this|caused_it|caused_the|opened_it|installed_it|missed_the_deadline|missed_the_cut-off|missed_the_email|missed_the_sign|missed_the_notice|missed_the_step|missed_the_window|missed_the_delivery|missed_the_driver|missed_the_appointment|missed_the_announcement|missed_the_message|missed_the_warning|missed_the_date|missed_the_call|clicked wrong*|incorrectly|improperly|badly|too_long|the_wrong|against?
            you must_have|probably|may_have|might_have|seem_to_have|appear_to_have|evidently|apparently|presumably|likely ~1 entered|typed|used|ordered|clicked|pressed|chosen|chose|selected|misread|missed_the|missed_our|missed_a|forgotten|forgot|broken|dropped|left|put|given|gave|picked|booked|spilled|overlooked|deleted|misplaced|ignored|installed|unplugged|mixed|set|confused|washed|stored|done|made|not
            did you even|actually|really|bother|at_least read|check|try|look|plug|charge|ask|follow|turn|open
            people|customers|users|folks who|should|must|need|ought|have to? ~2 read|check|learn|follow|ignore|ignored|misuse|complain|wait|take_care|be_more_careful
            you|customers|users entered|gave|typed|used|ordered|chose|selected|picked|clicked|put|provided|supplied|wrote|booked|installed|uploaded us? a|the|an? wrong|incorrect|outdated|incomplete
            you|customers|users entered|used|installed|assembled|stored|washed|charged|handled|typed|operated ~4 wrongly|incorrectly|improperly|wrong|the_wrong_way|badly
            this|that|it|delay|delays|problem|problems|issue|fault|error|outage|charge is|was|'s|are|were|comes|came|lies|lay|starts|began probably|clearly|usually|often|mostly|entirely|likely|simply|all? down_to|because_of|due_to|caused_by|on|with|from|the_fault_of your ~1 bank|phone|device|browser|router|provider|carrier|insurer|internet|wifi|connection|settings|landlord|employer|card|card_issuer|mobile_provider|operator|isp|end|side|own|doctor|vet
            fault|problem|mistake|error|issue|responsibility is|was|lies|lay|sits|must_be on|with|at your end|side|hands|bank|phone|device|provider|own_end
            you brought|asked|signed|walked|knew ~1 this_on|it_on|for_it|for_this|into_this|the_risk|the_risks|what_you_were|what_you_signed|about_the_risk
            if|had only? customers|users|people|passengers|parents|patients|guests|everybody|everyone|you|someone ~1 had|'d|only|just|would_have ~1 reported|told|said|read|checked|followed|waited|asked|used|listened|kept|looked|complained|called|warned|noticed|been_more|paid|spoken|come_forward|done
            looks|seems|appears ~2 you ~2 used|chose|typed|entered|forgot|missed|misread|broke|dropped|left|put|ordered|picked|installed|ignored ~3 wrong|incorrect|too|not|without|warning*|instructions
        """, unless="if|in_case|whether|where you\nbecause_of it|this|that !is\nwe made|mocked|laughed|excluded|insulted\nbefore you ~1 clicked|opened|answered|replied|shared|trusted|entered\nwhat|that you should\nwhen|as|like we ^1 did|knew|heard\nshould have known|heard|read|seen|learned sooner|earlier|first|from|before|long_ago|it_from|this_from|in|on|at\nshould have been seen|told|asked|warned|informed|contacted|called|given|paid|offered|treated|checked|able|met|heard|helped|let|safe|refunded\nshould have received\nshould have been able\nnot your fault\nif|in_case|where you ~1 entered|gave|typed|used|ordered|chose|selected|picked|clicked|put|booked|provided ~9 you|we|just can|may|will|change|correct|edit|write|send|fix|tell\nour fault\nnot your\nread|misread|missed|misunderstood|misinterpreted ~2 our|my"),
        looking_for("""
            you|customers|users didn't|did_not|don't|do_not|never|haven't|have_not|failed_to|weren't|refused_to|neglected_to bother_to|properly|even|correctly|simply? follow|read|check|listen|use|update|pay|contact|tell|told|call|called|keep|charge|wait|close|cancel|save|saved|provide|give|gave|install|register|back|ask|asked|reply|answer|clean|store|mention|complete|confirm|enter|respect|comply|turn|switch|set ~3 instruction*|manual|label|terms|properly|correctly|in_time|on_time|us|first|right|wrong|it|advice|guide*|warning*|rules|email|emails|details|information|up|app|description|address
            it's|that's|it_is|that_is|this_is|this_was|it_was not our|ours fault|mistake|error|doing|responsibility
            not our|my fault|mistake|error|doing|responsibility
        """, negated=True, unless="won't|not say|claim|pretend\nand|but we|i ^1 used|did|took|posted|sent|went|printed|charged|shared|published|put|sold|booked|kept"),
        unowned(looking_for(f"""
            our|the|a|an|one_of_our ~2 {_THEM} fault|error|mistake|failure|'s_fault|negligence|incompetence|blunder
            supplier's|vendor's|contractor's|courier's|carrier's|partner's|manufacturer's|agency's|driver's|employee's|intern's|colleague's|worker's|trainee's|company's|provider's|staff's|developer's|agent's|franchisee's fault|error|mistake|failure|negligence|blunder|doing|responsibility|decision|problem|carelessness
            our|the|a|an|one_of_our|this|some|that|individual|single|lone|rogue ~2 {_THEM} of? ours? ^1 failed|messed_up|screwed_up|let_us_down|let_you_down|didn't_follow|did_not_follow|ignored|lost|forgot|made_a_mistake|made_an_error|made_the_mistake|made_mistakes|acted_alone|acted_on|acted_without|is_responsible|are_responsible|was_responsible|were_responsible|is_to_blame|are_to_blame|was_to_blame|were_to_blame|caused|sent_us|sold_us|gave_us|shipped_us|delivered_us|dropped_the_ball|broke|damaged|violated|went_rogue|misread|mishandled|misunderstood|disregarded|delivered_a|delivered_the|was_careless|was_negligent|is_at_fault|was_at_fault|were_at_fault|got_it_wrong|made_this|did_this|neglected|delivered_late|did_not_do|didn't_do|didn't_check|did_not_check|sent_the_wrong|sent_out_a|sent_out_the|was_not_paying|wasn't_paying|didn't_deliver|did_not_deliver|provided_us|supplied_us|supplied_a|supplied_the|used_the_wrong|mislabelled|mislabeled|mixed_up|slipped_up|leaked|overlooked !by
            caused|created|introduced|down|due|thanks|made|done|triggered|attributable|owing|traced by|to|entirely_by|solely_by|entirely_to|solely_to|purely_by|only_by|back_to a|an|our|one_of_our|the|one|individual|human|some? ~2 {_THEM}|partners|third-party
            blame|fault|responsibility|error|mistake|problem lies|lay|rests|rested|is|was|belongs|sits|goes entirely|solely|fully|squarely|clearly? with|to|on|lies_with|down_to the|our|a|an|your|you ~2 {_THEM}|customer*|user*|you|them|parents
            rogue|disgruntled|careless|incompetent|former|lone|single|junior|inexperienced|one_bad employee*|worker*|staff*|colleague*|intern|apple|contractor|agent|member*
            mistake|error|oversight|slip|slip-up|failure|blunder|negligence|carelessness ~1 by|of|from|with|made_by|on_the_part_of our|the|a|an|one_of_our ~2 {_THEM}
            user|customer|operator error|misuse
            this|that|it|delay|delays|problem|fault|error|outage|mix-up is|was|'s|lies|are|were entirely|simply|all|solely|clearly|largely|mainly? down_to|on|with|because_of|due_to our|the|a|an|one|one_of_our|my ~2 {_THEM}
            our|the|a|an|one_of_our|this|that ~2 {_THEM} ~2 pressed|clicked|pushed|typed|forwarded|copied|deleted|opened|took|wired|turned|connected|put|gave|used|did|made|got|sent|printed|delivered|entered|installed|packed|loaded|wrote|picked|chose|shipped|set|filled|mixed|built|wired|fitted|labelled|charged|told|forgot ~2 wrong|late|incorrect*|badly|nothing|mistake*|error*|the_old|an_old|faulty|defective|broken|expired|incorrectly|poorly|a_mess|too_much|too_little
            this|that|it|so_this|so_that is|was ~1 his|her|their|theirs|hers own? failure|fault|mistake|error|doing|responsibility|decision|negligence|problem
            previous|former|last|old owner*|management|team|tenant|supplier|contractor|ceo|agency|administration ~3 left|failed|made|caused|ignored|did|never|is_to_blame|was_responsible|were_responsible|got_us
            only|really|just have|has|got themselves|yourself|yourselves|himself|herself ~1 blame|thank
            out of|beyond|outside our|my hands|control
        """, unless="easy|tempting|wrong|unfair|be_easy to ~1 blame\nask|asks|asked|asking|wonder|know|find_out|clear|say|tell ^1 if|whether|who\nto the extent\nidentity|misconfigured provider|agent\ndate|list|address|text|it|that|this|them from us\nwe chose\nand|but we ~1 had|did|should|failed|gave|let|never ~1 no|not|never|them|it|nobody|have|to\nnot your fault\nour responsibility\non us\nwe should")),
    ),
)

RULES: Final = (BLAME,)
