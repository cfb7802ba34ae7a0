"""A value that a sheet or a reply tells, and whether two of them say the same."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from warroom.domain.tone.draft import Span
from warroom.domain.tone.facts.calendar import words
from warroom.domain.tone.facts.quantities import Clock, When


class Told(NamedTuple):
    """A value where it was told: ``hedge`` is how surely, "~" about, ">" more than, "<" less than, "b" before, "" to the point."""

    place: Span
    kind: str
    worth: object
    hedge: str = ""


#: What many names have in common.
KINDS_OF_PLACE: Final = words(
    "street road lane avenue square place park parade way drive close court hill bridge station hall school hospital centre center plant site depot stop pool store shop gate north south east west new old upper lower saint st san santa line "
    "ward terminal port harbour platform campus building house hotel gym church market rue calle plaza via straat stra\u00dfe platz city town river lake quay pier tower wing block room floor row terrace gardens green field airport arena stadium museum "
    "library university college clinic lough loch mount great little")


def same_name(one: str, other: str) -> bool:
    """True where two names share a word that not many places have."""
    mine, theirs = (set(re.findall(r"[^\W_]+", name)) for name in (one, other))
    return bool((mine & theirs) - KINDS_OF_PLACE) or mine == theirs


def alike(one: Told, right: Told) -> bool:
    """True where two values are of one kind; none of them is a number."""
    return one.kind == right.kind or (one.kind == "none" and right.kind == "number")


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
        if one.minutes % 60 == 0 and min(earlier, around - earlier) <= _FEW_MINUTES and not said.hedge:
            return True
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


#: "At six" may be two minutes past.
_FEW_MINUTES: Final = 3
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
#: A tenth more or less is "about", a third more is still "more than".
_ROUGHLY: Final = 0.1
_OVER: Final = 1.35
