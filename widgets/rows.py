"""Rows of toned words: laid out by pure functions, painted by one small widget that repaints only what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from widgets.paint import Cells, PlacedStrip
from widgets.plainly import plainly
from widgets.tones import Tone, Tones
from widgets.wrap import agreed, fit, wrap

__all__ = ["BARS", "Chunk", "Part", "Row", "Rows", "Tone", "Toned", "chunk", "cut", "fold", "lay_out", "plain",
           "shows_utf8", "strip_of", "width"]

Part: TypeAlias = tuple[str, Tone]
Row: TypeAlias = list[Part]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that stay together. Where a row is too narrow the chunk of the highest ``rank`` goes first."""

    parts: tuple[Part, ...]
    rank: int = 0

    @property
    def width(self) -> int:
        """Terminal columns."""
        return width(self.parts)


def chunk(text: str, tone: Tone = Tone.PLAIN, *, rank: int = 0) -> Chunk:
    """Make a chunk of one tone."""
    return Chunk(((text, tone),), rank)


def width(parts: Sequence[Part]) -> int:
    """Terminal columns of ``parts``."""
    return sum(cell_len(text) for text, _ in parts)


def cut(parts: Sequence[Part], columns: int, more: str = "…") -> Row:
    """Cut ``parts`` to so many columns, with an ellipsis where something is missing."""
    if width(parts) <= columns:
        return list(parts)
    kept: Row = []
    left = columns - 1
    for text, tone in parts:
        size = cell_len(text)
        if size > left:
            if left > 0:
                kept.append((set_cell_size(text, left), tone))
            break
        kept.append((text, tone))
        left -= size
    return [*kept, (more, Tone.DIM)] if columns > 0 else []


def lay_out(columns: int, left: Sequence[Chunk], right: Sequence[Chunk] = (), *, gap: int = 3) -> Row:
    """Put chunks on one row: ``left`` ones from the left, ``right`` ones flush right, the least important dropped."""
    left, right = _kept(columns, left, right, gap)
    row = _joined(left, gap)
    tail = _joined(right, gap)
    space = columns - width(row) - width(tail)
    if tail:
        row = [*row, (" " * max(0, space), Tone.PLAIN), *tail]
    return cut(row, columns)


def spare(columns: int, left: Sequence[Chunk], right: Sequence[Chunk] = (), *, gap: int = 3) -> int:
    """Columns that :func:`lay_out` would leave empty between the chunks of both sides."""
    return max(0, columns - _needed(*_kept(columns, left, right, gap), gap))


def _kept(
    columns: int, left: Sequence[Chunk], right: Sequence[Chunk], gap: int,
) -> tuple[list[Chunk], list[Chunk]]:
    left, right = [c for c in left if c.width], [c for c in right if c.width]
    while len(left) + len(right) > 1 and _needed(left, right, gap) > columns:
        worst = max((*left, *right), key=lambda c: c.rank)
        (right if worst in right else left).remove(worst)
    return left, right


def _needed(left: Sequence[Chunk], right: Sequence[Chunk], gap: int) -> int:
    every = (*left, *right)
    return sum(c.width for c in every) + gap * (len(every) - 1)


def _joined(chunks: Sequence[Chunk], gap: int) -> Row:
    row: Row = []
    for number, each in enumerate(chunks):
        if number:
            row.append((" " * gap, Tone.PLAIN))
        row.extend(each.parts)
    return row


def fold(text: str, columns: int, *, most: int = 0) -> list[str]:
    """Wrap neutralised text at words to so many columns; ``most`` lines at the most (0: all), with an ellipsis."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        broken, _ = wrap(paragraph, max(2, columns))
        lines += broken or [""]
    while lines and not lines[-1]:
        lines.pop()
    if most and len(lines) > most:
        lines = [*lines[: most - 1], fit(f"{lines[most - 1]} …", columns)]
    return lines


def plain(row: Sequence[Part]) -> str:
    """The words of a row without their tones, for tests and for the clipboard."""
    return "".join(text for text, _ in row)


def strip_of(
    row: Sequence[Part], columns: int, tones: Tones, *, column: int, utf8: bool = True,
) -> Strip:
    """Turn a row into a strip of exactly so many columns; ``column`` is where it begins on the screen."""
    parts = cut(row, columns) if utf8 else cut([(plainly(text), tone) for text, tone in row], columns, more="~")
    segments = [Segment(text, tones[tone].rich_style) for text, tone in parts if text]
    spare = columns - width(parts)
    if spare > 0:
        segments.append(Segment(" " * spare, tones[Tone.PLAIN].rich_style))
    # What terminals may measure otherwise than we do is put at its column, so that no frame is pushed aside.
    safe = all(agreed(text) for text, _ in parts)
    return Cells(segments, columns) if safe else PlacedStrip(segments, columns, column)


def shows_utf8(widget: Widget) -> bool:
    """True unless the app has the class ``-ascii``: its terminal does not show UTF-8."""
    return not widget.app.has_class("-ascii")


class Toned(Widget):
    """A widget that knows the style of each tone. Its app has the component classes ``tones.CLASSES``."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.tones = Tones(self)

    def notify_style_update(self) -> None:
        """Take the colours of a new theme over."""
        super().notify_style_update()
        self.tones.forget()

    def painted(self, row: Sequence[Part], columns: int) -> Strip:
        """A row as a strip of exactly so many columns."""
        return strip_of(row, columns, self.tones, column=self.content_region.x, utf8=shows_utf8(self))


class Rows(Toned):
    """A few rows that ``rows_for`` gives; ``update`` repaints only those that differ from what is on the screen."""

    DEFAULT_CSS = """
    Rows { height: 1; width: 1fr; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._rows: list[Row] = []
        self._fitted = Size(0, 0)

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """Give the rows for a size; subclasses say what stands in them."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """What the widget says now, one line a row."""
        size = self.content_size
        return "\n".join(plain(row) for row in self.rows_for(size.width, size.height))

    def update(self) -> None:
        """Compute the rows again and repaint those that changed."""
        size = self.content_size
        if not size.width or not size.height:
            # It is hidden, and what it showed last is not what it must show first. Asked for again and again, a paint
            # of what cannot be seen would have the screen look for it among all that it holds.
            if self._fitted != size:
                self._fitted = size
                self.refresh()
            return
        rows = self.rows_for(size.width, size.height)
        before, self._rows, self._fitted = self._rows, rows, size
        for number, row in enumerate(rows):
            if number >= len(before) or before[number] != row:
                self.refresh(Region(0, self.gutter.top + number, self.size.width, 1))
        for number in range(len(rows), len(before)):
            self.refresh(Region(0, self.gutter.top + number, self.size.width, 1))

    def _fit(self) -> bool:
        """Lay the rows out for the present size, unless they are: Textual paints a new size before it tells of it."""
        if self.content_size == self._fitted:
            return False
        self._fitted = self.content_size
        self._rows = self.rows_for(self.content_size.width, self.content_size.height)
        return True

    def on_resize(self) -> None:
        """Lay the rows out for the new size."""
        if self._fit():
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row."""
        self._fit()
        columns = self.content_size.width
        return self.painted(self._rows[y] if y < len(self._rows) else (), columns)


#: Eight heights of a bar, the lowest first.
BARS: Final = "▁▂▃▄▅▆▇█"
