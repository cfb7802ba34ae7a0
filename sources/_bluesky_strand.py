"""The strands of the Bluesky source: ways to hear of posts, each with a position of its own in the one cursor."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from sources._bluesky_post import split_uri
from sources._bluesky_profiles import Profiles
from sources._memory import Memory
from warroom.domain.model import Gone, Post
from warroom.domain.wire import Json

#: Seconds after a deletion in which a slower way may still show the post; so many deletions are remembered.
_LATE: Final = 120.0
_GONE: Final = 5_000


@dataclass(frozen=True, slots=True)
class Part:
    """What a strand brings at once; ``position`` is where it resumes after it (None: where it did before).

    ``failed`` is true where it brings nothing but word of a failure, which says nothing of a connection.
    """

    entries: Sequence[Post | Gone] = ()
    position: Json = None
    caught_up: bool = True
    skipped: Mapping[str, int] = field(default_factory=dict)
    failed: bool = False


class Strand(Protocol):
    """One way to hear of posts."""

    @property
    def name(self) -> str:
        """Its name in the cursor."""
        ...

    def follow(self, position: object) -> AsyncGenerator[Part, None]:
        """Yield what comes after ``position``, which may be anything: what cannot be read is the beginning.

        Ends where there will never be more. Raises SourceError, or SourceStopped where a repeat would not help.
        """
        ...


class Sightings:
    """The posts that came by any strand lately: what comes by another one is the same post, and not told twice.

    A search may still show a post whose deletion was told: then it is not brought back by it. ``now`` gives
    seconds. ``told.settle`` says that what was told was taken; ``told.resume`` takes back what was not.
    """

    def __init__(self, keep: int = 50_000, now: Callable[[], float] = time.monotonic) -> None:
        self.told: Final[Memory[str, Post]] = Memory(keep)
        self._gone: OrderedDict[str, float] = OrderedDict()
        self._now = now

    def fresh(self, entries: Iterable[Post | Gone]) -> list[Post | Gone]:
        """Leave out what was told; of a post that is, only other words or other counts are news."""
        news: list[Post | Gone] = []
        for entry in entries:
            if isinstance(entry, Gone):
                self.told.drop(entry.native_id)
                self._bury(entry.native_id)
                news.append(entry)
                continue
            if self._now() - self._gone.get(entry.native_id, -_LATE) < _LATE:
                continue
            told = self.told.get(entry.native_id)
            post = entry if told is None or told.text != entry.text else _again(told, entry)
            if post != told:
                news.append(post)
            self.told.put(post.native_id, post)
        return news

    def _bury(self, uri: str) -> None:
        self._gone[uri] = self._now()
        self._gone.move_to_end(uri)
        while len(self._gone) > _GONE:
            self._gone.popitem(last=False)


def sign(post: Post, profiles: Profiles) -> Post:
    """Put the author's name and reach to a post, as far as they are known."""
    named = split_uri(post.native_id)
    profile = profiles.get(named[0]) if named else None
    if profile is None:
        return post
    return replace(post, author=profile.handle, author_name=profile.name, reach=profile.reach,
                   verified=profile.verified)


def _again(told: Post, now: Post) -> Post:
    # The strands differ in the time of a post, which is part of what makes a version of it: only what counts is taken
    # over, and the author's name where only the DID was known.
    who = now if told.author == told.account else told
    return replace(
        told, author=who.author, author_name=who.author_name, reach=who.reach, verified=who.verified,
        replies=told.replies if now.replies is None else now.replies,
        reposts=told.reposts if now.reposts is None else now.reposts,
        likes=told.likes if now.likes is None else now.likes,
        quoted=told.quoted or now.quoted,
    )
