"""A server that has a reply in its hands: the moments between a send and its answer, for tests that kill the sender."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum

from aiohttp import web


class Moment(StrEnum):
    """What becomes of a reply whose sender dies before the answer."""

    HELD = "it stands, and the answer never comes"
    DROPPED = "it stands, and the connection is dropped"
    LATE = "it stands only after the next process has looked for it"


class Gate:
    """Takes one reply and lets no answer through. ``reached`` is set when the sender is between the two.

    A rig sends every request through ``serve``; what the next process asks to find the reply is a look.
    """

    def __init__(self, moment: Moment) -> None:
        self.reached = asyncio.Event()
        self.taken = asyncio.Event()
        self._moment = moment
        self._looked = asyncio.Event()
        self._late: asyncio.Task[None] | None = None

    async def serve(
        self, request: web.Request, take: Callable[[], Awaitable[web.StreamResponse]], *, writes: bool, looks: bool,
    ) -> web.StreamResponse:
        if writes and not self.reached.is_set():
            return await self._hold(request, take)
        answer = await take()
        if looks and self.reached.is_set():
            self._looked.set()
        return answer

    async def _hold(
        self, request: web.Request, take: Callable[[], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        await request.read()

        async def carry_out() -> None:
            if self._moment is Moment.LATE:
                self.reached.set()
                await self._looked.wait()
            await take()
            self.taken.set()
            self.reached.set()

        # In a task of its own: the sender's end must not be the end of what the server does.
        self._late = asyncio.create_task(carry_out())
        await asyncio.shield(self._late)
        if self._moment is Moment.HELD:
            await asyncio.sleep(3600)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
