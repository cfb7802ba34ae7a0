"""The stage: the widgets of the main screen, which panes fit on it, and how one goes from one to the next."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from warroom.domain.model import Platform
from warroom.screens.arrange import Layout, arrange
from warroom.screens.views import Views
from warroom.settings import Settings
from widgets import health
from widgets.alarm import AlarmBanner
from widgets.bands import Bands
from widgets.banner import Banner
from widgets.detail import Detail
from widgets.feed import Feed
from widgets.gauge import Gauge
from widgets.header import Header
from widgets.outgoing import Outgoing
from widgets.pane import Pane
from widgets.prompt import Prompt
from widgets.rows import Tone
from widgets.status import Status
from widgets.tabs import Tabs
from widgets.timeline import Timeline

if TYPE_CHECKING:
    from warroom.engine.room import Room


class Stage(Screen[None]):
    """The widgets and their places; :class:`warroom.screens.room.RoomScreen` gives them life."""

    AUTO_FOCUS = None
    DEFAULT_CSS = """
    Stage { layout: vertical; }
    Stage #desk { height: 1fr; }
    Stage #panes { width: 1fr; height: 1fr; }
    Stage #panes.-four #timeline { width: 44; }
    Stage #detail { display: none; }
    Stage.-asking #status { display: none; }
    Stage.-reading #detail { display: block; }
    Stage.-writing #detail { display: none; }
    Stage #composer { display: none; }
    Stage.-writing #composer { display: block; }
    """

    def __init__(self, settings: Settings, *, utf8: bool = True) -> None:
        super().__init__()
        self._compositor = Bands()
        self._held = False
        self.settings = settings
        self.room: Room | None = None
        self._zoomed = False
        self._first = 0
        self._layout: Layout | None = None
        feeds = {platform: Feed(now=self.now, limit=settings.console.max_posts, utf8=utf8, id=f"feed-{platform}")
                 for platform in Platform}
        timeline = Timeline(id="log")
        panes = [Pane(feed, number=number, name=health.NAMES[platform], id=str(platform))
                 for number, (platform, feed) in enumerate(feeds.items(), 1)]
        panes.append(Pane(timeline, number=len(panes) + 1, name="Timeline", id="timeline"))
        self.views = Views(
            header=Header(id="header"), gauge=Gauge(minimum=settings.gauge.minimum, id="gauge"), tabs=Tabs(id="tabs"),
            status=Status(id="status"), timeline=timeline, feeds=feeds, panes=panes, role=settings.role,
        )
        self.alarm = AlarmBanner(id="alarm")
        self.banner = Banner(id="banner")
        self.prompt = Prompt(id="prompt")
        self.outgoing = Outgoing(id="outgoing")
        self.panes = Horizontal(*panes, id="panes")
        self.page = Detail(id="page")
        self.page_pane = Pane(self.page, number=0, name="Post", id="detail")
        # The composer comes in beside them when somebody writes for the first time: a start needs none of it.
        self.desk = Horizontal(self.panes, self.page_pane, id="desk")

    def compose(self) -> ComposeResult:
        """Header, gauge, tabs, panes beside the page of a post, prompt, status."""
        self.fit_panes()  # before anything is mounted, so that it is styled and painted once
        yield self.views.header
        yield self.alarm
        yield self.views.gauge
        yield self.views.tabs
        yield self.banner
        yield self.desk
        yield self.outgoing
        yield self.prompt
        yield self.views.status

    def hold(self) -> None:
        """Paint nothing until :meth:`release`, however often Textual would."""
        self._held = True

    def release(self) -> None:
        """Paint what there is, and whatever changes from now on."""
        self._held = False
        self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        if not self._held:  # what is to be painted is kept
            super()._compositor_refresh()

    def now(self) -> datetime:
        """The room's time; the wall's until the room is open."""
        return self.room.clock.now() if self.room else datetime.now(UTC)

    @property
    def reading(self) -> bool:
        """True while the page of a post is open."""
        return self.has_class("-reading")

    @property
    def writing(self) -> bool:
        """True while the composer is open."""
        return self.has_class("-writing")

    def fit_panes(self) -> None:
        """Fit the panes into the terminal."""
        columns, rows = self.app.size
        layout = arrange(columns, rows, panes=len(self.views.panes), current=self.views.current, first=self._first,
                         zoomed=self._zoomed, detail=self.reading or self.writing, writing=self.writing)
        self.alarm.beside_text(self.writing, cramped=self.writing and not layout.status)
        self._first = layout.shown[0] if layout.shown else self._first
        self.views.look(frozenset(layout.shown), self.views.current)
        self.banner.display = bool(self.views.filtered)
        if layout == self._layout:
            return
        self._layout = layout
        for place, pane in enumerate(self.views.panes):
            pane.display = place in layout.shown
            pane.set_class(not layout.framed, "-frameless")
        self.page_pane.set_class(not layout.framed, "-frameless")
        self.panes.display = bool(layout.shown)
        self.panes.set_class(len(layout.shown) == len(self.views.panes), "-four")
        self.views.tabs.display = layout.tabs
        self.views.gauge.display = layout.gauge > 0
        self.views.gauge.styles.height = max(1, layout.gauge)
        self.views.header.display, self.views.status.display = layout.header, layout.status

    def on_resize(self) -> None:
        """Fit the panes into the new size."""
        self.alarm.fit()
        self.fit_panes()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which pane somebody is in."""
        for place, pane in enumerate(self.views.panes):
            if pane.body is event.widget:
                self.views.current = place
                self.fit_panes()

    @on(Tabs.Picked)
    def _picked(self, event: Tabs.Picked) -> None:
        self.action_go(event.number)

    def action_go(self, number: int) -> None:
        """Go to a pane by its number."""
        if not 1 <= number <= len(self.views.panes):
            self.say(f"There is no pane {number}.", Tone.WARN)
            return
        pane = self.views.panes[number - 1]
        if self.reading and not self.panes.display:
            self.close_page()
        self.views.current = number - 1
        self.fit_panes()
        pane.body.focus(scroll_visible=False)

    def action_pane(self, step: int) -> None:
        """Go to the next pane or the one before; the page of a post counts as one."""
        stops: list[Widget] = [pane.body for pane in self.views.panes]
        if self.reading:
            stops.append(self.page)
        at = stops.index(self.focused) if self.focused in stops else -1
        to = (at + step) % len(stops)
        if stops[to] is self.page:
            self.page.focus()
        else:
            self.action_go(to + 1)

    def action_zoom(self) -> None:
        """Show only this pane, or all that fit again."""
        self._zoomed = not self._zoomed
        self.fit_panes()

    @property
    def feed(self) -> Feed | None:
        """The feed that somebody is in, None in the timeline."""
        body = self.views.panes[self.views.current].body
        return body if isinstance(body, Feed) else None

    def open_page(self) -> None:
        """Make room for the page of a post, and go there."""
        self.add_class("-reading")
        self.fit_panes()
        self.page.focus(scroll_visible=False)

    def close_page(self) -> None:
        """Go back from the page of a post to the pane it was opened from."""
        self.remove_class("-reading")
        self.fit_panes()
        self.to_pane()

    def to_pane(self) -> None:
        """Go to the pane that somebody was in."""
        self.views.panes[self.views.current].body.focus(scroll_visible=False)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Put words into the status line for a while."""
        self.views.status.say(text, tone)
