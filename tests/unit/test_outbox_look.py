"""Before anything goes out below a post, its platform is asked how it stands now: no stream tells of every edit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.board import Told
from helpers.sending import POST, WORDS, Desk, a_desk

from warroom.domain.approval import Blocked
from warroom.domain.errors import CredentialError, SourceError
from warroom.domain.model import LIVE, Gone, Platform, Post, PostKey
from warroom.domain.reply import DraftState
from warroom.engine import outbox as engine
from warroom.engine.bus import Bus
from warroom.engine.countdown import Sender
from warroom.engine.outbox import Look, Outbox
from warroom.engine.talk import Talk
from warroom.ports import Threads

EDITED = replace(POST, text="Acme is down, and my data is gone")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with a_desk(tmp_path) as made:
        yield made


def look_at(desk: Desk, *now: Post | Gone) -> Look:
    """A platform that shows the thread like this now."""
    async def fetchers(_: Platform) -> Threads:
        return Told(*now)

    return Talk(desk.store, LIVE, fetchers, bus=Bus(), clock=desk.clock).fetch


@pytest.mark.parametrize("now", [EDITED, Gone(POST.platform, POST.native_id, POST.created_at)])
async def test_nothing_goes_out_on_a_post_that_changed_on_its_platform_and_no_stream_told(
    desk: Desk, now: Post | Gone,
) -> None:
    outbox, outlet = desk.process()
    draft = await desk.approved(outbox)
    outbox.look_with(look_at(desk, now))
    with pytest.raises(Blocked) as caught:
        await outbox.send(desk.incident.id, draft)
    [blocker] = caught.value.blockers
    assert blocker.rule == ("deleted" if isinstance(now, Gone) else f"edited:{EDITED.content_sha256[:8]}")
    assert (outlet.calls, await desk.states()) == (0, ["approved"])
    await outbox.replies.override(desk.incident.id, draft.id, {blocker.rule: "she asked us to answer all the same"})
    assert (await outbox.send(desk.incident.id, draft)).state is DraftState.SENT
    assert "she asked us to answer" in str([event.details for event in await desk.store.events(desk.incident.id)])


async def test_no_countdown_begins_on_a_post_that_changed_on_its_platform(desk: Desk) -> None:
    outbox, _ = desk.process()
    draft = await desk.approved(outbox)
    outbox.look_with(look_at(desk, EDITED))
    sender = Sender(outbox, Bus(), seconds=60)
    with pytest.raises(Blocked):
        await sender.send(draft.id)
    assert sender.pending == {}


async def test_where_the_platform_does_not_tell_what_is_stored_of_the_post_counts(
    desk: Desk, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "_LOOK", 0.01)
    outbox, _ = desk.process()

    async def never(_: PostKey) -> None:
        await asyncio.Event().wait()

    for number, error in enumerate([SourceError("Mastodon does not answer."), CredentialError("No login."), None]):
        async def broken(_: PostKey, error: Exception | None = error) -> None:
            if error is not None:
                raise error

        outbox.look_with(broken if error is not None else never)
        draft = await desk.approved(outbox, f"{WORDS} {number}")
        assert (await outbox.send(desk.incident.id, draft)).state is DraftState.SENT


async def test_the_parts_of_a_thread_look_at_the_post_once(desk: Desk) -> None:
    asked: list[PostKey] = []

    async def look(key: PostKey) -> None:
        asked.append(key)

    outbox: Outbox = desk.process()[0]
    outbox.look_with(look)
    parts = await outbox.replies.write_thread(desk.incident.id, POST.key, ("We look. 1/2", "More at 17:00. 2/2"))
    for part in parts:
        await outbox.replies.submit(desk.incident.id, part.id)
    await outbox.send_batch(desk.incident.id, parts[0].batch)
    assert (asked, len(desk.board.texts)) == ([POST.key], 2)
