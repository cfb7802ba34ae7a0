"""From when on a complaint may wait: what was written before was dealt with, so nobody walks over it again."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.model import Score, Sentiment
from warroom.engine.bus import Arrived, Changed, Logged, Message, Scored

#: Posts whose time of writing is remembered until they are scored.
UNREAD: Final = 50_000
#: How often one starts from the very beginning at the most, where it is not known what came back.
SELDOM: Final = timedelta(seconds=30)


class Front:
    """Hears what may make a post wait, and says from when on to look. ``stale`` is true where a look may find news."""

    def __init__(self) -> None:
        self._low: datetime | None = None
        self._unread: OrderedDict[int, datetime] = OrderedDict()
        self._news = True
        self._unsure = False
        self._whole: datetime | None = None

    def stale(self, now: datetime) -> bool:
        """True where the oldest may be another one than it was."""
        return self._news or (self._unsure and self._rested(now))

    def since(self, floor: datetime, now: datetime) -> datetime:
        """Where a look begins, not before ``floor``; tell with :meth:`found` what it found."""
        self._news = False
        if self._low is None or (self._unsure and self._rested(now)):
            self._unsure, self._whole, self._low = False, now, floor
        return max(floor, self._low)

    def found(self, oldest: datetime | None, now: datetime) -> None:
        """Take what a look found: when the oldest was written, None where nothing waits."""
        if not self._news:  # what was heard during the look may be older
            self._low = oldest or now

    def hear(self, message: Message) -> None:
        """Take the news."""
        match message:
            case Arrived(items):
                for item in items:
                    if item.score is None:
                        self._unread[item.id] = item.post.created_at
                    elif isinstance(item.score, Score) and item.score.label is Sentiment.NEGATIVE:
                        self._touch(item.post.created_at)
                while len(self._unread) > UNREAD:
                    self._unread.popitem(last=False)
            case Scored(scores):
                for number, score in scores.items():
                    written = self._unread.pop(number, None)
                    if isinstance(score, Score) and score.label is Sentiment.NEGATIVE:
                        self._touch(written)
            case Changed(items) | Logged(items=items):
                for item in items:
                    self._touch(item.post.created_at)
            case _:
                return

    def _touch(self, written: datetime | None) -> None:
        if written is None:
            self._unsure = True
            return
        self._news = True
        self._low = None if self._low is None else min(self._low, written)

    def _rested(self, now: datetime) -> bool:
        return self._whole is None or abs(now - self._whole) >= SELDOM
