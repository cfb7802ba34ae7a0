"""The Reddit source on a scripted server: what it does where things go wrong."""

from __future__ import annotations

import asyncio
import json

import pytest
from helpers.following import following
from helpers.platforms import Fault
from helpers.reddit_following import READER, a_source, asked, came, live, unavailable, until
from helpers.reddit_server import RedditServer

from sources.reddit import RedditLogin
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.model import Post
from warroom.domain.terms import Terms


@pytest.fixture(autouse=True)
def _plenty(server: RedditServer) -> None:
    server.most = 10**6  # or the source would spread its looks over the window, as it should


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
    server.answers["/search"] = unavailable  # type: ignore[assignment]
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
