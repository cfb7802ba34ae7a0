"""The store on SQLAlchemy Core and SQLite: what ``ports.Store`` asks for, one transaction a call."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from warroom.domain.errors import NotFound, StoreError
from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Gone, Post, PostKey, Score, Unscored, storable
from warroom.domain.query import Query
from warroom.domain.reply import Draft, DraftState
from warroom.ports import Batch, Decide, DecideReplies, Found, Stored, Verdict
from warroom.store import audit, bringing, log, oldest, posts, talk
from warroom.store.baselines import BaselineTable
from warroom.store.connection import Rows
from warroom.store.finding import Finder
from warroom.store.intake import Arrival, prepare
from warroom.store.link import Errands, Link
from warroom.store.manuscripts import ManuscriptTable
from warroom.store.migrations import migrate
from warroom.store.rows import ticks
from warroom.store.schema import CURSORS, FACETS, ROOMS

#: Posts that are prepared before the event loop gets a turn.
_TURN = 64
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


class SqlStore:
    """The database of one warroom. Reads never wait for writes. Made by :func:`open_store`."""

    def __init__(self, writer: Link, reader: Link, path: Path) -> None:
        self._files = (path, path.with_name(f"{path.name}-wal"))
        self._touched = 0
        self._writer = writer
        self._reader = reader
        self._errands = Errands()
        self._seen = -1
        self._finder = Finder(reader, self._errands)
        self.manuscripts = ManuscriptTable(writer, reader, self._errands)
        self.baselines = BaselineTable(writer, reader, self._errands)

    async def add(
        self, room: str, source: str, batch: Batch, received_at: datetime, *, context: bool = False,
    ) -> Stored:
        """Store a batch and its cursor in one transaction; known posts are known, edits and deletions versions."""
        if not batch.posts and batch.cursor in ("", await self.cursor(room, source)):
            return Stored()
        arrivals: list[Arrival | Gone] = []
        for arrival in prepare(batch.posts):
            arrivals.append(arrival)
            if len(arrivals) % _TURN == 0:
                await asyncio.sleep(0)
        return await self._errands.run(
            self._add(storable(room), storable(source), batch.cursor, arrivals, received_at, context))

    async def _add(
        self, room: str, source: str, cursor: str, arrivals: Sequence[Arrival | Gone], received_at: datetime,
        context: bool,
    ) -> Stored:
        async with self._writer.transaction() as connection:
            new, changed, known = await connection.together(
                lambda near: posts.take(near, room, arrivals, received_at, context=context))
            if new:
                await log.adopt(connection, room, new)
            if cursor:
                await connection.rows("REPLACE INTO cursors VALUES (?, ?, ?, ?)",
                                      (room, source, storable(cursor), ticks(received_at)))
        return Stored(new, changed, known)

    async def cursor(self, room: str, source: str) -> str:
        """The cursor stored last for a source, "" where there is none."""
        return await self._errands.run(self._cursor(storable(room), storable(source)))

    async def _cursor(self, room: str, source: str) -> str:
        async with self._reader.alone() as connection:
            found = await connection.execute(
                select(CURSORS.c.cursor).where(CURSORS.c.room == room, CURSORS.c.source == source))
            return str(found.scalar() or "")

    async def page(
        self, room: str | None, query: Query, *, incident: str = "", before: int | None = None, limit: int = 200,
    ) -> list[Item]:
        """The newest posts of a room (None: all rooms) that match, newest first, with ids below ``before``."""
        found = await self._finder.page(room, query, incident=storable(incident), before=before, limit=limit)
        return [*found.items]

    async def glance(
        self, room: str | None, query: Query, enough: Callable[[], bool], *, incident: str = "",
        before: int | None = None, limit: int = 200,
    ) -> Found:
        """What :meth:`page` would find first until ``enough`` is true; see ``ports.Store``."""
        return await self._finder.page(
            room, query, incident=storable(incident), before=before, limit=limit, enough=enough)

    async def learned(self) -> None:
        """Return when nothing more is to be learned of the pages that were read (see ``masks``)."""
        await self._finder.learned()

    async def items(self, room: str, keys: Sequence[PostKey], *, incident: str = "") -> dict[PostKey, Item]:
        """The posts of these keys; unknown keys are absent."""
        return await self._errands.run(self._items(storable(room), keys, storable(incident)))

    async def _items(self, room: str, keys: Sequence[PostKey], incident: str) -> dict[PostKey, Item]:
        names = {key: PostKey(storable(key)) for key in keys}
        found = await self._reader.read(lambda connection: posts.by_keys(connection, room, names.values(), incident))
        return {key: found[name][0] for key, name in names.items() if name in found}

    async def oldest(
        self, room: str, *, incident: str, since: datetime, negative: bool, after: int = 0, limit: int = 1,
    ) -> list[Item]:
        """The oldest posts that wait for an answer, written at or after ``since``; see ``ports.Store``."""
        async def work() -> list[Item]:
            async with self._reader.transaction() as connection:
                ids = await oldest.oldest(connection, storable(room), storable(incident), ticks(since),
                                          negative=negative, after=after, limit=limit)
                return await posts.by_ids(connection, ids, incident)
        return await self._errands.run(work())

    async def since(self, room: str, after: int, *, incident: str = "", limit: int = 1000) -> list[Item]:
        """Posts with ids above ``after``, oldest first: what another process stored."""
        return await self._errands.run(self._since(storable(room), after, storable(incident), limit))

    async def _since(self, room: str, after: int, incident: str, limit: int) -> list[Item]:
        async def work(connection: Rows) -> list[Item]:
            rows = await connection.rows("SELECT id FROM facets WHERE room = ? AND id > ? ORDER BY id LIMIT ?",
                                         (room, after, limit))
            return await posts.by_ids(connection, [id_ for (id_,) in rows], incident)

        return await self._reader.read(work)

    async def thread(self, room: str, key: PostKey, *, incident: str = "", limit: int = 200) -> list[Item]:
        """The stored conversation that a post belongs to, oldest first, the post itself included."""
        return await self._errands.run(self._thread(storable(room), key, storable(incident), limit))

    async def _thread(self, room: str, key: PostKey, incident: str, limit: int) -> list[Item]:
        async with self._reader.transaction() as connection:
            ids = await talk.thread(connection, room, PostKey(storable(key)), limit=limit)
            return await posts.by_ids(connection, ids, incident)

    async def versions(self, room: str, key: PostKey) -> list[Post]:
        """All that a post ever said, oldest first."""
        return await self._errands.run(self._versions(storable(room), PostKey(storable(key))))

    async def _versions(self, room: str, key: PostKey) -> list[Post]:
        async with self._reader.transaction() as connection:
            found = await posts.by_keys(connection, room, [key], "")
            earlier = await posts.versions(connection, room, key)
        return [*earlier, *(item.post for item, _ in found.values())]

    async def resolve(self, room: str | None, words: str) -> Item:
        """Find the one post that ``words`` names: a key, a native id, a URL, or a row id (also as ``#12``)."""
        return await self._errands.run(self._resolve(None if room is None else storable(room), words.strip()))

    async def _resolve(self, room: str | None, words: str) -> Item:
        async with self._reader.transaction() as connection:
            ids = await talk.named(connection, room, storable(words))
            found = await posts.by_ids(connection, ids, "")
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFound(f"There is no post {words!r}.",
                           hint="Name it by its key (platform:id), its URL or its row id.")
        those = ", ".join(f"#{item.id} ({item.key} in {item.room})" for item in found)
        raise NotFound(f"{words!r} names {len(found)} posts.", hint=f"Say which: {those}.")

    async def put_scores(self, scores: Mapping[bytes, Score | Unscored], at: datetime) -> None:
        """Keep what the scorer said, by text digest (``model.digest``), and give it to every post of that text."""
        if scores:
            await self._errands.run(self._put_scores(scores, at))

    async def _put_scores(self, scores: Mapping[bytes, Score | Unscored], at: datetime) -> None:
        async with self._writer.transaction() as connection:
            await posts.keep_scores(connection, scores, at)

    async def unscored(self, room: str, *, before: int | None = None, limit: int = 500) -> list[Item]:
        """Posts that wait for the model, newest first."""
        return await self._errands.run(self._unscored(storable(room), before, limit))

    async def _unscored(self, room: str, before: int | None, limit: int) -> list[Item]:
        query = select(FACETS.c.id).where(FACETS.c.room == room, FACETS.c.mood == 0).order_by(FACETS.c.id.desc())
        async with self._reader.transaction() as connection:
            ids = list((await connection.execute(
                (query if before is None else query.where(FACETS.c.id < before)).limit(limit))).scalars())
            return await posts.by_ids(connection, ids, "")

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

    async def count(self, room: str | None = None) -> int:
        """How many posts are stored."""
        return await self._errands.run(self._count(None if room is None else storable(room)))

    async def _count(self, room: str | None) -> int:
        query = select(ROOMS.c.posts)
        async with self._reader.alone() as connection:
            found = await connection.execute(query if room is None else query.where(ROOMS.c.room == room))
            return sum(found.scalars())

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


