"""The baseline of a room: listens to what arrives, learns what is usual, and says when something is not."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final, TypeAlias

from warroom.domain.alarm import EVERYWHERE, Alarm, Scope
from warroom.domain.baseline import Heard, Usual
from warroom.domain.errors import StoreError
from warroom.domain.feed import Feed
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.model import Platform
from warroom.domain.sentry import Cry, Sentry
from warroom.domain.tally import STEP, Tally
from warroom.domain.wire import Json
from warroom.engine.bus import Arrived, Bus, Changed, Health, Message, Scored
from warroom.engine.lessons import live_before, study
from warroom.engine.plan import Plan
from warroom.ports import Clock, Store

log = logging.getLogger(__name__)

#: Seconds of wall time between looks at the clock, between two savings, and between looks of one that only follows.
LOOK: Final = 1.0
SAVE: Final = 10.0
FOLLOW: Final = 30.0
_PAGE: Final = 250
#: A clock that ran so much (s) faster or slower than time itself was set, or the computer slept.
_JUMP: Final = 30.0
#: The name of what is kept beside the series.
_SELF: Final = ""


#: Tells what was heard: what it is, all that is counted, and the usual share of negative posts (None: not known).
Tell: TypeAlias = Callable[[Cry, Tally, float | None], Awaitable[None]]


async def _none() -> Sequence[Alarm]:
    return ()


class Baselines:
    """What is usual in a room. ``run`` it where the process collects, ``follow`` it elsewhere.

    ``calm`` tells whether no incident is being handled; ``cry`` is awaited with what may be told, what is counted, and
    the usual share of negative posts. ``steady`` is a clock (s) that nobody sets. ``error`` gives the margin (0..1) of
    the spot check of the last hour, 0 without one; ``raised`` reads the alarms of the last day from the log.
    """

    def __init__(
        self, plan: Plan, *, room: str, store: Store, bus: Bus, clock: Clock, calm: Callable[[], bool],
        cry: Tell, steady: Callable[[], float] = time.monotonic, error: Callable[[], float] = float,
        raised: Callable[[], Awaitable[Sequence[Alarm]]] = _none,
    ) -> None:
        self.tally = Tally(plan.terms, told=plan.told)
        self._plan = plan
        self._room = room
        self._store = store
        self._clock = clock
        self._calm = calm
        self._cry = cry
        self._steady = steady
        self._error = error
        self._raised = raised
        self._sentry = self._new_sentry()
        self._feed = Feed()
        self._last = 0
        self._held: list[Message] | None = []
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._began: asyncio.Event = asyncio.Event()
        self._saved = 0.0
        self._due = False
        self._collecting = False
        self._leave = bus.subscribe(self._hear)

    def collect(self) -> None:
        """Do not follow any more: :meth:`run` comes next."""
        self._collecting = True

    def close(self) -> None:
        """Stop listening."""
        self._leave()

    @property
    def down(self) -> frozenset[Platform]:
        """Platforms whose feed was down in the last bin."""
        return self._sentry.down

    def usual(self, scope: Scope = EVERYWHERE, at: datetime | None = None) -> Usual | None:
        """What is usual in a scope, now or ``at`` a time; None for one that is not known, or not yet."""
        series = self._sentry.series.get(scope)
        return None if series is None else series.usual(at or self._clock.now())

    def history(self, scope: Scope = EVERYWHERE) -> Sequence[Heard]:
        """The last six hours of a scope in bins of five minutes, the oldest first; empty for one that is not known."""
        series = self._sentry.series.get(scope)
        return () if series is None else tuple(series.recent)

    async def run(self) -> None:
        """Take up what is known, or learn it from what is stored; then judge each bin as it ends, until cancelled."""
        await self._begin()
        self._began.set()
        now, steady = self._now(), self._steady()
        while True:
            if not self._plan.told:
                before, began = now, steady
                now, steady = self._now(), self._steady()
                if abs(now - before - (steady - began)) > _JUMP or steady - began > _JUMP:
                    log.info("nobody listened for %.0f s", now - before)
                    self._feed.lose(min(before, now), max(before, now))
                self.tally.pass_time(now)
            await self._judge()
            self._wake.clear()
            try:
                async with asyncio.timeout(LOOK):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def settled(self) -> None:
        """Return when every bin that is over has been judged."""
        await self._began.wait()
        await self._judge()

    async def follow(self) -> None:
        """Look at what the collecting process knows, until this one collects."""
        while not self._collecting:
            if self._held is not None:
                self._held.clear()
            try:
                await self._load(follow=True)
            except StoreError as error:
                log.warning("cannot read the baseline: %s", error)
            await asyncio.sleep(FOLLOW)

    async def save(self) -> None:
        """Keep what was learned since the last time, as far as the store takes it."""
        if not self._due:
            return
        self._due = False
        series = {scope.name: made.state() for scope, made in self._sentry.series.items()}
        whole: dict[str, Json] = {"tally": self.tally.state(), "sentry": self._sentry.state(), "last": self._last}
        at = self._clock.now()
        states = {_SELF: json.dumps(whole)}
        for name, state in series.items():
            states[name] = json.dumps(state)
            await asyncio.sleep(0)
        try:
            await self._store.baselines.save(self._room, states, at)
        except StoreError as error:
            self._due = True
            log.warning("the baseline is not saved: %s", error)

    def _new_sentry(self) -> Sentry:
        plan = self._plan
        return Sentry(self.tally.terms, plan.platforms, rivals=plan.rivals, rules=plan.rules, pairs=not plan.told)

    def _now(self) -> float:
        return self._clock.now().timestamp()

    def _hear(self, message: Message) -> None:
        if self._held is not None and not isinstance(message, Health):
            if isinstance(message, Arrived | Changed | Scored):
                self._held.append(message)
            return
        match message:
            case Arrived(items):
                now = self._now()
                for item in items:
                    self._last = max(self._last, item.id)
                    if not item.context:
                        self.tally.add(item, now, live=self._plan.told or self._feed.live(item.post.platform))
                if self._plan.told:
                    self._wake.set()
            case Changed(items):
                for item in items:
                    if item.score is not None:
                        self.tally.score(item.id, item.score)
            case Scored(scores):
                for item_id, score in scores.items():
                    self.tally.score(item_id, score)
            case Health(report):
                self._heed(report)
            case _:
                return

    def _heed(self, report: SourceReport) -> None:
        if report.state is SourceState.ENDED:
            self._feed.forget(report.name)
        else:
            self._feed.hear(report.name, report.platforms, live=report.state is SourceState.LIVE, at=self._now())

    async def _judge(self) -> None:
        """Judge the bins that are over, one after the other."""
        async with self._one_at_a_time:
            told = False
            for sealed in self.tally.take():
                end = sealed.began + STEP
                down = frozenset() if self._plan.told else self._feed.down(self._plan.platforms, sealed.began, end)
                cry = self._sentry.judge(sealed, down=down, calm=self._calm())
                await asyncio.sleep(0)
                cry = self._sentry.feel(self.tally, end, error=self._error()) or cry
                if cry is not None:
                    told = True
                    await self._tell(cry)
                await asyncio.sleep(0)
                self._due = True
            loop = asyncio.get_running_loop().time()
            if told or (self._due and loop - self._saved >= SAVE):
                self._saved = loop
                await self.save()

    async def _tell(self, cry: Cry) -> None:
        usual = self._sentry.series[cry.scope].usual(cry.at)
        await self._cry(cry, self.tally, None if usual is None else usual.negative)

    async def _begin(self) -> None:
        """Go on from what is stored; without it from the stored posts; in a story from the days before it."""
        try:
            raised = await self._raised()
            at = await self._load()
            if at is None:
                await self._learn(raised)
            elif self._plan.told:
                await self._catch_up()
            else:
                self._feed.lose(at.timestamp(), self._now())
            for alarm in () if self._plan.told else raised:  # a story tells it again, and it is known by its name
                self._sentry.remember(alarm)
        except StoreError as error:
            log.warning("the baseline begins anew: %s", error)
        if not self._plan.told:
            self.tally.begin(self._now())
        held, self._held = self._held or [], None
        known = self._last
        for message in held:
            fresh = message
            if isinstance(message, Arrived):  # what was stored before is counted already
                fresh = Arrived([item for item in message.items if item.id > known])
            self._hear(fresh)

    async def _load(self, *, follow: bool = False) -> datetime | None:
        """Take what is stored, and when that was; None where there is nothing that can be used.

        One that only follows takes also the terms and platforms of the process that collects.
        """
        found = await self._store.baselines.load(self._room)
        if found is None:
            return None
        at, states = found
        sentry = self._new_sentry()
        try:
            whole = json.loads(states.pop(_SELF, "{}"))
            if follow:
                told = whole["sentry"]
                sentry = Sentry(told["terms"], [Platform(name) for name in told["platforms"]])
            series = {}
            for name, state in states.items():
                series[Scope.named(name)] = json.loads(state)
                await asyncio.sleep(0)
            sentry.resume(whole["sentry"], series)
            if not follow and whole["tally"].get("terms") == list(self.tally.terms):
                self.tally.resume(whole["tally"])
            self._last = int(whole["last"])
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
            log.warning("the stored baseline cannot be used: %s", error)
            return None
        if not follow or not self._collecting:
            self._sentry = sentry
        return at

    async def _catch_up(self) -> None:
        """Count what a story told after the last saving."""
        while items := await self._store.since(self._room, self._last, limit=_PAGE):
            for item in items:
                if not item.context:
                    self.tally.add(item, self._now())
            self._last = items[-1].id

    async def _learn(self, raised: Sequence[Alarm]) -> None:
        """Learn from the stored posts of two weeks, or in a story from the days that are made up for it."""
        if self._plan.told:
            await live_before(self._plan, self.tally, self._sentry)
            await self._catch_up()
            return
        cry = await study(self._plan, self.tally, self._sentry, store=self._store, room=self._room, now=self._now(),
                          raised=raised)
        if cry is not None:
            await self._tell(cry)
