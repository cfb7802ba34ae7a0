"""The Bluesky source against a real PDS: what people do there is what the source says."""

from __future__ import annotations

import asyncio
import secrets
from datetime import UTC, datetime
from functools import partial

import pytest
from helpers import engine
from helpers.following import following
from helpers.pds import Pds
from helpers.rig_bluesky import PASSWORD, MemorySessions

from sources.bluesky import BlueskyLogin, BlueskySource, BlueskyThreads
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.terms import Terms

pytestmark = pytest.mark.pds
until = partial(engine.until, seconds=30)  # a real server on a busy machine


@pytest.fixture
def brand() -> str:
    """A brand that no other test speaks of: the server is shared."""
    return f"Acme{secrets.token_hex(4)}"


def source(pds: Pds, brand: str) -> BlueskySource:
    return BlueskySource(base_url=pds.url, terms=Terms(brand=(brand,)), patience=20)


async def test_a_post_that_names_the_brand_arrives_and_others_do_not(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    async with following(source(pds, brand)) as seen:
        await ana.post("Nice weather today")
        uri = await ana.post(f"My {brand.upper()} mug leaks!")
        await ana.post(f"{brand}ville is a town")
        await until(lambda: bool(seen.posts))
        last = await ana.post(f"#{brand} again")
        await until(lambda: len(seen.posts) == 2)
    first, second = seen.posts
    assert (first.native_id, first.text, first.author) == (uri, f"My {brand.upper()} mug leaks!", ana.handle)
    assert first.platform is Platform.BLUESKY
    assert first.lang == "en"
    assert first.url == f"https://bsky.app/profile/{ana.did}/post/{uri.rpartition('/')[2]}"
    assert second.native_id == last
    assert seen.batches[0].posts == ()
    assert seen.cursor.endswith(f"@127.0.0.1:{pds.port}")
    assert not seen.skipped


async def test_a_reply_knows_its_thread(pds: Pds, brand: str) -> None:
    ana, ben = await pds.account("ana"), await pds.account("ben")
    async with following(source(pds, brand)) as seen:
        root = await ana.post(f"{brand} is down")
        middle = await ben.reply(root, root, f"{brand} is down for me too")
        await ana.reply(root, middle, f"so what now, {brand}?")
        await until(lambda: len(seen.posts) == 3)
    assert [(post.root_id, post.parent_id) for post in seen.posts] == [("", ""), (root, root), (root, middle)]


async def test_without_an_app_view_a_thread_is_what_stands_above_the_post(pds: Pds, brand: str) -> None:
    ana, ben = await pds.account("ana"), await pds.account("ben")
    root = await ana.post(f"{brand} is down")
    middle = await ben.reply(root, root, "for me too")
    last = await ana.reply(root, middle, "so what now?")
    threads = BlueskyThreads(base_url=pds.url, login=BlueskyLogin(
        identifier=ana.handle, app_password=PASSWORD, sessions=MemorySessions()))
    try:
        asked = Post(platform=Platform.BLUESKY, native_id=last, author=ana.handle, text="so what now?",
                     created_at=datetime.now(UTC))
        whole = await threads.thread(asked)
        few = await threads.thread(asked, limit=2)
        await ana.delete(root)
        beheaded = await threads.thread(asked)
        await ana.edit(last, "so what now? I wait since noon")
        edited = (await threads.thread(asked)).posts[-1]
        await ana.delete(last)
        gone = await threads.thread(asked)
    finally:
        await threads.close()
    assert [post.native_id for post in whole.posts] == [root, middle, last]
    assert [post.native_id for post in few.posts] == [middle, last]
    assert [post.native_id for post in beheaded.posts] == [middle, last]
    assert beheaded.skipped["a post of the thread that is gone or hidden"] == 1
    assert isinstance(edited, Post)
    assert (edited.author, edited.text) == (ana.handle, "so what now? I wait since noon")  # a record names no author
    assert [(type(post), post.native_id) for post in gone.posts] == [(Gone, last)]


async def test_an_edit_comes_as_the_same_post_even_without_the_brand(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    async with following(source(pds, brand)) as seen:
        uri = await ana.post(f"{brand} burned my house down")
        await ana.edit(uri, f"{brand} burned my toast")
        await ana.edit(uri, "never mind")
        await until(lambda: len(seen.posts) == 3)
    assert {post.native_id for post in seen.posts} == {uri}
    assert seen.texts == [f"{brand} burned my house down", f"{brand} burned my toast", "never mind"]


async def test_a_deletion_is_told_for_our_posts_only(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    other = await ana.post("a post that nobody asked for")
    async with following(source(pds, brand)) as seen:
        uri = await ana.post(f"{brand} is a fraud")
        await ana.delete(other)
        await ana.delete(uri)
        await until(lambda: bool(seen.gone))
    assert [gone.native_id for gone in seen.gone] == [uri]


async def test_a_deletion_or_edit_of_a_post_of_an_earlier_run_is_told_where_it_is_known(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    async with following(source(pds, brand)) as before:
        uris = [await ana.post(f"{brand} {number}") for number in range(3)]
        await until(lambda: len(before.posts) == 3)

    async def known(asked: object) -> set[str]:
        return {uris[1]}

    later = BlueskySource(base_url=pds.url, terms=Terms(brand=(brand,)), known=known)
    async with following(later) as seen:
        await ana.edit(uris[0], "no name here")
        await ana.edit(uris[1], "nor here")
        for uri in uris:
            await ana.delete(uri)
        await ana.post(f"{brand} end")
        await until(lambda: len(seen.posts) == 2)
    assert seen.texts == ["nor here", f"{brand} end"]
    assert [gone.native_id for gone in seen.gone] == [uris[1]]


async def test_an_account_that_goes_away_takes_its_posts_along(pds: Pds, brand: str) -> None:
    ana, ben = await pds.account("ana"), await pds.account("ben")
    async with following(source(pds, brand)) as seen:
        uris = [await ana.post(f"{brand} {number}") for number in range(2)]
        await ben.post(f"{brand} stays")
        await until(lambda: len(seen.posts) == 3)
        await ana.deactivate()
        await until(lambda: bool(seen.gone))
    assert sorted(gone.native_id for gone in seen.gone) == sorted(uris)


async def test_a_new_handle_stands_on_the_next_post(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    before = ana.handle
    async with following(source(pds, brand)) as seen:
        await ana.post(f"{brand} one")
        await until(lambda: len(seen.posts) == 1)
        await ana.rename(f"renamed-{secrets.token_hex(4)}.test")
        await ana.post(f"{brand} two")
        await until(lambda: len(seen.posts) == 2)
    assert [post.author for post in seen.posts] == [before, ana.handle]


async def test_facets_and_embeds_become_links_tags_and_quotes(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    text = "see here #mugfail"
    facets = [
        {"index": {"byteStart": 4, "byteEnd": 8},
         "features": [{"$type": "app.bsky.richtext.facet#link", "uri": f"https://{brand}.example/recall"}]},
        {"index": {"byteStart": 9, "byteEnd": 17},
         "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "mugfail"}]},
    ]
    card = {"$type": "app.bsky.embed.external",
            "external": {"uri": "https://news.example/1", "title": f"{brand} recalls mugs", "description": ""}}
    async with following(source(pds, brand)) as seen:
        linked = await ana.post(text, facets=facets)
        carded = await ana.post("oh no", embed=card)
        quoting = await ana.post(f"{brand}: this", embed={"$type": "app.bsky.embed.record",
                                                          "record": await ana.reference(linked)})
        await until(lambda: len(seen.posts) == 3)
    posts = {post.native_id: post for post in seen.posts}
    assert posts[linked].links == (f"https://{brand}.example/recall",)
    assert posts[linked].hashtags == ("mugfail",)
    assert posts[carded].links == ("https://news.example/1",)
    assert posts[quoting].quoted == text


async def test_what_was_posted_while_we_were_away_is_caught_up_with_once(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    async with following(source(pds, brand)) as seen:
        await ana.post(f"{brand} before")
        await until(lambda: bool(seen.posts))
    await ana.post(f"{brand} while away 1")
    await ana.post("something else")
    await ana.post(f"{brand} while away 2")
    async with following(source(pds, brand), seen.cursor) as again:
        await until(lambda: len(again.posts) == 2)
        await ana.post(f"{brand} after")
        await until(lambda: len(again.posts) == 3)
    assert again.texts == [f"{brand} while away 1", f"{brand} while away 2", f"{brand} after"]
    assert [post.author for post in again.posts] == [ana.handle] * 3


async def test_a_cursor_from_the_future_or_of_another_server_starts_live(pds: Pds, brand: str) -> None:
    ana = await pds.account("ana")
    async with following(source(pds, brand)) as seen:
        await ana.post(f"{brand} old")
        await until(lambda: bool(seen.posts))  # the server itself has told it now
    for cursor, reason in ((f"999999999@127.0.0.1:{pds.port}", "a cursor that the server does not know"),
                           ("1@bsky.network", "a cursor of another server")):
        async with following(source(pds, brand), cursor) as seen:
            await until(lambda seen=seen, reason=reason: reason in seen.skipped)
            await ana.post(f"{brand} new")
            await until(lambda seen=seen: bool(seen.posts))
        assert seen.texts == [f"{brand} new"]
        assert seen.error is None


@pytest.mark.parametrize("end", ["stop", "kill"])
async def test_a_server_that_goes_away_is_an_error_and_nothing_is_lost(pds: Pds, brand: str, end: str) -> None:
    ana = await pds.account("ana")
    async with following(source(pds, brand)) as seen:
        await ana.post(f"{brand} before")
        await until(lambda: bool(seen.posts))
        await asyncio.to_thread(pds.stop if end == "stop" else pds.kill)
        try:
            await until(lambda: seen.error is not None)
            async with following(source(pds, brand), seen.cursor) as refused:
                await until(lambda: refused.error is not None)
        finally:
            await asyncio.to_thread(pds.start)
    assert "cannot be reached" in str(refused.error)
    await ana.post(f"{brand} after")
    async with following(source(pds, brand), seen.cursor) as again:
        await until(lambda: bool(again.posts))
    assert again.texts == [f"{brand} after"]


async def test_reading_stays_in_step_with_a_burst_from_many_accounts(pds: Pds, brand: str) -> None:
    people = [await pds.account(f"p{number}") for number in range(4)]
    async with following(source(pds, brand)) as seen:
        await asyncio.gather(*(one.post(f"{brand} {one.handle} {number}") for one in people for number in range(15)))
        await until(lambda: len(seen.posts) == 60)
    told = {(one.handle, name) for one in people for name in (one.handle, one.did)}  # a name may come late
    assert {(post.text.split()[1], post.author) for post in seen.posts} <= told
    assert len({post.native_id for post in seen.posts}) == 60
    assert all(isinstance(entry, Post | Gone) for batch in seen.batches for entry in batch.posts)
