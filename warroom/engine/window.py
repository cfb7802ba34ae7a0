"""Filling the watch's window with what the store holds already."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Final

from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.model import PostKey
from warroom.domain.query import EVERYTHING
from warroom.engine.watch import Watch
from warroom.ports import Store

#: Posts that the gauge is primed with at the most.
PRIMED: Final = 20_000
# Making items of a page holds the keys for a few milliseconds.
_PAGE: Final = 250


async def past(store: Store, incident: str) -> AsyncIterator[list[Event]]:
    """Give the whole log of an incident in order, a page at a time, so that nothing else waits for a long one."""
    after = 0
    while page := await store.events(incident, after=after, limit=_PAGE):
        yield page
        after = page[-1].seq


async def fill(
    watch: Watch, store: Store, incident: Incident, times: Mapping[PostKey, datetime], *, edge: datetime,
    before: int | None = None,
) -> None:
    """Count the newest posts with ids below ``before``, down to those received before ``edge``, and their labels.

    ``times`` says when a post was labelled (``watch.labelled``).
    """
    left = PRIMED
    while left > 0:
        items = await store.page(incident.room, EVERYTHING, before=before, limit=_PAGE)
        watch.prime(items)
        left -= len(items)
        if len(items) < _PAGE or items[-1].received_at < edge:
            break
        before = items[-1].id
    keys = list(times)
    for at in range(0, len(keys), _PAGE):
        found = await store.items(incident.room, keys[at : at + _PAGE], incident=incident.id)
        watch.label(found.values(), times)
