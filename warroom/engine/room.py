"""The room: one incident with all that keeps it running; opened by the wiring, shown by the console."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from warroom.domain.errors import BadMove, StoreError
from warroom.domain.events import Event, EventType
from warroom.domain.gauge import Reading
from warroom.domain.health import ScorerState, SourceReport, SourceState, Vitals
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import Platform
from warroom.domain.query import EVERYTHING, Flag, Is, Query
from warroom.engine.bus import Arrived, Bus, Health, Logged, Message, Pulse
from warroom.engine.desk import Desk, open_incident
from warroom.engine.follow import Follower
from warroom.engine.intake import Intake
from warroom.engine.judge import Judge
from warroom.engine.watch import Watch
from warroom.ports import Clock, Scorer, Source, Store

log = logging.getLogger(__name__)

#: Seconds between pulses, between looks for snoozes that are due, and between tries to become the collector.
PULSE: Final = 0.5
WAKE: Final = 5.0
LEASE: Final = 2.0
#: Posts that the gauge is primed with at the most.
PRIMED: Final = 20_000
# Making items of a page holds the keys for a few milliseconds.
_PAGE: Final = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a room is made of. ``lease`` answers True where this process is the one that collects for the room."""

    store: Store
    scorer: Scorer
    sources: Sequence[Source]
    clock: Clock
    wall: Clock
    incident: Incident
    actor: str
    lease: Callable[[], bool]
    window: timedelta = timedelta(hours=1)
    buckets: int = 60
    dice: random.Random


class Room:
    """Sources, judge, watch, desk and follower around one incident. ``start`` it, and ``close`` it at the end.

    Of all the processes on one room a single one collects and scores; the others follow its writes, and one of them
    takes over when it goes away.
    """

    def __init__(self, parts: Parts) -> None:
        self.store = parts.store
        self.clock = parts.clock
        self.bus = Bus()
        self.collecting = False
        self._parts = parts
        self._room = parts.incident.room
        self._watch = Watch(bus=self.bus, clock=parts.clock, window=parts.window, buckets=parts.buckets)
        self._judge = Judge(room=self._room, store=parts.store, scorer=parts.scorer, bus=self.bus, clock=parts.clock)
        self._follower = Follower(store=parts.store, bus=self.bus, room=self._room, incident=parts.incident.id,
                                  seen_seq=parts.incident.head_seq, seen_id=0)
        self.desk = Desk(parts.store, parts.incident, clock=parts.clock, wall=parts.wall, actor=parts.actor,
                         told=self._follower.catch_up)
        self._intakes = [
            Intake(source, room=self._room, store=parts.store, bus=self.bus, clock=parts.clock,
                   herald=self.desk.source_changed, dice=parts.dice)
            for source in parts.sources
        ]
        self._told: dict[str, SourceReport] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._streams: list[asyncio.Task[None]] = []
        self._stored = 0
        self._dropped = 0
        self._pulse: Pulse | None = None
        self._problem = ""
        self.bus.subscribe(self._hear)

    @property
    def incident(self) -> Incident:
        """The incident as it is now."""
        return self.desk.incident

    @property
    def reading(self) -> Reading:
        """The gauge now."""
        return self._watch.reading()

    @property
    def reports(self) -> list[SourceReport]:
        """Every source's health: measured where this process collects, else as the log tells."""
        return [intake.report for intake in self._intakes] if self.collecting else list(self._told.values())

    @property
    def vitals(self) -> Vitals:
        """The counts of the status strip."""
        scorer = self._parts.scorer
        problems = (self._problem, self._follower.problem, *(intake.store_problem for intake in self._intakes))
        return Vitals(
            scorer=scorer.state if self.collecting else ScorerState.OFF,
            scorer_reason=self._judge.problem or scorer.reason if self.collecting else "another console scores",
            scored_rate=self._judge.rate, waiting=self._judge.waiting, stored=self._stored,
            dropped=self._dropped + self.bus.dropped, store_problem=next((words for words in problems if words), ""),
        )

    @property
    def skipped(self) -> Counter[str]:
        """What the sources could not read, by reason."""
        return sum((intake.skipped for intake in self._intakes), Counter())

    def drop(self, count: int) -> None:
        """Count posts that a screen let go of; they stay in the store."""
        self._dropped += count

    async def start(self) -> None:
        """Let everything run; the gauge catches up with what is stored. Raises StoreError where it cannot be read."""
        self._stored = await self.store.count(self._room)
        newest = await self.store.page(self._room, EVERYTHING, limit=1)
        if newest:
            self._follower.expect(newest)
            self._follower.seen(newest[0].id)
            # Nobody waits for it: an hour of posts may take a second to read.
            self._spawn(self._prime(newest[0].id + 1), "prime")
        for event in await self.store.events(self.incident.id):
            self._tell(event)
        self._spawn(self._follower.run(), "follow")
        self._spawn(self._beat(), "pulse")
        self._spawn(self._wake(), "wake")
        if self._parts.lease():
            self._collect()
        else:
            self._spawn(self._await_lease(), "await lease")

    async def close(self) -> None:
        """Stop everything and close scorer and store; safe to call twice."""
        tasks = [*self._streams, *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._watch.close()
        self._follower.close()
        await self._parts.scorer.close()
        await self.store.close()

    async def done(self) -> None:
        """Return when every source has ended and every post that can be scored is scored."""
        await asyncio.gather(*self._streams)
        await self._judge.settled()

    def retry(self) -> None:
        """Let failed and waiting sources try again now."""
        for intake in self._intakes:
            intake.restart()

    async def switch(self, incident: Incident) -> None:
        """Work on another incident of this room from now on; the panes must be loaded anew."""
        if incident.room != self._room:
            raise BadMove(f"Incident {incident.id} looks at another room.", hint="Open it with warroom --incident.")
        self.desk.incident = incident
        self._follower.switch(incident.id, seen_seq=incident.head_seq)

    async def open_incident(self, incident_id: str, title: str, *, severity: int | None = None) -> Incident:
        """Open an incident on this room's posts and switch to it. Raises BadMove in a drill."""
        if self.incident.kind is Kind.DRILL:
            raise BadMove("A drill has its one incident.", hint="Leave the drill to open a real one.")
        incident = await open_incident(
            self.store, incident_id, title=title, kind=Kind.INCIDENT, actor=self.desk.actor, clock=self.clock,
            wall=self._parts.wall, room=self._room, severity=severity,
        )
        await self.switch(incident)
        return incident

    def _collect(self) -> None:
        self.collecting = self._follower.collecting = True
        self._streams = [self._task(intake.run(), f"intake {intake.source.name}") for intake in self._intakes]
        self._spawn(self._judge.run(), "judge")

    async def _await_lease(self) -> None:
        while not self._parts.lease():  # noqa: ASYNC110 - another process holds it; no event crosses over
            await asyncio.sleep(LEASE)
        log.info("this console collects now")
        self._collect()

    async def _prime(self, before: int) -> None:
        edge, left = self.clock.now() - self._parts.window, PRIMED
        while left > 0:
            items = await self.store.page(self._room, EVERYTHING, before=before, limit=_PAGE)
            self._watch.prime(items)
            left -= len(items)
            if len(items) < _PAGE or items[-1].received_at < edge:
                return
            before = items[-1].id

    async def _beat(self) -> None:
        while True:
            pulse = Pulse(self.vitals, self.reading)
            if pulse != self._pulse:
                self._pulse = pulse
                self.bus.publish(pulse)
            await asyncio.sleep(PULSE)

    async def _wake(self) -> None:
        asleep = Query((Is(Flag.SNOOZED),))
        while True:
            await asyncio.sleep(WAKE)
            if not self.collecting:
                continue
            try:
                await self.desk.wake_due(
                    await self.store.page(self._room, asleep, incident=self.incident.id, limit=500))
            except StoreError as error:
                log.warning("cannot wake snoozed posts: %s", error)

    def _hear(self, message: Message) -> None:
        match message:
            case Arrived(items):
                self._stored += len(items)
            case Logged(events=events):
                for event in events:
                    self._tell(event)
            case _:
                return

    def _tell(self, event: Event) -> None:
        if self.collecting or event.type is not EventType.SOURCE:
            return
        details = event.details
        platforms, received = details.get("platforms"), details.get("received")
        report = SourceReport(
            name=str(details.get("source")), state=SourceState(str(details.get("state"))), since=event.occurred_at,
            platforms=frozenset(Platform(str(name)) for name in platforms) if isinstance(platforms, list) else
            frozenset(), reason=str(details.get("reason", "")), hint=str(details.get("hint", "")),
            received=received if isinstance(received, int) else 0,
        )
        self._told[report.name] = report
        self.bus.publish(Health(report))

    def _spawn(self, work: Coroutine[object, object, None], name: str) -> None:
        self._tasks.append(self._task(work, name))

    def _task(self, work: Coroutine[object, object, None], name: str) -> asyncio.Task[None]:
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("the task %r ended: %s", task.get_name(), error, exc_info=error)
            self._problem = f"{task.get_name()} stopped: {error}"

