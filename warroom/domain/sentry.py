"""The sentry: every scope's series together, what to make of a feed that is down, and one alarm for one incident.

Pure and deterministic: bins go in, in order; what may be told comes out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Final

from warroom.domain.alarm import EVERYWHERE, Alarm, Scope, Tier
from warroom.domain.detection import MEASURED, WINDOWS, Finding, Limits
from warroom.domain.model import Platform, Sentiment
from warroom.domain.normal import number
from warroom.domain.series import Series
from warroom.domain.shift import Opinion, Poll, Turn, poll
from warroom.domain.tally import HOUR, STEP, Moods, Sealed, Tally, scopes
from warroom.domain.wire import Json

#: A feed that brings nothing where so many posts are usual is down, whatever it says of itself.
_SILENT: Final = 12.0
#: For so long (s) after an alarm a level that is still far above the usual teaches nothing.
_EPISODE: Final = 3 * 86_400.0
#: Times of the usual above which an hour still belongs to what was alarming.
_LOUD: Final = 1.5
#: Bins whose mood is judged (half an hour), and posts of them that are asked at the most.
_MOOD: Final = 6
_ASKED: Final = 1_000
#: Standard deviations of chance by which the mood must be above the most that is usual, and voices that must say so:
#: a day has a thousand windows, and in the best of them twenty voices say anything.
_CLEAR: Final = 4.0
_VOICES: Final = 30.0
#: How many times as high a part's limit for a rise is.
_PART: Final = 1.5
_NO_MOODS: Final = Moods()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """When to speak: the limits of both tiers, and the fewest posts of an hour that are worth an alarm.

    After an alarm all scopes are quiet for ``cooldown`` seconds, except where one becomes twice as loud as it was.
    """

    limits: Limits = MEASURED
    minimum: int = 10
    cooldown: float = MEASURED.quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Cry:
    """What may be told: the scope and window that are out of proportion, and the figures of it.

    ``at`` is the end of the last bin; ``count`` posts were heard in ``window`` and ``usual`` would have been; ``down``
    are platforms whose feed is down, for which the usual stands in. ``negative`` and its usual are shares (0..1) by
    authors, where the mood is what turned.
    """

    tier: Tier
    at: datetime
    scope: Scope
    window: timedelta
    count: int
    usual: float
    ratio: float
    louder: int = 0
    worst: int = 0
    down: frozenset[Platform] = frozenset()
    negative: float | None = None
    negative_usual: float | None = None


@dataclass(slots=True)
class _Quiet:
    """What was alarmed last, and how loud each scope was then (and became in the hour after)."""

    at: float | None = None
    levels: dict[str, float] = field(default_factory=dict)


class Sentry:
    """The series of every scope of a room. ``rivals`` are terms whose series raise no alarm.

    Without ``pairs`` there is none for a term on one platform: in a story, whose feed is never down.
    """

    def __init__(
        self, terms: Sequence[str], platforms: Sequence[Platform], *, rivals: Sequence[str] = (),
        rules: Rules | None = None, pairs: bool = True,
    ) -> None:
        self.rules = rules or Rules()
        self.platforms = tuple(platforms)
        self.terms = tuple(terms)
        self._rivals = frozenset(rivals)
        self.series = {scope: Series(alarmed=self._alarmed(scope), moody=not scope.term, limits=self._limits(scope))
                       for scope in scopes(terms, platforms, pairs=pairs)}
        self.down: frozenset[Platform] = frozenset()
        self._story = not pairs
        self._silent = dict.fromkeys(self.platforms, 0.0)
        self._quiet = _Quiet()

    def _alarmed(self, scope: Scope) -> bool:
        return (not scope.term or scope.platform is None) and scope.term not in self._rivals

    def _limits(self, scope: Scope) -> Limits:
        """The limits of a scope: parts are many and small, and one of them rises somewhere by chance alone."""
        limits = self.rules.limits
        return limits if scope == EVERYWHERE else replace(limits, rise=_PART * limits.rise)

    def judge(self, sealed: Sealed, *, down: frozenset[Platform] = frozenset(), calm: bool = True) -> Cry | None:
        """Judge a bin and learn from it. ``down`` are platforms whose feed was down for a part of it.

        What is loud teaches nothing while an incident is handled (``calm`` is False), nor in the days after an alarm.
        """
        self.down = down | self._silence(sealed, down)
        now = sealed.began + STEP
        findings: list[tuple[Scope, Finding]] = []
        every = calm and not self._in_episode(now)
        for scope, series in self.series.items():
            heard = sealed.counts.get(scope, 0)
            missing = self._missing(scope, sealed.began)
            if missing is None:
                series.miss(sealed.began)
                continue
            finding = series.push(sealed.began, heard + missing, heard,
                                  teach=every or not self._loud(scope))
            if finding is not None:
                findings.append((scope, finding))
        return self._told(findings, now)

    def _missing(self, scope: Scope, began: float) -> float | None:
        """What is usual from the platforms that are down, to make the count whole; None where nothing was heard."""
        if scope.platform is not None:
            return None if scope.platform in self.down else 0.0
        if self.down and self.down.issuperset(self.platforms):
            return None
        return sum(self.series[Scope(platform, scope.term)].expected(began) for platform in self.down)

    def _silence(self, sealed: Sealed, down: frozenset[Platform]) -> frozenset[Platform]:
        """Which feeds have been silent for too long to be believed."""
        for platform in () if self._story else self.platforms:
            if sealed.counts.get(Scope(platform), 0):
                self._silent[platform] = 0.0
            elif platform not in down:
                self._silent[platform] += self.series[Scope(platform)].expected(sealed.began)
        return frozenset(platform for platform, missed in self._silent.items() if missed > _SILENT)

    def _in_episode(self, now: float) -> bool:
        return self._quiet.at is not None and 0 <= now - self._quiet.at <= _EPISODE

    def _loud(self, scope: Scope) -> bool:
        """Whether the last hour was well above its usual."""
        last = [heard for heard in islice(reversed(self.series[scope].recent), HOUR) if heard.count is not None]
        said, due = (math.fsum(values) for values in ([heard.count or 0.0 for heard in last],
                                                      [heard.usual or 0.0 for heard in last]))
        return said > _LOUD * due + self.rules.minimum

    def _told(self, findings: Sequence[tuple[Scope, Finding]], now: float) -> Cry | None:
        quiet, rules = self._quiet, self.rules
        since = math.inf if quiet.at is None else now - quiet.at
        if 0 <= since <= WINDOWS[-1]:  # what was alarming is still filling the hour by which it is measured
            for scope, finding in findings:
                quiet.levels[scope.name] = max(self._level(scope), finding.ratio)
            return None
        cries = []
        for scope, finding in findings:
            alarming = finding.amber or (finding.score > rules.limits.red and finding.warm)
            doubled = not 0 <= since <= rules.cooldown or finding.ratio >= 2 * self._level(scope)
            if alarming and doubled and self._hour(scope) >= rules.minimum:
                cries.append(self._cry(scope, finding))
        if not cries:
            return None
        self._quiet = _Quiet(now, {scope.name: max(1.0, finding.ratio) for scope, finding in findings})
        return max(cries, key=lambda cry: (cry.tier is Tier.RED, cry.scope == EVERYWHERE, cry.count - cry.usual))

    def feel(self, tally: Tally, now: float, *, error: float = 0.0) -> Cry | None:
        """Learn the moods of the posts that were counted, an hour late, and judge those of the last half hour.

        Call it after each bin, at its end ``now`` (s since 1970). ``error`` (0..1) is the margin of a spot check of
        all posts, 0 where there is none; a part of them is known no better.
        """
        late = tally.an_hour_ago(now)
        for scope, series in self.series.items():
            series.feel(late.get(scope, _NO_MOODS))
        whole_hour = now % 3600 == 0
        polls = {scope: _poll(tally, scope, now, HOUR if whole_hour else _MOOD) for scope, series in self.series.items()
                 if series.shift is not None}
        cries = [cry for scope, polled in polls.items() if (cry := self._turned(scope, polled, now, error)) is not None]
        if whole_hour:
            self.learn_moods(polls, now)
        quiet = self._quiet
        if not cries or (quiet.at is not None and 0 <= now - quiet.at <= self.rules.cooldown):
            return None
        self._quiet = _Quiet(now, {scope.name: 1.0 for scope in self.series})
        return cries[0]

    def learn_moods(self, polls: Mapping[Scope, Poll], now: float) -> None:
        """Learn from the polls of an hour that ends ``now`` (s since 1970)."""
        for scope, polled in polls.items():
            shift = self.series[scope].shift
            if shift is not None:
                shift.learn(polled, datetime.fromtimestamp(now, UTC))

    def _turned(self, scope: Scope, polled: Poll, now: float, error: float) -> Cry | None:
        shift, at = self.series[scope].shift, datetime.fromtimestamp(now, UTC)
        turn = None if shift is None else shift.judge(polled, at, error=error)
        if turn is None or not turn.turned or not _clear(turn) or polled.posts < self.rules.minimum:
            return None
        bins = list(islice(reversed(self.series[scope].recent), _MOOD))
        count, usual = sum(heard.count or 0 for heard in bins), math.fsum(heard.usual or 0.0 for heard in bins)
        return Cry(tier=Tier.SHIFT, at=at, scope=scope, window=timedelta(seconds=_MOOD * STEP), count=int(count),
                   usual=round(usual, 2), ratio=round((count + _MOOD) / (usual + _MOOD), 3), down=self.down,
                   negative=turn.share, negative_usual=turn.usual)

    def _level(self, scope: Scope) -> float:
        """How loud the scope was at the last alarm; where it was not heard then, as loud as everything together."""
        levels = self._quiet.levels
        return levels.get(scope.name, levels.get(EVERYWHERE.name, 1.0))

    def _hour(self, scope: Scope) -> float:
        return sum(heard.count or 0 for heard in islice(reversed(self.series[scope].recent), HOUR))

    def _cry(self, scope: Scope, finding: Finding) -> Cry:
        burst = finding.burst > finding.ratio
        window = self.rules.limits.burst if burst else WINDOWS[-1]
        bins = list(islice(reversed(self.series[scope].recent), max(1, round(window / STEP))))
        return Cry(
            tier=Tier.RED if finding.score > self.rules.limits.red else Tier.AMBER,
            at=finding.at + timedelta(seconds=STEP), scope=scope, window=timedelta(seconds=window),
            count=int(sum(heard.count or 0 for heard in bins)),
            usual=round(math.fsum(heard.usual or 0.0 for heard in bins), 2),
            ratio=round(finding.burst if burst else finding.ratio, 3),
            louder=finding.burst_louder if burst else finding.louder, worst=finding.worst, down=self.down,
        )

    def remember(self, alarm: Alarm) -> None:
        """Be quiet after an alarm of the log that what was learned knows nothing of: a crash came between."""
        at, level = alarm.at.timestamp(), max(1.0, alarm.ratio)
        if self._quiet.at is None or self._quiet.at < at:
            self._quiet = _Quiet(at, {EVERYWHERE.name: level, alarm.scope.name: level})

    def state(self) -> dict[str, Json]:
        """What it knows apart from the series, as JSON."""
        return {
            "terms": list(self.terms), "platforms": [str(platform) for platform in self.platforms],
            "silent": {str(platform): missed for platform, missed in self._silent.items()},
            "at": self._quiet.at, "levels": dict(self._quiet.levels),
        }

    def resume(self, state: Mapping[str, Json], series: Mapping[Scope, Mapping[str, Json]]) -> None:
        """Go on from a state. Raises ValueError where it is none.

        A term that was not there begins anew, and so does what counts all posts together where terms or platforms
        changed: it is not the same series any more.
        """
        same = state.get("terms") == list(self.terms) and state.get("platforms") == list(map(str, self.platforms))
        for scope, learned in series.items():
            if scope in self.series and (same or scope.term):
                read = Series.of(learned, self._limits(scope))
                if bool(learned.get("alarmed")) is self._alarmed(scope):
                    self.series[scope] = read
        silent, levels = state.get("silent"), state.get("levels")
        if not isinstance(silent, Mapping) or not isinstance(levels, Mapping):
            raise ValueError("this is no state of a sentry")
        self._silent |= {platform: number(silent, str(platform)) or 0.0 for platform in self.platforms}
        self._quiet = _Quiet(number(state, "at"), {name: number(levels, name) or 1.0 for name in levels})


def _clear(turn: Turn) -> bool:
    """Whether the mood is further from the usual than a day's worst half hour is by chance."""
    most = turn.most or 0.0
    chance = math.sqrt(max(most * (1 - most), 0.01) / max(turn.voices, 1.0))
    return turn.voices >= _VOICES and turn.share - most >= _CLEAR * chance


def _poll(tally: Tally, scope: Scope, now: float, bins: int) -> Poll:
    unscored, opinions = 0, []
    for said in islice(tally.posts(now, scope, bins=bins), _ASKED):
        if said.score is None:
            unscored += 1
        else:
            opinions.append(Opinion(said.author, said.text, said.score.label is Sentiment.NEGATIVE))
    return poll(opinions, unscored=unscored)
