"""From a classifier's own labels to the three moods, and what to say where they are not three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

MOODS: Final = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a classifier's probabilities make up each mood; several labels may mean the same one."""

    negative: tuple[int, ...]
    neutral: tuple[int, ...]
    positive: tuple[int, ...]

    @property
    def three(self) -> bool:
        """True where the classifier knows a neutral; without one no post is called neutral, and the row is 0."""
        return bool(self.neutral)

    def of(self, row: Sequence[float]) -> tuple[float, float, float]:
        """The probabilities of negative, neutral and positive in a row of the classifier's."""
        negative, neutral, positive = (
            sum(row[at] for at in columns) for columns in (self.negative, self.neutral, self.positive))
        return float(negative), float(neutral), float(positive)


def columns_of(labels: Sequence[str], meant: Mapping[str, str]) -> Columns:
    """Say which mood each label means: as ``meant`` has it (``scoring.labels``), else by its name in any case.

    Raises ValueError where a label means no mood, or none of them means negative, or none positive.
    """
    wanted = {label.casefold(): mood for label, mood in meant.items()}
    found: dict[str, list[int]] = {mood: [] for mood in MOODS}
    strange = []
    for at, label in enumerate(labels):
        mood = wanted.get(label.casefold(), label.casefold())
        if mood in found:
            found[mood].append(at)
        else:
            strange.append(label)
    if strange or not (found["negative"] and found["positive"]):
        raise ValueError(
            f"its labels are {', '.join(labels)}; scoring.labels must say which of them mean negative, neutral "
            "and positive")
    return Columns(*(tuple(found[mood]) for mood in MOODS))
