"""The two tiers of the alarm: red for a burst that is out of all proportion, amber for a slow ramp.

Pure and online: a bin is pushed when it is over, nothing looks ahead, memory is constant. The design and its numbers
come from our study on five of Numenta's realTweets series (docs/alarm.md); nothing here claims a probability.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from warroom.domain.normal import DAY, Normal, number, numbers
from warroom.domain.ramp import Hours, Ramp
from warroom.domain.wire import Json

#: Lengths (s) of the two windows whose level is held against the usual: the burst, and the hour.
WINDOWS: Final = (600.0, 3600.0)
#: Posts that are added to both sides of a ratio of one bin, so that three posts for one are no crisis; and to both
#: sides of the ratio to the hours before, which says more of quiet series.
_PRIOR: Final = 8.0
_RISE_PRIOR: Final = 4.0
_DOUBLE: Final = math.log(2)
#: A count above this is none: nobody counts so far, and its square must be a number.
_MOST: Final = 1e15
#: A bin that follows so long (s, and bins) after the one before it may be a clock's mistake: the next one tells.
_LEAP: Final = DAY
_LEAP_BINS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the two tiers go by; the defaults are those that were measured (docs/alarm.md).

    Above ``red`` the score is alarming; then red is quiet for ``quiet`` seconds, unless the level that it reached
    within the hour doubles. ``amber`` is the CUSUM's limit in standard deviations of five-minute bins and ``rise`` that
    of the hour against the hours before it, in the units of ``red``; then amber is quiet for ``amber_quiet`` seconds,
    as it is for ``after_red`` seconds after red. ``burst`` is the shorter window in seconds; the longer one is an hour.
    """

    red: float = 2.25
    amber: float = 20.0
    rise: float = 1.85
    burst: float = WINDOWS[0]
    quiet: float = DAY
    amber_quiet: float = DAY / 3
    after_red: float = DAY / 2


MEASURED: Final = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one bin says. ``usual`` is the count of a usual bin, None for the very first.

    ``score`` is red's: 0 is a usual hour, 1 one of the worst tenth of the last two weeks', and 2.25 is alarming.
    ``ratio`` is the last hour's level over its usual, ``louder`` how many of the ``worst`` remembered hours it beats;
    ``burst`` and ``burst_louder`` say the same of the shorter window. ``warm`` is False while too little is known to
    judge. ``red`` and ``amber`` are True in the bin in which that tier raises an alarm.
    """

    at: datetime
    value: float
    usual: float | None
    score: float
    red: bool
    amber: bool
    ratio: float
    louder: int
    worst: int
    burst: float
    burst_louder: int
    warm: bool

    def sentence(self) -> str:
        """Say in words what was seen, for a person: no probability, only what was counted."""
        tier = "red" if self.red else "amber" if self.amber else "no alarm"
        heard = f"{self.ratio:.1f}x the usual for {self.at:%A %H:%M}"
        if self.red:
            return f"{tier}: {heard} in the last hour, louder than {self.louder} of the {self.worst} worst hours known."
        return f"{tier}: {heard} in the last hour, and rising above its level of the hours before."


class Detector:
    """A series' two alarms. ``push`` each finished bin in order of time; a bin that the feed missed is not pushed.

    ``step`` is the length of a bin in seconds. A push costs the same however long the series is.
    """

    def __init__(self, step: float, limits: Limits = MEASURED) -> None:
        self.normal = Normal(step)
        self.limits = limits
        self._windows = (limits.burst, WINDOWS[1])
        self._sizes = tuple(max(1, round(window / step)) for window in self._windows)
        self._last: deque[tuple[float, float, float]] = deque(maxlen=self._sizes[-1])
        self._hours = (Hours(), Hours())
        self._rises = Hours()
        self._loudest: list[float] = []
        self._hour: int | None = None
        self._ramp = Ramp(step, limits.amber)
        self._began: float | None = None
        self._red_at: float | None = None
        self._red_level = 0.0
        self._amber_at: float | None = None
        self._leapt: float | None = None

    @property
    def step(self) -> float:
        """Seconds of a bin."""
        return self.normal.step

    def push(self, at: datetime, value: float, *, teach: bool = True) -> Finding:
        """Judge the bin that began at ``at`` (aware, or naive in one zone) by what came before it, then learn from it.

        Without ``teach`` the usual stays as it is: a crisis that is known as one does not become normal.
        Raises ValueError for a count that is negative or no number, and for a bin that is not after the last one.
        Where the last one was alone in leaping ahead by more than a day (twelve bins, where those are more), its clock
        was wrong, and time goes on from before it.
        """
        if not 0 <= value <= _MOST:  # nor is NaN
            raise ValueError(f"{value!r} is no count")
        self._follow(at.timestamp())
        known = self.normal.usual(at)
        usual = value if known is None else known
        now = at.timestamp()
        self._began = now if self._began is None else self._began
        ratios = self._ratios(now, value, usual)
        score = sum(hours.score(ratio) for hours, ratio in zip(self._hours, ratios, strict=True)) / len(ratios)
        rise = self._rise()
        risen = self._rises.score(rise) > self.limits.rise
        louder, worst = self._hours[-1].louder(ratios[-1])
        burst_louder, _ = self._hours[0].louder(ratios[0])
        self._remember(int(now // 3600), [*ratios, rise])
        red = score > self.limits.red and self._may_be_red(now, ratios[-1])
        amber = (self._ramp.push(value, usual) or risen) and self._may_be_amber(now)
        if teach:
            self.normal.learn(at, value, known)
        return Finding(at=at, value=value, usual=known, score=score, red=red, amber=amber,
                       ratio=math.exp(ratios[-1]), louder=louder, worst=worst, burst=math.exp(ratios[0]),
                       burst_louder=burst_louder, warm=not self._warming(now))

    def _follow(self, now: float) -> None:
        """Let a bin follow the last one. Raises ValueError where it does not."""
        last, leap = self._last[-1][0] if self._last else now - self.step, max(_LEAP, _LEAP_BINS * self.step)
        if now <= last:
            if self._leapt is None or not self._leapt < now <= self._leapt + leap:
                raise ValueError("it is not after the bin before it")
            self._last.clear()
        self._leapt = last if now - last > leap else None

    def _ratios(self, now: float, value: float, usual: float) -> list[float]:
        """The log ratios of the level of both windows to the usual one; a gap leaves the windows shorter."""
        last = self._last
        while last and now - last[0][0] >= max(WINDOWS[-1], self.step / 2):
            last.popleft()
        last.append((now, value, usual))
        times, counts, usuals = zip(*last, strict=True)
        ratios = []
        for window, size in zip(self._windows, self._sizes, strict=True):
            rows, reach = min(size, len(times)), max(window, self.step / 2)
            while now - times[-rows] >= reach:
                rows -= 1
            prior = _PRIOR / math.sqrt(size)
            ratios.append(math.log((sum(counts[-rows:]) / rows + prior) / (sum(usuals[-rows:]) / rows + prior)))
        return ratios

    def _rise(self) -> float:
        """The log ratio of the last hour to the hours before it, as the time of day lets expect them to go on."""
        _, counts, usuals = zip(*self._last, strict=True)
        prior = _RISE_PRIOR / math.sqrt(self._sizes[-1])
        level = self._ramp.level
        return math.log((sum(counts) / len(counts) + prior) / (level * sum(usuals) / len(usuals) + prior))

    def _remember(self, hour: int, ratios: Sequence[float]) -> None:
        if hour == self._hour:
            self._loudest = [max(pair) for pair in zip(self._loudest, ratios, strict=True)]
            return
        if self._hour is not None:
            for hours, loudest in zip((*self._hours, self._rises), self._loudest, strict=True):
                hours.add(loudest)
        self._hour, self._loudest = hour, list(ratios)

    def _may_be_red(self, now: float, level: float) -> bool:
        if self._warming(now):
            return False
        if self._red_at is not None and 0 <= now - self._red_at <= self.limits.quiet:
            if now - self._red_at <= WINDOWS[-1]:  # the burst is still filling the hour by which it is measured
                self._red_level = max(self._red_level, level)
            if level <= self._red_level + _DOUBLE:
                return False
        self._red_at, self._red_level = now, level
        return True

    def _may_be_amber(self, now: float) -> bool:
        self._ramp.total = 0.0
        quiet = self._amber_at is not None and 0 <= now - self._amber_at <= self.limits.amber_quiet
        known = self._red_at is not None and 0 <= now - self._red_at <= self.limits.after_red
        if self._warming(now) or quiet or known:
            return False
        self._amber_at = now
        return True

    def _warming(self, now: float) -> bool:
        return self._began is not None and now - self._began <= DAY

    def state(self) -> dict[str, Json]:
        """All that the next push depends on, as JSON of constant size."""
        ramp = self._ramp
        return {
            "normal": self.normal.state(),
            "last": [list(row) for row in self._last],
            "hours": [list(hours.recent) for hours in (*self._hours, self._rises)],
            "hour": self._hour, "loudest": list(self._loudest),
            "ramp": [ramp.said, ramp.due, ramp.centre, ramp.spread, ramp.total, ramp.pushed],
            "late": [list(pair) for pair in ramp.late],
            "began": self._began, "red_at": self._red_at, "red_level": self._red_level, "amber_at": self._amber_at,
            "leapt": self._leapt,
        }

    @classmethod
    def of(cls, state: Mapping[str, Json], limits: Limits = MEASURED) -> Detector:
        """Go on from a state exactly. Raises ValueError where it is none."""
        try:
            return cls._read(state, limits)
        except (TypeError, KeyError, IndexError) as error:
            raise ValueError(f"this is no state of a detector ({error})") from error

    @classmethod
    def _read(cls, state: Mapping[str, Json], limits: Limits) -> Detector:
        inner, hour = state["normal"], number(state, "hour")
        if not isinstance(inner, Mapping):
            raise ValueError("normal is no object")
        normal = Normal.of(inner)
        made = cls(normal.step, limits)
        made.normal = normal
        made._last.extend((now, said, due) for now, said, due in _rows(state, "last", 3))
        for hours, row in zip((*made._hours, made._rises), _rows(state, "hours", None), strict=True):
            for loudest in row:
                hours.add(loudest)
        made._hour = None if hour is None else int(hour)
        made._loudest = _floats(state, "loudest")
        ramp = made._ramp
        ramp.said, ramp.due, ramp.centre, ramp.spread, ramp.total, pushed = _floats(state, "ramp")
        ramp.pushed = int(pushed)
        ramp.late.extend((said, due) for said, due in _rows(state, "late", 2))
        made._began, made._red_at = number(state, "began"), number(state, "red_at")
        made._leapt = number(state, "leapt")
        made._red_level, made._amber_at = number(state, "red_level") or 0.0, number(state, "amber_at")
        return made


def _floats(state: Mapping[str, Json], name: str) -> list[float]:
    values = numbers(state, name)
    if any(value is None for value in values):
        raise ValueError(f"{name} holds a null")
    return [value for value in values if value is not None]


def _rows(state: Mapping[str, Json], name: str, width: int | None) -> list[list[float]]:
    rows = state[name]
    if isinstance(rows, str) or not isinstance(rows, Sequence):
        raise ValueError(f"{name} is no list")
    read = [_floats({name: row}, name) for row in rows]
    if width is not None and any(len(row) != width for row in read):
        raise ValueError(f"{name} has rows of another width")
    return read
