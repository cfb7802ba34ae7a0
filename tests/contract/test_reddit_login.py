"""Logins of Reddit on a scripted server: what it is asked for, once, and what a refusal says."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web
from helpers.reddit_calls import a_client, failing, now
from helpers.reddit_server import RedditServer
from helpers.rig_reddit import LOGIN

from sources._reddit_client import Client
from sources._reddit_faults import Kind, source_error
from sources._reddit_login import RedditLogin, address
from sources.reddit import RedditOAuth
from warroom.domain.errors import SourceError, SourceStopped

ROOT = Path(__file__).parents[2]


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
