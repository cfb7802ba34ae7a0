"""Mastodon for the tests that hold for every platform: a scripted server, and the real Mastodon.py against it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from helpers.gate import Gate, Moment
from helpers.mastodon_data import DOMAIN, TOKEN
from helpers.mastodon_server import MastodonServer, serve
from helpers.platforms import TERM, Fault, Side

from sources.mastodon import MastodonFollow, MastodonLogin, MastodonPublisher, MastodonSource, MastodonThreads
from warroom.domain.model import Platform
from warroom.domain.terms import Terms

LOGIN = MastodonLogin(TOKEN)
_STREAM = frozenset({Fault.CLOSE_1000, Fault.CLOSE_1001})
# A token does not expire there, and what is refused for good is the source's own tests' matter.
_LASTING = frozenset({Fault.UNAUTHORIZED, Fault.FORBIDDEN, Fault.NOT_FOUND, Fault.EXPIRED})


class Rig:
    """A :class:`helpers.platforms.PlatformRig`."""

    platform = Platform.MASTODON
    handle = f"acme@{DOMAIN}"
    logs_in = True
    patience = 1.0
    lasting = _LASTING
    faults: ClassVar = {Side.READ: frozenset(Fault) - _LASTING, Side.WRITE: frozenset(Fault) - _STREAM}
    tells_replies = True
    repeats_safely = False

    def __init__(self, server: MastodonServer) -> None:
        self.server = server

    @property
    def writes(self) -> int:
        return self.server.writes

    @property
    def met(self) -> int:
        return self.server.faults.met + self.server.closed

    def source(self) -> MastodonSource:
        return MastodonSource(
            base_url=self.server.url, terms=Terms(brand=(TERM,)), login=LOGIN, follow=MastodonFollow(interval=0.3),
            open_timeout=1.5, patience=1.5)

    def publisher(self, *, bad_login: bool = False) -> MastodonPublisher:
        login = MastodonLogin("of-nobody") if bad_login else LOGIN
        return MastodonPublisher(base_url=self.server.url, login=login, open_timeout=1.5, patience=1.5)

    def threads(self) -> MastodonThreads:
        return MastodonThreads(base_url=self.server.url, login=LOGIN, open_timeout=1.5, patience=1.5)

    async def post(self, text: str, *, reply_to: str = "") -> str:
        return await self.server.post(text, reply_to=reply_to)

    async def edit(self, native_id: str, text: str) -> None:
        await self.server.edit(native_id, text)

    async def delete(self, native_id: str) -> None:
        await self.server.delete(native_id)

    async def ours(self, native_id: str) -> list[str]:
        return [one.text for one in self.server.statuses.values()
                if one.account == "acme" and one.reply_to == native_id]

    def fault(self, fault: Fault, side: Side = Side.READ, *, times: int | None = 1) -> None:
        if fault in _STREAM:
            self.server.close_soon(int(fault.rpartition(" ")[2]))
        else:
            self.server.faults.add(fault, side, times=times)
            if side is Side.READ and times is None:
                self.server.hang_up()  # or the stream would go on as if nothing were wrong

    def hold(self, moment: Moment) -> Gate:
        self.server.honours_keys = False  # as other servers than Mastodon: nothing may rely on the key
        self.server.gate = Gate(moment)
        return self.server.gate

    def mend(self) -> None:
        self.server.faults.clear()

    async def stop(self) -> None:
        await self.server.stop()

    async def start(self) -> None:
        await self.server.start()


@asynccontextmanager
async def open_rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    """A server with nobody's posts."""
    del request
    async with serve() as server:
        yield Rig(server)
