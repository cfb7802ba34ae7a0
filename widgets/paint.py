"""Cards as strips: styled cells, and rows that stay in their columns whatever a terminal makes of an emoji."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

from widgets.card import Line, Piece, Role, Shape, size
from widgets.glyphs import Glyphs

_BARE: Final = Strip((), 0)
#: The caches of a strip, and how many entries each keeps.
_CACHES: Final = {name: cache._maxsize for name in Strip.__slots__  # noqa: SLF001 - Textual does not tell otherwise
                  if isinstance(cache := getattr(_BARE, name), FIFOCache)}


class Cells(Strip):
    """A strip whose caches are made when they are asked for.

    In a flood every row is new and painted once; the seven caches of each were a tenth of what the console took.
    """

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment], cell_length: int) -> None:
        self._segments = list(segments)
        self._cell_length = cell_length
        self._render_cache: str | None = None
        self._link_ids: set[str] | None = None
        self._cell_count: int | None = None

    def __getattr__(self, name: str) -> object:
        """Make what is missing: a cache, or whatever else a strip of another Textual begins with."""
        made = FIFOCache[object, object](_CACHES[name]) if name in _CACHES else getattr(_BARE, name)
        setattr(self, name, made)
        return made

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Cut the row into several; mostly it is wanted whole, which is not worth a cache."""
        cuts = list(cuts)
        return [self] if cuts == [self._cell_length] else super().divide(cuts)


class PlacedStrip(Cells):
    """A row whose text terminals may measure differently: its words are put at absolute columns.

    The row is emptied first, then each word is written at its column, and the cursor ends at the column after the
    row. So a terminal that gives an emoji one cell more or less leaves nothing behind and pushes nothing away.
    """

    __slots__ = ("_column",)

    def __init__(self, segments: Sequence[Segment], cell_length: int, column: int) -> None:
        super().__init__(segments, cell_length)
        self._column: int = column

    def render(self, console: Console) -> str:
        """The row as terminal sequences."""
        if self._render_cache is None:
            colours = COLOR_SYSTEMS[console.color_system or "truecolor"]
            parts = [self._drawn(" " * self.cell_length, self._segments[0].style, colours)]
            column = self._column
            for text, style, _ in self._segments:
                if not text.isspace():
                    parts.append(f"\x1b[{column + 1}G")
                    parts.append(self._drawn(text, style, colours))
                column += cell_len(text)
            parts.append(f"\x1b[{self._column + self.cell_length + 1}G")
            self._render_cache = "".join(parts)
        return self._render_cache

    def _drawn(self, text: str, style: Style | None, colours: ColorSystem) -> str:
        return text if style is None else self.render_style(style, text, colours)


class Look(NamedTuple):
    """How a card is painted now: whether the cursor is on it, whether it is marked, and its age."""

    selected: bool
    marked: bool
    age: str


def paint(
    lines: Sequence[Line], look: Look, shape: Shape, signs: Glyphs, column: int, style: Callable[[Role], Style],
) -> list[Strip]:
    """Turn the lines of a card into strips, bar and air included, that begin at ``column`` of the screen."""
    strips = []
    width = 1 + shape.width + shape.air
    for number, line in enumerate(lines):
        rule = bool(line.left) and line.left[0].role is Role.RULE
        if look.marked and number == 0:
            bar = (signs.marked, Role.MARK)
        else:
            bar = (signs.bar if look.selected and not rule else " ", Role.BAR)
        if rule:
            bar = (signs.rule, Role.RULE)
        segments = [Segment(bar[0], style(bar[1]))]
        placed = _add(segments, line.left, style)
        used = 1 + size(line.left)
        if line.aged:
            segments.append(Segment("  " + look.age, style(Role.META)))
            used += 2 + len(look.age)
        gap = width - used - size(line.right) - (0 if rule else shape.air)
        if gap > 0:
            segments.append(Segment(" " * gap, style(Role.TEXT)))
        placed = _add(segments, line.right, style) or placed
        if shape.air and not rule:
            segments.append(Segment(" " * shape.air, style(Role.TEXT)))
        if gap < 0:
            strips.append(Strip(segments).crop(0, width))
        else:
            strips.append(PlacedStrip(segments, width, column) if placed else Cells(segments, width))
    return strips


def _add(segments: list[Segment], pieces: Sequence[Piece], style: Callable[[Role], Style]) -> bool:
    """Add pieces; True where one of them must be placed. Each takes the cells that it takes at most."""
    placed = False
    for piece in pieces:
        segments.append(Segment(piece.text, style(piece.role)))
        if piece.odd:
            spare = piece.size - cell_len(piece.text)
            if spare > 0:
                segments.append(Segment(" " * spare, style(piece.role)))
            placed = True
    return placed
