"""One session with Reddit by asyncpraw, for reading or for replying.

The library logs in, signs and sends. Trouble is kept from it: each answer is read and judged in our own requestor
(:mod:`sources._reddit_wire`), so that nothing is sent twice, no call sleeps, and one odd number costs no page.
"""

from __future__ import annotations

import asyncio
import configparser
import importlib.resources
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

import asyncpraw
from asyncprawcore.exceptions import AsyncPrawcoreException, OAuthException

from sources._reddit_faults import Fault, Kind
from sources._reddit_login import RedditLogin, Server
from sources._reddit_wire import JudgedError, Limits, Line, Requestor
from warroom.domain.errors import SourceStopped

if TYPE_CHECKING:
    from asyncprawcore.auth import Authorizer

#: With so wide a window the library's limiter never spreads calls over time; how fast to poll is our own business.
_NO_SPREAD: Final = 10**9
_T = TypeVar("_T")


class _Session(Protocol):
    @property
    def authorizer(self) -> Authorizer: ...


class _Auth(Protocol):
    async def scopes(self) -> set[str]: ...

    def url(self, *, duration: str, scopes: list[str], state: str) -> str: ...

    async def authorize(self, code: str) -> str | None: ...


class _Reddit(Protocol):
    """As much of asyncpraw.Reddit as is used: raw requests, no objects, which break on the first odd item."""

    auth: _Auth
    _core: _Session

    async def request(
        self, *, method: str, path: str, params: Mapping[str, str] | None, data: Mapping[str, str] | None,
    ) -> object: ...

    async def close(self) -> None: ...


class Client:
    """Calls with one login, one connection pool and one budget. ``now`` gives the present, aware UTC.

    Every call raises Fault, and is counted in ``calls``. ``patience`` is how long (s) one call may take, whatever
    PRAWCORE_TIMEOUT says. ``fresh`` opens a connection for each call: one that was kept open and is cut meanwhile would
    leave it open whether the call arrived. ``redirect`` is where a person's browser goes after saying yes to us.
    """

    def __init__(
        self, login: RedditLogin, server: Server, *, patience: float, now: Callable[[], datetime], fresh: bool = False,
        redirect: str = "",
    ) -> None:
        self.server = server
        self.line = Line(server.near, fresh)
        self.calls = 0
        self._now = now
        self._login = login
        self._redirect = redirect
        self._lock = asyncio.Lock()
        self._patience = patience
        self._reddit: _Reddit = self._open()

    @property
    def limits(self) -> Limits:
        """What is left of Reddit's limit."""
        return self.line.limits

    @property
    def skew(self) -> timedelta | None:
        """How far the server's clock is ahead of ours; None where it did not tell."""
        return self.line.skew

    async def get(self, path: str, **params: str | int) -> object:
        """Ask for something; the answer is JSON that was read but not looked at."""
        return await self._call("GET", path, {key: str(value) for key, value in params.items()}, None)

    async def post(self, path: str, **data: str | int) -> object:
        """Have something done. It is sent once, and once more only after a 401: then surely nothing was done."""
        return await self._call("POST", path, None, {key: str(value) for key, value in data.items()})

    async def scopes(self) -> frozenset[str]:
        """What the login may do ("*": all); logs in where needed."""
        await self._sign_in("")
        return frozenset(await self._reddit.auth.scopes())

    def consent_url(self, scopes: Sequence[str], state: str) -> str:
        """The page where a person lets us act as their account; ``state`` comes back with the code."""
        return self._reddit.auth.url(duration="permanent", scopes=list(scopes), state=state)

    async def redeem(self, code: str) -> str:
        """Exchange a code for a refresh token, and act as that account from now on."""
        async with self._lock:
            return await _token_of(self._reddit.auth.authorize(code)) or ""

    async def close(self) -> None:
        """Close the connections; the token is kept, and a later call opens new ones."""
        await self._reddit.close()

    async def _call(
        self, method: str, path: str, params: Mapping[str, str] | None, data: Mapping[str, str] | None,
    ) -> object:
        lost = ""
        while True:
            wait = self.limits.wait(self._now())
            if wait:
                raise Fault(Kind.LIMIT, f"No call is left for {wait:.0f} s", retry_after=wait, certain=True)
            token = await self._sign_in(lost)
            self.calls += 1
            try:
                return await self._reddit.request(method=method, path=path.lstrip("/"), params=params, data=data)
            except JudgedError as error:
                # The login was good a moment ago: a fresh token that is refused too is Reddit's trouble, not ours.
                if error.fault.status != 401 or lost:
                    raise error.fault from None
                lost = token
            except AsyncPrawcoreException as error:
                raise Fault(Kind.BROKEN, type(error).__name__) from None

    async def _sign_in(self, lost: str) -> str:
        """Return a token that is not ``lost``. However many calls miss it, it is fetched once."""
        async with self._lock:
            authorizer = self._reddit._core.authorizer  # noqa: SLF001 - the library has no other way to it
            if authorizer.access_token is None or not authorizer.is_valid() or authorizer.access_token == lost:
                await _token_of(authorizer.refresh())
            return authorizer.access_token or ""

    def _open(self) -> _Reddit:
        login, server = self._login, self.server
        if not login.client_id:
            raise SourceStopped("Reddit needs an app's client id.",
                                hint="warroom login reddit walks you through it; reading needs no account.")
        with asyncpraw.config.Config.LOCK:
            asyncpraw.config.Config.CONFIG = _own_settings()
        script = login.has_account and not login.refresh_token
        # Each setting is given, or else a variable or a file of the library's own would be asked.
        reddit: _Reddit = asyncpraw.Reddit(
            "DEFAULT", requestor_class=Requestor,
            requestor_kwargs={"line": self.line, "patience": self._patience, "now": self._now},
            client_id=login.client_id, client_secret=login.client_secret or None, user_agent=login.agent,
            refresh_token=login.refresh_token or None, username=login.username if script else None,
            password=login.password if script else None, redirect_uri=self._redirect or None, check_for_updates=False,
            reddit_url=server.www, oauth_url=f"{server.api}/", short_url=server.www, ratelimit_seconds=0,
            timeout=int(self._patience), window_size=_NO_SPREAD,
        )
        return reddit


async def _token_of(asking: Awaitable[_T]) -> _T:
    """Wait for an answer to a login; whatever goes wrong with it, nothing else was done."""
    try:
        return await asking
    except JudgedError as error:
        raise _login_fault(error.fault) from None
    except OAuthException as error:
        raise Fault(Kind.LOGIN, f"Reddit says {str(error.error)[:100]}", certain=True) from None
    except (AsyncPrawcoreException, KeyError, TypeError, AttributeError, ValueError) as error:
        raise Fault(Kind.UNREADABLE, f"The login's answer has no token ({type(error).__name__})",
                    certain=True) from None


def _login_fault(fault: Fault) -> Fault:
    """What goes wrong on the way to a token surely left everything undone; a refused one needs a person."""
    kind = Kind.LOGIN if fault.status in (400, 401) else fault.kind
    return Fault(kind, fault.words, status=fault.status, retry_after=fault.retry_after, certain=True)


def _own_settings() -> configparser.ConfigParser:
    """The library's own defaults, and no praw.ini of the working directory, which could send a login elsewhere."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string((importlib.resources.files("asyncpraw") / "praw.ini").read_text())
    return parser
