"""Saying what posts are: by hand on one post, and by a spot check on random ones; the gauge tells what came of it."""

from __future__ import annotations

from pathlib import Path

from helpers.engine import NOON, WordScorer
from helpers.room import Bench, a_console, bluesky, mastodon, reddit

from warroom.domain.item import Item
from warroom.domain.model import Label
from warroom.domain.query import Flag, Is, Query
from warroom.domain.triage import Verb
from warroom.screens.spotcheck import SpotCheck

POSTS = [made(number, f"{'bad' if number % 3 == 0 else 'fine'} thing number {number}", created_at=NOON)
         for number in range(1, 61) for made in ((reddit, mastodon, bluesky)[number % 3],)]


def check_of(bench: Bench) -> SpotCheck:
    screen = bench.app.screen
    assert isinstance(screen, SpotCheck)
    return screen


async def asked_about(bench: Bench) -> Item:
    """The post that is asked about, once the page is open and has one."""
    await bench.until(lambda: isinstance(bench.app.screen, SpotCheck) and check_of(bench).asked is not None)
    asked = check_of(bench).asked
    assert asked is not None
    return asked


async def answer(bench: Bench, key: str) -> str:
    """Answer for the post that is asked about; returns its text."""
    asked = await asked_about(bench)
    await bench.press(key)
    await bench.until(lambda: check_of(bench).asked is not asked and check_of(bench).asked is not None)
    return asked.post.text


async def labels(bench: Bench) -> dict[str, tuple[Label | None, bool]]:
    every = await bench.store.page("live", Query((Is(Flag.LABELLED),)), incident=bench.room.incident.id)
    return {item.post.text: (item.triage.label, item.triage.checked) for item in every}


async def test_l_says_what_a_post_is_and_z_takes_it_back(tmp_path: Path) -> None:
    async with a_console(tmp_path, mastodon(1, "sick!", created_at=NOON), scorer=WordScorer()) as bench:
        await bench.sees("▲ pos 0.90")
        await bench.press("2", "l")
        await bench.sees("the post is …", "1 negative", "2 neutral", "3 positive", "0 not about us")
        await bench.press("1")
        await bench.sees("✎ negative", "labelled negative")
        assert await labels(bench) == {"sick!": (Label.NEGATIVE, False)}
        await bench.press("enter")
        await bench.sees("✎ negative, says a person; picked by hand", "▲ positive: negative 0.05")
        await bench.press("escape", "z")
        await bench.sees("▲ pos 0.90")
        assert await labels(bench) == {}


async def test_a_spot_check_asks_about_random_posts_and_the_gauge_knows_its_error(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, scorer=WordScorer()) as bench:
        await bench.sees("as the model counts, unchecked")
        await bench.press("L")
        await bench.sees("Spot check 0/50 → ±")
        said = []
        for _ in range(12):
            asked = await asked_about(bench)
            # People see twice as many bad ones as the model does.
            said.append(await answer(bench, "1" if asked.post.text.startswith("bad") or asked.id % 2 else "3"))
        assert len(set(said)) == 12
        await bench.sees("Spot check 12/50, negative")
        await bench.press("escape")
        await bench.sees("checked (12 labels, now)", "model 33 %", "too low)")
        made = await labels(bench)
        assert set(made) == set(said)
        assert all(checked for _, checked in made.values())
        assert sum("spot check: " in summary for summary in await bench.summaries()) == 12


async def test_a_check_that_is_left_goes_on_with_the_same_post_and_an_answer_can_be_taken_back(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, scorer=WordScorer()) as bench:
        await bench.press("L")
        await answer(bench, "2")
        second = check_of(bench).asked
        await bench.press("escape")
        await bench.until(lambda: bench.app.screen is bench.app.room_screen)
        await bench.press("L")
        assert await asked_about(bench) == second
        said = await answer(bench, "0")
        await bench.sees("2/50")
        await bench.press("z")
        await bench.sees("1/50")
        assert (await asked_about(bench)).post.text == said


async def test_a_post_that_was_labelled_by_hand_is_not_asked_about_but_counts_when_it_is_drawn(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS[:3], scorer=WordScorer()) as bench:
        drawn = bench.room.draw()
        assert drawn is not None
        await bench.room.desk.act(Verb.LABEL, [drawn], value="positive")
        await bench.press("L")
        asked = await asked_about(bench)
        assert asked.key != drawn
        assert [both for both in (await labels(bench)).values() if both[1]] == [(Label.POSITIVE, True)]
        await bench.press("1")
        await bench.until(lambda: check_of(bench).asked not in (None, asked))
        await bench.press("1")
        await bench.sees("Every post of the window was checked.")


async def test_what_a_teammate_checked_meanwhile_is_said_and_the_check_goes_on(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, scorer=WordScorer()) as bench:
        await bench.press("L")
        asked = await asked_about(bench)
        await bench.desk_of("ben").act(Verb.CHECK, [asked.key], value="negative")
        await bench.press("3")
        await bench.sees("Somebody checked this post already.")
        assert (await labels(bench))[asked.post.text] == (Label.NEGATIVE, True)
        await bench.until(lambda: check_of(bench).asked not in (None, asked))


async def test_a_hostile_post_is_only_text_in_a_small_terminal_too(tmp_path: Path) -> None:
    post = mastodon(1, "[@click=app.quit]press\x1b[31m me[/] \u202eevil " + "word " * 400, created_at=NOON)
    async with a_console(tmp_path, post, size=(80, 24), scorer=WordScorer()) as bench:
        await bench.press("L")
        await bench.sees("[@click=app.quit]press", "1 negative", "0 not about us", "Spot check 0/1")
        assert "\x1b" not in bench.screen_text
        await bench.press("j", "j", "j")
        await bench.lacks("[@click=app.quit]press")


async def test_there_is_nothing_to_check_in_an_empty_room(tmp_path: Path) -> None:
    async with a_console(tmp_path) as bench:
        await bench.press("L")
        await bench.sees("There is no post in the gauge's window to check.")
        await bench.press("1", "escape")
        await bench.lacks("Spot check")
