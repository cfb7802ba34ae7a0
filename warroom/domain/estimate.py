"""The share of a class in a window of posts, from what the model says of all of them and people of a few.

Prediction-powered inference (Angelopoulos et al. 2023, Science 382, 669): the mean of the human labels, plus the
model's shift between all posts and the checked ones. The weight of that shift is power-tuned (PPI++, Angelopoulos,
Duchi and Zrnic 2023), which in a finite window is the regression estimator of survey sampling (Cochran 1977, ch. 7).
docs/gauge.md has the formulae, what was measured, and the limits.

The labels must be a random sample of the window without replacement. What the model says is kept as counts of a few
levels, so that a window of any size costs the same.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

#: Levels are steps of log-odds; a finer step makes the estimate no better (docs/gauge.md).
_STEP: Final = 0.5
_MOST: Final = 6.0
_ODDS: Final = tuple(_STEP * at - _MOST for at in range(int(2 * _MOST / _STEP) + 1))
LEVELS: Final = len(_ODDS)
_EDGES: Final = tuple(1 / (1 + math.exp(-(odds + _STEP / 2))) for odds in _ODDS[:-1])
#: With fewer labels than this of either answer the interval is the exact one of the labels alone.
EXACT_BELOW: Final = 8
#: Labels of each stratum below which it is not looked at by itself.
STRATUM: Final = 15
# Weights, in labels, of what is believed before any label: that the model's probabilities are about right (the slope),
# and that it knows nothing (the spread of its errors). Few labels must not talk the interval small.
_SLOPE_FIRST: Final = (5.0, 0.8)
_SLOPE: Final = (20.0, 1.0)
_SPREAD: Final = 4.0
_MOST_GAIN: Final = 4.0
_Z: Final = 1.959964
# What a model like ours leaves of the error of the labels alone.
_GUESS: Final = 0.8
_TAIL: Final = 0.025


def level(probability: float) -> int:
    """Give the level (0 to ``LEVELS`` - 1) of a probability."""
    return bisect_right(_EDGES, probability)


@dataclass(slots=True)
class Predictions:
    """What the model says of posts about one class: how many have each level, and how many it did not score."""

    levels: list[int] = field(default_factory=lambda: [0] * LEVELS)
    unknown: int = 0

    @classmethod
    def of(cls, probabilities: Iterable[float | None]) -> Predictions:
        """Count the probabilities (0..1) of posts; None for one without a score."""
        made = cls()
        for probability in probabilities:
            made.add(probability)
        return made

    def add(self, probability: float | None) -> None:
        """Count one post more."""
        if probability is None:
            self.unknown += 1
        else:
            self.levels[level(probability)] += 1

    @property
    def scored(self) -> int:
        """Posts with a prediction."""
        return sum(self.levels)

    @property
    def posts(self) -> int:
        """All the posts."""
        return self.scored + self.unknown


@dataclass(frozen=True, slots=True)
class Drawn:
    """One post of the random sample: is it of the class (None: it is not about us), and the model's level for it."""

    positive: bool | None
    level: int | None
    stratum: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A share (0..1) with its 95 % interval, the labels of posts about us that it rests on, and the window's posts."""

    share: float
    low: float
    high: float
    labels: int
    n: int

    @property
    def margin(self) -> float:
        """The wider side of the interval."""
        return max(self.high - self.share, self.share - self.low)


def estimate(predictions: Predictions | Mapping[str, Predictions], labels: Sequence[Drawn]) -> Share | None:
    """Estimate the share of a class among the posts about us; None where no label speaks of such a post.

    ``predictions`` are those of all posts of the window, checked ones included, in one piece or by stratum (platform).
    Strata are used where each has ``STRATUM`` labels and the interval gets smaller by it.
    """
    strata = {"": predictions} if isinstance(predictions, Predictions) else predictions
    relevant = [one for one in labels if one.positive is not None]
    if not relevant:
        return None
    plain = _Sample({"": _together(strata.values())}, [Drawn(one.positive, one.level) for one in labels])
    share, variance = plain.share()
    kept = {name: one for name, one in strata.items() if one.posts}
    drawn = {name: sum(one.stratum == name for one in labels) for name in kept}
    if len(kept) > 1 and sum(drawn.values()) == len(labels) and min(drawn.values()) >= STRATUM:
        by_stratum = _Sample(kept, labels).share()
        if by_stratum[1] < variance:
            share, variance = by_stratum
    return _interval(share, variance, relevant, len(labels), plain.posts)


def margin_at(share: Share | None, labels: int, *, posts: int) -> float:
    """Foretell half the interval (0..1) that so many labels in a window of so many posts will give: a rough guess."""
    left = max(0.0, 1 - labels / posts) if posts else 0.0
    if share is None or share.labels < EXACT_BELOW:
        return _GUESS * _Z * math.sqrt(0.25 * left / max(1, labels))
    now = max(1e-9, 1 - share.labels / max(share.n, share.labels + 1))
    return share.margin * math.sqrt(share.labels / max(1, labels) * left / now)


def _together(several: Iterable[Predictions]) -> Predictions:
    made = Predictions()
    for one in several:
        made.unknown += one.unknown
        made.levels = [left + right for left, right in zip(made.levels, one.levels, strict=True)]
    return made


class _Sample:
    """A window cut into strata, and the random sample of it."""

    def __init__(self, strata: Mapping[str, Predictions], labels: Sequence[Drawn]) -> None:
        self._all = _together(strata.values())
        self._labels = labels
        self._relevant = sum(one.positive is not None for one in labels) / len(labels)
        self.posts = max(self._all.posts, len(labels))
        self._strata = [
            (one, [drawn for drawn in labels if drawn.stratum == name] if len(strata) > 1 else labels)
            for name, one in strata.items()
        ]

    def share(self) -> tuple[float, float]:
        """The share, and its variance."""
        n = len(self._labels)
        first = self._fit([_sigmoid(odds) for odds in _ODDS], *_SLOPE_FIRST, near=None)[0]
        # A model's probabilities hold for the mix of moods that it was trained on. Their odds are scaled to the mix of
        # this window (Saerens et al. 2002) before they are used: that alone took a twelfth off the error.
        target = min(0.99, max(0.01, (first * n + 0.5) / (n + 1)))
        shift = self._shift(target)
        return self._fit([_sigmoid(odds + shift) for odds in _ODDS], *_SLOPE, near=first)

    def _fit(self, said: Sequence[float], weight: float, slope: float, *, near: float | None) -> tuple[float, float]:
        scored = self._all.scored
        mean = self._mean(said)
        spread = sum(count * (value - mean) ** 2 for count, value in zip(self._all.levels, said, strict=True))
        spread = spread / scored if scored else 0.0
        if near is None:
            near = sum(one.positive is True for one in self._labels) / len(self._labels) / self._relevant
        known = [mean if one.level is None else said[one.level] for one in self._labels]
        middle = sum(known) / len(known)
        together = sum((_answer(one, near) * (value - middle)) for one, value in zip(self._labels, known, strict=True))
        apart = sum((value - middle) ** 2 for value in known) + weight * spread
        tuned = (together + weight * spread * slope * self._relevant) / apart if apart > 1e-12 else 0.0
        top, bottom = 0.0, 0.0
        for population, labels in self._strata:
            part = population.posts / self._all.posts if len(self._strata) > 1 else 1.0
            values = [mean if one.level is None else said[one.level] for one in labels]
            moved = tuned * (_mean(population, said, mean) - sum(values) / len(values))
            top += part * (sum(one.positive is True for one in labels) / len(labels) + moved)
            bottom += part * sum(one.positive is not None for one in labels) / len(labels)
        share = min(1.0, max(0.0, top / bottom))
        return share, self._variance(share, said, mean, tuned, bottom)

    def _variance(self, share: float, said: Sequence[float], mean: float, tuned: float, relevant: float) -> float:
        unsure = _unsure(share, len(self._labels)) * self._relevant
        total = 0.0
        for population, labels in self._strata:
            posts = max(population.posts, len(labels)) if len(self._strata) > 1 else self.posts
            part = posts / self.posts if len(self._strata) > 1 else 1.0
            left = [_answer(one, share) - tuned * (mean if one.level is None else said[one.level]) for one in labels]
            middle = sum(left) / len(left)
            errors = sum((value - middle) ** 2 for value in left) + _SPREAD * unsure
            total += part**2 * (1 - len(labels) / posts) * errors / (len(labels) + _SPREAD - 2) / len(labels)
        return total / relevant**2

    def _mean(self, said: Sequence[float]) -> float:
        """The mean over the scored posts; the others are taken to be like them."""
        total = sum(count * value for count, value in zip(self._all.levels, said, strict=True) if count)
        return total / self._all.scored if self._all.scored else 0.0

    def _shift(self, target: float) -> float:
        low, high = -2 * _MOST, 2 * _MOST
        for _ in range(20):
            middle = (low + high) / 2
            if self._mean([_sigmoid(odds + middle) for odds in _ODDS]) < target:
                low = middle
            else:
                high = middle
        return (low + high) / 2


def _answer(one: Drawn, share: float) -> float:
    """What a label adds to the sum that is nought at the true share; nothing where the post is not about us."""
    return 0.0 if one.positive is None else float(one.positive) - share


def _mean(population: Predictions, said: Sequence[float], otherwise: float) -> float:
    """The mean of what the model says; posts without a score count as ``otherwise``."""
    total = sum(count * value for count, value in zip(population.levels, said, strict=True) if count)
    return (total + otherwise * population.unknown) / population.posts if population.posts else otherwise


def _sigmoid(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _unsure(share: float, labels: int) -> float:
    """The variance of one answer; never nought, however alike the labels are."""
    near = (share * labels + 1) / (labels + 2)
    return near * (1 - near)


def _interval(share: float, variance: float, relevant: Sequence[Drawn], labels: int, posts: int) -> Share:
    n = len(relevant)
    found = sum(one.positive is True for one in relevant)
    about_us = max(n, round(posts * n / labels))
    if min(found, n - found) < EXACT_BELOW:
        low, high = exact(found, n, about_us)
    else:
        worth = min(_unsure(share, n) / max(variance, 1e-12), _MOST_GAIN * n / max(1e-9, 1 - labels / posts))
        low, high = _wilson(share, worth, _student(n - 1))
        # The truth is a whole number of posts, and what people saw is among them.
        low = max(math.floor(low * about_us + 1e-9), found) / about_us
        high = min(math.ceil(high * about_us - 1e-9), about_us - n + found) / about_us
    return Share(min(high, max(low, share)), low, high, n, posts)


def _wilson(share: float, n: float, z: float) -> tuple[float, float]:
    """The score interval (Wilson 1927) for as many labels as the precision is worth (Korn and Graubard 1998)."""
    scale = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / scale
    half = z / scale * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def _student(freedom: int) -> float:
    """The 97.5 % point of Student's t. Source: Abramowitz and Stegun 26.7.5; good to 0.001 from 10 degrees on."""
    z, f = _Z, max(1, freedom)
    return (z + (z**3 + z) / (4 * f) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * f**2)
            + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * f**3))


def exact(found: int, n: int, posts: int) -> tuple[float, float]:
    """The exact 95 % interval (Clopper and Pearson 1934) of a share, drawn without replacement from ``posts``.

    ``found`` of ``n`` drawn posts were so; at least one end is near, so that few terms are summed.
    """
    if found > n - found:
        low, high = exact(n - found, n, posts)
        return 1 - high, 1 - low
    spare = n - found
    high = _last(lambda there: _at_most(found, n, there, posts) > _TAIL, found, posts - spare)
    low = _first(lambda there: 1 - _at_most(found - 1, n, there, posts) > _TAIL, found, posts - spare)
    return low / posts, high / posts


def _at_most(found: int, n: int, there: int, posts: int) -> float:
    """The chance to draw at most ``found`` where ``there`` of ``posts`` are so: the hypergeometric distribution."""
    every = _ways(posts, n)
    return sum(math.exp(_ways(there, so) + _ways(posts - there, n - so) - every)
               for so in range(max(0, n - posts + there), min(found, there) + 1))


def _ways(of: int, some: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(some + 1) - math.lgamma(of - some + 1)


def _last(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The last number from ``low`` on for which it still holds, by halves; it holds for ``low``."""
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _first(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The first number up to ``high`` for which it holds, by halves; it holds for ``high``."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low
