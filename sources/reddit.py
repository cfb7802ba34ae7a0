"""Reddit, both ways: what is new in subreddits, searches and our inbox, polled; and replies as the brand's account.

Everything goes through asyncpraw, in :mod:`sources._reddit_client`. Source: https://www.reddit.com/dev/api.
"""

from __future__ import annotations

import asyncio
import importlib
import math
import time
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sources._reddit_consent import RedditOAuth
from sources._reddit_faults import Fault, Kind, source_error
from sources._reddit_listing import (
    PAGE,
    Listing,
    Position,
    Walk,
    inbox,
    of_subreddits,
    of_terms,
    read_page,
    subreddit_names,
)
from sources._reddit_login import RedditLogin, address
from sources._reddit_post import fullname, when
from sources._reddit_probe import RedditProbe
from sources._reddit_publisher import RedditPublisher, whoami
from sources._reddit_reach import Reach
from sources._reddit_reader import KEPT, Haul, Reader
from sources._reddit_thread import RedditThreads
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.health import Budget
from warroom.domain.model import Platform
from warroom.domain.terms import Terms, Vocabulary
from warroom.ports import Batch

if TYPE_CHECKING:
    from sources._reddit_client import Client

__all__ = [
    "RedditFollow", "RedditLogin", "RedditOAuth", "RedditProbe", "RedditPublisher", "RedditSource", "RedditThreads",
]

#: Posts in one batch, items that are read in one go (half a millisecond), and the share of a limit that is left to
#: replies and threads.
_MOST: Final = 200
_SLICE: Final = 20
_SPARED: Final = 0.1
#: A listing that is refused rests so long (s), then twice as long each time, up to the second; rounds are never further
#: apart than the third (s) for the limit's sake.
_REST: Final = 15.0
_LONGEST_REST: Final = 600.0
_SLOWEST: Final = 600.0

#: Of these native ids, which are stored? Asked about deletions of posts that this process did not bring.
Known = Callable[[Sequence[str]], Awaitable[Collection[str]]]


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedditFollow:
    """What to follow. All that is new in ``subreddits`` comes in, or, with ``only_terms``, what holds a term.

    ``search`` looks for the terms on the whole site; ``inbox`` brings mentions and replies, where we have an account.
    A round of polls begins every ``interval`` s; posts of the last day are looked at again every ``recheck`` s, a
    hundred at a time.
    """

    subreddits: tuple[str, ...] = ()
    only_terms: bool = False
    search: bool = True
    inbox: bool = True
    interval: float = 10.0
    recheck: float = 30.0


class RedditSource:
    """A source of Reddit's posts and comments (see ``ports.Source``).

    ``base_url`` is where people look at Reddit, ``oauth_url`` where its API is ("": Reddit's own, or ``base_url`` for
    any other server). ``known`` finds posts of earlier runs among what is deleted. One call may take ``patience`` s.
    The latest ``keep`` posts are remembered and looked at again.
    The cursor is JSON: how far each listing was read, and the posts that are watched for edits.
    """

    name = "reddit"
    platforms = frozenset({Platform.REDDIT})

    def __init__(
        self, *, login: RedditLogin, follow: RedditFollow, terms: Vocabulary, base_url: str = "https://www.reddit.com",
        oauth_url: str = "", known: Known | None = None, patience: float = 15.0,
        keep: int = KEPT, now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._login = login
        self._follow = follow
        self._terms = Terms.of(terms)
        self._keep = keep
        self._base_url = base_url
        self._oauth_url = oauth_url
        self._known = known
        self._patience = patience
        self._now = now
        self._client: Client | None = None
        self._reach = Reach()
        self._settled: tuple[str, Reader] | None = None
        self._bad: set[str] = set()
        self._resting: dict[str, float] = {}
        self._refused: Counter[str] = Counter()
        self._rechecked = 0.0
        #: What our account is called.
        self._name = login.username if login.has_account else ""

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Yield batches from after ``cursor``; "" begins with the newest page of each listing.

        Raises SourceError where a round failed, and SourceStopped for a bad login or where nothing is followed.
        """
        server = address(self._base_url, self._oauth_url)
        self._listings()  # says what is wrong with the settings before anything is asked
        # The import takes a third of a second; in a thread, no key waits for it.
        await asyncio.to_thread(importlib.import_module, "sources._reddit_client")
        from sources._reddit_client import Client

        client = self._client = self._client or Client(self._login, server, patience=self._patience, now=self._now)
        reader = self._reader_for(cursor, server.www)
        position, skipped = Position.read(cursor, server.place)
        reader.remember(position.watched)
        turn = _Turn(client, reader, position, skipped, cursor)
        self._resting.clear()
        self._bad.clear()
        try:
            while True:
                if self._login.has_account and not self._name:
                    with suppress(Fault):  # a login may read posts and not accounts; what is wrong, the listings tell
                        self._name = await whoami(client)
                began, calls = time.monotonic(), client.calls
                async with aclosing(self._round(turn)) as batches:
                    async for batch in batches:
                        yield replace(batch, own=frozenset({self._name} - {""}))
                period = self._period(client, client.calls - calls)
                await asyncio.sleep(max(0.0, began + period - time.monotonic()))
        finally:
            await client.close()

    def _reader_for(self, cursor: str, www: str) -> Reader:
        """The memory to go on with: the last stream's own, where the cursor says that all it brought was stored.

        Otherwise a new one: what an earlier stream brought may not have come as far as the store.
        """
        settled, self._settled = self._settled, None
        if settled is not None and cursor and settled[0] == cursor:
            return settled[1]
        return Reader(self._terms, www=www, now=self._now, keep=self._keep)

    async def _round(self, turn: _Turn) -> AsyncGenerator[Batch, None]:
        """Poll every listing once. One that fails does not keep the others from being read."""
        failed: list[Fault] = []
        cut_short = False
        followed = self._listings()
        turn.follow = frozenset(listing.key for listing in followed)
        awake = [listing for listing in followed if self._resting.get(listing.key, 0.0) <= time.monotonic()]
        for listing in awake:
            try:
                async with aclosing(self._walk(listing, turn)) as batches:
                    async for batch in batches:
                        yield batch
            except Fault as fault:
                if self._is_of_the_listing(fault):
                    await self._set_aside(listing, fault, turn)
                    continue
                failed.append(fault)
                cut_short = fault.kind in (Kind.LOGIN, Kind.LIMIT, Kind.UNREACHED)
                if cut_short:
                    break
        if not cut_short:
            try:
                await self._recheck(turn)
            except Fault as fault:
                failed.append(fault)
        turn.live = turn.live or (not failed and bool(awake))
        for batch in await self._batches(turn, caught_up=turn.live):
            yield batch
        self._settled = (turn.cursor, turn.reader)
        if failed:
            raise source_error(failed[0], turn.client.server.place) from failed[0]
        if not awake:
            raise SourceError(f"{turn.client.server.place} lets us read nothing of what we follow.",
                              hint="Check sources.reddit.subreddits and the account's permissions.")

    async def _walk(self, listing: Listing, turn: _Turn) -> AsyncGenerator[Batch, None]:
        """Read a listing back to where it was read before; what was got before a failure is handed over too."""
        walk = Walk(turn.position.marks.get(listing.key), held=listing.held)
        behind = False
        try:
            while not walk.done:
                more = {"after": walk.after, "count": str(len(walk.items))} if walk.after else {}
                walk.take(read_page(await turn.client.get(listing.path, limit=PAGE, **listing.params, **more)))
                if not walk.done:
                    behind = True
                    yield Batch(caught_up=False, budget=_budget(turn.client))
        except Fault:
            await self._take(walk, listing, turn)
            raise
        del self._refused[listing.key]
        await self._take(walk, listing, turn)
        if walk.gap:
            turn.haul.skipped["a gap longer than Reddit lists"] += 1
        turn.position.marks[listing.key] = walk.mark
        if turn.haul.entries:
            for batch in await self._batches(turn, caught_up=turn.live and not behind):
                yield batch
            self._settled = (turn.cursor, turn.reader)

    async def _take(self, walk: Walk, listing: Listing, turn: _Turn) -> None:
        """Read what a walk met, oldest first, a few at a time, so that no key waits for a thousand."""
        self._settled = None
        items = sorted(walk.items, key=_order)
        for at in range(0, len(items), _SLICE):
            turn.reader.read(items[at:at + _SLICE], turn.haul, sifted=listing.sifted)
            await asyncio.sleep(0)
        turn.items += items

    async def _recheck(self, turn: _Turn) -> None:
        """Look again at posts of the last day: what was edited, deleted or removed since."""
        if time.monotonic() - self._rechecked < self._follow.recheck:
            return
        self._rechecked = time.monotonic()
        names = turn.reader.due(self._follow.recheck)
        if names:
            page = read_page(await turn.client.get("api/info", id=",".join([*names, *turn.reader.witness(names)])))
            self._settled = None
            turn.reader.read(page.children, turn.haul, sifted=False)
            turn.reader.missed(names, {fullname(raw) for raw in page.children}, turn.haul)

    async def _batches(self, turn: _Turn, *, caught_up: bool) -> list[Batch]:
        """What was brought since the last time, in batches, the cursor with the last of them."""
        haul, turn.haul = turn.haul, Haul()
        items, turn.items = turn.items, []
        entries = haul.entries
        if haul.strangers and self._known is not None:
            known = frozenset(await self._known([gone.native_id for gone in haul.strangers]))
            entries = [*(gone for gone in haul.strangers if gone.native_id in known), *entries]
        await self._reach.learn(items, turn.client)
        entries = self._reach.signed(entries)
        turn.position.count += bool(entries)
        cursor = turn.position.write(turn.reader.carried(), turn.follow)
        fresh, turn.cursor = cursor if cursor != turn.cursor else "", cursor
        skipped, turn.skipped = turn.skipped + haul.skipped, Counter()
        parts = [entries[at:at + _MOST] for at in range(0, len(entries), _MOST)] or [[]]
        return [
            *(Batch(part, caught_up=False) for part in parts[:-1]),
            Batch(parts[-1], fresh, caught_up=caught_up, skipped=skipped, budget=_budget(turn.client)),
        ]

    def _listings(self) -> list[Listing]:
        """Everything to poll, but for what is closed to us. Raises SourceStopped where that is nothing."""
        follow = self._follow
        names, wrong = subreddit_names(follow.subreddits)
        if wrong:
            raise SourceStopped(f"{wrong[0]!r} is no name of a subreddit.",
                                hint='Write sources.reddit.subreddits as in ["coffee", "r/espresso"].')
        listings = of_subreddits([name for name in names if name not in self._bad], sifted=follow.only_terms)
        listings += of_terms(self._terms) if follow.search else []
        listings += [inbox()] if follow.inbox and self._login.has_account else []
        if not listings:
            raise SourceStopped("Reddit has nothing to look for.",
                                hint="Set terms.brand or sources.reddit.subreddits in config.toml.")
        return listings

    def _is_of_the_listing(self, fault: Fault) -> bool:
        return fault.kind is Kind.STATUS and (300 <= fault.status < 400 or fault.status in (403, 404, 451))

    async def _set_aside(self, listing: Listing, fault: Fault, turn: _Turn) -> None:
        """Leave out what is closed to us: of a listing of many subreddits only those, else the listing for a while."""
        closed = []
        for name in listing.subreddits if len(listing.subreddits) > 1 else ():
            try:
                await turn.client.get(f"r/{name}/about")
            except Fault as error:
                if self._is_of_the_listing(error):
                    closed.append(name)
        if closed and len(closed) < len(listing.subreddits):
            self._bad.update(closed)
            for name in closed:
                turn.haul.skipped[f"r/{name} is not there, or closed to us ({fault.words})"] += 1
            return
        rest = min(_LONGEST_REST, _REST * 2 ** min(self._refused[listing.key], 10))
        self._refused[listing.key] += 1
        self._resting[listing.key] = time.monotonic() + rest
        turn.haul.skipped[f"{listing.path[:60]} cannot be read ({fault.words})"] += 1

    def _period(self, client: Client, calls: int) -> float:
        """Seconds from one round to the next: the interval, or longer where the limit would not last until its reset.

        Raises SourceError where only what is spared for replies is left.
        """
        limits, interval = client.limits, self._follow.interval
        if limits.left is None or limits.most is None or limits.resets_at is None:
            return interval
        rest = (limits.resets_at - self._now()).total_seconds()
        free = limits.left - _SPARED * limits.most
        if rest <= 0 or calls == 0:
            return interval
        if free < calls:
            fault = Fault(Kind.LIMIT, f"{limits.left} of {limits.most} calls are left, for replies", retry_after=rest)
            raise source_error(fault, client.server.place)
        return max(interval, min(calls * rest / free, _SLOWEST))


@dataclass(slots=True)
class _Turn:
    """What one stream goes on with, from round to round; ``live`` after a first round without a failure."""

    client: Client
    reader: Reader
    position: Position
    skipped: Counter[str]
    cursor: str
    follow: frozenset[str] = frozenset()
    haul: Haul = field(default_factory=Haul)
    items: list[object] = field(default_factory=list)
    live: bool = False


def _order(raw: object) -> tuple[float, int, str]:
    """Oldest first; in the same second by number, as Reddit gave them out."""
    moment, name = when(raw), fullname(raw)
    return moment.timestamp() if moment is not None else math.inf, len(name), name[3:]


def _budget(client: Client) -> Budget | None:
    limits = client.limits
    if limits.left is None or limits.most is None:
        return None
    return Budget(platform=Platform.REDDIT, left=limits.left, limit=limits.most, resets_at=limits.resets_at)
