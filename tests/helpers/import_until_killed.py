"""A process that imports two of each thing at a time and kills itself: ``DATABASE FILE WHEN``.

When is ``reading`` posts, ``writing`` the log, ``making`` the state of posts, or ``showing`` them.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from warroom.domain.item import Item
from warroom.export import read_document
from warroom.store import arriving, bringing, log
from warroom.store.connection import Connection
from warroom.store.sql import open_store


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _some(items: list[Item]) -> Iterator[Item]:
    """Give the posts but for the last: when that is asked for, the others are stored."""
    yield from items[:-1]
    _die()


def _dying_of(work: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Let it be done once; who asks for it again dies."""
    done = False

    async def once(*given: object) -> None:
        nonlocal done
        if done:
            _die()
        done = True
        await work(*given)

    return once


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
    bringing.CHUNK = arriving.PIECE = 2  # type: ignore[misc]
    brought = read_document(Path(file))
    store = await open_store(Path(database))
    items = [*brought.items]
    if when == "writing":
        log.write_events = _dying_of(log.write_events)  # type: ignore[assignment]
    if when == "making":
        log.write_states = _dying_of(log.write_states)  # type: ignore[assignment]
    if when == "showing":
        bringing.show = _dying()  # type: ignore[assignment]
    await store.bring_in(brought.events, _some(items) if when == "reading" else items, brought.earlier)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
