"""The turn of mood: the share of negative posts of a window against its own usual share, counted by voices.

Pure and in constant memory; time is a parameter. Only scored posts are heard and learned from, each author has one
voice in a window, and all copies of one text together have little more than one.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from warroom.domain.features import units
from warroom.domain.gauge import wilson
from warroom.domain.item import Item
from warroom.domain.model import Label, Sentiment
from warroom.domain.wire import Json, from_stamp, stamp

#: The interval is one of 99 %: a window is judged every few minutes for weeks.
_Z: Final = 2.576
#: Standard deviations of ordinary windows above the mean that are still ordinary, and the least deviation.
_ORDINARY: Final = 1.645
_SPREAD: Final = 0.03
#: Voices of one window that teach at most so much: a flood must not own the baseline.
_TEACHES: Final = 100.0


class Opinion(NamedTuple):
    """One scored post: whose it is, which text it is (copies share one name), and whether it is negative."""

    author: str
    text: Hashable
    negative: bool


@dataclass(frozen=True, slots=True)
class Poll:
    """A window by voices: the negative ``share`` (0..1), how many ``voices`` it rests on, posts and unscored posts."""

    share: float = 0.0
    voices: float = 0.0
    posts: int = 0
    unscored: int = 0


def poll(opinions: Iterable[Opinion], *, unscored: int = 0) -> Poll:
    """Count a window: an author's posts together are one voice, and ``k`` voices with one text weigh ``1 + ln k``."""
    said: dict[str, list[tuple[Hashable, bool]]] = {}
    posts = 0
    for author, text, negative in opinions:
        posts += 1
        said.setdefault(author, []).append((text, negative))
    # Per text: voices that say it, and the negative ones among them. An author's voice is split over their texts.
    texts: dict[Hashable, list[float]] = {}
    for mine in said.values():
        for text, negative in mine:
            heard = texts.setdefault(text, [0.0, 0.0])
            heard[0] += 1 / len(mine)
            heard[1] += negative / len(mine)
    voices = negative_voices = 0.0
    for whole, bad in texts.values():
        weight = 1 + math.log(whole) if whole > 1 else whole
        voices += weight
        negative_voices += weight * bad / whole
    return Poll(negative_voices / voices if voices else 0.0, voices, posts, unscored)


def poll_of(items: Iterable[Item]) -> Poll:
    """Count the posts of a window as they are known: what a person says of one goes before what the model says.

    Posts that are not about us, and those of conversations only, are left out; near-equal texts share one name.
    """
    opinions, unscored = [], 0
    for item in items:
        if item.context or item.triage.label is Label.IRRELEVANT:
            continue
        mood = item.mood
        if mood is None:
            unscored += 1
            continue
        text = " ".join(units(item.post.text)) or item.key
        opinions.append(Opinion(f"{item.post.platform}:{item.post.author}", text, mood is Sentiment.NEGATIVE))
    return poll(opinions, unscored=unscored)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """When to speak.

    ``minimum`` voices a window, and ``scored`` (0..1) of its posts with a score; ``warm`` voices in at least
    ``windows`` windows learned before. The share must be ``least`` (0..1) above the usual one: about what a count of
    the model's labels is off by (docs/gauge.md). ``memory`` is after what time a window counts 1/e; ``quiet`` is how
    long it says nothing after an alarm, unless the odds of a negative post double again.
    """

    minimum: float = 20.0
    scored: float = 0.5
    warm: float = 60.0
    windows: int = 3
    least: float = 0.10
    memory: timedelta = timedelta(days=7)
    quiet: timedelta = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a window says: its share with the interval (0..1), the usual one and the most that is usual still.

    ``usual`` is None before enough was learned. ``turned`` is True where the interval is clear of the usual;
    ``alarm`` where that is to be told.
    """

    share: float
    low: float
    high: float
    voices: float
    usual: float | None = None
    most: float | None = None
    turned: bool = False
    alarm: bool = False


@dataclass(slots=True)
class Shift:
    """The usual negative share of one scope, learned window by window, and what it makes of the next one."""

    rules: Rules = field(default_factory=Rules)
    _weight: float = 0.0
    _mean: float = 0.0
    _square: float = 0.0
    _windows: int = 0
    _learned: datetime | None = None
    _alarm: datetime | None = None
    _odds: float = 0.0

    @property
    def usual(self) -> float | None:
        """The usual share (0..1), None before enough was learned."""
        return self._mean if self._warm else None

    @property
    def _warm(self) -> bool:
        return self._weight >= self.rules.warm and self._windows >= self.rules.windows

    @property
    def _most(self) -> float:
        return min(1.0, self._mean + _ORDINARY * max(_SPREAD, math.sqrt(max(0.0, self._square))))

    def judge(self, window: Poll, at: datetime, *, error: float = 0.0) -> Turn | None:
        """Judge the window that ends ``at`` (aware UTC); None where it is too small or too little of it is scored.

        ``error`` (0..1) is the margin of a spot check of the window where there is one: the interval is never narrower.
        """
        posts = window.posts + window.unscored
        if window.voices < self.rules.minimum or window.posts < self.rules.scored * posts:
            return None
        centre, half = wilson_share(window.share, window.voices)
        low = max(0.0, min(centre - half, window.share - error))
        high = min(1.0, max(centre + half, window.share + error))
        if not self._warm:
            return Turn(window.share, low, high, window.voices)
        turned = low > self._most and window.share >= self._mean + self.rules.least
        return Turn(window.share, low, high, window.voices, self._mean, self._most, turned,
                    turned and self._tell(window.share, at))

    def _tell(self, share: float, at: datetime) -> bool:
        odds = share / max(1e-6, 1 - share)
        resting = self._alarm is not None and abs(at - self._alarm) < self.rules.quiet
        if resting and odds < 2 * self._odds:
            return False
        self._alarm, self._odds = at, odds
        return True

    def learn(self, window: Poll, at: datetime) -> None:
        """Learn from a window that is over; give each post in one window only. A clock that went back ages nothing.

        What lies above the usual teaches no more than the most that is usual, so that a crisis does not become normal
        within itself. Windows that could not be judged teach nothing.
        """
        rules = self.rules
        if window.voices < rules.minimum / 2 or window.posts < rules.scored * (window.posts + window.unscored):
            return
        share = min(window.share, self._most) if self._warm else window.share
        if self._learned is not None and at > self._learned:
            self._weight *= math.exp(-((at - self._learned) / rules.memory))
        self._learned = at if self._learned is None else max(at, self._learned)
        weight = min(window.voices, _TEACHES)
        self._weight += weight
        step = weight / self._weight
        before = self._mean
        self._mean += step * (share - before)
        # What the size of a window alone scatters is no spread of the mood: it is in the window's own interval already.
        chance = share * (1 - share) / window.voices
        spread = (share - before) * (share - self._mean) - chance if self._windows else 0.0
        self._square = max(0.0, (1 - step) * self._square + step * spread)
        self._windows = min(self._windows + 1, rules.windows)

    def to_json(self) -> dict[str, Json]:
        """All that it knows; :meth:`from_json` goes on from there exactly."""
        return {
            "weight": self._weight, "mean": self._mean, "square": self._square, "windows": self._windows,
            "learned": None if self._learned is None else stamp(self._learned),
            "alarm": None if self._alarm is None else stamp(self._alarm), "odds": self._odds,
        }

    @classmethod
    def from_json(cls, raw: Json, rules: Rules | None = None) -> Shift:
        """Read what :meth:`to_json` wrote. Raises ValueError on anything else."""
        if not isinstance(raw, Mapping):
            raise ValueError("the state of a shift is not an object")
        windows = _number(raw, "windows")
        return cls(rules or Rules(), _number(raw, "weight"), _number(raw, "mean"), _number(raw, "square"), int(windows),
                   _moment(raw, "learned"), _moment(raw, "alarm"), _number(raw, "odds"))


def wilson_share(share: float, voices: float) -> tuple[float, float]:
    """The centre and half width of the score interval of a share of so many voices, which need not be whole."""
    n = max(1, round(voices))
    centre, half = wilson(round(share * n), n, z=_Z)
    return centre + (share - round(share * n) / n), half


def _number(raw: Mapping[str, Json], name: str) -> float:
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value) or value < 0:
        raise ValueError(f"{name} is not a number from 0")
    return float(value)


def _moment(raw: Mapping[str, Json], name: str) -> datetime | None:
    value = raw.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a time")
    return from_stamp(value)
