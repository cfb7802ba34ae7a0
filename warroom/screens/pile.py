"""What the queue shows: the replies of an incident and what each waits for, gathered anew when the log says more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from warroom.domain import drafts
from warroom.domain.approval import Needs
from warroom.domain.errors import ConfigError
from warroom.domain.events import Event, EventType
from warroom.domain.model import PostKey
from warroom.domain.reply import WRITABLE, Draft, DraftState
from widgets.approvals import Entry, Looked, in_order

if TYPE_CHECKING:
    from warroom.engine.room import Room

#: Replies that are out and still stand in the queue, so that they can be taken back there.
SENT: Final = 5
#: States in which somebody has to do something.
WAITING: Final = frozenset({DraftState.IN_REVIEW, DraftState.APPROVED, DraftState.UNKNOWN})
#: Events that tell of replies; after any of them the queue may be another one.
TELLS: Final = frozenset({
    EventType.DRAFTED, EventType.REVISED, EventType.SUBMITTED, EventType.APPROVED, EventType.RETURNED,
    EventType.WITHDRAWN, EventType.LAPSED, EventType.OVERRIDDEN, EventType.SENDING, EventType.SENT, EventType.FAILED,
    EventType.UNKNOWN, EventType.UNSENT, EventType.STRATEGY, EventType.SEVERITY,
})
_UNREAD: Final = Needs(count=1, words="Nothing goes out before the house's files can be read.")
_DONE: Final = {EventType.APPROVED: "approved it", EventType.RETURNED: "sent it back"}


async def gather(room: Room, events: Sequence[Event]) -> tuple[list[Entry], str]:
    """The queue of the room's incident; ``events`` is its log, which knows what was approved before.

    Where the house's files cannot be read the replies are there all the same, with what is wrong in words: nobody
    knows then who must approve them, and none goes out. Raises BadMove where the room has no way out.
    """
    incident, replies, now = room.incident, room.replies, room.clock.now()
    trouble = ""
    try:
        await replies.gate.open()
    except ConfigError as error:
        trouble = str(error)
    found = [draft for _, draft in await room.store.drafts(incident.id) if draft.state is not DraftState.DELETED]
    sent = sorted((one for one in found if one.state is DraftState.SENT), key=lambda one: one.since)
    kept = [one for one in found if one.state is not DraftState.SENT] + sent[-SENT:]
    keys: list[PostKey] = list(dict.fromkeys(one.post for one in kept if one.post is not None))
    items = await room.store.items(incident.room, keys, incident=incident.id) if keys else {}
    seen = looked_at(events, {one.id for one in kept})
    entries = []
    for draft in kept:
        item = items.get(draft.post) if draft.post is not None else None
        needs = _UNREAD if trouble else replies.gate.needs(draft, item, incident, now)
        entries.append(Entry(draft=draft, needs=needs, item=item, looked=seen.get(draft.id)))
    return in_order(counting(room, entries)), trouble


def counting(room: Room, entries: Sequence[Entry]) -> list[Entry]:
    """The same entries with what is left of their countdowns now."""
    left = room.sender.pending
    return [replace(one, left=left.get(one.id)) for one in entries]


async def in_the_way(room: Room, entry: Entry) -> Entry:
    """The entry with what stands in its way now; nothing does once it is out."""
    if entry.draft.state not in WRITABLE:
        return entry
    return replace(entry, blockers=await room.replies.blockers(room.incident.id, entry.id))


def looked_at(events: Sequence[Event], wanted: set[str]) -> dict[str, Looked]:
    """The version of each reply that somebody approved or sent back last, as the log tells it."""
    now: dict[str, Draft] = {}
    found: dict[str, Looked] = {}
    for event in events:
        if event.details.get("draft") not in wanted:
            continue
        # Of a log whose beginning was not read yet, a reply may begin in its middle; then nothing is known of it.
        if event.type is not EventType.DRAFTED and event.details["draft"] not in now:
            continue
        draft = drafts.fold(now, event)
        if draft is None:
            continue
        now[draft.id] = draft
        # Where nobody had to approve it, its writer did not either.
        if event.type in _DONE and (event.type is not EventType.APPROVED or draft.approvals):
            found[draft.id] = Looked(text=draft.text, by=event.actor, at=event.occurred_at, what=_DONE[event.type])
    return found
