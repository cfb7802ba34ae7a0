"""The Reddit source on a scripted server: what comes in, once, and without gaps."""

from __future__ import annotations

import pytest
from helpers.following import following
from helpers.platforms import Fault
from helpers.reddit_following import READER, a_source, asked, came, live, unavailable, until
from helpers.reddit_server import RedditServer

from warroom.domain.model import Post


@pytest.fixture(autouse=True)
def _plenty(server: RedditServer) -> None:
    server.most = 10**6  # or the source would spread its looks over the window, as it should


# What comes in --------------------------------------------------------------------------------------------------------

async def test_everything_new_in_a_subreddit_comes_in_with_its_reach(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        root = server.submit("What do you drink?")
        server.comment(root, "Tea.")
        await came(seen, "What do you drink?", "Tea.")
    assert {post.text: post.reach for post in seen.posts} == {"What do you drink?": 1200, "Tea.": 1200}


async def test_only_terms_lets_in_only_what_holds_one(server: RedditServer) -> None:
    async with following(a_source(server, only_terms=True)) as seen:
        root = server.submit("What do you drink?")
        server.comment(root, "Acme, what else?")
        await came(seen, "Acme, what else?")
    assert seen.texts == ["Acme, what else?"]


async def test_the_whole_site_is_searched_for_whole_words(server: RedditServer) -> None:
    async with following(a_source(server, READER, subreddits=())) as seen:
        server.submit("Acmeology for beginners", subreddit="science")
        server.submit("Is acme down?", subreddit="technology")
        await came(seen, "Is acme down?")
    assert [(post.text, post.place) for post in seen.posts] == [("Is acme down?", "r/technology")]


async def test_the_inbox_brings_mentions_and_replies_but_no_private_message(server: RedditServer) -> None:
    ours = server.submit("Hello from us", author="acme_care", subreddit="elsewhere")
    other = server.submit("Something else", subreddit="elsewhere")
    async with following(a_source(server, subreddits=(), search=False)) as seen:
        server.message("Acme, this is between us")
        reply = server.comment(ours, "And what about my order?")
        server.comment(other, "Ask u/acme_care about it")
        await came(seen, "And what about my order?", "Ask u/acme_care about it")
    posts = {post.native_id: post for post in seen.posts}
    assert len(posts) == 2
    assert (posts[reply].root_id, posts[reply].parent_id) == (ours, ours)
    assert not seen.skipped
    assert all(query["mark"] == "false" for query in asked(server, "/message/inbox"))


async def test_without_an_account_nobody_asks_for_an_inbox(server: RedditServer) -> None:
    async with following(a_source(server, READER)) as seen:
        await live(seen)
    assert not asked(server, "/message/inbox")


async def test_what_two_listings_show_comes_once(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        root = server.submit("Acme is down")
        server.comment(root, "u/acme_care help")
        await came(seen, "Acme is down", "u/acme_care help")
        server.submit("Acme again")
        await came(seen, "Acme again")
    assert sorted(seen.texts) == ["Acme again", "Acme is down", "u/acme_care help"]


async def test_one_bad_item_does_not_cost_the_rest_of_its_page(server: RedditServer) -> None:
    server.extra.extend([None, 7, {"kind": "t3", "data": None}, {"kind": "t3", "data": {"name": "t3_x", "title": 5}},
                         {"kind": "Button", "data": {"name": "t3_y"}}])
    async with following(a_source(server, search=False, inbox=False)) as seen:
        server.submit("Acme is down")
        await came(seen, "Acme is down")
    assert seen.skipped == {"an item without data": 3, "a submission without words": 1, "an item of another kind": 1}


async def test_what_is_left_of_the_limit_is_told(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        await live(seen)
    budget = seen.batches[-1].budget
    assert budget is not None
    assert budget.limit == 10**6
    assert 0 < budget.left < 10**6
    assert budget.resets_at is not None


# Gaps -----------------------------------------------------------------------------------------------------------------

async def test_a_gap_of_many_pages_is_filled_before_the_source_is_live(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        server.submit("Acme first")
        await came(seen, "Acme first")
    texts = [f"Acme {number}" for number in range(350)]
    for text in texts:
        server.submit(text)
    async with following(a_source(server), seen.cursor) as again:
        await live(again)
    told = next(at for at, batch in enumerate(again.batches) if batch.caught_up)
    before = [entry.text for batch in again.batches[:told + 1] for entry in batch.posts if isinstance(entry, Post)]
    assert before == again.texts == texts
    assert not again.skipped


async def test_a_gap_longer_than_reddit_lists_is_counted(server: RedditServer) -> None:
    async with following(a_source(server, search=False)) as seen:
        server.submit("Acme first")
        await came(seen, "Acme first")
    for number in range(1100):
        server.submit(f"Acme {number}")
    async with following(a_source(server, search=False), seen.cursor) as again:
        await live(again)
    assert len(again.posts) == 1000
    assert again.skipped == {"a gap longer than Reddit lists": 1}


async def test_the_gap_is_filled_also_where_the_last_post_that_was_seen_is_gone(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        last = server.submit("Acme last")
        await came(seen, "Acme last")
    server.delete(last)
    for number in range(150):
        server.submit(f"Acme {number}")
    async with following(a_source(server), seen.cursor) as again:
        await live(again)
        await until(lambda: bool(again.gone))
    assert len(again.posts) == 150
    assert [gone.native_id for gone in again.gone] == [last]


async def test_what_was_read_before_a_failure_in_the_middle_of_a_gap_is_handed_over(server: RedditServer) -> None:
    source = a_source(server, search=False, inbox=False)
    async with following(source) as seen:
        server.submit("Acme first")
        await came(seen, "Acme first")
    for number in range(250):
        server.submit(f"Acme {number}")
    good = server._subreddit

    async def fail_on_the_second_page(request: object) -> object:
        if request.query.get("after") and request.match_info["kind"] == "new":  # type: ignore[attr-defined]
            server.answers[request.path] = unavailable  # type: ignore[attr-defined]
            return unavailable()
        return await good(request)  # type: ignore[arg-type]

    server._subreddit = fail_on_the_second_page  # type: ignore[method-assign, assignment]
    await server.stop()
    await server.start()
    async with following(source, seen.cursor) as broken:
        await until(lambda: broken.error is not None)
    assert len(broken.posts) == 100
    server._subreddit = good  # type: ignore[method-assign]
    server.answers.clear()
    await server.stop()
    await server.start()
    async with following(source, broken.cursor or seen.cursor) as again:
        await live(again)
    assert {*broken.texts, *again.texts} >= {f"Acme {number}" for number in range(250)}


async def test_a_new_stream_of_the_same_source_brings_what_was_not_stored(server: RedditServer) -> None:
    """The engine may have lost the last batches on their way: only the cursor says what came as far as the store."""
    source = a_source(server)
    async with following(source) as seen:
        await live(seen)
        cursor = seen.cursor
        server.submit("Acme is down")
        await came(seen, "Acme is down")
    async with following(source, cursor) as again:
        await came(again, "Acme is down")


# Edits and deletions --------------------------------------------------------------------------------------------------

async def test_an_edit_far_down_the_listing_is_noticed(server: RedditServer) -> None:
    async with following(a_source(server, search=False)) as seen:
        root = server.submit("Acme", "is down")
        comment = server.comment(root, "Same here")
        await came(seen, "Acme\n\nis down", "Same here")
        for number in range(100):
            server.submit(f"Acme {number}")
            server.comment(root, f"comment {number}")
        server.edit(root, "is up again")
        server.edit(comment, "Not any more")
        await came(seen, "Acme\n\nis up again", "Not any more")


@pytest.mark.parametrize("words", ["[deleted]", "[removed]"])
async def test_a_deletion_and_a_removal_arrive_as_such(server: RedditServer, words: str) -> None:
    async with following(a_source(server)) as seen:
        root = server.submit("Acme is down")
        comment = server.comment(root, "Same here")
        await came(seen, "Acme is down", "Same here")
        server.delete(root, words)
        server.delete(comment, words)
        await until(lambda: len(seen.gone) == 2)
    assert {gone.native_id for gone in seen.gone} == {root, comment}


async def test_a_post_that_vanished_altogether_is_gone(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        first = server.submit("Acme is down")
        server.submit("Acme is up")
        await came(seen, "Acme is down", "Acme is up")
        del server.things[first]
        await until(lambda: bool(seen.gone))
    assert [gone.native_id for gone in seen.gone] == [first]


async def test_edits_and_deletions_of_a_downtime_are_found(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        edited, deleted = server.submit("Acme", "is down"), server.submit("Acme is bad")
        await came(seen, "Acme\n\nis down", "Acme is bad")
    server.edit(edited, "is fine")
    server.delete(deleted)
    async with following(a_source(server), seen.cursor) as again:
        await until(lambda: bool(again.gone) and bool(again.posts))
    assert [post.native_id for post in again.posts] == [edited]
    assert [gone.native_id for gone in again.gone] == [deleted]


async def test_a_short_drop_does_not_make_it_forget_what_it_watches(server: RedditServer) -> None:
    source = a_source(server, search=False, inbox=False)
    async with following(source) as seen:
        old = server.submit("Acme", "is down")
        await came(seen, "Acme\n\nis down")
        for number in range(600):
            server.submit(f"Acme {number}", created_utc=server.things[old]["created_utc"] + 1)
        await came(seen, "Acme 599")
        await live(seen)
        server.fault(Fault.UNAVAILABLE, times=None)
        await until(lambda: seen.error is not None)
    server.mend()
    server.edit(old, "is fine")
    async with following(source, seen.cursor) as again:
        await came(again, "Acme\n\nis fine")
    assert again.texts == ["Acme\n\nis fine"]


async def test_a_deletion_of_a_post_of_long_ago_is_told_where_it_is_stored(server: RedditServer) -> None:
    old, stranger = server.submit("Acme is down", subreddit="coffee"), server.submit("Acme is up", subreddit="coffee")
    for name in (old, stranger):
        server.delete(name)
        del server.things[name]["_gone"]  # listed all the same

    async def known(names: object) -> set[str]:
        return {old} & set(names)  # type: ignore[call-overload]

    async with following(a_source(server, known=known)) as seen:
        await until(lambda: bool(seen.gone))
    assert [gone.native_id for gone in seen.gone] == [old]


async def test_counts_are_kept_fresh(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        root = server.submit("Acme is down")
        await came(seen, "Acme is down")
        server.things[root]["score"] = 500
        await until(lambda: seen.posts[-1].likes == 500)


async def test_an_idle_reddit_is_asked_as_often_as_a_busy_one(server: RedditServer) -> None:
    """The library's own streams slow down to one look in sixteen seconds where nothing comes."""
    async with following(a_source(server)) as seen:
        await until(lambda: len(asked(server, "/r/coffee/new")) >= 40)
        server.submit("Acme is down")
        await came(seen, "Acme is down")
