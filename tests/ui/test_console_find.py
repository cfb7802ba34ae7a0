"""Filtering, searching and paging: what is asked for is shown, in all panes, and nothing is shown by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.engine import WordScorer
from helpers.room import a_console, bluesky, mastodon, reddit

from warroom.domain.model import Platform
from warroom.domain.triage import Verb
from warroom.screens import loader
from warroom.store import connection

POSTS = (reddit(1, "refund me now"), reddit(2, "good coffee"), mastodon(3, "no refund"), bluesky(4, "sunny day"))


async def test_a_filter_holds_in_all_panes_and_for_what_comes_later(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("slash")
        await bench.type("refund")
        await bench.press("enter")
        await bench.lacks("good coffee", "sunny day")
        await bench.sees("refund me now", "no refund", "/ refund", "2 posts", "No post matches the filter.")
        bench.tap.say(bluesky(5, "rain"), bluesky(6, "where is my refund"))
        await bench.sees("where is my refund", "3 posts")
        assert "rain" not in bench.screen_text
        await bench.press("escape")
        await bench.sees("good coffee", "sunny day", "rain")
        await bench.lacks("clears it")


async def test_what_a_filter_does_not_find_at_once_comes_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "_STEPS", 1)
    monkeypatch.setattr(loader, "patience", lambda _: lambda: True)
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("slash")
        await bench.type("refund")
        await bench.press("enter")
        await bench.lacks("good coffee", "sunny day", "searching on")
        await bench.sees("refund me now", "no refund", "/ refund", "2 posts", "No post matches the filter.")


async def test_a_filter_that_cannot_be_read_points_at_the_word(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("slash")
        await bench.type("now fron:mara")
        await bench.press("enter")
        await bench.sees("^^^^ ✕ There is no filter 'fron'. Did you mean from?")
        lines = bench.screen_text.split("\n")
        below = next(number for number, line in enumerate(lines) if "^^^^" in line)
        assert lines[below].index("^") == lines[below - 1].index("fron")
        assert "good coffee" in bench.screen_text


async def test_a_post_that_matches_by_its_score_comes_in_once_it_is_scored(tmp_path: Path) -> None:
    scorer = WordScorer()
    async with a_console(tmp_path, reddit(1, "bad one"), scorer=scorer) as bench:
        await bench.press("slash")
        await bench.type("is:negative")
        await bench.press("enter")
        await bench.sees("/ is:negative", "bad one")
        scorer.gate.clear()
        bench.tap.say(reddit(2, "nice"), reddit(3, "bad two"))
        await bench.until(lambda: bench.room.vitals.stored == 3)
        scorer.gate.set()
        await bench.sees("bad two")
        assert "nice" not in bench.screen_text


async def test_a_post_that_an_act_makes_match_comes_in(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("slash")
        await bench.type("tag:legal")
        await bench.press("enter")
        await bench.lacks("refund me now")
        await bench.desk_of("ben").act(Verb.TAG, [POSTS[0].key], value="legal")
        await bench.sees("refund me now")


async def test_n_goes_from_match_to_match(tmp_path: Path) -> None:
    posts = [reddit(number, "refund" if number in (2, 5) else "refunding soon refund") for number in range(1, 8)]
    async with a_console(tmp_path, *posts) as bench:
        feed = bench.app.room_screen.views.feeds[Platform.REDDIT]
        await bench.press("n")
        await bench.until(lambda: bench.status.startswith("Nothing to look for"))
        await bench.press("slash")
        await bench.type("refund")
        await bench.press("enter")
        await bench.sees("7 posts")
        await bench.press("g")
        first = feed.selected_key
        await bench.press("n")
        await bench.until(lambda: feed.selected_key != first)
        await bench.press("N")
        await bench.until(lambda: feed.selected_key == first)
        await bench.press("N")
        await bench.until(lambda: "No earlier post holds" in bench.status)


async def test_older_posts_are_fetched_when_somebody_gets_to_the_end(tmp_path: Path) -> None:
    from warroom.screens import loader

    many = [reddit(number, f"one of many, {number}") for number in range(1, loader.FIRST + 400)]
    async with a_console(tmp_path, *many) as bench:
        assert len(bench.app.room_screen.views.feeds[Platform.REDDIT]) >= len(many)
    async with a_console(tmp_path) as bench:
        feed = bench.app.room_screen.views.feeds[Platform.REDDIT]
        assert len(feed) == loader.FIRST
        await bench.press("G")
        await bench.until(lambda: len(feed) == len(many))
        await bench.press("G")
        await bench.until(lambda: feed.selected_key == "reddit:n1")
