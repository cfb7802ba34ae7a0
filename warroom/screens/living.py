"""The life of the main screen: how it takes a room in, paints what comes, opens a post, and narrows to a filter."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from textual import on

from warroom.domain.errors import QueryError
from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Platform, PostKey
from warroom.domain.query import parse
from warroom.engine.bus import Message
from warroom.ports import Store
from warroom.screens.acts import Acts
from warroom.screens.alarms import Alarms
from warroom.screens.loader import Loader, Pages
from warroom.screens.pump import Pump
from warroom.screens.waiting import Waiting
from warroom.settings import ROLES, Settings
from widgets.canvas import AGEING
from widgets.detail import title
from widgets.feed import Feed, View
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


def settle() -> None:
    """Take what is here once the room stands out of all later collections: it stays anyway."""
    gc.collect()
    gc.freeze()
    gc.enable()


class Living(Waiting):
    """A stage with a room on it: let it ``look`` at what is stored, and ``enter`` the room when that is open.

    What the keys do is the room screen's. What a key asks of the room before it is open is done when it is.
    """

    def __init__(self, settings: Settings, *, utf8: bool = True) -> None:
        super().__init__(settings, utf8=utf8)
        self._flush_after = settings.console.flush_ms / 1000
        self.pump = Pump(self.views, self._flush_soon)
        self.views.meters = self.pump.meters
        self.loader: Loader | None = None
        self.acts: Acts | None = None
        self.alarms: Alarms | None = None
        self._unsubscribe: Callable[[], None] | None = None
        #: What was shown before the room was open.
        self._seen: Mapping[Platform, Sequence[Item]] = {}
        #: The post whose thread was asked for last, and what there is to say of that.
        self._noted: tuple[PostKey | None, str] = (None, "")

    def on_mount(self) -> None:
        """Show the room that was entered, if it is open; else what is stored stands here until it is."""
        self.call_after_refresh(self._watch_feeds)  # until they are painted all of their posts are unseen
        if self.room is None:
            self.await_room()
        else:
            self.begin()

    def _watch_feeds(self) -> None:
        for place, (platform, feed) in enumerate(self.views.feeds.items()):
            feed.subscribe(self._viewer(place, platform))

    def begin(self) -> None:
        """Show the room from now on as it goes on."""
        self.pump.paused = False
        self._flush()
        self.set_interval(1.0, self._beat)
        self.set_interval(AGEING, self._age, name="ages")
        self.set_timer(2.0, settle)
        self.do(self._remember())

    # --- the room ---

    async def look(self, store: Store, incident: Incident) -> None:
        """Show what is stored of an incident, before its room is open."""
        pages = Pages(store, lambda: incident)
        seen = await pages.first(self.pump.query)
        self._show_pages(seen, await pages.log())
        self._seen = seen
        self.views.expect(incident, self.now(), self.settings.actor)

    async def enter(self, room: Room) -> None:
        """Take a room in: hear its bus first, then load what is stored.

        So nothing falls in between, and the first picture has posts.
        """
        self.room = self.views.room = room
        self.loader = Loader(room)
        people = tuple(self.settings.team.roles)
        self.acts = Acts(room=room, prompt=self.prompt, timeline=self.views.timeline, say=self.say, people=people,
                         roles=ROLES)
        self.alarms = Alarms(room=room, banner=self.alarm, prompt=self.prompt, say=self.say, leave=self.to_pane,
                             reload=self.load, read=self._read, do=self.do)
        self._unsubscribe = room.bus.subscribe(self._hear)
        await self._fill()
        self._seen = {}
        self.opened()
        if self.is_mounted:
            self.begin()

    def _hear(self, message: Message) -> None:
        self.pump.hear(message)
        if self.alarms is not None:
            self.alarms.hear(message)

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
        await self._remember()

    async def _fill(self) -> None:
        if self.loader is None:
            return
        pages = await self.loader.first(self.pump.query)
        log = await self.loader.log()
        with self.app.batch_update():
            self._show_pages(pages, log)
            if self.alarms is not None:
                self.alarms.reset(log)
            self.views.searching = self.loader.searching
            self.views.beat()
        for platform in self.loader.searching:
            self.run_worker(self.told(self._search_on(platform)), group=f"search-{platform}", exclusive=True)

    async def _search_on(self, platform: Platform) -> None:
        """Bring what a filter finds too far back for the first picture."""
        if self.loader is None:
            return
        items = await self.loader.rest(platform)
        with self.app.batch_update():
            self.views.arrived(platform, items, new=False)
            self.views.beat()
            self._count_matches()

    def _show_pages(self, pages: Mapping[Platform, Sequence[Item]], log: Sequence[Event]) -> None:
        for platform, items in pages.items():
            self.views.posts[platform] = len(items)
            if items != self._seen.get(platform):
                self.views.feeds[platform].reset(items)
        self.views.timeline.reset(log)

    def _beat(self) -> None:
        self.views.beat()
        if self.alarms is not None:
            self.alarms.refresh()  # a snooze may be over

    def _age(self) -> None:
        if self.reading:
            self.page.tell_time(self.now())

    async def _remember(self) -> None:
        """Bring the older part of the log behind the newest, which was all that a start waited for."""
        timeline, loader = self.views.timeline, self.loader
        while loader is not None and self.room is not None and timeline.shown:
            first, incident = timeline.shown[0], self.room.incident.id
            older = await loader.earlier(first.seq)
            if not older or self.room.incident.id != incident or not timeline.shown or timeline.shown[0] is not first:
                return
            timeline.precede(older)
            if self.alarms is not None:
                self.alarms.reset(timeline.shown)
            if timeline.shown[0] is first:
                return  # it keeps no more

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
            self.run_worker(self.told(self._read(event.key, go=False)), group="page", exclusive=True)

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
        """Read anew what is open and changed."""
        dossier = self.page.dossier
        if self.reading and dossier is not None and dossier.item.key in keys_:
            self.run_worker(self.told(self._read(dossier.item.key, go=False)), group="page", exclusive=True)

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
        self.banner.show(query.text, 0, more=False, searching=True)
        await self.load()
        self.fit_panes()
        self._count_matches()

    def _count_matches(self) -> None:
        if self.loader is not None:
            count = sum(len(feed) for feed in self.views.feeds.values())
            self.banner.show(self.pump.query.text, count, more=len(self.loader.ended) < len(self.views.feeds),
                             searching=bool(self.loader.searching))
