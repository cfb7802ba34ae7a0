"""Review on a real store: a yes is given to what was read, and to nothing that came after it."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.sending import POST, WORDS, Desk, a_desk

from warroom.domain.approval import Policy, read_rule, seen
from warroom.domain.errors import BadMove
from warroom.domain.model import LIVE
from warroom.domain.reply import Conflict, Draft, DraftState
from warroom.engine.gate import Gate
from warroom.engine.replies import Replies
from warroom.ports import Batch

TEAM = Policy(team={"ana": "lead", "ben": "approver"}, rules=(read_rule("any", "approver"),))


class Counter:
    """Two people's desks on one reply that waits for a yes."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.name = desk.incident.id

    def of(self, who: str) -> Replies:
        return Replies(self.desk.store, clock=self.desk.clock, wall=self.desk.clock, actor=who, dice=random.Random(1),
                       gate=Gate(TEAM))

    async def handed_in(self) -> Draft:
        draft = await self.of("ana").write(self.name, POST.key, WORDS)
        return await self.of("ana").submit(self.name, draft.id)

    async def state(self, draft: Draft) -> DraftState:
        return (await self.of("ana").find(self.name, draft.id))[1].state

    async def post_now(self) -> str:
        return seen((await self.desk.store.items(LIVE, [POST.key], incident=self.name))[POST.key])


@pytest.fixture
async def counter(tmp_path: Path) -> AsyncIterator[Counter]:
    async with a_desk(tmp_path) as desk:
        yield Counter(desk)


async def test_a_yes_is_not_given_to_a_text_that_was_written_after_it_was_read(counter: Counter) -> None:
    read = await counter.handed_in()
    await counter.of("ana").revise(counter.name, read.id, "We pay everybody back at 17:00.", version=read.version)
    await counter.of("ana").submit(counter.name, read.id)
    with pytest.raises(Conflict, match="ana changed this reply meanwhile") as caught:
        await counter.of("ben").approve(counter.name, read.id, version=read.version)
    assert caught.value.hint == "Read it as it is now, then approve it."
    assert await counter.state(read) is DraftState.IN_REVIEW
    await counter.of("ben").approve(counter.name, read.id, version=read.version + 1)
    assert await counter.state(read) is DraftState.APPROVED


async def test_a_yes_is_not_given_on_a_post_that_changed_after_it_was_read(counter: Counter) -> None:
    draft = await counter.handed_in()
    read = await counter.post_now()
    edited = replace(POST, text="Acme is up again, thanks")
    await counter.desk.store.add(LIVE, "test", Batch([edited]), counter.desk.clock.now())
    aside = {f"edited:{edited.content_sha256[:8]}": "it fits all the same"}
    with pytest.raises(BadMove, match="The post changed while you read the reply"):
        await counter.of("ben").approve(counter.name, draft.id, post=read, overrides=aside)
    assert await counter.state(draft) is DraftState.IN_REVIEW
    await counter.of("ben").approve(counter.name, draft.id, post=await counter.post_now(), overrides=aside)
    assert await counter.state(draft) is DraftState.APPROVED
