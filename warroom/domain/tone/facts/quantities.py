"""Values in a text: days, times, shares, sums, spans, versions, codes, measures and numbers, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from warroom.domain.tone.draft import Span
from warroom.domain.tone.facts.calendar import (
    BESIDE_A_UNIT,
    MONTHS,
    NAMED_BY_TIME,
    SMALL,
    TENS,
    UNITS,
    WEEKDAYS,
    WHOLE_MONTHS,
)

_NUMBER_WORDS: Final = {word: float(value) for word, value in SMALL.items() if word not in BESIDE_A_UNIT}
_TENS_WORDS: Final = {word: 10.0 * value for word, value in TENS.items()}
_ENGLISH_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MONTH: Final = _any(MONTHS)
_DAY: Final = _any(WEEKDAYS)
#: "Forty", "forty-two", the smaller ones, and "two hundred and six".
_UNDER_100: Final = rf"(?:{_any(word for word in TENS if len(word) > 1)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?|{_any(_NUMBER_WORDS)}"
_HUNDREDS: Final = rf"(?:a|{_UNDER_100}) (?:hundred|thousand|dozen)(?:(?: and)? (?:{_UNDER_100}))?"
_UNIT: Final = _any(UNITS)
_HOURS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_FULL: Final = rf"(?:{_HOURS}|(?:1[0-2]|[1-9])(?![\d%]|[.,:]\d))"
_ORDINAL: Final = r"\d{1,2}(?:st|nd|rd|th)\b"
_SHARES: Final = {"half": 50.0, "a half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "two thirds": 200 / 3, "two-thirds": 200 / 3, "a quarter": 25.0, "one quarter": 25.0, "three quarters": 75.0,
                  "three-quarters": 75.0, "a fifth": 20.0, "a tenth": 10.0}
_VALUE: Final = re.compile(
    # A value begins with a figure, a sign of money, or a letter: the rest is passed over fast.
    r"(?=[$\u20ac\u00a3]|\b\w)(?:"
    rf"(?P<date>\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}(?:st|nd|rd|th|er|\.)?(?: (?:of|de|di))? (?:{_MONTH})\b\.?(?:,?(?: de)? \d{{4}})?"
    rf"|\b(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d|[:%])(?:,? \d{{4}})?|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?![\d.]))"
    rf"|(?P<month>\bchristmas\b(?! (?:card|gift|present|party|market|tree))|\b(?:{_any(WHOLE_MONTHS)})\b(?: \d{{4}}\b)?|(?<=\bin )(?:may|march|mars|mai|maj)\b|(?<=\bby )(?:may|march)\b|(?<=\bof )(?:may|march)\b|(?<=until )(?:may|march)\b"
    rf"|(?<=since )(?:may|march)\b|(?<=from )(?:may|march)\b|(?<=\bto )(?:may|march)\b(?! \w+ing)|(?<=between )(?:may|march)\b|\b(?:may|march)(?= \d{{4}}| (?:to|and|until) (?:{_any(WHOLE_MONTHS)})))"
    rf"|(?P<ordinal>\b(?:{_ORDINAL})(?=[.,;:!?)]|$| (?:and|at|or|to|but|is|was|in|with|until|by|on|we|you)\b))"
    rf"|(?P<day>\b(?:{_DAY})s?\b)"
    r"|(?P<version>\bv?\d+\.\d+\.\d+(?:\.\d+)?\b)"
    r"|(?P<time>\b\d{1,2}(?::\d{2}|\.\d{2}(?= ?[ap]\.?m))? ?(?:[ap]m\b|[ap]\.m\b\.?)|(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d\b|\b\d{1,2}:\d{2}\b(?: ?uhr\b)?|\bnoon\b|\bmidnight\b|\bmidday\b"
    r"|\b(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)? ?(?:uhr|uur)\b|\b(?:[01]?\d|2[0-3]) ?h(?: ?[0-5]\d)?\b)"
    rf"|(?P<hour>\b(?:half|halb) (?:{_any(BESIDE_A_UNIT)}|elf)\b|(?:(?<=\b(?:um|om) )|(?<=\b\u00e0 ))(?:{_any(BESIDE_A_UNIT)})\b(?: uur| uhr| heures)?|(?<=\ba las )(?:{_any(BESIDE_A_UNIT)})\b|\b(?:quarter|half|five|ten|twenty|twenty-five) (?:past|to) {_FULL}\b|\b{_FULL} o'clock\b|\b{_FULL}(?= (?:tonight|at night|this (?:morning|evening|afternoon)|in the (?:morning|evening|afternoon))\b)"
    rf"|(?<=\b(?:at|by|um|to) ){_FULL}\b(?! (?!and\b|or\b|on\b|in the\b|at night\b|to\b|until\b|till\b|for\b|with\b|when\b|we\b|if\b|as\b|tonight\b|today\b|tomorrow\b|sharp\b|every\b|daily\b|this\b|that\b)[a-z\d])"
    rf"|(?<=\b(?:until|since|after) ){_FULL}\b(?! (?!and\b|or\b|on\b|in the\b|at night\b|tonight\b|tomorrow\b|sharp\b|for\b|to\b|with\b|when\b|we\b|if\b|this\b|today\b)[a-z\d])|(?<=before ){_FULL}\b(?=[.,;!?]|$)|(?<=\b(?:till|from) ){_FULL}\b(?= (?:to|until|till)\b|[.,;!?]|$))"
    rf"|(?P<percent>\b\d+(?:[.,]\d+)? ?(?:%|percent\b|per cent\b)|\b(?:{_UNDER_100}) (?:percent|per cent)\b|\b(?:{_any(_SHARES)})(?= (?:of|the|your|my|our|all|its|price)\b)|\b(?:one|two|three|four|five|seven|eight|nine|[1-9]) in (?:two|three|four|five|six|eight|ten|twenty|a hundred|[2-9]|\d0{{1,3}})\b)"
    r"|(?P<money>[$\u20ac\u00a3] ?\d[\d,.]*\d(?: ?(?:m|k|bn|million|billion|thousand)\b)?|[$\u20ac\u00a3] ?\d(?: ?(?:m|k|bn|million|billion|thousand)\b)?|\b\d[\d,.]{0,24} ?(?:dollars|euros?|pounds|quid|pence|cents|usd|eur|gbp|kr|kroner|kronor|chf|z\u0142|\u20ac)(?!\w))"
    rf"|(?P<span>\b(?:\d+(?:\.\d)?|{_HUNDREDS}|{_UNDER_100}|{_any(BESIDE_A_UNIT)}|an?(?= (?:full |whole |long |short |working |calendar )?(?:year|month|week|day|hour|minute|fortnight)\b(?! (?:{NAMED_BY_TIME})\b))|half an|half a|half|ein|eine|einer|einem|une?|una|uno|een|en)(?: (?:and a half|working|business|full|calendar|more|whole|short|long|werktagen?|jours ouvrés))?[ -](?:{_UNIT})\b(?: and (?:a half|a quarter|three quarters)\b)?|(?:a quarter of an|three quarters of an) hour\b|\b(?:a |one )?fortnight\b)"
    # "Lot 0226-B" is no number that others could differ from.
    r"|(?P<code>\b[a-z]{1,4}-?\d{2,}[a-z0-9-]*\b|(?<![\w.,])0\d{2,}(?:-?[a-z]\d*)?\b(?![.,]\d)|(?<![\w.,])\d{3,}-[a-z]\b)"
    r"|(?P<measure>\b\d+(?:[.,]\d+)?[ -]?(?:kilos?|grams?|g|kg|mg|ml|cl|l|km|cm|mm|m|miles|litres|liters|tonnes|metres|meters|degrees|\u00b0c)\b)"
    rf"|(?P<number>(?<![\w.])\d{{1,3}}(?:[, \u202f.]\d{{3}})+(?![\d])|(?<![\w.])\d+(?:\.\d+)?(?: (?:thousand|million|billion)|k|m)?\b|\b(?:{_HUNDREDS}|{_UNDER_100})\b))"
)
#: What a value begins with: a sign of money, anything with a digit, one of these words.
_TOKEN: Final = re.compile(r"[$\u20ac\u00a3]|\w+")
_BEGINS: Final = (frozenset(MONTHS) | SMALL.keys() | TENS.keys() | WEEKDAYS.keys() | {f"{day}s" for day in WEEKDAYS}
                  | {word for share in _SHARES for word in share.split()[:1]} | {"noon", "midnight", "midday", "quarter", "halb", "christmas", "a", "an", "ein", "eine", "einer", "einem", "un", "une", "una", "uno", "een", "en", "fortnight", "two", "three"})


class When(NamedTuple):
    """A day as far as it was said: 0 for a part that was not; ``weekday`` is 1 for Monday."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0


class Clock(NamedTuple):
    """Minutes after midnight; ``sure`` where morning and evening are told apart."""

    minutes: int
    sure: bool


def values(text: str) -> Iterator[tuple[Span, str, object]]:
    """The days, times, shares, sums and numbers in a folded text: where, of what kind, and what they are worth.

    Kinds and worths: ``when`` a :class:`When`, ``time`` a :class:`Clock`, ``span`` minutes, ``percent``, ``money`` and ``number`` a float,
    ``version`` and ``code`` their words, ``measure`` the unit and a float.
    """
    done = 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        if (word in _BEGINS or not word.isalpha()) and token.start() >= done and (found := _VALUE.match(text, token.start())):
            kind, done = str(found.lastgroup), found.end()
            yield Span(*found.span()), _KINDS.get(kind, kind), _worth(kind, found[0])


_KINDS: Final = {"date": "when", "month": "when", "ordinal": "when", "day": "when", "hour": "time"}


def _worth(kind: str, words: str) -> object:
    match kind:
        case "date":
            return _date(words)
        case "month":
            month, _, year = words.replace("christmas", "december").partition(" ")
            return When(int(year or 0), MONTHS[month])
        case "ordinal":
            return When(day=int(re.sub(r"\D", "", words)))
        case "day":
            return When(weekday=WEEKDAYS.get(words) or WEEKDAYS[words[:-1]])
        case "time":
            return _clock(words)
        case "hour":
            return Clock(_hour(words), sure=False)
        case "version" | "code":
            return words.lstrip("v")
        case "span":
            return _span(words)
        case "percent":
            return _share(words)
        case "measure":
            unit = re.sub(r"[\d.,\s-]", "", words)
            basis, factor = _MEASURES.get(unit, (unit, 1.0))
            return basis, _plain(re.sub(r"[^\d.,]", "", words)) * factor
        case _:
            return _plain(words)


def _share(words: str) -> float:
    part, among, whole = words.partition(" in ")
    if among:
        return 100 * _plain(part) / _plain(whole)
    return _SHARES[words] if words in _SHARES else _plain(re.sub(r" ?(?:%|percent|per cent)$", "", words))


def _span(words: str) -> float:
    if "fortnight" in words:
        return 20_160.0
    if words.endswith(("quarter of an hour", "quarters of an hour")):
        return 15.0 if words.startswith("a ") else 45.0
    words, _, part = words.partition(" and ") if words.endswith(("quarter", "quarters")) else (words, "", "")
    if part:
        return _span(words) + (0.25 if part == "a quarter" else 0.75) * UNITS[re.split(r"[ -]", words)[-1]]
    unit = next(part for part in reversed(re.split(r"[ -]", words.removesuffix(" and a half"))) if part in UNITS)
    count = re.split(r"[ -]", words)[0]
    many = 0.5 if words.startswith("half ") else 1.0 if count in _ONE else _plain(re.sub(r"[ -](?:and a half|working|business|full|calendar|more|whole|short|long|werktagen?|jours ouvr\u00e9s)?[ -]?(?:" + unit + r")(?: and a half)?$", "", words))
    return (many + 0.5 * ("and a half" in words)) * UNITS[unit]


_MEASURES: Final = {unit: (basis, factor) for basis, units in (
    ("g", {"g": 1.0, "gram": 1.0, "grams": 1.0, "kg": 1e3, "kilo": 1e3, "kilos": 1e3, "mg": 1e-3, "tonnes": 1e6}),
    ("l", {"ml": 1e-3, "cl": 1e-2, "l": 1.0, "litres": 1.0, "liters": 1.0}), ("m", {"mm": 1e-3, "cm": 1e-2, "m": 1.0, "metres": 1.0, "meters": 1.0, "km": 1e3, "miles": 1609.0})) for unit, factor in units.items()}
_ONE: Final = frozenset(["a", "an", "ein", "eine", "einer", "einem", "un", "une", "una", "uno", "een", "en"])


_SCORES: Final = {"hundred": 100.0, "thousand": 1000.0, "dozen": 12.0}


def _plain(words: str) -> float:
    if words in _NUMBER_WORDS or words in BESIDE_A_UNIT:
        return float(SMALL[words])
    if words[0].isalpha():
        total, last = 0.0, 0.0
        for word in re.findall(r"[^\W\d_]+", words):
            if word in _SCORES:
                total, last = total + max(1.0, last) * _SCORES[word], 0.0
            else:
                last += _TENS_WORDS.get(word, float(SMALL.get(word, 0)))
        return total + last
    scale = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}.get(re.sub(r"[^a-z]", "", words), 1.0)
    digits = re.sub(r"[^\d.,]", "", words).strip(".,")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    digits = digits.replace(",", ".") if digits.count(",") == 1 and re.search(r",\d{1,2}$", digits) else digits.replace(",", "")
    try:
        return float(digits) * scale
    except ValueError:
        return 0.0


def _clock(words: str) -> Clock:
    if words in ("noon", "midday"):
        return Clock(720, sure=True)
    if words == "midnight":
        return Clock(0, sure=True)
    parts = re.findall(r"\d+", words)
    hour, minute = [int(part) for part in (*parts, "0")][:2]
    told = re.search(r"[ap]\.?m", words) is not None
    if told and "p" in words and hour < 12:
        hour += 12
    if told and "a" in words and hour == 12:
        hour = 0
    return Clock(hour * 60 + minute, sure=told or hour > 12 or hour == 0 or parts[0].startswith("0"))


def _hour(words: str) -> int:
    first, _, foreign = words.partition(" ")
    if first in ("half", "halb") and foreign in SMALL and (foreign in BESIDE_A_UNIT or first == "halb"):  # the half before it
        return (60 * SMALL[foreign] - 30) % 720
    if first in BESIDE_A_UNIT:
        return 60 * SMALL[first] % 720
    named = [SMALL.get(word) or int(word) for word in re.findall(r"\w+(?:-five)?", re.sub(r"quarter|half|past|to\b|o'clock|twenty-five|^(?:five|ten|twenty) (?=past|to)", " ", words)) if word in SMALL or word.isdigit()]
    early = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}.get(words.partition(" ")[0], 0) if re.search(r" (?:past|to) ", words) else 0
    return (60 * named[-1] + (-early if " to " in words else early)) % 720


def clock(words: str) -> int | None:
    """The minutes past twelve at which a clock shows a time in words or figures, without morning or evening; None for no time."""
    if words in ("noon", "midday", "midnight"):
        return 0
    count = words.removeprefix("half past ")
    hour = SMALL.get(count)
    minutes = hour * 60 if hour is not None else _clock(words).minutes if words[0].isdigit() else None
    return None if minutes is None else (minutes + 30 * (count != words)) % 720


def _date(words: str) -> When:
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words):
        return When(int(found[1]), int(found[2]), int(found[3]))
    month = next((MONTHS[word] for word in re.findall(r"[^\W\d_]+", words) if word in MONTHS), 0)
    numbers = [int(part) for part in re.findall(r"\d+", words)]
    if month:
        return When(next((number for number in numbers if number > 31), 0), month, numbers[0])
    if len(numbers) == 2:  # "21.05."
        return When(0, numbers[1], numbers[0])
    # 3/4 may be either month; the smaller first where only that is one.
    day, month = (numbers[1], numbers[0]) if numbers[1] > 12 else (numbers[0], numbers[1])
    return When(numbers[2] if numbers[2] > 99 else numbers[2] + 2000, month, day)
