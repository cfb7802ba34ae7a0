"""A pane: a list in a frame that says whose it is, how its source does, and what came in above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Self

from textual.app import ComposeResult
from textual.content import Content
from textual.css.query import NoMatches
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from widgets.feed import Feed
from widgets.plainly import plainly
from widgets.rows import Part, Row, Toned, shows_utf8
from widgets.thumb import Thumb


class Pane(Toned):
    """A frame around ``body``. ``number`` is the key that jumps to it, ``name`` what stands in its frame."""

    DEFAULT_CSS = """
    Pane { layout: vertical; height: 1fr; width: 1fr; border: solid $border; }
    Pane > .pane--notice { display: none; height: auto; max-height: 50%; width: 1fr; padding: 0 1; }
    Pane.-told > .pane--notice { display: block; }
    Pane.-frameless { border: none; }
    """

    def __init__(self, body: Widget, *, number: int, name: str, id: str | None = None) -> None:  # noqa: A002 - Textual's
        self._row: Region | None = None
        super().__init__(id=id)
        self.body = body
        self.number = number
        self.title = name
        self._head: Sequence[Part] = ()
        self._foot: Sequence[Part] = ()
        self._notice: Sequence[Row] = ()

    def compose(self) -> ComposeResult:
        """The notice above, the list below."""
        yield Static(classes="pane--notice", markup=False)
        yield self.body
        if isinstance(self.body, Feed):
            yield Thumb(self.body, utf8=shows_utf8(self))

    def on_mount(self) -> None:
        """Frame it."""
        self._frame()
        if self._notice:
            self._show_notice()

    def notify_style_update(self) -> None:
        """Take the frame's words over into a new theme."""
        super().notify_style_update()
        if self.is_mounted and self.is_attached:
            self._frame()
            if self._notice:
                self._show_notice()

    def head(self, parts: Sequence[Part]) -> None:
        """Say in the upper frame what stands behind the name."""
        if parts != self._head:
            self._head = parts
            self._name_it()

    def foot(self, parts: Sequence[Part]) -> None:
        """Say something in the lower frame."""
        if parts != self._foot:
            self._foot = parts
            self._end_it()

    def notice(self, rows: Sequence[Row]) -> None:
        """Say something above the list: what it waits for, what went wrong, what to do. Nothing hides it."""
        if rows == self._notice:
            return
        self._notice = rows
        self._show_notice()

    @property
    def words(self) -> str:
        """Everything that the frame and the notice say."""
        parts = [(f"{self.number} {self.title} ", ""), *self._head, *self._foot, *(p for r in self._notice for p in r)]
        return "".join(text for text, _ in parts)

    def _show_notice(self) -> None:
        try:
            notice = self.query_one(".pane--notice", Static)
        except NoMatches:  # not composed yet; on_mount comes back here
            return
        lines = [self._content(row) for row in self._notice]
        notice.update(Content("\n").join(lines))
        self.set_class(bool(lines), "-told")

    def _frame(self) -> None:
        self._name_it()
        self._end_it()

    def _name_it(self) -> None:
        name = f"{self.number} {self.title}" if self.number else self.title
        with self._repainting(top=True):
            self.border_title = Content(f" {name} ") + self._content(self._head) + Content(" " if self._head else "")

    def _end_it(self) -> None:
        foot = self._content(self._foot)
        with self._repainting(top=False):
            self.border_subtitle = Content(" ") + foot + Content(" ") if self._foot else None

    @contextmanager
    def _repainting(self, *, top: bool) -> Iterator[None]:
        """Let a repaint that is asked for meanwhile be that of the frame's upper or lower row.

        Textual would paint all rows of the frame, and all panes change their words several times a second.
        """
        # Regions are counted from the content, the frame stands around it.
        width, height = self.outer_size
        x, y = -self.content_offset
        self._row = Region(x, y if top else y + height - 1, width, 1)
        try:
            yield
        finally:
            self._row = None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False,
    ) -> Self:
        """Ask for a repaint; new words in the frame ask for the row in which they stand."""
        if self._row is not None and not regions:
            regions = (self._row,)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _content(self, parts: Sequence[Part]) -> Content:
        utf8 = shows_utf8(self)
        styled = [(text if utf8 else plainly(text), self.tones[tone]) for text, tone in parts]
        return Content.assemble(*styled)
