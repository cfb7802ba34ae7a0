"""An alarm: what was heard, where, how far from the usual, and why; a sentence for people and JSON for the log.

Nothing in it is a probability: it says what was counted, and what it was held against.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from warroom.domain import why_json
from warroom.domain.model import Platform, PostKey
from warroom.domain.why import NOTHING, Why
from warroom.domain.wire import Json, from_stamp, stamp

#: The fewest remembered worst hours of two full weeks (a tenth of 336).
_TWO_WEEKS: Final = 33


class Tier(StrEnum):
    """What raised the alarm: a burst (red), a slow ramp (amber), or a change of mood (shift)."""

    RED = "red"
    AMBER = "amber"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which posts are meant: those of one platform (None: all) that hold one term ("": any)."""

    platform: Platform | None = None
    term: str = ""

    @property
    def name(self) -> str:
        """The scope as a key of the store: ``reddit/refund``, ``*/`` for everything."""
        return f"{self.platform or '*'}/{self.term}"

    @property
    def words(self) -> str:
        """The scope in words ("“refund” on reddit"), "" for everything."""
        term = f"“{self.term}”" if self.term else ""
        place = f"on {self.platform}" if self.platform else ""
        return " ".join(part for part in (term, place) if part)

    @classmethod
    def named(cls, name: str) -> Scope:
        """Read what :attr:`name` gave. Raises ValueError for anything else."""
        platform, seam, term = name.partition("/")
        if not seam:
            raise ValueError(f"{name!r} is no scope")
        return cls(None if platform == "*" else Platform(platform), term)


#: Every post of the room.
EVERYWHERE: Final = Scope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One alarm, as it was raised.

    ``at`` (aware UTC) is the end of the ``window`` that was judged; ``count`` posts by ``authors`` people were written
    in it, where ``usual`` would have been, and ``ratio`` is how many times as loud that is (both sides a little damped,
    so that three posts for one are no threefold). It is louder than ``louder`` of the ``worst`` hours remembered.
    ``negative`` (0..1) is the share of negative posts among the scored ones of the window and ``negative_usual`` the
    usual one, None where too few are scored. ``posts`` are posts to look at.
    """

    id: str
    tier: Tier
    at: datetime
    scope: Scope = EVERYWHERE
    window: timedelta = timedelta(hours=1)
    count: int = 0
    usual: float = 0.0
    ratio: float = 1.0
    louder: int = 0
    worst: int = 0
    negative: float | None = None
    negative_usual: float | None = None
    authors: int = 0
    why: Why = NOTHING
    posts: tuple[PostKey, ...] = ()
    down: frozenset[Platform] = field(default_factory=frozenset)

    @property
    def sentence(self) -> str:
        """What happened, in one sentence; times are UTC."""
        where = f"{self.scope.words}: " if self.scope.words else ""
        clauses = [f"{where}{self._heard()}", self._mood(), self.why.sentence, self._missing()]
        return "; ".join(clause for clause in clauses if clause) + "."

    def _heard(self) -> str:
        minutes = round(self.window.total_seconds() / 60)
        within = "" if minutes == 60 else f" in the last {minutes} minutes"
        times = f"{self.ratio:.1f}x the usual for {self.at:%A %H:%M} UTC{within}"
        if self.tier is Tier.AMBER:
            return f"rising for a while, now {times}"
        if self.tier is Tier.SHIFT:
            return f"the mood turned, at {times}"
        if not self.worst:
            return times
        known = "of the last two weeks' worst hours" if self.worst >= _TWO_WEEKS else "of the worst hours known"
        return f"{times}, louder than {self.louder} of {self.worst} {known}"

    def _mood(self) -> str:
        if self.negative is None:
            return ""
        against = "" if self.negative_usual is None else f" against {self.negative_usual:.0%}".replace("%", " %")
        return f"{self.negative:.0%}".replace("%", " % negative") + against

    def _missing(self) -> str:
        names = " and ".join(sorted(str(platform) for platform in self.down))
        return f"without {names}, whose feed is down" if names else ""


def to_json(alarm: Alarm) -> dict[str, Json]:
    """Give an alarm as JSON, every key present, with its sentence for those who read no code."""
    return {
        "id": alarm.id, "tier": str(alarm.tier), "at": stamp(alarm.at), "sentence": alarm.sentence,
        "platform": None if alarm.scope.platform is None else str(alarm.scope.platform), "term": alarm.scope.term,
        "window": alarm.window.total_seconds(), "count": alarm.count, "usual": round(alarm.usual, 4),
        "ratio": round(alarm.ratio, 4), "louder": alarm.louder, "worst": alarm.worst,
        "negative": _rounded(alarm.negative), "negative_usual": _rounded(alarm.negative_usual),
        "authors": alarm.authors, "why": why_json.to_json(alarm.why), "posts": list(alarm.posts),
        "down": sorted(str(platform) for platform in alarm.down),
    }


def from_json(raw: Json) -> Alarm:
    """Read what :func:`to_json` wrote. Raises ValueError on anything else."""
    if not isinstance(raw, Mapping):
        raise ValueError("an alarm is an object")
    platform = raw.get("platform")
    return Alarm(
        id=_text(raw, "id"), tier=Tier(_text(raw, "tier")), at=from_stamp(_text(raw, "at")),
        scope=Scope(None if platform is None else Platform(str(platform)), _text(raw, "term")),
        window=timedelta(seconds=_number(raw, "window")), count=int(_number(raw, "count")),
        usual=_number(raw, "usual"), ratio=_number(raw, "ratio"), louder=int(_number(raw, "louder")),
        worst=int(_number(raw, "worst")), negative=_share(raw, "negative"),
        negative_usual=_share(raw, "negative_usual"), authors=int(_number(raw, "authors")),
        why=why_json.from_json(raw.get("why")), posts=tuple(PostKey(key) for key in _texts(raw, "posts")),
        down=frozenset(Platform(name) for name in _texts(raw, "down")),
    )


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _text(raw: Mapping[str, Json], name: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{name} of an alarm is no text")
    return value


def _texts(raw: Mapping[str, Json], name: str) -> list[str]:
    values = raw.get(name)
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise ValueError(f"{name} of an alarm is no list")
    return [str(value) for value in values]


def _number(raw: Mapping[str, Json], name: str) -> float:
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"{name} of an alarm is no number")
    return value


def _share(raw: Mapping[str, Json], name: str) -> float | None:
    return None if raw.get(name) is None else _number(raw, name)
