"""Pages of posts as the store gives them: read in one trip, and what one of them went far for is learned afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from warroom.domain.query import Query
from warroom.ports import Found
from warroom.store import pages
from warroom.store.link import Errands, Link
from warroom.store.masks import Masks


class Finder:
    """What reads pages, and remembers of common words in which posts they stand (see ``masks``)."""

    def __init__(self, reader: Link, errands: Errands) -> None:
        self._reader = reader
        self._errands = errands
        self._masks = Masks()
        self._learning: asyncio.Task[None] | None = None
        self._ended = False

    async def page(
        self, room: str | None, query: Query, *, incident: str, before: int | None, limit: int,
        enough: Callable[[], bool] | None = None,
    ) -> Found:
        """Read a page; see ``ports.Store.page`` and ``glance``."""
        found = await self._errands.run(self._reader.read(lambda connection: pages.page(
            connection, room, query, incident=incident, before=before, limit=limit, enough=enough, masks=self._masks)))
        if self._masks.curious and not self._ended and (self._learning is None or self._learning.done()):
            self._learning = self._errands.start(self._learn())
        return found

    async def _learn(self) -> None:
        while self._masks.curious and not self._ended:
            await self._reader.read(self._masks.learn)
            await asyncio.sleep(0)  # pages are read between two pieces

    async def learned(self) -> None:
        """Return when nothing more is to be learned of the pages that were read."""
        if self._learning is not None:
            await asyncio.wait([self._learning])

    def end(self) -> None:
        """Learn nothing more."""
        self._ended = True
