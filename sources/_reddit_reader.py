"""From items of listings to posts, edits and deletions; what was brought before comes again only if it changed."""

from __future__ import annotations

import hashlib
import heapq
import json
import math
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sources._reddit_post import FULLNAME, Site, UnreadableError, fullname, to_post
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.terms import Terms

#: Posts that are remembered, for how long (s) after they were made they are looked at again, and how many at once: a
#: request takes a hundred, one of them a witness.
KEPT: Final = 5_000
_WATCHED: Final = 24 * 3600.0
_TOGETHER: Final = 99
#: Posts that the cursor remembers, the newest ones.
_CARRIED: Final = 500
#: A post is gone where Reddit leaves it out so often.
_MISSES: Final = 2
#: Counts that moved by so much, or by such a share, are told again.
_MOVED: Final = 5
_LONG: Final = 10_000
_SHARE: Final = 0.2


@dataclass(slots=True)
class _Seen:
    """What was last brought of a post; ``made`` is epoch (s), ``looked`` by the reader's own clock (s)."""

    said: str
    made: float
    looked: float
    likes: int | None = None
    replies: int | None = None
    gone: bool = False
    misses: int = 0


@dataclass(slots=True)
class Haul:
    """What some items held: ``strangers`` are deletions of posts that this process did not bring."""

    entries: list[Post | Gone] = field(default_factory=list)
    strangers: list[Gone] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


class Reader:
    """Reads items into hauls and remembers what it brought, bounded; the oldest are forgotten.

    ``www`` is where links lead to, ``now`` gives the present (aware UTC).
    """

    def __init__(
        self, terms: Terms, *, www: str, now: Callable[[], datetime], clock: Callable[[], float] = time.monotonic,
        keep: int = KEPT,
    ) -> None:
        self._kept = keep
        self._terms = terms
        self._www = www
        self._now = now
        self._clock = clock
        self._seen: OrderedDict[str, _Seen] = OrderedDict()
        self._odd: OrderedDict[str, None] = OrderedDict()

    def read(self, items: Iterable[object], haul: Haul, *, sifted: bool) -> None:
        """Read items; one that cannot be read is counted once, however often it is listed, and costs nothing else."""
        site = Site(self._www, self._now())
        for raw in items:
            try:
                entry = to_post(raw, site)
            except UnreadableError as error:
                self._count(raw, str(error), haul)
                continue
            if isinstance(entry, Gone):
                self._gone(entry, haul)
            else:
                self._post(entry, haul, sifted=sifted)

    def missed(self, asked: Iterable[str], answered: Collection[str], haul: Haul) -> None:
        """Take note of posts that Reddit left out of an answer; after the second time a post is gone.

        Where it left out all of them, something else is wrong, and nothing is concluded.
        """
        for name in asked if answered else ():
            seen = self._seen.get(name)
            if seen is None or seen.gone:
                continue
            seen.looked = self._clock()
            seen.misses = 0 if name in answered else seen.misses + 1
            if seen.misses >= _MISSES:
                self._gone(Gone(Platform.REDDIT, name, self._now()), haul)

    def due(self, idle: float) -> list[str]:
        """The posts of the last day that were not looked at for ``idle`` s or longest, as many as one request takes."""
        made, looked = self._now().timestamp() - _WATCHED, self._clock() - idle
        open_ones = (
            (seen.looked, name) for name, seen in self._seen.items()
            if not seen.gone and seen.made >= made and seen.looked <= looked
        )
        return [name for _, name in heapq.nsmallest(_TOGETHER, open_ones)]

    def witness(self, names: Collection[str]) -> list[str]:
        """A post beside ``names`` that was there a moment ago, if there is one: an answer must hold it."""
        others = ((seen.looked, name) for name, seen in self._seen.items() if not seen.gone and name not in names)
        return [name for _, name in heapq.nlargest(1, others)]

    def carried(self) -> dict[str, str]:
        """What a cursor keeps of the memory: the newest posts, each with a fingerprint of its words and its time."""
        newest = heapq.nlargest(_CARRIED, ((seen.made, name) for name, seen in self._seen.items() if not seen.gone))
        return {name: f"{self._seen[name].said}.{int(made)}" for made, name in newest}

    def remember(self, carried: Mapping[str, str]) -> None:
        """Take over what a cursor kept; what cannot be read of it is left."""
        for name, words in carried.items():
            said, _, made = words.partition(".")
            if FULLNAME.fullmatch(name) and made.isascii() and made.isdecimal() and len(made) <= 11:
                self._seen.setdefault(name, _Seen(said, float(made), looked=-math.inf))

    def _post(self, post: Post, haul: Haul, *, sifted: bool) -> None:
        said = _print(post.text)
        seen = self._seen.get(post.native_id)
        if seen is None or not seen.said:
            # An edit that takes the brand's name out of a post that we brought is still an edit of that post.
            if sifted and not self._terms.matches("\n".join((post.text, post.quoted, *post.media_alt)), (), post.links):
                return
        elif seen.said == said and not seen.gone and not _moved(seen, post):
            seen.looked, seen.misses = self._clock(), 0
            return
        haul.entries.append(post)
        self._keep(post.native_id, _Seen(said, post.created_at.timestamp(), self._clock(), post.likes, post.replies))

    def _gone(self, gone: Gone, haul: Haul) -> None:
        seen = self._seen.get(gone.native_id)
        if seen is None:
            haul.strangers.append(gone)
            self._keep(gone.native_id, _Seen("", gone.at.timestamp(), self._clock(), gone=True))
        elif not seen.gone:
            haul.entries.append(gone)
            seen.gone = True

    def _count(self, raw: object, reason: str, haul: Haul) -> None:
        if isinstance(raw, Mapping) and raw.get("kind") == "t4":
            return  # a private message of the inbox is nobody's business here
        name = fullname(raw) or _print(json.dumps(raw, default=str)[:_LONG])
        if name not in self._odd:
            haul.skipped[reason] += 1
            self._odd[name] = None
            while len(self._odd) > self._kept:
                self._odd.popitem(last=False)

    def _keep(self, name: str, seen: _Seen) -> None:
        self._seen[name] = seen
        self._seen.move_to_end(name)
        while len(self._seen) > self._kept:
            self._seen.popitem(last=False)


def _print(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _moved(seen: _Seen, post: Post) -> bool:
    """True where the counts of a post changed so that a person should see it; those that were not told never do."""
    pairs = ((seen.likes, post.likes), (seen.replies, post.replies))
    return any(
        before is not None and after is not None and abs(after - before) >= max(_MOVED, _SHARE * abs(before))
        for before, after in pairs
    )
