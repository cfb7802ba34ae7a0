"""A counter for tests of sending: a store with one post and an incident, and processes that come and go."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from helpers.board import Board, BoardPublisher
from helpers.engine import a_post

from warroom.domain.events import EventType
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE, Platform, PostKey
from warroom.domain.reply import Draft
from warroom.domain.triage import Status
from warroom.engine.desk import open_incident
from warroom.engine.outbox import Outbox
from warroom.engine.replies import Replies
from warroom.ports import Batch, Clock, Publisher, Store
from warroom.store.sql import open_store

POST = a_post(1, "Acme is down")
WORDS = "Sorry. We look into it and say more at 17:00."


class Hurried:
    """The wall's time, where a sleep takes none of it but lets the clock pass."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    async def sleep(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class Held:
    """Locks within this process, as the files do between processes."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __call__(self, name: str) -> AbstractContextManager[bool]:
        @contextmanager
        def hold() -> Iterator[bool]:
            free = name not in self.names
            self.names.add(name)
            try:
                yield free
            finally:
                if free:
                    self.names.discard(name)

        return hold()


class Desk:
    """A store with one post, an incident, and processes that come and go."""

    def __init__(self, store: Store, incident: Incident, board: Board, clock: Clock) -> None:
        self.store = store
        self.incident = incident
        self.board = board
        self.clock = clock
        self.held = Held()

    def process(self, *, held: Held | None = None, **publisher: object) -> tuple[Outbox, BoardPublisher]:
        """A process of its own; ``held`` None shares the locks with the others."""
        outlet = BoardPublisher(self.board, **publisher)  # type: ignore[arg-type]

        async def publishers(platform: Platform) -> Publisher:
            assert platform is self.board.platform
            return outlet

        replies = Replies(self.store, clock=self.clock, wall=self.clock, actor="ana", dice=random.Random(3))
        return Outbox(replies, self.store, publishers, sole=held or self.held, wall=self.clock), outlet

    async def approved(self, outbox: Outbox, text: str = WORDS, *, again: bool = False) -> Draft:
        draft = await outbox.replies.write(self.incident.id, POST.key, text, again=again)
        return await outbox.replies.submit(self.incident.id, draft.id)

    async def states(self) -> list[str]:
        return [str(draft.state) for _, draft in await self.store.drafts()]

    async def kinds(self) -> list[EventType]:
        return [event.type for event in await self.store.events(self.incident.id) if event.post is not None]

    async def status(self, key: PostKey = POST.key) -> Status:
        items = await self.store.items(LIVE, [key], incident=self.incident.id)
        return items[key].triage.status

    async def clean(self) -> bool:
        return all(verdict.clean for verdict in await self.store.verify())


@asynccontextmanager
async def a_desk(folder: Path, *, kind: Kind = Kind.INCIDENT) -> AsyncIterator[Desk]:
    clock = Hurried()
    store = await open_store(folder / "warroom.db")
    try:
        room = LIVE if kind is not Kind.DRILL else "drill-1"
        incident = await open_incident(store, f"{kind}-1", title="Outage", kind=kind, actor="ana", clock=clock,
                                       wall=clock, room=room)
        await store.add(room, "test", Batch([POST]), clock.now())
        yield Desk(store, incident, Board(folder / "board"), clock)
    finally:
        await store.close()
