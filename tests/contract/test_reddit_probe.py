"""The checks of ``warroom doctor`` on a scripted Reddit: what is wrong is told apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from helpers.reddit_server import RedditServer
from helpers.rig_reddit import LOGIN

from sources.reddit import RedditLogin, RedditProbe
from warroom.domain.health import CheckState


async def checked(
    server: RedditServer, login: RedditLogin = LOGIN, **more: object,
) -> dict[str, tuple[CheckState, str]]:
    probe = RedditProbe(login=login, base_url=server.url, patience=1.0, **more)  # type: ignore[arg-type]
    return {check.name: (check.state, check.words + check.hint) for check in await probe.check()}


async def test_all_is_well(server: RedditServer) -> None:
    found = await checked(server)
    assert {state for state, _ in found.values()} == {CheckState.OK}
    assert [name.partition(" ")[2] for name in found] == ["reachable", "login", "read", "write", "limit", "clock"]
    assert "u/acme_care" in found["reddit login"][1]


async def test_an_app_without_an_account_reads_and_does_not_write(server: RedditServer) -> None:
    found = await checked(server, RedditLogin(client_id="app", client_secret="s3cret-of-the-app"))
    assert found["reddit read"][0] is CheckState.OK
    assert found["reddit write"][0] is CheckState.SKIP


@pytest.mark.parametrize(("scopes", "name", "state", "word"), [
    ("identity read privatemessages", "reddit write", CheckState.FAIL, "submit"),
    ("identity submit edit history", "reddit read", CheckState.FAIL, "read"),
    ("identity read submit edit history", "reddit read", CheckState.WARN, "inbox"),
])
async def test_a_missing_permission_is_named(
    server: RedditServer, scopes: str, name: str, state: CheckState, word: str,
) -> None:
    server.scopes = scopes
    found = await checked(server)
    assert found[name][0] is state
    assert word in found[name][1]


async def test_a_bad_login_a_dead_server_and_a_wrong_clock_are_told_apart(server: RedditServer) -> None:
    bad = await checked(server, RedditLogin(client_id="app", client_secret="s3cret-but-wrong"))
    assert (bad["reddit reachable"][0], bad["reddit login"][0]) == (CheckState.OK, CheckState.FAIL)
    assert "s3cret" not in str(bad)
    late = await checked(server, now=lambda: datetime.now(UTC) - timedelta(minutes=10))
    assert late["reddit clock"][0] is CheckState.WARN
    assert "behind" in late["reddit clock"][1]
    server.used = server.most - 5
    assert (await checked(server))["reddit limit"][0] is CheckState.WARN
    await server.stop()
    dead = await checked(server)
    assert (dead["reddit reachable"][0], dead["reddit login"][0]) == (CheckState.FAIL, CheckState.SKIP)
    none = await checked(server, RedditLogin(client_id=""))
    assert none["reddit login"][0] is CheckState.FAIL
