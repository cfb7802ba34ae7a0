"""The series of one scope: its usual volume and mood, its alarm, and the last hours bin by bin."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from warroom.domain.baseline import Heard, Usual
from warroom.domain.detection import MEASURED, Detector, Finding, Limits
from warroom.domain.normal import DAY, Normal, number, numbers
from warroom.domain.shift import Shift
from warroom.domain.tally import STEP, Moods
from warroom.domain.wire import Json

#: Bins that are remembered one by one: six hours.
REMEMBERED: Final = 72
#: Days in which what the mood is loses half its weight, and scored posts below which nothing is said of it.
_MOOD_HALF_LIFE: Final = 4.0
_ENOUGH: Final = 50
_SPREAD_HALF_LIFE: Final = 4.0


@dataclass(slots=True)
class _Mood:
    """The usual mood: sums of scored posts that fade with time."""

    scored: float = 0.0
    negative: float = 0.0
    valence: float = 0.0

    def learn(self, moods: Moods) -> None:
        keep = 0.5 ** (STEP / (_MOOD_HALF_LIFE * DAY))
        self.scored = keep * self.scored + moods.scored
        self.negative = keep * self.negative + moods.negative
        self.valence = keep * self.valence + moods.valence


class Series:
    """What one scope is like. Those that are not ``alarmed`` have a usual level and raise no alarm.

    Those that are ``moody`` judge the mood too.
    """

    def __init__(self, *, alarmed: bool = True, moody: bool = True, limits: Limits = MEASURED) -> None:
        self._detector = Detector(STEP, limits) if alarmed else None
        self._normal = self._detector.normal if self._detector else Normal(STEP)
        self._mood = _Mood()
        self._variance = 0.0
        self.shift = Shift() if alarmed and moody else None
        self.recent: deque[Heard] = deque(maxlen=REMEMBERED)

    def expected(self, began: float) -> float:
        """The usual count of the bin that begins then (s since 1970); 0 before anything was learned."""
        return self._normal.usual(_moment(began)) or 0.0

    def push(self, began: float, count: float, heard: int, *, teach: bool) -> Finding | None:
        """Judge a bin of ``count`` posts and learn from it; ``heard`` is what was counted of them.

        Without ``teach`` it is judged and teaches nothing.
        """
        at = _moment(began)
        finding = None
        usual = self._normal.usual(at)
        if self._detector is not None:
            finding = self._detector.push(at, count, teach=teach)
            if teach:
                pace = max(1 - 0.5 ** (STEP / (_SPREAD_HALF_LIFE * DAY)), 1 / self._normal.pushed)
                self._variance += pace * (min(math.log(finding.ratio) ** 2, 1.0) - self._variance)
        elif teach:
            self._normal.learn(at, count, usual)
        self.recent.append(Heard(at, heard, usual))
        return finding

    def miss(self, began: float) -> None:
        """Note a bin in which the feed was down: it teaches nothing."""
        at = _moment(began)
        self.recent.append(Heard(at, None, self._normal.usual(at)))

    def feel(self, moods: Moods) -> None:
        """Learn from the scored posts of a bin."""
        self._mood.learn(moods)

    def usual(self, at: datetime) -> Usual | None:
        """What is usual at a time (aware); None before anything was learned."""
        level = self._normal.usual(at.astimezone(UTC))
        if level is None:
            return None
        mood, enough = self._mood, self._mood.scored >= _ENOUGH
        return Usual(volume=level * 3600 / STEP, spread=math.sqrt(self._variance),
                     negative=mood.negative / mood.scored if enough else None,
                     net=mood.valence / mood.scored if enough else None, hours=self._normal.pushed * STEP / 3600)

    def state(self) -> dict[str, Json]:
        """All that was learned, as JSON."""
        learned = self._detector.state() if self._detector else self._normal.state()
        return {
            "alarmed": self._detector is not None, "learned": learned, "variance": self._variance,
            "mood": [self._mood.scored, self._mood.negative, self._mood.valence],
            "shift": None if self.shift is None else self.shift.to_json(),
            "recent": [[heard.at.timestamp(), heard.count, heard.usual] for heard in self.recent],
        }

    @classmethod
    def of(cls, state: Mapping[str, Json], limits: Limits = MEASURED) -> Series:
        """Go on from a state exactly. Raises ValueError where it is none."""
        learned, recent = state.get("learned"), state.get("recent")
        if not isinstance(learned, Mapping) or not isinstance(recent, Sequence) or isinstance(recent, str):
            raise ValueError("this is no state of a series")
        shift = state.get("shift")
        made = cls(alarmed=bool(state.get("alarmed")), moody=shift is not None, limits=limits)
        if made.shift is not None:
            made.shift = Shift.from_json(shift, made.shift.rules)
        if made._detector is not None:
            made._detector = Detector.of(learned, limits)
            made._normal = made._detector.normal
        else:
            made._normal = Normal.of(learned)
        made._variance = number(state, "variance") or 0.0
        scored, negative, valence = (value or 0.0 for value in numbers(state, "mood"))
        made._mood = _Mood(scored, negative, valence)
        for row in recent:
            began, count, usual = numbers({"row": row}, "row")
            made.recent.append(Heard(_moment(began or 0.0), count, usual))
        return made


def _moment(began: float) -> datetime:
    return datetime.fromtimestamp(began, UTC)
