"""The line above the status: what goes out in a few seconds and can be taken back, and what nobody knows the end of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from warroom.domain.text import clip, one_line
from widgets import words
from widgets.rows import Chunk, Row, Rows, Tone, chunk, lay_out


@dataclass(frozen=True, slots=True)
class Leaving:
    """A reply that counts down: whom it speaks to, its words, and the seconds left."""

    to: str
    text: str
    left: float


def outgoing_row(leaving: Mapping[str, Leaving], unknown: int, columns: int) -> Row:
    """Lay the line out: the countdown that ends first, how many more there are, and what is not known."""
    left: list[Chunk] = []
    if leaving:
        first = min(leaving.values(), key=lambda one: one.left)
        seconds = max(1, round(first.left))
        more = f" and {len(leaving) - 1} more" if len(leaving) > 1 else ""
        left.append(Chunk(((f"▸ out in {seconds} s", Tone.ACCENT), (f"{more} {first.to}", Tone.STRONG)), 0))
        left.append(Chunk((("z", Tone.ACCENT), (" takes it back", Tone.PLAIN)), 0))
        left.append(chunk(f"“{clip(one_line(first.text), max(16, columns // 3))}”", Tone.DIM, rank=3))
    if unknown:
        said = f"? {words.plural(unknown, 'reply', 'replies')} unknown"
        left.append(Chunk(((said, Tone.BAD), (": did it go out? ", Tone.PLAIN), ("Q", Tone.ACCENT),
                           (" shows", Tone.PLAIN)), 1))
    return lay_out(columns, left)


class Outgoing(Rows):
    """The line; it takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    Outgoing { height: 1; display: none; }
    Outgoing.-told { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._leaving: Mapping[str, Leaving] = {}
        self._unknown = 0

    def show(self, leaving: Mapping[str, Leaving], unknown: int) -> None:
        """Tell what goes out, and how many replies are unknown."""
        self._leaving, self._unknown = dict(leaving), unknown
        self.set_class(bool(leaving or unknown), "-told")
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """One row."""
        del lines
        return [outgoing_row(self._leaving, self._unknown, columns)]
