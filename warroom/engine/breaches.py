"""What is overdue in a room's other open incidents: nobody sees their clocks here, and their logs tell all the same."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from warroom.domain.clocks import Rules
from warroom.domain.errors import WarroomError
from warroom.domain.incident import Incident, Kind
from warroom.domain.terms import Terms
from warroom.engine.bus import Bus
from warroom.engine.clocks import Clocks
from warroom.engine.desk import Desk
from warroom.ports import Clock, Store

log = logging.getLogger(__name__)

#: Seconds between looks. A breach says when it happened, so it need not be written at once.
PACE: Final = 30.0


class Breaches:
    """Writes what is overdue in the open incidents that ``desk`` does not work on, where this process collects."""

    def __init__(self, store: Store, desk: Desk, *, clock: Clock, wall: Clock, rules: Rules,
                 terms: Terms | None = None) -> None:
        self._store = store
        self._desk = desk
        # Nobody tells them anything: whoever works on those incidents does so in another process.
        self._make: Callable[[Desk], Clocks] = lambda beside: Clocks(
            store, beside, bus=Bus(), clock=clock, wall=wall, rules=rules, terms=terms)
        self._kept: dict[str, Clocks] = {}

    async def run(self, collecting: Callable[[], bool]) -> None:
        """Look again and again until cancelled."""
        while True:
            await asyncio.sleep(PACE)
            if not collecting():
                continue
            try:
                await self.look()
            except WarroomError as error:
                log.warning("the clocks of other incidents cannot be kept up: %s", error)

    async def look(self) -> None:
        """Write what is overdue now."""
        others = {one.id: one for one in await self._store.incidents() if self._is_other(one)}
        self._kept = {name: self._kept.get(name) or self._make(self._desk.beside(one)) for name, one in others.items()}
        for clocks in self._kept.values():
            await clocks.look(collecting=True, anew=True)

    def _is_other(self, incident: Incident) -> bool:
        here = self._desk.incident
        return (incident.open and incident.room == here.room and incident.id != here.id
                and incident.kind is not Kind.WATCH)
