"""What the team does about one post: a small state and the table of moves that it allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from warroom.domain.errors import BadMove
from warroom.domain.model import Label
from warroom.domain.wire import Changes, Json, from_stamp, stamp


class Status(StrEnum):
    """Where a post stands in the team's work."""

    OPEN = "open"
    SNOOZED = "snoozed"
    DISMISSED = "dismissed"
    ANSWERED = "answered"


class Verb(StrEnum):
    """What a person can do to a post."""

    CLAIM = "claim"
    RELEASE = "release"
    ASSIGN = "assign"
    TAG = "tag"
    UNTAG = "untag"
    SNOOZE = "snooze"
    WAKE = "wake"
    DISMISS = "dismiss"
    REOPEN = "reopen"
    ESCALATE = "escalate"
    NOTE = "note"
    PIN = "pin"
    UNPIN = "unpin"
    LABEL = "label"
    CHECK = "check"


_ANY: Final = frozenset(Status)
_WAITING: Final = frozenset({Status.OPEN, Status.SNOOZED})

#: The states in which each verb is allowed; all else is a BadMove.
MOVES: Final[Mapping[Verb, frozenset[Status]]] = {
    Verb.CLAIM: _WAITING,
    Verb.RELEASE: _ANY,
    Verb.ASSIGN: _WAITING,
    Verb.TAG: _ANY,
    Verb.UNTAG: _ANY,
    Verb.SNOOZE: _WAITING,
    Verb.WAKE: frozenset({Status.SNOOZED}),
    Verb.DISMISS: _WAITING,
    Verb.REOPEN: frozenset({Status.DISMISSED, Status.ANSWERED}),
    Verb.ESCALATE: _WAITING,
    Verb.NOTE: _ANY,
    Verb.PIN: _ANY,
    Verb.UNPIN: _ANY,
    Verb.LABEL: _ANY,
    Verb.CHECK: _ANY,
}


#: Labels as people read them.
LABEL_WORDS: Final[Mapping[Label, str]] = {
    Label.NEGATIVE: "negative", Label.NEUTRAL: "neutral", Label.POSITIVE: "positive", Label.IRRELEVANT: "not about us",
}


@dataclass(frozen=True, slots=True)
class Triage:
    """What the team decided about a post. ``snoozed_until`` is aware UTC; ``notes`` counts internal notes.

    ``label`` is what a person says of it, ``checked`` is true where a spot check drew it at random: only such labels
    say something about the posts that nobody looked at.
    """

    status: Status = Status.OPEN
    holder: str = ""
    tags: tuple[str, ...] = ()
    snoozed_until: datetime | None = None
    reason: str = ""
    escalated_to: str = ""
    pinned: bool = False
    notes: int = 0
    label: Label | None = None
    checked: bool = False

    @property
    def untouched(self) -> bool:
        """Nobody did anything about this post yet."""
        return self == UNTOUCHED


UNTOUCHED: Final = Triage()
_FIELDS: Final = frozenset(field.name for field in fields(Triage))


def move(now: Triage, verb: Verb, *, actor: str, value: str = "", until: datetime | None = None) -> Triage:
    """Return the state after ``verb``; ``value`` is the tag, person, reason or role that it speaks of.

    ``until`` is aware. Raises BadMove where the table does not allow the verb, where nothing would change, or where
    somebody else holds a post that is claimed or released.
    """
    if now.status not in MOVES[verb]:
        raise BadMove(f"Cannot {verb} a post that is {now.status}.", hint="Reopen it first." if now.status in
                      MOVES[Verb.REOPEN] else "")
    after = _moved(now, verb, actor=actor, value=value.strip(), until=until)
    if after == now:
        raise BadMove(f"Nothing to {verb}: the post is already so.")
    return after


def _moved(now: Triage, verb: Verb, *, actor: str, value: str, until: datetime | None) -> Triage:
    match verb:
        case Verb.CLAIM:
            if now.holder and now.holder != actor:
                raise BadMove(f"{now.holder} holds this post.", hint="Assign it to yourself to take it over.")
            return replace(now, holder=actor)
        case Verb.RELEASE:
            if now.holder and now.holder != actor:
                raise BadMove(f"{now.holder} holds this post.", hint="Assign it to yourself to take it over.")
            return replace(now, holder="")
        case Verb.ASSIGN:
            return replace(now, holder=_needed(value, "a person to assign to"))
        case Verb.TAG:
            return replace(now, tags=tuple(sorted({*now.tags, _needed(tag_name(value), "a tag")})))
        case Verb.UNTAG:
            gone = _needed(tag_name(value), "a tag")
            return replace(now, tags=tuple(tag for tag in now.tags if tag != gone))
        case Verb.SNOOZE:
            if until is None:
                raise BadMove("A snooze needs a time.", hint="For example 30m, 2h or 16:30.")
            return replace(now, status=Status.SNOOZED, snoozed_until=from_stamp(stamp(until)))
        case Verb.WAKE:
            return replace(now, status=Status.OPEN, snoozed_until=None)
        case Verb.DISMISS:
            reason = _needed(value, "a reason to dismiss")
            return replace(now, status=Status.DISMISSED, reason=reason, snoozed_until=None)
        case Verb.REOPEN:
            return replace(now, status=Status.OPEN, reason="")
        case Verb.ESCALATE:
            return replace(now, escalated_to=_needed(value, "somebody to escalate to"))
        case Verb.NOTE:
            _needed(value, "a text")
            return replace(now, notes=now.notes + 1)
        case Verb.PIN:
            return replace(now, pinned=True)
        case Verb.UNPIN:
            return replace(now, pinned=False)
        case Verb.LABEL:
            return replace(now, label=label_named(value))
        case Verb.CHECK:
            if now.checked:
                raise BadMove("Somebody checked this post already.")
            return replace(now, label=label_named(value), checked=True)


def label_named(words: str) -> Label:
    """Return the label of this name. Raises BadMove for another word."""
    try:
        return Label(words)
    except ValueError:
        raise BadMove(f"There is no label {words[:40]!r}.", hint=f"Labels: {', '.join(Label)}.") from None


def tag_name(words: str) -> str:
    """Return a tag in its one form: case folded, without ``#`` and space around it."""
    return words.strip().lstrip("#").strip().casefold()


def _needed(value: str, what: str) -> str:
    if not value:
        raise BadMove(f"This needs {what}.")
    return value


def to_json(triage: Triage) -> dict[str, Json]:
    """Give the state as plain JSON values, every field present."""
    return {
        "status": str(triage.status),
        "holder": triage.holder,
        "tags": list(triage.tags),
        "snoozed_until": stamp(triage.snoozed_until) if triage.snoozed_until else None,
        "reason": triage.reason,
        "escalated_to": triage.escalated_to,
        "pinned": triage.pinned,
        "notes": triage.notes,
        "label": str(triage.label) if triage.label else None,
        "checked": triage.checked,
    }


def from_json(raw: Mapping[str, Json]) -> Triage:
    """Read what :func:`to_json` wrote; a missing field has its default.

    Raises ValueError on a wrong value and on a field that a state does not have.
    """
    plain = to_json(UNTOUCHED) | dict(raw)
    if strange := plain.keys() - _FIELDS:
        raise ValueError(f"a post's state has no {', '.join(sorted(strange))}")
    tags, until, pinned, notes = plain["tags"], plain["snoozed_until"], plain["pinned"], plain["notes"]
    label, checked = plain["label"], plain["checked"]
    if not isinstance(tags, Sequence) or isinstance(tags, str):
        raise ValueError("tags must be a list")
    if not isinstance(pinned, bool) or not isinstance(checked, bool):
        raise ValueError("pinned and checked must be true or false")
    if checked and label is None:
        raise ValueError("a post cannot be checked without a label")
    if not isinstance(notes, int) or isinstance(notes, bool) or notes < 0:
        raise ValueError("notes must be a number")
    return Triage(
        status=Status(_text(plain["status"], "status")),
        holder=_text(plain["holder"], "holder"),
        tags=tuple(_text(tag, "a tag") for tag in tags),
        snoozed_until=None if until is None else from_stamp(_text(until, "snoozed_until")),
        reason=_text(plain["reason"], "reason"),
        escalated_to=_text(plain["escalated_to"], "escalated_to"),
        pinned=pinned,
        notes=notes,
        label=None if label is None else Label(_text(label, "label")),
        checked=checked,
    )


def _text(value: Json, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{what} must be a text, not {value!r}")
    return value


def changes(before: Triage, after: Triage) -> Changes:
    """Name each field that differs, with its value before and after."""
    old, new = to_json(before), to_json(after)
    return {name: (old[name], new[name]) for name in old if old[name] != new[name]}


def apply(now: Triage, made: Changes) -> Triage:
    """Return the state after ``made``; what it does not name stays. Raises ValueError as :func:`from_json` does."""
    return from_json(to_json(now) | {name: after for name, (_, after) in made.items()})
