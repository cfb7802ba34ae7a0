"""The drawing half of a feed: finished rows for the cards on the screen, and repaints of what differs only."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from widgets.card import Line, Role, Shape, age, layout
from widgets.glyphs import glyphs
from widgets.marks import Marks
from widgets.paint import Look, paint
from widgets.shelf import Shelf
from widgets.viewport import Viewport

#: Seconds between looks at the ages on the screen.
AGEING: Final = 15.0
_REVERSED: Final = Style(reverse=True)


class Shown(NamedTuple):
    """A card on the screen: its item, its first row (it may be negative), how many rows it has, how it looks."""

    item_id: int
    top: int
    tall: int
    look: Look


class _Drawn:
    """A card laid out, and its strips by look."""

    __slots__ = ("lines", "strips")

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.strips: dict[Look, list[Strip]] = {}


class Canvas(Widget):
    """Paints the posts of a shelf through a viewport. Every row is made once and kept while it may be needed again.

    ``now`` tells the time that ages are counted from. Best without a border of its own: then rows go to the screen
    as they are kept, at absolute columns where terminals disagree on widths.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Canvas { width: 1fr; height: 1fr; }
    Canvas > .feed--author { text-style: bold; }
    Canvas > .feed--urgent { text-style: bold; }
    Canvas > .feed--mark { text-style: bold; }
    Canvas:focus > .feed--bar { text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"feed--{role}" for role in Role} | {"feed--cursor"}

    def __init__(
        self, *, now: Callable[[], datetime], newest_first: bool, utf8: bool,
        id: str | None, classes: str | None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._now = now
        self._signs = glyphs(utf8=utf8)
        self._shelf = Shelf()
        self._marks = Marks()
        self._window = Viewport(self._shelf, self._tall, newest_first=newest_first)
        self._seen = -(2**63)
        self._away = False
        self._shape = Shape.of(2, 0)
        self._column = 0
        self._fitted = Size(0, 0)
        self._drawn: dict[int, _Drawn] = {}
        self._shown: list[Shown] = []
        self._palette: dict[tuple[Role, bool], Style] = {}
        #: The rows (from, up to but not including) that the last look at the list asked to be painted.
        self.repainted: list[tuple[int, int]] = []

    def told(self) -> None:
        """Called whenever what is shown or selected may have changed."""

    # --- what is on the screen ---

    def show(self, stale: Collection[int] = ()) -> None:
        """Repaint the rows that differ from what was painted last, and those of the ``stale`` items."""
        height = self.size.height
        if height and self.is_mounted and not self._away:
            before, after = self._shown, self._look_round()
            changed = set(before) ^ set(after)
            changed.update(card for card in after if card.item_id in stale)
            rows: set[int] = set()
            for card in changed:
                rows.update(range(max(0, card.top), min(height, card.top + card.tall)))
            self._refresh_rows(sorted(rows))
        self.told()

    def _look_round(self) -> list[Shown]:
        now, cursor = self._now().timestamp(), self._window.cursor
        shown = []
        for at, top in self._window.visible():
            item_id = self._shelf.id_at(at)
            look = Look(
                selected=item_id == cursor,
                marked=self._marks.covers(item_id, cursor),
                age=age(now, self._shelf.created_at(at)),
            )
            shown.append(Shown(item_id, top, self._tall(at), look))
        self._shown = shown
        if shown:
            newest = shown[0] if self._window.newest_first else shown[-1]
            self._seen = max(self._seen, newest.item_id)
        return shown

    def _refresh_rows(self, rows: list[int]) -> None:
        """Ask for a repaint of these rows (ascending), as few regions as there are runs of them."""
        self.repainted = []
        for row in rows:
            if self.repainted and self.repainted[-1][1] == row:
                self.repainted[-1] = self.repainted[-1][0], row + 1
            else:
                self.repainted.append((row, row + 1))
        width = self.size.width
        if self.repainted:
            self.refresh(*[Region(0, first, width, end - first) for first, end in self.repainted])

    def on_mount(self) -> None:
        """Let ages grow; they are the only thing that changes while nothing comes in."""
        self.set_interval(AGEING, self.show, name="ages")

    def fit(self) -> bool:
        """Take the present width and height, unless they are taken; the cursor's card keeps its row where it still can.

        Textual paints a new size before it tells of it: what is fitted only then would be painted twice.
        """
        if self.size == self._fitted:
            return False
        self._fitted = self.size
        shape = Shape.of(self.size.width, self.size.height)
        if shape != self._shape:
            self._shape = shape
            self._drawn.clear()
        self._window.resize(self.size.height)
        self._shown = []
        if self.size.height and not self._away:
            self._look_round()
        return True

    def on_resize(self) -> None:
        """Fit into the new size."""
        if self.fit():
            self.refresh()
        self.told()

    def on_hide(self) -> None:
        """What comes in while the feed cannot be seen is not seen."""
        self._away = True
        self._shown = []

    def on_show(self) -> None:
        """Catch up."""
        self._away = False
        self.show()

    def notify_style_update(self) -> None:
        """Take the colours of a new theme over."""
        super().notify_style_update()
        self._palette.clear()
        for drawn in self._drawn.values():
            drawn.strips.clear()

    # --- rows ---

    def _tall(self, at: int) -> int:
        return len(self._draw(at).lines)

    def _draw(self, at: int) -> _Drawn:
        item_id = self._shelf.id_at(at)
        drawn = self._drawn.get(item_id)
        if drawn is None:
            # About three screens are kept: a page back is free, and a million posts cost no more than a hundred.
            while len(self._drawn) > max(64, self._window.height):
                del self._drawn[next(iter(self._drawn))]
            drawn = self._drawn[item_id] = _Drawn(layout(self._shelf.card(at), self._shape, self._signs))
        return drawn

    def _strips(self, card: Shown) -> list[Strip]:
        at = self._shelf.find(card.item_id)
        if at is None:
            return []
        drawn = self._draw(at)
        strips = drawn.strips.get(card.look)
        if strips is None:
            if len(drawn.strips) > 4:
                drawn.strips.clear()
            style = partial(self._style, selected=card.look.selected)
            strips = paint(drawn.lines, card.look, self._shape, self._signs, self._column, style)
            drawn.strips[card.look] = strips
        return strips

    def _style(self, role: Role, *, selected: bool) -> Style:
        style = self._palette.get((role, selected))
        if style is None:
            style = self.get_component_rich_style(f"feed--{role}")
            if selected and role is not Role.RULE:
                cursor = self.get_component_rich_style("feed--cursor")
                style += _REVERSED if self.app.no_color else Style(bgcolor=cursor.bgcolor)
            # A filter changes styles only, so it is asked once a style and not once a row.
            for line_filter in self.get_line_filters():
                filtered = line_filter.apply([Segment("x", style)], self.background_colors[1])[0].style
                style = filtered or Style.null()
            self._palette[role, selected] = style
        return style

    def _rows(self, blank: Strip) -> list[Strip]:
        height = self.size.height
        rows = [blank] * height
        for card in self._shown:
            for row, strip in enumerate(self._strips(card), card.top):
                if 0 <= row < height:
                    rows[row] = strip
        return rows

    def render_lines(self, crop: Region) -> list[Strip]:
        """Hand out the rows as they are kept, past the machinery that borders and padding would need."""
        self.fit()
        if self.styles.gutter.max_height or self.styles.gutter.max_width:
            return super().render_lines(crop)
        column = self.region.x
        if column != self._column:
            self._column = column
            for drawn in self._drawn.values():
                drawn.strips.clear()
        width, height = self.size
        rows = self._rows(Strip.blank(width, self._style(Role.TEXT, selected=False)))
        rows = rows[crop.y:crop.bottom] if crop.height != height else rows
        return rows if crop.width == width else [row.crop(crop.x, crop.right) for row in rows]

    def render_line(self, y: int) -> Strip:
        """One row, for whoever asks for it alone."""
        self.fit()
        for card in self._shown:
            if card.top <= y < card.top + card.tall:
                strips = self._strips(card)
                if y - card.top < len(strips):
                    return strips[y - card.top]
        return Strip.blank(self.size.width, self._style(Role.TEXT, selected=False))
