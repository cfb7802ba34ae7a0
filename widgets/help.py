"""The page of keys: every binding with its group, its words and why one would press it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.reader import Reader
from widgets.rows import Row, Tone, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key as a person needs to know it. ``keys`` is how they are written, ``id`` what the settings call it."""

    group: str
    keys: str
    words: str
    tooltip: str = ""
    id: str = ""


def key_rows(keys: Sequence[Key], columns: int, *, notes: Sequence[str] = ()) -> list[Row]:
    """Lay the page out: a heading per group, then key, words and, where there is room, the name for the settings."""
    wide = max((len(key.keys) for key in keys), default=0) + 2
    id_room = max((len(key.id) for key in keys), default=0) + 2 if columns >= 90 else 0
    rows: list[Row] = []
    group = ""
    for key in keys:
        if key.group != group:
            group = key.group
            rows += [[]] if rows else []
            rows.append([(f"{group} ", Tone.ACCENT), ("─" * max(0, columns - len(group) - 1), Tone.DIM)])
        words = f"{key.words}. {key.tooltip}." if key.tooltip else f"{key.words}."
        for number, line in enumerate(fold(words, columns - wide - id_room)):
            row: Row = [((key.keys if number == 0 else "").ljust(wide), Tone.STRONG), (line, Tone.PLAIN)]
            if id_room and number == 0:
                used = wide + len(line)
                row.append((key.id.rjust(columns - used), Tone.DIM))
            rows.append(row)
    for note in notes:
        rows.append([])
        rows += [[(line, Tone.DIM)] for line in fold(note, columns)]
    return rows


class Keys(Reader):
    """The page of keys."""

    def __init__(self, keys: Sequence[Key], *, notes: Sequence[str] = (), id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._keys = keys
        self._notes = notes

    def rows_for(self, columns: int) -> list[Row]:
        """The whole page."""
        return key_rows(self._keys, columns, notes=self._notes)
