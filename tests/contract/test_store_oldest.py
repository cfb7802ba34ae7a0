"""The oldest post that waits for an answer, found in a tree: what anybody dealt with is passed over."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.stored import NOON, act, batch, gone, key, opening, post

from warroom.domain.drafts import details
from warroom.domain.events import EventType, NewEvent
from warroom.domain.model import Platform, Score, digest
from warroom.domain.reply import Draft, DraftState, Sent
from warroom.domain.triage import Verb
from warroom.ports import Store
from warroom.store import oldest as oldest_
from warroom.store.sql import open_store

HOUR = timedelta(hours=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """Five posts, a minute apart, the second, third and fifth of them negative, in an open incident."""
    opened = await open_store(tmp_path / "room.db")
    said = [post(str(number), text=f"text {number}", created_at=NOON + timedelta(minutes=number))
            for number in (5, 3, 1, 4, 2)]
    await opened.add("live", "s", batch(*said), NOON)
    await opened.put_scores({
        digest(one.text): Score(0.9, 0.05, 0.05, "m") if one.native_id in "235" else Score(0.1, 0.8, 0.1, "m")
        for one in said}, NOON)
    await opened.commit("inc-1", [], opening(), NOON)
    yield opened
    await opened.close()


async def oldest(store: Store, *, negative: bool = True, since: int = -60) -> str:
    found = await store.oldest("live", incident="inc-1", since=NOON + timedelta(minutes=since), negative=negative)
    return found[0].post.native_id if found else ""


async def test_the_oldest_is_by_the_time_of_writing_whenever_it_arrived(store: Store) -> None:
    assert (await oldest(store), await oldest(store, negative=False)) == ("2", "1")
    assert (await oldest(store, since=4), await oldest(store, since=6)) == ("5", "")


async def test_what_was_dealt_with_is_passed_over_and_what_comes_back_waits_again(store: Store) -> None:
    await act(store, Verb.DISMISS, key("2"), value="spam")
    assert await oldest(store) == "3"
    await act(store, Verb.SNOOZE, key("3"), until=NOON + HOUR)
    assert await oldest(store) == "5"
    await act(store, Verb.CLAIM, key("5"))
    assert await oldest(store) == "5"
    await act(store, Verb.REOPEN, key("2"))
    assert await oldest(store) == "2"


async def test_a_persons_label_goes_before_the_models(store: Store) -> None:
    await act(store, Verb.LABEL, key("2"), value="neutral")
    assert (await oldest(store), await oldest(store, negative=False)) == ("3", "1")
    await act(store, Verb.LABEL, key("1"), value="negative")
    assert (await oldest(store), await oldest(store, negative=False)) == ("1", "2")
    await act(store, Verb.LABEL, key("1"), value="irrelevant")
    assert await oldest(store) == "3"


async def test_reposts_and_deleted_posts_wait_for_nobody(store: Store) -> None:
    await store.add("live", "s", batch(
        gone("2"), post("6", text="text 2", repost_of="t1", created_at=NOON - timedelta(minutes=5))), NOON)
    assert await oldest(store) == "3"


async def test_what_we_sent_ourselves_waits_for_nobody_when_a_source_brings_it_back(store: Store) -> None:
    draft = Draft(id="2222222222222", post=None, platform=Platform.REDDIT, text="We are sorry", author="mara",
                  since=NOON, state=DraftState.SENT, sent=Sent(Platform.REDDIT, "2", "u", NOON))
    steps = [replace(draft, state=state, sent=draft.sent if state is DraftState.SENT else None) for state in (
        DraftState.DRAFT, DraftState.APPROVED, DraftState.SENDING, DraftState.SENT)]
    said = [NewEvent(type=kind, actor="mara", summary="s", occurred_at=NOON, platform=Platform.REDDIT,
                     details=details(before, after))
            for kind, before, after in zip(
                (EventType.DRAFTED, EventType.APPROVED, EventType.SENDING, EventType.SENT), [None, *steps], steps,
                strict=False)]
    await store.commit_replies("inc-1", [], lambda now, items, drafts: said, NOON)
    assert await oldest(store) == "3"
    await act(store, Verb.LABEL, key("2"), value="neutral")
    assert (await oldest(store), await oldest(store, negative=False)) == ("3", "1")


async def test_it_is_looked_up_in_a_tree_and_not_looked_for(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "room.db") as db:
        for statement in (oldest_._NEGATIVE, oldest_._OTHER):
            asked = {"room": "live", "incident": "inc-1", "since": 0, "after": 0, "most": 1}
            plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement}", asked)]
            walks = [line for line in plan if " f " in f"{line} " or line.startswith("SEARCH f")]
            assert walks
            assert all("SEARCH f USING" in line for line in walks), plan
            assert "(room=? AND created>?)" in " ".join(plan)
            assert not any(line.startswith("SCAN t") for line in plan), plan
    db.close()
