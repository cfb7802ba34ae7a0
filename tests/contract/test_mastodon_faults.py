"""The Mastodon source against servers that misbehave: it says what is wrong, loses nothing, and never dies of it."""

from __future__ import annotations

import json
import socket
import threading
from functools import partial

import pytest
from helpers import engine
from helpers.following import following
from helpers.mastodon_data import TOKEN
from helpers.mastodon_server import MastodonServer, serve
from helpers.platforms import Fault

from sources.mastodon import MastodonFollow, MastodonLogin, MastodonSource
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.terms import Terms

until = partial(engine.until, seconds=30)
WAYS = ["websocket", "sse", "off"]


def source(server: MastodonServer, *, token: str = TOKEN, **more: object) -> MastodonSource:
    follow = {"interval": 0.2, **{name: more.pop(name) for name in list(more) if name in (
        "streaming", "hashtags", "timeline", "notifications", "search", "interval")}}
    fields: dict[str, object] = {
        "base_url": server.url, "terms": Terms(brand=("Acme",)), "login": MastodonLogin(token),
        "follow": MastodonFollow(**follow), "open_timeout": 1.5, "patience": 1.5}  # type: ignore[arg-type]
    return MastodonSource(**(fields | more))  # type: ignore[arg-type]


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
    async with serve() as server, following(source(server, hashtags=("coffee",))) as seen:
        await server.post("nothing to see")
        await server.post("a picture", media_attachments=[{"type": "image", "description": "the Acme mug"}])
        await server.post("I like #coffee")
        await server.post("hello @acme", visibility="direct")
        await server.post("Acme from afar", by="ben@remote.example")
        await server.post("Acme here")
        await until(lambda: "Acme here" in seen.texts)
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


# Pages -------------------------------------------------------------------------------------------------------------


async def test_one_bad_item_never_costs_the_rest_of_its_page() -> None:
    async with serve() as server:
        good = [server.entity(server.statuses[await server.post(f"Acme {word}", tell=False)]) for word in ("a", "b")]
        body = json.dumps([good[0], None, 5, {}, {"id": "7"}, {**good[0], "id": "8", "account": None}, good[1]])
        huge = body.replace('"favourites_count": 0', '"favourites_count": ' + "9" * 6_000)
        server.raw["/api/v1/timelines/public"] = huge.encode()
        async with following(source(server, search=False, streaming="off")) as seen:
            await until(lambda: len(seen.texts) == 2)
    assert seen.texts == ["Acme a", "Acme b"]
    assert seen.skipped["a post without an author"] >= 2
    assert seen.skipped["a post without an id"] >= 3


@pytest.mark.parametrize("fault", [
    Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.UNKNOWN_ERROR, Fault.DOWN, Fault.MALFORMED,
    Fault.HTML, Fault.EMPTY, Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.HANG], ids=str)
async def test_a_look_that_fails_is_an_error_that_may_heal(fault: Fault) -> None:
    async with serve() as server, following(source(server, streaming="off")) as seen:
        server.faults.add(fault, times=None, path="/api/v1/timelines")
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert seen.error is not None
    assert seen.error.hint


@pytest.mark.parametrize(("retry_after", "reset", "wait"), [
    ("7", "iso", (7, 7)), ("", "iso", (200, 301)), ("", "epoch", (200, 301)), ("soon", "never", (60, 60)),
    ("Fri, 06 Mar 1970 11:58:00 GMT", "iso", (1, 1)), ("9" * 50, "iso", (200, 3600)),
])
async def test_a_limit_says_how_long_to_wait_in_every_form(
    retry_after: str, reset: str, wait: tuple[int, int],
) -> None:
    async with serve() as server:
        server.faults.retry_after, server.reset = retry_after, reset
        server.faults.add(Fault.LIMITED, times=None)
        async with following(source(server)) as seen:
            await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert seen.error is not None
    assert seen.error.retry_after is not None
    assert wait[0] <= seen.error.retry_after <= wait[1]


async def test_a_limit_does_not_end_a_stream() -> None:
    async with serve() as server, following(source(server)) as seen:
        await until(lambda: bool(server.sockets))
        server.faults.add(Fault.LIMITED, times=None, path="/api/v1/timelines")
        await until(lambda: server.faults.met > 0)
        await server.post("Acme is down")
        await until(lambda: seen.texts == ["Acme is down"])
    assert seen.error is None


async def test_the_last_calls_before_the_limit_are_left_to_replies() -> None:
    async with serve() as server:
        server.limit = server.left = 30
        async with following(source(server, streaming="off")) as seen:
            await until(lambda: any(batch.budget is not None for batch in seen.batches))
            await until(lambda: any(batch.caught_up for batch in seen.batches))
            calls = len(server.calls)
        assert calls < 25
    budget = seen.batches[-1].budget
    assert budget is not None
    assert (budget.limit, budget.resets_at is not None) == (30, True)


async def test_bytes_that_are_no_utf8_do_not_cost_the_page() -> None:
    async with serve() as server:
        good = [server.entity(server.statuses[await server.post(f"Acme {word}", tell=False)]) for word in ("ab", "cd")]
        server.raw["/api/v1/timelines/public"] = json.dumps(good).encode().replace(b"Acme ab", b"Acme \xff\xfe")
        async with following(source(server, search=False, streaming="off", hashtags=("x",))) as seen:
            await until(lambda: len(seen.texts) == 2)
    assert seen.texts[1] == "Acme cd"


async def test_an_odd_limit_header_is_no_limit() -> None:
    """The library calls it a reached limit, whatever was answered."""
    async with serve() as server:
        server.reset = "whenever"
        async with following(source(server, streaming="off")) as seen:
            await server.post("Acme is down")
            await until(lambda: seen.texts == ["Acme is down"])
    assert seen.error is None


# Logins and addresses ----------------------------------------------------------------------------------------------


async def test_a_bad_token_stops_with_a_hint_and_is_not_shown() -> None:
    async with serve() as server, following(source(server, token="s3cret-of-nobody")) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped
    assert "warroom login mastodon" in str(seen.error)
    assert "s3cret" not in repr(seen.error) + str(seen.error)
    assert "s3cret" not in repr(MastodonLogin("s3cret"))


@pytest.mark.parametrize("way", WAYS)
async def test_a_token_that_is_taken_back_stops_the_source(way: str) -> None:
    async with serve() as server, following(source(server, streaming=way)) as seen:
        await until(lambda: any(batch.caught_up for batch in seen.batches))
        server.faults.add(Fault.UNAUTHORIZED, times=None)
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped


async def test_without_a_login_public_hashtags_are_read() -> None:
    async with serve() as server, following(source(server, token="")) as seen:
        await server.post("Acme is down")
        await until(lambda: seen.texts == ["Acme is down"])
        assert not server.sockets
    assert not [call for call in server.calls if "notifications" in call or "search" in call]


async def test_a_server_that_shows_nothing_without_a_login_says_so() -> None:
    async with serve() as server:
        server.public_reads = False
        async with following(source(server, token="")) as seen:
            await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped
    assert "login" in str(seen.error)


async def test_a_feed_that_is_not_allowed_is_left_out_and_counted_and_the_others_go_on() -> None:
    async with serve() as server:
        server.faults.add(Fault.FORBIDDEN, times=None, path="/api/v2/search")
        async with following(source(server)) as seen:
            await server.post("Acme is down")
            await until(lambda: seen.texts == ["Acme is down"])
            await until(lambda: "search/Acme: HTTP 403: Oops" in seen.skipped)
    assert seen.error is None


async def test_nothing_to_look_for_stops() -> None:
    async with serve() as server, following(source(server, terms=Terms(), token="")) as seen:
        assert type(seen.error) is SourceStopped


@pytest.mark.parametrize("fault", [Fault.HTML, Fault.NOT_FOUND, Fault.MALFORMED, Fault.EMPTY], ids=str)
async def test_a_page_that_is_no_mastodon_server_stops_and_says_so(fault: Fault) -> None:
    async with serve() as server:
        server.faults.add(fault, times=None, path="/")
        async with following(source(server)) as seen:
            await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped
    assert "base_url" in str(seen.error)


async def test_an_older_server_is_asked_in_the_old_way() -> None:
    async with serve() as server:
        server.version_2 = False
        async with following(source(server)) as seen:
            await server.post("Acme is down")
            await until(lambda: seen.texts == ["Acme is down"])
        assert seen.posts[0].author == "ana@social.example"
        # Not once more for each look: the library would.
        assert len([call for call in server.calls if "/api/v2/instance" in call]) == 1


async def test_a_server_that_is_not_there_is_an_error_that_may_heal() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    follower = MastodonSource(base_url=f"http://127.0.0.1:{port}", terms=Terms(brand=("Acme",)))
    async with following(follower) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert "cannot be reached" in str(seen.error)


async def test_a_server_without_tls_is_told_as_such() -> None:
    async with serve() as server:
        follower = MastodonSource(base_url=server.url.replace("http", "https"), terms=Terms(brand=("Acme",)))
        async with following(follower) as seen:
            await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert "secure connection" in str(seen.error)


async def test_a_redirect_to_another_server_takes_no_token_along() -> None:
    async with serve() as other, serve() as server:
        server.redirect = other.url
        async with following(source(server)) as seen:
            await until(lambda: seen.error is not None)
        assert type(seen.error) is SourceStopped
        assert "base_url" in str(seen.error)
        assert other.calls == []


async def test_threads_end_with_the_source() -> None:
    async with serve() as server:
        async with following(source(server, streaming="sse")):
            await until(lambda: bool(server.events))
        await until(lambda: not [one for one in threading.enumerate() if one.name.startswith("mastodon")])
