"""The loader: fills the panes from the store, a page at a time, through the filter that is in force."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from warroom.domain.errors import WarroomError
from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Platform, PostKey
from warroom.domain.query import EVERYTHING, On, Query, Words
from warroom.engine.clock import patience
from warroom.ports import Store
from warroom.redaction import REDACTOR
from widgets.detail import Dossier

if TYPE_CHECKING:
    from warroom.engine.room import Room

#: Posts of the first page, which the screen waits for, and of each that comes when somebody gets near the end.
FIRST: Final = 100
PAGE: Final = 1_000
#: Seconds that a pane waits for its first page. Few filters take longer (see bench/store.py); the rest comes by itself.
GLANCE: Final = 0.0025
#: Events of the log that the screen has at the start, those that it keeps, and how many of the older come at a time.
NEWEST: Final = 500
EVENTS: Final = 20_000
_EVENTS_PAGE: Final = 500
#: Posts of a thread that the page of a post shows.
THREAD: Final = 200


class Pages:
    """Pages of an incident's posts and log. ``ended`` tells which panes have been read to their oldest post.

    ``searching`` are those whose first page is not full only because nobody waited for it: :meth:`rest` brings it.
    """

    def __init__(self, store: Store, incident: Callable[[], Incident]) -> None:
        self.query: Query = EVERYTHING
        self.ended: set[Platform] = set()
        self.searching: dict[Platform, int] = {}
        self._store = store
        self._incident = incident
        self._oldest: dict[Platform, int] = {}
        self._busy: set[Platform] = set()
        self._turn = 0

    async def first(self, query: Query) -> Mapping[Platform, Sequence[Item]]:
        """The newest posts of every pane that match, oldest first. Older ones come by :meth:`older`."""
        self.query = query
        self._turn += 1
        self.ended.clear()
        self.searching.clear()
        self._oldest.clear()
        self._busy.clear()
        pages = await asyncio.gather(*(self._begin(platform) for platform in Platform))
        return dict(zip(Platform, pages, strict=True))

    async def rest(self, platform: Platform) -> Sequence[Item]:
        """What a first page lacks, oldest first, however far it must be looked for."""
        if platform not in self.searching or platform in self._busy:
            return ()
        turn = self._turn
        self._busy.add(platform)
        try:
            items = await self._page(platform, self._oldest.get(platform), self.searching[platform])
        finally:
            if turn == self._turn:
                self._busy.discard(platform)
        if turn == self._turn:
            del self.searching[platform]
        return items

    async def older(self, platform: Platform) -> Sequence[Item]:
        """The page before the oldest post that was read, oldest first; empty where one is on its way already."""
        if platform not in self._oldest or any(platform in some for some in (self.ended, self._busy, self.searching)):
            return ()
        turn = self._turn
        self._busy.add(platform)
        try:
            return await self._page(platform, self._oldest[platform], PAGE)
        finally:
            if turn == self._turn:
                self._busy.discard(platform)

    async def _begin(self, platform: Platform) -> Sequence[Item]:
        if not self.query.terms:
            return await self._page(platform, None, FIRST)
        turn, incident = self._turn, self._incident()
        found = await self._store.glance(
            incident.room, self._narrowed(platform), patience(GLANCE), incident=incident.id, limit=FIRST)
        if turn == self._turn and found.cut:
            self.searching[platform] = FIRST - len(found.items)
        return self._read(platform, turn, found.items, ended=not found.cut and len(found.items) < FIRST)

    async def _page(self, platform: Platform, before: int | None, limit: int) -> Sequence[Item]:
        turn, incident = self._turn, self._incident()
        items = await self._store.page(
            incident.room, self._narrowed(platform), incident=incident.id, before=before, limit=limit)
        return self._read(platform, turn, items, ended=len(items) < limit)

    def _narrowed(self, platform: Platform) -> Query:
        return Query((On(platform), *self.query.terms), self.query.text)

    def _read(self, platform: Platform, turn: int, items: Sequence[Item], *, ended: bool) -> Sequence[Item]:
        if turn != self._turn:
            return ()  # another filter came into force meanwhile; its own pages are on their way
        if ended:
            self.ended.add(platform)
        if items:
            self._oldest[platform] = items[-1].id
        return items[::-1]

    async def log(self) -> Sequence[Event]:
        """The incident's newest events, in order."""
        incident = self._incident()
        return await self._store.events(incident.id, after=max(0, incident.head_seq - NEWEST))

    async def earlier(self, before: int) -> Sequence[Event]:
        """Some events written before the one of seq ``before``, in order; none where it is far enough back."""
        incident = self._incident()
        after = max(0, incident.head_seq - EVENTS, before - 1 - _EVENTS_PAGE)
        count = before - 1 - after
        return await self._store.events(incident.id, after=after, limit=count) if count > 0 else ()


class Loader(Pages):
    """Pages of a room's posts, and all that is known of one of them."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.store, lambda: room.incident)
        self._room = room

    async def whole(self, key: PostKey) -> str:
        """Let the platform tell the whole conversation around a post; returns why it does not, in words."""
        if self._room.talk is None:
            return ""
        try:
            await self._room.talk.fetch(key)
        except WarroomError as error:
            return f"The platform does not tell the whole thread: {REDACTOR.scrub(str(error))}"
        return ""

    async def dossier(self, key: PostKey, events: Sequence[Event], *, note: str = "") -> Dossier | None:
        """All that is known of a post; ``events`` is the log, of which its own are picked. None: it is not stored.

        ``note`` is said about its thread.
        """
        room, incident, store = self._room, self._room.incident, self._room.store
        items = await store.items(incident.room, [key], incident=incident.id)
        if key not in items:
            return None
        thread = await store.thread(incident.room, key, incident=incident.id, limit=THREAD)
        item = items[key]
        versions = await store.versions(incident.room, key) if item.version > 1 else [item.post]
        own = [event for event in events if event.post == key]
        # Our own words are never a voice about us, so they are in no list.
        apart = [one.post for one in (item, *thread) if one.context]
        ours = await store.ours(incident.room, apart) if apart else frozenset()
        return Dossier(item=item, now=room.clock.now(), thread=thread, versions=versions, events=own,
                       cut=len(thread) >= THREAD, note=note, ours=ours)


def search_words(query: Query) -> str:
    """The words that a filter looks for, for jumping from match to match."""
    return " ".join(word for term in query.terms if isinstance(term, Words) for word in term.words)
