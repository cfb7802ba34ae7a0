"""Noticing that the computer slept: connections may be dead without a word, and posts were missed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

#: Seconds by which the wall clock must run ahead of the steady one, and seconds without a look that are a stop.
LEAST: Final = 15.0
STOPPED: Final = 60.0


class Doze:
    """Compares two clocks: on most systems the steady one stands still while the computer sleeps, the wall's does not.

    A process that was stopped for a while, or a system whose steady clock goes on, shows as a long time between looks.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._steady = steady
        self._last = wall(), steady()

    def look(self) -> float:
        """Seconds that were slept since the last look, 0.0 where it was awake; to be called about twice a second.

        A wall clock that was set forward looks the same, and connecting anew then does no harm.
        """
        before, self._last = self._last, (self._wall(), self._steady())
        passed, ran = self._last[0] - before[0], self._last[1] - before[1]
        if passed - ran >= LEAST:
            return passed
        return ran if ran >= STOPPED else 0.0
