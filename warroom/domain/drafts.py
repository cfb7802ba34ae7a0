"""Replies as the log tells them: what an event says of one, and the fold that rebuilds them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from warroom.domain.errors import BadLog, BadMove
from warroom.domain.events import Event, EventType
from warroom.domain.reply import Approval, Draft, DraftState, Sent, moved
from warroom.domain.wire import Changes, Json, changes_from_json, changes_to_json, from_stamp, stamp

#: The event that tells of each state.
EVENTS: Final[Mapping[DraftState, EventType]] = {
    DraftState.DRAFT: EventType.DRAFTED,
    DraftState.IN_REVIEW: EventType.SUBMITTED,
    DraftState.APPROVED: EventType.APPROVED,
    DraftState.SENDING: EventType.SENDING,
    DraftState.SENT: EventType.SENT,
    DraftState.FAILED: EventType.FAILED,
    DraftState.UNKNOWN: EventType.UNKNOWN,
    DraftState.DELETED: EventType.UNSENT,
}


def to_json(draft: Draft) -> dict[str, Json]:
    """Give what events may change of a reply as plain JSON; its post and platform are the event's own."""
    sent = draft.sent
    return {
        "state": str(draft.state), "text": draft.text, "author": draft.author, "version": draft.version,
        "account": draft.account, "reason": draft.reason, "native_id": sent.native_id if sent else None,
        "url": sent.url if sent else None, "sent_at": stamp(sent.at) if sent else None,
        "statement": draft.statement, "approvals": [approval_to_json(one) for one in draft.approvals],
        "overrides": dict(draft.overrides), "private": draft.private, "batch": draft.batch, "follows": draft.follows,
        "writers": list(draft.writers), "seen": draft.seen,
    }


def approval_to_json(one: Approval) -> dict[str, Json]:
    """Give an approval as plain JSON."""
    return {"by": one.by, "role": one.role, "at": stamp(one.at), "text_sha256": one.text_sha256,
            "post_sha256": one.post_sha256, "strategy": one.strategy, "expires": stamp(one.expires)}


def approvals_from_json(raw: Json) -> tuple[Approval, ...]:
    """Read a list of what :func:`approval_to_json` wrote. Raises ValueError on anything else."""
    if isinstance(raw, str) or not isinstance(raw, Sequence):
        raise ValueError("approvals must be a list")
    return tuple(_approval(one) for one in raw)


def overrides_from_json(raw: Json) -> Mapping[str, str]:
    """Read what was set aside, rule to reason. Raises ValueError on anything but an object."""
    if not isinstance(raw, Mapping):
        raise ValueError("overrides must be an object")
    return MappingProxyType({str(rule): str(reason) for rule, reason in raw.items()})


def writers_from_json(raw: Json) -> tuple[str, ...]:
    """Read a list of names. Raises ValueError on anything else."""
    if isinstance(raw, str) or not isinstance(raw, Sequence):
        raise ValueError("writers must be a list")
    return tuple(str(name) for name in raw)


def _approval(raw: Json) -> Approval:
    if not isinstance(raw, Mapping):
        raise ValueError("an approval must be an object")
    try:
        return Approval(
            by=str(raw["by"]), role=str(raw["role"]), at=from_stamp(str(raw["at"])),
            text_sha256=str(raw["text_sha256"]), post_sha256=str(raw["post_sha256"]), strategy=str(raw["strategy"]),
            expires=from_stamp(str(raw["expires"])))
    except KeyError as error:
        raise ValueError(f"an approval needs {error}") from error


def details(before: Draft | None, after: Draft) -> dict[str, Json]:
    """What an event says of a reply that became ``after``; ``before`` is None where it was just written."""
    old = to_json(before) if before is not None else {}
    made: Changes = {name: (old.get(name), value) for name, value in to_json(after).items()
                     if value != old.get(name)}
    return {"draft": after.id, "reply": changes_to_json(made)}


def fold(now: Mapping[str, Draft], event: Event) -> Draft | None:
    """Return the reply that ``event`` speaks of, as it is after it; None where it speaks of none.

    Raises BadLog where it makes a move that the table does not have, or says what cannot be.
    """
    name = event.details.get("draft")
    if not isinstance(name, str):
        return None
    try:
        return _changed(now.get(name), name, changes_from_json(event.details.get("reply", {})), event)
    except (ValueError, BadMove) as error:
        raise BadLog(f"Event {event.id} cannot be.", reason=f"{error}.") from error


def rebuild(events: Iterable[Event]) -> dict[str, Draft]:
    """Fold a whole log, in order of seq, to every reply that it speaks of. Raises BadLog as :func:`fold` does."""
    drafts: dict[str, Draft] = {}
    for event in events:
        draft = fold(drafts, event)
        if draft is not None:
            drafts[draft.id] = draft
    return drafts


def _changed(now: Draft | None, name: str, made: Changes, event: Event) -> Draft:
    plain = {field: after for field, (_, after) in made.items()}
    state = DraftState(str(plain.get("state", now.state if now else "")))
    if now is None:
        if event.platform is None:
            raise ValueError("a reply goes to a platform")
        if state is not DraftState.DRAFT:
            raise ValueError(f"a reply begins as a draft, not as {state}")
        now = Draft(id=name, post=event.post, platform=event.platform, text="", author="",
                    since=event.occurred_at)
    elif state is not now.state:
        moved(now.state, state)
    if event.post != now.post:
        raise ValueError("a reply answers one post and no other")
    if event.platform is not now.platform:
        raise ValueError("a reply goes to one platform and no other")
    before = to_json(now)
    whole = before | plain
    version = whole["version"]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError("a version is a number from 1")
    if strange := plain.keys() - before.keys():
        raise ValueError(f"a reply has no {', '.join(sorted(strange))}")
    native_id = whole["native_id"]
    sent = None if native_id is None else Sent(
        now.platform, str(native_id), str(whole["url"] or ""), from_stamp(str(whole["sent_at"])))
    return replace(now, state=state, text=str(whole["text"]), author=str(whole["author"]), version=version,
                   account=str(whole["account"]), reason=str(whole["reason"]), sent=sent,
                   statement=str(whole["statement"]), approvals=approvals_from_json(whole["approvals"]),
                   overrides=overrides_from_json(whole["overrides"]), private=bool(whole["private"]),
                   batch=str(whole["batch"]), follows=str(whole["follows"]), seen=str(whole["seen"]),
                   writers=writers_from_json(whole["writers"]),
                   since=event.occurred_at if "state" in plain or "text" in plain else now.since)
