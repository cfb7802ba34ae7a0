"""Reddit on loopback, as far as warroom asks it: listings, search, info, threads, inbox, replies, OAuth, and faults.

The real asyncpraw talks to it over HTTP; ``reddit_data`` says what is there, ``reddit_faults`` breaks it.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web
from helpers.gate import Gate
from helpers.platforms import Fault, Side
from helpers.ports import free_ports
from helpers.reddit_data import Data, listed, shown
from helpers.reddit_faults import TAKEN, RedditFaults

#: Whose token a request bears.
USER = web.RequestKey("user", str)


class RedditServer(RedditFaults):
    """The logins, what the server was asked, and its handlers."""

    def __init__(self) -> None:
        super().__init__()
        self.apps = {"app": "s3cret-of-the-app"}
        self.passwords = {"acme_care": "s3cret-password"}
        self.refresh_tokens = {"s3cret-refresh": "acme_care"}
        self.codes = {"s3cret-code": "http://localhost:8912"}
        self.scopes = "*"
        self.closed: dict[str, int] = {}
        self.locked: set[str] = set()
        self.refusal: list[object] | None = None
        self.ratelimit: float | None = None
        self.tokens: dict[str, str] = {}
        self.token_answer: Callable[[], web.Response] | None = None
        self.token_requests: list[dict[str, str]] = []
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.writes = 0
        self.gate: Gate | None = None
        self.held = 1000
        self.most = 1000
        self.used = 0
        self.reset = 600
        self.limit_headers: Callable[[], dict[str, str]] | None = None
        self.extra: deque[object] = deque()
        self.answers: dict[str, Callable[[], web.Response]] = {}
        self.url = ""
        self._token_numbers = itertools.count(1)
        self._runner: web.AppRunner | None = None
        self._port = free_ports(1)[0]

    def expire(self) -> None:
        """No token is good any more."""
        self.tokens.clear()

    # The server -------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        app = web.Application(middlewares=[self._serve])
        add = app.router.add_route
        add("POST", "/api/v1/access_token", self._token)
        add("GET", "/api/v1/me", self._me)
        add("GET", "/r/{subreddit}/{kind:new|comments|about}", self._subreddit)
        add("GET", "/search", self._search)
        add("GET", "/api/info", self._info)
        add("GET", "/comments/{number}", self._thread)
        add("GET", "/api/morechildren", self._more)
        add("GET", "/message/inbox", self._inbox)
        add("GET", "/user/{name}/comments", self._by)
        add("POST", "/api/comment", self._reply)
        add("POST", "/api/del", self._del)
        add("POST", "/api/submit", self._submit)
        add("GET", "/user/{name}/submitted", self._submitted)
        add("POST", "/api/compose", self._compose)
        add("GET", "/message/sent", self._sent)
        self.gone = asyncio.Event()
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self.url = f"http://127.0.0.1:{self._port}"

    async def stop(self) -> None:
        runner, self._runner = self._runner, None
        self.gone.set()
        if runner is not None:
            await runner.cleanup()

    @web.middleware
    async def _serve(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        if request.path == "/api/v1/access_token":
            return await handler(request)
        self.requests.append((request.method, request.path, dict(request.query)))
        write = request.path in ("/api/comment", "/api/submit", "/api/compose")
        self.writes += write
        fault = self.next_fault(Side.WRITE if write else Side.READ) if request.path != "/api/v1/me" else None
        if fault is Fault.EXPIRED:
            self.expire()
        elif fault is not None and fault not in TAKEN:
            return await self.misbehave(request, fault)
        user = self.tokens.get(request.headers.get("Authorization", "").removeprefix("bearer "))
        if user is None:
            return web.json_response({"message": "Unauthorized", "error": 401}, status=401, headers={
                "www-authenticate": 'Bearer realm="reddit", error="invalid_token"'})
        request[USER] = user
        self.used += 1
        if (script := self.answers.get(request.path)) is not None:
            response: web.StreamResponse = script()
        elif self.gate is not None:
            looks = request.path.startswith("/comments/")  # what a look asks last
            response = await self.gate.serve(request, lambda: handler(request), writes=write, looks=looks)
        else:
            response = await handler(request)
        response.headers.update(self.limit_headers() if self.limit_headers else {
            "x-ratelimit-used": str(self.used), "x-ratelimit-remaining": f"{max(0, self.most - self.used)}.0",
            "x-ratelimit-reset": str(self.reset)})
        return await self.misbehave(request, fault, response) if fault in TAKEN else response

    # OAuth ------------------------------------------------------------------------------------------------------

    async def _token(self, request: web.Request) -> web.Response:
        form = {key: str(value) for key, value in (await request.post()).items()}
        self.token_requests.append(form)
        if self.token_answer is not None:
            return self.token_answer()
        given = base64.b64decode(request.headers.get("Authorization", "").removeprefix("Basic ")).decode()
        client, _, secret = given.partition(":")
        if self.apps.get(client) != secret:
            return web.json_response({"message": "Unauthorized", "error": 401}, status=401)
        user: str | None = ""
        more: dict[str, str] = {}
        match form.get("grant_type"):
            case "authorization_code":
                good = self.codes.get(form["code"]) == form["redirect_uri"]
                user = "acme_care" if good else None
                if good:
                    del self.codes[form["code"]]  # a code is good once
                    more = {"refresh_token": "s3cret-refresh"}
            case "password":
                good = self.passwords.get(form["username"]) == form["password"]
                user = form["username"] if good else None
            case "refresh_token":
                if (user := self.refresh_tokens.get(form["refresh_token"])) is None:
                    return web.json_response({"message": "Bad Request", "error": 400}, status=400)
        if user is None:
            return web.json_response({"error": "invalid_grant"})
        token = f"s3cret-token-{next(self._token_numbers)}"
        self.tokens[token] = user
        return web.json_response({"access_token": token, "token_type": "bearer", "expires_in": 86400,
                                  "scope": self.scopes, **more})

    # What can be asked ------------------------------------------------------------------------------------------

    async def _me(self, request: web.Request) -> web.Response:
        return web.json_response({"name": request[USER], "id": "me", "is_suspended": False})

    async def _subreddit(self, request: web.Request) -> web.Response:
        names, kind = request.match_info["subreddit"].lower().split("+"), request.match_info["kind"]
        if (status := next((self.closed[name] for name in names if name in self.closed), 0)):
            return web.json_response({"reason": "private", "message": "Forbidden", "error": status}, status=status)
        if kind == "about":
            return web.json_response(self.about(names[0]))
        prefix = "t3_" if kind == "new" else "t1_"
        return self._listing(request, [
            thing for name, thing in self.things.items()
            if name.startswith(prefix) and thing["subreddit"].lower() in names and "_gone" not in thing])

    async def _search(self, request: web.Request) -> web.Response:
        words = [word.strip('"').lower() for word in request.query["q"].split(" OR ")]
        return self._listing(request, [
            thing for name, thing in self.things.items() if name.startswith("t3_") and "_gone" not in thing
            and any(word in f"{thing['title']} {thing['selftext']}".lower() for word in words)])

    async def _info(self, request: web.Request) -> web.Response:
        found: list[object] = []
        for name in request.query["id"].split(",")[:100]:
            if name.startswith("t5_"):
                found += [self.about(place) for place in self.subscribers if f"t5_{place[:6].lower()}" == name]
            elif name in self.things:
                found.append(shown(self.things[name]))
        return web.json_response(listed(found))

    async def _inbox(self, request: web.Request) -> web.Response:
        return self._page(request, list(reversed(self.inboxes.get(request[USER], []))))

    async def _by(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        return self._listing(request, [thing for key, thing in self.things.items()
                                       if key.startswith("t1_") and thing["author"] == name])

    async def _thread(self, request: web.Request) -> web.Response:
        root = self.things.get(f"t3_{request.match_info['number']}")
        if root is None:
            return web.json_response({"message": "Not Found", "error": 404}, status=404)
        query = request.query
        left = [int(query.get("limit", "200"))]
        top = root["name"]
        if "comment" in query:
            focus = self.things.get(f"t1_{query['comment']}")
            for _ in range(int(query.get("context", "0"))):
                if focus is None or focus["parent_id"].startswith("t3_"):
                    break
                focus = self.things[focus["parent_id"]]
            below = [] if focus is None else [self.branch(focus, left, int(query.get("depth", "10")))]
        else:
            below = self.children(top, left, int(query.get("depth", "10")), query.get("sort", ""))
        return web.json_response([listed([shown(root)]), listed(below)])

    async def _more(self, request: web.Request) -> web.Response:
        names = [f"t1_{number}" for number in request.query["children"].split(",")]
        things = [shown({**self.things[name], "replies": ""}) for name in names if name in self.things]
        return web.json_response({"json": {"errors": [], "data": {"things": things}}})

    async def _reply(self, request: web.Request) -> web.Response:
        form = await request.post()
        parent, text = str(form["thing_id"]), str(form["text"])
        error: list[object] | None = self.refusal
        if parent not in self.things or "_gone" in self.things[parent]:
            kind = "DELETED_COMMENT" if parent.startswith("t1_") else "DELETED_LINK"
            error = [kind, "that has been deleted", "parent"]
        elif self.things[parent].get("link_id", parent) in self.locked:
            error = ["THREAD_LOCKED", "Comments are locked.", "parent"]
        elif len(text) > 10_000:
            error = ["TOO_LONG", "this is too long (max: 10000)", "text"]
        if error is not None:
            more = {} if self.ratelimit is None else {"ratelimit": self.ratelimit}
            return web.json_response({"json": {"errors": [error], **more}})
        name = self.comment(parent, text, author=request[USER])
        return web.json_response({"json": {"errors": [], "data": {"things": [shown(self.things[name])]}}})

    async def _del(self, request: web.Request) -> web.Response:
        name = str((await request.post())["id"])
        if name in self.things and self.things[name]["author"] == request[USER]:
            self.delete(name)
        return web.json_response({})

    async def _submit(self, request: web.Request) -> web.Response:
        form = await request.post()
        title = str(form.get("title", ""))
        if not title or len(title) > 300:
            return web.json_response({"json": {"errors": [["NO_TEXT", "we need something here", "title"]]}})
        name = self.submit(title, str(form.get("text", "")), author=request[USER], subreddit=str(form["sr"]))
        thing = self.things[name]
        return web.json_response({"json": {"errors": [], "data": {
            "id": thing["id"], "name": name, "url": f"https://www.reddit.com{thing['permalink']}"}}})

    async def _submitted(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        return self._listing(request, [thing for key, thing in self.things.items()
                                       if key.startswith("t3_") and thing["author"] == name])

    async def _compose(self, request: web.Request) -> web.Response:
        form = await request.post()
        number = f"m{len(self.messages) + 1}"
        self.messages.append({"kind": "t4", "data": {
            "id": number, "name": f"t4_{number}", "author": request[USER], "dest": str(form["to"]),
            "subject": str(form["subject"]), "body": str(form["text"]), "was_comment": False,
            "created_utc": float(int(self.clock()))}})
        return web.json_response({"json": {"errors": []}})

    async def _sent(self, request: web.Request) -> web.Response:
        return self._page(request, [one for one in reversed(self.messages) if one["data"]["author"] == request[USER]])

    # Shapes -----------------------------------------------------------------------------------------------------

    def _listing(self, request: web.Request, things: Sequence[Data]) -> web.Response:
        newest = sorted(things, key=lambda thing: (thing["created_utc"], len(thing["id"]), thing["id"]), reverse=True)
        return self._page(request, [shown(thing) for thing in newest])

    def _page(self, request: web.Request, items: list[Data]) -> web.Response:
        """One page, as Reddit cuts it: after or before an item, which need not be listed itself any more."""
        items = items[:self.held]
        limit, after = min(100, int(request.query.get("limit", "25"))), request.query.get("after", "")
        names = [item["data"]["name"] for item in items]
        begin = names.index(after) + 1 if after in names else 0 if not after else len(names)
        page: list[object] = list(items[begin:begin + limit])
        last = names[begin + limit - 1] if begin + limit < len(names) else None
        if begin == 0:
            page += self.extra
        return web.json_response(listed(page, after=last))


@asynccontextmanager
async def reddit() -> AsyncIterator[RedditServer]:
    """Run a Reddit on a free port of this machine."""
    server = RedditServer()
    await server.start()
    try:
        yield server
    finally:
        await server.stop()
