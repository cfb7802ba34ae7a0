"""A process that imports two posts at a time and kills itself: ``DATABASE FILE WHEN`` (reading or showing)."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from warroom.domain.item import Item
from warroom.export import read_document
from warroom.store import bringing
from warroom.store.connection import Connection
from warroom.store.sql import open_store


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _some(items: list[Item]) -> Iterator[Item]:
    """Give the posts but for the last: when that is asked for, the others are stored."""
    yield from items[:-1]
    _die()


def _dying(show: object = bringing.show) -> object:
    shown = 0

    async def once(connection: Connection, name: str) -> int:
        nonlocal shown
        if shown:
            _die()
        shown = await show(connection, name)  # type: ignore[operator]
        return int(shown)

    return once


async def main(database: str, file: str, when: str) -> None:
    bringing.CHUNK = 2  # type: ignore[misc]
    brought = read_document(Path(file))
    store = await open_store(Path(database))
    items = [*brought.items]
    if when == "showing":
        bringing.show = _dying()  # type: ignore[assignment]
    await store.bring_in(brought.events, _some(items) if when == "reading" else items, brought.earlier)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
