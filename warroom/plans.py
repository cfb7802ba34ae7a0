"""What a room is opened for. Light: a command says it before anything that opens a room is imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Live:
    """The room of the real platforms, on its latest open incident (or the standing watch)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attach:
    """An incident that is in the store, as it is: to look at it, or beside the console that runs it."""

    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A scenario in a room of its own. ``speed`` is story seconds a second, ``rate`` posts a second for load."""

    scenario: str
    speed: float = 1.0
    rate: float | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A drill that was broken off, from where its posts end."""

    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Recorded posts in a room of their own."""

    path: Path
    speed: float = 1.0


Plan: TypeAlias = Live | Drill | Resume | Replay | Attach
