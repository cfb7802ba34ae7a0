"""What drives a window of posts: by log-odds over voices, against the usual ones (Monroe, Colaresi & Quinn 2008)."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from warroom.domain import features
from warroom.domain.item import Item
from warroom.domain.model import Platform, Post
from warroom.domain.stopwords import STOPWORDS
from warroom.domain.terms import Terms
from warroom.domain.text import clip, one_line, tokens
from warroom.domain.voices import USUAL, Said, Side, Standing, log_odds, stand_out, tally
from warroom.domain.why import NOTHING, Copies, Driver, Why

#: Drivers of each kind that are named.
NAMED: Final = 8
#: Words whose voices are counted, words that may make phrases, and posts in which the way of writing is looked up.
_LOOKED_AT: Final = 120
_CANDIDATES: Final = 40
_FORMS: Final = 12
#: Of the posts that hold either of two words, how many hold both in a row where they are a phrase.
_TOGETHER: Final = 0.6
_EXAMPLES: Final = 3
_LONGEST: Final = 4
#: Followers from which an author is named for their reach alone; one below that needs so many voices.
_LOUD: Final = 100_000
_PULL: Final = 3


def explain(now: Iterable[Item], before: Iterable[Item], *, terms: Terms | None = None, most: int = NAMED) -> Why:
    """Say what ``now`` (the posts of the window) has more of than ``before`` (posts of the baseline).

    The newest 700 and 300 of them are looked at, so that it takes some 20 ms whatever it is given; those that people
    said are not about us are left out. ``terms`` are those that the team listens for. Keep it off the hot path.
    """
    terms = terms or Terms()
    window, usual = Side.of(now), Side.of(before, USUAL, near=False)
    if not window.said:
        return NOTHING
    return Why(
        terms=_of_kind(window, usual, lambda said: terms.matches(said.post.text, said.post.hashtags), most),
        words=_words(window, usual, terms, most),
        links=_of_kind(window, usual, lambda said: features.links(said.post), most, by_people=True),
        authors=_authors(window, usual, most),
        copies=_copies(window),
        posts=len(window.said), people=len(window.people),
    )


def _of_kind(
    window: Side, usual: Side, find: Callable[[Said], Collection[str]], most: int, *, by_people: bool = False,
) -> tuple[Driver, ...]:
    standing = stand_out(window, usual, tally(window, find), tally(usual, find), by_people=by_people)
    return tuple(_driver(one, one.name) for one in standing[:most])


def _driver(one: Standing, text: str) -> Driver:
    return Driver(text=text, posts=one.here.posts, authors=len(one.here.people), texts=len(one.here.texts),
                  usual=one.usual, weight=one.weight, examples=one.here.keys(_EXAMPLES))


def _words(window: Side, usual: Side, terms: Terms, most: int) -> tuple[Driver, ...]:
    """Words, and phrases in the place of words that are always said together."""
    ours = {unit for term in terms.every for unit in (*features.units(term), "".join(tokens(term)))}
    counts, before = window.common(2), usual.common()
    every, others = len(window.texts), max(1, len(usual.texts))
    found_at_all = [(log_odds(count, every, before.get(unit, 0), others), unit) for unit, count in counts.items()
                    if unit not in STOPWORDS and unit not in ours and _says(unit, ours)]
    # Voices are counted only for those that texts alone put in front.
    kept = frozenset(unit for _, unit in heapq.nlargest(_LOOKED_AT, found_at_all))
    found = [tally(side, lambda said: said.holds & kept) for side in (window, usual)]
    standing = stand_out(window, usual, *found)[:_CANDIDATES]
    drivers = []
    by_name = {one.name: one for one in standing}
    for name, phrase in _phrases(window, standing)[:most]:
        one = by_name[name]
        drivers.append(_driver(one, features.shown(phrase, one.here.examples[-_FORMS:])))
    return tuple(drivers)


def _says(unit: str, ours: Collection[str]) -> bool:
    """True where a unit may be named: no single letter, no short number, no mention of ourselves."""
    if unit.startswith("@"):
        return not any(len(name) > 2 and unit.startswith(f"@{name}") for name in ours)
    return features.is_pair(unit) or len(unit) > (3 if unit.isdigit() else 2 if unit.isascii() else 1)


def _phrases(window: Side, standing: Iterable[Standing]) -> list[tuple[str, tuple[str, ...]]]:
    """Join words that nearly always follow each other; the order is that of their strongest word, given first."""
    tallies = {one.name: one.here for one in standing}
    together: Counter[tuple[str, str]] = Counter()
    for said in window.said:
        if len(said.holds & tallies.keys()) > 1:
            together.update({pair for pair in zip(said.units, said.units[1:], strict=False)
                             if pair[0] in tallies and pair[1] in tallies and pair[0] != pair[1]
                             and "@" not in pair[0] + pair[1]})
    after: dict[str, str] = {}
    for (left, right), count in sorted(together.items(), key=lambda one: (-one[1], one[0])):
        either = tallies[left].posts + tallies[right].posts - count
        if count >= _TOGETHER * either and left not in after and right not in after.values():
            after[left] = right
    phrases: list[tuple[str, tuple[str, ...]]] = []
    done: set[str] = set()
    for name in tallies:
        if name in done:
            continue
        phrase = _chain(name, after)
        done |= set(phrase)
        phrases.append((name, phrase))
    return phrases


def _chain(name: str, after: Mapping[str, str]) -> tuple[str, ...]:
    """The words that follow each other around one of them, at most ``_LONGEST``."""
    before = {right: left for left, right in after.items()}
    chain = [name]
    while len(chain) < _LONGEST and (more := before.get(chain[0])) is not None and more not in chain:
        chain.insert(0, more)
    while len(chain) < _LONGEST and (more := after.get(chain[-1])) is not None and more not in chain:
        chain.append(more)
    return tuple(chain)


@dataclass(slots=True)
class _Pull:
    """What one author set off: their posts, the people who answer or pass them on, and what the latest of them was."""

    posts: list[Post] = field(default_factory=list)
    moved: set[str] = field(default_factory=set)
    answers: int = 0

    @property
    def size(self) -> int:
        return len(self.posts) + self.answers


def _authors(window: Side, usual: Side, most: int) -> tuple[Driver, ...]:
    """Those who write, and are answered and passed on, more than usual; then those with a very large reach."""
    here, there = _pulls(window), _pulls(usual)
    every, others = len(window.said), len(usual.said)
    ranked = []
    for name, pull in here.items():
        before = there.get(name) or _Pull()
        if pull.posts and pull.size >= _PULL and pull.size * others >= before.size * every:
            weight = (log_odds(min(pull.size, every), every, min(before.size, others), others) if others
                      else float(pull.size))
            ranked.append((weight, name, pull, before))
        elif pull.posts and _reach(pull.posts[-1]) >= _LOUD:
            ranked.append((0.0, name, pull, before))
    ranked.sort(key=lambda one: (-one[0], -_reach(one[2].posts[-1]), -one[2].size, one[1]))
    return tuple(
        Driver(text=handle(pull.posts[-1]), posts=pull.size, authors=len(pull.moved) + 1,
               texts=len({post.text for post in pull.posts}),
               usual=before.size * every / others if others else None, weight=weight,
               examples=tuple(post.key for post in pull.posts[:-_EXAMPLES - 1:-1]))
        for weight, _, pull, before in ranked[:most]
    )


def _pulls(side: Side) -> dict[str, _Pull]:
    pulls: dict[str, _Pull] = {}
    written = {}
    for said in side.said:
        pull = pulls.get(said.who)
        if pull is None:
            pull = pulls[said.who] = _Pull()
        pull.posts.append(said.post)
        written[said.post.platform, said.post.native_id] = said.who
    for said in side.said:
        post = said.post
        above = None
        for name in (post.repost_of, post.parent_id, post.root_id):
            author = written.get((post.platform, name)) if name else None
            if author is not None and author not in (above, said.who):
                above = author
                pulls[author].moved.add(said.who)
                pulls[author].answers += 1
    return pulls


def _reach(post: Post) -> int:
    """Followers of the author; Reddit tells the subreddit's readers instead, which are nobody's own."""
    return 0 if post.platform is Platform.REDDIT else post.reach or 0


def handle(post: Post) -> str:
    """The author as each platform writes them."""
    name = one_line(post.author).removeprefix("u/").removeprefix("@")
    return f"u/{name}" if post.platform is Platform.REDDIT else f"@{name}"


def _copies(window: Side) -> Copies | None:
    sizes = Counter(said.text for said in window.said)
    text, posts = max(sizes.items(), key=lambda one: (one[1], -one[0]))
    if posts < _PULL:
        return None
    group = [said for said in window.said if said.text == text]
    # What was passed on is known where it stands in the window itself; a repost alone does not tell its author.
    first = next((said.post for said in group if not said.post.repost_of), group[0].post)
    return Copies(
        share=posts / len(window.said), posts=posts, authors=len({said.who for said in group}), first=first.key,
        author="" if first.repost_of else handle(first), text=clip(one_line(first.text), 200),
    )
