"""A day of trouble at fifty times the speed: nothing may be lost or doubled, and memory must stay flat.

    python bench/soak.py               # a day: 29 minutes; Bluesky needs `make servers`
    python bench/soak.py --minutes 6   # six minutes of it, which are five simulated hours

Three servers on loopback (scripted Reddit and Mastodon, the real Bluesky PDS with a scripted AppView) take posts at
random times. Every simulated minute each meets a fault: a 429, a 500, a burst of 503, malformed JSON, a dropped and a
hung connection, a worn token, a restart, a websocket that closes with 1000. A process of its own reads all three
through the engine's intakes into one SQLite store, Bluesky by its stream, by search and by notifications at once. What
that process waits for (backoff, patience, intervals) is shortened as the time is, and so are the bounds of what fills
up in a day of posts, or nothing would be full by the evening: sources remember 500 posts in the place of 50,000
(0.5 kB each), and SQLite's cache is 1.3 MB a connection in the place of 64.

Memory is that process's resident set. Its slope is by least squares over the second half of the run, in ten slices
whose means count, with the slope's standard error; a slope of less than two of those is not told from flat. In the end
the process is asked to give back what the allocator holds and nobody uses (malloc_trim): that much were holes.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ctypes
import math
import os
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
# In the place of this folder, where files have the names of libraries.
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from helpers.platforms import TERM, Fault, PlatformRig, Side  # noqa: E402

from bench.faults import a_rig, fixtures  # noqa: E402 - the bench is run as a script
from warroom.domain.model import Platform  # noqa: E402

SPEED = 50
MINUTE = 60 / SPEED
#: Posts a second (real) on each platform, and seconds (real) between two looks at the memory.
RATE, SAMPLE, QUIET = 2.0, 2.0, 90.0
#: Posts that a source remembers: full after a fifth of a day, so that nothing fills up in the half that counts.
KEEP = 500
#: What the weather is made of, and how often a fault comes in a row. None is a restart of the server.
WEATHER: tuple[tuple[Fault | None, int], ...] = (
    (Fault.LIMITED, 1), (Fault.ERROR, 1), (Fault.UNAVAILABLE, 4), (Fault.MALFORMED, 1), (Fault.DROP_BEFORE, 1),
    (Fault.DROP_AFTER, 1), (Fault.HANG, 1), (Fault.EXPIRED, 1), (Fault.CLOSE_1000, 1), (None, 1),
)


async def collect(folder: Path, urls: dict[Platform, str], handle: str) -> None:
    """Read all three servers into one store, until killed; ``handle`` is ours on Bluesky."""
    from helpers.mastodon_data import TOKEN
    from helpers.rig_bluesky import PASSWORD
    from helpers.rig_reddit import LOGIN

    from sources import _bluesky_polls
    from sources.bluesky import BlueskyFollow, BlueskyLogin, BlueskySource
    from sources.mastodon import MastodonFollow, MastodonLogin, MastodonSource
    from sources.reddit import RedditFollow, RedditSource
    from warroom.domain.health import SourceReport, SourceState
    from warroom.domain.model import LIVE
    from warroom.domain.terms import Terms
    from warroom.engine import intake
    from warroom.engine.bus import Bus
    from warroom.engine.clock import SystemClock
    from warroom.engine.settle import settle
    from warroom.store import link
    from warroom.store.sql import open_store

    async def herald(report: SourceReport) -> None:
        if report.state is SourceState.LIVE and report.name in waiting:
            waiting.discard(report.name)
            if not waiting:
                settle()  # as `warroom collect` does
            print(report.name, flush=True)

    def give_back() -> None:
        ctypes.CDLL(None).malloc_trim(0)
        print("given back", flush=True)

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, give_back)
    waiting = set(map(str, Platform))
    intake.FIRST, intake.LONGEST = intake.FIRST / SPEED, intake.LONGEST / SPEED  # type: ignore[misc]
    link.CACHE //= SPEED  # type: ignore[misc]
    # How far back each look goes for what was listed late.
    _bluesky_polls.OVERLAP /= SPEED  # type: ignore[misc]
    terms = Terms(brand=(TERM,))
    sources = (
        RedditSource(login=LOGIN, terms=terms, base_url=urls[Platform.REDDIT], patience=1.0, keep=KEEP,
                     follow=RedditFollow(subreddits=("coffee",), interval=0.4, recheck=1.0)),
        MastodonSource(base_url=urls[Platform.MASTODON], terms=terms, login=MastodonLogin(TOKEN),
                       follow=MastodonFollow(interval=0.5), open_timeout=1.0, patience=1.0, keep=KEEP),
        BlueskySource(base_url=urls[Platform.BLUESKY], terms=terms, open_timeout=1.0, patience=10, keep=KEEP,
                      login=BlueskyLogin(identifier=handle, app_password=PASSWORD),
                      follow=BlueskyFollow(threads=False, interval=1.0)),
    )
    store = await open_store(folder / "warroom.db")
    await asyncio.gather(*(
        intake.Intake(source, room=LIVE, store=store, bus=Bus(), clock=SystemClock(), herald=herald,
                      dice=random.Random(1)).run() for source in sources))


async def people(rig: PlatformRig, posted: list[str], until: float, up: asyncio.Lock) -> None:
    """Post at random times; while a server is away, nobody can."""
    dice = random.Random(len(rig.platform))
    while time.monotonic() < until:
        await asyncio.sleep(dice.expovariate(RATE))
        async with up:
            words = f"{TERM} on {rig.platform}, {len(posted)}"
            await rig.post(words)
            posted.append(words)


async def weather(rig: PlatformRig, met: Counter[str], until: float, up: asyncio.Lock) -> None:
    """A fault every simulated minute. Who holds ``up`` has the server: a post on its way arrives before a restart."""
    dice = random.Random(100 + len(rig.platform))
    able = [(fault, times) for fault, times in WEATHER if fault is None or fault in rig.faults[Side.READ]]
    while time.monotonic() < until:
        await asyncio.sleep(MINUTE)
        fault, times = dice.choice(able)
        met["restart" if fault is None else str(fault)] += 1
        if fault is not None:
            rig.fault(fault, times=times)
            if rig.platform is Platform.MASTODON and dice.random() < 0.5:
                cast("Any", rig).server.hang_up()
            continue
        async with up:
            rig.mend()
            if rig.platform is Platform.BLUESKY and dice.random() < 0.9:
                # Its way out of the house is cut; the whole server is killed now and then, for its start takes seconds.
                await cast("Any", rig).close_proxy()
                await cast("Any", rig).open_proxy()
            else:
                await rig.stop()
                await rig.start()


def megabytes(pid: int) -> float:
    """The resident set of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def stored(file: Path) -> Counter[str]:
    """The texts in the store."""
    with contextlib.closing(sqlite3.connect(file)) as database:
        return Counter(text for text, in database.execute("SELECT text FROM posts"))


async def soak(minutes: float, folder: Path) -> None:
    posted: dict[Platform, list[str]] = {platform: [] for platform in Platform}
    met: dict[Platform, Counter[str]] = {platform: Counter() for platform in Platform}
    memory: list[tuple[float, float]] = []
    with fixtures(list(Platform)) as given:
        async with contextlib.AsyncExitStack() as stack:
            rigs = [await stack.enter_async_context(a_rig(platform, given)) for platform in Platform]
            bluesky = cast("Any", next(rig for rig in rigs if rig.platform is Platform.BLUESKY))
            bluesky.has_app_view = True
            urls = [rig.server.url if hasattr(rig, "server") else cast("Any", rig).url for rig in rigs]
            process = await asyncio.create_subprocess_exec(
                sys.executable, __file__, "--collect", str(folder), *urls, bluesky.handle, stdout=subprocess.PIPE)
            try:
                for _ in rigs:  # what was posted before a first start is nobody's gap
                    await cast("Any", process.stdout).readline()
                began = time.monotonic()
                until = began + 60 * minutes
                works = []
                for rig in rigs:
                    up = asyncio.Lock()
                    works += [people(rig, posted[rig.platform], until, up),
                              weather(rig, met[rig.platform], until, up)]
                day = asyncio.gather(*works)
                while not day.done():
                    await asyncio.sleep(SAMPLE)
                    memory.append((time.monotonic() - began, megabytes(process.pid)))
                await day
                for rig in rigs:
                    rig.mend()
                every = {text for texts in posted.values() for text in texts}
                quiet = time.monotonic() + QUIET
                while time.monotonic() < quiet and not every <= stored(  # noqa: ASYNC110 - another process writes there
                        folder / "warroom.db").keys():
                    await asyncio.sleep(0.5)
                healed = time.monotonic() - began - 60 * minutes
                memory.append((time.monotonic() - began, megabytes(process.pid)))
                process.send_signal(signal.SIGUSR1)
                async with asyncio.timeout(10):
                    await cast("Any", process.stdout).readline()
                holes = memory[-1][1] - megabytes(process.pid)
            finally:
                process.kill()
                await process.wait()
    found = stored(folder / "warroom.db")
    tell(posted, met, found)
    hours = 60 * minutes * SPEED / 3600
    late = [(at * SPEED / 3600, size) for at, size in memory if 30 * minutes < at <= 60 * minutes]
    slope, error = slope_of(late)
    sizes = [size for _, size in late]
    print(f"{hours:.1f} simulated hours in {minutes:g} min; all in the store {healed:.1f} s after the last fault; "
          f"memory {memory[0][1]:.1f} MB at the start, {min(sizes):.1f} to {max(sizes):.1f} MB in the second half, "
          f"where its slope is {slope:+.3f} MB per simulated hour (standard error {error:.3f}); "
          f"{holes:.1f} MB in the end were the allocator's holes")


def slope_of(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The slope of a line through the means of ten slices of (time, size), and its standard error.

    Sizes that follow each other at once are nearly the same, and would make the error look smaller than it is.
    """
    many = math.ceil(len(points) / 10)
    slices = [points[at:at + many] for at in range(0, len(points), many)]
    times = [statistics.fmean(at for at, _ in one) for one in slices]
    means = [statistics.fmean(size for _, size in one) for one in slices]
    line = statistics.linear_regression(times, means)
    left = sum((mean - line.intercept - line.slope * at) ** 2 for at, mean in zip(times, means, strict=True))
    spread = sum((at - statistics.fmean(times)) ** 2 for at in times)
    return line.slope, math.sqrt(left / (len(times) - 2) / spread)


def tell(
    posted: dict[Platform, list[str]], met: dict[Platform, Counter[str]], found: Counter[str],
) -> None:
    """Print a line a platform."""
    print("| platform | posts | faults | restarts among them | lost | doubled |\n|---|---|---|---|---|---|")
    for platform, texts in posted.items():
        lost = sum(text not in found for text in texts)
        doubled = sum(found[text] - 1 for text in texts if found[text] > 1)
        print(f"| {platform} | {len(texts):,} | {met[platform].total()} | {met[platform]['restart']} | {lost} | "
              f"{doubled} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=24 * 60 / SPEED, help="real minutes")
    parser.add_argument("--collect", nargs=5, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.collect:
        folder, *urls, handle = options.collect
        asyncio.run(collect(Path(folder), dict(zip(Platform, urls, strict=True)), handle))
        return
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(soak(options.minutes, Path(folder)))


if __name__ == "__main__":
    main()
