"""Who we are on Reddit, and where Reddit is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from warroom.domain.errors import SourceStopped

_WWW: Final = "https://www.reddit.com"
_API: Final = "https://oauth.reddit.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedditLogin:
    """An app registered at reddit.com/prefs/apps, and an account to act as.

    With ``refresh_token``, or the ``username`` and ``password`` of a script app, we act as an account; with neither
    we only read. ``client_secret`` is "" for an installed app. ``user_agent`` "" is made from the name ("": unknown).
    """

    client_id: str
    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    username: str = ""
    password: str = field(default="", repr=False)
    user_agent: str = ""

    @property
    def has_account(self) -> bool:
        """True where we act as an account: only then there is an inbox, and somebody who can reply."""
        return bool(self.refresh_token or (self.username and self.password and self.client_secret))

    @property
    def agent(self) -> str:
        """The name that Reddit asks every app for. Source: https://github.com/reddit/reddit/wiki/API#rules."""
        said = " ".join(self.user_agent.split())
        if len(said) >= 7:
            return said
        return f"terminal:warroom (by /u/{self.username})" if self.username else "terminal:warroom"


@dataclass(frozen=True, slots=True)
class Server:
    """Where to log in and where links lead (``www``), where the API is, both without a slash at the end.

    ``place`` is the host as it stands in cursors and errors; ``near`` is True for this machine.
    """

    www: str
    api: str
    place: str
    near: bool


def address(base_url: str, oauth_url: str = "") -> Server:
    """Read the two addresses; ``oauth_url`` "" is Reddit's own for Reddit, else the same as ``base_url``.

    Raises SourceStopped where one is no address.
    """
    www, host, place = _parts(base_url)
    ours = host == "reddit.com" or host.endswith(".reddit.com")
    if ours and host == "oauth.reddit.com":
        www, place = _WWW, "www.reddit.com"
    api = _parts(oauth_url)[0] if oauth_url.strip() else _API if ours else www
    return Server(www, api, "Reddit" if ours else place, near=host in ("127.0.0.1", "localhost", "::1"))


def _parts(url: str) -> tuple[str, str, str]:
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _no_address(url) from error
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise _no_address(url)
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return f"{parts.scheme}://{place}{parts.path.rstrip('/')}", host, place


def _no_address(url: str) -> SourceStopped:
    shown = "it" if "@" in url else repr(url[:100])  # there may be a password in it
    return SourceStopped("sources.reddit has no usable address.", reason=f"{shown} is none.",
                         hint=f"Set sources.reddit.base_url, such as {_WWW}.")
