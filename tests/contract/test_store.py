"""What every Store keeps to of posts and their scores, whatever database it stands on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from helpers.stored import BAD, NOON, act, add, batch, found, gone, key, opening, post

from warroom.domain.errors import NotFound
from warroom.domain.model import Platform, Score, Unscored, digest
from warroom.domain.query import EVERYTHING, parse
from warroom.domain.triage import UNTOUCHED, Verb
from warroom.ports import Store

# Posts


async def test_a_post_comes_back_as_it_went_in(store: Store) -> None:
    sent = post(
        author_name="Mara M", reach=12, verified=True, place="r/cats", url="https://a.example/1", lang="en",
        root_id="t0", parent_id="t0", repost_of="t8", quoted="said", media_alt=("a cat", ""), links=("https://b.example",),
        hashtags=("sick",), replies=1, reposts=2, likes=0)
    new = (await store.add("live", "s", batch(sent), NOON)).new
    assert [item.post for item in new] == [sent]
    assert await store.page("live", EVERYTHING) == list(new)
    assert await store.items("live", [key(), key("no")]) == {key(): new[0]}
    assert (new[0].version, new[0].deleted_at, new[0].score, new[0].triage) == (1, None, None, UNTOUCHED)
    assert new[0].received_at == NOON


async def test_a_time_of_another_zone_is_the_same_moment_in_utc(store: Store) -> None:
    there = datetime(2026, 3, 1, 12, 0, 0, 123457, timezone(timedelta(hours=5, minutes=30)))
    await add(store, post(created_at=there))
    (item,) = await store.page("live", EVERYTHING)
    assert item.post.created_at == there
    assert item.post.created_at.utcoffset() == timedelta(0)


async def test_a_post_that_comes_twice_is_known(store: Store) -> None:
    await add(store, post())
    again = await store.add("live", "s", batch(post(), post()), NOON)
    assert (list(again.new), list(again.changed), again.known) == ([], [], 2)
    assert await store.count() == 1


async def test_a_post_that_comes_twice_in_one_batch_is_one_post(store: Store) -> None:
    stored = await store.add("live", "s", batch(post(), post()), NOON)
    assert (len(stored.new), stored.known) == (1, 1)


async def test_the_same_id_in_another_room_or_platform_is_another_post(store: Store) -> None:
    await add(store, post())
    await add(store, post(), room="drill-1")
    await add(store, post(platform=Platform.MASTODON))
    assert (await store.count("live"), await store.count("drill-1"), await store.count()) == (2, 1, 3)
    assert len(await store.page(None, EVERYTHING)) == 3


async def test_ids_grow_with_arrival_over_all_rooms(store: Store) -> None:
    first = await add(store, post("a"), post("b"))
    second = await add(store, post("c"), room="drill-1")
    ids = [item.id for item in [*first, *second]]
    assert ids == sorted(set(ids))
    assert [item.id for item in await store.page(None, EVERYTHING)] == ids[::-1]


async def test_an_edit_is_a_new_version_and_never_a_second_post(store: Store) -> None:
    await add(store, post(text="first"))
    stored = await store.add("live", "s", batch(post(text="second")), NOON)
    assert [(item.version, item.post.text) for item in stored.changed] == [(2, "second")]
    assert not stored.new
    assert [version.text for version in await store.versions("live", key())] == ["first", "second"]
    assert await found(store, "second") == ["t1"]
    assert await found(store, "first") == []
    assert await found(store, "is:edited") == ["t1"]


async def test_a_handle_that_is_learned_later_or_changed_is_no_edit(store: Store) -> None:
    did = "did:plc:ana222222222222222222222"
    nameless = post(platform=Platform.BLUESKY, native_id=f"at://{did}/app.bsky.feed.post/k", author=did)
    for author, shown in ((did, did), ("ana.example", "ana.example"), (did, "ana.example"), ("ana.test", "ana.test")):
        await add(store, replace(nameless, author=author))
        item = (await store.items("live", [nameless.key]))[nameless.key]
        assert (item.post.author, item.version, item.post.content_sha256) == (shown, 1, nameless.content_sha256)
    assert await found(store, "is:edited") == []
    assert await found(store, "from:ana.test") == [nameless.native_id]
    await add(store, replace(nameless, author="ana.test", text="other words"))
    assert await found(store, "is:edited") == [nameless.native_id]


async def test_an_edit_that_comes_twice_or_late_is_known(store: Store) -> None:
    await add(store, post(text="first"))
    await add(store, post(text="second"))
    again = await store.add("live", "s", batch(post(text="second"), post(text="first")), NOON)
    assert (list(again.changed), again.known) == ([], 2)
    (item,) = await store.page("live", EVERYTHING)
    assert (item.post.text, item.version) == ("second", 2)


async def test_a_post_and_its_edits_may_come_in_one_batch(store: Store) -> None:
    stored = await store.add("live", "s", batch(post(text="a"), post(text="b"), gone(), post(text="c")), NOON)
    assert [(item.post.text, item.version, item.deleted_at) for item in stored.new] == [("c", 3, None)]
    assert not stored.changed
    assert [version.text for version in await store.versions("live", key())] == ["a", "b", "c"]
    assert await store.page("live", EVERYTHING) == list(stored.new)


async def test_counts_change_in_place(store: Store) -> None:
    await add(store, post(likes=1, reach=5, url="https://a.example/1"))
    stored = await store.add("live", "s", batch(post(likes=7)), NOON)
    assert [(item.post.likes, item.post.reach, item.version) for item in stored.changed] == [(7, 5, 1)]
    assert stored.known == 0
    (item,) = await store.page("live", EVERYTHING)
    assert (item.post.likes, item.post.reach, item.post.url) == (7, 5, "https://a.example/1")
    assert len(await store.versions("live", key())) == 1
    assert await found(store, "reach:5") == ["t1"]


async def test_a_description_that_changes_is_found_by_its_new_words(store: Store) -> None:
    await add(store, post(media_alt=("a dog",)))
    await add(store, post(media_alt=("a cat",)))
    assert await found(store, "cat") == ["t1"]
    assert await found(store, "dog") == []


async def test_a_deletion_keeps_the_text(store: Store) -> None:
    await add(store, post())
    stored = await store.add("live", "s", batch(gone()), NOON)
    (item,) = stored.changed
    assert (item.deleted_at, item.post.text, item.version) == (gone().at, "Refund me now", 1)
    assert await found(store, "is:deleted") == ["t1"]
    again = await store.add("live", "s", batch(gone(minutes=9)), NOON)
    assert (list(again.changed), again.known) == ([], 1)
    assert (await store.items("live", [key()]))[key()].deleted_at == gone().at


async def test_a_deletion_that_comes_before_its_post_is_remembered(store: Store) -> None:
    early = await store.add("live", "s", batch(gone(), gone()), NOON)
    assert (list(early.new), list(early.changed), early.known) == ([], [], 1)
    assert (await store.add("live", "s", batch(gone()), NOON)).known == 1
    (item,) = await add(store, post())
    assert item.deleted_at == gone().at
    assert await store.page("live", EVERYTHING) == [item]
    assert [one.deleted_at for one in await add(store, post(), room="other")] == [None]


async def test_a_deleted_post_that_says_something_new_is_back(store: Store) -> None:
    await add(store, post(), gone())
    stored = await store.add("live", "s", batch(post(text="I am back")), NOON)
    assert [(item.deleted_at, item.version) for item in stored.changed] == [(None, 2)]
    assert await found(store, "is:deleted") == []


async def test_a_post_that_comes_back_with_its_old_words_is_there_again(store: Store) -> None:
    """As when a moderator takes a post away and then allows it."""
    await add(store, post())
    await add(store, gone())
    stored = await store.add("live", "src", batch(post()), NOON)
    assert [(item.deleted_at, item.version) for item in stored.changed] == [(None, 1)]
    assert (await store.items("live", [key()]))[key()].deleted_at is None
    replayed = await store.add("live", "src", batch(post(), gone()), NOON)
    assert [item.deleted_at for item in replayed.changed] == [gone().at]


async def test_a_cursor_is_kept_with_its_batch(store: Store) -> None:
    assert await store.cursor("live", "reddit") == ""
    await store.add("live", "reddit", batch(post(), cursor="c1"), NOON)
    await store.add("live", "reddit", batch(cursor="c2"), NOON)
    await store.add("live", "reddit", batch(), NOON)
    assert await store.cursor("live", "reddit") == "c2"
    assert await store.cursor("drill-1", "reddit") == ""
    assert await store.cursor("live", "mastodon") == ""


async def test_everything_is_there_after_opening_again(connect: Callable[[], Awaitable[Store]]) -> None:
    one = await connect()
    await add(one, post("a"), post("b"))
    await one.commit("inc-1", [], opening(), NOON)
    await act(one, Verb.TAG, key("a"), value="legal")
    kept = await one.page("live", EVERYTHING, incident="inc-1"), await one.events("inc-1"), await one.incidents()
    await one.close()
    two = await connect()
    found_again = await two.page("live", EVERYTHING, incident="inc-1")
    assert (found_again, await two.events("inc-1"), await two.incidents()) == kept
    await two.close()


# Reading


async def test_pages_go_on_below_the_last_id(store: Store) -> None:
    await add(store, *(post(f"t{n}") for n in range(25)))
    first = await store.page("live", parse("refund", now=NOON), limit=10)
    second = await store.page("live", parse("refund", now=NOON), before=first[-1].id, limit=10)
    third = await store.page("live", parse("refund", now=NOON), before=second[-1].id, limit=10)
    names = [item.post.native_id for item in [*first, *second, *third]]
    assert names == [f"t{n}" for n in reversed(range(25))]


async def test_posts_after_an_id_come_oldest_first(store: Store) -> None:
    new = await add(store, *(post(f"t{n}") for n in range(5)))
    assert await store.since("live", new[1].id, limit=2) == new[2:4]
    assert await store.since("live", new[4].id) == []


async def test_a_thread_is_found_from_any_of_its_posts(store: Store) -> None:
    await add(
        store, post("r"), post("a", parent_id="r", root_id="r"), post("b", parent_id="a", root_id="r"),
        post("other"), post("stranger", parent_id="x"),
        post("m1", parent_id="unseen"), post("m2", parent_id="m1"), post("m3", parent_id="unseen"))
    for name in "rab":
        assert [item.post.native_id for item in await store.thread("live", key(name))] == ["r", "a", "b"]
    assert {item.post.native_id for item in await store.thread("live", key("m2"))} == {"m1", "m2", "m3"}
    assert [item.post.native_id for item in await store.thread("live", key("other"))] == ["other"]
    assert await store.thread("live", key("nobody")) == []


async def test_a_long_thread_is_cut_but_holds_the_post_itself(store: Store) -> None:
    await add(store, post("r"), *(post(f"c{n}", parent_id="r", root_id="r") for n in range(30)))
    talk = await store.thread("live", key("c29"), limit=10)
    assert len(talk) == 10
    assert "c29" in {item.post.native_id for item in talk}


@pytest.mark.parametrize("words", ["reddit:t7", "t7", "https://a.example/7", "1", "#1", " t7 "])
async def test_a_post_is_found_by_each_of_its_names(store: Store, words: str) -> None:
    (item,) = await add(store, post("t7", url="https://a.example/7"))
    assert await store.resolve("live", words) == item
    assert await store.resolve(None, words) == item


@pytest.mark.parametrize("words", ["mara", "", "reddit:", "#9", "nothing", "\ud800", "https://a.example/8"])
async def test_an_unknown_name_is_not_found(store: Store, words: str) -> None:
    await add(store, post("t7", url="https://a.example/7"))
    with pytest.raises(NotFound):
        await store.resolve("live", words)


async def test_an_ambiguous_name_lists_what_it_may_mean(store: Store) -> None:
    await add(store, post("2"), post("b"))
    with pytest.raises(NotFound) as caught:
        await store.resolve("live", "2")
    assert "reddit:2" in caught.value.hint
    assert "reddit:b" in caught.value.hint
    assert (await store.resolve("live", "#2")).post.native_id == "b"
    await add(store, post("b"), room="drill-1")
    with pytest.raises(NotFound, match="2 posts"):
        await store.resolve(None, "b")


# Scores


async def test_each_text_is_scored_once(store: Store) -> None:
    await add(store, post("a"), post("b"), post("c", text="other"))
    assert len(await store.unscored("live")) == 3
    await store.put_scores({digest("Refund me now"): BAD}, NOON)
    assert [item.post.native_id for item in await store.unscored("live")] == ["c"]
    assert [item.score for item in await store.page("live", parse("is:negative", now=NOON))] == [BAD, BAD]
    (new,) = await add(store, post("d"))
    assert new.score == BAD
    assert await found(store, "sentiment<-0.8") == ["d", "b", "a"]


async def test_a_text_without_a_score_does_not_wait_for_one(store: Store) -> None:
    await add(store, post("a"))
    await store.put_scores({digest("Refund me now"): Unscored("not words")}, NOON)
    assert await store.unscored("live") == []
    assert [item.score for item in await store.page("live", parse("is:unscored", now=NOON))] == [Unscored("not words")]
    await store.put_scores({digest("Refund me now"): BAD}, NOON)
    assert await found(store, "is:unscored") == []


async def test_an_edited_text_waits_for_its_own_score(store: Store) -> None:
    await add(store, post("a"))
    await store.put_scores({digest("Refund me now"): BAD, digest("known"): Score(0.1, 0.1, 0.8)}, NOON)
    (edited,) = (await store.add("live", "s", batch(post("a", text="unknown")), NOON)).changed
    assert edited.score is None
    assert await found(store, "is:unscored") == ["a"]
    (edited,) = (await store.add("live", "s", batch(post("a", text="known")), NOON)).changed
    assert edited.score == Score(0.1, 0.1, 0.8)
    assert await found(store, "is:positive") == ["a"]


async def test_waiting_posts_come_newest_first_in_pages(store: Store) -> None:
    new = await add(store, *(post(f"t{n}") for n in range(5)))
    assert await store.unscored("live", limit=2) == new[:2:-1]
    assert await store.unscored("live", before=new[3].id, limit=2) == new[2:0:-1]


# Other connections


async def test_only_what_another_connection_wrote_counts_as_elsewhere(
    store: Store, connect: Callable[[], Awaitable[Store]],
) -> None:
    await add(store, post("a"))
    assert not await store.changed_elsewhere()
    other = await connect()
    await add(other, post("b"))
    assert await store.changed_elsewhere()
    assert not await store.changed_elsewhere()
    assert [item.post.native_id for item in await store.since("live", 0)] == ["a", "b"]
    await other.close()
