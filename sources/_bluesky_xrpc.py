"""One call to a Bluesky server through the library's client, and every way that it can fail, told apart.

What counts is whether the server has certainly not done what it was asked to (``Refused``), or nobody can tell
(``Unsure``). Refusals are read before the library reads them, for it trips over those that are not as it expects;
beyond them it raises errors of its own and leaks those of httpx and of its JSON reader.
Source: https://atproto.com/specs/xrpc.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlencode

from warroom.domain.health import Budget
from warroom.domain.model import Platform

if TYPE_CHECKING:
    import httpx
    from atproto_client import AsyncClient

Body: TypeAlias = Mapping[str, object]
Params: TypeAlias = Mapping[str, "str | int | Sequence[str]"]

#: The longest wait (s) that a server's word is believed for.
_LONGEST: Final = 3600.0
#: Refusals of who we are, by name: the same login will not be taken later.
_NOT_US: Final = frozenset({
    "AuthenticationRequired", "AuthMissing", "AuthFactorTokenRequired", "InvalidToken", "ExpiredToken",
    "AccountTakedown", "AccountDeactivated", "AccountSuspended"})
_NOT_SERVED: Final = frozenset({"MethodNotImplemented", "XRPCNotSupported"})


class Refused(Exception):
    """The server said no: what it was asked for has certainly not happened."""

    def __init__(self, status: int, name: str, message: str, retry_after: float | None = None) -> None:
        super().__init__(f"HTTP {status}" + (f", {name}" if name else "") + (f": {message[:200]}" if message else ""))
        self.status = status
        self.name = name
        self.message = message
        self.retry_after = retry_after

    @property
    def not_served(self) -> bool:
        """True where the server does not have this method at all, as a PDS without an AppView."""
        return (self.status in (404, 501) and self.name not in ("NotFound", "RecordNotFound")) \
            or self.name in _NOT_SERVED or "No service configured" in self.message


    @property
    def beyond_us(self) -> bool:
        """True where this app password may not do it; another token would be told the same."""
        return "Bad token method" in self.message or "Bad token scope" in self.message

    @property
    def may_pass(self) -> bool:
        """True where something before the server may have said it, such as a proxy: it names nothing of Bluesky's."""
        return self.status in (401, 403, 404) and self.name not in _NOT_US | _NOT_SERVED


class Unsure(Exception):
    """No usable answer came. ``sent`` is False where the request certainly never left."""

    def __init__(self, reason: str, *, sent: bool = True, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.sent = sent
        self.retry_after = retry_after


@dataclass(slots=True)
class Meter:
    """What the headers of the latest answers say: the calls that are left, and how far our clock is off."""

    budget: Budget | None = None
    skew: timedelta | None = None

    def read(self, headers: Mapping[str, str], now: datetime) -> None:
        """Take in the headers of an answer that came at ``now`` (aware UTC)."""
        left, limit = _number(headers.get("ratelimit-remaining")), _number(headers.get("ratelimit-limit"))
        if left is not None and limit is not None:
            self.budget = Budget(platform=Platform.BLUESKY, left=left, limit=limit,
                                 resets_at=_epoch(headers.get("ratelimit-reset")))
        told = _http_date(headers.get("date"))
        if told is not None:
            self.skew = now - told


@dataclass(frozen=True, slots=True)
class Call:
    """A method to call: a query with ``params``, or a procedure where there is a ``body``.

    ``proxy`` names the service (``DID#id``) that our server passes it on to; "" where it answers by itself.
    """

    method: str
    params: Params = field(default_factory=dict)
    body: Body | None = None
    proxy: str = ""


async def send(client: AsyncClient, call: Call, meter: Meter, now: datetime, *, bearer: str = "") -> Body:
    """Make a call and return the JSON object that it answers. Raises Refused or Unsure, nothing else.

    ``bearer`` is a token to use in place of the session's.
    """
    import httpx
    from atproto_client import exceptions

    url = f"{call.method}?{urlencode(call.params, doseq=True)}" if call.params else call.method
    # Our own session renews tokens; the library's check would do it in the middle of any call, and trips over tokens
    # that are no JWT.
    more: dict[str, object] = {"ignore_session_check": True}
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    if call.proxy:
        headers["atproto-proxy"] = call.proxy
    if headers:
        more["headers"] = headers
    try:
        if call.body is None:
            answer = await client.invoke_query(url, **more)
        else:
            if call.body:
                more |= {"content": json.dumps(call.body), "input_encoding": "application/json"}
            answer = await client.invoke_procedure(url, **more)
    except SaidNo as error:
        meter.read(error.headers, now)
        raise _refusal(error, now) from None
    except exceptions.RequestErrorBase as error:
        raise _lost(error.__cause__ or error) from None
    except httpx.HTTPError as error:
        raise _lost(error) from None
    except (httpx.InvalidURL, ValueError, TypeError, RecursionError) as error:
        # The library reads the answer with a strict JSON reader, and lets its errors out.
        raise Unsure(f"an answer that cannot be read ({type(error).__name__})") from None
    meter.read(answer.headers, now)
    if not isinstance(answer.content, Mapping):
        if call.body is not None and not answer.content:
            return {}  # a procedure without an answer, such as deleteSession
        raise Unsure("an answer that is no JSON object")
    return answer.content


class SaidNo(Exception):
    """An answer that is none of what was asked for, as it came."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.headers = headers
        self.body = body


async def judge(response: httpx.Response) -> None:
    """Stop at refusals, and at redirects: a password goes only where it was meant to (the library follows all)."""
    if response.is_redirect or response.status_code >= 400:
        body = b"" if response.is_redirect else await response.aread()
        raise SaidNo(response.status_code, response.headers, body)


def wait_of(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds until a server wants to hear from us again, in any form that it may say so; None: not told."""
    said = headers.get("retry-after", "").strip()
    if said.isdecimal():
        return min(float(said), _LONGEST)
    until = _http_date(said) or _epoch(headers.get("ratelimit-reset"))
    return min(max((until - now).total_seconds(), 0.0), _LONGEST) if until else None


def _refusal(answer: SaidNo, now: datetime) -> Refused | Unsure:
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        said = None
    words = said if isinstance(said, dict) else {}
    name, message = words.get("error"), words.get("message")
    refused = Refused(answer.status, name if isinstance(name, str) else "", message if isinstance(message, str) else "",
                      wait_of(answer.headers, now) if answer.status in (429, 503) else None)
    if answer.status >= 500 and not refused.not_served:
        return Unsure(str(refused), retry_after=refused.retry_after)
    return refused


def _lost(error: BaseException) -> Unsure:
    import httpx

    sent = not isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout
                          | httpx.UnsupportedProtocol | httpx.LocalProtocolError)
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return Unsure(f"no secure connection ({cause.reason or cause})", sent=sent)
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.TimeoutException):
        return Unsure("no answer in time", sent=sent)
    words = str(error) or type(error).__name__
    return Unsure(f"the connection broke ({words})" if sent else f"it cannot be reached ({words})", sent=sent)


def _number(said: str | None) -> int | None:
    return int(said) if said is not None and said.isascii() and said.isdecimal() and len(said) < 12 else None


def _epoch(said: str | None) -> datetime | None:
    seconds = _number(said)
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None else None


def _http_date(said: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(said or "")
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
