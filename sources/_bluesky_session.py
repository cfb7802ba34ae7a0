"""A session on a Bluesky server: one login, kept between runs and renewed behind a lock; or none, for what is public.

Logins are limited (30 in 5 minutes, 300 a day), so that a stored session is tried first, then its refresh token, and
only then the app password. Source: https://atproto.com/specs/xrpc#authentication.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from sources._bluesky_tls import trusted
from sources._bluesky_wire import address
from sources._bluesky_xrpc import Body, Call, Meter, Params, Refused, Unsure, judge, send
from sources._refusals import BORNE, Refusals
from warroom.domain.errors import SourceError, SourceStopped
from warroom.ports import Sessions

if TYPE_CHECKING:
    from atproto_client import AsyncClient
    from atproto_client import Session as Tokens

_WORN: Final = frozenset({"ExpiredToken", "InvalidToken"})
#: A worn token may be replaced by one of another process that is worn too, then by a refreshed one, then by a login.
_RENEWALS: Final = 3
#: No second login for so long (s) after one, refused or not: several callers are one attempt.
_PAUSE: Final = 30.0
_HINT: Final = "Make an app password in Bluesky (Settings, Privacy and security), then: warroom login bluesky."


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueskyLogin:
    """Who logs in: a handle or DID with an app password; ``sessions`` keeps the session between runs."""

    identifier: str
    app_password: str = field(repr=False)
    sessions: Sessions | None = field(default=None, repr=False)


class Session:
    """Calls to the server at ``service`` as ``login``, or as nobody. Every call raises Refused or Unsure on failure.

    Safe for many callers at once: the first one logs in or renews, the others wait for it. ``timeout`` is in seconds.
    """

    def __init__(
        self, service: str, login: BlueskyLogin | None = None, *, timeout: float = 10.0,
        now: Callable[[], datetime] = _utc_now, clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.meter = Meter()
        #: Refusals in a row that may pass, by what asked; here, for a session outlives the looks that share it.
        self.refusals: defaultdict[str, Refusals] = defaultdict(lambda: Refusals(BORNE - 1))
        self._server = address(service)
        self._login = login
        self._timeout = timeout
        self._now = now
        self._clock = clock
        self._lock = asyncio.Lock()
        self._client: AsyncClient | None = None
        self._tokens: Tokens | None = None
        self._denied: tuple[float, Refused] | None = None
        self._entered: float | None = None

    @property
    def place(self) -> str:
        """The server's name, for words."""
        return self._server.place

    @property
    def anonymous(self) -> bool:
        """True where nobody logs in."""
        return self._login is None

    @property
    def did(self) -> str:
        """Our account's DID, "" before the login."""
        return self._tokens.did if self._tokens else ""

    @property
    def handle(self) -> str:
        """Our account's handle, "" before the login."""
        return self._tokens.handle if self._tokens else ""

    async def open(self) -> None:
        """Log in where that is needed. Raises Refused or Unsure."""
        async with self._lock:
            if self._client is None:
                self._client = await asyncio.to_thread(_make_client, self._server.http, self._timeout,
                                                       proxy=not self._server.near)
                if self._tokens is not None:
                    await self._use(self._tokens)
            if self._login is not None and self._tokens is None and not await self._take_stored():
                await self._log_in()

    async def query(self, method: str, params: Params | None = None, *, proxy: str = "") -> Body:
        """Ask for something; ``proxy`` names the service behind our server that answers, "" for the server itself."""
        return await self._call(Call(method, params or {}, proxy=proxy))

    async def procedure(self, method: str, body: Body, *, proxy: str = "") -> Body:
        """Have something done. Where Unsure says ``sent=False``, it was certainly not done."""
        return await self._call(Call(method, body=body, proxy=proxy))

    async def close(self) -> None:
        """Let go of the connections; the session stays good."""
        async with self._lock:
            client, self._client = self._client, None
            if client is not None:
                await client.request.close()

    async def _call(self, call: Call) -> Body:
        try:
            await self.open()
        except Unsure as error:
            raise Unsure(str(error), sent=False, retry_after=error.retry_after) from error
        for _ in range(_RENEWALS):
            used = self._tokens
            try:
                return await self._send(call)
            except Refused as error:
                if used is None or error.beyond_us or not (error.name in _WORN or error.status == 401):
                    raise
            try:
                await self._renew(used)
            except Unsure as error:
                raise Unsure(str(error), sent=False, retry_after=error.retry_after) from error
        return await self._send(call)

    async def _send(self, call: Call, *, bearer: str = "") -> Body:
        client = self._client
        if client is None:
            raise Unsure("the session was closed", sent=False)
        return await send(client, call, self.meter, self._now(), bearer=bearer)

    async def _renew(self, worn: Tokens) -> None:
        """Get new tokens for worn ones, unless another caller, or another process, has done so."""
        async with self._lock:
            if self._tokens is not None and self._tokens.access_jwt != worn.access_jwt:
                return
            if await self._take_stored(but=worn.access_jwt):
                return
            try:
                # A POST without a body: an empty mapping is a procedure that says nothing.
                fresh = await self._send(Call("com.atproto.server.refreshSession", body={}), bearer=worn.refresh_jwt)
            except Refused as error:
                if error.status == 429:
                    raise
                await self._log_in()
                return
            await self._adopt(fresh)

    async def _log_in(self) -> None:
        if self._login is None:
            raise Refused(401, "AuthMissing", "there is no login")
        if self._denied is not None and self._clock() - self._denied[0] < _PAUSE:
            raise self._denied[1]
        if self._entered is not None and self._clock() - self._entered < _PAUSE:
            raise Refused(401, "InvalidToken", "the tokens of a new login are not taken")
        # A client of its own: no worn token goes along with the password, and calls under way are left alone.
        client = await asyncio.to_thread(_make_client, self._server.http, self._timeout, proxy=not self._server.near)
        call = Call("com.atproto.server.createSession",
                    body={"identifier": self._login.identifier, "password": self._login.app_password})
        try:
            answer = await send(client, call, self.meter, self._now())
        except Refused as error:
            self._denied = (self._clock(), error)
            raise
        finally:
            await client.request.close()
        self._denied, self._entered = None, self._clock()
        await self._adopt(answer)

    async def _adopt(self, answer: Body) -> None:
        from atproto_client import Session as Tokens

        said = [answer.get(name) for name in ("handle", "did", "accessJwt", "refreshJwt")]
        if not all(isinstance(one, str) and one and ":::" not in one for one in said):
            raise Unsure("a login without tokens")
        handle, did, access, refresh = map(str, said)
        await self._use(Tokens(handle, did, access, refresh, self._home(answer.get("didDoc"))))
        if self._login is not None and self._login.sessions is not None and self._tokens is not None:
            kept = {"service": self._server.http, "identifier": self._login.identifier,
                    "session": self._tokens.encode()}
            await asyncio.to_thread(self._login.sessions.save, json.dumps(kept))

    async def _take_stored(self, *, but: str = "") -> bool:
        """Take over the stored session where it is this account's and not the one with the access token ``but``."""
        from atproto_client import Session as Tokens

        if self._login is None or self._login.sessions is None:
            return False
        stored = await asyncio.to_thread(self._login.sessions.load)
        try:
            kept = json.loads(stored or "{}")
            if (kept["service"], kept["identifier"]) != (self._server.http, self._login.identifier):
                return False
            tokens = Tokens.decode(kept["session"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return False  # what is stored is no session: a login makes a new one
        if not tokens.access_jwt or tokens.access_jwt == but:
            return False
        await self._use(tokens)
        return True

    async def _use(self, tokens: Tokens) -> None:
        if self._client is None:
            raise Unsure("the session was closed", sent=False)
        # Without fetching the profile, which a PDS without an AppView does not have.
        await self._client.login(session_string=tokens.encode(), fetch_bsky_profile=False)
        self._tokens = tokens

    def _home(self, did_doc: object) -> str:
        """Where this account's calls go: from the network's front door (https) to the server that it lives on.

        A server on a plain address, as on this machine, is talked to at the address that was given, whatever name it
        gives itself.
        """
        services = did_doc.get("service") if isinstance(did_doc, dict) else None
        for service in services if isinstance(services, list) else []:
            if isinstance(service, dict) and service.get("type") == "AtprotoPersonalDataServer":
                endpoint = service.get("serviceEndpoint")
                if isinstance(endpoint, str) and urlsplit(endpoint).scheme == "https" == \
                        urlsplit(self._server.http).scheme:
                    return endpoint
        return self._server.http


def source_error(error: Refused | Unsure, place: str) -> SourceError:
    """Say a failed call in words; SourceStopped where a repeat would not help."""
    if isinstance(error, Unsure):
        return SourceError(f"{place} does not answer.", reason=f"{error}.",
                           hint="Check the network and the address in sources.bluesky; warroom keeps trying.",
                           retry_after=error.retry_after)
    if error.status == 429:
        return SourceError(f"{place} asks for a pause.", reason=f"{error}.", hint="warroom waits as long as it asks.",
                           retry_after=error.retry_after)
    if error.name == "AuthFactorTokenRequired":
        return SourceStopped(f"{place} asks for a code by e-mail.",
                             reason="It does so for main passwords, not for app passwords.", hint=_HINT)
    if error.name in ("AccountTakedown", "AccountDeactivated", "AccountSuspended"):
        return SourceStopped(f"{place} has locked our account.", reason=f"{error}.",
                             hint="Sort it out in the Bluesky app, then press R.")
    if error.status in (401, 403) or error.name in _WORN:
        return SourceStopped(f"{place} refuses our login.", reason=f"{error}.", hint=_HINT)
    if error.not_served:
        return SourceStopped(f"{place} does not serve what was asked for.", reason=f"{error}.",
                             hint="Check the address in sources.bluesky: it must be a Bluesky server (PDS).")
    return SourceError(f"{place} refuses.", reason=f"{error}.", hint="warroom keeps trying.",
                       retry_after=error.retry_after)


def _make_client(service: str, timeout: float, *, proxy: bool) -> AsyncClient:
    """Import the library, which takes two seconds, and make a client; in a thread, so that no key waits."""
    for module in ("httpx", "atproto_client"):
        importlib.import_module(module)
    from atproto_client import AsyncClient
    from atproto_client.request import AsyncRequest

    request = AsyncRequest(timeout=timeout, trust_env=proxy, event_hooks={"response": [judge]},
                           verify=trusted(of_the_environment=proxy))
    return AsyncClient(base_url=service, request=request)
