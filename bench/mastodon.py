"""Measure the Mastodon source on a busy local stream: what an event costs, how late posts are, and whether any is lost.

    python bench/mastodon.py                # about a minute
    python bench/mastodon.py --rate 2000    # matching posts a second in the live series

A server process on loopback sends statuses of 3 kB by websocket. *Flat out* is the processor time of one event: of the
bare websocket, of the library's own listener (which turns each into its types), and of the source. *Live* sends
``--rate`` posts a second, all with the brand's name, through the source and the engine's intake into a SQLite store; it
counts what is missing there and how old each post was when it stood there (the server's clock is ours).
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
from collections.abc import Iterator
from contextlib import aclosing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# In the place of this folder, where a file has the name of the library.
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from helpers.mastodon_data import TOKEN, Data, Status  # noqa: E402 - the bench is run as a script

from sources.mastodon import MastodonFollow, MastodonLogin, MastodonSource  # noqa: E402
from warroom.domain.health import SourceReport  # noqa: E402
from warroom.domain.model import LIVE  # noqa: E402
from warroom.domain.terms import Terms  # noqa: E402

TERMS = Terms(brand=("Acme", "Acme Coffee"), products=("cold brew", "Acme Roast"), competitors=("Rival Roasters",))
TEXT = ("I went down to the shop and bought a loaf of bread, then sat in the park. See "
        "https://www.example.com/a/long/way/to/go #bread @ana\n\nand then home")
BACKLOG = 20_000


def statuses(count: int, *, brand: bool) -> Iterator[dict[str, object]]:
    """Statuses with the fields of a real one; the filling stands for avatars, emojis and profile notes."""
    data = Data()
    for number in range(1, count + 1):
        text = f"{TEXT} {number}" + (" Acme!" if brand else "")
        made = data.entity(Status(str(10**17 + number), "ana", text, datetime.now(UTC)))
        made["account"]["note"] = "<p>" + "about me " * 80 + "</p>"
        yield made


def frame(status: dict[str, object]) -> str:
    """A status as the server sends it."""
    return json.dumps({"stream": ["public:local"], "event": "update", "payload": json.dumps(status)})


async def serve(rate: float, count: int) -> None:
    """Send statuses to whoever subscribes: ``rate`` a second with the brand's name, or 0: at once and without."""
    from aiohttp import web

    ready = [] if rate else [frame(status) for status in statuses(count, brand=False)]

    async def stream(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.receive()
        await asyncio.sleep(1.0 if rate else 0.0)
        began = time.perf_counter()
        with suppress(ConnectionError):
            for number, status in enumerate(statuses(count, brand=True)) if rate else ():
                if (ahead := number / rate - (time.perf_counter() - began)) > 0:
                    await asyncio.sleep(ahead)
                await socket.send_str(frame({**status, "created_at": datetime.now(UTC).isoformat()}))
            for one in ready:
                await socket.send_str(one)
            await asyncio.sleep(3600)
        return socket

    async def answer(request: web.Request) -> web.Response:
        if "instance" in request.path:
            return web.json_response({"domain": "social.example", "version": "4.4.8"})
        if "verify" in request.path:
            return web.json_response(Data().account("acme"))
        return web.json_response([])

    app = web.Application()
    app.router.add_get("/api/v1/streaming", stream)
    app.router.add_get("/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.sleep(3600)


@contextmanager
def server(rate: float, count: int) -> Iterator[str]:
    """A server in a process of its own; its address."""
    process = subprocess.Popen([sys.executable, __file__, "--serve", str(rate), "--count", str(count)],
                               stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.kill()
        process.wait()


def source(url: str) -> MastodonSource:
    """The source, with the local timeline alone."""
    return MastodonSource(base_url=url, terms=TERMS, login=MastodonLogin(TOKEN), follow=MastodonFollow(
        hashtags=("x",), notifications=False, search=False, interval=60.0))


def bare(url: str, count: int) -> float:
    """Microseconds of processor an event, of the bare websocket."""
    import websocket

    connection = websocket.create_connection(url.replace("http", "ws") + "/api/v1/streaming")
    connection.send("{}")
    connection.recv()
    began = time.process_time()
    for _ in range(count):
        connection.recv()
    spent = time.process_time() - began
    connection.close()
    return spent / count * 1e6


def library(url: str, count: int) -> float:
    """The same, of the library with a listener that does nothing."""
    import mastodon

    seen = 0

    class Listener(mastodon.StreamListener):
        def on_update(self, status: object) -> None:
            del status
            nonlocal seen
            seen += 1

    client = mastodon.Mastodon(api_base_url=url, access_token=TOKEN)
    handle = client.stream_open_websocket(Listener())
    handle.subscribe("public:local")
    while seen < 20:
        time.sleep(0.001)
    first, began = seen, time.process_time()
    while seen < first + count:
        time.sleep(0.001)
    spent = time.process_time() - began
    handle.close()
    return spent / (seen - first) * 1e6


async def ours(url: str, count: int) -> float:
    """The same, of the source, to its cursor."""
    began, first = 0.0, 0
    async with aclosing(source(url).stream("")) as stream:
        async for batch in stream:
            at = int(json.loads(batch.cursor).get("local") or 10**17) - 10**17
            if at and not began:
                began, first = time.process_time(), at
            elif at >= count:
                return (time.process_time() - began) / (at - first) * 1e6
    raise RuntimeError("the stream ended")


async def live(rate: float, seconds: float) -> None:
    """The live series: through the intake into a store."""
    from warroom.engine.bus import Arrived, Bus
    from warroom.engine.clock import SystemClock
    from warroom.engine.intake import Intake
    from warroom.store.sql import open_store

    async def herald(_: SourceReport) -> None:
        return

    ages: list[float] = []
    late: list[float] = []
    count = int(rate * seconds)
    with tempfile.TemporaryDirectory() as folder, server(rate, count) as url:
        store, bus = await open_store(Path(folder) / "bench.db"), Bus()
        intake = Intake(source(url), room=LIVE, store=store, bus=bus, clock=SystemClock(), herald=herald,
                        dice=random.Random(1))
        running = asyncio.create_task(intake.run())

        def listen(message: object) -> None:
            if isinstance(message, Arrived):
                now = datetime.now(UTC)
                ages.extend((now - item.post.created_at).total_seconds() for item in message.items)

        bus.subscribe(listen)
        began, until = time.process_time(), time.perf_counter() + seconds + 30
        while len(ages) < count and time.perf_counter() < until:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            late.append((time.perf_counter() - before - 0.005) * 1000)
        spent = time.process_time() - began
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        stored = await store.count(LIVE)
        await store.close()
    cuts, lates = statistics.quantiles(ages, n=100), statistics.quantiles(late, n=100)
    print(f"\nlive, {rate:g} matching posts/s for {seconds:g} s: {stored} of {count} stored, {count - stored} lost; "
          f"age in the store p50 {cuts[49]:.3f} s, p95 {cuts[94]:.3f} s; "
          f"a 5 ms timer of the loop is late p50 {lates[49]:.1f} ms, p95 {lates[94]:.1f} ms; "
          f"{spent / count * 1e6:.0f} us of processor a post, the store included")


def main() -> None:
    """Run all series, or be the server."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=1000, help="matching posts a second in the live series")
    parser.add_argument("--seconds", type=float, default=20, help="length of the live series")
    parser.add_argument("--serve", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=BACKLOG, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        asyncio.run(serve(options.serve, options.count))
        return
    with server(0, BACKLOG) as url:
        floor = bare(url, BACKLOG - 100)
    with server(0, BACKLOG) as url:
        theirs = library(url, 1_000)
    with server(0, BACKLOG) as url:
        own = asyncio.run(ours(url, BACKLOG - 100))
    print(f"flat out, us of processor an event: bare websocket {floor:.0f}; the library's listener {theirs:.0f} "
          f"({theirs / floor:.1f}x); the source {own:.0f} ({own / floor:.1f}x)")
    asyncio.run(live(options.rate, options.seconds))


if __name__ == "__main__":
    main()
