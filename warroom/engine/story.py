"""What time it is in an incident: the system's, or that of the story that its log tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from warroom.domain.errors import StoreError
from warroom.domain.incident import Incident
from warroom.domain.wire import Json, from_stamp
from warroom.engine.clock import StoryClock, SystemClock
from warroom.ports import Clock


def clock_of(incident: Incident) -> Clock:
    """The clock that an incident goes by: its story's, or the system's."""
    return SystemClock() if incident.story is None else story_clock(incident.story)


def story_clock(story: Mapping[str, Json]) -> StoryClock:
    """The clock of a story. Raises StoreError where a value is no number."""
    return StoryClock(
        from_stamp(str(story["start"])), wall=from_stamp(str(story["wall"])), speed=number(story["speed"]),
        duration=timedelta(seconds=number(story["duration"])),
    )


def number(value: Json) -> float:
    """A number of a story. Raises StoreError for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise StoreError(f"{value!r} in a story is no number.", hint="warroom verify checks the log.")
    return float(value)
