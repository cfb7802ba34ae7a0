"""The follower: reads what is in the store after what we know, ours and other processes' alike, in the log's order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import Final

from warroom.domain.errors import StoreError
from warroom.domain.events import EventType
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.engine.bus import Arrived, Asked, Bus, Logged, Message, Scored
from warroom.ports import Store

log = logging.getLogger(__name__)

#: Seconds between looks at what other processes wrote, and posts whose score is waited for.
LOOK: Final = 0.5
PENDING: Final = 2_000
_PAGE: Final = 1_000


class Follower:
    """Publishes the log's news, and in a room that another process fills also its posts and scores.

    There is one way from the log to the screen: also our own events come back through here, so that they stand in the
    log's order whoever wrote between them.
    """

    def __init__(self, *, store: Store, bus: Bus, room: str, incident: str, seen_seq: int, seen_id: int) -> None:
        self.collecting = False
        self.problem = ""
        self._store = store
        self._bus = bus
        self._room = room
        self._incident = incident
        self._seq = seen_seq
        self._id = seen_id
        self._pending: dict[int, PostKey] = {}
        self._heads: dict[str, int] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._leave = bus.subscribe(self._hear)

    def switch(self, incident: str, *, seen_seq: int = 0) -> None:
        """Follow another incident's log from after ``seen_seq``."""
        self._incident, self._seq = incident, seen_seq

    def seen(self, item: int) -> None:
        """Take the posts up to this id as known."""
        self._id = max(self._id, item)

    def close(self) -> None:
        """Stop listening."""
        self._leave()

    def _hear(self, message: Message) -> None:
        match message:
            case Arrived(items) if items:
                self._id = max(self._id, items[-1].id)
                self.expect(items)
            case Scored(scores):
                for item in scores:
                    self._pending.pop(item, None)
            case _:
                return

    def expect(self, items: Iterable[Item]) -> None:
        """Wait for the scores of posts that another process scores; the newest ones where there are too many."""
        if self.collecting:
            return
        self._pending.update((item.id, item.key) for item in items if item.score is None)
        for stale in list(self._pending)[: max(0, len(self._pending) - PENDING)]:
            del self._pending[stale]

    async def catch_up(self) -> None:
        """Publish the events after the last one seen."""
        async with self._one_at_a_time:
            events = await self._store.events(self._incident, after=self._seq)
            if not events:
                return
            self._seq = events[-1].seq
            keys = list(dict.fromkeys(event.post for event in events if event.post is not None))
            items = await self._store.items(self._room, keys, incident=self._incident) if keys else {}
        self._bus.publish(Logged(events, list(items.values())))

    async def run(self) -> None:
        """Look for other processes' writes until cancelled; a store that does not answer is told, not fatal."""
        while True:
            try:
                changed = await self._store.changed_elsewhere()
                if changed or self._heads is None:
                    await self._other_incidents()
                if changed:
                    await self.catch_up()
                    if not self.collecting:
                        await self._new_posts()
                        await self._new_scores()
                self.problem = ""
            except StoreError as error:
                if self.problem != str(error):
                    log.warning("cannot follow the store: %s", error)
                self.problem = str(error)
            await asyncio.sleep(LOOK)

    async def _other_incidents(self) -> None:
        """Hear what concerns the sources from those who work on other incidents of this room; one log is ours alone."""
        if not self.collecting:
            self._heads = None
            return
        heads = {one.id: one.head_seq for one in await self._store.incidents() if one.room == self._room}
        # What was written before we collected is nobody's wish any more: the sources have begun since.
        before, self._heads = heads if self._heads is None else self._heads, heads
        for incident, head in heads.items():
            known = before.get(incident, 0)
            if incident != self._incident and head > known:
                for event in await self._store.events(incident, after=known):
                    if event.type is EventType.RETRY:
                        self._bus.publish(Asked(event))

    async def _new_posts(self) -> None:
        while items := await self._store.since(self._room, self._id, incident=self._incident, limit=_PAGE):
            self._bus.publish(Arrived(items))
            self._id = items[-1].id
            if len(items) < _PAGE:
                return

    async def _new_scores(self) -> None:
        if not self._pending:
            return
        keys = list(self._pending.values())[-500:]
        items = await self._store.items(self._room, keys, incident=self._incident)
        scores = {item.id: item.score for item in items.values() if item.score is not None}
        if scores:
            self._bus.publish(Scored(scores))
