"""How far the gauge is from the truth: counting labels, human labels alone, and both together, on real posts.

``python bench/gauge.py``: scores the labelled posts with the shipped model once (two minutes), then draws windows of
500 posts at random prevalences of negatives, labels some of each at random, and prints a table: mean absolute error of
the negative share in points, how often the 95 % interval holds the truth, and how wide it is. Needs the labelled posts.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from warroom.domain.estimate import Drawn, Predictions, Share, estimate, level  # noqa: E402 - after the path

DATA = ROOT.parent / "shared" / "data" / "sentiment"
SETS = ("semeval_val", "brand_apple_2014", "brand_sxsw_2011")
PREVALENCES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98, 0.99, 1.0)
Post = tuple[bool, float, bool]  # negative in truth, the model's probability, counted as negative by the model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--windows", type=int, default=1000, help="of each kind")
    parser.add_argument("--posts", type=int, default=500, help="in a window")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scores", type=Path, help="keep the scores here, and use those that are there")
    args = parser.parse_args()
    if not DATA.exists():
        raise SystemExit(f"{DATA} is absent: there are no labelled posts to measure on.")
    print(f"{args.windows} windows of {args.posts} posts at random prevalence; error in points of the negative share\n")
    print("| posts | labels | counting | labels alone | checked | interval holds | ± |")
    print("|---|---|---|---|---|---|---|")
    every = scored(args.scores)
    for name, posts in every.items():
        for labels in (10, 50, 100, 200):
            print(f"| {name} | {labels} | {row(posts, labels, args.windows, args.posts, args.seed)} |", flush=True)
    print("\nHow often the interval of 50 labels holds the truth, in %, by the prevalence of negatives\n")
    print(f"| posts | {' | '.join(f'{share:.0%}' for share in PREVALENCES)} |")
    print(f"|---|{'---|' * len(PREVALENCES)}")
    for name, posts in every.items():
        held = [coverage(posts, share, args.windows, args.posts, args.seed) for share in PREVALENCES]
        print(f"| {name} | {' | '.join(f'{100 * one:.1f}' for one in held)} |", flush=True)


def scored(keep: Path | None) -> dict[str, list[Post]]:
    """Score every set through ``warroom score``."""
    lines, truth = [], []
    for name in SETS:
        with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            for row_ in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                lines.append(json.dumps({"id": len(lines), "text": row_["text"]}))
                truth.append((name, row_["label"] == "negative"))
    if keep is not None and keep.exists():
        said = keep.read_text()
    else:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "warroom", "--data-dir", folder, "score"]
            said = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=True,
                                  cwd=ROOT).stdout
        if keep is not None:
            keep.write_text(said)
    found: dict[str, list[Post]] = {name: [] for name in SETS}
    for line in said.splitlines():
        told = json.loads(line)
        name, bad = truth[told["id"]]
        if told["label"] is not None:
            found[name].append((bad, told["negative"], told["label"] == "negative"))
    return found


def windows(posts: Sequence[Post], count: int, size: int, dice: random.Random, share: float | None) -> list[list[Post]]:
    """Windows in which a share of posts (None: any, at random) is negative, with replacement, in a random order."""
    bad, rest = [one for one in posts if one[0]], [one for one in posts if not one[0]]
    made = []
    for _ in range(count):
        some = round((dice.random() if share is None else share) * size)
        window = [*dice.choices(bad, k=some), *dice.choices(rest, k=size - some)]
        dice.shuffle(window)
        made.append(window)
    return made


def checked(window: Sequence[Post], labels: int) -> Share:
    """What the gauge makes of the first so many labels of a window."""
    said = Predictions.of(probability for _, probability, _ in window)
    share = estimate(said, [Drawn(bad, level(probability)) for bad, probability, _ in window[:labels]])
    if share is None:
        raise ValueError("no labels")
    return share


def row(posts: Sequence[Post], labels: int, count: int, size: int, seed: int) -> str:
    errors = [0.0, 0.0, 0.0]
    held, width = 0, 0.0
    for window in windows(posts, count, size, random.Random(seed), None):
        true = sum(bad for bad, _, _ in window) / size
        share = checked(window, labels)
        guesses = (sum(counted for _, _, counted in window) / size,
                   sum(bad for bad, _, _ in window[:labels]) / labels, share.share)
        errors = [error + abs(guess - true) for error, guess in zip(errors, guesses, strict=True)]
        held += holds(share, true)
        width += share.high - share.low
    figures = " | ".join(f"{100 * error / count:.1f}" for error in errors)
    return f"{figures} | {100 * held / count:.1f} % | {100 * width / count / 2:.1f}"


def coverage(posts: Sequence[Post], share: float, count: int, size: int, seed: int) -> float:
    dice = random.Random(f"{seed} {share}")
    true = round(share * size) / size
    return sum(holds(checked(window, 50), true) for window in windows(posts, count, size, dice, share)) / count


def holds(share: Share, true: float) -> bool:
    return share.low <= true <= share.high or math.isclose(share.low, true) or math.isclose(share.high, true)


if __name__ == "__main__":
    main()
