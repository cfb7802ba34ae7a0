"""Values in a text: dates, times, shares, sums, spans, versions, codes, measures and numbers, and what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Span

_NUMBER_WORDS: Final = {word: value for value, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"])}
#: The hours of a clock in words and figures, without morning or evening.
_HOURS: Final = r"half past (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:1[0-2]|[1-9])(?![\d%]|[.,:]\d)"
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAYS: Final = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_TENS: Final = {word: 10 * value for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
#: "Forty", "forty-two" and the smaller ones.
_COUNT: Final = rf"(?:{'|'.join(_TENS)})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|{'|'.join(_NUMBER_WORDS)}"
_COUNTED: Final = re.compile(rf"(\d+|{_COUNT})\b")
_UNIT: Final = "years?|months?|weeks?|days?|hours?|minutes?|mins?|hrs?|seconds?"
_VALUE: Final = re.compile(
    # A value begins with a figure, a sign of money, or a letter that one of its words begins with: the rest is passed over fast.
    r"(?=[$\u20ac\u00a3]|\b(?:\d|[adefhjmnostvwz]|[a-z]{1,4}-?\d))(?:"
    rf"(?P<date>\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})[a-z]*\b\.?(?:,? \d{{4}})?"
    rf"|\b(?:{_MONTHS})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:,? \d{{4}})?|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b)"
    rf"|(?P<month>\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?: \d{{4}})?)"
    r"|(?P<version>\bv?\d+\.\d+\.\d+(?:\.\d+)?\b)"
    r"|(?P<time>\b\d{1,2}(?::\d{2}|\.\d{2}(?= ?[ap]\.?m))? ?(?:[ap]m\b|[ap]\.m\b\.?)|(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d\b|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidnight\b|\bmidday\b)"
    r"|(?P<percent>\b\d+(?:[.,]\d+)? ?(?:%|percent\b|per cent\b))"
    r"|(?P<money>[$\u20ac\u00a3] ?\d[\d,.]*\d|[$\u20ac\u00a3] ?\d|\b\d[\d,.]{0,24} ?(?:dollars|euros?|pounds|usd|eur|gbp|kr|kroner|kronor|chf|z\u0142|\u20ac)(?!\w))"
    rf"|(?P<span>\b(?:\d+|{_COUNT})(?: (?:working|business|full|calendar|more))?[ -](?:{_UNIT})\b)"
    # "Lot 0226-B" is no number that others could differ from.
    r"|(?P<code>\b[a-z]{1,4}-?\d{2,}[a-z0-9-]*\b|(?<![\w.,])0\d{2,}(?:-?[a-z]\d*)?\b(?![.,]\d)|(?<![\w.,])\d{3,}-[a-z]\b)"
    r"|(?P<measure>\b\d+(?:[.,]\d+)? ?(?:g|kg|mg|ml|cl|l|km|cm|mm|m|miles|litres|liters|tonnes|metres|meters|degrees|\u00b0c)\b)"
    rf"|(?P<day>\b(?:{_DAYS})\b)"
    rf"|(?P<hour>(?<=\b(?:at|by|um|to) )(?:{_HOURS})\b(?! (?!and\b|or\b|on\b|in the\b|at night\b|to\b|until\b|till\b|for\b|with\b|when\b|we\b|if\b|as\b|tonight\b|today\b|tomorrow\b|sharp\b|every\b|daily\b)[a-z\d])"
    rf"|(?<=\b(?:until|since) )(?:{_HOURS})\b(?! (?!and\b|or\b|on\b|in the\b|for\b|to\b|with\b|when\b|we\b|if\b)[a-z\d])|(?<=\b(?:till|from) )(?:{_HOURS})\b(?= (?:to|until|till)\b|[.,;!?]|$)"
    rf"|\b(?:{_HOURS}) o'clock\b)"
    rf"|(?P<number>(?<![\w.])\d{{1,3}}(?:[, \u202f.]\d{{3}})+(?![\d])|(?<![\w.])\d+(?:\.\d+)?(?: (?:thousand|million|billion)|k|m)?\b|\b(?:{_COUNT})\b))"
)
#: Every value has a digit in it or is one of these words; most sentences have neither.
ANY_VALUE: Final = re.compile(
    rf"\d|\b(?:{_COUNT}|{_DAYS}|noon|midnight|midday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b")


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
            count, unit = _COUNTED.split(words, maxsplit=1)[1], re.split(r"[ -]", words)[-1]
            minutes = {"y": 525_600, "w": 10_080, "d": 1_440, "h": 60, "s": 1 / 60}.get(unit[0], 43_200 if unit.startswith("mo") else 1)
            return _plain(count) * minutes
        case "measure":
            return re.sub(r"[\d.,\s]", "", words), _plain(re.sub(r"[^\d.,]", "", words))
        case "day":
            return words
        case _:
            return _plain(words)


def _plain(words: str) -> float:
    tens, _, ones = words.partition("-")
    if tens in _TENS:
        return float(_TENS[tens] + _NUMBER_WORDS.get(ones, 0))
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


def clock(words: str) -> int | None:
    """The minutes past twelve at which a clock shows a time in words or figures, without morning or evening; None for no time."""
    if words in ("noon", "midday", "midnight"):
        return 0
    count = words.removeprefix("half past ")
    hour = _NUMBER_WORDS.get(count)
    minutes = hour * 60 if hour is not None else _minutes(words) if words[0].isdigit() else None
    return None if minutes is None else (minutes + 30 * (count != words)) % 720


def _date(words: str) -> tuple[int, int, int]:
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words):
        return int(found[1]), int(found[2]), int(found[3])
    month = re.search(rf"({_MONTHS})[a-z]*", words)
    numbers = [int(part) for part in re.findall(r"\d+", words)]
    if month:
        year = next((number for number in numbers if number > 31), 0)
        return year, _MONTHS.split("|").index(month[1]) + 1, numbers[0]
    return numbers[2] if numbers[2] > 99 else numbers[2] + 2000, numbers[1], numbers[0]


def agree(kind: str, said: object, right: object) -> bool:
    """True where two values of a kind are one: "17 June" and "17 June 2026"."""
    if kind == "date" and isinstance(said, tuple) and isinstance(right, tuple):
        same_year = not said[0] or not right[0] or said[0] == right[0]
        return same_year and sorted(said[1:]) == sorted(right[1:])
    if kind == "code" and isinstance(said, str) and isinstance(right, str):
        return said.startswith(right) or right.startswith(said)
    if kind == "month" and isinstance(said, tuple) and isinstance(right, tuple):
        return said[0] == right[0] and (not said[1] or not right[1] or said[1] == right[1])
    return said == right
