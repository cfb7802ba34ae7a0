"""How one text became another, word by word: what went stands in [- -], what came in [+ +], so no colour is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from warroom.domain.difference import Side, pieces
from warroom.domain.text import neutralise
from widgets.rows import Row, Tone, fold

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
