"""The way out of a drill. This module and all that it imports know no platform: an import contract holds it to that."""

from __future__ import annotations

from sources.drill_sink import DrillSink
from warroom.domain.errors import BadMove
from warroom.domain.incident import Incident
from warroom.domain.model import Gone, Platform, Post, PostKey
from warroom.engine.outbox import Outbox, Sole
from warroom.engine.replies import Replies
from warroom.engine.ways import Rehearsal
from warroom.ports import Batch, Clock, Sink, Store

#: The source under which the replies of a drill are stored.
SOURCE = "drill replies"


def rehearsal_outbox(replies: Replies, store: Store, incident: Incident, *, sole: Sole, clock: Clock) -> Outbox:
    """Make the outbox of a drill: what it sends stands in the drill's own threads, as context, and nowhere else.

    Raises BadMove for an incident that is no drill.
    """
    if not incident.drill:
        raise BadMove(f"Incident {incident.id} is no drill.", hint="Its replies go to the platforms.")
    room = incident.room

    async def take(thing: Post | Gone) -> None:
        await store.add(room, SOURCE, Batch([thing]), clock.now(), context=True)

    async def have(key: PostKey) -> Post | None:
        item = (await store.items(room, [key])).get(key)
        return item.post if item is not None and item.deleted_at is None else None

    sinks: dict[Platform, Sink] = {
        platform: DrillSink(platform, take=take, have=have, clock=clock) for platform in Platform}
    return Outbox(replies, store, Rehearsal(room, lambda platform: sinks[platform]), sole=sole, wall=clock)
