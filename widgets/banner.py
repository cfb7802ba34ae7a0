"""The line that says which filter is in force, so that nobody takes a part for the whole."""

from __future__ import annotations

from warroom.domain.text import one_line
from widgets import words
from widgets.rows import Chunk, Row, Rows, Tone, chunk, lay_out


class Banner(Rows):
    """One row: the filter, how many posts it lets through, and how to clear it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._filter = ""
        self._count = 0
        self._rest = ""

    def show(self, text: str, count: int, *, more: bool, searching: bool = False) -> None:
        """Tell the filter and how many posts match so far; ``more`` where older ones were not looked at.

        ``searching`` where they are being looked at.
        """
        self._filter, self._count = text, count
        self._rest = " so far, searching on …" if searching else ", more further down" if more else ""
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """One row."""
        del lines
        found = f"{words.plural(self._count, 'post')}{self._rest}"
        return [lay_out(columns, [
            Chunk((("filter ", Tone.DIM), (f"/ {one_line(self._filter)}", Tone.ACCENT))), chunk(found, rank=2),
        ], [Chunk((("Esc", Tone.ACCENT), (" clears it", Tone.DIM)), 1)])]
