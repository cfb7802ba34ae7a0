"""The clocks of the service levels: what is due next, and when. A pure reading of the log's facts and the open posts.

Periods are those that teams are held to (docs/clocks.md). A clock counts time that is not quiet (``hours``), unless
the incident is bad enough; each stretch of time counts by the severity that was in force then, so nobody is late for
what was not asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from warroom.domain.hours import Hours
from warroom.domain.incident import Kind
from warroom.domain.ledger import Ledger, Snooze
from warroom.domain.model import PostKey
from warroom.domain.wire import stamp

#: Severities by number; each clock that depends on them has one period for each, None: never.
SEVERITIES: Final = (1, 2, 3, 4)
OFF: Final = timedelta(0)


class Clock(StrEnum):
    """What a team is held to."""

    HOLDING = "holding"
    COMPLAINT = "complaint"
    MENTION = "mention"
    PUBLIC = "public"
    EXECUTIVE = "executive"
    POST_MORTEM = "post-mortem"


#: The clocks as people read them.
NAMES: Final[Mapping[Clock, str]] = {
    Clock.HOLDING: "holding statement", Clock.COMPLAINT: "oldest complaint", Clock.MENTION: "oldest other post",
    Clock.PUBLIC: "public update", Clock.EXECUTIVE: "executive update", Clock.POST_MORTEM: "post-mortem",
}


#: Why a team is held to it.
WHY: Final[Mapping[Clock, str]] = {
    Clock.HOLDING: "A first word within the hour: who is silent is thought to hide something (Coombs 2007).",
    Clock.COMPLAINT: "Who complains expects an answer within the hour (Lithium 2013: 72 %).",
    Clock.MENTION: "Who asks or tells expects an answer within a day.",
    Clock.PUBLIC: "Who promised more is believed as long as the next word comes in time, even if it is “no news”.",
    Clock.EXECUTIVE: "Who decides must know how it stands without asking.",
    Clock.POST_MORTEM: "What is not written down within days is remembered as it suits.",
}


class State(StrEnum):
    """How pressing a clock is; one that nothing is due by is ok."""

    OK = "ok"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The periods; zero switches a clock off. ``public`` and ``executive`` are by severity, SEV1 first.

    A clock turns amber ``amber`` before it is due, and not before half of its period. It stands still in quiet hours
    unless the severity is ``awake`` or worse (a smaller number). Until somebody sets a severity it is ``assumed``.
    ``post_mortem`` is in working days after the close.
    """

    holding: timedelta = timedelta(hours=1)
    complaint: timedelta = timedelta(hours=1)
    mention: timedelta = timedelta(hours=24)
    public: tuple[timedelta, ...] = tuple(timedelta(minutes=minutes) for minutes in (30, 120, 360, 720))
    executive: tuple[timedelta, ...] = tuple(timedelta(hours=hours) for hours in (6, 6, 12, 0))
    post_mortem: int = 5
    amber: timedelta = timedelta(minutes=30)
    hours: Hours = field(default_factory=Hours)
    awake: int = 2
    assumed: int = 2

    def counted(self, severity: int | None) -> int:
        """The severity that counts."""
        return self.assumed if severity is None else severity


@dataclass(frozen=True, slots=True)
class Waiting:
    """The oldest post that waits for an answer: ``since`` (aware UTC) is when it was written."""

    post: PostKey
    author: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One clock, now. ``since`` is when its period began and ``due`` when it ends, both aware UTC.

    ``due`` is None where nothing is due: it was done, waits for something, or never comes. ``left`` is what is left of
    the clock's own time, below zero where it is overdue; ``still`` is true while it stands in quiet hours. ``period``
    names the period: its breach is one event. ``done`` is true where that was done which it asks for.
    """

    clock: Clock
    state: State = State.OK
    since: datetime | None = None
    due: datetime | None = None
    left: timedelta | None = None
    done: bool = False
    still: bool = False
    snooze: Snooze | None = None
    post: PostKey | None = None
    period: str = ""
    words: str = ""

    @property
    def breached(self) -> bool:
        """True where it is overdue and nobody put it away."""
        return self.state is State.RED


def read(
    facts: Ledger, rules: Rules, now: datetime, *, complaint: Waiting | None = None, mention: Waiting | None = None,
) -> list[Reading]:
    """Read every clock that runs, in the order of :class:`Clock`; a closed incident has the post-mortem's alone."""
    if facts.closed is not None:
        return _after_the_close(facts, rules)
    if not facts.running:
        return []
    face = _Face(facts, rules, now)
    found = [
        face.holding() if rules.holding else None,
        face.oldest(Clock.COMPLAINT, rules.complaint, complaint) if rules.complaint else None,
        face.oldest(Clock.MENTION, rules.mention, mention) if rules.mention else None,
        face.public() if any(rules.public) else None,
        face.executive() if any(rules.executive) else None,
    ]
    return [reading for reading in found if reading is not None]


def next_change(readings: list[Reading], rules: Rules, now: datetime) -> datetime | None:
    """The next moment at which a reading may be another without news: amber, due, the end of a snooze."""
    found: list[datetime] = []
    for reading in readings:
        if reading.snooze is not None:
            found.append(reading.snooze.until)
        if reading.due is not None and reading.since is not None:
            found += [reading.due, _amber_at(rules, reading.since, reading.due)]
    return min((moment for moment in found if moment > now), default=None)


def earliest(facts: Ledger, period: timedelta) -> datetime | None:
    """Posts written before this do not count: they were overdue before the incident was opened. None: none counts."""
    return facts.began - period if facts.began is not None else None


class _Face:
    """Reads the clocks of one moment."""

    def __init__(self, facts: Ledger, rules: Rules, now: datetime) -> None:
        self._facts = facts
        self._rules = rules
        self._now = now

    def holding(self) -> Reading:
        facts, began = self._facts, self._began
        if facts.first_word is not None:
            words = f"said {_clock(facts.first_word)}"
            if facts.opened is not None:
                words += f", {_length(facts.first_word - facts.opened)} after the opening"
            return Reading(clock=Clock.HOLDING, since=facts.first_word, done=True, words=words)
        return self._running(Clock.HOLDING, began, self._due(began, self._rules.holding))

    def oldest(self, clock: Clock, period: timedelta, waiting: Waiting | None) -> Reading:
        if waiting is None:
            what = "negative post" if clock is Clock.COMPLAINT else "other post"
            return Reading(clock=clock, done=True, words=f"no {what} waits")
        due = self._due(waiting.since, period)
        return self._running(clock, waiting.since, due, post=waiting.post, author=waiting.author)

    def public(self) -> Reading:
        facts = self._facts
        last = facts.public or facts.first_word
        if last is None and self._rules.holding:
            return Reading(clock=Clock.PUBLIC, words="begins with the first public word")
        return self._cadence(Clock.PUBLIC, last, self._rules.public)

    def executive(self) -> Reading:
        return self._cadence(Clock.EXECUTIVE, self._facts.executive, self._rules.executive)

    def _cadence(self, clock: Clock, last: datetime | None, periods: tuple[timedelta, ...]) -> Reading:
        severity = self._rules.counted(self._facts.severity)
        period = periods[severity - 1]
        if not period:
            return Reading(clock=clock, words=f"not at SEV{severity}")
        since = max(last, self._began) if last is not None else self._began
        due = self._due(since, period)
        changed = self._facts.severities[-1][0] if self._facts.severities else since
        # Nobody can have been late for a time that was set afterwards.
        if due is not None and due < changed and since < changed:
            due = changed
        return self._running(clock, since, due)

    @property
    def _began(self) -> datetime:
        return self._facts.began or self._now

    def _running(
        self, clock: Clock, since: datetime, due: datetime | None, *, post: PostKey | None = None, author: str = "",
    ) -> Reading:
        snooze = self._facts.snoozes.get(clock)
        if snooze is not None and snooze.until <= self._now:
            snooze = None
        still = not self._awake(self._facts.severity) and self._rules.hours.quiet(self._now)
        period = f"{clock}:{post or stamp(since)}"
        if due is None:
            return Reading(clock=clock, since=since, still=still, snooze=snooze, post=post, period=period,
                           words="all hours are quiet: it never falls due")
        left = due - self._now
        if left > OFF and not self._awake(self._facts.severity):
            left = self._rules.hours.counted(self._now, due)
        state = State.OK
        if snooze is None and self._now >= due:
            state = State.RED
        elif snooze is None and not still and self._now >= _amber_at(self._rules, since, due):
            state = State.AMBER
        return Reading(clock=clock, state=state, since=since, due=due, left=left, still=still, snooze=snooze,
                       post=post, period=period, words=_words(self._now, since, due, left, still, snooze, author))

    def _due(self, since: datetime, period: timedelta) -> datetime | None:
        """When a period ends that counts each stretch of time by the severity that was in force."""
        left, hours = period, self._rules.hours
        for start, end, severity in self._stretches(since):
            awake = self._awake(severity)
            if end is None:
                return start + left if awake else hours.after(start, left)
            passed = end - start if awake else hours.counted(start, end)
            if passed >= left:
                return start + left if awake else hours.after(start, left)
            left -= passed
        return None

    def _stretches(self, since: datetime) -> list[tuple[datetime, datetime | None, int | None]]:
        changes = self._facts.severities
        inside = [change for change in changes if change[0] > since]
        before = [level for at, level in changes if at <= since]
        first = before[-1] if before else changes[0][1] if changes else None
        points = [(since, first), *inside]
        return [*((at, following, level) for (at, level), (following, _) in pairwise(points)),
                (points[-1][0], None, points[-1][1])]

    def _awake(self, severity: int | None) -> bool:
        return not self._rules.hours.stretches or self._rules.counted(severity) <= self._rules.awake


def _amber_at(rules: Rules, since: datetime, due: datetime) -> datetime:
    return due - min(rules.amber, (due - since) / 2)


def _after_the_close(facts: Ledger, rules: Rules) -> list[Reading]:
    if facts.closed is None or facts.kind is not Kind.INCIDENT or rules.post_mortem <= 0:
        return []
    due = rules.hours.working_days_after(facts.closed, rules.post_mortem)
    return [Reading(clock=Clock.POST_MORTEM, since=facts.closed, due=due, period=f"{Clock.POST_MORTEM}:",
                    words=f"due {due:%Y-%m-%d %H:%M} UTC, {rules.post_mortem} working days after the close")]


def _words(
    now: datetime, since: datetime, due: datetime, left: timedelta, still: bool, snooze: Snooze | None, author: str,
) -> str:
    parts = [author] if author else []
    if snooze is not None:
        parts.append(f"put away until {_clock(snooze.until, now)} by {snooze.by}: {snooze.reason}")
    if now >= due:
        parts.append(f"overdue by {_length(now - due)}, was due {_clock(due, now)}")
    else:
        parts.append(f"due {_clock(due, now)}, {_length(left)} left")
    if still:
        parts.append("stands still in quiet hours")
    elif not author:
        parts.append(f"since {_clock(since, now)}")
    return "; ".join(parts)


def _clock(moment: datetime, now: datetime | None = None) -> str:
    other_day = now is not None and moment.date() != now.date()
    return f"{moment:%d %b %H:%M} UTC" if other_day else f"{moment:%H:%M} UTC"


def _length(length: timedelta) -> str:
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} m"
    if minutes < 24 * 60:
        return f"{minutes // 60} h {minutes % 60:02d} m"
    return f"{minutes // 1440} d {minutes % 1440 // 60} h"
