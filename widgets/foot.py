"""The foot of a page: what came of the last key, and below it the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from widgets.rows import Chunk, Part, Row, Rows, Tone, chunk, fold, lay_out, width

#: Seconds that words may stand in the place of the keys.
LONG: Final = 10.0


def two_rows(words: Part, columns: int) -> list[Row] | None:
    """Words that are too long for one row on two, None where one is enough."""
    if width([words]) <= columns:
        return None
    return [[(line, words[1])] for line in fold(words[0], columns, most=2)]


class Foot(Rows):
    """Two rows. What a page adds, it says in a class of its own: ``ways`` are its keys and what they do."""

    DEFAULT_CSS = """
    Foot { height: 2; padding: 0 1; }
    """

    def __init__(self, *, silent: Part = ("", Tone.PLAIN)) -> None:
        super().__init__()
        self.silent = silent
        self.said = silent
        self.aside = ""

    def say(self, words: str, tone: Tone = Tone.WARN) -> None:
        """Say something above the keys; "" says again what stands there in silence."""
        said = self.said = (words, tone) if words else self.silent
        if self.is_attached and two_rows(said, self.content_size.width) is not None:
            self.set_timer(LONG, lambda: self._hush(said))  # the keys come back
        self.update()

    def _hush(self, said: Part) -> None:
        if self.said is said:
            self.say("")

    def tell_aside(self, words: str) -> None:
        """Say something at the right end, from now on."""
        self.aside = words
        self.update()

    def ways(self) -> Sequence[tuple[str, str]]:
        """The keys and what they do, the most wanted first: the last ones go where there is no room."""
        return ()

    def ways_row(self, columns: int) -> Row:
        """Lay the keys out."""
        return lay_out(columns, [Chunk(((key, Tone.ACCENT), (f" {what}", Tone.PLAIN)), rank)
                                 for rank, (key, what) in enumerate(self.ways())], gap=2)

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """The words, and the keys; words that are too long for a row take that of the keys too."""
        del lines
        if (long := two_rows(self.said, columns)) is not None:
            return long
        aside = [chunk(self.aside, Tone.DIM, rank=1)] if self.aside else []
        return [lay_out(columns, [chunk(*self.said)], aside), self.ways_row(columns)]
