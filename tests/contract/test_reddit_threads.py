"""Conversations on a scripted Reddit: whole where they can be had, and few calls where they are huge."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from helpers.platforms import Fault
from helpers.reddit_data import a_post
from helpers.reddit_server import RedditServer

from sources.reddit import RedditLogin, RedditThreads
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.model import Gone, Post


@pytest.fixture
async def threads(server: RedditServer) -> AsyncIterator[RedditThreads]:
    made = RedditThreads(login=RedditLogin(client_id="app", client_secret="s3cret-of-the-app"), base_url=server.url)
    yield made
    await made.close()


def texts(entries: object) -> list[str]:
    return [entry.text for entry in entries if isinstance(entry, Post)]  # type: ignore[attr-defined]


async def test_a_thread_is_the_whole_conversation(server: RedditServer, threads: RedditThreads) -> None:
    root = server.submit("Acme is down")
    first = server.comment(root, "Since when?")
    server.comment(first, "Since noon.")
    gone = server.comment(root, "something rude")
    server.comment(gone, "No need for that.")
    server.delete(gone)
    batch = await threads.thread(a_post(first, root))
    assert texts(batch.posts) == ["Acme is down", "Since when?", "Since noon.", "No need for that."]
    assert [entry.native_id for entry in batch.posts if isinstance(entry, Gone)] == [gone]


async def test_folded_comments_are_unfolded(server: RedditServer, threads: RedditThreads) -> None:
    root = server.submit("Acme is down")
    for number in range(120):
        server.comment(root, f"comment {number}")
    batch = await threads.thread(a_post(root), limit=300)
    assert len(texts(batch.posts)) == 121
    batch = await threads.thread(a_post(root), limit=60)
    assert len(batch.posts) == 60


async def test_a_huge_thread_costs_few_calls_and_keeps_what_is_near(
    server: RedditServer, threads: RedditThreads,
) -> None:
    root = server.submit("Acme is down")
    for number in range(900):
        server.comment(root, f"noise {number}")
    above = server.comment(root, "Since when?")
    focus = server.comment(above, "Since noon.")
    server.comment(focus, "Thank you.")
    batch = await threads.thread(a_post(focus, root), limit=50)
    assert {"Acme is down", "Since when?", "Since noon.", "Thank you."} <= set(texts(batch.posts))
    assert len(batch.posts) <= 50
    assert len(server.requests) <= 6


async def test_a_thread_with_odd_items_shows_the_others(server: RedditServer, threads: RedditThreads) -> None:
    from aiohttp import web

    root = server.submit("Acme is down")
    good = {"kind": "t1", "data": {"name": "t1_a", "body": "fine", "link_id": root, "parent_id": root}}
    odd = [None, 5, {"kind": "t1", "data": {"body": 3, "name": "t1_b"}}, {"kind": "more", "data": {"children": None}},
           {"kind": "more", "data": {"children": [7, "../x"]}}, good,
           {"kind": "t1", "data": {"replies": [1], "id": "c"}}]
    server.answers[f"/comments/{root[3:]}"] = lambda: web.json_response(
        [{"kind": "Listing", "data": {"children": odd}}, 7])
    batch = await threads.thread(a_post(root))
    assert texts(batch.posts) == ["fine"]
    assert sum(batch.skipped.values()) == 5


async def test_a_thread_that_cannot_be_had_says_why(server: RedditServer, threads: RedditThreads) -> None:
    root = server.submit("Acme is down")
    server.fault(Fault.UNAVAILABLE, times=None)
    with pytest.raises(SourceError) as caught:
        await threads.thread(a_post(root))
    assert caught.value.hint
    with pytest.raises(SourceStopped):
        await threads.thread(a_post("42"))
