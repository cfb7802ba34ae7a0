"""Whatever the order of posts, looks, streams, failures and restarts: no post is left below the bookmark."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import cast

from helpers.mastodon_data import Data, Status
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sources._mastodon_feeds import Feed, What, pages, read_cursor, read_told, write_cursor
from sources._mastodon_live import Event
from sources._mastodon_reader import Reader
from sources._mastodon_sieve import Sieve
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Answer, Wire
from warroom.domain.model import Gone, Post
from warroom.domain.terms import Terms

NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)
#: Items of a page: few, so that a gap is soon longer than one.
FEW = 3


class Server(Data):
    """A local timeline, a stream of it, and answers that fail when they are told to."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Event] = []
        self.streams = False
        self.good_answers: int | None = None

    def post(self) -> None:
        native_id = self.new_id()
        self.statuses[native_id] = Status(native_id, "ana", f"Acme {native_id}", NOW)
        if self.streams:
            self.said.append(Event(("public:local",), "update", json.dumps(self.entity(self.statuses[native_id]))))

    async def call(self, _: str, *, limit: int, min_id: str = "", max_id: str = "") -> Answer:
        if self.good_answers is not None:
            self.good_answers -= 1
            if self.good_answers < 0:
                raise WireError(Kind.BROKEN, "The connection broke.")
        names = [name for name in self.statuses if (not min_id or name > min_id) and (not max_id or name < max_id)]
        shown = names[:FEW] if min_id else names[-FEW:]
        assert len(shown) <= limit
        return Answer(json.dumps([self.entity(self.statuses[name]) for name in reversed(shown)]).encode(), {})


class Room:
    """Reads the server as a run of the source does, and stores what it takes."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.stored: list[str] = []
        self.cursor = ""
        self.sieve = Sieve(Terms(brand=("Acme",)), lambda: NOW)
        self.restart()

    def restart(self) -> None:
        """Begin a run from the cursor in the store; what the stream said and nobody read is lost with it."""
        self.server.said.clear()
        self.server.streams = False
        self.sieve.told.resume(self.cursor)
        self.told = read_told(self.cursor)
        self.feed = Feed(What.LOCAL)
        read_cursor(self.cursor, "here", [self.feed])
        self.reader = Reader([self.feed], self.sieve, None)

    def lose_the_stream(self) -> None:
        """As where it falls silent, and the run goes on."""
        self.server.said.clear()
        self.server.streams = False
        self.feed.doubt()

    def take(self, entries: list[Post | Gone], *, stored: bool) -> None:
        """Store a batch with its cursor; or take it, and lose it."""
        self.told += bool(entries)
        cursor = write_cursor("here", [self.feed], self.told)
        self.sieve.told.settle(cursor)
        if stored:
            self.stored += [entry.native_id for entry in entries if isinstance(entry, Post)]
            self.cursor = cursor

    async def hear(self, most: int) -> None:
        events, self.server.said[:most] = self.server.said[:most], []
        self.take(await self.reader.events(events), stored=True)

    async def look(self, meanwhile: str = "") -> None:
        """Look at the feed; ``meanwhile``, between its pages, the stream goes on (h), or people post (p)."""
        async for page in pages(self.feed, cast("Wire", self.server)):
            self.take(await self.reader.page(self.feed, page), stored=True)
            for step in meanwhile:
                if step == "p":
                    self.server.post()
                else:
                    await self.hear(2)


async def live_through(steps: list[tuple[str, int]]) -> tuple[Server, Room]:
    server = Server()
    room = Room(server)
    await room.look()
    for step, number in steps:
        match step:
            case "post":
                for _ in range(number):
                    server.post()
            case "stream":
                server.streams = True
            case "hear":
                await room.hear(number)
            case "look":
                await room.look("hp"[:number % 3])
            case "silence":
                room.lose_the_stream()
            case "broken look":
                server.good_answers = number
                try:
                    await room.look()
                except WireError:
                    room.restart()
                server.good_answers = None
            case "lost look" | "lost events":
                if step == "lost look":
                    entries = await room.reader.page(room.feed, await anext(pages(room.feed, cast("Wire", server))))
                else:
                    events, server.said[:number] = server.said[:number], []
                    entries = await room.reader.events(events)
                if number % 2:
                    room.take(entries, stored=False)
                room.restart()
            case _:
                room.restart()
    await room.look()
    return server, room


STEPS = st.one_of(
    st.tuples(st.sampled_from(["post", "hear", "look", "broken look", "lost look", "lost events"]), st.integers(1, 9)),
    st.tuples(st.sampled_from(["stream", "silence", "restart"]), st.just(0)),
)


@settings(deadline=None, max_examples=60)
@example([("post", 9), ("stream", 0), ("post", 1), ("hear", 1)])  # its first word is not all that there was
@example([("stream", 0), ("post", 1), ("hear", 1), ("look", 1), ("silence", 0), ("post", 9), ("stream", 0), ("post", 1),
          ("hear", 1)])
@example([("post", 1), ("lost look", 1), ("post", 9)])
@example([("post", 1), ("lost look", 2)])
@given(st.lists(STEPS, max_size=25))
def test_every_post_is_stored_whatever_befalls_the_feed_and_its_stream(steps: list[tuple[str, int]]) -> None:
    server, room = asyncio.run(live_through(steps))
    assert set(room.stored) == set(server.statuses)
