"""The rule of the published facts: dates, times, shares, sums, spans, versions, codes and numbers against the fact sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, normalize

from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.worded import worded

_NUMBER_WORDS: Final = {word: value for value, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])}
#: The hours of a clock in words and figures, without morning or evening.
_HOURS: Final = r"half past (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:1[0-2]|[1-9])(?![\d%]|[.,:]\d)"
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAYS: Final = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_UNIT: Final = "years?|months?|weeks?|days?|hours?|minutes?|mins?|hrs?|seconds?"
_VALUE: Final = re.compile(
    rf"(?P<date>\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})[a-z]*\b\.?(?:,? \d{{4}})?"
    rf"|\b(?:{_MONTHS})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:,? \d{{4}})?|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b)"
    rf"|(?P<month>\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?: \d{{4}})?)"
    r"|(?P<version>\bv?\d+\.\d+\.\d+(?:\.\d+)?\b)"
    r"|(?P<time>\b\d{1,2}(?::\d{2}|\.\d{2}(?= ?[ap]\.?m))? ?(?:[ap]m\b|[ap]\.m\b\.?)|(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d\b|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidnight\b|\bmidday\b)"
    r"|(?P<percent>\b\d+(?:[.,]\d+)? ?(?:%|percent\b|per cent\b))"
    r"|(?P<money>[$\u20ac\u00a3] ?\d[\d,.]*\d|[$\u20ac\u00a3] ?\d|\b\d[\d,.]{0,24} ?(?:dollars|euros?|pounds|usd|eur|gbp|kr|kroner|kronor|chf|z\u0142|\u20ac)(?!\w))"
    rf"|(?P<span>\b(?:\d+|{'|'.join(_NUMBER_WORDS)})(?: (?:working|business|full|calendar|more))?[ -](?:{_UNIT})\b)"
    r"|(?P<code>\b[a-z]{1,4}-?\d{2,}[a-z0-9-]*\b)"
    r"|(?P<measure>\b\d+(?:[.,]\d+)? ?(?:g|kg|mg|ml|cl|l|km|cm|mm|m|miles|litres|liters|tonnes|metres|meters|degrees|\u00b0c)\b)"
    rf"|(?P<day>\b(?:{_DAYS})\b)"
    rf"|(?P<hour>(?<=\b(?:at|by|um|to) )(?:{_HOURS})\b(?! (?!and\b|or\b|on\b|in the\b|at night\b|to\b|until\b|till\b|for\b|with\b|when\b|we\b|if\b|as\b|tonight\b|today\b|tomorrow\b|sharp\b|every\b|daily\b)[a-z\d])"
    rf"|(?<=\b(?:until|since) )(?:{_HOURS})\b(?! (?!and\b|or\b|on\b|in the\b|for\b|to\b|with\b|when\b|we\b|if\b)[a-z\d])|(?<=\b(?:till|from) )(?:{_HOURS})\b(?= (?:to|until|till)\b|[.,;!?]|$)"
    rf"|\b(?:{_HOURS}) o'clock\b)"
    rf"|(?P<number>(?<![\w.])\d{{1,3}}(?:[, \u202f.]\d{{3}})+(?![\d])|(?<![\w.])\d+(?:\.\d+)?(?: (?:thousand|million|billion)|k|m)?\b|\b(?:{'|'.join(_NUMBER_WORDS)})\b)"
)
#: Every value has a digit in it or is one of these words; most sentences have neither.
_ANY_VALUE: Final = re.compile(
    rf"\d|\b(?:{'|'.join(_NUMBER_WORDS)}|{_DAYS}|noon|midnight|midday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b")
_SMALL_WORDS: Final = frozenset(["the", "a", "an", "of", "in", "on", "at", "to", "by", "is", "was", "were", "are", "and", "or", "for", "from", "our", "we", "number", "no", "until", "since", "within", "per", "date", "time", "total", "amount", "value", "when", "how", "many", "much", "be", "been", "has", "have", "will", "it", "that", "this", "with", "all"])


#: "Not one of the boxes", "one of ours": no count.
_ONE: Final = re.compile(r"one(?: (?:of|another|more|day|thing|who|that|is|was|has|we|you|i|by|in)\b|[.,;:!?]|$)")
#: "12 more than yesterday" is a difference.
_MORE: Final = re.compile(r" (?:more|fewer|less|extra|other|of (?:them|those|these))\b")
_PRONOUN: Final = re.compile(r"(?:it|they|this|that|these|which)\b")


def _facts(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not brief.facts:
        return
    known_facts = [(key, _stems(key), list(values(folded(value)))) for key, value in brief.facts.items()]
    yield from _places(draft, brief)
    in_words = list(worded(draft, brief))
    yield from in_words
    known = [(kind, value) for _, _, stated in known_facts for _, kind, value in stated]
    # A number that the person wrote may be given back.
    known += [(kind, value) for _, kind, value in values(folded(brief.reply_to))]
    times = {value for kind, value in known if kind == "time"}
    sentences = [(span, own, list(_told(own, times)) if _ANY_VALUE.search(own) else [])
                 for span in draft.sentences for own in (draft.own[span.start:span.end],)]
    given = {(kind, value) for _, _, said in sentences for _, kind, value in said}
    untold = [[right for _, kind, right in stated if not any(same == kind and _agree(kind, value, right) for same, value in given)]
              for _, _, stated in known_facts]
    kinds = Counter(kind for _, _, stated in known_facts for _, kind, _ in stated)
    before = ""
    for span, own, said in sentences:
        # "It takes two days": what "it" is stands in the sentence before.
        about, before = (before if _PRONOUN.match(own) else ""), own
        odd = [(place, kind, value) for place, kind, value in said if kinds[kind] and not _MORE.match(own, place.end)
               and not any(hit.start <= span.start + place.start < hit.end for hit in in_words)
               # It may be another fact's number in the same sentence.
               and not any(_agree(kind, value, right) for same, right in known if same == kind)]
        if not odd:
            continue
        here = _stems(f"{own} {about}")
        # One that stands beside a value of its kind from the sheet speaks of the sheet: "12:20 to 13:45".
        told = {kind for _, kind, value in said for _, _, stated in known_facts
                for _, same, right in stated if same == kind and _agree(kind, value, right)}
        for (key, stems, stated), missing in zip(known_facts, untold, strict=True):
            for place, kind, value in odd:
                rivals = [right for _, same, right in stated if same == kind]
                if not rivals:
                    continue
                like = _like(brief.facts[key], own, kind)
                absent = [right for right in rivals if right in missing]
                near = stems & here and stems & _stems(_clause(own, place))
                # One digit beside says little alone: our update at 6 pm is no slip of a phone line that opens at 5.
                slip = _slipped(kind, value, rivals) or _lone(place, kind, value, odd, untold, own) or ((near or kind in told or _is_long(kind, value)) and _misread(kind, value, absent)) or (
                    kind == "date" and kinds[kind] == 1 and bool(absent) and _misread(kind, value, absent)
                    and sum(same == kind for same, _ in given) == 1) or (
                    # The one number of its kind on the sheet, not told, and a word of its key beside another.
                    kinds[kind] == 1 and bool(absent) and bool(near) and kind in _SINGULAR
                    and sum(same == kind for _, same, _ in said) == 1)
                named = _named(key, stems, stems & here, kind) and (about or _named(key, stems, near or set(), kind))
                # Where the reply gives the fact, another value beside it is something else's.
                if slip or like or (named and absent):
                    yield Hit(span.start + place.start, span.start + place.end,
                              f"The fact sheet says {key}: {brief.facts[key]}.", f"Write {brief.facts[key]}.")


def _told(own: str, times: set[object]) -> Iterator[tuple[Span, str, object]]:
    """What a sentence tells: "at ten" is the sheet's 10:00 or 22:00 where it has one, and says nothing where it has none."""
    for place, kind, value in values(own):
        if kind == "hour":
            yield from ((place, "time", time) for time in times if isinstance(time, int) and isinstance(value, int) and time % 720 == value)
        elif not (kind == "number" and (_ONE.match(own, place.start) or (value == 1.0 and re.search(r"\b(?:not|no|any|each|every|which|this|that|new|another|the) $", own[max(0, place.start - 12):place.start])))):
            yield place, kind, value


#: "North Devon" is not "south Devon".
_SIDE: Final = re.compile(r"\b(north|south|east|west|northern|southern|eastern|western|left|right|upper|lower) ([a-z]{3,})\b")


def _places(draft: Draft, brief: Brief) -> Iterator[Hit]:
    for key, value in brief.facts.items():
        for side, place in _SIDE.findall(folded(value)):
            for found in _SIDE.finditer(draft.own):
                if found[2] == place and found[1] != side:
                    yield Hit(*found.span(), f"The fact sheet says {key}: {value}.", f"Write {value}.")


def _stems(text: str) -> set[str]:
    bare = "".join(mark for mark in normalize("NFKD", folded(text).replace("_", " ")) if not combining(mark))
    return {_stem(word) for word in re.findall(r"[^\W\d_]+", bare) if word not in _SMALL_WORDS and len(word) > 1}


#: Words that a fact sheet and a reply use of the same thing, by their stems.
_SAME: Final = {
    other: words.split()[0]
    for words in ("last dur length long took run", "pric cost fee charg", "injur hurt wound", "custom user client guest passeng peopl person account",
                  "begin start", "end finish", "clos shut", "reopen open", "fix patch", "refund reimburs", "shop stor branch", "pay paid", "staff employe worker", "hotlin helplin", "dead died death kill die")
    for other in words.split()[1:]
}


def _stem(word: str) -> str:
    stem = _bare(word)
    return _SAME.get(stem, stem)


_IRREGULAR: Final = {"began": "begin", "begun": "begin", "made": "mak", "sold": "sell", "sent": "send", "paid": "pay", "built": "build", "ran": "run"}


def _bare(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4:
        for end in ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y"):
            if word.endswith(end) and len(word) - len(end) >= 3:
                return word[: -len(end)]
    return word


#: What is one of its kind in a reply more often than not: a word of the key is enough to know which.
_TELLING: Final = frozenset(["code", "version", "time", "date", "span", "measure", "side"])
_UNITS: Final = frozenset(["hour", "day", "week", "month", "minut", "year"])


def _named(key: str, stems: set[str], common: set[str], kind: str) -> bool:
    """True where the words that a key shares with a sentence say that the sentence is about it."""
    if len(common) >= min(2, len(stems)):
        return bool(common)
    last = [word for word in re.findall(r"[^\W\d_]+", folded(key).replace("_", " ")) if word not in _SMALL_WORDS][-1:]
    return kind in _TELLING and any(_stem(word) in common - _UNITS for word in last)


def _like(value: str, own: str, kind: str) -> bool:
    """True where a measure stands with the words of the fact itself: "Sea Salt 150 g", "the Sea Salt 50 g bags"."""
    words = _stems(value)
    return kind == "measure" and len(words & _stems(own)) >= min(2, len(words)) > 0


def _slipped(kind: str, said: object, rivals: list[object]) -> bool:
    """True where a value is a fact's with a slip of the pen: 17 July for 17 June, 2270 for 2207."""
    def slip(right: object) -> bool:
        if kind == "date" and isinstance(said, tuple) and isinstance(right, tuple):
            return bool(said[2] == right[2] and said[1] != right[1])
        one, other = re.sub(r"[^0-9a-z]", "", str(said)), re.sub(r"[^0-9a-z]", "", str(right))
        enough = _LONG if kind in ("code", "number") else _LONG - 1  # with the nought behind the point: $98 for $89
        return (kind in ("code", "number", "money", "percent") and len(one) >= enough
                and one != other and sorted(one) == sorted(other))

    return any(map(slip, rivals))


_LONG: Final = 4


def _is_long(kind: str, said: object) -> bool:
    """True for a figure of four digits or more: another of our own is seldom so near to a fact's."""
    return kind in ("money", "number") and isinstance(said, float) and len(re.sub(r"\D", "", f"{said:.0f}")) >= _LONG


#: Of these a reply says one where the sheet has one.
_SINGULAR: Final = frozenset(["money", "percent", "time", "date", "measure", "number"])
_SPANS: Final = (525_600, 43_200, 10_080, 1_440, 60, 1)


def _misread(kind: str, said: object, untold: list[object]) -> bool:
    """True where a value is one key or one column beside a fact that the reply does not give: 25 % for 15 %, 6 days for 6 weeks."""
    def beside(right: object) -> bool:
        if kind == "span" and isinstance(said, float | int) and isinstance(right, float | int):
            counts = {right / unit for unit in _SPANS if right % unit == 0}
            return right != said and any(said % unit == 0 and 1 < said / unit < _MOST_SPAN and said / unit in counts for unit in _SPANS)
        if kind == "date" and isinstance(said, tuple) and isinstance(right, tuple):
            return said[1] == right[1] and _one_off(str(said[2]), str(right[2]))
        if kind == "time":
            return said != right and _one_off(f"{said:04}" if not isinstance(said, int) else f"{said // 60:02}{said % 60:02}",
                                              f"{right}" if not isinstance(right, int) else f"{right // 60:02}{right % 60:02}")
        if kind in ("money", "percent", "number") and isinstance(said, float) and isinstance(right, float):
            one, other = f"{said:g}", f"{right:g}"
            if kind == "number" and min(len(one), len(other)) < 3:
                return False
            return said in (right * 10, right / 10) or sorted(one) == sorted(other) or (len(one) == len(other) > 1 and _one_off(one, other))
        return False

    return any(map(beside, untold))


_MOST_SPAN: Final = 100


def _lone(place: Span, kind: str, said: object, odd: list[tuple[Span, str, object]], untold: list[list[object]], own: str) -> bool:
    """True where a sentence has one span or sum that the sheet has not, and the sheet one that the reply has not, and they are alike.

    "You have 14 days" for 28; "the full £189" for £149.
    """
    if sum(same == kind for _, same, _ in odd) != 1:
        return False
    if kind == "money":
        left: list[object] = [right for rights in untold for right in rights if isinstance(right, float) and isinstance(said, float)]
        return len(left) == 1 and _misread(kind, said, left) and _GIVEN.search(own, max(0, place.start - 40), place.start) is not None
    if kind != "span" or not isinstance(said, float | int) or not _YOU_HAVE.search(own, max(0, place.start - 30), place.start):
        return False
    whole = [right for rights in untold for right in rights if isinstance(right, float | int) and right >= 1_440 and right % 1_440 == 0]
    return len(whole) == 1 and said != whole[0] and said % 1_440 == 0


#: Before a span it is the person's to use.
_YOU_HAVE: Final = re.compile(r"\b(?:you have|you've got|you have got|you get)(?: (?:a |the )?(?:full|next|first))? $")
_GIVEN: Final = re.compile(r"\b(?:get|gets|receive|pay|paid|costs?|refund|refunded|charge[sd]?|price)\b")


def _one_off(one: str, other: str) -> bool:
    """True where two runs of digits differ by one digit, put in, left out or changed."""
    if len(one) == len(other):
        return sum(left != right for left, right in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1:] == short for at in range(len(long)))


def _clause(own: str, place: Span) -> str:
    """The clause of a sentence in which a value stands."""
    begin = max(own.rfind(mark, 0, place.start) for mark in (";", " but ", ", and it", ", and we", ", and they", " and it "))
    end = min((at for mark in (";", " but ", ", and it", ", and we ", ", and the ") if (at := own.find(mark, place.end)) >= 0), default=len(own))
    return own[max(0, begin):end]


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
        case "hour":
            half = 30 if words.startswith("half") else 0
            count = re.sub(r"half past | o'clock", "", words)
            return (int(_NUMBER_WORDS.get(count, 0) or count) * 60 + half) % 720
        case "version" | "code":
            return words.lstrip("v")
        case "span":
            count, unit = re.split(r"[ -]", words)[0], re.split(r"[ -]", words)[-1]
            minutes = {"y": 525_600, "w": 10_080, "d": 1_440, "h": 60, "s": 1 / 60}.get(unit[0], 43_200 if unit.startswith("mo") else 1)
            return _plain(count) * minutes
        case "measure":
            return re.sub(r"[\d.,\s]", "", words), _plain(re.sub(r"[^\d.,]", "", words))
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

RULES: Final = (CONTRADICTS_FACT,)
