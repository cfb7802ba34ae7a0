"""The mood by platform and by term: how much, how bad, how far from the usual, and the last hours; a row each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from warroom.domain.alarm import Scope
from warroom.domain.gauge import Reading, wilson
from warroom.domain.text import clip, one_line
from widgets import words
from widgets.gauge import window_words
from widgets.health import NAMES
from widgets.normal import Norm, alarm_marks, hours_words, latest_alarm, ratio, spark, usual_net, usual_share
from widgets.reader import Reader
from widgets.rows import Chunk, Part, Row, Tone, chunk, fold, lay_out

#: Columns from which every column has its place.
_WIDE: Final = 120
_NAME: Final = {True: 20, False: 12}


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of one scope: what is counted, and what is usual."""

    scope: Scope
    reading: Reading
    norm: Norm


def mood_rows(lines: Sequence[Line], columns: int, minimum: int) -> list[Row]:
    """Lay the page out: a head, a row for each scope, the marks of alarms below it, and what it all means."""
    wide = columns >= _WIDE
    rows: list[Row] = [_head(wide, lines), []]
    part = ""
    for line in lines:
        here = "platform" if line.scope.platform else "term" if line.scope.term else ""
        if here != part:
            part = here
            rows += [[], [(f"by {here}", Tone.DIM)]]
        rows += _rows(line, columns, minimum, wide=wide)
    window = window_words(lines[0].reading.window) if lines else "hour"
    notes = (
        f"Now is the last {window}. ± is what chance alone does to a count of so many posts.",
        "The model's own error is not in it. ✓ stands where people checked random posts (L): there it is.",
        "Usual is learned from ordinary hours at this time of the day. A label of yours (l) moves what is counted now.",
    )
    return [*rows, [], *([(line, Tone.DIM)] for note in notes for line in fold(note, min(columns, 120)))]


def _head(wide: bool, lines: Sequence[Line]) -> Row:
    long = hours_words(lines[0].norm.heard) if lines else ""
    name = " " * _NAME[wide]
    if wide:
        return [(f"{name}  {'now':>7} {'usual':>8} {'':>6}   {'negative':<15} {'usual':>6}   ", Tone.DIM),
                (f"{'mood':>5} {'usual':>6}   {'scored':>7}   {long}", Tone.DIM)]
    return [(f"{name} {'now':>6} {'times':>6}  {'negative':<12} {'usual':>5}  {long}", Tone.DIM)]


def _rows(line: Line, columns: int, minimum: int, *, wide: bool) -> list[Row]:
    reading, norm, usual = line.reading, line.norm, line.norm.known
    name = _name(line.scope)
    times = ratio(reading.per_hour, usual) if usual else ""
    loud = Tone.WARN if usual is not None and reading.per_hour > usual.high else Tone.PLAIN
    share, tone = _share(reading, minimum)
    known = reading.n >= max(1, minimum) and reading.net is not None
    size = _NAME[wide]
    parts: list[Part] = [(f"{clip(name, size):<{size}}", Tone.STRONG)]
    if wide:
        volume = words.short(usual.volume) if usual else "-"
        parts += [(f"  {words.short(reading.per_hour) + '/h':>7}", Tone.PLAIN), (f" {volume:>8}", Tone.DIM),
                  (f" {times:>6}   ", loud), (f"{share:<15}", tone), (f" {usual_share(norm) or '-':>6}   ", Tone.DIM),
                  (f"{f'{reading.net:+.2f}' if known and reading.net is not None else '-':>5}", Tone.PLAIN),
                  (f" {usual_net(norm) or '-':>6}   ", Tone.DIM), (f"{words.count(reading.n):>7}   ", Tone.DIM)]
    else:
        parts += [(f" {words.short(reading.per_hour) + '/h':>6}", Tone.PLAIN), (f" {times or '-':>6}  ", loud),
                  (f"{share:<12}", tone), (f" {usual_share(norm) or '-':>5}  ", Tone.DIM)]
    before = sum(len(text) for text, _ in parts)
    left = min(72, columns - before - (34 if wide else 0))
    if left < 6:
        return [lay_out(columns, [Chunk(tuple(parts))])]
    tail = latest_alarm(norm, room=20) if wide else []
    row = lay_out(columns, [Chunk((*parts, *spark(norm, left))), *tail])
    marks = alarm_marks(norm, left)
    return [row, [(" " * before, Tone.PLAIN), *marks]] if marks else [row]


def _name(scope: Scope) -> str:
    if scope.platform is not None:
        return NAMES[scope.platform]
    return one_line(scope.term) or "everything"


def _share(reading: Reading, minimum: int) -> tuple[str, Tone]:
    """The share of negative posts with its interval: checked by people, else as the model counts."""
    if reading.checked is not None:
        checked = reading.checked.negative
        return f"{round(checked.share * 100):>3} % ±{max(1, round(checked.margin * 100))} ✓", Tone.PLAIN
    if reading.negative is None or reading.n < max(1, minimum):
        return "  - (too few)" if reading.n else "  -", Tone.DIM
    _, half = wilson(round(reading.negative * reading.n), reading.n)
    return f"{round(reading.negative * 100):>3} % ±{max(1, round(half * 100))}", Tone.PLAIN


class MoodTable(Reader):
    """The page of the mood."""

    def __init__(self, minimum: int) -> None:
        super().__init__(id="mood")
        self._minimum = minimum
        self._lines: Sequence[Line] = ()
        self._told: list[Row] = []

    def show(self, readings: Mapping[Scope, Reading], norms: Mapping[Scope, Norm]) -> None:
        """Tell the present; platforms and terms of which nothing is known or heard are left out."""
        lines = [Line(scope, reading, norms[scope]) for scope, reading in readings.items()
                 if scope == Scope() or reading.per_hour or norms[scope].known]
        if lines != self._lines:
            self._lines = lines
            self.update()

    def rows_for(self, columns: int) -> list[Row]:
        """The table, or that it is being counted."""
        if not self._lines:
            return [lay_out(columns, [chunk("counting the stored posts …", Tone.DIM)])]
        return mood_rows(self._lines, columns, self._minimum)
