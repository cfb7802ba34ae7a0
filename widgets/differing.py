"""Two versions of a text in one: what both have, and in brackets what only one has, with whose it is."""

from __future__ import annotations

from warroom.domain.manuscript import Manuscript
from warroom.domain.text import one_line
from widgets.diff import diff_rows
from widgets.rows import Part, Row, Tone


def legend(theirs: Manuscript) -> list[Part]:
    """What the brackets mean, for the frame."""
    return [("two versions ", Tone.WARN), ("[+ yours +]", Tone.ACCENT), (" ", Tone.PLAIN),
            (f"[- {one_line(theirs.author)}'s -]", Tone.WARN)]


def differing(mine: str, theirs: Manuscript, columns: int) -> list[Row]:
    """Rows that tell how ``mine`` differs from what somebody else saved."""
    who = one_line(theirs.author)
    did = "changed this text" if theirs.text.strip() else "handed this text in, or emptied it,"
    rows: list[Row] = [
        [(f"{who} {did} at {theirs.at:%H:%M:%S} UTC. ", Tone.WARN), ("F9 chooses.", Tone.ACCENT)], [],
    ]
    return [*rows, *diff_rows(theirs.text, mine, columns)]
