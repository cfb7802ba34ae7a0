"""What is followed: each feed with the newest that was read of it, asked for page by page.

Sources: https://docs.joinmastodon.org/methods/timelines/, notifications/ and search/.
"""

from __future__ import annotations

import json
import re
from collections import Counter, OrderedDict
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sources._mastodon_post import order, read_id
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Wire

#: Items of a page (the API's bound), and pages that a gap may have: 10,000 posts.
PAGE: Final = 40
_PAGES: Final = 250
#: How many posts of a feed are watched for deletions.
_WATCHED: Final = 400
_TAG: Final = re.compile(r"[^\W_]")
_NO_TAG: Final = re.compile(r"[^\w]")


class What(StrEnum):
    """The kinds of feeds."""

    TAG = "tag"
    LOCAL = "local"
    PUBLIC = "public"
    MENTIONS = "mentions"
    SEARCH = "search"


@dataclass(slots=True)
class Feed:
    """One feed. ``newest`` is the id that was read last ("": nothing yet), ``known`` False before the first look.

    ``current`` is True from when this run has read it to its head, ``refused`` while the server does not show it.
    It is ``due`` by the monotonic clock. A stream is ``proven`` by its first word. Only what it says after a look that
    began then moves ``newest`` on (``settled``): a stream may be open for a while before it brings anything, and its
    first post must not hide those before it. ``stretch`` counts the proofs, so that no look counts for a later one.
    """

    what: What
    word: str = ""
    newest: str = ""
    known: bool = False
    current: bool = False
    settled: bool = False
    proven: bool = False
    stretch: int = 0
    refused: bool = False
    refusals: int = 0
    due: float = 0.0
    brought: OrderedDict[str, str] = field(default_factory=OrderedDict)

    @property
    def name(self) -> str:
        """Its name in a cursor."""
        return f"{self.what}/{self.word}" if self.word else str(self.what)

    @property
    def stream(self) -> str:
        """Its name in the events of a stream, "" where it has none."""
        match self.what:
            case What.TAG:
                return f"hashtag:{self.word.casefold()}"
            case What.LOCAL:
                return "public:local"
            case What.PUBLIC:
                return "public"
            case What.MENTIONS:
                return "user"
        return ""

    @property
    def every(self) -> bool:
        """True where all of its posts concern the team, whatever they say."""
        return self.what in (What.TAG, What.MENTIONS)

    @property
    def sound(self) -> int:
        """Which stretch of its stream is heard now, 0 while none is: what a look that begins now can settle."""
        return self.stretch if self.proven else 0

    def prove(self) -> None:
        """Note that its stream brings something; at the first time there is something to look for."""
        if not self.proven:
            self.proven = True
            self.stretch += 1
            self.due = 0.0

    def doubt(self) -> None:
        """Note that its stream is lost, and with it what it would have said."""
        self.proven = self.settled = self.current = False
        self.due = self.due if self.refused else 0.0

    def advance(self, item_id: str) -> None:
        """Note that an item was read."""
        if order(item_id) > order(self.newest):
            self.newest = item_id

    def watch(self, item_id: str, native_id: str) -> None:
        """Remember a post that came in by this feed."""
        self.brought[item_id] = native_id
        while len(self.brought) > _WATCHED:
            self.brought.popitem(last=False)


@dataclass(slots=True)
class Page:
    """Some items, the oldest first: their ids in the feed, and the statuses (None: of no concern).

    ``head`` is True for the feed as it is now; ``gone`` are the ids of posts that were in it. ``sound`` is the feed's
    when the look began.
    """

    items: list[tuple[str, object]]
    head: bool = False
    skipped: Counter[str] = field(default_factory=Counter)
    gone: list[str] = field(default_factory=list)
    sound: int = 0


async def pages(feed: Feed, wire: Wire) -> AsyncGenerator[Page, None]:
    """Yield what is new in a feed since ``newest``, the oldest first, then its head. Raises WireError.

    The head is always asked for: it shows what was edited, and what came late from another server, under an old id.
    """
    sound = feed.sound
    head = await fetch(feed, wire)
    head.sound = sound
    reached = not feed.known or any(order(item_id) <= order(feed.newest) for item_id, _ in head.items)
    if feed.what is not What.SEARCH and head.items and not reached:
        if feed.newest:
            async for page in _upwards(feed, wire):
                yield page
        else:
            async for page in _downwards(feed, wire, head):
                yield page
    yield head


async def fetch(feed: Feed, wire: Wire, *, above: str = "", below: str = "") -> Page:
    """Ask for one page of a feed: the newest, or what is next above or below an id. Raises WireError."""
    span: dict[str, object] = {"limit": PAGE}
    if above:
        span["min_id"] = above
    if below:
        span["max_id"] = below
    match feed.what:
        case What.TAG:
            answer = await wire.call("timeline_hashtag", feed.word, **span)
        case What.LOCAL:
            answer = await wire.call("timeline_local", **span)
        case What.PUBLIC:
            answer = await wire.call("timeline_public", **span)
        case What.MENTIONS:
            answer = await wire.call("notifications", types=["mention", "quote"], **span)
        case What.SEARCH:
            # search() would ask for the version and refuse servers that count theirs otherwise.
            answer = await wire.call("search_v2", feed.word, resolve=False, result_type="statuses",
                                     exclude_unreviewed=False, limit=PAGE)
    said = answer.read()
    if feed.what is What.SEARCH and isinstance(said, Mapping):
        said = said.get("statuses") or []
    if not isinstance(said, list):
        raise WireError(Kind.GARBLED, "It sent no list of posts.")
    return _page(feed, said, head=not above and not below)


def mention(raw: object) -> object:
    """The status of a notification that concerns us, None where it does not."""
    if isinstance(raw, Mapping) and raw.get("type") in ("mention", "quote"):
        status: object = raw.get("status")
        return status
    return None


def tags_of(words: Iterable[str]) -> tuple[str, ...]:
    """Make hashtags of terms: ``Acme Coffee`` is found as ``#AcmeCoffee``; a mention is none."""
    tags = (_NO_TAG.sub("", word) for word in words if not word.startswith("@"))
    return tuple({tag.casefold(): tag for tag in tags if _TAG.search(tag) and not tag.isdecimal()}.values())


def write_cursor(place: str, feeds: Sequence[Feed], told: int = 0) -> str:
    """Write how far each feed was read, so that another server's cursor is never used on this one.

    ``told`` is how often posts were handed over, so that no two cursors with posts between them are the same.
    """
    newest = {feed.name: feed.newest for feed in feeds if feed.known}
    return json.dumps({"at": place, "told": told, **newest}, ensure_ascii=False)


def read_told(cursor: str) -> int:
    """How often posts were handed over up to a cursor; 0 where it does not say."""
    try:
        said: object = json.loads(cursor)
    except (ValueError, RecursionError):
        return 0
    told = said.get("told") if isinstance(said, dict) else 0
    return told if isinstance(told, int) and 0 <= told < 2**53 else 0


def read_cursor(cursor: str, place: str, feeds: Sequence[Feed]) -> Counter[str]:
    """Let the feeds go on from a cursor; returns what was of no use."""
    if not cursor:
        return Counter()
    try:
        said: object = json.loads(cursor)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("at") != place:
        return Counter({"a cursor of another server": 1})
    for feed in feeds:
        newest = said.get(feed.name)
        if newest == "" or read_id(newest):
            feed.newest, feed.known = str(newest), True
    return Counter()


async def _upwards(feed: Feed, wire: Wire) -> AsyncGenerator[Page, None]:
    at = feed.newest
    for _ in range(_PAGES):
        page = await fetch(feed, wire, above=at)
        page.items = [(item_id, raw) for item_id, raw in page.items if order(item_id) > order(at)]
        if not page.items:
            return
        at = page.items[-1][0]
        yield page
    yield Page([], skipped=Counter({"a gap that is too long": 1}))


async def _downwards(feed: Feed, wire: Wire, head: Page) -> AsyncGenerator[Page, None]:
    """A feed that was empty when it was read last: all that is in it is new."""
    found: list[Page] = []
    at = head.items[0][0]
    while len(found) < _PAGES // 10:
        page = await fetch(feed, wire, below=at)
        page.items = [(item_id, raw) for item_id, raw in page.items if order(item_id) < order(at)]
        if not page.items:
            break
        at = page.items[0][0]
        found.append(page)
    for page in reversed(found):
        yield page


def _page(feed: Feed, said: list[object], *, head: bool) -> Page:
    page = Page([], head)
    for raw in said[:4 * PAGE]:
        item_id = read_id(raw.get("id")) if isinstance(raw, Mapping) else ""
        status = mention(raw) if feed.what is What.MENTIONS else raw
        if not item_id:
            page.skipped["a post without an id"] += 1
        else:
            page.items.append((item_id, status))
    page.items.sort(key=lambda item: order(item[0]))
    return page
