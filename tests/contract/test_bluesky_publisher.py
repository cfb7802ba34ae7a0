"""Bluesky's own rules for replies: facets, references, gates, lengths, and the key that makes a repeat harmless."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from aiohttp import web
from helpers import xrpc
from helpers.pds import Pds
from helpers.rig_bluesky import PASSWORD, MemorySessions
from helpers.xrpc import ANA_DID, NOON, OUR_DID, Xrpc, a_view, serving, status

from sources.bluesky import BlueskyLogin, BlueskyPublisher
from warroom.domain.errors import SendRefused, SendUnknown, SourceError
from warroom.domain.model import Platform, Post
from warroom.domain.outgoing import LIMITS, overflow
from warroom.domain.reply import Sent, new_key

POST = f"at://{ANA_DID}/app.bsky.feed.post/3kaaaaaaaaaaa"
KEY = new_key(NOON, random.Random(1))
GET_POSTS, GET_RECORD, PUT = "app.bsky.feed.getPosts", "com.atproto.repo.getRecord", "com.atproto.repo.putRecord"
FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"


def complaint(native_id: str = POST, **more: object) -> Post:
    fields: dict[str, object] = {"platform": Platform.BLUESKY, "native_id": native_id, "author": "ana.example.com",
                                 "text": "Acme is down", "created_at": NOON, "lang": "en"}
    return Post(**(fields | more))  # type: ignore[arg-type]


@asynccontextmanager
async def publisher_of(server: Xrpc, **more: object) -> AsyncIterator[BlueskyPublisher]:
    publisher = BlueskyPublisher(base_url=server.url, login=server.login(), timeout=1.0, now=lambda: NOON,
                                 **more)  # type: ignore[arg-type]
    try:
        yield publisher
    finally:
        await publisher.close()


@pytest.fixture
async def server() -> AsyncIterator[Xrpc]:
    async with serving() as running:
        async def put(_: web.Request) -> web.Response:
            return web.json_response({"uri": f"at://{OUR_DID}/app.bsky.feed.post/{KEY}", "cid": "bafyours"})

        running.on(GET_POSTS, {"posts": [a_view("3kaaaaaaaaaaa")]})
        running.on(PUT, put)
        running.on("com.atproto.identity.resolveHandle", {"did": "did:plc:ben222222222222222222222"})
        yield running


def record_of(server: Xrpc) -> Mapping[str, object]:
    record = server.last(PUT)["record"]
    assert isinstance(record, dict)
    return record


async def test_links_mentions_and_tags_are_live_at_their_bytes(server: Xrpc) -> None:
    text = "Café 👋 @ben.test see https://acme.example/é?a=b. #sorry"
    async with publisher_of(server) as publisher:
        await publisher.reply(complaint(), text, key=KEY)
    data = text.encode()
    cut = [(data[facet["index"]["byteStart"]:facet["index"]["byteEnd"]].decode(), facet["features"][0])  # type: ignore[index]
           for facet in record_of(server)["facets"]]  # type: ignore[attr-defined]
    assert cut == [
        ("@ben.test", {"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:ben222222222222222222222"}),
        ("https://acme.example/é?a=b", {"$type": "app.bsky.richtext.facet#link", "uri": "https://acme.example/é?a=b"}),
        ("#sorry", {"$type": "app.bsky.richtext.facet#tag", "tag": "sorry"}),
    ]


async def test_a_mention_of_nobody_stays_plain_text_and_the_reply_goes_out(server: Xrpc) -> None:
    server.on("com.atproto.identity.resolveHandle", status(400, "HandleNotFound", "Unable to resolve handle"))
    async with publisher_of(server) as publisher:
        await publisher.reply(complaint(), "thanks @nobody.test", key=KEY)
    assert "facets" not in record_of(server)


async def test_a_reply_names_root_and_parent_as_they_are_now(server: Xrpc) -> None:
    root = {"uri": f"at://{ANA_DID}/app.bsky.feed.post/3kroot", "cid": "bafyroot"}
    view = a_view("3kaaaaaaaaaaa", reply={"root": root, "parent": root})
    server.on(GET_POSTS, {"posts": [view]})
    async with publisher_of(server) as publisher:
        await publisher.reply(complaint(), "sorry", key=KEY)
    record = record_of(server)
    assert record["reply"] == {"root": root, "parent": {"uri": POST, "cid": "bafy3kaaaaaaaaaaa"}}
    assert (record["createdAt"], record["langs"]) == ("2026-03-06T12:00:00.000Z", ["en"])
    assert server.last(PUT)["rkey"] == KEY


@pytest.mark.parametrize(("view", "words"), [
    (a_view("3kaaaaaaaaaaa", viewer={"replyDisabled": True}), "limited who may reply"),
    (a_view("3kaaaaaaaaaaa", author={"did": ANA_DID, "handle": "a.b", "viewer": {"blockedBy": True}}), "block"),
    (a_view("3kaaaaaaaaaaa", author={"did": ANA_DID, "handle": "a.b", "viewer": {"blocking": "at://x"}}), "block"),
])
async def test_a_reply_that_nobody_would_see_is_refused_before_it_is_sent(
    server: Xrpc, view: dict[str, object], words: str,
) -> None:
    server.on(GET_POSTS, {"posts": [view]})
    async with publisher_of(server) as publisher:
        with pytest.raises(SendRefused, match=words):
            await publisher.reply(complaint(), "sorry", key=KEY)
    assert server.count(PUT) == 0


@pytest.mark.parametrize("gone", [
    status(400, "RecordNotFound", "Could not locate record"), status(400, "InvalidRequest", "Could not locate record"),
])
async def test_a_post_that_is_gone_cannot_be_answered(server: Xrpc, gone: xrpc.Answer) -> None:
    server.on(GET_POSTS, {"posts": []})
    server.on(GET_RECORD, gone)
    async with publisher_of(server) as publisher:
        with pytest.raises(SendRefused, match="cannot be found"):
            await publisher.reply(complaint(), "sorry", key=KEY)
    assert server.count(PUT) == 0


async def test_a_post_that_the_app_view_has_not_seen_yet_is_answered_by_its_record(server: Xrpc) -> None:
    server.on(GET_POSTS, {"posts": []})
    server.on(GET_RECORD, {"uri": POST, "cid": "bafynew", "value": {"text": "Acme?"}})
    async with publisher_of(server) as publisher:
        await publisher.reply(complaint(), "sorry", key=KEY)
    assert record_of(server)["reply"] == {name: {"uri": POST, "cid": "bafynew"} for name in ("root", "parent")}


@pytest.mark.parametrize(("text", "count"), [
    ("a" * 300, 300), (FAMILY * 300, 300), ("e\u0301" * 300, 300), ("\U0001f1e9\U0001f1ea" * 10, 10), ("\r\n", 1),
    ("\N{HANGUL SYLLABLE GAG}" * 3, 3), ("", 0),
])
def test_a_character_is_what_a_reader_sees(text: str, count: int) -> None:
    assert overflow(text, LIMITS[Platform.BLUESKY])[0] == count


@pytest.mark.parametrize(("text", "words"), [
    ("a" * 301, "301 characters"), (FAMILY * 200, "3,000 bytes"), ("", "no text"), (" \n", "no text"),
])
async def test_a_reply_of_a_wrong_length_is_refused_without_a_call(server: Xrpc, text: str, words: str) -> None:
    async with publisher_of(server) as publisher:
        with pytest.raises(SendRefused, match=words):
            await publisher.reply(complaint(), text, key=KEY)
    assert not server.calls


async def test_a_repeat_finds_what_an_earlier_try_put_there_and_leaves_it(server: Xrpc) -> None:
    server.on(PUT, status(400, "InvalidSwap", "Record was at bafyother"))
    server.on(GET_RECORD, {"uri": "x", "cid": "c", "value": {"text": "sorry", "createdAt": "2026-03-06T11:00:00Z"}})
    async with publisher_of(server) as publisher:
        sent = await publisher.reply(complaint(), "sorry", key=KEY)
    assert sent.at == datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
    assert server.last(PUT)["swapRecord"] is None


@pytest.mark.parametrize("standing", [
    xrpc.text('{"value": {"text": "other words"}}'), status(500), status(400, "RecordNotFound"),
])
async def test_what_stands_in_the_reply_s_place_and_is_not_it_is_for_a_person(
    server: Xrpc, standing: xrpc.Answer,
) -> None:
    server.on(PUT, status(400, "InvalidSwap"))
    server.on(GET_RECORD, standing)
    async with publisher_of(server) as publisher:
        with pytest.raises(SendUnknown):
            await publisher.reply(complaint(), "sorry", key=KEY)


@pytest.mark.parametrize(("answer", "kind"), [
    (xrpc.text('{"uri": "at://somebody/else"}'), SendUnknown), (xrpc.text("{}"), SendUnknown),
    (xrpc.hang, SendUnknown), (xrpc.drop, SendUnknown), (status(503, Retry_After="9"), SendUnknown),
    (status(400, "InvalidRecord", "bad"), SendRefused), (status(413), SendRefused), (status(403), SendRefused),
])
async def test_only_a_clear_no_is_told_as_not_sent(
    server: Xrpc, answer: xrpc.Answer, kind: type[SendRefused | SendUnknown],
) -> None:
    server.on(PUT, answer)
    async with publisher_of(server) as publisher:
        with pytest.raises(kind) as caught:
            await publisher.reply(complaint(), "sorry", key=KEY)
    assert caught.value.hint
    assert server.count(PUT) == 1


async def test_a_worn_token_is_renewed_and_the_reply_goes_out_once(server: Xrpc) -> None:
    async with publisher_of(server) as publisher:
        await publisher.account()
        server.expire()
        await publisher.reply(complaint(), "sorry", key=KEY)
    assert (server.count("refreshSession"), server.count("createSession")) == (1, 1)


async def test_before_the_reply_left_every_failure_is_a_certain_no(server: Xrpc) -> None:
    server.on(GET_POSTS, status(502))
    async with publisher_of(server) as publisher:
        with pytest.raises(SendRefused):
            await publisher.reply(complaint(), "sorry", key=KEY)
    assert server.count(PUT) == 0


async def test_a_look_that_fails_is_no_absence(server: Xrpc) -> None:
    server.on(GET_RECORD, status(502))
    async with publisher_of(server) as publisher:
        with pytest.raises(SourceError):
            await publisher.find(complaint(), "sorry", key=KEY, since=NOON)
        with pytest.raises(SourceError):
            await publisher.delete(Sent(Platform.BLUESKY, "https://bsky.app/profile/x", "", NOON))


@pytest.mark.pds
async def test_on_a_real_server_a_reply_with_facets_is_taken_found_repeated_and_deleted(pds: Pds) -> None:
    ana, brand = await pds.account("ana"), await pds.account("brand")
    uri = await ana.post("Acme is down 👋")
    publisher = BlueskyPublisher(base_url=pds.url, login=BlueskyLogin(
        identifier=brand.handle, app_password=PASSWORD, sessions=MemorySessions()))
    key = new_key(datetime.now(UTC), random.Random(2))
    text = f"Entschuldigung, wir sind dran 🙏 @{ana.handle} https://acme.example/status #sorry"
    try:
        sent = await publisher.reply(complaint(uri), text, key=key)
        again = await publisher.reply(complaint(uri), text, key=key)
        found = await publisher.find(complaint(uri), text, key=key, since=NOON)
        assert sent.native_id == again.native_id == f"at://{brand.did}/app.bsky.feed.post/{key}"
        assert found is not None
        assert found.native_id == sent.native_id
        listed = await brand.client.com.atproto.repo.list_records(
            {"repo": brand.did, "collection": "app.bsky.feed.post"})
        assert len(listed.records) == 1
        value = listed.records[0].value
        assert value["reply"]["parent"]["uri"] == value["reply"]["root"]["uri"] == uri
        assert [facet["features"][0]["py_type"].partition("#")[2] for facet in value["facets"]] == [
            "mention", "link", "tag"]
        await publisher.delete(sent)
        await publisher.delete(sent)
        assert await publisher.find(complaint(uri), text, key=key, since=NOON) is None
    finally:
        await publisher.close()
