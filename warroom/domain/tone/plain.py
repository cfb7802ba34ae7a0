"""Rules of plain writing: shouting, jargon, and how hard a draft is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from warroom.domain.tone import tongues
from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.languages import language
from warroom.domain.tone.phrases import Index, Phrases
from warroom.domain.tone.wording import all_of, looking_for

_CAPS: Final = re.compile(r"(?<![\w#@/.-])[A-Z][A-Z']{1,24}(?:[ \t,-]{1,2}[A-Z][A-Z']{0,24})*(?![\w])")
_MARKS: Final = re.compile(r"[!\uff01\u203c\u2757](?:[ \t]?[!?\uff01\uff1f\u203c\u2757\u2049])+|\?!|\?{3,}|\u203c|\u2049")
#: "IT. IS. ON. ITS. WAY."
_STOPPED: Final = re.compile(r"(?<!\w)(?:[A-Z]{2,12}[.!] ){2,}[A-Z]{2,12}[.!]|(?<!\w)(?:(?:[A-Z][a-z]{2,9}|[A-Z]{1,9})\. ){3,}")
_STRETCHED: Final = re.compile(r"\b[a-z]*([aeiouy])\1{3,}[a-z]*\b")
# Words that people shout; other short capitals are acronyms until several stand together.
_LOUD: Final = frozenset(["ANYONE", "EVEN", "NOBODY", "EACH", "NOT", "NEVER", "VERY", "NOW", "STOP", "PLEASE", "SORRY", "READ", "ALL", "ANY", "THIS", "THAT", "REALLY", "ABSOLUTELY", "TOTALLY", "COMPLETELY", "EVER", "ALWAYS", "NO", "YES", "NOTHING", "EVERYONE", "EVERY", "ONLY", "WILL", "MUST", "HAVE", "HATE", "LOVE", "WRONG", "RIGHT", "AGAIN", "ENOUGH", "YOUR", "YOU", "WE", "OUR", "ARE", "DO", "DON'T", "CAN'T", "WON'T", "ISN'T", "DIDN'T", "IMPORTANT", "URGENT", "WARNING", "ATTENTION", "FALSE", "TRUE", "LIES", "LIE", "FREE", "FIRST", "LAST", "BEST", "WORST", "TODAY", "IMMEDIATELY", "EXTREMELY", "EXACTLY", "DEFINITELY", "HELP", "LISTEN", "WAIT", "SO", "TOO", "MUCH", "MANY", "NEED", "KNOW", "WHAT", "WHY", "HOW", "WHEN", "NOBODY", "SAFE", "THANK", "THANKS", "HUGE", "BIG", "EVERYTHING", "ZERO", "TEN", "TWICE", "ONCE", "HUNDRED", "HUNDREDS", "THOUSAND", "THOUSANDS", "MILLION", "MILLIONS", "DEEPLY", "TRULY", "FULLY", "ALREADY", "JUST", "FIX", "FIXED", "SERIOUSLY", "HONESTLY", "CANNOT", "DOES", "DID", "BEFORE", "AFTER", "SURE", "GUARANTEE", "PROMISE", "UPDATE", "NOTICE", "HERE", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TWELVE", "TWENTY", "FIFTY", "OPEN", "CLOSED", "GONE", "BACK", "LATE", "LONG", "NIGHT", "HOURS", "WEEKS", "MONTHS", "YEARS", "MINUTES", "DONE", "READY", "OVER", "MORE", "BETTER", "WORSE", "SAME", "BOTH", "NONE", "FAKE", "FACT", "FACTS", "STAY", "AWAY", "SOON", "REAL", "CALM", "DOWN"])
#: A code that somebody is to type is written so.
_CODED: Final = re.compile(r"\b(?:[Cc]odes?|[Vv]ouchers?|[Cc]oupons?|[Ee]nter|[Qq]uote|[Tt]ype)(?: is| are| word|:)? $")
_HEADLINES: Final = frozenset(["UPDATE", "NOTICE", "WARNING", "RECALL", "IMPORTANT", "EDIT"])


def _shouting(draft: Draft, _: Brief) -> Iterator[Hit]:
    for found in _CAPS.finditer(draft.text):
        if "\x01" in draft.own[found.start():found.end()] or found[0].startswith("INSERT") or (
                draft.text[max(0, found.start() - 1):found.start()] in ("[", "{", "<", "%")):
            continue
        words = re.findall(r"[A-Z']+", found[0])
        loud = [word for word in words if word in _LOUD]
        long = [word for word in words if len(word) >= 5]
        headline = len(words) == 1 and words[0] in _HEADLINES and draft.text[found.end():found.end() + 1] == ":"
        plain = (loud and not headline and words != ["US"]) or any(len(word) >= 7 for word in words)
        if plain or (len(words) >= 3 and long) or (len(words) >= 2 and len(long) >= 2):
            if headline or (len(words) == 1 and not loud and _CODED.search(draft.text, max(0, found.start() - 20), found.start())):
                continue
            yield Hit(*found.span())
    for pattern in (_MARKS, _STOPPED):
        yield from (Hit(*found.span()) for found in pattern.finditer(draft.text if pattern is _STOPPED else draft.own))
    marks = [found.start() for found in re.finditer(r"!", draft.own)]
    most = max(2, len(draft.words) // 60)
    if len(marks) > most and not any(draft.own[at:at + 2] == "!!" for at in marks):
        yield Hit(marks[0], marks[-1] + 1, "So many exclamation marks read as shouting, or as false cheer.")
    for found in _STRETCHED.finditer(draft.own):
        yield Hit(*found.span())


SHOUTING: Final = Rule(
    "shouting", Level.WARNING,
    "Capitals and rows of exclamation marks read as shouting.",
    "Write it in small letters with a full stop.",
    "Shea 1994, Netiquette; Danescu-Niculescu-Mizil et al. 2013", _shouting,
)

#: Words of a trade; one of them may stand in a plain sentence, two make it a note to a colleague.
_TRADE: Final = Phrases("""
quorum|5xx|4xx|misconfigur*|identity_provider|control_plane|data_plane|error_rate|error_rates|object_store|rehydrat*|replication|pipeline*|hotfix*|regression*|reconciliation|acquirer*|acquirer-side|ingress|egress|latency|failover|rollback|rollout|node|nodes|cluster*|replica*|backend|back-end|frontend|middleware|throughput|provisioning|wip|sla|slas|rfo|rca|p1|p2|sev1|sev2|kpi*|capa|sop|sops|qa|uat|api|apis|endpoint*|load-balanc*|sharding|cache|caches|caching|dns|bgp|tls|ssl|certificate_chain|oauth|sso|idp|ldap|vpn|vlan|cdn|kubernetes|orchestration|telemetry|observability|heartbeat|watchdog|firmware|kernel|daemon|cron|schema|migration|deadlock|race_condition|linehaul|manifested|consignment*|consignee|dc|splice|splicing|trunk|ranging|backhaul|attenuation|cross-tenant|multi-tenant|async|asynchronous|spooler|subsystem|p99*|p95*|p50*|shard|shards|rebalanc*|eviction|noisy-neighbour|noisy-neighbor|entitlement|instantiat*|billing_event|misaligned|a_b|refactor*|idempoten*|null|payload|handshake|socket*|queue_depth|garbage-collect*|memory_leak|consultees|consultee|adjudicat*|census-date|enrollment_status|policy_wording|subrogation|loss_event|underwrit*|reconfiguration|multidisciplinary|comorbid*|out-of-bundle|non-eea|zone-3|tariff_code|accrual*|settlement_run|clearing_cycle|chargeback_code|batch_job|sort_file|in_scope|schedule_of|services_layer|programme_board|workstream*|interlock|bogie|headway|pantograph|catenary|axle_counter|switchgear|busbar|hv|lv|substation|load_shedding|fault_current|turbidity|coliform*|ppm|cfu|chlorination|allocation_algorithm|fare_class|fare_bucket|pnr|irrops|slot_restriction|ground_handler|mel|aog|exception|stack_trace|backpressure|ci_cd|deployment|deploy|config|configuration_drift|pre-settlement|chargeback|escrow|underwriting|actuarial|remittance|flm|nff|case_management|tier_2|tier-2|tier_3|l2|l3|crm|erp|sku|skus|oos|rma|eta|etas|po|moq|consignment|demurrage|last-mile|cross-dock|depot_scan|outturn|curtailment|load-shedding|non-conformance|non-conformity|degradation|ingress_layer|parameter*|algorithm*|heuristic*|deallocat*|auto-deallocat*|capacity_constraint|fulfilment|fulfillment|cold-chain|risk_engine|anomal*|soft_decline|rightsizing|null-handling|microservice*|upstream_master|master_record|data-quality|discrepanc*|record_linkage|synchronis*|synchroniz*|propagat*|ingest*|reindex*|hash|salt|firewall|router_table|switchover|cutover|resiliency|throttl*|rate-limit*|allocation_engine|dispatch_engine|decisioning|remit|apportion*|abatement|escalation_path|nonconforming|root_cause|actuator|inverter|idempotency|reconciler|orphaned|pvcs|garbage-collected|post-event|compliance_hold|settlement_window|manifold
""")
#: Words that a trade has made its own, and that everybody has; two of them alone make no note.
_SHARED: Final = Phrases("""
upstream|downstream|canary|allocation|pod|pods|container*|index|race|scan|contention|split|tenant|dispatcher*|collision|metric|metrics|velocity|timeout|packet*|peril|temporal|statutory|determination|eligibility|parameters|applicable|matrix|insured|indemnit*|pathology|appraisal|ledger|interchange|mandate|legacy|dependency|dependencies|possession|feeder|relay|breaker|yield|reissue|turnaround|timeouts|retries|settlement|clearing|issuer|dispatch|triage|triaged|workflow|intake|manifest|asset|assets|corrective|preventive|degraded|state|awaiting|pending|token|tokens|mitigation|workaround|basket|pan|enabler|transformation|initiative|agenda|constraint*|trigger*|flagged|render*|defect|job|queue|polling|sync|encryption|certificate*|gateway|redundan*|scoring_model|variance|tolerance|calibration|authentication|solution|intermittent|hold|payout|reserve|underlying|experiencing|transformer
""")


def _technical(draft: Draft, brief: Brief) -> Iterator[Hit]:
    """A sentence with two words of a trade, one of them its own, where the person did not speak so."""
    theirs = folded(brief.reply_to)
    spoken = Index(theirs)
    if len({theirs[start:end] for start, end in spoken.find(_TRADE)}) >= _TWO or re.search(r"\b(?:noc|admin|sysadmin|engineer|devs?|detail|technical)\b", theirs):
        return
    words: dict[Span, set[str]] = {}
    for start, end in draft.index.find(_TRADE):
        if draft.own[start:end] not in theirs:
            words.setdefault(draft.sentence(start), set()).add(draft.own[start:end])
    for span, said in words.items():
        said |= {draft.own[start:end] for start, end in draft.index.find(_SHARED, span.start, span.end)}
        said |= {found[0].lower() for found in _ACRONYM.finditer(draft.text, span.start, span.end)
                 if found[0] not in _KNOWN | _LOUD and found[0].lower() not in theirs and "\x01" not in draft.own[found.start():found.end()]
                 and draft.text.count("[", 0, found.start()) == draft.text.count("]", 0, found.start())}
        if len(said) >= _TWO:
            yield Hit(*span)


_TWO: Final = 2
#: Short names in capitals, but for those that everybody knows.
_ACRONYM: Final = re.compile(r"(?<![\w#@/.&-])(?:[A-Z]{2,5}|[A-Z]{2,4}\d)(?:/[A-Z]{1,3})?(?![\w]|-\d)")
_KNOWN: Final = frozenset(["UK", "NDA", "USA", "US", "EU", "UN", "DM", "DMS", "PM", "AM", "PDF", "SMS", "TV", "VAT", "GPS", "CCTV", "FAQ", "ID", "ATM", "UTC", "GMT", "CET", "CEST", "BST", "EST", "PST", "CEO", "CFO", "CTO", "NHS", "GP", "ICU", "HR", "PR", "IT", "WC", "MOT", "DNA", "USB", "PIN", "IBAN", "HDMI", "DID", "WHO", "ZERO", "WAS", "HAS", "CAN", "GET", "SEE", "OUT", "ONE", "TWO", "OK", "SOS", "ASAP", "ER", "NICU", "CT", "MRI", "QR", "AI", "PC", "BBC", "CNN", "FBI", "NASA", "GB", "MB", "KB", "UV", "LED", "WIFI", "SIM", "II", "III", "IV", "XL", "XXL", "CO", "I", "A", "THE", "AND", "NO", "NOT", "WE", "YOU", "IS", "IN", "ON", "AT", "TO", "OF", "FOR", "ALL", "NOW", "DO", "SO", "IF", "IT", "OR", "AN", "BE", "BY", "MY", "UP", "US"])

JARGON: Final = Rule(
    "jargon", Level.SUGGESTION,
    "Stock phrases and office words sound like a machine, not like a person who read the post.",
    "Say who does what, in words that you would say aloud.",
    "Plain Language Action and Information Network 2011; GOV.UK style guide",
    all_of(_technical, looking_for(tongues.JARGON, negated=True), looking_for("""
        leverag*|synerg*|stakeholder*|learnings|ideat*|incentiviz*|incentivis*|operationaliz*|operationalis*|actionable|deliverable*|granular|scalab*|optimiz*|optimis*|utiliz*|utilis*|holistic|proactive*|paradigm*|bandwidth|streamlin*|customer-centric|mission-critical|value-add*|cross-functional|onboarding|alignment|touchpoint*|touch_point*|ecosystem|robust|seamless*|innovative|aforementioned|aforesaid|herewith|hereby|heretofore|endeavour|endeavor|facilitat*|commenc*|pursuant|notwithstanding|remediat*|solutioning|best-in-breed|turnkey|empower*|impactful|monetiz*|verticals|going-forward|omnichannel|wheelhouse|low-hanging|ideation|mitigat*|expedit*|action_item* !prime
        key stakeholder*|learnings|deliverables|takeaways
        we|i truly|really|greatly|highly|deeply|sincerely value|cherish your|you|every
        kindly exercise|note|reply|send|dm|bear|contact|refer|be|ask|provide|share|advise|wait|allow|check|await|accept|remain|ensure|refrain|follow|visit|fill|write|call|email|confirm|update|let|use|give|forward|direct|submit|return|do|read|review|understand|complete|message|request*|requested|asked|disregard|inform|specify|find|see|see_to
        measures|actions|steps|safeguards|protocols ^3 implemented|initiated|instituted|undertaken|actioned|effected|expedited
        digital|business|service|process|network transformation|reconfiguration|rationalisation|rationalization|modernisation
        being|been|was|were|is|are|be sunset|sunsetted|deprecated|decommissioned|descoped|onboarded|ticketed|progressed|actioned|triaged
        undertaking|undertake|undertook|conduct|conducting ^4 appraisal|exercise|assessment|consultation|evaluation|review_process
        your feedback|satisfaction|opinion|business|safety|comfort|input|call|experience|concerns|privacy|message|comments|enquiry|inquiry is|are very|extremely|really|so|always|highly|of_the_utmost? important|valuable|valued|appreciated|priority|our_priority|our_top|importance|paramount
        we|i value|appreciate|thank_you_for|cherish your feedback|business|loyalty|input|custom|patience|concerns|understanding|continued|comments|patronage|opinion
        thank|thanks you|for for|your ~1 your? patience_and|kind_patience|kind_understanding|understanding|continued|valuable|loyalty|valued|cooperation
        any inconvenience caused|you|this|that|it|, ~1
        appreciate your|the patience|understanding|feedback|cooperation|business|continued
        we|i value|values|appreciate|treasure|cherish you|your|each_of|every|all_our|our ~3 customer*|client*|guest*|business|member*|loyalty|partner*
        in accordance|compliance with ~1 our|company|internal|standard|the
        in|within line|keeping with ~1 our|company|internal|standard
        being|be|been|was processed|actioned|handled|escalated|reviewed|dealt_with ~2 in_accordance|accordingly|by_the_relevant|in_due|as_per|by_the_appropriate
        please be advised|informed|assured|note_that|aware
        please note that
        thank|thanks you? for bringing_this_to_our|bringing_it_to_our|bringing_that_to_our|bringing_this_matter|bringing_this_issue|bringing_your|highlighting|contacting_us|your_inquiry|your_enquiry ~4
        valued|esteemed|dear_valued|loyal|dear_loyal customer*|guest*|member*|client*|user*|patron*|subscriber*|passengers
        dear customer|user|sir|client|guest|madam|valued
        reach|reached|circle|circling|touch|touching|deep-dive|deep_dive|ping out|back|base|in|down|up !to_us_anytime|pen|pens|paint|kit|stick
        loop|looping ^2 in ^1 team|colleagues|our|my|your|legal|engineering|everyone|with
        loop|looping back|base
        going|moving forward
        at this|the point|present|current|moment in|moment|time|juncture time|juncture?
        in the near future
        in due course
        in a timely manner|fashion
        at your|our|the earliest convenience
        rest|be assured
        per|as_per|in_line_with|in_accordance_with|pursuant_to|according_to our|your|company|the ~2 policy|policies|guidelines|terms|procedure*|terms_and_conditions|protocol|request|email
        24 7
        top|number-one|highest|utmost|no priority|one_priority|importance|1
        our|number-one|number_one|highest number? ~1 priority !pass|lane|boarding|list|seat|seats|queue|mail|post|line|access|club
        of the|paramount utmost|importance importance?
        take|takes|taking|took ~4 very|extremely|incredibly|so|seriously seriously|serious
        take|takes|taking all|such|these|any|customer|matters|complaints|every ~5 seriously
        escalat* ~2 your|the|this|it|to|ticket|case|issue
        relevant|appropriate|concerned|respective|corresponding team*|department*|part*|channel*|personnel|stakeholder*|authorities|people
        we|i|always strive|endeavour|endeavor|aim|pride_ourselves|are_committed|'re_committed|remain_committed|are_dedicated|'re_dedicated to|on ~1 provid*|deliver*|offer*|maintain*|ensur*|excellen*|be|the|our|highest|giving|quality|customer*|improv*|meet*
        strive* to|for
        best-in-class|world-class service|support|experience|care
        highest|exacting|rigorous standards|standard|level|levels of|we|that|quality?
        continuous|continually improv*|improvement|process
        committed to|dedicated excellence|providing|delivering|to|quality|ensuring|our|the|continu*|improving|transparency|you
        moving the needle
        acknowledge* receipt|your_correspondence
        think|thinking outside
        best practice*|practices|in_class|possible_experience
        core|brand values|competenc*|business|principles
        value|customer|user|guest proposition|experience|journey|centric|success_team|satisfaction
        root-cause|root_cause analysis
        lessons learned|learnt
        with regard*|respect|reference to|your
        in regards to
        regarding your|the ~1 matter|query|enquiry|inquiry|concern|ticket|request
        to this end
        as such ,
        prior|subsequent to
        in order to
        due to the fact
        for the purpose*
        in the event that
        in light|view of
        unforeseen|operational|technical circumstances|difficulties|reasons|issues|challenges
        due to operational|technical|unforeseen|circumstances|high|an_unusually|unprecedented ~1
        higher|unusually|exceptionally|unprecedented than|high|large normal|usual|volume*|demand|call_volumes|expected
        service|system|connectivity degradation|disruption*|interruption|availability
        degraded performance
        resolve|address|rectify|action your|the|this issue|query|concern|matter|ticket|request|enquiry ~2 as|in|at|accordingly|satisfaction

        in this|the_said matter|regard|respect|connection
        do|please not hesitate|hesitate to|hesitate?
        don't hesitate
        sorry|apolog*|regret* for? the|this|your ~1 inconvenience*
        your|this ticket|case|query|enquiry|inquiry|request|matter has_been|was|is_being|is ~1 logged|received|escalated|forwarded|raised|actioned|processed|registered|assigned|noted
        has been duly
        duly noted
        noted with
        happy|glad|here to assist|help_with_any|be_of_assistance|be_of_service
        of service|assistance to
        assist you|further|with
        for|any further|additional assistance|information|queries|enquiries|questions|inquiries
        take|taken|taking|take_this ~2 onboard|on_board|under_advisement|into_consideration
        passed|passing|forwarded|forwarding ~3 feedback|relevant|along_to_the
        fit for purpose
        deep|deeper dive
        full|complete visibility|alignment|transparency
        key|strategic|next-generation|proactive|comprehensive|tailored|bespoke|integrated|innovative solution*|initiative*|partner*|measures|roadmap|action*|framework|approach|pillars
        transformation journey
        win win
        low-hanging fruit
        we hear your|you_loud concerns|feedback|frustration|frustrations|and
        on our|my radar
        world-class|best-in-class service|support|experience
        feedback has been|is
        stand by for
        we are actively|currently|diligently|tirelessly|closely
        working|work tirelessly|diligently|around_the_clock ~1
        actively|tirelessly|diligently investigating|working|monitoring|looking|engag*
        closely monitor*
        monitoring the situation
        our thoughts and prayers
        it has come to our attention
        heartfelt|sincerest|deepest apologies|apology|condolences|regret
        we thank you for ^2 patience|understanding|loyalty|custom|interest|continued|cooperation|co-operation|patronage|reaching|contacting|message|enquiry|inquiry|correspondence|feedback|input|comments|bringing|communication|letter|email
        operat* model|excellence|efficienc*|headwinds
        in receipt of
        3rd|4th|5th|6th|7th|8th|9th|10th|12th|14th inst|ult
        receiving|receive|have|merits ^1 our|due|full|prompt|the ^1 attention|consideration|care
        pivot*|roadmap|talent-acquisition|talent|right-siz*|rightsiz*|downsiz*|resourc*|onboard*|upskill*|future-proof*|hyper-*|go-to-market|value-chain|monetis*|productis*|productiz*|reimagin*|transformative|headcount|cadence|learnings|mindshare|north_star|swim_lane*|greenlit|sunsetting|sunset ^1 to|our|the|your
        business|market|customer|operational|evolving|strategic|organisational|organizational needs|requirements|imperatives|priorities|reality|realities|landscape
        data-quality|master-data|master_record|null-handling|microservice*|back-office|mission-aligned|cross-team|end-of-life|out-of-scope|in-scope|non-standard|business-as-usual|bau
        stems from|out ^1 a|an
        further|additional|appropriate|necessary|corrective|remedial|requisite action|actions|steps|measures|processing|instruction|notice ^1 taken|will_be|has_been|shall
    """)),
)

_FAIR: Final = 14.0
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_MOST_WORDS: Final = 40


def _hard(draft: Draft, _: Brief) -> Iterator[Hit]:
    words = syllables = sentences = 0
    hard: list[Hit] = []
    # The measure is made for English; words of other languages have more syllables.
    english = language(draft.own.replace("\x01", " ")) in ("English", "")
    for span in draft.sentences:
        found = _WORD.findall(draft.own, span.start, span.end)
        weight = sum(map(_syllables, found))
        if found and found[0].isascii():
            words, syllables, sentences = words + len(found), syllables + weight, sentences + 1
        if len(found) > _MOST_WORDS or (len(found) >= 14 and grade(len(found), weight, 1) > (18 if english else 22)):
            hard.append(Hit(*span, f"This sentence has {len(found)} words and needs {grade(len(found), weight, 1):.0f} "
                                   "years of school; an upset reader skims."))
    if hard:
        yield from hard
    elif english and words >= 30 and grade(words, syllables, sentences) > _FAIR:
        yield Hit(draft.sentences[0].start, draft.sentences[-1].end,
                  f"This needs {grade(words, syllables, sentences):.0f} years of school; an upset reader skims.")


def grade(words: int, syllables: int, sentences: int) -> float:
    """Years of school that a text asks for: the Flesch-Kincaid grade level (Kincaid et al. 1975)."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


@lru_cache(maxsize=4096)
def _syllables(word: str) -> int:
    count = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and count > 1:
        count -= 1
    if word.endswith("ed") and count > 1 and word[-3:-2] not in "td":
        count -= 1
    return max(1, count)


HARD_TO_READ: Final = Rule(
    "hard-to-read", Level.SUGGESTION,
    "Long sentences and long words are not read by somebody who is upset.",
    "Cut it into sentences of fifteen words, with the words that you would say aloud.",
    "Kincaid et al. 1975 (Flesch-Kincaid grade); GOV.UK on sentences of 25 words", _hard,
)

RULES: Final = (SHOUTING, JARGON, HARD_TO_READ)
