"""The tally: posts counted into bins by the time they were written, in a few steps a post and in bounded memory.

Pure: the caller says what time it is. What it knows is plain JSON, and what goes on from there goes on exactly.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from warroom.domain.alarm import EVERYWHERE, Scope
from warroom.domain.item import Item
from warroom.domain.model import Platform, PostKey, Score, Sentiment, Unscored, post_key
from warroom.domain.terms import Terms
from warroom.domain.wire import Json

#: Seconds of a bin, and how long after its end posts may still arrive for it.
STEP: Final = 300.0
GRACE: Final = 60.0
#: A post of a live source that comes no later (s) than this counts as new; what is older is part of a gap that is
#: filled, and no news.
LATE: Final = 900.0
#: A time further ahead (s) of a story than this needs a second post that agrees: hostile posts come from the future.
_LEAP: Final = 3600.0
#: Terms that have a baseline of their own, and the combinations of them that one bin tells apart.
TERMS: Final = 16
_COMBINATIONS: Final = 2_048
#: Posts whose place is remembered, so that a late score can still be counted, and bins (an hour) that take scores.
REMEMBERED: Final = 100_000
HOUR: Final = int(3600 / STEP)
#: Bins that are sealed one by one after a silence; a longer one is a gap.
_SILENCE: Final = 288
_PLATFORMS: Final = tuple(Platform)
# By name: an enum's own hash is slow, and this is asked for every post.
_PLACES: Final = {platform.value: place for place, platform in enumerate(_PLATFORMS)}


@dataclass(slots=True)
class Moods:
    """What the model says of some posts: how many have a score, how many are negative, the sum of their valences."""

    scored: int = 0
    negative: int = 0
    valence: float = 0.0

    def add(self, other: Moods) -> None:
        """Count others too."""
        self.scored += other.scored
        self.negative += other.negative
        self.valence += other.valence


@dataclass(frozen=True, slots=True)
class Sealed:
    """A bin that is over: when it began (s since 1970), and how many posts of each scope were written in it."""

    began: float
    counts: Mapping[Scope, int]


@dataclass(slots=True)
class _Said:
    """What is remembered of a post: platform and terms, its id there, whose it is, a mark of its text, its score."""

    key: int
    native_id: str
    author: str
    text: int
    score: Score | None = None

    @property
    def post(self) -> PostKey:
        """The post's name."""
        return post_key(_PLATFORMS[self.key & 3], self.native_id)


@dataclass(slots=True)
class _Bin:
    counts: dict[int, int] = field(default_factory=dict)
    moods: dict[int, Moods] = field(default_factory=dict)
    said: dict[int, _Said] = field(default_factory=dict)


class Tally:
    """Posts by bin, platform and terms. ``told`` is True where time is that of a story: the posts themselves tell it.

    A bin is sealed when time has passed its end by a minute; what comes later for it counts into the next open one,
    if it comes from a live source and is no older than a quarter of an hour, and else not at all.
    """

    def __init__(self, terms: Terms, *, told: bool = False) -> None:
        self.terms = terms.every[:TERMS]
        self.told = told
        self.left_out = 0
        self._matches = Terms(self.terms).matches
        self._bits = {term: 4 << place for place, term in enumerate(self.terms)}
        self._open: dict[int, _Bin] = {}
        self._past: OrderedDict[int, _Bin] = OrderedDict()
        self._edge: int | None = None
        self._mark = 0.0
        self._leap: float | None = None
        self._places: OrderedDict[int, int] = OrderedDict()
        self._sealed: list[Sealed] = []
        self._known: dict[int, tuple[Scope, ...]] = {}

    @property
    def edge(self) -> float | None:
        """Where the first bin that is not sealed begins (s since 1970); None before there was anything."""
        return None if self._edge is None else self._edge * STEP

    @property
    def now(self) -> float:
        """The latest time (s since 1970) that it was told, or heard from a story's posts."""
        return self._mark

    def begin(self, at: float) -> None:
        """Let the first bin be the one of ``at`` (s since 1970)."""
        if self._edge is None:
            self._edge, self._mark = int(at // STEP), at

    def add(self, item: Item, now: float, *, live: bool = True) -> None:
        """Count a post at ``now``; ``live`` is False while its source fills a gap."""
        post = item.post
        written = min(post.created_at.timestamp(), now)
        if self.told:
            written = self._hear(written)
        number = int(written // STEP)
        if self._edge is None:
            self.begin(written)
        edge = self._edge if self._edge is not None else number
        if number < edge:
            if not live or (self._mark if self.told else now) - written > LATE or now < edge * STEP:
                self.left_out += 1
                return
            number = edge
        key = self.key(post.platform, post.text, post.hashtags, post.links)
        bin_ = self._open.get(number)
        if bin_ is None:
            bin_ = self._open[number] = _Bin()
        counts = bin_.counts
        if key not in counts and len(counts) >= _COMBINATIONS:
            key &= 3
        counts[key] = counts.get(key, 0) + 1
        bin_.said[item.id] = _Said(key, post.native_id, post.author, hash(post.text))
        self._places[item.id] = number
        if len(self._places) > REMEMBERED:
            self._forget()
        if isinstance(item.score, Score):
            self.score(item.id, item.score)
        if self.told:
            self.pass_time(self._mark)

    def key(self, platform: Platform, text: str, hashtags: Sequence[str], links: Sequence[str]) -> int:
        """Platform and terms of a post as one number."""
        key = _PLACES[platform.value]
        for term in self._matches(text, hashtags, links):
            key += self._bits[term]
        return key

    def score(self, item: int, score: Score | Unscored) -> None:
        """Count what the model says of a post, once or anew."""
        number = self._places.get(item)
        if number is None or not isinstance(score, Score):
            return
        bin_ = self._open.get(number) or self._past.get(number)
        if bin_ is None:
            del self._places[item]
            return
        said = bin_.said[item]
        moods = bin_.moods.get(said.key)
        if moods is None:
            moods = bin_.moods[said.key] = Moods()
        before, said.score = said.score, score
        if before is not None:
            moods.scored -= 1
            moods.negative -= before.label is Sentiment.NEGATIVE
            moods.valence -= before.valence
        moods.scored += 1
        moods.negative += score.label is Sentiment.NEGATIVE
        moods.valence += score.valence

    def _forget(self) -> None:
        item, number = self._places.popitem(last=False)
        bin_ = self._open.get(number) or self._past.get(number)
        if bin_ is not None:
            bin_.said.pop(item, None)

    def pass_time(self, now: float) -> None:
        """Seal the bins that are over at ``now`` (s since 1970)."""
        self._mark = max(self._mark, now)
        until = int((now - GRACE) // STEP)
        if self._edge is None or until <= self._edge:
            return
        if until - self._edge > _SILENCE:
            self._open = {number: bin_ for number, bin_ in self._open.items() if number >= until}
            self._edge = until
            return
        while self._edge < until:
            bin_ = self._open.pop(self._edge, None) or _Bin()
            self._sealed.append(Sealed(self._edge * STEP, self.by_scope(bin_.counts)))
            self._past[self._edge] = bin_
            self._edge += 1
        while len(self._past) > 2 * HOUR:  # judging may be a little behind
            self._past.popitem(last=False)

    def take(self) -> list[Sealed]:
        """Hand over the bins that were sealed since the last call, in order."""
        sealed, self._sealed = self._sealed, []
        return sealed

    def moods(self, until: float, scope: Scope = EVERYWHERE, *, bins: int = HOUR) -> Moods:
        """What the model says of the ``bins`` before ``until`` (s since 1970), as far as scores have come."""
        total = Moods()
        for bin_ in self._before(until, bins):
            for key, moods in bin_.moods.items():
                if self._holds(scope, key):
                    total.add(moods)
        return total

    def an_hour_ago(self, until: float) -> dict[Scope, Moods]:
        """The moods of the first bin of the hour before ``until``: by now its scores have come."""
        bin_ = self._past.get(int(until // STEP) - HOUR)
        return {} if bin_ is None else self.moods_by_scope(bin_.moods)

    def posts(self, until: float, scope: Scope = EVERYWHERE, *, bins: int = HOUR) -> Iterator[_Said]:
        """The posts of the ``bins`` before ``until`` (s since 1970) that are remembered, the newest first."""
        for bin_ in self._before(until, bins):
            for said in reversed(bin_.said.values()):
                if self._holds(scope, said.key):
                    yield said

    def _before(self, until: float, bins: int) -> Iterator[_Bin]:
        """The sealed bins before a time, the newest first."""
        end = int(until // STEP)
        for number in range(end - 1, end - bins - 1, -1):
            if (bin_ := self._past.get(number)) is not None:
                yield bin_

    def _holds(self, scope: Scope, key: int) -> bool:
        if scope.platform is not None and _PLATFORMS[key & 3] is not scope.platform:
            return False
        return not scope.term or bool(key & self._bits.get(scope.term, 0))

    def by_scope(self, keys: Mapping[int, int]) -> dict[Scope, int]:
        """Counts by scope, of counts by key."""
        counts: dict[Scope, int] = {EVERYWHERE: 0}
        for key, count in keys.items():
            for scope in self._within(key):
                counts[scope] = counts.get(scope, 0) + count
        return counts

    def moods_by_scope(self, keys: Mapping[int, Moods]) -> dict[Scope, Moods]:
        """Moods by scope, of moods by key."""
        moods: dict[Scope, Moods] = {}
        for key, some in keys.items():
            for scope in self._within(key):
                moods.setdefault(scope, Moods()).add(some)
        return moods

    def _within(self, key: int) -> tuple[Scope, ...]:
        """The scopes that a post of this key is in."""
        known = self._known.get(key)
        if known is None:
            platform = _PLATFORMS[key & 3]
            terms = ["", *(term for term, bit in self._bits.items() if key & bit)]
            known = tuple(Scope(on, term) for term in terms for on in (None, platform))
            if len(self._known) < _COMBINATIONS:
                self._known[key] = known
        return known

    def _hear(self, written: float) -> float:
        """Take the time of a story from its posts; returns the time that this one counts at."""
        if self._edge is None or written <= self._mark + _LEAP:
            self._mark = max(self._mark, written)
            return written
        if self._leap is not None and abs(written - self._leap) <= _LEAP:
            self._mark, self._leap = min(written, self._leap), None
            return self._mark
        self._leap = written
        return self._mark

    def state(self) -> dict[str, Json]:
        """What is counted and not yet sealed, as JSON; scores that are still awaited are not in it."""
        return {
            "terms": list(self.terms), "edge": self._edge, "mark": self._mark, "leap": self._leap,
            "open": {str(number): {str(key): count for key, count in bin_.counts.items()}
                     for number, bin_ in self._open.items()},
        }

    def resume(self, state: Mapping[str, Json]) -> None:
        """Go on from a state of the same terms. Raises ValueError where it is none."""
        edge, mark, leap, bins = (state.get(name) for name in ("edge", "mark", "leap", "open"))
        if not isinstance(bins, Mapping) or not isinstance(mark, (int, float)):
            raise ValueError("this is no state of a tally")
        self._edge = edge if isinstance(edge, int) else None
        self._mark = mark
        self._leap = leap if isinstance(leap, (int, float)) else None
        for number, counts in bins.items():
            if not isinstance(counts, Mapping):
                raise ValueError("this is no state of a tally")
            self._open[int(number)] = _Bin({int(key): _whole(count) for key, count in counts.items()})


def scopes(terms: Sequence[str], platforms: Sequence[Platform], *, pairs: bool = True) -> tuple[Scope, ...]:
    """The scopes that have a baseline: everything, each platform, each term, and with ``pairs`` each term on each."""
    every = [Scope(platform, term) for term in ("", *terms[:TERMS]) for platform in (None, *platforms)]
    return tuple(scope for scope in every if pairs or not scope.term or scope.platform is None)


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{value!r} is no count")
    return value
