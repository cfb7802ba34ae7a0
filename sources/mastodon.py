"""Mastodon, and every server that speaks its API: hashtags, a public timeline, mentions and search, and our replies.

Through Mastodon.py, whose calls block: each runs in a thread of its own. Source: https://docs.joinmastodon.org/client/.
"""

from __future__ import annotations

import asyncio
import importlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from sources._mastodon_again import Again
from sources._mastodon_feeds import Feed, What, read_cursor, read_told, tags_of
from sources._mastodon_follow import Pace, Run, Streams
from sources._mastodon_live import How
from sources._mastodon_login import MastodonApp, MastodonLogin, MastodonOAuth
from sources._mastodon_probe import MastodonProbe
from sources._mastodon_publisher import MastodonPublisher
from sources._mastodon_reader import Known, Reader
from sources._mastodon_scheduler import MastodonScheduler
from sources._mastodon_server import Server, ask_account, ask_server, explain
from sources._mastodon_sieve import Sieve
from sources._mastodon_thread import MastodonThreads
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Wire, address
from sources._refusals import Refusals
from warroom.domain.errors import SourceStopped
from warroom.domain.model import Platform
from warroom.domain.terms import Terms, Vocabulary
from warroom.ports import Batch

#: The stored posts that matter most, the newest first: what happened to them in a gap is asked for.
Recent = Callable[[], Awaitable[Sequence[str]]]

__all__ = [
    "MastodonApp", "MastodonFollow", "MastodonLogin", "MastodonOAuth", "MastodonProbe", "MastodonPublisher",
    "MastodonScheduler", "MastodonSource", "MastodonThreads",
]

_WAYS: Final = {
    "auto": (How.WEBSOCKET, How.SSE), "websocket": (How.WEBSOCKET,), "sse": (How.SSE,), "off": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MastodonFollow:
    """What to follow. ``hashtags`` () are made of the terms; ``interval`` (s) is between looks at what has no stream.

    ``timeline`` is none, local or public; ``streaming`` is websocket, sse, off, or auto for what the server has.
    Notifications, search and streams need a login, and are left out without one.
    """

    hashtags: tuple[str, ...] = ()
    timeline: str = "local"
    notifications: bool = True
    search: bool = True
    streaming: str = "auto"
    interval: float = 15.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


class MastodonSource:
    """A source of Mastodon posts (see ``ports.Source``).

    ``base_url`` is our account's server. Timelines and search are kept to posts that hold a term; what comes under a
    followed hashtag or mentions us is kept as it is. ``known`` finds posts of earlier runs among what is deleted or
    edited; after a gap of minutes those that ``recent`` names are asked for again. Seconds: ``open_timeout`` for a
    connection, ``patience`` for an answer, ``silence`` until a stream without a sign of life counts as dead (servers
    send one every 30). The latest ``keep`` posts (0.4 kB each) are remembered, to tell what is new of them. Cursors are
    JSON: the newest id of each feed.
    """

    name = "mastodon"
    platforms = frozenset({Platform.MASTODON})

    def __init__(
        self, *, base_url: str, terms: Vocabulary, login: MastodonLogin | None = None,
        follow: MastodonFollow | None = None, known: Known | None = None, recent: Recent | None = None,
        open_timeout: float = 10.0,
        patience: float = 15.0, silence: float = 90.0, keep: int = 50_000,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._base_url = base_url
        self._terms = Terms.of(terms)
        self._login = login or MastodonLogin()
        self._follow = follow or MastodonFollow()
        self._known = known
        self._recent = recent
        self._again = Again(now)
        self._refusals = Refusals()
        self._open_timeout = open_timeout
        self._patience = patience
        self._silence = silence
        self._sieve = Sieve(self._terms, now, keep=keep)
        self._streams = Streams(_WAYS[self._follow.streaming])
        self._server: Server | None = None
        self._own = frozenset[str]()
        self._brought: dict[str, OrderedDict[str, str]] = {}

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Yield batches from after ``cursor``; "" begins with the newest posts that there are.

        Raises SourceError whenever a stream or a look breaks off, and SourceStopped where there is nothing to look
        for, no server at the address, or no login that it takes.
        """
        feeds = self._feeds()
        if not feeds:
            raise SourceStopped("Mastodon has nothing to look for.", hint="Set terms.brand in config.toml.")
        where = address(self._base_url)
        await asyncio.to_thread(importlib.import_module, "mastodon")
        token = self._login.access_token
        self._sieve.told.resume(cursor)
        wire, stream_wire = (Wire(where, token, open_timeout=self._open_timeout, patience=self._patience)
                             for _ in range(2))
        first = self._server is None
        try:
            server = await self._greet(wire)
            first = False
            reader = Reader(feeds, self._sieve, self._known)
            reader.skipped.update(read_cursor(cursor, where.place, feeds))
            if self._recent is not None and self._again.is_due(resumed=bool(cursor)):
                self._again.plan(await self._recent())
            run = Run(wire, stream_wire, server, feeds, reader, self._streams,
                      Pace(interval=self._follow.interval, silence=self._silence, patience=self._open_timeout),
                      self._again, read_told(cursor))
            async with aclosing(run.batches()) as batches:
                async for batch in batches:
                    yield replace(batch, own=self._own)
                    self._again.heard()
                    if batch.caught_up:
                        self._refusals.none()
                    self._sieve.told.settle(batch.cursor)  # whoever asks for the next has taken it
        except WireError as error:
            said = explain(error, wire, first=first)
            # In the server's own words a refusal is one; without them it may be a proxy's that is being restarted.
            if isinstance(said, SourceStopped) and error.status and not (first or error.told):
                said = self._refusals.meaning(said)
            raise said from error
        finally:
            await wire.close()
            await stream_wire.close()

    def _feeds(self) -> list[Feed]:
        follow = self._follow
        feeds = [Feed(What.TAG, tag) for tag in tags_of(follow.hashtags or self._terms.every)]
        if follow.timeline != "none" and self._terms.every:
            feeds.append(Feed(What(follow.timeline)))
        if self._login.access_token and follow.notifications:
            feeds.append(Feed(What.MENTIONS))
        if self._login.access_token and follow.search:
            feeds += [Feed(What.SEARCH, term) for term in self._terms.every if term[0] not in "#@"]
        for feed in feeds:
            feed.brought = self._brought.setdefault(feed.name, feed.brought)
        return feeds

    async def _greet(self, wire: Wire) -> Server:
        """Ask what the server is, the first time, and whether it takes our login. Raises WireError."""
        if self._server is None:
            server = await ask_server(wire)
            if wire.logged_in:
                try:
                    self._own = frozenset({(await ask_account(wire, server)).handle})
                except WireError as error:
                    # A login may read posts and not accounts; what does not answer well is told by the feeds.
                    if error.status != 403 and error.kind is not Kind.GARBLED:
                        raise
            self._server = server
        self._sieve.home = self._server.domain
        return self._server
