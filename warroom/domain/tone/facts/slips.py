"""Slips of the pen: a value that is a fact's but for a key, a column or a digit."""

from __future__ import annotations

import re
from typing import Final

from warroom.domain.tone.facts.quantities import Clock, When


def slipped(kind: str, said: object, right: object) -> bool:
    """True where a value is another with a slip of the pen: 17 July for 17 June, 2270 for 2207, 25 % for 15 %, 6 days for 6 weeks."""
    if isinstance(said, When) and isinstance(right, When):
        return bool(said.day and said.day == right.day and said.month != right.month) or (
            bool(said.day and right.day) and said.month in (0, right.month) and _one_off(str(said.day), str(right.day)))
    if isinstance(said, Clock) and isinstance(right, Clock):
        times = {said.minutes} if said.sure and right.sure else {said.minutes, (said.minutes + 720) % 1440}
        return any(_one_off(f"{time // 60:02}{time % 60:02}", f"{right.minutes // 60:02}{right.minutes % 60:02}") for time in times)
    if kind == "span" and isinstance(said, float) and isinstance(right, float):
        counts = {right / unit for unit in _UNITS if right % unit == 0}
        return any(said % unit == 0 and 1 < said / unit < _MOST_SPAN and said / unit in counts for unit in _UNITS)
    one, other = (re.sub(r"[^0-9a-z]", "", f"{value:g}" if isinstance(value, float) else str(value)) for value in (said, right))
    if one == other or min(len(one), len(other)) < _DIGITS:
        return isinstance(said, float) and isinstance(right, float) and said in (right * 10, right / 10)
    return sorted(one) == sorted(other) or one.strip("0") == other.strip("0") or _one_off(one, other)


_UNITS: Final = (525_600, 43_200, 10_080, 1_440, 60, 1)
_MOST_SPAN: Final = 100
_DIGITS: Final = 2


def _one_off(one: str, other: str) -> bool:
    """True where two runs of digits differ by one digit, put in, left out or changed."""
    if len(one) == len(other):
        return sum(left != right for left, right in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1:] == short for at in range(len(long)))
