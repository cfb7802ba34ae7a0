"""Slips: a value that is a fact's but for a key, a column or a digit, and the lone one that stands for it."""

from __future__ import annotations

import re
from typing import Final

from warroom.domain.tone.draft import Span


def slipped(kind: str, said: object, rivals: list[object]) -> bool:
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


def is_long(kind: str, said: object) -> bool:
    """True for a figure of four digits or more: another of our own is seldom so near to a fact's."""
    return kind in ("money", "number") and isinstance(said, float) and len(re.sub(r"\D", "", f"{said:.0f}")) >= _LONG


_SPANS: Final = (525_600, 43_200, 10_080, 1_440, 60, 1)


def misread(kind: str, said: object, untold: list[object]) -> bool:
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


def lone(place: Span, kind: str, said: object, odd: list[tuple[Span, str, object]], untold: list[list[object]], own: str) -> bool:
    """True where a sentence has one span or sum that the sheet has not, and the sheet one that the reply has not, and they are alike.

    "You have 14 days" for 28; "the full £189" for £149.
    """
    if sum(same == kind for _, same, _ in odd) != 1:
        return False
    if kind == "money":
        left: list[object] = [right for rights in untold for right in rights if isinstance(right, float) and isinstance(said, float)]
        return len(left) == 1 and misread(kind, said, left) and _GIVEN.search(own, max(0, place.start - 40), place.start) is not None
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
