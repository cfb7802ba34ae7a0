"""What an AppView is asked for at intervals: the search for terms, our notifications, and the threads below our posts.

Each look goes back to what it knows already, and begins anew with the newest page only.
Sources: https://docs.bsky.app/docs/api/app-bsky-feed-search-posts, app-bsky-notification-list-notifications,
app-bsky-feed-get-author-feed and app-bsky-feed-get-post-thread.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from sources._bluesky_frames import read_time
from sources._bluesky_session import Session
from sources._bluesky_strand import Part
from sources._bluesky_views import Page, View, read_views, walk_thread
from sources._bluesky_xrpc import Params, Refused
from warroom.domain.model import Post
from warroom.domain.terms import Terms
from warroom.domain.wire import Json

_PAGE: Final = 100
#: Pages that one look goes back at most; a search then covers 2,500 posts for each term.
_PAGES: Final = 25
#: An AppView lists posts by when they were written, and indexes some of them late.
OVERLAP: Final = timedelta(minutes=5)
_ANSWERS: Final = frozenset({"mention", "reply", "quote"})
#: Our posts whose threads are watched: so many of the latest, no older than this.
_OWN: Final = 50
_YOUNG: Final = timedelta(days=3)
_DEPTH: Final = 10
_REPLIES: Final = 200
_PLAIN: Final = re.compile(r"[#@]?\w+")


class Look(Protocol):
    """One thing that is asked for at intervals."""

    @property
    def name(self) -> str:
        """Its name in the cursor."""
        ...

    @property
    def words(self) -> str:
        """What it is, for people."""
        ...

    def once(self, position: object) -> AsyncGenerator[Part, None]:
        """Yield what is new after ``position``; the last part has the new one. Raises Refused or Unsure."""
        ...


class TermSearch:
    """The search for each of the team's terms; what it finds must hold them by our own rules too."""

    name: Final = "search"
    words: Final = "term search"

    def __init__(self, session: Session, terms: Terms, now: Callable[[], datetime]) -> None:
        self._session = session
        self._terms = terms
        self._now = now

    async def once(self, position: object) -> AsyncGenerator[Part, None]:
        """Yield the new posts of each term; positions are the time of the newest by term."""
        known = position if isinstance(position, Mapping) else {}
        newest: dict[str, Json] = {}
        for term in self._terms.every:
            since = latest = read_time(known.get(term))
            async for listed in _pages(self._session, "app.bsky.feed.searchPosts", "posts",
                                       {"q": _query(term), "sort": "latest"}, since, self._now):
                latest = listed.latest(latest)
                found = [view.post for view in reversed(listed.page.views) if self._speaks(view)]
                yield Part(found, caught_up=listed.last, skipped=listed.page.skipped)
            newest[term] = (latest or self._now()).isoformat()
        yield Part(position=newest)

    def _speaks(self, view: View) -> bool:
        return bool(self._terms.matches(view.draft.heard, view.draft.hashtags, view.draft.links))


class Notifications:
    """Who mentioned, answered or quoted us, whatever words they used.

    They are not marked as seen: that would take them from the people who look at them in the app.
    """

    name: Final = "notifications"
    words: Final = "notifications"

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    async def once(self, position: object) -> AsyncGenerator[Part, None]:
        """Yield the new posts; the position is the time of the newest."""
        since = latest = read_time(position)
        async for listed in _pages(self._session, "app.bsky.notification.listNotifications", "notifications", {},
                                   since, self._now, keep=_speaks_to_us):
            latest = listed.latest(latest)
            found = [view.post for view in reversed(listed.page.views)]
            yield Part(found, caught_up=listed.last, skipped=listed.page.skipped)
        yield Part(position=(latest or self._now()).isoformat())


class OwnThreads:
    """The replies below our own latest posts, the deeper ones too, which no notification tells of."""

    name: Final = "threads"
    words: Final = "own threads"

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now
        self._turn = 0

    async def once(self, position: object) -> AsyncGenerator[Part, None]:
        """Yield the replies below each post whose count changed, and of one more; positions are the counts."""
        await self._session.open()
        answer = await self._session.query("app.bsky.feed.getAuthorFeed", {
            "actor": self._session.did, "filter": "posts_with_replies", "limit": _OWN})
        now = self._now()
        feed = answer.get("feed")
        page = read_views((_map(item).get("post") for item in feed if "reason" not in _map(item)), now) \
            if isinstance(feed, list) else Page()
        known = position if isinstance(position, Mapping) else {}
        ours = {view.post.native_id: view.post for view in page.views
                if self._is_ours(view.post) and view.post.replies and now - view.indexed < _YOUNG}
        wanted = [uri for uri, post in ours.items() if known.get(uri) != post.replies]
        # Replies to replies do not change our count: each round looks at one more thread, in turn.
        quiet = [uri for uri in ours if uri not in wanted]
        if quiet:
            self._turn = (self._turn + 1) % len(quiet)
            wanted.append(quiet[self._turn])
        for uri in wanted:
            yield await self._thread(uri)
        counts: dict[str, Json] = {uri: post.replies for uri, post in ours.items()}
        yield Part(position=counts, skipped=page.skipped)

    async def _thread(self, uri: str) -> Part:
        try:
            answer = await self._session.query("app.bsky.feed.getPostThread", {
                "uri": uri, "depth": _DEPTH, "parentHeight": 0})
        except Refused as error:
            if error.name == "NotFound":
                return Part()  # deleted since
            raise
        page = walk_thread(answer.get("thread"), self._now(), _REPLIES)
        return Part([view.post for view in page.views if not self._is_ours(view.post)], skipped=page.skipped)

    def _is_ours(self, post: Post) -> bool:
        return post.native_id.startswith(f"at://{self._session.did}/")


@dataclass(frozen=True, slots=True)
class _Listed:
    """One page of a list, newest first; ``last`` where nothing older is wanted."""

    page: Page
    last: bool

    def latest(self, so_far: datetime | None) -> datetime | None:
        """The time of the newest post, of this page and of those before it."""
        times = [view.indexed for view in self.page.views]
        return max(times if so_far is None else [so_far, *times], default=None)


async def _pages(
    session: Session, method: str, field: str, params: Params, since: datetime | None, now: Callable[[], datetime],
    *, keep: Callable[[object], bool] = lambda _: True,
) -> AsyncGenerator[_Listed, None]:
    """Page back through a list until what is older than ``since`` (None: one page), a bounded number of pages."""
    cursor = ""
    for number in range(_PAGES):
        answer = await session.query(method, {**params, "limit": _PAGE, **({"cursor": cursor} if cursor else {})})
        listed = answer.get(field)
        raws = listed if isinstance(listed, list) else []
        page = read_views((raw for raw in raws if keep(raw)), now())
        following = answer.get("cursor")
        # Times of all that is listed, also of what is not kept: a page without any ends nothing.
        times = [moment for raw in raws if (moment := read_time(_map(raw).get("indexedAt"))) is not None]
        reached = since is None or (bool(times) and min(times) < since - OVERLAP)
        more = bool(raws) and not reached and isinstance(following, str) and following not in ("", cursor)
        if more and number == _PAGES - 1:
            page.skipped["a gap too long to page back through"] += 1
            more = False
        yield _Listed(page, last=not more)
        if not more:
            return
        cursor = str(following)


def _speaks_to_us(raw: object) -> bool:
    return _map(raw).get("reason") in _ANSWERS


def _query(term: str) -> str:
    """A term as the search understands it: a phrase in quotes, so that no sign in it becomes an operator."""
    return term if _PLAIN.fullmatch(term) else '"' + term.replace('"', " ") + '"'


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
