"""The Mastodon source and answers that are odd, wrong or refused: told in words, and they cost only themselves."""

from __future__ import annotations

import json
import socket
import threading
from functools import partial

import pytest
from helpers import engine
from helpers.following import following
from helpers.mastodon_server import serve
from helpers.mastodon_source import WAYS, source
from helpers.platforms import Fault

from sources.mastodon import MastodonLogin, MastodonSource
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.terms import Terms

until = partial(engine.until, seconds=30)


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


async def test_a_server_in_trouble_is_tried_again_soon_however_far_away_the_reset_of_its_limit_is() -> None:
    """Mastodon tells its limit, and when that is reset, with every answer: only a reached limit is a reason to wait."""
    async with serve() as server:
        server.faults.retry_after = ""
        server.faults.add(Fault.ERROR, times=None)
        async with following(source(server)) as seen:
            await until(lambda: seen.error is not None)
        assert server.left
    assert isinstance(seen.error, SourceError)
    assert seen.error.retry_after is None


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
    with socket.socket() as deaf:  # it has the port, and listens to nobody
        deaf.bind(("127.0.0.1", 0))
        follower = MastodonSource(base_url=f"http://127.0.0.1:{deaf.getsockname()[1]}", terms=Terms(brand=("Acme",)))
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
