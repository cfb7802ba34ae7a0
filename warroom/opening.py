"""How a console opens its room: first the stored posts are shown, then comes what collects, scores and listens.

Somebody who opens the console in a crisis wants to read. The posts and the log are in the store, which is open long
before the engine and the platforms' libraries are imported and the logins are asked for.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias

from warroom import storage
from warroom.domain.errors import NotFound
from warroom.domain.incident import Incident
from warroom.domain.model import LIVE
from warroom.plans import Attach, Live, Plan
from warroom.ports import Store

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.settings import Settings

#: Shows what is stored of an incident; awaited until it stands on the screen.
Look: TypeAlias = Callable[[Store, Incident], Awaitable[None]]


@asynccontextmanager
async def open_room(
    settings: Settings, plan: Plan, look: Look, *, again: Callable[[], Settings] | None = None,
) -> AsyncIterator[Room]:
    """Open a room as :func:`warroom.wiring.open_room` does, and let ``look`` show its stored posts before.

    ``look`` is not called where there are none yet, or where a story's clock tells how old they are.
    """
    await _import("warroom.store.sql")
    store = await storage.connect(settings)
    try:
        incident = await stored(store, plan)
        if incident is not None and incident.story is None:
            await look(store, incident)
        await _import("warroom.wiring")
        from warroom import wiring

        await asyncio.to_thread(wiring.warm)
        async with wiring.open_room(settings, plan, again=again, store=store) as room:
            yield room
    finally:
        await store.close()


async def stored(store: Store, plan: Plan) -> Incident | None:
    """The incident that a plan opens, None where it makes one or there is none."""
    match plan:
        case Live():
            return await storage.latest_open(store, LIVE)
        case Attach(incident=name):
            try:
                return await store.incident(name)
            except NotFound:
                return None
        case _:
            return None


async def _import(name: str) -> None:
    # In a thread of its own: on the loop it would hold the keys for a while.
    await asyncio.to_thread(importlib.import_module, name)
