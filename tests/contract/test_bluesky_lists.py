"""Search, notifications and own threads on a scripted AppView, alone and beside a live stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from functools import partial

import pytest
from aiohttp import web
from helpers import engine
from helpers.firehose import DID, a_record
from helpers.following import following
from helpers.jetstream import NEW, Stream, acme, new_commit, tell
from helpers.xrpc import ANA_DID, NOON, OUR_DID, Xrpc, a_view, serving, status

from sources.bluesky import BlueskyFollow, BlueskySource
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.terms import Terms

until = partial(engine.until, seconds=30)
SEARCH, NOTIFICATIONS = "app.bsky.feed.searchPosts", "app.bsky.notification.listNotifications"
FEED, THREAD = "app.bsky.feed.getAuthorFeed", "app.bsky.feed.getPostThread"
SEARCH_ONLY = BlueskyFollow(stream=False, notifications=False, threads=False, interval=0.02)
NOTIFIED_ONLY = BlueskyFollow(stream=False, search=False, threads=False, interval=0.02)
THREADS_ONLY = BlueskyFollow(stream=False, search=False, notifications=False, interval=0.02)
SEARCH_BESIDE = BlueskyFollow(notifications=False, threads=False, interval=0.02)


@pytest.fixture
async def server() -> AsyncIterator[Xrpc]:
    async with serving() as running:
        yield running


def source(server: Xrpc, follow: BlueskyFollow, **more: object) -> BlueskySource:
    fields: dict[str, object] = {"base_url": server.url, "terms": Terms(brand=("Acme",)), "login": server.login(),
                                 "follow": follow, "patience": 1.0, "open_timeout": 1.0, "now": lambda: NOON}
    return BlueskySource(**(fields | more))  # type: ignore[arg-type]


def paged(server: Xrpc, method: str, field: str, listed: list[dict[str, object]], size: int = 3) -> None:
    """Answer a list page by page, the newest first, as it is at the time of the call."""
    async def answer(request: web.Request) -> web.Response:
        begin = int(request.query.get("cursor", "0"))
        body: dict[str, object] = {field: listed[begin:begin + size]}
        if begin + size < len(listed):
            body["cursor"] = str(begin + size)
        return web.json_response(body)

    server.on(method, answer)


def some(count: int) -> list[dict[str, object]]:
    """So many posts, the newest first, an hour apart."""
    return [a_view(f"k{number}", f"Acme {number}", at=NOON - timedelta(hours=number)) for number in range(count)]


async def test_a_search_begins_with_the_newest_page_and_keeps_what_holds_a_term(server: Xrpc) -> None:
    counted = a_view("a", "Acme a", likeCount=5, repostCount=2, replyCount=1, reply=None)
    listed = [counted, a_view("b", "acmed it"), *some(9)]
    paged(server, SEARCH, "posts", listed)
    async with following(source(server, SEARCH_ONLY)) as seen:
        await until(lambda: seen.batches[-1].caught_up and len(seen.posts) == 2)
    post = seen.posts[-1]
    assert [each.text for each in seen.posts] == ["Acme 0", "Acme a"]  # oldest first
    assert (post.likes, post.reposts, post.replies) == (5, 2, 1)
    assert (post.author, post.author_name) == ("ana.example.com", "Ana")
    assert server.last(SEARCH)["q"] == "Acme"


async def test_what_was_handed_over_and_not_taken_comes_again(server: Xrpc) -> None:
    paged(server, SEARCH, "posts", some(1))
    follower = source(server, SEARCH_ONLY)
    async with aclosing(follower.stream("")) as stream:
        async for batch in stream:
            if batch.posts:
                break  # as the engine does that lets go of a connection
    async with following(follower) as seen:
        await until(lambda: seen.texts == ["Acme 0"])


async def test_a_search_pages_back_to_what_it_knows_and_is_not_caught_up_before(server: Xrpc) -> None:
    listed = some(2)
    paged(server, SEARCH, "posts", listed)
    async with following(source(server, SEARCH_ONLY)) as seen:
        await until(lambda: seen.batches[-1].caught_up)
    listed[:0] = [a_view(f"n{number}", f"Acme new {number}", at=NOON + timedelta(minutes=10 - number))
                  for number in range(8)]
    async with following(source(server, SEARCH_ONLY), seen.cursor) as again:
        await until(lambda: again.batches[-1].caught_up and len(again.posts) >= 8)
    assert {f"Acme new {number}" for number in range(8)} <= set(again.texts)
    assert not again.batches[0].caught_up
    assert len(set(again.texts)) == len(again.texts)


async def test_what_is_found_again_is_told_again_only_where_its_counts_changed(server: Xrpc) -> None:
    listed = some(1)
    paged(server, SEARCH, "posts", listed)
    async with following(source(server, SEARCH_ONLY)) as seen:
        await until(lambda: server.count(SEARCH) >= 4)
        assert seen.texts == ["Acme 0"]
        listed[0]["likeCount"] = 40
        await until(lambda: len(seen.posts) == 2)
        calls = server.count(SEARCH)
        await until(lambda: server.count(SEARCH) >= calls + 3)
    assert [post.likes for post in seen.posts] == [0, 40]


async def test_a_bad_view_does_not_cost_the_rest_of_its_page(server: Xrpc) -> None:
    bad: list[object] = [None, 7, {}, {"uri": "javascript:alert(1)"}, {"uri": f"at://{ANA_DID}/app.bsky.feed.post/x"},
                         {**a_view("t", 5)}, {**a_view("y"), "record": {"$type": "app.bsky.feed.like"}}]
    good = {**a_view("g", "Acme good"), "author": None, "likeCount": 2**70, "indexedAt": 5}
    server.on(SEARCH, {"posts": [*bad, good]})
    async with following(source(server, SEARCH_ONLY)) as seen:
        await until(lambda: bool(seen.posts))
    assert (seen.posts[0].text, seen.posts[0].author, seen.posts[0].likes) == ("Acme good", ANA_DID, None)
    assert sum(seen.batches[0].skipped.values()) == len(bad)


async def test_mentions_answers_and_quotes_come_whatever_they_say_and_nothing_is_marked_as_seen(server: Xrpc) -> None:
    reasons = ("mention", "like", "reply", "follow", "quote", "repost", None)
    listed = [{**a_view(f"k{number}", f"hello {reason}"), "reason": reason} for number, reason in enumerate(reasons)]
    paged(server, NOTIFICATIONS, "notifications", listed, size=100)
    async with following(source(server, NOTIFIED_ONLY)) as seen:
        await until(lambda: len(seen.posts) == 3)
    assert sorted(seen.texts) == ["hello mention", "hello quote", "hello reply"]
    assert server.count("updateSeen") == 0


async def test_notifications_are_read_back_over_what_was_missed(server: Xrpc) -> None:
    listed: list[dict[str, object]] = [{**a_view("first", "@acme one"), "reason": "mention"}]
    paged(server, NOTIFICATIONS, "notifications", listed, size=2)
    async with following(source(server, NOTIFIED_ONLY)) as seen:
        await until(lambda: seen.batches[-1].caught_up)
    # A page of likes only lies between: it must not end the way back.
    listed[:0] = [*({**a_view(f"l{number}", at=NOON + timedelta(hours=2)), "reason": "like"} for number in range(4)),
                  {**a_view("second", "@acme two", at=NOON + timedelta(hours=1)), "reason": "mention"}]
    async with following(source(server, NOTIFIED_ONLY), seen.cursor) as again:
        await until(lambda: "@acme two" in again.texts)


async def test_replies_below_our_own_posts_come_also_the_deeper_ones(server: Xrpc) -> None:
    ours = a_view("ours", "our statement", did=OUR_DID, replyCount=1)
    deep = {"post": a_view("deep", "and another thing"), "replies": []}
    below = {"post": a_view("below", "not good enough"), "replies": [deep]}
    tree: dict[str, object] = {"post": ours, "replies": [below, {"$type": "app.bsky.feed.defs#blockedPost"}]}
    reposted = {"post": a_view("theirs", replyCount=9), "reason": {"$type": "app.bsky.feed.defs#reasonRepost"}}
    server.on(FEED, {"feed": [{"post": ours}, reposted, None]})
    server.on(THREAD, {"thread": tree})
    async with following(source(server, THREADS_ONLY)) as seen:
        await until(lambda: len(seen.posts) == 2)
        deep["replies"] = [{"post": a_view("deeper", "still here")}]
        await until(lambda: len(seen.posts) == 3)
    assert sorted(seen.texts) == ["and another thing", "not good enough", "still here"]
    assert seen.skipped["a post of the thread that is gone or hidden"] > 0


async def test_what_comes_by_two_ways_is_one_post() -> None:
    stream = Stream(tell(acme(1, "k0", "Acme 0"), new_commit(2, key="end", record=a_record("Acme end"))))
    listed = some(1)
    listed[0]["likeCount"] = 3
    async with serving((NEW, stream.serve)) as live:
        paged(live, SEARCH, "posts", [{**listed[0], "uri": f"at://{DID}/app.bsky.feed.post/k0"}])
        async with following(source(live, SEARCH_BESIDE, base_url="", jetstream=live.url, service=live.url)) as seen:
            await until(lambda: live.count(SEARCH) >= 4 and len(seen.posts) >= 2)
    told = [post for post in seen.posts if post.text == "Acme 0"]
    assert len(told) <= 2  # once more at most, for its counts and its author's name
    assert {post.content_sha256 for post in told} == {told[0].content_sha256}
    assert (told[-1].likes, told[-1].author) == (3, "ana.example.com")


async def test_the_cursor_holds_every_stream_and_each_goes_on_where_it_was() -> None:
    stream = Stream(tell(acme(5)))
    async with serving((NEW, stream.serve)) as live:
        paged(live, SEARCH, "posts", some(1))
        paged(live, NOTIFICATIONS, "notifications", [])
        live.on(FEED, {"feed": []})
        every = BlueskyFollow(interval=0.02)
        async with following(source(live, every, base_url="", jetstream=live.url, service=live.url)) as seen:
            await until(lambda: seen.batches[-1].caught_up and "Acme 5" in seen.texts)
        positions = json.loads(seen.cursor)
        later = source(live, every, base_url="", jetstream=live.url, service=live.url)
        async with following(later, seen.cursor) as again:
            await until(lambda: again.batches[-1].caught_up)
    assert set(positions) == {"jetstream", "search", "notifications", "threads", "told"}
    assert stream.cursors == ["", "5"]
    assert again.error is None


async def test_without_an_app_view_the_lists_are_off_and_say_so_while_the_stream_goes_on() -> None:
    stream = Stream(tell(acme(1)))
    async with serving((NEW, stream.serve)) as live:
        every = source(live, BlueskyFollow(interval=0.02), base_url="", jetstream=live.url, service=live.url)
        async with following(every) as seen:
            await until(lambda: seen.batches[-1].caught_up and bool(seen.posts))
    assert dict(seen.skipped) == {
        "this server has no AppView: term search is off": 1, "this server has no AppView: notifications are off": 1,
        "this server has no AppView: own threads are off": 1}
    assert seen.error is None


async def test_without_a_stream_a_server_without_an_app_view_has_nothing_to_follow(server: Xrpc) -> None:
    async with following(source(server, SEARCH_ONLY)) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped
    assert "term search is off" in str(seen.error)


async def test_a_search_that_fails_does_not_silence_the_network_and_is_told() -> None:
    stream = Stream(tell(acme(1)))
    async with serving((NEW, stream.serve)) as live:
        live.on(SEARCH, status(503))
        async with following(source(live, SEARCH_BESIDE, base_url="", jetstream=live.url, service=live.url)) as seen:
            await until(lambda: bool(seen.posts) and live.count(SEARCH) >= 3)
            assert not seen.batches[-1].caught_up
            paged(live, SEARCH, "posts", some(1))
            await until(lambda: seen.batches[-1].caught_up)
    assert seen.skipped["term search failed: HTTP 503"] >= 2
    assert seen.error is None


@pytest.mark.parametrize(("answer", "kind", "wait"), [
    (status(503, Retry_After="7"), SourceError, 7.0), (status(429, Retry_After="8"), SourceError, 8.0),
    (status(500), SourceError, None), (status(400, "InvalidRequest", "no"), SourceError, None),
])
async def test_a_search_alone_fails_with_what_the_server_said(
    server: Xrpc, answer: object, kind: type[SourceError], wait: float | None,
) -> None:
    server.on(SEARCH, answer)
    async with following(source(server, SEARCH_ONLY)) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is kind
    assert seen.error is not None
    assert seen.error.retry_after == wait


@pytest.mark.parametrize(("code", "kind"), [(401, SourceStopped), (403, SourceStopped), (404, SourceStopped)])
async def test_a_refusal_without_a_name_may_pass_and_is_believed_when_it_comes_again_and_again(
    server: Xrpc, code: int, kind: type[SourceError],
) -> None:
    """A proxy before the server answers so while it is restarted."""
    paged(server, SEARCH, "posts", some(1))
    works, follower = server.answers[SEARCH], source(server, SEARCH_ONLY)
    for answer, expected in [*[(status(code), SourceError)] * 3, (status(code), kind)]:
        server.on(SEARCH, answer)
        async with following(follower) as seen:
            await until(lambda seen=seen: seen.error is not None)  # type: ignore[misc]
        assert type(seen.error) is expected
    server.on(SEARCH, works)
    async with following(follower) as again:
        await until(lambda: again.texts == ["Acme 0"])
        server.on(SEARCH, status(code))
        await until(lambda: again.error is not None)
    assert type(again.error) is SourceError


async def test_a_bad_login_stops_the_source_and_says_what_to_do() -> None:
    stream = Stream(tell(acme(1)))
    async with serving((NEW, stream.serve)) as live:
        wrong = source(live, BlueskyFollow(interval=0.02), base_url="", jetstream=live.url, service=live.url,
                       login=live.login(password="wrong"))
        async with following(wrong) as seen:
            await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped
    assert "warroom login bluesky" in str(seen.error)
    assert live.count("createSession") == 1


async def test_what_is_left_of_the_limit_comes_with_the_batches(server: Xrpc) -> None:
    server.headers = {"ratelimit-limit": "3000", "ratelimit-remaining": "12"}
    paged(server, SEARCH, "posts", some(1))
    async with following(source(server, SEARCH_ONLY)) as seen:
        await until(lambda: seen.batches[-1].budget is not None)
    budget = seen.batches[-1].budget
    assert budget is not None
    assert (budget.left, budget.limit) == (12, 3000)


async def test_a_look_that_fails_before_the_stream_is_there_says_nothing_of_a_connection(server: Xrpc) -> None:
    failed_twice = asyncio.Event()

    async def search(_: web.Request) -> web.Response:
        if server.count("searchPosts") > 1:
            failed_twice.set()
        return web.json_response({"error": "UpstreamFailure"}, status=502)

    async def listen(_: web.Request) -> web.Response:
        await failed_twice.wait()
        return web.json_response({"error": "UpstreamFailure"}, status=502)

    server.on(SEARCH, search)
    server.on("com.atproto.sync.subscribeRepos", listen)
    async with aclosing(source(server, SEARCH_BESIDE, open_timeout=20.0).stream("")) as stream:
        with pytest.raises(SourceError):
            await anext(stream)
