"""Bluesky as a whole, on a network of real servers: search, notifications, threads and a reply that others see."""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

import pytest
from helpers import engine
from helpers.following import following
from helpers.network import Network
from helpers.pds import Account
from helpers.rig_bluesky import PASSWORD, MemorySessions

from sources.bluesky import BlueskyFollow, BlueskyLogin, BlueskyProbe, BlueskyPublisher, BlueskySource, BlueskyThreads
from warroom.domain.errors import SendRefused
from warroom.domain.health import CheckState
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.reply import new_key
from warroom.domain.terms import Terms

pytestmark = pytest.mark.network
until = partial(engine.until, seconds=60)
LISTS = {"search": False, "notifications": False, "threads": False}
DICE = random.Random(3)


@pytest.fixture
def brand() -> str:
    """A brand that no other test speaks of: the network is shared."""
    return f"Acme{secrets.token_hex(4)}"


def login(account: Account) -> BlueskyLogin:
    return BlueskyLogin(identifier=account.handle, app_password=PASSWORD, sessions=MemorySessions())


def source(network: Network, account: Account, brand: str, **follow: object) -> BlueskySource:
    what = BlueskyFollow(interval=0.2, **({"stream": False} | LISTS | follow))  # type: ignore[arg-type]
    return BlueskySource(base_url=network.url, terms=Terms(brand=(brand,)), login=login(account), follow=what,
                         appview=network.appview)


def as_post(uri: str, text: str) -> Post:
    return Post(platform=Platform.BLUESKY, native_id=uri, author="somebody", text=text, created_at=datetime.now(UTC))


@asynccontextmanager
async def publishing(network: Network, account: Account) -> AsyncIterator[BlueskyPublisher]:
    publisher = BlueskyPublisher(base_url=network.url, login=login(account))
    try:
        yield publisher
    finally:
        await publisher.close()


async def seen_by(look: Callable[[], Awaitable[bool]]) -> None:
    """Wait until the AppView, which follows the PDS at its own pace, shows something."""
    async with asyncio.timeout(60):
        while not await look():
            await asyncio.sleep(0.1)


async def test_the_search_finds_what_names_the_brand_with_its_counts(network: Network, brand: str) -> None:
    ana, acme = await network.account("ana"), await network.account("acme")
    uri = await ana.post(f"My {brand} mug leaks")
    await ana.post("Nice weather")
    async with following(source(network, acme, brand, search=True)) as seen:
        await until(lambda: bool(seen.posts))
        await ana.client.com.atproto.repo.create_record({
            "repo": ana.did, "collection": "app.bsky.feed.like",
            "record": {"$type": "app.bsky.feed.like", "subject": await ana.reference(uri),
                       "createdAt": datetime.now(UTC).isoformat()}})
        await until(lambda: seen.posts[-1].likes == 1)
    assert {post.native_id for post in seen.posts} == {uri}
    assert (seen.posts[0].text, seen.posts[0].author, seen.posts[0].reach) == (f"My {brand} mug leaks", ana.handle, 0)


async def test_mentions_and_answers_arrive_whatever_they_say(network: Network, brand: str) -> None:
    ana, acme = await network.account("ana"), await network.account("acme")
    statement = await acme.post("We are sorry.")
    async with following(source(network, acme, brand, notifications=True)) as seen:
        answer = await ana.reply(statement, statement, "not good enough")
        await until(lambda: bool(seen.posts))
    assert (seen.posts[0].native_id, seen.posts[0].text) == (answer, "not good enough")
    assert (seen.posts[0].root_id, seen.posts[0].parent_id) == (statement, statement)


async def test_deep_replies_below_our_own_posts_arrive(network: Network, brand: str) -> None:
    ana, ben, acme = [await network.account(name) for name in ("ana", "ben", "acme")]
    statement = await acme.post("We are sorry.")
    first = await ana.reply(statement, statement, "not good enough")
    async with following(source(network, acme, brand, threads=True)) as seen:
        await until(lambda: bool(seen.posts))
        deep = await ben.reply(statement, first, "I agree with you")
        await until(lambda: deep in {post.native_id for post in seen.posts})
    assert {post.native_id for post in seen.posts} == {first, deep}  # ours is not among them


async def test_all_ways_at_once_bring_each_post_once_and_go_on_where_they_were(network: Network, brand: str) -> None:
    ana, acme = await network.account("ana"), await network.account("acme")
    every = {"stream": True, "search": True, "notifications": True, "threads": True}
    statement = await acme.post("We are sorry.")
    async with following(source(network, acme, brand, **every)) as seen:
        await until(lambda: seen.batches[-1].caught_up)
        for number in range(3):
            await ana.reply(statement, statement, f"{brand} answer {number}")
        await until(lambda: {f"{brand} answer {number}" for number in range(3)} <= set(seen.texts))
    meanwhile = await ana.reply(statement, statement, f"{brand} while nobody listened")
    async with following(source(network, acme, brand, **every), seen.cursor) as again:
        await until(lambda: again.batches[-1].caught_up and any(p.native_id == meanwhile for p in again.posts))
        await ana.delete(meanwhile)
        await until(lambda: any(gone.native_id == meanwhile for gone in again.gone))
    for told in (seen, again):
        says = [(post.native_id, post.likes, post.replies, post.reposts) for post in told.posts]
        assert len(set(says)) == len(says)
        assert len({(post.native_id, post.author, post.text) for post in told.posts}) == len(
            {post.native_id for post in told.posts})
    assert not {*seen.skipped, *again.skipped}


async def test_our_reply_is_shown_below_the_post_and_tells_its_author(network: Network, brand: str) -> None:
    ana, acme = await network.account("ana"), await network.account("acme")
    root = await ana.post(f"{brand} is down")
    middle = await ana.reply(root, root, "since an hour")
    async with publishing(network, acme) as publisher:
        sent = await publisher.reply(as_post(middle, "since an hour"), f"We are on it, @{ana.handle}",
                                     key=new_key(datetime.now(UTC), DICE))

        async def told() -> bool:
            listed = await ana.client.app.bsky.notification.list_notifications({})
            return {note.uri for note in listed.notifications} >= {sent.native_id}

        await seen_by(told)
        threads = BlueskyThreads(base_url=network.url, login=login(acme))
        conversation = await threads.thread(as_post(middle, "since an hour"))
        await threads.close()
        assert [post.native_id for post in conversation.posts if isinstance(post, Post)] == [
            root, middle, sent.native_id]
        ours = conversation.posts[-1]
        assert isinstance(ours, Post)
        assert (ours.root_id, ours.parent_id, ours.author) == (root, middle, acme.handle)
        await publisher.delete(sent)


async def test_a_thread_is_read_around_a_post_in_the_middle_and_bounded(network: Network, brand: str) -> None:
    ana, ben = await network.account("ana"), await network.account("ben")
    root = await ana.post(f"{brand} is down")
    chain = [root]
    for number in range(4):
        chain.append(await ben.reply(root, chain[-1], f"deeper {number}"))
    aside = await ana.reply(root, root, "on another branch")
    threads = BlueskyThreads(base_url=network.appview)  # an AppView is public: nobody logs in

    async def indexed() -> bool:
        batch = await threads.thread(as_post(chain[2], "deeper 1"))
        return len(batch.posts) == 6

    await seen_by(indexed)
    batch = await threads.thread(as_post(chain[2], "deeper 1"))
    assert {post.native_id for post in batch.posts} == {*chain, aside}
    few = await threads.thread(as_post(chain[2], "deeper 1"), limit=3)
    assert len(few.posts) == 3
    assert chain[2] in {post.native_id for post in few.posts}
    await ben.delete(chain[4])

    async def told_gone() -> bool:
        return isinstance((await threads.thread(as_post(chain[4], "deeper 3"))).posts[0], Gone)

    await seen_by(told_gone)
    await threads.close()


async def test_a_post_that_only_some_may_answer_is_not_answered_in_vain(network: Network, brand: str) -> None:
    ana, acme = await network.account("ana"), await network.account("acme")
    uri = await ana.post(f"{brand} is down")
    await ana.client.com.atproto.repo.create_record({
        "repo": ana.did, "collection": "app.bsky.feed.threadgate", "rkey": uri.rpartition("/")[2],
        "record": {"$type": "app.bsky.feed.threadgate", "post": uri, "allow": [],
                   "createdAt": datetime.now(UTC).isoformat()}})

    async def gated() -> bool:
        found = await acme.client.app.bsky.feed.get_posts({"uris": [uri]})
        return bool(found.posts and found.posts[0].viewer and found.posts[0].viewer.reply_disabled)

    await seen_by(gated)
    async with publishing(network, acme) as publisher:
        with pytest.raises(SendRefused, match="limited who may reply"):
            await publisher.reply(as_post(uri, "x"), "sorry", key=new_key(datetime.now(UTC), DICE))


async def test_an_author_who_blocked_us_is_not_answered_in_vain(network: Network, brand: str) -> None:
    ana, acme = await network.account("ana"), await network.account("acme")
    uri = await ana.post(f"{brand} is down")
    await ana.client.com.atproto.repo.create_record({
        "repo": ana.did, "collection": "app.bsky.graph.block",
        "record": {"$type": "app.bsky.graph.block", "subject": acme.did, "createdAt": datetime.now(UTC).isoformat()}})

    async def blocked() -> bool:
        found = await acme.client.app.bsky.feed.get_posts({"uris": [uri]})
        return not found.posts or bool(found.posts[0].author.viewer and found.posts[0].author.viewer.blocked_by)

    await seen_by(blocked)
    async with publishing(network, acme) as publisher:
        with pytest.raises(SendRefused):
            await publisher.reply(as_post(uri, "x"), "sorry", key=new_key(datetime.now(UTC), DICE))


async def test_the_doctor_finds_everything_well(network: Network) -> None:
    acme = await network.account("acme")
    checks = await BlueskyProbe(base_url=network.url, service=network.url, login=login(acme)).check()
    found = {check.name.removeprefix("bluesky "): check.state for check in checks}
    well = ("server", "stream", "login", "reading", "writing", "clock")
    assert {name: found[name] for name in well} == dict.fromkeys(well, CheckState.OK)
