"""On the way to the store small batches go together, in a flood those of a moment; it ends, and nothing is lost."""

from __future__ import annotations

import asyncio

from helpers.engine import a_post

from warroom.domain.health import Budget
from warroom.domain.model import Platform
from warroom.engine.gathering import TOGETHER, Gathering
from warroom.ports import Batch

_LONG = 3_600.0


def said(batch: Batch | None) -> list[str]:
    assert batch is not None
    return [post.native_id for post in batch.posts]


async def filled(*batches: Batch | None) -> Gathering:
    gathering = Gathering()
    for batch in batches:
        await gathering.put(batch)
    return gathering


async def test_what_is_here_goes_together_in_its_order_and_nothing_waits_for_more() -> None:
    gathering = await filled(*(Batch([a_post(number)], str(number)) for number in range(3)))
    batch = await gathering.take()
    assert said(batch) == ["0", "1", "2"]
    assert batch is not None
    assert batch.cursor == "2"


async def test_of_several_batches_the_last_cursor_and_budget_and_all_that_was_skipped_are_kept() -> None:
    budget = Budget(platform=Platform.REDDIT, left=3, limit=100)
    gathering = await filled(Batch([a_post(1)], "1", skipped={"odd": 1}), Batch([a_post(2)], "2", budget=budget),
                             Batch([a_post(3)], skipped={"odd": 2}, own=frozenset({"acme"})))
    batch = await gathering.take()
    assert batch is not None
    assert (batch.cursor, batch.budget, batch.skipped) == ("2", budget, {"odd": 3})
    assert batch.own == {"acme"}  # what a name of ours was told with stays ours


async def test_a_batch_that_says_something_else_of_the_gap_stays_for_itself() -> None:
    gathering = await filled(Batch([a_post(1)], "1", caught_up=False), Batch([a_post(2)], "2"),
                             Batch([a_post(3)], "3"), None)
    assert [said(await gathering.take()) for _ in range(2)] == [["1"], ["2", "3"]]
    assert await gathering.take() is None


async def test_in_a_flood_what_comes_in_the_next_moment_is_taken_along() -> None:
    gathering = await filled(Batch([a_post(1)], "1"))
    await gathering.take()
    taking = asyncio.ensure_future(gathering.take(_LONG))
    for number in range(2, 100):  # more than can wait: it must be taken out meanwhile
        await gathering.put(Batch([a_post(number)], str(number)))
    assert not taking.done()
    await gathering.put(None)
    assert said(await taking) == [str(number) for number in range(2, 100)]
    assert await gathering.take() is None


async def test_a_transaction_that_is_full_waits_for_nothing() -> None:
    gathering = await filled(Batch([a_post(1)], "1"))
    await gathering.take()
    await gathering.put(Batch([a_post(number) for number in range(TOGETHER)], "full"))
    async with asyncio.timeout(60):
        assert len(said(await gathering.take(_LONG))) == TOGETHER


async def test_the_moment_ends_though_nothing_more_comes() -> None:
    gathering = await filled(Batch([a_post(1)], "1"))
    await gathering.take()
    await gathering.put(Batch([a_post(2)], "2"))
    async with asyncio.timeout(60):
        assert said(await gathering.take(0.02)) == ["2"]
    await gathering.put(Batch([a_post(3)], "3"))
    assert said(await gathering.take()) == ["3"]
