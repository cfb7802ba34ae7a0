"""Where the replies of a drill go: into its own room, where the thread shows them, and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.engine import NOON, TestClock, a_post

from sources.bluesky import BlueskyPublisher
from sources.drill_sink import HANDLE
from sources.mastodon import MastodonPublisher
from sources.reddit import RedditPublisher
from warroom.counter import drill_outbox
from warroom.domain.errors import BadMove
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE, Platform, post_key
from warroom.domain.query import EVERYTHING
from warroom.domain.triage import Status
from warroom.engine.desk import open_incident
from warroom.engine.outbox import Outbox
from warroom.ports import Batch, Store
from warroom.rehearsal import rehearsal_outbox
from warroom.settings import Settings
from warroom.store.sql import open_store

WORDS = "We look into it and say more at 17:00."
POST = a_post(1, "Acme is down")


@asynccontextmanager
async def a_drill(folder: Path) -> AsyncIterator[tuple[Store, Incident, Outbox]]:
    store, clock = await open_store(folder / "w.db"), TestClock(NOON + timedelta(minutes=5))
    try:
        drill = await open_incident(store, "drill-1", title="Drill", kind=Kind.DRILL, actor="ana", clock=clock,
                                    wall=clock, room="drill-1")
        await store.add("drill-1", "drill", Batch([POST]), NOON)
        yield store, drill, drill_outbox(Settings(data_dir=folder), store, drill, clock)
    finally:
        await store.close()


async def test_a_reply_stands_in_the_drills_thread_and_in_no_list_and_undo_takes_it_out(tmp_path: Path) -> None:
    async with a_drill(tmp_path) as (store, drill, outbox):
        draft = await outbox.replies.write(drill.id, POST.key, WORDS)
        draft = await outbox.send(drill.id, await outbox.replies.submit(drill.id, draft.id))
        assert draft.account == HANDLE
        thread = await store.thread("drill-1", POST.key, incident=drill.id)
        assert [(one.post.author, one.post.text) for one in thread][1:] == [(HANDLE, WORDS)]
        assert [one.key for one in await store.page("drill-1", EVERYTHING)] == [POST.key]
        assert await store.page(LIVE, EVERYTHING) == []
        answered = await store.items("drill-1", [POST.key], incident=drill.id)
        assert answered[POST.key].triage.status is Status.ANSWERED
        await outbox.unsend(drill.id, draft)
        gone = await store.thread("drill-1", POST.key, incident=drill.id)
        assert [one.deleted_at is not None for one in gone] == [False, True]
        assert all(verdict.clean for verdict in await store.verify())


async def test_the_same_reply_handed_over_twice_is_one(tmp_path: Path) -> None:
    async with a_drill(tmp_path) as (store, drill, outbox):
        sink = await outbox._publisher(Platform.MASTODON)
        first = await sink.reply(POST, WORDS, key="3n2taaaaaaaaa")
        assert await sink.reply(POST, WORDS, key="3n2taaaaaaaaa") == first
        assert await sink.find(POST, WORDS, key="3n2taaaaaaaaa", since=NOON) == first
        assert len(await store.thread("drill-1", POST.key)) == 2
        assert first.native_id == "ours-3n2taaaaaaaaa"
        key = post_key(Platform.MASTODON, first.native_id)
        assert (await store.items("drill-1", [key]))[key].context
        assert drill.drill


async def test_a_rehearsal_takes_no_incident_that_is_real(tmp_path: Path) -> None:
    async with a_drill(tmp_path) as (store, drill, outbox):
        clock = TestClock()
        real = await open_incident(store, "inc-1", title="Outage", kind=Kind.INCIDENT, actor="ana", clock=clock,
                                   wall=clock)
        await store.add(LIVE, "test", Batch([POST]), NOON)
        with pytest.raises(BadMove, match="no drill"):
            rehearsal_outbox(outbox.replies, store, real, sole=outbox._sole, clock=clock)
        draft = await outbox.replies.write(real.id, POST.key, WORDS)
        draft = await outbox.replies.submit(real.id, draft.id)
        with pytest.raises(BadMove, match="nothing of another room"):
            await outbox.send(real.id, draft)
        with pytest.raises(BadMove, match="nothing of another room"):
            await outbox.replies.begin(real.id, draft, HANDLE, room=drill.room)
        assert len(await store.thread(LIVE, POST.key)) == 1


@pytest.mark.parametrize("publisher", [RedditPublisher, MastodonPublisher, BlueskyPublisher])
def test_no_platforms_publisher_is_a_sink(publisher: type) -> None:
    # What ``Rehearsal`` takes must have it; mypy refuses all else, and this says why.
    assert not hasattr(publisher, "rehearses")
