"""A collector that runs for days: what stands is left out of every look for garbage, so that less of it lies about."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from warroom.engine.settle import settle
from warroom.settings import Accounts, Scoring, Settings
from warroom.wiring import run_collector


class _Ring:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_stands_is_looked_at_no_more_and_what_comes_is() -> None:
    stands = _Ring()
    settle()
    assert not any(one is stands for one in gc.get_objects())
    later = weakref.ref(_Ring())
    gc.collect()
    assert later() is None


async def test_a_collector_settles_when_its_sources_have_begun(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, accounts=Accounts(keyring=False), scoring=Scoring(enabled=False))
    asked, tried = asyncio.Event(), asyncio.Event()
    asked.set()

    def say(words: str) -> None:
        if words.startswith("Trying again"):
            tried.set()

    collecting = asyncio.create_task(run_collector(
        settings, hear=lambda _: None, say=say, asked=asked, again=lambda: settings))
    async with asyncio.timeout(60):
        await tried.wait()
    assert gc.get_freeze_count() > 0
    collecting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await collecting
