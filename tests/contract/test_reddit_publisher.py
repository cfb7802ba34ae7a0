"""Replies, threads and checks on a scripted Reddit: sent once, found again, and never in doubt without need."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from helpers.platforms import Fault, Side
from helpers.reddit_server import STATUSES, RedditServer, reddit
from helpers.rig_reddit import LOGIN

from sources.reddit import RedditLogin, RedditProbe, RedditPublisher, RedditThreads
from warroom.domain.errors import SendRefused, SendUnknown, SourceError, SourceStopped
from warroom.domain.health import CheckState
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.reply import Sent

KEY = "3n2relheyns22"
WORDS = "We are *truly* sorry.\nMore at https://acme.example/status_page, u/ana."


@pytest.fixture
async def server() -> AsyncIterator[RedditServer]:
    async with reddit() as running:
        yield running


@pytest.fixture
async def publisher(server: RedditServer) -> AsyncIterator[RedditPublisher]:
    made = RedditPublisher(login=LOGIN, base_url=server.url, patience=1.0)
    yield made
    await made.close()


def post(name: str, root: str = "") -> Post:
    return Post(platform=Platform.REDDIT, native_id=name, author="ana", text="Acme is down",
                created_at=datetime.now(UTC), root_id=root, parent_id=root)


def just_now() -> datetime:
    return datetime.now(UTC)


# Replies --------------------------------------------------------------------------------------------------------------

async def test_a_reply_is_plain_text_with_its_links_and_mentions(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    root = server.submit("Acme is down")
    sent = await publisher.reply(post(root), WORDS, key=KEY)
    assert server.below(root, "acme_care") == [
        "We are \\*truly\\* sorry.  \nMore at https://acme.example/status_page, u/ana."]
    assert sent.url == f"{server.url}/r/coffee/comments/{root[3:]}/_/{sent.native_id[3:]}/"


@pytest.mark.parametrize("status", [fault for fault in STATUSES if STATUSES[fault] >= 500], ids=str)
async def test_a_server_that_takes_a_reply_and_answers_with_trouble_sees_it_once(
    server: RedditServer, publisher: RedditPublisher, status: Fault,
) -> None:
    """asyncprawcore sends it again on 500, 502, 503, 504 and 520, up to three times."""
    root = server.submit("Acme is down")
    server.fault(status, Side.WRITE, times=None)
    with pytest.raises(SendUnknown):
        await publisher.reply(post(root), WORDS, key=KEY)
    assert server.writes == 1
    server.mend()
    found = await publisher.find(post(root), WORDS, key=KEY, since=just_now())
    assert (found is not None) is bool(server.below(root, "acme_care"))


async def test_a_limit_in_the_answer_is_no_reason_to_send_it_again(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    """asyncpraw sleeps and sends it again where the wait is short."""
    root = server.submit("Acme is down")
    server.refusal = ["RATELIMIT", "Looks like you've been doing that a lot. Take a break for 2 seconds.", "ratelimit"]
    with pytest.raises(SendRefused) as caught:
        await publisher.reply(post(root), WORDS, key=KEY)
    assert (server.writes, caught.value.retry_after) == (1, 2.0)


@pytest.mark.parametrize(("words", "field", "seconds"), [
    ("Take a break for 4 minutes before trying again.", None, 240.0),
    ("try again in 500 milliseconds.", None, 0.5), ("try again in 9 hours.", None, 3600.0),
    ("you are doing that too much.", None, 60.0), ("you are doing that too much.", 12.5, 12.5),
])
async def test_it_says_how_long_reddit_wants_it_to_wait(
    server: RedditServer, publisher: RedditPublisher, words: str, field: float | None, seconds: float,
) -> None:
    server.refusal, server.ratelimit = ["RATELIMIT", words, "ratelimit"], field
    with pytest.raises(SendRefused) as caught:
        await publisher.reply(post(server.submit("Acme is down")), WORDS, key=KEY)
    assert caught.value.retry_after == seconds


@pytest.mark.parametrize(("refusal", "title"), [
    (["THREAD_LOCKED", "Comments are locked.", "parent"], "The thread is locked."),
    (["TOO_OLD", "that's a piece of history now", "parent"], "The thread is archived."),
    (["DELETED_COMMENT", "that comment has been deleted", "parent"], "The comment was deleted."),
    (["TOO_LONG", "this is too long (max: 500)", "text"], "The reply is too long for this subreddit."),
    (["SOME_NEW_RULE", "not on Mondays", None], "Reddit refuses the reply."),
    (["", None, None], "Reddit refuses the reply."), ([], "Reddit refuses the reply."),
])
async def test_a_refusal_is_told_in_words(
    server: RedditServer, publisher: RedditPublisher, refusal: list[object], title: str,
) -> None:
    server.refusal = refusal
    if refusal == []:
        title = "It is not known whether Reddit took the reply."
    with pytest.raises((SendRefused, SendUnknown)) as caught:
        await publisher.reply(post(server.submit("Acme is down")), WORDS, key=KEY)
    assert caught.value.title == title
    assert isinstance(caught.value, SendUnknown if refusal == [] else SendRefused)
    assert server.writes == 1


async def test_trouble_of_reddits_own_proves_nothing(server: RedditServer, publisher: RedditPublisher) -> None:
    server.refusal = ["SOMETHING_IS_BROKEN", "Something is broken, please try again later.", ""]
    with pytest.raises(SendUnknown):
        await publisher.reply(post(server.submit("Acme is down")), WORDS, key=KEY)


async def test_a_locked_thread_and_a_deleted_post_are_certain_refusals(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    locked, deleted = server.submit("Acme is down"), server.submit("Acme is up")
    server.locked.add(locked)
    server.delete(deleted)
    for name, reason in ((locked, "THREAD_LOCKED: Comments are locked."),
                         (deleted, "DELETED_LINK: that has been deleted.")):
        with pytest.raises(SendRefused) as caught:
            await publisher.reply(post(name), WORDS, key=KEY)
        assert caught.value.reason == reason


@pytest.mark.parametrize("text", ["x" * 10_001, "*" * 5_001, "", " \n "])
async def test_what_cannot_be_a_reply_is_not_even_sent(
    server: RedditServer, publisher: RedditPublisher, text: str,
) -> None:
    with pytest.raises(SendRefused):
        await publisher.reply(post(server.submit("Acme is down")), text, key=KEY)
    assert server.writes == 0


async def test_a_token_that_ran_out_is_renewed_and_the_reply_goes_out_once(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    root = server.submit("Acme is down")
    await publisher.account()
    server.expire()
    await publisher.reply(post(root), WORDS, key=KEY)
    assert len(server.below(root, "acme_care")) == 1


async def test_an_app_without_an_account_cannot_reply_and_says_what_to_do(server: RedditServer) -> None:
    publisher = RedditPublisher(login=RedditLogin(client_id="app", client_secret="s3cret-of-the-app"),
                                base_url=server.url)
    with pytest.raises(SourceStopped):
        await publisher.account()
    with pytest.raises(SendRefused) as caught:
        await publisher.reply(post(server.submit("Acme is down")), WORDS, key=KEY)
    assert "warroom login reddit" in caught.value.hint
    await publisher.close()
    assert server.writes == 0


async def test_a_suspended_account_is_told_as_such(server: RedditServer, publisher: RedditPublisher) -> None:
    from aiohttp import web

    server.answers["/api/v1/me"] = lambda: web.json_response({"name": "acme_care", "is_suspended": True})
    with pytest.raises(SourceStopped) as caught:
        await publisher.account()
    assert "suspended" in caught.value.reason


# Looking for it -------------------------------------------------------------------------------------------------------

async def test_a_reply_is_found_whatever_reddit_made_of_its_markdown(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    root = server.submit("Acme is down")
    sent = await publisher.reply(post(root), WORDS, key=KEY)
    body = server.things[sent.native_id]["body"]
    server.things[sent.native_id]["body"] = body.replace("  \n", "\n") + "\n"
    found = await publisher.find(post(root), WORDS, key=KEY, since=just_now())
    assert found is not None
    assert found.native_id == sent.native_id
    assert await publisher.find(post(root), WORDS + " Really.", key=KEY, since=just_now()) is None


async def test_the_same_words_of_long_ago_or_of_somebody_else_are_not_this_reply(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    root = server.submit("Acme is down")
    server.comment(root, "We are sorry.", author="acme_care", created_utc=(just_now() - timedelta(hours=2)).timestamp())
    server.comment(root, "We are sorry.", author="acme_fan")
    assert await publisher.find(post(root), "We are sorry.", key=KEY, since=just_now()) is None


async def test_a_reply_that_our_own_list_does_not_show_yet_is_found_in_the_thread(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    from aiohttp import web

    root = server.submit("Acme is down")
    comment = server.comment(root, "Same here")
    server.answers["/user/acme_care/comments"] = lambda: web.json_response(
        {"kind": "Listing", "data": {"children": [], "after": None}})
    sent = await publisher.reply(post(comment, root), WORDS, key=KEY)
    found = await publisher.find(post(comment, root), WORDS, key=KEY, since=just_now())
    assert found is not None
    assert found.native_id == sent.native_id


async def test_an_old_reply_is_found_behind_many_newer_ones(server: RedditServer, publisher: RedditPublisher) -> None:
    root, other = server.submit("Acme is down"), server.submit("Acme is up")
    sent = await publisher.reply(post(root), WORDS, key=KEY)
    for number in range(230):
        server.comment(other, f"answer {number}", author="acme_care")
    found = await publisher.find(post(root), WORDS, key=KEY, since=just_now())
    assert found is not None
    assert found.native_id == sent.native_id


@pytest.mark.parametrize("fault", [Fault.UNAVAILABLE, Fault.MALFORMED, Fault.EMPTY, Fault.HANG, Fault.LIMITED], ids=str)
async def test_where_reddit_cannot_be_asked_a_reply_is_never_said_to_be_missing(
    server: RedditServer, publisher: RedditPublisher, fault: Fault,
) -> None:
    root = server.submit("Acme is down")
    await publisher.account()
    server.fault(fault, times=None)
    with pytest.raises(SourceError):
        await publisher.find(post(root), WORDS, key=KEY, since=just_now())


async def test_a_reply_to_a_comment_without_a_known_root_finds_its_thread(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    comment = server.comment(server.submit("Acme is down"), "Same here")
    assert await publisher.find(post(comment), WORDS, key=KEY, since=just_now()) is None


async def test_taking_back_what_may_still_stand_is_told(server: RedditServer, publisher: RedditPublisher) -> None:
    root = server.submit("Acme is down")
    sent = await publisher.reply(post(root), WORDS, key=KEY)
    server.fault(Fault.UNAVAILABLE, times=None)
    with pytest.raises(SourceError):
        await publisher.delete(sent)
    server.mend()
    await publisher.delete(sent)
    assert not server.below(root, "acme_care")
    with pytest.raises(SourceStopped):
        await publisher.delete(Sent(Platform.REDDIT, "../../api", "", just_now()))


# Threads --------------------------------------------------------------------------------------------------------------

@pytest.fixture
async def threads(server: RedditServer) -> AsyncIterator[RedditThreads]:
    made = RedditThreads(login=RedditLogin(client_id="app", client_secret="s3cret-of-the-app"), base_url=server.url)
    yield made
    await made.close()


def texts(entries: object) -> list[str]:
    return [entry.text for entry in entries if isinstance(entry, Post)]  # type: ignore[attr-defined]


async def test_a_thread_is_the_whole_conversation(server: RedditServer, threads: RedditThreads) -> None:
    root = server.submit("Acme is down")
    first = server.comment(root, "Since when?")
    server.comment(first, "Since noon.")
    gone = server.comment(root, "something rude")
    server.comment(gone, "No need for that.")
    server.delete(gone)
    batch = await threads.thread(post(first, root))
    assert texts(batch.posts) == ["Acme is down", "Since when?", "Since noon.", "No need for that."]
    assert [entry.native_id for entry in batch.posts if isinstance(entry, Gone)] == [gone]


async def test_folded_comments_are_unfolded(server: RedditServer, threads: RedditThreads) -> None:
    root = server.submit("Acme is down")
    for number in range(120):
        server.comment(root, f"comment {number}")
    batch = await threads.thread(post(root), limit=300)
    assert len(texts(batch.posts)) == 121
    batch = await threads.thread(post(root), limit=60)
    assert len(batch.posts) == 60


async def test_a_huge_thread_costs_few_calls_and_keeps_what_is_near(
    server: RedditServer, threads: RedditThreads,
) -> None:
    root = server.submit("Acme is down")
    for number in range(900):
        server.comment(root, f"noise {number}")
    above = server.comment(root, "Since when?")
    focus = server.comment(above, "Since noon.")
    server.comment(focus, "Thank you.")
    batch = await threads.thread(post(focus, root), limit=50)
    assert {"Acme is down", "Since when?", "Since noon.", "Thank you."} <= set(texts(batch.posts))
    assert len(batch.posts) <= 50
    assert len(server.requests) <= 6


async def test_a_thread_with_odd_items_shows_the_others(server: RedditServer, threads: RedditThreads) -> None:
    from aiohttp import web

    root = server.submit("Acme is down")
    good = {"kind": "t1", "data": {"name": "t1_a", "body": "fine", "link_id": root, "parent_id": root}}
    odd = [None, 5, {"kind": "t1", "data": {"body": 3, "name": "t1_b"}}, {"kind": "more", "data": {"children": None}},
           {"kind": "more", "data": {"children": [7, "../x"]}}, good,
           {"kind": "t1", "data": {"replies": [1], "id": "c"}}]
    server.answers[f"/comments/{root[3:]}"] = lambda: web.json_response(
        [{"kind": "Listing", "data": {"children": odd}}, 7])
    batch = await threads.thread(post(root))
    assert texts(batch.posts) == ["fine"]
    assert sum(batch.skipped.values()) == 5


async def test_a_thread_that_cannot_be_had_says_why(server: RedditServer, threads: RedditThreads) -> None:
    root = server.submit("Acme is down")
    server.fault(Fault.UNAVAILABLE, times=None)
    with pytest.raises(SourceError) as caught:
        await threads.thread(post(root))
    assert caught.value.hint
    with pytest.raises(SourceStopped):
        await threads.thread(post("42"))


# Doctor -------------------------------------------------------------------------------------------------------------

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
