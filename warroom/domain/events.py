"""The one log: events, their hash chain and their row, as exports and the database hold it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from warroom.domain.errors import BadLog
from warroom.domain.model import Platform, PostKey
from warroom.domain.wire import Changes, Json, canonical, changes_from_json, from_stamp, stamp


class EventType(StrEnum):
    """What can stand in an incident's log."""

    OPENED = "opened"
    CLOSED = "closed"
    REOPENED = "incident reopened"
    SEVERITY = "severity"
    SOURCE = "source"
    CLAIM = "claimed"
    RELEASE = "released"
    ASSIGN = "assigned"
    TAG = "tagged"
    UNTAG = "untagged"
    SNOOZE = "snoozed"
    WAKE = "woke"
    DISMISS = "dismissed"
    REOPEN = "reopened"
    ESCALATE = "escalated"
    NOTE = "noted"
    PIN = "pinned"
    UNPIN = "unpinned"
    UNDO = "undone"
    DRAFTED = "drafted"
    APPROVED = "approved"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    UNSENT = "deleted"
    HELD = "held"
    UNHELD = "hold released"
    RETRY = "retry"
    LABEL = "labelled"
    ALARM = "alarm"
    ALARM_SNOOZED = "alarm snoozed"
    ALARM_DISMISSED = "alarm dismissed"
    ALARM_TAKEN = "alarm taken"
    UPDATE = "update"
    CLOCK_SNOOZED = "clock snoozed"
    BREACH = "breach"
    REVISED = "revised"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    OVERRIDDEN = "overridden"
    STRATEGY = "strategy"
    RESUMED = "resumed"


#: The hash before the first event.
GENESIS: Final = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Something that happened, not yet in the log.

    ``occurred_at`` is aware UTC (story time in a drill). An event that changes state says so in
    ``details["changes"]``: of the post that it speaks of, or of the incident where ``post`` is None.
    """

    type: EventType
    actor: str
    summary: str
    occurred_at: datetime
    post: PostKey | None = None
    details: Mapping[str, Json] = field(default_factory=dict)
    severity: int | None = None
    platform: Platform | None = None
    post_url: str = ""
    content_sha256: str = ""
    tags: tuple[str, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(NewEvent):
    """An event in its place in the chain. ``seq`` starts at 1 and has no gaps; ``hash`` covers all else."""

    incident: str
    seq: int
    recorded_at: datetime
    drill: bool
    prev_hash: str
    hash: str = ""

    @property
    def id(self) -> str:
        """The event's name: ``incident/seq``."""
        return f"{self.incident}/{self.seq}"

    @property
    def changes(self) -> Changes:
        """What it changed, ``{field: (before, after)}``; empty where it changed nothing.

        Raises ValueError where a damaged log holds something else.
        """
        return changes_from_json(self.details.get("changes", {}))


def to_row(event: Event) -> dict[str, Json]:
    """Give the event as the row that exports have (docs/exports.md) plus ``incident`` and ``post``; all plain JSON."""
    return {
        "id": event.id,
        "incident": event.incident,
        "seq": event.seq,
        "occurred_at": stamp(event.occurred_at),
        "recorded_at": stamp(event.recorded_at),
        "type": str(event.type),
        "actor": event.actor,
        "summary": event.summary,
        "details": event.details,
        "severity": event.severity,
        "platform": str(event.platform) if event.platform else None,
        "post": event.post,
        "post_url": event.post_url,
        "content_sha256": event.content_sha256,
        "tags": list(event.tags),
        "pinned": event.pinned,
        "drill": event.drill,
        "prev_hash": event.prev_hash,
        "hash": event.hash,
    }


def from_row(row: Mapping[str, Json]) -> Event:
    """Read what :func:`to_row` wrote. Raises BadLog on a missing or wrong field; does not check the chain."""
    try:
        return Event(
            incident=str(row["incident"]),
            seq=_whole(row["seq"]),
            occurred_at=from_stamp(str(row["occurred_at"])),
            recorded_at=from_stamp(str(row["recorded_at"])),
            type=EventType(str(row["type"])),
            actor=str(row["actor"]),
            summary=str(row["summary"]),
            details=_object(row["details"]),
            severity=None if row["severity"] is None else _whole(row["severity"]),
            platform=None if row["platform"] is None else Platform(str(row["platform"])),
            post=None if row["post"] is None else PostKey(str(row["post"])),
            post_url=str(row["post_url"]),
            content_sha256=str(row["content_sha256"]),
            tags=_texts(row["tags"]),
            pinned=bool(row["pinned"]),
            drill=bool(row["drill"]),
            prev_hash=str(row["prev_hash"]),
            hash=str(row["hash"]),
        )
    except KeyError as error:
        raise BadLog(f"Event {row.get('id', '?')} cannot be read.", reason=f"{error} is missing.") from error
    except ValueError as error:
        raise BadLog(f"Event {row.get('id', '?')} cannot be read.", reason=f"{error}.") from error


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r} is not a whole number")
    return value


def _object(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise ValueError("details must be an object")
    return value


def _texts(value: Json) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ValueError("tags must be a list")
    return tuple(str(tag) for tag in value)


def chain_hash(event: Event) -> str:
    """``sha256(prev_hash + canonical JSON of the event)``, 64 hex digits (the event without its own hash)."""
    row = {name: value for name, value in to_row(event).items() if name not in ("hash", "prev_hash")}
    return hashlib.sha256((event.prev_hash + canonical(row)).encode()).hexdigest()


def seal(new: NewEvent, *, incident: str, seq: int, recorded_at: datetime, drill: bool, prev_hash: str) -> Event:
    """Put an event into its place in the chain."""
    parts = {name: getattr(new, name) for name in NewEvent.__slots__}
    unsealed = Event(**parts, incident=incident, seq=seq, recorded_at=recorded_at, drill=drill, prev_hash=prev_hash)
    return Event(**parts, incident=incident, seq=seq, recorded_at=recorded_at, drill=drill, prev_hash=prev_hash,
                 hash=chain_hash(unsealed))


@dataclass(frozen=True, slots=True)
class Break:
    """The first event of a log that does not hold, and why."""

    event_id: str
    seq: int
    reason: str


def first_break(events: Iterable[Event]) -> Break | None:
    """Walk a log in order of seq and name the first event that breaks the chain, None where it is whole."""
    prev, expected = GENESIS, 1
    for event in events:
        if event.seq != expected:
            return Break(event.id, event.seq, f"seq {expected} is missing; seq {event.seq} stands in its place")
        if event.prev_hash != prev:
            return Break(event.id, event.seq, "it does not name the hash of the event before it")
        if chain_hash(event) != event.hash:
            return Break(event.id, event.seq, "its content does not match its hash")
        prev, expected = event.hash, expected + 1
    return None
