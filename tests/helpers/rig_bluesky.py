"""Bluesky for the contract tests: the real PDS, with a proxy before it that makes the faults."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import ClassVar, cast

import aiohttp
import pytest
from aiohttp import web
from helpers.app_view import LISTS, AppView
from helpers.gate import Gate, Moment
from helpers.pds import COLLECTION, Account, Pds, patient_client
from helpers.platforms import TERM, Fault, Side
from helpers.ports import free_ports

from sources.bluesky import BlueskyLogin, BlueskyPublisher, BlueskySource, BlueskyThreads
from warroom.domain.model import Platform
from warroom.domain.terms import Terms

PASSWORD = "correct horse"
#: For good they would stop a source: what answers so is not a server to listen to.
_REFUSALS = frozenset({Fault.UNAUTHORIZED, Fault.FORBIDDEN, Fault.NOT_FOUND})
_WRITES = ("putRecord", "createRecord")
_THREADS = ("getPostThread", "getRecord")
#: Of each PDS, the sessions of the brand's account and of somebody else's: making accounts is slow.
_PEOPLE: dict[int, tuple[str, str]] = {}


class MemorySessions:
    """Keeps a session as long as the test runs."""

    def __init__(self) -> None:
        self.kept = ""
        self.saves = 0

    def load(self) -> str | None:
        return self.kept or None

    def save(self, session: str) -> None:
        self.kept = session
        self.saves += 1


class Rig:
    """See ``helpers.platforms.PlatformRig``."""

    platform = Platform.BLUESKY
    logs_in = False
    patience = 1.0
    faults: ClassVar = {
        Side.READ: frozenset({
            Fault.LIMITED, Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.UNKNOWN_ERROR,
            Fault.DOWN, Fault.MALFORMED, Fault.SLOW, Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.HANG,
            Fault.CLOSE_1000, Fault.CLOSE_1001, Fault.HTML, Fault.EMPTY}),
        Side.WRITE: frozenset({
            Fault.LIMITED, Fault.ERROR, Fault.BAD_GATEWAY, Fault.UNAVAILABLE, Fault.TIMEOUT, Fault.UNKNOWN_ERROR,
            Fault.DOWN, Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.HANG, Fault.MALFORMED, Fault.HTML, Fault.EMPTY}),
    }
    lasting = _REFUSALS
    tells_replies = False
    repeats_safely = True
    #: True where the proxy also answers searches and notifications, which the PDS does not.
    has_app_view = False

    def __init__(self, pds: Pds, brand: Account, somebody: Account) -> None:
        self.handle = brand.handle
        self.writes = 0
        self.met = 0
        self.logins = 0
        self.sessions = MemorySessions()
        self.proxy_port = free_ports(1)[0]
        self.url = f"http://127.0.0.1:{self.proxy_port}"
        self._pds = pds
        self._brand = brand
        self._somebody = somebody
        self._waiting: dict[Side, list[Fault]] = {Side.READ: [], Side.WRITE: []}
        self._always: dict[Side, Fault | None] = {Side.READ: None, Side.WRITE: None}
        self._sockets: set[web.WebSocketResponse] = set()
        self._gate: Gate | None = None
        self._runner: web.AppRunner | None = None
        self._client: aiohttp.ClientSession | None = None
        self._released = asyncio.Event()
        self._app_view = AppView(pds.url, somebody)

    def source(self) -> BlueskySource:
        return BlueskySource(base_url=self.url, terms=Terms(brand=(TERM,)), open_timeout=1.5, patience=20)

    def publisher(self, *, bad_login: bool = False) -> BlueskyPublisher:
        login = BlueskyLogin(identifier=self.handle, app_password="wrong" if bad_login else PASSWORD,
                             sessions=None if bad_login else self.sessions)
        return BlueskyPublisher(base_url=self.url, login=login, timeout=2)

    def threads(self) -> BlueskyThreads:
        return BlueskyThreads(base_url=self.url, login=BlueskyLogin(
            identifier=self.handle, app_password=PASSWORD, sessions=self.sessions), timeout=2)

    async def post(self, text: str, *, reply_to: str = "") -> str:
        if not reply_to:
            return await self._somebody.post(text)
        did, _, key = reply_to.removeprefix("at://").split("/")
        found = await self._somebody.client.com.atproto.repo.get_record(
            {"repo": did, "collection": COLLECTION, "rkey": key})
        above = found.value["reply"]
        return await self._somebody.reply(above["root"]["uri"] if above else reply_to, reply_to, text)

    async def edit(self, native_id: str, text: str) -> None:
        await self._somebody.edit(native_id, text)

    async def delete(self, native_id: str) -> None:
        await self._somebody.delete(native_id)

    async def ours(self, native_id: str) -> list[str]:
        client, found, cursor = self._brand.client, list[str](), None
        while True:
            listed = await client.com.atproto.repo.list_records(
                {"repo": self._brand.did, "collection": COLLECTION, "limit": 100, "reverse": True, "cursor": cursor})
            found += [each.value["text"] for each in listed.records
                      if each.value["reply"] and each.value["reply"]["parent"]["uri"] == native_id]
            cursor = listed.cursor
            if not cursor:
                return found

    def fault(self, fault: Fault, side: Side = Side.READ, *, times: int | None = 1) -> None:
        if times is None:
            self._always[side] = fault
        else:
            self._waiting[side] += [fault] * times
        if side is Side.READ:
            # A source hears by one long connection: it ends now, so that the next one meets the fault.
            for socket in list(self._sockets):
                _cut(socket)

    def hold(self, moment: Moment) -> Gate:
        self._gate = Gate(moment)
        return self._gate

    def mend(self) -> None:
        for side in Side:
            self._waiting[side].clear()
            self._always[side] = None

    async def stop(self) -> None:
        await self.close_proxy()
        await asyncio.to_thread(self._pds.kill)

    async def start(self) -> None:
        await asyncio.to_thread(self._pds.start)
        await self.open_proxy()

    async def open_proxy(self) -> None:
        self._client = aiohttp.ClientSession()
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.proxy_port).start()

    async def close_proxy(self) -> None:
        self._released.set()
        for socket in list(self._sockets):
            _cut(socket)
        if self._runner is not None:
            await self._runner.cleanup()
        if self._client is not None:
            await self._client.close()
        self._released = asyncio.Event()

    def _next(self, side: Side) -> Fault | None:
        fault = self._waiting[side].pop(0) if self._waiting[side] else self._always[side]
        self.met += fault is not None
        return fault

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.path.endswith("subscribeRepos"):
            return await self._stream(request)
        if request.path.endswith("createSession"):
            self.logins += 1
        if request.path.endswith(_THREADS) and (fault := self._next(Side.READ)) is not None:
            return _status(fault) if fault.isdecimal() else _drop(request)
        if request.path.endswith(LISTS) and self.has_app_view:
            return await self._list(request)
        if not request.path.endswith(_WRITES):
            return await self._forward(request)
        self.writes += 1
        if self._gate is not None:
            # A look is the same write again: it finds the first one, or makes the one that there is.
            return await self._gate.serve(request, lambda: self._forward(request), writes=True, looks=True)
        match fault := self._next(Side.WRITE):
            case None:
                return await self._forward(request)
            case Fault.DROP_BEFORE:
                return _drop(request)
            case Fault.HANG:
                await self._released.wait()
                return _drop(request)
            case Fault.DROP_AFTER:
                await self._forward(request)
                return _drop(request)
            case Fault.MALFORMED | Fault.HTML | Fault.EMPTY:
                await self._forward(request)
                return _nonsense(fault)
        return _status(fault)

    async def _list(self, request: web.Request) -> web.StreamResponse:
        assert self._client is not None
        match fault := self._next(Side.READ):
            case Fault.DROP_BEFORE | Fault.DROP_AFTER | Fault.CLOSE_1000 | Fault.CLOSE_1001:
                return _drop(request)
            case Fault.HANG:
                await self._released.wait()
                return _drop(request)
            case Fault.MALFORMED | Fault.HTML | Fault.EMPTY:
                return _nonsense(fault)
            case Fault.EXPIRED:
                return web.json_response({"error": "ExpiredToken", "message": "Token has expired"}, status=400)
            case None | Fault.SLOW:
                await asyncio.sleep(0 if fault is None else 0.5)
                return await self._app_view.answer(request, self._client)
        return _status(fault)

    async def _forward(self, request: web.Request) -> web.Response:
        assert self._client is not None
        kept = {name: value for name, value in request.headers.items()
                if name.lower() in ("authorization", "content-type", "accept")}
        async with self._client.request(request.method, f"{self._pds.url}{request.path_qs}", headers=kept,
                                        data=await request.read()) as answer:
            return web.Response(status=answer.status, body=await answer.read(),
                                headers={"Content-Type": answer.headers.get("Content-Type", "text/plain")})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        fault = self._next(Side.READ)
        if fault is Fault.DROP_BEFORE:
            return _drop(request)
        if fault is Fault.HANG:
            await self._released.wait()
            return _drop(request)
        if fault is not None and fault.isdigit():
            return _status(fault)
        if fault in (Fault.HTML, Fault.EMPTY):
            return _nonsense(fault)
        if fault is Fault.SLOW:
            await asyncio.sleep(0.5)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            if fault is Fault.DROP_AFTER:
                _cut(socket)
            elif fault in (Fault.CLOSE_1000, Fault.CLOSE_1001):
                await socket.close(code=1000 if fault is Fault.CLOSE_1000 else 1001)
            else:
                if fault is Fault.MALFORMED:
                    await socket.send_bytes(b"\xff\xfe{not a frame")
                await self._pump(request, socket)
        finally:
            self._sockets.discard(socket)
        return socket

    async def _pump(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        assert self._client is not None
        async with self._client.ws_connect(f"{self._pds.url}{request.path_qs}", max_msg_size=2**24) as upstream:
            async def down() -> None:
                async for message in upstream:
                    await socket.send_bytes(cast("bytes", message.data))

            pumping = asyncio.create_task(down())
            try:
                async for _ in socket:
                    continue
            finally:
                pumping.cancel()
                await asyncio.gather(pumping, return_exceptions=True)


def _drop(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _cut(socket: web.WebSocketResponse) -> None:
    transport = socket._req.transport if socket._req else None
    if transport is not None:
        transport.abort()


def _status(fault: Fault) -> web.Response:
    return web.json_response({"error": "Scripted", "message": "a fault on demand"}, status=int(fault),
                             headers={"Retry-After": "1"} if fault is Fault.LIMITED else {})


def _nonsense(fault: Fault) -> web.Response:
    match fault:
        case Fault.MALFORMED:
            return web.Response(text='{"uri": "at://', content_type="application/json")
        case Fault.HTML:
            return web.Response(text="<h1>Welcome to the hotel's network</h1>", content_type="text/html")
    return web.Response()


async def _again(pds: Pds, session: str) -> Account:
    """Somebody who was there before, with a client of this test's own event loop."""
    client = patient_client(pds.url)
    await client.login(session_string=session, fetch_bsky_profile=False)
    assert client._session is not None
    return Account(client, client._session.did, client._session.handle)


@asynccontextmanager
async def open_rig(request: pytest.FixtureRequest, kind: type[Rig] | None = None) -> AsyncIterator[Rig]:
    """A rig on the PDS that all tests share; skips, or in CI fails, where that is not installed."""
    pds: Pds = request.getfixturevalue("pds")
    if id(pds) not in _PEOPLE:
        made = [await pds.account(f"brand{secrets.token_hex(2)}"), await pds.account("somebody")]
        _PEOPLE[id(pds)] = (made[0].client.export_session_string(), made[1].client.export_session_string())
    rig = (kind or Rig)(pds, *[await _again(pds, session) for session in _PEOPLE[id(pds)]])
    await rig.open_proxy()
    try:
        yield rig
    finally:
        await rig.close_proxy()
