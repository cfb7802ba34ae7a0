"""Direct messages on Bluesky: sent once through the account's own server, looked for, and refused in plain words."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from helpers import xrpc
from helpers.pds import Pds
from helpers.xrpc import ANA_DID, NOON, OUR_DID, Xrpc, serving

from sources.bluesky import BlueskyLogin, BlueskyPublisher
from warroom.domain.errors import SendRefused, SendUnknown, SourceError
from warroom.domain.model import Platform, Post
from warroom.domain.reply import new_key

KEY = new_key(NOON, random.Random(1))
WORDS = "We are sorry. What is your order number?"
SEND = "chat.bsky.convo.sendMessage"


def complaint(did: str = ANA_DID) -> Post:
    return Post(platform=Platform.BLUESKY, native_id=f"at://{did}/app.bsky.feed.post/3kaaaaaaaaaaa",
                author="ana.example.com", text="Acme is down", created_at=NOON)


class ChatService:
    """A chat that keeps what it is told, by the account that its caller's server vouches for."""

    def __init__(self, did: str = OUR_DID) -> None:
        self.did = did
        self.messages: list[dict[str, object]] = []
        self.seen: list[str] = []

    async def convo(self, request: web.Request) -> web.Response:
        self.seen.append(request.headers.get("atproto-proxy", ""))
        return web.json_response({"convo": {"id": f"with-{request.query['members']}"}})

    async def take(self, request: web.Request) -> web.Response:
        said = await request.json()
        self.messages.insert(0, {
            "id": f"m{len(self.messages)}", "rev": "1", "text": said["message"]["text"], "sender": {"did": self.did},
            "sentAt": (NOON + timedelta(seconds=len(self.messages))).isoformat().replace("+00:00", "Z"),
            "convo": said["convoId"], "facets": said["message"].get("facets", [])})
        return web.json_response(self.messages[0])

    async def take_and_drop(self, request: web.Request) -> web.Response:
        await self.take(request)
        return await xrpc.drop(request)  # type: ignore[return-value]

    async def tell(self, request: web.Request) -> web.Response:
        del request
        return web.json_response({"messages": self.messages})


@pytest.fixture
async def world() -> AsyncIterator[tuple[Xrpc, ChatService]]:
    async with serving() as server:
        chat = ChatService()
        server.on("chat.bsky.convo.getConvoForMembers", chat.convo)
        server.on("chat.bsky.convo.getMessages", chat.tell)
        server.on(SEND, chat.take)
        yield server, chat


@asynccontextmanager
async def publisher_of(server: Xrpc) -> AsyncIterator[BlueskyPublisher]:
    publisher = BlueskyPublisher(base_url=server.url, login=server.login(), timeout=1.0, now=lambda: NOON)
    try:
        yield publisher
    finally:
        await publisher.close()


async def test_a_message_goes_to_the_author_through_our_own_server(world: tuple[Xrpc, ChatService]) -> None:
    server, chat = world
    async with publisher_of(server) as publisher:
        sent = await publisher.message(complaint(), f"{WORDS} https://acme.example", key=KEY)
        assert (sent.native_id, sent.url) == (f"chat:with-{ANA_DID}/m0", f"https://bsky.app/messages/with-{ANA_DID}")
        assert chat.seen == ["did:web:api.bsky.chat#bsky_chat"]
        assert chat.messages[0]["convo"] == f"with-{ANA_DID}"
        assert chat.messages[0]["facets"]  # its link is one
        with pytest.raises(SourceError, match="cannot be taken back"):
            await publisher.delete(sent)


async def test_a_message_whose_answer_was_lost_is_found_and_only_ours_from_then_counts(
    world: tuple[Xrpc, ChatService],
) -> None:
    server, chat = world
    server.on(SEND, chat.take_and_drop)
    async with publisher_of(server) as publisher:
        assert await publisher.find_message(complaint(), WORDS, key=KEY, since=NOON) is None
        with pytest.raises(SendUnknown, match="may have taken the message"):
            await publisher.message(complaint(), WORDS, key=KEY)
        found = await publisher.find_message(complaint(), WORDS, key=KEY, since=NOON)
        assert found is not None
        assert found.native_id.endswith("/m0")
        later = NOON + timedelta(minutes=1)
        assert await publisher.find_message(complaint(), WORDS, key=KEY, since=later) is None
        chat.messages[0]["sender"] = {"did": ANA_DID}
        assert await publisher.find_message(complaint(), WORDS, key=KEY, since=NOON) is None


async def test_a_message_may_be_longer_than_a_reply(world: tuple[Xrpc, ChatService]) -> None:
    server, chat = world
    async with publisher_of(server) as publisher:
        await publisher.message(complaint(), "a" * 1_000, key=KEY)
        with pytest.raises(SendRefused, match="1001 characters; Bluesky takes 1000"):
            await publisher.message(complaint(), "a" * 1_001, key=KEY)
    assert len(chat.messages) == 1


@pytest.mark.parametrize(("name", "message", "words", "logins"), [
    ("InvalidToken", "Bad token method", "app password may not write direct messages", 1),
    ("InvalidRequest", "recipient has disabled incoming messages", "author takes no messages from us", 1),
    ("InvalidRequest", "Something else", "refuses", 1),
])
async def test_a_message_that_is_refused_was_certainly_not_sent(
    world: tuple[Xrpc, ChatService], name: str, message: str, words: str, logins: int,
) -> None:
    server, chat = world

    async def no(_: web.Request) -> web.Response:
        return xrpc.refusal(400, name, message)

    server.on("chat.bsky.convo.getConvoForMembers", no)
    async with publisher_of(server) as publisher:
        with pytest.raises(SendRefused, match=words):
            await publisher.message(complaint(), WORDS, key=KEY)
    assert chat.messages == []
    assert server.count("createSession") == logins  # another token would be told the same


async def test_before_a_message_left_every_failure_is_a_certain_no(world: tuple[Xrpc, ChatService]) -> None:
    server, chat = world
    server.on("chat.bsky.convo.getConvoForMembers", xrpc.drop)
    async with publisher_of(server) as publisher:
        with pytest.raises(SendRefused):
            await publisher.message(complaint(), WORDS, key=KEY)
        with pytest.raises(SourceError):  # a look that fails is no absence
            await publisher.find_message(complaint(), WORDS, key=KEY, since=NOON)
    assert chat.messages == []


@pytest.mark.pds
async def test_a_real_server_passes_a_message_on_and_an_app_password_needs_the_right_to_it(pds: Pds) -> None:
    ana, brand = await pds.account("ana"), await pds.account("brand")
    chat = ChatService(brand.did)
    vouched: list[str] = []

    async def vouch(request: web.Request) -> web.Response:
        vouched.append(request.headers.get("Authorization", "")[:7])
        return await chat.take(request)

    async def document(request: web.Request) -> web.Response:
        return web.json_response({
            "@context": ["https://www.w3.org/ns/did/v1"], "id": f"did:web:localhost%3A{request.url.port}",
            "service": [{"id": "#bsky_chat", "type": "BskyChatService",
                         "serviceEndpoint": f"http://localhost:{request.url.port}"}]})

    app = web.Application()
    app.add_routes([web.get("/.well-known/did.json", document),
                    web.get("/xrpc/chat.bsky.convo.getConvoForMembers", chat.convo),
                    web.get("/xrpc/chat.bsky.convo.getMessages", chat.tell), web.post(f"/xrpc/{SEND}", vouch)])
    async with TestServer(app, host="127.0.0.1") as service:
        for privileged in (False, True):
            made = await brand.client.com.atproto.server.create_app_password(
                {"name": f"desk {privileged}", "privileged": privileged})
            publisher = BlueskyPublisher(
                base_url=pds.url, login=BlueskyLogin(identifier=brand.handle, app_password=made.password),
                chat_service=f"did:web:localhost%3A{service.port}#bsky_chat")
            try:
                if not privileged:
                    with pytest.raises(SendRefused, match="app password may not write direct messages"):
                        await publisher.message(complaint(ana.did), WORDS, key=KEY)
                    continue
                sent = await publisher.message(complaint(ana.did), WORDS, key=KEY)
                found = await publisher.find_message(complaint(ana.did), WORDS, key=KEY, since=NOON)
            finally:
                await publisher.close()
            assert found is not None
            assert found.native_id == sent.native_id
    assert [one["text"] for one in chat.messages] == [WORDS]
    assert vouched == ["Bearer "]  # our server says who we are
