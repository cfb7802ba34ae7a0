"""Writing the incident into a file from the console: the same exports as on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warroom.engine.room import Room


def formats() -> Mapping[str, str]:
    """The names of the formats and what each is for."""
    from warroom.export import FORMATS

    return {name: each.purpose for name, each in FORMATS.items()}


async def save(room: Room, fmt: str, folder: Path) -> Path:
    """Write the incident into a new file of ``folder``. Raises UsageError, StoreError."""
    from warroom.export import FORMATS, write_export
    from warroom.export.gather import earlier_versions, posts_of

    incident = await room.store.incident(room.incident.id)
    events = await room.store.events(incident.id)
    earlier = await earlier_versions(room.store, incident.room) if fmt == "json" else {}
    target = folder / f"{incident.id}-{room.clock.now():%H%M%S}{FORMATS[fmt].suffix}"
    posts = posts_of(room.store, incident, events)
    return await write_export(fmt, incident, events, posts, target, earlier=earlier)
