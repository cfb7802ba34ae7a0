"""Reddit for the tests that hold for every platform: a scripted server, and the real asyncpraw against it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from helpers.gate import Gate, Moment
from helpers.platforms import TERM, Fault, Side
from helpers.reddit_server import RedditServer, reddit

from sources.reddit import RedditFollow, RedditLogin, RedditPublisher, RedditSource, RedditThreads
from warroom.domain.model import Platform
from warroom.domain.terms import Terms

LOGIN = RedditLogin(client_id="app", client_secret="s3cret-of-the-app", refresh_token="s3cret-refresh")
_WEB = frozenset({Fault.CLOSE_1000, Fault.CLOSE_1001})


class Rig:
    """A :class:`helpers.platforms.PlatformRig`."""

    platform = Platform.REDDIT
    handle = "acme_care"
    logs_in = True
    patience = 0.2
    faults: ClassVar = {Side.READ: frozenset(Fault) - _WEB, Side.WRITE: frozenset(Fault) - _WEB}
    lasting: ClassVar[frozenset[Fault]] = frozenset()
    tells_replies = True
    repeats_safely = False

    def __init__(self, server: RedditServer) -> None:
        self.server = server
        server.most = 10**6  # or the source would spread its polls over the window, as it should

    @property
    def writes(self) -> int:
        return self.server.writes

    @property
    def met(self) -> int:
        return self.server.met

    def source(self) -> RedditSource:
        return RedditSource(
            login=LOGIN, terms=Terms(brand=(TERM,)), base_url=self.server.url, patience=1.5,
            follow=RedditFollow(subreddits=("coffee",), interval=self.patience, recheck=self.patience))

    def publisher(self, *, bad_login: bool = False) -> RedditPublisher:
        login = RedditLogin(client_id="app", client_secret="s3cret-of-the-app", refresh_token="s3cret-but-revoked")
        return RedditPublisher(login=login if bad_login else LOGIN, base_url=self.server.url, patience=1.5)

    def threads(self) -> RedditThreads:
        return RedditThreads(login=LOGIN, base_url=self.server.url, patience=1.5)

    async def post(self, text: str, *, reply_to: str = "") -> str:
        return self.server.comment(reply_to, text) if reply_to else self.server.submit(text)

    async def edit(self, native_id: str, text: str) -> None:
        self.server.edit(native_id, text)

    async def delete(self, native_id: str) -> None:
        self.server.delete(native_id)

    async def ours(self, native_id: str) -> list[str]:
        return self.server.below(native_id, self.handle)

    def fault(self, fault: Fault, side: Side = Side.READ, *, times: int | None = 1) -> None:
        self.server.fault(fault, side, times=times)

    def hold(self, moment: Moment) -> Gate:
        self.server.gate = Gate(moment)
        return self.server.gate

    def mend(self) -> None:
        self.server.mend()

    async def stop(self) -> None:
        await self.server.stop()

    async def start(self) -> None:
        await self.server.start()


@asynccontextmanager
async def open_rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    """Run a Reddit on loopback."""
    del request
    async with reddit() as server:
        yield Rig(server)
