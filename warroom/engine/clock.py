"""The clocks: the system's, and a story's that runs faster."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The wall clock, in aware UTC."""

    def now(self) -> datetime:
        """The present, aware UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds; returns at once for zero or less."""
        if seconds > 0:
            await asyncio.sleep(seconds)


def patience(seconds: float, now: Callable[[], float] = time.monotonic) -> Callable[[], bool]:
    """Make what is true from so many seconds after the first time that it is asked."""
    end: list[float] = []

    def over() -> bool:
        present = now()
        if not end:
            end.append(present + seconds)
        return present >= end[0]

    return over


class StoryClock:
    """Story time: from ``start`` (aware UTC), told since ``wall``, ``speed`` story seconds a second.

    After ``duration`` the story is told and its clock goes on at everyday speed, so that people can go on working.
    Two consoles with the same four values agree on the time.
    """

    def __init__(self, start: datetime, *, wall: datetime, speed: float, duration: timedelta) -> None:
        if speed <= 0:
            raise ValueError("a story's speed must be above zero")
        self.start = start
        self.wall = wall
        self.speed = speed
        self.duration = duration

    def now(self) -> datetime:
        """The present of the story, aware UTC."""
        return self.start + self._told((datetime.now(UTC) - self.wall).total_seconds())

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds of the story; returns at once for zero or less."""
        if seconds <= 0:
            return
        elapsed = (datetime.now(UTC) - self.wall).total_seconds()
        left = self.duration.total_seconds() - self._told(elapsed).total_seconds()
        fast = min(seconds, max(0.0, left))
        await asyncio.sleep(fast / self.speed + (seconds - fast))

    def _told(self, elapsed: float) -> timedelta:
        whole = self.duration.total_seconds() / self.speed
        return timedelta(seconds=min(elapsed, whole) * self.speed + max(0.0, elapsed - whole))
