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
class Budget:
    """What a platform still lets us do: ``left`` of ``limit`` calls until ``resets_at`` (aware UTC, None: not told)."""

    platform: Platform
    left: int
    limit: int
    resets_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """A source's health. ``rate`` is posts a second over the last ten; ``lag`` the age (s) of the newest on arrival.

    ``reason`` and ``hint`` say what went wrong and what to do, in words; ``attempt`` counts tries since it was
    last live and ``next_try`` (s) is how long the present wait is; where only the log tells of a source, nobody counts
    them, and ``away`` says that it has been gone for long. ``budget`` is what the platform said last.
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
    away: bool = False
    budget: Budget | None = None


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


class CheckState(StrEnum):
    """How one check of ``warroom doctor`` came out."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of ``warroom doctor``: what was looked at, how it is in words, and what to do about it."""

    name: str
    state: CheckState
    words: str
    hint: str = ""
