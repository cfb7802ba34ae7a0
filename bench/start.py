"""How long a start takes, and what the console costs while nothing happens and while posts flood it.

First paint: from the start of the process to its frame. Usable: until posts stand in the panes, with 30,000 of them in
the store. Beside it the smallest Textual app, started in turns with it: believe the ratio to that. All of them start as
what was installed does, from bytecode: a shell that says PYTHONDONTWRITEBYTECODE would measure the compiler instead.

The flood comes in two ways: as a drill that the console itself makes, stores and shows, and as the same drill in a
headless process that collects, with a console beside it that follows what is written and shows it.

    python bench/start.py [--starts 7] [--rate 530] [--only start|load]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
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


def keep_bytecode(folder: Path) -> None:
    """Let every program that is started from now on keep its bytecode in a folder, and take it from there."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


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


@contextmanager
def collecting(folder: Path, *words: str) -> Iterator[str]:
    """Let a headless process collect a drill; gives the incident to follow."""
    before = drills(folder)
    process = subprocess.Popen(
        [*console(folder), *words, "--headless"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=os.environ | {"WARROOM_SCORING_ENABLED": "false"})
    try:
        while not (new := drills(folder) - before):
            if process.poll() is not None:
                raise SystemExit("The collector ended.")
            time.sleep(0.1)
        yield new.pop()
    finally:
        process.terminate()
        process.wait(60)


def drills(folder: Path) -> set[str]:
    """The drills in the database."""
    with closing(sqlite3.connect(f"file:{folder / 'warroom.db'}?mode=ro", uri=True)) as database:
        return {name for (name,) in database.execute("SELECT id FROM incidents WHERE kind = 'drill'")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=7, help="starts of each program")
    parser.add_argument("--rate", type=int, default=530,
                        help="posts a second of the flood, on average over its story; in its peak, which is measured, "
                             "there are nearly twice as many")
    parser.add_argument("--only", choices=("start", "load"), help="one of the two tables")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keep_bytecode(folder / "bytecode")
        asyncio.run(fill(folder))
        if args.only != "load":
            starts(folder, args.starts)
        if args.only != "start":
            loads(folder, args.rate)


def starts(folder: Path, count: int) -> None:
    """Print how long starts take, the smallest app's and the console's in turns."""
    small, first, usable = [], [], []
    seconds_until(SMALLEST, HELLO)  # these two compile, as an installation does
    seconds_until(console(folder), FRAME, CARD)
    for _ in range(count):
        small += seconds_until(SMALLEST, HELLO)
        frame, card = seconds_until(console(folder), FRAME, CARD)
        first.append(frame)
        usable.append(card)
    floor = statistics.median(small)
    print(f"| {'start, median of ' + str(count):44} | ms | of Textual |\n|{'-' * 46}|---|---|")
    for what, times in (("smallest Textual app, first paint", small), ("warroom, first paint", first),
                        (f"warroom, usable with {POSTS:,} posts", usable)):
        middle = statistics.median(times)
        print(f"| {what:44} | {middle * 1000:.0f} | {middle / floor:.2f}x |")


def loads(folder: Path, rate: int) -> None:
    """Print what a console costs: idle, in a flood that it makes itself, and beside a process that collects one."""
    print(f"\n| {'console, no scoring':44} | posts/s | % of a core | bytes/s |\n|{'-' * 46}|---|---|---|")
    report("idle, 30,000 posts, no source", load(folder, settle=8, seconds=20))
    flood = ("drill", "--speed", "20", "--rate", str(rate))
    report("drill: makes, stores and shows its posts", load(folder, *flood, settle=60, seconds=20))
    with collecting(folder, *flood) as incident:
        report("another process makes and stores them", load(folder, "--incident", incident, settle=58, seconds=20))


def report(what: str, figures: tuple[float, float, float]) -> None:
    share, written, rate = figures
    print(f"| {what:44} | {rate:.0f} | {share:.2%} | {written:.0f} |", flush=True)


if __name__ == "__main__":
    main()
