"""The watch: folds what arrives and what is scored into the gauge's window, in constant memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.gauge import Reading, wilson
from warroom.domain.item import Item
from warroom.domain.model import Platform, Score, Sentiment, Unscored
from warroom.engine.bus import Arrived, Bus, Changed, Message, Scored
from warroom.ports import Clock

#: Posts whose share of the gauge is remembered, so that a late score or an edit can still be counted right.
REMEMBERED: Final = 100_000


@dataclass(slots=True)
class _Bucket:
    posts: int = 0
    scored: int = 0
    negative: int = 0
    valence: float = 0.0
    platforms: dict[Platform, list[int]] = field(default_factory=dict)


class Watch:
    """The gauge over the last ``window``, in ``buckets`` equal parts, by the time the posts were created.

    A post from the future counts now; one from before the window does not count.
    """

    def __init__(self, *, bus: Bus, clock: Clock, window: timedelta, buckets: int = 60) -> None:
        self._clock = clock
        self._window = window
        self._size = buckets
        self._step = window.total_seconds() / buckets
        self._buckets: dict[int, _Bucket] = {}
        self._places: OrderedDict[int, tuple[int, Platform, Score | None]] = OrderedDict()
        self._leave = bus.subscribe(self._hear)

    def close(self) -> None:
        """Stop listening."""
        self._leave()

    def prime(self, items: Iterable[Item]) -> None:
        """Count posts that were stored before the room was opened."""
        self._arrived(items)

    def _hear(self, message: Message) -> None:
        match message:
            case Arrived(items):
                self._arrived(items)
            case Changed(items):
                self._scored({item.id: item.score for item in items if item.score is not None})
            case Scored(scores):
                self._scored(scores)
            case _:
                return

    def _number(self, moment: datetime) -> int:
        return int(moment.timestamp() // self._step)

    def _arrived(self, items: Iterable[Item]) -> None:
        latest = self._number(self._clock.now())
        for item in items:
            number = min(self._number(item.post.created_at), latest)
            if number <= latest - self._size:
                continue
            bucket = self._buckets.setdefault(number, _Bucket())
            bucket.posts += 1
            self._places[item.id] = (number, item.post.platform, None)
            if item.score is not None:
                self._scored({item.id: item.score})
        while len(self._places) > REMEMBERED:
            self._places.popitem(last=False)

    def _scored(self, scores: Mapping[int, Score | Unscored]) -> None:
        for item, score in scores.items():
            place = self._places.get(item)
            if place is None:
                continue
            number, platform, before = place
            bucket = self._buckets.get(number)
            if bucket is None:
                del self._places[item]
                continue
            if before is not None:
                _count(bucket, platform, before, -1)
            after = score if isinstance(score, Score) else None
            if after is not None:
                _count(bucket, platform, after, 1)
            self._places[item] = (number, platform, after)

    def reading(self) -> Reading:
        """What the gauge shows now."""
        latest = self._number(self._clock.now())
        oldest = latest - self._size + 1
        for number in [number for number in self._buckets if number < oldest]:
            del self._buckets[number]
        rows = [self._buckets.get(number) or _Bucket() for number in range(oldest, latest + 1)]
        posts, scored = sum(row.posts for row in rows), sum(row.scored for row in rows)
        negative = sum(row.negative for row in rows)
        shares: dict[Platform, list[int]] = {}
        for row in rows:
            for platform, (n, bad) in row.platforms.items():
                total = shares.setdefault(platform, [0, 0])
                total[0] += n
                total[1] += bad
        return Reading(
            window=self._window,
            n=scored,
            unscored=posts - scored,
            net=sum(row.valence for row in rows) / scored if scored else None,
            negative=negative / scored if scored else None,
            margin=wilson(negative, scored)[1] if scored else None,
            volume=tuple(row.posts for row in rows),
            trend=tuple(row.valence / row.scored if row.scored else None for row in rows),
            by_platform={platform: bad / n for platform, (n, bad) in shares.items() if n},
            per_hour=posts * 3600 / self._window.total_seconds(),
        )


def _count(bucket: _Bucket, platform: Platform, score: Score, sign: int) -> None:
    bad = score.label is Sentiment.NEGATIVE
    bucket.scored += sign
    bucket.negative += sign * bad
    bucket.valence += sign * score.valence
    share = bucket.platforms.setdefault(platform, [0, 0])
    share[0] += sign
    share[1] += sign * bad
