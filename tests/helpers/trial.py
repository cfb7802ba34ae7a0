"""A platform's source through the engine's own intake into a SQLite store, a fault on the way, and what came of it."""

from __future__ import annotations

import asyncio
import random
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from helpers.platforms import RESTART, TERM, Fault, PlatformRig, Side

from warroom.domain.health import SourceReport, SourceState
from warroom.domain.model import LIVE
from warroom.domain.query import EVERYTHING
from warroom.engine.bus import Arrived, Bus, Message
from warroom.engine.clock import SystemClock
from warroom.engine.intake import Intake
from warroom.ports import Store
from warroom.store.sql import open_store

#: The rows of the fault matrix.
FAULTS = [*map(str, Fault), RESTART]
_CLOSES = (Fault.CLOSE_1000, Fault.CLOSE_1001)
#: Requests that meet a fault before it is mended, where the source does not mind it.
_ENOUGH = 3


@dataclass(frozen=True)
class Outcome:
    """What a fault did. ``state`` is the worst that the source came to; ``by_hand``: it went on when somebody asked."""

    survived: bool
    state: SourceState
    by_hand: bool
    lost: int
    doubled: int

    @property
    def words(self) -> str:
        if not self.survived:
            return f"DID NOT SURVIVE ({self.state}), lost {self.lost}, doubles {self.doubled}"
        how = {SourceState.LIVE: "stayed live", SourceState.BACKFILL: "stayed live",
               SourceState.RECONNECTING: "tried again"}.get(self.state, "said why, went on by `R`")
        gap = "gap filled" if not self.lost else f"LOST {self.lost}"
        return f"survived ({how}), {gap}, doubles {self.doubled}"


class Trial:
    """An intake that runs, what was posted, and what arrived."""

    def __init__(self, rig: PlatformRig, store: Store) -> None:
        self.rig = rig
        self.posted: set[str] = set()
        self.arrived: Counter[str] = Counter()
        self.states: list[SourceState] = []
        self.by_hand = 0
        self._store = store
        # A shared server still lists the posts of earlier trials.
        self._mark = secrets.token_hex(4)
        bus = Bus()
        bus.subscribe(self._hear)
        self.intake = Intake(rig.source(), room=LIVE, store=store, bus=bus, clock=SystemClock(), herald=self._herald,
                             dice=random.Random(1))

    @property
    def state(self) -> SourceState:
        return self.intake.report.state

    async def post(self, text: str) -> None:
        words = f"{TERM} {text} {self._mark}"
        await self.rig.post(words)
        self.posted.add(words)

    async def until(self, fact: Callable[[], bool], seconds: float = 60) -> None:
        async with asyncio.timeout(seconds):
            while not fact():
                await asyncio.sleep(0.02)

    def is_whole(self) -> bool:
        """True when all is there and the source is live; where it waits for a person, one asks it to go on."""
        if self.state is SourceState.FAILED:
            self.by_hand += 1
            self.intake.restart()
        return self.posted <= self.arrived.keys() and self.state is SourceState.LIVE

    async def account(self) -> tuple[int, int]:
        """Posts that the store lacks, and those that are there or were told more than once."""
        stored = Counter(item.post.text for item in await self._store.page(LIVE, EVERYTHING, limit=1_000_000)
                         if self._mark in item.post.text)
        doubled = sum((stored - Counter(set(stored))).values()) + sum((self.arrived - Counter(set(stored))).values())
        return len(self.posted - stored.keys()), doubled

    def _hear(self, message: Message) -> None:
        if isinstance(message, Arrived):
            self.arrived.update(item.post.text for item in message.items if self._mark in item.post.text)

    async def _herald(self, report: SourceReport) -> None:
        self.states.append(report.state)


@asynccontextmanager
async def trying(rig: PlatformRig, folder: Path) -> AsyncIterator[Trial]:
    """Run the source of a rig into a store of its own, from the moment that it is live."""
    store = await open_store(folder / f"{rig.platform}.db")
    trial = Trial(rig, store)
    task = asyncio.create_task(trial.intake.run())
    try:
        await trial.until(lambda: trial.state is SourceState.LIVE)
        yield trial
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await store.close()


async def meet(rig: PlatformRig, fault: str, folder: Path) -> Outcome | None:
    """Let a source meet a fault until it minds it, bears it, or has met it three times.

    None where the platform has none such.
    """
    if fault != RESTART and Fault(fault) not in rig.faults[Side.READ] | rig.lasting:
        return None
    async with trying(rig, folder) as trial:
        await trial.post("before")
        await trial.until(trial.is_whole)
        trial.states.clear()
        survived = True
        try:
            if fault == RESTART:
                await rig.stop()
                await trial.until(lambda: trial.state is not SourceState.LIVE)
                await rig.start()
                await trial.post("meanwhile")
            else:
                await _break(trial, Fault(fault))
            await trial.post("after")
            await trial.until(trial.is_whole, 120)
        except TimeoutError:
            survived = False
        finally:
            rig.mend()
        worst = max(trial.states or [SourceState.LIVE], key=[
            SourceState.ENDED, SourceState.STARTING, SourceState.LIVE, SourceState.BACKFILL, SourceState.RECONNECTING,
            SourceState.FAILED].index)
        lost, doubled = await trial.account()
        return Outcome(survived, worst, bool(trial.by_hand), lost, doubled)


async def _break(trial: Trial, fault: Fault) -> None:
    rig, met = trial.rig, trial.rig.met
    # A token that wears out with every request would be no token.
    rig.fault(fault, times=1 if fault is Fault.EXPIRED else None)
    for number in range(_ENOUGH):
        await trial.post(f"meanwhile {number}")

    def minded() -> bool:
        if fault in _CLOSES and rig.met == met:
            rig.fault(fault)  # the stream was not there yet
        enough = 1 if fault in (*_CLOSES, Fault.EXPIRED) else _ENOUGH
        # A stream that stays open over what it cannot read meets no second fault.
        bore = trial.state is SourceState.LIVE and trial.posted <= trial.arrived.keys()
        return rig.met - met >= enough or (rig.met > met and (bore or trial.state is not SourceState.LIVE))

    await trial.until(minded)
    rig.mend()
