"""The seconds before a reply goes out, in which it can be taken back."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from helpers.board import Board, BoardPublisher
from helpers.engine import a_post, until

from warroom.domain.errors import BadMove
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Platform
from warroom.engine.bus import Bus, Message, Sending
from warroom.engine.clock import SystemClock
from warroom.engine.countdown import Sender
from warroom.engine.desk import open_incident
from warroom.engine.outbox import Outbox
from warroom.engine.replies import Replies
from warroom.ports import Batch, Publisher
from warroom.store.sql import open_store

POST = a_post(1, "Acme is down")


class Counting:
    """An outbox on a real store, and all that the bus says of its replies."""

    def __init__(self, outbox: Outbox, board: Board) -> None:
        self.outbox = outbox
        self.board = board
        self.bus = Bus()
        self.said: list[Sending] = []
        self.bus.subscribe(self._hear)

    def _hear(self, message: Message) -> None:
        if isinstance(message, Sending):
            self.said.append(message)

    def sender(self, seconds: float) -> Sender:
        return Sender(self.outbox, self.bus, seconds=seconds)

    async def approved(self, text: str = "We look into it.") -> str:
        draft = await self.outbox.replies.write("inc-1", POST.key, text)
        return (await self.outbox.replies.submit("inc-1", draft.id)).id

    async def state(self, name: str) -> str:
        return str((await self.outbox.replies.find("inc-1", name))[1].state)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Counting]:
    store, clock, board = await open_store(tmp_path / "w.db"), SystemClock(), Board(tmp_path / "board")
    outlet = BoardPublisher(board)

    async def way(_: Platform) -> Publisher:
        return outlet

    replies = Replies(store, clock=clock, wall=clock, actor="ana", dice=random.Random(1))
    await open_incident(store, "inc-1", title="Outage", kind=Kind.INCIDENT, actor="ana", clock=clock, wall=clock)
    await store.add(LIVE, "test", Batch([POST]), clock.now())
    yield Counting(Outbox(replies, store, way, sole=lambda _: nullcontext(enter_result=True), wall=clock), board)
    await store.close()


async def test_a_reply_goes_out_when_its_seconds_are_over_and_each_tick_is_told(desk: Counting) -> None:
    sender, name = desk.sender(0.4), await desk.approved()
    await sender.send(name)
    assert 0 < sender.pending[name] <= 0.4
    await until(lambda: desk.board.texts == ["We look into it."])
    await until(lambda: not sender.pending)
    assert [one.left for one in desk.said][-1] == 0
    assert desk.said[0].left > 0
    await sender.close()


async def test_a_reply_that_was_taken_back_is_approved_still_and_never_goes_out(desk: Counting) -> None:
    sender, name = desk.sender(60), await desk.approved()
    await sender.send(name)
    assert sender.take_back(name) is True
    assert sender.pending == {}
    assert sender.take_back(name) is False
    assert (await desk.state(name), desk.board.texts) == ("approved", [])
    await sender.send(name)  # and it may be sent after all
    assert name in sender.pending
    await sender.close()


async def test_a_process_that_ends_in_the_countdown_leaves_the_reply_approved_and_unsent(desk: Counting) -> None:
    sender, name = desk.sender(60), await desk.approved()
    await sender.send(name)
    await sender.close()
    assert (await desk.state(name), desk.board.texts) == ("approved", [])


async def test_two_keys_begin_one_countdown(desk: Counting) -> None:
    sender, name = desk.sender(0.02), await desk.approved()
    ended = await asyncio.gather(sender.send(name), sender.send(name), return_exceptions=True)
    assert all(end is None or isinstance(end, BadMove) for end in ended)
    await until(lambda: desk.board.texts == ["We look into it."])
    await sender.close()


async def test_what_may_not_go_out_does_not_even_begin_to_count(desk: Counting) -> None:
    sender = desk.sender(60)
    draft = await desk.outbox.replies.write("inc-1", POST.key, "We look into it.")
    with pytest.raises(BadMove, match="draft cannot become sending"):
        await sender.send(draft.id)
    assert (sender.pending, desk.said) == ({}, [])


async def test_a_reply_that_could_not_even_be_tried_says_why(desk: Counting) -> None:
    sender, name = desk.sender(0.05), await desk.approved()
    await sender.send(name)
    draft = (await desk.outbox.replies.find("inc-1", name))[1]
    await desk.outbox.replies.withdraw("inc-1", draft.id)
    await until(lambda: any(one.problem for one in desk.said))
    assert "draft cannot become sending" in desk.said[-1].problem
    assert desk.board.texts == []
    await sender.close()


async def test_a_thread_has_one_countdown_and_its_parts_go_out_in_order_behind_it(desk: Counting) -> None:
    parts = await desk.outbox.replies.write_thread("inc-1", POST.key, ("We look. 1/2", "More at 17:00. 2/2"))
    for part in parts:
        await desk.outbox.replies.submit("inc-1", part.id)
    sender = desk.sender(60)
    for part in parts:
        await sender.send(part.id)
    assert list(sender.pending) == [parts[0].id]
    assert sender.take_back(parts[1].id) is True
    assert sender.pending == {}
    quick = desk.sender(0.02)
    await quick.send(parts[1].id)
    await until(lambda: desk.board.texts == ["We look. 1/2", "More at 17:00. 2/2"])
    await until(lambda: not quick.pending)
    await quick.close()
