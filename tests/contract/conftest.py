"""The rig of each platform that has one, and each store, for the tests that hold for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from helpers.platforms import PlatformRig, opener, rig_params
from helpers.reddit_server import RedditServer, reddit

from warroom.domain.model import Platform
from warroom.ports import Store
from warroom.store.sql import open_store


@pytest.fixture
async def server() -> AsyncIterator[RedditServer]:
    """A scripted Reddit; the tests of other platforms have servers of their own by this name."""
    async with reddit() as running:
        yield running


async def _sqlite(folder: Path) -> Store:
    return await open_store(folder / "room.db")


#: Another database joins here: a function that opens the same store for the same folder every time.
OPENERS: dict[str, Callable[[Path], Awaitable[Store]]] = {"sqlite": _sqlite}


@pytest.fixture(params=rig_params())
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[PlatformRig]:
    """A platform on loopback."""
    platform: Platform = request.param
    async with opener(platform)(request) as opened:
        yield opened


@pytest.fixture(params=OPENERS)
def connect(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Awaitable[Store]]:
    """What opens the test's store, also once more."""
    return lambda: OPENERS[request.param](tmp_path)


@pytest.fixture
async def store(connect: Callable[[], Awaitable[Store]]) -> AsyncIterator[Store]:
    """A store, of each kind that there is."""
    opened = await connect()
    yield opened
    await opened.close()
