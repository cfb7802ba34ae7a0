"""What the console does with the platforms: threads, failed sources, scheduled posts."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

from helpers.board import Board, BoardPublisher, Told
from helpers.engine import TestClock
from helpers.room import a_console, bluesky, mastodon, reddit

from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.health import SourceState
from warroom.domain.model import LIVE, Platform
from warroom.engine.outbox import Outbox
from warroom.engine.replies import Replies
from warroom.ports import Publisher, Store, Threads

POSTS = (reddit(1, "sick of it"), mastodon(2, "charged twice"), bluesky(3, "second report"))


async def test_opening_a_post_fetches_its_conversation_from_the_platform(tmp_path: Path) -> None:
    post = mastodon(1, "Acme is down")
    answer = mastodon(2, "same here, since noon", root_id="n1", parent_id="n1")
    told = Told(post, answer)

    async def fetchers(_: Platform) -> Threads:
        return told

    async with a_console(tmp_path, post, fetchers=fetchers) as bench:
        await bench.press("2", "enter")
        await bench.sees("same here, since noon", "1 other post in the thread")
        assert [item.post.text for item in await bench.store.since(LIVE, 0)] == ["Acme is down"]


async def test_a_conversation_that_cannot_be_fetched_says_so_on_the_page(tmp_path: Path) -> None:
    told = Told()
    told.trouble = SourceError("Mastodon does not answer.", hint="Try again later.")

    async def fetchers(_: Platform) -> Threads:
        return told

    async with a_console(tmp_path, mastodon(1, "Acme is down"), fetchers=fetchers) as bench:
        await bench.press("2", "enter")
        await bench.sees("does not tell the whole thread", "Mastodon does not answer.")


async def test_shift_r_reads_the_settings_again_and_says_which_sources_it_tries(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        bench.tap.fail(SourceStopped("Bad login.", hint="Log in again."))
        await bench.until(lambda: bench.room.reports[0].state is SourceState.FAILED)
        await bench.press("R")
        await bench.sees("trying again: tap")
        await bench.until(lambda: bench.room.reports[0].state is not SourceState.FAILED)


async def test_shift_h_asks_for_a_reason_and_holds(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("H")
        await bench.type("recall of the cold brew")
        await bench.press("enter")
        await bench.sees("held 0 scheduled posts", "Reddit: pause what other tools")
        assert (await bench.summaries())[-1] == "held 0 scheduled posts: recall of the cold brew"


async def test_a_reply_that_was_sent_shows_on_the_post_and_z_takes_it_back_after_a_yes(tmp_path: Path) -> None:
    board, clock = Board(tmp_path / "board"), TestClock()

    def outbox_of(store: Store) -> Outbox:
        async def publishers(_: Platform) -> Publisher:
            return BoardPublisher(board)

        replies = Replies(store, clock=clock, wall=clock, actor="ana", dice=random.Random(1))
        return Outbox(replies, store, publishers, sole=lambda _: contextlib.nullcontext(enter_result=True), wall=clock)

    post = mastodon(1, "Acme is down")
    async with a_console(tmp_path, post, outbox_of=outbox_of) as bench:
        outbox, incident = bench.room.outbox, bench.room.incident.id
        assert outbox is not None
        outbox.replies.heed(bench.room.catch_up)
        written = await outbox.replies.write(incident, post.key, "Sorry.")
        draft = await outbox.replies.submit(incident, written.id)
        await outbox.send(incident, draft)
        await bench.sees("✓ answered", "replied to person1")
        await bench.press("z")
        await bench.until(lambda: bench.app.room_screen.prompt.asking)
        await bench.press("enter")
        await bench.until(lambda: not bench.app.room_screen.prompt.asking)
        assert board.texts == ["Sorry."]
        await bench.press("z")
        await bench.until(lambda: bench.app.room_screen.prompt.asking)
        await bench.press("y")
        await bench.sees("took the reply off Mastodon")
        await bench.lacks("✓ answered")
        assert board.texts == []
