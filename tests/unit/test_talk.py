from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.board import Told
from helpers.engine import NOON, TestClock, a_post

from warroom.domain.errors import SourceError
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Gone, Platform
from warroom.domain.query import EVERYTHING, parse
from warroom.domain.triage import Verb
from warroom.engine.bus import Bus, Changed, Message
from warroom.engine.desk import Desk, open_incident
from warroom.engine.talk import Talk
from warroom.ports import Batch, Threads
from warroom.store.sql import SqlStore, open_store

COMPLAINT = a_post(1, "Acme is down")
ANSWER = a_post(2, "same here, since noon", root_id="1", parent_id="1")
DOUBT = a_post(3, "doubt it", root_id="1", parent_id="2")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(tmp_path / "test.db")
    await opened.add(LIVE, "mastodon", Batch([COMPLAINT], "1"), NOON)
    yield opened
    await opened.close()


def talk_of(store: SqlStore, told: Told, heard: list[Message] | None = None) -> Talk:
    bus = Bus()
    if heard is not None:
        bus.subscribe(heard.append)

    async def fetchers(platform: Platform) -> Threads:
        assert platform is Platform.MASTODON
        return told

    return Talk(store, LIVE, fetchers, bus=bus, clock=TestClock())


async def texts(store: SqlStore, words: str = "") -> list[str]:
    query = parse(words, now=NOON) if words else EVERYTHING
    return [item.post.text for item in await store.page(LIVE, query)]


async def test_the_whole_conversation_stands_on_the_page_and_in_no_list(store: SqlStore) -> None:
    await talk_of(store, Told(COMPLAINT, ANSWER, DOUBT)).fetch(COMPLAINT.key)
    assert [item.post.text for item in await store.thread(LIVE, COMPLAINT.key)] == [
        "Acme is down", "same here, since noon", "doubt it"]
    assert await texts(store) == ["Acme is down"]
    assert await texts(store, "noon") == []
    assert [item.post.text for item in await store.since(LIVE, 0)] == ["Acme is down"]
    assert [item.post.text for item in await store.unscored(LIVE)] == ["Acme is down"]
    assert await store.count(LIVE) == 1


async def test_nobody_is_told_of_context_but_of_what_changed_on_known_posts(store: SqlStore) -> None:
    heard: list[Message] = []
    edited = a_post(1, "Acme is down, still")
    await talk_of(store, Told(edited, ANSWER), heard).fetch(COMPLAINT.key)
    assert [type(message) for message in heard] == [Changed]
    assert [item.post.text for item in heard[0].items] == ["Acme is down, still"]  # type: ignore[union-attr]


async def test_a_conversation_is_not_asked_for_twice_at_once_and_again_after_a_failure(store: SqlStore) -> None:
    told = Told(COMPLAINT)
    talk = talk_of(store, told)
    told.trouble = SourceError("Gone fishing.")
    with pytest.raises(SourceError):
        await talk.fetch(COMPLAINT.key)
    told.trouble = None
    assert await talk.fetch(COMPLAINT.key)
    assert not await talk.fetch(COMPLAINT.key)
    assert told.asked == 2


async def test_context_that_a_source_brings_later_is_a_post_like_any_other_and_comes_last(store: SqlStore) -> None:
    await talk_of(store, Told(COMPLAINT, ANSWER)).fetch(COMPLAINT.key)
    await store.add(LIVE, "mastodon", Batch([a_post(9, "Acme is up")], "9"), NOON)
    seen = (await store.since(LIVE, 0))[-1].id
    kept = await store.add(LIVE, "mastodon", Batch([ANSWER], "2"), NOON + timedelta(minutes=1))
    assert [item.post.text for item in kept.new] == ["same here, since noon"]
    assert [item.post.text for item in await store.since(LIVE, seen)] == ["same here, since noon"]
    assert await texts(store) == ["same here, since noon", "Acme is up", "Acme is down"]
    assert await texts(store, "noon") == ["same here, since noon"]
    assert await store.count(LIVE) == 3
    again = await store.add(LIVE, "mastodon", Batch([ANSWER], "3"), NOON)
    assert (again.known, list(again.new)) == (1, [])


async def test_context_keeps_what_was_done_to_it_when_a_source_brings_it(store: SqlStore) -> None:
    await talk_of(store, Told(COMPLAINT, ANSWER)).fetch(COMPLAINT.key)
    clock = TestClock()
    incident = await open_incident(store, "inc-1", title="Outage", kind=Kind.INCIDENT, actor="ana", clock=clock,
                                   wall=clock)
    desk = Desk(store, incident, clock=clock, wall=clock, actor="ana")
    await desk.act(Verb.TAG, [ANSWER.key], value="witness")
    edited = a_post(2, "same here, since one", root_id="1", parent_id="1")
    await talk_of(store, Told(edited)).fetch(COMPLAINT.key)
    await store.add(LIVE, "mastodon", Batch([edited], "2"), NOON)
    item = (await store.items(LIVE, [ANSWER.key], incident="inc-1"))[ANSWER.key]
    assert (item.triage.tags, item.version, item.context) == (("witness",), 2, False)
    assert [post.text for post in await store.versions(LIVE, ANSWER.key)] == [
        "same here, since noon", "same here, since one"]
    assert [item.key for item in await store.page(LIVE, parse("tag:witness", now=NOON), incident="inc-1")] == [
        ANSWER.key]
    assert all(verdict.clean for verdict in await store.verify())


async def test_context_that_the_platform_deletes_is_kept_as_evidence_and_in_no_list(store: SqlStore) -> None:
    await talk_of(store, Told(COMPLAINT, ANSWER)).fetch(COMPLAINT.key)
    await store.add(LIVE, "mastodon", Batch([Gone(Platform.MASTODON, "2", NOON)], "2"), NOON)
    assert [item.deleted_at for item in await store.thread(LIVE, COMPLAINT.key)] == [None, NOON]
    assert await texts(store) == ["Acme is down"]
