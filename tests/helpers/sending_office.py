"""A team and its processes for tests of sending: a store, papers, locks, a world that takes replies, and deaths."""

from __future__ import annotations

import asyncio
import itertools
import math
import random
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from typing import Any, ClassVar, TypeVar

from helpers.desk_world import Died, Meanwhile, MortalStore, World, WorldPublisher
from helpers.memory_store import MemoryStore
from helpers.second_account import (
    EXPIRY,
    HOLDING,
    LENIENT,
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
from warroom.domain.model import LIVE, Platform, Post, PostKey
from warroom.domain.reply import OPEN_ENDED, Draft
from warroom.domain.statements import Library, Statement
from warroom.domain.tone import Rule
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
        self.unseen: Post | None = None
        self.ruled = True
        self.sender = ""
        self.faults: list[str] = []
        self.until = self.clock.now() + timedelta(hours=6)
        self.dice = random.Random(self.number)
        self.gates: dict[bool, Gate] = {}
        #: True while some process is at work.
        self.inside = False

    def begin(self, *, safe: bool, house: str, ruled: bool) -> None:
        """Open the incident and the drill; ``safe`` is a platform where a repeat makes no second reply."""
        self.house, self.ruled = house, ruled
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

    @property
    def nests(self) -> bool:
        """True where a process can work in the middle of another's: a store in memory waits for nothing."""
        return isinstance(self.store, MemoryStore)

    def run(self, work: Awaitable[_T]) -> _T | None:
        """Let a process do its work, in the middle of another's too: it may be refused, and it may die."""
        async def guarded() -> _T | None:
            try:
                return await work
            except (WarroomError, Died):
                return None

        if self.inside:
            return _at_once(guarded())
        self.inside = True
        try:
            return self.runner.run(guarded())
        finally:
            self.inside = False

    def may_go_out(self, key: str, text: str) -> None:
        """As the second account says; and nothing goes below a post while the end of another reply there is open."""
        super().may_go_out(key, text)
        if self.nests and not self.papers[key].own:
            open_ends = [draft.id for _, draft in self.run(self.store.drafts(self.name)) or []
                         if draft.post is not None and draft.state in OPEN_ENDED and draft.id != key]
            assert not open_ends, "a second reply went to a post while nobody knew of the first whether it is out"

    def replies(self, who: str, store: Any = None) -> Replies:
        return Replies(store or self.store, clock=self.clock, wall=self.clock, actor=who, dice=self.dice,
                       gate=self.gate)

    @property
    def gate(self) -> Gate:
        if self.ruled not in self.gates:
            self.gates[self.ruled] = self._gate(RULES_ASKED if self.ruled else LENIENT)
        return self.gates[self.ruled]

    def _gate(self, rules: Sequence[Rule]) -> Gate:
        statement = Statement(id="holding", title="Holding", body=HOLDING, approved_by="lea", approved_until=self.until)
        house = House(rules, Library({"holding": statement}))
        policy = Policy(team=TEAM, expiry=EXPIRY, drafts_only=frozenset({MAY_ONLY_WRITE}),
                        **({} if self.house == "shipped" else {"rules": STRICT}))
        made = Gate(policy, house=lambda: house, fresh=math.inf)
        assert made.house is house  # read here, so that no thread is needed for it
        return made

    def outbox(
        self, who: str, act: str, look: str, death: tuple[int, bool], meanwhile: Meanwhile = lambda _: None,
    ) -> Outbox:
        store: Any = MortalStore(self.store, write=death[0], after=death[1])

        async def way(_: Platform) -> Publisher:
            return WorldPublisher(self.world, act, look, meanwhile)

        made = Outbox(self.replies(who, store), store, way, sole=self.sole, wall=self.clock)
        made.look_with(self.look)
        return made

    async def look(self, _: PostKey) -> None:
        """Bring the edit that no stream told of."""
        if self.unseen is not None:
            self.post, self.unseen = self.unseen, None
            self.edits += 1
            await self.store.add(LIVE, "test", Batch([self.post]), self.clock.now())

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


def _at_once(work: Coroutine[Any, Any, _T]) -> _T:
    """Let work that waits for nothing come to its end here and now."""
    while True:
        try:
            waited_for = work.send(None)
        except StopIteration as ended:
            return ended.value  # type: ignore[no-any-return]
        assert waited_for is None, "only a store in memory can work in the middle of something else"
