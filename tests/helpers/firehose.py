"""Frames of a firehose made by hand, and a server that serves them, broken ones included."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import libipld
from aiohttp import WSMsgType, web

from sources.bluesky import BlueskySource
from warroom.domain.terms import Terms

DID = "did:plc:ana2222222222222222222"
NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)


def a_record(text: object = "Acme is down", **more: object) -> dict[str, object]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-03-06T11:59:00Z", **more}


def frame(header: object, body: object) -> bytes:
    return bytes(libipld.encode_dag_cbor(header)) + bytes(libipld.encode_dag_cbor(body))


def event(kind: str, seq: int, **body: object) -> bytes:
    return frame({"op": 1, "t": kind}, {"seq": seq, "time": "2026-03-06T12:00:00.000Z", **body})


def fault(name: str, message: str = "") -> bytes:
    return frame({"op": -1}, {"error": name, "message": message})


def op(action: str, key: str, record: object = None, *, block: bytes | None = None) -> tuple[str, str, bytes | None]:
    """One change; ``block`` gives the bytes of a record that no encoder would write."""
    if block is None and record is not None:
        block = bytes(libipld.encode_dag_cbor(record))
    return action, f"app.bsky.feed.post/{key}", block


def commit(seq: int, *ops: tuple[str, str, bytes | None], did: object = DID, **more: object) -> bytes:
    blocks = [(cid_of(block), block) for _, _, block in ops if block is not None]
    return event("#commit", seq, **{
        "repo": did, "rev": "3n2relheyns22", "tooBig": False, "blocks": car(blocks),
        "ops": [{"action": action, "path": path, "cid": None if block is None else cid_of(block)}
                for action, path, block in ops], **more})


def cid_of(block: bytes) -> bytes:
    return b"\x01\x71\x12\x20" + hashlib.sha256(block).digest()


def car(blocks: Sequence[tuple[bytes, bytes]]) -> bytes:
    header = bytes(libipld.encode_dag_cbor({"roots": [], "version": 1}))
    return _varint(len(header)) + header + b"".join(
        _varint(len(cid) + len(block)) + cid + block for cid, block in blocks)


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


#: What the server does on a connection, given the cursor that the client asked for.
Script = Callable[[web.WebSocketResponse, str], Awaitable[None]]


class Firehose:
    """A server on loopback that plays one script a connection, and the last one again and again."""

    def __init__(self, scripts: Sequence[Script]) -> None:
        self.scripts = list(scripts)
        self.cursors: list[str] = []
        self.closes: list[int | None] = []
        self.status = 0
        self.headers: Mapping[str, str] = {}
        self.profiles: list[list[str]] = []
        self.describe: Callable[[web.Request], Awaitable[web.Response]] | None = None
        self.url = ""

    async def subscribe(self, request: web.Request) -> web.StreamResponse:
        if self.status:
            return web.Response(status=self.status, headers=dict(self.headers), text="no")
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.cursors.append(request.query.get("cursor", ""))
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        await script(socket, self.cursors[-1])
        self.closes.append(socket.close_code)
        return socket

    async def get_profiles(self, request: web.Request) -> web.Response:
        asked = request.query.getall("actors")
        self.profiles.append(asked)
        return web.json_response({"profiles": [
            {"did": did, "handle": f"{did[-4:]}.example.com", "displayName": "Ana", "followersCount": 1234,
             "verification": {"verifiedStatus": "valid"}} for did in asked]})

    async def describe_repo(self, request: web.Request) -> web.Response:
        return await self.describe(request) if self.describe else web.Response(status=404)


@asynccontextmanager
async def serve(*scripts: Script) -> AsyncIterator[Firehose]:
    """Run a firehose on a free port of this machine."""
    firehose = Firehose(scripts)
    app = web.Application()
    app.router.add_get("/xrpc/com.atproto.sync.subscribeRepos", firehose.subscribe)
    app.router.add_get("/xrpc/app.bsky.actor.getProfiles", firehose.get_profiles)
    app.router.add_get("/xrpc/com.atproto.repo.describeRepo", firehose.describe_repo)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    firehose.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield firehose
    finally:
        await runner.cleanup()


def play(*frames: bytes | str, close: int = 0, hang: bool = True) -> Script:
    """Send frames; then close with a code, or wait until the client goes, or drop the connection."""

    async def script(socket: web.WebSocketResponse, _: str) -> None:
        for one in frames:
            await (socket.send_str(one) if isinstance(one, str) else socket.send_bytes(one))
        if close:
            await socket.close(code=close, message=b"bye")
        elif hang:
            await until_gone(socket)

    return script


async def until_gone(socket: web.WebSocketResponse) -> None:
    """Read until the client closes."""
    async for message in socket:
        if message.type in (WSMsgType.CLOSE, WSMsgType.ERROR):
            break


async def drop(socket: web.WebSocketResponse, _: str) -> None:
    """Cut the line without a word."""
    transport = socket._req.transport if socket._req else None  # type: ignore[union-attr]
    assert transport is not None
    transport.abort()
    await asyncio.sleep(0)


#: A post that can be read.
GOOD = commit(7, op("create", "good", a_record("Acme good")))


def source(url: str, **more: object) -> BlueskySource:
    """The source on the stream at an address."""
    fields: dict[str, object] = {"base_url": url, "terms": Terms(brand=("Acme",)), "patience": 5.0, "now": lambda: NOON}
    return BlueskySource(**(fields | more))  # type: ignore[arg-type]
