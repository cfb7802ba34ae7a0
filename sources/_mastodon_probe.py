"""What ``warroom doctor`` asks of a Mastodon server: reachable, logged in, may read and write, calls left, clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sources._mastodon_login import MastodonLogin
from sources._mastodon_office import Office
from sources._mastodon_server import explain
from sources._mastodon_trouble import WireError
from sources._mastodon_wire import Wire
from warroom.domain.errors import SourceError
from warroom.domain.health import Check, CheckState

#: Clocks may be off by so much (s): sending looks for replies by their time.
_SKEW: Final = 30.0
#: Below this share of its limit a budget is worth a word.
_LOW: Final = 0.1
_LOGIN: Final = "Run: warroom login mastodon."


class MastodonProbe:
    """Checks a server and a login (see ``ports.Probe``)."""

    def __init__(
        self, *, base_url: str, login: MastodonLogin | None = None, open_timeout: float = 5.0, patience: float = 8.0,
    ) -> None:
        self._base_url = base_url
        self._login = login or MastodonLogin()
        self._open_timeout = open_timeout
        self._patience = patience

    async def check(self) -> Sequence[Check]:
        """One line a check; what hangs on a failed one is skipped. Never raises for what it finds."""
        try:
            office = Office(self._base_url, self._login, open_timeout=self._open_timeout, patience=self._patience)
        except SourceError as error:
            return [_check("reachable", CheckState.FAIL, error.title, error.hint)]
        try:
            return await self._all(office)
        finally:
            await office.close()

    async def _all(self, office: Office) -> list[Check]:
        try:
            server = await office.server()
        except WireError as error:
            return [_failed("reachable", error, office.wire, first=True)]
        version = f", version {server.version}" if server.version else ""
        reachable = _check("reachable", CheckState.OK, f"{office.wire.where.place} answers{version}.")
        return [reachable, *await _rights(office), _left(office.wire), _clock(office.wire)]


async def _rights(office: Office) -> list[Check]:
    if not office.wire.logged_in:
        return [_check("login", CheckState.WARN, "Nobody is logged in: only public hashtags and timelines are read.",
                       _LOGIN)]
    try:
        checks = [_check("login", CheckState.OK, f"We are {(await office.me()).handle}.")]
    except WireError as error:
        return [_failed("login", error, office.wire)]
    scopes = await _scopes(office)
    try:
        (await office.wire.call("notifications", limit=1)).read()
        (await office.wire.call("timeline_local", limit=1)).read()
    except WireError as error:
        checks.append(_failed("reading", error, office.wire))
    else:
        checks.append(_check("reading", CheckState.OK, "It may read mentions and timelines."))
    if scopes is None:
        checks.append(_check("writing", CheckState.SKIP, "The server does not tell what the login may do."))
    elif scopes & {"write", "write:statuses"}:
        checks.append(_check("writing", CheckState.OK, "It may write and delete posts."))
    else:
        checks.append(_check("writing", CheckState.FAIL, f"It may only {', '.join(sorted(scopes)) or 'do nothing'}.",
                             f"To reply, it needs write:statuses. {_LOGIN}"))
    return checks


async def _scopes(office: Office) -> frozenset[str] | None:
    """What the login may do, None where the server does not tell (Mastodon does since 4.3)."""
    try:
        said = (await office.wire.call("app_verify_credentials")).read()
    except WireError:
        return None
    scopes = said.get("scopes") if isinstance(said, Mapping) else None
    if isinstance(scopes, str):
        scopes = scopes.split()
    return frozenset(one for one in scopes if isinstance(one, str)) if isinstance(scopes, list) else None


def _left(wire: Wire) -> Check:
    limit = wire.limit
    if limit is None or not limit.limit:
        return _check("limits", CheckState.SKIP, "The server tells no limit.")
    words = f"{limit.left} of {limit.limit} calls are left."
    low = limit.left < _LOW * limit.limit
    return _check("limits", CheckState.WARN if low else CheckState.OK, words,
                  "Follow fewer hashtags, or raise sources.mastodon.interval." if low else "")


def _clock(wire: Wire) -> Check:
    if wire.skew is None:
        return _check("clock", CheckState.SKIP, "The server does not tell the time.")
    seconds = wire.skew.total_seconds()
    if abs(seconds) <= _SKEW:
        return _check("clock", CheckState.OK, "This computer's clock and the server's agree.")
    side = "behind" if seconds > 0 else "ahead of"
    return _check("clock", CheckState.WARN, f"This computer's clock is {abs(seconds):.0f} s {side} the server's.",
                  "Let the system set its clock by the network.")


def _failed(name: str, error: WireError, wire: Wire, *, first: bool = False) -> Check:
    told = explain(error, wire, first=first)
    return _check(name, CheckState.FAIL, f"{told.title} {told.reason}".rstrip(), told.hint)


def _check(name: str, state: CheckState, words: str, hint: str = "") -> Check:
    return Check(f"mastodon {name}", state, words, hint)
