"""How a row of a text that is being written looks, told apart from how it is painted: most keys change one row."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets.text_area import Location

from widgets.paint import PlacedStrip
from widgets.plainly import plainly
from widgets.rows import Tone
from widgets.tones import Tones
from widgets.wrap import agreed


class Mark(NamedTuple):
    """A stretch of the text, in code points, that is shown in a tone: underlined, or reversed where it is too much."""

    start: int
    end: int
    tone: Tone
    reverse: bool = False


class Ground(NamedTuple):
    """What all rows share: columns, first row, style, characters, place on the screen, selection, cursor."""

    width: int
    top: int
    base: Style
    utf8: bool
    column: int
    chosen: tuple[Location, Location]
    cursor: Location | None


class Look(NamedTuple):
    """What there is to see in a row. Places are code points of ``text``; ``cursor`` is -1 where it is elsewhere."""

    text: str
    cursor: int
    chosen: tuple[int, int]
    marks: tuple[Mark, ...]
    width: int
    base: Style
    utf8: bool


def look(
    line: str, begin: int, end: int, ground: Ground, *, number: int, last: bool, marks: tuple[Mark, ...],
) -> Look:
    """Say what there is to see from ``begin`` to ``end`` of line ``number``; ``last`` is its last row."""
    cursor, (top, bottom) = -1, ground.chosen
    if ground.cursor is not None and ground.cursor[0] == number:
        at = ground.cursor[1]
        cursor = at - begin if begin <= at < end or (last and at == end) else -1
    chosen = (0, 0)
    if top != bottom and top[0] <= number <= bottom[0]:
        first = 0 if top[0] < number else top[1]
        until = len(line) + 1 if bottom[0] > number else bottom[1]
        if first <= end and until > begin:
            chosen = max(0, first - begin), min(until, end + 1) - begin
    here = tuple([mark._replace(start=max(0, mark.start - begin), end=min(mark.end, end + 1) - begin)
                  for mark in marks if mark.start <= end and mark.end > begin])
    return Look(line[begin:end], cursor, chosen, here, ground.width, ground.base, ground.utf8)


def painted(seen: Look, *, column: int, tones: Tones, styled: Callable[[str], Style]) -> Strip:
    """Paint a row, which begins at ``column`` of the screen; ``styled`` gives the styles of selection and cursor."""
    text, width = seen.text, seen.width
    safe = agreed(text)
    if seen.cursor == len(text):
        text += " "
    cuts = {seen.cursor, seen.cursor + 1, *seen.chosen}
    for mark in seen.marks:
        cuts |= {mark.start, mark.end}
    segments, used = list[Segment](), 0
    for start, stop in pairwise(sorted({0, len(text), *(at for at in cuts if 0 < at < len(text))})):
        piece = text[start:stop] if seen.utf8 else plainly(text[start:stop])
        segments.append(Segment(piece, _ink(start, seen, tones, styled)))
        used += cell_len(piece)
    if used < width:
        segments.append(Segment(" " * (width - used), seen.base))
    strip = Strip(segments, max(used, width))
    if used > width:
        strip = strip.crop(0, width)
    return strip if safe else PlacedStrip(list(strip), width, column)


def _ink(at: int, seen: Look, tones: Tones, styled: Callable[[str], Style]) -> Style:
    style = seen.base
    for mark in seen.marks:
        if mark.start <= at < mark.end:
            tone = tones[mark.tone].rich_style
            style += Style(color=tone.color, underline=not mark.reverse, reverse=mark.reverse)
    if seen.chosen[0] <= at < seen.chosen[1]:
        style += styled("text-area--selection")
    if at == seen.cursor:
        style += styled("text-area--cursor")
    return style
