"""The gauge: what a window of scored posts says about the mood, with its sample and its error."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final, TypeAlias

from warroom.domain.estimate import Drawn, Predictions, Share, estimate, level
from warroom.domain.model import Label, Platform, Score, Sentiment

#: What the model says of a window: for each mood, for each stratum (platform), the levels of its posts.
Said: TypeAlias = Mapping[Sentiment, Mapping[str, Predictions]]
_LABELS: Final = {mood: Label(mood.value) for mood in Sentiment}


@dataclass(frozen=True, slots=True)
class Draw:
    """A post that a spot check drew: what a person says of it, what the model said (None: nothing), its stratum."""

    label: Label
    score: Score | None
    stratum: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The shares of the moods among the posts about us, as people and the model together say.

    ``labels`` are the draws about us, ``irrelevant`` those that were not.
    """

    negative: Share
    neutral: Share
    positive: Share
    labels: int
    irrelevant: int = 0


def check(said: Said, draws: Iterable[Draw]) -> Checked | None:
    """Estimate the three shares; None where no draw is about us. They sum to one, each inside its interval.

    ``said`` counts every post of the window, ``draws`` are a random sample of it without replacement.
    """
    sample = list(draws)
    shares = []
    for mood in Sentiment:
        answers = [
            Drawn(None if draw.label is Label.IRRELEVANT else draw.label is _LABELS[mood],
                  None if draw.score is None else level(probability(draw.score, mood)), draw.stratum)
            for draw in sample
        ]
        share = estimate(said[mood], answers)
        if share is None:
            return None
        shares.append(share)
    total = sum(share.share for share in shares)
    negative, neutral, positive = (
        replace(share, share=min(share.high, max(share.low, share.share / total))) if total else share
        for share in shares
    )
    return Checked(negative, neutral, positive, negative.labels, len(sample) - negative.labels)


def probability(score: Score, mood: Sentiment) -> float:
    """The model's probability (0..1) of a mood."""
    match mood:
        case Sentiment.NEGATIVE:
            return score.negative
        case Sentiment.NEUTRAL:
            return score.neutral
        case Sentiment.POSITIVE:
            return score.positive


def say(scores: Sequence[Score | None], stratum: str = "") -> Said:
    """Count what the model says of posts; None for one without a score."""
    return {
        mood: {stratum: Predictions.of(None if one is None else probability(one, mood) for one in scores)}
        for mood in Sentiment
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the gauge shows.

    ``net`` is the mean valence (-1..1) and ``negative`` the share (0..1) of negative posts among ``n`` scored ones of
    the window, as the model counts and people mended, None where nothing is scored. That is not the truth: only
    ``checked`` has an error that is known. ``unscored`` posts of the window wait or cannot be read.
    ``checked`` is what a spot check makes of it, ``age`` the time since its latest label, in whole minutes.
    ``volume`` and ``trend`` are posts and net sentiment of equal buckets, oldest first. ``per_hour`` is the rate over
    ``heard``, the part of the window in which anybody listened: all of it, but in the first hour of a room.
    """

    window: timedelta
    n: int = 0
    unscored: int = 0
    net: float | None = None
    negative: float | None = None
    volume: tuple[int, ...] = ()
    trend: tuple[float | None, ...] = ()
    by_platform: Mapping[Platform, float] = field(default_factory=dict)
    per_hour: float = 0.0
    heard: timedelta | None = None
    checked: Checked | None = None
    age: timedelta = timedelta(0)


def wilson(successes: int, n: int, *, z: float = 1.96) -> tuple[float, float]:
    """The centre and half width of the Wilson score interval of a share. Source: Wilson 1927. Needs n > 0."""
    share = successes / n
    scale = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / scale
    half = z / scale * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return centre, half
