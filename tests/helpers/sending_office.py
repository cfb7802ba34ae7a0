"""A team and its processes for tests of sending: a store, papers, locks, a world that takes replies, and deaths."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from helpers.desk_world import Died, MortalStore, World, WorldPublisher
from helpers.second_account import (
    EXPIRY,
    HOLDING,
    MAY_ONLY_WRITE,
    RULES_ASKED,
    STRICT,
    TEAM,
    HurriedClock,
    Paper,
    SecondAccount,
)

from warroom.domain.approval import Policy
from warroom.domain.errors import WarroomError
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Platform, Post
from warroom.domain.reply import Draft
from warroom.domain.statements import Library, Statement
from warroom.engine.desk import open_incident
from warroom.engine.gate import Gate, House
from warroom.engine.outbox import Outbox
from warroom.engine.replies import Replies
from warroom.ports import Batch, Publisher

_T = TypeVar("_T")


class Office(SecondAccount):
    """The desks of a team on one incident and one drill. What people do is left to those who drive it."""

    runner: ClassVar[asyncio.Runner]
    #: Gives each example a store of its own: what one leaves open, another would look after.
    fresh: ClassVar[Callable[[], Awaitable[Any]]]
    numbers: ClassVar[Iterator[int]] = itertools.count(1)

    def __init__(self) -> None:
        super().__init__()
        self.clock = HurriedClock()
        self.number = next(self.numbers)
        self.store: Any = self.runner.run(type(self).fresh())
        self.name = f"inc-{self.number}"
        self.papers: dict[str, Paper] = {}
        self.held_locks: set[str] = set()
        #: Whom somebody tried to take back: a process may die between the platform and the log.
        self.unsent: set[str] = set()
        self.severity: int | None = None
        self.strategy = ""
        self.holder = ""
        self.edits = 0
        self.deleted = False
        self.sender = ""
        self.faults: list[str] = []
        self.until = self.clock.now() + timedelta(hours=6)
        self.dice = random.Random(self.number)

    def begin(self, *, safe: bool, house: str) -> None:
        """Open the incident and the drill; ``safe`` is a platform where a repeat makes no second reply."""
        self.house = house
        self.world = World(safe, self.clock.now, self.goes_out)
        self.drill_world = World(safe, self.clock.now, self.goes_out)
        self.post = Post(platform=Platform.MASTODON, native_id=f"p{self.number}", author="mara@example.social",
                         text="Acme is down", created_at=self.clock.now())
        self.run(self._open())

    async def _open(self) -> None:
        await self.store.add(LIVE, "test", Batch([self.post]), self.clock.now())
        await self.store.add(f"drill-{self.number}", "test", Batch([self.post]), self.clock.now())
        self.incident = await open_incident(self.store, self.name, title="Outage", kind=Kind.INCIDENT, actor="ana",
                                            clock=self.clock, wall=self.clock)
        self.drill = await open_incident(
            self.store, f"drill-{self.number}", title="Drill", kind=Kind.DRILL, actor="ana", clock=self.clock,
            wall=self.clock, room=f"drill-{self.number}")

    def run(self, work: Awaitable[_T]) -> _T | None:
        """Let a process do its work: it may be refused, and it may die."""
        async def guarded() -> _T | None:
            try:
                return await work
            except (WarroomError, Died):
                return None

        return self.runner.run(guarded())

    def replies(self, who: str, store: Any = None) -> Replies:
        return Replies(store or self.store, clock=self.clock, wall=self.clock, actor=who, dice=self.dice,
                       gate=self.gate)

    @cached_property
    def gate(self) -> Gate:
        statement = Statement(id="holding", title="Holding", body=HOLDING, approved_by="lea", approved_until=self.until)
        house = House(RULES_ASKED, Library({"holding": statement}))
        policy = Policy(team=TEAM, expiry=EXPIRY, drafts_only=frozenset({MAY_ONLY_WRITE}),
                        **({} if self.house == "shipped" else {"rules": STRICT}))
        made = Gate(policy, house=lambda: house)
        assert made.house is house  # read here, so that no thread is needed for it
        return made

    def outbox(self, who: str, act: str, look: str, death: tuple[int, bool]) -> Outbox:
        store: Any = MortalStore(self.store, write=death[0], after=death[1])

        async def way(_: Platform) -> Publisher:
            return WorldPublisher(self.world, act, look)

        return Outbox(self.replies(who, store), store, way, sole=self.sole, wall=self.clock)

    def sole(self, name: str) -> AbstractContextManager[bool]:
        @contextmanager
        def hold() -> Iterator[bool]:
            free = name not in self.held_locks
            self.held_locks.add(name)
            try:
                yield free
            finally:
                if free:
                    self.held_locks.discard(name)

        return hold()

    def note(self, who: str, draft: Draft, *, statement: str = "", follows: str = "") -> str:
        self.papers.setdefault(draft.id, Paper({who}, draft.text, statement, self.seen, follows))
        return draft.id

    def now_of(self, draft_id: str) -> Draft:
        found = self.run(self.store.drafts(self.name)) or []
        return next(draft for _, draft in found if draft.id == draft_id)

    def reasons(self, who: str, draft_id: str) -> dict[str, str]:
        found = self.run(self.replies(who).blockers(self.name, draft_id)) or []
        return {one.rule: "it must be said now" for one in found}

    def set_aside(self, draft_id: str, after: Draft | None) -> None:
        if after is not None:
            self.papers[draft_id].given = set(after.overrides)
