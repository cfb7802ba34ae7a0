"""Writing the incident into a file from the console: the same exports as on the command line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from warroom.domain.item import Item
from warroom.domain.model import Post, PostKey
from warroom.domain.query import EVERYTHING

if TYPE_CHECKING:
    from warroom.engine.room import Room

_PAGE = 1_000


def formats() -> Mapping[str, str]:
    """The names of the formats and what each is for."""
    from warroom.export import FORMATS

    return {name: each.purpose for name, each in FORMATS.items()}


async def save(room: Room, fmt: str, folder: Path) -> Path:
    """Write the incident into a new file of ``folder``. Raises UsageError, StoreError."""
    from warroom.export import FORMATS, write_export

    incident = await room.store.incident(room.incident.id)
    events = await room.store.events(incident.id)
    earlier = await _earlier(room) if fmt == "json" else {}
    target = folder / f"{incident.id}-{room.clock.now():%H%M%S}{FORMATS[fmt].suffix}"
    await write_export(fmt, incident, events, _posts(room), target, earlier=earlier)
    return target


async def _posts(room: Room) -> AsyncIterator[Item]:
    before: int | None = None
    while True:
        items = await room.store.page(
            room.incident.room, EVERYTHING, incident=room.incident.id, before=before, limit=_PAGE)
        for item in items:
            yield item
        if len(items) < _PAGE:
            return
        before = items[-1].id
        await asyncio.sleep(0)


async def _earlier(room: Room) -> Mapping[PostKey, Sequence[Post]]:
    found: dict[PostKey, Sequence[Post]] = {}
    async for item in _posts(room):
        if item.version > 1:
            found[item.key] = (await room.store.versions(room.incident.room, item.key))[:-1]
    return found
