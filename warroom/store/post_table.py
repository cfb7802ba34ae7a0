"""Posts in the database: batches in, pages and conversations out, one transaction a call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from warroom.domain.errors import NotFound
from warroom.domain.item import Item
from warroom.domain.model import Gone, Post, PostKey, Score, Unscored, storable
from warroom.domain.query import Query
from warroom.ports import Batch, Found, Stored
from warroom.store import log, oldest, ours, posts, talk
from warroom.store.connection import Rows
from warroom.store.finding import Finder
from warroom.store.intake import Arrival, prepare
from warroom.store.link import Errands, Link
from warroom.store.rows import ticks
from warroom.store.schema import CURSORS, FACETS, ROOMS

#: Posts that are prepared before the event loop gets a turn.
_TURN = 64


class PostTable:
    """All posts and their scores: the half of ``ports.Store`` that knows no log."""

    def __init__(self, writer: Link, reader: Link, errands: Errands) -> None:
        self._writer = writer
        self._reader = reader
        self._errands = errands
        self._finder = Finder(reader, errands)

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
            self._add(storable(room), storable(source), batch, arrivals, received_at, context))

    async def _add(
        self, room: str, source: str, batch: Batch, arrivals: Sequence[Arrival | Gone], received_at: datetime,
        context: bool,
    ) -> Stored:
        async with self._writer.transaction() as connection:
            new, changed, known = await connection.together(
                lambda near: posts.take(near, room, arrivals, received_at, context=context, own=batch.own))
            if new:
                await log.adopt(connection, room, new)
            if batch.cursor:
                await connection.rows("REPLACE INTO cursors VALUES (?, ?, ?, ?)",
                                      (room, source, storable(batch.cursor), ticks(received_at)))
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

    async def ours(self, room: str, said: Iterable[Post]) -> frozenset[PostKey]:
        """Which of these posts went out under an account of ours."""
        posts_ = list(said)

        async def work(connection: Rows) -> frozenset[PostKey]:
            is_ours = await ours.known(connection, storable(room))
            return frozenset(post.key for post in posts_ if is_ours(post))

        return await self._errands.run(self._reader.read(work))

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

    async def count(self, room: str | None = None) -> int:
        """How many posts are stored."""
        return await self._errands.run(self._count(None if room is None else storable(room)))

    async def _count(self, room: str | None) -> int:
        query = select(ROOMS.c.posts)
        async with self._reader.alone() as connection:
            found = await connection.execute(query if room is None else query.where(ROOMS.c.room == room))
            return sum(found.scalars())
