"""The clocks in the top line and in their list: each figure has columns of its own, so that none moves another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.clocks import NAMES, WHY, Clock, Reading, State
from warroom.domain.text import clip, one_line
from widgets.rows import Chunk, Part, Row, Tone, chunk, fold, lay_out

TONES: Final = {State.OK: Tone.PLAIN, State.AMBER: Tone.WARN, State.RED: Tone.BAD}
#: Never colour alone: a sign for each state, all of one column.
SIGNS: Final = {State.OK: " ", State.AMBER: "▲", State.RED: "!"}
_AWAY: Final = "◷"
#: Columns of a length of time: ``38m``, ``2h05m``, ``12d3h``; and with seconds, ``0:11:54``.
_SPAN: Final = 6
_TICK: Final = 7
_SHORT: Final = {Clock.HOLDING: "holding", Clock.COMPLAINT: "complaint", Clock.PUBLIC: "update",
                 Clock.EXECUTIVE: "exec"}
_LONG: Final = {Clock.HOLDING: "holding", Clock.COMPLAINT: "oldest complaint", Clock.PUBLIC: "next update",
                Clock.EXECUTIVE: "executive"}


def span(length: timedelta) -> str:
    """Write a length of time in at most six characters: ``38m``, ``2h05m``, ``12d3h``."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes}m"
    if minutes < 24 * 60:
        return f"{minutes // 60}h{minutes % 60:02d}m"
    return f"{minutes // 1440}d{minutes % 1440 // 60}h"


def tick(length: timedelta) -> str:
    """Write what is left of the last hour to the second, ``0:11:54``; more than that as :func:`span` does."""
    seconds = max(0, int(length.total_seconds()))
    if seconds >= 3600:
        return span(length)
    return f"0:{seconds // 60:02d}:{seconds % 60:02d}"


def long_chunks(readings: Sequence[Reading], now: datetime) -> list[Chunk]:
    """The clocks for a wide top line; what is pressing is dropped last."""
    found = {reading.clock: reading for reading in readings}
    chunks = []
    for clock, name in _LONG.items():
        reading = found.get(clock)
        if reading is None or (clock is Clock.EXECUTIVE and reading.due is None):
            continue
        parts: list[Part] = [(f"{name} ", Tone.DIM)]
        if clock is Clock.COMPLAINT and reading.since is not None:
            parts.append((span(now - reading.since).rjust(_SPAN), Tone.PLAIN))
        elif clock is Clock.COMPLAINT:
            parts.append(("none".rjust(_SPAN), Tone.PLAIN))
        if clock is Clock.PUBLIC:
            parts.append(_figure(reading, now, seconds=True))
        elif clock is Clock.HOLDING and reading.done:
            parts.append(("✓", Tone.GOOD))
        elif reading.due is not None:
            parts += [(" ", Tone.PLAIN), _due(reading, now)]
        else:
            parts.append((" " * (6 + _SPAN), Tone.PLAIN))
        chunks.append(Chunk(tuple(parts), _rank(reading)))
    return chunks


def short_chunks(readings: Sequence[Reading], now: datetime) -> list[Chunk]:
    """The clocks for a narrow top line: of a complaint its age, of the others what is left."""
    found = {reading.clock: reading for reading in readings}
    chunks = []
    for clock, name in _SHORT.items():
        reading = found.get(clock)
        if reading is None or (reading.due is None and clock is not Clock.HOLDING):
            continue
        if reading.done:
            chunks.append(Chunk(((f"{name} ", Tone.DIM), ("✓", Tone.GOOD)), _rank(reading)))
        elif clock is Clock.COMPLAINT and reading.since is not None and reading.snooze is None:
            age = f"{span(now - reading.since):>{_SPAN}}{SIGNS[reading.state]}"
            chunks.append(Chunk(((f"{name} ", Tone.DIM), (age, TONES[reading.state])), _rank(reading)))
        else:
            text, tone = _figure(reading, now, seconds=False)
            left = f"{text[1:].strip().lstrip('-') or '-':>{_SPAN}}{text[0]}"  # the sign says that it is over
            chunks.append(Chunk(((f"{name} ", Tone.DIM), (left, tone)), _rank(reading)))
    return chunks


def _rank(reading: Reading) -> int:
    """What goes first where a row is too narrow: what is done, then what has time."""
    if reading.state is not State.OK:
        return 2 if reading.state is State.AMBER else 1
    if reading.due is None or reading.clock is Clock.EXECUTIVE:
        return 7
    return 4


def _figure(reading: Reading, now: datetime, *, seconds: bool) -> Part:
    """A sign and what is left, or what is over; nine columns."""
    if reading.snooze is not None:
        return (f"{_AWAY}{f'{reading.snooze.until:%H:%M}':>{_TICK + 1}}", Tone.DIM)
    if reading.due is None or reading.left is None:
        return (f" {'-':>{_TICK + 1}}", Tone.DIM)
    # By the second only where it presses: a line that is painted every second is neither calm nor free.
    write = tick if seconds and reading.state is State.AMBER else span
    if reading.state is State.RED:
        return (f"{SIGNS[State.RED]}{f'-{write(now - reading.due)}':>{_TICK + 1}}", Tone.BAD)
    if reading.still:
        return (f" {'quiet':>{_TICK + 1}}", Tone.DIM)
    return (f"{SIGNS[reading.state]}{write(reading.left):>{_TICK + 1}}", TONES[reading.state])


def _due(reading: Reading, now: datetime) -> Part:
    """A sign, ``due`` or ``over``, and how long; eleven columns."""
    if reading.snooze is not None:
        return (f"{_AWAY}{f'{reading.snooze.until:%H:%M}':>{4 + _SPAN}}", Tone.DIM)
    if reading.due is None or reading.left is None:
        return (" " * (5 + _SPAN), Tone.PLAIN)
    if reading.state is State.RED:
        return (f"{SIGNS[State.RED]}over{span(now - reading.due):>{_SPAN}}", Tone.BAD)
    if reading.still:
        return (f" {'quiet':>{4 + _SPAN}}", Tone.DIM)
    return (f"{SIGNS[reading.state]}due {span(reading.left):>{_SPAN}}", TONES[reading.state])


def clock_rows(readings: Sequence[Reading], cursor: int, now: datetime, columns: int) -> list[Row]:
    """Lay the list of clocks out: a row each, and below why the one under the cursor runs and what is said of it."""
    rows: list[Row] = []
    for at, reading in enumerate(readings):
        mark = ("▌", Tone.ACCENT) if at == cursor else (" ", Tone.PLAIN)
        tone = TONES[reading.state]
        name = (f" {NAMES[reading.clock]:<19}", Tone.STRONG if at == cursor else Tone.PLAIN)
        state = (f"{SIGNS[reading.state]} {_word(reading):<9}", tone if reading.state is not State.OK else Tone.DIM)
        due = (f"{_moment(reading.due, now):>12}", Tone.PLAIN) if reading.due else (" " * 12, Tone.PLAIN)
        left = ""
        if reading.due is not None and reading.left is not None:
            over = reading.left < timedelta(0)
            left = f"{span(now - reading.due)} over" if over else f"{tick(reading.left)} left"
        rows.append(lay_out(columns, [Chunk((mark, state, name, due, (f"{left:>14}", tone)))], gap=2))
    if not readings:
        rows.append([("No clock runs here.", Tone.DIM)])
    if 0 <= cursor < len(readings):
        reading = readings[cursor]
        rows += [[], *([(line, Tone.PLAIN)] for line in fold(one_line(reading.words), columns)),
                 *([(line, Tone.DIM)] for line in fold(WHY[reading.clock], columns))]
    return rows


def _word(reading: Reading) -> str:
    if reading.snooze is not None:
        return "put away"
    if reading.state is not State.OK:
        return "overdue" if reading.state is State.RED else "soon"
    return "done" if reading.done else "quiet" if reading.still else "runs" if reading.due else "waits"


def _moment(moment: datetime, now: datetime) -> str:
    return f"{moment:%H:%M} UTC" if moment.date() == now.date() else f"{moment:%d %b %H:%M}"


def title(readings: Sequence[Reading]) -> str:
    """The list's name, with how many clocks are overdue."""
    late = sum(reading.state is State.RED for reading in readings)
    return f" Clocks · {late} overdue " if late else " Clocks "


def keys_row(reading: Reading | None, columns: int) -> Row:
    """What can be done about the clock under the cursor."""
    keys = [("w", "wake" if reading is not None and reading.snooze is not None else "put away until"),
            ("u", "record an update")]
    if reading is not None and reading.post is not None:
        keys.insert(0, ("enter", "show the post"))
    shown = [Chunk(((key, Tone.ACCENT), (f" {words}", Tone.DIM)), rank) for rank, (key, words) in enumerate(keys)]
    return lay_out(columns, [*shown, chunk(clip("Esc back", 12), Tone.DIM, rank=9)], gap=3)
