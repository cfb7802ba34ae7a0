"""The room: one incident with all that keeps it running; opened by the wiring, shown by the console."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

from warroom.domain.alarm import EVERYWHERE, Alarm, Scope
from warroom.domain.baseline import Usual
from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.events import Event, EventType
from warroom.domain.gauge import Reading
from warroom.domain.health import ScorerState, SourceReport, Vitals
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE, Platform, PostKey, Score, Unscored
from warroom.domain.query import EVERYTHING
from warroom.domain.wire import Json
from warroom.engine import sounding
from warroom.engine.breaches import Breaches
from warroom.engine.bus import Arrived, Asked, Bus, Health, Logged, Message, Pulse
from warroom.engine.chores import settle, wake
from warroom.engine.clocks import Clocks
from warroom.engine.countdown import Sender
from warroom.engine.desk import Desk, open_incident
from warroom.engine.ear import Ear
from warroom.engine.follow import Follower
from warroom.engine.hearsay import Hearsay
from warroom.engine.holding import Holding
from warroom.engine.intake import FLOOD, Intake
from warroom.engine.intakes import Intakes
from warroom.engine.judge import Judge
from warroom.engine.manuscripts import Manuscripts
from warroom.engine.meter import Meter
from warroom.engine.outbox import Outbox
from warroom.engine.parts import Parts
from warroom.engine.replies import Replies
from warroom.engine.talk import Talk
from warroom.engine.tasks import Tasks
from warroom.ports import Clock, Scheduler

log = logging.getLogger(__name__)

#: Seconds between pulses, twice as many in a flood, and between tries to become the collector.
PULSE: Final = 0.5
LEASE: Final = 2.0
#: Events of the log that a start waits for; older ones are read behind it.
RECENT: Final = 500


async def _no_schedulers() -> Mapping[Platform, Scheduler]:
    return {}


class Room:
    """Sources, judge, watch, desk and follower around one incident. ``start`` it, and ``close`` it at the end.

    Of all the processes on one room a single one collects and scores; the others follow its writes, and one of them
    takes over when it goes away.
    """

    def __init__(self, parts: Parts) -> None:
        self.store = parts.store
        self._parts = parts
        self.clock = parts.clock
        self.bus = Bus()
        self._tasks = Tasks()
        self.collecting = False
        self._room = parts.incident.room
        self._meter = Meter(parts, bus=self.bus,
                            told=lambda events: self._report(*self._hearsay.take_older(events)))
        self._judge = Judge(room=self._room, store=parts.store, scorer=parts.scorer, bus=self.bus, clock=parts.clock)
        self._follower = Follower(store=parts.store, bus=self.bus, room=self._room, incident=parts.incident.id,
                                  seen_seq=parts.incident.head_seq, seen_id=0)
        self.desk = Desk(parts.store, parts.incident, clock=parts.clock, wall=parts.wall, actor=parts.actor,
                         told=self._follower.catch_up)
        terms = None if parts.plan is None else parts.plan.terms
        self.clocks = Clocks(parts.store, self.desk, bus=self.bus, clock=parts.clock, wall=parts.wall,
                             rules=parts.rules, terms=terms)
        self._breaches = Breaches(parts.store, self.desk, clock=parts.clock, wall=parts.wall, rules=parts.rules,
                                  terms=terms)
        self._intakes = Intakes(
            parts.sources, start=self._tasks.spawn, renew=parts.renew, prints=parts.prints,
            make=lambda source: Intake(source, room=self._room, store=parts.store, bus=self.bus, clock=parts.clock,
                                       herald=self.desk.source_changed, dice=parts.dice))
        self.talk = None if parts.fetchers is None else Talk(
            parts.store, self._room, parts.fetchers, bus=self.bus, clock=parts.clock)
        self._sender: Sender | None = None
        self.ear = Ear(parts, bus=self.bus, tasks=self._tasks, incident=lambda: self.desk.incident,
                       told=self._follower.catch_up, error=lambda: self._meter.margin)
        self._hearsay = Hearsay()
        self._stored = 0
        self._dropped = 0
        self._pulse: Pulse | None = None
        self.bus.subscribe(self._hear)

    @property
    def incident(self) -> Incident:
        """The incident as it is now."""
        return self.desk.incident

    @property
    def reading(self) -> Reading:
        """The gauge now."""
        return self._meter.reading

    @property
    def alarms(self) -> Sequence[Alarm]:
        """The alarms of the last day, the newest last."""
        return self.ear.alarms

    def usual(self, scope: Scope = EVERYWHERE) -> Usual | None:
        """What is usual now in a scope; None for one that is not known, or not yet."""
        return self.ear.usual(scope)

    def draw(self) -> PostKey | None:
        """The post that a spot check asks about next; None where every post of the window was drawn."""
        return self._meter.draw(self.desk.actor)

    @property
    def reports(self) -> list[SourceReport]:
        """Every source's health: measured where this process collects, else as the log tells."""
        return self._intakes.reports if self.collecting else self._hearsay.reports

    @property
    def vitals(self) -> Vitals:
        """The counts of the status strip."""
        scorer = self._parts.scorer
        problems = (self._tasks.problem, self._follower.problem, *self._intakes.problems)
        return Vitals(
            scorer=scorer.state if self.collecting else ScorerState.OFF,
            scorer_reason=self._judge.problem or scorer.reason if self.collecting else "another console scores",
            scored_rate=self._judge.rate, waiting=self._judge.waiting, stored=self._stored,
            dropped=self._dropped + self.bus.dropped, store_problem=next((words for words in problems if words), ""),
        )

    @property
    def skipped(self) -> Counter[str]:
        """What the sources could not read, by reason."""
        return self._intakes.skipped

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
        for event in await self.store.events(self.incident.id, after=max(0, self.incident.head_seq - RECENT)):
            self._report(self._hearsay.take(event))
        # Nobody waits for it: an hour of posts, or a long log, may take a second to read.
        self._tasks.spawn(self._meter.prime(self.incident, newest[0].id + 1 if newest else 1), "prime")
        self._tasks.spawn(self._follower.run(), "follow")
        self.ear.start()
        self._tasks.spawn(self._beat(), "pulse")
        self._tasks.spawn(wake(self.store, self.desk, lambda: self.collecting), "wake")
        self._tasks.spawn(self.clocks.run(lambda: self.collecting), "clocks")
        self._tasks.spawn(self._breaches.run(lambda: self.collecting), "breaches")
        if self._parts.lease():
            self._collect()
        else:
            self._tasks.spawn(self._await_lease(), "await lease")

    async def close(self) -> None:
        """Stop everything and close scorer and store; safe to call twice."""
        if self._sender is not None:
            await self._sender.close()
        await self._tasks.stop(self._intakes.tasks)
        await self.ear.close()
        self._meter.close()
        self.clocks.close()
        self._follower.close()
        await self._parts.scorer.close()
        await self.store.close()

    async def done(self) -> None:
        """Return when every source has ended and every post that can be scored is scored."""
        await self._intakes.done()
        await self._judge.settled()
        await self.ear.settled()

    @property
    def outbox(self) -> Outbox | None:
        """The way out: to the platforms, or of a drill into its own threads."""
        return self._parts.outbox

    @property
    def replies(self) -> Replies:
        """The replies of this room. Raises BadMove where it has no way out."""
        return self._out.replies

    @property
    def sender(self) -> Sender:
        """What counts down before a reply goes out. Raises BadMove where the room has no way out."""
        if self._sender is None:
            self._sender = Sender(self._out, self.bus, seconds=self._parts.countdown)
        return self._sender

    @property
    def _out(self) -> Outbox:
        if self._parts.outbox is None:
            raise BadMove("This room has no way out.")
        return self._parts.outbox

    @property
    def wall(self) -> Clock:
        """The clock on the wall, also in a drill."""
        return self._parts.wall

    @property
    def manuscripts(self) -> Manuscripts:
        """The texts that are being written on this incident's posts."""
        return Manuscripts(self.store, wall=self._parts.wall, actor=self.desk.actor)

    async def score(self, text: str) -> Score | Unscored:
        """What the model says of a text that is being written; Unscored with the reason where it says nothing.

        A console that does not collect waits some seconds for the one that does. Raises StoreError, and ScoringError
        where the model is gone.
        """
        scorer = self._parts.scorer
        if not self.collecting:
            return await sounding.ask(self.store, text)
        if scorer.state is not ScorerState.READY:
            return Unscored(scorer.reason or f"the model is {scorer.state}")
        return (await scorer.score([text]))[0]

    async def catch_up(self) -> None:
        """Tell what is new in the log at once."""
        await self._follower.catch_up()

    @property
    def holding(self) -> Holding:
        """The brand's scheduled posts."""
        schedulers = self._parts.schedulers or _no_schedulers
        return Holding(self.desk, self.store, schedulers, platforms=self._parts.platforms, wall=self._parts.wall)

    async def retry(self) -> list[str]:
        """Read settings and credentials again, and let failed and waiting sources try now; returns their names.

        Where another process collects it is asked to do so. Raises as ``Intakes.retry`` does.
        """
        if not self.collecting:
            await self.desk.ask_for_retry()
            return []
        return await self._intakes.retry()

    async def switch(self, incident: Incident) -> None:
        """Work on another incident of this room from now on; the panes must be loaded anew."""
        if incident.room != self._room:
            raise BadMove(f"Incident {incident.id} looks at another room.", hint="Open it with warroom --incident.")
        self.desk.incident = incident
        self._follower.switch(incident.id, seen_seq=incident.head_seq)
        await self._meter.anew(incident)

    async def tell_sources(self) -> None:
        """Write how the sources do into the log: consoles that follow a collector know it only from there."""
        for report in self._intakes.reports:
            await self.desk.source_changed(report)

    async def open_incident(
        self, incident_id: str, title: str, *, severity: int | None = None, evidence: Mapping[str, Json] | None = None,
    ) -> Incident:
        """Open an incident on this room's posts and switch to it. Raises BadMove in a drill."""
        if self.incident.kind is Kind.DRILL:
            raise BadMove("A drill has its one incident.", hint="Leave the drill to open a real one.")
        incident = await open_incident(
            self.store, incident_id, title=title, kind=Kind.INCIDENT, actor=self.desk.actor, clock=self.clock,
            wall=self._parts.wall, room=self._room, severity=severity, evidence=evidence,
        )
        await self.switch(incident)
        return incident

    def _collect(self) -> None:
        self.collecting = self._follower.collecting = True
        self.ear.collect()
        if self._parts.prepare is None:
            self._intakes.begin()
        else:
            self._tasks.spawn(self._begin(self._parts.prepare), "begin")
        self._tasks.spawn(self._judge.run(), "judge")
        self._tasks.spawn(sounding.tell(self.store, self._parts.scorer, wall=self._parts.wall), "sounding")
        if self._parts.outbox is not None:
            self._tasks.spawn(settle(self._parts.outbox, self.desk), "settle")

    async def _begin(self, prepare: Callable[[], Awaitable[None]]) -> None:
        await prepare()
        self._intakes.begin()

    async def _await_lease(self) -> None:
        while not self._parts.lease():  # noqa: ASYNC110 - another process holds it; no event crosses over
            await asyncio.sleep(LEASE)
        log.info("this console collects now")
        self._collect()

    async def _beat(self) -> None:
        while True:
            if (slept := self._parts.doze.look()) and self._room == LIVE:
                log.info("slept for %.0f s", slept)
                self._intakes.slept(slept)
            self._report(*self._hearsay.away(self.clock.now()))
            pulse = Pulse(self.vitals, self.reading)
            if pulse != self._pulse:
                self._pulse = pulse
                self.bus.publish(pulse)
            stored = self._stored
            await asyncio.sleep(PULSE)
            if self._stored - stored >= FLOOD * PULSE:
                await asyncio.sleep(PULSE)

    def _hear(self, message: Message) -> None:
        match message:
            case Arrived(items):
                self._stored += len(items)
            case Logged(events=events):
                for event in events:
                    self._report(self._hearsay.take(event))
                    if event.type is EventType.RETRY and self.collecting:
                        self._tasks.spawn(self._heed(event), "retry")
            case Asked(event) if self.collecting:
                self._tasks.spawn(self._heed(event), "retry")
            case _:
                return

    async def _heed(self, event: Event) -> None:
        try:
            await self.retry()
        except WarroomError as error:
            log.warning("%s asked for another try: %s", event.actor, error)

    def _report(self, *reports: SourceReport | None) -> None:
        if not self.collecting:  # a collector knows better
            for report in reports:
                if report is not None:
                    self.bus.publish(Health(report))
