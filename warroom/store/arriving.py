"""The log of an incident that comes in from a file: checked as a whole, then written so that others write in between.

A short one is one transaction. A long one comes in steps, its events in their order and then the state that they make.
``arriving`` names it until the last step: so long the incident is not there, whoever lists, reads or verifies. Where
the process dies, the events stay, for a log only grows; importing the file again goes on behind them, and another log
of that id is refused.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from warroom.domain import drafts
from warroom.domain.errors import BadLog, ImportRefused
from warroom.domain.events import Event, first_break
from warroom.domain.incident import Incident, rebuild
from warroom.domain.model import PostKey, storable
from warroom.domain.reply import Draft
from warroom.domain.triage import Triage
from warroom.store import log
from warroom.store.connection import Connection
from warroom.store.link import Link
from warroom.store.rows import Cells

#: Events, or posts' states, of one step.
PIECE: Final = 1_000
#: How long (s) others have the database to themselves between two steps; who waits for it asks up to every tenth.
_BREATH: Final = 0.02
_KNOWN: Final = "SELECT 1 FROM incidents WHERE id = :name UNION SELECT 1 FROM events WHERE incident = :name"


@dataclass(frozen=True, slots=True)
class Checked:
    """A log that holds: its events, each as a row, and what they make."""

    events: Sequence[Event]
    rows: Sequence[Cells]
    now: Incident
    states: Mapping[PostKey, Triage]
    replies: Sequence[Draft]

    @property
    def name(self) -> str:
        """The incident's id."""
        return self.now.id


def check(events: Sequence[Event]) -> Checked:
    """Check a log and fold it. Raises ImportRefused where it does not hold."""
    if not events:
        raise ImportRefused("There is nothing to import.", reason="The log has no events.")
    name = events[0].incident
    if any(event.incident != name for event in events):
        raise ImportRefused("The file mixes incidents.", reason="A log is of one incident.")
    broken = first_break(events)
    if broken is not None:
        raise ImportRefused("The log in the file does not hold.", reason=f"Event {broken.event_id}: {broken.reason}.")
    rows = [log.event_row(event) for event in events]
    for event, row in zip(events, rows, strict=True):
        if any(isinstance(cell, str) and storable(cell) != cell for cell in row.values()):
            raise ImportRefused("The log in the file cannot be kept.",
                                reason=f"Event {event.id} holds characters that a database cannot.")
    try:
        now, states = rebuild(events)
        replies = drafts.rebuild(events)
    except (BadLog, ValueError) as error:
        raise ImportRefused("The log in the file cannot be followed.", reason=f"{error}.") from error
    if now is None:
        raise ImportRefused("The log in the file cannot be followed.", reason="It opens no incident.")
    return Checked(events, rows, now, states, [*replies.values()])


async def compare(connection: Connection, brought: Checked, *, after: int = 0) -> int:
    """Give how many events of the log are stored already, where those up to ``after`` were compared before.

    Raises ImportRefused where one of them is another.
    """
    rows = await log.read_rows(connection, brought.name, after=after)
    half = await log.arrives(connection, brought.name)
    for there, row in zip(rows, brought.rows[after:], strict=False):
        if dict(there) != row:
            raise _half(brought, f"Its event {row['seq']!s} differs from the one in the file.") if half else (
                ImportRefused(f"Incident {brought.name} is here already and is another.",
                              reason=f"Its event {row['seq']!s} differs from the one in the file.",
                              hint="Run warroom verify; the incident that is here was not touched."))
    stored = after + len(rows)
    if half and stored > len(brought.rows):
        raise _half(brought, f"It has {stored:,} events, the file has {len(brought.rows):,}.")
    return stored


def _half(brought: Checked, reason: str) -> ImportRefused:
    return ImportRefused(f"A part of another log of incident {brought.name} is here.",
                         reason=f"An import of it was broken off. {reason}",
                         hint="Import that file again, which goes on where it was; or use another data folder.")


async def write(writer: Link, brought: Checked, *, compared: int) -> int:
    """Write the log and its state, but for what is stored of it; returns the events that were not there before.

    Of the log ``compared`` events were found stored before. Raises ImportRefused as :func:`compare` does.
    """
    async with writer.transaction() as connection:
        if not await _begins(connection, brought, compared):
            return await _at_once(connection, brought, compared)
    at: int | None = compared
    while at is not None and at < len(brought.rows):
        at = await _step(writer, brought, at)
        await _breathe()
    if at is None or not await _make_state(writer, brought):
        # Another process brought it to its end meanwhile, and people may have gone on with it.
        async with writer.transaction() as connection:
            return await _at_once(connection, brought, compared)
    return len(brought.rows)


async def _begins(connection: Connection, brought: Checked, compared: int) -> bool:
    """Begin to take a long log in, or go on with it; False for one that is short, or here already."""
    if await log.arrives(connection, brought.name):
        return True
    if len(brought.rows) - compared <= PIECE or await connection.rows(_KNOWN, {"name": brought.name}):
        return False
    await connection.rows("INSERT INTO arriving VALUES (?)", (brought.name,))
    return True


async def _at_once(connection: Connection, brought: Checked, compared: int) -> int:
    stored = await compare(connection, brought, after=compared)
    fresh = brought.rows[stored:]
    if not fresh:
        return 0
    await log.write_events(connection, fresh)
    states = brought.states
    if stored:
        touched = {event.post for event in brought.events[stored:]}
        states = {key: state for key, state in states.items() if key in touched}
        await log.go_on(connection, brought.now, states)
    else:
        await log.begin_state(connection, brought.now)
    await log.write_states(connection, brought.now, states)
    await log.write_drafts(connection, brought.name, brought.replies)
    return len(fresh)


async def _step(writer: Link, brought: Checked, at: int) -> int | None:
    """Write some events behind the first ``at``; returns how many are there now, None where all is done already."""
    async with writer.transaction() as connection:
        if not await log.arrives(connection, brought.name):
            return None
        at = await compare(connection, brought, after=at)  # another process may import the same
        some = brought.rows[at : at + PIECE]
        await log.write_events(connection, some)
        return at + len(some)


async def _make_state(writer: Link, brought: Checked) -> bool:
    """Write what the log makes, and with the last of it let the incident be there; False where it is already."""
    async with writer.transaction() as connection:
        if not await log.arrives(connection, brought.name):
            return False
        await log.begin_state(connection, brought.now)
    for some in _pieces(brought.states):
        await _breathe()
        async with writer.transaction() as connection:
            if not await log.arrives(connection, brought.name):
                return False
            await log.write_states(connection, brought.now, some)
    async with writer.transaction() as connection:
        if not await log.arrives(connection, brought.name):
            return False
        await log.write_drafts(connection, brought.name, brought.replies)
        await connection.rows("DELETE FROM arriving WHERE incident = ?", (brought.name,))
    return True


async def _breathe() -> None:
    await asyncio.sleep(_BREATH)


def _pieces(states: Mapping[PostKey, Triage]) -> Iterator[dict[PostKey, Triage]]:
    rest = iter(states.items())
    while some := dict(itertools.islice(rest, PIECE)):
        yield some
