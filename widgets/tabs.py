"""The row of panes for terminals that do not show them all: number, name, what is new, and which one is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from widgets.rows import Chunk, Part, Row, Rows, Tone, lay_out, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One pane in the row. ``unseen`` counts what came in since it was looked at; ``state`` is its source's glyph."""

    number: int
    name: str
    unseen: int = 0
    state: Part = ("", Tone.DIM)
    current: bool = False


def tab_chunk(tab: Tab) -> Chunk:
    """A tab: ``[1 Reddit 18]`` for the open one, `` 2 Mastodon 4 `` for the others."""
    opening, closing = ("[", "]") if tab.current else (" ", " ")
    tone = Tone.STRONG if tab.current else Tone.DIM
    parts: list[Part] = [(opening, Tone.ACCENT), (f"{tab.number} {tab.name}", tone)]
    if tab.state[0]:
        parts += [(" ", tone), tab.state]
    if tab.unseen:
        parts.append((f" {tab.unseen:,}", Tone.ACCENT))
    return Chunk((*parts, (closing, Tone.ACCENT)), 0 if tab.current else 1 + tab.number)


class Tabs(Rows):
    """The row of tabs; a click on one asks for its pane."""

    class Picked(Message):
        """Somebody wants pane ``number``."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._tabs: Sequence[Tab] = ()

    def show(self, tabs: Sequence[Tab]) -> None:
        """Tell the present tabs."""
        self._tabs = tabs
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """One row."""
        del lines
        return [lay_out(columns, [tab_chunk(tab) for tab in self._tabs], gap=1)]

    def on_click(self, event: events.Click) -> None:
        """Find the tab under the mouse."""
        at, row = event.get_content_offset(self), self.rows_for(self.content_size.width, 1)[0]
        if at is None:
            return
        words = plain(row)
        for tab in self._tabs:
            name = plain(tab_chunk(tab).parts)
            start = words.find(name)
            if start >= 0 and start <= at.x < start + len(name):
                self.post_message(self.Picked(tab.number))
