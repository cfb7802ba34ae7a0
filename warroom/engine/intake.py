"""The intake: runs one source, keeps it alive, and stores what it brings, at least once in, exactly once stored."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from datetime import timedelta
from typing import Final, TypeVar

from warroom.domain.errors import SourceError, SourceStopped, StoreError
from warroom.domain.health import Budget, SourceReport, SourceState
from warroom.domain.model import Post
from warroom.engine.bus import Arrived, Bus, Changed, Health
from warroom.engine.gathering import Gathering
from warroom.ports import Batch, Clock, Source, Store
from warroom.redaction import REDACTOR

log = logging.getLogger(__name__)

#: Waits in seconds: full jitter between zero and ``FIRST * 2**tries``, never above ``LONGEST`` (AWS 2015).
FIRST: Final = 1.0
LONGEST: Final = 60.0
#: So many posts a second and more are a flood, in which transactions begin so long (s) after one another: one of 500
#: posts costs a quarter less of the store than five of 100, and its pictures are one instead of five.
FLOOD: Final = 250.0
APART: Final = 0.5
#: Posts that are told of before the event loop gets a turn: all who listen together take a millisecond for them.
TURN: Final = 64
#: A platform's own wish for a wait is heeded up to here; whoever asks for more is tried again all the same.
HEEDED: Final = 3600.0
#: Seconds that a connection must hold, or posts that it must bring, before its failures are forgotten.
STEADY: Final = 30.0
#: The share of a platform's budget that pollers leave for replies, and how long (s) they wait where no end is told.
SPARED: Final = 0.05
UNTOLD: Final = 30.0
_RATE_SPAN: Final = 10.0
_BELIEVABLE: Final = timedelta(days=30)

_T = TypeVar("_T")

#: Told of every change of state, to put it into the log.
Herald = Callable[[SourceReport], Awaitable[None]]


class _Anew(Exception):
    """Somebody wants this stream to begin anew from its cursor."""


class Intake:
    """One source's way into the store. ``run`` ends when the source has no more; ``restart`` tries again at once."""

    def __init__(
        self, source: Source, *, room: str, store: Store, bus: Bus, clock: Clock, herald: Herald, dice: random.Random,
    ) -> None:
        self.source = source
        self.room = room
        self.skipped: Counter[str] = Counter()
        self.store_problem = ""
        self._store = store
        self._bus = bus
        self._clock = clock
        self._herald = herald
        self._dice = dice
        self._again = asyncio.Event()
        self._state = SourceState.STARTING
        self._since = clock.now()
        self._reason = self._hint = ""
        self._attempt = 0
        self._next_try = 0.0
        self._received = 0
        self._lag = 0.0
        self._recent: deque[tuple[float, int]] = deque()
        self._budget: Budget | None = None
        self._began = 0.0
        self._reader: asyncio.Task[None] | None = None
        self._why = ""

    @property
    def report(self) -> SourceReport:
        """The source's health now."""
        return SourceReport(
            name=self.source.name, platforms=self.source.platforms, state=self._state, since=self._since,
            reason=self._reason, hint=self._hint, rate=self._rate(), lag=self._lag, received=self._received,
            attempt=0 if self._state is SourceState.LIVE else self._attempt, next_try=self._next_try,
            budget=self._budget,
        )

    def restart(self, source: Source | None = None) -> None:
        """Try again now: what made the source stop may be mended. ``source`` takes the place of the present one."""
        if source is not None:
            self.source = source
        self._again.set()

    def reconnect(self, why: str, source: Source | None = None) -> None:
        """Let go of the connection and go on from the cursor; ``why`` stands in the log. One that waits tries now."""
        if self._reader is None:
            self.restart(source)
            return
        if source is not None:
            self.source = source
        self._why = why
        self._reader.cancel()

    async def run(self) -> None:
        """Stream until the source ends; every failure but the store's own becomes a state with a reason."""
        await self._enter(SourceState.STARTING)
        while True:
            try:
                await self._stream_once()
            except _Anew as why:
                await self._enter(SourceState.RECONNECTING, SourceError(str(why)))
            except SourceStopped as error:
                await self._enter(SourceState.FAILED, error)
                await self._again.wait()
                self._again.clear()
                self._attempt = 0
                await self._enter(SourceState.STARTING)
            except SourceError as error:
                await self._wait(error)
            except Exception as error:
                log.exception("%s failed in a way that it does not know", self.source.name)
                await self._wait(SourceError(f"{self.source.name} failed: {type(error).__name__}.",
                                             hint="The log file has the details."))
            else:
                await self._enter(SourceState.ENDED)
                return

    async def _stream_once(self) -> None:
        cursor = await self._patiently(lambda: self._store.cursor(self.room, self.source.name))
        gathering = Gathering()

        async def read() -> None:
            try:
                async with aclosing(self.source.stream(cursor)) as stream:  # type: ignore[type-var]
                    async for batch in stream:
                        await gathering.put(batch)
                        await self._spare(batch.budget)
            finally:
                # The writer takes all of it before it ends, so what was read before a failure is kept.
                await gathering.put(None)

        self._began = asyncio.get_running_loop().time()
        reader = self._reader = asyncio.create_task(read(), name=f"read {self.source.name}")
        try:
            await self._write_until_end(gathering)
            await asyncio.wait([reader])
            if reader.cancelled():
                raise _Anew(self._why)
            reader.result()
        finally:
            self._reader = None
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)

    async def _spare(self, budget: Budget | None) -> None:
        """Hold a source back whose platform has little left to give: what is left is for replies."""
        if budget is None:
            return
        self._budget = budget
        if budget.left > max(1, budget.limit * SPARED):
            return
        pause = UNTOLD if budget.resets_at is None else (budget.resets_at - self._clock.now()).total_seconds()
        log.info("%s waits %.0f s for its limit", self.source.name, pause)
        await self._clock.sleep(min(HEEDED, pause + self._dice.uniform(0.0, 1.0)))

    async def _write_until_end(self, gathering: Gathering) -> None:
        while (batch := await gathering.take(APART if self._rate() >= FLOOD else 0.0)) is not None:
            await self._keep(batch)

    async def _keep(self, batch: Batch) -> None:
        self.skipped.update(batch.skipped)
        if batch.posts or batch.cursor:
            kept = await self._patiently(
                lambda: self._store.add(self.room, self.source.name, batch, self._clock.now()))
            self._count([item.post for item in kept.new])
            told = [item for item in kept.new if not item.context]  # what we said ourselves is no voice about us
            for at in range(0, len(told), TURN):
                if at:
                    await asyncio.sleep(0)
                self._bus.publish(Arrived(told[at : at + TURN]))
            if changed := [item for item in kept.changed if not item.context]:
                self._bus.publish(Changed(changed))
        if batch.posts or asyncio.get_running_loop().time() - self._began > STEADY:
            self._attempt = 0
        self._next_try = 0.0
        state = SourceState.LIVE if batch.caught_up else SourceState.BACKFILL
        if state is not self._state:
            await self._enter(state)

    async def _patiently(self, call: Callable[[], Awaitable[_T]]) -> _T:
        """Call the store until it answers: a full disk or a lock holds the source back, and loses nothing."""
        pause = FIRST
        while True:
            try:
                answer = await call()
            except StoreError as error:
                if self.store_problem != str(error):
                    log.warning("the store does not take posts: %s", error)
                self.store_problem = str(error)
                await asyncio.sleep(self._dice.uniform(pause / 2, pause))
                pause = min(LONGEST, pause * 2)
            else:
                self.store_problem = ""
                return answer

    def _count(self, posts: Sequence[Post]) -> None:
        """Take rate and lag from what was new: a page that is looked at again says nothing of how far we are behind."""
        self._received += len(posts)
        now = asyncio.get_running_loop().time()
        self._recent.append((now, len(posts)))
        while self._recent and self._recent[0][0] < now - _RATE_SPAN:
            self._recent.popleft()
        at = self._clock.now()
        newest = max((post.created_at for post in posts), default=None)
        # A post "from 1970" says nothing about how far the source is behind.
        if newest is not None and at - newest < _BELIEVABLE:
            self._lag = max(0.0, (at - newest).total_seconds())

    def _rate(self) -> float:
        edge = asyncio.get_running_loop().time() - _RATE_SPAN
        return sum(count for at, count in self._recent if at >= edge) / _RATE_SPAN

    async def _wait(self, error: SourceError) -> None:
        self._attempt += 1
        longest = min(LONGEST, FIRST * 2 ** min(self._attempt, 10))
        pause = self._dice.uniform(0.1, longest)
        if error.retry_after is not None:
            # Not all at once when the time is over: others wait for the same moment.
            pause = max(0.0, min(HEEDED, error.retry_after)) + self._dice.uniform(0.0, 1.0)
        self._next_try = pause
        await self._enter(SourceState.RECONNECTING, error)
        try:
            async with asyncio.timeout(pause):
                await self._again.wait()
                self._again.clear()
        except TimeoutError:
            log.debug("%s tries again", self.source.name)

    async def _enter(self, state: SourceState, error: SourceError | None = None) -> None:
        changed = state is not self._state or state is SourceState.STARTING
        if changed:
            self._since = self._clock.now()
        self._state = state
        # What a platform or a library says goes into the log from here; an address in it may hold a token.
        self._reason = REDACTOR.scrub(" ".join(part for part in (error.title, error.reason) if part)) if error else ""
        self._hint = REDACTOR.scrub(error.hint) if error else ""
        report = self.report
        log.info("%s is %s%s", report.name, state, f": {self._reason}" if self._reason else "")
        self._bus.publish(Health(report))
        if changed:
            await self._patiently(lambda: self._herald(report))
