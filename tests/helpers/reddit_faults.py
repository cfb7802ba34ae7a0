"""What goes wrong on the way to the scripted Reddit, on demand."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from aiohttp import web
from helpers.platforms import Fault, Side
from helpers.reddit_data import RedditData

#: What each status says, and whether the request was carried out before.
STATUSES = {
    Fault.UNAUTHORIZED: 401, Fault.FORBIDDEN: 403, Fault.NOT_FOUND: 404, Fault.LIMITED: 429, Fault.ERROR: 500,
    Fault.BAD_GATEWAY: 502, Fault.UNAVAILABLE: 503, Fault.TIMEOUT: 504, Fault.UNKNOWN_ERROR: 520, Fault.DOWN: 521,
}
#: Faults after which the request was carried out all the same.
TAKEN = frozenset({Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.UNKNOWN_ERROR,
                   Fault.MALFORMED, Fault.HTML, Fault.EMPTY, Fault.DROP_AFTER, Fault.SLOW})


class RedditFaults(RedditData):
    """The faults that wait for their requests; ``met`` counts the requests that met one."""

    def __init__(self) -> None:
        super().__init__()
        self.met = 0
        self.retry_after = "1"
        self.slow = 0.2
        #: The server is gone: what hangs need not wait any longer.
        self.gone = asyncio.Event()
        self._faults: dict[Side, deque[list[Any]]] = {Side.READ: deque(), Side.WRITE: deque()}

    def fault(self, fault: Fault, side: Side = Side.READ, *, times: int | None = 1) -> None:
        self._faults[side].append([fault, times])

    def mend(self) -> None:
        for waiting in self._faults.values():
            waiting.clear()

    def next_fault(self, side: Side) -> Fault | None:
        waiting = self._faults[side]
        if not waiting:
            return None
        self.met += 1
        fault, times = waiting[0]
        if times is not None:
            waiting[0][1] = times - 1
            if times <= 1:
                waiting.popleft()
        assert isinstance(fault, Fault)
        return fault

    async def misbehave(
        self, request: web.Request, fault: Fault | None, response: web.StreamResponse | None = None,
    ) -> web.StreamResponse:
        assert fault is not None
        if fault in STATUSES:
            headers = {"Retry-After": self.retry_after} if fault is Fault.LIMITED else {}
            return web.json_response({"message": fault.name, "error": STATUSES[fault]}, status=STATUSES[fault],
                                     headers=headers)
        if fault is Fault.MALFORMED:
            return web.Response(text='{"kind": "Listing", "data": {"children": [', content_type="application/json")
        if fault is Fault.HTML:
            return web.Response(text="<!doctype html><title>whoa there, pardner!</title>", content_type="text/html")
        if fault is Fault.EMPTY:
            return web.Response(body=b"")
        if fault is Fault.HANG:
            await self.gone.wait()
        if fault is Fault.SLOW:
            await asyncio.sleep(self.slow)
            assert response is not None
            return response
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
