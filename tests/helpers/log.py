"""A log written event by event, for tests of what is folded from one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from helpers.engine import NOON

from warroom.domain.events import GENESIS, Event, EventType, NewEvent, seal
from warroom.domain.incident import Kind
from warroom.domain.ledger import Ledger
from warroom.domain.model import Platform, PostKey


class Log:
    """Events of one incident, opened at noon; ``at`` of each is in minutes after that."""

    def __init__(self, kind: Kind = Kind.INCIDENT, severity: int | None = 2) -> None:
        self.events: list[Event] = []
        self.write(EventType.OPENED, 0, {"kind": str(kind), "room": "live", "title": "x"}, severity=severity)

    def write(
        self, kind: EventType, at: float, details: Mapping[str, Any] | None = None, *, actor: str = "ana",
        post: PostKey | None = None, severity: int | None = None,
    ) -> Event:
        new = NewEvent(type=kind, actor=actor, summary=str(kind), occurred_at=minute(at), details=details or {},
                       post=post, platform=Platform.MASTODON if post else None, severity=severity)
        sealed = seal(new, incident="inc-1", seq=len(self.events) + 1, recorded_at=minute(at), drill=False,
                      prev_hash=self.events[-1].hash if self.events else GENESIS)
        self.events.append(sealed)
        return sealed

    def severity(self, at: float, level: int) -> None:
        self.write(EventType.SEVERITY, at, {"changes": {"severity": [None, level]}}, severity=level)

    def close(self, at: float) -> None:
        self.write(EventType.CLOSED, at, {"changes": {"closed": [False, True]}})

    def reopen(self, at: float) -> None:
        self.write(EventType.REOPENED, at, {"changes": {"closed": [True, False]}})

    def update(self, at: float, audience: str = "public") -> None:
        self.write(EventType.UPDATE, at, {"audience": audience, "text": "we look into it"})

    def reply(self, at: float, draft: str = "d1", *, alone: bool = False, **fields: Any) -> None:
        """A reply that was drafted with these fields, and went out; ``alone``: a post of our own, to nobody."""
        post = None if alone else PostKey("mastodon:1")
        made = {name: [None, value] for name, value in fields.items()}
        self.write(EventType.DRAFTED, at, {"draft": draft, "reply": {"state": [None, "draft"], **made}}, post=post)
        self.write(EventType.SENT, at, {"draft": draft, "reply": {"state": ["sending", "sent"]}}, post=post)

    def unsend(self, at: float, draft: str = "d1") -> None:
        self.write(EventType.UNSENT, at, {"draft": draft, "reply": {"state": ["sent", "deleted"]}},
                   post=PostKey("mastodon:1"))

    @property
    def ledger(self) -> Ledger:
        ledger = Ledger()
        for event in self.events:
            ledger.push(event)
        return ledger


def minute(number: float) -> datetime:
    return NOON + timedelta(minutes=number)
