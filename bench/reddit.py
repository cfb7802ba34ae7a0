"""Measure the Reddit source: how long a post takes from the server to the store, and what a look at full pages costs.

    python bench/reddit.py               # about 40 s
    python bench/reddit.py --interval 2  # seconds between two rounds

A scripted Reddit on loopback takes posts at random times; *late* is from its acceptance to the line in the store,
through the engine's own intake. *Cost* is the processor time of reading a page of a hundred items of 4 kB each: when
all are new, and when none is, which is what a quiet Reddit costs every round.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from helpers.engine import until  # noqa: E402 - the bench is run as a script
from helpers.reddit_server import RedditServer, reddit  # noqa: E402
from helpers.rig_reddit import LOGIN  # noqa: E402

from sources._reddit_reader import Haul, Reader  # noqa: E402
from sources.reddit import RedditFollow, RedditSource  # noqa: E402
from warroom.domain.health import SourceReport, SourceState  # noqa: E402
from warroom.domain.model import LIVE  # noqa: E402
from warroom.domain.terms import Terms  # noqa: E402
from warroom.engine.bus import Arrived, Bus, Message  # noqa: E402
from warroom.engine.clock import SystemClock  # noqa: E402
from warroom.engine.intake import Intake  # noqa: E402
from warroom.store.sql import open_store  # noqa: E402

TERMS = Terms(brand=("Acme", "Acme Coffee"), products=("cold brew",), competitors=("Rival Roasters",))
POSTS = 60
FILLING = {f"field_{number}": "x" * 20 for number in range(100)}  # a real item has about a hundred fields


async def lateness(interval: float, folder: Path) -> list[float]:
    """Seconds from the server's acceptance of each post to its line in the store."""
    accepted: dict[str, float] = {}
    late: list[float] = []

    def hear(message: Message) -> None:
        if isinstance(message, Arrived):
            late.extend(time.monotonic() - accepted[item.post.native_id] for item in message.items)

    async def herald(_: SourceReport) -> None:
        return

    dice = random.Random(1)
    async with reddit() as server:
        server.most = 10**6
        fill(server)
        store, bus = await open_store(folder / "warroom.db"), Bus()
        source = RedditSource(login=LOGIN, terms=TERMS, base_url=server.url,
                              follow=RedditFollow(subreddits=("coffee",), interval=interval))
        intake = Intake(source, room=LIVE, store=store, bus=bus, clock=SystemClock(), herald=herald, dice=dice)
        task = asyncio.create_task(intake.run())
        await until(lambda: intake.report.state is SourceState.LIVE)
        bus.subscribe(hear)
        for number in range(POSTS):
            name = server.submit(f"Acme {number}")
            accepted[name] = time.monotonic()
            await asyncio.sleep(dice.uniform(0.0, interval))
        await until(lambda: len(late) == POSTS, seconds=60)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await store.close()
    return late


def fill(server: RedditServer) -> None:
    """Make full pages to look at, of what a round finds again and again."""
    for number in range(100):
        server.comment(server.submit(f"What is new? {number}", **FILLING), f"Nothing, {number}.", **FILLING)


async def cost() -> tuple[float, float, float]:
    """Processor time (ms) for a page: to parse it, to read it when all is new, and when nothing is."""
    async with reddit() as server:
        fill(server)
        children = [{"kind": "t3", "data": thing} for name, thing in server.things.items() if name.startswith("t3_")]
    body = json.dumps({"kind": "Listing", "data": {"children": children}})
    parse, new, old = [], [], []
    for _ in range(30):
        reader = Reader(TERMS, www="https://www.reddit.com", now=lambda: datetime.now(UTC))
        began = time.process_time()
        items = json.loads(body)["data"]["children"]
        parsed = time.process_time()
        reader.read(items, Haul(), sifted=False)
        first = time.process_time()
        reader.read(items, Haul(), sifted=False)
        parse.append(parsed - began)
        new.append(first - parsed)
        old.append(time.process_time() - first)
    return tuple(1000 * statistics.median(series) for series in (parse, new, old))  # type: ignore[return-value]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--interval", type=float, default=1.0)
    interval: float = parser.parse_args().interval
    with tempfile.TemporaryDirectory() as folder:
        late = sorted(asyncio.run(lateness(interval, Path(folder))))
    parse, new, old = asyncio.run(cost())
    p95 = late[int(0.95 * len(late))]
    print(f"late, rounds every {interval:g} s: p50 {statistics.median(late):.2f} s, p95 {p95:.2f} s, "
          f"most {late[-1]:.2f} s; allowed p95 {interval + 1:g} s: {'ok' if p95 <= interval + 1 else 'TOO LATE'}")
    print(f"cost of a page of 100: parse {parse:.1f} ms, all new {new:.1f} ms ({new / parse:.1f}x), "
          f"nothing new {old:.1f} ms ({old / parse:.1f}x)")


if __name__ == "__main__":
    main()
