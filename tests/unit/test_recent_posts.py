"""Which stored posts are looked at again after a gap: those that people work on, then the newest; none that is gone."""

from __future__ import annotations

from pathlib import Path

from helpers.engine import NOON, TestClock, a_post

from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Gone, Platform
from warroom.domain.triage import Verb
from warroom.engine.desk import Desk, open_incident
from warroom.platforms import recent_posts
from warroom.ports import Batch
from warroom.store.sql import open_store


async def test_what_people_work_on_comes_before_the_newest_and_what_is_gone_not_at_all(tmp_path: Path) -> None:
    clock = TestClock()
    store = await open_store(tmp_path / "w.db")
    try:
        other = a_post(9, platform=Platform.REDDIT, native_id="t3_9")
        await store.add(LIVE, "test", Batch([*map(a_post, range(1, 5)), other]), NOON)
        await store.add(LIVE, "test", Batch([Gone(Platform.MASTODON, "4", NOON)]), NOON)
        assert await recent_posts(store, Platform.MASTODON)() == ["3", "2", "1"]
        incident = await open_incident(store, "inc-1", title="Outage", kind=Kind.INCIDENT, actor="ana", clock=clock,
                                       wall=clock)
        desk = Desk(store, incident, clock=clock, wall=clock, actor="ana")
        await desk.act(Verb.CLAIM, [a_post(1).key])
        assert await recent_posts(store, Platform.MASTODON)() == ["1", "3", "2"]
    finally:
        await store.close()
