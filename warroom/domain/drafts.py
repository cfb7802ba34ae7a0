"""Replies as the log tells them: what an event says of one, and the fold that rebuilds them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from warroom.domain.errors import BadLog, BadMove
from warroom.domain.events import Event, EventType
from warroom.domain.model import PostKey
from warroom.domain.reply import Draft, DraftState, Sent, moved
from warroom.domain.wire import Changes, Json, changes_from_json, changes_to_json, from_stamp, stamp

#: The event that tells of each state.
EVENTS: Final[Mapping[DraftState, EventType]] = {
    DraftState.DRAFT: EventType.DRAFTED,
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
    }


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
        if event.post is None or event.platform is None:
            raise ValueError("a reply answers a post")
        if state is not DraftState.DRAFT:
            raise ValueError(f"a reply begins as a draft, not as {state}")
        now = Draft(id=name, post=PostKey(event.post), platform=event.platform, text="", author="",
                    since=event.occurred_at)
    elif state is not now.state:
        moved(now.state, state)
    if event.post != now.post:
        raise ValueError("a reply answers one post and no other")
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
                   since=event.occurred_at if "state" in plain or "text" in plain else now.since)
