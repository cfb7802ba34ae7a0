"""What the two tiers of the alarm remember: the worst hours of two weeks, and a slow ramp as it adds up.

Pure and of constant size; how both are used stands in ``detection``.
"""

from __future__ import annotations

import bisect
import math
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from warroom.domain.normal import DAY, MEMORY_DAYS

HOUR: Final = 3600.0
#: Hours whose loudest moment is remembered; before so many of them nothing is said.
_HOURS: Final = MEMORY_DAYS * 24
_TAUGHT: Final = 24
_WORST: Final = 0.9
#: The least distance between the median and the worst hours that counts as one: quiet series are not nervous.
_FLOOR: Final = 0.2
#: The CUSUM's drift in standard deviations of five-minute bins, and the residual's clip.
_DRIFT: Final = 1.0
_CLIP: Final = 6.0
_LEVEL_HALF_LIFE: Final = 3 * HOUR
_SPREAD_HALF_LIFE: Final = 4 * DAY
_ANSCOMBE: Final = 3 / 8


@dataclass(slots=True)
class Hours:
    """The loudest ratio of each of the last hours, in order of time and in order of size."""

    recent: deque[float] = field(default_factory=lambda: deque(maxlen=_HOURS))
    ordered: list[float] = field(default_factory=list)

    def add(self, loudest: float) -> None:
        """Remember the loudest moment of an hour."""
        if len(self.recent) == _HOURS:
            del self.ordered[bisect.bisect_left(self.ordered, self.recent[0])]
        self.recent.append(loudest)
        bisect.insort(self.ordered, loudest)

    def score(self, ratio: float) -> float:
        """How far a moment is from a usual hour: 0 is the median hour, 1 one of the worst tenth."""
        if len(self.ordered) < _TAUGHT:
            return 0.0
        median = self.ordered[len(self.ordered) // 2]
        return (ratio - median) / max(self.ordered[self._edge()] - median, _FLOOR)

    def louder(self, ratio: float) -> tuple[int, int]:
        """Of the worst tenth of hours: how many ``ratio`` beats, and how many there are."""
        edge = self._edge()
        return max(0, bisect.bisect_left(self.ordered, ratio) - edge), len(self.ordered) - edge

    def _edge(self) -> int:
        return max(0, min(len(self.ordered) - 1, int(_WORST * len(self.ordered))))


@dataclass(slots=True)
class Ramp:
    """A one-sided CUSUM (Page 1954) on the residual of square roots (Anscombe 1948), standardised by its own spread.

    The residual is against the usual times the level of the last hours, an hour late: a slow day is no excuse.
    """

    step: float
    limit: float
    said: float = 1.0
    due: float = 1.0
    centre: float = 0.0
    spread: float = 1.0
    total: float = 0.0
    pushed: int = 0
    late: deque[tuple[float, float]] = field(default_factory=deque)

    @property
    def level(self) -> float:
        """How many times as loud as usual the last hours were, the very last one left out."""
        return min(4.0, max(0.25, (self.said + 1) / (self.due + 1)))

    def push(self, value: float, usual: float) -> bool:
        """Add a bin; True where it adds up to an alarm."""
        residual = 2 * (math.sqrt(value + _ANSCOMBE) - math.sqrt(usual * self.level + _ANSCOMBE)) - self.centre
        spread = math.sqrt(max(self.spread, 1e-3))
        clipped = max(-_CLIP * spread, min(_CLIP * spread, residual))
        self.total = max(0.0, self.total + clipped / spread - _DRIFT)
        self.late.append((min(value, 8 * usual + 4), usual))
        if len(self.late) > HOUR / self.step:
            said, due = self.late.popleft()
            pace = 1 - 0.5 ** (self.step / _LEVEL_HALF_LIFE)
            self.said += pace * (said - self.said)
            self.due += pace * (due - self.due)
        self.pushed += 1
        pace = max(1 - 0.5 ** (self.step / _SPREAD_HALF_LIFE), 1 / (self.pushed + 1))
        self.centre += pace * clipped
        self.spread += pace * (clipped * clipped - self.spread)
        # Longer bins hold more in each: the limit is of five-minute bins.
        return self.total > max(5.0, self.limit * min(1.0, math.sqrt(300 / self.step)))
