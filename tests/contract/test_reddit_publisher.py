"""Replies on a scripted Reddit: sent once, found again, and never in doubt without need."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from helpers.platforms import Fault, Side
from helpers.reddit_data import a_post
from helpers.reddit_faults import STATUSES
from helpers.reddit_server import RedditServer
from helpers.rig_reddit import LOGIN

from sources.reddit import RedditLogin, RedditPublisher
from warroom.domain.errors import SendRefused, SendUnknown, SourceError, SourceStopped
from warroom.domain.model import Platform
from warroom.domain.reply import Sent

KEY = "3n2relheyns22"
WORDS = "We are *truly* sorry.\nMore at https://acme.example/status_page, u/ana."


@pytest.fixture
async def publisher(server: RedditServer) -> AsyncIterator[RedditPublisher]:
    made = RedditPublisher(login=LOGIN, base_url=server.url, patience=1.0)
    yield made
    await made.close()


def just_now() -> datetime:
    return datetime.now(UTC)


# Replies --------------------------------------------------------------------------------------------------------------

async def test_a_reply_is_plain_text_with_its_links_and_mentions(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    root = server.submit("Acme is down")
    sent = await publisher.reply(a_post(root), WORDS, key=KEY)
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
        await publisher.reply(a_post(root), WORDS, key=KEY)
    assert server.writes == 1
    server.mend()
    found = await publisher.find(a_post(root), WORDS, key=KEY, since=just_now())
    assert (found is not None) is bool(server.below(root, "acme_care"))


async def test_a_limit_in_the_answer_is_no_reason_to_send_it_again(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    """asyncpraw sleeps and sends it again where the wait is short."""
    root = server.submit("Acme is down")
    server.refusal = ["RATELIMIT", "Looks like you've been doing that a lot. Take a break for 2 seconds.", "ratelimit"]
    with pytest.raises(SendRefused) as caught:
        await publisher.reply(a_post(root), WORDS, key=KEY)
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
        await publisher.reply(a_post(server.submit("Acme is down")), WORDS, key=KEY)
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
        await publisher.reply(a_post(server.submit("Acme is down")), WORDS, key=KEY)
    assert caught.value.title == title
    assert isinstance(caught.value, SendUnknown if refusal == [] else SendRefused)
    assert server.writes == 1


async def test_trouble_of_reddits_own_proves_nothing(server: RedditServer, publisher: RedditPublisher) -> None:
    server.refusal = ["SOMETHING_IS_BROKEN", "Something is broken, please try again later.", ""]
    with pytest.raises(SendUnknown):
        await publisher.reply(a_post(server.submit("Acme is down")), WORDS, key=KEY)


async def test_a_locked_thread_and_a_deleted_post_are_certain_refusals(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    locked, deleted = server.submit("Acme is down"), server.submit("Acme is up")
    server.locked.add(locked)
    server.delete(deleted)
    for name, reason in ((locked, "THREAD_LOCKED: Comments are locked."),
                         (deleted, "DELETED_LINK: that has been deleted.")):
        with pytest.raises(SendRefused) as caught:
            await publisher.reply(a_post(name), WORDS, key=KEY)
        assert caught.value.reason == reason


@pytest.mark.parametrize("text", ["x" * 10_001, "*" * 5_001, "", " \n "])
async def test_what_cannot_be_a_reply_is_not_even_sent(
    server: RedditServer, publisher: RedditPublisher, text: str,
) -> None:
    with pytest.raises(SendRefused):
        await publisher.reply(a_post(server.submit("Acme is down")), text, key=KEY)
    assert server.writes == 0


async def test_a_token_that_ran_out_is_renewed_and_the_reply_goes_out_once(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    root = server.submit("Acme is down")
    await publisher.account()
    server.expire()
    await publisher.reply(a_post(root), WORDS, key=KEY)
    assert len(server.below(root, "acme_care")) == 1


async def test_an_app_without_an_account_cannot_reply_and_says_what_to_do(server: RedditServer) -> None:
    publisher = RedditPublisher(login=RedditLogin(client_id="app", client_secret="s3cret-of-the-app"),
                                base_url=server.url)
    with pytest.raises(SourceStopped):
        await publisher.account()
    with pytest.raises(SendRefused) as caught:
        await publisher.reply(a_post(server.submit("Acme is down")), WORDS, key=KEY)
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
    sent = await publisher.reply(a_post(root), WORDS, key=KEY)
    body = server.things[sent.native_id]["body"]
    server.things[sent.native_id]["body"] = body.replace("  \n", "\n") + "\n"
    found = await publisher.find(a_post(root), WORDS, key=KEY, since=just_now())
    assert found is not None
    assert found.native_id == sent.native_id
    assert await publisher.find(a_post(root), WORDS + " Really.", key=KEY, since=just_now()) is None


async def test_the_same_words_of_long_ago_or_of_somebody_else_are_not_this_reply(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    root = server.submit("Acme is down")
    server.comment(root, "We are sorry.", author="acme_care", created_utc=(just_now() - timedelta(hours=2)).timestamp())
    server.comment(root, "We are sorry.", author="acme_fan")
    assert await publisher.find(a_post(root), "We are sorry.", key=KEY, since=just_now()) is None


async def test_a_reply_that_our_own_list_does_not_show_yet_is_found_in_the_thread(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    from aiohttp import web

    root = server.submit("Acme is down")
    comment = server.comment(root, "Same here")
    server.answers["/user/acme_care/comments"] = lambda: web.json_response(
        {"kind": "Listing", "data": {"children": [], "after": None}})
    sent = await publisher.reply(a_post(comment, root), WORDS, key=KEY)
    found = await publisher.find(a_post(comment, root), WORDS, key=KEY, since=just_now())
    assert found is not None
    assert found.native_id == sent.native_id


async def test_an_old_reply_is_found_behind_many_newer_ones(server: RedditServer, publisher: RedditPublisher) -> None:
    root, other = server.submit("Acme is down"), server.submit("Acme is up")
    sent = await publisher.reply(a_post(root), WORDS, key=KEY)
    for number in range(230):
        server.comment(other, f"answer {number}", author="acme_care")
    found = await publisher.find(a_post(root), WORDS, key=KEY, since=just_now())
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
        await publisher.find(a_post(root), WORDS, key=KEY, since=just_now())


async def test_a_reply_to_a_comment_without_a_known_root_finds_its_thread(
    server: RedditServer, publisher: RedditPublisher,
) -> None:
    comment = server.comment(server.submit("Acme is down"), "Same here")
    assert await publisher.find(a_post(comment), WORDS, key=KEY, since=just_now()) is None


async def test_taking_back_what_may_still_stand_is_told(server: RedditServer, publisher: RedditPublisher) -> None:
    root = server.submit("Acme is down")
    sent = await publisher.reply(a_post(root), WORDS, key=KEY)
    server.fault(Fault.UNAVAILABLE, times=None)
    with pytest.raises(SourceError):
        await publisher.delete(sent)
    server.mend()
    await publisher.delete(sent)
    assert not server.below(root, "acme_care")
    with pytest.raises(SourceStopped):
        await publisher.delete(Sent(Platform.REDDIT, "../../api", "", just_now()))
