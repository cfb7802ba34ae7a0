"""The streams of the scripted Mastodon: one websocket for all, or a connection of server-sent events for each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress

from aiohttp import WSMsgType, web
from helpers.mastodon_data import TOKEN, Data, Status


class Streams(Data):
    """Who listens to what. ``websockets`` and ``sse`` say what there is; ``silent_streams`` never say anything."""

    def __init__(self) -> None:
        super().__init__()
        self.sockets: dict[web.WebSocketResponse, set[str]] = {}
        self.events: dict[web.StreamResponse, str] = {}
        self.websockets = True
        self.sse = True
        self.stream_status = 0
        self.silent_streams: set[str] = set()
        self.closed = 0
        self._closing: asyncio.Task[None] | None = None

    def user(self, request: web.Request) -> str:
        said = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return "acme" if said == TOKEN else "nobody" if said else ""

    def hang_up(self) -> None:
        """Cut every stream without a word."""
        for one in (*self.sockets, *self.events):
            if one._req is not None and one._req.transport is not None:
                one._req.transport.abort()

    def close_soon(self, code: int = 1000) -> None:
        self._closing = asyncio.create_task(self.close_streams(code))

    async def close_streams(self, code: int = 1000) -> None:
        for socket in list(self.sockets):
            await socket.close(code=code)
            self.closed += 1
        for response in list(self.events):
            self.events.pop(response, None)
            if response._req is not None and response._req.transport is not None:
                response._req.transport.close()

    async def tell(self, kind: str, status: Status) -> None:
        for stream in self.streams_of(status):
            await self.send(stream, kind, json.dumps(self.entity(status)))

    def streams_of(self, status: Status) -> list[list[str]]:
        if status.visibility != "public":
            return [["user"]] if "@acme" in status.text else []
        tags = [["hashtag", tag.casefold()] for tag in self.tags(status)]
        local = [] if "@" in status.account else [["public:local"]]
        return [["public"], *local, *tags, *([["user"]] if "@acme" in status.text else [])]

    async def send(self, stream: list[str], kind: str, payload: str) -> None:
        name = ":".join(stream)
        if name in self.silent_streams or (kind == "update" and name == "user"):
            return
        frame = json.dumps({"stream": stream, "event": kind, "payload": payload})
        for socket, names in list(self.sockets.items()):
            if name in names:
                with suppress(ConnectionError):
                    await socket.send_str(frame)
        for response, wanted in list(self.events.items()):
            if wanted == name:
                with suppress(ConnectionError):
                    await response.write(f"event: {kind}\ndata: {payload}\n\n".encode())

    async def websocket(self, request: web.Request) -> web.StreamResponse:
        if not self.websockets:
            return refuse(404, "Not found")
        if self.stream_status:
            return refuse(self.stream_status, "Oops")
        if self.user(request) != "acme":
            return refuse(401, "Missing access token")
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        names = self.sockets[socket] = set()
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    asked: Mapping[str, str] = json.loads(message.data)
                    name = ":".join(filter(None, (asked["stream"], asked.get("tag", "").casefold())))
                    if asked["type"] == "subscribe":
                        names.add(name)
        finally:
            self.sockets.pop(socket, None)
        return socket

    async def server_sent(self, request: web.Request) -> web.StreamResponse:
        if not self.sse:
            return refuse(404, "Not found")
        if self.stream_status:
            return refuse(self.stream_status, "Oops")
        if self.user(request) != "acme":
            return refuse(401, "Missing access token")
        name = {"user": "user", "public": "public", "public/local": "public:local"}.get(
            request.match_info["stream"], f"hashtag:{request.query.get('tag', '').casefold()}")
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(b":)\n")
        self.events[response] = name
        try:
            while response in self.events:
                await response.write(b":thump\n")
                await asyncio.sleep(0.2)
        finally:
            self.events.pop(response, None)
        return response


def refuse(status: int, words: str) -> web.Response:
    return web.json_response({"error": words}, status=status)
