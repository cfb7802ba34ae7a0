"""How the parts of the room are doing, as the status strip and the log tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from warroom.domain.model import Platform


class SourceState(StrEnum):
    """What a source is doing now."""

    STARTING = "starting"
    BACKFILL = "backfill"
    LIVE = "live"
    RECONNECTING = "reconnecting"
    FAILED = "failed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """A source's health. ``rate`` is posts a second over the last ten; ``lag`` the age (s) of the newest on arrival.

    ``reason`` and ``hint`` say what went wrong and what to do, in words; ``attempt`` counts tries since it was
    last live and ``next_try`` (s) is how long the present wait is.
    """

    name: str
    platforms: frozenset[Platform]
    state: SourceState
    since: datetime
    reason: str = ""
    hint: str = ""
    rate: float = 0.0
    lag: float = 0.0
    received: int = 0
    attempt: int = 0
    next_try: float = 0.0


class ScorerState(StrEnum):
    """What the scoring process is doing now."""

    OFF = "off"
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """The counts of the status strip. ``scored_rate`` is texts a second; ``dropped`` counts screen and bus drops."""

    scorer: ScorerState = ScorerState.OFF
    scorer_reason: str = ""
    scored_rate: float = 0.0
    waiting: int = 0
    dropped: int = 0
    stored: int = 0
    store_problem: str = ""
