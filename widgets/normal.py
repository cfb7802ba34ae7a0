"""What is usual beside what is now: how many times as loud, the usual mood, and the last hours with their alarms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.alarm import Alarm, Scope, Tier
from warroom.domain.baseline import Heard, Usual
from warroom.domain.text import clip, one_line
from widgets import words
from widgets.rows import BARS, Chunk, Part, Tone

#: Hours that a baseline needs before it is worth to be held against: by then it has heard each time of the day.
LEARNED: Final = 24.0
#: Below this many posts an hour "times the usual" says nothing.
_FEWEST: Final = 1.0
TIER_TONES: Final = {Tier.RED: Tone.BAD, Tier.AMBER: Tone.WARN, Tier.SHIFT: Tone.WARN}
TIER_SIGNS: Final = {Tier.RED: "!", Tier.AMBER: "▲", Tier.SHIFT: "~"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """What is usual in one scope ``at`` a time (the room's, aware UTC), and what was heard and raised before it.

    ``heard`` are finished bins, the oldest first; ``alarms`` are those of the last day in any scope.
    """

    at: datetime
    usual: Usual | None = None
    heard: Sequence[Heard] = ()
    alarms: Sequence[Alarm] = ()
    scope: Scope | None = None

    @property
    def known(self) -> Usual | None:
        """What is usual, where enough was learned."""
        return self.usual if self.usual is not None and self.usual.hours >= LEARNED else None

    @property
    def raised(self) -> list[Alarm]:
        """The alarms within what was heard, the newest last."""
        since = self.heard[0].at if self.heard else self.at
        return [alarm for alarm in self.alarms
                if since <= alarm.at <= self.at and self.scope in (None, alarm.scope)]


def ratio(per_hour: float, usual: Usual) -> str:
    """Write how many times the usual it is, in six columns: ``  6.3x``; "" where too little is usual."""
    if usual.volume < _FEWEST:
        return ""
    times = per_hour / usual.volume
    return f"{f'{times:.0f}x' if times >= 99.95 else f'{times:.1f}x':>6}"


def slot_words(at: datetime) -> str:
    """Name the time of day that is compared with: half-hours, by UTC as everywhere on the screen."""
    return f"{at.replace(minute=at.minute // 30 * 30):%a %H:%M}"


def loudness(norm: Norm | None, per_hour: float, *, short: bool = False) -> list[Chunk]:
    """How many times the usual, and the usual with the interval of nine of ten ordinary hours."""
    usual = norm.known if norm is not None else None
    if norm is None or usual is None:
        return []
    times = ratio(per_hour, usual)
    tone = Tone.WARN if per_hour > usual.high else Tone.PLAIN
    if short:
        return [Chunk(((times.strip(), tone),), 2)] if times else []
    between = f"{words.short(usual.low)} to {words.short(usual.high)}"
    said: list[Part] = [(times, tone), (" usual", Tone.DIM)] if times else [("   usual", Tone.DIM)]
    return [Chunk((*said, (f" for {slot_words(norm.at)}", Tone.DIM)), 1),
            Chunk(((f"({words.short(usual.volume)}/h, {between})", Tone.DIM),), 4)]


def usual_net(norm: Norm | None) -> str:
    """The usual mood as ``-0.08``, "" where it is not known."""
    usual = norm.known if norm is not None else None
    return "" if usual is None or usual.net is None else f"{usual.net:+.2f}"


def usual_share(norm: Norm | None) -> str:
    """The usual share of negative posts as ``21 %``, "" where it is not known."""
    usual = norm.known if norm is not None else None
    return "" if usual is None or usual.negative is None else f"{round(usual.negative * 100)} %"


def hours_words(heard: Sequence[Heard]) -> str:
    """Name how far back what was heard goes: ``last 6 h``."""
    if len(heard) < 2:
        return ""
    length = heard[-1].at - heard[0].at + (heard[1].at - heard[0].at)
    return f"last {max(1, round(length / timedelta(hours=1)))} h"


def spark(norm: Norm, columns: int) -> list[Part]:
    """Draw what was heard as bars, in ``columns`` columns, those with an alarm in its colour; a gap was no feed."""
    groups = _grouped(norm.heard, columns)
    means = [_mean(group) for group in groups]
    top = max((mean for mean in means if mean is not None), default=0.0)
    parts: list[Part] = [(" " * (columns - len(groups)), Tone.PLAIN)] if len(groups) < columns else []
    for tier, mean in zip(_marks(norm, groups), means, strict=True):
        bar = " " if mean is None else BARS[min(7, int(mean * 7 / top))] if top and mean else BARS[0]
        tone = Tone.PLAIN if tier is None else TIER_TONES[tier]
        if parts and parts[-1][1] is tone:
            parts[-1] = (parts[-1][0] + bar, tone)
        else:
            parts.append((bar, tone))
    return parts


def alarm_marks(norm: Norm, columns: int) -> list[Part]:
    """The signs of the alarms under the bars of :func:`spark`; empty where there was none."""
    groups = _grouped(norm.heard, columns)
    tiers = _marks(norm, groups)
    if not any(tiers):
        return []
    parts: list[Part] = [(" " * (columns - len(groups)), Tone.PLAIN)]
    return parts + [(" ", Tone.PLAIN) if tier is None else (TIER_SIGNS[tier], TIER_TONES[tier]) for tier in tiers]


def latest_alarm(norm: Norm | None, *, room: int = 40) -> list[Chunk]:
    """The newest alarm of these hours with what drives it: ``! red 15:22 ▸ refund, sick``."""
    raised = norm.raised if norm is not None else []
    if not raised:
        return []
    alarm = raised[-1]
    tone = TIER_TONES[alarm.tier]
    drivers = [one_line(driver.text) for driver in (*alarm.why.terms, *alarm.why.words)][:4]
    parts: list[Part] = [(f"{TIER_SIGNS[alarm.tier]} {alarm.tier} {alarm.at:%H:%M}", tone)]
    if drivers:
        parts.append((f" ▸ {clip(', '.join(drivers), room)}", Tone.PLAIN))
    return [Chunk(tuple(parts), 2)]


def _grouped(heard: Sequence[Heard], columns: int) -> list[Sequence[Heard]]:
    """Cut bins into as many groups as there are columns, the newest at the right."""
    size = min(columns, len(heard))
    edges = [round(at * len(heard) / size) for at in range(size + 1)] if size > 0 else []
    return [heard[edges[at]:edges[at + 1]] for at in range(size)]


def _mean(group: Sequence[Heard]) -> float | None:
    known = [one.count for one in group if one.count is not None]
    return sum(known) / len(known) if known else None


def _marks(norm: Norm, groups: Sequence[Sequence[Heard]]) -> list[Tier | None]:
    """The worst tier that was raised within each group; an alarm of now belongs to the newest."""
    marks: list[Tier | None] = [None] * len(groups)
    order = list(Tier)
    for alarm in norm.raised:
        begun = [place for place, group in enumerate(groups) if group[0].at < alarm.at]
        if begun:
            now = marks[begun[-1]]
            marks[begun[-1]] = alarm.tier if now is None else min(now, alarm.tier, key=order.index)
    return marks
