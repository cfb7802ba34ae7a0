"""Quiet hours and working days in a time zone: how much of a time counts, right over changes to and from summer time.

An hour is quiet when the clock on the wall says so: where it is put forward, part of a quiet night does not happen, and
where it is put back, an hour happens twice. All times are aware; what comes out is UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Final

from warroom.domain.errors import ConfigError

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
#: Days that are searched for time that is not quiet; after that a clock never falls due.
HORIZON: Final = 400
_DAY: Final = 24 * 60
_STRETCH: Final = re.compile(
    r"(?:(?P<date>\d{4}-\d{2}-\d{2})|(?P<first>[A-Za-z]{3,9})(?:\s*-\s*(?P<last>[A-Za-z]{3,9}))?)?\s*"
    r"(?:(?P<from>\d{1,2}:\d{2})\s*-\s*(?P<to>\d{1,2}:\d{2}))?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quiet minutes of some days: from ``start`` up to ``end``, which may lie after midnight (above 1440).

    ``days`` are weekdays (0 is Monday); with ``on`` it is that one date instead.
    """

    days: frozenset[int]
    start: int
    end: int
    on: date | None = None

    def covers(self, day: date, minute: int) -> bool:
        """True where the wall's ``minute`` (0..1439) of ``day`` is in it."""
        if self._begins(day) and self.start <= minute < self.end:
            return True
        return minute < self.end - _DAY and self._begins(day - timedelta(days=1))

    def _begins(self, day: date) -> bool:
        return day == self.on if self.on else day.weekday() in self.days

    def whole(self, day: date) -> bool:
        """True where it takes all of a day."""
        return self.start == 0 and self.end == _DAY and self._begins(day)


def stretch(words: str) -> Stretch:
    """Read ``22:00-07:00``, ``Sat``, ``Sat-Sun``, ``Fri 22:00-07:00`` or a date, ``2026-12-25``. Raises ValueError."""
    found = _STRETCH.fullmatch(words.strip())
    if found is None or not words.strip():
        raise ValueError(f"{words!r} is no quiet time")
    start, end = 0, _DAY
    if found["from"]:
        start, end = _minute(found["from"]), _minute(found["to"])
        if start in (end, _DAY):
            raise ValueError(f"{words!r} has no length")
        end += _DAY if end < start else 0
    if found["date"]:
        return Stretch(frozenset(), start, end, date.fromisoformat(found["date"]))
    if not found["first"]:
        return Stretch(frozenset(range(7)), start, end)
    first = _weekday(found["first"])
    last = _weekday(found["last"]) if found["last"] else first
    return Stretch(frozenset((first + step) % 7 for step in range((last - first) % 7 + 1)), start, end)


def _minute(words: str) -> int:
    hour, minute = map(int, words.split(":"))
    if not (hour * 60 + minute <= _DAY and minute < 60):
        raise ValueError(f"{words!r} is no time of day")
    return hour * 60 + minute


def _weekday(words: str) -> int:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    found = [at for at, name in enumerate(names) if name.startswith(words.casefold())]
    if len(found) != 1:
        raise ValueError(f"{words!r} is no day of the week")
    return found[0]


def zone(name: str) -> tzinfo:
    """Give a time zone by its IANA name. Raises ConfigError: there is no such zone, or no database of zones at all.

    UTC needs no database.
    """
    if name.upper() in ("UTC", "Z"):
        return UTC
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: a folder of it, "Europe"
        every = zoneinfo.available_timezones()
        if not every:
            raise ConfigError(f"The time zone {name!r} cannot be looked up: this computer has no time-zone database.",
                              hint="Install it: pip install tzdata. Or set clocks.timezone to UTC.") from error
        from difflib import get_close_matches

        folded = {one.casefold(): one for one in every}
        near = folded.get(name.casefold()) or next(
            (folded[one] for one in get_close_matches(name.casefold(), folded, n=1)), "")
        hint = f"Did you mean {near}?" if near else "For example Europe/Berlin, America/New_York or UTC."
        raise ConfigError(f"There is no time zone {name!r}.", hint=hint) from error


@dataclass(frozen=True, slots=True)
class Hours:
    """The quiet times of a place. Without ``stretches`` no time is quiet."""

    zone: tzinfo = UTC
    stretches: tuple[Stretch, ...] = ()

    @classmethod
    def of(cls, timezone: str, quiet: Sequence[str]) -> Hours:
        """Read both from words. Raises ConfigError for the zone, ValueError for a quiet time."""
        return cls(zone(timezone), tuple(stretch(words) for words in quiet))

    def quiet(self, at: datetime) -> bool:
        """True where the wall's clock says that it is quiet."""
        if not self.stretches:
            return False
        here = at.astimezone(self.zone)
        minute = here.hour * 60 + here.minute
        return any(one.covers(here.date(), minute) for one in self.stretches)

    def counted(self, start: datetime, end: datetime) -> timedelta:
        """How much of the time between two moments is not quiet; nothing where ``end`` is before ``start``."""
        if not self.stretches:
            return max(timedelta(0), end - start)
        total = timedelta(0)
        for low, high, quiet in self._parts(start):
            if low >= end:
                break
            total += timedelta(0) if quiet else min(high, end) - low
        return total

    def after(self, start: datetime, length: timedelta) -> datetime | None:
        """The moment by which ``length`` of time that is not quiet has passed; None where that is never.

        ``length`` zero or less gives ``start``.
        """
        if not self.stretches or length <= timedelta(0):
            return start.astimezone(UTC) + max(timedelta(0), length)
        left, awake = length, start
        for low, high, quiet in self._parts(start):
            if quiet:
                if low - awake > timedelta(days=HORIZON):
                    return None
                continue
            if left <= high - low:
                return low + left
            left -= high - low
            awake = high
        return None

    def working_days_after(self, at: datetime, days: int) -> datetime:
        """The same time of day so many working days later: those that are not quiet as a whole.

        Where no day of the week is quiet as a whole, Saturday and Sunday are free.
        """
        here = at.astimezone(self.zone)
        free = self.stretches
        if not any(one.on is None and one.whole(here.date() + timedelta(days=step))
                   for one in free for step in range(7)):
            free = (*free, Stretch(frozenset({5, 6}), 0, _DAY))
        day, left, walked = here.date(), days, 0
        while left > 0 and walked < HORIZON:
            day, walked = day + timedelta(days=1), walked + 1
            left -= not any(one.whole(day) for one in free)
        return datetime.combine(day, here.time(), self.zone).astimezone(UTC)

    def _parts(self, start: datetime) -> Iterator[tuple[datetime, datetime, bool]]:
        """The time from ``start`` on in parts that are quiet or not, each within one UTC day."""
        low = start.astimezone(UTC)
        try:
            while True:
                for high in _edges(self, low.date()):
                    if high > low:
                        yield low, high, self.quiet(low)
                        low = high
        except OverflowError:  # the end of the calendar
            return


@lru_cache(maxsize=2_048)
def _edges(hours: Hours, day: date) -> tuple[datetime, ...]:
    """The moments of a UTC day at which quiet may begin or end, and the day's own end, in order."""
    begin = datetime.combine(day, time(), UTC)
    end = begin + timedelta(days=1)
    minutes = {minute % _DAY for one in hours.stretches for minute in (one.start, one.end)} | {0}
    found = {end}
    local = begin.astimezone(hours.zone).date() - timedelta(days=1)
    for step in range(4):
        for minute in minutes:
            for fold in (0, 1):
                wall = datetime.combine(local + timedelta(days=step), time(minute // 60, minute % 60, fold=fold),
                                        hours.zone)
                found.add(wall.astimezone(UTC))
    found |= {change for part in range(4) for change in _changes(
        hours.zone, begin + timedelta(hours=6 * part), begin + timedelta(hours=6 * part + 6))}
    return tuple(sorted(moment for moment in found if begin < moment <= end))


def _changes(zone_: tzinfo, low: datetime, high: datetime) -> Iterator[datetime]:
    """Where the wall's clock is put forward or back between two moments, to the second; at most once."""
    before = low.astimezone(zone_).utcoffset()
    if before == high.astimezone(zone_).utcoffset():
        return
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if middle.astimezone(zone_).utcoffset() == before:
            low = middle
        else:
            high = middle
    yield high
