"""The conversation around a post: from an AppView, or, where there is none, up from parent to parent.

Sources: https://docs.bsky.app/docs/api/app-bsky-feed-get-post-thread and com-atproto-repo-get-record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from sources._bluesky_frames import UnreadableError
from sources._bluesky_post import read_draft, split_uri
from sources._bluesky_session import BlueskyLogin, Session, source_error
from sources._bluesky_views import Page, walk_thread
from sources._bluesky_xrpc import Body, Refused, Unsure
from warroom.domain.errors import SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.ports import Batch

#: What the AppView gives at most: replies below replies, and posts above.
_DEPTH: Final = 10
_HEIGHT: Final = 80
#: Records that are fetched one by one where there is no AppView.
_WALK: Final = 40


def _utc_now() -> datetime:
    return datetime.now(UTC)


class BlueskyThreads:
    """Fetches whole conversations (see ``ports.Threads``).

    ``base_url`` is the server that we log in to, or, without a ``login``, an AppView whose reading is public.
    """

    def __init__(
        self, *, base_url: str, login: BlueskyLogin | None = None, timeout: float = 10.0,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._session = Session(base_url, login, timeout=timeout, now=now)
        self._now = now

    async def thread(self, post: Post, *, limit: int = 200) -> Batch:
        """The posts around ``post``, the top one first, ``limit`` at most; see ``ports`` for what it raises."""
        if split_uri(post.native_id) is None:
            raise SourceStopped(f"{post.native_id!r} is no post on Bluesky.", hint="Pick a post of Bluesky.")
        try:
            try:
                return await self._ask(post, limit)
            except Refused as error:
                if not error.not_served:
                    raise
            return await self._walk(post, min(limit, _WALK))
        except (Refused, Unsure) as error:
            raise source_error(error, self._session.place) from error

    async def close(self) -> None:
        """Let go of connections."""
        await self._session.close()

    async def _ask(self, post: Post, limit: int) -> Batch:
        """Ask for what is around the post, then, where there is room, for the rest of the thread from its root."""
        near = await self._view(post.native_id, _HEIGHT, limit)
        if near is None:
            return Batch([Gone(Platform.BLUESKY, post.native_id, self._now())])
        pages = [near]
        root = near.views[0].post.native_id if near.views else post.root_id
        if root and root != post.native_id and len(near.views) < limit:
            whole = await self._view(root, 0, limit)
            pages += [whole] if whole is not None else []
        posts: dict[str, Post] = {}
        skipped: Counter[str] = Counter()
        for page in pages:
            posts |= {view.post.native_id: view.post for view in page.views}
            skipped.update(page.skipped)
        # The nearer ones were read first and count first where there are too many.
        chosen = sorted(list(posts.values())[:limit], key=lambda one: (one.created_at, one.native_id))
        return Batch(chosen, skipped=skipped, budget=self._session.meter.budget)

    async def _view(self, uri: str, height: int, limit: int) -> Page | None:
        try:
            answer = await self._session.query("app.bsky.feed.getPostThread", {
                "uri": uri, "depth": _DEPTH, "parentHeight": height})
        except Refused as error:
            if error.name == "NotFound":
                return None
            raise
        return walk_thread(answer.get("thread"), self._now(), limit)

    async def _walk(self, post: Post, limit: int) -> Batch:
        """Go up from parent to parent; what hangs below cannot be known without an AppView."""
        chain: list[Post] = []
        skipped: Counter[str] = Counter({"this server has no AppView: only what is above the post is shown": 1})
        uri = post.native_id
        while uri and len(chain) < limit and uri not in {one.native_id for one in chain}:
            named = split_uri(uri)
            value, deleted = await self._record(*named) if named else (None, False)
            if deleted and uri == post.native_id:
                return Batch([Gone(Platform.BLUESKY, uri, self._now())], skipped=skipped,
                             budget=self._session.meter.budget)
            if named is None or value is None:
                skipped["a post of the thread that is gone or hidden"] += 1
                break
            try:
                read = read_draft(value).post(*named, self._now())
            except UnreadableError as error:
                skipped[str(error)] += 1
                break
            chain.append(_named(read, post) if read.native_id == post.native_id else read)
            uri = read.parent_id
        return Batch(chain[::-1], skipped=skipped, budget=self._session.meter.budget)

    async def _record(self, did: str, key: str) -> tuple[Body | None, bool]:
        """A record, and where there is none, whether it is certain that it was deleted: the server has its author."""
        try:
            answer = await self._session.query("com.atproto.repo.getRecord", {
                "repo": did, "collection": "app.bsky.feed.post", "rkey": key})
        except Refused as error:
            if error.name == "RecordNotFound" or "Could not locate" in error.message:
                return None, error.name == "RecordNotFound"
            raise
        value = answer.get("value")
        return (value if isinstance(value, Mapping) else None), False


def _named(read: Post, known: Post) -> Post:
    """A record does not tell its author's name; of the post that was asked about we know it."""
    if read.text == known.text:
        return known
    return replace(read, author=known.author, author_name=known.author_name, reach=known.reach, verified=known.verified,
                   url=known.url)

