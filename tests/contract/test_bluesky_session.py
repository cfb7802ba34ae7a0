"""A Bluesky session against servers that misbehave: few logins, one renewal, and failures told apart."""

from __future__ import annotations

import asyncio
import gc
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from helpers import xrpc
from helpers.rig_bluesky import MemorySessions
from helpers.xrpc import HANDLE, NOON, OUR_DID, PASSWORD, Xrpc, serving, status

from sources._bluesky_session import Session, source_error
from sources._bluesky_xrpc import Refused, Unsure
from sources.bluesky import BlueskyLogin
from warroom.domain.errors import SourceError, SourceStopped

ASK = "com.example.ask"
DO = "com.example.do"


@asynccontextmanager
async def session_of(
    server: Xrpc, sessions: MemorySessions | None = None, *, password: str = PASSWORD, patience: float = 5.0,
) -> AsyncIterator[Session]:
    session = Session(server.url, server.login(sessions, password), timeout=patience, now=lambda: NOON)
    try:
        yield session
    finally:
        await session.close()


@pytest.fixture
async def server() -> AsyncIterator[Xrpc]:
    async with serving() as running:
        running.on(ASK, {"fine": True})
        running.on(DO, {"done": True})
        yield running


async def test_a_login_is_made_once_and_kept_for_the_next_run(server: Xrpc) -> None:
    kept = MemorySessions()
    async with session_of(server, kept) as first:
        await asyncio.gather(*(first.query(ASK) for _ in range(5)))
        assert (first.handle, first.did) == (HANDLE, OUR_DID)
    async with session_of(server, kept) as second:
        assert await second.query(ASK) == {"fine": True}
    assert server.count("createSession") == 1
    assert server.count("getProfile") == 0  # a PDS without an AppView does not have it


async def test_a_session_goes_on_after_its_connections_were_closed(server: Xrpc) -> None:
    async with session_of(server) as session:
        await session.query(ASK)
        await session.close()
        assert await session.query(ASK) == {"fine": True}
    assert server.count("createSession") == 1


async def test_new_connections_read_no_certificates_anew(server: Xrpc) -> None:
    async with session_of(server) as session:
        await session.query(ASK)
        before = stores_of_certificates()
        for _ in range(3):
            await session.close()
            await session.query(ASK)
    assert stores_of_certificates() <= before


def stores_of_certificates() -> int:
    # By its type: to ask a weak reference whose object is gone for its class raises.
    contexts = [one for one in gc.get_objects() if issubclass(type(one), ssl.SSLContext)]
    return sum(one.cert_store_stats()["x509_ca"] > 0 for one in contexts)


async def test_callers_who_meet_a_worn_token_renew_it_once(server: Xrpc) -> None:
    kept = MemorySessions()
    async with session_of(server, kept) as session:
        await session.query(ASK)
        server.expire()
        answers = await asyncio.gather(*(session.query(ASK) for _ in range(8)))
    assert answers == [{"fine": True}] * 8
    assert (server.count("refreshSession"), server.count("createSession")) == (1, 1)
    assert "access-2" in kept.kept


async def test_callers_log_in_once_where_the_refresh_token_is_worn_too(server: Xrpc) -> None:
    clock = [0.0]
    session = Session(server.url, server.login(MemorySessions()), now=lambda: NOON, clock=lambda: clock[0])
    await session.query(ASK)
    clock[0] = 60.0
    server.expire()
    server.good_refreshes.clear()
    assert await asyncio.gather(*(session.query(ASK) for _ in range(8))) == [{"fine": True}] * 8
    assert (server.count("refreshSession"), server.count("createSession")) == (1, 2)
    await session.close()


async def test_tokens_that_another_process_renewed_are_taken_from_the_store(server: Xrpc) -> None:
    kept = MemorySessions()
    async with session_of(server, kept) as ours, session_of(server, kept) as theirs:
        await ours.query(ASK)
        await theirs.query(ASK)
        server.expire()
        await theirs.query(ASK)
        assert await ours.query(ASK) == {"fine": True}
    assert (server.count("refreshSession"), server.count("createSession")) == (1, 1)


async def test_a_server_that_takes_no_token_at_all_is_not_flooded_with_logins(server: Xrpc) -> None:
    server.on(ASK, status(400, "ExpiredToken", "never good"))
    async with session_of(server) as session:
        for _ in range(5):
            with pytest.raises(Refused):
                await session.query(ASK)
    assert server.count("createSession") == 1


async def test_a_bad_login_is_tried_once_for_all_who_wait_and_says_what_to_do(server: Xrpc) -> None:
    async with session_of(server, password="wrong") as session:
        errors = await asyncio.gather(*(session.query(ASK) for _ in range(4)), return_exceptions=True)
    assert all(isinstance(error, Refused) and error.status == 401 for error in errors)
    assert server.count("createSession") == 1
    said = source_error(errors[0], "x")  # type: ignore[arg-type]
    assert type(said) is SourceStopped
    assert "app password" in said.hint


@pytest.mark.parametrize("stored", [
    "", "nonsense", "[]", '{"service": 1}',
    '{"service": "SERVER", "identifier": "acme.example.com", "session": "a:::b"}',
    '{"service": "http://elsewhere", "identifier": "acme.example.com", "session": "h:::d:::access-9:::r:::e"}',
    '{"service": "SERVER", "identifier": "somebody.else", "session": "h:::d:::access-9:::r:::e"}',
])
async def test_what_is_stored_for_somebody_else_or_is_broken_is_not_used(server: Xrpc, stored: str) -> None:
    kept = MemorySessions()
    kept.kept = stored.replace("SERVER", server.url)
    server.good_tokens.add("access-9")
    async with session_of(server, kept) as session:
        await session.query(ASK)
        assert session.did == OUR_DID
    assert server.count("createSession") == 1
    assert json.loads(kept.kept)["identifier"] == HANDLE


@pytest.mark.parametrize(("answer", "kind"), [
    (status(400, "InvalidRequest", "no"), Refused), (status(403, "Forbidden"), Refused), (status(404), Refused),
    (status(409), Refused), (status(413), Refused), (status(429), Refused),
    (status(501, "MethodNotImplemented"), Refused),
    (status(500), Unsure), (status(502), Unsure), (status(503), Unsure), (status(504), Unsure), (status(520), Unsure),
    (xrpc.text('{"uri": "at://'), Unsure), (xrpc.text("[1, 2]"), Unsure),
    (xrpc.text("<h1>hi</h1>", "text/html"), Unsure),
    (xrpc.text("[" * 100_000), Unsure), (xrpc.drop, Unsure), (xrpc.hang, Unsure),
    (xrpc.text("<h1>no</h1>", "text/html", 400), Refused), (xrpc.text("[1]", status=400), Refused),
])
@pytest.mark.parametrize("verb", ["query", "procedure"])
async def test_a_failure_is_a_certain_no_or_nobody_knows(
    server: Xrpc, verb: str, answer: xrpc.Answer, kind: type[Exception],
) -> None:
    server.on(DO, answer)
    async with session_of(server, patience=1.0) as session:
        await session.open()
        with pytest.raises(kind) as caught:
            await (session.query(DO) if verb == "query" else session.procedure(DO, {"what": "it"}))
    assert server.count(DO) == 1  # nothing is repeated behind our back
    assert getattr(caught.value, "sent", True)
    assert str(caught.value)


async def test_what_never_left_is_known_not_to_be_done(server: Xrpc) -> None:
    session = Session("http://127.0.0.1:1", server.login())
    with pytest.raises(Unsure) as caught:
        await session.procedure(DO, {})
    assert not caught.value.sent
    await session.close()


@pytest.mark.parametrize(("headers", "wait"), [
    ({"Retry_After": "17"}, 17.0), ({"Retry_After": "999999"}, 3600.0), ({"Retry_After": "soon"}, None), ({}, None),
    ({"Retry_After": "Fri, 06 Mar 2026 12:00:40 GMT"}, 40.0), ({"Retry_After": "Fri, 06 Mar 2026 11:00:00 GMT"}, 0.0),
    ({"ratelimit_reset": str(int((NOON + timedelta(seconds=90)).timestamp()))}, 90.0),
    ({"ratelimit_reset": "9" * 40}, None),
])
async def test_a_limit_says_how_long_to_wait_in_any_form(
    server: Xrpc, headers: dict[str, str], wait: float | None,
) -> None:
    server.on(ASK, status(429, "RateLimitExceeded", "slow down", **headers))
    async with session_of(server) as session:
        with pytest.raises(Refused) as caught:
            await session.query(ASK)
    said = source_error(caught.value, "x")
    assert type(said) is SourceError
    assert said.retry_after == wait


async def test_a_limit_on_logins_is_no_bad_login(server: Xrpc) -> None:
    server.on("com.atproto.server.createSession", status(429, "RateLimitExceeded", Retry_After="120"))
    async with session_of(server) as session:
        for _ in range(3):
            with pytest.raises(Refused) as caught:
                await session.query(ASK)
    assert server.count("createSession") == 1
    assert type(source_error(caught.value, "x")) is SourceError
    assert caught.value.retry_after == 120.0


async def test_headers_tell_what_is_left_and_how_far_our_clock_is_off(server: Xrpc) -> None:
    server.headers = {"ratelimit-limit": "3000", "ratelimit-remaining": "2987", "ratelimit-reset": "1772798700",
                      "Date": "Fri, 06 Mar 2026 11:58:30 GMT"}
    async with session_of(server) as session:
        await session.query(ASK)
    budget = session.meter.budget
    assert budget is not None
    assert (budget.left, budget.limit) == (2987, 3000)
    assert budget.resets_at == datetime.fromtimestamp(1772798700, UTC)
    assert session.meter.skew == timedelta(seconds=90)


async def test_a_password_is_not_carried_on_to_where_a_redirect_points(server: Xrpc) -> None:
    stolen: list[bytes] = []

    async def thief(request: web.Request) -> web.Response:
        stolen.append(await request.read())
        return web.json_response({})

    async with serving() as elsewhere:
        elsewhere.on("com.atproto.server.createSession", thief)

        async def redirect(_: web.Request) -> web.Response:
            there = f"{elsewhere.url}/xrpc/com.atproto.server.createSession"
            return web.Response(status=307, headers={"Location": there})

        server.on("com.atproto.server.createSession", redirect)
        async with session_of(server) as session:
            with pytest.raises(Refused):
                await session.query(ASK)
    assert not stolen


async def test_a_server_on_a_plain_address_is_talked_to_there_whatever_it_calls_itself(server: Xrpc) -> None:
    async def front_door(_: web.Request) -> web.Response:
        server.good_tokens.add("a")
        service = {"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": "https://pds.invalid"}
        return web.json_response({"accessJwt": "a", "refreshJwt": "r", "handle": HANDLE, "did": OUR_DID,
                                  "didDoc": {"id": OUR_DID, "service": [service]}})

    server.on("com.atproto.server.createSession", front_door)
    async with session_of(server) as session:
        assert await session.query(ASK) == {"fine": True}


@pytest.mark.parametrize(("name", "words"), [
    ("AuthFactorTokenRequired", "app password"), ("AccountTakedown", "locked"),
])
async def test_a_login_that_needs_a_person_says_so(server: Xrpc, name: str, words: str) -> None:
    server.on("com.atproto.server.createSession", status(401, name, "no"))
    async with session_of(server) as session:
        with pytest.raises(Refused) as caught:
            await session.query(ASK)
    said = source_error(caught.value, "x")
    assert type(said) is SourceStopped
    assert words in str(said)


async def test_no_secret_is_in_what_is_shown_of_a_login(server: Xrpc) -> None:
    kept = MemorySessions()
    login = BlueskyLogin(identifier=HANDLE, app_password="hunter2", sessions=kept)
    session = Session(server.url, login)
    with pytest.raises(Refused) as caught:
        await session.query(ASK)
    shown = f"{login!r} {caught.value!r} {caught.value} {source_error(caught.value, 'x')} {session!r}"
    assert "hunter2" not in shown
    await session.close()
