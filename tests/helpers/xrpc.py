"""A scripted Bluesky server: it logs people in and answers the calls that a test gives it answers for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from aiohttp import web
from helpers.rig_bluesky import MemorySessions

from sources.bluesky import BlueskyLogin

OUR_DID = "did:plc:acme22222222222222222222"
ANA_DID = "did:plc:ana222222222222222222222"
HANDLE = "acme.example.com"
PASSWORD = "correct horse"
NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Xrpc:
    """``answers`` are by method; ``calls`` counts them all. Tokens are no JWTs, as a server may have them."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.calls: list[tuple[str, Mapping[str, object]]] = []
        self.good_tokens: set[str] = set()
        self.good_refreshes: set[str] = set()
        self.headers: dict[str, str] = {}
        self.url = ""
        self._made = 0

    def count(self, method: str) -> int:
        return sum(name.endswith(method) for name, _ in self.calls)

    def last(self, method: str) -> Mapping[str, object]:
        return next(said for name, said in reversed(self.calls) if name.endswith(method))

    def on(self, method: str, answer: Answer | object) -> None:
        """Answer a method with a JSON value, or by a function."""
        async def same(_: web.Request) -> web.Response:
            return web.json_response(answer)

        self.answers[method] = answer if callable(answer) else same

    def expire(self) -> None:
        """Every access token that is out there is worn from now on."""
        self.good_tokens.clear()

    def login(self, sessions: MemorySessions | None = None, password: str = PASSWORD) -> BlueskyLogin:
        return BlueskyLogin(identifier=HANDLE, app_password=password, sessions=sessions)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        method = request.path.removeprefix("/xrpc/")
        body = json.loads(await request.read() or b"{}") if request.method == "POST" else {}
        self.calls.append((method, {**request.query, **body}))
        answer = await self._answer(method, request, body)
        if not answer.prepared:
            answer.headers.update(self.headers)
        return answer

    async def _answer(self, method: str, request: web.Request, body: Mapping[str, object]) -> web.StreamResponse:
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if method in self.answers:
            # A scripted answer to a login is for everybody; to anything else for those who are logged in.
            if not bearer or bearer in self.good_tokens or "Session" in method:
                return await self.answers[method](request)
            return refusal(400, "ExpiredToken", "Token has expired")
        match method:
            case "com.atproto.server.createSession":
                if body.get("password") != PASSWORD:
                    return refusal(401, "AuthenticationRequired", "Invalid identifier or password")
                return self._new_session()
            case "com.atproto.server.refreshSession":
                if bearer not in self.good_refreshes:
                    return refusal(400, "ExpiredToken", "Token has been revoked")
                self.good_refreshes.discard(bearer)
                return self._new_session()
            case "com.atproto.server.describeServer":
                return web.json_response({"did": "did:web:localhost"})
        if bearer not in self.good_tokens:
            return refusal(400, "InvalidToken", "Token could not be verified")
        if method == "com.atproto.server.getSession":
            return web.json_response({"handle": HANDLE, "did": OUR_DID, "active": True})
        return refusal(400, "InvalidRequest", f"No service configured for {method}")

    def _new_session(self) -> web.Response:
        self._made += 1
        access, refresh = f"access-{self._made}", f"refresh-{self._made}"
        self.good_tokens.add(access)
        self.good_refreshes.add(refresh)
        return web.json_response({"accessJwt": access, "refreshJwt": refresh, "handle": HANDLE, "did": OUR_DID})


def refusal(status: int, name: str = "", message: str = "", **headers: str) -> web.Response:
    return web.json_response({"error": name, "message": message}, status=status,
                             headers={name.replace("_", "-"): value for name, value in headers.items()})


async def hang(_: web.Request) -> web.Response:
    await asyncio.Event().wait()
    return web.Response()


async def drop(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


def text(words: str, kind: str = "application/json", status: int = 200) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=words, content_type=kind, status=status)

    return answer


def status(code: int, name: str = "", message: str = "", **headers: str) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return refusal(code, name, message, **headers)

    return answer


def a_view(key: str, words: object = "Acme is down", *, did: str = ANA_DID, at: datetime = NOON,
           **more: object) -> dict[str, object]:
    """A post as an AppView shows it."""
    stamp = at.isoformat().replace("+00:00", "Z")
    return {
        "uri": f"at://{did}/app.bsky.feed.post/{key}", "cid": f"bafy{key}",
        "author": {"did": did, "handle": f"{did[8:11]}.example.com", "displayName": "Ana"},
        "record": {"$type": "app.bsky.feed.post", "text": words, "createdAt": stamp, **_record_part(more)},
        "indexedAt": stamp, "likeCount": 0, "repostCount": 0, "replyCount": 0,
        **{name: value for name, value in more.items() if name not in ("reply", "langs", "facets")}}


def _record_part(more: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in more.items() if name in ("reply", "langs", "facets")}


@asynccontextmanager
async def serving(*others: tuple[str, Answer]) -> AsyncIterator[Xrpc]:
    """Run one on a free port of this machine; ``others`` are routes beside its calls."""
    server = Xrpc()
    app = web.Application()
    for path, answer in others:
        app.router.add_get(path, answer)
    app.router.add_route("*", "/xrpc/{method:.*}", server.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()
