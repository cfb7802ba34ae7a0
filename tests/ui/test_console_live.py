"""What the console does with the platforms: threads, failed sources, scheduled posts."""

from __future__ import annotations

from pathlib import Path

from helpers.board import Told
from helpers.room import a_console, bluesky, mastodon, reddit

from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.health import SourceState
from warroom.domain.model import LIVE, Platform
from warroom.ports import Threads

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
