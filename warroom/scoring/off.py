"""No scorer: what stands in the scorer's place where ``scoring.enabled`` is false. Posts stay unscored and say so."""

from __future__ import annotations

from collections.abc import Sequence

from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored


class NoScorer:
    """Scores nothing; fits ``ports.Scorer``."""

    state = ScorerState.OFF
    reason = "scoring is switched off in the settings"

    async def start(self) -> None:
        """Nothing to load."""

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        """Say of every text that nobody scores."""
        return [Unscored(self.reason) for _ in texts]

    async def close(self) -> None:
        """Nothing to end."""
