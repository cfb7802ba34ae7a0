"""One run of the Mastodon source: streams where the server has them, looks at the feeds where not, and both as one.

A stream is a hint, the feeds are the truth: each feed is read at the start, looked at every ``interval`` until its
stream brings something, and every two minutes after that. So no gap is left by a stream that is silent, refused or
not there, and late posts, edits and deletions are found.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Final

from sources._mastodon_again import Again
from sources._mastodon_feeds import PAGE, Feed, Page, What, pages, write_cursor
from sources._mastodon_live import How, Live
from sources._mastodon_post import order
from sources._mastodon_reader import Reader
from sources._mastodon_server import Server, budget
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Wire
from warroom.domain.errors import SourceError
from warroom.domain.model import Gone, Post
from warroom.ports import Batch

#: Events of one batch.
_MOST: Final = 200
#: Seconds: between cursors without a post, between looks at a feed that streams, until a refused stream is asked again,
#: and a refused feed at the latest and at first (then twice as long each time), until streams are tried again, how long
#: one must last to be worth opening once more, and how long the first look waits for it.
_BEAT: Final = 5.0
_SWEEP: Final = 120.0
_REFUSED: Final = 600.0
_REST: Final = 15.0
_AGAIN: Final = 300.0
_WORTH: Final = 10.0
_FIRST: Final = 3.0
#: How many posts that are missing from a feed are asked for by themselves at each look.
_MISSING: Final = 5
#: The share of the server's limit that is left to replies.
_SPARE: Final = 0.2


@dataclass(slots=True)
class Streams:
    """How streaming went so far, over all runs: the ways that are tried, and how often it ended at once."""

    ways: tuple[How, ...]
    short: int = 0
    not_before: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds: between looks, without a sign of life on a stream, and for opening one."""

    interval: float
    silence: float
    patience: float


@dataclass(slots=True)
class Run:
    """One run. ``wire`` asks for feeds, ``stream_wire`` opens streams; posts were handed over ``handed`` times."""

    wire: Wire
    stream_wire: Wire
    server: Server
    feeds: Sequence[Feed]
    reader: Reader
    streams: Streams
    pace: Pace
    again: Again
    handed: int = 0
    _live: Live | None = None
    _live_since: float = 0.0
    _opening: asyncio.Task[None] | None = None
    _sweeping: asyncio.Task[None] | None = None
    _told: tuple[float, str] = (0.0, "")
    _failed: WireError | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _seen: asyncio.Queue[tuple[Feed | None, Page] | WireError] = field(default_factory=lambda: asyncio.Queue(4))

    async def batches(self) -> AsyncGenerator[Batch, None]:
        """Yield what comes. Raises SourceError when it breaks off, and WireError."""
        try:
            self._opening = asyncio.create_task(self._go_live(), name="open Mastodon's streams")
            await asyncio.wait({self._opening}, timeout=_FIRST)
            for feed in self.feeds:
                async with aclosing(self._look(feed)) as look:
                    async for page in look:
                        entries = [*await self.reader.page(feed, page), *await self._events()]
                        yield self._batch(entries, caught_up=False)
            yield self._batch([], caught_up=self._is_current())
            self._sweeping = asyncio.create_task(self._sweep(), name="look at Mastodon's feeds")
            while True:
                self._news.clear()
                was_current = self._is_current()
                entries = [*await self._events(), *await self._pages()]
                if entries or self.reader.skipped or self._beat() or self._is_current() is not was_current:
                    yield self._batch(entries, caught_up=self._is_current())
                if self._failed is not None:
                    raise self._failed
                await self._check_live()
                if self._sweeping.done():
                    self._sweeping.result()  # what nobody foresaw is not kept quiet
                await self._wait()
        finally:
            tasks = [task for task in (self._opening, self._sweeping) if task is not None]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self._live is not None:
                await self._live.close()

    async def _events(self) -> list[Post | Gone]:
        return await self.reader.events(self._live.take(_MOST)) if self._live is not None else []

    async def _pages(self) -> list[Post | Gone]:
        """What the looks brought. One that failed is noted, to be told after what was read before it."""
        entries: list[Post | Gone] = []
        while not self._seen.empty():
            found = self._seen.get_nowait()
            if isinstance(found, WireError):
                self._failed = found
            else:
                feed, page = found
                entries += await self.reader.page(feed, page) if feed is not None else self.reader.again(page)
        return entries

    def _is_current(self) -> bool:
        """True where no gap of this run is left to be filled."""
        return all(feed.current or feed.refused for feed in self.feeds)

    async def _wait(self) -> None:
        """Wait for news; once a second the streams are looked at in any case, for the library does not tell all."""
        try:
            async with asyncio.timeout(1.0):
                await self._news.wait()
        except TimeoutError:
            return

    # The feeds ----------------------------------------------------------------------------------------------------

    async def _sweep(self) -> None:
        """Look at each feed when it is due, for as long as nothing fails that the engine must know of."""
        try:
            async with aclosing(self.again.pages(self.wire, self.reader.has)) as found:
                async for page in found:
                    await self._seen.put((None, page))
                    self._news.set()
            while True:
                self._try_live()
                feed = min(self.feeds, key=lambda one: one.due)
                if feed.due <= time.monotonic():
                    async with aclosing(self._look(feed)) as look:
                        async for page in look:
                            await self._seen.put((feed, page))
                            self._news.set()
                else:
                    await asyncio.sleep(min(1.0, feed.due - time.monotonic()))
        except WireError as error:
            await self._seen.put(error)
            self._news.set()

    async def _look(self, feed: Feed) -> AsyncGenerator[Page, None]:
        """Look at a feed once. What a server does not allow is left alone for a while, and counted."""
        sound = feed.sound
        try:
            async with aclosing(pages(feed, self.wire)) as found:
                async for page in found:
                    yield page
                    if page.head and (missing := await self._missing(feed, page)) is not None:
                        yield missing
        except WireError as error:
            await self._trouble(feed, error)
        else:
            feed.refused, feed.refusals = False, 0
            feed.due = time.monotonic() + self._pause(feed, streams=bool(sound) and sound == feed.sound)
            self._spare()

    async def _missing(self, feed: Feed, head: Page) -> Page | None:
        """Ask for posts that should stand in the head of a feed, and do not: they are deleted, or hidden from us."""
        there = {item_id for item_id, _ in head.items}
        # A page that is not full shows all that there is.
        lowest = order(head.items[0][0]) if len(head.items) >= PAGE // 2 else (0, "")
        missing = [(item_id, native_id) for item_id, native_id in feed.brought.items()
                   if item_id not in there and order(item_id) >= lowest and self.reader.has(native_id)]
        found = Page([])
        for item_id, native_id in missing[-_MISSING:]:
            try:
                said = (await self.wire.call("status", native_id)).read()
            except WireError as error:
                if error.gone:
                    found.gone.append(native_id)
                elif error.kind is not Kind.STATUS:
                    raise
            else:
                feed.brought.pop(item_id, None)  # it is hidden from the feed, and asked for no more
                found.items.append((item_id, said))
        return found if found.items or found.gone else None

    async def _trouble(self, feed: Feed, error: WireError) -> None:
        """Bear with what one feed alone may do. Raises WireError for all else."""
        if error.kind is Kind.LIMITED and self._live is not None and self._live.receiving:
            # The stream goes on without us asking.
            self._not_before(error.retry_after or _REFUSED)
            return
        if error.status == 401 and self.wire.logged_in:
            await self.wire.call("account_verify_credentials")  # it says so where the login is the trouble
        if error.status not in (401, 403, 404, 410, 422):
            raise error
        feed.refused = True
        feed.due = time.monotonic() + min(_REFUSED, _REST * 2 ** min(feed.refusals, 10))
        feed.refusals += 1
        self.reader.skipped[f"{feed.name}: {error.reason}".rstrip(".")] += 1
        if all(one.refused for one in self.feeds):
            raise error

    def _pause(self, feed: Feed, *, streams: bool) -> float:
        limit = self.wire.limit
        # All feeds together take at most half of the calls, which are 300 in five minutes nearly everywhere.
        shared = len(self.feeds) * 600.0 / limit.limit if limit is not None and limit.limit > 0 else 0.0
        pause = max(self.pace.interval, shared)
        if streams and self._live is not None and self._live.receiving:
            return max(pause, _SWEEP)
        return max(pause, 2 * self.pace.interval) if feed.what is What.SEARCH else pause

    def _spare(self) -> None:
        """Leave the last calls before the limit's reset to replies."""
        limit = self.wire.limit
        if limit is not None and limit.resets_at is not None and limit.left < _SPARE * limit.limit:
            self._not_before(self.wire.until(limit.resets_at))

    def _not_before(self, seconds: float) -> None:
        moment = time.monotonic() + min(max(seconds, 0.0), _REFUSED)
        for feed in self.feeds:
            feed.due = max(feed.due, moment)

    def _hurry(self) -> None:
        for feed in self.feeds:
            feed.due = feed.due if feed.refused else 0.0

    # The streams --------------------------------------------------------------------------------------------------

    async def _go_live(self) -> None:
        streamed = [feed for feed in self.feeds if feed.stream]
        if not streamed or not self.wire.logged_in or time.monotonic() < self.streams.not_before:
            return
        reason = ""
        for how in self.streams.ways:
            for base in dict.fromkeys((self.server.streaming, self.wire.where.url)):
                live = Live(self._news)
                try:
                    await live.open(self.stream_wire, base, streamed, how, silence=self.pace.silence,
                                    patience=self.pace.patience)
                except WireError as error:
                    await live.close()
                    reason = reason or error.reason
                except BaseException:
                    await live.close()
                    raise
                else:
                    self._live, self._live_since = live, time.monotonic()
                    return
        self.streams.not_before = time.monotonic() + _AGAIN
        if reason:
            self.reader.skipped[f"streaming: {reason}".rstrip(".")] += 1

    def _try_live(self) -> None:
        """Open streams that are not open, when it is time; what came in between is looked for."""
        if self._opening is not None and self._opening.done():
            self._opening.result()
            self._opening = None
            if self._live is not None:
                self._hurry()
        elif self._opening is None and self._live is None and time.monotonic() >= self.streams.not_before:
            self._opening = asyncio.create_task(self._go_live(), name="open Mastodon's streams")

    async def _check_live(self) -> None:
        """Raise SourceError where the stream is over; one that only fell silent is opened anew at once."""
        live = self._live
        if live is None or live.receiving or live.waiting:
            return
        reason = live.ended or "the stream stopped"
        lasted = time.monotonic() - self._live_since
        self.streams.short = self.streams.short + 1 if lasted < _WORTH else 0
        if self.streams.short >= 3:
            self.streams.short, self.streams.not_before = 0, time.monotonic() + _REFUSED
        if "silent" not in reason:
            raise SourceError(f"{self.wire.where.place}: {reason}.", hint="warroom connects again and catches up.")
        self._live = None
        await live.close()
        for feed in self.feeds:
            feed.doubt()

    # What goes out ------------------------------------------------------------------------------------------------

    def _beat(self) -> bool:
        at, cursor = self._told
        return time.monotonic() - at > _BEAT and cursor != write_cursor(self.wire.where.place, self.feeds, self.handed)

    def _batch(self, entries: Sequence[Post | Gone], *, caught_up: bool) -> Batch:
        self.handed += bool(entries)
        cursor = write_cursor(self.wire.where.place, self.feeds, self.handed)
        self._told = (time.monotonic(), cursor)
        skipped, self.reader.skipped = self.reader.skipped, Counter()
        return Batch(entries, cursor, caught_up, skipped, budget(self.wire))
