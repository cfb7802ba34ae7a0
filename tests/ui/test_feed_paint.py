"""How the feed paints: what a post says is only text, no more is repainted than changed, and every size fits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from helpers.cards import item, items
from helpers.feed_room import Room, a_feed, posts, until
from textual import events

from warroom.domain.triage import Triage
from widgets.feed import Feed, View


async def test_what_a_post_says_is_never_markup_and_never_acts_on_the_terminal() -> None:
    app = Room()
    async with app.run_test(size=(80, 20)) as pilot:
        hostile = "[@click=app.quit]free[/] \x1b[2J\x1b]0;owned\x07\x07 \u202ekcits\u202c a\u200bb [bold]c"
        app.feed.extend([item(1, hostile, author="\x1b[31mx")])
        await until(lambda: app.feed.selected == 1)
        row = app.rows()[1]
        assert "[@click=app.quit]free[/]" in row
        assert "kcits ab [bold]c" in row
        painted = "".join(strip.render(app.console) for strip in app.feed.render_lines(app.feed.size.region))
        for bad in ("\x1b[2J", "\x1b]", "\x07", "\u202e", "\u200b", "\x1b[31mx"):
            assert bad not in painted
        await pilot.click(app.feed, offset=(8, 1))
        assert app.is_running


async def test_ages_grow_while_nothing_comes_in_and_only_their_rows_are_painted() -> None:
    app = Room()
    async with app.run_test(size=(60, 20)) as pilot:
        app.feed.extend([item(1, "old", age=60 * 60 * 5), item(2, "new", age=30)])
        await until(lambda: app.feed.selected == 2)
        assert app.rows()[0].endswith("now")
        await pilot.pause()
        app.clock.time += timedelta(seconds=90)
        app.feed.show()
        assert app.rows()[0].endswith("2m")
        assert app.feed.repainted == [(0, 3)]
        app.feed.show()
        assert app.feed.repainted == []


async def test_a_move_in_sight_repaints_two_cards_and_nothing_else() -> None:
    async with a_feed(posts(1, 30)) as (app, pilot):
        await pilot.press("j")
        assert app.feed.repainted == [(0, 6)]
        await pilot.press("j")
        assert app.feed.repainted == [(3, 9)]


async def test_posts_elsewhere_repaint_nothing() -> None:
    async with a_feed(posts(1, 30)) as (app, pilot):
        await pilot.press("j")
        app.feed.extend(posts(31, 35))
        await until(lambda: not app.feed.waiting)
        assert (app.feed.unseen, app.feed.repainted) == (5, [])


async def test_listeners_hear_of_the_view_in_the_same_breath() -> None:
    app = Room()
    heard: list[View] = []
    async with app.run_test(size=(60, 20)):
        app.feed.extend(posts(1, 30))
        await until(lambda: app.feed.selected == 30)
        app.feed.subscribe(heard.append)
        app.feed.move(20)
        assert heard[-1] == app.feed.view
        assert heard[-1].first > heard[0].first == 0
        assert (heard[-1].length, heard[-1].following) == (30, False)


async def test_the_mouse_selects_opens_and_scrolls() -> None:
    async with a_feed(posts(1, 30)) as (app, pilot):
        await pilot.click(app.feed, offset=(5, 4))
        assert app.feed.selected == 29
        await pilot.click(app.feed, offset=(5, 7), times=2)
        assert app.feed.selected == 28
        assert [each.key for each in app.said if isinstance(each, Feed.Opened)] == ["mastodon:n28"]
        wheel = events.MouseScrollDown(app.feed, 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False)
        app.feed.post_message(wheel)
        await until(lambda: app.tops().get("29") == 1)
        assert app.feed.selected == 28


@pytest.mark.parametrize("size", [(20, 5), (24, 8), (40, 12), (80, 24), (200, 60)])
@pytest.mark.parametrize("utf8", [True, False])
async def test_every_row_fills_the_window_exactly_at_any_size(size: tuple[int, int], utf8: bool) -> None:
    app = Room(utf8=utf8)
    async with app.run_test(size=size):
        app.feed.extend([
            item(number, triage=Triage(holder="ana", escalated_to="legal", tags=("a", "b"), notes=1), reach=12_345,
                 place="r/boston", replies=3, author="someone.with.a.long.name.example")
            if number % 3 else item(number) for number in range(1, 60)
        ])
        await until(lambda: app.feed.selected == 59)
        for _ in range(12):
            strips = app.feed.render_lines(app.feed.size.region)
            assert [strip.cell_length for strip in strips] == [size[0]] * size[1]
            assert all(sum(segment.cell_length for segment in strip) == size[0] for strip in strips)
            if not utf8:
                assert all(strip.text.isascii() for strip in strips)
            app.feed.move(3)


async def test_a_new_theme_paints_new_colours() -> None:
    async with a_feed(posts(1, 3)) as (app, _):
        before = [segment.style for segment in app.feed.render_lines(app.feed.size.region)[1]]
        app.theme = "textual-light"
        await until(lambda: before != [
            segment.style for segment in app.feed.render_lines(app.feed.size.region)[1]])


async def test_without_colour_the_cursor_is_still_a_bar_and_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with a_feed(posts(1, 3)) as (app, _):
        strips = app.feed.render_lines(app.feed.size.region)
        assert strips[0].text.startswith("▌")
        assert all(segment.style is not None and segment.style.reverse for segment in strips[0])
        assert not any(segment.style is not None and segment.style.reverse for segment in strips[3])


async def test_a_hidden_feed_counts_what_was_not_seen() -> None:
    async with a_feed(posts(1, 3)) as (app, _):
        app.feed.display = False
        await until(lambda: not app.feed.size.height)
        app.feed.extend(posts(4, 9))
        await until(lambda: app.feed.unseen == 6)
        app.feed.display = True
        await until(lambda: app.feed.unseen == 0)
        assert app.feed.selected == 9


async def test_an_idle_feed_has_no_timer_armed_but_the_one_for_ages() -> None:
    async with a_feed(items(1, 9)) as (app, _):
        assert not app.feed.waiting
        app.feed.extend(items(10, 11))
        assert app.feed.waiting
        await until(lambda: not app.feed.waiting)
