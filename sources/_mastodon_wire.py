"""One Mastodon.py client: called in threads, answering with the server's own words, and every failure of a known kind.

The library is synchronous, and turns each answer into its own types: that takes 4 ms a status and can fail for a whole
page. So its session shows it an empty value for each answer, and the answer is read here, where it is bounded.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import urlsplit

from sources._mastodon_post import read_time
from sources._mastodon_trouble import Kind, WireError, unheard
from warroom import __version__
from warroom.domain.errors import SourceStopped

if TYPE_CHECKING:
    import requests

_T = TypeVar("_T")

#: The largest answer (bytes): forty statuses of the longest kind have 10 MB.
_LARGEST: Final = 16 * 2**20
_LONGEST_WAIT: Final = 3600.0
_DIGITS: Final = 18
AGENT: Final = f"warroom/{__version__}"


class Answer:
    """What the server said, as it came."""

    __slots__ = ("body", "headers")

    def __init__(self, body: bytes, headers: Mapping[str, str]) -> None:
        self.body = body
        self.headers = headers

    def read(self) -> object:
        """The JSON in it. Raises WireError where it is none."""
        try:
            return read_json(self.body)
        except (ValueError, RecursionError) as error:
            kind = self.headers.get("Content-Type", "").partition(";")[0]
            what = f"{kind[:60]}, no JSON" if kind and "json" not in kind else "broken JSON"
            reason = f"It sent {what}." if self.body.strip() else "It sent an empty answer."
            raise WireError(Kind.GARBLED, reason) from error


def read_json(body: bytes | str) -> object:
    """Read JSON; a number that no server can mean becomes None. Raises ValueError or RecursionError.

    Bytes that are no UTF-8 become U+FFFD, for one of them must not cost a whole page.
    """
    found: object = _JSON.decode(body if isinstance(body, str) else body.decode("utf-8-sig", "replace"))
    return found


@dataclass(frozen=True, slots=True)
class Address:
    """A server's address: its name with port as it stands in cursors and errors, and whether it is this machine."""

    url: str
    place: str
    near: bool


def address(base_url: str) -> Address:
    """Read the address of a server. Raises SourceStopped where it is none."""
    try:
        parts = urlsplit(base_url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host:
        raise SourceStopped(f"{base_url!r} is no address of a Mastodon server.",
                            hint="Set sources.mastodon.base_url, such as https://mastodon.social.")
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    # A proxy of the environment is for the world outside, not for a server on this machine.
    near = host in ("127.0.0.1", "localhost", "::1")
    return Address(f"{parts.scheme}://{place}{parts.path.rstrip('/')}", place, near)


@dataclass(frozen=True, slots=True)
class Limit:
    """What the server said about its limit of calls."""

    left: int
    limit: int
    resets_at: datetime | None


async def aside(call: Callable[[], _T], name: str = "mastodon") -> _T:
    """Call something that blocks in a thread of its own, which no exit of the program waits for."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[_T] = loop.create_future()

    def settle(result: _T | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # the type of the call

    def run() -> None:
        result: _T | None = None
        failed: BaseException | None = None
        try:
            result = call()
        except BaseException as error:  # noqa: BLE001 - it belongs to the one who waits, whatever it is
            failed = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, result, failed)

    threading.Thread(target=run, daemon=True, name=name).start()
    return await done


class Wire:
    """A client of one server. ``token`` "" reads what is public. Times in seconds; one call at a time."""

    def __init__(self, where: Address, token: str, *, open_timeout: float = 10.0, patience: float = 15.0) -> None:
        self.where = where
        self.limit: Limit | None = None
        self.skew: timedelta | None = None
        self._token = token
        self._open_timeout = open_timeout
        self._patience = patience
        self._turn = threading.Lock()
        self._client: Any = None
        self._heard: _Heard = _Heard()

    @property
    def logged_in(self) -> bool:
        """True where there is a token; whether the server takes it is another matter."""
        return bool(self._token)

    async def call(self, endpoint: str, *args: object, **kwargs: object) -> Answer:
        """Call a method of the library. Raises WireError."""
        return await aside(lambda: self._call(endpoint, args, kwargs))

    async def client(self) -> Any:  # noqa: ANN401 - the library ships no types
        """The library's client, made on first use: its import takes half a second, and is done in a thread too."""
        return await aside(self._made)

    @property
    def refusal(self) -> int:
        """The HTTP status that refused the last call, 0 where none did; the library keeps it to itself on streams."""
        response = self._heard.response
        return 0 if response is None or response.status_code == 200 else response.status_code

    def until(self, moment: datetime) -> float:
        """Seconds until a moment that the server told, by our clock."""
        return (moment - datetime.now(UTC)).total_seconds()

    def forget(self) -> None:
        """Forget what the last call was told."""
        self._heard = _Heard()

    async def close(self) -> None:
        """Close the connections; a call that hangs ends by its timeout, and nobody waits for it."""
        client, self._client = self._client, None
        if client is not None:
            await aside(client.session.close)

    def _made(self) -> Any:  # noqa: ANN401 - see above
        if self._client is None:
            library = importlib.import_module("mastodon")
            from sources._mastodon_session import session

            client = library.Mastodon(
                api_base_url=self.where.url, session=session(self.where, self._note), ratelimit_method="throw",
                version_check_mode="none", request_timeout=(self._open_timeout, self._patience), user_agent=AGENT)
            # Given to the constructor, a token that is also the name of a file would be read from that file.
            client.access_token = self._token or None
            # Else each timeline would ask once more whether the server has it; its own answer says that better.
            client._Mastodon__instance_v2_cache = {}  # noqa: SLF001 - it offers no other way
            self._client = client
        return self._client

    def _call(self, endpoint: str, args: tuple[object, ...], kwargs: dict[str, object]) -> Answer:
        with self._turn:
            client = self._made()
            heard = self._heard = _Heard(deadline=time.monotonic() + self._open_timeout + 2 * self._patience)
            failed: Exception | None = None
            try:
                getattr(client, endpoint)(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 - it fails in many ways; what was heard says which it is
                failed = error
            return self._told(heard, failed)

    def _told(self, heard: _Heard, failed: Exception | None) -> Answer:
        """What was heard decides, not what the library makes of it: it calls an odd header a reached limit."""
        response = heard.response
        if response is None:
            raise unheard(failed)
        self._take_limit(response.headers)
        status = response.status_code
        body = self._body(response, heard.deadline)
        if status == 429:
            wait = self._wait(response.headers, limited=True) or 60.0
            raise WireError(Kind.LIMITED, "HTTP 429.", status=429, retry_after=wait)
        if 300 <= status < 400:
            to = urlsplit(response.headers.get("Location", "")).hostname or "another page"
            raise WireError(Kind.ELSEWHERE, f"It sends us to {to[:200]}.", status=status)
        if status >= 400:
            said = "" if isinstance(body, Exception) else _error_of(body)
            raise WireError(Kind.STATUS, f"HTTP {status}{f': {said}' if said else ''}.", status=status,
                            retry_after=self._wait(response.headers), told=bool(said))
        if isinstance(body, Exception):
            raise unheard(body, sent=True)
        return Answer(body, response.headers)

    def _body(self, response: requests.Response, deadline: float) -> bytes | Exception:
        body = bytearray()
        try:
            for chunk in response.iter_content(65536):
                body += chunk
                if len(body) > _LARGEST or time.monotonic() > deadline:
                    return ValueError("an answer without end")
        except Exception as error:  # noqa: BLE001 - the libraries below raise what they like; the caller tells it
            return error
        finally:
            response.close()
        return bytes(body)

    def _note(self, response: requests.Response) -> None:
        self._heard.response = response

    def _take_limit(self, headers: Mapping[str, str]) -> None:
        now = datetime.now(UTC)
        date = read_time(headers.get("Date", ""))
        if date is not None:
            self.skew = date - now
        left, limit = headers.get("X-RateLimit-Remaining", ""), headers.get("X-RateLimit-Limit", "")
        if left.isdecimal() and limit.isdecimal() and len(left + limit) < 20:
            resets = read_time(headers.get("X-RateLimit-Reset", ""))
            self.limit = Limit(int(left), int(limit), resets and resets - (self.skew or timedelta()))

    def _wait(self, headers: Mapping[str, str], *, limited: bool = False) -> float | None:
        """How long (s) the server wants us to wait: ``Retry-After`` (seconds or a date), or a reached limit's reset."""
        said = headers.get("Retry-After", "").strip()
        if said.isdecimal() and len(said) < 10:
            return min(float(said), _LONGEST_WAIT)
        until = read_time(said) if said else None
        moment = until - (self.skew or timedelta()) if until else None
        # Every answer tells the reset, those of a server in trouble too.
        if limited and moment is None and self.limit is not None and headers.get("X-RateLimit-Reset"):
            moment = self.limit.resets_at
        if moment is None:
            return None
        seconds = self.until(moment)
        return min(max(seconds, 1.0), _LONGEST_WAIT) if math.isfinite(seconds) else None


@dataclass(slots=True)
class _Heard:
    """What came back on one call."""

    deadline: float = math.inf
    response: requests.Response | None = None


def _error_of(body: bytes | None) -> str:
    try:
        said = read_json(body or b"")
    except (ValueError, RecursionError):
        return ""
    words = said.get("error") if isinstance(said, dict) else None
    return words.strip().rstrip(".")[:200] if isinstance(words, str) else ""


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _DIGITS + 1 else None


def _nothing(_: str) -> None:
    return None


# One for all: making one for each text costs more than the reading.
_JSON: Final = json.JSONDecoder(parse_int=_whole, parse_constant=_nothing)
