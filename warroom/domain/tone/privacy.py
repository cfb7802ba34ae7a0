"""Rules of privacy: personal data shown in public, and personal data asked for in public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.draft import Draft, merged
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.phrases import Index, Phrases

_EMAIL: Final = re.compile(
    r"(?<![\w.+@-])([\w.+-]{1,64})\s{0,1}(?:@|\s?[\[(]\s?at\s?[\])]\s?|\sat\s(?=[\w-]+ ?[\[(]?dot))\s{0,1}"
    r"((?:[\w-]{1,63}(?:\.|\s?[\[(]\s?dot\s?[\])]\s?|\sdot\s)){1,4}[a-z]{2,24})(?!\w)"
)
_ROLES: Final = re.compile(
    r"(?:support|help|care|info|hello|contact|service|press|media|privacy|office|team|recall|refunds?|customer\w*|feedback|complaints?|"
    r"safety|dpo|legal|sales|orders|security|abuse|noreply|no-reply|helpdesk|enquiries|inquiries|claims|news|social|hi|ask|desk|"
    r"accessibility|returns|billing|admin|mail|post|community|talk|answers?|hilfe|kontakt|ayuda)(?:[._+-]\w+)*"
)
_PHONE: Final = re.compile(r"(?<![\w.,:/#$\u20ac\u00a3-])(?:\+|00)?\(?\d[\d ().\u2013/-]{6,20}\d(?![\w%]|[.,:]\d)")
_FREE: Final = re.compile(r"(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[ .-]|0800|0808|00800|\+?44 ?800|1800|1300|116 ?\d{3}$|(?:\+49 ?|0)800|0900|0300|0345|0330")
_CALL: Final = Phrases("phone|call*|ring|mobile|tel|telephone|number|text|dial|cell|whatsapp|reach|hotline|sms|contact|line|extension|fax")
_HOTLINE: Final = Phrases("hotline|helpline|switchboard|free|toll-free|recall line\nour|customer|service line\nour|the press|media|care office|line|desk")
_THING: Final = Phrases("model|batch*|serial*|version|lot|barcode|part|article|isbn|product number|code")
_CARD: Final = re.compile(r"\d(?<![\w.-]\d)(?:[ -]?\d){12,18}(?![\w-])")
_FOURS: Final = re.compile(r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}")
_CARDS: Final = re.compile(r"\b(?:visa|mastercard|maestro|amex|(?:credit|debit|bank)[ -]card|the card)\b")
_MASKED_CARD: Final = re.compile(r"(?:card|visa|mastercard|amex)\b[^.!?\n]{0,30}?(?:ending(?: in| with)?|last four(?: digits)?|[*x\u2022]{2,})[ :]*(?:in |are |is )?(\d{4})(?!\d)")
_IBAN: Final = re.compile(r"(?<!\w)([a-z]{2}\d{2}(?: ?[a-z0-9]{2,4}){3,8}(?: ?[a-z0-9]{1,3})?)(?!\w)")
#: What is called an account and looks like an IBAN is read as one, whatever its length and checksum.
_CALLED_ACCOUNT: Final = re.compile(r"\b(?:account|iban|konto|cuenta|compte|conto|rekening)(?: number| no\.?)?(?: is|:)? ([a-z]{2}\d{2}(?: \d{4}){2,7}(?: \d{1,3})?)(?!\w)")
_LABELLED: Final = re.compile(
    r"\b(?:order|booking|reservation|ticket|case|account|customer|tracking|invoice|claim|policy|membership|member|reference|ref|complaint|"
    r"passport|licen[cs]e|client|patient|commande|pedido|bestellung|bestellnummer|kundennummer|vertragsnummer|dossier|ordine|encomenda|bestelling|klantnummer|rechnung|factura|facture|reserva|buchung|shipment|parcel|transaction|pnr|confirmation|loyalty|insurance|social security|national insurance|return|rma)"
    r"(?:'s)?(?: (?:reference|confirmation|tracking))?(?: ?(?:number|no\.?|nr\.?|n\u00b0|n\u00ba|n\u00famero|nummer|num\u00e9ro|id|code|ref\.?|reference|#|numbers|num))?"
    r"(?: (?:is|was|are|of yours))?[ :]{0,3}(?:is )?(#? ?(?:[a-z]{1,6}[-/])?[a-z0-9]*\d[a-z0-9]*(?:[-/][a-z0-9]+)*)(?![\w%]|[.:]\d| ?(?:%|am|pm|days?|hours?|weeks?|people|times|minutes|percent)\b)"
)
_ORDER: Final = re.compile(r"#(?<![\w&/]#)\d{4,12}\b")
_NUMBERED: Final = re.compile(r"number|nummer|n\u00b0|n\u00ba|n\u00famero|num\u00e9ro|no\b|nr\b|\bid\b|code|\bref|#|tracking|account|pnr")
_CARRIER: Final = re.compile(r"1(?<!\w1)z[0-9a-z]{16}\b")
_SSN: Final = re.compile(r"\d(?<![\w-]\d)\d{2}-\d{2}-\d{4}(?![\w-])")
_STREET: Final = (
    r"street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|close|crescent|way|terrace|place|square|gardens|grove|"
    r"hill|row|parkway|pkwy|highway|mews|walk|circle|quay|wharf|rise|alley|park"
)
#: With the number first, and with the street first.
_ADDRESS: Final = (re.compile(
    rf"\d(?:(?<![\w#.,]\d)\d{{0,4}}[a-zA-Z]?,? (?:[NSEW]\.? )?(?:[A-Z][\w'\u2019.-]+ ){{1,3}}(?i:{_STREET})\b\.?"
    r"(?:,? (?:Apt|Flat|Unit|Suite|#)\.? ?\w+)?(?:, ?[A-Z][\w .]{1,25})?(?:,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|,? (?:[A-Z]{2} )?\d{5}\b)?"
    r"|(?<!\w\d)\d{0,3},? (?:rue|avenue|boulevard) (?:d\w{1,2} )?(?:la )?[A-Z]\w+)"
), re.compile(
    r"[A-Z](?<!\w.)(?:\w+(?:stra\u00dfe|strasse|str\.|weg|platz|gasse|laan|straat) \d{1,4}[a-z]?\b(?:, \d{4,5} [A-Z]\w+)?"
    r"|(?:(?<=R)ue|(?<=C)alle|(?<=V)ia|(?<=A)venida|(?<=P)laza|(?<=B)oulevard) (?:d\w{1,2} )?(?:l[ao] )?[A-Z]\w+,? \d{1,4}\b)"
), re.compile(
    r"[uaoprcvb](?<!\w.)(?:(?:(?<=u)l|(?<=a)l|(?<=o)s|(?<=p)l)\. ?[A-Z\u0141\u015a\u017b]\w+ \d{1,4}(?:/\d{1,4})?(?:, ?\d{2}-\d{3} \w+)?"
    r"|(?:(?<=r)ue|(?<=c)alle|(?<=v)ia|(?<=a)venida|(?<=p)laza|(?<=b)oulevard) (?:d\w{1,2} )?(?:l[ao] )?[A-Z]\w+,? \d{1,4}\b)"
))
_OURS: Final = re.compile(r"\b(?:our|the|my) (?:shop|store|head office|office|branch|site|headquarters|warehouse|restaurant|caf\u00e9|cafe|hotel|clinic|new|flagship|plant|outlet|station)\b|\b(?:shop|store|restaurant|branch|caf\u00e9|cafe|hotel|stores|shops) (?:at|on|in)\b|\bour (?:new |postal |head )?address\b|\bvisit us\b|\bdrop in\b")
_BORN: Final = re.compile(
    r"\b(?:born|birthday|date of birth|dob|birth date|birthdate)\b[^.!?\n\d]{0,25}?(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?:,? \d{4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)"
)
#: "Booking QX7T2L", "your claim open, CLM-77310-B": capitals and figures in one word.
_CODED: Final = re.compile(
    r"\b(?:[Bb]ooking|[Rr]eservation|[Cc]onfirmation|[Rr]eference|[Cc]laim|[Cc]ase|[Oo]rder|[Tt]icket|[Pp]olicy|[Cc]omplaint|PNR)(?: (?:number|code|reference|no\.|is|was|open))*[,:]? "
    r"((?=[A-Z-]*\d)(?=[\d-]*[A-Z])(?=(?:[A-Z-]*\d){2})[A-Z0-9]{5,10}(?:-[A-Z0-9]{1,8}){0,3}|[A-Z]{2,5}-\d{4,}(?:-[A-Z0-9]{1,6})?)\b")
_PLATE: Final = re.compile(r"\b(?:(?:number |licen[cs]e )?plates?|registration|reg)(?: number)?(?: is| was|,|:)? ((?=[A-Z ]{0,4}\d)[A-Z0-9]{2,4}[ -][A-Z0-9]{2,4}(?:[ -][A-Z0-9]{1,4})?)\b")
_BORN_IN: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:19\d\d|200\d|201\d)\b")
_AGE: Final = re.compile(r"\b(?:birth\w*|born|dob|age)\b")
_NEAR: Final = 120
_SECRET: Final = re.compile(r"\b(?:password|pin|passcode|cvv|security code)(?: code| number)? (?:is|was|to|:)[ :\"']{0,2}(\S*\d\S*)")


def _personal(draft: Draft, _: Brief) -> Iterator[Hit]:
    spans: list[tuple[int, int]] = []
    text, said = draft.text, draft.said
    links = [range(*span) for span in draft.links]
    spans += (found.span() for found in _EMAIL.finditer(said) if not _ROLES.fullmatch(found[1]))
    if any(mark.isdigit() for mark in said):
        spans += _numbers(draft)
        for pattern in (_LABELLED, _CALLED_ACCOUNT, _BORN, _MASKED_CARD, _SECRET):
            for found in pattern.finditer(said):
                if pattern is not _LABELLED or _identifies(found):
                    spans.append(found.span(1))
        spans += (found.span(1) for found in _PLATE.finditer(text))
        # With a hyphen it may be a ticket of our own house: "ticket VOX-4471 in our tracker".
        spans += (found.span(1) for found in _CODED.finditer(text)
                  if "-" not in found[1] or "your " in said[max(0, found.start() - len("your motor ")):found.start(1)])
        spans += (found.span() for found in _BORN_IN.finditer(said) if _AGE.search(said, max(0, found.start() - _NEAR), found.start()))
        for pattern in (_ORDER, _CARRIER, _SSN):
            spans += (found.span() for found in pattern.finditer(said))
        for found in (place for pattern in _ADDRESS for place in pattern.finditer(text)):
            sentence = draft.sentence(found.start())
            if not _OURS.search(said, sentence.start, found.start()):
                spans.append(found.span())
    for start, end in merged(spans):
        if not any(start in link for link in links):
            yield Hit(start, end)


def _identifies(found: re.Match[str]) -> bool:
    """True where what follows "order" or "account" names one: a long number, or one that was called a number."""
    digits = sum(mark.isdigit() for mark in found[1])
    label = found[0][: found.start(1) - found.start()]
    return digits >= 5 or ("#" in found[1] and digits >= 3) or (digits >= 3 and _NUMBERED.search(label) is not None)


def _numbers(draft: Draft) -> Iterator[tuple[int, int]]:
    said = draft.said
    for found in _CARD.finditer(said):
        # One that is called a card's and written in fours shows how a card looks, whatever its checksum.
        called = _FOURS.fullmatch(found[0]) is not None and _CARDS.search(said, max(0, found.start() - 60), found.start()) is not None
        if (called or luhn(found[0])) and not draft.near(found.start(), _THING):
            yield found.span()
    for found in _IBAN.finditer(said):
        # What follows the number may look like one more group of it.
        ends = [gap.start() for gap in re.finditer(r" |$", found[1])]
        if end := next((end for end in reversed(ends) if iban(found[1][:end])), 0):
            yield found.start(1), found.start(1) + end
    for found in _PHONE.finditer(said):
        digits = re.sub(r"\D", "", found[0])
        shaped = found[0].startswith(("+", "00", "(")) or (found[0][0] == "0" and len(digits) >= 9)
        grouped = re.fullmatch(r"\d{3}[ .-]\d{3,4}[ .-]?\d{4}|\d{3,5}[ -]\d{6,7}|\d{3}-\d{4}", found[0]) is not None
        before = Index(said[max(0, found.start() - 50):found.start()])
        near = before.has(_CALL)
        if not 7 <= len(digits) <= 15 or _FREE.match(found[0]) or re.match(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}", found[0]):
            continue
        if before.has(_HOTLINE) or (before.has(_THING) and not near):
            continue
        if shaped or (near and (grouped or len(digits) >= 9)) or re.fullmatch(r"\d{3}[.-]\d{3}[.-]\d{4}", found[0]):
            yield found.span()


def luhn(number: str) -> bool:
    """True where the digits of ``number`` have the checksum of a payment card (ISO/IEC 7812-1)."""
    digits = [int(mark) for mark in number if mark.isdecimal()]
    total = sum(digit if place % 2 == 0 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(reversed(digits)))
    return 13 <= len(digits) <= 19 and len(set(digits)) > 1 and total % 10 == 0


def iban(number: str) -> bool:
    """True where ``number`` has the checksum of a bank account (ISO 13616, modulo 97)."""
    plain = number.replace(" ", "").lower()
    if not 15 <= len(plain) <= 34 or not plain.isascii():
        return False
    return int("".join(str(int(mark, 36)) for mark in plain[4:] + plain[:4])) % 97 == 1


PERSONAL_DATA: Final = Rule(
    "personal-data", Level.ERROR,
    "This shows somebody's personal data to everybody, for good.",
    "Take it out; go on in a direct message, where only the person sees it.",
    "GDPR art. 4(1) and 5(1)(f); ISO/IEC 7812-1 and ISO 13616 for the checksums", _personal,
)

_DATA: Final = (
    "email|emails|e-mail|e-mails|mail_address|email_address|phone|phone_number|telephone|mobile|cell|number_so|contact_number|contact_details|contact_info*|contact|address|addresses|postcode|post_code|zip|"
    "zip_code|full_name|first_name|last_name|real_name|surname|name_and|date_of_birth|birthday|birth|dob|long_number|card_details|staff_number|pay_number|payroll_number|three_digits|back_of_your_card|front_of_the_card|front_of_your_card|surnames|house_and_street|street_and_number|where_you_live|birthdate|birth_date|account_number|account_id|account_details|account_info*|account_name|account_email|account_no|card|card_number|your_bank|bank_name|bank_account|which_bank|"
    "bank_details|iban|password|passcode|pin|order_number|order_id|order_no|order_details|order_ref*|order_info*|order_#|order_confirmation|booking_reference|booking_number|booking_code|booking_id|booking_details|booking_ref|booking|reservation_*|"
    "ticket_number|case_number|case_id|tracking_number|tracking_id|reference_number|reference|customer_number|customer_id|member_number|membership_number|membership_id|loyalty_number|policy_number|claim_number|invoice_number|"
    "passport|id_card|driving_licence|driver's_license|licence|license|social_security|ssn|national_insurance|credit_card|debit_card|payment_details|personal_details|details_of_your_account|"
    "delivery_address|home_address|username|user_name|login|login_details|confirmation_number|confirmation_code|pnr|patient_number|medical|insurance_number|age|security_code|cvv|digits|four_digits|credentials|last_four|e-mail_address|emailaddress|whatsapp|transaction_id|boarding_pass|bag_tag|bag_tags|photo_of_your|scan_of_your|copy_of_your|picture_of_your|screenshot_of_your|meter_number|nhs_number|hospital_number|health_number|tax_id|tax_number|prescription|diagnosis|vin|registration_number|number_plate|licence_plate|license_plate|student_id|employee_number|staff_number|landline|house_number|maiden_name|sort_code|routing_number|payslip|bank_statement|utility_bill|medication|blood_type|nationality|national_id|id_number|id_photo|id_document|selfie|flight_number_and|personal_info*|serial_and_your"
)
_ASK: Final = Phrases(f"""
send|give|tell|share|post|provide|reply|comment|drop|leave|message|supply|submit|write|type|enter|confirm|include|forward|email|state|let|verify|put|pop|paste|list|respond|sharing|sending|giving|posting|providing|confirming|leaving|telling|get|have|ask_for|upload ~2 me|us|with|the|your|both|here|over|know|along|a_photo_of|back|below|underneath|under_this|down_here|in_here ~4 {_DATA}
tweet|toot us|at_us ^1 your|the|an? ^2 {_DATA}
send|give|tell|share|post|tweet|toot|add|attach|provide|reply|comment|drop|leave|message|supply|submit|write|write_out|type|enter|confirm|include|forward|state|verify|put|pop|paste|sharing|sending|providing|leaving your|the|a|an|any|his|her|their ~3 {_DATA} !on|from_us|of_our
need|require|want|ask_for|asking_for|like|love|collect|note ~1 to_know|to_have|to_see|to_get|to_confirm|your|the|you_to ~5 {_DATA} !on_the|of_our
have|get|take|take_down your|the ~2 {_DATA} !on_the|of_our
what|what's|whats|which|who's is|was|are|were|e-mail|email|phone|address|account|order|card|number|name ~3 your|the|an|did|do|are|is|his|her|their ~4 {_DATA}|you_use|you_register|use|used|registered|associated|on_file
what|what's|whats|which is|was|'s|are|were? your|the ~3 {_DATA}
which|what email|e-mail|phone|address|account|card|order|number|bank did|do|have|is|was|are you|it|your|the|we|linked ~2
can|could|may|might|would|will we|i|you ~2 have|get|see|know|ask|take|share|send|give|confirm|provide|tell|post|pass|drop|be_able_to|let_us_know ~7 {_DATA}
mind|happy|able|willing|possible|kindly sharing|giving|telling|posting|to_share|to_send|to_give|confirming|sending|share|send|provide ~4 {_DATA}
let us|me know|have|see ~6 {_DATA}
your ~1 {_DATA} please
please ~2 your ~2 {_DATA} !is|was|has|on|safe
upload|post|share|send|attach|provide|drop|show|add|include|put|pop us|me? ^1 a|the|your|some|both ^1 picture*|photo*|scan*|screenshot*|copy|copies|image*|snap|front ^6 card|passport|id|licence|license|statement|bill|code|certificate|document*|boarding_pass|ticket|prescription|payslip|letter|face|selfie|permit|visa
jot|put|write|leave|pop|drop|note|type down? ^1 the|your|his|her|their !question*|thought*|concern*|idea*|view*|story|stories|suggestion*|feedback|wish|wishes|opinion*|other|date|name_of|batch*|shop|stop|time|model ^8 comment|here|below|reply|thread
need|require|want ^2 full_name|name|date|account|address|number|policy|reference|dob|birth|death ^9 here|below|comment|reply|thread
remind|tell|give us|me ^1 of|about ^1 the|your ^1 reg|registration|name|number|plate|address|email|account|postcode|order
screenshot|photograph|scan|copy|upload ^1 your|the|his|her ^6 comment|here|below|post|thread|reply
where do|exactly you live
which|what|who's|who ^2 medication|medicine|dose|doctor|gp|insurer|condition|diagnosis|tablets|prescription|clinic|bank|employer|school ~3 is|are|do|does|did|take|it|your|you
list|post|share|state|add|name ^1 your|their ^3 name|names|birthday|allerg*|class|symptoms|address|policy|number ^6 below|here|comment|comments|replies|underneath
tell|let|write|say|list|give|state|answer|share|explain|put|post|leave|type|drop ^2 in_the_comments|in_a_comment|here|below|underneath|in_the_replies|in_this_thread|publicly|under_this_post|right_here|in_a_reply|down_here ^4 which|what|when|where|whether|how|your|if|the|his|her|their ^6 medicine*|medication*|medicines|treated|treatment|condition|pregnant|symptoms|ward|doctor|clinic|address|where_you_live|born|staff|account|card|off_with|diagnos*|allerg*|name|surname|number|birth*|postcode|street|phone|email|salary|earn|income|passport|disab*|illness|tablets|dose|gp|school|class|age|insur*|policy|nhs|ill_with|suffer*|prescri*|bank|iban|sort_code|mobile|flat|room
type|enter|punch|key|copy|write|put ^1 in? ^1 the ^1 long|full|whole|last|sixteen|16|four|three ^2 number|digits|figures ^8 here|below|under|underneath|comment|comments|reply|thread
how old are|is you|he|she|they|the|your
number|address|email|mail|phone to ^1 reach|contact|ring|call|text|write_to ^1 you
comment|reply|respond|answer ^3 with ^5 iban|passport|medication|symptoms|number|name|date_of_birth|email|address|postcode|account|details|phone|birthday|code
snap|take|shoot ^1 a|the pic|photo|picture|shot|scan|screenshot ^1 of ^1 your|the|his|her ^6 drop|post|put|pop|share|here|reply|comment
can|could|would you ^1 write|write_out|put|tweet|add|state|spell ^2 your|his|her|the ^9 {_DATA}
list|name|state|share|post|write|describe|tell|give ^3 medicine*|medication*|condition*|allerg*|symptom*|diagnos*|tablets|illness*|prescription* ^9 here|below|reply|comment|comments|thread|underneath
just answer|reply below|here|in_the_comments|underneath
your full_name|name|birthday|date_of_birth|account_number|address|email|phone ^10 in_a_reply|in_the_comments|below|here please
when were you born
drop|leave|post|put|write|type|give|tell|list|name|reply ^2 your|his|her|their|full ^2 name|names|surname|birthday|number ^9 under_this_post|under_this|below|underneath|in_the_comments|in_this_thread|in_a_reply|in_a_comment
post|share|upload|put|drop|add|show|attach|reply|comment ^3 photo*|picture*|scan|scans|screenshot*|copy|copies|snap ^4 receipt|invoice|bill|statement|letter|contract ^2 here|below|underneath|in_the_comments|in_this_thread|in_a_reply|under_this_post
""")
#: Of a body or of money, asked for out here.
_ASK_INTIMATE: Final = Phrases("""
what|how did|does|has the|your|his|her ^1 doctor|doctors|gp|surgeon|hospital|therapist|nurse|psychiatrist|lawyer|vet_bill ^1 say|said|find|found|prescribe|diagnose|tell|write|call
which|what ^1 insurance|insurer|health_insurance|medication|medicine|medicines|tablets|illness|diagnosis|condition|disability|bank|salary|income|benefits ^1 do|did|are|is|have|were ^1 you|he|she|they
""")
_ASK_ABROAD: Final = Phrases(tongues.ASKS)
_NOT_ASKED: Final = Phrases("""
needn't|need_not|no_need|needn't_to|mustn't|shouldn't ~4 send|give|tell|share|post|provide|reply|comment|leave|write|put|type
anyone|someone|somebody|they|who|it ~1 asked|asks|asking|tells|told|wants you to
do_not|don't|never|won't|wouldn't|not|without|cannot|can't|nobody|no_need ~8 send|give|tell|share|post|provide|reply|comment|leave|write|put|ask|asking|need|require|enter|type|submit|use|include|drop|paste|upload|supply|confirm|verify|respond|respond_with|message|state|hand
have|has|had|'ve entered|typed|used|given|provided|changed|moved|corrected|updated|received|seen|found|removed|deleted|lost|saved|stored|chosen
sent|wrote|written|have_sent
forgot|forget|forgotten|failed|tried|wanted|meant|had|used|able|unable|needed to ~2 confirm|give|send|share|tell|provide|enter|post|write
""")
_DOING: Final = re.compile(r"\b(?:we|i|we'll|i'll|we will|we've|i've|they|they've|he|she|who|refunds?|payments?|it|already|have|has|was|were|been|thanks for|thank you for|so much for|very much for) (?:just |also |now |already |both )?$")
#: "An email that mentioned your age": what is written or posted, and no call to do it.
_NOUN: Final = re.compile(r"\b(?:an?|the|your|this|that|each|our) (?:email|message|post|share|state|comment|note|answer|list)\b")
_WANTED: Final = re.compile(r"need|require|want|ask|like|love|take|use|have|get|collect|note|can|could|may|might|would|will")
_YOU_WANT: Final = re.compile(r"\byou (?:want|need|have|like|use|asked) ")
#: "Giving us the chance to address your concerns", "somebody on the phone", "the money is on your card".
_NO_DATA: Final = re.compile(r"\b(?:to address|(?:makes?|in|with) reference|(?:on|over|by|answers?|pick up) (?:the |your )?(?:phone|telephone|card))$")
#: "We only need your name": what a form asks for, unless it is to be said here.
_ONLY: Final = re.compile(r"\b(?:only|no longer) $")
#: A telephone that is a thing, as in "which phone you have", and no number.
_DEVICE: Final = re.compile(r"\b(?:which|what|kind of|type of|model of) (?:phone|mobile|telephone)\b(?! number)|\b(?:phone|mobile)(?:'s)? (?:model|type|maker|version|os)\b")
#: What the person does with data of their own gives it to nobody.
_KEPT: Final = Phrases("check|contact|ask|call|speak|talk|see|watch|protect|change|reset|update|guard|hide|remove|delete|review|block|freeze|cancel|charge|turn|restart|bring|carry|keep|pack ~3 your")
_GIVEN: Final = Phrases("send|give|tell|share|post|provide|reply|comment|drop|leave|message|supply|submit|write|confirm|include|forward|state|verify|paste|us|me")
_READY: Final = Phrases("have|keep|hold ^1 your|a|the ~5 ready|to_hand|at_hand|handy|with_you")
_PRIVATE: Final = Phrases("""
direktnachricht|privatnachricht|privado|mensaje_directo|message_privé|mp|privé|messaggio_privato|privato|mensagem_privada|dm|privébericht|privat|formular|formulario|formulaire|formulário
a|your|our|us|me|private|my pm|pms
dm|dms|dm'd|pms|privately|direct_message|direct_messages|private_message|private_messages|private_chat|inbox|modmail|dm-ing|messenger
direct|private|secure|encrypted message*|chat|channel|form|mail|line|reply|note|link|inbox|page|portal|website|conversation
by|via|through|over|per phone|dm|pm|e-mail|email|chat|form|mail|our_form|secure|the_form|our_app|the_app|the_secure|our_secure
message us|me !here|below|in_the_comments|under
send|drop|leave|write us|me a ^1 message|note !here|below|in_the|under
in private
by post|letter|fax|hand|mail
into|through|via|using the|our ^2 site|website|app|form|portal|checker|tool|checkout
not|never here|in_public|publicly|post
call us|our|the
secure form
form at|on
using|on|in|through the|our secure|contact|app|online|web form|page|app|site
""")
#: Where it may be as well, unless it is to be said out here: "comment with the e-mail you use in the app".
_PLACE: Final = Phrases("""
on|in the|our ^2 site|website|app|form|portal|checker|tool|checkout
in|at the|any|your ^1 branch|bank
to|at support|care|info|service|refunds
at help
to help !we|you|us|with|find|i|trace|get|sort|them
""")
_OPENLY: Final = Phrases("""
below|underneath|publicly|under_this_post|in_the_comments|in_a_comment|in_a_reply|in_the_replies|in_this_thread
comment|tweet|reply|respond ^1 here? with|your
""")
_PUBLIC: Final = Phrases("underneath|publicly\nin_the|in|below|under|here|publicly comments|comment|this_post|here|below|replies|this_thread|post|thread")


def _asks(draft: Draft, _: Brief) -> Iterator[Hit]:
    # Asked as one would at a bedside, unless the answer is asked for in private anywhere.
    intimate = draft.index.find(_ASK_INTIMATE) if "?" in draft.own and not draft.index.has(_PRIVATE) and not draft.index.has(_PLACE) else ()
    for start, end in merged((*draft.index.find(_ASK), *draft.index.find(_ASK_ABROAD), *intimate)):
        span = draft.sentence(start)
        if _DEVICE.search(draft.own, start, min(len(draft.own), end + 20)):
            continue
        # "What was copied is the list of addresses" asks nothing.
        if draft.own.startswith(("what ", "which "), start) and "?" not in draft.own[start:span.end] and "your" not in draft.own[start:end]:
            continue
        # "We've put it on your card", "refunds leave your bank": somebody does it, nobody is told to.
        doing = _DOING.search(draft.own, max(0, start - 24), start) is not None and not _WANTED.match(draft.own, start)
        if doing or _NOUN.match(draft.own, draft.own.rfind(" ", 0, max(0, start - 1)) + 1) or _YOU_WANT.search(draft.own, max(0, start - 8), min(end, start + 8)):
            continue
        if _NO_DATA.search(draft.own, start, end) or (_ONLY.search(draft.own, max(0, start - 12), start) and not draft.index.has(_PUBLIC, *span)):
            continue
        if draft.index.has(_KEPT, start, end) and not draft.index.has(_GIVEN, start, end):
            continue
        if draft.index.has(_PLACE, *span) and not draft.index.has(_OPENLY, *span):
            continue
        if draft.index.has(_PRIVATE, *span) or draft.index.has(_NOT_ASKED, span.start, end) or draft.index.has(_READY, *span):
            continue
        yield Hit(start, end)


ASKS_PERSONAL_DATA: Final = Rule(
    "asks-personal-data", Level.ERROR,
    "This asks for personal data where everybody can read the answer, and where impostors wait for it.",
    "Ask in a direct message: “Please send us a direct message, and we look at your order.”",
    "GDPR art. 5(1)(f); platforms' own advice to brands", _asks,
)

RULES: Final = (PERSONAL_DATA, ASKS_PERSONAL_DATA)
