"""What the room shows of what is usual: now, and bin by bin."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final

#: Nine of ten ordinary hours lie within so many standard deviations (normal distribution).
_NINE_OF_TEN: Final = 1.645


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What is usual at this time of day, in one scope.

    ``volume`` is posts an hour, ``spread`` the standard deviation of the logarithm of ordinary hours over their usual.
    ``negative`` (0..1) is the usual share of negative posts among scored ones and ``net`` their usual mean valence
    (-1..1), None before enough posts were scored. ``hours`` is how long was learned; below 24 no alarm is raised.
    """

    volume: float
    negative: float | None = None
    net: float | None = None
    spread: float = 0.0
    hours: float = 0.0

    @property
    def low(self) -> float:
        """Posts an hour that nine of ten ordinary hours lie above or near: the lower end of their interval."""
        return self.volume * math.exp(-_NINE_OF_TEN * self.spread)

    @property
    def high(self) -> float:
        """The upper end of the interval of nine of ten ordinary hours, posts an hour."""
        return self.volume * math.exp(_NINE_OF_TEN * self.spread)


@dataclass(frozen=True, slots=True)
class Heard:
    """One finished bin: when it began (aware UTC), its posts (None: the feed was down), and its usual number."""

    at: datetime
    count: float | None
    usual: float | None
