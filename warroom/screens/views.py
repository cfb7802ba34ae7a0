"""The widgets of the room and what each is told; the one place that knows which fact goes where."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from warroom.domain.events import Event
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Platform
from warroom.domain.text import one_line
from widgets import health, words
from widgets.feed import Feed
from widgets.gauge import Gauge
from widgets.header import Header, Heading
from widgets.normal import Norm
from widgets.pane import Pane
from widgets.rows import Part, Row, Tone
from widgets.status import Status
from widgets.tabs import Tab, Tabs
from widgets.timeline import Timeline

if TYPE_CHECKING:
    from warroom.engine.bus import Pulse
    from warroom.engine.room import Room
    from warroom.screens.pump import Meter


@dataclass(kw_only=True)
class Views:
    """The widgets, and what was counted for those that are not on the screen."""

    header: Header
    gauge: Gauge
    tabs: Tabs
    status: Status
    timeline: Timeline
    feeds: Mapping[Platform, Feed]
    panes: Sequence[Pane]
    role: str = ""
    room: Room | None = None
    meters: Mapping[Platform, Meter] = field(default_factory=dict)
    behind: dict[int, int] = field(default_factory=dict)
    shown: frozenset[int] = frozenset()
    current: int = 0
    posts: dict[Platform, int] = field(default_factory=dict)
    footers: dict[int, tuple[int, bool]] = field(default_factory=dict)
    filtered: str = ""
    #: The panes whose filter is still looking at older posts.
    searching: Collection[Platform] = ()
    waiting: int = 0

    def arrived(self, platform: Platform, items: Sequence[Item], *, new: bool = True) -> None:
        """Put posts into their pane; ``new`` ones are counted where it is not on the screen."""
        if not items:
            return
        self.feeds[platform].extend(items)
        self.posts[platform] = self.posts.get(platform, 0) + len(items)
        if new:
            self._missed(self._place(platform), len(items))

    def logged(self, events: Sequence[Event]) -> None:
        """Put new events onto the timeline."""
        self.timeline.extend(events)
        self._missed(len(self.panes) - 1, len(events))

    def _missed(self, place: int, count: int) -> None:
        if place not in self.shown:
            self.behind[place] = self.behind.get(place, 0) + count

    def expect(self, incident: Incident, now: datetime, actor: str) -> None:
        """Tell which incident it will be, before its room is open."""
        self.header.show(Heading(incident=incident, now=now, actor=actor, role=self.role))

    def beat(self, pulse: Pulse | None = None) -> None:
        """Tell the time, the mood and the health; what did not change is not painted."""
        room = self.room
        if room is None:
            return
        reports = room.reports
        vitals = pulse.vitals if pulse else room.vitals
        self.header.show(Heading(incident=room.incident, now=room.clock.now(), actor=room.desk.actor, role=self.role,
                                 clocks=room.clocks.readings))
        self.gauge.show(pulse.reading if pulse else room.reading, vitals, Norm(
            at=room.clock.now(), usual=room.usual(), heard=room.ear.history(), alarms=room.alarms))
        # A story that is told ten times as fast is ten times as far behind for the same delay.
        speed = Heading(incident=room.incident, now=room.clock.now(), actor="").speed
        self.status.show([replace(report, lag=report.lag / speed) for report in reports], vitals)
        for place, platform in enumerate(self.feeds):
            self._tell_pane(self.panes[place], platform, health.worst(reports, platform))
        self._head_of_log()
        self.show_tabs()

    def queued(self, waiting: int) -> None:
        """Tell how many replies wait in the queue."""
        self.waiting = waiting
        self._head_of_log()
        self.show_tabs()

    def _head_of_log(self) -> None:
        drill = self.room is not None and self.room.incident.drill
        head: list[Part] = [("▞ drill", Tone.WARN)] if drill else []
        if self.waiting:
            head += [(" " if head else "", Tone.DIM), (f"{self.queue_number} Queue {self.waiting}", Tone.ACCENT)]
        self.panes[-1].head(head)

    @property
    def queue_number(self) -> int:
        """The key that opens the queue, after those of the panes."""
        return len(self.panes) + 1

    def _tell_pane(self, pane: Pane, platform: Platform, report: SourceReport | None) -> None:
        if report is None:
            pane.head([("○ no source", Tone.DIM)])
        else:
            tone = health.tone(report)
            head: list[Part] = [health.glyph(report), (f" {health.state_words(report)}", tone)]
            meter = self.meters.get(platform)
            if report.state in (SourceState.LIVE, SourceState.BACKFILL) and meter is not None:
                head.append((f" {words.rate(meter.rate):>7}", Tone.PLAIN))
            pane.head(head)
        pane.notice(self._notice(platform, report))

    def _notice(self, platform: Platform, report: SourceReport | None) -> list[Row]:
        name = health.NAMES[platform]
        empty = not self.posts.get(platform)
        if report is not None and (trouble := health.trouble(report)):
            tone = health.tone(report)
            sign = health.glyph(report)[0]
            return [[(f"{sign} {one_line(report.name)} {health.state_words(report)}. ", tone), (trouble, Tone.PLAIN)]]
        if not empty:
            return []
        if self.filtered and platform in self.searching:
            return [[("No new post matches; searching on …", Tone.DIM)]]
        if self.filtered:
            return [[("No post matches the filter. ", Tone.PLAIN), ("Esc clears it.", Tone.DIM)]]
        if report is None:
            return [[(f"No source brings posts from {name} into this room.", Tone.PLAIN)],
                    [(_to_do(platform), Tone.DIM)]]
        match report.state:
            case SourceState.LIVE:
                return [[(f"Connected. No post on {name} so far.", Tone.DIM)]]
            case SourceState.BACKFILL:
                return [[("Catching up with what was missed …", Tone.DIM)]]
            case SourceState.ENDED:
                return [[(f"The source has ended; it brought no post from {name}.", Tone.DIM)]]
            case _:
                return [[(f"Connecting to {one_line(report.name)} …", Tone.DIM)]]

    def foot(self, place: int, unseen: int, *, frozen: bool) -> None:
        """Say in a pane's lower frame what is above and whether it stands still."""
        self.footers[place] = (unseen, frozen)
        parts: list[Part] = []
        if unseen:
            parts.append((f"{unseen:,} new above", Tone.ACCENT))
        if frozen:
            parts += [(" · " if parts else "", Tone.DIM), ("frozen", Tone.WARN)]
        self.panes[place].foot(parts)
        self.show_tabs()

    def show_tabs(self) -> None:
        """Tell the row of tabs what is new in which pane."""
        reports = self.room.reports if self.room else []
        tabs = []
        platforms = [*self.feeds, None]
        for place, (pane, platform) in enumerate(zip(self.panes, platforms, strict=True)):
            report = health.worst(reports, platform) if platform else None
            quiet = report is None or report.state in (SourceState.LIVE, SourceState.ENDED)
            unseen = self.footers.get(place, (0, False))[0] if place in self.shown else self.behind.get(place, 0)
            tabs.append(Tab(
                number=pane.number, name=pane.title, unseen=unseen, current=place == self.current,
                state=("", Tone.DIM) if quiet or report is None else health.glyph(report),
            ))
        tabs.append(Tab(number=self.queue_number, name="Queue", unseen=self.waiting))
        self.tabs.show(tabs)

    def look(self, shown: frozenset[int], current: int) -> None:
        """Remember which panes are on the screen; what is seen is not counted as new."""
        self.shown, self.current = shown, current
        for place in shown:
            self.behind.pop(place, None)
        self.show_tabs()

    def _place(self, platform: Platform) -> int:
        return list(self.feeds).index(platform)


def _to_do(platform: Platform) -> str:
    """What brings posts from a platform: Reddit reads nothing to nobody, the others read without a login too."""
    login = "`warroom login reddit`, then set" if platform is Platform.REDDIT else "Set"
    return f"{login} enabled = true under [sources.{platform}] in config.toml. Or rehearse: `warroom drill`"


