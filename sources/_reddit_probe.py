"""What ``warroom doctor`` asks of Reddit: a line a check, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sources._reddit_faults import Fault, Kind, source_error
from sources._reddit_listing import read_page
from sources._reddit_login import RedditLogin, address
from sources._reddit_publisher import whoami
from sources._reddit_thread import open_client
from warroom.domain.errors import SourceError
from warroom.domain.health import Check, CheckState

if TYPE_CHECKING:
    from sources._reddit_client import Client

_SKEW: Final = timedelta(seconds=30)
_LOW: Final = 0.1
#: What each permission is needed for. Source: https://www.reddit.com/api/v1/scopes.
_READS: Final = ("read",)
_WRITES: Final = ("submit", "edit", "history", "identity")


class RedditProbe:
    """Checks Reddit (see ``ports.Probe``); the arguments are those of the source."""

    def __init__(
        self, *, login: RedditLogin, base_url: str = "https://www.reddit.com", oauth_url: str = "",
        patience: float = 10.0, now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._login = login
        self._base_url = base_url
        self._oauth_url = oauth_url
        self._patience = patience
        self._now = now

    async def check(self) -> Sequence[Check]:
        """Reachable, logged in, may read, may write, calls left, clock; what hangs on a failed one is skipped."""
        try:
            server = address(self._base_url, self._oauth_url)
            client = await open_client(self._login, server, self._patience, self._now)
        except SourceError as error:
            return [Check("reddit login", CheckState.FAIL, f"{error.title} {error.reason}".strip(), error.hint)]
        try:
            return await self._all(client)
        finally:
            await client.close()

    async def _all(self, client: Client) -> list[Check]:
        place = client.server.place
        try:
            scopes = await client.scopes()
        except Fault as fault:
            error = source_error(fault, place)
            met = fault.kind not in (Kind.UNREACHED, Kind.LATE, Kind.BROKEN)
            reached = Check("reddit reachable", CheckState.OK if met else CheckState.FAIL,
                            f"{place} answers." if met else f"{error.title} {error.reason}", "" if met else error.hint)
            login = Check("reddit login", CheckState.FAIL if met else CheckState.SKIP,
                          f"{error.title} {error.reason}" if met else "It was not asked.", error.hint if met else "")
            return [reached, login]
        return [
            Check("reddit reachable", CheckState.OK, f"{place} answers."),
            await self._account(client),
            await self._read(client, scopes),
            self._write(scopes),
            _left(client),
            _clock(client),
        ]

    async def _account(self, client: Client) -> Check:
        if not self._login.has_account:
            return Check("reddit login", CheckState.OK, "The app is known; there is no account, so no inbox.")
        try:
            return Check("reddit login", CheckState.OK, f"We are u/{await whoami(client)}.")
        except Fault as fault:
            error = source_error(fault, client.server.place)
            return Check("reddit login", CheckState.FAIL, f"{error.title} {error.reason}", error.hint)

    async def _read(self, client: Client, scopes: frozenset[str]) -> Check:
        missing = _missing(scopes, _READS)
        if missing:
            return Check("reddit read", CheckState.FAIL, f"The permission {missing} is missing.", _AGAIN)
        try:
            read_page(await client.get("r/all/new", limit=1))
        except Fault as fault:
            error = source_error(fault, client.server.place)
            return Check("reddit read", CheckState.FAIL, f"{error.title} {error.reason}", error.hint)
        if self._login.has_account and _missing(scopes, ("privatemessages",)):
            return Check("reddit read", CheckState.WARN, "Posts can be read, our inbox cannot.", _AGAIN)
        return Check("reddit read", CheckState.OK, "Posts can be read.")

    def _write(self, scopes: frozenset[str]) -> Check:
        if not self._login.has_account:
            return Check("reddit write", CheckState.SKIP, "There is no account to reply as.",
                         "warroom login reddit gives one.")
        missing = _missing(scopes, _WRITES)
        if missing:
            return Check("reddit write", CheckState.FAIL, f"The permission {missing} is missing.", _AGAIN)
        return Check("reddit write", CheckState.OK, "Replies can be sent, looked for and taken back.")


_AGAIN: Final = "warroom login reddit asks for it."


def _missing(scopes: frozenset[str], needed: Sequence[str]) -> str:
    return "" if "*" in scopes else ", ".join(scope for scope in needed if scope not in scopes)


def _left(client: Client) -> Check:
    limits = client.limits
    if limits.left is None or not limits.most:
        return Check("reddit limit", CheckState.SKIP, "It does not tell how many calls are left.")
    state = CheckState.WARN if limits.left < _LOW * limits.most else CheckState.OK
    hint = "Make sources.reddit.interval longer." if state is CheckState.WARN else ""
    return Check("reddit limit", state, f"{limits.left} of {limits.most} calls are left.", hint)


def _clock(client: Client) -> Check:
    if client.skew is None:
        return Check("reddit clock", CheckState.SKIP, "It does not tell the time.")
    seconds = client.skew.total_seconds()
    if abs(client.skew) <= _SKEW:
        return Check("reddit clock", CheckState.OK, "This computer's clock is right.")
    return Check("reddit clock", CheckState.WARN, f"This computer's clock is {abs(seconds):.0f} s "
                 f"{'behind' if seconds > 0 else 'ahead'}.", "Set it, or switch on time synchronisation.")
