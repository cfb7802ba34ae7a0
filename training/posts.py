"""Labelled posts, and the figure by which a sentiment model is judged."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from warroom.scoring.preprocess import clean

#: Class order of every head, probability and file.
LABELS: Final = ("negative", "neutral", "positive")


def read(path: Path) -> tuple[list[str], list[int]]:
    """Read a tab-separated file with a ``label`` and a ``text`` column; returns cleaned texts and class numbers.

    Raises SystemExit with words where the file is absent.
    """
    if not path.exists():
        raise SystemExit(f"{path} is absent: put the SemEval posts there (docs/model.md says which).")
    texts, labels = [], []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            texts.append(clean(row["text"]))
            labels.append(LABELS.index(row["label"]))
    return texts, labels


def macro_recall(said: Sequence[int], true: Sequence[int]) -> float:
    """The mean of the three classes' recalls in percent: the measure of SemEval 2017 Task 4 A."""
    recalls = []
    for label in range(len(LABELS)):
        theirs = [said[row] == label for row in range(len(true)) if true[row] == label]
        recalls.append(sum(theirs) / max(1, len(theirs)))
    return 100 * sum(recalls) / len(recalls)


def batches(lengths: Sequence[int], size: int, rng: random.Random) -> Iterator[list[int]]:
    """Yield shuffled batches of row numbers; rows of one batch are of about one length, so little is padded."""
    rows = list(range(len(lengths)))
    rng.shuffle(rows)
    wide = size * 64
    cut: list[list[int]] = []
    for start in range(0, len(rows), wide):
        bucket = sorted(rows[start:start + wide], key=lengths.__getitem__)
        cut += [bucket[at:at + size] for at in range(0, len(bucket), size)]
    rng.shuffle(cut)
    yield from cut
