"""Under asyncpraw: requests that go out once, and answers that are read whole and judged before the library sees them.

With :mod:`sources._reddit_client` the only module that imports the library.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp
import asyncprawcore
from asyncprawcore.exceptions import AsyncPrawcoreException, RequestException, ResponseException

from sources._reddit_faults import LONGEST, Fault, Kind, wait_of

#: An answer that is larger (bytes) is not read to its end.
_LARGEST: Final = 32 * 2**20
_TOKEN: Final = "/api/v1/access_token"  # noqa: S105 - a path
_DIGITS: Final = 19


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


@dataclass(slots=True)
class Line:
    """A way to a server, and what is known of it. ``near``: on this machine; ``fresh``: a connection for each call.

    ``skew`` is how far the server's clock is ahead of ours, None where it did not tell.
    """

    near: bool
    fresh: bool
    limits: Limits = field(default_factory=Limits)
    skew: timedelta | None = None


class JudgedError(ResponseException):
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


class Requestor(asyncprawcore.Requestor):
    """Sends a request once, reads the answer whole and judges it."""

    def __init__(
        self, *, line: Line, patience: float, now: Callable[[], datetime], oauth_url: str, reddit_url: str,
        user_agent: str,
    ) -> None:
        super().__init__(oauth_url=oauth_url, reddit_url=reddit_url, user_agent=user_agent, timeout=patience)
        self._line = line
        self._now = now

    async def _ensure_session(self) -> None:
        # A proxy of the environment is for the world outside, not for a server on this machine.
        if self._http is None or self._http.closed:
            self._http = aiohttp.ClientSession(
                headers=self.headers, trust_env=not self._line.near, cookie_jar=aiohttp.DummyCookieJar(),
                connector=aiohttp.TCPConnector(force_close=self._line.fresh),
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
            raise JudgedError(_wire_fault(error.original_exception, self.timeout)) from None
        yield answer

    async def _judge(self, response: aiohttp.ClientResponse, *, login: bool) -> _Answer:
        now = self._now()
        status, headers = response.status, response.headers
        self._line.skew = _skew(headers.get("Date", ""), now) or self._line.skew
        if not login:
            self._line.limits.learn(headers, now)
        body = bytearray()
        async for chunk in response.content.iter_chunked(2**16):
            body += chunk
            if len(body) > _LARGEST:
                raise JudgedError(Fault(Kind.UNREADABLE, "The answer is too large", status=status))
        if not 200 <= status < 300:
            raise JudgedError(_status_fault(status, headers, bytes(body), now))
        if not body.strip():
            raise JudgedError(Fault(Kind.UNREADABLE, "The answer is empty", status=status))
        try:
            read = _parse(bytes(body))
        except (ValueError, RecursionError):
            kind = "a web page" if body.lstrip()[:1] == b"<" else "no JSON"
            raise JudgedError(Fault(Kind.UNREADABLE, f"It is {kind}", status=status)) from None
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
