"""Which panes are on the screen: as many as fit, and always the one that somebody is in. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

#: Columns below which two panes side by side would be too narrow to read in.
NARROWEST: Final = 42
#: Columns and rows below which frames cost more than they give.
FRAMED: Final = (100, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What fits. ``shown`` are the numbers (from 0) of the panes on the screen; ``gauge`` is its rows."""

    shown: Sequence[int]
    framed: bool
    tabs: bool
    gauge: int
    header: bool
    status: bool
    beside: bool


def arrange(
    columns: int, rows: int, *, panes: int, current: int, first: int, zoomed: bool = False, detail: bool = False,
    writing: bool = False,
) -> Layout:
    """Fit ``panes`` panes into a terminal. ``first`` is the leftmost one shown so far, ``current`` must be seen.

    With ``detail`` a page takes the right half, or all of a terminal that is too narrow for two. While somebody is
    ``writing`` the rows of a very low terminal are the text's.
    """
    beside = detail and columns >= 2 * NARROWEST + 16
    room = columns // 2 if beside else columns
    slots = 1 if zoomed else max(1, min(panes, room // NARROWEST))
    start = min(first, current, panes - slots) if current < first + slots else current - slots + 1
    start = max(0, min(start, panes - slots))
    hidden = detail and not beside
    return Layout(
        shown=() if hidden else range(start, start + slots),
        framed=columns >= FRAMED[0] and rows >= FRAMED[1],
        tabs=slots < panes and rows >= 7 and not hidden,
        gauge=0 if rows < (16 if writing else 12) else 1 if rows < 30 else 2,
        header=rows >= 3,
        status=rows >= (8 if writing else 4),
        beside=beside,
    )
