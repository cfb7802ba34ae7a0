"""The severity as it is suggested: four inputs with points and figures, what holds it up, and what it may be."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from warroom.domain.assessment import Assessment
from warroom.domain.severity import Input, Suggestion
from warroom.domain.text import one_line
from widgets import words
from widgets.reader import Reader
from widgets.rows import Part, Row, Tone, fold

#: What each level means to a team, in a few words.
LEVELS: Final = {1: "all hands, now", 2: "a team, today", 3: "one person, closely", 4: "keep watching"}
_NAME: Final = 11
_MOST: Final = 3


def level_tone(level: int | None) -> Tone:
    """Only the two worst stand out."""
    return Tone.BAD if level == 1 else Tone.WARN if level == 2 else Tone.STRONG


def severity_rows(seen: Assessment, columns: int, *, now: int | None) -> list[Row]:
    """Lay an assessment out; ``now`` is the severity that is set."""
    suggestion = seen.suggestion
    current: Part = (f"SEV{now}", level_tone(now)) if now else ("no severity", Tone.DIM)
    rows: list[Row] = [
        [("suggested ", Tone.DIM), (f"SEV{suggestion.level}", level_tone(suggestion.level)),
         (f"  {LEVELS[suggestion.level]}", Tone.PLAIN), ("    now ", Tone.DIM), current],
        [(f"from the last {_length(seen.window)}, until {seen.at:%H:%M} UTC", Tone.DIM)],
        [],
    ]
    for one in suggestion.inputs:
        rows += _input_rows(one, columns)
    rows.append([])
    for reason in suggestion.reasons:
        rows += _folded("", reason, columns, Tone.PLAIN, indent=2)
    rows += _guess_rows(suggestion, columns)
    if sentence := seen.why.sentence:
        rows += [[], *_folded("drives it  ", sentence, columns, Tone.PLAIN)]
    return rows


def _length(window: timedelta) -> str:
    return "hour" if window == timedelta(hours=1) else words.span(window)


def _input_rows(one: Input, columns: int) -> list[Row]:
    tone = Tone.BAD if one.points >= _MOST else Tone.WARN if one.points else Tone.DIM
    dots = "●" * one.points + "○" * (_MOST - one.points)
    lead: Row = [(str(one.kind).ljust(_NAME), Tone.STRONG), (f"{dots} {one.points}  ", tone)]
    indent = _NAME + _MOST + 4
    figures = f"{one_line(one.figures)}{' (uncertain)' if one.unsure else ''}"
    first, *more = fold(figures, max(12, columns - indent)) or [""]
    return [[*lead, (first, Tone.PLAIN)], *([(" " * indent, Tone.PLAIN), (line, Tone.PLAIN)] for line in more)]


def _guess_rows(suggestion: Suggestion, columns: int) -> list[Row]:
    if not suggestion.guesses:
        return []
    rows: list[Row] = [[], [("what it may be, from words alone; you decide", Tone.DIM)]]
    for guess in suggestion.guesses:
        lead = f"{guess.kind} ({guess.cluster})  "
        rows += _folded(lead, guess.reason, columns, Tone.PLAIN, indent=2)
    return rows


def _folded(lead: str, text: str, columns: int, tone: Tone, *, indent: int = 0) -> list[Row]:
    start = indent + len(lead)
    lines = fold(one_line(text), max(12, columns - start)) or [""]
    return [[(" " * indent + (lead if number == 0 else " " * len(lead)), Tone.STRONG), (line, tone)]
            for number, line in enumerate(lines)]


class SeverityView(Reader):
    """The assessment, or words while there is none."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._seen: Assessment | None = None
        self._now: int | None = None
        self._words = "Looking at the last hour …"

    def show(self, seen: Assessment, *, now: int | None) -> None:
        """Show what was found."""
        self._seen, self._now = seen, now
        self.update()

    def tell(self, text: str) -> None:
        """Say why nothing was found."""
        self._words = text
        self.update()

    def rows_for(self, columns: int) -> list[Row]:
        """The whole of it."""
        if self._seen is None:
            return [[(line, Tone.PLAIN)] for line in fold(self._words, columns)]
        return severity_rows(self._seen, columns, now=self._now)
