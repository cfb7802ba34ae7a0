"""The main screen: it shows what the room tells, asks the desk for what a person wants, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.binding import BindingType
from textual.widget import Widget

from warroom.domain.model import Post, PostKey
from warroom.domain.triage import Verb
from warroom.screens import keys
from warroom.screens.answering import Answering
from warroom.screens.loader import search_words
from warroom.screens.outside import browse, clipping
from widgets import words
from widgets.alarm import AlarmBanner
from widgets.feed import Feed
from widgets.help import Key
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.screens.acts import Acts

_HINTS: Final = ("escalate", "dismiss", "claim", "filter", "reply", "palette", "help")


class RoomScreen(Answering):
    """The room. ``enter`` it once it is open, then show it."""

    CSS_PATH = "../warroom.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.ROOM
    _hints: Sequence[tuple[str, str]] = ()
    _typing_hints: Sequence[tuple[str, str]] = ()

    def on_mount(self) -> None:
        """Name some keys, and stand in the first pane."""
        places = {"go": "room.alarm", "back": "room.back",
                  **{act: f"alarm.{act}" for act in ("open", "snooze", "dismiss", "read", "next")}}
        written = keys.first_keys(
            self.settings.keys, [*(f"room.{name}" for name in _HINTS), "app.palette", *places.values()])
        self._hints = [(written.get(f"room.{name}", ""), name) for name in _HINTS]
        self._typing_hints = [(written.get("app.palette", ""), "palette"), ("F1", "help")]
        self.views.status.hint(self._hints)
        self.alarm.write({act: written[name] for act, name in places.items() if name in written})
        self.views.panes[0].body.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Name the keys that are keys where somebody is: in a text the letters are text."""
        super().on_descendant_focus(event)
        lists: list[Widget] = [self.page, *(pane.body for pane in self.views.panes)]
        self.views.status.hint(self._typing_hints if self.writing and event.widget not in lists else self._hints)

    def catalogue(self) -> list[Key]:
        """All keys as they are bound now."""
        return keys.catalogue(self.settings.keys)

    def targets(self) -> list[PostKey]:
        """What a verb acts on: the open post, the event's post, the marks, or the post under the cursor."""
        if self.focused is self.page and self.page.dossier is not None:
            return [self.page.dossier.item.key]
        feed = self.feed
        if feed is not None:
            return feed.targets
        event = self.views.timeline.selected
        return [event.post] if event is not None and event.post is not None else []

    # --- what the keys do ---

    def action_back(self) -> None:
        """Leave the innermost thing: question, post, marks, zoom, filter."""
        feed = self.feed
        if self.prompt.asking:
            self.prompt.answer(None)
        elif self.alarm.has_focus:
            self.to_pane()
        elif self.reading:
            self.close_page()
        elif feed is not None and feed.marks:
            feed.clear_marks()
        elif self._zoomed:
            self.action_zoom()
        elif self.pump.query.terms:
            self.do(self._narrow(""))
        else:
            self.views.status.hush()

    def action_act(self, verb: str) -> None:
        """Do a verb to what is chosen; the cursor then goes to the next post."""
        self._hold()
        self.do(self._act(Verb(verb), self.feed, self.targets()))

    def _hold(self) -> None:
        """Stay on the post that was seen: what is asked for is for that one, whatever arrives meanwhile."""
        if self.feed is not None:
            self.feed.hold()

    async def _act(self, verb: Verb, feed: Feed | None, targets: list[PostKey]) -> None:
        if self.acts is None:
            return
        if not await self.acts.act(verb, targets) or self.focused is self.page:
            return
        if feed is not None and feed.marks:
            feed.clear_marks()
        elif feed is not None and feed.selected_key in targets:
            feed.next_item()

    def action_reply(self) -> None:
        """Write a reply to the post, or go on with it."""
        self._hold()
        targets = self.targets()[:1]
        if not targets:
            self.say("There is no post under the cursor.", Tone.WARN)
        else:
            self.write(targets[0])

    def action_severity(self) -> None:
        """Show what speaks for which severity, and set it."""
        self.with_room(self._set_severity)

    def _set_severity(self, room: Room) -> None:
        from warroom.screens.severity import SeverityDialog

        self.app.push_screen(SeverityDialog(room, self.say))

    def action_alarm(self) -> None:
        """Go to the alarm that waits."""
        if self.alarm.alarm is None:
            self.say("No alarm waits.")
        else:
            self.alarm.focus(scroll_visible=False)

    @on(AlarmBanner.Asked)
    def _alarm_asked(self, event: AlarmBanner.Asked) -> None:
        if self.alarms is not None:
            self.do(self.alarms.act(event.act, event.alarm))

    def action_undo(self) -> None:
        """Take back what is about to go out, or else the last act."""
        if not self.took_back():
            self._with_acts(lambda acts: acts.undo())

    def _with_acts(self, work: Callable[[Acts], Coroutine[object, object, object]]) -> None:
        def begin(_: Room) -> None:
            if self.acts is not None:
                self.do(work(self.acts))

        self.with_room(begin)

    def action_hold(self) -> None:
        """Hold scheduled posts."""
        self._with_acts(lambda acts: acts.hold())

    def action_retry(self) -> None:
        """Try failed sources again."""
        self._with_acts(lambda acts: acts.retry())

    def action_mark(self) -> None:
        """Mark the post under the cursor, and go on."""
        if self.feed is not None:
            self.feed.toggle_mark()
            self.feed.move(1)

    def action_range(self) -> None:
        """Begin a range of marks, or end it."""
        if self.feed is not None:
            self.feed.start_range()

    def action_mark_all(self) -> None:
        """Mark all posts of the pane."""
        if self.feed is not None:
            self.feed.mark_all()
            self.say(f"marked {words.plural(len(self.feed.marks), 'post')}")

    def action_freeze(self) -> None:
        """Freeze or thaw the pane."""
        if self.feed is not None:
            self.feed.freeze()

    def action_browse(self) -> None:
        """Open the post in the browser."""
        self._with_post(lambda post: browse(self.app, post))

    def action_copy(self) -> None:
        """Copy the post's text and link."""
        self._with_post(lambda post: clipping(self.app, post))

    def _with_post(self, work: Callable[[Post], str]) -> None:
        self._hold()
        self.do(self._fetched(self.targets()[:1], work))

    async def _fetched(self, keys_: list[PostKey], work: Callable[[Post], str]) -> None:
        if self.room is None or not keys_:
            self.say("There is no post under the cursor.", Tone.WARN)
            return
        found = await self.room.store.items(self.room.incident.room, keys_)
        for item in found.values():
            self.say(work(item.post))

    async def open_incident(self) -> None:
        """Open an incident on what the room sees, and show its own log and triage."""
        if self.acts is not None and await self.acts.open_incident():
            await self.load()

    def action_spot_check(self) -> None:
        """Ask about random posts of the window, so that the gauge knows its error."""
        from warroom.screens.spotcheck import SpotCheck

        self.with_room(lambda room: self.app.push_screen(SpotCheck(room)))

    def action_mood(self) -> None:
        """Show the mood by platform and term."""
        from warroom.screens.mood import MoodPage

        self.with_room(lambda room: self.app.push_screen(MoodPage(room, self.settings.gauge)))

    def action_clocks(self) -> None:
        """Show the clocks, and the post that waits where somebody asks for it."""
        from warroom.screens.clocks import ClocksPage

        self.with_room(lambda room: self.app.push_screen(ClocksPage(room), self._show_waiting))

    def _show_waiting(self, key: PostKey | None) -> None:
        if key is not None:
            self.do(self._read(key))

    def action_record_update(self) -> None:
        """Record an update that was given."""
        self.with_room(lambda room: self.do(self._ask_update(room)))

    async def _ask_update(self, room: Room) -> None:
        from warroom.screens.clocks import ask_update

        self.say(await ask_update(room, self.prompt))

    def action_find(self, direction: int) -> None:
        """Go to the next or the previous post that holds the filter's words."""
        wanted = search_words(self.pump.query)
        if not wanted:
            self.say("Nothing to look for: type words after / first.", Tone.WARN)
        elif self.feed is not None and not self.feed.find(wanted, direction):
            self.say(f"No {'further' if direction > 0 else 'earlier'} post holds “{wanted}”.", Tone.WARN)

    # --- the console ---

    def action_help(self) -> None:
        """Show the keys."""
        from warroom.screens.pages import HelpPage

        self.app.push_screen(HelpPage(self.catalogue(), self.settings))

    def action_palette(self) -> None:
        """Show everything by name."""
        self.app.action_command_palette()

