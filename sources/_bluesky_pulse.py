"""How one connection to a stream is doing: behind or up to date, alive or silent, and when to say so."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sources._bluesky_reader import Haul
from warroom.domain.errors import SourceError

#: The cursor moves on at least this often (s) where no post does it.
_BEAT: Final = 5.0
#: Events older than this on arrival mean that we are catching up.
_LAG: Final = timedelta(seconds=30)
#: Catching up is watched for so long (s); where it would take longer than ``_PATIENCE`` (s), it is given up.
_TRIAL: Final = 20.0
_PATIENCE: Final = 900.0
#: A stream that brought so many frames at such a rate (1/s) is busy, and never falls silent by itself.
_BUSY: Final = 1_000
_BUSY_RATE: Final = 10.0


class CursorError(Exception):
    """The cursor leads nowhere; the stream goes on without it. The words are the reason that is counted."""


class TooOldError(CursorError):
    """The server no longer remembers what comes after the cursor, but may remember something later."""


class Pulse:
    """The state of one connection; ``resumed`` is True where it began with a cursor."""

    def __init__(
        self, place: str, *, resumed: bool, silence: float, now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.caught_up = True
        self.seq: int | None = None
        self.moment: datetime | None = None
        self.skipped: Counter[str] = Counter()
        self._place = place
        self._catching_up = resumed
        self._silence = silence
        self._now = now
        self._clock = clock
        self._began = self._last_frame = clock()
        self._frames = 0
        self._trial: tuple[float, timedelta] | None = None
        self._told: tuple[float, int | None, bool] | None = None

    def beat(self, frames: int, haul: Haul) -> None:
        """Take in what one round brought. Raises SourceError on silence, CursorError where catching up is hopeless."""
        now = self._clock()
        self.skipped.update(haul.skipped)
        if haul.seq is not None:
            self.seq, self.moment = haul.seq, haul.moment
        if frames:
            self._frames += frames
            self._last_frame = now
            if haul.seq is not None and self.moment is not None:
                self._judge(now, self._now() - self.moment)
            return
        self._settle()
        busy = self._frames >= _BUSY and self._frames >= _BUSY_RATE * (self._last_frame - self._began)
        if busy and now - self._last_frame > self._silence:
            raise SourceError(f"{self._place} fell silent.", reason=f"Nothing came for {self._silence:g} s.",
                              hint="warroom connects again and catches up.")

    @property
    def due(self) -> bool:
        """True where there is something to say although no post came: connected, caught up, or far enough on."""
        if self._told is None:
            return True
        at, seq, caught_up = self._told
        news = seq != self.seq or bool(self.skipped)
        return caught_up != self.caught_up or (news and self._clock() - at >= _BEAT)

    def told(self) -> Counter[str]:
        """Note that a batch goes out now, and hand over what was skipped since the last one."""
        self._told = (self._clock(), self.seq, self.caught_up)
        skipped, self.skipped = self.skipped, Counter()
        return skipped

    def _judge(self, now: float, lag: timedelta) -> None:
        if lag <= _LAG:
            self._settle()
            return
        self.caught_up = False
        if not self._catching_up:
            return
        if self._trial is None:
            self._trial = (now, lag)
        began, first = self._trial
        if now - began < _TRIAL:
            return
        gain = (first - lag).total_seconds() / (now - began)
        if gain <= 0 or lag.total_seconds() / gain > _PATIENCE:
            raise CursorError("a gap that is too long to catch up with")
        self._trial = (now, lag)

    def _settle(self) -> None:
        self.caught_up = True
        self._catching_up = False
        self._trial = None
