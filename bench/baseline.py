"""What the baseline costs: a share of a core at a rate of posts, bytes, a history of a million posts, a restart.

    python bench/baseline.py [--rate 1000] [--history 1000000]

Posts are those of a drill's crisis, and sixteen terms are listened for. The yardstick of a machine is beside it: the
same posts matched against the terms alone, as every source does already. Processor time, not wall time.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import sys
import time
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sources._story import Story  # noqa: E402 - the bench is run as a script
from sources.scenario import load_scenario  # noqa: E402 - the bench is run as a script
from warroom.domain.history import History  # noqa: E402 - the bench is run as a script
from warroom.domain.item import Item  # noqa: E402 - the bench is run as a script
from warroom.domain.model import Platform, Post, Score  # noqa: E402 - the bench is run as a script
from warroom.domain.sentry import Sentry  # noqa: E402 - the bench is run as a script
from warroom.domain.tally import STEP, Tally  # noqa: E402 - the bench is run as a script
from warroom.domain.terms import Terms  # noqa: E402 - the bench is run as a script
from warroom.domain.trace import Trace  # noqa: E402 - the bench is run as a script

BEGIN = datetime(2026, 3, 6, 12, 0, tzinfo=UTC).timestamp()
SCORE = Score(0.7, 0.2, 0.1)
ROUNDS = 5


def posts() -> list[Post]:
    told = (post for _, post in Story(load_scenario("false-rumour"), seed=1, scale=4.0) if isinstance(post, Post))
    return [post for post in itertools.islice(told, 10_000) if len(post.text) < 2_000]


def terms() -> Terms:
    brand = load_scenario("false-rumour").brand
    return Terms(brand=brand, products=tuple(f"product {number}" for number in range(16 - len(brand))))


def items(told: list[Post], count: int, rate: float) -> list[Item]:
    """So many posts at a rate, the same texts over and over, each a post of its own."""
    made = []
    for number in range(count):
        post = told[number % len(told)]
        at = datetime.fromtimestamp(BEGIN + number / rate, UTC)
        made.append(Item(id=number, room="live", received_at=at, post=Post(
            platform=post.platform, native_id=str(number), author=post.author, text=post.text, created_at=at,
            hashtags=post.hashtags, links=post.links)))
    return made


def counting(told: list[Post], rate: float) -> tuple[float, float]:
    """Processor µs a post, of all the counting with its score, and of the matching alone; the best of some rounds."""
    whole, alone = [], []
    some = items(told, 50_000, rate)
    for _ in range(ROUNDS):
        tally = Tally(terms())
        tally.begin(BEGIN)
        began = time.process_time()
        for item in some:
            tally.add(item, item.received_at.timestamp())
            tally.score(item.id, SCORE)
        whole.append((time.process_time() - began) / len(some))
        matches = Terms(tally.terms).matches
        began = time.process_time()
        for item in some:
            matches(item.post.text, item.post.hashtags, item.post.links)
        alone.append((time.process_time() - began) / len(some))
    return 1e6 * min(whole), 1e6 * min(alone)


def judging(told: list[Post], rate: float) -> tuple[float, int, int]:
    """Processor ms of judging one bin in every scope (median), the number of scopes, and the bytes of the state."""
    tally = Tally(terms())
    tally.begin(BEGIN)
    sentry = Sentry(tally.terms, tuple(Platform))
    for item in items(told, int(min(rate, 50) * STEP * 4), min(rate, 50)):
        tally.add(item, item.received_at.timestamp())
        tally.score(item.id, SCORE)
        tally.pass_time(item.received_at.timestamp())
    costs = []
    for sealed in tally.take():
        began = time.process_time()
        sentry.judge(sealed)
        sentry.feel(tally, sealed.began + STEP)
        costs.append(time.process_time() - began)
    size = len(json.dumps([series.state() for series in sentry.series.values()]))
    return 1e3 * statistics.median(costs), len(sentry.series), size


def history(told: list[Post], count: int) -> tuple[float, float]:
    """Processor seconds of counting so many stored posts of two weeks, and of judging their bins."""
    tally = Tally(terms())
    past = History(tally)
    span = 14 * 86_400.0
    began = time.process_time()
    for number in range(count):
        post = told[number % len(told)]
        past.add(Trace(id=number, platform=post.platform, written=BEGIN - span + number * span / count, text=post.text,
                       hashtags=post.hashtags, links=post.links, negative=number % 3 == 0, valence=0.1))
    counted = time.process_time() - began
    sentry = Sentry(tally.terms, tuple(Platform))
    began = time.process_time()
    for _ in past.teach(sentry, since=BEGIN - span, until=BEGIN):
        pass
    return counted, time.process_time() - began


def memory(told: list[Post], rate: float) -> float:
    """MiB that the tally holds at its largest, for a flood of so many a second."""
    tracemalloc.start()
    tally = Tally(terms())
    tally.begin(BEGIN)
    for number in range(200_000):
        post = told[number % len(told)]
        at = BEGIN + number / rate
        item = Item(id=number, room="live", post=post, received_at=datetime.fromtimestamp(at, UTC))
        tally.add(item, at)
        tally.pass_time(at)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=1_000.0)
    parser.add_argument("--history", type=int, default=1_000_000)
    args = parser.parse_args()
    told = posts()
    whole, alone = counting(told, args.rate)
    print(f"a post: {whole:.1f} µs counted, scored and matched; {alone:.1f} µs of it the matching alone")
    print(f"at {args.rate:,.0f} posts a second: {whole * args.rate / 1e4:.2f} % of a core")
    bins, scopes, size = judging(told, args.rate)
    print(f"a bin (every five minutes): {bins:.1f} ms in {scopes} scopes; state {size / 1024:.0f} kB")
    counted, judged = history(told, args.history)
    print(f"a history of {args.history:,} posts: {counted:.1f} s to count, {judged:.1f} s to judge two weeks")
    print(f"memory in a flood: {memory(told, args.rate):.0f} MiB")


if __name__ == "__main__":
    main()
