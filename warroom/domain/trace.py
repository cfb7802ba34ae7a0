"""What is left of a stored post when it is counted for a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warroom.domain.model import Platform


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What is left of a stored post for its counting: ``written`` is seconds since 1970, ``negative`` None unscored."""

    id: int
    platform: Platform
    written: float
    text: str
    hashtags: Sequence[str] = ()
    links: Sequence[str] = ()
    negative: bool | None = None
    valence: float = 0.0
