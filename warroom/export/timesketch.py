"""Timesketch JSON lines: one event a line, times in one precision and offset, all text harmless.

``details`` is JSON inside a text: its fields change type from event to event, which an index of OpenSearch refuses.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from warroom.domain.events import Event, to_row
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.text import neutralise, one_line
from warroom.domain.wire import Json, canonical, stamp
from warroom.export.sink import Write

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)


def to_line(event: Event) -> dict[str, Json]:
    """Give the object of one line: what Timesketch needs first, then the whole row of the event."""
    tags = [neutralise(tag) for tag in event.tags]
    row = {name: neutralise(value) if isinstance(value, str) else value for name, value in to_row(event).items()}
    return {
        "message": f"{one_line(event.actor)}: {one_line(event.summary)}",
        "datetime": stamp(event.occurred_at),
        "timestamp_desc": "Occurred",
        "timestamp": (event.occurred_at - _EPOCH) // _TICK,
        "tag": [*tags, *(["drill"] if event.drill else ())],
        "data_type": "warroom:event",
        **row,
        "tags": tags,
        "details": canonical(event.details),
    }


async def write_timesketch(
    incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], write: Write,
) -> None:
    """Write the log as Timesketch takes it; posts that nobody touched are not in it."""
    del incident, posts
    for event in events:
        write(json.dumps(to_line(event)) + "\n")
