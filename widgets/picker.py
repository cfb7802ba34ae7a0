"""The list of statements to pick from, the best first, and the one under the cursor in full."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from warroom.domain.statements import Situation, Statement, fill, holes, misfits, sendable
from warroom.domain.text import neutralise, one_line
from widgets.reader import Reader
from widgets.rows import Chunk, Row, Tone, chunk, fold, lay_out


def statement_rows(one: Statement, columns: int, situation: Situation, now: datetime, *, current: bool) -> list[Row]:
    """One statement in the list: its title and kind, and why it may not be sent or was not written for this."""
    edge = chunk("▌" if current else " ", Tone.ACCENT)
    why = sendable(one, now)
    sign = chunk("✕" if why else "✓", Tone.BAD if why else Tone.GOOD)
    title = chunk(one_line(one.title), Tone.STRONG if current else Tone.PLAIN)
    until = f" until {one.approved_until:%Y-%m-%d}" if one.approved_until else ""
    said = f"{one.kind} · {one_line(one.approved_by)}{until}" if one.approved_by else str(one.kind)
    by = chunk(said, Tone.DIM, rank=2)
    rows = [lay_out(columns, [edge, sign, title], [by], gap=1)]
    for words, tone in ((why, Tone.BAD), (misfits(one, situation), Tone.DIM)):
        lines = fold(words, columns - 4, most=2) if words else []
        rows += [[*edge.parts, ("   ", Tone.DIM), (line, tone)] for line in lines]
    return rows


class Choices(Reader):
    """The statements that match; the cursor moves by the keys of the line above."""

    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._statements: Sequence[Statement] = ()
        self._situation = Situation()
        self._now: datetime | None = None
        self._current = 0
        self._starts: list[int] = []

    @property
    def current(self) -> Statement | None:
        """The statement under the cursor."""
        return self._statements[self._current] if self._statements else None

    def show(self, statements: Sequence[Statement], situation: Situation, now: datetime) -> None:
        """Show these, with the cursor on the first."""
        self._statements, self._situation, self._now, self._current = statements, situation, now, 0
        self.update()
        self.scroll_to(y=0, animate=False)

    def move(self, step: int) -> None:
        """Go to another one."""
        if self._statements:
            self._current = max(0, min(len(self._statements) - 1, self._current + step))
            self.update()
            self.scroll_to(y=max(0, self._starts[self._current] - 2), animate=False)

    def rows_for(self, columns: int) -> list[Row]:
        """All that match."""
        if not self._statements or self._now is None:
            return [[("No statement has these words.", Tone.DIM)]]
        rows: list[Row] = []
        self._starts = []
        for at, one in enumerate(self._statements):
            self._starts.append(len(rows))
            rows += statement_rows(one, columns, self._situation, self._now, current=at == self._current)
        return rows


def gaps_marked(lines: Sequence[str]) -> list[Row]:
    """Rows whose gaps, in braces and perhaps over two lines, stand out."""
    rows: list[Row] = []
    inside = False
    for line in lines:
        row: Row = []
        for piece in re.split(r"(?=\{)|(?<=\})", line):
            inside = inside or piece.startswith("{")
            row.append((piece, Tone.ACCENT if inside else Tone.PLAIN))
            inside = inside and not piece.endswith("}")
        rows.append(row)
    return rows


def meant_for(one: Statement) -> str:
    """When a statement is used, in words."""
    when = [*sorted(one.clusters), *(f"SEV{level}" for level in sorted(one.severities)), *sorted(one.languages),
            *sorted(one.platforms)]
    return one_line(", ".join(when)) if when else "any incident"


class Preview(Reader):
    """A statement in full, what is known filled in, its gaps marked."""

    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._statement: Statement | None = None
        self._values: Mapping[str, str] = {}

    def show(self, statement: Statement | None, values: Mapping[str, str]) -> None:
        """Show this one, as far as ``values`` fill it."""
        self._statement, self._values = statement, values
        self.update()
        self.scroll_to(y=0, animate=False)

    def rows_for(self, columns: int) -> list[Row]:
        """Its words, its gaps, where it stands."""
        one = self._statement
        if one is None:
            return []
        body = fill(one.body, self._values)
        rows = gaps_marked(fold(neutralise(body), columns))
        gaps = ", ".join(dict.fromkeys(hole.name for hole in holes(body)))
        rows.append([])
        left = f"to fill: {one_line(gaps)}" if gaps else "nothing to fill"
        rows += [[(line, Tone.DIM)] for words in (left, f"for {meant_for(one)}") for line in fold(words, columns)]
        return [*rows, lay_out(columns, [Chunk(((one_line(one.where), Tone.DIM),))])]
