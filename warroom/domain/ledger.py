"""What the log says of the clocks of an incident: a fold of its events, in constant memory but for the replies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from warroom.domain.events import Event, EventType
from warroom.domain.incident import Kind
from warroom.domain.wire import Changes, Json, from_stamp

#: What an UPDATE event, a CLOCK_SNOOZED event and a BREACH event carry in their details.
AUDIENCE: Final = "audience"
CLOCK: Final = "clock"
PERIOD: Final = "period"


class Audience(StrEnum):
    """Whom an update was for."""

    PUBLIC = "public"
    EXECUTIVE = "executive"


@dataclass(frozen=True, slots=True)
class Snooze:
    """A clock that somebody put away until a time (aware UTC), and why."""

    until: datetime
    reason: str
    by: str


@dataclass(slots=True)
class Ledger:
    """The facts that clocks run by. ``push`` every event of one incident, in order of seq.

    ``began`` is when it was opened, or opened again; ``severities`` are the changes of its severity, oldest first.
    ``first_word`` is the first public word since it was opened, ``public`` and ``executive`` are the latest updates.
    ``breached`` names the periods whose breach stands in the log.
    """

    seq: int = 0
    kind: Kind = Kind.WATCH
    opened: datetime | None = None
    began: datetime | None = None
    closed: datetime | None = None
    severities: list[tuple[datetime, int | None]] = field(default_factory=list)
    first_word: datetime | None = None
    public: datetime | None = None
    executive: datetime | None = None
    snoozes: dict[str, Snooze] = field(default_factory=dict)
    breached: set[str] = field(default_factory=set)
    # Replies: those that are private, and those that are out (when, and whether to everybody).
    _private: set[str] = field(default_factory=set)
    _out: dict[str, tuple[datetime, bool]] = field(default_factory=dict)

    @property
    def severity(self) -> int | None:
        """The severity now."""
        return self.severities[-1][1] if self.severities else None

    @property
    def running(self) -> bool:
        """True where clocks run: an incident or a drill that is open; the standing watch has none."""
        return self.began is not None and self.closed is None and self.kind is not Kind.WATCH

    def push(self, event: Event) -> None:
        """Take the next event. A damaged one says nothing here: ``warroom verify`` names it."""
        self.seq = event.seq
        match event.type:
            case EventType.OPENED:
                self._opened(event)
            case EventType.SENT | EventType.UNSENT | EventType.DRAFTED:
                self._reply(event)
            case EventType.UPDATE:
                self._update(event)
            case EventType.CLOCK_SNOOZED:
                self._snooze(event)
            case EventType.BREACH:
                self.breached.add(str(event.details.get(PERIOD)))
            case _:
                pass
        if event.post is None and "changes" in event.details:
            self._changed(event.changes, event.occurred_at)

    def _opened(self, event: Event) -> None:
        kind = event.details.get("kind", Kind.INCIDENT)
        self.kind = Kind(str(kind)) if kind in tuple(Kind) else Kind.INCIDENT
        self.opened = self.began = event.occurred_at
        self.severities = [(event.occurred_at, event.severity)]

    def _changed(self, made: Changes, at: datetime) -> None:
        if "severity" in made:
            level = made["severity"][1]
            self.severities.append((at, level if isinstance(level, int) else None))
        if "closed" in made:
            self.closed = at if made["closed"][1] else None
            # Snoozes and breaches were of the time before: an incident that is opened again starts its clocks anew.
            if self.closed is None:
                self.began = at
                self.snoozes.clear()

    def _reply(self, event: Event) -> None:
        draft = str(event.details.get("draft", ""))
        said = event.details.get("reply")
        if isinstance(said, Mapping) and "private" in said:
            (self._private.add if _after(said["private"]) else self._private.discard)(draft)
        if event.type is EventType.SENT and draft not in self._private:
            # A post of our own is for everybody, as one of a broadcast; an answer is for one person.
            self._said(draft, event.occurred_at, everybody=event.post is None)
        elif event.type is EventType.UNSENT:
            self._unsaid(draft)

    def _update(self, event: Event) -> None:
        if event.details.get(AUDIENCE) == Audience.EXECUTIVE:
            self.executive = event.occurred_at
        elif event.details.get(AUDIENCE) == Audience.PUBLIC:
            self._said(event.id, event.occurred_at, everybody=True)

    def _said(self, name: str, at: datetime, *, everybody: bool) -> None:
        self._out[name] = (at, everybody)
        self.first_word = min(at, self.first_word or at)
        if everybody:
            self.public = max(at, self.public or at)

    def _unsaid(self, name: str) -> None:
        if self._out.pop(name, None) is not None:
            self.first_word = min((at for at, _ in self._out.values()), default=None)
            self.public = max((at for at, everybody in self._out.values() if everybody), default=None)

    def _snooze(self, event: Event) -> None:
        clock, until = str(event.details.get(CLOCK)), event.details.get("until")
        self.snoozes.pop(clock, None)
        if isinstance(until, str):
            self.snoozes[clock] = Snooze(from_stamp(until), str(event.details.get("reason", "")), event.actor)


def _after(pair: Json) -> Json:
    return pair[1] if isinstance(pair, Sequence) and not isinstance(pair, str) and len(pair) == 2 else None
