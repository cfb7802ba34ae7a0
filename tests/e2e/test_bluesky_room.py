"""From a real PDS into the store: every post once, whatever is killed on the way."""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from helpers import engine
from helpers.pds import Account, Pds

from sources.bluesky import BlueskySource
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Platform, post_key
from warroom.domain.query import EVERYTHING
from warroom.domain.terms import Terms
from warroom.engine.bus import Bus
from warroom.engine.clock import SystemClock
from warroom.engine.intake import Intake
from warroom.store.sql import SqlStore, open_store

pytestmark = pytest.mark.pds
until = partial(engine.until, seconds=60)


class ShortWaits(random.Random):
    """Backoff of a moment, so that a restart of the server is met at once."""

    def uniform(self, a: float, b: float) -> float:
        return 0.05


class Reading:
    """An intake that reads a brand's posts from a server into a store."""

    def __init__(self, store: SqlStore, pds: Pds, brand: str) -> None:
        self.states: list[SourceState] = []
        self.intake = Intake(
            BlueskySource(base_url=pds.url, terms=Terms(brand=(brand,)), patience=20), room=LIVE, store=store,
            bus=Bus(), clock=SystemClock(), herald=self.herald, dice=ShortWaits())

    async def herald(self, report: SourceReport) -> None:
        self.states.append(report.state)


@asynccontextmanager
async def reading(store: SqlStore, pds: Pds, brand: str) -> AsyncIterator[Reading]:
    running = Reading(store, pds, brand)
    task = asyncio.create_task(running.intake.run())
    try:
        await until(lambda: running.intake.report.state is SourceState.LIVE)
        yield running
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def brand() -> str:
    return f"Acme{secrets.token_hex(4)}"


async def stored(store: SqlStore) -> list[Item]:
    return list(reversed(await store.page(LIVE, EVERYTHING)))


async def until_holds(fact: Callable[[], Awaitable[bool]]) -> None:
    """Wait for a fact that only the store knows."""
    async with asyncio.timeout(60):
        while not await fact():
            await asyncio.sleep(0.02)


async def until_stored(store: SqlStore, count: int) -> None:
    async def fact() -> bool:
        return await store.count(LIVE) >= count

    await until_holds(fact)


async def test_edits_and_deletions_are_versions_and_the_words_are_kept(
    pds: Pds, brand: str, tmp_path: Path,
) -> None:
    ana, ben = await pds.account("ana"), await pds.account("ben")
    store = await open_store(tmp_path / "room.db")
    async with reading(store, pds, brand):
        root = await ana.post(f"{brand} sold me a broken mug")
        reply = await ben.reply(root, root, f"{brand} did that to me too")
        await ana.edit(root, f"{brand} sold me two broken mugs")
        await ben.delete(reply)
        key, gone = post_key(Platform.BLUESKY, root), post_key(Platform.BLUESKY, reply)

        async def is_deleted() -> bool:
            found = (await store.items(LIVE, [gone])).get(gone)
            return found is not None and found.deleted_at is not None

        await until_holds(is_deleted)
    first, second = await stored(store)
    assert (first.version, first.post.text) == (2, f"{brand} sold me two broken mugs")
    assert [post.text for post in await store.versions(LIVE, key)] == [
        f"{brand} sold me a broken mug", f"{brand} sold me two broken mugs"]
    assert (second.post.text, second.post.parent_id) == (f"{brand} did that to me too", root)
    assert [item.key for item in await store.thread(LIVE, gone)] == [key, gone]
    await store.close()


async def test_what_came_while_the_room_was_closed_is_stored_once(pds: Pds, brand: str, tmp_path: Path) -> None:
    ana = await pds.account("ana")
    store = await open_store(tmp_path / "room.db")
    async with reading(store, pds, brand):
        await ana.post(f"{brand} 0")
        await until_stored(store, 1)
    for number in range(1, 6):
        await ana.post(f"{brand} {number}")
    async with reading(store, pds, brand) as running:
        await until_stored(store, 6)
        await ana.post(f"{brand} 6")
        await until_stored(store, 7)
    assert [item.post.text for item in await stored(store)] == [f"{brand} {number}" for number in range(7)]
    assert all(item.version == 1 for item in await stored(store))
    assert SourceState.FAILED not in running.states
    await store.close()


async def test_no_post_is_lost_or_doubled_when_the_server_is_killed_in_the_middle(
    pds: Pds, brand: str, tmp_path: Path,
) -> None:
    people = [await pds.account(f"p{number}") for number in range(3)]
    store = await open_store(tmp_path / "room.db")
    taken: set[str] = set()
    async with reading(store, pds, brand) as running:
        await asyncio.gather(*(talk(one, brand, taken, 8) for one in people))
        await until_stored(store, 1)
        chatter = [asyncio.create_task(talk(one, brand, taken, 1_000)) for one in people]
        await until(lambda: len(taken) >= 30)
        await asyncio.to_thread(pds.kill)
        await asyncio.gather(*chatter, return_exceptions=True)
        await until(lambda: running.intake.report.state is SourceState.RECONNECTING)
        await asyncio.to_thread(pds.start)
        await asyncio.gather(*(talk(one, brand, taken, 5) for one in people))

        async def all_are_there() -> bool:
            return taken <= {item.post.native_id for item in await stored(store)}

        await until_holds(all_are_there)
    ids = [item.post.native_id for item in await stored(store)]
    assert len(ids) == len(set(ids))
    names = {name for one in people for name in (one.handle, one.did)}
    assert {item.post.author for item in await stored(store)} <= names
    await store.close()


async def talk(one: Account, brand: str, taken: set[str], times: int) -> None:
    """Post again and again; only what the server has confirmed is taken."""
    for number in range(times):
        taken.add(await one.post(f"{brand} says {one.handle} {number}"))
