"""What a post-mortem can count: how fast the team was, who did what, and what the posts were like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappush, heappushpop
from typing import Final

from warroom.domain.events import Event, EventType
from warroom.domain.gauge import wilson
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Platform, Score, Sentiment

#: Who the log names where the machine acts by itself.
MACHINE: Final = "watch"
_LOUDEST: Final = 5


@dataclass(frozen=True, slots=True)
class Share:
    """So many of ``n`` scored posts."""

    count: int
    n: int

    @property
    def value(self) -> float:
        """The share, 0..1; 0 of nothing is 0."""
        return self.count / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval (Wilson) of the share, 0..1, from sampling alone: the model's own error is not in it."""
        if not self.n:
            return 0.0, 1.0
        centre, half = wilson(self.count, self.n)
        return max(0.0, centre - half), min(1.0, centre + half)


@dataclass(slots=True)
class Tally:
    """Counts posts one by one and holds none but the loudest five, so that a million can pass."""

    posts: int = 0
    by_platform: Counter[Platform] = field(default_factory=Counter)
    moods: Counter[Sentiment] = field(default_factory=Counter)
    labelled: int = 0
    checked: int = 0
    deleted: int = 0
    edited: int = 0
    first: datetime | None = None
    last: datetime | None = None
    _minutes: Counter[datetime] = field(default_factory=Counter)
    _loudest: list[tuple[int, int, Item]] = field(default_factory=list)

    def push(self, item: Item) -> None:
        """Count one post."""
        post = item.post
        self.posts += 1
        self.by_platform[post.platform] += 1
        self.labelled += item.triage.label is not None
        self.checked += item.triage.checked
        self.deleted += item.deleted_at is not None
        self.edited += item.version > 1
        at = post.created_at
        self.first = at if self.first is None else min(self.first, at)
        self.last = at if self.last is None else max(self.last, at)
        self._minutes[at.replace(second=0, microsecond=0)] += 1
        if not isinstance(item.score, Score):
            return
        self.moods[item.score.label] += 1
        if item.score.label is Sentiment.NEGATIVE and post.reach:
            entry = (post.reach, -self.posts, item)  # of two as loud, the one that came first
            if len(self._loudest) < _LOUDEST:
                heappush(self._loudest, entry)
            else:
                heappushpop(self._loudest, entry)

    @property
    def scored(self) -> int:
        """How many posts have a score."""
        return self.moods.total()

    def share(self, mood: Sentiment) -> Share:
        """The share of a mood among the scored posts."""
        return Share(self.moods[mood], self.scored)

    @property
    def busiest(self) -> tuple[datetime, int] | None:
        """The minute with most posts (the first of equals) and their number, None where there are none."""
        if not self._minutes:
            return None
        return min(self._minutes.items(), key=lambda entry: (-entry[1], entry[0]))

    @property
    def loudest(self) -> list[Item]:
        """The negative posts with the widest reach, widest first, five at most."""
        return [item for _, _, item in sorted(self._loudest, reverse=True, key=lambda entry: entry[:2])]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the log says about the team's work. Lengths of time count from the opening; None: it never happened.

    ``said`` are the replies that went out, those that were taken back among them (they are in ``undone``).
    """

    lasted: timedelta | None
    worst_severity: int | None
    first_claim: timedelta | None
    first_escalation: timedelta | None
    first_dismissal: timedelta | None
    first_reply: timedelta | None
    responders: Mapping[str, Counter[EventType]]
    undone: frozenset[str]
    pinned: Sequence[Event]
    notes: Sequence[Event]
    said: Sequence[Event]

    @property
    def acts(self) -> int:
        """How many acts of people the log holds."""
        return sum(acts.total() for acts in self.responders.values())


def report(incident: Incident, events: Sequence[Event]) -> Report:
    """Measure a log. Acts that were undone count for the people who did them, but not as the first of their kind."""
    undone = frozenset(str(event.details["undoes"]) for event in events if "undoes" in event.details)
    gone = {event.details.get("draft") for event in events if event.type is EventType.UNSENT}
    said = [event for event in events if event.type is EventType.SENT]
    undone |= {event.id for event in said if event.details.get("draft") in gone}
    stood = [event for event in events if event.id not in undone]
    people: dict[str, Counter[EventType]] = {}
    for event in events:
        if event.actor != MACHINE and event.type is not EventType.SOURCE:
            people.setdefault(event.actor, Counter())[event.type] += 1
    severities = [event.severity for event in events if event.severity is not None]
    return Report(
        lasted=incident.closed_at - incident.opened_at if incident.closed_at else None,
        worst_severity=min(severities, default=None),
        first_claim=_first(incident, stood, EventType.CLAIM),
        first_escalation=_first(incident, stood, EventType.ESCALATE),
        first_dismissal=_first(incident, stood, EventType.DISMISS),
        # Also one that was taken back was an answer in its time.
        first_reply=_first(incident, said, EventType.SENT),
        responders=dict(sorted(people.items(), key=lambda entry: (-entry[1].total(), entry[0]))),
        undone=undone,
        pinned=[event for event in stood if event.type is EventType.PIN],
        notes=[event for event in stood if event.type is EventType.NOTE],
        said=said,
    )


def _first(incident: Incident, events: Sequence[Event], kind: EventType) -> timedelta | None:
    times = [event.occurred_at for event in events if event.type is kind]
    return min(times) - incident.opened_at if times else None
