"""Measure the feed widget from outside: key to paint while posts pour in, with few and with a million posts in it.

    python bench/feed.py                 # all cases, about four minutes
    python bench/feed.py --quick         # shorter series
    python bench/feed.py --cases 1000    # only the cases whose name holds this

Two panes in 200x60: one is read (keys go to it), the other follows the newest posts. The app under test writes
``<<keys:selected:row>>`` into its status line in the same breath as it moves, so each key is accounted for, and a
selected post that changes its row without a key is seen as a jump.
"""

from __future__ import annotations

import asyncio
import gc
import random
import re
import sys
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import ClassVar

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from pty_harness import HEADER, PAINTED, Figures, Terminal, arguments, floor, moves, press_all  # noqa: E402 - the bench is run as a script

STATUS = re.compile(rb"<<(\d+):(-?\d+):(-?\d+)>>")
#: Posts that are made and handed over at once while the feeds are filled.
BATCH = 100
TOLD = re.compile(rb"##([a-z]+)=([\d.]+)##")


def texts() -> list[str]:
    """Real posts where the shared data is there, else made ones of the same length."""
    path = ROOT.parent / "shared" / "data" / "sentiment" / "semeval_val.tsv"
    if path.exists():
        return [line.split("\t", 1)[1] for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    dice = random.Random(1)
    words = [
        "refund", "sick", "cold", "brew", "batch", "never", "please", "❤️", "👍🏽", "café", "返金", "#acme", "why",
    ]
    return [" ".join(dice.choices(words, k=dice.randint(5, 30))) for _ in range(2000)]


def serve(rate: int, loaded: int) -> None:
    """Run the app under test: two feeds with ``loaded`` posts in all, and ``rate`` new posts a second shared out."""
    from textual.app import App, ComposeResult
    from textual.containers import Horizontal
    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widget import Widget

    from warroom.domain.item import Item
    from warroom.domain.model import LIVE, Platform, Post, Score
    from widgets.feed import Feed

    said = texts()
    now = datetime.now(UTC)
    moods = [Score(0.9, 0.08, 0.02), Score(0.1, 0.8, 0.1), Score(0.1, 0.2, 0.7), None]

    def make(number: int) -> Item:
        post = Post(
            platform=Platform.MASTODON, native_id=f"1158{number:014d}", author=f"person{number % 9973}@example.social",
            text=said[number % len(said)], created_at=now, reach=number % 50_000, replies=number % 5,
            reposts=number % 3,
        )
        return Item(id=number, room=LIVE, post=post, received_at=now, score=moods[number % 4])

    class Status(Widget):
        DEFAULT_CSS = "Status { height: 1; }"
        words = ""

        def render_line(self, y: int) -> Strip:
            del y
            return Strip.blank(0) if not self.words else Strip.from_lines([[*self._segments()]])[0]

        def _segments(self) -> list:
            from rich.segment import Segment

            return [Segment(self.words.ljust(self.size.width)[: self.size.width])]

        def say(self, words: str) -> None:
            self.words = words
            self.refresh(Region(0, 0, self.size.width, 1))

    class Bench(App[None]):
        CSS = """
        #panes { height: 1fr; }
        Feed { border: none; }
        .pane { border: solid $border; width: 1fr; }
        .pane:focus-within { border: solid $accent; }
        Feed > .feed--meta { color: $text-muted; }
        Feed > .feed--negative { color: $text-warning; }
        Feed > .feed--positive { color: $text-success; }
        Feed > .feed--rule { color: $foreground 20%; }
        Feed:focus > .feed--cursor { background: $foreground 12%; }
        """
        ENABLE_COMMAND_PALETTE = False
        feeds: ClassVar[list[Feed]] = []

        def compose(self) -> ComposeResult:
            from textual.containers import Vertical

            limit = max(200_000, loaded)
            self.status = Status()
            self.read = Reading(now=lambda: now, limit=limit)
            self.feeds[:] = [self.read, Feed(now=lambda: now, limit=limit)]
            with Horizontal(id="panes"):
                for feed in self.feeds:
                    with Vertical(classes="pane"):
                        yield feed
            yield self.status

        def on_mount(self) -> None:
            self.read.focus()
            self.numbers = count(1)
            begin, before = time.perf_counter(), memory()
            for feed in self.feeds:
                # In batches as a source brings them: whoever makes thousands of posts at once makes the process grow
                # by these posts, and that growth is not the feed's.
                for _ in range(0, loaded // 2, BATCH):
                    feed.extend([make(next(self.numbers)) for _ in range(BATCH)])
            took, grown = time.perf_counter() - begin, memory() - before
            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 20, 50)
            self.facts = f"##load={took:.3f}## ##bytes={grown / max(1, loaded):.1f}##"
            self.set_timer(0.5, self.ready)

        async def ready(self) -> None:
            self.read.tell()
            if rate:
                self.run_worker(self.pour())

        async def pour(self) -> None:
            """Hand ``rate`` posts a second to the feeds, in the small batches in which a bus would."""
            loop = asyncio.get_running_loop()
            begin, poured = loop.time(), 0
            while True:
                due = int((loop.time() - begin) * rate) - poured
                batch = [make(next(self.numbers)) for _ in range(due)]
                poured += due
                half = len(batch) // 2
                self.feeds[0].extend(batch[:half])
                self.feeds[1].extend(batch[half:])
                await asyncio.sleep(0.02)

    class Reading(Feed):
        pressed = 0

        def move(self, delta: int) -> None:
            super().move(delta)
            self.pressed += 1
            self.tell()

        action_move = move

        def told(self) -> None:
            super().told()
            if self.pressed:
                self.tell()

        def tell(self) -> None:
            app = self.app
            if isinstance(app, Bench):
                row = self._window.row
                app.status.say(f"<<{self.pressed}:{self.selected or 0}:{row}>> {app.facts} new {self.unseen}")

    Bench().run()


def memory() -> int:
    """Resident bytes of this process."""
    import os

    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def serve_one_line() -> None:
    """Run the smallest Textual app that answers a key: what the framework costs by itself."""
    from textual.app import App, ComposeResult
    from textual.binding import Binding
    from textual.widget import Widget

    class Line(Widget, can_focus=True):
        BINDINGS: ClassVar[list[Binding]] = [Binding("j,k", "count", "count", priority=True)]
        pressed = 0

        def action_count(self) -> None:
            self.pressed += 1
            self.refresh()

        def render(self) -> str:
            return f"<<{self.pressed}:0:0>>"

    class OneLine(App[None]):
        CSS = "Line { height: 1; }"

        def compose(self) -> ComposeResult:
            yield Line()

    OneLine().run()


class Watch:
    """Reads the status line out of the output: key counts for the harness, jumps for itself."""

    def __init__(self) -> None:
        self.jumps = 0
        self.states = 0
        self._last: tuple[int, int, int] | None = None
        self._tail = b""

    def see(self, data: bytes) -> None:
        """Look for states in a piece of output."""
        seen = self._tail + data
        end = 0
        for match in STATUS.finditer(seen):
            keys, selected, row = (int(part) for part in match.groups())
            end = match.end()
            self.states += 1
            if self._last is not None and self._last[0] == keys > 0 and self._last != (keys, selected, row):
                self.jumps += 1
            self._last = keys, selected, row
        self._tail = seen[max(end, len(seen) - 64):]


def case(name: str, rate: int, loaded: int, presses: int, fps: str) -> tuple[Figures, int, dict[str, float]]:
    """Measure one case: its figures, the jumps that were seen, and what the app told of itself."""
    figures = Figures(name)
    watch = Watch()
    command = [sys.executable, str(Path(__file__).resolve()), f"--serve={rate},{loaded}"]
    with Terminal(command, columns=200, rows=60, TEXTUAL_FPS=fps) as terminal:
        facts: dict[str, float] = {}
        tail = b""
        end = time.perf_counter() + 180
        while not STATUS.search(tail):
            if time.perf_counter() > end:
                raise SystemExit(f"{name}: the app is not ready after three minutes")
            tail = (tail + terminal.read(1.0))[-65536:]
            if not figures.first_paint and PAINTED.search(tail):
                figures.first_paint = (time.perf_counter() - terminal.started) * 1000
        facts = {key.decode(): float(value) for key, value in TOLD.findall(tail)}
        terminal.run(2.0)
        if rate == 0:
            before, begin = terminal.processor(), time.perf_counter()
            figures.idle_bytes = terminal.run(8.0)
            figures.idle = (terminal.processor() - before) / (time.perf_counter() - begin) * 100
        terminal.listeners.append(lambda data, _when: watch.see(data))
        press_all(terminal, figures, moves(presses))
    return figures, watch.jumps, facts


ONE_LINE = -1
CASES = (
    ("Textual, one line", ONE_LINE, 0), ("nothing comes in, 10k loaded", 0, 10_000),
    ("1,000/s", 1_000, 0), ("2,000/s", 2_000, 0),
    ("1,000/s, 100k loaded", 1_000, 100_000), ("1,000/s, 1M loaded", 1_000, 1_000_000),
)


def main() -> None:
    """Run the cases, print the table."""
    args = arguments(__doc__).parse_args()
    if args.serve:
        rate, loaded = (int(part) for part in args.serve.split(","))
        if rate == ONE_LINE:
            serve_one_line()
        else:
            serve(rate, loaded)
        return
    presses = 100 if args.quick else 400
    least = floor(presses)
    print(f"{HEADER} {'of 1k/s':>8} {'jumps':>5} {'MB/100k':>8} {'load s':>7}")
    print(least.row(None))
    base: Figures | None = None
    for name, rate, loaded in CASES:
        if args.cases not in name:
            continue
        figures, jumps, facts = case(name, rate, loaded, presses, args.fps)
        if name == "1,000/s":
            base = figures
        ratio = f"{figures.percentile(0.5) / base.percentile(0.5):7.2f}x" if base else f"{'-':>8}"
        each = f"{facts['bytes'] * 0.1:8.1f}" if loaded >= 100_000 else f"{'-':>8}"
        print(f"{figures.row(least)} {ratio} {jumps:5d} {each} {facts.get('load', 0):7.2f}", flush=True)


if __name__ == "__main__":
    main()
