"""The Mastodon source, its streams and gaps: it says what is wrong, loses nothing, and never dies of it."""

from __future__ import annotations

import json
import threading
from functools import partial

import pytest
from helpers import engine
from helpers.following import following
from helpers.mastodon_server import serve
from helpers.mastodon_source import WAYS, source

from warroom.domain.errors import SourceError

until = partial(engine.until, seconds=30)


# What comes in -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", WAYS)
async def test_posts_edits_and_deletions_come_in_by_every_way(way: str) -> None:
    async with serve() as server, following(source(server, streaming=way)) as seen:
        one = await server.post("Acme is down")
        await until(lambda: seen.texts == ["Acme is down"])
        await server.edit(one, "Acme is up")
        await until(lambda: seen.texts == ["Acme is down", "Acme is up"])
        await server.delete(one)
        await until(lambda: [gone.native_id for gone in seen.gone] == [one])
    assert seen.error is None


@pytest.mark.parametrize("way", WAYS)
async def test_ids_that_are_no_numbers_are_ids(way: str) -> None:
    async with serve() as server:
        server.ulids = True
        async with following(source(server, streaming=way)) as seen:
            one = await server.post("Acme is down")
            await server.post("Acme is down, and @acme is silent")
            await until(lambda: len(seen.texts) == 2)
            await server.delete(one)
            await until(lambda: [gone.native_id for gone in seen.gone] == [one])
            await server.post("Acme goes on")
            await until(lambda: "Acme goes on" in seen.texts)
    assert (seen.error, dict(seen.skipped)) == (None, {})


async def test_only_what_concerns_the_team_comes_in() -> None:
    async with serve() as server, following(source(server, hashtags=("coffee",), search=False)) as seen:
        await server.post("nothing to see")
        await server.post("a picture", media_attachments=[{"type": "image", "description": "the Acme mug"}])
        await server.post("I like #coffee")
        await server.post("hello @acme", visibility="direct")
        await server.post("Acme from afar", by="ben@remote.example")
        await server.post("Acme here")
        await until(lambda: len(set(seen.texts)) == 4)
    assert set(seen.texts) == {"a picture", "I like #coffee", "hello @acme", "Acme here"}


async def test_the_public_timeline_brings_other_servers_and_search_what_was_before() -> None:
    async with serve() as server:
        await server.post("Acme old news", by="ben@remote.example", tell=False)
        async with following(source(server, timeline="none")) as seen:
            await until(lambda: seen.texts == ["Acme old news"])
        async with following(source(server, timeline="public", search=False)) as seen:
            await server.post("Acme from afar", by="ben@remote.example")
            await until(lambda: "Acme from afar" in seen.texts)


async def test_a_post_of_an_earlier_run_is_edited_and_deleted_where_it_is_stored() -> None:
    async def known(native_ids: object) -> set[str]:
        return {one}

    async with serve() as server:
        one, other = await server.post("Acme one", tell=False), await server.post("not ours", tell=False)
        cursor = json.dumps({"at": server.url.removeprefix("http://"), "local": other, "mentions": "", "tag/Acme": ""})
        server.raw["/api/v1/timelines/public"] = b"[]"
        async with following(source(server, known=known, search=False), cursor) as seen:
            await server.edit(one, "it says nothing any more")
            await server.edit(other, "still not ours")
            await until(lambda: "it says nothing any more" in seen.texts)
            await server.delete(other)
            await server.delete(one)
            await until(lambda: bool(seen.gone))
    assert [gone.native_id for gone in seen.gone] == [one]
    assert seen.texts == ["it says nothing any more"]


async def test_counts_that_change_are_told_after_a_minute_and_not_with_every_look() -> None:
    now = engine.TestClock()
    async with serve() as server:
        server.statuses.clear()
        async with following(source(server, streaming="off", now=now.now)) as seen:
            one = await server.post("Acme is down")
            await until(lambda: bool(seen.texts))
            server.statuses[one].extra["favourites_count"] = 50
            looks = len(server.calls)
            await until(lambda: len(server.calls) > looks + 8)
            assert len(seen.posts) == 1
            now.advance(seconds=61)
            await until(lambda: len(seen.posts) == 2)
    assert seen.posts[1].likes == 50


# Gaps --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", WAYS)
async def test_a_gap_of_many_pages_is_filled_in_order_before_the_source_is_live(way: str) -> None:
    async with serve() as server:
        await server.post("Acme 0")
        async with following(source(server, streaming=way, search=False, hashtags=("x",))) as seen:
            await until(lambda: any(batch.caught_up for batch in seen.batches))
            cursor = seen.cursor
        for number in range(1, 131):
            await server.post(f"Acme {number}")
        async with following(source(server, streaming=way, search=False, hashtags=("x",)), cursor) as seen:
            await until(lambda: any(batch.caught_up for batch in seen.batches))
            before = [post.text for batch in seen.batches if not batch.caught_up for post in batch.posts]  # type: ignore[union-attr]
    assert [text for text in before if text != "Acme 0"] == [f"Acme {number}" for number in range(1, 131)]


async def test_a_feed_that_was_empty_is_filled_from_its_beginning() -> None:
    async with serve() as server:
        async with following(source(server, search=False)) as seen:
            await until(lambda: any(batch.caught_up for batch in seen.batches))
        for number in range(90):
            await server.post(f"Acme {number}")
        async with following(source(server, search=False), seen.cursor) as again:
            await until(lambda: any(batch.caught_up for batch in again.batches))
    assert again.texts == [f"Acme {number}" for number in range(90)]


async def test_a_stream_that_says_nothing_hides_nothing() -> None:
    async with serve() as server:
        server.silent_streams = {"public:local", "hashtag:acme", "user"}
        async with following(source(server)) as seen:
            await until(lambda: bool(server.sockets))
            await server.post("Acme unheard")
            await until(lambda: seen.texts == ["Acme unheard"])


async def test_a_post_that_came_late_from_another_server_is_found_under_its_old_id() -> None:
    async with serve() as server, following(source(server, streaming="off")) as seen:
        await server.post("Acme on time #acme")
        await until(lambda: bool(seen.texts))
        await server.post("Acme late #acme", by="ben@remote.example", native_id="111999999999999999")
        await until(lambda: "Acme late #acme" in seen.texts)


@pytest.mark.parametrize("way", ["websocket", "sse"])
@pytest.mark.parametrize("how", ["close", "cut"])
async def test_a_stream_that_ends_is_an_error_that_may_heal(way: str, how: str) -> None:
    async with serve() as server, following(source(server, streaming=way)) as seen:
        await until(lambda: bool(server.sockets or server.events))
        await server.post("Acme before")
        await until(lambda: seen.texts == ["Acme before"])
        if how == "close":
            await server.close_streams(1001)
        else:
            server.hang_up()
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError


async def test_a_stream_without_a_sign_of_life_is_opened_anew() -> None:
    async with serve() as server, following(source(server, silence=0.5)) as seen:
        await until(lambda: server.calls.count("GET /api/v1/streaming") >= 2)
        await until(lambda: bool(server.sockets))
        await server.post("Acme heard")
        await until(lambda: "Acme heard" in seen.texts)
    assert seen.error is None


async def test_a_stream_that_ends_at_once_again_and_again_is_left_alone() -> None:
    async with serve() as server:
        follower = source(server)
        for _ in range(3):
            async with following(follower) as seen:
                await until(lambda: bool(server.sockets))
                await server.close_streams()
                await until(lambda: seen.error is not None)
        opened = server.calls.count("GET /api/v1/streaming")
        async with following(follower) as seen:
            await server.post("Acme anyway")
            await until(lambda: "Acme anyway" in seen.texts)
        assert server.calls.count("GET /api/v1/streaming") == opened


@pytest.mark.parametrize(("websockets", "sse", "used"), [(False, True, "sse"), (False, False, "none")])
async def test_where_one_way_is_refused_the_next_is_taken(websockets: bool, sse: bool, used: str) -> None:
    async with serve() as server:
        server.websockets, server.sse = websockets, sse
        async with following(source(server)) as seen:
            await until(lambda: any(batch.caught_up for batch in seen.batches))
            assert bool(server.events) is (used == "sse")
            await server.post("Acme is down")
            await until(lambda: seen.texts == ["Acme is down"])
        assert seen.skipped == ({} if used == "sse" else {"streaming: HTTP 404": 1})


async def test_a_server_like_gotosocial_is_followed() -> None:
    """ULIDs, redirects to paths without a slash, a stream at a name of its own, none for hashtags."""
    async with serve() as server:
        server.ulids, server.slashes, server.sse, server.honours_keys = True, False, False, False
        server.streaming_url, server.silent_streams = "wss://localhost:9", {"hashtag:acme", "public:local"}
        async with following(source(server)) as seen:
            await until(lambda: bool(server.sockets))
            one = await server.post("Acme is down #acme")
            await server.post("and @acme is silent")
            await until(lambda: len(set(seen.texts)) == 2)
            await server.edit(one, "Acme is up #acme")
            await until(lambda: "Acme is up #acme" in seen.texts)
            await server.delete(one)
            await until(lambda: bool(seen.gone))
    assert (seen.error, dict(seen.skipped)) == (None, {})


@pytest.mark.parametrize("status", [401, 403, 429, 503])
@pytest.mark.parametrize("way", ["websocket", "sse", "auto"])
async def test_a_stream_that_is_refused_is_told_and_the_feeds_are_looked_at(way: str, status: int) -> None:
    """The library would try again for ever, without a word."""
    async with serve() as server:
        server.stream_status = status
        async with following(source(server, streaming=way)) as seen:
            await server.post("Acme is down")
            await until(lambda: seen.texts == ["Acme is down"])
        assert seen.skipped == {f"streaming: HTTP {status}": 1}
        assert len([call for call in server.calls if "streaming" in call]) <= 4


async def test_streams_at_an_address_that_is_not_there_are_looked_for_at_the_server_itself() -> None:
    async with serve() as server:
        server.streaming_url = "wss://127.0.0.1:9"
        async with following(source(server)) as seen:
            await until(lambda: bool(server.sockets))
            await server.post("Acme is down")
            await until(lambda: bool(seen.texts))


@pytest.mark.parametrize("way", ["websocket", "sse"])
async def test_streams_are_closed_aside_for_the_library_takes_up_to_two_seconds(
    way: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from mastodon.streaming import SSEStreamHandle
    from mastodon.streaming_websocket import WebSocketStreamHandle

    kind = WebSocketStreamHandle if way == "websocket" else SSEStreamHandle
    close, closed_in = kind.close, list[threading.Thread]()

    def noted(handle: object) -> None:
        closed_in.append(threading.current_thread())
        close(handle)

    monkeypatch.setattr(kind, "close", noted)
    async with serve() as server:
        async with following(source(server, streaming=way)):
            await until(lambda: bool(server.sockets or server.events))
        await until(lambda: bool(closed_in))
    assert threading.main_thread() not in closed_in


async def test_nothing_that_a_stream_sends_reaches_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    strange = ["x", "[]", '{"event": 5}', '{"stream": 3, "event": "update"}', '{"event": "delete", "payload": null}',
               '{"stream": ["public:local"], "event": "update", "payload": "nonsense"}',
               '{"stream": ["user"], "event": "notification", "payload": "{}"}', '{"error": "no", "status": 400}',
               json.dumps({"stream": ["public:local"], "event": "update", "payload": "[" * 100_000})]
    async with serve() as server:
        for frame in strange:
            async with following(source(server)) as seen:
                await until(lambda: bool(server.sockets))
                for one in list(server.sockets):
                    await one.send_str(frame)
                await server.post("Acme after")
                await until(lambda seen=seen: bool(seen.texts) or seen.error is not None)  # type: ignore[misc]
                assert seen.error is None or type(seen.error) is SourceError
            server.statuses.clear()
    assert capfd.readouterr().err == ""


async def test_one_bad_event_costs_nothing_but_itself() -> None:
    async with serve() as server, following(source(server, interval=60.0)) as seen:
        await until(lambda: bool(server.sockets) and any(batch.caught_up for batch in seen.batches))
        for payload in ("nonsense", "{}", '{"id": "1"}', "[1]", "9" * 10_000):
            await server.send(["public:local"], "update", payload)
        await server.send(["public:local"], "delete", "../../x")
        await server.send(["public:local"], "weather", "{}")
        await server.post("Acme good")
        await until(lambda: seen.texts == ["Acme good"])
    assert sum(seen.skipped.values()) == 6
    assert seen.error is None
