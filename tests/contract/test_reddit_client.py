"""The traps of asyncpraw and its core, each with a server that springs it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import warnings
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web
from helpers.platforms import Fault as Trouble
from helpers.platforms import Side
from helpers.reddit_calls import a_client, asked, failing, now
from helpers.reddit_server import RedditServer

from sources._reddit_faults import Kind
from sources._reddit_login import RedditLogin

ROOT = Path(__file__).parents[2]


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
    async with asyncio.timeout(9):
        for _ in range(3):
            await client.get("r/coffee/new")
    await client.close()


async def test_where_no_call_is_left_nothing_is_sent_and_the_wait_is_told(server: RedditServer) -> None:
    server.limit_headers = lambda: {
        "x-ratelimit-remaining": "0.0", "x-ratelimit-used": "1000", "x-ratelimit-reset": "300"}
    client = a_client(server)
    await client.get("r/coffee/new")
    async with asyncio.timeout(60):
        fault = await failing(client)
    assert (fault.kind, fault.certain) == (Kind.LIMIT, True)
    assert fault.retry_after is not None
    assert 290 < fault.retry_after <= 300
    assert asked(server, "/r/coffee/new") == 1
