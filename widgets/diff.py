"""How one text became another, word by word: what went stands in [- -], what came in [+ +], so no colour is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

from rich.cells import cell_len

from warroom.domain.text import neutralise
from widgets.rows import Row, Tone, fold

_WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")
#: Above so many words a text is compared line by line: the time grows with the product of both lengths.
_MOST: Final = 1_500


class Side(StrEnum):
    """Where a piece of text stands."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


class Piece(NamedTuple):
    """A stretch of text that stands in both versions, or in one only."""

    side: Side
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """What it takes to make ``after`` of ``before``, in order; joined without what is only before, it is ``after``."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MOST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(Side.BOTH, "".join(new[c:d])))
            continue
        found += [Piece(side, text) for side, text in (
            (Side.BEFORE, "".join(old[a:b])), (Side.AFTER, "".join(new[c:d]))) if text]
    return found


_TONES: Final = {Side.BOTH: Tone.PLAIN, Side.BEFORE: Tone.WARN, Side.AFTER: Tone.ACCENT}
_MARKS: Final = {Side.BOTH: ("", ""), Side.BEFORE: ("[-", "-]"), Side.AFTER: ("[+", "+]")}


def diff_rows(before: str, after: str, columns: int) -> list[Row]:
    """Lay the difference out in so many columns; the whole of ``after``, plain, where nothing is different."""
    old, new = neutralise(before), neutralise(after)
    if old == new:
        return [[(line, Tone.PLAIN)] for line in fold(new, columns)]
    rows: list[Row] = [[]]
    used = 0
    for side, text in pieces(old, new):
        opens, closes = _MARKS[side]
        for number, line in enumerate(f"{opens}{text}{closes}".split("\n")):
            if number:
                rows.append([])
                used = 0
            for word in _with_space(line, columns):
                if used and used + cell_len(word.rstrip()) > columns:
                    rows.append([])
                    used = 0
                rows[-1].append((word, _TONES[side]))
                used += cell_len(word)
    return rows


def _with_space(line: str, columns: int) -> Iterator[str]:
    """Words with the white space behind them; one that is wider than a row comes in pieces."""
    for word in re.findall(r"\s*\S+\s*|\s+", line):
        if cell_len(word.strip()) <= columns:
            yield word
        else:
            yield from (f"{part} " for part in fold(word, columns))
