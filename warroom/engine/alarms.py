"""The alarms of a room: what the baseline cries out is explained, written into the log, and comes back from there."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import islice
from typing import Final

from warroom.domain.alarm import Alarm, from_json, to_json
from warroom.domain.errors import StoreError
from warroom.domain.events import Event, EventType, NewEvent
from warroom.domain.explain import explain
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.query import EVERYTHING
from warroom.domain.sentry import Cry
from warroom.domain.tally import STEP, Tally
from warroom.domain.terms import Terms
from warroom.domain.text import clip
from warroom.domain.why import NOTHING, Why
from warroom.engine.bus import Bus, Logged, Message, Raised
from warroom.engine.entries import WATCH
from warroom.ports import Clock, Store

log = logging.getLogger(__name__)

#: Alarms that are remembered, and for how long.
KEPT: Final = 200
DAY: Final = timedelta(days=1)
#: Posts of the window and of the time before it that are read for an explanation, and posts that an alarm names.
_NOW: Final = 1_000
_BEFORE: Final = 500
_NAMED: Final = 12
#: Scored posts below which nothing is said of the mood.
_ENOUGH: Final = 20
_PAGE: Final = 250


class Alarms:
    """Raises alarms, where the process collects, and knows those of the last day, wherever they were raised.

    ``incident`` gives the incident that is worked on; ``told`` is awaited after a write, to spread the news.
    """

    def __init__(
        self, *, room: str, store: Store, bus: Bus, clock: Clock, wall: Clock, terms: Terms,
        incident: Callable[[], Incident], told: Callable[[], Awaitable[None]],
    ) -> None:
        self._room = room
        self._store = store
        self._bus = bus
        self._clock = clock
        self._wall = wall
        self._terms = terms
        self._incident = incident
        self._told = told
        self._recent: deque[Alarm] = deque(maxlen=KEPT)
        self._leave = bus.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._leave()

    @property
    def recent(self) -> Sequence[Alarm]:
        """The alarms of the last day, the newest last."""
        edge = self._clock.now() - DAY
        return tuple(alarm for alarm in self._recent if alarm.at >= edge)

    async def prime(self) -> None:
        """Read the alarms of the last day from the logs of the room. Raises StoreError."""
        edge = self._clock.now() - DAY
        found: list[Alarm] = []
        for incident in await self._store.incidents():
            if incident.room != self._room:
                continue
            before = incident.head_seq
            while before > 0:  # from the newest back, as far as the last day goes
                after = max(0, before - _PAGE)
                events = await self._store.events(incident.id, after=after, limit=before - after)
                found += [alarm for event in events if (alarm := read(event)) is not None]
                before = after if events and events[0].recorded_at >= self._wall.now() - DAY else 0
        known = {alarm.id for alarm in self._recent}
        for alarm in sorted(found, key=lambda alarm: alarm.at):
            if alarm.at >= edge and alarm.id not in known:
                known.add(alarm.id)
                self._recent.append(alarm)

    async def cry(self, cry: Cry, tally: Tally, usual_negative: float | None) -> None:
        """Explain what was heard and put it into the log of the incident that is worked on, if it is not there yet."""
        if any(alarm.id == _name(cry) for alarm in self._recent):
            log.info("%s stands in the log", _name(cry))
            return
        try:
            alarm = await self._explained(cry, tally, usual_negative)
            await self._write(alarm)
        except StoreError as error:
            log.warning("an alarm is not in the log: %s", error)
        else:
            log.info("%s: %s", alarm.tier, alarm.sentence)
            await self._told()

    async def _explained(self, cry: Cry, tally: Tally, usual_negative: float | None) -> Alarm:
        bins = max(1, round(cry.window.total_seconds() / STEP))
        end = cry.at.timestamp()
        keys = [said.post for said in islice(tally.posts(end, cry.scope, bins=bins), _NOW)]
        now = [item for item in (await self._store.items(self._room, keys)).values() if item.deleted_at is None]
        why = await self._why(now)
        moods = tally.moods(end, cry.scope, bins=bins)
        negative, usual = cry.negative, cry.negative_usual
        if negative is None and moods.scored >= _ENOUGH:
            negative, usual = moods.negative / moods.scored, usual_negative
        return Alarm(
            id=_name(cry), tier=cry.tier, at=cry.at, scope=cry.scope, window=cry.window,
            count=cry.count, usual=cry.usual, ratio=cry.ratio, louder=cry.louder, worst=cry.worst,
            negative=_rounded(negative), negative_usual=None if negative is None else _rounded(usual),
            authors=len({item.post.author for item in now}), why=why, posts=_named(why, now), down=cry.down,
        )

    async def _why(self, now: Sequence[Item]) -> Why:
        if not now:
            return NOTHING
        before: list[Item] = []
        edge = min(item.id for item in now)
        while len(before) < _BEFORE:
            page = await self._store.page(self._room, EVERYTHING, before=edge, limit=_PAGE)
            before += page
            if len(page) < _PAGE:
                break
            edge = page[-1].id
        # In a thread: it takes some tens of milliseconds, and keys must not wait for it.
        return await asyncio.to_thread(explain, now, before, terms=self._terms)

    async def _write(self, alarm: Alarm) -> None:
        """Write it where the team works; where that log is closed meanwhile, into the latest open one of the room."""
        details = {"alarm": to_json(alarm)}
        summary = f"{alarm.tier}: {clip(alarm.sentence, 400)}"

        def decide(incident: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
            if incident is None or not incident.open:
                return []
            return [NewEvent(type=EventType.ALARM, actor=WATCH, summary=summary, occurred_at=self._clock.now(),
                             details={**details, "act": incident.head_seq + 1}, severity=incident.severity,
                             platform=alarm.scope.platform)]

        others = [found.id for found in reversed(await self._store.incidents())
                  if found.open and found.room == self._room]
        for name in dict.fromkeys([self._incident().id, *others]):
            if await self._store.commit(name, [], decide, self._wall.now()):
                return
        log.warning("no incident of the room is open for an alarm: %s", alarm.sentence)

    def _hear(self, message: Message) -> None:
        if not isinstance(message, Logged):
            return
        known = {alarm.id for alarm in self._recent}
        for event in message.events:
            alarm = read(event)
            if alarm is not None and alarm.id not in known:
                known.add(alarm.id)
                self._recent.append(alarm)
                self._bus.publish(Raised(alarm))


def read(event: Event) -> Alarm | None:
    """The alarm of an event, None where it holds none."""
    if event.type is not EventType.ALARM:
        return None
    try:
        return from_json(event.details.get("alarm"))
    except ValueError as error:
        log.warning("the alarm of %s cannot be read: %s", event.id, error)
        return None


def _name(cry: Cry) -> str:
    return f"{cry.tier}-{cry.at:%Y%m%d-%H%M}"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _named(why: Why, now: Iterable[Item]) -> tuple[PostKey, ...]:
    """Posts to look at: those that the explanation speaks of, then those that the most people could have seen."""
    loud = sorted(now, key=lambda item: item.post.reach or 0, reverse=True)
    return tuple(dict.fromkeys([*why.examples, *(item.key for item in loud[:_NAMED])]))[:_NAMED]
