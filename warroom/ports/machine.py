"""What a room asks of the machine it runs on: the time, and a model that scores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored


class Clock(Protocol):
    """Time as a parameter. In a drill ``now`` is story time; sleeps are in seconds of that same time."""

    def now(self) -> datetime:
        """The present, aware UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds of this clock's time; returns at once for zero or less."""
        ...


class Scorer(Protocol):
    """Texts in, scores out, in the same order."""

    @property
    def state(self) -> ScorerState:
        """What the scorer is doing now."""
        ...

    @property
    def reason(self) -> str:
        """Why it is in that state, in words; "" where there is nothing to say."""
        ...

    async def start(self) -> None:
        """Load the model and return when it is ready. Raises ScoringError where it cannot be loaded."""
        ...

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        """Score texts; one that the model cannot take comes back Unscored and does not harm the others.

        Raises ScoringError only where the model is gone for good.
        """
        ...

    async def close(self) -> None:
        """End the scorer; safe to call twice."""
        ...
