"""Logging in: what a platform needs to know, asked for once, tried out, and only then kept."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from warroom import platforms
from warroom.credentials import Vault
from warroom.domain.errors import CredentialError
from warroom.domain.model import Platform
from warroom.ports import Sessions
from warroom.redaction import REDACTOR
from warroom.settings import Settings

if TYPE_CHECKING:
    from sources.mastodon import MastodonApp


class Consent(Protocol):
    """A platform's code flow: a page where a person says yes, and the code that comes back."""

    async def url(self, state: str) -> str:
        """The page; ``state`` comes back with the code. Raises SourceError."""
        ...

    async def redeem(self, code: str) -> Mapping[str, str]:
        """The parts of the login that the code is good for. Raises SourceStopped for a wrong one, else SourceError."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A login that works: the account's handle, and where it is kept, in words ("": nothing needed to be)."""

    account: str
    where: str


class Tried:
    """Credentials with some parts that are not kept yet (see ``credentials.Secrets``)."""

    def __init__(self, vault: Vault, parts: Mapping[str, str]) -> None:
        self._vault = vault
        self._parts = parts
        REDACTOR.hide(*(value for part, value in parts.items() if part not in ("identifier", "username", "client_id")))

    def get(self, platform: Platform, part: str) -> str:
        """A part that is tried, else a kept one."""
        return self._parts.get(part) or self._vault.get(platform, part)

    def sessions(self, platform: Platform, account: str) -> Sessions:
        """The vault's own: a session that was earned in the try needs no second login."""
        return self._vault.sessions(platform, account)

    def digest(self, platform: Platform) -> str:
        """The vault's own."""
        return self._vault.digest(platform)


async def keep(settings: Settings, vault: Vault, platform: Platform, parts: Mapping[str, str]) -> Kept:
    """Try a login, and keep its parts where it works. Raises SourceStopped where it does not, SourceError otherwise."""
    tried = Tried(vault, parts)
    publisher = await asyncio.to_thread(platforms.publisher, settings, platform, tried)
    try:
        account = await publisher.account()
    finally:
        await publisher.close()
    where = ""
    for part, value in parts.items():
        where = await asyncio.to_thread(vault.put, platform, part, value) or where
    return Kept(account, where)


def consent(settings: Settings, platform: Platform, redirect: str, parts: Mapping[str, str]) -> Consent:
    """The code flow of a platform; ``parts`` are those of its app, ``redirect`` where the browser comes back to.

    Raises CredentialError where a platform has none.
    """
    if platform is Platform.REDDIT:
        return _Reddit(settings, redirect, parts)
    if platform is Platform.MASTODON:
        return _Mastodon(settings, redirect)
    raise CredentialError(f"{platform.capitalize()} has no such login.", hint="It takes an app password.")


class _Reddit:
    def __init__(self, settings: Settings, redirect: str, parts: Mapping[str, str]) -> None:
        from sources.reddit import RedditLogin, RedditOAuth

        section = settings.sources.reddit
        self._flow = RedditOAuth(
            login=RedditLogin(client_id=parts["client_id"], client_secret=parts.get("client_secret", "")),
            redirect=redirect, base_url=section.base_url, oauth_url=section.oauth_url)

    async def url(self, state: str) -> str:
        return await self._flow.url(state)

    async def redeem(self, code: str) -> Mapping[str, str]:
        login = await self._flow.login(code)
        return {"client_id": login.client_id, "client_secret": login.client_secret,
                "refresh_token": login.refresh_token, "username": login.username}


class _Mastodon:
    def __init__(self, settings: Settings, redirect: str) -> None:
        from sources.mastodon import MastodonOAuth

        self._flow = MastodonOAuth(settings.sources.mastodon.base_url)
        self._redirect = redirect
        self._app: MastodonApp | None = None

    async def url(self, state: str) -> str:
        self._app = await self._flow.register(self._redirect)
        return await self._flow.url(self._app, state)

    async def redeem(self, code: str) -> Mapping[str, str]:
        if self._app is None:
            raise CredentialError("There is no question that this code would answer.")
        return {"access_token": (await self._flow.login(self._app, code)).access_token}
