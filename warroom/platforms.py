"""The platforms: settings and credentials in, live sources, publishers, threads, schedulers and probes out.

A function a platform and a port; with ``wiring`` and ``stories`` the only places that name adapters. Everything here
imports and may run a command for a secret, so it is called in a thread.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from warroom.credentials import PARTS, Secrets, variable
from warroom.domain.errors import CredentialError, SourceStopped, WarroomError
from warroom.domain.model import LIVE, Platform, post_key
from warroom.domain.query import On, Query
from warroom.ports import Batch, Probe, Publisher, Scheduler, Source, Store, Threads
from warroom.settings import Settings

if TYPE_CHECKING:
    from sources.bluesky import BlueskyLogin
    from sources.mastodon import MastodonLogin
    from sources.reddit import RedditLogin

_T = TypeVar("_T")

#: Of so many stored posts those are chosen that are looked at again after a gap.
_LOOKED_AT: Final = 400

#: Of these native ids, which are stored? Sources ask it about deletions and edits.
Known = Callable[[Sequence[str]], Awaitable[Collection[str]]]


def enabled(settings: Settings) -> tuple[Platform, ...]:
    """The platforms that are switched on."""
    sections = {platform: getattr(settings.sources, platform, None) for platform in Platform}
    return tuple(platform for platform, section in sections.items() if getattr(section, "enabled", False))


def prepare(settings: Settings) -> None:
    """Import the libraries of the platforms that are switched on, one after another, in a thread of the caller's.

    All at once would leave the keys every fourth turn of the interpreter instead of every second. What cannot be
    imported is left to its source, which says so.
    """
    for platform in enabled(settings):
        for module in _LIBRARIES[platform]:
            with contextlib.suppress(ImportError):
                importlib.import_module(module)


def live_sources(settings: Settings, store: Store, secrets: Secrets) -> list[Source]:
    """The source of every platform that is switched on; one that cannot be made is there too, stopped, and says why."""
    sources: list[Source] = []
    for platform in enabled(settings):
        try:
            sources.append(_SOURCES[platform](settings, store, secrets))
        except WarroomError as error:
            sources.append(Stopped(platform, error))
    return sources


def fingerprints(settings: Settings, secrets: Secrets) -> dict[str, str]:
    """A word for what each live source is made of, by name: settings, terms, and the login that was asked for."""
    words: dict[str, str] = {}
    for platform in enabled(settings):
        sections = (settings.terms, getattr(settings.sources, platform), getattr(settings.accounts, platform))
        told = "\0".join((*map(repr, sections), secrets.digest(platform)))
        words[str(platform)] = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
    return words


def publisher(settings: Settings, platform: Platform, secrets: Secrets) -> Publisher:
    """A platform's publisher. Raises CredentialError where its login is not there or cannot be read."""
    return _made(_PUBLISHERS, platform, "be written to")(settings, secrets)


def threads(settings: Settings, platform: Platform, secrets: Secrets) -> Threads:
    """What fetches a platform's conversations. Raises CredentialError where it needs a login and has none."""
    return _made(_THREADS, platform, "be asked for threads")(settings, secrets)


def schedules(platform: Platform) -> bool:
    """True where a platform has scheduled posts of its own."""
    return platform in _SCHEDULERS


def scheduler(settings: Settings, platform: Platform, secrets: Secrets) -> Scheduler:
    """A platform's scheduled posts. Raises CredentialError where the login is not there."""
    return _made(_SCHEDULERS, platform, "be asked for scheduled posts")(settings, secrets)


def probe(settings: Settings, platform: Platform, secrets: Secrets) -> Probe:
    """What ``warroom doctor`` asks of a platform. Raises CredentialError where the login cannot be read."""
    return _made(_PROBES, platform, "be checked")(settings, secrets)


class Stopped:
    """A source that could not be made: it stops with the reason, and ``R`` makes it anew."""

    def __init__(self, platform: Platform, error: WarroomError) -> None:
        self.name = str(platform)
        self.platforms = frozenset({platform})
        self._error = error
        self._nothing: Sequence[Batch] = ()

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Raise SourceStopped with the reason."""
        del cursor
        for batch in self._nothing:
            yield batch
        raise SourceStopped(self._error.title, reason=self._error.reason, hint=self._error.hint)


def _made(table: Mapping[Platform, _T], platform: Platform, what: str) -> _T:
    if platform not in table:
        raise SourceStopped(f"{platform} cannot {what} yet.", hint="It comes with a later version of warroom.")
    return table[platform]


def _known(store: Store, platform: Platform) -> Known:
    async def known(native_ids: Sequence[str]) -> set[str]:
        keys = [post_key(platform, native_id) for native_id in native_ids]
        # A post that is only context would come into the panes by its edit or deletion.
        return {item.post.native_id for item in (await store.items(LIVE, keys)).values() if not item.context}

    return known


def recent_posts(store: Store, platform: Platform) -> Callable[[], Awaitable[list[str]]]:
    """The posts whose fate matters most after a gap: those that people work on, then the newest."""
    async def recent() -> list[str]:
        incident = next((one.id for one in reversed(await store.incidents()) if one.open and one.room == LIVE), "")
        newest = await store.page(LIVE, Query((On(platform),)), incident=incident, limit=_LOOKED_AT)
        standing = [item for item in newest if item.deleted_at is None]
        standing.sort(key=lambda item: item.triage.untouched)
        return [item.post.native_id for item in standing]

    return recent


# Reddit -----------------------------------------------------------------------------------------------------------


def _reddit_login(secrets: Secrets) -> RedditLogin:
    from sources.reddit import RedditLogin

    parts = {part: secrets.get(Platform.REDDIT, part) for part in PARTS[Platform.REDDIT]}
    if not parts["client_id"]:
        raise CredentialError("Reddit needs the id of an app of yours.",
                              hint=f"warroom login reddit walks you through it; or set "
                                   f"{variable(Platform.REDDIT, 'client_id')}.")
    return RedditLogin(**parts)


def _reddit_source(settings: Settings, store: Store, secrets: Secrets) -> Source:
    from sources.reddit import RedditFollow, RedditSource

    section = settings.sources.reddit
    follow = RedditFollow(
        subreddits=section.subreddits, only_terms=section.only_terms, search=section.search, inbox=section.inbox,
        interval=section.interval.total_seconds(),
    )
    return RedditSource(login=_reddit_login(secrets), follow=follow, terms=settings.terms,
                        known=_known(store, Platform.REDDIT), base_url=section.base_url, oauth_url=section.oauth_url)


def _reddit_publisher(settings: Settings, secrets: Secrets) -> Publisher:
    from sources.reddit import RedditPublisher

    section = settings.sources.reddit
    return RedditPublisher(login=_reddit_login(secrets), base_url=section.base_url, oauth_url=section.oauth_url,
                           home=settings.accounts.reddit.home)


def _reddit_threads(settings: Settings, secrets: Secrets) -> Threads:
    from sources.reddit import RedditThreads

    section = settings.sources.reddit
    return RedditThreads(login=_reddit_login(secrets), base_url=section.base_url, oauth_url=section.oauth_url)


def _reddit_probe(settings: Settings, secrets: Secrets) -> Probe:
    from sources.reddit import RedditProbe

    section = settings.sources.reddit
    return RedditProbe(login=_reddit_login(secrets), base_url=section.base_url, oauth_url=section.oauth_url)


# Mastodon ---------------------------------------------------------------------------------------------------------


def _mastodon_login(secrets: Secrets) -> MastodonLogin:
    from sources.mastodon import MastodonLogin

    return MastodonLogin(secrets.get(Platform.MASTODON, "access_token"))


def _mastodon_account(secrets: Secrets) -> MastodonLogin:
    login = _mastodon_login(secrets)
    if not login.access_token:
        raise CredentialError("There is no login for Mastodon.",
                              hint=f"warroom login mastodon walks you through it; or set "
                                   f"{variable(Platform.MASTODON, 'access_token')}.")
    return login


def _mastodon_source(settings: Settings, store: Store, secrets: Secrets) -> Source:
    from sources.mastodon import MastodonFollow, MastodonSource

    section = settings.sources.mastodon
    follow = MastodonFollow(
        hashtags=section.hashtags, timeline=section.timeline, notifications=section.notifications,
        search=section.search, streaming=section.streaming, interval=section.interval.total_seconds(),
    )
    return MastodonSource(base_url=section.base_url, login=_mastodon_login(secrets), follow=follow,
                          terms=settings.terms, known=_known(store, Platform.MASTODON),
                          recent=recent_posts(store, Platform.MASTODON))


def _mastodon_publisher(settings: Settings, secrets: Secrets) -> Publisher:
    from sources.mastodon import MastodonPublisher

    return MastodonPublisher(base_url=settings.sources.mastodon.base_url, login=_mastodon_account(secrets))


def _mastodon_threads(settings: Settings, secrets: Secrets) -> Threads:
    from sources.mastodon import MastodonThreads

    return MastodonThreads(base_url=settings.sources.mastodon.base_url, login=_mastodon_login(secrets))


def _mastodon_scheduler(settings: Settings, secrets: Secrets) -> Scheduler:
    from sources.mastodon import MastodonScheduler

    return MastodonScheduler(base_url=settings.sources.mastodon.base_url, login=_mastodon_account(secrets))


def _mastodon_probe(settings: Settings, secrets: Secrets) -> Probe:
    from sources.mastodon import MastodonProbe

    return MastodonProbe(base_url=settings.sources.mastodon.base_url, login=_mastodon_login(secrets))


# Bluesky ----------------------------------------------------------------------------------------------------------


def _bluesky_source(settings: Settings, store: Store, secrets: Secrets) -> Source:
    from sources.bluesky import BlueskyFollow, BlueskySource

    what = settings.sources.bluesky
    follow = BlueskyFollow(stream=what.stream, search=what.search, notifications=what.notifications,
                           threads=what.threads, interval=what.interval.total_seconds())
    return BlueskySource(
        base_url=what.base_url, jetstream="" if what.base_url else what.jetstream, appview=what.appview,
        service=_bluesky_server(settings), login=_bluesky_login(settings, secrets), follow=follow,
        terms=settings.terms, known=_known(store, Platform.BLUESKY))


def _bluesky_publisher(settings: Settings, secrets: Secrets) -> Publisher:
    from sources.bluesky import BlueskyPublisher

    login = _bluesky_login(settings, secrets)
    if login is None:
        raise CredentialError("There is no login for Bluesky.", hint="warroom login bluesky asks for one.")
    return BlueskyPublisher(base_url=_bluesky_server(settings), login=login)


def _bluesky_threads(settings: Settings, secrets: Secrets) -> Threads:
    from sources.bluesky import PUBLIC_APPVIEW, BlueskyThreads

    login = _bluesky_login(settings, secrets)
    if login is None and not settings.sources.bluesky.base_url:
        return BlueskyThreads(base_url=settings.sources.bluesky.appview or PUBLIC_APPVIEW)
    return BlueskyThreads(base_url=_bluesky_server(settings), login=login)


def _bluesky_probe(settings: Settings, secrets: Secrets) -> Probe:
    from sources.bluesky import BlueskyProbe

    what = settings.sources.bluesky
    return BlueskyProbe(base_url=what.base_url, jetstream="" if what.base_url else what.jetstream,
                        service=_bluesky_server(settings), login=_bluesky_login(settings, secrets), stream=what.stream)


def _bluesky_server(settings: Settings) -> str:
    """Where our account logs in: what is set, else the server that is read, where that is none of the network's."""
    from sources.bluesky import home_of

    return settings.accounts.bluesky.server or home_of(settings.sources.bluesky.base_url)


def _bluesky_login(settings: Settings, secrets: Secrets) -> BlueskyLogin | None:
    from sources.bluesky import BlueskyLogin

    identifier = secrets.get(Platform.BLUESKY, "identifier").removeprefix("@")
    password = secrets.get(Platform.BLUESKY, "app_password")
    if not identifier or not password:
        return None
    sessions = secrets.sessions(Platform.BLUESKY, f"{identifier} at {_bluesky_server(settings)}")
    return BlueskyLogin(identifier=identifier, app_password=password, sessions=sessions)


# What each platform offers ----------------------------------------------------------------------------------------

#: What each platform's source imports when it begins; the names of our own modules stand for what they import.
_LIBRARIES: Final[Mapping[Platform, tuple[str, ...]]] = MappingProxyType({
    Platform.REDDIT: ("sources._reddit_client",),
    Platform.MASTODON: ("mastodon",),
    Platform.BLUESKY: ("websockets.asyncio.client", "httpx"),
})
_SOURCES: Final[Mapping[Platform, Callable[[Settings, Store, Secrets], Source]]] = MappingProxyType({
    Platform.REDDIT: _reddit_source,
    Platform.MASTODON: _mastodon_source,
    Platform.BLUESKY: _bluesky_source,
})
_PUBLISHERS: Final[Mapping[Platform, Callable[[Settings, Secrets], Publisher]]] = MappingProxyType({
    Platform.REDDIT: _reddit_publisher,
    Platform.MASTODON: _mastodon_publisher,
    Platform.BLUESKY: _bluesky_publisher,
})
_THREADS: Final[Mapping[Platform, Callable[[Settings, Secrets], Threads]]] = MappingProxyType({
    Platform.REDDIT: _reddit_threads,
    Platform.MASTODON: _mastodon_threads,
    Platform.BLUESKY: _bluesky_threads,
})
_SCHEDULERS: Final[Mapping[Platform, Callable[[Settings, Secrets], Scheduler]]] = MappingProxyType({
    Platform.MASTODON: _mastodon_scheduler,
})
_PROBES: Final[Mapping[Platform, Callable[[Settings, Secrets], Probe]]] = MappingProxyType({
    Platform.REDDIT: _reddit_probe,
    Platform.MASTODON: _mastodon_probe,
    Platform.BLUESKY: _bluesky_probe,
})
