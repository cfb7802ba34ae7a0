"""A scripted Mastodon on loopback: accounts, statuses, timelines, streams, replies, scheduled posts, and faults.

Faithful to https://docs.joinmastodon.org/methods/ as far as warroom uses it. ``mastodon_faults`` breaks it.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from helpers.gate import Gate
from helpers.mastodon_data import DOMAIN, Json, Status, iso
from helpers.mastodon_faults import Faults
from helpers.mastodon_logins import Logins
from helpers.mastodon_streams import refuse
from helpers.ports import free_ports

_LINK = re.compile(r"https?://\S+")
_MENTION = re.compile(r"(@\w+)@[\w.-]+\w")


class MastodonServer(Logins):
    """The server's data, and its handlers. Set the attributes to make it another kind of server."""

    def __init__(self) -> None:
        super().__init__()
        self.faults = Faults()
        self.keys: dict[str, str] = {}
        self.honours_keys = True
        self.streaming_url = ""
        self.version_2 = True
        self.most = 500
        self.limit = 30_000
        self.left = 30_000
        self.reset = "iso"
        self.skew = timedelta()
        self.calls: list[str] = []
        self.writes = 0
        self.gate: Gate | None = None
        self.raw: dict[str, bytes] = {}
        self.redirect = ""
        self.slashes = True
        self.url = ""
        self._runner: web.AppRunner | None = None
        self._port = free_ports(1)[0]

    # Its life ------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        app = web.Application(middlewares=[self._meet])
        for method, path, handler in self._routes():
            app.router.add_route(method, path, handler)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True).start()
        self.url = f"http://127.0.0.1:{self._port}"

    async def stop(self) -> None:
        runner, self._runner = self._runner, None
        if runner is not None:
            self.hang_up()
            await runner.cleanup()

    def _routes(self) -> Iterable[tuple[str, str, Callable[[web.Request], Any]]]:
        for slash in ("", "/"):
            yield "GET", f"/api/v2/instance{slash}", self.instance_2
            yield "GET", f"/api/v1/instance{slash}", self.instance_1
        yield "POST", "/api/v1/apps", self.make_app
        yield "GET", "/oauth/authorize", self.authorize
        yield "POST", "/oauth/token", self.token
        yield "GET", "/api/v1/apps/verify_credentials", self.app
        yield "GET", "/api/v1/accounts/verify_credentials", self.me
        yield "GET", "/api/v1/accounts/{id}/statuses", self.account_statuses
        yield "GET", "/api/v1/timelines/tag/{tag}", self.tag
        yield "GET", "/api/v1/timelines/public", self.public
        yield "GET", "/api/v1/notifications", self.list_notifications
        yield "GET", "/api/v2/search", self.search
        yield "POST", "/api/v1/statuses", self.create
        yield "GET", "/api/v1/statuses/{id}", self.read
        yield "DELETE", "/api/v1/statuses/{id}", self.remove
        yield "GET", "/api/v1/statuses/{id}/context", self.context
        yield "GET", "/api/v1/scheduled_statuses", self.list_scheduled
        yield "GET", "/api/v1/scheduled_statuses/{id}", self.one_scheduled
        yield "PUT", "/api/v1/scheduled_statuses/{id}", self.move_scheduled
        yield "GET", "/api/v1/streaming", self.websocket
        yield "GET", "/api/v1/streaming/{stream:.+}", self.server_sent

    @web.middleware
    async def _meet(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        self.calls.append(f"{request.method} {request.path}")
        writes = request.method == "POST" and request.path == "/api/v1/statuses"
        self.writes += writes
        if self.redirect:
            raise web.HTTPMovedPermanently(self.redirect + request.path)
        if not self.slashes and request.path.endswith("/"):
            raise web.HTTPMovedPermanently(request.path.rstrip("/"))
        if request.path in self.raw:
            return self._headed(web.Response(body=self.raw[request.path], content_type="application/json"))
        if self.gate is not None:
            looks = request.path.endswith("/statuses") and not writes  # what a look asks last
            return self._headed(await self.gate.serve(request, lambda: handler(request), writes=writes, looks=looks))
        met = await self.faults.meet(request, handler, writes=writes)
        return met if met is not None and met.prepared else self._headed(met or await handler(request))

    def _headed(self, response: web.StreamResponse) -> web.StreamResponse:
        if response.prepared:
            return response
        now = datetime.now(UTC) + self.skew
        response.headers["Date"] = now.strftime("%a, %d %b %Y %H:%M:%S GMT")
        if self.limit:
            self.left = max(0, self.left - 1)
            resets = now + timedelta(minutes=5)
            response.headers["X-RateLimit-Limit"] = str(self.limit)
            response.headers["X-RateLimit-Remaining"] = str(self.left)
            response.headers["X-RateLimit-Reset"] = {
                "iso": resets.isoformat().replace("+00:00", "Z"), "epoch": str(int(resets.timestamp())),
            }.get(self.reset, self.reset)
        return response

    # What people do ------------------------------------------------------------------------------------------------

    async def post(
        self, text: str, *, by: str = "ana", reply_to: str = "", visibility: str = "public", spoiler: str = "",
        native_id: str = "", tell: bool = True, **extra: object,
    ) -> str:
        status = Status(native_id or self.new_id(), by, text, datetime.now(UTC), visibility, spoiler, reply_to,
                        extra=extra)
        self.statuses[status.id] = status
        if "@acme" in text and by != "acme":
            self.notifications.append((self.new_id(), status.id))
        if tell:
            await self.tell("update", status)
            if "@acme" in text and by != "acme":
                await self.send(["user"], "notification", json.dumps(self.notification(*self.notifications[-1])))
        return status.id

    async def edit(self, native_id: str, text: str, *, tell: bool = True) -> None:
        status = self.statuses[native_id]
        status.text, status.edited_at = text, datetime.now(UTC)
        if tell:
            await self.tell("status.update", status)

    async def delete(self, native_id: str, *, tell: bool = True) -> None:
        status = self.statuses.pop(native_id)
        self.notifications = [pair for pair in self.notifications if pair[1] != native_id]
        if tell:
            for stream in self.streams_of(status):
                await self.send(stream, "delete", native_id)

    # What it says -------------------------------------------------------------------------------------------------

    async def instance_2(self, request: web.Request) -> web.Response:
        if not self.version_2:
            return refuse(404, "Record not found")
        return web.json_response({
            "domain": DOMAIN, "title": "Example", "version": "4.4.8",
            "source_url": "https://github.com/mastodon/mastodon", "description": "", "languages": ["en"],
            "usage": {"users": {"active_month": 3}},
            "configuration": {
                "urls": {"streaming": self.streaming_url or self.url.replace("http", "ws")},
                "statuses": {"max_characters": self.most, "max_media_attachments": 4,
                             "characters_reserved_per_url": 23},
            },
            "registrations": {"enabled": False}, "rules": [], "api_versions": {"mastodon": 6},
        })

    async def instance_1(self, request: web.Request) -> web.Response:
        return web.json_response({
            "uri": DOMAIN, "title": "Example", "version": "4.4.8",
            "urls": {"streaming_api": self.streaming_url or self.url.replace("http", "ws")},
            "stats": {"user_count": 3}, "configuration": {"statuses": {"max_characters": self.most,
                                                                      "characters_reserved_per_url": 23}},
        })

    # Reading -------------------------------------------------------------------------------------------------------

    def page(self, request: web.Request, items: Iterable[tuple[str, Callable[[], Json]]]) -> web.Response:
        """One page of items by id, the newest first, as ``min_id``, ``since_id``, ``max_id`` and ``limit`` say."""
        ask = request.query
        found = sorted(items, key=lambda item: (len(item[0]), item[0]))
        for name, keep in (("min_id", 1), ("since_id", 1), ("max_id", -1)):
            if name in ask:
                edge = (len(ask[name]), ask[name])
                found = [item for item in found
                         if (((len(item[0]), item[0]) > edge) if keep > 0 else ((len(item[0]), item[0]) < edge))]
        most = min(int(ask.get("limit", "20")), 40)
        found = found[:most] if "min_id" in ask else found[-most:]
        said = [make() for _, make in reversed(found)]
        response = web.json_response(said)
        if found:
            response.headers["Link"] = (f'<{self.url}{request.path}?max_id={found[0][0]}>; rel="next", '
                                        f'<{self.url}{request.path}?min_id={found[-1][0]}>; rel="prev"')
        return response

    def some(self, wanted: Callable[[Status], bool]) -> list[tuple[str, Callable[[], Json]]]:
        return [(one.id, lambda one=one: self.entity(one))  # type: ignore[misc]
                for one in self.statuses.values() if wanted(one)]

    async def tag(self, request: web.Request) -> web.Response:
        tag = request.match_info["tag"].casefold()
        return self.refusal(request, public=True) or self.page(request, self.some(
            lambda one: one.visibility == "public" and tag in [each.casefold() for each in self.tags(one)]))

    async def public(self, request: web.Request) -> web.Response:
        local = request.query.get("local") in ("1", "true")
        return self.refusal(request, public=True) or self.page(request, self.some(
            lambda one: one.visibility == "public" and not (local and "@" in one.account)))

    async def list_notifications(self, request: web.Request) -> web.Response:
        return self.refusal(request) or self.page(request, [
            (native_id, lambda pair=(native_id, status_id): self.notification(*pair))  # type: ignore[misc]
            for native_id, status_id in self.notifications])

    async def search(self, request: web.Request) -> web.Response:
        word, resolve = request.query["q"], request.query.get("resolve") in ("1", "true")
        found = [self.entity(one) for one in reversed(self.statuses.values())
                 if (resolve and word in (self.entity(one)["url"], self.entity(one)["uri"]))
                 or word.casefold() in one.text.casefold()]
        return self.refusal(request) or web.json_response({"accounts": [], "hashtags": [], "statuses": found[:40]})

    async def read(self, request: web.Request) -> web.Response:
        status = self.statuses.get(request.match_info["id"])
        return self.refusal(request, public=True) or (
            web.json_response(self.entity(status)) if status else refuse(404, "Record not found"))

    async def context(self, request: web.Request) -> web.Response:
        status = self.statuses.get(request.match_info["id"])
        if (refusal := self.refusal(request, public=True)) is not None:
            return refusal
        if status is None:
            return refuse(404, "Record not found")
        above: list[Status] = []
        at = self.statuses.get(status.reply_to)
        while at is not None:
            above.insert(0, at)
            at = self.statuses.get(at.reply_to)
        below: list[Status] = []
        ids = {status.id}
        for one in self.statuses.values():
            if one.reply_to in ids:
                ids.add(one.id)
                below.append(one)
        return web.json_response({"ancestors": [self.entity(one) for one in above],
                                  "descendants": [self.entity(one) for one in below]})

    async def account_statuses(self, request: web.Request) -> web.Response:
        name = next((name for name, number in self.accounts.items() if number == request.match_info["id"]), "")
        return self.refusal(request, public=True) or self.page(request, self.some(lambda one: one.account == name))

    # Writing -------------------------------------------------------------------------------------------------------

    async def create(self, request: web.Request) -> web.Response:
        if (refusal := self.refusal(request, scope="write")) is not None:
            return refusal
        form, key = await request.post(), request.headers.get("Idempotency-Key", "")
        text, above = str(form.get("status", "")), str(form.get("in_reply_to_id", ""))
        if self.honours_keys and key in self.keys:
            return web.json_response(self.entity(self.statuses[self.keys[key]]))
        if above and above not in self.statuses:
            return refuse(404, "The post you are trying to reply to does not appear to exist.")
        if not text:
            return refuse(422, "Validation failed: Text can't be blank")
        # As StatusLengthValidator counts: the warning too, a link as 23, a mention without its server.
        counted = _MENTION.sub(r"\1", _LINK.sub("x" * 23, text))
        if len(str(form.get("spoiler_text", ""))) + len(counted) > self.most:
            return refuse(422, f"Validation failed: Text character limit of {self.most} exceeded")
        if form.get("scheduled_at"):
            native_id = self.new_id()
            self.scheduled[native_id] = {"id": native_id, "scheduled_at": str(form["scheduled_at"]),
                                         "params": {"text": text}, "media_attachments": []}
            return web.json_response(self.scheduled[native_id])
        native_id = await self.post(text, by="acme", reply_to=above, visibility=str(form.get("visibility", "public")),
                                    spoiler=str(form.get("spoiler_text", "")))
        self.keys[key] = native_id
        return web.json_response(self.entity(self.statuses[native_id]))

    async def remove(self, request: web.Request) -> web.Response:
        if (refusal := self.refusal(request, scope="write")) is not None:
            return refusal
        status = self.statuses.get(request.match_info["id"])
        if status is None or status.account != "acme":
            return refuse(404, "Record not found")
        await self.delete(status.id)
        return web.json_response({**self.entity(status), "text": status.text})

    async def list_scheduled(self, request: web.Request) -> web.Response:
        return self.refusal(request) or self.page(request, [
            (native_id, lambda one=one: one) for native_id, one in self.scheduled.items()])  # type: ignore[misc]

    async def one_scheduled(self, request: web.Request) -> web.Response:
        found = self.scheduled.get(request.match_info["id"])
        return self.refusal(request) or (web.json_response(found) if found else refuse(404, "Record not found"))

    async def move_scheduled(self, request: web.Request) -> web.Response:
        if (refusal := self.refusal(request, scope="write")) is not None:
            return refusal
        found = self.scheduled.get(request.match_info["id"])
        if found is None:
            return refuse(404, "Record not found")
        until = datetime.fromisoformat(str((await request.post())["scheduled_at"]))
        if until < datetime.now(UTC) + timedelta(minutes=5):
            return refuse(422, "Validation failed: Scheduled at The scheduled date must be in the future")
        found["scheduled_at"] = iso(until)
        return web.json_response(found)


@asynccontextmanager
async def serve() -> AsyncIterator[MastodonServer]:
    """Run one on a free port of this machine."""
    server = MastodonServer()
    await server.start()
    try:
        yield server
    finally:
        await server.stop()
