"""The pump: takes the bus's news into buffers and paints them together, about ten times a second, never per post."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from warroom.domain.events import Event
from warroom.domain.item import Item
from warroom.domain.match import matches
from warroom.domain.model import Platform, PostKey, Score, Unscored
from warroom.domain.query import EVERYTHING, Query
from warroom.engine.bus import Arrived, Changed, Health, Logged, Message, Pulse, Scored

if TYPE_CHECKING:
    from warroom.screens.views import Views

#: Posts of one pane that wait for the next paint; beyond that the pane is loaded anew from the store.
WAITING: Final = 20_000
#: Posts that a filter did not let in when they came, kept until their score is known.
UNDECIDED: Final = 5_000
_RATE_SPAN: Final = 10.0


class Meter:
    """Counts what arrives, and says how many a second it was over the last ten."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._counts: deque[tuple[float, int]] = deque()

    def add(self, count: int) -> None:
        """Count some."""
        self._counts.append((self._now(), count))

    @property
    def rate(self) -> float:
        """How many a second."""
        edge = self._now() - _RATE_SPAN
        while self._counts and self._counts[0][0] < edge:
            self._counts.popleft()
        return sum(count for _, count in self._counts) / _RATE_SPAN


class Pump:
    """Stands between the bus and the widgets. ``arm`` asks for one call of :meth:`flush` a little later.

    While ``paused`` it only buffers: a pane is being loaded, and what comes meanwhile is put on top afterwards.
    """

    def __init__(self, views: Views, arm: Callable[[], None]) -> None:
        self.query: Query = EVERYTHING
        self.paused = True
        self.overflowed = False
        self.meters = {platform: Meter() for platform in Platform}
        self._views = views
        self._arm = arm
        self._armed = False
        self._arrived: dict[Platform, list[Item]] = {platform: [] for platform in Platform}
        self._changed: dict[int, Item] = {}
        self._scores: dict[int, Score | Unscored] = {}
        self._events: list[Event] = []
        self._pulse: Pulse | None = None
        self._health = False
        self._undecided: dict[int, Item] = {}

    def hear(self, message: Message) -> None:
        """Take a message into the buffers."""
        match message:
            case Arrived(items):
                self._take(items)
            case Changed(items):
                self._changed.update((item.id, item) for item in items)
            case Scored(scores):
                self._scores.update(scores)
            case Logged(events, items):
                self._events += events
                self._changed.update((item.id, item) for item in items)
            case Health():
                self._health = True
            case Pulse():
                self._pulse = message
        if not self._armed and not self.paused:
            self._armed = True
            self._arm()

    def _take(self, items: Iterable[Item]) -> None:
        counts: dict[Platform, int] = {}
        for item in items:
            platform = item.post.platform
            self._arrived[platform].append(item)
            counts[platform] = counts.get(platform, 0) + 1
        for platform, count in counts.items():
            self.meters[platform].add(count)
            if len(self._arrived[platform]) > WAITING:
                self._arrived[platform].clear()
                self.overflowed = True

    def narrow(self, query: Query) -> None:
        """Let only posts that match into the panes from now on; the panes themselves are loaded by the room."""
        self.query = query
        self._undecided.clear()

    def flush(self) -> frozenset[PostKey]:
        """Hand everything that waits to the widgets; returns the posts of which something changed."""
        self._armed = False
        if self.paused:
            return frozenset()
        views = self._views
        arrived, self._arrived = self._arrived, {platform: [] for platform in Platform}
        changed, self._changed = self._changed, {}
        scores, self._scores = self._scores, {}
        events, self._events = self._events, []
        for platform, items in arrived.items():
            if items:
                views.arrived(platform, self._let_in(self._told_meanwhile(items, changed, scores)))
        if changed:
            self._change(list(changed.values()))
        if scores:
            for feed in views.feeds.values():
                feed.scored(scores)
            self._decide(scores)
        if events:
            views.logged(events)
        if self._pulse is not None or self._health:
            pulse, self._pulse, self._health = self._pulse, None, False
            views.beat(pulse)
        return frozenset(item.key for item in changed.values())

    def _told_meanwhile(
        self, items: Sequence[Item], changed: Mapping[int, Item], scores: Mapping[int, Score | Unscored],
    ) -> list[Item]:
        """Give posts the version and the score that were told between their arrival and this paint."""
        told = []
        for item in items:
            now = changed.get(item.id, item)
            score = scores.get(item.id)
            told.append(now if score is None else replace(now, score=score))
        return told

    def _let_in(self, items: list[Item]) -> list[Item]:
        if not self.query.terms:
            return items
        inside = []
        for item in items:
            if matches(self.query, item):
                inside.append(item)
            elif item.score is None:
                self._undecided[item.id] = item
        for stale in list(self._undecided)[: max(0, len(self._undecided) - UNDECIDED)]:
            del self._undecided[stale]
        return inside

    def _change(self, items: Sequence[Item]) -> None:
        for platform, feed in self._views.feeds.items():
            ours = [item for item in items if item.post.platform is platform]
            if not ours:
                continue
            feed.change(ours)
            if self.query.terms:
                # What an act or an edit makes match comes in; what no longer does stays until the next filter.
                feed.extend([item for item in ours if matches(self.query, item)])

    def _decide(self, scores: Mapping[int, Score | Unscored]) -> None:
        late: dict[Platform, list[Item]] = {}
        for number in self._undecided.keys() & scores.keys():
            item = replace(self._undecided.pop(number), score=scores[number])
            if matches(self.query, item):
                late.setdefault(item.post.platform, []).append(item)
        for platform, items in late.items():
            self._views.arrived(platform, sorted(items, key=lambda item: item.id))
