"""Rules of what is missing: acknowledgement, responsibility, and what happens next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.draft import Draft, Span
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.phrases import Index, phrases

_SOURCE: Final = "Lewicki, Polin and Lount 2016; Coombs 2007"
_ACK: Final = phrases("""
sorry|apolog*|regret*|thank|thanks|thx|cheers|grateful|appreciate*|understand*|understood|acknowledge*|sympathise|sympathize|gracias|danke|merci|lamentamos|entschuldig*|lo_siento|lamento|desculpe|bedankt|spijt|scusi|grazie|obrigado|perd\u00f3n|tut_uns|es_tut
you're|you_are|you_were|that's|that_is|it_is|it's|your_concern|your_question|this_is|this_was|that_was|point ~2 right|fair|valid|not_ok|not_okay|not_good|unacceptable|not_acceptable|awful|horrible|frustrating|annoying|frightening|worrying|scary|upsetting|terrible|wrong|hard|painful|disappointing|reasonable|good_question|not_what|not_how|a_fair|important|miserable|a_long|stressful|unfair|far_too_long|alarming|entitled|correct|allowed|angry|upset|worried|serious|a_real|hurt|not_right|a_bad|not_on|concerning|distressing|infuriating|shocking
we|i hear|see|know|get|read|agree|feel|recognise|recognize|realise|realize|imagine|can_see|can_imagine|can_hear|can_understand|can_only_imagine|let|failed|did_not|didn't|got|made|missed|messed|should|broke|sent|charged|shipped|posted|lost|overcharged|kept|ran|forgot|owe|ruined|upset|hurt|mixed|sold|closed|have_read|have_seen|saw|heard|share|care|noticed|were|found|paid|put|built|wrote|printed|told|said|promised|cut|turned|used|showed|ignored|treated|rejected|locked|poisoned|leaked|published|delayed|overbooked|billed|misled|hid|refused|'ve_seen|'ve_read|took|closed|stopped|cancelled|are_aware|left|answered|gave|charged|caused|delivered|double-charged|don't_know_yet|do_not_know_yet|screwed|dropped|fell|took|own|take|follow|understand_why|see_why
our|my ~2 driver*|staff|team|agent*|guard*|kitchen|app|site|mail|letter|system|sign|label*|van|bus|train*|machine*|update|advert|post|chef|fitter*|colleague ~1 left|broke|failed|missed|forgot|lost|sent|told|shouted|did_not|didn't|was|were|spoke|treated|said|gave|drove|deleted|charged|wrote
we're|we_are|i'm|i_am aware|with_you|listening|here_for|as_upset|so_glad|glad|saddened|devastated|heartbroken|shocked|ashamed|embarrassed|reading|hearing|seeing|sad|appalled|horrified|dismayed|deeply|very_sad
you|your ~3 deserve*|should|must|have_every|asked|told|wrote|waited|trusted|were_charged|lost|expect*|expected|said|reported|raised|describe*|point|questions|concern*|worry|worries|anger|frustration|trouble|experience|had_to|noticed
that|this|it must|sounds|should_not|should_never|shouldn't|shouldn't_have|isn't|is_not|wasn't|was_not|hurts|matters|can't|cannot|never_should|has_been|is_a_hard|went_wrong|is_on_us|was_on_us|was_our
should|shouldn't|never|not ~1 have|be|happened|happen
on us
our mistake|fault|error|failure|post|joke|bad
what a|an ~2 day|way|start|mess|experience|wait|shock|shame|disappointment
how very|truly|really? awful|frustrating|horrible|frightening|worrying|annoying|terrible|upsetting|scary|disappointing
no|nobody|no_one|none|not ~3 should|deserves|of_our_drinks
to everyone|everybody|all|those|anyone|the who|affected|families|of
yes|no|good|great|fair ,|question|point|that|it|we|the|there
good|great|fair question|point|catch|spot
got it
noted
what ~5 is|was|are ~2 sad|tragic|terrible|awful|heartbreaking|devastating|horrible|shocking|painful|frightening
a|this|it is|was ~1 hard|terrible|awful|difficult|sad day|time|week|night|news|loss
our hearts|thoughts
frightening|awful|horrible|terrifying|heartbreaking|infuriating|unacceptable|shameful|disgraceful|inexcusable|appalling|miserable|dreadful|distressing|upsetting|maddening|exhausting
no excuse
too long|late|slow|hot|cold|loud|little|many
let you|people|everyone|them|down|all_of_you ~1 down
wir|uns|nous|siamo|estamos|lo|sentimos|bedauern ~2
""")
_SORRY: Final = phrases("sorry|apolog*|regret*\nno excuse\nlet ~2 down\nwe failed")
_TROUBLE: Final = phrases("""
broken|late|delayed|cancelled|overcharged|leaked|failed|crashed|lost|stolen|stranded|locked|outage|burned|burnt|wrong|unsafe|flooded|out_of_order|out_of_service|out_of_stock
not|isn't|wasn't|doesn't|didn't ~1 work|working|arrive|arrived|safe|right|fair|come|open|load
""")
#: A sentence that takes up words of the post says so to somebody; a rule of the house says it to nobody.
_SPEAKING: Final = phrases("you|your|we|i|our|us|my|that|this|it|you're|we're|i'm|that's|it's|we've|i've|no|not|never|oh|must|should|nobody|nothing")
_PRAISE: Final = phrases("love*|great|thanks|thank|brilliant|amazing|wonderful|happy|excellent|lovely|awesome|perfect|best|nice|good|delicious|well")
_GREETING: Final = re.compile(r"(?:hi|hello|hey|dear|good (?:morning|evening|afternoon|day)|hallo|hola|bonjour|ciao|ol\u00e1)\b[^.!?,\n]{0,25},?$|@[\w.@-]+$|u/\w+$")
_PROBLEM: Final = phrases("""
sorry|apolog*|regret*|problem*|issue*|trouble|broken|broke|late|delay*|wrong|fail*|refund*|lost|missing|down|error*|bug*|crash*|upset|angry|hurt|worried|worry|damage*|complain*|complaint|annoying|frustrat*|disappoint*|concern*|ill|sick|leak*|recall*|outage*|mistake*|smell|mould|mold|awful|horrible|terrible|worst|never|nobody|scam|disgust*|unsafe|burn*|fire|hot|rude|cancel*|waiting|wait|still|unacceptable|investigat*|scared|afraid|dangerous|affected|rumour|rumor|racist|sexist|offensive|shame*|injur*|fix|flag*|report*|not|can't|cannot|won't|doesn't|didn't|isn't|why|stopped|cold|dirty|overcharged|charged|incident|accident|hack*|breach|explod*|burst*|melted|fever|hospital|bled|bleeding|collapsed|drained|furious|gone|ruined|waited|ignored|refused|cry*|cried|scream*|stuck|fainted|choked|vomit*|pain|bruis*|stolen|robbed|harass*|insult*|attacked
looking|look into
""")
_DIGIT: Final = re.compile(r"\d")
_WHEN: Final = phrases("""
today|tonight|tomorrow|monday*|tuesday*|wednesday*|thursday*|friday*|saturday*|sunday*|noon|midnight|midday|now|immediately|hourly|daily|weekly|already|yesterday|o'clock|january|february|march|april|june|july|august|september|october|november|december|shortly_after|next
this morning|afternoon|evening|week|hour|minute|month|weekend
within|in|by|at|until|before|after|over|for|every|from|since|on|under #
by|at|until|before|after|from|since|past ~1 one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half
within|in|by|for|over|next|every the|a|an|one|two|three|four|five|six|seven|ten|twelve|few|next|coming ~2 hour*|day*|minute*|week*|month*
by|before|until the? end|close of
next hour|day*|week|month|few|two|24|48
take|takes|another|to|about|in_about # to? #? hour*|day*|minute*|week*|working|business
end of ~1 day|week|month|may|business|today
first thing
right away|now
straight away
as we speak
any day
""")
_DONE: Final = phrases("""
we've|we_have|i've|i_have|we|i|has_been|have_been|is|are|was|were|it's|they're|they_are|you_are|you're|team_has|just|now|already|since|nina_has|which_we|and ~3 refunded|replaced|fixed|sent|shipped|booked|stopped|removed|deleted|taken|took|closed|corrected|opened|restored|rebooked|cancelled|recalled|credited|issued|reversed|updated|changed|solved|resolved|withdrawn|pulled|apologised_to|repaired|sorted|dispatched|arranged|ordered|paid|reported|switched|published|pulled|waived|reinstated|mended|here_until|on_its_way|on_their_way|reset|posted_a|messaged|dm'd|emailed|called_you|upgraded|unlocked|collected|cleaned|blocked|retrained|free|patched|halted
on its|their|the way
you|they|everyone|everybody|guests|customers|users|each ~2 get|gets|receive|receives|have_your_money|can_keep|will_get|will_receive
is|are now? up_again|back|open|fixed|live|running|here|working_again|safe_again|over
up again
went|came|rolled|goes|going out|live
an|a ~1 ago
come by|back|in
""")
_CHANNEL: Final = phrases("""
please|can_you|could_you|would_you|and|you_can|just|or|to|kindly|if_so|then|do|so|first|us|me|by|via|a|your|our|through|in ~3 dm|pm|direct_message|private_message|message_us|write_to|email|e-mail|call|contact|ring|reply|tell_us|tell_me|visit|unplug|stop_using|see_a_doctor|check|restart|update|bring|return|keep|send|open|use|reinstall|switch|turn|try|fill|follow|go_to|throw|wait_for|ask|choose|pick|come|write
dm|pm|message|call|email|write|contact|reach|tell us|me|our
send us|me|it|a
direct|private message*|chat
see|at|on|here|is|page|read|follow|visit https
""")
_FIRM: Final = phrases("""
we'll|we_will|i'll|i_will|will|we_are_going_to|we're_going_to|to ~3 refund|replace|send|ship|call|collect|pay|publish|credit|rebook|waive|repay|reimburse|cover|test|deliver|exchange|cancel|remove|delete|print|retrain|recall|train|dm
refund|money|parcel|order|replacement|one|new|card|package|engineer|technician|van|doctor|colleague ~3 leaves|goes|ships|arrives|comes|starts|lands|calls|visits
we|nina|i|she|he|you|it|they|team|which|that|and|manager|doctor|engineer|technician|colleague|fitter|vet|nurse|driver|head|director|chef|inspector|plumber|electrician|steward*|lab|clinic ~4 refund|replace|send|ship|call|calls|collect|collects|pay|ships|arrives|publish|reimburse|deliver|comes|leaves|goes|answer|answers|test|tests|repair|deliver|restart|visits|visit|meets|meet|rings|brings|drives|looks_in|picks|takes
""")
_VAGUE: Final = phrases("""
looking|look into|at ~2
we're|we_are|i'm|i_am|team_is|currently|actively|is|are|and ~2 looking_into|investigating|working_on|working_hard|aware|on_it|on_the_case|checking|reviewing|monitoring|exploring|assessing|working
get|getting|come|be back|in_touch to? you? ~1 soon|shortly|asap|later
as soon as|we ~2
soon|shortly|asap|eventually
stay tuned
passed|pass|passing|forward|forwarded|share|shared|raised ~3 on|along|team|to|with
""")


def _acknowledged(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not draft.words:
        return
    first = _spoken(draft, 0)
    for span in draft.sentences[: first[-1] + 1]:
        own = draft.own[span.start:span.end]
        if Index(own).has(_ACK) or (Index(own).has(_SPEAKING) and _echoes(own, brief.reply_to)):
            return
    # A statement of some length may tell what happened before it says sorry.
    told = draft.own[:len(draft.own) // 2] if brief.reply_to else draft.own
    if len(draft.words) >= 50 and Index(told).has(_SORRY):
        return
    opening = draft.sentences[first[0]]
    if not brief.reply_to and Index(draft.own[opening.start:opening.end]).has(_TROUBLE):
        return
    if brief.reply_to and not _is_problem(brief.reply_to):
        return
    span = draft.sentences[first[0]]
    # A word or two, or another language than the rule knows, is not judged.
    if len(draft.words) >= 4 and sum(map(str.isascii, draft.words)) > 0.9 * len(draft.words) and _english(draft):
        yield Hit(*span)


def _spoken(draft: Draft, start: int) -> list[int]:
    """The first two sentences that are more than a greeting and our own voice."""
    found = [number for number, span in enumerate(draft.sentences)
             if not _GREETING.fullmatch(draft.own[span.start:span.end].rstrip(" .!,:"))
             and any(mark.isalpha() for mark in draft.own[span.start:span.end])]
    return (found or [0])[start:start + 2]


def _english(draft: Draft) -> bool:
    common = {"the", "to", "a", "is", "and", "of", "in", "you", "your", "we", "our", "it", "for", "on", "from", "at", "this", "that", "with", "be"}
    return any(word in common for word in draft.words)


_SMALL: Final = frozenset(["the", "a", "an", "and", "or", "but", "of", "to", "in", "on", "at", "for", "with", "from", "by", "is", "are", "was", "were", "be", "been", "it", "its", "this", "that", "i", "you", "we", "they", "he", "she", "my", "your", "our", "their", "me", "us", "them", "not", "no", "do", "did", "does", "have", "has", "had", "so", "as", "if", "when", "what", "who", "why", "how", "there", "here", "just", "very", "still", "all", "can", "will", "would", "again", "up", "out", "after", "am", "im"])


def _echoes(own: str, reply_to: str) -> bool:
    """True where a sentence takes up the person's own words: two content words of the post."""
    def content(text: str) -> set[str]:
        return {word[:6] for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in _SMALL}

    return bool(reply_to) and len(content(own) & content(reply_to)) >= 2


def _is_problem(text: str) -> bool:
    from warroom.domain.tone.draft import folded

    said = folded(text)
    if Index(said).has(_PROBLEM) or "!!" in text:
        return True
    # What is told at length, neither asked nor praised, is told because it matters to somebody.
    return len(said.split()) >= 6 and "?" not in said and not Index(said).has(_PRAISE)


NO_ACKNOWLEDGEMENT: Final = Rule(
    "no-acknowledgement", Level.WARNING,
    "The reply does not show that the person's point was read.",
    "Begin with their point: “You waited three weeks for a parcel that was lost.”",
    _SOURCE, _acknowledged,
)

_OWN: Final = phrases("""
came from our|us|one_of_our
started|began|happened|arose in|at|with|on our|us|one_of_our
we|i let ~7 stay|in|through|slip|happen|go|pass|lie|slide|out|run|rot|wait|sit
our|my ~2 was|were|is|are ~2 poor|bad|slow|late|careless|inadequate|insufficient|unclear|faulty|rude|outdated|misleading|badly|sloppy|clumsy|hasty|weak|lax
our|my ~2 slip|slip-up|oversight|lapse|carelessness|sloppiness
that|this|it|what_we_did|what_i_did|what_we_said|which was|is|were wrong|unforgivable|inexcusable|indefensible|careless|thoughtless !number|address|size|item|about|to_say
it|this|that|which was|is ~1 mean|cruel|rude|unkind|unfair|unjust|insulting|disrespectful|short-sighted|heartless|tasteless|reckless_of|negligent_of|ours !that_you|to_you|that_they
it|this|that|which was|is a|an ~1 poor|bad|wrong|terrible|foolish|stupid|careless decision|mistake|idea|choice|call|judgement|judgment|error
we|i raised|put_up|increased|doubled|tripled|hiked|upped ~3 price*|fee*|fare*|rent|cost*|bill*
we|i|our_driver|our_guard|our_barista|our_manager|our_agent|our_staff|our_crew|our_team|our_waiter|our_clerk|our_officer asked|told|ordered|made|forced|called_the ~3 leave|go|out|wait|off|police|pay
it|they|he|she|our_app|our_system|our_team|our_staff|our_driver should_have|should_never|should_not_have|shouldn't_have ~1 kept|been|told|asked|sent|checked|stopped|worked|warned|said|done|shown|called|answered|had|given|refused|treated
our|your|the ~2 meal|food|dish|soup|chicken|product|cream|update|advert|post|email|letter|change|mistake|decision made|left|cost|gave|frightened|hurt|harmed|scared|offended|insulted|misled|deleted|broke you|your|people|many|some|customers|them|him|her|guests
our|my own? choice|choices|decision|decisions|doing|call|fault|negligence|carelessness|own_doing
we|i ~2 far|much|too|so ~1 long|late|slow|slowly|little|few|many|hastily|quickly
it|this|that|they|cause|fault|came|comes|lay|was|is ~1 came_from|from|in|started_in|began_in|arose_in|caused_by|left_by our own? ~1 machine*|kitchen|line|system*|software|plant|factory|process*|store|shop|server*|code|warehouse|oven*|design|update|side|own|team|house|production|equipment|label*|works|depot
answer|to_answer for
we|i ~3 the|a|an|you_the|it wrong|incorrect|faulty
we|i ~1 got|did|put|had ~3 wrong
that|this|it was|is ~1 wrong and|so|we|i ~1 i|we|apologise|apologize|am|are
that|this was|is wrong of us
we|i|our_driver|our_team|our_staff|our_kitchen|our_app|our_system|our_agent|our_guard|our_letter|our_shop ~3 put_off|gave_you|gave_the|gave_him|gave_her|took_too|took_more|waited_too|had_not|hadn't|were_not|weren't|was_not|wasn't|never|refused|turned_away|paid_you|paid_late|billed|told_you_the|printed|promised|cut|built|left|locked|treated|spoke|shouted|misjudged|underestimated|rushed|allowed|published|leaked|poisoned|hid|mishandled|confused|swapped|misplaced|cancelled|stopped
and|but ~1 did_not|didn't|never|failed_to ~3 tell|warn|check|answer|notice|act|listen|ask|stop|fix|care|test|call|say|look|see
our|my|one_of_our|three_of_our|two_of_our|some_of_our ~2 shop*|store*|driver*|guard*|crew|team|staff|colleague*|kitchen|nurse*|clerk*|agent*|app|system|machine*|fitter*|rules|process|letter ~1 sold|hung_up|left|lost|broke|sent|served|gave|told|shouted|failed|ignored|forgot|charged|deleted|treated|refused|turned|did_not|didn't|should_have|was_rude|were_rude|was_wrong|were_wrong|cut|mixed|missed|dropped|damaged|hurt|let
no excuse
we|i|we've|we_have|i've|i_have clearly|badly|really|simply|then|also|honestly|have|had|all|both|know_we|know_that_we|see_that_we|truly|just? failed|messed|screwed|got_it_wrong|got_this_wrong|got_that_wrong|let_you|let_people|let_them|let_our|let_down|made_a_mistake|made_the_mistake|made_mistakes|made_an_error|made_a_serious|made_a_bad|made_this|should_have|should_never|should_not|shouldn't|ought_to_have|broke|sold|charged|were_wrong|was_wrong|were_late|were_slow|were_careless|did_not|didn't|forgot|sent|shipped|posted|own|owned|take_responsibility|take_full|take_the_blame|accept_responsibility|accept_full|accept_that|fell_short|missed|overlooked|ignored|caused|hurt|misled|kept|handled_this_badly|mishandled|mixed|dropped_the_ball|lost|left_you|gave_you|overcharged|deleted|damaged|overbooked|chose|could_have|broke_your|bear|mislabelled|put_you|planned_it_badly|neglected|betrayed|delivered_the_wrong|cut_corners|treated_you|tested_too|disappointed_you
we|i take|accept|own|bear ~3 responsibility|it|blame|that|this
on us|me
our|my ~3 fault|mistake|error|failure|failing*|responsibility|doing|mistakes|errors|failings|blunder|wrong|failures|bad
fault|mistake|responsibility|failure|blame is|was|lies|are|were ~1 ours|our_own|mine|with_us
we|i apologise|apologize|are_sorry|am_sorry|'re_sorry for|that|we ~2 failing|letting|selling|sending|posting|charging|losing|breaking|not|getting|leaving|missing|we|our|making|causing|ignoring|misleading|hurting|giving|keeping
sorry|apologise|apologize|apologies for|that|about ~1 our|we|letting|failing|selling|sending|posting|charging|losing|breaking|getting|leaving|making|misleading|hurting|keeping|causing|giving|treating|ignoring|how_we
responsible for|to_you
we|i were|was|are|am to_blame|at_fault|responsible|wrong
""")


def _responsible(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if brief.strategy is not Strategy.REBUILD or not draft.words or any(True for _ in draft.find(_OWN)) or _owns_negated(draft):
        return
    if any(found[1] not in _NO_DEED for found in _SORRY_FOR.finditer(draft.own)):
        return
    if draft.index.has(_SORRY) and any(
            _is_deed(found[1]) for told in _DID for found in told.finditer(draft.own)):
        return
    sorry = next(iter(draft.index.find(phrases("sorry|apolog*|regret*"))), None)
    yield Hit(*(draft.sentence(sorry[0]) if sorry else draft.sentences[_spoken(draft, 0)[0]]))


#: "Sorry for printing it": what one apologises for doing one has done.
_SORRY_FOR: Final = re.compile(r"\b(?:sorry|apologi[sz]e|apologies|apology) for (?:not |never |ever |also |so )?(\w+ing)\b")
_NO_DEED: Final = frozenset(["anything", "everything", "something", "nothing", "morning", "evening", "feeling", "suffering", "meeting", "building"])
#: What we did: a verb in the past after "we" or "I", or after one or two words of ours ("our school bus").
_DID: Final = (
    re.compile(r"\b(?:we|i)(?: (?:also|then|both|simply|all|once|never|only|still|had|have))? ([a-z]+)\b"),
    re.compile(r"\bour [a-z]+ ([a-z]+)\b"), re.compile(r"\bour [a-z]+ [a-z]+ ([a-z]+)\b"),
)
#: Past tenses that do not end in -ed.
_PAST: Final = frozenset(["woke", "used", "sold", "sent", "took", "gave", "left", "kept", "told", "broke", "lost", "cut", "built", "let", "put", "hid", "got", "ran", "fell", "chose", "hit", "held", "forgot", "knew", "wrote", "drove", "threw", "shut", "spent", "thought", "bought", "caught", "burnt", "spilt", "stole", "tore", "shook", "froze", "cast", "set", "drew", "grew", "misled", "overran", "overdid"])
#: Past tenses that mend or take note, and own nothing.
_MENDING: Final = frozenset(["refunded", "replaced", "fixed", "apologised", "apologized", "closed", "called", "asked", "started", "removed", "checked", "hired", "changed", "contacted", "launched", "offered", "received", "learned", "listened", "worked", "decided", "tested", "opened", "invited", "informed", "alerted", "restored", "repaired", "added", "published", "posted", "talked", "looked", "noticed", "agreed", "planned", "promised", "reviewed", "investigated", "reported", "booked", "shipped", "recalled", "stopped", "need", "indeed", "feed", "read", "pleased", "saddened", "shocked", "devastated", "committed", "dedicated", "concerned", "wanted", "hoped", "tried", "wished", "needed", "visited", "collected", "answered", "replied", "thanked", "welcomed", "shared", "passed", "forwarded", "raised", "trained", "doubled", "arranged", "ordered", "credited", "reset", "set", "put", "shut", "took", "let", "got", "told", "wrote", "thought", "met"])


def _is_deed(verb: str) -> bool:
    """True for a past tense that tells what we did, and not how we mended it."""
    return verb not in _MENDING and (verb in _PAST or (verb.endswith("ed") and len(verb) > 4))


def _owns_negated(draft: Draft) -> bool:
    # "did not", "should not have": the negation is the confession, so it is no denial.
    wanted = phrases("we|i ~2 did_not|didn't|should_not|shouldn't|should_never|failed_to|should_have")
    return any(True for _ in draft.find(wanted))


NO_RESPONSIBILITY: Final = Rule(
    "no-responsibility", Level.WARNING,
    "The strategy is to rebuild, and nothing here says that it was ours: the part of an apology that counts most.",
    "Say what we did: “We sold a heater that we had not tested. That was our mistake.”",
    _SOURCE, _responsible,
)


def _next_step(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not draft.words or (not _english(draft) and not draft.index.has(_VAGUE)):
        return
    if brief.reply_to and not _is_problem(brief.reply_to) and not draft.index.has(_PROBLEM):
        return
    if not (brief.reply_to or draft.index.has(_PROBLEM) or draft.index.has(_ACK)):
        return
    vague: Span | None = None
    for span in draft.sentences:
        own = Index(draft.own[span.start:span.end])
        hedged = own.has(_VAGUE)
        timed = own.has(_WHEN)
        if hedged and not timed:
            vague = span
            if own.has(_DONE) or own.has(_CHANNEL_FIRM):
                return
            continue
        if _TELL.match(draft.own, span.start) or own.has(_DONE) or own.has(_CHANNEL) or own.has(_FIRM) or any(
                span.start <= link.start < span.end for link in draft.links):
            return
        if timed and own.has(_PLAN):
            return
    yield Hit(*(vague or draft.sentences[-1]))


_TELL: Final = re.compile(
    r"(?:then |first,? |just |simply )?(?:use|call|visit|check|restart|update|open|download|unplug|stop|bring|return|keep|reply|write|tap|click|contact|"
    r"go|follow|reinstall|choose|pick|turn|switch|send|message|email|log|try|ring|dm|come|wash|throw|pull)\b"
)
_PLAN: Final = phrases("""
will|we'll|i'll|it'll|they'll|going|go|goes|take|takes|we|i|is|are|from|until|by|ship*|arrive*|come*|get*|call*|post*|reply|answer*|open*|back|next|you|again|test*|publish*|was|were|they
""")
_CHANNEL_FIRM: Final = phrases("dm|direct_message|private_message|message us|me|to\nemail|call|contact us|our")

NO_NEXT_STEP: Final = Rule(
    "no-next-step", Level.WARNING,
    "The reply does not say what happens next and by when; “we are looking into it” says neither.",
    "Say who does what by when: “We test the batch today and post the result here at 6 pm.”",
    _SOURCE, _next_step,
)

RULES: Final = (NO_ACKNOWLEDGEMENT, NO_RESPONSIBILITY, NO_NEXT_STEP)
