"""How long a start takes, and what the console costs while nothing happens and while a drill floods it.

First paint: from the start of the process to its frame. Usable: until posts stand in the panes, with 30,000 of them in
the store. Beside it the smallest Textual app, started in turns with it: believe the ratio to that.

    python bench/start.py [--starts 7] [--rate 1000]
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from pty_harness import Terminal  # noqa: E402 - the bench is run as a script

from sources.drill import DrillSource  # noqa: E402
from sources.scenario import load_scenario  # noqa: E402
from warroom.domain.model import LIVE, Post  # noqa: E402
from warroom.engine.clock import SystemClock  # noqa: E402
from warroom.ports import Batch  # noqa: E402
from warroom.store.sql import open_store  # noqa: E402

POSTS = 30_000
SMALLEST = [
    sys.executable, "-c",
    """from textual.app import App
from textual.widgets import Static
class Smallest(App):
    def compose(self):
        yield Static('hello')
Smallest().run()""",
]
HELLO, FRAME, CARD = re.compile(b"hello"), re.compile(b"Mastodon"), re.compile("▌".encode())


def console(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "warroom", "--data-dir", str(folder), *words]


async def fill(folder: Path) -> None:
    """Put posts of a drill into the live room, as if they had come from the platforms."""
    source = DrillSource(load_scenario("product-failure"), clock=SystemClock(), seed=1, speed=60, rate=1_000)
    posts = list(islice((post for _, post in source.plan() if isinstance(post, Post)), POSTS))
    store = await open_store(folder / "warroom.db")
    for start in range(0, POSTS, 500):
        await store.add(LIVE, "bench", Batch(posts[start : start + 500], str(start)), SystemClock().now())
    await store.close()


def seconds_until(command: list[str], *wanted: re.Pattern[bytes]) -> list[float]:
    """Start a program, and say when each pattern stood on the screen, in seconds from the start."""
    with Terminal(command, columns=200, rows=60, WARROOM_SCORING_ENABLED="false") as terminal:
        times = []
        for pattern in wanted:
            if not terminal.until(pattern, 60):
                raise SystemExit(f"{command} never showed {pattern.pattern!r}.")
            times.append(time.perf_counter() - terminal.started)
        return times


def stored(folder: Path) -> int:
    """Posts in the database, as another process sees them."""
    with closing(sqlite3.connect(f"file:{folder / 'warroom.db'}?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT sum(posts) FROM rooms").fetchone()[0])


def load(folder: Path, *words: str, settle: float, seconds: float) -> tuple[float, float, float]:
    """Run a console, and after ``settle`` seconds say its share of a core, its bytes and its posts a second."""
    command = console(folder, *words)
    with Terminal(command, columns=200, rows=60, WARROOM_SCORING_ENABLED="false") as terminal:
        terminal.until(FRAME, 60)
        terminal.run(settle)
        before, at, had = terminal.processor(), time.perf_counter(), stored(folder)
        written = terminal.run(seconds)
        spent = time.perf_counter() - at
        return (terminal.processor() - before) / spent, written / spent, (stored(folder) - had) / spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=7, help="starts of each program")
    parser.add_argument("--rate", type=int, default=1_000, help="posts a second of the flood")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(fill(folder))
        small, first, usable = [], [], []
        for _ in range(args.starts):
            small += seconds_until(SMALLEST, HELLO)
            frame, card = seconds_until(console(folder), FRAME, CARD)
            first.append(frame)
            usable.append(card)
        floor = statistics.median(small)
        print(f"| {'start, median of ' + str(args.starts):44} | ms | of Textual |\n|{'-' * 46}|---|---|")
        for what, times in (("smallest Textual app, first paint", small), ("warroom, first paint", first),
                            (f"warroom, usable with {POSTS:,} posts", usable)):
            middle = statistics.median(times)
            print(f"| {what:44} | {middle * 1000:.0f} | {middle / floor:.2f}x |")
        print(f"\n| {'console, no scoring':44} | posts/s | % of a core | bytes/s |\n|{'-' * 46}|---|---|---|")
        share, written, rate = load(folder, settle=8, seconds=20)
        print(f"| {'idle, 30,000 posts, no source':44} | {rate:.0f} | {share:.2%} | {written:.0f} |")
        flood = ("drill", "--speed", "20", "--rate", str(args.rate))
        share, written, rate = load(folder, *flood, settle=60, seconds=20)
        print(f"| {'drill, the making of its posts included':44} | {rate:.0f} | {share:.1%} | {written:.0f} |")


if __name__ == "__main__":
    main()
