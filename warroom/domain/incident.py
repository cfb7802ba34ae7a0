"""The incident: a fold of its log, and nothing that the log does not say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from warroom.domain import strategy as strategy_
from warroom.domain import triage as triage_
from warroom.domain.errors import BadLog, BadMove
from warroom.domain.events import GENESIS, Event, EventType
from warroom.domain.model import LIVE, PostKey
from warroom.domain.triage import UNTOUCHED, Triage
from warroom.domain.wire import Json, from_stamp, stamp


class Kind(StrEnum):
    """Why there is a log: the standing watch, an incident, or a drill (which can never publish)."""

    WATCH = "watch"
    INCIDENT = "incident"
    DRILL = "drill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An incident as its log says. ``severity`` is 1 (worst) to 4, None until a person sets it.

    ``room`` names the posts that it looks at: ``live``, or a drill's own. ``head_seq`` and ``head_hash`` are the
    last event's. ``cluster`` and ``strategy`` are words of :mod:`warroom.domain.strategy`, "" until a person sets them.
    """

    id: str
    kind: Kind
    room: str
    title: str
    opened_at: datetime
    closed_at: datetime | None = None
    severity: int | None = None
    head_seq: int = 0
    head_hash: str = GENESIS
    story: Mapping[str, Json] | None = None
    cluster: str = ""
    strategy: str = ""

    @property
    def drill(self) -> bool:
        """True where nothing may ever be published."""
        return self.kind is Kind.DRILL

    @property
    def heard_since(self) -> datetime | None:
        """When its room began to listen, None where that was before it."""
        return None if self.kind is Kind.INCIDENT else self.opened_at

    @property
    def open(self) -> bool:
        """True until it is closed."""
        return self.closed_at is None


def fold(now: Incident | None, event: Event) -> Incident:
    """Return the incident after ``event``.

    Raises BadLog where the log does not begin with *opened*, holds another incident's event, or says what cannot be.
    """
    try:
        if now is None:
            if event.type is not EventType.OPENED:
                raise BadLog(f"Event {event.id} stands before the incident was opened.")
            now = _opened(event)
        elif event.type is EventType.OPENED:
            raise BadLog(f"Event {event.id} opens an incident that is open.")
        elif event.incident != now.id:
            raise BadLog(f"Event {event.id} stands in the log of {now.id}.")
        elif event.post is None:
            for name, (_, after) in event.changes.items():
                now = _changed(now, name, after, event)
    except ValueError as error:
        raise BadLog(f"Event {event.id} cannot be.", reason=f"{error}.") from error
    return replace(now, head_seq=event.seq, head_hash=event.hash)


def _opened(event: Event) -> Incident:
    details = event.details
    story = details.get("story")
    return Incident(
        id=event.incident,
        kind=Kind(str(details.get("kind", Kind.INCIDENT))),
        room=str(details.get("room", LIVE)),
        title=str(details.get("title", "")),
        opened_at=event.occurred_at,
        severity=_severity(event.severity),
        story=story if isinstance(story, Mapping) else None,
    )


def _changed(now: Incident, name: str, value: Json, event: Event) -> Incident:
    match name:
        case "severity":
            return replace(now, severity=_severity(value))
        case "title" if isinstance(value, str):
            return replace(now, title=value)
        case "closed" if isinstance(value, bool):
            return replace(now, closed_at=event.occurred_at if value else None)
        case "cluster" if isinstance(value, str):
            return replace(now, cluster=_word(value, ""))
        case "strategy" if isinstance(value, str):
            return replace(now, strategy=_word("", value))
        case "wall" if isinstance(value, str) and now.story is not None:
            return replace(now, story={**now.story, "wall": stamp(from_stamp(value))})
        case _:
            raise ValueError(f"an incident cannot have {name} = {value!r}")


def _severity(value: Json) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 4):
        return value
    raise ValueError(f"{value!r} is no severity")


def _word(cluster: str, strategy: str) -> str:
    try:
        return "".join(strategy_.read(cluster, strategy))
    except BadMove as error:
        raise ValueError(error.title) from error


def plain_state(now: Incident) -> dict[str, Json]:
    """Give the fields that events may change, as plain JSON, for the check before an undo."""
    return {"severity": now.severity, "title": now.title, "closed": not now.open,
            "cluster": now.cluster, "strategy": now.strategy}


def rebuild(events: Iterable[Event]) -> tuple[Incident | None, dict[PostKey, Triage]]:
    """Fold a whole log, in order of seq, to the incident and the state of every post it touched.

    Raises BadLog as :func:`fold` does, and where an event gives a post a state that does not exist.
    """
    incident: Incident | None = None
    posts: dict[PostKey, Triage] = {}
    for event in events:
        incident = fold(incident, event)
        if event.post is None:
            continue
        try:
            if made := event.changes:
                posts[event.post] = triage_.apply(posts.get(event.post, UNTOUCHED), made)
        except ValueError as error:
            raise BadLog(f"Event {event.id} cannot be.", reason=f"{error}.") from error
    return incident, posts
