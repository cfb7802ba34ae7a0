"""Posts scored a second: `warroom score`, stock Flair with a six-layer model, and VADER, in one run.

``python bench/scoring.py``: prints a table (``--json`` one object). The three take turns on the same posts, so that a
busy machine slows all; believe the ratios, not the rates. Beside the rate of the clock stands what the posts cost of a
processor, which another program's load hardly moves: "at full" is what that makes of all the cores.

Ours is the command itself, JSON lines in and out by pipes, after it has answered a first few. Stock Flair is
``TextClassifier.predict`` in batches of 32; it gets a trained model with ``--stock FILE``, else one of the same shapes
with random weights, which says something of speed alone. Without the labelled posts, posts are made up and recall is
not shown.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from warroom.scoring.client import SHIPPED  # noqa: E402 - after the path

HELD_OUT = ROOT.parent / "shared" / "data" / "sentiment" / "semeval_val.tsv"
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Way(Protocol):
    """One way to score posts; ``pids`` are the processes that do it."""

    name: str

    def labels(self, texts: Sequence[str]) -> list[str | None]:
        """What it calls each post."""
        ...

    def pids(self) -> list[int]:
        """The processes that do it."""
        ...


class Ours:
    """`warroom score`, the command itself."""

    def __init__(self, workers: int) -> None:
        self.name = "warroom score"
        self._log = tempfile.NamedTemporaryFile(suffix=".log")  # noqa: SIM115 - it lives as long as the process
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "WARROOM_CONFIG": os.devnull}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "warroom", "--log-file", self._log.name, "score", "--workers", str(workers)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    @property
    def mode(self) -> str:
        lines = Path(self._log.name).read_text(encoding="utf-8").splitlines()
        return next((one.partition("model ")[2] for one in lines if "model " in one), "")

    def labels(self, texts: Sequence[str]) -> list[str | None]:
        lines = "".join(json.dumps({"id": at, "text": text}) + "\n" for at, text in enumerate(texts))
        threading.Thread(target=put, args=(self._process.stdin, lines), daemon=True).start()
        said = [json.loads(line(self._process.stdout)) for _ in texts]
        if [one["id"] for one in said] != list(range(len(texts))):
            raise SystemExit("warroom score did not answer each post once, in order")
        return [one["label"] for one in said]

    def pids(self) -> list[int]:
        return [self._process.pid, *children(self._process.pid)]

    def close(self) -> None:
        self._process.communicate()
        self._log.close()


class Stock:
    """Flair's own predict, in a process of its own."""

    def __init__(self, model: Path | None, threads: int) -> None:
        self.name = f"stock Flair, {model.name if model else 'six layers'}"
        self._process = subprocess.Popen(
            [sys.executable, "-P", __file__, "--be-stock", str(model or ""), "--threads", str(threads)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            # Without this its threads spin while they wait, and on a busy machine cost several times what they do.
            env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE"})

    def labels(self, texts: Sequence[str]) -> list[str | None]:
        threading.Thread(target=put, args=(self._process.stdin, json.dumps(texts) + "\n"), daemon=True).start()
        said: list[str | None] = json.loads(line(self._process.stdout))
        return said

    def pids(self) -> list[int]:
        return [self._process.pid]

    def close(self) -> None:
        self._process.communicate()


class Vader:
    """The lexicon that everybody compares with, at its authors' thresholds."""

    name = "VADER"

    def __init__(self) -> None:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

        self._judge = SentimentIntensityAnalyzer()

    def labels(self, texts: Sequence[str]) -> list[str | None]:
        found = [self._judge.polarity_scores(text)["compound"] for text in texts]
        return ["positive" if one >= 0.05 else "negative" if one <= -0.05 else "neutral" for one in found]

    def pids(self) -> list[int]:
        return [os.getpid()]


@dataclass
class Series:
    """What one way did in its turns."""

    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    said: list[str | None] = field(default_factory=list)
    memory: int = 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stock", type=Path, help="a trained six-layer Flair classifier to compare with")
    parser.add_argument("--posts", type=int, default=2000)
    parser.add_argument("--turn", type=int, default=1000, help="posts of a turn")
    parser.add_argument("--rounds", type=int, default=1, help="how often the posts are gone through")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--be-stock", help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=CORES, help="of stock Flair")
    args = parser.parse_args()
    if args.be_stock is not None:
        be_stock(Path(args.be_stock) if args.be_stock else None, args.threads)
        return
    texts, labels = (some[:args.posts] for some in posts())
    ours, stock, vader = Ours(args.workers), Stock(args.stock, args.threads), Vader()
    ways: list[Way] = [stock, ours, vader]
    series = {way.name: Series() for way in ways}
    for way in ways:  # the first few load the model and warm it up
        way.labels([f"{text} a" for text in texts[:64]])
    for number in range(args.rounds):
        for start in range(0, len(texts), args.turn):
            # A text that was scored before costs ours nothing, and must not count: each round has its own.
            some = [text if not number else f"{text} {number}" for text in texts[start:start + args.turn]]
            for way in ways:
                turn(way, some, series[way.name], keep=number == 0)
    one = alone(ours)
    mode = ours.mode
    ours.close()
    stock.close()
    report(series, labels or None, stock=stock.name, trained=args.stock is not None, alone=one, mode=mode,
           as_json=args.json)


def turn(way: Way, texts: Sequence[str], series: Series, *, keep: bool) -> None:
    cost, began = sum(map(processor_time, way.pids())), time.perf_counter()
    said = way.labels(texts)
    took = time.perf_counter() - began
    series.rates.append(len(texts) / took)
    series.costs.append((sum(map(processor_time, way.pids())) - cost) / len(texts))
    series.memory = max(series.memory, *map(peak, way.pids()))
    if keep:
        series.said += said


def alone(ours: Ours) -> float:
    """Milliseconds until the command answers one post alone; the median of twenty."""
    took = []
    for number in range(20):
        began = time.perf_counter()
        ours.labels([f"They sent me the wrong one again, for the {number}th time. Who do I call to have it put right?"])
        took.append(time.perf_counter() - began)
    return 1000 * statistics.median(took)


def report(
    series: dict[str, Series], labels: Sequence[str] | None, *, stock: str, trained: bool, alone: float, mode: str,
    as_json: bool,
) -> None:
    rows = []
    base = series[stock]
    for name, one in series.items():
        rate, cost = statistics.median(one.rates), statistics.median(one.costs)
        known = labels is not None and (name != stock or trained)
        rows.append({
            "way": name, "posts_per_s": round(rate), "ratio": round(rate / statistics.median(base.rates), 2),
            "cpu_ms_per_post": round(1000 * cost, 3), "at_full_per_s": round(CORES / cost) if cost else None,
            "cpu_ratio": round(statistics.median(base.costs) / cost, 2) if cost else None,
            "macro_recall": round(macro_recall(one.said, labels), 1) if known and labels is not None else None,
            "peak_mb_of_a_process": one.memory})
    about = {"cores": CORES, "posts": "held out" if labels else "made up", "mode": mode,
             "one_alone_ms": round(alone, 1), "stock": "trained" if trained else "random weights, for speed alone"}
    if as_json:
        print(json.dumps({"ways": rows, **about}, indent=1))
        return
    heads = list(rows[0])
    cells = [heads, *[["-" if row[head] is None else str(row[head]) for head in heads] for row in rows]]
    wide = [max(len(line[at]) for line in cells) for at in range(len(heads))]
    for row in cells:
        print("  ".join(cell.ljust(width) if not at else cell.rjust(width)
                        for at, (cell, width) in enumerate(zip(row, wide, strict=True))))
    for name, value in about.items():
        print(f"{name}: {value}")


def be_stock(model: Path | None, threads: int) -> None:
    """The process of stock Flair: a list of texts a line in, a list of labels out."""
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    import copy

    import torch
    from flair.data import Sentence
    from flair.models import TextClassifier
    from transformers import BertModel

    torch.set_num_threads(threads)
    classifier = TextClassifier.load(model or SHIPPED)
    if model is None:
        config = copy.deepcopy(classifier.embeddings.model.config)
        config.num_hidden_layers = 6
        classifier.embeddings.model = BertModel(config).eval()
    for asked in sys.stdin:
        sentences = [Sentence(text) for text in json.loads(asked)]
        classifier.predict(sentences, mini_batch_size=32)
        replies.write(json.dumps([sentence.get_label(classifier.label_type).value.lower() for sentence in sentences]))
        replies.write("\n")
        replies.flush()


def posts() -> tuple[list[str], list[str]]:
    if HELD_OUT.exists():
        with HELD_OUT.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        return [row["text"] for row in rows], [row["label"] for row in rows]
    dice = random.Random(1)
    words = ["the", "my", "your", "coffee", "refund", "service", "bad", "good", "never", "again", "love", "waiting"]
    return [" ".join(dice.choices(words, k=dice.randint(5, 30))) for _ in range(2000)], []


def put(pipe: IO[str] | None, text: str) -> None:
    if pipe is not None:
        pipe.write(text)
        pipe.flush()


def line(pipe: IO[str] | None) -> str:
    found = pipe.readline() if pipe is not None else ""
    if not found:
        raise SystemExit("a process of the bench ended; see that it starts by itself")
    return found


def children(pid: int) -> Iterator[int]:
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, file.read_text().split())


def processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(pid: int) -> int:
    """The most memory (MB) that a process ever had."""
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return int(fields["VmHWM"].split()[0]) // 1024


def macro_recall(said: Sequence[object], labels: Sequence[str]) -> float:
    right = {label: [0, 0] for label in sorted(set(labels))}
    for mine, label in zip(said, labels, strict=True):
        right[label][0] += mine == label
        right[label][1] += 1
    return 100 * statistics.mean(good / total for good, total in right.values())


if __name__ == "__main__":
    main()
