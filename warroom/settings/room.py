"""Settings of the room: the terms, the team, the gauge, the model, the screen, and where things lie."""

from __future__ import annotations

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


def nothing() -> Mapping[str, str]:
    """An empty table, which is what a table of names is by default."""
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
class Sending:
    """How replies go out: after a ``countdown``, in which they can be taken back.

    A reply whose answer was lost counts as not sent when it is not there after ``settle``.
    """

    countdown: timedelta = field(
        default=timedelta(seconds=5), metadata=kinds.duration(timedelta(0), timedelta(minutes=2)).meta,
    )
    settle: timedelta = field(
        default=timedelta(minutes=1), metadata=kinds.duration(timedelta(seconds=1), timedelta(hours=1)).meta,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who is in the room. ``me`` is the name in the log ("": the user of the operating system)."""

    me: str = field(default="", metadata=kinds.text().meta)
    roles: Mapping[str, str] = field(default_factory=nothing, metadata=kinds.named(kinds.one_of(*ROLES)).meta)


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
    labels: Mapping[str, str] = field(default_factory=nothing, metadata=kinds.named(kinds.one_of(*MOODS)).meta)
    models: Mapping[str, str] = field(default_factory=nothing, metadata=kinds.named(kinds.text()).meta)

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


def _file_or_name(model: str) -> Path | str:
    """A model as a file, or as a name: one word without a path or an ending, where no such file is."""
    file = Path(model).expanduser()
    return model if re.fullmatch(r"[A-Za-z][\w-]*", model) and not file.exists() else file
