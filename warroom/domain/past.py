"""A past for a rehearsal: ordinary days that never were, so that a drill's room knows what is usual when it begins.

Deterministic: the same past for the same numbers and seed, on every machine.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from warroom.domain.alarm import EVERYWHERE, Scope
from warroom.domain.history import asked
from warroom.domain.model import Platform
from warroom.domain.sentry import Sentry
from warroom.domain.tally import HOUR, STEP, Moods, Sealed

_HOURS: Final = 24
_DAY: Final = 86_400.0
#: Ordinary hours differ by more than chance alone: standard deviation of the logarithm of their level.
_RESTLESS: Final = 0.12
#: Above this mean a normal draw stands in for one by one.
_MANY: Final = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """``days`` of ordinary posts before ``until`` (aware), with ``per_hour`` for each hour of the day (UTC).

    ``platforms`` are the shares (their sum is 1) of the platforms, ``terms`` the shares of posts that hold each term.
    ``negative`` and ``net`` are the mood, None where it is not known.
    """

    until: datetime
    days: int
    per_hour: tuple[float, ...]
    platforms: Mapping[Platform, float]
    terms: Mapping[str, float] = field(default_factory=dict)
    negative: float | None = None
    net: float = 0.0
    seed: str = ""


def live_through(past: Past, sentry: Sentry) -> Iterator[None]:
    """Teach ``sentry`` the past, a bin at a time: the caller may rest between two."""
    dice = random.Random(past.seed)  # noqa: S311 - a drill must repeat, not hide
    end = int(past.until.timestamp() // STEP)
    mood, hour = 1.0, dict[Scope, Moods]()
    for number in range(end - int(past.days * _DAY / STEP), end):
        began = number * STEP
        if began % 3600 == 0:
            mood = math.exp(dice.gauss(0.0, _RESTLESS))
        level = at_hour(past.per_hour, (began + STEP / 2) % _DAY / 3600)
        counts = _counts(past, level * mood * STEP / 3600, dice)
        sentry.judge(Sealed(began, counts))
        if past.negative is not None:
            for scope, series in sentry.series.items():
                moods = Moods(counts.get(scope, 0), _thinned(counts.get(scope, 0), past.negative, dice),
                              counts.get(scope, 0) * past.net)
                series.feel(moods)
                if series.shift is not None:
                    hour.setdefault(scope, Moods()).add(moods)
        if number % HOUR == HOUR - 1:
            sentry.learn_moods({scope: asked(moods) for scope, moods in hour.items()}, began + STEP)
            hour = {}
        yield


def at_hour(per_hour: Sequence[float], hour: float) -> float:
    """The level at an hour of the day (15.5 is half past three); a number stands at the middle of its hour."""
    low = math.floor(hour - 0.5)
    first, second = (per_hour[at % _HOURS] for at in (low, low + 1))
    return first + (hour - 0.5 - low) * (second - first)


def _counts(past: Past, mean: float, dice: random.Random) -> dict[Scope, int]:
    counts: dict[Scope, int] = {EVERYWHERE: 0}
    for platform, share in past.platforms.items():
        here = _poisson(mean * share, dice)
        counts[EVERYWHERE] += here
        counts[Scope(platform)] = here
        for term, held in past.terms.items():
            some = _thinned(here, held, dice)
            counts[Scope(platform, term)] = some
            counts[Scope(None, term)] = counts.get(Scope(None, term), 0) + some
    return counts


def _poisson(mean: float, dice: random.Random) -> int:
    if mean > _MANY:
        return max(0, round(dice.gauss(mean, math.sqrt(mean))))
    number, product, floor = 0, dice.random(), math.exp(-mean)
    while product > floor:
        number += 1
        product *= dice.random()
    return number


def _thinned(count: int, share: float, dice: random.Random) -> int:
    if share >= 1.0:
        return count
    if count > _MANY:
        drawn = dice.gauss(count * share, math.sqrt(count * share * (1 - share)))
        return min(count, max(0, round(drawn)))
    return sum(dice.random() < share for _ in range(count))
