"""Every way that a call to a Mastodon server can fail, told apart and in words."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """How a call failed; after UNREACHABLE nothing was sent."""

    UNREACHABLE = "unreachable"
    TLS = "tls"
    SILENT = "silent"
    BROKEN = "broken"
    GARBLED = "garbled"
    LIMITED = "limited"
    STATUS = "status"
    ELSEWHERE = "elsewhere"


class WireError(Exception):
    """A call that failed. ``status`` is the HTTP status (0: none), ``reason`` says what went wrong, in words.

    ``told`` is True where the server itself gave a reason, as its API does: a proxy before it does not.
    """

    def __init__(
        self, kind: Kind, reason: str, *, status: int = 0, retry_after: float | None = None, told: bool = False,
    ) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.status = status
        self.retry_after = retry_after
        self.told = told

    @property
    def gone(self) -> bool:
        """True where the server says that what was asked for is not there (any more), or not for us to see."""
        return self.status == 410 or (self.status == 404 and self.told)


def unheard(error: BaseException | None, *, sent: bool = False) -> WireError:
    """Say why there is no answer. Only what is certain counts as not sent."""
    import requests
    import urllib3

    chain = _causes(error)
    if any(isinstance(one, requests.exceptions.SSLError) for one in chain):
        return WireError(Kind.TLS, f"{_words(chain)}.")
    never = (requests.exceptions.ConnectTimeout, requests.exceptions.InvalidURL,
             urllib3.exceptions.NewConnectionError, urllib3.exceptions.NameResolutionError)
    if not sent and any(isinstance(one, never) for one in chain):
        return WireError(Kind.UNREACHABLE, f"{_words(chain)}.")
    if any(isinstance(one, requests.exceptions.Timeout | TimeoutError) for one in chain):
        return WireError(Kind.SILENT, "It did not answer in time.")
    if sent and isinstance(error, ValueError):
        return WireError(Kind.GARBLED, "It sent an answer that cannot be read.")
    return WireError(Kind.BROKEN, "The connection broke.")


def _causes(error: BaseException | None) -> list[BaseException]:
    """An error and all that led to it: the libraries hang it on as cause, context, argument or reason."""
    waiting, found = [error], list[BaseException]()
    while waiting and len(found) < 20:
        one = waiting.pop(0)
        if one is None or one in found:
            continue
        found.append(one)
        hung = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting += [other for other in hung if isinstance(other, BaseException)]
    return found


def _words(chain: list[BaseException]) -> str:
    """The plainest words of a chain of errors: those of the system, at the bottom of it."""
    for error in reversed(chain):
        if isinstance(error, OSError) and error.strerror:
            return error.strerror
    return type(chain[-1]).__name__ if chain else "No answer"
