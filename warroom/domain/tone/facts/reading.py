"""Reading values: those of a text put together from their parts, and numbers taken for what the words beside them make them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Span
from warroom.domain.tone.facts.calendar import NAMED_BY_TIME, UNITS
from warroom.domain.tone.facts.quantities import Clock, When, values
from warroom.domain.tone.facts.values import Told

_BETWEEN_DAYS: Final = re.compile(r",? (?:the |den |der |le |el |il |o |dem )?|, ")
_TO: Final = re.compile(r" ?(?:to|until|till|and|or|through|bis|-|\u2013) ?(?:the |from )?")
_HEDGES: Final = re.compile(
    r"(?:(?P<about>about|around|roughly|some|nearly|almost|approximately|circa|ca\.?|close to|just under|just over|just after|just before|shortly after|shortly before|rund|etwa|environ|unos|unas|circa|about the)"
    r"|(?P<more>over|more than|at least|above|\u00fcber|mehr als|plus de|m\u00e1s de)|(?P<before>before|by|well before)|(?P<less>under|less than|fewer than|up to|at most|below|no more than|unter|bis zu|moins de|menos de)) $")
_HEDGE_LETTERS: Final = 16
_NOT_COUNTED: Final = re.compile(r"\b(?:not|no|any|each|every|which|this|that|new|another|the) $")
_ONE: Final = re.compile(r"one\b")
_YEAR_BEFORE: Final = re.compile(r"\b(?:in|from|to|since|until|between|and|or|of|before|after|to|including|up to|end of|built|made|sold) $")
_HOURS_NEAR: Final = re.compile(r"\b(?:open|opens|opening|hours|staffed|answers?|o'clock|uhr|daily|every day|from)\b")
_CLOCK_BEHIND: Final = re.compile(r" (?:tonight|tomorrow|this (?:morning|afternoon|evening)|in the (?:morning|afternoon|evening)|today)\b")
_HOURS_OF_DAY: Final = re.compile(r".*\b(?:from|between) \w{1,6} (?:and|to|until) \w{1,6}(?:[,.;!?].*| (?:tomorrow|today|tonight|on|every|in|daily|so|this).*|)")
_FIRST_YEAR, _LAST_YEAR, _LAST_HOUR, _MOST_DAYS = 1900, 2045, 24, 31
#: "Outage days", but not "sites a week".
_UNIT_OF_KEY: Final = re.compile(rf"\b(?<!a )(?<!per )(?<!each )(?<!last )(?<!this )((?:minute|hour|day|week|month|year)s?)\b(?! (?:{NAMED_BY_TIME})\b)")


def told(text: str, key: str = "") -> Iterator[Told]:
    """The values in a folded text, in order; ``key`` is what a sheet calls them."""
    if key and _NOTHING.fullmatch(text):
        yield Told(Span(0, len(text)), "number", 0.0)
        return
    if key and _NO_COST.match(text):
        yield Told(Span(0, len(text)), "money", 0.0)
        return
    found = _typed(text, [Told(*one) for one in values(text)], key)
    at = 0
    while at < len(found):
        one, at = found[at], at + 1
        while at < len(found) and (both := _joined(text, one, found[at])):
            one, at = both, at + 1
        if one.kind == "number" and (_ONE.match(text, one.place.start) or (one.worth == 1.0 and _NOT_COUNTED.search(text, max(0, one.place.start - 12), one.place.start))):
            continue
        yield one._replace(hedge=_hedge(text, one.place))


_NO_COST: Final = re.compile(r"(?:free(?: of charge)?|no (?:charge|cost|fee))(?:$|[,;(])")
#: "Injured: none".
_NOTHING: Final = re.compile(r"(?:none|nobody|no one|nil|no injuries|no one hurt|nobody hurt|keine|aucun|ninguno|nessuno|geen)(?:[ ,;].*)?")


def _hedge(text: str, place: Span) -> str:
    found = _HEDGES.search(text[max(0, place.start - _HEDGE_LETTERS):place.start])
    return "" if found is None else {"about": "~", "more": ">", "less": "<", "before": "b"}[str(found.lastgroup)]


def _typed(text: str, found: list[Told], key: str) -> list[Told]:
    """Numbers that are years, days of a month or hours of a clock, as the words beside them say."""
    unit = _UNIT_OF_KEY.search(key)
    if unit and len(found) == 1 and found[0].kind == "number" and isinstance(found[0].worth, float):  # "outage days: 4"
        return [found[0]._replace(kind="span", worth=found[0].worth * UNITS[unit[1]])]
    out = list(found)
    for at in range(len(out) - 1, -1, -1):
        after = out[at + 1] if at + 1 < len(out) and _TO.fullmatch(text, out[at].place.end, out[at + 1].place.start) else None
        out[at] = _year(text, out[at]) or (_first_of_two(text, out[at], after) if after is not None else None) or out[at]
    for at, one in enumerate(out[1:], 1):
        if out[at - 1].kind == "when" and one.kind == "number" and isinstance(one.worth, float) and one.worth.is_integer() and 0 < one.worth <= _MOST_DAYS and text[out[at - 1].place.end:one.place.start] in (" ", ", ", " the ") \
                and isinstance(day := out[at - 1].worth, When) and day.weekday and not day.day and re.match(r"[.,;!?)]|$| (?:and|but|we)\b", text[one.place.end:]):  # "mercredi 12"
            out[at] = one._replace(kind="when", worth=When(day=int(one.worth)))
    for at, one in enumerate(out):
        before = out[at - 1] if at and _TO.fullmatch(text, out[at - 1].place.end, one.place.start) else None
        if (before is not None and before.kind == "time") or _CLOCK_BEHIND.match(text, one.place.end):
            out[at] = _hour(one)
        elif before is not None and before.kind == one.kind == "number" and _are_hours(text, before, one, key):
            out[at - 1:at + 1] = _hour(before), _hour(one)
    return out


def _year(text: str, one: Told) -> Told | None:
    written = text[one.place.start:one.place.end]
    if one.kind == "number" and len(written) == 4 and written.isdigit() and _FIRST_YEAR <= int(written) <= _LAST_YEAR and (
            _YEAR_BEFORE.search(text, max(0, one.place.start - 12), one.place.start) or not re.match(r" [a-z]", text[one.place.end:])):
        return one._replace(kind="year")
    return None


def _first_of_two(text: str, one: Told, after: Told) -> Told | None:
    """The first of "2 to 6 April", "3 to 5 days", "8 to 10 pm" is of the kind of the other."""
    if isinstance(one.worth, Clock) and isinstance(after.worth, When) and after.worth.day and text[one.place.start:one.place.end].isdigit():  # "from 2 to 5 February" is no time
        return one._replace(kind="when", worth=after.worth._replace(day=one.worth.minutes // 60, weekday=0))
    if one.kind != "number" or not isinstance(one.worth, float) or not one.worth.is_integer() or one.worth > _MOST_DAYS:
        return None
    if isinstance(after.worth, When) and after.worth.day and text[one.place.start].isdigit():
        return one._replace(kind="when", worth=after.worth._replace(day=int(one.worth), weekday=0))
    if isinstance(after.worth, Clock):
        return _hour(one)
    if after.kind in ("span", "money", "percent") and isinstance(after.worth, float):
        return one._replace(kind=after.kind, worth=_same_unit(text, one.worth, after))
    return None


def _hour(one: Told) -> Told:
    """A number up to 24 as an hour of the clock; anything else as it is."""
    if one.kind != "number" or not isinstance(one.worth, float) or one.worth > _LAST_HOUR:
        return one
    return one._replace(kind="time", worth=Clock(int(one.worth) * 60, sure=one.worth > 12))


def _are_hours(text: str, one: Told, after: Told, key: str) -> bool:
    if not all(isinstance(each.worth, float) and each.worth <= _LAST_HOUR for each in (one, after)):
        return False
    opens = _HOURS_NEAR.search(f"{key} {text[max(0, one.place.start - 60):one.place.start]}") and not re.match(r" (?!on\b|and\b|every\b|daily\b|from\b)[a-z]", text[after.place.end:])
    return bool(opens) or _HOURS_OF_DAY.fullmatch(text[max(0, one.place.start - 8):after.place.end + 9]) is not None


def _same_unit(text: str, many: float, after: Told) -> float:
    """What "2" is worth in "2 to 3 days"."""
    if after.kind != "span" or not isinstance(after.worth, float):
        return many
    count = next(values(re.split(r"[ -]", text[after.place.start:after.place.end])[0]), None)
    return many * after.worth / count[2] if count and isinstance(count[2], float) and count[2] else many


def _joined(text: str, one: Told, after: Told) -> Told | None:
    """Two neighbours that are one value: "Wednesday the 14th", "2 hours and 15 minutes"."""
    between = text[one.place.end:after.place.start]
    place = Span(one.place.start, after.place.end)
    if isinstance(one.worth, When) and isinstance(after.worth, When) and _BETWEEN_DAYS.fullmatch(between):
        if not any(left and right for left, right in zip(one.worth, after.worth, strict=True)):
            return Told(place, "when", When(*(left or right for left, right in zip(one.worth, after.worth, strict=True))))
    elif one.kind == after.kind == "span" and between in (" ", " and ", ", ") and isinstance(one.worth, float) and isinstance(after.worth, float) and one.worth > after.worth >= 1:
        return Told(place, "span", one.worth + after.worth)
    return None
