"""What a room does by itself every few seconds: it looks after replies, and wakes what was snoozed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from warroom.domain.errors import StoreError, WarroomError
from warroom.domain.query import Flag, Is, Query
from warroom.engine.desk import Desk
from warroom.engine.outbox import Outbox
from warroom.ports import Store

log = logging.getLogger(__name__)

#: Seconds between looks for snoozes that are due, and for replies whose sender is gone.
WAKE: Final = 5.0
SETTLE: Final = 15.0


async def settle(outbox: Outbox, desk: Desk) -> None:
    """Find out what became of replies whose sender is gone, of a crash before this start or of one since.

    Approvals that do not hold any more are said to have lapsed, so that somebody sees it before it is sent.
    """
    while True:
        try:
            await outbox.reconcile()
            if desk.incident.open:
                await outbox.replies.lapse(desk.incident.id)
        except WarroomError as error:
            log.warning("cannot look after replies: %s", error)
        await asyncio.sleep(SETTLE)


async def wake(store: Store, desk: Desk, collecting: Callable[[], bool]) -> None:
    """Wake the snoozed posts whose time has come, where this process is the one that collects."""
    asleep = Query((Is(Flag.SNOOZED),))
    while True:
        await asyncio.sleep(WAKE)
        if not collecting():
            continue
        try:
            await desk.wake_due(await store.page(desk.incident.room, asleep, incident=desk.incident.id, limit=500))
        except StoreError as error:
            log.warning("cannot wake snoozed posts: %s", error)
