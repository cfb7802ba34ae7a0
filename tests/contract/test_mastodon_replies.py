"""Replies on Mastodon: as public as the post, with its warning, to its author; certain or unknown; found again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from helpers.mastodon_data import TOKEN
from helpers.mastodon_server import MastodonServer, serve
from helpers.platforms import Fault, Side

from sources._mastodon_post import read_note
from sources.mastodon import MastodonLogin, MastodonPublisher
from warroom.domain.errors import SendRefused, SendUnknown, SourceError, SourceStopped
from warroom.domain.model import Platform, Post
from warroom.domain.outgoing import overflow

KEY = "3lbqwhwkbjk2a"
WORDS = "Sorry. See https://status.acme.example/a/very/long/path/of/an/incident?x=1&y=2 and ask @ben@remote.example!"


def publisher(server: MastodonServer, token: str = TOKEN) -> MastodonPublisher:
    return MastodonPublisher(base_url=server.url, login=MastodonLogin(token), open_timeout=1.5, patience=1.5)


async def a_post(server: MastodonServer, text: str = "Acme is down", **more: object) -> Post:
    native_id = await server.post(text, **more)  # type: ignore[arg-type]
    return read_note(server.entity(server.statuses[native_id]), home="social.example", now=datetime.now(UTC)).post


@pytest.mark.parametrize(("said", "kept"), [
    ("public", "public"), ("unlisted", "unlisted"), ("private", "private"), ("direct", "direct"),
    ("mutuals_only", "direct"), ("local", "direct"), ("", "direct"),
])
async def test_a_reply_is_never_more_public_than_the_post(said: str, kept: str) -> None:
    async with serve() as server:
        sent = await publisher(server).reply(await a_post(server, visibility=said), "sorry", key=KEY)
        assert server.statuses[sent.native_id].visibility == kept


async def test_a_content_warning_is_kept() -> None:
    async with serve() as server:
        sent = await publisher(server).reply(await a_post(server, spoiler="burns & blisters"), "sorry", key=KEY)
        assert server.statuses[sent.native_id].spoiler == "burns & blisters"


@pytest.mark.parametrize(("by", "text", "sent_text"), [
    ("ana", "sorry", "@ana sorry"), ("ben@remote.example", "sorry", "@ben@remote.example sorry"),
    ("ana", "sorry, @Ana", "sorry, @Ana"), ("ana", "sorry, @ana@social.example", "sorry, @ana@social.example"),
    ("ana", "write to ana@social.example.org", "@ana write to ana@social.example.org"), ("acme", "more", "more"),
])
async def test_the_author_is_mentioned_once(by: str, text: str, sent_text: str) -> None:
    async with serve() as server:
        sent = await publisher(server).reply(await a_post(server, by=by), text, key=KEY)
        assert server.statuses[sent.native_id].text == sent_text


async def test_the_key_goes_out_and_a_server_that_honours_it_makes_one_reply() -> None:
    async with serve() as server:
        out, post = publisher(server), await a_post(server)
        first, second = await out.reply(post, "sorry", key=KEY), await out.reply(post, "sorry", key=KEY)
        assert first.native_id == second.native_id
        assert list(server.keys) == [KEY]


async def test_nothing_relies_on_the_key_for_a_server_may_ignore_it() -> None:
    async with serve() as server:
        server.honours_keys = False
        out, post = publisher(server), await a_post(server)
        first, second = await out.reply(post, "sorry", key=KEY), await out.reply(post, "sorry", key=KEY)
        assert first.native_id != second.native_id
        assert not out.repeats_safely


@pytest.mark.parametrize("fault", [Fault.UNAUTHORIZED, Fault.FORBIDDEN, Fault.NOT_FOUND, Fault.LIMITED], ids=str)
async def test_a_refusal_is_a_certain_no(fault: Fault) -> None:
    async with serve() as server:
        post = await a_post(server)
        server.faults.add(fault, Side.WRITE)
        with pytest.raises(SendRefused) as caught:
            await publisher(server).reply(post, "sorry", key=KEY)
        assert len(server.statuses) == 1
        assert "Nothing was sent" in caught.value.hint
        assert (caught.value.retry_after == 7.0) is (fault is Fault.LIMITED)


async def test_a_text_that_is_too_long_is_a_certain_no_in_the_servers_words() -> None:
    async with serve() as server:
        with pytest.raises(SendRefused, match="character limit of 500"):
            await publisher(server).reply(await a_post(server), "x" * 501, key=KEY)


@pytest.mark.parametrize("fault", [
    Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.UNKNOWN_ERROR, Fault.DROP_BEFORE,
    Fault.DROP_AFTER, Fault.HANG, Fault.MALFORMED, Fault.HTML, Fault.EMPTY], ids=str)
async def test_an_answer_that_does_not_come_leaves_it_unknown(fault: Fault) -> None:
    async with serve() as server:
        post = await a_post(server)
        server.faults.add(fault, Side.WRITE)
        with pytest.raises(SendUnknown):
            await publisher(server).reply(post, "sorry", key=KEY)
        assert server.writes == 1


async def test_an_odd_limit_header_does_not_turn_a_sent_reply_into_a_refused_one() -> None:
    """The library raises MastodonRatelimitError for it although the server took the reply."""
    async with serve() as server:
        server.reset = "whenever"
        sent = await publisher(server).reply(await a_post(server), "sorry", key=KEY)
        assert sent.native_id in server.statuses


async def test_a_server_that_is_not_there_got_nothing() -> None:
    async with serve() as server:
        post, out = await a_post(server), publisher(server)
        await out.account()
        await server.stop()
        with pytest.raises(SendRefused, match="Nothing was sent"):
            await out.reply(post, "sorry", key=KEY)


async def test_an_empty_text_and_a_post_of_another_platform_are_refused() -> None:
    async with serve() as server:
        post = await a_post(server)
        with pytest.raises(SendRefused):
            await publisher(server).reply(post, " \n", key=KEY)
        with pytest.raises(SendRefused):
            await publisher(server).reply(replace(post, platform=Platform.BLUESKY), "sorry", key=KEY)
        assert server.writes == 0


async def test_the_same_id_on_another_server_is_another_post() -> None:
    async with serve() as server:
        ours = await a_post(server, "Acme is down")
        theirs = Post(platform=Platform.MASTODON, native_id=ours.native_id, author="ben@other.example", text="Acme",
                      created_at=ours.created_at, url="https://other.example/@ben/1")
        with pytest.raises(SendRefused):
            await publisher(server).reply(theirs, "sorry", key=KEY)
        assert server.writes == 0


async def test_a_post_of_another_server_is_answered_where_ours_can_fetch_it() -> None:
    async with serve() as server:
        here = await a_post(server, "Acme from afar", by="ben@remote.example")
        theirs = Post(platform=Platform.MASTODON, native_id="9", author="ben@remote.example", text="Acme from afar",
                      created_at=here.created_at, url=here.url)
        sent = await publisher(server).reply(theirs, "sorry", key=KEY)
        assert server.statuses[sent.native_id].reply_to == here.native_id
        found = await publisher(server).find(theirs, "sorry", key=KEY, since=here.created_at)
        assert found is not None
        assert found.native_id == sent.native_id


async def test_a_reply_with_links_and_mentions_is_found_again_by_its_words() -> None:
    async with serve() as server:
        post = await a_post(server)
        server.faults.add(Fault.DROP_AFTER, Side.WRITE)
        with pytest.raises(SendUnknown):
            await publisher(server).reply(post, WORDS, key=KEY)
        found = await publisher(server).find(post, WORDS, key=KEY, since=datetime.now(UTC))
        assert found is not None
        assert server.statuses[found.native_id].text.endswith(WORDS)


@pytest.mark.parametrize("text", ["Sorry. See https://status.acme.example/other", "Sorr", ""])
async def test_other_words_are_not_taken_for_it(text: str) -> None:
    async with serve() as server:
        post, out = await a_post(server), publisher(server)
        await out.reply(post, WORDS, key=KEY)
        assert await out.find(post, text, key=KEY, since=post.created_at) is None


async def test_an_older_reply_of_the_same_words_and_somebody_elses_are_not_taken_for_it() -> None:
    async with serve() as server:
        post, out = await a_post(server), publisher(server)
        await server.post("@ana sorry", by="ben@remote.example", reply_to=post.native_id)
        assert await out.find(post, "sorry", key=KEY, since=post.created_at) is None
        await out.reply(post, "sorry", key=KEY)
        later = datetime.now(UTC) + timedelta(minutes=5)
        assert await out.find(post, "sorry", key=KEY, since=later) is None


async def test_it_is_found_although_the_clocks_differ() -> None:
    async with serve() as server:
        post, out = await a_post(server), publisher(server)
        server.skew = timedelta(minutes=-30)
        sent = await out.reply(post, "sorry", key=KEY)
        server.statuses[sent.native_id].created_at += server.skew
        assert await out.find(post, "sorry", key=KEY, since=datetime.now(UTC)) is not None


async def test_it_is_found_although_the_post_is_gone() -> None:
    async with serve() as server:
        post, out = await a_post(server), publisher(server)
        sent = await out.reply(post, "sorry", key=KEY)
        await server.delete(post.native_id)
        found = await out.find(post, "sorry", key=KEY, since=post.created_at)
        assert found is not None
        assert found.native_id == sent.native_id


async def test_a_look_that_fails_does_not_say_that_it_is_not_there() -> None:
    async with serve() as server:
        post, out = await a_post(server), publisher(server)
        await out.account()
        server.faults.add(Fault.UNAVAILABLE, path="/api/v1/accounts")
        with pytest.raises(SourceError):
            await out.find(post, "sorry", key=KEY, since=post.created_at)


async def test_a_reply_that_cannot_be_taken_back_says_so() -> None:
    async with serve() as server:
        out = publisher(server)
        sent = await out.reply(await a_post(server), "sorry", key=KEY)
        server.faults.add(Fault.ERROR)
        with pytest.raises(SourceError):
            await out.delete(sent)
        await out.delete(sent)
        assert sent.native_id not in server.statuses


async def test_the_limit_is_the_servers() -> None:
    async with serve() as server:
        server.most = 5_000
        limit = await publisher(server).limit()
        assert (limit.most, limit.unit, limit.per_url) == (5_000, "characters", 23)


@pytest.mark.parametrize("by", ["ana", "ben@remote.example", "acme"])
async def test_mention_and_warning_count_as_the_server_counts_them(by: str) -> None:
    async with serve() as server:
        out, post = publisher(server), await a_post(server, by=by, spoiler="burns & blisters")
        limit = await out.limit(post)
        longest = "x" * overflow("x" * 500, limit)[1]
        sent = await out.reply(post, longest, key=KEY)
        assert server.statuses[sent.native_id].text.endswith(longest)
        with pytest.raises(SendRefused):
            await out.reply(post, f"{longest}x", key="3lbqwhwkbjk2b")


async def test_without_a_login_it_says_how_to_get_one() -> None:
    async with serve() as server:
        with pytest.raises(SourceStopped, match="warroom login mastodon"):
            await publisher(server, token="").account()


async def test_a_reply_does_not_wait_behind_a_look_that_hangs() -> None:
    from helpers.following import following

    from sources.mastodon import MastodonFollow, MastodonSource
    from warroom.domain.terms import Terms

    async with serve() as server:
        reader = MastodonSource(base_url=server.url, terms=Terms(brand=("Acme",)), login=MastodonLogin(TOKEN),
                                follow=MastodonFollow(interval=0.1, streaming="off"), patience=30.0)
        async with following(reader) as seen:
            post = await a_post(server)
            server.faults.add(Fault.HANG, times=None, path="/api/v1/timelines")
            async with asyncio.timeout(60):
                while not server.faults.met:
                    await asyncio.sleep(0.01)
            sent = await publisher(server).reply(post, "sorry", key=KEY)
            assert sent.native_id in server.statuses
        assert seen.error is None
