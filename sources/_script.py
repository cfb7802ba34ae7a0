"""What a scenario is once it is read: phases, voices, people, beats and places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sources._words import Slots
from warroom.domain.model import Platform, Sentiment

#: The kinds of phrases that a voice has; a post is put together from them.
KINDS: Final = ("open", "say", "more", "close", "title", "reply", "alt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A way of talking about the brand: phrases by language and kind.

    ``regulars`` is how many authors share the voice (0: everybody); ``copies`` marks a copy-and-paste campaign.
    ``link_share`` is how often (0..1) one of ``links`` is given.
    """

    name: str
    stance: Sentiment
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]]
    hashtags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    link_share: float = 0.0
    emoji: tuple[str, ...] = ()
    regulars: int = 0
    copies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of the story: how many posts a minute from its beginning to its end, and who speaks how often."""

    name: str
    minutes: float
    per_minute: tuple[float, float]
    voices: Mapping[str, float]
    languages: Mapping[str, float]
    platforms: Mapping[Platform, float]
    replies: float
    reposts: float
    quotes: float
    copies: float
    edits: float
    deletions: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a name in the story: press, an influencer, the brand itself."""

    name: str
    platform: Platform
    handle: str
    display: str
    reach: int | None
    verified: bool
    place: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """A written post at a fixed minute. Minutes of edit and deletion count from the beginning of the story.

    ``pull`` is how strongly it draws answers; ``answers`` are the voices that answer it, by weight.
    """

    name: str
    at: float
    by: str
    text: str
    reply_to: str = ""
    quotes: str = ""
    links: tuple[str, ...] = ()
    alt: tuple[str, ...] = ()
    edit_at: float | None = None
    edit_text: str = ""
    delete_at: float | None = None
    pull: float = 1.0
    answers: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where posts stand: a subreddit with its subscribers, or a Mastodon instance."""

    name: str
    weight: float
    reach: int | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Everyday:
    """The ordinary days before the story: how many, and how the volume goes by the hour of the day (UTC).

    ``shape`` is relative: the first phase sets the level. ``negative`` (0..1) is the share of posts that the model
    calls negative on such days and ``net`` their mean valence (-1..1); None where that was not measured.
    """

    days: int = 14
    shape: tuple[float, ...] = (1.0,) * 24
    negative: float | None = None
    net: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A crisis to rehearse. ``start`` is aware UTC and fixed, so that every telling has the same times."""

    name: str
    title: str
    summary: str
    brand: tuple[str, ...]
    start: datetime
    phases: tuple[Phase, ...]
    voices: Mapping[str, Voice]
    people: Mapping[str, Person]
    beats: tuple[Beat, ...]
    subreddits: tuple[Place, ...]
    instances: tuple[Place, ...]
    slots: Slots
    first_names: Mapping[str, tuple[str, ...]]
    last_names: Mapping[str, tuple[str, ...]]
    nicknames: tuple[tuple[str, ...], tuple[str, ...]]
    authors: int
    strange: tuple[str, ...]
    usual: Everyday = field(default_factory=Everyday)

    @property
    def duration(self) -> timedelta:
        """How long the story takes when it is told at everyday speed."""
        return timedelta(minutes=sum(phase.minutes for phase in self.phases))

    @property
    def volume(self) -> float:
        """About how many posts the story has, written ones and edits aside."""
        return sum(phase.minutes * sum(phase.per_minute) / 2 for phase in self.phases)
