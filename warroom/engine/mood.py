"""The gauge by platform and by term, for as long as somebody looks: a watch for each, fed with what is in its scope."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.alarm import EVERYWHERE, Scope
from warroom.domain.gauge import Reading
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Platform, PostKey
from warroom.domain.query import EVERYTHING
from warroom.domain.tally import TERMS
from warroom.domain.terms import Terms
from warroom.engine.bus import Arrived, Bus, Changed, Logged, Message, Scored
from warroom.engine.watch import Watch, labelled
from warroom.engine.window import PRIMED, past
from warroom.ports import Clock, Store

_PAGE: Final = 250


class Mood:
    """Readings of a window by scope. ``prime`` it with what is stored; ``close`` it when nobody looks any more."""

    def __init__(
        self, *, store: Store, bus: Bus, clock: Clock, incident: Incident, terms: Terms,
        platforms: Iterable[Platform] = tuple(Platform), window: timedelta = timedelta(hours=1), buckets: int = 30,
    ) -> None:
        self._store = store
        self._clock = clock
        self._incident = incident
        self._window = window
        self._terms = terms.every[:TERMS]
        self._matches = Terms(self._terms).matches
        scopes = [EVERYWHERE, *(Scope(one) for one in platforms), *(Scope(None, term) for term in self._terms)]
        self._buses = {scope: Bus() for scope in scopes}
        self._watches = {
            scope: Watch(bus=inner, clock=clock, window=window, buckets=buckets, seed=f"{incident.id} {scope.name}",
                         since=incident.heard_since)
            for scope, inner in self._buses.items()}
        self._leave = bus.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._leave()
        for watch in self._watches.values():
            watch.close()

    @property
    def readings(self) -> Mapping[Scope, Reading]:
        """The gauge of each scope: everything, each platform, each term."""
        return {scope: watch.reading() for scope, watch in self._watches.items()}

    async def prime(self) -> None:
        """Count what is stored of the window, and what people said of it. Raises StoreError."""
        times: dict[PostKey, datetime] = {}
        async for events in past(self._store, self._incident.id):
            times |= labelled(events)
        edge, before, left = self._clock.now() - self._window, None, PRIMED
        while left > 0:
            items = await self._store.page(self._incident.room, EVERYTHING, before=before, limit=_PAGE)
            self._pass_on(items)
            left -= len(items)
            if len(items) < _PAGE or items[-1].received_at < edge:
                break
            before = items[-1].id
        keys = list(times)
        for at in range(0, len(keys), _PAGE):
            some = keys[at : at + _PAGE]
            found = await self._store.items(self._incident.room, some, incident=self._incident.id)
            for scope, items in self._by_scope(found.values()).items():
                self._watches[scope].label(items, times)

    def _hear(self, message: Message) -> None:
        match message:
            case Arrived(items):
                self._pass_on(items)
            case Scored() | Changed():
                for inner in self._buses.values():  # a watch heeds only the posts that it counts
                    inner.publish(message)
            case Logged(events, items):
                for scope, some in self._by_scope(items).items():
                    self._buses[scope].publish(Logged(events, some))
            case _:
                return

    def _pass_on(self, items: Iterable[Item]) -> None:
        for scope, some in self._by_scope(items).items():
            self._buses[scope].publish(Arrived(some))

    def _by_scope(self, items: Iterable[Item]) -> dict[Scope, list[Item]]:
        sorted_: dict[Scope, list[Item]] = {}
        for item in items:
            post = item.post
            terms = self._matches(post.text, post.hashtags, post.links) if self._terms else ()
            for scope in (EVERYWHERE, Scope(post.platform), *(Scope(None, term) for term in terms)):
                if scope in self._buses:
                    sorted_.setdefault(scope, []).append(item)
        return sorted_
