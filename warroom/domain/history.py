"""A baseline from stored posts: the same bins as online, counted after the fact, and taught in order."""

from __future__ import annotations

from collections.abc import Iterator

from warroom.domain.alarm import Scope
from warroom.domain.sentry import Cry, Sentry
from warroom.domain.shift import Poll
from warroom.domain.tally import HOUR, STEP, Moods, Sealed, Tally
from warroom.domain.trace import Trace


def asked(moods: Moods) -> Poll:
    """A poll of posts whose authors are not known: each counts as a voice."""
    return Poll(moods.negative / moods.scored if moods.scored else 0.0, moods.scored, moods.scored)


class History:
    """Posts of the past, in any order. ``teach`` gives their bins to a sentry that knows nothing yet."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._counts: dict[int, dict[int, int]] = {}
        self._moods: dict[int, dict[int, Moods]] = {}

    def add(self, trace: Trace) -> None:
        """Count a post."""
        number = int(trace.written // STEP)
        key = self._tally.key(trace.platform, trace.text, trace.hashtags, trace.links)
        counts = self._counts.setdefault(number, {})
        counts[key] = counts.get(key, 0) + 1
        if trace.negative is not None:
            moods = self._moods.setdefault(number, {}).setdefault(key, Moods())
            moods.add(Moods(1, int(trace.negative), trace.valence))

    def teach(self, sentry: Sentry, *, since: float, until: float) -> Iterator[Cry | None]:
        """Judge the bins from ``since`` until before ``until`` (s since 1970), one at a time; gives what each says.

        It begins with the first post: before it nobody listened.
        """
        first = min((number for number in self._counts if number * STEP >= since), default=None)
        if first is None:
            return
        hour: dict[Scope, Moods] = {}
        for number in range(first, int(until // STEP)):
            cry = sentry.judge(Sealed(number * STEP, self._tally.by_scope(self._counts.get(number, {}))))
            moods = self._tally.moods_by_scope(self._moods.get(number, {}))
            for scope, series in sentry.series.items():
                series.feel(moods.get(scope, Moods()))
                if scope in moods:
                    hour.setdefault(scope, Moods()).add(moods[scope])
            if number % HOUR == HOUR - 1:
                sentry.learn_moods({scope: asked(some) for scope, some in hour.items()}, (number + 1) * STEP)
                hour = {}
            yield cry
