"""The values that a sheet or a reply tells, put together from their parts, and whether two of them say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from warroom.domain.tone.draft import Span
from warroom.domain.tone.quantities import Clock, When, values


class Told(NamedTuple):
    """A value where it was told: ``hedge`` is how surely, "~" about, ">" more than, "<" less than, "b" before, "" to the point."""

    place: Span
    kind: str
    worth: object
    hedge: str = ""


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
_FIRST_YEAR, _LAST_YEAR, _LAST_HOUR = 1980, 2045, 24


def told(text: str, key: str = "") -> Iterator[Told]:
    """The values in a folded text, in order; ``key`` is what a sheet calls them."""
    if key and _NOTHING.fullmatch(text):
        yield Told(Span(0, len(text)), "number", 0.0)
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


#: "Injured: none".
_NOTHING: Final = re.compile(r"(?:none|nobody|no one|nil|no injuries|no one hurt|nobody hurt|keine|aucun|ninguno|nessuno|geen)(?:[ ,;].*)?")
def _hedge(text: str, place: Span) -> str:
    found = _HEDGES.search(text[max(0, place.start - _HEDGE_LETTERS):place.start])
    return "" if found is None else {"about": "~", "more": ">", "less": "<", "before": "b"}[str(found.lastgroup)]


def _typed(text: str, found: list[Told], key: str) -> list[Told]:
    """Numbers that are years, days of a month or hours of a clock, as the words beside them say."""
    out = list(found)
    for at in range(len(out) - 1, -1, -1):
        one = out[at]
        if one.kind != "number" or not isinstance(one.worth, float):
            continue
        words = text[one.place.start:one.place.end]
        if len(words) == 4 and words.isdigit() and _FIRST_YEAR <= one.worth <= _LAST_YEAR and (
                _YEAR_BEFORE.search(text, max(0, one.place.start - 12), one.place.start) or not re.match(r" [a-z]", text[one.place.end:])):
            out[at] = one._replace(kind="year")
            continue
        after = out[at + 1] if at + 1 < len(out) and _TO.fullmatch(text, one.place.end, out[at + 1].place.start) else None
        whole = one.worth.is_integer() and one.worth <= _LAST_HOUR + 7
        if after is not None and whole and isinstance(after.worth, When) and after.worth.day and words.isdigit():
            out[at] = one._replace(kind="when", worth=after.worth._replace(day=int(one.worth), weekday=0))
        elif after is not None and whole and after.kind in ("span", "money", "percent", "measure") and not isinstance(after.worth, tuple):
            out[at] = one._replace(kind=after.kind, worth=_same_unit(text, one, after))
        elif one.worth <= _LAST_HOUR and whole and after is not None and isinstance(after.worth, Clock):
            out[at] = one._replace(kind="time", worth=Clock(int(one.worth) * 60, sure=one.worth > 12))
        elif (one.worth <= _LAST_HOUR and whole and after is not None and after.kind == "number" and isinstance(after.worth, float) and after.worth <= _LAST_HOUR
              and _HOURS_NEAR.search(f"{key} {text[max(0, one.place.start - 60):one.place.start]}") and not re.match(r" (?!on\b|and\b|every\b|daily\b|from\b)[a-z]", text[after.place.end:])):
            out[at] = one._replace(kind="time", worth=Clock(int(one.worth) * 60, sure=one.worth > 12))
            out[at + 1] = after._replace(kind="time", worth=Clock(int(after.worth) * 60, sure=after.worth > 12))
    for at in range(1, len(out)):
        if (out[at].kind == "number" and isinstance(out[at].worth, float) and out[at].worth <= _LAST_HOUR and out[at - 1].kind == "time" and _TO.fullmatch(text, out[at - 1].place.end, out[at].place.start)  # type: ignore[operator]
                or out[at].kind == "number" and _CLOCK_BEHIND.match(text, out[at].place.end) and isinstance(out[at].worth, float) and out[at].worth <= _LAST_HOUR):
            out[at] = out[at]._replace(kind="time", worth=Clock(int(out[at].worth) * 60, sure=out[at].worth > 12))  # type: ignore[call-overload,operator]
    for at in range(len(out) - 1):
        if out[at].kind == out[at + 1].kind == "number" and _HOURS_OF_DAY.fullmatch(text[max(0, out[at].place.start - 8):out[at + 1].place.end + 9]):
            for which in (at, at + 1):
                out[which] = out[which]._replace(kind="time", worth=Clock(int(out[which].worth) * 60, sure=False))  # type: ignore[call-overload]
    unit = re.search(r"\b(?<!a )(?<!per )(?<!each )(?<!last )(?<!this )(minute|hour|day|week|month|year)s?\b", key)
    if unit and len(out) == 1 and out[0].kind == "number" and isinstance(out[0].worth, float):  # "outage days: 4"
        return [out[0]._replace(kind="span", worth=out[0].worth * {"minute": 1, "hour": 60, "day": 1440, "week": 10_080, "month": 43_200, "year": 525_600}[unit[1]])]
    return out


def _same_unit(text: str, one: Told, after: Told) -> float:
    """What "2" is worth in "2 to 3 days"."""
    if after.kind != "span" or not isinstance(one.worth, float) or not isinstance(after.worth, float):
        return one.worth if isinstance(one.worth, float) else 0.0
    count = next(values(re.split(r"[ -]", text[after.place.start:after.place.end])[0]), None)
    return one.worth * after.worth / count[2] if count and isinstance(count[2], float) and count[2] else one.worth


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


#: What many names have in common.
KINDS_OF_PLACE: Final = frozenset(
    "street road lane avenue square place park parade way drive close court hill bridge station hall school hospital centre center plant site depot stop pool store shop gate north south east west new old upper lower saint st san santa line "
    "ward terminal port harbour platform campus building house hotel gym church market rue calle plaza via straat stra\u00dfe platz city town river lake quay pier tower wing block room floor row terrace gardens green field airport arena stadium museum "
    "library university college clinic lough loch mount great little".split())


def same_name(one: str, other: str) -> bool:
    """True where two names share a word that not many places have."""
    mine, theirs = (set(re.findall(r"[^\W_]+", name)) for name in (one, other))
    return bool((mine & theirs) - KINDS_OF_PLACE) or mine == theirs


_ROUGHLY: Final = 0.1
_OVER: Final = 1.35


def agree(said: Told, right: Told) -> bool | None:
    """True where two values of a kind are one, False where both cannot hold, None where they cannot be compared."""
    one, other = said.worth, right.worth
    if isinstance(one, When) and isinstance(other, When):
        shared = [left == mine for left, mine in zip(one, other, strict=True) if left and mine]
        same = one.month and one.month == other.day and one.day == other.month and bool(one.year)
        return None if not shared else all(shared) or bool(same)
    if isinstance(one, Clock) and isinstance(other, Clock):
        around = 1440 if one.sure and other.sure else 720
        earlier = (one.minutes - other.minutes) % around
        return earlier <= _ALLOWED.get(said.hedge, 0) or (said.hedge == "~" and around - earlier <= _ROUGH_MINUTES)
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return bool(one & other)
    if said.kind == "name" and isinstance(one, str) and isinstance(other, str):
        return same_name(one, other)
    if isinstance(one, str) and isinstance(other, str):
        return one.startswith(other) or other.startswith(one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one == other if one[0] == other[0] else None
    if isinstance(one, float) and isinstance(other, float):
        return _near(one, other, said.hedge or right.hedge, said.kind)
    return None


_ROUGH_MINUTES: Final = 20
#: Minutes by which a time may be earlier than it is said to be: "before six" is 05:40.
_ALLOWED: Final = {"~": _ROUGH_MINUTES, "b": 45}


def _near(one: float, other: float, hedge: str, kind: str) -> bool:
    if abs(one - other) < (_ROUND if kind == "percent" else 1e-6 * max(1.0, abs(other))):
        return True
    if hedge == ">":
        return one < other <= one * _OVER
    if hedge == "<":
        return other < one <= other * _OVER
    return hedge == "~" and abs(one - other) <= _ROUGHLY * abs(other)


_ROUND: Final = 0.6
