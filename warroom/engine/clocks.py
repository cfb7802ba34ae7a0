"""The clocks of an incident, kept up with the log and the posts; in the process that collects, each breach an event.

A breach is written once: the log itself says which stand in it, and nothing is written on a log that moved since it was
read. So neither a crash nor two processes make it twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from warroom.domain.clocks import NAMES, Clock, Reading, Rules, Waiting, earliest, next_change, read
from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.events import Event, EventType, NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.ledger import AUDIENCE, CLOCK, PERIOD, Audience, Ledger
from warroom.domain.model import PostKey
from warroom.domain.terms import Terms
from warroom.domain.text import clip, one_line
from warroom.domain.wire import Json, stamp
from warroom.engine.bus import Arrived, Bus, Changed, Logged, Message, Scored
from warroom.engine.desk import Desk
from warroom.engine.entries import WATCH
from warroom.engine.front import SELDOM, Front
from warroom.ports import Clock as Time
from warroom.ports import Store

log = logging.getLogger(__name__)

#: Seconds between looks at the time.
PACE: Final = 0.5
_PAGE: Final = 250


class Clocks:
    """The clocks of a room's incident. ``readings`` are those of this moment; ``run`` keeps them up."""

    def __init__(self, store: Store, desk: Desk, *, bus: Bus, clock: Time, wall: Time, rules: Rules,
                 terms: Terms | None = None) -> None:
        self._store = store
        self._desk = desk
        self._clock = clock
        self._wall = wall
        self._rules = rules
        self._terms = terms
        self._incident = ""
        self._facts = Ledger()
        self._oldest: dict[Clock, Waiting | None] = {}
        self._front = Front()
        self._looked: datetime | None = None
        self._logged = self._mentioned = True
        self._next: datetime | None = None
        self._one_at_a_time = asyncio.Lock()
        self._leave = bus.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._leave()

    @property
    def readings(self) -> list[Reading]:
        """Every clock that runs, at this moment; none until the log was read."""
        if self._incident != self._desk.incident.id:
            return []
        return read(self._facts, self._rules, self._clock.now(), complaint=self._oldest.get(Clock.COMPLAINT),
                    mention=self._oldest.get(Clock.MENTION))

    async def run(self, collecting: Callable[[], bool]) -> None:
        """Keep up until cancelled."""
        while True:
            try:
                if self._due():
                    await self.look(collecting=collecting())
            except WarroomError as error:
                log.warning("the clocks cannot be kept up: %s", error)
                self._start_over()
                await asyncio.sleep(PACE * 10)
            await asyncio.sleep(PACE)

    def _due(self) -> bool:
        now = self._clock.now()
        return (self._logged or self._front.stale(now) or self._mentioned_long_ago()
                or self._incident != self._desk.incident.id or (self._next is not None and now >= self._next))

    async def look(self, *, collecting: bool, anew: bool = False) -> None:
        """Read what is new in the log and in the posts; where this process collects, write what is overdue.

        ``anew`` trusts nothing that was heard before, for an incident of whose log nobody tells this process.
        """
        async with self._one_at_a_time:
            if anew:
                self._start_over()
            await self._look(collecting=collecting)

    async def _look(self, *, collecting: bool) -> None:
        incident = self._desk.incident
        if incident.id != self._incident:
            self._facts, self._oldest = Ledger(), {}
            self._start_over()
        if self._logged:
            self._logged = False
            span = self._facts.began, self._facts.closed
            await self._read_log(incident)
            if span != (self._facts.began, self._facts.closed):  # opened, closed or opened again: other posts count
                self._front, self._looked, self._mentioned = Front(), None, True
        now = self._clock.now()
        if self._front.stale(now):
            floor = earliest(self._facts, self._rules.complaint) or now
            found = await waiting(self._store, incident, self._facts, self._rules, Clock.COMPLAINT,
                                  terms=self._terms, since=self._front.since(floor, now))
            self._front.found(found.since if found else None, now)
            self._oldest[Clock.COMPLAINT] = found
        if self._mentioned_long_ago():
            self._mentioned, self._looked = False, now
            self._oldest[Clock.MENTION] = await waiting(
                self._store, incident, self._facts, self._rules, Clock.MENTION, terms=self._terms)
        self._incident = incident.id
        if collecting:
            for reading in self.readings:
                if reading.breached and reading.period not in self._facts.breached:
                    await self._write_breach(incident, reading)
        self._next = next_change(self.readings, self._rules, self._clock.now())

    async def update(self, audience: Audience, text: str) -> Sequence[Event]:
        """Record an update that the team gave. Raises BadMove for an empty one and in a closed incident."""
        events = await record_update(self._desk, audience, text)
        await self._look_now()
        return events

    async def snooze(self, clock: Clock, until: datetime | None, reason: str) -> Sequence[Event]:
        """Put a clock away until a time, with a reason; None: wake it. Raises BadMove."""
        events = await record_snooze(self._desk, self._clock.now(), clock, until, reason)
        await self._look_now()
        return events

    async def _look_now(self) -> None:
        """Know what was just written; what is overdue meanwhile is left to the task that may write it."""
        await self.look(collecting=False)
        self._logged = True

    def _mentioned_long_ago(self) -> bool:
        """True where the oldest other post may be another one; it has a day, so that is not asked all the time."""
        soon = self._looked is not None and abs(self._clock.now() - self._looked) < SELDOM
        return self._mentioned and not soon

    def _start_over(self) -> None:
        """Trust nothing that was known of the log and the posts."""
        self._front, self._looked = Front(), None
        self._logged = self._mentioned = True

    def _hear(self, message: Message) -> None:
        self._front.hear(message)
        match message:
            case Logged(items=items):
                self._logged = True
                self._mentioned = self._mentioned or bool(items)
            case Arrived() | Changed() | Scored():
                self._mentioned = True
            case _:
                return

    async def _read_log(self, incident: Incident) -> None:
        while page := await self._store.events(incident.id, after=self._facts.seq, limit=_PAGE):
            for event in page:
                self._facts.push(event)
        if self._facts.seq > self._desk.incident.head_seq:
            await self._desk.look_again()  # another hand wrote: its severity and its close are ours too

    async def _write_breach(self, incident: Incident, reading: Reading) -> None:
        """Write one breach; where the log is not the one that was read, it is read first and looked at again."""
        def decide(now: Incident | None, items: Mapping[PostKey, Item]) -> list[NewEvent]:
            if now is None or not now.open or now.head_seq != self._facts.seq:
                return []
            return [breach(now, reading, self._clock.now(), items.get(reading.post) if reading.post else None)]

        keys = [reading.post] if reading.post else []
        written = await self._store.commit(incident.id, keys, decide, self._wall.now())
        for event in written:
            self._facts.push(event)
        if written:
            await self._desk.look_again()
        else:
            self._start_over()


async def read_clocks(
    store: Store, incident: Incident, rules: Rules, now: datetime, terms: Terms | None = None,
) -> list[Reading]:
    """Read the clocks of an incident from the store alone, for those who look once."""
    facts = Ledger()
    while page := await store.events(incident.id, after=facts.seq, limit=_PAGE):
        for event in page:
            facts.push(event)
    return read(facts, rules, now, complaint=await waiting(store, incident, facts, rules, Clock.COMPLAINT, terms=terms),
                mention=await waiting(store, incident, facts, rules, Clock.MENTION, terms=terms))


async def waiting(
    store: Store, incident: Incident, facts: Ledger, rules: Rules, clock: Clock, *, terms: Terms | None = None,
    since: datetime | None = None,
) -> Waiting | None:
    """The oldest post that a clock waits for: a complaint, or any other; None where nothing waits or it is off.

    ``since`` is from when on to look, where it is known that nothing before waits. A post that begins a thread and
    speaks of competitors alone, by the ``terms``, waits for them and not for us, unless a person labelled it.
    """
    period = rules.complaint if clock is Clock.COMPLAINT else rules.mention
    floor = earliest(facts, period)
    if not period or floor is None or not facts.running:
        return None
    bad = clock is Clock.COMPLAINT
    pick = terms is not None and bool(terms.competitors)
    begin, after, limit = max(floor, since or floor), 0, _PAGE if pick else 1
    while items := await store.oldest(incident.room, incident=incident.id, since=begin, negative=bad, after=after,
                                      limit=limit):
        for item in items:
            if not (pick and terms is not None and _of_others(item, terms)):
                written = min(item.post.created_at, item.received_at)  # one from the future was written when it came
                return Waiting(item.key, one_line(item.post.author) or "unknown author", written)
        begin, after = items[-1].post.created_at, items[-1].id
    return None


def _of_others(item: Item, terms: Terms) -> bool:
    post = item.post
    said = "\n".join((post.text, post.quoted, *post.media_alt))
    return not post.parent_id and item.triage.label is None and terms.of_others(said, post.hashtags, post.links)


async def record_update(desk: Desk, audience: Audience, text: str) -> Sequence[Event]:
    """Write an update that the team gave into the log. Raises BadMove for an empty one and in a closed incident."""
    words = text.strip()
    if not words:
        raise BadMove("An update needs a text.", hint="What was said, and where.")
    return await desk.record(EventType.UPDATE, f"{audience} update: {clip(one_line(words), 200)}",
                             {AUDIENCE: str(audience), "text": words})


async def record_snooze(
    desk: Desk, now: datetime, clock: Clock, until: datetime | None, reason: str,
) -> Sequence[Event]:
    """Put a clock away until a time (None: wake it). Raises BadMove without a reason, or for a time that is over."""
    words = one_line(reason)
    if clock is Clock.POST_MORTEM:
        raise BadMove(f"The clock of the {NAMES[clock]} cannot be put away.")
    details: dict[str, Json] = {CLOCK: str(clock), "until": None}
    if until is None:
        return await desk.record(EventType.CLOCK_SNOOZED, f"woke the clock: {NAMES[clock]}", details)
    if not words:
        raise BadMove("Putting a clock away needs a reason.", hint="It stands in the log.")
    if until <= now:
        raise BadMove("That time is over.", hint="For example 30m, 2h or 16:30.")
    return await desk.record(
        EventType.CLOCK_SNOOZED, f"put the clock away until {until:%H:%M} UTC: {NAMES[clock]} ({clip(words, 120)})",
        {**details, "until": stamp(until), "reason": words})


def breach(incident: Incident, reading: Reading, now: datetime, item: Item | None) -> NewEvent:
    """Make the event of a breach: it happened when the clock ran out, whenever that was noticed."""
    due = reading.due or now
    words = f"overdue: {NAMES[reading.clock]}, was due {due:%H:%M} UTC"
    if item is not None:
        author = one_line(item.post.author) or "unknown author"
        words = f"overdue: an answer to {author}, was due {due:%H:%M} UTC — “{clip(one_line(item.post.text), 60)}”"
    details: dict[str, Json] = {
        CLOCK: str(reading.clock), PERIOD: reading.period, "due": stamp(due), "act": incident.head_seq + 1,
        "since": stamp(reading.since) if reading.since else None}
    new = NewEvent(type=EventType.BREACH, actor=WATCH, summary=words, occurred_at=min(due, now), details=details,
                   severity=incident.severity)
    if item is None:
        return new
    post = item.post
    return NewEvent(
        type=new.type, actor=new.actor, summary=new.summary, occurred_at=new.occurred_at, details=details,
        severity=new.severity, post=post.key, platform=post.platform, post_url=post.url,
        content_sha256=post.content_sha256, tags=item.triage.tags, pinned=item.triage.pinned)
