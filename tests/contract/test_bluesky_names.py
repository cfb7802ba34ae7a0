"""Whose posts they are: names and reach from the AppView, handles that are checked, and no stream waits for them."""

from __future__ import annotations

import asyncio
import json
from functools import partial

import pytest
from aiohttp import web
from helpers import engine
from helpers.firehose import DID, GOOD, a_record, commit, event, op, play, serve, source
from helpers.following import following

until = partial(engine.until, seconds=30)


async def test_names_and_reach_come_from_the_appview_in_one_question() -> None:
    posts = [commit(seq, op("create", "a", a_record(f"Acme {seq}")), did=f"did:plc:user{seq:04d}")
             for seq in range(1, 6)]
    async with serve(play(*posts)) as server, following(source(server.url, appview=server.url)) as seen:
        await until(lambda: len(seen.posts) == 5)
    assert [(post.author, post.author_name, post.reach, post.verified) for post in seen.posts] == [
        (f"{seq:04d}.example.com", "Ana", 1234, True) for seq in range(1, 6)]
    assert sum(map(len, server.profiles)) == 5


async def test_a_handle_that_is_only_claimed_is_not_believed() -> None:
    async def describe(_: web.Request) -> web.Response:
        return web.json_response({"handle": "acme.com", "handleIsCorrect": False})

    claim = event("#identity", 1, did=DID, handle="acme.com")
    async with serve(play(GOOD)) as server:
        server.describe = describe
        async with following(source(server.url)) as seen:
            await until(lambda: bool(seen.posts))
    async with serve(play(claim, GOOD)) as relay, following(source(relay.url, appview=relay.url)) as told:
        await until(lambda: bool(told.posts))
    assert seen.posts[0].author == DID
    assert told.posts[0].author == "2222.example.com"


@pytest.mark.parametrize("answer", ["hang", "500", "400", "html", "odd"])
async def test_a_directory_that_fails_leaves_the_did_and_never_holds_the_stream(answer: str) -> None:
    forever = asyncio.Event()

    async def describe(_: web.Request) -> web.Response:
        match answer:
            case "hang":
                await forever.wait()
            case "500" | "400":
                return web.Response(status=int(answer))
            case "html":
                return web.Response(text="<html>", content_type="text/html")
        return web.Response(text=json.dumps({"handle": "not a handle\x1b[31m", "displayName": 5}))

    posts = [commit(seq, op("create", "a", a_record(f"Acme {seq}")), did=f"did:plc:user{seq:04d}") for seq in range(50)]
    async with serve(play(*posts)) as server:
        server.describe = describe
        async with following(source(server.url, patience=0.2)) as seen:
            await until(lambda: len(seen.posts) == 50)
        forever.set()
    assert [post.author for post in seen.posts] == [f"did:plc:user{seq:04d}" for seq in range(50)]


async def test_a_name_that_is_learned_late_stands_on_the_next_post() -> None:
    answered, more = asyncio.Event(), asyncio.Event()

    async def describe(_: web.Request) -> web.Response:
        await answered.wait()
        return web.json_response({"handle": "ana.example.com"})

    async def script(socket: web.WebSocketResponse, _: str) -> None:
        await socket.send_bytes(commit(1, op("create", "a", a_record("Acme 1"))))
        seq = 1
        await more.wait()
        while not socket.closed:
            seq += 1
            await socket.send_bytes(commit(seq, op("create", f"a{seq}", a_record(f"Acme {seq}"))))
            await asyncio.sleep(0.05)

    async with serve(script) as server:
        server.describe = describe
        async with following(source(server.url, patience=0.1)) as seen:
            await until(lambda: len(seen.posts) == 1)
            answered.set()
            more.set()
            await until(lambda: seen.posts[-1].author == "ana.example.com")
    assert seen.posts[0].author == DID
