"""The figures by which a sentiment model is judged: recall, its confidence interval, and calibration."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from training.posts import LABELS

#: Probabilities of negative, neutral and positive.
Probabilities = Sequence[Sequence[float]]
_GOLDEN: Final = (math.sqrt(5) - 1) / 2


@dataclass(frozen=True, slots=True)
class Bin:
    """Posts of about one confidence: how sure the model was, how often it was right, and the weight of them."""

    sure: float
    right: float
    weight: float
    posts: int


def recalls(said: Sequence[int], true: Sequence[int]) -> list[float]:
    """Of the posts of each class, the percentage that was found; 0 for a class without posts."""
    out = []
    for label in range(len(LABELS)):
        theirs = [one == label for one, truth in zip(said, true, strict=True) if truth == label]
        out.append(100 * sum(theirs) / max(1, len(theirs)))
    return out


def macro_recall(said: Sequence[int], true: Sequence[int]) -> float:
    """The mean of the three classes' recalls in percent: the measure of SemEval 2017 Task 4 A."""
    found = recalls(said, true)
    return sum(found) / len(found)


def interval(said: Sequence[int], true: Sequence[int], *, draws: int = 4000, seed: int = 1) -> tuple[float, float]:
    """The 95 % interval of the macro recall in percent: percentiles of a bootstrap over posts, stratified by class.

    Of the posts of one class, drawn again with replacement, the number found is binomial: so it is drawn at once.
    """
    dice = np.random.default_rng(seed)
    counts = [sum(truth == label for truth in true) for label in range(len(LABELS))]
    drawn = sum(dice.binomial(count, found / 100, draws) / max(1, count)
                for count, found in zip(counts, recalls(said, true), strict=True))
    low, high = np.percentile(100 * drawn / len(LABELS), [2.5, 97.5])
    return float(low), float(high)


def balanced(true: Sequence[int]) -> list[float]:
    """A weight for each post so that every class weighs a third: figures as on a stream of even classes."""
    counts = [sum(truth == label for truth in true) for label in range(len(LABELS))]
    present = sum(count > 0 for count in counts)
    return [1 / (present * counts[truth]) for truth in true]


def temperature(logits: Sequence[Sequence[float]], true: Sequence[int], weights: Sequence[float]) -> float:
    """The number to divide logits by so that probabilities mean what they say (Guo et al. 2017).

    It minimises the weighted negative log-likelihood, which has one minimum in the temperature; golden-section
    search in the logarithm between 1/8 and 8. Order and labels do not change.
    """
    low, high = math.log(1 / 8), math.log(8)

    def loss(at: float) -> float:
        return log_loss(logits, true, weights, math.exp(at))

    for _ in range(40):
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if loss(left) < loss(right):
            high = right
        else:
            low = left
    return math.exp((low + high) / 2)


def softmax(logits: Sequence[Sequence[float]], heat: float) -> list[list[float]]:
    """Probabilities from logits divided by ``heat``."""
    out = []
    for row in logits:
        grown = [math.exp((one - max(row)) / heat) for one in row]
        out.append([one / sum(grown) for one in grown])
    return out


def log_loss(
    logits: Sequence[Sequence[float]], true: Sequence[int], weights: Sequence[float], heat: float,
) -> float:
    """The weighted mean of minus the logarithm of the true class's probability."""
    total = 0.0
    for row, truth, weight in zip(logits, true, weights, strict=True):
        most = max(row)
        total += weight * (math.log(sum(math.exp((one - most) / heat) for one in row)) - (row[truth] - most) / heat)
    return total / sum(weights)


def reliability(
    probabilities: Probabilities, true: Sequence[int], weights: Sequence[float], *, bins: int = 10,
) -> list[Bin]:
    """The reliability diagram: posts by the probability of the label given, in ``bins`` of one width; empty ones go."""
    groups: list[list[tuple[float, bool, float]]] = [[] for _ in range(bins)]
    for row, truth, weight in zip(probabilities, true, weights, strict=True):
        sure = max(row)
        groups[min(bins - 1, int(sure * bins))].append((sure, row[truth] == sure, weight))
    out = []
    for group in filter(None, groups):
        weight = sum(one[2] for one in group)
        out.append(Bin(sum(sure * heavy for sure, _, heavy in group) / weight,
                       sum(heavy for _, right, heavy in group if right) / weight, weight, len(group)))
    return out


def calibration_error(diagram: Sequence[Bin]) -> float:
    """The expected calibration error in points: how far sureness is from being right, over all posts."""
    total = sum(one.weight for one in diagram)
    return 100 * sum(one.weight * abs(one.sure - one.right) for one in diagram) / total
