"""The posts that an export of an incident holds: from its opening to its close, and all that its log speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warroom.domain.alarm_board import posts_named
from warroom.domain.events import EventType
from warroom.domain.query import EVERYTHING, Flag, Is, Query

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from warroom.domain.events import Event
    from warroom.domain.incident import Incident
    from warroom.domain.item import Item
    from warroom.domain.model import Post, PostKey
    from warroom.ports import Store


async def posts_of(
    store: Store, incident: Incident, events: Sequence[Event], *, since: datetime | None = None,
) -> AsyncIterator[Item]:
    """Yield an incident's posts in order of arrival, with its triage.

    A drill has its whole room. Another incident has what arrived from its opening (or ``since``) until its close,
    and every post that its log speaks of.
    """
    after, end = 0, None
    if not incident.drill:
        after = await _last_before(store, incident.room, since or events[0].recorded_at)
        closed = [event.recorded_at for event in events if event.type is EventType.CLOSED]
        end = closed[-1] if closed and not incident.open else None
    spoken_of = {event.post: None for event in events if event.post is not None}
    spoken_of |= {key: None for event in events for key in posts_named(event)}
    known = await store.items(incident.room, list(spoken_of), incident=incident.id)
    apart = (item for item in known.values() if item.id <= after or item.context)
    for item in sorted(apart, key=lambda item: item.id):
        yield item
    while items := await store.since(incident.room, after, incident=incident.id):
        for item in items:
            if end is None or item.received_at <= end or item.key in known:
                yield item
        after = items[-1].id


async def earlier_versions(store: Store, room: str) -> dict[PostKey, Sequence[Post]]:
    """What the edited posts of a room said before, oldest first."""
    found: dict[PostKey, Sequence[Post]] = {}
    edited, before = Query((Is(Flag.EDITED),)), None
    while items := await store.page(room, edited, before=before, limit=500):
        for item in items:
            found[item.key] = (await store.versions(room, item.key))[:-1]
        before = items[-1].id
    return found


async def _last_before(store: Store, room: str, at: datetime) -> int:
    """The row of the last post that arrived before ``at``, 0 where there is none: a search by halves, by row number."""
    newest = await store.page(room, EVERYTHING, limit=1)
    if not newest:
        return 0
    low, high = 0, newest[0].id
    while low < high:
        middle = (low + high + 1) // 2
        # The first post at or after the middle decides for all rows up to it.
        first = await store.since(room, middle - 1, limit=1)
        if first and first[0].received_at < at:
            low = first[0].id
        else:
            high = middle - 1
    return low
