"""The assessment of a room: the posts of the last window are read and judged in a thread; alarms are answered."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from warroom.domain import alarm as alarms
from warroom.domain.alarm import EVERYWHERE, Alarm
from warroom.domain.assessment import Assessment, assess
from warroom.domain.baseline import Usual
from warroom.domain.errors import BadMove
from warroom.domain.events import Event, EventType
from warroom.domain.gauge import Reading
from warroom.domain.incident import Incident, Kind
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.query import EVERYTHING
from warroom.domain.series import Series
from warroom.domain.terms import Terms
from warroom.domain.text import clip, one_line
from warroom.domain.wire import Json, stamp
from warroom.engine.desk import Desk
from warroom.ports import Store

if TYPE_CHECKING:
    from warroom.engine.room import Room

#: Posts that are read of the window, and of the time before it, and read on only to be counted.
NOW: Final = 1_000
BEFORE: Final = 500
COUNTED: Final = 20_000
_PAGE: Final = 250
#: Posts of so long before an incident was opened may be what it was opened for.
_ONSET: Final = timedelta(hours=1)
_TITLE: Final = 80


async def look(room: Room) -> Assessment:
    """Assess the window of a room's gauge as it is now. Raises StoreError."""
    reading = room.reading
    return await assessed(room.store, room.incident, at=room.clock.now(), window=reading.window, usual=room.usual(),
                          reading=reading, terms=room.ear.terms)


async def look_at(store: Store, incident: Incident, at: datetime, terms: Terms | None = None) -> Assessment:
    """Assess the last hour before ``at`` from the store alone, where no room is open. Raises StoreError."""
    return await assessed(store, incident, at=at, usual=await _stored_usual(store, incident.room, at), terms=terms)


async def _stored_usual(store: Store, room: str, at: datetime) -> Usual | None:
    """What the collecting process has learned of the room, None where it left nothing that can be read."""
    found = await store.baselines.load(room)
    try:
        state = json.loads(found[1][EVERYWHERE.name]) if found is not None else None
        return None if state is None else Series.of(state).usual(at)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


async def assessed(
    store: Store, incident: Incident, *, at: datetime, window: timedelta = timedelta(hours=1),
    usual: Usual | None = None, reading: Reading | None = None, terms: Terms | None = None,
) -> Assessment:
    """Assess the window of an incident's room that ends ``at``. ``reading`` is the gauge where there is one.

    What was said before is from before the incident, as far as the newest 20,000 posts reach: a crisis of yesterday
    is no usual day. Raises StoreError. The work is done in a thread; it holds no key for longer than a page of the
    store does.
    """
    quiet = at if incident.kind is Kind.WATCH else incident.opened_at - _ONSET
    now, before, count = await _read(store, incident, at - window, quiet)
    if reading is not None and reading.window == window:
        count = max(count, sum(reading.volume))
    return await asyncio.to_thread(
        assess, now, before, at=at, window=window, usual=usual, posts=count, terms=terms,
        checked=None if reading is None else reading.checked)


async def _read(
    store: Store, incident: Incident, edge: datetime, quiet: datetime,
) -> tuple[list[Item], list[Item], int]:
    """The newest posts since ``edge``, some from before it and before ``quiet``, and how many there are since."""
    now: list[Item] = []
    older: list[Item] = []
    count, read, last = 0, 0, None
    while len(older) < BEFORE and read < COUNTED:
        page = await store.page(incident.room, EVERYTHING, incident=incident.id, before=last, limit=_PAGE)
        for item in page:
            if item.post.created_at >= edge:
                count += 1
                if len(now) < NOW:
                    now.append(item)
            elif item.post.created_at < quiet:
                older.append(item)
        read += len(page)
        if len(page) < _PAGE:
            break
        last = page[-1].id
    return now, older[:BEFORE], count


class Answers:
    """What a person does about an alarm; each is an event of the incident that is worked on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def snooze(self, alarm: Alarm, until: datetime, *, now: datetime) -> Sequence[Event]:
        """Let an alarm rest until a time (aware UTC); then it is back. Raises BadMove for a time that has passed."""
        if until <= now:
            raise BadMove("That time has passed.")
        return await self._desk.record(
            EventType.ALARM_SNOOZED, f"snoozed the alarm until {until:%H:%M} UTC: {_short(alarm)}",
            {"alarm": alarm.id, "until": stamp(until)})

    async def dismiss(self, alarm: Alarm, reason: str) -> Sequence[Event]:
        """Put an alarm away for good, with a reason. Raises BadMove without one."""
        words = one_line(reason)
        if not words:
            raise BadMove("Say why the alarm is dismissed.")
        return await self._desk.record(
            EventType.ALARM_DISMISSED, f"dismissed the alarm ({clip(words, 120)}): {_short(alarm)}",
            {"alarm": alarm.id, "reason": words})

    async def take(self, alarm: Alarm, *, opened: str = "") -> Sequence[Event]:
        """Say that an alarm is looked after: by this incident, or by the one that was ``opened`` for it."""
        how = f"opened {opened} for the alarm" if opened else "took the alarm on"
        return await self._desk.record(
            EventType.ALARM_TAKEN, f"{how}: {_short(alarm)}", {"alarm": alarm.id, "opened": opened})


async def open_for(room: Room, alarm: Alarm, incident_id: str, words: str = "") -> Incident:
    """Open an incident for an alarm, with its evidence, and work on it; the log that had the alarm says so.

    Without ``words`` the title is what drives the alarm. Raises BadMove in a drill.
    """
    posts = await room.store.items(room.incident.room, alarm.posts)
    before = room.desk.beside(room.incident)
    incident = await room.open_incident(incident_id, words or title(alarm), evidence=evidence(alarm, posts))
    await Answers(before).take(alarm, opened=incident.id)
    return incident


def evidence(alarm: Alarm, posts: Mapping[PostKey, Item]) -> dict[str, Json]:
    """What an incident that is opened from an alarm carries: the alarm, and its posts with their fingerprints."""
    known = (posts[key].post for key in alarm.posts if key in posts)
    return {
        "alarm": alarms.to_json(alarm),
        "posts": [{"key": post.key, "content_sha256": post.content_sha256, "url": post.url} for post in known],
    }


def title(alarm: Alarm) -> str:
    """A title to begin with: what there is more of, and how much."""
    words = ", ".join(driver.text for driver in alarm.why.strongest(3))
    where = alarm.scope.words
    return clip(" ".join(part for part in (words or "more posts than usual", where and f"({where})") if part), _TITLE)


def _short(alarm: Alarm) -> str:
    return clip(one_line(alarm.sentence), 200)
