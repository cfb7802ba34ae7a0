"""Settings of the platforms: what to follow there, and the accounts that answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from warroom import config_kinds as kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Bluesky:
    """Bluesky: a live stream, which needs no login, and with a login search, notifications and own threads.

    ``base_url`` is a relay or a server ("": the whole network, by ``jetstream``); ``appview`` tells of authors ("": the
    public one for the whole network). ``interval`` is between two looks at what is not streamed.
    """

    enabled: bool = field(default=False, metadata=kinds.flag().meta)
    base_url: str = field(default="", metadata=kinds.url_or_none().meta)
    jetstream: str = field(default="https://jetstream.us-east.bsky.network", metadata=kinds.url().meta)
    appview: str = field(default="", metadata=kinds.url_or_none().meta)
    stream: bool = field(default=True, metadata=kinds.flag().meta)
    search: bool = field(default=True, metadata=kinds.flag().meta)
    notifications: bool = field(default=True, metadata=kinds.flag().meta)
    threads: bool = field(default=True, metadata=kinds.flag().meta)
    interval: timedelta = field(
        default=timedelta(seconds=30), metadata=kinds.duration(timedelta(seconds=1), timedelta(hours=1)).meta,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reddit:
    """What to follow on Reddit. ``oauth_url`` is where the API is ("": Reddit's own, or ``base_url`` elsewhere)."""

    enabled: bool = field(default=False, metadata=kinds.flag().meta)
    subreddits: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    only_terms: bool = field(default=False, metadata=kinds.flag().meta)
    search: bool = field(default=True, metadata=kinds.flag().meta)
    inbox: bool = field(default=True, metadata=kinds.flag().meta)
    interval: timedelta = field(
        default=timedelta(seconds=10), metadata=kinds.duration(timedelta(seconds=2), timedelta(hours=1)).meta,
    )
    base_url: str = field(default="https://www.reddit.com", metadata=kinds.url().meta)
    oauth_url: str = field(default="", metadata=kinds.url_or_none().meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mastodon:
    """What to follow on Mastodon, on the server of our account. ``hashtags`` () are made of the terms."""

    enabled: bool = field(default=False, metadata=kinds.flag().meta)
    base_url: str = field(default="https://mastodon.social", metadata=kinds.url().meta)
    hashtags: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    timeline: str = field(default="local", metadata=kinds.one_of("none", "local", "public").meta)
    notifications: bool = field(default=True, metadata=kinds.flag().meta)
    search: bool = field(default=True, metadata=kinds.flag().meta)
    streaming: str = field(default="auto", metadata=kinds.one_of("auto", "websocket", "sse", "off").meta)
    interval: timedelta = field(
        default=timedelta(seconds=15), metadata=kinds.duration(timedelta(seconds=1), timedelta(hours=1)).meta,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The platforms to read from."""

    reddit: Reddit = field(default_factory=Reddit)
    mastodon: Mastodon = field(default_factory=Mastodon)
    bluesky: Bluesky = field(default_factory=Bluesky)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedditAccount:
    """The account that answers on Reddit, as far as it is no secret. Commands print a secret on their first line.

    ``home`` is the subreddit that posts of our own go to ("": the account's page).
    """

    client_id: str = field(default="", metadata=kinds.text().meta)
    username: str = field(default="", metadata=kinds.text().meta)
    home: str = field(default="", metadata=kinds.text().meta)
    client_secret_command: str = field(default="", metadata=kinds.text().meta)
    refresh_token_command: str = field(default="", metadata=kinds.text().meta)
    password_command: str = field(default="", metadata=kinds.text().meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class MastodonAccount:
    """The account that answers on Mastodon: its token says who it is."""

    access_token_command: str = field(default="", metadata=kinds.text().meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueskyAccount:
    """The account that answers on Bluesky. ``server`` is the PDS that it lives on ("": bsky.social, or base_url)."""

    identifier: str = field(default="", metadata=kinds.text().meta)
    server: str = field(default="", metadata=kinds.url_or_none().meta)
    app_password_command: str = field(default="", metadata=kinds.text().meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """The brand's accounts. ``keyring`` off keeps logins in a file of the data folder instead of the keyring."""

    keyring: bool = field(default=True, metadata=kinds.flag().meta)
    reddit: RedditAccount = field(default_factory=RedditAccount)
    mastodon: MastodonAccount = field(default_factory=MastodonAccount)
    bluesky: BlueskyAccount = field(default_factory=BlueskyAccount)
