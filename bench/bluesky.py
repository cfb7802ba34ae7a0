"""Measure the Bluesky source under the traffic of the whole network: what it costs, and how long keys would wait.

    python bench/bluesky.py              # about a minute
    python bench/bluesky.py --rate 2000  # events a second in the live series
    python bench/bluesky.py --matching 2000  # posts a second that all name the brand

A server process on loopback sends commits as a relay does: 7 likes and follows for each post, one post in fifty with
the brand's name, 5 kB each. *Backlog* is what reading them flat out costs. *Live* sends ``--rate`` events a second and
measures how late a 5 ms timer of the reader's event loop fires; the same series without a source is the floor. *Into
the store* sends posts that all name the brand, as a Jetstream does, through the engine into SQLite: how many a second,
whether one is lost or there twice, and how long each took from the server's sending to its line in the store.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Iterator
from contextlib import aclosing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from helpers.firehose import a_record, car, cid_of, commit, event, op  # noqa: E402 - the bench is run as a script

from sources.bluesky import BlueskySource  # noqa: E402
from warroom.domain.health import SourceReport  # noqa: E402
from warroom.domain.model import LIVE, Post  # noqa: E402
from warroom.domain.terms import Terms  # noqa: E402
from warroom.engine.bus import Bus  # noqa: E402
from warroom.engine.clock import SystemClock  # noqa: E402
from warroom.engine.intake import Intake  # noqa: E402
from warroom.ports import Batch, Stored  # noqa: E402
from warroom.store.sql import open_store  # noqa: E402

TERMS = Terms(brand=("Acme", "Acme Coffee"), products=("cold brew", "Acme Roast"), competitors=("Rival Roasters",),
              hashtags=("acmefail", "acmecoldbrew"))
TEXT = "I went down to the shop and bought a loaf of bread, then sat in the park and watched the birds for an hour"
BACKLOG = 20_000
#: How long posts that all match are sent (s), and how long the last of them may take.
SECONDS = 20.0
PATIENCE = 60.0


def traffic(count: int) -> Iterator[bytes]:
    """Commits in the network's mix; the filling stands for the tree's nodes and the signature."""
    filling = [(cid_of(bytes([number])), b"\x58\xff" + bytes(255)) for number in range(16)]
    now = datetime.now(UTC).isoformat()
    for seq in range(1, count + 1):
        did = f"did:plc:{seq % 977:024d}"
        if seq % 8:
            yield event("#commit", seq, repo=did, tooBig=False, blocks=car(filling), time=now,
                        ops=[{"action": "create", "path": f"app.bsky.feed.like/3l{seq:011d}", "cid": filling[0][0]}])
        else:
            text = f"{TEXT} {seq}" + (" Acme!" if seq % 400 == 0 else "")
            one = op("create", f"3l{seq:011d}", a_record(text))
            block = one[2] or b""
            yield commit(seq, one, did=did, time=now, blocks=car([*filling, (cid_of(block), block)]))


def matching(seq: int) -> str:
    """A post that names the brand, written and sent now, as a Jetstream tells it."""
    now = datetime.now(UTC).isoformat()
    return json.dumps({"$type": "message", "payload": {
        "$type": "network.bsky.jetstream.subscribeEvents#commit", "seq": seq, "did": f"did:plc:{seq % 977:024d}",
        "time": now, "witnessedAt": now, "operation": "create", "collection": "app.bsky.feed.post",
        "rkey": f"3l{seq:011d}", "rev": f"3l{seq:011d}", "cid": "bafy",
        "record": a_record(f"Acme! {TEXT} {seq}", createdAt=now, langs=["en"])}})


async def serve(rate: float) -> None:
    """Send the traffic to whoever connects, ``rate`` events a second (0: as fast as it goes)."""
    from aiohttp import web

    frames = list(traffic(BACKLOG))

    async def subscribe(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        began = time.perf_counter()
        with suppress(ConnectionError):
            for number, one in enumerate(frames):
                if rate and (ahead := number / rate - (time.perf_counter() - began)) > 0:
                    await asyncio.sleep(ahead)
                await socket.send_bytes(one)
            await asyncio.sleep(3600)
        return socket

    async def jetstream(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(protocols=("xrpc.v1.json",))
        await socket.prepare(request)
        began = time.perf_counter()
        with suppress(ConnectionError):
            for number in range(int(rate * SECONDS)):
                if (ahead := number / rate - (time.perf_counter() - began)) > 0:
                    await asyncio.sleep(ahead)
                await socket.send_str(matching(number + 1))
            await asyncio.sleep(3600)
        return socket

    app = web.Application()
    app.router.add_get("/xrpc/com.atproto.sync.subscribeRepos", subscribe)
    app.router.add_get("/xrpc/network.bsky.jetstream.subscribeEvents", jetstream)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.sleep(3600)


@contextmanager
def server(rate: float) -> Iterator[str]:
    """A server in a process of its own; its address."""
    process = subprocess.Popen([sys.executable, __file__, "--serve", str(rate)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.kill()
        process.wait()


async def lateness(seconds: float) -> list[float]:
    """How late a 5 ms timer fires, in milliseconds."""
    late: list[float] = []
    end = time.perf_counter() + seconds
    while (now := time.perf_counter()) < end:
        await asyncio.sleep(0.005)
        late.append((time.perf_counter() - now - 0.005) * 1000)
    return late


async def follow(url: str, until: int) -> int:
    """Read up to a sequence number; how many posts were kept."""
    kept = 0
    async with aclosing(BlueskySource(base_url=url, terms=TERMS).stream("")) as stream:
        async for batch in stream:
            kept += len(batch.posts)
            if batch.cursor and int(batch.cursor.partition("@")[0]) >= until:
                break
    return kept


def told(name: str, late: list[float], cpu: float) -> str:
    """One row of the live series."""
    cuts = statistics.quantiles(late, n=100)
    return f"| {name} | {cuts[49]:.2f} | {cuts[94]:.2f} | {cuts[98]:.2f} | {cpu * 100:.1f} |"


async def live(rate: float, seconds: float) -> None:
    """The live series and its floor."""
    print(f"\n| live, {rate:g} events/s | late p50 ms | p95 | p99 | CPU % of a core |\n|---|---|---|---|---|")
    began = time.process_time()
    print(told("floor: the loop alone", await lateness(seconds), (time.process_time() - began) / seconds))
    with server(rate) as url:
        reading = asyncio.create_task(follow(url, BACKLOG))
        await lateness(3)  # imports and connecting
        began = time.process_time()
        print(told("with the source", await lateness(seconds), (time.process_time() - began) / seconds))
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def flat_out() -> None:
    """What reading a backlog costs in processor time, against the bare websocket; the server is the slower one."""
    from websockets.asyncio.client import connect

    last = BACKLOG - BACKLOG % 400  # the last post with the brand's name
    with server(0) as url:
        began = time.process_time()
        async with connect(url.replace("http", "ws") + "/xrpc/com.atproto.sync.subscribeRepos", compression=None,
                           proxy=None) as socket:
            for _ in range(last):
                await socket.recv()
        bare = (time.process_time() - began) / last * 1e6
        await follow(url, 400)  # the imports
        began = time.process_time()
        kept = await follow(url, last)
        ours = (time.process_time() - began) / last * 1e6
    print(f"backlog: {ours:.0f} us of processor an event, {kept} posts kept; the bare websocket {bare:.0f}: "
          f"{ours / bare:.2f}x")


async def into_the_store(rate: float) -> None:
    """Posts that all match, from a Jetstream through the engine into the store."""
    async def herald(_: SourceReport) -> None:
        return

    total, took, done = int(rate * SECONDS), [], asyncio.Event()
    with tempfile.TemporaryDirectory() as folder, server(rate) as url:
        store = await open_store(Path(folder) / "warroom.db")
        add = store.add

        async def timed(room: str, source: str, batch: Batch, received_at: datetime) -> Stored:
            stored = await add(room, source, batch, received_at)
            now = datetime.now(UTC)
            took.extend((now - entry.created_at).total_seconds() for entry in batch.posts if isinstance(entry, Post))
            if len(took) >= total:
                done.set()
            return stored

        store.add = timed  # type: ignore[method-assign]
        source = BlueskySource(base_url="", jetstream=url, terms=TERMS)
        intake = Intake(source, room=LIVE, store=store, bus=Bus(), clock=SystemClock(), herald=herald,
                        dice=random.Random(1))
        began, cpu = time.perf_counter(), time.process_time()
        running = asyncio.create_task(intake.run())
        with suppress(TimeoutError):
            async with asyncio.timeout(SECONDS + PATIENCE):
                await done.wait()
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        kept = await store.count(LIVE)
        await store.close()
    cuts = statistics.quantiles(took, n=100)
    print(f"\ninto the store: {total} matching posts sent at {rate:g}/s, {kept} stored ({total - kept} lost, "
          f"{len(took) - kept} twice) in {seconds:.1f} s; from sending to the store p50 {cuts[49]:.2f} s, "
          f"p95 {cuts[94]:.2f} s, worst {max(took):.2f} s; {cpu / seconds * 100:.0f} % of a core")


def main() -> None:
    """Run all series, or be the server."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=1000, help="events a second in the live series")
    parser.add_argument("--seconds", type=float, default=8, help="length of each live series")
    parser.add_argument("--matching", type=float, default=1000, help="posts a second into the store")
    parser.add_argument("--serve", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        asyncio.run(serve(options.serve))
        return
    plain = timeit.timeit(TEXT.lower, number=100_000) * 10
    ours = timeit.timeit(lambda: TERMS.matches(TEXT), number=100_000) * 10
    print(f"terms: {ours:.2f} us a post that does not match ({ours / plain:.1f}x of str.lower)")
    asyncio.run(flat_out())
    asyncio.run(live(options.rate, options.seconds))
    asyncio.run(into_the_store(options.matching))


if __name__ == "__main__":
    main()
