"""The desk: every act of a person goes through here, into the log; what was written comes back as an event."""

from __future__ import annotations

import getpass
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from warroom.domain import strategy as strategy_
from warroom.domain.errors import BadMove
from warroom.domain.events import Event, EventType, NewEvent
from warroom.domain.health import SourceReport
from warroom.domain.incident import Incident, Kind, plain_state
from warroom.domain.item import Item
from warroom.domain.model import LIVE, PostKey
from warroom.domain.text import clip, one_line
from warroom.domain.triage import Verb, changes, move, to_json
from warroom.domain.wire import Changes, Json, changes_to_json, must_still_hold, reverse
from warroom.engine.entries import EVENTS, WATCH, details_of, event_of_post, last_act, must_be_open, summary_of
from warroom.ports import Clock, Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act did: the events written, and why it was refused for the other posts."""

    events: Sequence[Event] = ()
    refused: Mapping[PostKey, str] = field(default_factory=dict)


class Desk:
    """Acts of one person on one incident. ``told`` is awaited after every write, to spread the news."""

    def __init__(
        self, store: Store, incident: Incident, *, clock: Clock, wall: Clock, actor: str,
        told: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.incident = incident
        self.actor = one_line(actor) or getpass.getuser()
        self._store = store
        self._clock = clock
        self._wall = wall
        self._told = told

    def heed(self, told: Callable[[], Awaitable[None]]) -> None:
        """Await ``told`` after every write from now on."""
        self._told = told

    def beside(self, incident: Incident) -> Desk:
        """The same person's desk on another incident."""
        return Desk(self._store, incident, clock=self._clock, wall=self._wall, actor=self.actor)

    async def act(
        self, verb: Verb, keys: Sequence[PostKey], *, value: str = "", until: datetime | None = None, actor: str = "",
    ) -> Outcome:
        """Do ``verb`` to posts: one act, an event a post; where the table of moves forbids it the post is refused.

        Raises NotFound for an unknown post and BadMove where the incident is closed.
        """
        who, at = actor or self.actor, self._clock.now()
        value = one_line(value) if verb is not Verb.NOTE else value.strip()
        refused: dict[PostKey, str] = {}

        def decide(incident: Incident | None, items: Mapping[PostKey, Item]) -> list[NewEvent]:
            now = must_be_open(incident)
            refused.clear()
            events = []
            for key in dict.fromkeys(keys):
                item = items[key]
                try:
                    after = move(item.triage, verb, actor=who, value=value, until=until)
                except BadMove as error:
                    refused[key] = str(error)
                    continue
                made = changes(item.triage, after)
                more = details_of(verb, value, until)
                summary = summary_of(verb, item, value, until)
                events.append(event_of_post(EVENTS[verb], who, now, item, after, made, summary, more, at=at))
            return events

        return Outcome(await self._commit(list(dict.fromkeys(keys)), decide), refused)

    async def note(self, text: str) -> Sequence[Event]:
        """Write an internal note into the incident. Raises BadMove for an empty one."""
        words = text.strip()
        if not words:
            raise BadMove("A note needs a text.")
        at = self._clock.now()

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            now = must_be_open(incident)
            summary = f"note: {clip(one_line(words), 200)}"
            return [self._of_incident(EventType.NOTE, now, summary, {"text": words}, at=at)]

        return await self._commit([], decide)

    async def set_severity(self, level: int, *, suggestion: Mapping[str, Json] | None = None) -> Sequence[Event]:
        """Set the incident's severity, 1 (worst) to 4; ``suggestion`` is what was suggested, for the log.

        Raises BadMove for another number or no change.
        """
        if level not in range(1, 5):
            raise BadMove(f"There is no SEV{level}.", hint="Severity is 1 (worst) to 4.")
        at = self._clock.now()

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            now = must_be_open(incident)
            if now.severity == level:
                raise BadMove(f"It is SEV{level} already.")
            before = f"SEV{now.severity}" if now.severity else "no severity"
            made: Changes = {"severity": (now.severity, level)}
            summary = f"{before} → SEV{level}"
            more: dict[str, Json] = {}
            if suggestion is not None:
                more = {"decided": level, "suggestion": suggestion}
                summary += f" (SEV{suggestion['level']} suggested)"
            return [self._of_incident(EventType.SEVERITY, now, summary, more, made, severity=level, at=at)]

        return await self._commit([], decide)

    async def set_strategy(self, cluster: str, strategy: str) -> Sequence[Event]:
        """Set what kind of crisis it is and how it is answered (:mod:`warroom.domain.strategy`; "" is not decided).

        Approvals that were given under another strategy lapse. Raises BadMove for other words or no change.
        """
        cluster, strategy = strategy_.read(one_line(cluster).casefold(), one_line(strategy).casefold())
        at = self._clock.now()

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            now = must_be_open(incident)
            made: Changes = {name: pair for name, pair in (
                ("cluster", (now.cluster, cluster)), ("strategy", (now.strategy, strategy))) if pair[0] != pair[1]}
            if not made:
                raise BadMove("The strategy is so already.")
            before = f"{now.cluster or 'no cluster'}, {now.strategy or 'no strategy'}"
            summary = f"{before} → {cluster or 'no cluster'}, {strategy or 'no strategy'}"
            return [self._of_incident(EventType.STRATEGY, now, summary, {}, made, at=at)]

        return await self._commit([], decide)

    async def close_incident(self, reason: str = "") -> Sequence[Event]:
        """Close the incident; its log takes nothing more but a reopening. Raises BadMove where it is closed."""
        at = self._clock.now()

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            now = must_be_open(incident)
            words = one_line(reason)
            return [self._of_incident(EventType.CLOSED, now, f"closed{': ' + words if words else ''}",
                                      {"reason": words}, {"closed": (False, True)}, at=at)]

        return await self._commit([], decide)

    async def reopen_incident(self) -> Sequence[Event]:
        """Open a closed incident again. Raises BadMove where it is open."""
        at = self._clock.now()

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            if incident is None or incident.open:
                raise BadMove("The incident is open.")
            return [self._of_incident(EventType.REOPENED, incident, "reopened", {}, {"closed": (True, False)}, at=at)]

        return await self._commit([], decide)

    async def source_changed(self, report: SourceReport) -> None:
        """Put a source's new state into the log; a closed incident's log stays as it is."""
        words = f"{report.name} is {report.state}" + (f": {one_line(report.reason)}" if report.reason else "")
        details: dict[str, Json] = {
            "source": report.name, "state": str(report.state), "reason": report.reason, "hint": report.hint,
            "platforms": sorted(str(platform) for platform in report.platforms), "received": report.received,
        }

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            if incident is None or not incident.open:
                return []
            return [self._of_incident(EventType.SOURCE, incident, words, details, actor=WATCH, at=report.since)]

        await self._commit([], decide)

    async def record(self, kind: EventType, words: str, more: Mapping[str, Json]) -> Sequence[Event]:
        """Write what was done to the world outside, as one event of the incident. Raises BadMove where it is closed."""
        at = self._clock.now()

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            return [self._of_incident(kind, must_be_open(incident), words, more, at=at)]

        return await self._commit([], decide)

    async def ask_for_retry(self) -> None:
        """Ask the process that collects to try its failed sources again, by a line in the log."""
        await self.record(EventType.RETRY, "asked the sources to try again", {})

    async def last_act(self) -> Sequence[Event]:
        """The last act of this person that can be taken back, as the events it wrote; empty where there is none."""
        return last_act(await self._store.events(self.incident.id), self.actor)

    async def undo(self) -> Sequence[Event]:
        """Take back this person's last act that can be: compensating events, all or none.

        Raises BadMove where there is nothing to undo or somebody changed it since.
        """
        act = await self.last_act()
        if not act:
            raise BadMove("There is nothing of yours to undo.")
        if act[0].type is EventType.SENT:
            raise BadMove("Your last act was a reply, and it is on the platform.",
                          hint=f"warroom unsend {act[0].details.get('draft')} takes it off.")
        keys = list(dict.fromkeys(event.post for event in act if event.post is not None))
        at = self._clock.now()

        def decide(incident: Incident | None, items: Mapping[PostKey, Item]) -> list[NewEvent]:
            if incident is None:
                raise BadMove("There is no such incident.")
            undone = []
            for event in reversed(act):
                back = reverse(event.changes)
                more: dict[str, Json] = {"undoes": event.id}
                words = f"undid: {event.summary}"
                if event.post is None:
                    must_still_hold(plain_state(incident), event.changes)
                    undone.append(self._of_incident(EventType.UNDO, incident, words, more, back, at=at))
                else:
                    item = items[event.post]
                    must_still_hold(to_json(item.triage), event.changes)
                    undone.append(event_of_post(EventType.UNDO, self.actor, incident, item, item.triage, back, words,
                                                more, at=at))
            return undone

        return await self._commit(keys, decide)

    async def wake_due(self, items: Sequence[Item]) -> Sequence[Event]:
        """Wake the snoozed posts among ``items`` whose time has come; the watch does it, not a person."""
        now = self._clock.now()
        due = [item.key for item in items if item.triage.snoozed_until and item.triage.snoozed_until <= now]
        if not due or not self.incident.open:
            return ()
        return (await self.act(Verb.WAKE, due, actor=WATCH)).events

    async def look_again(self) -> None:
        """Take over what another hand wrote: the incident as it is now, and its news to everybody."""
        name = self.incident.id
        now = await self._store.incident(name)
        if self.incident.id == name:  # nobody switched meanwhile
            self.incident = now
        if self._told is not None:
            await self._told()

    async def _commit(
        self, keys: Sequence[PostKey], decide: Callable[[Incident | None, Mapping[PostKey, Item]], list[NewEvent]],
    ) -> list[Event]:
        events = await self._store.commit(self.incident.id, keys, decide, self._wall.now())
        if events:
            self.incident = await self._store.incident(self.incident.id)
            if self._told is not None:
                await self._told()
        return events

    def _of_incident(
        self, kind: EventType, incident: Incident, summary: str, more: Mapping[str, Json],
        made: Changes | None = None, *, at: datetime, actor: str = "", severity: int | None = None,
    ) -> NewEvent:
        details = {**more, "act": incident.head_seq + 1}
        if made:
            details["changes"] = changes_to_json(made)
        return NewEvent(type=kind, actor=actor or self.actor, summary=summary, occurred_at=at,
                        details=details, severity=severity or incident.severity)


async def open_incident(
    store: Store, incident_id: str, *, title: str, kind: Kind, actor: str, clock: Clock, wall: Clock,
    room: str = LIVE, severity: int | None = None, story: Mapping[str, Json] | None = None,
    evidence: Mapping[str, Json] | None = None,
) -> Incident:
    """Open an incident: the first event of a new log; ``evidence`` (what it is opened for) stands in its details.

    Raises BadMove where the id is taken or the title empty.
    """
    words = one_line(title)
    if not words:
        raise BadMove("An incident needs a title.")
    at = clock.now()

    def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
        if incident is not None:
            raise BadMove(f"There is an incident {incident_id} already.")
        details: dict[str, Json] = {**(evidence or {}), "kind": str(kind), "room": room, "title": words}
        if story is not None:
            details["story"] = story
        return [NewEvent(type=EventType.OPENED, actor=actor, summary=f"opened: {words}", occurred_at=at,
                         details=details, severity=severity)]

    await store.commit(incident_id, [], decide, wall.now())
    return await store.incident(incident_id)
