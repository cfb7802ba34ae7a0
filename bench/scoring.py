"""Posts scored per second: our way through the model against Flair's own predict, in one run, with what it costs.

``python bench/scoring.py``: prints one JSON object. The two ways take turns on the same posts, so that a busy
machine slows both; believe the ratio, not the rates. ``client`` is what the engine gets: a child process, pipes,
cleaning and cutting included. Needs the labelled posts for the figure of merit; without them it makes posts up
and says so.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import random
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from warroom.domain.model import Score, Unscored  # noqa: E402 - after the path
from warroom.scoring import worker  # noqa: E402
from warroom.scoring.client import SHIPPED, FlairScorer  # noqa: E402
from warroom.scoring.preprocess import clean  # noqa: E402

HELD_OUT = ROOT.parent / "shared" / "data" / "sentiment" / "semeval_val.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--posts", type=int, default=512, help="a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    texts, labels = posts()
    through_client = asyncio.run(client(args.model, texts, args.threads))
    inside = compare(args.model, texts, args.posts, args.rounds, args.threads)
    said = through_client.pop("said")
    out = {"model": args.model.name, "megabytes": round(args.model.stat().st_size / 1e6, 2), "threads": args.threads,
           "posts": "held out" if labels else "made up", **inside, **through_client}
    if labels and isinstance(said, list):
        out["macro_recall"] = round(macro_recall(said, labels), 2)
    print(json.dumps(out, indent=1))


def posts() -> tuple[list[str], list[str]]:
    if HELD_OUT.exists():
        with HELD_OUT.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        return [row["text"] for row in rows], [row["label"] for row in rows]
    dice = random.Random(1)
    words = ["the", "my", "your", "coffee", "refund", "service", "bad", "good", "never", "again", "love", "waiting"]
    return [" ".join(dice.choices(words, k=dice.randint(5, 30))) for _ in range(2000)], []


def compare(model: Path, texts: Sequence[str], count: int, rounds: int, threads: int) -> dict[str, object]:
    """Our forward and Flair's predict in turns, in this process, on posts cleaned beforehand; batches of 32."""
    classifier = worker.load(model, threads)
    from flair.data import Sentence

    forward = worker.choose(classifier)
    cleaned = [text for text in map(clean, texts[:count]) if text]
    rates: dict[str, list[float]] = {"ours": [], "flair": []}
    for _ in range(rounds + 1):
        began = time.perf_counter()
        list(worker.judge(cleaned, forward, worker.BATCH))
        rates["ours"].append(len(cleaned) / (time.perf_counter() - began))
        began = time.perf_counter()
        classifier.predict([Sentence(text) for text in cleaned], mini_batch_size=worker.BATCH)
        rates["flair"].append(len(cleaned) / (time.perf_counter() - began))
    ours, flair = (statistics.median(rates[way][1:]) for way in ("ours", "flair"))  # the first round warms up
    return {"ours_per_s": round(ours), "flair_predict_per_s": round(flair), "ratio": round(ours / flair, 2)}


async def client(model: Path, texts: Sequence[str], threads: int) -> dict[str, object]:
    """The whole way, as the engine has it; also the start and the memory of the process."""
    scorer = FlairScorer(model, threads=threads)
    try:
        began = time.perf_counter()
        await scorer.start()
        ready = time.perf_counter() - began
        await scorer.score(texts[:64])
        began = time.perf_counter()
        said: list[Score | Unscored] = await scorer.score(texts)
        rate = len(texts) / (time.perf_counter() - began)
        return {"client_per_s": round(rate), "start_s": round(ready, 1), **memory(scorer.pid), "said": said}
    finally:
        await scorer.close()


def memory(pid: int | None) -> dict[str, int]:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return {}
    fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return {"memory_mb": int(fields["VmRSS"].split()[0]) // 1024, "peak_mb": int(fields["VmHWM"].split()[0]) // 1024}


def macro_recall(said: Sequence[object], labels: Sequence[str]) -> float:
    right = {label: [0, 0] for label in sorted(set(labels))}
    for score, label in zip(said, labels, strict=True):
        right[label][0] += isinstance(score, Score) and score.label.value == label
        right[label][1] += 1
    return 100 * statistics.mean(good / total for good, total in right.values())


if __name__ == "__main__":
    main()
