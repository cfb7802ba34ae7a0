"""How acts stand in the log: the event of each verb, its words, and which of them can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from warroom.domain.errors import BadMove
from warroom.domain.events import Event, EventType, NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.text import clip, one_line
from warroom.domain.triage import LABEL_WORDS, Triage, Verb, label_named
from warroom.domain.wire import Changes, Json, changes_to_json, stamp

#: Who the log names where the machine acts by itself.
WATCH: Final = "watch"

EVENTS: Final[Mapping[Verb, EventType]] = {
    verb: EventType.LABEL if verb is Verb.CHECK else EventType[verb.name] for verb in Verb
}
#: Answers to an alarm: which alarms wait is a fold of the log alone, so they change no other state.
_ANSWERS: Final = frozenset({EventType.ALARM_SNOOZED, EventType.ALARM_DISMISSED, EventType.ALARM_TAKEN})
_UNDOABLE: Final = frozenset({*EVENTS.values(), *_ANSWERS, EventType.SEVERITY, EventType.STRATEGY, EventType.CLOSED,
                              EventType.REOPENED, EventType.SENT})


def event_of_post(
    kind: EventType, actor: str, incident: Incident, item: Item, after: Triage, made: Changes, summary: str,
    more: Mapping[str, Json], *, at: datetime,
) -> NewEvent:
    """Make the event of an act on one post; ``made`` are the changes of its state to ``after``."""
    post = item.post
    return NewEvent(
        type=kind, actor=actor, summary=summary, occurred_at=at, post=post.key,
        details={**more, "act": incident.head_seq + 1, "changes": changes_to_json(made)},
        severity=incident.severity, platform=post.platform, post_url=post.url,
        content_sha256=post.content_sha256, tags=after.tags, pinned=after.pinned,
    )


def must_be_open(incident: Incident | None) -> Incident:
    """Return the incident. Raises BadMove where it is not there or closed."""
    if incident is None:
        raise BadMove("There is no such incident.")
    if not incident.open:
        raise BadMove(f"Incident {incident.id} is closed.", hint="Open a new one, or reopen it.")
    return incident


def last_act(events: Sequence[Event], actor: str) -> list[Event]:
    """The last act of ``actor`` that can be taken back, as the events it wrote, in order; empty where there is none."""
    undone = {event.details.get("undoes") for event in events}
    gone = {event.details.get("draft") for event in events if event.type is EventType.UNSENT}
    undone |= {event.id for event in events if event.type is EventType.SENT and event.details.get("draft") in gone}
    act: list[Event] = []
    for event in reversed(events):
        if event.actor != actor or event.type not in _UNDOABLE or event.id in undone:
            continue
        if not event.changes and event.type is not EventType.SENT and event.type not in _ANSWERS:
            continue
        if event.details.get("opened"):  # an incident was opened for the alarm; that is not taken back so
            continue
        if act and event.details.get("act") != act[0].details.get("act"):
            break
        act.append(event)
    return act[::-1]


def details_of(verb: Verb, value: str, until: datetime | None) -> dict[str, Json]:
    """What the event of an act says beside its changes."""
    more: dict[str, Json] = {}
    if value:
        more["text" if verb is Verb.NOTE else "value"] = value
    if until is not None:
        more["until"] = stamp(until)
    return more


def summary_of(verb: Verb, item: Item, value: str, until: datetime | None) -> str:
    """Say an act in words."""
    author = one_line(item.post.author) or "unknown author"
    post = f"{author}: “{clip(one_line(item.post.text), 60)}”"
    said = clip(one_line(value), 120)
    match verb:
        case Verb.ASSIGN:
            return f"assigned to {said} — {post}"
        case Verb.TAG | Verb.UNTAG:
            return f"{EVENTS[verb]} #{said.lstrip('#').casefold()} — {post}"
        case Verb.SNOOZE if until is not None:
            return f"snoozed until {until:%H:%M} UTC — {post}"
        case Verb.DISMISS:
            return f"dismissed ({said}) — {post}"
        case Verb.ESCALATE:
            return f"escalated to {said} — {post}"
        case Verb.NOTE:
            return f"note: {said} — {post}"
        case Verb.LABEL | Verb.CHECK:
            how = "spot check: " if verb is Verb.CHECK else "labelled "
            return f"{how}{LABEL_WORDS[label_named(value)]} — {post}"
        case _:
            return f"{EVENTS[verb]} — {post}"
