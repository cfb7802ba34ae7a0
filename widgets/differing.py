"""Two versions of a text in one: what both have, and in brackets what only one has, with whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from warroom.domain.manuscript import Manuscript, Piece, Side, compare
from warroom.domain.text import neutralise, one_line
from widgets.rows import Part, Row, Tone


def differing(mine: str, theirs: Manuscript, columns: int) -> list[Row]:
    """Rows that tell how ``mine`` differs from what somebody else saved."""
    who = one_line(theirs.author)
    rows: list[Row] = [
        [(f"{who} changed this text at {theirs.at:%H:%M:%S} UTC. ", Tone.WARN), ("F9 chooses.", Tone.ACCENT)],
        [("[+ yours +]", Tone.ACCENT), ("  ", Tone.PLAIN), (f"[- {who}'s -]", Tone.WARN)], [],
    ]
    return [*rows, *pieces_rows(compare(neutralise(mine), neutralise(theirs.text)), columns)]


def pieces_rows(pieces: Sequence[Piece], columns: int) -> list[Row]:
    """Fold pieces into rows: those of one side stand in brackets, so that no colour is needed to tell them apart."""
    rows: list[Row] = [[]]
    used = 0
    for piece in pieces:
        tone = {Side.BOTH: Tone.PLAIN, Side.MINE: Tone.ACCENT, Side.THEIRS: Tone.WARN}[piece.side]
        opens, closes = {Side.BOTH: ("", ""), Side.MINE: ("[+", "+]"), Side.THEIRS: ("[-", "-]")}[piece.side]
        for number, line in enumerate(f"{opens}{piece.text}{closes}".split("\n")):
            if number:
                rows.append([])
                used = 0
            for word in _words(line):
                size = cell_len(word)
                if used and used + len(word.rstrip()) > columns:
                    rows.append([])
                    used = 0
                rows[-1].append(_part(word, tone))
                used += size
    return rows


def _part(word: str, tone: Tone) -> Part:
    return word, tone


def _words(line: str) -> list[str]:
    """Words with the white space behind them."""
    out: list[str] = []
    for mark in line:
        if out and (mark.isspace() or not out[-1][-1:].isspace()):
            out[-1] += mark
        else:
            out.append(mark)
    return out
