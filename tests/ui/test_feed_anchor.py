"""Whatever arrives, is edited, scored or resized: the row of the cursor shows the same line of the same post."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

import pytest
from helpers.cards import NOW, item
from textual.app import App, ComposeResult

from warroom.domain.item import Item
from warroom.domain.model import Score
from warroom.domain.triage import Triage
from widgets.feed import Feed
from widgets.thumb import Thumb, span


class Room(App[None]):
    def __init__(self, *, newest_first: bool) -> None:
        super().__init__()
        self.feed = Feed(now=lambda: NOW, newest_first=newest_first, limit=400)

    def compose(self) -> ComposeResult:
        yield self.feed
        yield Thumb(self.feed)

    def on_mount(self) -> None:
        self.feed.focus()


async def until(fact: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not fact():
            await asyncio.sleep(0.002)


def rows(feed: Feed) -> list[str]:
    return [strip.text.rstrip() for strip in feed.render_lines(feed.size.region)]


def under_the_cursor(feed: Feed) -> tuple[int, str]:
    """The row with the first bar, and the name that stands there."""
    shown = rows(feed)
    at = next(number for number, row in enumerate(shown) if row.startswith("▌"))
    return at, shown[at].split("@")[1].split()[0]


def post(dice: random.Random, number: int, **more: object) -> Item:
    text = "words 返金 👍🏽 https://a.example/x ".strip() * dice.randint(0, 6)
    return item(number, text, author=f"p{number}", replies=dice.choice([None, 4]), **more)


@pytest.mark.parametrize("seed", range(8))
async def test_only_a_key_moves_what_is_under_the_cursor(seed: int) -> None:
    dice = random.Random(seed)
    app = Room(newest_first=seed % 2 == 0)
    feed = app.feed
    async with app.run_test(size=(70, 30)) as pilot:
        number = 40
        feed.extend([post(dice, each) for each in range(1, number + 1)])
        await until(lambda: feed.selected == number)
        feed.move(20 if app.feed.view.first == 0 else -20)
        for _ in range(60):
            before = under_the_cursor(feed)
            match dice.choice(["extend", "extend", "change", "score", "resize", "key", "freeze", "wheel"]):
                case "extend":
                    fresh = dice.randint(1, 12)
                    feed.extend([post(dice, each) for each in range(number + 1, number + fresh + 1)])
                    number += fresh
                    await until(lambda: not feed.waiting)
                    assert under_the_cursor(feed) == before
                case "change":
                    some = dice.sample(range(max(1, number - 60), number + 1), 10)
                    triage = Triage(holder=dice.choice(["", "ana"]), tags=dice.choice([(), ("a", "b")]))
                    feed.change([post(dice, each, triage=triage) for each in some if each != feed.selected])
                    assert under_the_cursor(feed) == before
                case "score":
                    feed.scored({each: Score(0.9, 0.1, 0.0) for each in range(number - 30, number)})
                    assert under_the_cursor(feed) == before
                case "resize":
                    size = dice.choice([(40, 30), (70, 30), (100, 34)])
                    await pilot.resize_terminal(*size)
                    await until(lambda size=size: feed.size.width == size[0] - 1)
                    row, name = under_the_cursor(feed)
                    assert name == before[1]
                    # A card that would no longer be whole may rise, as far as it must.
                    assert row == before[0] or (row < before[0] and rows(feed)[-1][0] in "▌─")
                case "freeze":
                    feed.freeze()
                    assert under_the_cursor(feed) == before
                case "key":
                    await pilot.press(dice.choice(["j", "k", "pagedown", "pageup"]))
                case _:
                    feed.scroll_rows(dice.randint(-9, 9))
            row, name = under_the_cursor(feed)
            assert name == f"p{feed.selected}"
            assert 0 <= row < feed.size.height
            view = feed.view
            assert 0 <= view.first < view.first + view.shown <= view.length


async def test_while_following_the_newest_post_is_always_the_one_that_is_shown() -> None:
    dice = random.Random(5)
    app = Room(newest_first=True)
    async with app.run_test(size=(70, 30)):
        for number in range(0, 600, 50):
            app.feed.extend([post(dice, each) for each in range(number + 1, number + 51)])
            await until(lambda number=number: app.feed.selected == number + 50)
            assert under_the_cursor(app.feed) == (0, f"p{number + 50}")
        assert app.feed.evicted == 200


async def test_the_thumb_stands_where_the_feed_stands_and_takes_the_feed_where_it_is_clicked() -> None:
    dice = random.Random(5)
    app = Room(newest_first=True)
    async with app.run_test(size=(70, 30)) as pilot:
        app.feed.extend([post(dice, each) for each in range(1, 301)])
        await until(lambda: app.feed.selected == 300)
        thumb = app.query_one(Thumb)

        def bar() -> str:
            return "".join(strip.text for strip in thumb.render_lines(thumb.size.region))

        assert bar() == "█" + "│" * 29
        await pilot.click(thumb, offset=(0, 29))
        assert app.feed.selected == 1
        assert bar() == "│" * 29 + "█"
        await pilot.click(thumb, offset=(0, 0))
        assert app.feed.selected == 300
        app.feed.reset([post(dice, 1)])
        assert bar() == " " * 30


def test_the_thumb_touches_the_ends_only_at_the_ends() -> None:
    app = Room(newest_first=True)
    view = app.feed.view
    for first in range(1, 990):
        begin, end = span(type(view)(1000, first, 10, 0, frozen=False, following=False), 20)
        assert 0 < begin < end < 20
    assert span(type(view)(1000, 0, 10, 0, frozen=False, following=False), 20)[0] == 0
    assert span(type(view)(1000, 990, 10, 0, frozen=False, following=False), 20)[1] == 20
    assert span(type(view)(5, 0, 5, 0, frozen=False, following=False), 20) == (0, 20)
