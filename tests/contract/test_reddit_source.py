"""The Reddit source on a scripted server: what comes in, once, without gaps, and what it does where things go wrong."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial

import pytest
from helpers import engine
from helpers.following import Following, following
from helpers.platforms import Fault
from helpers.reddit_server import RedditServer, reddit
from helpers.rig_reddit import LOGIN

from sources.reddit import RedditFollow, RedditLogin, RedditSource
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.model import Post
from warroom.domain.terms import Terms

until = partial(engine.until, seconds=30)
READER = RedditLogin(client_id="app", client_secret="s3cret-of-the-app")


@pytest.fixture
async def server() -> AsyncIterator[RedditServer]:
    async with reddit() as running:
        running.most = 10**6
        yield running


def a_source(server: RedditServer, login: RedditLogin = LOGIN, **more: object) -> RedditSource:
    fields: dict[str, object] = {"subreddits": ("coffee",), "interval": 0.05, "recheck": 0.05, **more}
    known = fields.pop("known", None)
    terms = fields.pop("terms", Terms(brand=("Acme",)))
    return RedditSource(login=login, terms=terms, base_url=server.url, patience=1.5, known=known,  # type: ignore[arg-type]
                        follow=RedditFollow(**fields))  # type: ignore[arg-type]


async def live(seen: Following) -> None:
    await until(lambda: (bool(seen.batches) and seen.batches[-1].caught_up) or seen.error is not None)


async def came(seen: Following, *texts: str) -> None:
    await until(lambda: set(texts) <= set(seen.texts) or seen.error is not None)


def asked(server: RedditServer, path: str) -> list[dict[str, str]]:
    return [query for _, where, query in server.requests if where == path]


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
            server.answers[request.path] = engine_trouble  # type: ignore[attr-defined]
            return engine_trouble()
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


def engine_trouble() -> object:
    from aiohttp import web

    return web.json_response({"message": "Service Unavailable", "error": 503}, status=503)


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


# When things go wrong -------------------------------------------------------------------------------------------------

async def test_a_closed_subreddit_is_left_out_with_its_name_and_the_others_go_on(server: RedditServer) -> None:
    server.closed = {"secretclub": 403, "nosuchplace": 404}
    async with following(a_source(server, subreddits=("coffee", "secretclub", "nosuchplace"))) as seen:
        server.submit("Acme is down")
        await came(seen, "Acme is down")
    assert seen.error is None
    assert len([reason for reason in seen.skipped if reason.startswith(("r/secretclub ", "r/nosuchplace "))]) == 2


async def test_where_nothing_can_be_read_it_says_so(server: RedditServer) -> None:
    server.closed = {"secretclub": 403}
    async with following(a_source(server, READER, subreddits=("secretclub",), search=False)) as seen:
        await until(lambda: seen.error is not None)
    assert seen.error is not None
    assert "nothing" in seen.error.title
    assert seen.error.hint


async def test_an_inbox_that_is_refused_does_not_stop_the_rest(server: RedditServer) -> None:
    server.answers["/message/inbox"] = refused
    async with following(a_source(server)) as seen:
        server.submit("Acme is down")
        await came(seen, "Acme is down")
        server.submit("Acme is up")
        await came(seen, "Acme is up")
    assert len(asked(server, "/message/inbox")) == 1
    assert any("inbox" in reason for reason in seen.skipped)


async def test_a_listing_that_was_refused_is_asked_again_and_brings_what_it_missed(
    server: RedditServer, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sources.reddit._REST", 0.01)
    root = server.submit("What do you drink?")
    async with following(a_source(server)) as seen:
        await came(seen, "What do you drink?")
        server.answers["/r/coffee/comments"] = refused
        refusals = len(asked(server, "/r/coffee/comments"))
        await until(lambda: len(asked(server, "/r/coffee/comments")) >= refusals + 2)
        server.comment(root, "Tea.")
        del server.answers["/r/coffee/comments"]
        await came(seen, "Tea.")
    assert seen.error is None


def refused() -> object:
    from aiohttp import web

    return web.json_response({"message": "Forbidden", "error": 403}, status=403)


async def test_a_search_that_fails_does_not_keep_subreddits_from_being_read(server: RedditServer) -> None:
    server.answers["/search"] = engine_trouble  # type: ignore[assignment]
    server.submit("Acme is down")
    async with following(a_source(server)) as seen:
        await until(lambda: seen.error is not None)
    assert seen.texts == ["Acme is down"]
    assert seen.error is not None
    assert not isinstance(seen.error, SourceStopped)


@pytest.mark.parametrize("fault", [
    Fault.LIMITED, Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.UNKNOWN_ERROR, Fault.DOWN,
    Fault.MALFORMED, Fault.HTML, Fault.EMPTY, Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.HANG,
], ids=str)
async def test_a_lasting_fault_ends_the_stream_with_a_reason_and_a_hint(server: RedditServer, fault: Fault) -> None:
    server.fault(fault, times=None)
    async with following(a_source(server)) as seen:
        await until(lambda: seen.error is not None)
    error = seen.error
    assert isinstance(error, SourceError)
    assert not isinstance(error, SourceStopped)
    assert error.title
    assert error.hint


async def test_a_login_that_is_refused_stops(server: RedditServer) -> None:
    login = RedditLogin(client_id="app", client_secret="s3cret-of-the-app", refresh_token="s3cret-but-revoked")
    async with following(a_source(server, login)) as seen:
        await until(lambda: seen.error is not None)
    assert isinstance(seen.error, SourceStopped)


@pytest.mark.parametrize(("more", "word"), [
    ({"subreddits": (), "search": False, "inbox": False}, "nothing to look for"),
    ({"subreddits": ("not a name",)}, "no name of a subreddit"),
    ({"subreddits": (), "terms": Terms(), "inbox": False}, "nothing to look for"),
])
async def test_settings_that_cannot_work_stop_before_anything_is_asked(
    server: RedditServer, more: dict[str, object], word: str,
) -> None:
    async with following(a_source(server, **more)) as seen:
        await until(lambda: seen.error is not None)
    assert isinstance(seen.error, SourceStopped)
    assert word in seen.error.title
    assert seen.error.hint
    assert not server.requests


async def test_the_last_tenth_of_the_limit_is_left_to_replies(server: RedditServer) -> None:
    server.most = 100
    server.used = 88
    async with following(a_source(server)) as seen:
        await until(lambda: seen.error is not None)
    assert seen.error is not None
    assert seen.error.retry_after is not None
    assert 500 < seen.error.retry_after <= 600
    assert len(server.requests) < 12


async def test_polls_are_spread_where_the_limit_would_not_last(server: RedditServer) -> None:
    source = a_source(server, interval=10.0)
    async with following(source) as seen:
        await live(seen)
        client = source._client
        assert client is not None
        server.most, server.used = 1000, 500
        await client.get("api/v1/me")
        # 399 calls are free for 600 s; a round of five calls may come every 7.5 s, one of twenty every 30 s.
        assert source._period(client, 5) == 10.0
        assert source._period(client, 20) == pytest.approx(30, rel=0.05)


async def test_no_secret_is_in_a_cursor(server: RedditServer) -> None:
    async with following(a_source(server)) as seen:
        server.submit("Acme is down")
        await came(seen, "Acme is down")
    assert "s3cret" not in seen.cursor
    assert json.loads(seen.cursor)["marks"]


async def test_a_stream_that_is_closed_leaves_no_connection(server: RedditServer) -> None:
    source = a_source(server)
    async with following(source) as seen:
        await live(seen)
    client = source._client
    assert client is not None
    assert client._reddit.requestor._http.closed  # type: ignore[attr-defined]
    posts = [entry for batch in seen.batches for entry in batch.posts if isinstance(entry, Post)]
    assert not posts
    await asyncio.sleep(0)
