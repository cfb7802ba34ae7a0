"""Filling the watch's window with what the store holds already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.query import EVERYTHING
from warroom.engine.watch import Watch, labelled
from warroom.ports import Store

#: Posts that the gauge is primed with at the most.
PRIMED: Final = 20_000
# Making items of a page holds the keys for a few milliseconds.
_PAGE: Final = 250


async def fill(
    watch: Watch, store: Store, incident: Incident, events: Sequence[Event], *, edge: datetime,
    before: int | None = None,
) -> None:
    """Count the newest posts with ids below ``before``, down to those received before ``edge``, and their labels.

    ``events`` is the incident's log: it says when a post was labelled.
    """
    left = PRIMED
    while left > 0:
        items = await store.page(incident.room, EVERYTHING, before=before, limit=_PAGE)
        watch.prime(items)
        left -= len(items)
        if len(items) < _PAGE or items[-1].received_at < edge:
            break
        before = items[-1].id
    times = labelled(events)
    keys = list(times)
    for at in range(0, len(keys), _PAGE):
        found = await store.items(incident.room, keys[at : at + _PAGE], incident=incident.id)
        watch.label(found.values(), times)
