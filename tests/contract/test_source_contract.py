"""What every live source must do, on a server that it talks to over the network."""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest
from helpers.platforms import Fault, PlatformRig, Side

from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.model import LIVE, Gone, Post
from warroom.domain.query import EVERYTHING
from warroom.engine.bus import Bus
from warroom.engine.clock import SystemClock
from warroom.engine.intake import Intake
from warroom.ports import Source, Store
from warroom.store.sql import open_store

PASSING = [Fault.LIMITED, Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.MALFORMED, Fault.HTML,
           Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.HANG, Fault.EXPIRED, Fault.CLOSE_1000, Fault.CLOSE_1001]

#: Seconds beyond what a platform may take: the machine of a test may be busy.
SLACK = 30


class Listener:
    """Reads a source in the background, as the intake does."""

    def __init__(self, source: Source, cursor: str = "") -> None:
        self.entries: list[Post | Gone] = []
        self.cursor = cursor
        self.caught_up = False
        self.batches = 0
        self.own = frozenset[str]()
        self.task = asyncio.create_task(self._read(source))

    async def _read(self, source: Source) -> None:
        async with aclosing(source.stream(self.cursor)) as stream:  # type: ignore[type-var]
            async for batch in stream:
                self.own = batch.own if not self.entries else self.own  # as it was told with the first posts
                self.entries.extend(batch.posts)
                self.cursor = batch.cursor or self.cursor
                self.caught_up = batch.caught_up
                self.batches += 1

    @property
    def texts(self) -> list[str]:
        return [entry.text for entry in self.entries if isinstance(entry, Post)]

    async def until(self, fact: Callable[[], bool], seconds: float) -> None:
        async with asyncio.timeout(seconds):
            while not fact():
                if self.task.done():
                    self.task.result()
                    raise AssertionError("the source ended")
                await asyncio.sleep(0.01)

    async def close(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@asynccontextmanager
async def listening(rig: PlatformRig, cursor: str = "") -> AsyncIterator[Listener]:
    listener = Listener(rig.source(), cursor)
    try:
        await listener.until(lambda: listener.caught_up, 60)
        yield listener
    finally:
        await listener.close()


@asynccontextmanager
async def intake_of(rig: PlatformRig, folder: Path) -> AsyncIterator[tuple[Intake, Store]]:
    """The engine's own way from the source into a store, which heals what a source must not."""
    async def herald(_: SourceReport) -> None:
        return

    store = await open_store(folder / "warroom.db")
    intake = Intake(rig.source(), room=LIVE, store=store, bus=Bus(), clock=SystemClock(), herald=herald,
                    dice=random.Random(1))
    task = asyncio.create_task(intake.run())
    try:
        async with asyncio.timeout(60):
            while intake.report.state is not SourceState.LIVE:
                await asyncio.sleep(0.01)
        yield intake, store
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await store.close()


async def stored(store: Store, mark: str) -> list[str]:
    return [item.post.text for item in await store.page(LIVE, EVERYTHING) if mark in item.post.text]


async def test_a_post_of_somebody_else_arrives_with_its_author_its_time_and_its_address(rig: PlatformRig) -> None:
    async with listening(rig) as heard:
        native_id = await rig.post("Acme is down")
        await heard.until(lambda: bool(heard.texts), rig.patience + SLACK)
        post = heard.entries[0]
        assert isinstance(post, Post)
        assert (post.native_id, post.text, post.platform) == (native_id, "Acme is down", rig.platform)
        assert post.author
        assert post.url.startswith("http")
        assert (post.root_id, post.parent_id) == ("", "")


async def test_a_source_that_is_logged_in_says_who_we_are_with_the_first_post(rig: PlatformRig) -> None:
    async with listening(rig) as heard:
        await rig.post("Acme is down")
        await heard.until(lambda: bool(heard.texts), rig.patience + SLACK)
    assert (rig.handle.casefold() in {name.casefold() for name in heard.own}) is rig.logs_in


async def test_a_reply_names_its_parent_and_the_root_of_its_thread(rig: PlatformRig) -> None:
    async with listening(rig) as heard:
        root = await rig.post("Acme is down")
        middle = await rig.post("Acme is down here too", reply_to=root)
        last = await rig.post("and what does Acme do?", reply_to=middle)
        await heard.until(lambda: len(heard.texts) == 3, rig.patience + SLACK)
        posts = {entry.native_id: entry for entry in heard.entries if isinstance(entry, Post)}
        assert (posts[middle].root_id, posts[middle].parent_id) == (root, root)
        assert posts[last].parent_id == middle


async def test_what_was_posted_while_nobody_listened_arrives_once_and_before_the_source_is_live(
    rig: PlatformRig,
) -> None:
    async with listening(rig) as heard:
        await rig.post("Acme one")
        await heard.until(lambda: heard.texts == ["Acme one"], rig.patience + SLACK)
        cursor = heard.cursor
    for word in ("two", "three", "four"):
        await rig.post(f"Acme {word}")
    async with listening(rig, cursor) as heard:
        assert [text for text in heard.texts if text != "Acme one"] == ["Acme two", "Acme three", "Acme four"]
        await rig.post("Acme five")
        await heard.until(lambda: "Acme five" in heard.texts, rig.patience + SLACK)
        assert len(set(heard.texts)) == len(heard.texts)


async def test_an_edit_arrives_as_the_same_post_with_other_words(rig: PlatformRig) -> None:
    async with listening(rig) as heard:
        native_id = await rig.post("Acme is down")
        await heard.until(lambda: bool(heard.texts), rig.patience + SLACK)
        await rig.edit(native_id, "Acme is up again")
        await heard.until(lambda: "Acme is up again" in heard.texts, 2 * rig.patience + SLACK)
        assert {entry.native_id for entry in heard.entries} == {native_id}


async def test_a_deletion_arrives_as_such(rig: PlatformRig) -> None:
    async with listening(rig) as heard:
        native_id = await rig.post("Acme is down")
        await heard.until(lambda: bool(heard.texts), rig.patience + SLACK)
        await rig.delete(native_id)
        await heard.until(lambda: isinstance(heard.entries[-1], Gone), 2 * rig.patience + SLACK)
        assert heard.entries[-1].native_id == native_id


@pytest.mark.rig(fault=Side.READ)
@pytest.mark.parametrize("fault", PASSING, ids=str)
async def test_a_passing_fault_loses_nothing_and_doubles_nothing(
    rig: PlatformRig, fault: Fault, tmp_path: Path,
) -> None:
    # A shared server: a line that broke before its first number reads a little more than its own time.
    mark = secrets.token_hex(4)
    async with intake_of(rig, tmp_path) as (intake, store):
        await rig.post(f"Acme before {mark}")
        rig.fault(fault, times=1)
        await rig.post(f"Acme during {mark}")
        await rig.post(f"Acme after {mark}")
        async with asyncio.timeout(60):
            while len(await stored(store, mark)) < 3 or intake.report.state is not SourceState.LIVE:
                await asyncio.sleep(0.05)
        assert sorted(await stored(store, mark)) == [f"Acme after {mark}", f"Acme before {mark}", f"Acme during {mark}"]


async def test_a_server_that_goes_away_is_told_and_what_was_posted_meanwhile_comes_in(
    rig: PlatformRig, tmp_path: Path,
) -> None:
    # A shared server: a line that broke before its first number reads a little more than its own time.
    mark = secrets.token_hex(4)
    async with intake_of(rig, tmp_path) as (intake, store):
        await rig.post(f"Acme before {mark}")
        async with asyncio.timeout(60):
            while not await stored(store, mark):
                await asyncio.sleep(0.05)
        await rig.stop()
        async with asyncio.timeout(60):
            while intake.report.state is not SourceState.RECONNECTING:
                await asyncio.sleep(0.05)
        assert intake.report.reason
        await rig.start()
        await rig.post(f"Acme after {mark}")
        intake.restart()
        async with asyncio.timeout(60):
            while len(await stored(store, mark)) < 2:
                await asyncio.sleep(0.05)
        assert sorted(await stored(store, mark)) == [f"Acme after {mark}", f"Acme before {mark}"]


async def test_a_limit_tells_how_long_to_wait(rig: PlatformRig) -> None:
    rig.fault(Fault.LIMITED, times=None)
    listener = Listener(rig.source())
    try:
        with pytest.raises(SourceError) as caught:
            await listener.until(lambda: False, 30)
    finally:
        await listener.close()
    assert not isinstance(caught.value, SourceStopped)
    assert caught.value.retry_after is not None
    assert caught.value.retry_after >= 0
