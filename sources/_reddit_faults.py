"""Every way that a call to Reddit can fail, and what each is called before a person."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import Final

from warroom.domain.errors import SourceError, SourceStopped

#: Nobody is made to wait longer (s) than this, whatever a server asks for.
LONGEST: Final = 3600.0
_AGAIN: Final = "warroom tries again by itself."


class Kind(StrEnum):
    """What went wrong."""

    UNREACHED = "unreached"  # the request never left: no such name, connection refused, no secure connection
    LATE = "late"
    BROKEN = "broken"
    STATUS = "status"
    UNREADABLE = "unreadable"
    LOGIN = "login"
    LIMIT = "limit"


class Fault(Exception):
    """A call failed. ``certain`` is True where Reddit surely did nothing of what was asked.

    ``status`` is the HTTP status (0: no answer), ``words`` what is known of the reason, ``code`` Reddit's own name for
    it ("THREAD_LOCKED", "" where there is none), ``retry_after`` the seconds that it asks to wait (None: it does not).
    """

    def __init__(
        self, kind: Kind, words: str, *, status: int = 0, code: str = "", retry_after: float | None = None,
        certain: bool = False,
    ) -> None:
        super().__init__(words)
        self.kind = kind
        self.words = words
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.certain = certain


def source_error(fault: Fault, place: str) -> SourceError:
    """Say it for a source: SourceStopped where it will not heal by itself."""
    reason = f"{fault.words}."
    match fault.kind:
        case Kind.UNREACHED:
            return SourceError(f"{place} cannot be reached.", reason=reason,
                               hint="Check the network and sources.reddit.base_url; warroom keeps trying.")
        case Kind.LATE:
            return SourceError(f"{place} did not answer in time.", reason=reason, hint=_AGAIN)
        case Kind.BROKEN:
            return SourceError(f"The connection to {place} broke.", reason=reason, hint=_AGAIN)
        case Kind.UNREADABLE:
            return SourceError(f"{place} gave an answer that cannot be read.", reason=reason,
                               hint=f"{_AGAIN} If it stays so, check sources.reddit.base_url.")
        case Kind.LOGIN:
            return login_refused(place, reason)
        case Kind.LIMIT:
            return SourceError(f"{place} allows no more calls for now.", reason=reason, retry_after=fault.retry_after,
                               hint="warroom waits as long as it asks for. A longer sources.reddit.interval helps.")
        case Kind.STATUS:
            return _by_status(fault, place)


def login_refused(place: str, reason: str) -> SourceStopped:
    """The login is of no use until a person mends it."""
    return SourceStopped(
        f"{place} does not accept the login.", reason=reason,
        hint="Check the client id and secret, and the refresh token or user name and password: "
             "warroom login reddit walks you through it.")


def _by_status(fault: Fault, place: str) -> SourceError:
    reason = f"{fault.words}."
    if fault.status >= 500 or fault.status in (408, 409, 425):
        return SourceError(f"{place} has trouble of its own.", reason=reason, hint=_AGAIN,
                           retry_after=fault.retry_after)
    if fault.status == 401:
        return SourceError(f"{place} refuses the token that it just gave.", reason=reason, hint=_AGAIN)
    if 300 <= fault.status < 400:
        return SourceStopped(f"{place} sends us elsewhere.", reason=reason,
                             hint="Check sources.reddit.base_url, and that the subreddits exist.")
    if fault.status == 403:
        return SourceError(f"{place} refuses this.", reason=reason, retry_after=fault.retry_after,
                           hint="The app may lack a permission, the account may be suspended, or Reddit may block "
                                "this network. warroom keeps trying.")
    return SourceError(f"{place} does not take the request.", reason=reason, hint="warroom keeps trying.",
                       retry_after=fault.retry_after)


def wait_of(value: str, now: datetime) -> float | None:
    """Read a Retry-After header, seconds or a date, as seconds from 0 to 3,600; None where there is none to read.

    Source: RFC 9110, section 10.2.3. asyncprawcore reads seconds only and breaks on a date.
    """
    value = value.strip()
    try:
        seconds = float(value)
    except ValueError:
        try:
            at = parsedate_to_datetime(value)
            seconds = (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds()
        except (ValueError, TypeError, OverflowError):
            return None
    return min(max(seconds, 0.0), LONGEST) if seconds == seconds else None  # noqa: PLR0124 - not a number
