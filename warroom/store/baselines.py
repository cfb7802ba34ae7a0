"""What is usual in each room, kept between runs, and the stored posts that it can be learned from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from warroom.domain.model import Platform, Sentiment, storable
from warroom.domain.trace import Trace
from warroom.store.connection import Connection
from warroom.store.link import Errands, Link
from warroom.store.rows import MOODS, moment, split, ticks

_NEGATIVE = MOODS[Sentiment.NEGATIVE]
#: The least ``facets.mood`` that is a label.
_LABELLED = min(MOODS.values())


class BaselineTable:
    """The states of each room's baseline; see ``ports.Baselines``."""

    def __init__(self, writer: Link, reader: Link, errands: Errands) -> None:
        self._writer = writer
        self._reader = reader
        self._errands = errands

    async def load(self, room: str) -> tuple[datetime, dict[str, str]] | None:
        """The states (JSON) by name, and when they were saved (aware UTC); None where there are none."""
        return await self._errands.run(self._load(storable(room)))

    async def _load(self, room: str) -> tuple[datetime, dict[str, str]] | None:
        async with self._reader.transaction() as connection:
            rows = await connection.rows("SELECT scope, state, at FROM baselines WHERE room = ?", (room,))
        if not rows:
            return None
        return moment(int(rows[0][2])), {str(scope): str(state) for scope, state, _ in rows}

    async def save(self, room: str, states: Mapping[str, str], at: datetime) -> None:
        """Keep these states in place of all that were there."""
        await self._errands.run(self._save(storable(room), states, ticks(at)))

    async def _save(self, room: str, states: Mapping[str, str], at: int) -> None:
        async with self._writer.transaction() as connection:
            await connection.rows("DELETE FROM baselines WHERE room = ?", (room,))
            await connection.many("INSERT INTO baselines (room, scope, state, at) VALUES (?, ?, ?, ?)",
                                  [(room, storable(scope), state, at) for scope, state in states.items()])

    async def history(self, room: str, *, since: datetime, before: int | None, limit: int) -> list[Trace]:
        """The newest posts with ids below ``before`` that were received at or after ``since``, the newest first."""
        return await self._errands.run(self._history(storable(room), ticks(since), before, limit))

    async def _history(self, room: str, since: int, before: int | None, limit: int) -> list[Trace]:
        async with self._reader.transaction() as connection:
            return await _traces(connection, room, since, 2**62 if before is None else before, limit)


async def _traces(connection: Connection, room: str, since: int, before: int, limit: int) -> list[Trace]:
    rows = await connection.rows(
        "SELECT f.id, p.platform, p.created, p.text, p.hashtags, p.links, f.mood, f.valence, p.received "
        "FROM facets f JOIN posts p ON p.id = f.id WHERE f.room = ? AND f.id < ? ORDER BY f.id DESC LIMIT ?",
        (room, before, limit))
    return [
        Trace(id=id_, platform=Platform(platform), written=created / 1e6, text=text, hashtags=split(hashtags),
              links=split(links), negative=mood == _NEGATIVE if mood >= _LABELLED else None, valence=valence or 0.0)
        for id_, platform, created, text, hashtags, links, mood, valence, received in rows if received >= since
    ]
