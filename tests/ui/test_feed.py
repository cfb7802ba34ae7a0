"""The feed: what is shown, what a key does, and that nothing moves under the cursor."""

from __future__ import annotations

import pytest
from helpers.cards import NOW, item, items
from helpers.feed_room import Room, a_feed, posts, until

from warroom.domain.model import PostKey, Score
from warroom.domain.triage import Status, Triage
from widgets import browse
from widgets.feed import Feed


async def test_new_posts_are_shown_newest_first_and_followed() -> None:
    async with a_feed(posts(1, 3)) as (app, _):
        app.feed.extend(posts(4, 5))
        await until(lambda: app.feed.selected == 5)
        assert list(app.tops())[:3] == ["5", "4", "3"]
        assert app.rows()[0].startswith("▌◌ unscored  @mara  1m")


async def test_posts_that_came_before_the_screen_are_shown() -> None:
    app = Room()
    app.feed.extend(posts(1, 3))
    async with app.run_test(size=(60, 20)):
        await until(lambda: app.feed.selected == 3)


async def test_after_a_key_the_feed_stands_still_and_counts_what_came_above() -> None:
    async with a_feed(posts(1, 30)) as (app, pilot):
        await pilot.press("j")
        assert app.feed.selected_key == PostKey("mastodon:n29")
        before = app.rows()
        app.feed.extend(posts(31, 40))
        await until(lambda: not app.feed.waiting)
        assert (app.rows(), app.feed.unseen) == (before, 10)
        await pilot.press("g")
        assert (app.feed.selected, app.feed.unseen, app.feed.following) == (40, 0, True)
        await until(lambda: [each.unseen for each in app.said if isinstance(each, Feed.StatusChanged)] == [10, 0])


async def test_every_key_moves_as_its_tooltip_says() -> None:
    async with a_feed(posts(1, 50)) as (app, pilot):
        await pilot.press("j", "down", "k")
        assert app.feed.selected == 49
        await pilot.press("G")
        assert app.feed.selected == 1
        await pilot.press("pageup")
        assert app.feed.selected > 3
        await pilot.press("end", "home", "pagedown", "up", "enter")
        assert app.feed.selected is not None
        assert app.feed.selected < 50
        opened = [each.key for each in app.said if isinstance(each, Feed.Opened)]
        assert opened == [app.feed.selected_key]
    assert all(binding.id and binding.tooltip for binding in Feed.BINDINGS)


async def test_keys_can_be_remapped() -> None:
    app = Room()
    async with app.run_test(size=(60, 20)) as pilot:
        app.set_keymap({"feed.down": "x"})
        app.feed.extend(posts(1, 5))
        await until(lambda: app.feed.selected == 5)
        await pilot.press("j")
        assert app.feed.selected == 5
        await pilot.press("x")
        assert app.feed.selected == 4


async def test_opening_a_post_keeps_it_under_the_cursor() -> None:
    async with a_feed(posts(1, 5)) as (app, pilot):
        await pilot.press("enter")
        app.feed.extend(posts(6, 9))
        await until(lambda: app.feed.unseen == 4)
        assert app.feed.selected == 5


async def test_a_frozen_feed_counts_new_posts_and_shows_them_when_it_thaws() -> None:
    async with a_feed(posts(1, 5)) as (app, _):
        app.feed.freeze()
        app.feed.extend(posts(6, 25))
        await until(lambda: app.feed.unseen == 20)
        assert (app.feed.frozen, app.feed.selected, app.feed.view.length) == (True, 5, 5)
        app.feed.top()
        assert app.feed.selected == 5
        app.feed.freeze(frozen=False)
        assert (app.feed.frozen, app.feed.selected, app.feed.unseen) == (False, 25, 0)


async def test_the_oldest_posts_beyond_the_limit_go_and_are_counted() -> None:
    app = Room(limit=100)
    async with app.run_test(size=(60, 20)):
        app.feed.extend(posts(1, 150))
        await until(lambda: app.feed.evicted == 50)
        assert len(app.feed) == 100
        app.feed.bottom()
        assert app.feed.selected == 51
        app.feed.extend(posts(151, 160))
        await until(lambda: app.feed.evicted == 60)
        assert app.feed.selected == 61


async def test_marks_are_what_verbs_act_on_and_else_the_post_under_the_cursor() -> None:
    app = Room()
    async with app.run_test(size=(60, 30)) as pilot:
        app.feed.extend(posts(1, 9))
        await until(lambda: app.feed.selected == 9)
        assert app.feed.targets == ["mastodon:n9"]
        assert app.feed.marks == []
        app.feed.toggle_mark()
        await pilot.press("j", "j")
        app.feed.start_range()
        await pilot.press("j")
        assert app.feed.marks == app.feed.targets == ["mastodon:n9", "mastodon:n7", "mastodon:n6"]
        app.feed.start_range()
        await pilot.press("j")
        assert app.feed.targets == ["mastodon:n9", "mastodon:n7", "mastodon:n6"]
        assert [row[0] for row in app.rows() if "unscored" in row][:4] == ["■", " ", "■", "■"]
        app.feed.mark_all()
        assert len(app.feed.marks) == 9
        app.feed.clear_marks()
        assert app.feed.targets == ["mastodon:n5"]


@pytest.mark.parametrize(("reaction", "meant"), [(60.0, 5), (0.0, 6)])
async def test_a_key_is_for_the_post_that_was_seen_not_for_one_that_came_as_it_was_pressed(
    monkeypatch: pytest.MonkeyPatch, reaction: float, meant: int,
) -> None:
    monkeypatch.setattr(browse, "REACTION", reaction)
    app = Room()
    async with app.run_test():
        app.feed.extend(items(1, 5))
        await until(lambda: app.feed.selected == 5)
        app.feed.extend(items(6, 6))
        await until(lambda: app.feed.selected == 6)
        app.feed.hold()
        assert (app.feed.selected, app.feed.following) == (meant, False)


async def test_a_mark_holds_the_feed_where_it_is() -> None:
    async with a_feed(posts(1, 5)) as (app, _):
        app.feed.toggle_mark()
        app.feed.extend(posts(6, 7))
        await until(lambda: app.feed.unseen == 2)
        assert app.feed.targets == ["mastodon:n5"]


async def test_after_an_act_the_cursor_goes_to_the_next_post() -> None:
    async with a_feed(posts(1, 5)) as (app, _):
        app.feed.next_item()
        assert app.feed.selected == 4
        app.feed.bottom()
        app.feed.next_item()
        assert app.feed.selected == 1


async def test_a_score_is_shown_without_moving_anything() -> None:
    async with a_feed(posts(1, 5)) as (app, _):
        before = app.tops()
        app.feed.scored({5: Score(0.97, 0.02, 0.01), 99: Score(1, 0, 0)})
        assert app.rows()[0].startswith("▌▼ neg 0.97  @mara")
        assert app.tops() == before


async def test_triage_edits_and_deletions_show_on_the_card() -> None:
    app = Room()
    async with app.run_test(size=(70, 24)):
        app.feed.extend(posts(1, 5))
        await until(lambda: app.feed.selected == 5)
        app.feed.change([
            item(5, "post 5 says this", triage=Triage(holder="ana", tags=("billing",), pinned=True, notes=2)),
            item(4, "post 4 says that", version=2, triage=Triage(escalated_to="legal")),
            item(3, "post 3 says this", deleted=True, triage=Triage(status=Status.DISMISSED, reason="spam")),
            item(2, "post 2", triage=Triage(status=Status.SNOOZED, snoozed_until=NOW)),
            item(1, "post 1", triage=Triage(status=Status.ANSWERED)),
        ])
        said = "\n".join(app.rows())
        for words in ("● claimed by ana", "#billing", "◈ pinned", "¶ 2 notes", "says that", "Δ edited", "⚑ legal",
                      "⊘ deleted", "✕ dismissed: spam", "◷ snoozed until 16:04", "✓ answered"):
            assert words in said


async def test_a_filter_keeps_the_cursor_on_its_post_where_it_still_is() -> None:
    async with a_feed(posts(1, 20)) as (app, pilot):
        await pilot.press("j", "j", "j")
        app.feed.reset([each for each in posts(1, 20) if each.id % 2])
        assert app.feed.selected == 17
        app.feed.reset([each for each in posts(1, 20) if each.id % 5 == 0])
        assert app.feed.selected == 20
        app.feed.reset([])
        assert app.feed.selected is app.feed.selected_key is None
        assert app.feed.targets == []
        assert not any(app.rows())
        app.feed.reset(posts(1, 3))
        assert app.feed.selected == 3


async def test_find_goes_to_the_next_post_with_the_words_and_says_where_there_is_none() -> None:
    app = Room()
    async with app.run_test(size=(60, 20)):
        wanted = [item(201, "A REFUND, now"), item(401, "refund me")]
        app.feed.extend([*posts(1, 200), wanted[0], *posts(202, 400), wanted[1], *posts(402, 409)])
        await until(lambda: app.feed.selected == 409)
        assert app.feed.find("refund")
        assert app.feed.selected == 401
        assert app.feed.find("now refund", 1)
        assert app.feed.selected == 201
        assert not app.feed.find("refund", 1)
        assert app.feed.find("REFUND", -1)
        assert app.feed.selected == 401
        assert not app.feed.find(" ")


async def test_goto_finds_a_post_by_its_id() -> None:
    async with a_feed(posts(1, 300)) as (app, _):
        assert app.feed.goto(17)
        assert app.feed.selected == 17
        assert any("post 17 " in row for row in app.rows())
        assert not app.feed.goto(999)
