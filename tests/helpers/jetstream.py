"""Events of a Jetstream made by hand, of both versions, and scripts that serve them."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from aiohttp import WSMsgType, web
from helpers.firehose import DID, a_record

EVENTS = "network.bsky.jetstream.subscribeEvents"
NEW, OLD = f"/xrpc/{EVENTS}", "/subscribe"
#: 6 March 2026, noon, in microseconds.
NOON_US = 1_772_798_400_000_000
Script = Callable[[web.WebSocketResponse], Awaitable[None]]


def new(kind: str, seq: object, *, did: object = DID, at: int = NOON_US, **body: object) -> str:
    """An event of version 2 (the lexicon network.bsky.jetstream.subscribeEvents)."""
    when = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at)).isoformat().replace("+00:00", "Z")
    payload = {"$type": f"{EVENTS}#{kind}", "seq": seq, "did": did, "time": when, "witnessedAt": when, **body}
    return json.dumps({"$type": "message", "payload": payload})


def new_commit(seq: object, action: str = "create", key: object = "a", record: object = None, **more: object) -> str:
    body = {"operation": action, "collection": "app.bsky.feed.post", "rkey": key, "rev": "3n2relheyns22", **more}
    return new("commit", seq, **(body if record is None else body | {"record": record, "cid": "bafy"}))


def old(kind: str, at: object = NOON_US, *, did: object = DID, **body: object) -> str:
    """An event of the older version (https://github.com/bluesky-social/jetstream)."""
    return json.dumps({"did": did, "time_us": at, "kind": kind, **body})


def old_commit(at: object = NOON_US, action: str = "create", key: object = "a", record: object = None) -> str:
    commit = {"rev": "3n2relheyns22", "operation": action, "collection": "app.bsky.feed.post", "rkey": key}
    return old("commit", at, commit=commit if record is None else commit | {"record": record, "cid": "bafy"})


def acme(seq: int, key: str = "", words: str = "") -> str:
    return new_commit(seq, key=key or f"k{seq}", record=a_record(words or f"Acme {seq}"), at=NOON_US + seq)


class Stream:
    """One script a connection, the last one again and again; ``asked`` are the queries that clients came with."""

    def __init__(self, *scripts: Script) -> None:
        self.scripts = list(scripts)
        self.asked: list[dict[str, list[str]]] = []
        self.protocols: list[str] = []
        self.refusals: list[web.Response] = []

    @property
    def cursors(self) -> list[str]:
        return [(query.get("cursor") or [""])[0] for query in self.asked]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self.asked.append({name: request.query.getall(name) for name in request.query})
        self.protocols.append(request.headers.get("Sec-WebSocket-Protocol", ""))
        if self.refusals:
            return self.refusals.pop(0)
        socket = web.WebSocketResponse(protocols=("xrpc.v1.json",))
        await socket.prepare(request)
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        await script(socket)
        return socket


def tell(*frames: str | bytes, close: int = 0) -> Script:
    """Send frames; then close with a code, or wait until the client goes."""
    async def script(socket: web.WebSocketResponse) -> None:
        for frame in frames:
            await (socket.send_str(frame) if isinstance(frame, str) else socket.send_bytes(frame))
        if close:
            await socket.close(code=close)
            return
        async for message in socket:
            if message.type in (WSMsgType.CLOSE, WSMsgType.ERROR):
                break

    return script
