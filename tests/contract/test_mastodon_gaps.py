"""The Mastodon source where several things go wrong at once: what was read and not taken, what a stream never said."""

from __future__ import annotations

from contextlib import aclosing

import pytest
from helpers import engine
from helpers.following import following
from helpers.mastodon_server import MastodonServer, serve
from helpers.mastodon_source import source
from helpers.platforms import Fault

from sources.mastodon import MastodonSource
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.model import Gone, Post
from warroom.ports import Batch

LOCAL = "GET /api/v1/timelines/public"


async def what_a_slow_reader_gets(follower: MastodonSource, server: MastodonServer, batches: list[Batch]) -> None:
    """Be busy while a post is read, and while the look after it fails; then read to the end."""
    async with aclosing(follower.stream("")) as stream:
        async for batch in stream:
            batches.append(batch)
            if batch.caught_up and not server.statuses:
                await server.post("Acme opens", tell=False)
            elif batch.posts and len(server.statuses) == 1:
                await server.post("Acme is down", tell=False)
                looks = server.calls.count(LOCAL)
                await engine.until(lambda: server.calls.count(LOCAL) > looks)  # noqa: B023 - waited for here
                server.faults.add(Fault.ERROR, times=None)
                await engine.until(lambda: bool(server.faults.met))


async def test_a_post_that_was_read_when_the_next_look_failed_is_not_lost() -> None:
    async with serve() as server:
        follower = source(server, streaming="off", search=False, hashtags=("x",))
        before: list[Batch] = []
        with pytest.raises(SourceError):
            await what_a_slow_reader_gets(follower, server, before)
        server.faults.clear()
        cursor = next(batch.cursor for batch in reversed(before) if batch.cursor)
        async with following(follower, cursor) as seen:
            await engine.until(lambda: any(batch.caught_up for batch in seen.batches))
        came = [entry.text for batch in (*before, *seen.batches) for entry in batch.posts if isinstance(entry, Post)]
    assert set(came) == {"Acme opens", "Acme is down"}


async def test_what_was_handed_over_and_not_taken_comes_again() -> None:
    """As where the engine lets go of a connection (a sleep of the computer) with a batch in its hands."""
    async with serve() as server:
        kept = await server.post("Acme stays")
        follower = source(server, streaming="off", search=False, hashtags=("x",))
        cursor = gone = ""
        async with aclosing(follower.stream("")) as stream:
            async for batch in stream:
                if batch.caught_up and not server.statuses[kept].edited_at:
                    cursor = batch.cursor
                    await server.edit(kept, "Acme has stayed", tell=False)
                    gone = await server.post("Acme goes", tell=False)
                if any(isinstance(entry, Post) and entry.native_id == gone for entry in batch.posts):
                    break
        async with following(follower, cursor) as seen:
            await engine.until(lambda: {"Acme has stayed", "Acme goes"} <= set(seen.texts))
        async with aclosing(follower.stream(seen.cursor)) as stream:
            async for batch in stream:
                if batch.caught_up and gone in server.statuses:
                    await server.delete(gone, tell=False)
                if any(isinstance(entry, Gone) for entry in batch.posts):
                    break
        async with following(follower, seen.cursor) as again:
            await engine.until(lambda: [one.native_id for one in again.gone] == [gone])


async def test_posts_that_a_stream_kept_to_itself_come_in_when_it_speaks() -> None:
    """A stream that is open need not bring anything yet: its first word must not hide what came before it."""
    async with serve() as server:
        await server.post("Acme 0")
        async with following(source(server, interval=60.0, search=False, hashtags=("x",))) as seen:
            # The looks of the start, and those that follow the opening of the stream.
            await engine.until(lambda: bool(server.sockets) and server.calls.count("GET /api/v1/notifications") > 1)
            for number in range(1, 90):
                await server.post(f"Acme {number}", tell=False)
            await server.post("Acme 90")
            await engine.until(lambda: len(set(seen.texts)) == 91)
    assert sorted(seen.texts) == sorted(set(seen.texts))


async def test_posts_that_were_deleted_or_edited_while_nobody_listened_are_told_after_a_restart() -> None:
    asked = 0

    async def recent() -> list[str]:
        nonlocal asked
        asked += 1
        return [*ids, "../../x"]

    async with serve() as server:
        ids = [await server.post(f"Acme {number}") for number in range(4)]
        for number in range(60):  # the newest page does not show them any more
            await server.post(f"nothing of ours {number}")
        async with following(source(server, search=False, recent=recent)) as seen:
            await engine.until(lambda: bool(seen.cursor) and seen.batches[-1].caught_up)
        await server.delete(ids[0], tell=False)
        await server.edit(ids[1], "Acme, edited", tell=False)
        async with following(source(server, search=False, recent=recent), seen.cursor) as again:
            await engine.until(lambda: bool(again.gone) and "Acme, edited" in again.texts)
    assert asked == 1
    assert [gone.native_id for gone in again.gone] == [ids[0]]
    assert not [call for call in server.calls if "x" in call.rpartition("/statuses")[2]]


async def test_a_short_drop_asks_for_nothing_again_and_a_long_one_does() -> None:
    clock = engine.TestClock()
    plans = list[float]()

    async def recent() -> list[str]:
        plans.append((clock.now() - engine.NOON).total_seconds())
        return []

    async with serve() as server:
        follower = source(server, search=False, recent=recent, now=clock.now)
        cursor = ""
        for minutes in (0, 1, 10):
            clock.advance(minutes=minutes)
            async with following(follower, cursor) as seen:
                await engine.until(lambda seen=seen: bool(seen.cursor))  # type: ignore[misc]
            cursor = seen.cursor
    assert plans == [660.0]


@pytest.mark.parametrize("fault", [Fault.UNAUTHORIZED, Fault.FORBIDDEN])
@pytest.mark.parametrize("own_words", [True, False])
async def test_a_refusal_stops_the_source_at_once_in_the_servers_own_words_and_else_after_a_few(
    fault: Fault, own_words: bool,
) -> None:
    async with serve() as server:
        follower = source(server, streaming="off", search=False)
        async with following(follower) as seen:
            await engine.until(lambda: seen.batches[-1].caught_up)
        if not own_words:
            server.faults.words[int(fault)] = ""
        server.faults.add(fault, times=None)
        kinds = list[type[SourceError]]()
        for _ in range(5):
            async with following(follower, seen.cursor) as refused:
                await engine.until(lambda refused=refused: refused.error is not None)  # type: ignore[misc]
            assert refused.error is not None
            kinds.append(type(refused.error))
    assert kinds == ([SourceStopped] * 5 if own_words else [*[SourceError] * 4, SourceStopped])


async def test_what_was_taken_and_never_stored_comes_again() -> None:
    async with serve() as server:
        await server.post("Acme stored")
        follower = source(server, search=False)
        async with following(follower) as seen:
            await engine.until(lambda: seen.batches[-1].caught_up)
            stored = seen.cursor
            await server.post("Acme taken")
            await engine.until(lambda: "Acme taken" in seen.texts and seen.cursor != stored)
        async with following(follower, stored) as again:
            await engine.until(lambda: "Acme taken" in again.texts)
