"""Threads and broadcasts: several drafts of one batch, each out once, in order where one follows another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from helpers.sending import POST, WORDS, Desk, Held, a_desk

from warroom.domain.errors import BadMove, SendRefused
from warroom.domain.model import Platform
from warroom.domain.reply import Draft, DraftState
from warroom.engine.outbox import Outbox

PARTS = ("We look into it. 1/3", "Here is what we know. 2/3", "More at 17:00. 3/3")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with a_desk(tmp_path) as made:
        yield made


async def a_thread(desk: Desk, outbox: Outbox) -> list[Draft]:
    made = await outbox.replies.write_thread(desk.incident.id, POST.key, PARTS)
    return [await outbox.replies.submit(desk.incident.id, part.id) for part in made]


async def test_a_thread_goes_out_in_order_each_part_below_the_one_before(desk: Desk) -> None:
    outbox, _ = desk.process()
    parts = await a_thread(desk, outbox)
    ended = await outbox.send_batch(desk.incident.id, parts[0].batch)
    assert [(draft.state, why) for draft, why in ended] == [(DraftState.SENT, "")] * 3
    assert [(row["to"], row["text"]) for row in desk.board.rows] == [
        (POST.native_id, PARTS[0]), ("r1", PARTS[1]), ("r2", PARTS[2])]
    assert await desk.clean()


@pytest.mark.parametrize("repeats_safely", [True, False])
@pytest.mark.parametrize("done", [0, 1, 2])
async def test_a_thread_goes_on_after_a_crash_in_the_middle_and_no_part_goes_out_twice(
    desk: Desk, done: int, repeats_safely: bool,
) -> None:
    outbox, outlet = desk.process(held=Held(), acts=[*["take"] * done, "hang"], repeats_safely=repeats_safely)
    parts = await a_thread(desk, outbox)
    task = asyncio.create_task(outbox.send_batch(desk.incident.id, parts[0].batch))
    await outlet.hanging.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await desk.states() == [*["sent"] * done, "sending", *["approved"] * (2 - done)]
    later, _ = desk.process(repeats_safely=repeats_safely)
    assert [why for _, why in await later.send_batch(desk.incident.id, parts[0].batch)] == ["", "", ""]
    assert desk.board.texts == list(PARTS)
    assert await desk.clean()


async def test_a_thread_stops_at_a_part_that_is_not_certainly_out(desk: Desk) -> None:
    outbox, _ = desk.process(acts=["take", "refuse"])
    parts = await a_thread(desk, outbox)
    ended = await outbox.send_batch(desk.incident.id, parts[0].batch)
    assert [draft.state for draft, _ in ended] == [DraftState.SENT, DraftState.FAILED, DraftState.APPROVED]
    assert ended[2][1] == "the part before it is not out"
    with pytest.raises(BadMove, match="part before this one is failed"):
        await outbox.send(desk.incident.id, ended[2][0])
    again = await outbox.replies.submit(desk.incident.id, ended[1][0].id)
    assert again.state is DraftState.APPROVED
    assert [draft.state for draft, _ in await outbox.send_batch(desk.incident.id, parts[0].batch)] == [
        DraftState.SENT] * 3
    assert desk.board.texts == list(PARTS)


async def test_parts_that_are_named_go_out_and_the_others_wait(desk: Desk) -> None:
    outbox, _ = desk.process()
    parts = await a_thread(desk, outbox)
    ended = await outbox.send_batch(desk.incident.id, parts[0].batch, only={parts[0].id})
    assert [draft.state for draft, _ in ended] == [DraftState.SENT, DraftState.APPROVED, DraftState.APPROVED]
    await outbox.send_batch(desk.incident.id, parts[0].batch)
    assert desk.board.texts == list(PARTS)


async def test_a_post_of_our_own_and_a_private_message_are_refused_where_the_platform_has_no_way(desk: Desk) -> None:
    outbox, outlet = desk.process()
    own = await outbox.replies.write(desk.incident.id, None, WORDS, platform=Platform.MASTODON)
    own = await outbox.replies.submit(desk.incident.id, own.id)
    private = await outbox.replies.write(desk.incident.id, POST.key, WORDS, private=True)
    private = await outbox.replies.submit(desk.incident.id, private.id)
    for draft in (own, private):
        with pytest.raises(SendRefused, match="Mastodon"):
            await outbox.send(desk.incident.id, draft)
    assert (await desk.states(), outlet.calls) == (["approved", "approved"], 0)
    assert await desk.clean()
