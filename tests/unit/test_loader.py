"""The loader shows what a filter finds at once, and goes on by itself where that is not all."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from helpers.stored import NOON, add, opening, post

from warroom.domain.incident import Incident
from warroom.domain.model import Platform
from warroom.domain.query import Query, parse
from warroom.engine.clock import patience
from warroom.engine.room import Room
from warroom.ports import Store
from warroom.screens import loader as loader_
from warroom.screens.loader import Loader
from warroom.store import connection
from warroom.store.sql import open_store
from widgets.banner import Banner


@dataclass
class Place:
    """What a loader asks of a room."""

    store: Store
    incident: Incident


@pytest.fixture
async def loader(tmp_path: Path) -> AsyncIterator[Loader]:
    store = await open_store(tmp_path / "room.db")
    # Tea and coffee never meet; a refund is in every seventh of the older half.
    await add(store, *(post(
        f"p{n}", f"{'coffee' if n % 3 else 'tea'} {'refund' if n % 7 == 0 and n < 300 else 'so'}",
        platform=list(Platform)[n % 2], created_at=NOON + timedelta(minutes=n)) for n in range(600)))
    await store.commit("inc-1", [], opening(), NOON)
    yield Loader(cast("Room", Place(store, await store.incident("inc-1"))))
    await store.close()


def _wait(monkeypatch: pytest.MonkeyPatch, questions: int) -> None:
    """Let each first page be enough when it was asked so often whether it is."""
    def made(_: float) -> Callable[[], bool]:
        asked = itertools.count()
        return lambda: next(asked) >= questions

    monkeypatch.setattr(loader_, "patience", made)


def _asked(text: str) -> Query:
    return parse(text, now=NOON)


async def test_what_is_not_found_at_once_comes_afterwards_and_nothing_twice(
    loader: Loader, monkeypatch: pytest.MonkeyPatch,
) -> None:
    _wait(monkeypatch, 1_000_000)
    all_of_it = await loader.first(_asked("refund"))
    right = {platform: [item.id for item in items] for platform, items in all_of_it.items()}
    assert [len(ids) for ids in right.values()] == [22, 21, 0]
    assert not loader.searching
    monkeypatch.setattr(connection, "_STEPS", 1)
    for waited in range(0, 400, 23):
        _wait(monkeypatch, waited)
        found = await loader.first(_asked("refund"))
        searching = set(loader.searching)
        assert searching or waited
        for platform, ids in right.items():
            first = [item.id for item in found[platform]]
            assert first == ids[len(ids) - len(first) :]
            assert await loader.older(platform) == () if platform in searching else first == ids
            rest = [item.id for item in await loader.rest(platform)]
            assert [*rest, *first] == ids
        assert not loader.searching
        assert loader.ended == set(Platform)


async def test_a_search_for_a_filter_that_is_gone_brings_nothing(
    loader: Loader, monkeypatch: pytest.MonkeyPatch,
) -> None:
    _wait(monkeypatch, 0)
    await loader.first(_asked("refund"))
    late = asyncio.create_task(loader.rest(Platform.REDDIT))
    await asyncio.sleep(0)
    await loader.first(_asked("tea coffee"))
    assert await late == ()
    assert await loader.rest(Platform.REDDIT) == []
    assert Platform.REDDIT in loader.ended


def test_the_banner_says_that_it_is_not_all_yet() -> None:
    banner = Banner()
    for state, said in (({"more": True, "searching": True}, "3 posts so far, searching on …"),
                        ({"more": True}, "3 posts, more further down"), ({"more": False}, "3 posts")):
        banner.show("tea", 3, **state)
        assert said in "".join(text for text, _ in banner.rows_for(100, 1)[0])


def test_patience_begins_when_it_is_asked_first() -> None:
    times = iter([7.0, 9.0, 9.9, 10.0, 11.0])
    over = patience(3.0, lambda: next(times))
    assert [over() for _ in range(5)] == [False, False, False, True, True]
