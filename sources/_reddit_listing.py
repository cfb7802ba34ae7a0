"""Reddit's listings: which ones we follow, and how far back each must be read to leave no gap.

A listing shows its newest items first, 100 a page and 1,000 in all. The parameter ``before`` would fetch less, but it
shows nothing once the item it names is gone: so the newest page is read whole each time, which tells of edits too.
Source: https://www.reddit.com/dev/api#listings.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sources._reddit_faults import Fault, Kind
from sources._reddit_post import FULLNAME, fullname, when
from warroom.domain.terms import Terms

#: Items a page, and pages that are read at most: Reddit lists no more.
PAGE: Final = 100
_PAGES: Final = 10
#: Where listings end for their length, about: all of them, and searches also much earlier.
_HELD: Final = (1000,)
_FOUND: Final = (250, 1000)
_ABOUT: Final = 0.1
#: An item may come into a listing so late (s) after it was made.
_LATE: Final = 300.0
_NAMES: Final = 25
#: Where the item that leads to the next page vanishes, these before it (counted from the end) are tried.
_BACK: Final = (2, 20)
#: Subreddits in one request, and characters in one search.
_TOGETHER: Final = 50
_LONGEST_QUERY: Final = 512
_SUBREDDIT: Final = re.compile(r"/?(?:r/)?([A-Za-z0-9_]{2,24})/?|/?u(?:ser)?/([A-Za-z0-9_-]{3,22})/?")


@dataclass(frozen=True, slots=True)
class Listing:
    """One thing to poll. ``key`` names it in cursors; where ``sifted``, only items with a term are kept."""

    key: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    sifted: bool = False
    held: tuple[int, ...] = _HELD
    subreddits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a listing was read: its newest items then, newest first, and when the newest was made (epoch, s)."""

    names: tuple[str, ...] = ()
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a listing; ``after`` leads to the next, "" where there is none."""

    children: Sequence[object]
    after: str = ""


class Walk:
    """Back through a listing's pages, until what was read before shows up. Take pages until it is ``done``.

    ``mark`` None is a first look, of one page. ``gap`` is True where Reddit lists no further and may hide something.
    """

    def __init__(self, mark: Mark | None, *, held: Sequence[int] = _HELD) -> None:
        self.items: list[object] = []
        self.done = False
        self.gap = False
        self.after = ""
        self._mark = mark
        self._held = held
        self._pages = 0
        self._tried = 0

    def take(self, page: Page) -> None:
        """Take one page more."""
        self._pages += 1
        if self._lost_the_way(page):
            return
        self.items += page.children
        self.after = page.after
        self.done = self._mark is None or self._met(self._mark, page)
        if not self.done and (not page.after or not page.children):
            self.done, self.gap = True, any(abs(len(self.items) - most) <= _ABOUT * most for most in self._held)
        elif not self.done and self._pages >= _PAGES:
            self.done = self.gap = True

    def _lost_the_way(self, page: Page) -> bool:
        """True where a page that was promised is empty, and another item may lead to it."""
        if page.children or not self.items or self._tried >= len(_BACK) or len(self.items) < _BACK[self._tried]:
            return False
        self.after = fullname(self.items[-_BACK[self._tried]])
        self._tried += 1
        return bool(self.after)

    @property
    def mark(self) -> Mark:
        """How far the listing is read now."""
        names = [name for name in map(fullname, self.items) if name][:_NAMES]
        moments = [moment.timestamp() for moment in map(when, self.items[:PAGE]) if moment is not None]
        before = self._mark or Mark()
        return Mark(tuple(names), max([*moments, before.at])) if names else before

    def _met(self, mark: Mark, page: Page) -> bool:
        if any(fullname(item) in mark.names for item in page.children):
            return True
        moments = [moment.timestamp() for moment in map(when, page.children) if moment is not None]
        return bool(moments) and moments[-1] < mark.at - _LATE


def read_page(answer: object) -> Page:
    """Read an answer as a page. Raises Fault where it is none; what its items are is looked at later, one by one."""
    data = answer.get("data") if isinstance(answer, Mapping) else None
    children = data.get("children") if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(children, list):
        raise Fault(Kind.UNREADABLE, "It is no listing")
    after = data.get("after")
    return Page(children, after if isinstance(after, str) and FULLNAME.fullmatch(after) else "")


def subreddit_names(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read names of subreddits as people write them ("r/coffee", "coffee", "u/ana"): the names, and what is none."""
    good: dict[str, str] = {}
    bad = []
    for word in words:
        match = _SUBREDDIT.fullmatch(word.strip())
        if match is None:
            bad.append(word)
        else:
            name = match[1] or f"u_{match[2]}"
            good.setdefault(name.lower(), name)
    return tuple(good[name] for name in sorted(good)), tuple(bad)


def of_subreddits(names: Sequence[str], *, sifted: bool) -> list[Listing]:
    """New submissions and new comments of subreddits, many in one listing."""
    groups = [tuple(names[at:at + _TOGETHER]) for at in range(0, len(names), _TOGETHER)]
    return [
        Listing(f"{kind}:{'+'.join(group).lower()}", f"r/{'+'.join(group)}/{kind}", sifted=sifted, subreddits=group)
        for group in groups for kind in ("new", "comments")
    ]


def of_terms(terms: Terms) -> list[Listing]:
    """Searches of the whole site for any of the terms; Reddit finds submissions, no comments."""
    words = dict.fromkeys(re.sub(r'["\\\s]+', " ", term.lstrip("#@")).strip()[:100] for term in terms.every)
    listings: list[Listing] = []
    query = ""
    for word in (f'"{word}"' for word in words if word):
        longer = f"{query} OR {word}" if query else word
        if len(longer) > _LONGEST_QUERY:
            listings.append(_search(query))
            longer = word
        query = longer
    return [*listings, _search(query)] if query else listings


def inbox() -> Listing:
    """Mentions of us and replies to us, without marking them as read."""
    return Listing("inbox", "message/inbox", {"mark": "false"})


def _search(query: str) -> Listing:
    name = hashlib.blake2b(query.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return Listing(f"search:{name}", "search", sifted=True, held=_FOUND,
                   params={"q": query, "sort": "new", "type": "link", "t": "all", "include_over_18": "on"})


@dataclass(slots=True)
class Position:
    """Where we are in all listings, and what is watched for edits, as a cursor holds it.

    ``count`` is how often posts were handed over, so that no two cursors with posts between them are the same.
    """

    place: str
    marks: dict[str, Mark] = field(default_factory=dict)
    watched: Mapping[str, str] = field(default_factory=dict)
    count: int = 0

    def write(self, watched: Mapping[str, str], follow: Collection[str]) -> str:
        """The cursor; marks of listings that nobody follows any more are left out."""
        marks = {key: [mark.at, list(mark.names)] for key, mark in self.marks.items() if key in follow}
        return json.dumps({"count": self.count, "place": self.place, "marks": marks, "watched": dict(watched)},
                          separators=(",", ":"))

    @classmethod
    def read(cls, cursor: str, place: str) -> tuple[Position, Counter[str]]:
        """Read a cursor; one that cannot be read, or is of another server, is counted and left."""
        fresh = cls(place)
        if not cursor:
            return fresh, Counter()
        try:
            raw = json.loads(cursor)
            if raw["place"] != place:
                return fresh, Counter({"a cursor of another server": 1})
            marks = {str(key): Mark(tuple(map(str, names)), float(at)) for key, (at, names) in raw["marks"].items()}
            watched = {str(name): str(said) for name, said in raw["watched"].items()}
            handed = int(raw["count"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            return fresh, Counter({"a cursor that cannot be read": 1})
        return cls(place, marks, watched, handed), Counter()
