"""What a server says of itself and of us, and what each failed call means in words.

Sources: https://docs.joinmastodon.org/methods/instance/ and https://docs.joinmastodon.org/methods/accounts/.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from sources._mastodon_post import handle, read_id
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Address, Wire
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.health import Budget
from warroom.domain.model import Platform

#: Where the server does not tell: Mastodon's own limits.
_CHARACTERS: Final = 500
_PER_URL: Final = 23
_AGAIN: Final = "warroom keeps trying."
_LOGIN: Final = "Run: warroom login mastodon. Then press R."


@dataclass(frozen=True, slots=True)
class Server:
    """A server: the domain of its accounts, its version in its own words, where it streams, how long posts may be."""

    domain: str
    version: str
    streaming: str
    most: int
    per_url: int


@dataclass(frozen=True, slots=True)
class Account:
    """Who we are there: the account's id and its handle with the domain."""

    id: str
    handle: str


async def ask_server(wire: Wire) -> Server:
    """Ask what the server is, in the new way and in the old one. Raises WireError."""
    try:
        answer = await wire.call("instance_v2")
    except WireError as error:
        if error.status not in (400, 404, 405, 410, 501):
            raise
        answer = await wire.call("instance_v1")
    said = answer.read()
    if not isinstance(said, Mapping) or not any(isinstance(said.get(key), str) for key in ("version", "domain", "uri")):
        raise WireError(Kind.GARBLED, "It does not say what it is.")
    return read_server(said, wire.where)


def read_server(said: Mapping[str, object], where: Address) -> Server:
    """Read what a server says of itself, by version 1 or 2 of the API."""
    configuration = _map(said.get("configuration"))
    statuses = _map(configuration.get("statuses"))
    streaming = _map(configuration.get("urls")).get("streaming") or _map(said.get("urls")).get("streaming_api")
    most = statuses.get("max_characters") or said.get("max_toot_chars")
    domain = next((host for key in ("account_domain", "domain", "uri") if (host := _host(said.get(key)))), where.place)
    version = said.get("version")
    return Server(
        domain, version[:80] if isinstance(version, str) else "", _web(streaming) or where.url,
        _whole(most, _CHARACTERS), _whole(statuses.get("characters_reserved_per_url"), _PER_URL))


async def ask_account(wire: Wire, server: Server) -> Account:
    """Ask who we are. Raises WireError."""
    said = (await wire.call("account_verify_credentials")).read()
    account = _map(said)
    native_id, name = read_id(account.get("id")), handle(account, server.domain)
    if not native_id or not name:
        raise WireError(Kind.GARBLED, "It does not say who we are.")
    return Account(native_id, name)


def budget(wire: Wire) -> Budget | None:
    """What the server still lets us do, None where it did not say."""
    limit = wire.limit
    if limit is None:
        return None
    return Budget(platform=Platform.MASTODON, left=limit.left, limit=limit.limit, resets_at=limit.resets_at)


def explain(error: WireError, wire: Wire, *, first: bool = False) -> SourceError:
    """Say what a failed call means: SourceError where it may heal, SourceStopped where it will not.

    ``first`` is True for the question what the server is: where that has no answer, the address is wrong.
    """
    place, status, reason = wire.where.place, error.status, error.reason
    match error.kind:
        case Kind.UNREACHABLE:
            return SourceError(f"{place} cannot be reached.", reason=reason,
                               hint=f"Check the network and sources.mastodon.base_url; {_AGAIN}")
        case Kind.TLS:
            return SourceError(f"No secure connection to {place}.", reason=reason,
                               hint="Check the address, this computer's clock, and any proxy between.")
        case Kind.SILENT:
            return SourceError(f"{place} did not answer in time.", hint=f"Check the network; {_AGAIN}")
        case Kind.BROKEN:
            return SourceError(f"The connection to {place} broke.", hint=_AGAIN)
        case Kind.LIMITED:
            return SourceError(f"{place} asks us to wait.", reason="Its limit of calls is reached.", hint=_AGAIN,
                               retry_after=error.retry_after)
        case Kind.ELSEWHERE:
            return SourceStopped(f"{place} is not the address of the server.", reason=reason,
                                 hint="Set sources.mastodon.base_url to the address that it sends us to.")
        case Kind.GARBLED if not first:
            return SourceError(f"{place} does not answer as it should.", reason=reason, hint=_AGAIN)
    if status == 401:
        if wire.logged_in:
            return SourceStopped(f"{place} does not take our login.", reason=reason, hint=_LOGIN)
        return SourceStopped(f"{place} shows nothing without a login.", reason=reason, hint=_LOGIN)
    if status == 403:
        return SourceStopped(f"{place} does not let us do that.", reason=reason,
                             hint=f"The login may lack a scope, or the account is blocked. {_LOGIN}")
    if first and (error.kind is Kind.GARBLED or status in (400, 404, 405, 410)):
        return SourceStopped(f"There is no Mastodon server at {place}.", reason=reason,
                             hint="Check sources.mastodon.base_url: only https:// and the server's name.")
    return SourceError(f"{place} refuses for now.", reason=reason, hint=_AGAIN, retry_after=error.retry_after)


def _host(value: object) -> str:
    """The host of a domain or an address, "" where it is none."""
    if not isinstance(value, str) or len(value) > 2_000:
        return ""
    try:
        found = urlsplit(value if "//" in value else f"//{value}").netloc
    except ValueError:
        return ""
    return found.rpartition("@")[2].lower()


def _web(value: object) -> str:
    """The https (http) address of a streaming server, which is told as wss (ws)."""
    if not isinstance(value, str):
        return ""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    scheme = {"wss": "https", "ws": "http", "https": "https", "http": "http"}.get(parts.scheme, "")
    return f"{scheme}://{parts.netloc}" if scheme and parts.netloc else ""


def _whole(value: object, default: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**31 else default


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
