"""Posts to learn from and to be judged on, labelled or not."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from warroom.scoring.preprocess import clean

#: Class order of every head, probability and file.
LABELS: Final = ("negative", "neutral", "positive")
#: The class of a post that nobody labelled; no loss counts it.
UNLABELLED: Final = -100

#: What the collectors of the brand sets wrote in the place of a link, and of bytes that they could not read.
_LEFT_BY_COLLECTORS: Final = ("{link}", "\ufffd")


def read(path: Path, most: int | None = None, *, labelled: bool = True) -> tuple[list[str], list[int]]:
    """Read a tab-separated file with a ``label`` and a ``text`` column; returns cleaned texts and class numbers.

    Where ``labelled`` is false the labels are of another kind and every post counts as UNLABELLED. Only the first
    ``most`` posts are read, where it is given.
    Raises SystemExit with words where the file is absent.
    """
    if not path.exists():
        raise SystemExit(f"{path} is absent: put the posts there (docs/model.md says which).")
    texts, labels = [], []
    with path.open(encoding="utf-8", newline="") as file:
        for row in islice(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), most):
            texts.append(clean(plain(row["text"])))
            labels.append(LABELS.index(row["label"]) if labelled else UNLABELLED)
    return texts, labels


def plain(text: str) -> str:
    """A post without what its collectors wrote into it."""
    for mark in _LEFT_BY_COLLECTORS:
        text = text.replace(mark, " ")
    return text


def shares(labels: Sequence[int]) -> list[float]:
    """The share of each class among labelled posts; they sum to 1. Raises ValueError where a class is absent."""
    counts = [sum(label == at for label in labels) for at in range(len(LABELS))]
    if not all(counts):
        raise ValueError(f"no {LABELS[counts.index(0)]} post among {len(labels)}")
    return [count / sum(counts) for count in counts]


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
