"""What every publisher must do: answer in the thread, say what is certain, and never post twice."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from helpers.platforms import Fault, PlatformRig, Side, a_complaint

from warroom.domain.errors import SendRefused, SendUnknown, SourceStopped
from warroom.domain.model import Platform, Post
from warroom.domain.outgoing import overflow
from warroom.domain.reply import new_key
from warroom.ports import Broadcaster, Messenger, Publisher

DICE = random.Random(7)
WORDS = "Sorry that it is down. We look into it and say more at 17:00."


@asynccontextmanager
async def publishing(rig: PlatformRig) -> AsyncIterator[Publisher]:
    publisher = rig.publisher()
    try:
        yield publisher
    finally:
        await publisher.close()


def a_key() -> str:
    return new_key(datetime.now(UTC), DICE)


def an_hour_ago() -> datetime:
    return datetime.now(UTC) - timedelta(hours=1)


async def test_it_knows_under_which_name_it_answers(rig: PlatformRig) -> None:
    async with publishing(rig) as publisher:
        assert await publisher.account() == rig.handle


async def test_a_reply_stands_below_the_post_that_it_answers(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    async with publishing(rig) as publisher:
        sent = await publisher.reply(post, WORDS, key=a_key())
    assert [WORDS in text for text in await rig.ours(post.native_id)] == [True]
    assert sent.platform is rig.platform
    assert sent.native_id
    assert sent.url.startswith("http")
    assert abs((datetime.now(UTC) - sent.at).total_seconds()) < 600


async def test_a_reply_deep_in_a_thread_stands_below_its_own_post(rig: PlatformRig) -> None:
    root = await a_complaint(rig)
    answer = await a_complaint(rig, "Acme is down for me too", reply_to=root.native_id)
    async with publishing(rig) as publisher:
        await publisher.reply(answer, WORDS, key=a_key())
    assert len(await rig.ours(answer.native_id)) == 1
    assert not await rig.ours(root.native_id)


@pytest.mark.rig(repeats_safely=True)
async def test_a_publisher_that_repeats_safely_makes_one_reply_of_one_key(rig: PlatformRig) -> None:
    post, key = await a_complaint(rig), a_key()
    async with publishing(rig) as publisher:
        assert publisher.repeats_safely
        first = await publisher.reply(post, WORDS, key=key)
        second = await publisher.reply(post, WORDS, key=key)
    assert first.native_id == second.native_id
    assert len(await rig.ours(post.native_id)) == 1


async def test_a_reply_whose_answer_is_lost_is_unknown_and_found(rig: PlatformRig) -> None:
    post, key = await a_complaint(rig), a_key()
    async with publishing(rig) as publisher:
        await publisher.account()
        rig.fault(Fault.DROP_AFTER, Side.WRITE)
        with pytest.raises(SendUnknown):
            await publisher.reply(post, WORDS, key=key)
        found = await publisher.find(post, WORDS, key=key, since=an_hour_ago())
    assert len(await rig.ours(post.native_id)) == 1
    assert found is not None
    assert found.native_id


async def test_another_process_finds_a_reply_whose_answer_was_lost(rig: PlatformRig) -> None:
    post, key = await a_complaint(rig), a_key()
    async with publishing(rig) as publisher:
        await publisher.account()
        rig.fault(Fault.DROP_AFTER, Side.WRITE)
        with pytest.raises(SendUnknown):
            await publisher.reply(post, WORDS, key=key)
    async with publishing(rig) as other:
        assert await other.find(post, WORDS, key=key, since=an_hour_ago()) is not None


async def test_what_was_never_sent_is_not_found(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    async with publishing(rig) as publisher:
        assert await publisher.find(post, WORDS, key=a_key(), since=an_hour_ago()) is None


async def test_the_same_words_under_another_post_are_not_taken_for_this_reply(rig: PlatformRig) -> None:
    first, second = await a_complaint(rig), await a_complaint(rig, "Acme is down again")
    async with publishing(rig) as publisher:
        await publisher.reply(first, WORDS, key=a_key())
        assert await publisher.find(second, WORDS, key=a_key(), since=an_hour_ago()) is None


@pytest.mark.rig(fault=Side.WRITE)
@pytest.mark.parametrize("fault", [
    Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.UNKNOWN_ERROR, Fault.DROP_BEFORE,
    Fault.DROP_AFTER, Fault.HANG, Fault.MALFORMED, Fault.HTML, Fault.EMPTY,
], ids=str)
async def test_one_call_makes_one_request_and_never_claims_what_is_not_certain(rig: PlatformRig, fault: Fault) -> None:
    post = await a_complaint(rig)
    async with publishing(rig) as publisher:
        await publisher.account()
        before = rig.writes
        rig.fault(fault, Side.WRITE)
        async with asyncio.timeout(40):
            with pytest.raises((SendUnknown, SendRefused)) as caught:
                await publisher.reply(post, WORDS, key=a_key())
        assert rig.writes - before == 1
    if isinstance(caught.value, SendRefused):
        assert not await rig.ours(post.native_id)


async def test_a_limit_is_a_certain_no_with_the_time_to_wait(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    async with publishing(rig) as publisher:
        await publisher.account()
        rig.fault(Fault.LIMITED, Side.WRITE)
        with pytest.raises(SendRefused) as caught:
            await publisher.reply(post, WORDS, key=a_key())
    assert caught.value.retry_after is not None
    assert not await rig.ours(post.native_id)


async def test_a_reply_to_a_post_that_is_gone_is_refused(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    await rig.delete(post.native_id)
    async with publishing(rig) as publisher:
        with pytest.raises(SendRefused):
            await publisher.reply(post, WORDS, key=a_key())


async def test_our_own_reply_can_be_taken_back_and_twice_does_no_harm(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    async with publishing(rig) as publisher:
        sent = await publisher.reply(post, WORDS, key=a_key())
        await publisher.delete(sent)
        assert not await rig.ours(post.native_id)
        await publisher.delete(sent)


async def test_a_bad_login_stops_and_says_so(rig: PlatformRig) -> None:
    publisher = rig.publisher(bad_login=True)
    try:
        with pytest.raises(SourceStopped) as caught:
            await publisher.account()
    finally:
        await publisher.close()
    assert caught.value.hint


async def test_a_bad_login_is_a_certain_no_for_a_reply(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    publisher = rig.publisher(bad_login=True)
    try:
        with pytest.raises(SendRefused):
            await publisher.reply(post, WORDS, key=a_key())
    finally:
        await publisher.close()
    assert not await rig.ours(post.native_id)


async def test_a_reply_that_just_fits_goes_out_and_one_character_more_does_not(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    async with publishing(rig) as publisher:
        limit = await publisher.limit(post)
        stars = "*" * limit.most
        longest = stars[:overflow(stars, limit)[1]]
        with pytest.raises(SendRefused):
            await publisher.reply(post, f"{longest}*", key=a_key())
        await publisher.reply(post, longest, key=a_key())
    [ours] = await rig.ours(post.native_id)
    assert ours.count("*") == len(longest)


async def test_a_post_of_our_own_is_found_by_another_process_and_taken_back(rig: PlatformRig) -> None:
    key = a_key()
    async with publishing(rig) as publisher, publishing(rig) as other:
        assert isinstance(publisher, Broadcaster)
        assert isinstance(other, Broadcaster)
        assert await other.find_post(WORDS, key=key, since=an_hour_ago()) is None
        sent = await publisher.post(WORDS, key=key)
        found = await other.find_post(WORDS, key=key, since=an_hour_ago())
        assert found is not None
        assert found.native_id == sent.native_id
        await other.delete(found)
        assert await publisher.find_post(WORDS, key=key, since=an_hour_ago()) is None


async def test_a_post_of_our_own_whose_answer_is_lost_is_unknown_and_found(rig: PlatformRig) -> None:
    key = a_key()
    async with publishing(rig) as publisher:
        assert isinstance(publisher, Broadcaster)
        await publisher.account()
        rig.fault(Fault.DROP_AFTER, Side.WRITE)
        with pytest.raises(SendUnknown):
            await publisher.post(WORDS, key=key)
        assert await publisher.find_post(WORDS, key=key, since=an_hour_ago()) is not None


async def test_a_part_of_a_thread_stands_below_our_own_part_before_it(rig: PlatformRig) -> None:
    post = await a_complaint(rig)
    async with publishing(rig) as publisher:
        first = await publisher.reply(post, f"{WORDS} 1/2", key=a_key())
        above = Post(platform=rig.platform, native_id=first.native_id, author=await publisher.account(),
                     text=f"{WORDS} 1/2", created_at=first.at, root_id=post.native_id, parent_id=post.native_id)
        await publisher.reply(above, "The rest of it. 2/2", key=a_key())
    assert ["The rest of it. 2/2" in text for text in await rig.ours(first.native_id)] == [True]


@pytest.mark.rig(platforms={Platform.REDDIT, Platform.MASTODON})
async def test_a_private_message_is_found_and_is_no_public_reply(rig: PlatformRig) -> None:
    post, key = await a_complaint(rig), a_key()
    async with publishing(rig) as publisher:
        assert isinstance(publisher, Messenger)
        assert await publisher.find_message(post, WORDS, key=key, since=an_hour_ago()) is None
        await publisher.message(post, WORDS, key=key)
        assert await publisher.find_message(post, WORDS, key=key, since=an_hour_ago()) is not None


@pytest.mark.rig(platforms={Platform.REDDIT, Platform.MASTODON})
async def test_a_public_reply_is_not_taken_for_a_private_message(rig: PlatformRig) -> None:
    post, key = await a_complaint(rig), a_key()
    async with publishing(rig) as publisher:
        assert isinstance(publisher, Messenger)
        await publisher.reply(post, WORDS, key=key)
        assert await publisher.find_message(post, WORDS, key=key, since=an_hour_ago()) is None
