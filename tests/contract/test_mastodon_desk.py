"""Threads, scheduled posts, checks and logging in on Mastodon."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from helpers.mastodon_data import DOMAIN, TOKEN
from helpers.mastodon_server import MastodonServer, serve
from helpers.platforms import Fault

from sources._mastodon_post import read_note
from sources.mastodon import MastodonLogin, MastodonOAuth, MastodonProbe, MastodonScheduler, MastodonThreads
from warroom.domain.errors import NotFound, SourceError, SourceStopped, UsageError
from warroom.domain.health import CheckState
from warroom.domain.model import Gone, Post

LOGIN = MastodonLogin(TOKEN)


def of(server: MastodonServer, native_id: str) -> Post:
    return read_note(server.entity(server.statuses[native_id]), home=DOMAIN, now=datetime.now(UTC)).post


async def a_thread(server: MastodonServer, below: int) -> list[str]:
    ids = [await server.post("Acme is down")]
    for number in range(below):
        ids.append(await server.post(f"answer {number}", reply_to=ids[-1]))
    return ids


# Threads -----------------------------------------------------------------------------------------------------------


async def test_a_thread_is_fetched_from_its_middle_with_root_and_parents() -> None:
    async with serve() as server:
        ids = await a_thread(server, 4)
        batch = await MastodonThreads(base_url=server.url, login=LOGIN).thread(of(server, ids[2]))
    posts = [post for post in batch.posts if isinstance(post, Post)]
    assert [post.native_id for post in posts] == ids
    assert [post.root_id for post in posts] == ["", *[ids[0]] * 4]
    assert [post.parent_id for post in posts] == ["", *ids[:4]]
    assert batch.budget is not None


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
async def test_a_long_thread_is_bounded_and_keeps_the_post_itself(limit: int) -> None:
    async with serve() as server:
        ids = await a_thread(server, 40)
        batch = await MastodonThreads(base_url=server.url, login=LOGIN).thread(of(server, ids[20]), limit=limit)
    keys = [post.native_id for post in batch.posts]
    assert len(keys) <= limit
    assert ids[20] in keys
    assert limit < 2 or ids[0] in keys


async def test_a_post_of_another_server_keeps_its_name_in_its_thread() -> None:
    async with serve() as server:
        ids = await a_thread(server, 1)
        here = of(server, ids[0])
        theirs = Post(platform=here.platform, native_id="9", author=here.author, text=here.text,
                      created_at=here.created_at, url=here.url)
        batch = await MastodonThreads(base_url=server.url, login=LOGIN).thread(theirs)
    assert [(post.native_id, post.parent_id, post.root_id) for post in batch.posts if isinstance(post, Post)] == [
        ("9", "", ""), (ids[1], "9", "9")]


async def test_a_thread_is_read_without_a_login_where_the_server_shows_it() -> None:
    async with serve() as server:
        ids = await a_thread(server, 1)
        batch = await MastodonThreads(base_url=server.url).thread(of(server, ids[1]))
    assert len(batch.posts) == 2


@pytest.mark.parametrize("login", [LOGIN, MastodonLogin()])
async def test_a_post_that_is_gone_comes_as_deleted_when_its_thread_is_opened(login: MastodonLogin) -> None:
    async with serve() as server:
        post = of(server, (await a_thread(server, 0))[0])
        await server.delete(post.native_id)
        batch = await MastodonThreads(base_url=server.url, login=login).thread(post)
    assert [(type(entry), entry.native_id) for entry in batch.posts] == [(Gone, post.native_id)]


async def test_a_404_that_is_not_the_servers_own_deletes_nothing() -> None:
    """A proxy before the server answers so while it is restarted."""
    async with serve() as server:
        post = of(server, (await a_thread(server, 0))[0])
        server.faults.words[404] = ""
        server.faults.add(Fault.NOT_FOUND, times=None, path="/api/v1/statuses")
        with pytest.raises(SourceError):
            await MastodonThreads(base_url=server.url, login=LOGIN).thread(post)


async def test_one_bad_post_does_not_cost_the_thread() -> None:
    async with serve() as server:
        ids = await a_thread(server, 2)
        server.statuses[ids[1]].extra["account"] = None
        batch = await MastodonThreads(base_url=server.url, login=LOGIN).thread(of(server, ids[0]))
    assert [post.native_id for post in batch.posts] == [ids[0], ids[2]]
    assert batch.skipped == {"a post without an author": 1}


# Scheduled posts ---------------------------------------------------------------------------------------------------


def schedule(server: MastodonServer, text: str, at: datetime) -> str:
    native_id = server.new_id()
    server.scheduled[native_id] = {"id": native_id, "scheduled_at": at.isoformat(), "params": {"text": text},
                                   "media_attachments": []}
    return native_id


async def test_all_scheduled_posts_are_listed_the_next_first() -> None:
    now = datetime.now(UTC)
    async with serve() as server:
        for number in range(90):
            schedule(server, f"offer {number}", now + timedelta(hours=100 - number))
        server.scheduled["bad"] = {"id": "bad", "scheduled_at": None, "params": None}
        found = await MastodonScheduler(base_url=server.url, login=LOGIN).scheduled()
    assert [one.text for one in found] == [f"offer {number}" for number in range(89, -1, -1)]


async def test_a_scheduled_post_is_moved_out_and_back() -> None:
    at = (datetime.now(UTC) + timedelta(hours=1)).replace(microsecond=0)
    async with serve() as server:
        desk, native_id = MastodonScheduler(base_url=server.url, login=LOGIN), schedule(server, "an offer", at)
        held = await desk.postpone(native_id, at + timedelta(days=30))
        assert (held.id, held.text, held.at) == (native_id, "an offer", at + timedelta(days=30))
        assert (await desk.postpone(native_id, at)).at == at
        assert [one.at for one in await desk.scheduled()] == [at]


async def test_a_time_in_the_next_five_minutes_is_refused_before_the_server_is_asked() -> None:
    async with serve() as server:
        native_id = schedule(server, "an offer", datetime.now(UTC) + timedelta(hours=1))
        with pytest.raises(UsageError, match="five minutes"):
            await MastodonScheduler(base_url=server.url, login=LOGIN).postpone(
                native_id, datetime.now(UTC) + timedelta(minutes=4))
        assert not [call for call in server.calls if call.startswith("PUT")]


async def test_a_post_that_was_published_meanwhile_does_not_wait_any_more() -> None:
    async with serve() as server:
        desk = MastodonScheduler(base_url=server.url, login=LOGIN)
        for native_id in ("112", "../x"):
            with pytest.raises(NotFound):
                await desk.postpone(native_id, datetime.now(UTC) + timedelta(hours=1))


# Checks ------------------------------------------------------------------------------------------------------------


async def checks(server: MastodonServer, login: MastodonLogin = LOGIN) -> dict[str, CheckState]:
    probe = MastodonProbe(base_url=server.url, login=login, open_timeout=1.5, patience=1.5)
    return {check.name.removeprefix("mastodon "): check.state for check in await probe.check()}


async def test_all_is_well_on_a_server_that_is_well() -> None:
    async with serve() as server:
        assert await checks(server) == dict.fromkeys(
            ("reachable", "login", "reading", "writing", "limits", "clock"), CheckState.OK)


@pytest.mark.parametrize(("scopes", "name"), [(["read"], "writing"), (["write"], "login")])
async def test_a_login_that_may_not_do_something_is_told(scopes: list[str], name: str) -> None:
    async with serve() as server:
        server.scopes = scopes
        assert (await checks(server))[name] is CheckState.FAIL


async def test_what_is_nearly_used_up_and_a_wrong_clock_are_warned_of() -> None:
    async with serve() as server:
        server.limit, server.left, server.skew = 300, 20, timedelta(minutes=3)
        found = await checks(server)
    assert (found["limits"], found["clock"]) == (CheckState.WARN, CheckState.WARN)


async def test_nobody_logged_in_is_a_warning_and_a_bad_login_a_failure() -> None:
    async with serve() as server:
        assert (await checks(server, MastodonLogin()))["login"] is CheckState.WARN
        assert (await checks(server, MastodonLogin("of-nobody")))["login"] is CheckState.FAIL


@pytest.mark.parametrize("fault", [Fault.HTML, Fault.UNAVAILABLE, Fault.HANG, Fault.DROP_BEFORE], ids=str)
async def test_a_server_that_does_not_answer_well_is_not_reachable(fault: Fault) -> None:
    async with serve() as server:
        server.faults.add(fault, times=None)
        assert await checks(server) == {"reachable": CheckState.FAIL}


async def test_an_address_that_is_none_is_told() -> None:
    found = await MastodonProbe(base_url="mastodon.social").check()
    assert [check.state for check in found] == [CheckState.FAIL]
    assert found[0].hint


# Logging in --------------------------------------------------------------------------------------------------------


async def test_a_code_becomes_a_token() -> None:
    import httpx

    async with serve() as server:
        oauth = MastodonOAuth(server.url)
        app = await oauth.register("http://127.0.0.1:9/callback")
        url = await oauth.url(app, "the-state")
        async with httpx.AsyncClient(trust_env=False) as browser:
            back = (await browser.get(url)).headers["Location"]
        assert back == "http://127.0.0.1:9/callback?code=the-code&state=the-state"
        login = await oauth.login(app, "the-code")
    assert login == LOGIN
    assert "app-secret" not in repr(app)


async def test_a_wrong_code_stops_with_a_hint() -> None:
    async with serve() as server:
        oauth = MastodonOAuth(server.url)
        with pytest.raises(SourceStopped) as caught:
            await oauth.login(await oauth.register(), "another-code")
    assert caught.value.hint


async def test_a_server_that_registers_nobody_is_an_error() -> None:
    async with serve() as server:
        server.raw["/api/v1/apps"] = b"[]"
        with pytest.raises(SourceError, match="does not register"):
            await MastodonOAuth(server.url).register()
