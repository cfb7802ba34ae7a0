"""The traps of asyncpraw and its core, each with a server that springs it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import warnings
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web
from helpers.platforms import Fault as Trouble
from helpers.platforms import Side
from helpers.reddit_server import RedditServer, reddit
from helpers.rig_reddit import LOGIN

from sources._reddit_client import Client
from sources._reddit_faults import Fault, Kind, source_error
from sources._reddit_login import RedditLogin, address
from sources.reddit import RedditOAuth
from warroom.domain.errors import SourceError, SourceStopped

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def server() -> AsyncIterator[RedditServer]:
    async with reddit() as running:
        yield running


def now() -> datetime:
    return datetime.now(UTC)


def a_client(server: RedditServer, login: RedditLogin = LOGIN, *, patience: float = 1.0) -> Client:
    return Client(login, address(server.url), patience=patience, now=now)


async def failing(client: Client, method: str = "get", path: str = "r/coffee/new", **data: str) -> Fault:
    try:
        with pytest.raises(Fault) as caught:
            await getattr(client, method)(path, **data)
    finally:
        await client.close()
    return caught.value


def asked(server: RedditServer, path: str) -> int:
    return sum(path == where for _, where, _ in server.requests)


# praw.ini, variables and updates ------------------------------------------------------------------------------------

PLANTED = """
[DEFAULT]
oauth_url=http://evil.invalid
reddit_url=http://evil.invalid
short_url=http://evil.invalid
username=mallory
password=guess
client_id=evil
client_secret=evil
refresh_token=evil
check_for_updates=True
comment_kind=t9
"""


@pytest.mark.parametrize("planted", [PLANTED, "no ini at all [[["], ids=["with another server", "malformed"])
async def test_a_praw_ini_in_the_working_directory_changes_nothing(
    server: RedditServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planted: str,
) -> None:
    (tmp_path / "praw.ini").write_text(planted)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("asyncpraw.config.Config.CONFIG", None)
    server.submit("Acme")
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message=".*praw.ini.*")
        client = a_client(server, RedditLogin(client_id="app", client_secret="s3cret-of-the-app"))
        answer = await client.get("r/coffee/new")
    await client.close()
    assert isinstance(answer, dict)
    assert len(answer["data"]["children"]) == 1
    assert [form["grant_type"] for form in server.token_requests] == ["client_credentials"]


async def test_variables_of_the_library_change_nothing(
    server: RedditServer, monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("username", "password", "refresh_token", "client_id", "client_secret", "user_agent", "site"):
        monkeypatch.setenv(f"praw_{name}", "evil")
    client = a_client(server, RedditLogin(client_id="app", client_secret="s3cret-of-the-app"))
    await client.get("r/coffee/new")
    await client.close()
    assert [form["grant_type"] for form in server.token_requests] == ["client_credentials"]


async def test_nobody_asks_for_updates_of_the_library(server: RedditServer) -> None:
    client = a_client(server)
    assert client._reddit.config.check_for_updates is False  # type: ignore[attr-defined]
    await client.close()


def test_the_librarys_timeout_variable_changes_nothing(tmp_path: Path) -> None:
    """The library takes it at import, so another process must look."""
    script = tmp_path / "ask.py"
    script.write_text(
        "import asyncio\n"
        "from helpers.platforms import Fault\n"
        "from helpers.reddit_server import reddit\n"
        "from test_reddit_client import a_client\n"
        "async def main():\n"
        "    async with reddit() as server:\n"
        "        server.fault(Fault.SLOW)\n"
        "        client = a_client(server, patience=20)\n"
        "        print(type(await client.get('r/coffee/new')).__name__)\n"
        "        await client.close()\n"
        "asyncio.run(main())\n")
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests", ROOT / "tests" / "contract")))
    done = subprocess.run([sys.executable, "-W", "ignore", script], capture_output=True, text=True, check=False,
                          env=os.environ | {"PRAWCORE_TIMEOUT": "0.01", "PYTHONPATH": paths})
    assert (done.stdout.strip(), done.stderr) == ("dict", "")


# Answers that the library stumbles over -----------------------------------------------------------------------------

@pytest.mark.parametrize(("wait", "least", "most"), [("7", 7, 7), ("date", 20, 30), ("soon", 600, 600)])
async def test_a_429_tells_how_long_to_wait_in_seconds_or_as_a_date(
    server: RedditServer, wait: str, least: float, most: float,
) -> None:
    server.retry_after = format_datetime(now() + timedelta(seconds=30), usegmt=True) if wait == "date" else wait
    server.answers["/r/coffee/new"] = lambda: web.Response(
        status=429, headers={"Retry-After": server.retry_after, "x-ratelimit-reset": "600"})
    fault = await failing(a_client(server))
    assert (fault.kind, fault.certain) == (Kind.LIMIT, True)
    assert fault.retry_after is not None
    assert least <= fault.retry_after <= most
    assert asked(server, "/r/coffee/new") == 1


@pytest.mark.parametrize(("trouble", "kind"), [
    (Trouble.MALFORMED, Kind.UNREADABLE), (Trouble.HTML, Kind.UNREADABLE), (Trouble.EMPTY, Kind.UNREADABLE),
    (Trouble.ERROR, Kind.STATUS), (Trouble.BAD_GATEWAY, Kind.STATUS), (Trouble.UNAVAILABLE, Kind.STATUS),
    (Trouble.TIMEOUT, Kind.STATUS), (Trouble.UNKNOWN_ERROR, Kind.STATUS), (Trouble.DOWN, Kind.STATUS),
    (Trouble.FORBIDDEN, Kind.STATUS), (Trouble.NOT_FOUND, Kind.STATUS), (Trouble.HANG, Kind.LATE),
    (Trouble.DROP_BEFORE, Kind.BROKEN),
])
@pytest.mark.parametrize("method", ["get", "post"])
async def test_trouble_is_told_once_and_by_its_name(
    server: RedditServer, trouble: Trouble, kind: Kind, method: str,
) -> None:
    side = Side.WRITE if method == "post" else Side.READ
    path = "api/comment" if method == "post" else "r/coffee/new"
    client = a_client(server)
    await client.get("api/v1/me")
    before = len(server.requests)
    data = {"thing_id": server.submit("Acme"), "text": "Sorry."} if method == "post" else {}
    server.fault(trouble, side, times=None)
    fault = await failing(client, method, path, **data)
    assert fault.kind is kind
    # aiohttp asks a GET again where a connection that it kept open turns out to be cut; a POST never.
    assert len(server.requests) - before == (2 if (trouble, method) == (Trouble.DROP_BEFORE, "get") else 1)


@pytest.mark.parametrize("body", [
    '{"n": 1' + "0" * 5000 + ', "ok": true}', '{"n": NaN, "ok": true}', '{"n": "\\ud800", "ok": true}',
])
async def test_one_odd_value_does_not_cost_an_answer(server: RedditServer, body: str) -> None:
    server.answers["/r/coffee/new"] = lambda: web.Response(text=body, content_type="application/json")
    client = a_client(server)
    answer = await client.get("r/coffee/new")
    await client.close()
    assert isinstance(answer, dict)
    assert answer["ok"] is True


@pytest.mark.parametrize("body", [b"[" * 200_000, b"\xff\xfe", b"{]"])
async def test_an_answer_that_nobody_can_read_is_told_as_such(server: RedditServer, body: bytes) -> None:
    server.answers["/r/coffee/new"] = lambda: web.Response(body=body, content_type="application/json")
    assert (await failing(a_client(server))).kind is Kind.UNREADABLE


async def test_an_item_of_a_bad_shape_stays_a_matter_of_that_item(server: RedditServer) -> None:
    """asyncpraw's own objects raise a bare ValueError here, for the whole page."""
    server.submit("Acme")
    server.extra.extend([{"kind": "t3", "data": {"id": None}}, {"kind": "t1", "data": {}}, {"kind": "t3"}, None, 7])
    client = a_client(server)
    answer = await client.get("r/coffee/new")
    await client.close()
    assert isinstance(answer, dict)
    assert len(answer["data"]["children"]) == 6


async def test_an_answer_that_leads_elsewhere_is_not_followed(server: RedditServer) -> None:
    server.answers["/r/coffee/new"] = lambda: web.Response(status=302, headers={"Location": "http://evil.invalid/"})
    fault = await failing(a_client(server))
    assert (fault.kind, fault.status) == (Kind.STATUS, 302)


# Limits -------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("headers", [
    {"x-ratelimit-remaining": "many", "x-ratelimit-used": "x", "x-ratelimit-reset": "?"},
    {"x-ratelimit-remaining": "1.0", "x-ratelimit-used": "999", "x-ratelimit-reset": "599"},
    {"x-ratelimit-remaining": "5"}, {"x-ratelimit-remaining": "nan", "x-ratelimit-used": "1", "x-ratelimit-reset": "9"},
])
async def test_neither_odd_headers_nor_few_calls_left_make_a_call_sleep(
    server: RedditServer, headers: dict[str, str],
) -> None:
    """The library's own limiter would fall over the first, and sleep up to ten seconds for the second."""
    server.limit_headers = lambda: headers
    client = a_client(server)
    async with asyncio.timeout(5):
        for _ in range(3):
            await client.get("r/coffee/new")
    await client.close()


async def test_where_no_call_is_left_nothing_is_sent_and_the_wait_is_told(server: RedditServer) -> None:
    server.limit_headers = lambda: {
        "x-ratelimit-remaining": "0.0", "x-ratelimit-used": "1000", "x-ratelimit-reset": "300"}
    client = a_client(server)
    await client.get("r/coffee/new")
    async with asyncio.timeout(5):
        fault = await failing(client)
    assert (fault.kind, fault.certain) == (Kind.LIMIT, True)
    assert fault.retry_after is not None
    assert 290 < fault.retry_after <= 300
    assert asked(server, "/r/coffee/new") == 1


# Login --------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize(("login", "grant"), [
    (LOGIN, "refresh_token"),
    (RedditLogin(client_id="app", client_secret="s3cret-of-the-app", username="acme_care", password="s3cret-password"),
     "password"),
    (RedditLogin(client_id="app", client_secret="s3cret-of-the-app"), "client_credentials"),
    (RedditLogin(client_id="phone"), "https://oauth.reddit.com/grants/installed_client"),
    (RedditLogin(client_id="phone", refresh_token="s3cret-refresh"), "refresh_token"),
])
async def test_it_logs_in_with_what_it_was_given(server: RedditServer, login: RedditLogin, grant: str) -> None:
    server.apps["phone"] = ""
    client = a_client(server, login)
    await client.get("r/coffee/new")
    assert await client.scopes() == {"*"}
    await client.close()
    assert [form["grant_type"] for form in server.token_requests] == [grant]


@pytest.mark.parametrize("login", [
    RedditLogin(client_id="nobody", client_secret="s3cret-of-the-app"),
    RedditLogin(client_id="app", client_secret="s3cret-but-wrong"),
    RedditLogin(client_id="app", client_secret="s3cret-of-the-app", refresh_token="s3cret-but-revoked"),
    RedditLogin(client_id="app", client_secret="s3cret-of-the-app", username="acme_care", password="s3cret-but-wrong"),
])
async def test_a_bad_login_stops_says_what_to_do_and_shows_no_secret(server: RedditServer, login: RedditLogin) -> None:
    fault = await failing(a_client(server, login))
    error = source_error(fault, "Reddit")
    assert (fault.kind, fault.certain) == (Kind.LOGIN, True)
    assert isinstance(error, SourceStopped)
    assert "warroom login reddit" in error.hint
    assert "s3cret" not in f"{error} {fault} {login!r} {fault.__cause__} {fault.__context__}"


async def test_eight_calls_after_a_lost_token_ask_for_one_new_token(server: RedditServer) -> None:
    client = a_client(server)
    await client.get("r/coffee/new")
    server.expire()
    await asyncio.gather(*(client.get("r/coffee/new") for _ in range(8)))
    await client.close()
    assert len(server.token_requests) == 2


async def test_eight_calls_of_a_new_session_ask_for_one_token(server: RedditServer) -> None:
    client = a_client(server)
    await asyncio.gather(*(client.get("r/coffee/new") for _ in range(8)))
    await client.close()
    assert len(server.token_requests) == 1


async def test_a_token_that_is_refused_at_once_is_a_passing_trouble_and_no_endless_loop(server: RedditServer) -> None:
    server.token_answer = lambda: web.json_response(
        {"access_token": "unknown", "expires_in": 3600, "scope": "*", "token_type": "bearer"})
    fault = await failing(a_client(server))
    assert (fault.kind, fault.status, fault.certain) == (Kind.STATUS, 401, True)
    assert not isinstance(source_error(fault, "Reddit"), SourceStopped)
    assert len(server.token_requests) == 2


@pytest.mark.parametrize(("answer", "kind"), [
    (lambda: web.json_response({}), Kind.UNREADABLE),
    (lambda: web.json_response([]), Kind.UNREADABLE),
    (lambda: web.json_response({"access_token": "x", "expires_in": None, "scope": None}), Kind.UNREADABLE),
    (lambda: web.Response(text="<html>", content_type="text/html"), Kind.UNREADABLE),
    (lambda: web.Response(status=503), Kind.STATUS),
    (lambda: web.Response(status=429, headers={"Retry-After": "9"}), Kind.LIMIT),
    (lambda: web.json_response({"error": "unsupported_grant_type"}), Kind.LOGIN),
])
async def test_whatever_a_login_answers_the_reply_behind_it_was_surely_not_sent(
    server: RedditServer, answer: object, kind: Kind,
) -> None:
    server.token_answer = answer  # type: ignore[assignment]
    fault = await failing(a_client(server), "post", "api/comment")
    assert (fault.kind, fault.certain, server.writes) == (kind, True, 0)


async def test_a_server_that_is_not_there_was_surely_not_asked(server: RedditServer) -> None:
    client = Client(LOGIN, address(server.url), patience=1.0, now=now, fresh=True)
    await client.get("r/coffee/new")
    await server.stop()
    fault = await failing(client, "post", "api/comment")
    assert (fault.kind, fault.certain) == (Kind.UNREACHED, True)


async def test_a_server_without_a_usable_certificate_is_told_as_such(server: RedditServer) -> None:
    client = Client(LOGIN, address(server.url.replace("http://", "https://")), patience=1.0, now=now)
    fault = await failing(client)
    assert (fault.kind, fault.words) == (Kind.UNREACHED, "No secure connection")
    assert isinstance(source_error(fault, "Reddit"), SourceError)


async def test_a_person_lets_us_in_and_the_code_becomes_a_login(server: RedditServer) -> None:
    oauth = RedditOAuth(login=RedditLogin(client_id="app", client_secret="s3cret-of-the-app"), base_url=server.url,
                        redirect="http://localhost:8912")
    page = urlsplit(await oauth.url("xyz"))
    asked_for = parse_qs(page.query)
    assert f"{page.scheme}://{page.netloc}{page.path}" == f"{server.url}/api/v1/authorize"
    assert (asked_for["state"], asked_for["duration"], asked_for["redirect_uri"]) == (
        ["xyz"], ["permanent"], ["http://localhost:8912"])
    assert {"submit", "read", "privatemessages"} <= set(asked_for["scope"][0].split())
    login = await oauth.login("http://localhost:8912/?state=xyz&code=s3cret-code#_")
    assert (login.refresh_token, login.username, login.has_account) == ("s3cret-refresh", "acme_care", True)
    with pytest.raises(SourceStopped) as caught:
        await oauth.login("s3cret-code")
    assert "once" in caught.value.hint
    assert "s3cret" not in f"{caught.value} {login!r}"


@pytest.mark.parametrize("pasted", ["", "no code at all", "http://localhost:8912/?error=access_denied&state=x", "#_"])
async def test_what_is_no_code_is_refused_before_anybody_is_asked(server: RedditServer, pasted: str) -> None:
    oauth = RedditOAuth(login=LOGIN, base_url=server.url, redirect="http://localhost:8912")
    with pytest.raises(SourceStopped):
        await oauth.login(pasted)
    assert not server.token_requests


async def test_a_login_without_an_app_says_what_to_do() -> None:
    with pytest.raises(SourceStopped) as caught:
        Client(RedditLogin(client_id=""), address("https://www.reddit.com"), patience=1, now=now)
    assert "warroom login reddit" in caught.value.hint


@pytest.mark.parametrize(("base", "oauth", "www", "api", "place"), [
    ("https://www.reddit.com", "", "https://www.reddit.com", "https://oauth.reddit.com", "Reddit"),
    ("https://old.reddit.com/", "", "https://old.reddit.com", "https://oauth.reddit.com", "Reddit"),
    ("https://oauth.reddit.com", "", "https://www.reddit.com", "https://oauth.reddit.com", "Reddit"),
    ("http://127.0.0.1:81/x/", "", "http://127.0.0.1:81/x", "http://127.0.0.1:81/x", "127.0.0.1:81"),
    ("http://[::1]:81", "http://[::1]:82/", "http://[::1]:81", "http://[::1]:82", "[::1]:81"),
])
def test_addresses_are_read(base: str, oauth: str, www: str, api: str, place: str) -> None:
    server = address(base, oauth)
    assert (server.www, server.api, server.place) == (www, api, place)


@pytest.mark.parametrize("base", ["", "reddit", "ftp://x", "https://", "http://u:s3cret@x", "http://x:99999"])
def test_what_is_no_address_stops_and_shows_no_password(base: str) -> None:
    with pytest.raises(SourceStopped) as caught:
        address(base)
    assert "s3cret" not in str(caught.value)
    assert caught.value.hint
