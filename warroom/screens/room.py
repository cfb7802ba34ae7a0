"""The main screen: it shows what the room tells, asks the desk for what a person wants, and says what came of it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import BindingType

from warroom.domain.errors import QueryError, WarroomError
from warroom.domain.model import Platform, Post, PostKey
from warroom.domain.query import parse
from warroom.domain.triage import Verb
from warroom.screens import keys
from warroom.screens.acts import Acts
from warroom.screens.loader import Loader, search_words
from warroom.screens.outside import browse, clipping
from warroom.screens.pump import Pump
from warroom.screens.stage import Stage
from warroom.settings import ROLES, Settings
from widgets import words
from widgets.detail import title
from widgets.feed import Feed, View
from widgets.help import Key
from widgets.prompt import Complaint, Question
from widgets.rows import Tone
from widgets.timeline import Timeline

if TYPE_CHECKING:
    from warroom.engine.room import Room

#: Cards from the old end of a pane at which older posts are fetched.
_NEAR_END: Final = 50
#: Seconds that a post must stay open before the platform is asked for its thread.
_LINGER: Final = 0.3
_ASKING: Final = "asking the platform for the whole thread …"
_HINTS: Final = ("escalate", "dismiss", "claim", "filter", "palette", "help")


def settle() -> None:
    """Take what is here once the room stands out of all later collections: it stays anyway."""
    gc.collect()
    gc.freeze()
    gc.enable()


class RoomScreen(Stage):
    """The room. ``enter`` it once it is open; until then it says what it waits for."""

    CSS_PATH = "../warroom.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.ROOM

    def __init__(self, settings: Settings, *, utf8: bool = True) -> None:
        super().__init__(settings, utf8=utf8)
        self._flush_after = settings.console.flush_ms / 1000
        self.pump = Pump(self.views, self._flush_soon)
        self.views.meters = self.pump.meters
        self.loader: Loader | None = None
        self.acts: Acts | None = None
        self._unsubscribe: Callable[[], None] | None = None
        #: The post whose thread was asked for last, and what there is to say of that.
        self._noted: tuple[PostKey | None, str] = (None, "")

    def on_mount(self) -> None:
        """Show the room that was entered, from now on as it goes on."""
        written = {key.id: key.keys.split()[0] for key in self.catalogue() if key.keys}
        self.views.status.hint([(written.get(f"room.{name}", ""), name) for name in _HINTS])
        self.views.panes[0].body.focus()
        self.pump.paused = False
        self._flush()
        for place, (platform, feed) in enumerate(self.views.feeds.items()):
            feed.subscribe(self._viewer(place, platform))
        self.set_interval(1.0, self.views.beat)
        self.set_timer(2.0, settle)

    def catalogue(self) -> list[Key]:
        """All keys as they are bound now."""
        return keys.catalogue(self.settings.keys)

    # --- the room ---

    async def enter(self, room: Room) -> None:
        """Take a room in before the screen is shown: hear its bus first, then load what is stored.

        So nothing falls in between, and the first picture has posts.
        """
        self.room = self.views.room = room
        self.loader = Loader(room)
        people = tuple(self.settings.team.roles)
        self.acts = Acts(room=room, prompt=self.prompt, timeline=self.views.timeline, say=self.say, people=people,
                         roles=ROLES)
        self._unsubscribe = room.bus.subscribe(self.pump.hear)
        await self._fill()

    def leave(self) -> None:
        """Hear nothing more from the room."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    async def load(self) -> None:
        """Fill all panes and the timeline from the store, through the filter in force."""
        self.pump.paused = True
        try:
            await self._fill()
        finally:
            self.pump.paused = False
            self._flush()

    async def _fill(self) -> None:
        if self.loader is None:
            return
        pages = await self.loader.first(self.pump.query)
        log = await self.loader.log()
        with self.app.batch_update():
            for platform, items in pages.items():
                self.views.posts[platform] = len(items)
                self.views.feeds[platform].reset(items)
            self.views.timeline.reset(log)
            self.views.beat()

    def _flush_soon(self) -> None:
        self.set_timer(self._flush_after, self._flush)

    def _flush(self) -> None:
        with self.app.batch_update():
            touched = self.pump.flush()
        self._read_again(touched)
        if self.pump.query.terms:
            self._count_matches()
        if self.pump.overflowed:
            self.pump.overflowed = False
            self.do(self.load())

    def _viewer(self, place: int, platform: Platform) -> Callable[[View], None]:
        def look(view: View) -> None:
            self.views.foot(place, view.unseen, frozen=view.frozen)
            if view.length and view.first + view.shown > view.length - _NEAR_END:
                self.run_worker(self._older(platform), group=f"older-{platform}")

        return look

    async def _older(self, platform: Platform) -> None:
        feed = self.views.feeds[platform]
        if self.loader is not None and len(feed) < feed.limit:
            feed.extend(await self.loader.older(platform))

    # --- saying and doing ---

    def do(self, work: Coroutine[object, object, object]) -> None:
        """Do something that may wait for an answer or the store; what goes wrong is said in words."""
        self.run_worker(self._told(work), group="acts")

    async def _told(self, work: Coroutine[object, object, object]) -> None:
        try:
            await work
        except WarroomError as error:
            self.say(str(error), Tone.WARN)

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
        self.do(self._act(Verb(verb)))

    async def _act(self, verb: Verb) -> None:
        if self.acts is None:
            return
        feed = self.feed
        if feed is not None:
            feed.hold()  # what is asked for is for the post that was seen, whatever arrives meanwhile
        targets = self.targets()
        if not await self.acts.act(verb, targets) or self.focused is self.page:
            return
        if feed is not None and feed.marks:
            feed.clear_marks()
        elif feed is not None and feed.selected_key in targets:
            feed.next_item()

    def action_severity(self) -> None:
        """Set the severity."""
        if self.acts is not None:
            self.do(self.acts.severity())

    def action_undo(self) -> None:
        """Take the last act back."""
        if self.acts is not None:
            self.do(self.acts.undo())

    def action_hold(self) -> None:
        """Hold scheduled posts."""
        if self.acts is not None:
            self.do(self.acts.hold())

    def action_retry(self) -> None:
        """Try failed sources again."""
        if self.acts is not None:
            self.do(self.acts.retry())

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
        self.do(self._with_post(lambda post: browse(self.app, post)))

    def action_copy(self) -> None:
        """Copy the post's text and link."""
        self.do(self._with_post(lambda post: clipping(self.app, post)))

    async def _with_post(self, work: Callable[[Post], str]) -> None:
        if self.feed is not None:
            self.feed.hold()
        keys_ = self.targets()[:1]
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
        if self.room is not None:
            from warroom.screens.spotcheck import SpotCheck

            self.app.push_screen(SpotCheck(self.room))

    # --- the page of a post ---

    @on(Feed.Opened)
    def _opened(self, event: Feed.Opened) -> None:
        self.do(self._read(event.key))

    @on(Timeline.Opened)
    def _event_opened(self, event: Timeline.Opened) -> None:
        self.do(self._read(event.key))

    @on(Feed.Moved)
    def _moved(self, event: Feed.Moved) -> None:
        if self.reading and event.key is not None and self.focused is event.feed:
            self.run_worker(self._told(self._read(event.key, go=False)), group="page", exclusive=True)

    async def _read(self, key: PostKey, *, go: bool = True) -> None:
        if self.loader is None or not await self._show(key, go=go):
            self.say("This post is not in the store.", Tone.WARN)
        elif self.room is not None and self.room.talk is not None and (go or self._noted[0] != key):
            self._noted = key, _ASKING
            self.run_worker(self._whole(key), group="thread", exclusive=True)

    async def _show(self, key: PostKey, *, go: bool = False) -> bool:
        note = self._noted[1] if self._noted[0] == key else ""
        dossier = await self.loader.dossier(key, self.views.timeline.shown, note=note) if self.loader else None
        if dossier is None:
            return False
        if go:
            self.open_page()
        self.page_pane.head(title(dossier))
        self.page.show(dossier)
        return True

    async def _whole(self, key: PostKey) -> None:
        # Somebody who walks through posts does not want the thread of each.
        await asyncio.sleep(_LINGER)
        if self.loader is None:
            return
        self._noted = key, await self.loader.whole(key)
        dossier = self.page.dossier
        if self.reading and dossier is not None and dossier.item.key == key:
            await self._show(key)

    def _read_again(self, keys_: frozenset[PostKey]) -> None:
        dossier = self.page.dossier
        if self.reading and dossier is not None and dossier.item.key in keys_:
            self.run_worker(self._told(self._read(dossier.item.key, go=False)), group="page", exclusive=True)

    # --- the filter ---

    def action_filter(self) -> None:
        """Ask for a filter."""
        self.do(self._ask_filter())

    async def _ask_filter(self) -> None:
        text = await self.prompt.ask(Question(
            label="/", value=self.pump.query.text, check=self._check_filter,
            hint='refund "sick on sunday" from:mara tag:legal is:negative sentiment<-0.3 reach>10k since:2h -meme',
        ))
        if text is not None:
            await self._narrow(text)

    def _check_filter(self, text: str) -> Complaint | None:
        try:
            parse(text, now=self.now(), me=self.room.desk.actor if self.room else "")
        except QueryError as error:
            return Complaint(str(error), error.start, error.end)
        return None

    async def _narrow(self, text: str) -> None:
        query = parse(text.strip(), now=self.now(), me=self.room.desk.actor if self.room else "")
        self.pump.narrow(query)
        self.views.filtered = query.text if query.terms else ""
        await self.load()
        self.fit_panes()
        self._count_matches()

    def _count_matches(self) -> None:
        if self.loader is not None:
            count = sum(len(feed) for feed in self.views.feeds.values())
            self.banner.show(self.pump.query.text, count, more=len(self.loader.ended) < len(self.views.feeds))

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

