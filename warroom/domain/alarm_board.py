"""Which alarms of a room wait for somebody: a fold of what the log says of alarms, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.alarm import Alarm, Tier, from_json
from warroom.domain.events import Event, EventType
from warroom.domain.model import PostKey
from warroom.domain.wire import Json, from_stamp

#: How long an alarm waits for somebody.
STALE: Final = timedelta(days=1)
_LOUDEST: Final = {Tier.RED: 0, Tier.SHIFT: 1, Tier.AMBER: 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """An alarm and what became of it: ``settled`` says how ("" while it waits), ``until`` when a snooze ends."""

    alarm: Alarm
    settled: str = ""
    until: datetime | None = None

    def waits(self, now: datetime) -> bool:
        """True where somebody should look at it now; a snoozed one comes back."""
        return not self.settled and (self.until is None or self.until <= now) and now - self.alarm.at < STALE


@dataclass(slots=True)
class Board:
    """The alarms of a log by id, the newest last; ``take`` its events in order."""

    standing: dict[str, Standing] = field(default_factory=dict)
    _before: dict[str, Standing] = field(default_factory=dict)

    def take(self, events: Iterable[Event]) -> bool:
        """Fold events in; True where one of them spoke of an alarm. What cannot be read is passed over."""
        heard = False
        for event in events:
            heard = self._take(event) or heard
        return heard

    def _take(self, event: Event) -> bool:
        details = event.details
        match event.type:
            case EventType.ALARM:
                try:
                    alarm = from_json(details.get("alarm"))
                except ValueError:
                    return False
                self.standing.setdefault(alarm.id, Standing(alarm))
                return True
            case EventType.ALARM_SNOOZED | EventType.ALARM_DISMISSED | EventType.ALARM_TAKEN:
                known = self.standing.get(str(details.get("alarm", "")))
                if known is None:
                    return False
                self._before[event.id] = known
                if event.type is EventType.ALARM_SNOOZED:
                    try:
                        until = from_stamp(str(details.get("until", "")))
                    except ValueError:
                        return False
                    self.standing[known.alarm.id] = replace(known, until=until)
                else:
                    self.standing[known.alarm.id] = replace(known, settled=event.summary)
                return True
            case EventType.UNDO:
                before = self._before.pop(str(details.get("undoes", "")), None)
                if before is None:
                    return False
                self.standing[before.alarm.id] = before
                return True
            case _:
                return False

    def waiting(self, now: datetime) -> list[Alarm]:
        """The alarms that wait, the one to look at first: red before a turn of mood before amber, then the newest."""
        found = [one.alarm for one in self.standing.values() if one.waits(now)]
        return sorted(found, key=lambda alarm: (_LOUDEST[alarm.tier], -alarm.at.timestamp()))


def alarms_told(events: Iterable[Event]) -> list[Alarm]:
    """The alarms of a log, each once, with the one that the incident was opened for; unreadable ones are left out."""
    found: dict[str, Alarm] = {}
    for event in events:
        if event.type in (EventType.ALARM, EventType.OPENED) and "alarm" in event.details:
            try:
                alarm = from_json(event.details["alarm"])
            except ValueError:
                continue
            found.setdefault(alarm.id, alarm)
    return list(found.values())


def posts_named(event: Event) -> tuple[PostKey, ...]:
    """The posts that an event carries as evidence: those of an alarm, or of an incident that was opened for one."""
    alarm, listed = event.details.get("alarm"), event.details.get("posts")
    keys = list(_list(alarm.get("posts"))) if isinstance(alarm, Mapping) else []
    keys += [one.get("key") for one in _list(listed) if isinstance(one, Mapping)]
    return tuple(dict.fromkeys(PostKey(key) for key in keys if isinstance(key, str)))


def _list(value: Json) -> Sequence[Json]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()
