"""Where a feed stands in its list: one column beside it, a widget of its own, so that it repaints no row of posts."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from widgets.feed import Feed, View
from widgets.glyphs import glyphs


def span(view: View, height: int) -> tuple[int, int]:
    """The rows of a bar of ``height`` that stand for what ``view`` shows: first and one past the last."""
    if view.length <= view.shown or height <= 0:
        return 0, max(0, height)
    size = max(1, round(view.shown / view.length * height))
    room = height - size
    first = round(view.first / (view.length - view.shown) * room)
    # The ends are shown only at the ends: a reader must see that there is more.
    if view.first > 0 and room > 1:
        first = max(1, first)
    if view.first + view.shown < view.length and room > 1:
        first = min(room - 1, first)
    return first, first + size


class Thumb(Widget):
    """A bar beside ``feed``. It is silent where everything is in sight, and goes where it is clicked or dragged."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Thumb { width: 1; height: 1fr; dock: right; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"thumb--bar", "thumb--track"}

    def __init__(self, feed: Feed, *, utf8: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._feed = feed
        self._signs = glyphs(utf8=utf8)
        self._span = (0, 0)
        self._silent = True

    def on_mount(self) -> None:
        """Listen to the feed."""
        self._feed.subscribe(self._show)

    def on_resize(self) -> None:
        """Draw it for the new height, unless a paint was faster."""
        self._show(self._feed.view)

    @staticmethod
    def _quiet(view: View) -> bool:
        return view.length <= view.shown

    def _show(self, view: View) -> None:
        height = self.size.height
        before, after = self._span, span(view, height)
        silent = self._quiet(view)
        if self._silent != silent:
            self._silent = silent
            self.refresh()
        elif before != after:
            rows = set(range(*before)) ^ set(range(*after))
            self.refresh(Region(0, min(rows), 1, max(rows) - min(rows) + 1))
        self._span = after

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw it as the feed is now: Textual paints a new size before it tells of it."""
        self._feed.fit()
        self._span, self._silent = span(self._feed.view, self.size.height), self._quiet(self._feed.view)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One cell."""
        inside = self._span[0] <= y < self._span[1]
        name = "thumb--bar" if inside and not self._silent else "thumb--track"
        sign = " " if self._silent else self._signs.thumb if inside else self._signs.track
        return Strip([Segment(sign, self.get_component_rich_style(name))], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there, and follow the mouse while it is held."""
        self.capture_mouse()
        self._feed.seek(event.y / max(1, self.size.height - 1))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse."""
        if event.button and self.app.mouse_captured is self:
            self._feed.seek(event.y / max(1, self.size.height - 1))

    def on_mouse_up(self) -> None:
        """Let the mouse go."""
        self.release_mouse()
