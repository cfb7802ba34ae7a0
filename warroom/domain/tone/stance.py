"""Rules of what was said before: the strategy in force and the published facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.strategy import Strategy
from warroom.domain.tone.draft import Draft, Span, folded, merged, taken_back
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.phrases import phrases

_DENY: Final = phrases("""
it|this|that|they wasn't|was_not|isn't|is_not us|our_doing|our_fault|our_post|our_product|ours !but
we|i|acme deny|denied|categorically_deny|firmly_deny|strongly_deny|flatly_deny|reject|completely_deny|absolutely_deny|refute|dispute
there was|is|were|has_been|'s|has_never_been|was_never no|never|not_any|absolutely_no ~3 leak|problem|issue|incident|accident|breach|fault|contamination|risk|injury|injuries|outage|defect|data|fire|mould|error|failure|evidence|truth|mistake|wrongdoing|such|recall|crisis|danger|discrimination|spill|hack|truth_to
no truth|leak|breach|incident|contamination|evidence|wrongdoing|such to|occurred|happened|took_place|that|of_wrongdoing|thing|incident|event
rumour*|rumor*|claim*|allegation*|accusation*|story|stories|report*|post|posts|video|statement|photo ~5 is|are|was|were ~2 false|untrue|fake|baseless|unfounded|wrong|not_true|fabricated|a_hoax|incorrect|a_lie|lies|without_foundation|doctored|invented|misleading|groundless|inaccurate|nonsense|entirely_false
false|baseless|unfounded|fake|untrue|fabricated|malicious|groundless rumour*|rumor*|claim*|allegation*|accusation*|story|report*|video
this|that|it|nothing_of_the|such|none_of_this|none_of_it|the_incident|the_leak|what_you_describe ~1 did_not|didn't|simply_did_not ~2 happen|occur|take_place
this|that|it|such|none_of_this|none_of_it|the_incident|the_leak|what_you_describe ~1 never|has_not|hasn't ~1 happened|occurred|took_place|taken_place
nothing|nothing_at_all ever? happened|occurred|took_place
nothing of_the|like_that|like_this|such ~1 ever? happened|occurred|took_place|exists
it|this|that is|'s|was ~1 not_true|untrue|a_lie|a_hoax|false|fake|a_rumour|a_rumor|a_fabrication|not_what_happened|simply_false|not_the_case
that's|it's|this_is|that_is simply|just|completely|plainly? not_true|untrue|a_lie|a_hoax|false|fake|fake_news|a_myth
we|our_product*|our_staff|our_company|our_food|acme had|have|has|bear|bears ~1 nothing_to_do|no_responsibility|no_part|no_involvement|no_connection|no_role|no_fault
nothing to do with us|our
we|i|our_team|our_staff|acme|our_product* did_not|didn't|do_not|don't|have_not|haven't|never|had_not|has_not|does_not !should|ought ~2 cause|caused|sell|sold|leak|leaked|do_anything|do_this|do_it|discriminate|mislead|misled|share|lie|lied|hide|hid|contain|harm|harmed|say_that|fail|failed|do_wrong|poison|burn|hurt
we|i did|have_done nothing_wrong|no_wrong|nothing_of_the_sort|no_such_thing
not|isn't|wasn't our fault|mistake|responsibility|doing|product|problem|post
nobody|no_one|no_customer*|none_of_our|not_a_single was|were|got|has_been|is|became ~1 ill|hurt|injured|sick|harmed|affected
we are|were not|n't ~2 fault|responsible|to_blame|involved|liable
we weren't|aren't ~2 fault|responsible|to_blame|involved
hoax|fabricat*|misinformation|disinformation
no such thing|incident|event
no such ~2 took_place|has_taken_place|happened|has_happened|occurred|has_occurred|exists|existed|was_found|was_made|has_been|was_ever|ever
no ~2 took_place|has_taken_place|has_occurred|ever_happened|ever_occurred
is|are|was|were|just|merely|'s only|just|nothing_but|nothing_more_than|pure|merely|simply|entirely|all? a|an|the? ~1 rumour|rumours|rumor|rumors|hoax|lie|lies|myth|fabrication|invention|gossip|fiction|smear|propaganda|disinformation|misinformation|fairy_tale|fake
what you|people|they ~1 read|heard|saw|say|claim|describe|were_told ~2 is|was|are|did ~2 untrue|false|not|a_rumour|a_rumor|fake|made_up|a_lie|wrong|never
made up|-up by|story|claims|from
invented|made-up|concocted ~1 story|stories|claim*|by
nothing of the|that sort|kind ~1 happened|took_place|occurred
""")
_ADMIT: Final = phrases("""
we|i ~2 apologise|apologize|sorry|regret_what_we|regret_our
sorry|apologise|apologize|apologies|apologising|apology ~2 for|that|about ~1 what|the|our|we|this|you|it|accident|incident|mistake|harm|pain|failing|letting|causing
we're|we_are|i'm|i_am|our|my ~2 sorry|apologies|apology
this|that|it|the_fault|the_mistake|the_blame was|is|'s|lies|were entirely|all|clearly|fully|completely? our|ours|on_us|with_us !not
our|my own? fault|mistake|error|failure|responsibility|failings|blunder !to_tell
we|i|acme ~1 own|owns|owned ~1 this|that|the|our|it ~1 mistake|error|failure|fault|up|problem|mess
we|i|acme take|takes|accept|accepts|own|bear|took|accepted full|complete|total|sole|entire? responsibility|it|blame|this|the_blame|that|our_mistake
we|i were|was|got|did|are wrong|it_wrong|this_wrong|at_fault|to_blame|responsible_for|responsible
we|i ~2 failed|messed_up|screwed_up|let_you_down|made_a|made_an|made_some|made_many|made_several|made_a_mistake|made_mistakes|made_an_error|should_have|should_never|should_not_have|shouldn't_have|let_people_down|fell_short|dropped_the_ball|caused_this|caused_the|broke_your
on us
we|i|you_will|you'll ~2 compensate|make_it_up|make_this_right|make_amends|make_up_for_it|pay_compensation
""")
_SMALL_IT: Final = phrases("""
only|just|merely|no_more_than affected|affects|hit|a|a_few|a_handful|a_small|a_tiny|minor|very_few|some|isolated|one|two|three|hurt|a_couple|cosmetic ~4 people|customers|users|handful|few|number|percentage|fraction|issue|problem|incident|case|cases|delay|persons|orders|share|minutes|affected|store|stores|batch|glitch|inconvenience
only|just a|affected|affects|hit a? ~1 handful|few|small|tiny|minor|fraction|couple|minority|limited|isolated|minimal
tiny|small|minuscule|negligible fraction|number|share|part|minority|percentage|amount|handful of
effect*|impact|damage|harm|risk|problem|issue|leak|outage|delay|consequence*|injuries|incident|spill|fault|breach ~3 was|were|is|are|remains ~2 minimal|minor|small|slight|limited|negligible|trivial|low|isolated|insignificant|contained|tiny|very_low|modest|cosmetic|not_serious|not_significant|brief
minor|isolated|small|slight|minimal|limited|negligible|trivial|one-off|insignificant|rare incident|issue|problem|damage|accident|glitch|impact|effect*|leak|delay|hiccup|case|fault|mishap|harm|disruption|injuries|event|error|mistake|bug
not|n't|nowhere_near|less|wasn't|isn't|hardly as|that|so|so_very|very|a ~1 bad|serious|severe|significant|large|big|dangerous as|at_all|than|accident|leak|incident|problem
could|might have been much|far worse
much|far|a_lot less ~2 serious|bad|damage|severe|than
no serious|lasting|permanent|significant|real|major damage|harm|injuries|consequence*|effect*|injury|impact|problem
nobody|no_one was|got seriously|badly hurt|injured|ill
could not|n't have foreseen|predicted|known|prevented
couldn't have foreseen|predicted|known|prevented
out of|beyond our control
unforeseeable|unavoidable|freak|blown_out_of
not|never|didn't ~2 our intention|intend*|mean_to|meant
an accident nothing|not|that
other|most|many|all|every|our compan*|brands|competitor* ~3 same|worse|too
quickly contained
damage|harm|effect*|impact|leak|problem|issue|delay|outage ~2 was|were|is|are ~2 very|really|quite|rather|extremely|fairly|so|only ~1 limited|small|minor|slight|low|minimal|modest|isolated|brief
harmless
""")
_ABOUT: Final = {
    Strategy.REBUILD: (_DENY, "denies", _SMALL_IT, "makes it small"),
    Strategy.DENY: (_ADMIT, "takes the blame", _SMALL_IT, "makes it small, and so says that it happened"),
    Strategy.DIMINISH: (_DENY, "denies", (), ""),
    Strategy.BOLSTER: (_DENY, "denies", (), ""),
}
_RUMOUR: Final = phrases("worry|wait|delay|confusion|question*|concern*|hear|trouble|read|asking|fear|uncertainty|upset|late")


def _strategy(draft: Draft, brief: Brief) -> Iterator[Hit]:
    against = _ABOUT.get(brief.strategy) if brief.strategy else None
    spans: list[tuple[Span, str]] = []
    if against:
        first, said, second, also = against
        spans += ((span, said) for span in draft.find(first, negated=first is _DENY))
        spans += ((span, also) for span in draft.find(second, negated=True))
    elif brief.strategy is not None:
        # Under "inform" nothing is barred but the mix that is never right: to deny and to own up at once.
        denied = list(draft.find(_DENY, negated=True))
        if denied and any(True for _ in draft.find(_ADMIT)):
            spans += ((span, "denies what another sentence owns") for span in denied)
    found: dict[Span, str] = {}
    for span, words in spans:
        whole = draft.own[span.start:span.end]
        if brief.strategy is Strategy.REBUILD and _own_failing(whole, draft, span):
            continue
        found.setdefault(span, words)
    for span in merged(found):
        words = next(words for each, words in found.items() if each.start >= span.start and each.end <= span.end)
        yield Hit(*span, f"The strategy in force is {brief.strategy}; this {words}.")


def _own_failing(said: str, draft: Draft, span: Span) -> bool:
    """True where a "did not" is the confession itself: "we did not tell you", "that was not true, what we said"."""
    if re.search(r"\b(?:do(?:n't| not)|did(?:n't| not)|cannot|can't)(?: yet)? (?:know|understand|say)\b", said):
        return True  # what is not known is not denied
    if taken_back(draft, span.start) and re.search(r"true|correct|right|accurate|false|wrong", said):
        return True
    return re.search(r"did(?:n't| not) (?:tell|test|check|answer|do enough|listen|act|mean|share|say)|no (?:excuse|warning|answer|reply)",
                     draft.own[span.start:min(len(draft.own), span.end + 12)]) is not None and "wrong" not in said


CONTRADICTS_STRATEGY: Final = Rule(
    "contradicts-strategy", Level.ERROR,
    "This contradicts how the incident is answered; to deny and to apologise at once is believed by nobody.",
    "Write it within the strategy, or have the lead change the strategy for every reply.",
    "Coombs 2007 (never mix denial with diminishing or rebuilding)", _strategy,
)

_NUMBER_WORDS: Final = {word: value for value, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])}
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAYS: Final = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_UNIT: Final = "years?|months?|weeks?|days?|hours?|minutes?|mins?|hrs?|seconds?"
_VALUE: Final = re.compile(
    rf"(?P<date>\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})[a-z]*\b\.?(?:,? \d{{4}})?"
    rf"|\b(?:{_MONTHS})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:,? \d{{4}})?|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b)"
    rf"|(?P<month>\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?: \d{{4}})?)"
    r"|(?P<version>\bv?\d+\.\d+\.\d+(?:\.\d+)?\b)"
    r"|(?P<time>\b\d{1,2}(?::\d{2}|\.\d{2}(?= ?[ap]\.?m))? ?(?:[ap]m\b|[ap]\.m\b\.?)|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidnight\b|\bmidday\b)"
    r"|(?P<percent>\b\d+(?:[.,]\d+)? ?(?:%|percent\b|per cent\b))"
    r"|(?P<money>[$\u20ac\u00a3] ?\d[\d,.]*\d|[$\u20ac\u00a3] ?\d|\b\d[\d,.]* ?(?:dollars|euros?|pounds|usd|eur|gbp|\u20ac))"
    rf"|(?P<span>\b(?:\d+|{'|'.join(_NUMBER_WORDS)})(?: (?:working|business|full|calendar|more))?[ -](?:{_UNIT})\b)"
    rf"|(?P<day>\b(?:{_DAYS})\b)"
    rf"|(?P<number>(?<![\w.])\d{{1,3}}(?:[, \u202f.]\d{{3}})+(?![\d])|(?<![\w.])\d+(?:\.\d+)?(?: (?:thousand|million|billion)|k|m)?\b|\b(?:{'|'.join(_NUMBER_WORDS)})\b)"
)
#: Every value has a digit in it or is one of these words; most sentences have neither.
_ANY_VALUE: Final = re.compile(
    rf"\d|\b(?:{'|'.join(_NUMBER_WORDS)}|{_DAYS}|noon|midnight|midday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b")
_SMALL_WORDS: Final = frozenset(["the", "a", "an", "of", "in", "on", "at", "to", "by", "is", "was", "were", "are", "and", "or", "for", "from", "our", "we", "number", "no", "until", "since", "within", "per", "date", "time", "total", "amount", "value", "when", "how", "many", "much", "be", "been", "has", "have", "will", "it", "that", "this", "with", "all"])


def _facts(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not brief.facts:
        return
    sheet = [(key, _stems(key), list(values(folded(value)))) for key, value in brief.facts.items()]
    known = [(kind, value) for _, _, stated in sheet for _, kind, value in stated]
    for span in draft.sentences:
        own = draft.own[span.start:span.end]
        said = list(values(own)) if _ANY_VALUE.search(own) else []
        if not said:
            continue
        for key, stems, stated in sheet:
            here = _stems(own)
            common = stems & here
            if not stated or not common or len(common) < min(2, len(stems)):
                continue
            for place, kind, value in said:
                rivals = [right for _, same, right in stated if same == kind]
                if not rivals or any(_agree(kind, value, right) for right in rivals):
                    continue
                if any(_agree(kind, value, right) for same, right in known if same == kind):
                    continue  # it is another fact's number in the same sentence
                if not _close(own, place, stems):
                    continue
                yield Hit(span.start + place.start, span.start + place.end,
                          f"The fact sheet says {key}: {brief.facts[key]}.", f"Write {brief.facts[key]}.")


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in re.findall(r"[^\W\d_]+", folded(text).replace("_", " ")) if word not in _SMALL_WORDS and len(word) > 1}


#: Words that a fact sheet and a reply use of the same thing, by their stems.
_SAME: Final = {
    other: words.split()[0]
    for words in ("last dur length long took", "pric cost fee charg", "injur hurt wound", "custom user client guest passeng peopl person account",
                  "begin start", "end finish", "clos shut", "reopen open", "fix patch", "refund reimburs", "shop stor branch", "pay paid", "staff employe worker", "hotlin helplin", "dead died death kill die")
    for other in words.split()[1:]
}


def _stem(word: str) -> str:
    stem = _bare(word)
    return _SAME.get(stem, stem)


def _bare(word: str) -> str:
    if len(word) > 4:
        for end in ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y"):
            if word.endswith(end) and len(word) - len(end) >= 3:
                return {"began": "begin", "begun": "begin"}.get(word, word[: -len(end)])
    return {"made": "make"[:3], "was": "is"}.get(word, word)


def _close(own: str, place: Span, stems: set[str]) -> bool:
    """True where words of the key stand in the clause of this value."""
    begin = max(own.rfind(mark, 0, place.start) for mark in (";", " but ", ", and it", ", and we", ", and they", " and it "))
    clause = own[max(0, begin):]
    end = min((at for mark in (";", " but ", ", and it", ", and we ", ", and the ") if (at := own.find(mark, place.end)) >= 0), default=len(own))
    clause = own[max(0, begin):end]
    common = stems & _stems(clause)
    return len(common) >= min(2, len(stems))


def values(text: str) -> Iterator[tuple[Span, str, object]]:
    """The dates, times, shares, sums and numbers in a folded text: where, of what kind, and what they are worth."""
    for found in _VALUE.finditer(text):
        kind = str(found.lastgroup)
        yield Span(*found.span()), kind, _worth(kind, found[0])


def _worth(kind: str, words: str) -> object:
    match kind:
        case "date":
            return _date(words)
        case "month":
            month, _, year = words.partition(" ")
            return _MONTHS.split("|").index(month[:3]) + 1, year
        case "time":
            return _minutes(words)
        case "version":
            return words.lstrip("v")
        case "span":
            count, unit = re.split(r"[ -]", words)[0], re.split(r"[ -]", words)[-1]
            minutes = {"y": 525_600, "w": 10_080, "d": 1_440, "h": 60, "s": 1 / 60}.get(unit[0], 43_200 if unit.startswith("mo") else 1)
            return _plain(count) * minutes
        case "day":
            return words
        case _:
            return _plain(words)


def _plain(words: str) -> float:
    if words in _NUMBER_WORDS:
        return float(_NUMBER_WORDS[words])
    scale = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "billion": 1e9}.get(re.sub(r"[^a-z]", "", words), 1.0)
    digits = re.sub(r"[^\d.,]", "", words).strip(".,")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    digits = digits.replace(",", ".") if digits.count(",") == 1 and re.search(r",\d{1,2}$", digits) else digits.replace(",", "")
    try:
        return float(digits) * scale
    except ValueError:
        return 0.0


def _minutes(words: str) -> int:
    if words in ("noon", "midday"):
        return 720
    if words == "midnight":
        return 0
    hour, minute = [int(part) for part in (*re.findall(r"\d+", words), "0")][:2]
    if "p" in words and hour < 12:
        hour += 12
    return (0 if "a" in words and hour == 12 else hour) * 60 + minute


def _date(words: str) -> tuple[int, int, int]:
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words):
        return int(found[1]), int(found[2]), int(found[3])
    month = re.search(rf"({_MONTHS})[a-z]*", words)
    numbers = [int(part) for part in re.findall(r"\d+", words)]
    if month:
        year = next((number for number in numbers if number > 31), 0)
        return year, _MONTHS.split("|").index(month[1]) + 1, numbers[0]
    return numbers[2] if numbers[2] > 99 else numbers[2] + 2000, numbers[1], numbers[0]


def _agree(kind: str, said: object, right: object) -> bool:
    if kind == "date" and isinstance(said, tuple) and isinstance(right, tuple):
        same_year = not said[0] or not right[0] or said[0] == right[0]
        return same_year and sorted(said[1:]) == sorted(right[1:])
    if kind == "month" and isinstance(said, tuple) and isinstance(right, tuple):
        return said[0] == right[0] and (not said[1] or not right[1] or said[1] == right[1])
    return said == right


CONTRADICTS_FACT: Final = Rule(
    "contradicts-fact", Level.ERROR,
    "This differs from the published fact sheet; two numbers are worse than a wrong one.",
    "Write what the fact sheet says, or have it corrected first.",
    "Coombs 2007 (instructing information first); the fact sheet", _facts,
)

RULES: Final = (CONTRADICTS_STRATEGY, CONTRADICTS_FACT)
