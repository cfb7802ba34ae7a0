"""Posts, scores and the small values that everything else speaks of."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NewType

# What JSONEncoder makes of a text; making an encoder for each post costs more than the encoding.
_quote = json.encoder.encode_basestring_ascii

#: ``platform:native_id``; names a post inside one room.
PostKey = NewType("PostKey", str)

#: The room of everything that comes from real platforms; a drill has a room of its own.
LIVE = "live"


class Platform(StrEnum):
    """A platform that posts come from."""

    REDDIT = "reddit"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"


class Sentiment(StrEnum):
    """The mood of a post, as the model or a person says."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Label(StrEnum):
    """What a person says of a post: its mood towards us, or that it is not about us."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"
    IRRELEVANT = "irrelevant"


def post_key(platform: Platform, native_id: str) -> PostKey:
    """Name a post by its platform and the platform's own id."""
    return PostKey(f"{platform._value_}:{native_id}")  # an enum's own way to its text takes as long as all the rest


def storable(text: str) -> str:
    """Return ``text`` as every database can hold it.

    NUL and lone surrogates, which neither UTF-8 nor PostgreSQL take, become U+FFFD; nothing else changes.
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


# A post's text is named once in each row that is drawn from it, and once for the scorer.
@lru_cache(maxsize=1024)
def digest(text: str) -> bytes:
    """The 16-byte name of a text: equal texts are scored once (BLAKE2b, 128 bit)."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post in our own words; nothing past a source knows a platform's JSON.

    ``created_at`` is aware UTC. ``reach`` is the author's followers (Reddit: the subreddit's subscribers), None
    where the platform does not tell. ``lang`` is a BCP 47 primary tag or "". ``root_id`` and ``parent_id`` are
    native ids on the same platform; both are "" for a post that starts a thread.
    """

    platform: Platform
    native_id: str
    author: str
    text: str
    created_at: datetime
    author_name: str = ""
    reach: int | None = None
    verified: bool = False
    place: str = ""
    url: str = ""
    lang: str = ""
    root_id: str = ""
    parent_id: str = ""
    repost_of: str = ""
    quoted: str = ""
    media_alt: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    replies: int | None = None
    reposts: int | None = None
    likes: int | None = None

    def __post_init__(self) -> None:
        if self.created_at.tzinfo is None:
            raise ValueError("created_at must be aware; give it a time zone")

    @property
    def key(self) -> PostKey:
        """The post's name inside its room."""
        return post_key(self.platform, self.native_id)

    @property
    def account(self) -> str:
        """Who wrote it, by a name that stays: on Bluesky the DID in the post's address, elsewhere the author."""
        if self.platform is Platform.BLUESKY and self.native_id.startswith("at://did:"):
            return self.native_id.removeprefix("at://").partition("/")[0]
        return self.author

    @property
    def content_sha256(self) -> str:
        """The fingerprint (64 hex digits) that keeps what was said provable after a deletion.

        A handle that is learned later, or that its owner changes, is no other content.
        """
        return self._sha256(self.account)

    @property
    def named_sha256(self) -> str:
        """The fingerprint as logs before November 2026 have it: by the author's handle on Bluesky too."""
        return self._sha256(self.author)

    def _sha256(self, who: str) -> str:
        at = self.created_at if self.created_at.tzinfo is UTC else self.created_at.astimezone(UTC)
        said = (f'[{_quote(self.platform)},{_quote(self.native_id)},{_quote(who)},"{at.isoformat()}",'
                f"{_quote(self.text)}]")
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Gone:
    """The platform says that a post was deleted at a time (aware UTC)."""

    platform: Platform
    native_id: str
    at: datetime

    @property
    def key(self) -> PostKey:
        """The name of the post that is gone."""
        return post_key(self.platform, self.native_id)


@dataclass(frozen=True, slots=True)
class Score:
    """What the model says of one text: three probabilities that sum to 1, and the model's name."""

    negative: float
    neutral: float
    positive: float
    model: str = ""

    @property
    def label(self) -> Sentiment:
        """The likeliest of the three."""
        if self.negative >= self.neutral and self.negative >= self.positive:
            return Sentiment.NEGATIVE
        return Sentiment.POSITIVE if self.positive > self.neutral else Sentiment.NEUTRAL

    @property
    def valence(self) -> float:
        """Positive minus negative probability, -1..1."""
        return self.positive - self.negative

    @property
    def confidence(self) -> float:
        """The probability of the label, 0..1."""
        return max(self.negative, self.neutral, self.positive)


@dataclass(frozen=True, slots=True)
class Unscored:
    """Why a text has no score and will get none ("the model cannot read it")."""

    reason: str
