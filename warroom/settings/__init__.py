"""The settings: frozen values with their defaults; ``config.toml`` at the top is the same thing in words.

A section is a class in one of the modules here, and a field of :class:`Settings`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from warroom import config_kinds as kinds
from warroom.settings.alarm import Alarm
from warroom.settings.approval import Approval
from warroom.settings.clocks import Clocks, ExecutiveUpdates, PublicUpdates
from warroom.settings.platforms import (
    Accounts,
    Bluesky,
    BlueskyAccount,
    Mastodon,
    MastodonAccount,
    Reddit,
    RedditAccount,
    Sources,
)
from warroom.settings.room import (
    MOODS,
    ROLES,
    THEMES,
    Console,
    Drill,
    Gauge,
    Scoring,
    Sending,
    Store,
    Team,
    Terms,
    nothing,
)
from warroom.settings.writing import Statements, Tone

__all__ = [
    "MOODS", "ROLES", "THEMES", "Accounts", "Alarm", "Approval", "Bluesky", "BlueskyAccount", "Clocks", "Console",
    "Drill", "ExecutiveUpdates", "Gauge", "Mastodon", "MastodonAccount", "PublicUpdates", "Reddit", "RedditAccount",
    "Scoring", "Sending", "Settings", "Sources", "Statements", "Store", "Team", "Terms", "Tone",
]


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
    approval: Approval = field(default_factory=Approval)
    gauge: Gauge = field(default_factory=Gauge)
    alarm: Alarm = field(default_factory=Alarm)
    clocks: Clocks = field(default_factory=Clocks)
    scoring: Scoring = field(default_factory=Scoring)
    console: Console = field(default_factory=Console)
    drill: Drill = field(default_factory=Drill)
    store: Store = field(default_factory=Store)
    tone: Tone = field(default_factory=Tone)
    statements: Statements = field(default_factory=Statements)
    keys: Mapping[str, str] = field(default_factory=nothing, metadata=kinds.named(kinds.key_names()).meta)
    origins: Mapping[str, str] = field(default_factory=nothing)

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


def _os_user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return f"user-{os.getuid()}" if hasattr(os, "getuid") else "user"
