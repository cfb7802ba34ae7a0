"""From events and pages to posts, edits and deletions; one bad item is counted and costs nothing else."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Final

from sources._mastodon_feeds import Feed, Page, What, mention
from sources._mastodon_live import Event
from sources._mastodon_post import UnreadableError, read_id
from sources._mastodon_sieve import Sieve
from sources._mastodon_wire import read_json
from warroom.domain.model import Gone, Post

#: Of these native ids, which are stored? Asked about deletions and edits of posts that this process did not bring.
Known = Callable[[Sequence[str]], Awaitable[Collection[str]]]

#: Statuses that are read in one go: a few milliseconds, so that no key waits.
_SLICE: Final = 10


class Reader:
    """Reads what comes in for some feeds. ``skipped`` counts what cannot be read, by reason."""

    def __init__(self, feeds: Sequence[Feed], sieve: Sieve, known: Known | None) -> None:
        self.skipped: Counter[str] = Counter()
        self._feeds = feeds
        self._sieve = sieve
        self._known = known

    async def events(self, events: Sequence[Event]) -> list[Post | Gone]:
        """Read events of streams, in order; what changes posts of earlier runs comes before them."""
        entries: list[Post | Gone] = []
        strangers: list[Post | Gone] = []
        for at in range(0, len(events), _SLICE):
            for event in events[at:at + _SLICE]:
                try:
                    self._event(event, entries, strangers)
                except UnreadableError as error:
                    self.skipped[str(error)] += 1
                except (ValueError, RecursionError):
                    self.skipped["an event that cannot be read"] += 1
            await asyncio.sleep(0)
        if strangers and self._known is not None:
            known = frozenset(await self._known([stranger.native_id for stranger in strangers]))
            entries = [*(stranger for stranger in strangers if stranger.native_id in known), *entries]
        return entries

    async def page(self, feed: Feed, page: Page) -> list[Post | Gone]:
        """Read a page of a feed, and note in the feed that it was read."""
        entries: list[Post | Gone] = []
        self.skipped.update(page.skipped)
        for number, (item_id, raw) in enumerate(page.items):
            if number % _SLICE == 0:
                await asyncio.sleep(0)
            try:
                post = None if raw is None else self._sieve.take(raw, every=feed.every)
            except UnreadableError as error:
                self.skipped[str(error)] += 1
                post = None
            if post is not None:
                entries.append(post)
                feed.watch(item_id, post.native_id)
            feed.advance(item_id)
        entries += [self._sieve.gone(native_id) for native_id in page.gone if self._sieve.has(native_id)]
        if page.head:
            feed.known = feed.current = True
            feed.settled = bool(page.sound) and page.sound == feed.sound
        return entries

    def again(self, page: Page) -> list[Post | Gone]:
        """Read posts of earlier runs that were asked for once more: the store knows what of them is new."""
        entries: list[Post | Gone] = [self._sieve.gone(native_id) for native_id in page.gone]
        for _, raw in page.items:
            try:
                post = self._sieve.take(raw, every=True)
            except UnreadableError as error:
                self.skipped[str(error)] += 1
            else:
                entries += [] if post is None else [post]
        return entries

    def has(self, native_id: str) -> bool:
        """True where a post was brought and is not known to be gone."""
        return self._sieve.has(native_id)

    def _event(self, event: Event, entries: list[Post | Gone], strangers: list[Post | Gone]) -> None:
        if event.kind == "delete":
            said = event.payload
            native_id = read_id(said.strip(' "') if isinstance(said, str) else said)
            if not native_id:
                raise UnreadableError("a deletion without an id")
            (entries if self._sieve.has(native_id) else strangers).append(self._sieve.gone(native_id))
        elif event.kind in ("update", "status.update", "notification"):
            raw = read_json(event.payload) if isinstance(event.payload, str) else event.payload
            item_id = read_id(raw.get("id")) if isinstance(raw, dict) else ""
            # A user's own stream also brings the posts of those who are followed, which nobody asked for.
            mentions = event.kind == "notification"
            feeds = [feed for feed in self._feeds
                     if feed.stream and feed.stream in event.streams and (feed.what is What.MENTIONS) is mentions]
            for feed in feeds:
                feed.prove()
                if feed.settled and event.kind != "status.update":
                    feed.advance(item_id)
            status = mention(raw) if mentions else raw
            if status is not None or not mentions:
                self._status(event.kind, item_id, status, feeds, entries, strangers)

    def _status(
        self, kind: str, item_id: str, raw: object, feeds: Sequence[Feed],
        entries: list[Post | Gone], strangers: list[Post | Gone],
    ) -> None:
        post = None
        if feeds or self._sieve.has(item_id):
            post = self._sieve.take(raw, every=any(feed.every for feed in feeds))
        if post is not None:
            entries.append(post)
            for feed in feeds:
                feed.watch(item_id, post.native_id)
        elif kind == "status.update" and not self._sieve.has(item_id):
            strangers.append(self._sieve.stranger(raw))
