"""Who may do what on the scripted Mastodon: its apps, its one token, and what it refuses."""

from __future__ import annotations

from aiohttp import web
from helpers.mastodon_data import TOKEN
from helpers.mastodon_streams import Streams, refuse


class Logins(Streams):
    """``public_reads`` is false where nobody reads without a token."""

    def __init__(self) -> None:
        super().__init__()
        self.scopes = ["read", "write"]
        self.public_reads = True

    def refusal(self, request: web.Request, *, public: bool = False, scope: str = "read") -> web.Response | None:
        who = self.user(request)
        if who == "nobody" or (not who and not (public and self.public_reads)):
            return refuse(401, "The access token is invalid")
        if who and scope not in self.scopes:
            return refuse(403, "This action is outside the authorized scopes")
        return None

    async def make_app(self, request: web.Request) -> web.Response:
        form = await request.post()
        return web.json_response({"id": "1", "name": form["client_name"], "redirect_uri": form["redirect_uris"],
                                  "client_id": "app-id", "client_secret": "app-secret"})

    async def authorize(self, request: web.Request) -> web.Response:
        to, state = request.query["redirect_uri"], request.query.get("state", "")
        if to == "urn:ietf:wg:oauth:2.0:oob":
            return web.Response(text="<code>the-code</code>", content_type="text/html")
        raise web.HTTPFound(f"{to}?code=the-code&state={state}")

    async def token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if form.get("code") != "the-code" or form.get("client_secret") != "app-secret":
            return web.json_response({"error": "invalid_grant"}, status=400)
        return web.json_response({"access_token": TOKEN, "token_type": "Bearer", "scope": form.get("scope", "read"),
                                  "created_at": 1})

    async def app(self, request: web.Request) -> web.Response:
        return self.refusal(request) or web.json_response({"name": "warroom", "website": None, "scopes": self.scopes})

    async def me(self, request: web.Request) -> web.Response:
        return self.refusal(request) or web.json_response(
            {**self.account("acme"), "source": {"privacy": "public", "sensitive": False, "language": "en"}})
