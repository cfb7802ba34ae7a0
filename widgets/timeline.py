"""The timeline: the incident's log, newest first, drawn line by line so that its length does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from warroom.domain.alarm import Tier
from warroom.domain.alarm_board import posts_named
from warroom.domain.events import Event, EventType
from warroom.domain.health import SourceState
from warroom.domain.model import PostKey
from warroom.domain.text import clip, one_line
from widgets.health import GLYPHS as SOURCE_GLYPHS
from widgets.rows import Part, Row, Tone, Toned, fold

#: Events that are kept for the screen; the log itself has them all.
KEPT: Final = 50_000
_LINES: Final = 3
GLYPHS: Final[Mapping[EventType, str]] = {
    EventType.OPENED: "▶",
    EventType.CLOSED: "■",
    EventType.REOPENED: "▶",
    EventType.SEVERITY: "!",
    EventType.SOURCE: "○",
    EventType.CLAIM: "●",
    EventType.RELEASE: "○",
    EventType.ASSIGN: "→",
    EventType.TAG: "#",
    EventType.UNTAG: "#",
    EventType.SNOOZE: "◷",
    EventType.WAKE: "◷",
    EventType.DISMISS: "✕",
    EventType.REOPEN: "↺",
    EventType.ESCALATE: "⚑",
    EventType.NOTE: "≡",
    EventType.PIN: "◈",
    EventType.UNPIN: "◇",
    EventType.UNDO: "↶",
    EventType.DRAFTED: "≡",
    EventType.APPROVED: "●",
    EventType.SENDING: "→",
    EventType.SENT: "✓",
    EventType.FAILED: "✕",
    EventType.UNKNOWN: "?",
    EventType.UNSENT: "⊘",
    EventType.HELD: "■",
    EventType.UNHELD: "▶",
    EventType.RETRY: "↺",
    EventType.LABEL: "✎",
    EventType.UPDATE: "✓",
    EventType.CLOCK_SNOOZED: "◷",
    EventType.BREACH: "!",
    EventType.REVISED: "✎",
    EventType.SUBMITTED: "→",
    EventType.RETURNED: "↶",
    EventType.WITHDRAWN: "↶",
    EventType.LAPSED: "◷",
    EventType.OVERRIDDEN: "!",
    EventType.STRATEGY: "◆",
    EventType.RESUMED: "▶",
    EventType.ALARM: "!",
    EventType.ALARM_SNOOZED: "◷",
    EventType.ALARM_DISMISSED: "✕",
    EventType.ALARM_TAKEN: "✓",
}
#: The glyph of each tier of alarm.
ALARMS: Final[Mapping[Tier, Part]] = {
    Tier.RED: ("!", Tone.BAD), Tier.AMBER: ("△", Tone.WARN), Tier.SHIFT: ("▼", Tone.WARN),
}
_LOUD: Final = frozenset({
    EventType.SEVERITY, EventType.ESCALATE, EventType.OPENED, EventType.CLOSED, EventType.SENT, EventType.HELD,
    EventType.UNHELD, EventType.UPDATE,
})
_BAD: Final = frozenset({EventType.FAILED, EventType.UNKNOWN, EventType.BREACH})


def glyph(event: Event) -> Part:
    """The glyph of an event; a source that failed is red."""
    if event.type is EventType.SOURCE:
        state = str(event.details.get("state", ""))
        known = SourceState(state) if state in tuple(SourceState) else SourceState.STARTING
        return SOURCE_GLYPHS[known], Tone.BAD if known is SourceState.FAILED else Tone.DIM
    if event.type is EventType.ALARM:
        alarm = event.details.get("alarm")
        tier = str(alarm.get("tier", "")) if isinstance(alarm, Mapping) else ""
        return ALARMS[Tier(tier)] if tier in tuple(Tier) else ("!", Tone.BAD)
    if event.type in _BAD:
        return GLYPHS[event.type], Tone.BAD
    return GLYPHS[event.type], Tone.ACCENT if event.type in _LOUD else Tone.PLAIN


def event_rows(event: Event, columns: int, *, today: str = "") -> list[Row]:
    """Lay one event out: time, who, what; at most three lines. ``today`` (ISO date) needs no date."""
    day = event.occurred_at.date().isoformat()
    time = f"{event.occurred_at:%H:%M:%S}" if day == today or not today else f"{event.occurred_at:%d %b  }"
    quiet = event.type is EventType.SOURCE
    who = clip(one_line(event.actor), 10)
    words = one_line(event.summary)
    head: Row = [(time, Tone.DIM), (" ", Tone.PLAIN)]
    if event.drill:
        head.append(("▞ ", Tone.DIM))
    if event.pinned:
        head.append(("◈ ", Tone.ACCENT))
    head += [(who, Tone.DIM if quiet else Tone.STRONG), (" ", Tone.PLAIN), glyph(event), (" ", Tone.PLAIN)]
    tone = Tone.DIM if quiet else Tone.PLAIN
    lead = sum(len(text) for text, _ in head)
    narrow = columns - lead < 16
    indent = 2 if narrow else 9
    first, *rest = fold(words, columns - lead) or [""]
    if rest:
        # The lines that follow start under the name, so they have more room than the first one.
        rest = fold(words[len(first):].lstrip(), columns - indent, most=_LINES - 1)
    return [[*head, (first, tone)], *([(" " * indent, Tone.PLAIN), (line, tone)] for line in rest)]


class Timeline(Toned, can_focus=True):
    """The log. It follows the newest event while nobody is in it; under somebody's cursor nothing moves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--cursor"}
    DEFAULT_CSS = """
    Timeline { height: 1fr; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next event", show=False, id="timeline.down"),
        Binding("k,up", "move(-1)", "Previous event", show=False, id="timeline.up"),
        Binding("g,home", "edge(0)", "Newest event", show=False, id="timeline.top"),
        Binding("G,end", "edge(1)", "Oldest event", show=False, id="timeline.bottom"),
        Binding("pagedown,ctrl+d", "page(1)", "A page down", show=False, id="timeline.page_down"),
        Binding("pageup,ctrl+u", "page(-1)", "A page up", show=False, id="timeline.page_up"),
        Binding("enter", "open", "Show the event's post", show=False, id="timeline.open",
                tooltip="Show the post that the event speaks of"),
    ]

    class Opened(Message):
        """Somebody wants to see the post of an event."""

        def __init__(self, key: PostKey) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._events: list[Event] = []
        self._cursor = -1
        self._top = -1
        self._lines: list[tuple[int, Row]] = []
        self._fitted = Size(0, 0)

    @property
    def shown(self) -> Sequence[Event]:
        """What is shown, oldest first."""
        return self._events

    @property
    def selected(self) -> Event | None:
        """The event under the cursor."""
        return self._events[self._cursor] if 0 <= self._cursor < len(self._events) else None

    def reset(self, log: Iterable[Event]) -> None:
        """Show another log, in order of seq."""
        self._events = list(log)[-KEPT:]
        self._cursor = self._top = len(self._events) - 1
        self._paint()

    def precede(self, log: Sequence[Event]) -> None:
        """Take events that were written before those shown, in order of seq; what is on the screen stays."""
        first = self._events[0].seq if self._events else 0
        older = [event for event in log if event.seq < first]
        del older[: max(0, len(older) + len(self._events) - KEPT)]
        self._events[:0] = older
        self._cursor, self._top = self._cursor + len(older), self._top + len(older)
        self._paint()

    def extend(self, log: Iterable[Event]) -> None:
        """Take the events that were written after those shown."""
        last = self._events[-1].seq if self._events else 0
        new = [event for event in log if event.seq > last]
        if not new:
            return
        at_top = self._top == len(self._events) - 1
        self._events += new
        spare = len(self._events) - KEPT
        if spare > 0:
            del self._events[:spare]
            self._cursor, self._top = max(0, self._cursor - spare), max(0, self._top - spare)
        newest = len(self._events) - 1
        if not self.has_focus or self._cursor < 0:
            self._cursor = self._top = newest
        elif at_top and newest - self._cursor < max(1, self.content_size.height // 2):
            self._top = newest
        self._paint()

    def action_move(self, delta: int) -> None:
        """Go ``delta`` events down (older) or up."""
        self._go(self._cursor - delta)

    def action_edge(self, oldest: int) -> None:
        """Go to the newest or the oldest event."""
        self._go(0 if oldest else len(self._events) - 1)

    def action_page(self, direction: int) -> None:
        """Go a screen down or up."""
        visible = {number for number, _ in self._lines}
        self._go(self._cursor - direction * max(1, len(visible) - 1))

    def action_open(self) -> None:
        """Ask for the post of the event; an alarm names several, of which the first drives it most."""
        event = self.selected
        if event is not None and (key := event.post or next(iter(posts_named(event)), None)) is not None:
            self.post_message(self.Opened(key))

    def _go(self, to: int) -> None:
        if not self._events:
            return
        self._cursor = min(len(self._events) - 1, max(0, to))
        if self._cursor > self._top:
            self._top = self._cursor
        else:
            height, used = self.content_size.height, 0
            for at in range(self._cursor, self._top + 1):
                used += len(self._rows_of(at))
                if used > height:
                    self._top = max(self._cursor, at - 1)
                    break
        self._paint()

    def _rows_of(self, at: int) -> list[Row]:
        today = self._events[-1].occurred_at.date().isoformat()
        return event_rows(self._events[at], max(1, self.content_size.width - 1), today=today)

    def _paint(self) -> None:
        before = self._lines
        self._lay_out()
        if before != self._lines or self.has_focus:
            self.refresh()

    def _lay_out(self) -> None:
        self._fitted = self.content_size
        height = self.content_size.height
        lines: list[tuple[int, Row]] = []
        at = self._top
        while at >= 0 and len(lines) < height:
            lines += [(at, row) for row in self._rows_of(at)]
            at -= 1
        self._lines = lines[:height]

    def on_resize(self) -> None:
        """Lay the visible events out for the new size, unless a paint was faster."""
        if self._fitted != self.content_size:
            self._lay_out()
            self.refresh()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go to older events."""
        event.stop()
        self.action_move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go to newer events."""
        event.stop()
        self.action_move(-3)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on an event; a double click opens its post."""
        at = event.get_content_offset(self)
        if at is not None and at.y < len(self._lines):
            self._go(self._lines[at.y][0])
            if event.chain == 2:
                self.action_open()

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        if self._fitted != self.content_size:
            self._lay_out()
        columns = self.content_size.width
        if y >= len(self._lines):
            return self.painted((), columns)
        at, row = self._lines[y]
        strip = self.painted([(" ", Tone.PLAIN), *row], columns)
        if at == self._cursor and self.has_focus:
            style = self.get_component_rich_style("timeline--cursor")
            strip = strip.apply_style(Style(bgcolor=style.bgcolor, reverse=style.reverse))
        return strip
