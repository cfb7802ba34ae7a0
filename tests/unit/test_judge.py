"""The judge scores every text once, and first what the team looks at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from helpers.engine import NOON, TestClock, WordScorer, a_post, until

from warroom.domain.errors import ScoringError
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Score
from warroom.domain.query import EVERYTHING
from warroom.engine import judge as judge_module
from warroom.engine.bus import Arrived, Bus, Logged, Scored
from warroom.engine.judge import Judge
from warroom.ports import Batch
from warroom.store.sql import SqlStore, open_store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(tmp_path / "test.db")
    yield opened
    await opened.close()


async def add(store: SqlStore, bus: Bus, *texts: str, first: int = 0) -> list[Item]:
    posts = [a_post(first + n, text) for n, text in enumerate(texts)]
    kept = await store.add(LIVE, "test", Batch(posts, "c"), NOON)
    bus.publish(Arrived(kept.new))
    return list(kept.new)


@asynccontextmanager
async def judging(store: SqlStore, bus: Bus, scorer: WordScorer) -> AsyncIterator[Judge]:
    judge = Judge(room=LIVE, store=store, scorer=scorer, bus=bus, clock=TestClock())
    task = asyncio.create_task(judge.run())
    try:
        yield judge
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def scores(store: SqlStore) -> dict[str, object]:
    return {item.post.native_id: item.score for item in await store.page(LIVE, EVERYTHING)}


async def test_posts_that_were_stored_before_the_start_are_scored(store: SqlStore) -> None:
    await add(store, Bus(), "bad", "good")
    async with judging(store, Bus(), WordScorer()) as judge, asyncio.timeout(60):
        await judge.settled()
    assert all(isinstance(score, Score) for score in (await scores(store)).values())


async def test_each_distinct_text_is_scored_once(store: SqlStore) -> None:
    bus, scorer = Bus(), WordScorer()
    scorer.gate.clear()
    async with judging(store, bus, scorer) as judge, asyncio.timeout(60):
        await add(store, bus, "bad", "bad", "good")
        await asyncio.sleep(0)
        await add(store, bus, "bad", "good", first=10)
        scorer.gate.set()
        await judge.settled()
    assert sorted(scorer.asked) == ["bad", "good"]
    assert all(isinstance(score, Score) for score in (await scores(store)).values())


async def test_the_bus_hears_the_score_of_every_copy(store: SqlStore) -> None:
    bus, heard = Bus(), {}
    bus.subscribe(lambda message: heard.update(message.scores) if isinstance(message, Scored) else None)
    async with judging(store, bus, WordScorer()) as judge, asyncio.timeout(60):
        items = await add(store, bus, "bad", "bad", "good")
        await judge.settled()
    assert set(heard) == {item.id for item in items}


async def test_the_newest_and_the_triaged_go_first_under_backlog(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judge_module, "TOGETHER", 1)
    bus, scorer = Bus(), WordScorer()
    items = await add(store, Bus(), *(f"text {n}" for n in range(6)))
    judge = Judge(room=LIVE, store=store, scorer=scorer, bus=bus, clock=TestClock())
    judge.offer(items)
    bus.publish(Logged([], [items[1]]))
    task = asyncio.create_task(judge.run())
    async with asyncio.timeout(60):
        await judge.settled()
    task.cancel()
    assert scorer.asked == ["text 1", "text 5", "text 4", "text 3", "text 2", "text 0"]


async def test_a_flood_beyond_memory_comes_back_from_the_store(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judge_module, "WAITING", 10)
    bus = Bus()
    async with judging(store, bus, WordScorer()) as judge, asyncio.timeout(60):
        await add(store, bus, *(f"text {n}" for n in range(700)))
        assert judge.waiting <= 10
        await judge.settled()
    assert all(isinstance(score, Score) for score in (await scores(store)).values())


class BrokenScorer(WordScorer):
    async def start(self) -> None:
        raise ScoringError("The model file is cut short.", hint="Install warroom again.")


async def test_without_a_model_posts_stay_unscored_and_the_reason_is_told(store: SqlStore) -> None:
    bus = Bus()
    async with judging(store, bus, BrokenScorer()) as judge, asyncio.timeout(60):
        await add(store, bus, "bad")
        await until(lambda: bool(judge.problem))
        await judge.settled()
    assert "cut short" in judge.problem
    assert list((await scores(store)).values()) == [None]
