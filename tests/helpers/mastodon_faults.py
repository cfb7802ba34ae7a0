"""What goes wrong on the way to the scripted Mastodon, on demand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web
from helpers.platforms import Fault, Side

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Waiting:
    fault: Fault
    side: Side
    times: int | None
    path: str


class Faults:
    """The faults that wait for their requests; ``met`` counts the requests that met one."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []
        self.met = 0
        self.retry_after = "7"
        #: What the API says for a status; "" is a page of something before the server.
        self.words = {401: "The access token is invalid", 429: "Too many requests"}

    def add(self, fault: Fault, side: Side = Side.READ, *, times: int | None = 1, path: str = "/api/v") -> None:
        self.waiting.append(Waiting(fault, side, times, path))

    def clear(self) -> None:
        self.waiting.clear()

    async def meet(self, request: web.Request, handler: Handler, *, writes: bool) -> web.StreamResponse | None:
        """Answer in the place of the handler; None where no fault waits for this request."""
        side = Side.WRITE if writes else Side.READ
        found = next((one for one in self.waiting if one.side is side and request.path.startswith(one.path)), None)
        if found is None:
            return None
        self.met += 1
        if found.times is not None:
            found.times -= 1
            if not found.times:
                self.waiting.remove(found)
        return await self._break(found.fault, request, handler)

    async def _break(self, fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
        match fault:
            case Fault.MALFORMED:
                return web.Response(text='[{"id": "1", "content"', content_type="application/json")
            case Fault.HTML:
                return web.Response(text="<!DOCTYPE html><title>Hello</title>", content_type="text/html")
            case Fault.EMPTY:
                return web.Response(body=b"", content_type="application/json")
            case Fault.DROP_BEFORE | Fault.DROP_AFTER:
                if fault is Fault.DROP_AFTER:
                    await handler(request)
                assert request.transport is not None
                request.transport.abort()
                await asyncio.sleep(3600)
            case Fault.HANG:
                await asyncio.sleep(3600)
            case Fault.SLOW:
                await asyncio.sleep(0.5)
                return await handler(request)
        status = 401 if fault is Fault.EXPIRED else int(fault)
        headers = {"Retry-After": self.retry_after} if status in (429, 503) and self.retry_after else {}
        words = self.words.get(status, "Oops")
        if not words:
            return web.Response(status=status, text="<h1>Not here</h1>", content_type="text/html")
        return web.json_response({"error": words}, status=status, headers=headers)
