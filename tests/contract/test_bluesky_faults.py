"""The Bluesky source against servers that misbehave: it says what is wrong, loses nothing, and never dies of it."""

from __future__ import annotations

import asyncio
import socket
from datetime import datetime, timedelta
from functools import partial

import pytest
from aiohttp import web
from helpers import engine, firehose
from helpers.firehose import DID, GOOD, NOON, a_record, commit, event, fault, frame, op, play, serve, source
from helpers.following import following

from sources._bluesky_pulse import Pulse
from sources._bluesky_reader import Haul
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.terms import Terms

until = partial(engine.until, seconds=30)


@pytest.mark.parametrize(("bad", "reason"), [
    (b"", "a frame without header and body"),
    (b"\xff\xff\xff", "a frame that is not CBOR"),
    (b"\x81" * 200_000, "a frame that is not CBOR"),
    (frame({"op": 1, "t": "#commit"}, [1, 2]), "a frame without header and body"),
    (frame({"op": 7}, {}), "a frame of no known kind"),
    (frame({}, {}), "a frame of no known kind"),
    (frame({"op": 1, "t": "#commit"}, {}), "an event without a sequence number"),
    (frame({"op": 1, "t": "#commit"}, {"seq": "7"}), "an event without a sequence number"),
    (frame({"op": 1, "t": "#commit"}, {"seq": 2**64 - 1, "repo": DID}), "an event without a sequence number"),
    (commit(3, op("delete", "x"), did=5), "an event without an account"),
    (commit(3, op("delete", "x"), did="did:plc:../x"), "an event without an account"),
    (event("#account", 3, did=None), "an event without an account"),
    (commit(3, op("create", "x", a_record()), tooBig=True), "a commit too big for the stream"),
    (commit(3, op("create", "x", a_record()), blocks=b""), "a post that was not sent along"),
    (commit(3, op("create", "x", a_record()), blocks=b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
     "a post that was not sent along"),
    (commit(3, op("create", "x", a_record()), blocks=None), "a post that was not sent along"),
    (commit(3, op("create", "x")), "a post that was not sent along"),
    (commit(3, op("create", "x", block=b"\xff")), "a record that is not CBOR"),
    (commit(3, op("create", "x", [1])), "a record that is no object"),
    (commit(3, op("create", "x", {"text": "Acme"})), "a record of another type"),
    (commit(3, op("create", "x", a_record(None))), "a post without text"),
    (commit(3, op("create", "x", a_record(5))), "a post without text"),
    (commit(3, op("create", "x", a_record("Acme" * 1000))), "a post longer than the network allows"),
    (commit(3, op("create", "../up", a_record())), "a change without a usable key"),
    (commit(3, op("merge", "x", a_record())), "a change of no known kind"),
    ("some text", "a frame of text"),
])
async def test_what_cannot_be_read_is_counted_and_the_next_post_still_comes(bad: bytes | str, reason: str) -> None:
    async with serve(play(bad, GOOD)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert seen.texts == ["Acme good"]
    assert seen.skipped == {reason: 1}
    assert seen.error is None


@pytest.mark.parametrize("quiet", [
    event("#sync", 3, did=DID, rev="x", blocks=b""), event("#something", 3), event("#info", 3, name="Hello"),
    event("#identity", 3, did=DID), event("#account", 3, did=DID, active=False, status="takendown"),
    event("#account", 3, did=DID, active=False, status=9), event("#tombstone", 3, did=DID),
    commit(3), commit(3, ops=None), commit(3, ops=[None, 3, {"path": 4}, {}]),
    commit(3, op("create", "x", a_record("not ours"))), commit(3, op("delete", "x")),
])
async def test_what_does_not_concern_us_is_passed_over_in_silence(quiet: bytes) -> None:
    async with serve(play(quiet, GOOD)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert (seen.texts, seen.gone, dict(seen.skipped)) == (["Acme good"], [], {})


async def test_one_bad_change_does_not_cost_the_rest_of_its_commit() -> None:
    mixed = commit(3, op("create", "a", a_record("Acme a")), op("create", "b", block=b"\x62\xff\xfe"),
                   op("create", "c", a_record(7)), op("create", "d", a_record("Acme d")))
    async with serve(play(mixed)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert seen.texts == ["Acme a", "Acme d"]
    assert seen.skipped == {"a record that is not CBOR": 1, "a post without text": 1}


@pytest.mark.parametrize(("said", "kept"), [
    ("2026-03-06T11:58:00+01:00", NOON - timedelta(hours=1, minutes=2)),
    ("2026-03-06T11:58:00", NOON - timedelta(minutes=2)),
    ("2026-03-06T12:04:59Z", NOON + timedelta(minutes=4, seconds=59)),
    ("2031-01-01T00:00:00Z", NOON), ("1970-01-01T00:00:00Z", NOON), ("0001-01-01T00:00:00+14:00", NOON),
    ("yesterday", NOON), ("", NOON), (None, NOON), (1741262280, NOON), ("9" * 5000, NOON),
])
async def test_a_post_is_never_dropped_for_its_clock(said: object, kept: datetime) -> None:
    frames = commit(3, op("create", "a", a_record("Acme", createdAt=said)))
    async with serve(play(frames)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    assert seen.posts[0].created_at == kept


@pytest.mark.parametrize("more", [
    {"facets": "x", "embed": 3, "langs": {"a": 1}, "reply": [], "tags": None},
    {"facets": [None, {"features": [None, {"$type": "app.bsky.richtext.facet#link", "uri": 2**63}]}]},
    {"embed": {"$type": "app.bsky.embed.images", "images": [{"alt": None}, None]}},
    {"embed": {"$type": "app.bsky.embed.recordWithMedia", "record": 1, "media": {"$type": "app.bsky.embed.external"}}},
    {"embed": {"$type": "app.bsky.embed.hologram"}, "langs": ["", None, "!!"]},
    {"reply": {"root": {"uri": "javascript:alert(1)"}, "parent": {}}},
    {"embed": {"$type": "app.bsky.embed.external", "external": {"uri": "javascript:alert(1)", "title": None}}},
])
async def test_odd_trimmings_do_not_cost_the_post(more: dict[str, object]) -> None:
    frames = commit(3, op("create", "a", a_record("Acme", **more)))
    async with serve(play(frames)) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    post = seen.posts[0]
    assert (post.links, post.hashtags, post.media_alt, post.root_id, post.parent_id, post.lang, post.quoted) == (
        (), (), (), "", "", "", "")


async def test_all_trimmings_are_read() -> None:
    root, parent = f"at://{DID}/app.bsky.feed.post/r", f"at://{DID}/app.bsky.feed.post/p"
    record = a_record(
        "hello", langs=["pt-BR", "en"], tags=["extra"],
        reply={"root": {"uri": root}, "parent": {"uri": parent}},
        facets=[{"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://a.example/1"},
                              {"$type": "app.bsky.richtext.facet#tag", "tag": "fail"}]}],
        embed={"$type": "app.bsky.embed.recordWithMedia", "record": {"record": {"uri": root}},
               "media": {"$type": "app.bsky.embed.images", "images": [{"alt": "an Acme mug, broken"}, {"alt": ""}]}})
    async with serve(play(commit(3, op("create", "a", record)))) as server, following(source(server.url)) as seen:
        await until(lambda: bool(seen.posts))
    post = seen.posts[0]
    assert (post.root_id, post.parent_id, post.lang) == (root, parent, "pt")
    assert (post.links, post.hashtags) == (("https://a.example/1",), ("fail", "extra"))
    assert post.media_alt == ("an Acme mug, broken",)
    assert post.quoted == f"https://bsky.app/profile/{DID}/post/r"


@pytest.mark.parametrize("code", [1000, 1001, 1008, 1011, 4000])
async def test_any_end_of_the_stream_is_an_error_that_may_heal(code: int) -> None:
    async with serve(play(GOOD, close=code)) as server, following(source(server.url)) as seen:
        await until(lambda: seen.error is not None)
    assert seen.texts == ["Acme good"]
    assert type(seen.error) is SourceError
    assert f"Close code {code} (bye)" in str(seen.error)


async def test_a_cut_line_is_an_error_that_may_heal() -> None:
    async with serve(firehose.drop) as server, following(source(server.url)) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert "broke" in str(seen.error)


@pytest.mark.parametrize(("name", "words"), [
    ("ConsumerTooSlow", "read too slowly"), ("InternalServerError", "InternalServerError: oops"),
    ("", "without a name"),
])
async def test_an_error_frame_is_told_in_words_after_the_posts_before_it(name: str, words: str) -> None:
    async with serve(play(GOOD, fault(name, "oops"), close=1008)) as server, following(source(server.url)) as seen:
        await until(lambda: seen.error is not None)
    assert seen.texts == ["Acme good"]
    assert words in str(seen.error)


async def test_a_busy_stream_that_falls_silent_is_an_error() -> None:
    many = [event("#sync", seq, did=DID) for seq in range(1, 1101)]
    async with serve(play(*many)) as server, following(source(server.url, silence=0.5)) as seen:
        await until(lambda: seen.error is not None)
    assert "fell silent" in str(seen.error)


async def test_a_quiet_server_may_be_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    silent, beat = asyncio.Event(), Pulse.beat

    def heard(pulse: Pulse, frames: int, haul: Haul) -> None:
        beat(pulse, frames, haul)
        if not frames and pulse.seq is not None:
            silent.set()  # a whole round of the source, after the first post, in which nothing came

    monkeypatch.setattr(Pulse, "beat", heard)

    async def pause(socket: web.WebSocketResponse, _: str) -> None:
        await socket.send_bytes(commit(3, op("create", "a", a_record("Acme before"))))
        await silent.wait()
        await socket.send_bytes(GOOD)
        await firehose.until_gone(socket)

    async with serve(pause) as server, following(source(server.url, silence=0.0)) as seen:
        await until(lambda: len(seen.posts) == 2)
    assert seen.error is None


@pytest.mark.parametrize(("status", "kind"), [
    (401, SourceStopped), (403, SourceStopped), (404, SourceStopped), (200, SourceStopped),
    (429, SourceError), (500, SourceError), (503, SourceError),
])
async def test_a_refusal_says_whether_waiting_helps(status: int, kind: type[SourceError]) -> None:
    async with serve(play()) as server:
        server.status, server.headers = status, {"Retry-After": "7"}
        async with following(source(server.url)) as seen:
            await until(lambda: seen.error is not None)
    assert type(seen.error) is kind
    assert f"HTTP {status}" in str(seen.error)
    assert seen.error is not None
    assert seen.error.hint
    assert seen.error.retry_after == (7.0 if kind is SourceError else None)


@pytest.mark.parametrize("status", [200, 401, 403, 404])
async def test_a_server_that_was_heard_before_may_refuse_a_few_times(status: int) -> None:
    async with serve(play(GOOD)) as server:
        follower = source(server.url)
        async with following(follower) as seen:
            await until(lambda: seen.cursor.startswith("7@"))
        errors = list[SourceError | None]()
        server.status = status
        for _ in range(5):
            async with following(follower, seen.cursor) as refused:
                await until(lambda refused=refused: refused.error is not None)  # type: ignore[misc]
            errors.append(refused.error)
        assert [type(error) for error in errors] == [*[SourceError] * 4, SourceStopped]
        server.status = 0
        async with following(follower, seen.cursor) as again:
            await until(lambda: "Acme good" in again.texts)
        server.status = status
        async with following(follower, seen.cursor) as refused:
            await until(lambda: refused.error is not None)
    assert type(refused.error) is SourceError
    assert "a few times more" in str(refused.error)


@pytest.mark.parametrize("url", ["", "bsky.network", "ftp://bsky.network", "http://", "http://[::1", "http://x:99999"])
async def test_a_wrong_address_stops_the_source(url: str) -> None:
    async with following(source(url)) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped
    assert "base_url" in seen.error.hint


async def test_no_terms_stop_the_source() -> None:
    async with following(source("http://127.0.0.1:1", terms=Terms())) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceStopped
    assert "terms.brand" in seen.error.hint


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_server_of_another_kind_is_an_error_in_words(scheme: str) -> None:
    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(b"220 mail.example ESMTP\r\n")
        writer.close()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        async with following(source(f"{scheme}://127.0.0.1:{port}")) as seen:
            await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert ("secure" if scheme == "https" else "protocol") in str(seen.error)


async def test_a_server_that_does_not_answer_is_given_up_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        async with following(source(f"http://127.0.0.1:{deaf.getsockname()[1]}", open_timeout=0.3)) as seen:
            await until(lambda: seen.error is not None)
    assert "did not answer within 0.3 s" in str(seen.error)


async def test_a_host_that_does_not_exist_is_an_error_that_may_heal() -> None:
    async with following(source("https://no-such-host.invalid")) as seen:
        await until(lambda: seen.error is not None)
    assert type(seen.error) is SourceError
    assert "cannot be reached" in str(seen.error)


async def test_the_end_of_the_room_closes_the_socket_cleanly() -> None:
    async with serve(play(GOOD)) as server:
        async with following(source(server.url)) as seen:
            await until(lambda: bool(seen.posts))
        await until(lambda: bool(server.closes))
    assert server.closes == [1000]


async def test_an_old_cursor_is_told_as_a_gap_and_the_stream_goes_on() -> None:
    old = frame({"op": 1, "t": "#info"}, {"name": "OutdatedCursor", "message": "too old"})
    async with serve(play(old, GOOD)) as server:
        place = server.url.removeprefix("http://")
        async with following(source(server.url), f"3@{place}") as seen:
            await until(lambda: bool(seen.posts))
        assert server.cursors == ["3"]
        assert seen.cursor == f"7@{place}"
    assert seen.skipped == {"a gap that the server no longer remembers": 1}


async def test_catching_up_is_told_until_it_is_done() -> None:
    late = event("#sync", 4, did=DID, time="2026-03-06T11:00:00Z")
    async with (
        serve(play(late)) as server,
        following(source(server.url), f"3@{server.url.removeprefix('http://')}") as seen,
    ):
        await until(lambda: seen.batches[-1].caught_up)
    assert [batch.caught_up for batch in seen.batches] == [False, True]
    assert seen.cursor.startswith("4@")


async def test_the_cursor_moves_on_when_nothing_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sources._bluesky_pulse._BEAT", 0.3)

    async def drip(socket: web.WebSocketResponse, _: str) -> None:
        seq = 0
        while not socket.closed:
            seq += 1
            await socket.send_bytes(event("#sync", seq, did=DID))
            await asyncio.sleep(0.02)

    async with serve(drip) as server, following(source(server.url)) as seen:
        await until(lambda: len([batch for batch in seen.batches if batch.cursor]) >= 2)
    assert seen.posts == []
    first, second = [int(batch.cursor.partition("@")[0]) for batch in seen.batches if batch.cursor][:2]
    assert first < second
