"""The gauge of the incident that the room works on: a watch filled from the store, made anew for another incident."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from warroom.domain.events import Event, EventType
from warroom.domain.gauge import Reading
from warroom.domain.incident import Incident
from warroom.domain.model import PostKey
from warroom.domain.query import EVERYTHING
from warroom.engine.bus import Bus
from warroom.engine.parts import Parts
from warroom.engine.watch import Watch, labelled
from warroom.engine.window import fill, past


class Meter:
    """The watch of one incident at a time.

    The whole log is read for the labels in it; ``told`` is given what the older part of it says of the sources.
    """

    def __init__(self, parts: Parts, *, bus: Bus, told: Callable[[Sequence[Event]], None]) -> None:
        self._parts = parts
        self._bus = bus
        self._told = told
        self._watch = self._made_for(parts.incident)

    @property
    def reading(self) -> Reading:
        """The gauge now."""
        return self._watch.reading()

    @property
    def margin(self) -> float:
        """The margin (0..1) of the spot check of the window; 0 without one."""
        checked = self.reading.checked
        return 0.0 if checked is None else checked.negative.margin

    def draw(self, person: str) -> PostKey | None:
        """The post that a spot check asks ``person`` about next; None where every post of the window was drawn."""
        return self._watch.draw(person)

    def close(self) -> None:
        """Stop listening; safe to call twice."""
        self._watch.close()

    async def prime(self, incident: Incident, before: int) -> None:
        """Count what is stored of the window below the id ``before``, with the labels of the incident."""
        await self._fill(self._watch, incident, before)

    async def anew(self, incident: Incident) -> None:
        """Count the window again with this incident's labels; the old count stands until that is done."""
        watch = self._made_for(incident)
        newest = await self._parts.store.page(incident.room, EVERYTHING, limit=1)
        if newest:
            await self._fill(watch, incident, newest[0].id + 1)
        self._watch.close()
        self._watch = watch

    def _made_for(self, incident: Incident) -> Watch:
        parts = self._parts
        return Watch(bus=self._bus, clock=parts.clock, window=parts.window, buckets=parts.buckets, seed=incident.id,
                     since=incident.heard_since)

    async def _fill(self, watch: Watch, incident: Incident, before: int) -> None:
        store, times, sources = self._parts.store, dict[PostKey, datetime](), list[Event]()
        async for events in past(store, incident.id):
            times |= labelled(events)
            sources += [event for event in events if event.type is EventType.SOURCE]
        self._told(sources)
        await fill(watch, store, incident, times, edge=self._parts.clock.now() - self._parts.window, before=before)
