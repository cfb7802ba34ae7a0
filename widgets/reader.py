"""A page to read: rows laid out for the width, scrolled by keys and mouse."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from widgets.rows import Part, Row, Tone, plain, shows_utf8, strip_of
from widgets.tones import Tones


class Reader(ScrollView, can_focus=True):
    """Shows what ``rows_for`` gives; subclasses say what that is."""

    DEFAULT_CSS = """
    Reader { height: 1fr; width: 1fr; scrollbar-gutter: stable; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Scroll down", show=False, id="reader.down"),
        Binding("k,up", "scroll_up", "Scroll up", show=False, id="reader.up"),
        Binding("g,home", "scroll_home", "Go to the beginning", show=False, id="reader.top"),
        Binding("G,end", "scroll_end", "Go to the end", show=False, id="reader.bottom"),
        Binding("pagedown,ctrl+d", "page_down", "A page down", show=False, id="reader.page_down"),
        Binding("pageup,ctrl+u", "page_up", "A page up", show=False, id="reader.page_up"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.tones = Tones(self)
        self._rows: list[Row] = []

    def notify_style_update(self) -> None:
        """Take the colours of a new theme over."""
        super().notify_style_update()
        self.tones.forget()

    def rows_for(self, columns: int) -> list[Row]:
        """Give the page for a width; subclasses say what stands in it."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """What the page says, one line a row."""
        return "\n".join(plain(row) for row in self._rows)

    def update(self) -> None:
        """Lay the page out again."""
        columns = self.scrollable_content_region.width - 2
        self._rows = self.rows_for(columns) if columns > 0 else []
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))
        self.refresh()

    def age(self) -> None:
        """Lay the page out again where only ages in it may have grown, and repaint the rows that became others."""
        before, columns = self._rows, self.scrollable_content_region.width - 2
        rows = self.rows_for(columns) if columns > 0 else []
        if len(rows) != len(before):
            self.update()
            return
        self._rows = rows
        top, height = self.scroll_offset.y, self.size.height
        for at in range(top, min(len(rows), top + height)):
            if rows[at] != before[at]:
                self.refresh_line(at)

    def on_resize(self) -> None:
        """Lay the page out for the new width."""
        self.update()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the page."""
        at, columns = y + self.scroll_offset.y, self.size.width
        row: list[Part] = [(" ", Tone.PLAIN), *self._rows[at]] if at < len(self._rows) else []
        return strip_of(row, columns, self.tones, column=self.content_region.x, utf8=shows_utf8(self))
