"""The gauge: what a window of scored posts says about the mood, with its sample and its error."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from warroom.domain.model import Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the gauge shows.

    ``net`` is the mean valence (-1..1) and ``negative`` the share (0..1) of negative posts among ``n`` scored ones of
    the window, None where nothing is scored; ``margin`` is half the 95 % interval of ``negative`` (Wilson), from
    sampling alone: the model's own error is not in it. ``unscored`` posts of the window wait or cannot be read.
    ``volume`` and ``trend`` are posts and net sentiment of equal buckets, oldest first.
    """

    window: timedelta
    n: int = 0
    unscored: int = 0
    net: float | None = None
    negative: float | None = None
    margin: float | None = None
    volume: tuple[int, ...] = ()
    trend: tuple[float | None, ...] = ()
    by_platform: Mapping[Platform, float] = field(default_factory=dict)
    per_hour: float = 0.0


def wilson(successes: int, n: int, *, z: float = 1.96) -> tuple[float, float]:
    """The centre and half width of the Wilson score interval of a share. Source: Wilson 1927. Needs n > 0."""
    share = successes / n
    scale = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / scale
    half = z / scale * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return centre, half
