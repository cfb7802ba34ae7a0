"""Two versions of a text in one: what both have, and in brackets what only one has, with whose it is."""

from __future__ import annotations

from warroom.domain.manuscript import Manuscript
from warroom.domain.text import one_line
from widgets.diff import diff_rows
from widgets.rows import Row, Tone


def differing(mine: str, theirs: Manuscript, columns: int) -> list[Row]:
    """Rows that tell how ``mine`` differs from what somebody else saved."""
    who = one_line(theirs.author)
    rows: list[Row] = [
        [(f"{who} changed this text at {theirs.at:%H:%M:%S} UTC. ", Tone.WARN), ("F9 chooses.", Tone.ACCENT)],
        [("[+ yours +]", Tone.ACCENT), ("  ", Tone.PLAIN), (f"[- {who}'s -]", Tone.WARN)], [],
    ]
    return [*rows, *diff_rows(theirs.text, mine, columns)]
