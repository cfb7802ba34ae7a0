"""The way to an account's refresh token: a person says yes in the browser, and the code that comes back is exchanged.

Source: https://github.com/reddit-archive/reddit/wiki/OAuth2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qs, urlsplit

from sources._reddit_faults import Fault, Kind, source_error
from sources._reddit_login import RedditLogin, address
from sources._reddit_publisher import whoami
from sources._reddit_thread import open_client
from warroom.domain.errors import SourceStopped

#: What warroom asks for: to read, to know its name and its own comments, its inbox, to reply and to take a reply back.
SCOPES: Final = ("identity", "read", "history", "privatemessages", "submit", "edit")
_CODE: Final = re.compile(r"[A-Za-z0-9_.~-]{1,500}")


class RedditOAuth:
    """The code flow of OAuth for an app (``client_id`` and ``client_secret`` of ``login``).

    ``redirect`` is the address that the app was registered with, such as http://localhost:8912.
    """

    def __init__(
        self, *, login: RedditLogin, redirect: str, base_url: str = "https://www.reddit.com", oauth_url: str = "",
        patience: float = 15.0, now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._app = replace(login, refresh_token="", username="", password="")
        self._redirect = redirect
        self._server = address(base_url, oauth_url)
        self._patience = patience
        self._now = now

    async def url(self, state: str) -> str:
        """The page where a person lets warroom in; ``state`` comes back with the code."""
        client = await open_client(self._app, self._server, self._patience, self._now, redirect=self._redirect)
        try:
            return client.consent_url(SCOPES, state)
        finally:
            await client.close()

    async def login(self, code: str) -> RedditLogin:
        """Exchange a code, or the whole address that the browser was sent to, for a login as that account.

        Raises SourceStopped for a code that is not taken, SourceError where Reddit does not answer.
        """
        code = code_of(code)
        client = await open_client(self._app, self._server, self._patience, self._now, redirect=self._redirect)
        try:
            token = await client.redeem(code)
            name = await whoami(client)
        except Fault as fault:
            if fault.kind is Kind.LOGIN:
                raise SourceStopped(f"{self._server.place} does not take the code.", reason=f"{fault.words}.",
                                    hint="A code is good for ten minutes and once: start again.") from fault
            raise source_error(fault, self._server.place) from fault
        finally:
            await client.close()
        if not token:
            raise SourceStopped(f"{self._server.place} gave no refresh token.",
                                hint="Start again, and allow access until it is taken back.")
        return replace(self._app, refresh_token=token, username=name)


def code_of(pasted: str) -> str:
    """Read what a person pasted: a code, or an address with ``code=`` in it. Raises SourceStopped where it is neither.

    Reddit puts "#_" behind the code, which is not part of it.
    """
    pasted = pasted.strip()
    if "code=" in pasted or "error=" in pasted:
        told = parse_qs(urlsplit(pasted).query)
        refused = "".join(told.get("error", []))
        if refused:
            raise SourceStopped("Reddit did not let us in.", reason=f"It says {refused[:100]}.",
                                hint="Start again and choose *allow*.")
        pasted = "".join(told.get("code", []))
    pasted = pasted.partition("#")[0]
    if not _CODE.fullmatch(pasted):
        raise SourceStopped("That is no code.", hint="Paste the whole address that the browser was sent to.")
    return pasted
