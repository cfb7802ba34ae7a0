"""The judge: gives every post its score, the triaged and the newest first, each distinct text once."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Final, TypeVar

from warroom.domain.errors import ScoringError, StoreError
from warroom.domain.health import ScorerState
from warroom.domain.item import Item
from warroom.domain.model import Score, Unscored, digest
from warroom.engine.bus import Arrived, Bus, Changed, Logged, Message, Scored
from warroom.ports import Clock, Scorer, Store

log = logging.getLogger(__name__)

#: Texts of one call to the scorer, and texts that wait in memory; what waits beyond stays in the store and comes back.
TOGETHER: Final = 128
WAITING: Final = 20_000
_RATE_SPAN: Final = 10.0
_PAUSE: Final = 1.0

_T = TypeVar("_T")


class Judge:
    """Listens to the bus for posts without a score and asks the scorer for them.

    ``waiting`` counts texts in memory, ``rate`` is texts a second over the last ten. A text that cannot be scored is
    stored so and never asked again.
    """

    def __init__(self, *, room: str, store: Store, scorer: Scorer, bus: Bus, clock: Clock) -> None:
        self.room = room
        self.scorer = scorer
        self.problem = ""
        self._store = store
        self._bus = bus
        self._clock = clock
        self._texts: dict[bytes, tuple[str, list[int]]] = {}
        self._in_flight: dict[bytes, tuple[str, list[int]]] = {}
        self._stack: deque[bytes] = deque()
        self._urgent: list[bytes] = []
        self._left_in_store = True
        self._gone = False
        self._wake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._recent: deque[tuple[float, int]] = deque()
        self._leave = bus.subscribe(self._hear)

    @property
    def waiting(self) -> int:
        """Texts that wait in memory."""
        return len(self._texts)

    async def settled(self) -> None:
        """Return when nothing waits, here or in the store, or the scorer is off or gone for good."""
        await self._quiet.wait()

    @property
    def rate(self) -> float:
        """Texts scored a second, over the last ten seconds."""
        edge = asyncio.get_running_loop().time() - _RATE_SPAN
        return sum(count for at, count in self._recent if at >= edge) / _RATE_SPAN

    def _hear(self, message: Message) -> None:
        match message:
            case Arrived(items) | Changed(items):
                self.offer(items)
            case Logged(items=items):
                self.offer(items, urgent=True)
            case _:
                return

    def offer(self, items: Iterable[Item], *, urgent: bool = False) -> None:
        """Take posts that have no score yet; ``urgent`` ones go first."""
        for item in items:
            if item.score is not None:
                continue
            name = digest(item.post.text)
            known = self._texts.get(name) or self._in_flight.get(name)
            if known is None:
                self._texts[name] = (item.post.text, [item.id])
                self._stack.append(name)
            elif item.id not in known[1]:
                known[1].append(item.id)
            if urgent:
                self._urgent.append(name)
        while len(self._texts) > WAITING and self._stack:
            if self._texts.pop(self._stack.popleft(), None) is not None:
                self._left_in_store = True
        if self._texts:
            self._wake.set()
            if not self._gone:
                self._quiet.clear()

    async def run(self) -> None:
        """Score until cancelled. A scorer that is gone for good leaves posts unscored, and says why."""
        try:
            if self.scorer.state is ScorerState.OFF:
                return
            await self.scorer.start()
            while True:
                await self._round()
        except ScoringError as error:
            self.problem = str(error)
            log.warning("posts stay unscored: %s", error)
        finally:
            self._gone = True
            self._quiet.set()
            self._leave()

    async def _round(self) -> None:
        if not self._texts and self._left_in_store:
            await self._refill()
        if not self._texts:
            self._quiet.set()
            self._wake.clear()
            await self._wake.wait()
        await self._score(self._next())

    def _next(self) -> list[tuple[bytes, str, list[int]]]:
        chosen: list[tuple[bytes, str, list[int]]] = []
        while len(chosen) < TOGETHER and (self._urgent or self._stack):
            name = self._urgent.pop() if self._urgent else self._stack.pop()
            job = self._texts.pop(name, None)
            if job is not None:
                chosen.append((name, *job))
        return chosen

    async def _score(self, jobs: Sequence[tuple[bytes, str, list[int]]]) -> None:
        if not jobs:
            return
        # A twin that arrives meanwhile joins its text here and is not scored again.
        self._in_flight = {name: (text, ids) for name, text, ids in jobs}
        scores = await self.scorer.score([text for _, text, _ in jobs])
        said: dict[bytes, Score | Unscored] = {name: score for (name, _, _), score in zip(jobs, scores, strict=True)}
        await self._patiently(lambda: self._store.put_scores(said, self._clock.now()))
        self._in_flight = {}
        self._bus.publish(Scored({
            item: score for (_, _, ids), score in zip(jobs, scores, strict=True) for item in ids
        }))
        now = asyncio.get_running_loop().time()
        self._recent.append((now, len(jobs)))
        while self._recent and self._recent[0][0] < now - _RATE_SPAN:
            self._recent.popleft()

    async def _refill(self) -> None:
        items = await self._patiently(lambda: self._store.unscored(self.room, limit=500))
        self._left_in_store = bool(items)
        self.offer(reversed(items))

    async def _patiently(self, call: Callable[[], Awaitable[_T]]) -> _T:
        """Call the store until it answers: scores wait for a full disk or a lock, they are not lost."""
        while True:
            try:
                answer = await call()
            except StoreError as error:
                self.problem = str(error)
                await asyncio.sleep(_PAUSE)
            else:
                self.problem = ""
                return answer
