"""How good a model file is: ``python -m training.evaluate [FILE]`` prints the figures of its card as JSON.

Figures are of the stored file, read by stock Flair, in float32. Of the validation posts: recall of each class, their
mean with its 95 % interval, the confusion table, calibration. Of the brand sets, where they lie there: the same, but
for calibration; a model that was trained on one of them knows it, and the card says so.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from training import figures
from training.posts import LABELS, plain
from training.shipped import Shipped

HERE: Final = Path(__file__).resolve().parents[1]
SHIPPED: Final = HERE / "warroom" / "scoring" / "model" / "sentiment.pt"
VALIDATION: Final = "semeval_val.tsv"
BRANDS: Final = ("brand_apple_2014.tsv", "brand_sxsw_2011.tsv")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--data", type=Path, default=HERE.parent / "shared" / "data" / "sentiment")
    parser.add_argument("--brands", action="store_true", help="the brand sets too (12,740 posts)")
    args = parser.parse_args()
    model = Shipped.read(args.file)
    out: dict[str, object] = {"file": args.file.name, "sha256": digest(args.file),
                              "megabytes": round(args.file.stat().st_size / 1e6, 2), "card": model.card}
    for name in (VALIDATION, *(BRANDS if args.brands else ())):
        texts, true = raw(args.data / name)
        logits = model.logits(texts)
        out[name] = summary(logits.argmax(-1).tolist(), true)
        if name == VALIDATION:
            out["calibration"] = calibration(logits.tolist(), true)
    print(json.dumps(out, indent=1))


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def raw(path: Path) -> tuple[list[str], list[int]]:
    """Texts as people wrote them, not cleaned for a model, and their class numbers."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [plain(row["text"]) for row in rows], [LABELS.index(row["label"]) for row in rows]


def summary(said: Sequence[int], true: Sequence[int]) -> dict[str, object]:
    """Recalls, their mean and its interval, the shares said and true, and the confusion table (rows are true)."""
    low, high = figures.interval(said, true)
    table = [[sum(one == there and truth == here for one, truth in zip(said, true, strict=True))
              for there in range(len(LABELS))] for here in range(len(LABELS))]
    return {"posts": len(true), "macro_recall": round(figures.macro_recall(said, true), 2),
            "interval": [round(low, 1), round(high, 1)],
            "recalls": {label: round(one, 1) for label, one in zip(LABELS, figures.recalls(said, true), strict=True)},
            "negative_share": {"said": round(100 * said.count(0) / len(said), 1),
                               "true": round(100 * true.count(0) / len(true), 1)},
            "confusion": table}


def calibration(logits: Sequence[Sequence[float]], true: Sequence[int]) -> dict[str, object]:
    """Calibration errors with each class weighing a third; each half of the posts by the other half's temperature."""
    folds = [range(0, len(true), 2), range(1, len(true), 2)]
    weights = figures.balanced(true)
    before = figures.reliability(figures.softmax(logits, 1.0), true, weights)
    rows: list[list[float]] = [[] for _ in true]
    for mine, other in (folds, folds[::-1]):
        heat = figures.temperature([logits[at] for at in other], [true[at] for at in other],
                                   [weights[at] for at in other])
        for at in mine:
            rows[at] = figures.softmax([logits[at]], heat)[0]
    after = figures.reliability(rows, true, weights)
    return {"error_without_temperature": round(figures.calibration_error(before), 2),
            "error": round(figures.calibration_error(after), 2),
            "diagram": [{"sure": round(100 * one.sure, 1), "right": round(100 * one.right, 1), "posts": one.posts}
                        for one in after]}


if __name__ == "__main__":
    main()
