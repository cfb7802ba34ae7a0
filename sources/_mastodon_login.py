"""How we log in to Mastodon: an access token, and the way to get one.

Source: https://docs.joinmastodon.org/client/authorized/ and https://docs.joinmastodon.org/methods/oauth/.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import AGENT, Wire, address, aside
from warroom.domain.errors import SourceError, SourceStopped

#: What warroom asks for: to read, and to write and delete posts.
SCOPES: Final = ("read", "write:statuses")
#: Where there is no browser on this machine: the server shows the code to be pasted.
PASTED: Final = "urn:ietf:wg:oauth:2.0:oob"
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class MastodonLogin:
    """An access token with the scopes read and write; "" reads what is public."""

    access_token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MastodonApp:
    """warroom as the server knows it: registered once, for one address to come back to."""

    client_id: str
    client_secret: str = field(repr=False)
    redirect: str = PASTED


class MastodonOAuth:
    """The code flow of OAuth at one server. Raises SourceStopped where ``base_url`` is no address."""

    def __init__(self, base_url: str, *, open_timeout: float = 10.0, patience: float = 15.0) -> None:
        self._where = address(base_url)
        self._open_timeout = open_timeout
        self._patience = patience

    async def register(self, redirect: str = PASTED) -> MastodonApp:
        """Make warroom known to the server. Raises SourceError."""
        def ask() -> tuple[object, object]:
            library = importlib.import_module("mastodon")
            import requests

            with requests.Session() as session:
                session.trust_env = not self._where.near
                # Through the class, for there is no client yet; it reads both words out of the answer unchecked.
                found: tuple[object, object] = library.Mastodon.create_app(
                    "warroom", scopes=list(SCOPES), redirect_uris=redirect, api_base_url=self._where.url,
                    request_timeout=self._patience, session=session, user_agent=AGENT)
                return found

        try:
            client_id, secret = await aside(ask)
        except Exception as error:
            raise SourceError(f"{self._where.place} does not register warroom.",
                              hint="Check sources.mastodon.base_url and the network.") from error
        if not isinstance(client_id, str) or not isinstance(secret, str) or not client_id or not secret:
            raise SourceError(f"{self._where.place} does not register warroom.",
                              reason="It sent something else than an app's id and secret.")
        return MastodonApp(client_id, secret, redirect)

    async def url(self, app: MastodonApp, state: str) -> str:
        """The page where a person lets warroom in; ``state`` comes back with the code."""
        wire = self._wire()
        client = await wire.client()
        try:
            found: str = await aside(lambda: client.auth_request_url(
                client_id=app.client_id, redirect_uris=app.redirect, scopes=list(SCOPES), state=state,
                skip_server_info=True))
        finally:
            await wire.close()
        return found

    async def login(self, app: MastodonApp, code: str) -> MastodonLogin:
        """Exchange a code for a token. Raises SourceStopped for a wrong code, SourceError otherwise."""
        wire = self._wire()
        client = await wire.client()
        client.client_id, client.client_secret = app.client_id, app.client_secret
        try:
            said = (await wire.call("log_in", code=code.strip()[:_LONGEST], redirect_uri=app.redirect,
                                    scopes=list(SCOPES), allow_http=self._where.near)).read()
        except WireError as error:
            if error.kind is Kind.STATUS and 400 <= error.status < 500:
                raise SourceStopped(f"{self._where.place} does not take the code.", reason=error.reason,
                                    hint="A code is good for a few minutes and once: start again.") from error
            raise SourceError(f"{self._where.place} gives no token.", reason=error.reason, hint="Try again.") from error
        finally:
            await wire.close()
        token = said.get("access_token") if isinstance(said, Mapping) else None
        if not isinstance(token, str) or not token:
            raise SourceError(f"{self._where.place} gives no token.", hint="Try again.")
        return MastodonLogin(token)

    def _wire(self) -> Wire:
        return Wire(self._where, "", open_timeout=self._open_timeout, patience=self._patience)
