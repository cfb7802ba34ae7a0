"""What the doctor is told of Bluesky, well and ill."""

from __future__ import annotations

import pytest
from helpers import xrpc
from helpers.jetstream import NEW, Stream, tell
from helpers.xrpc import NOON, OUR_DID, Xrpc, serving, status

from sources.bluesky import BlueskyProbe
from warroom.domain.health import Check, CheckState


async def checks(server: Xrpc, **more: object) -> dict[str, Check]:
    fields: dict[str, object] = {"base_url": "", "jetstream": server.url, "service": server.url,
                                 "login": server.login(), "timeout": 1.0, "now": lambda: NOON}
    found = await BlueskyProbe(**(fields | more)).check()  # type: ignore[arg-type]
    return {check.name.removeprefix("bluesky "): check for check in found}


async def test_a_healthy_platform_is_green_with_its_account_and_its_limits() -> None:
    async with serving((NEW, Stream(tell()).serve)) as server:
        server.headers = {"ratelimit-limit": "3000", "ratelimit-remaining": "2999",
                          "Date": "Fri, 06 Mar 2026 12:00:01 GMT"}
        server.on("app.bsky.notification.listNotifications", {"notifications": []})
        found = await checks(server)
    assert {name: check.state for name, check in found.items()} == dict.fromkeys(
        ("server", "stream", "login", "reading", "writing", "limits", "clock"), CheckState.OK)
    assert "@acme.example.com" in found["login"].words
    assert "2,999 of 3,000" in found["limits"].words


async def test_without_a_login_only_what_needs_one_is_left_out() -> None:
    async with serving((NEW, Stream(tell()).serve)) as server:
        found = await checks(server, login=None)
    assert (found["server"].state, found["stream"].state, found["login"].state) == (
        CheckState.OK, CheckState.OK, CheckState.SKIP)
    assert "warroom login bluesky" in found["login"].hint


async def test_a_bad_login_fails_with_a_hint_and_the_stream_is_still_looked_at() -> None:
    async with serving((NEW, Stream(tell()).serve)) as server:
        found = await checks(server, login=server.login(password="wrong"))
    assert (found["stream"].state, found["login"].state) == (CheckState.OK, CheckState.FAIL)
    assert "app password" in found["login"].hint
    assert found["writing"].state is CheckState.SKIP
    assert "wrong" not in " ".join(f"{check.words} {check.hint}" for check in found.values())


async def test_a_server_without_an_app_view_is_a_warning() -> None:
    async with serving((NEW, Stream(tell()).serve)) as server:
        found = await checks(server)
    assert (found["reading"].state, found["writing"].state) == (CheckState.WARN, CheckState.OK)
    assert "search and notifications are off" in found["reading"].words


@pytest.mark.parametrize(("said", "state", "words"), [
    ({"handle": "a.b", "did": OUR_DID, "active": False, "status": "suspended"}, CheckState.FAIL, "suspended"),
    ({"handle": "a.b", "did": OUR_DID}, CheckState.OK, "may post"),
])
async def test_an_account_that_may_not_write_is_told(said: dict[str, object], state: CheckState, words: str) -> None:
    async with serving((NEW, Stream(tell()).serve)) as server:
        server.on("com.atproto.server.getSession", said)
        found = await checks(server)
    assert found["writing"].state is state
    assert words in found["writing"].words


async def test_a_server_that_is_away_says_so_in_every_line_and_asks_nobody_to_log_in() -> None:
    async with serving() as server:
        server.on("com.atproto.server.describeServer", xrpc.hang)
        found = await checks(server, base_url="http://127.0.0.1:1", jetstream="")
    assert (found["server"].state, found["stream"].state) == (CheckState.FAIL, CheckState.FAIL)
    assert server.count("createSession") == 0
    assert found["login"].state is CheckState.SKIP


async def test_a_clock_that_is_off_and_a_budget_that_runs_out_are_warnings() -> None:
    async with serving((NEW, Stream(tell()).serve)) as server:
        server.headers = {"ratelimit-limit": "3000", "ratelimit-remaining": "7",
                          "Date": "Fri, 06 Mar 2026 11:50:00 GMT"}
        found = await checks(server)
    assert (found["limits"].state, found["clock"].state) == (CheckState.WARN, CheckState.WARN)
    assert "600 s ahead" in found["clock"].words


async def test_a_stream_that_is_refused_fails_with_its_setting() -> None:
    async with serving((NEW, status(404))) as server:
        found = await checks(server)
    assert found["stream"].state is CheckState.FAIL
    assert "sources.bluesky.jetstream" in found["stream"].hint
