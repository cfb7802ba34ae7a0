"""The ear of a room: its baseline and its alarms together; where the alarm is off it knows only others' alarms."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from warroom.domain.alarm import EVERYWHERE, Alarm, Scope
from warroom.domain.baseline import Heard, Usual
from warroom.domain.errors import StoreError
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import Platform
from warroom.domain.terms import Terms
from warroom.engine.alarms import Alarms
from warroom.engine.baseline import Baselines
from warroom.engine.bus import Bus
from warroom.engine.parts import Parts
from warroom.engine.tasks import Tasks

log = logging.getLogger(__name__)


class Ear:
    """What is usual, what was raised. ``start`` it; then ``collect`` where this process is the one that collects."""

    def __init__(
        self, parts: Parts, *, bus: Bus, tasks: Tasks, incident: Callable[[], Incident],
        told: Callable[[], Awaitable[None]], error: Callable[[], float] = float,
    ) -> None:
        self._tasks = tasks
        self._incident = incident
        plan, room = parts.plan, parts.incident.room
        #: What the room listens for; nothing where the alarm is off.
        self.terms = Terms() if plan is None else plan.terms
        self._alarms = Alarms(room=room, store=parts.store, bus=bus, clock=parts.clock, wall=parts.wall,
                              terms=self.terms, incident=incident, told=told)
        self._baselines = None if plan is None else Baselines(
            plan, room=room, store=parts.store, bus=bus, clock=parts.clock, calm=self._calm, cry=self._alarms.cry,
            error=error, raised=self._raised)

    @property
    def alarms(self) -> Sequence[Alarm]:
        """The alarms of the last day, the newest last."""
        return self._alarms.recent

    @property
    def down(self) -> frozenset[Platform]:
        """Platforms that could not be heard in the last bin."""
        return frozenset() if self._baselines is None else self._baselines.down

    def usual(self, scope: Scope = EVERYWHERE, at: datetime | None = None) -> Usual | None:
        """What is usual in a scope, now or ``at`` a time; None for one that is not known, or not yet."""
        return None if self._baselines is None else self._baselines.usual(scope, at)

    def history(self, scope: Scope = EVERYWHERE) -> Sequence[Heard]:
        """The last six hours of a scope in bins of five minutes, the oldest first; empty for one that is not known."""
        return () if self._baselines is None else self._baselines.history(scope)

    def start(self) -> None:
        """Read what was raised before, and follow what the collecting process learns."""
        self._tasks.spawn(self._prime(), "alarms")
        if self._baselines is not None:
            self._tasks.spawn(self._baselines.follow(), "usual")

    def collect(self) -> None:
        """Listen, learn and raise alarms from now on."""
        if self._baselines is not None:
            self._baselines.collect()
            self._tasks.spawn(self._baselines.run(), "baseline")

    async def settled(self) -> None:
        """Return when every bin that is over has been judged."""
        if self._baselines is not None:
            await self._baselines.settled()

    async def close(self) -> None:
        """Keep what was learned, and stop listening; safe to call twice."""
        self._alarms.close()
        if self._baselines is not None:
            self._baselines.close()
            await self._baselines.save()

    async def _raised(self) -> Sequence[Alarm]:
        await self._alarms.prime()
        return self._alarms.recent

    async def _prime(self) -> None:
        try:
            await self._alarms.prime()
        except StoreError as error:
            log.warning("earlier alarms cannot be read: %s", error)

    def _calm(self) -> bool:
        incident = self._incident()
        return not (incident.open and incident.kind is Kind.INCIDENT)
