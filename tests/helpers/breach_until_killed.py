"""A process that writes what is overdue and dies by kill -9 after so many events: ``FILE EVENTS``."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

from helpers.engine import NOON, TestClock

from warroom.domain.clocks import Rules
from warroom.engine.bus import Bus
from warroom.engine.clocks import Clocks
from warroom.engine.desk import Desk
from warroom.store.sql import open_store


async def main(path: str, left: int) -> None:
    store = await open_store(Path(path))
    clock = TestClock(NOON + timedelta(hours=20))
    (incident,) = await store.incidents()
    written = 0

    async def told() -> None:  # the event is in the log, and nobody in this process has taken note of it yet
        nonlocal written
        written += 1
        if written == left:
            os.kill(os.getpid(), signal.SIGKILL)

    desk = Desk(store, incident, clock=clock, wall=clock, actor="ana", told=told)
    clocks = Clocks(store, desk, bus=Bus(), clock=clock, wall=clock, rules=Rules())
    await clocks.look(collecting=True)
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
