"""The watch: folds what arrives, what is scored and what people label into the gauge's window, in constant memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.draw import Lot, draw, number
from warroom.domain.estimate import LEVELS, Predictions, level
from warroom.domain.events import Event
from warroom.domain.gauge import Checked, Draw, Reading, check
from warroom.domain.item import Item
from warroom.domain.model import Label, Platform, PostKey, Score, Sentiment, Unscored
from warroom.engine.bus import Arrived, Bus, Changed, Logged, Message, Scored
from warroom.ports import Clock

#: Posts whose share of the gauge is remembered, so that a late score or an edit can still be counted right.
REMEMBERED: Final = 100_000
#: A rate is told of at least so long: the first posts of a room are no flood.
SHORTEST: Final = timedelta(minutes=5)
_LABEL: Final = frozenset({"label", "checked"})
_MOODS: Final = tuple(Sentiment)
_VALENCE: Final = {Label.NEGATIVE: -1.0, Label.NEUTRAL: 0.0, Label.POSITIVE: 1.0}


@dataclass(slots=True)
class _Tally:
    """The posts of one platform in one bucket: ``levels`` are what the model says of them, by mood."""

    posts: int = 0
    scored: int = 0
    counted: int = 0
    negative: int = 0
    levels: list[list[int]] = field(default_factory=lambda: [[0] * LEVELS for _ in _MOODS])


@dataclass(slots=True)
class _Bucket:
    posts: int = 0
    known: int = 0
    counted: int = 0
    negative: int = 0
    valence: float = 0.0
    tallies: dict[Platform, _Tally] = field(default_factory=dict)
    lot: Lot = field(default_factory=Lot)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a person said of a post, where it stands, and what the model said of it."""

    label: Label
    checked: bool
    at: datetime
    number: int
    key: PostKey
    platform: Platform
    score: Score | None


class Watch:
    """The gauge over the last ``window``, in ``buckets`` equal parts, by the time the posts were created.

    A post from the future counts now; one from before the window does not count. ``seed`` is what the spot check's
    draws are made of. A label by hand counts instead of what the model says of its post; the labels of a spot check
    do not: they measure the model. ``since`` is when the room began to listen, None where that is long ago: what
    nobody heard before it is not taken for silence.
    """

    def __init__(self, *, bus: Bus, clock: Clock, window: timedelta, buckets: int = 60, seed: str = "",
                 since: datetime | None = None) -> None:
        self._clock = clock
        self._window = window
        self._size = buckets
        self._seed = seed
        self._since = since
        self._step = window.total_seconds() / buckets
        self._buckets: dict[int, _Bucket] = {}
        self._places: OrderedDict[int, tuple[int, Platform, Score | None]] = OrderedDict()
        self._labels: dict[int, _Said] = {}
        self._changes = 0
        self._last: tuple[tuple[int, int], Checked | None] = ((-1, 0), None)
        self._leave = bus.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._leave()

    def prime(self, items: Iterable[Item]) -> None:
        """Count posts that were stored before the room was opened."""
        self._arrived(items)

    def label(self, items: Iterable[Item], times: Mapping[PostKey, datetime]) -> None:
        """Heed what people said of posts, as their state tells; ``times`` are those of the latest words."""
        for item in items:
            if item.key in times:
                self._labelled(item, times[item.key])

    def draw(self, person: str) -> PostKey | None:
        """The post of the window that a spot check asks ``person`` about next; None where all were drawn."""
        self._forget()
        drawn = {said.key for said in self._labels.values() if said.checked}
        return draw((bucket.lot for bucket in self._buckets.values()), drawn, person=person)

    def _hear(self, message: Message) -> None:
        match message:
            case Arrived(items):
                self._arrived(items)
            case Changed(items):
                self._scored({item.id: item.score for item in items if item.score is not None})
            case Scored(scores):
                self._scored(scores)
            case Logged(events, items):
                self.label(items, labelled(events))
            case _:
                return

    def _number(self, moment: datetime) -> int:
        return int(moment.timestamp() // self._step)

    def _arrived(self, items: Iterable[Item]) -> None:
        latest = self._number(self._clock.now())
        for item in items:
            number_ = min(self._number(item.post.created_at), latest)
            if number_ <= latest - self._size or item.id in self._places or item.context:
                continue
            self._changes += 1
            bucket = self._buckets.get(number_)
            if bucket is None:
                bucket = self._buckets[number_] = _Bucket()
            platform, key = item.post.platform, item.key
            bucket.posts += 1
            tally = bucket.tallies.get(platform)
            if tally is None:
                tally = bucket.tallies[platform] = _Tally()
            tally.posts += 1
            bucket.lot.put(number(self._seed, key), key)
            self._places[item.id] = (number_, platform, None)
            if item.score is not None:
                self._scored({item.id: item.score})
        while len(self._places) > REMEMBERED:
            self._places.popitem(last=False)

    def _scored(self, scores: Mapping[int, Score | Unscored]) -> None:
        self._changes += 1
        for item, score in scores.items():
            after = score if isinstance(score, Score) else None
            said = self._labels.get(item)
            if said is not None:
                self._labels[item] = replace(said, score=after)
            place = self._places.get(item)
            if place is None:
                continue
            number_, platform, before = place
            bucket = self._buckets.get(number_)
            if bucket is None:
                del self._places[item]
                continue
            label = said.label if said is not None and not said.checked else None
            _count(bucket, platform, before, label, -1)
            _count(bucket, platform, after, label, 1)
            self._places[item] = (number_, platform, after)

    def _labelled(self, item: Item, at: datetime) -> None:
        self._changes += 1
        before, state = self._labels.pop(item.id, None), item.triage
        score = item.score if isinstance(item.score, Score) else None
        number_ = min(self._number(item.post.created_at), self._number(self._clock.now()))
        if state.label is not None:
            self._labels[item.id] = _Said(state.label, state.checked, at, number_, item.key, item.post.platform, score)
        place = self._places.get(item.id)
        bucket = None if place is None else self._buckets.get(place[0])
        if place is not None and bucket is not None:
            old = before.label if before is not None and not before.checked else None
            _count(bucket, place[1], place[2], old, -1)
            _count(bucket, place[1], place[2], None if state.checked else state.label, 1)

    def _forget(self) -> int:
        """Let go of what left the window; returns the number of the first bucket that is in it."""
        oldest = self._number(self._clock.now()) - self._size + 1
        for number_ in [number_ for number_ in self._buckets if number_ < oldest]:
            del self._buckets[number_]
        for item in [item for item, said in self._labels.items() if said.number < oldest]:
            del self._labels[item]
        return oldest

    def reading(self) -> Reading:
        """What the gauge shows now."""
        oldest = self._forget()
        rows = [self._buckets.get(number_) or _Bucket() for number_ in range(oldest, oldest + self._size)]
        posts, counted = sum(row.posts for row in rows), sum(row.counted for row in rows)
        negative = sum(row.negative for row in rows)
        shares: dict[Platform, list[int]] = {}
        for row in rows:
            for platform, tally in row.tallies.items():
                total = shares.setdefault(platform, [0, 0])
                total[0] += tally.counted
                total[1] += tally.negative
        checked, age = self._checked(oldest)
        heard = self._heard(oldest)
        return Reading(
            window=self._window,
            n=counted,
            unscored=posts - sum(row.known for row in rows),
            net=sum(row.valence for row in rows) / counted if counted else None,
            negative=negative / counted if counted else None,
            volume=tuple(row.posts for row in rows),
            trend=tuple(row.valence / row.counted if row.counted else None for row in rows),
            by_platform={platform: bad / n for platform, (n, bad) in shares.items() if n},
            per_hour=posts * 3600 / max(heard, min(SHORTEST, self._window)).total_seconds(),
            heard=heard,
            checked=checked,
            age=age,
        )

    def _heard(self, oldest: int) -> timedelta:
        """The part of the window in which anybody listened, or of which posts were fetched later."""
        if self._since is None:
            return self._window
        began = min([self._number(self._since), *(at for at, bucket in self._buckets.items() if bucket.posts)])
        # In whole buckets, so that a quiet screen has nothing to say between two.
        return timedelta(seconds=self._step * (oldest + self._size - max(began, oldest)))

    def _checked(self, oldest: int) -> tuple[Checked | None, timedelta]:
        drawn = [said for said in self._labels.values() if said.checked]
        if not drawn:
            return None, timedelta(0)
        age = max(timedelta(0), self._clock.now() - max(said.at for said in drawn))
        if self._last[0] != (self._changes, oldest):
            draws = [Draw(said.label, said.score, said.platform) for said in drawn]
            self._last = (self._changes, oldest), check(self._predictions(), draws)
        return self._last[1], timedelta(minutes=age // timedelta(minutes=1))

    def _predictions(self) -> dict[Sentiment, dict[str, Predictions]]:
        said: dict[Sentiment, dict[str, Predictions]] = {mood: {} for mood in Sentiment}
        for bucket in self._buckets.values():
            for platform, tally in bucket.tallies.items():
                for mood, levels in zip(_MOODS, tally.levels, strict=True):
                    whole = said[mood].setdefault(platform, Predictions())
                    whole.unknown += tally.posts - tally.scored
                    whole.levels = [left + right for left, right in zip(whole.levels, levels, strict=True)]
        return said


def _count(bucket: _Bucket, platform: Platform, score: Score | None, label: Label | None, sign: int) -> None:
    """Count a post's mood, or take it out again: what a person says by hand goes before what the model says."""
    tally = bucket.tallies.setdefault(platform, _Tally())
    if score is not None:
        tally.scored += sign
        for said, levels in zip((score.negative, score.neutral, score.positive), tally.levels, strict=True):
            levels[level(said)] += sign  # in the order of _MOODS
    if score is None and label is None:
        return
    bucket.known += sign
    if label is Label.IRRELEVANT:
        return
    bad = label is Label.NEGATIVE if label is not None else score is not None and score.label is Sentiment.NEGATIVE
    valence = _VALENCE[label] if label is not None else score.valence if score is not None else 0.0
    bucket.counted += sign
    bucket.negative += sign * bad
    bucket.valence += sign * valence
    tally.counted += sign
    tally.negative += sign * bad


def labelled(events: Iterable[Event]) -> dict[PostKey, datetime]:
    """The posts whose label events changed, and when that was last."""
    return {event.post: event.occurred_at for event in events
            if event.post is not None and not _LABEL.isdisjoint(event.changes)}
