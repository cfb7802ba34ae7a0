"""The feed: which platforms could be heard, and when. Silence of one that could not is no calm."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from warroom.domain.model import Platform

#: The share of a bin in which a platform must have been heard for the bin to count.
_HEARD: Final = 0.9
#: Changes of state that are remembered for each source, and stretches of time that nobody listened in.
_KEPT: Final = 500


@dataclass(slots=True)
class _Source:
    platforms: frozenset[Platform]
    #: When it went live or not (s since 1970), in order.
    changes: deque[tuple[float, bool]] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def live_in(self, begin: float, end: float) -> float:
        """Seconds between two moments in which it was live."""
        total, since = 0.0, None
        for at, live in self.changes:
            if since is not None:
                total += max(0.0, min(at, end) - max(since, begin))
            since = at if live else None
        return total if since is None else total + max(0.0, end - max(since, begin))


class Feed:
    """What sources said of themselves, and what was lost because nobody listened (sleep, a clock that was set)."""

    def __init__(self) -> None:
        self._sources: dict[str, _Source] = {}
        self._lost: deque[tuple[float, float]] = deque(maxlen=_KEPT)

    def hear(self, name: str, platforms: frozenset[Platform], *, live: bool, at: float) -> None:
        """Note that a source is live, or not, since ``at`` (s since 1970)."""
        source = self._sources.setdefault(name, _Source(platforms))
        source.platforms = platforms
        if not source.changes or source.changes[-1][1] is not live:
            last = source.changes[-1][0] if source.changes else at
            source.changes.append((max(at, last), live))

    def forget(self, name: str) -> None:
        """Let go of a source that has ended."""
        self._sources.pop(name, None)

    def lose(self, begin: float, end: float) -> None:
        """Note a stretch of time (s since 1970) in which nothing could be heard."""
        if end > begin:
            self._lost.append((begin, end))

    def live(self, platform: Platform) -> bool:
        """Whether the platform is heard now."""
        bringing = [source for source in self._sources.values() if platform in source.platforms]
        return bool(bringing) and all(source.changes and source.changes[-1][1] for source in bringing)

    def down(self, platforms: Iterable[Platform], begin: float, end: float) -> frozenset[Platform]:
        """The platforms that were not heard, or not by all their sources, through nearly all of a stretch of time."""
        lost = sum(max(0.0, min(until, end) - max(since, begin)) for since, until in self._lost)
        enough = _HEARD * (end - begin)
        return frozenset(
            platform for platform in platforms
            if min((source.live_in(begin, end) for source in self._sources.values() if platform in source.platforms),
                   default=0.0) - lost < enough
        )
