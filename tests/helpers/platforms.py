"""What the contract tests ask of a platform to test against: a server, somebody who posts, and faults on demand.

Each platform has a rig in ``helpers.rig_<platform>`` with an async context manager ``open_rig(request)`` that yields
a :class:`PlatformRig`; a platform without one is left out of the contract tests. Reddit and Mastodon are scripted
servers, Bluesky is the real PDS with a proxy before it for the faults.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, aclosing
from enum import StrEnum
from typing import Any, ClassVar, Protocol, cast

import pytest
from _pytest.mark import ParameterSet
from helpers.gate import Gate, Moment

from warroom.domain.model import Platform, Post
from warroom.ports import Publisher, Source, Threads

#: The word that every rig's source looks for, in each text that must come in.
TERM = "Acme"


class Fault(StrEnum):
    """What a server can do instead of answering well."""

    UNAUTHORIZED = "401"
    FORBIDDEN = "403"
    NOT_FOUND = "404"
    LIMITED = "429"
    ERROR = "500"
    BAD_GATEWAY = "502"
    UNAVAILABLE = "503"
    TIMEOUT = "504"
    UNKNOWN_ERROR = "520"
    DOWN = "521"
    MALFORMED = "malformed JSON"
    HTML = "HTML with 200"
    EMPTY = "empty 200"
    DROP_BEFORE = "drop before the request is taken"
    DROP_AFTER = "drop after the request was taken"
    HANG = "hang"
    SLOW = "slow"
    EXPIRED = "expired token"
    CLOSE_1000 = "websocket close 1000"
    CLOSE_1001 = "websocket close 1001"


#: What can befall a server besides the faults.
RESTART = "server restart"


class Side(StrEnum):
    """Which requests a fault meets: those of sources, or those that write."""

    READ = "read"
    WRITE = "write"


class PlatformRig(Protocol):
    """One platform on loopback. Ids are native ids; all texts hold ``TERM``."""

    platform: Platform
    #: Our handle, as ``Publisher.account`` must tell it.
    handle: str
    #: True where its source reads as that account, and not as nobody.
    logs_in: bool
    #: Seconds after which a post must be there at the latest: a poll's interval, or a second for a stream.
    patience: float
    #: The faults that it can make, by side.
    faults: ClassVar[Mapping[Side, frozenset[Fault]]]
    #: More of them that it can make for readers, which may stop a source until a person asks it to go on.
    lasting: frozenset[Fault]
    #: False where only what stands above a post can be fetched, as on a Bluesky server without an AppView.
    tells_replies: bool
    #: True where the same key sent twice makes one reply, so that nobody need look first.
    repeats_safely: bool
    #: Requests that tried to make a post, however they were answered, since the rig was opened.
    writes: int
    #: Requests and connections that met a fault, since the rig was opened.
    met: int

    def source(self) -> Source:
        """A new source of this platform, as after a restart of the program; timeouts of a second or two."""
        ...

    def publisher(self, *, bad_login: bool = False) -> Publisher:
        """A new publisher of the brand account, as after a restart of the program."""
        ...

    def threads(self) -> Threads:
        """What fetches conversations."""
        ...

    async def post(self, text: str, *, reply_to: str = "") -> str:
        """Somebody else posts; returns the id."""
        ...

    async def edit(self, native_id: str, text: str) -> None:
        """That somebody changes the text."""
        ...

    async def delete(self, native_id: str) -> None:
        """That somebody deletes the post."""
        ...

    async def ours(self, native_id: str) -> list[str]:
        """The texts of the brand account's replies that stand directly below a post, oldest first."""
        ...

    def fault(self, fault: Fault, side: Side = Side.READ, *, times: int | None = 1) -> None:
        """Meet the next ``times`` requests (or connections) of a side with a fault; None: until ``mend``."""
        ...

    def hold(self, moment: Moment) -> Gate:
        """Take the next reply, and let its sender never know."""
        ...

    def mend(self) -> None:
        """Answer well again."""
        ...

    async def stop(self) -> None:
        """Take the server away: connections are refused and dropped."""
        ...

    async def start(self) -> None:
        """Bring the server back with its data, at the same address."""
        ...


OpenRig = Callable[[pytest.FixtureRequest], AbstractAsyncContextManager[PlatformRig]]


def rigs() -> list[Platform]:
    """The platforms that have a rig."""
    return [platform for platform in Platform if importlib.util.find_spec(f"helpers.rig_{platform}") is not None]


def rig_params() -> list[ParameterSet]:
    """The same for a fixture, each with the mark of what it needs beyond this process."""
    return [pytest.param(each, id=str(each), marks=[pytest.mark.pds] if each is Platform.BLUESKY else [])
            for each in rigs()]


#: The columns of the fault matrix: a rig each.
COLUMNS = [*map(str, rigs()), "bluesky_polled"]


def opener(platform: str) -> OpenRig:
    """What opens a platform's rig."""
    return cast("OpenRig", importlib.import_module(f"helpers.rig_{platform}").open_rig)


def within_reach(item: pytest.Item) -> bool:
    """False for a test whose mark ``rig`` asks for what the platform it is about cannot do; it is not run then."""
    mark, call = item.get_closest_marker("rig"), getattr(item, "callspec", None)
    if mark is None or call is None or "rig" not in call.params:
        return True
    platform: Platform = call.params["rig"]
    kind = importlib.import_module(f"helpers.rig_{platform}").Rig
    for name, wanted in mark.kwargs.items():
        match name:
            case "fault":
                holds = call.params["fault"] in kind.faults[wanted]
            case "meets":
                holds = call.params["fault"] in kind.faults[wanted] | kind.lasting | {RESTART}
            case "platforms":
                holds = platform in wanted
            case _:
                holds = getattr(kind, name) == wanted
        if not holds:
            return False
    return True


def settings_of(rig: Any) -> dict[str, str]:
    """The variables that switch a rig's platform on and log the brand's account in, for tests of the whole program."""
    match rig.platform:
        case Platform.REDDIT:
            return {
                "WARROOM_SOURCES_REDDIT_ENABLED": "yes", "WARROOM_SOURCES_REDDIT_BASE_URL": rig.server.url,
                "WARROOM_SOURCES_REDDIT_SUBREDDITS": "coffee", "WARROOM_SOURCES_REDDIT_INTERVAL": "2s",
                "WARROOM_REDDIT_CLIENT_ID": "app", "WARROOM_REDDIT_CLIENT_SECRET": "s3cret-of-the-app",
                "WARROOM_REDDIT_REFRESH_TOKEN": "s3cret-refresh",
            }
        case Platform.MASTODON:
            return {
                "WARROOM_SOURCES_MASTODON_ENABLED": "yes", "WARROOM_SOURCES_MASTODON_BASE_URL": rig.server.url,
                "WARROOM_SOURCES_MASTODON_INTERVAL": "1s", "WARROOM_MASTODON_ACCESS_TOKEN": "acme-token-jkl2",
            }
        case _:
            return {
                "WARROOM_SOURCES_BLUESKY_ENABLED": "yes", "WARROOM_SOURCES_BLUESKY_BASE_URL": rig.url,
                "WARROOM_BLUESKY_IDENTIFIER": rig.handle, "WARROOM_BLUESKY_APP_PASSWORD": "correct horse",
            }


def secrets_of(rig: Any) -> list[str]:
    """The secrets of a rig's login: none of them may ever be seen."""
    return [value for name, value in settings_of(rig).items()
            if name.endswith(("SECRET", "TOKEN", "PASSWORD"))]


async def a_complaint(rig: PlatformRig, text: str = "Acme is down", *, reply_to: str = "") -> Post:
    """A post of somebody else, as the source brings it."""
    async with asyncio.timeout(60):
        async with aclosing(rig.source().stream("")) as stream:  # type: ignore[type-var]
            native_id = ""
            async for batch in stream:
                native_id = native_id or await rig.post(text, reply_to=reply_to)
                for entry in batch.posts:
                    if isinstance(entry, Post) and entry.native_id == native_id:
                        return entry
    raise AssertionError("the source ended")
