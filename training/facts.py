"""Fit the weights of ``warroom/domain/tone/facts/match.py`` on the labelled replies that have a fact sheet.

    python -m training.facts

A value that overlaps a place labelled contradicts-fact is a contradiction, by the fact that scores best; every other
one is none. Prints what the weights do on replies held out (a fifth at a time), and the weights. Needs numpy.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from tone.corpus import FOLDER, Labelled, _labelled  # noqa: E402 - the labelled replies are read as the tests read them

from warroom.domain.tone.draft import Draft  # noqa: E402
from warroom.domain.tone.facts.match import WEIGHTS, pairs  # noqa: E402
from warroom.domain.tone.facts.reply import Reply  # noqa: E402
from warroom.domain.tone.facts.sheet import sheet  # noqa: E402

NAMES = tuple(WEIGHTS)
RIDGE, PARTS, ROUNDS, STEPS = 0.6, 5, 4, 25
#: Sets written for this rule by writers who know no rule: nearest to what a brand writes, so they count twice.
NEAREST = ("blind-191", "blind-192", "blind-193", "blind-194")
STRANGER, LITTLE = "another incident", 0.08
UNMARKED = re.compile("⟦[a-z-]+:(.*?)⟧", re.DOTALL)
BARS = (-0.5, -0.25, 0.0, 0.25, 0.5, 1.0)


class Value(NamedTuple):
    """A value that agrees with nothing: one row of features for each fact that it may stand for."""

    contradicts: bool
    rows: np.ndarray
    weight: float


class Case(NamedTuple):
    """A reply: how many contradictions are labelled in it, and its values."""

    file: str
    labelled: int
    values: list[Value]


def cases() -> list[Case]:
    """The replies with a fact sheet, and strangers."""
    lines = [(file.stem, json.loads(line)) for file in sorted(FOLDER.glob("[!u]*.jsonl"))
             for line in file.read_text(encoding="utf-8").splitlines()]
    found = [case(name, _labelled(raw, whole=False, held_out=False)) for name, raw in lines if "facts" in raw]
    return found + strangers([raw for _, raw in lines])


def strangers(lines: list[dict[str, object]]) -> list[Case]:
    """Replies with the sheet of another incident: nothing of it is contradicted. They count for little."""
    sheets = [raw["facts"] for raw in lines if "facts" in raw]
    chance = random.Random(1)
    return [case(STRANGER, _labelled({**raw, "say": UNMARKED.sub(r"\1", raw["say"]), "facts": chance.choice(sheets)},
                                     whole=False, held_out=False)) for raw in lines[::3] if "say" in raw]


def case(file: str, reply: Labelled) -> Case:
    """One reply in features."""
    facts = sheet(reply.brief.facts)
    read = Reply(Draft(reply.text), frozenset(value.kind for fact in facts for value in fact.values))
    places: dict[tuple[int, int], list[list[float]]] = {}
    for pair in pairs(read, facts, reply.brief.reply_to):
        places.setdefault(pair.place, []).append(
            [pair.features.get(name, 0.0) for name in NAMES])
    spans = [(start, end) for rule, start, end in reply.spans if rule == "contradicts-fact"]
    weight = {STRANGER: LITTLE, **dict.fromkeys(NEAREST, 2.0)}.get(file, 1.0)
    return Case(file, len(spans), [
        Value(any(start < stop and begin < end for begin, stop in spans), np.array(rows), weight)
        for (start, end), rows in places.items()])


def fit(data: list[Case]) -> np.ndarray:
    """Logistic regression with a ridge; which fact a value stands for is found in turns with the weights."""
    values = [value for one in data for value in one.values]
    ridge = np.array([0.01, *[RIDGE] * (len(NAMES) - 1)])
    weights = np.zeros(len(NAMES))
    for name, first in (("key in clause", 2.0), ("slip of the pen", 1.0), ("noun beside it", 1.0)):
        weights[NAMES.index(name)] = first
    label = np.array([value.contradicts for value in values], dtype=float)
    count = np.array([value.weight for value in values])
    for _ in range(ROUNDS):
        rows = np.array([value.rows[np.argmax(value.rows @ weights)] for value in values])
        for _ in range(STEPS):
            chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
            slope = rows.T @ (count * (chance - label)) + ridge * weights
            bend = (rows * (count * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
            weights = weights - np.linalg.solve(bend, slope)
    return weights


def held_out(data: list[Case]) -> list[tuple[Case, list[tuple[bool, float]]]]:
    """Each reply scored by weights that were fitted without its fifth."""
    out = []
    for part in range(PARTS):
        weights = fit([one for number, one in enumerate(data) if number % PARTS != part])
        out += [(one, [(value.contradicts, float((value.rows @ weights).max())) for value in one.values])
                for one in data[part::PARTS]]
    return out


def main() -> None:
    """Print what the weights do on replies held out, and the weights."""
    data = cases()
    scored = held_out(data)
    for title, wanted in (("all", ("b", "c", "f", "m", "s", "t")), ("nearest", NEAREST), ("strange", STRANGER)):
        chosen = [(one, scores) for one, scores in scored if one.file.startswith(wanted)]
        labelled = sum(one.labelled for one, _ in chosen)
        for bar in BARS:
            right = sum(contradicts and score > bar for _, scores in chosen for contradicts, score in scores)
            # A second place in a reply that contradicts the sheet anyway is no mistake.
            wrong = sum(not contradicts and score > bar for one, scores in chosen if not one.labelled
                        for contradicts, score in scores)
            print(f"{title:8} bar {bar:5}: {right} right, {wrong} wrong, of {labelled}")
    weights = fit(data)
    print("WEIGHTS: Final[Mapping[str, float]] = {")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print("}")


if __name__ == "__main__":
    main()
