"""Which features two sets of posts differ in, counted by voices.

Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", Political Analysis 16,
372-403, equations 16, 19 and 22), over posts instead of words. What is counted is neither posts nor words but voices:
a feature is as loud as the fewer of its distinct authors and its distinct texts, so neither one loud author nor a
thousand copies of one text make it loud. The z of the paper only orders features; it is no probability to show.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from warroom.domain import features
from warroom.domain.copies import Lineage
from warroom.domain.item import Item
from warroom.domain.model import Label, Post, PostKey

#: Posts that are looked at, the newest ones: of the window, and of the usual posts.
WINDOW: Final = 700
USUAL: Final = 300
#: Fewest voices of a feature that stands out, its least ratio to the usual, and fewest usual posts to compare with.
_VOICES: Final = 2
_RATIO: Final = 1.5
_COMPARABLE: Final = 20


class Said(NamedTuple):
    """One post of a side: who says it, which text it is, and its units in order and as a set."""

    post: Post
    who: str
    text: int
    units: tuple[str, ...]
    holds: frozenset[str]


@dataclass(slots=True)
class Side:
    """Posts to compare: the window, or the usual ones."""

    said: list[Said] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, items: Iterable[Item], most: int = WINDOW, *, near: bool = True) -> Side:
        """Take the newest posts, oldest first, but those that people said are not about us.

        ``near`` says whether near-copies are one text, too.
        """
        side, lineage = cls(), Lineage(near=near)
        about_us = [item for item in items if item.triage.label is not Label.IRRELEVANT and not item.context]
        about_us.sort(key=lambda item: (item.post.created_at, item.id))
        for item in about_us[-most:]:
            post = item.post
            words = features.units(post.text)
            said = Said(post, f"{post.platform}:{post.author}", lineage.put(post, words), words, frozenset(words))
            side.said.append(said)
            side.people.add(said.who)
            side.texts.add(said.text)
        return side

    @property
    def voices(self) -> int:
        """The fewer of its distinct authors and its distinct texts."""
        return min(len(self.people), len(self.texts))

    def common(self, least: int = 1) -> dict[str, int]:
        """How many distinct texts hold each unit that so many hold at least; each text by its first post."""
        firsts: dict[int, frozenset[str]] = {}
        for said in self.said:
            firsts.setdefault(said.text, said.holds)
        counts: Counter[str] = Counter()
        for holds in firsts.values():
            counts.update(holds)
        return {unit: count for unit, count in counts.items() if count >= least}


@dataclass(slots=True)
class Tally:
    """Who holds a feature, and in which texts; ``examples`` are posts of different authors and texts."""

    posts: int = 0
    people: set[str] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)
    examples: list[Post] = field(default_factory=list)

    def add(self, said: Said) -> None:
        """Count one post."""
        self.posts += 1
        if said.text not in self.texts and said.who not in self.people:
            self.examples.append(said.post)
        self.people.add(said.who)
        self.texts.add(said.text)

    @property
    def voices(self) -> int:
        """The fewer of its distinct authors and its distinct texts."""
        return min(len(self.people), len(self.texts))

    def keys(self, most: int) -> tuple[PostKey, ...]:
        """The newest examples."""
        return tuple(post.key for post in self.examples[:-most - 1:-1])


def tally(side: Side, find: Callable[[Said], Collection[str]]) -> dict[str, Tally]:
    """Count the features of each post of a side."""
    found: dict[str, Tally] = {}
    for said in side.said:
        for name in find(said):
            counted = found.get(name)
            if counted is None:
                counted = found[name] = Tally()
            counted.add(said)
    return found


class Standing(NamedTuple):
    """A feature that stands out: its z, its posts, and how many posts would hold it usually (None: not known)."""

    name: str
    weight: float
    here: Tally
    usual: float | None


def stand_out(
    window: Side, usual: Side, here: Mapping[str, Tally], there: Mapping[str, Tally], *, by_people: bool = False,
) -> list[Standing]:
    """Order features by how far the window has more of them than usual; those that have no more are left out.

    With too few usual posts to compare with they are ordered by their voices. ``by_people`` counts authors alone, for
    features that only copies spread.
    """
    every, others = (len(window.people), len(usual.people)) if by_people else (window.voices, usual.voices)
    standing = []
    for name, counted in here.items():
        before = there.get(name) or Tally()
        loud, quiet = (len(counted.people), len(before.people)) if by_people else (counted.voices, before.voices)
        if loud < _VOICES:
            continue
        if others < _COMPARABLE:
            standing.append(Standing(name, float(loud), counted, None))
        elif loud * others >= _RATIO * quiet * every:
            expected = before.posts * len(window.said) / len(usual.said)
            standing.append(Standing(name, log_odds(loud, every, quiet, others), counted, expected))
    standing.sort(key=lambda one: (-one.weight, -one.here.posts, one.name))
    return standing


def log_odds(here: float, all_here: float, there: float, all_there: float) -> float:
    """The z of a feature's log-odds ratio, ``here`` of ``all_here`` against ``there`` of ``all_there``.

    Both sides are above 0, and so is one of the counts.

    The prior is the mean of both shares, and weighs as much as the smaller side, so that a feature that is new is not
    drowned by one that everybody always has. Source: Monroe et al. 2008, equations 16, 19 and 22.
    """
    alphas = min(all_here, all_there)
    alpha = alphas * (here / all_here + there / all_there) / 2
    loud, quiet = here + alpha, there + alpha
    rest_here, rest_there = all_here + alphas - loud + 0.5, all_there + alphas - quiet + 0.5
    return math.log(loud * rest_there / (rest_here * quiet)) / math.sqrt(1 / loud + 1 / quiet)
