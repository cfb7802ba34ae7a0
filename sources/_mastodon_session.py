"""The session of requests that Mastodon.py gets: its answers are kept as they came, and no redirect leads astray."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import requests

if TYPE_CHECKING:
    from sources._mastodon_wire import Address


class Unread:
    """What the library gets for the JSON of every answer: a value of no type that it knows, which it hands on."""

    __slots__ = ()
    #: Where it counts the results of a search.
    statuses: tuple[()] = ()


class _Session(requests.Session):
    """Follows a redirect only to read, and on the same server: no token goes elsewhere, and no post out twice."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        target = super().get_redirect_target(resp)
        if target is None or resp.request.method not in ("GET", "HEAD"):
            return None
        here, there = urlsplit(resp.url), urlsplit(urljoin(resp.url, target))
        return target if (here.scheme, here.netloc) == (there.scheme, there.netloc) else None


def session(where: Address, note: Callable[[requests.Response], None]) -> requests.Session:
    """Make a session for the library; ``note`` gets each response, its body not yet read."""
    made = _Session()
    made.max_redirects = 3
    made.trust_env = not where.near
    # Bodies are read, and bounded, by whoever notes the response.
    made.stream = True

    def keep(response: requests.Response, **_: object) -> None:
        def nothing(**_: object) -> Unread:
            return Unread()

        response.json = nothing  # type: ignore[method-assign]  # what the library reads every answer by
        note(response)

    made.hooks["response"].append(keep)
    return made
