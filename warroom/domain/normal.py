"""What is normal: the usual level of a count by the time of day, learned online and in constant memory.

Pure and deterministic: no clock, no I/O. The state is plain JSON, and what goes on from a stored state goes on exactly.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from warroom.domain.wire import Json

DAY: Final = 86_400.0
#: Half-hours of a day, each with an average of its own; their memory, and the half life of the day's level.
SLOTS: Final = 48
MEMORY_DAYS: Final = 14
_DAY_HALF_LIFE: Final = 2.0
#: The usual level is ``slot ** SHARE * day ** (1 - SHARE)``: the shape of the day, on the level of these days.
_SHARE: Final = 0.7
#: What lies further above the usual than so many standard deviations teaches no more than that.
_CLIP: Final = 4.0


@dataclass(slots=True)
class Normal:
    """The usual count of a bin of ``step`` seconds: 48 clipped exponential averages, mixed with the day's level.

    A slot remembers about 14 days; the day's level has a half life of two. A value far above the usual is clipped
    before it teaches, so that a crisis does not become normal within itself. Means of the first values stand in for
    exponential ones until there are enough. Parameters: our study on Numenta's realTweets (docs/alarm.md).
    """

    step: float
    slots: list[float | None] = field(default_factory=lambda: [None] * SLOTS)
    seen: list[int] = field(default_factory=lambda: [0] * SLOTS)
    day: float | None = None
    variance: float | None = None
    pushed: int = 0

    def usual(self, at: datetime) -> float | None:
        """The usual count of a bin at this time of day; None before anything was learned."""
        if self.day is None:
            return None
        slot = self.slots[_slot(at)]
        if slot is None:
            return self.day
        return math.pow(max(slot, 1e-9), _SHARE) * math.pow(max(self.day, 1e-9), 1 - _SHARE)

    def learn(self, at: datetime, value: float, known: float | None) -> None:
        """Let the count of a bin teach what is usual; never call it for a bin in which the feed was down.

        ``known`` is what :meth:`usual` says of that time.
        """
        usual = value if known is None else known
        variance = value + 1 if self.variance is None else self.variance
        taught = min(value, usual + _CLIP * math.sqrt(max(variance, usual, 1.0)))
        self.variance = variance + self._rate(_DAY_HALF_LIFE) * ((taught - usual) ** 2 - variance)
        at_slot = _slot(at)
        self.seen[at_slot] += 1
        slot = self.slots[at_slot]
        pace = max(SLOTS * self.step / (MEMORY_DAYS * DAY), 1 / self.seen[at_slot])
        self.slots[at_slot] = taught if slot is None else slot + min(pace, 1.0) * (taught - slot)
        self.pushed += 1
        pace = max(1 - 0.5 ** (self.step / (_DAY_HALF_LIFE * DAY)), 1 / self.pushed)
        self.day = taught if self.day is None else self.day + pace * (taught - self.day)

    def _rate(self, days: float) -> float:
        return min(1.0, self.step / (days * DAY))

    def state(self) -> dict[str, Json]:
        """All that was learned, as JSON."""
        return {"step": self.step, "slots": list(self.slots), "seen": list(self.seen), "day": self.day,
                "variance": self.variance, "pushed": self.pushed}

    @classmethod
    def of(cls, state: Mapping[str, Json]) -> Normal:
        """Go on from a state. Raises ValueError where it is none."""
        slots, seen = numbers(state, "slots"), numbers(state, "seen")
        if len(slots) != SLOTS or len(seen) != SLOTS:
            raise ValueError(f"a day has {SLOTS} slots")
        step = number(state, "step")
        if step is None or step <= 0:
            raise ValueError("step must be above zero")
        return cls(step=step, slots=slots, seen=[int(count or 0) for count in seen], day=number(state, "day"),
                   variance=number(state, "variance"), pushed=int(number(state, "pushed") or 0))


def number(state: Mapping[str, Json], name: str) -> float | None:
    """Read a number of a state. Raises ValueError for anything else but null."""
    value = state.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{name} is no number")
    return float(value)


def numbers(state: Mapping[str, Json], name: str) -> list[float | None]:
    """Read a list of numbers and nulls of a state. Raises ValueError for anything else."""
    values = state.get(name)
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"{name} is no list")
    return [number({name: value}, name) for value in values]


def _slot(at: datetime) -> int:
    seconds = at.hour * 3600 + at.minute * 60 + at.second
    return int(seconds * SLOTS // DAY)
