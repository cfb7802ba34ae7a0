"""The settings: frozen values with their defaults; ``config.toml`` at the top is the same thing in words."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Final

from warroom import config_kinds as kinds

THEMES: Final = ("warroom-dark", "warroom-light", "warroom-contrast", "warroom-safe")
MOODS: Final = ("negative", "neutral", "positive")
ROLES: Final = ("lead", "responder", "approver", "legal", "scribe")


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the sources look for; a post is let in where any of these occurs in it."""

    brand: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    products: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    competitors: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    hashtags: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)

    @property
    def every(self) -> tuple[str, ...]:
        """All the terms, each once, hashtags with their ``#``."""
        tags = (f"#{tag.lstrip('#')}" for tag in self.hashtags)
        return tuple(dict.fromkeys((*self.brand, *self.products, *self.competitors, *tags)))


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
    """The account that answers on Reddit, as far as it is no secret. Commands print a secret on their first line."""

    client_id: str = field(default="", metadata=kinds.text().meta)
    username: str = field(default="", metadata=kinds.text().meta)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How replies go out. A reply whose answer was lost counts as not sent when it is not there after ``settle``."""

    settle: timedelta = field(
        default=timedelta(minutes=1), metadata=kinds.duration(timedelta(seconds=1), timedelta(hours=1)).meta,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who is in the room. ``me`` is the name in the log ("": the user of the operating system)."""

    me: str = field(default="", metadata=kinds.text().meta)
    roles: Mapping[str, str] = field(default_factory=_nothing, metadata=kinds.named(kinds.one_of(*ROLES)).meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """What the gauge looks at: a window of posts, cut into ``buckets`` bars.

    Below ``minimum`` scored posts it shows no figure for the mood, only the count.
    """

    window: timedelta = field(
        default=timedelta(hours=1), metadata=kinds.duration(timedelta(minutes=1), timedelta(days=7)).meta,
    )
    buckets: int = field(default=30, metadata=kinds.whole(2, 240).meta)
    minimum: int = field(default=10, metadata=kinds.whole(1, 10_000).meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """The model: a Flair file, or a name that Flair knows ("": the one that is shipped).

    ``models`` has others by language (ISO 639), ``labels`` what labels mean that are not named as moods are.
    """

    enabled: bool = field(default=True, metadata=kinds.flag().meta)
    model: str = field(default="", metadata=kinds.text().meta)
    workers: int = field(default=1, metadata=kinds.whole(1, 64).meta)
    any_language: bool = field(default=False, metadata=kinds.flag().meta)
    labels: Mapping[str, str] = field(default_factory=_nothing, metadata=kinds.named(kinds.one_of(*MOODS)).meta)
    models: Mapping[str, str] = field(default_factory=_nothing, metadata=kinds.named(kinds.text()).meta)

    @property
    def main(self) -> Path | str | None:
        """The main model, None for the shipped one."""
        return _file_or_name(self.model) if self.model else None

    @property
    def others(self) -> dict[str, Path | str]:
        """The models of other languages."""
        return {language: _file_or_name(model) for language, model in self.models.items() if model}


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """How the screen looks and what it keeps. ``max_posts`` is per pane; ``flush_ms`` is the time between paints."""

    theme: str = field(default="warroom-dark", metadata=kinds.one_of(*THEMES).meta)
    mouse: bool = field(default=True, metadata=kinds.flag().meta)
    ascii: str = field(default="auto", metadata=kinds.one_of("auto", "on", "off").meta)
    max_posts: int = field(default=200_000, metadata=kinds.whole(1_000, 5_000_000).meta)
    flush_ms: int = field(default=80, metadata=kinds.whole(20, 1_000).meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """What ``warroom drill`` plays where the command line says nothing else; ``speed`` 10 is ten times as fast."""

    scenario: str = field(default="product-failure", metadata=kinds.text().meta)
    speed: float = field(default=1.0, metadata=kinds.number(0.01, 10_000).meta)
    seed: int = field(default=0, metadata=kinds.whole(0, 2**31 - 1).meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where posts and the log live. ``path`` "" is ``warroom.db`` in the data folder."""

    path: str = field(default="", metadata=kinds.text().meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set, read once at the start.

    ``origins`` says where each value came from, by dotted name; a name that is not in it has its default.
    """

    data_dir: Path
    config_file: Path | None = None
    log_file: Path | None = None
    terms: Terms = field(default_factory=Terms)
    sources: Sources = field(default_factory=Sources)
    accounts: Accounts = field(default_factory=Accounts)
    sending: Sending = field(default_factory=Sending)
    team: Team = field(default_factory=Team)
    gauge: Gauge = field(default_factory=Gauge)
    scoring: Scoring = field(default_factory=Scoring)
    console: Console = field(default_factory=Console)
    drill: Drill = field(default_factory=Drill)
    store: Store = field(default_factory=Store)
    keys: Mapping[str, str] = field(default_factory=_nothing, metadata=kinds.named(kinds.key_names()).meta)
    origins: Mapping[str, str] = field(default_factory=_nothing)

    @property
    def database(self) -> Path:
        """The database file; a relative ``store.path`` counts from the data folder."""
        return self.data_dir / Path(self.store.path or "warroom.db").expanduser()

    @property
    def actor(self) -> str:
        """The name under which acts stand in the log."""
        return self.team.me or _os_user()

    @property
    def role(self) -> str:
        """The role of the actor, "" where the team table does not name one."""
        return self.team.roles.get(self.actor, "")


def _file_or_name(model: str) -> Path | str:
    """A model as a file, or as a name: one word without a path or an ending, where no such file is."""
    file = Path(model).expanduser()
    return model if re.fullmatch(r"[A-Za-z][\w-]*", model) and not file.exists() else file


def _os_user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return f"user-{os.getuid()}" if hasattr(os, "getuid") else "user"
