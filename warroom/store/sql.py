"""The store on SQLAlchemy Core and SQLite: what ``ports.Store`` asks for, one transaction a call."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from warroom.domain.errors import NotFound, StoreError
from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Post, PostKey, storable
from warroom.domain.reply import Draft, DraftState
from warroom.ports import Decide, DecideReplies, Verdict
from warroom.store import audit, bringing, log
from warroom.store.baselines import BaselineTable
from warroom.store.link import Errands, Link
from warroom.store.manuscripts import ManuscriptTable
from warroom.store.migrations import migrate
from warroom.store.post_table import PostTable

#: Two writes closer than this (ns) may leave the same time on a file: what was touched just now is asked.
_COARSE = 2_000_000_000


def _stat(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except OSError:
        return None


async def open_store(path: Path, *, wait: float = 5.0) -> SqlStore:
    """Open the database at ``path``, made or migrated where need be; ``wait`` (s) is for locks of other processes.

    Raises StoreError where it is newer, foreign, damaged, locked, or cannot be read or written.
    """
    try:
        await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("The database's folder cannot be made.", reason=f"{path.parent}: {error.strerror}.",
                         hint="Give yourself permission, or set another path.") from error
    writer = await Link.open(path, wait=wait, begin="BEGIN IMMEDIATE")
    try:
        await migrate(writer, str(path))
        reader = await Link.open(path, wait=wait, begin="BEGIN")
    except BaseException:
        await writer.close()
        raise
    store = SqlStore(writer, reader, path)
    await store.finish()
    await store.changed_elsewhere()
    return store


class SqlStore(PostTable):
    """The database of one warroom: its posts, and the logs about them. Reads never wait for writes.

    Made by :func:`open_store`.
    """

    def __init__(self, writer: Link, reader: Link, path: Path) -> None:
        super().__init__(writer, reader, Errands())
        self._files = (path, path.with_name(f"{path.name}-wal"))
        self._touched = 0
        self._seen = -1
        self.manuscripts = ManuscriptTable(writer, reader, self._errands)
        self.baselines = BaselineTable(writer, reader, self._errands)

    async def commit(
        self, incident: str, keys: Sequence[PostKey], decide: Decide, recorded_at: datetime,
    ) -> list[Event]:
        """Read the incident and the posts, ask ``decide``, and append events and state in one serialised transaction.

        Raises what ``decide`` raises, with nothing written; NotFound for an unknown post.
        """
        return await self._errands.run(self._commit(incident, keys, decide, recorded_at))

    async def _commit(
        self, incident: str, keys: Sequence[PostKey], decide: Decide, recorded_at: datetime,
    ) -> list[Event]:
        names = [PostKey(storable(key)) for key in keys]
        async with self._writer.transaction() as connection:
            return await log.commit(connection, storable(incident), names, lambda now, items, _: decide(now, items),
                                    recorded_at)

    async def commit_replies(
        self, incident: str, keys: Sequence[PostKey], decide: DecideReplies, recorded_at: datetime,
    ) -> list[Event]:
        """Like :meth:`commit`, with replies; what it wrote outlives also a loss of power when this returns."""
        return await self._errands.run(self._commit_replies(incident, keys, decide, recorded_at))

    async def _commit_replies(
        self, incident: str, keys: Sequence[PostKey], decide: DecideReplies, recorded_at: datetime,
    ) -> list[Event]:
        names = [PostKey(storable(key)) for key in keys]
        async with self._writer.transaction(durable=True) as connection:
            return await log.commit(connection, storable(incident), names, decide, recorded_at, replies=True)

    async def drafts(
        self, incident: str | None = None, *, states: Collection[DraftState] | None = None,
    ) -> list[tuple[str, Draft]]:
        """Replies with the incident that each stands in, the oldest first; of all incidents and states where None."""
        return await self._errands.run(self._drafts(incident, states))

    async def _drafts(
        self, incident: str | None, states: Collection[DraftState] | None,
    ) -> list[tuple[str, Draft]]:
        async with self._reader.transaction() as connection:
            return await log.read_drafts(connection, None if incident is None else storable(incident), states=states)

    async def incidents(self) -> list[Incident]:
        """All incidents, the latest opened last."""
        return await self._errands.run(self._incidents())

    async def _incidents(self) -> list[Incident]:
        async with self._reader.transaction() as connection:
            return await log.read_incidents(connection)

    async def incident(self, incident: str) -> Incident:
        """One incident by id or unique beginning of it. Raises NotFound."""
        every = await self.incidents()
        found = [one for one in every if one.id == incident] or [
            one for one in every if incident and one.id.startswith(incident)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFound(f"There is no incident {incident!r}.", hint="warroom incidents lists them.")
        raise NotFound(f"{incident!r} names {len(found)} incidents.",
                       hint=f"Say which: {', '.join(one.id for one in found)}.")

    async def events(self, incident: str, *, after: int = 0, limit: int | None = None) -> list[Event]:
        """The log of an incident in order, from after a seq. Raises BadLog where one cannot be read."""
        return await self._errands.run(self._events(storable(incident), after, limit))

    async def _events(self, incident: str, after: int, limit: int | None) -> list[Event]:
        async with self._reader.transaction() as connection:
            rows = await log.read_rows(connection, incident, after=after, limit=limit)
        return [log.to_event(row) for row in rows]

    async def bring_in(
        self, events: Sequence[Event], items: Iterable[Item], earlier: Mapping[PostKey, Sequence[Post]] | None = None,
    ) -> int:
        """Import an incident whose chain was checked; returns the events added (0: nothing that was not here).

        Raises ImportRefused where a different log of that id is stored.
        """
        return await self._errands.run(bringing.bring_in(self._writer, self._reader, events, items, earlier or {}))

    async def finish(self) -> None:
        """Bring to its end what a process did not that was killed while it imported."""
        await self._errands.run(bringing.finish(self._writer, self._reader))

    async def verify(self, incident: str | None = None) -> list[Verdict]:
        """Check chains and rebuild state from the log, of one incident or of all. Raises NotFound."""
        return await self._errands.run(self._verify(incident))

    async def _verify(self, incident: str | None) -> list[Verdict]:
        async with self._reader.transaction() as connection:
            every = await audit.names(connection)
            if incident is not None and incident not in every:
                raise NotFound(f"There is no incident {incident!r}.", hint="warroom incidents lists them.")
            return [await audit.verify(connection, name) for name in every if incident in (None, name)]

    async def changed_elsewhere(self) -> bool:
        """True where another process wrote since the last call; costs next to nothing."""
        touched = max((stat.st_mtime_ns for file in self._files if (stat := _stat(file)) is not None), default=0)
        if touched == self._touched and time.time_ns() - touched > _COARSE:
            return False
        self._touched = touched
        return await self._errands.run(self._changed_elsewhere())

    async def _changed_elsewhere(self) -> bool:
        # Asked of the writer: data_version counts what other connections wrote, and the writer is all of ours.
        async with self._writer.alone() as connection:
            seen = int(await connection.value("PRAGMA data_version"))
        before, self._seen = self._seen, seen
        return seen != before

    async def close(self) -> None:
        """Close the database; safe to call twice."""
        self._finder.end()
        await self._errands.ended()
        await self._reader.close()
        await self._writer.close()


