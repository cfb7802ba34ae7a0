"""Settings in, a scorer out: which models, in how many processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warroom.ports import Scorer
    from warroom.scoring.client import FlairScorer
    from warroom.settings import Settings


def flair_scorer(settings: Settings, workers: int = 0) -> FlairScorer:
    """The scorer of the settings, not started; ``workers`` is what the command line says, 0 where it says nothing."""
    from warroom.scoring.client import FlairScorer

    said = settings.scoring
    return FlairScorer(said.main, models=said.others, labels=said.labels, any_language=said.any_language,
                       workers=workers or said.workers)


def scorer_of(settings: Settings) -> Scorer:
    """The scorer of a room: Flair, or one that says of every post that scoring is switched off."""
    from warroom.scoring.off import NoScorer

    return flair_scorer(settings) if settings.scoring.enabled else NoScorer()
