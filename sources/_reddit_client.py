"""One session with Reddit by asyncpraw, for reading or for replying. This module, and only it, imports the library.

The library logs in, signs and sends; what it makes of trouble is kept from it. Each answer is read and judged
in our own requestor, so that nothing is ever sent twice, no call sleeps, and one odd number does not cost a page.
"""

from __future__ import annotations

import asyncio
import configparser
import importlib.resources
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

import aiohttp
import asyncpraw
import asyncprawcore
from asyncprawcore.exceptions import AsyncPrawcoreException, OAuthException, RequestException, ResponseException

from sources._reddit_faults import LONGEST, Fault, Kind, wait_of
from sources._reddit_login import RedditLogin, Server
from warroom.domain.errors import SourceStopped

if TYPE_CHECKING:
    from asyncprawcore.auth import Authorizer

#: An answer that is larger (bytes) is not read to its end.
_LARGEST: Final = 32 * 2**20
_TOKEN: Final = "/api/v1/access_token"  # noqa: S105 - a path
#: With so wide a window the library's limiter never spreads calls over time; how fast to poll is our own business.
_NO_SPREAD: Final = 10**9
_DIGITS: Final = 19
_T = TypeVar("_T")


class Limits:
    """What Reddit's headers last said: ``left`` of ``most`` calls until ``resets_at``; None where it did not say."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.most: int | None = None
        self.resets_at: datetime | None = None

    def learn(self, headers: Mapping[str, str], now: datetime) -> None:
        """Take over x-ratelimit-remaining, -used and -reset (s); what is no number is not believed."""
        left, used, reset = (_number(headers.get(f"x-ratelimit-{name}", "")) for name in ("remaining", "used", "reset"))
        if left is None or reset is None:
            return
        self.left = int(left)
        self.most = int(left + used) if used is not None else max(self.most or 0, int(left))
        self.resets_at = now + timedelta(seconds=min(reset, LONGEST))

    def wait(self, now: datetime) -> float:
        """Seconds until a call is allowed again; 0 where one is now."""
        if self.left is None or self.resets_at is None or self.left >= 1:
            return 0.0
        return max(0.0, (self.resets_at - now).total_seconds())


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
        self.limits = Limits()
        self.calls = 0
        self.skew: timedelta | None = None
        self.fresh = fresh
        self._now = now
        self._login = login
        self._redirect = redirect
        self._lock = asyncio.Lock()
        self._patience = patience
        self._reddit: _Reddit = self._open()

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
            except _JudgedError as error:
                if error.fault.status != 401:
                    raise error.fault from None
                if lost:
                    raise Fault(Kind.LOGIN, error.fault.words, status=401, certain=True) from None
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
            "DEFAULT", requestor_class=_Requestor,
            requestor_kwargs={"client": self, "patience": self._patience, "now": self._now},
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
    except _JudgedError as error:
        raise _login_fault(error.fault) from None
    except OAuthException as error:
        raise Fault(Kind.LOGIN, f"Reddit says {str(error.error)[:100]}", certain=True) from None
    except (AsyncPrawcoreException, KeyError, TypeError, AttributeError, ValueError) as error:
        raise Fault(Kind.UNREADABLE, f"The login's answer has no token ({type(error).__name__})",
                    certain=True) from None


class _JudgedError(ResponseException):
    """An answer that is no good. Of this kind, so that the library lets it through and does not try again."""

    def __init__(self, fault: Fault) -> None:
        AsyncPrawcoreException.__init__(self, fault.words)
        self.fault = fault


class _Answer:
    """An answer that was read to its end, in the shape that the library asks for."""

    def __init__(self, status: int, headers: Mapping[str, str], body: object) -> None:
        self.status = status
        self.headers = headers
        self._body = body

    async def json(self) -> object:
        return self._body


class _Requestor(asyncprawcore.Requestor):
    """Sends a request once, reads the answer whole and judges it."""

    def __init__(
        self, *, client: Client, patience: float, now: Callable[[], datetime], oauth_url: str, reddit_url: str,
        user_agent: str,
    ) -> None:
        super().__init__(oauth_url=oauth_url, reddit_url=reddit_url, user_agent=user_agent, timeout=patience)
        self._client = client
        self._now = now

    async def _ensure_session(self) -> None:
        # A proxy of the environment is for the world outside, not for a server on this machine.
        if self._http is None or self._http.closed:
            self._http = aiohttp.ClientSession(
                headers=self.headers, trust_env=not self._client.server.near, cookie_jar=aiohttp.DummyCookieJar(),
                connector=aiohttp.TCPConnector(force_close=self._client.fresh),
            )

    @asynccontextmanager
    async def request(self, *args: str, timeout: float | None = None, **kwargs: object) -> AsyncIterator[_Answer]:  # type: ignore[override]  # noqa: ASYNC109 - the library calls it so, and looks at no more of an answer
        del timeout  # of the library, or of PRAWCORE_TIMEOUT
        login = args[1].endswith(_TOKEN)
        try:
            kwargs["allow_redirects"] = False
            async with super().request(*args, timeout=self.timeout, **kwargs) as response:
                answer = await self._judge(response, login=login)
        except RequestException as error:
            # Raised as it is, the library would send some of these again.
            raise _JudgedError(_wire_fault(error.original_exception, self.timeout)) from None
        yield answer

    async def _judge(self, response: aiohttp.ClientResponse, *, login: bool) -> _Answer:
        now = self._now()
        status, headers = response.status, response.headers
        self._client.skew = _skew(headers.get("Date", ""), now) or self._client.skew
        if not login:
            self._client.limits.learn(headers, now)
        body = bytearray()
        async for chunk in response.content.iter_chunked(2**16):
            body += chunk
            if len(body) > _LARGEST:
                raise _JudgedError(Fault(Kind.UNREADABLE, "The answer is too large", status=status))
        if not 200 <= status < 300:
            raise _JudgedError(_status_fault(status, headers, bytes(body), now))
        if not body.strip():
            raise _JudgedError(Fault(Kind.UNREADABLE, "The answer is empty", status=status))
        try:
            read = _parse(bytes(body))
        except (ValueError, RecursionError):
            kind = "a web page" if body.lstrip()[:1] == b"<" else "no JSON"
            raise _JudgedError(Fault(Kind.UNREADABLE, f"It is {kind}", status=status)) from None
        return _Answer(200, {}, read)  # without headers: the library's limiter would sleep, or fall over odd ones


def _status_fault(status: int, headers: Mapping[str, str], body: bytes, now: datetime) -> Fault:
    wait = wait_of(headers.get("Retry-After", ""), now)
    words, code = f"HTTP {status}", ""
    try:
        said = _parse(body)
        told = said if isinstance(said, dict) else {}
        reasons = [told[key] for key in ("reason", "explanation") if isinstance(told.get(key), str) and told[key]]
        words = ", ".join([words, *(reason[:200] for reason in reasons)])
        code = reasons[0] if reasons else ""
    except (ValueError, RecursionError):
        words += " with a web page" if body.lstrip()[:1] == b"<" else ""
    if status == 429:
        reset = _number(headers.get("x-ratelimit-reset", ""))
        wait = min(reset, LONGEST) if wait is None and reset is not None else wait
        return Fault(Kind.LIMIT, words, status=status, retry_after=wait, certain=True)
    # 4xx says that the request was not taken, but for those that tell of time or of a clash.
    certain = 400 <= status < 500 and status not in (408, 409, 425)
    return Fault(Kind.STATUS, words, status=status, code=code, retry_after=wait, certain=certain)


def _login_fault(fault: Fault) -> Fault:
    """What goes wrong on the way to a token surely left everything undone; a refused one needs a person."""
    kind = Kind.LOGIN if fault.status in (400, 401) else fault.kind
    return Fault(kind, fault.words, status=fault.status, retry_after=fault.retry_after, certain=True)


def _wire_fault(error: Exception, patience: float) -> Fault:
    if isinstance(error, TimeoutError):
        return Fault(Kind.LATE, f"Nothing for {patience:g} s")
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.InvalidURL)):
        tls = isinstance(error, (aiohttp.ClientSSLError, ssl.SSLError))
        words = "No secure connection" if tls else "The connection was refused or there is no such host"
        return Fault(Kind.UNREACHED, words, certain=True)
    return Fault(Kind.BROKEN, type(error).__name__)


def _skew(date: str, now: datetime) -> timedelta | None:
    """How far the server's clock is ahead of ours; None where it does not tell."""
    try:
        at = parsedate_to_datetime(date)
        return at - now if at.tzinfo is not None else None
    except (ValueError, TypeError, OverflowError):
        return None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0 <= number < 10**9 else None


def _parse(body: bytes) -> object:
    """Read JSON; a number of thousands of digits, on which Python gives up, is just no number that is of use."""
    return json.loads(body.decode("utf-8", "replace"), parse_int=_whole)


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _DIGITS else float("inf")


def _own_settings() -> configparser.ConfigParser:
    """The library's own defaults, and no praw.ini of the working directory, which could send a login elsewhere."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string((importlib.resources.files("asyncpraw") / "praw.ini").read_text())
    return parser
