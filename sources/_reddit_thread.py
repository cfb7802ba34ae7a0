"""A conversation on Reddit: the tree of comments below a submission, read flat, bounded, and in order of time.

Source: https://www.reddit.com/dev/api#GET_comments_{article} and #GET_api_morechildren.
"""

from __future__ import annotations

import asyncio
import importlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sources._reddit_faults import Fault, source_error
from sources._reddit_listing import read_page
from sources._reddit_login import RedditLogin, Server, address
from sources._reddit_post import FULLNAME, Site, UnreadableError, fullname, to_post
from warroom.domain.errors import SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.ports import Batch

if TYPE_CHECKING:
    from sources._reddit_client import Client

#: Comments that one request for folded ones takes, such requests for one thread, and how deep a tree is read.
_FOLDED: Final = 100
_UNFOLD: Final = 3
_DEPTH: Final = 10
_LARGEST: Final = 500
#: Things of one answer that are looked at.
_THINGS: Final = 5_000


@dataclass(slots=True)
class Tree:
    """What answers about one thread held: posts by name in the order of the tree, and comments that stay folded.

    ``raw`` is every item that was met, as it came.
    """

    raw: list[object] = field(default_factory=list)
    entries: dict[str, Post | Gone] = field(default_factory=dict)
    folded: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def take(self, answer: object, site: Site) -> None:
        """Read an answer: a pair of listings, or the things of an unfolding. One odd item costs nothing else."""
        waiting: list[object] = list(reversed(answer)) if isinstance(answer, list) else [answer]
        looked = 0
        while waiting and looked < _THINGS:
            raw = waiting.pop()
            looked += 1
            data = raw.get("data") if isinstance(raw, Mapping) else None
            if not isinstance(raw, Mapping) or not isinstance(data, Mapping):
                self.skipped["an item without data"] += 1
                continue
            kind, inside = raw.get("kind"), data.get("children")
            if kind == "more":
                names = inside if isinstance(inside, list) else []
                self.folded += [name for name in names if isinstance(name, str) and FULLNAME.fullmatch(f"t1_{name}")]
                continue
            if kind == "Listing":
                waiting += reversed(inside if isinstance(inside, list) else [])
                continue
            self.raw.append(raw)
            try:
                entry = to_post(raw, site)
                self.entries.setdefault(entry.native_id, entry)
            except UnreadableError as error:
                self.skipped[str(error)] += 1
            replies = data.get("replies")
            if isinstance(replies, Mapping):
                waiting.append(replies)


class RedditThreads:
    """Fetches conversations (see ``ports.Threads``); the arguments are those of the source."""

    def __init__(
        self, *, login: RedditLogin, base_url: str = "https://www.reddit.com", oauth_url: str = "",
        patience: float = 15.0, now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._login = login
        self._server = address(base_url, oauth_url)
        self._patience = patience
        self._now = now
        self._client: Client | None = None

    async def thread(self, post: Post, *, limit: int = 200) -> Batch:
        """The conversation around ``post``, oldest first, in at most six calls: what is near to it comes first."""
        client = self._client = self._client or await open_client(self._login, self._server, self._patience, self._now)
        tree, site = Tree(), Site(self._server.www, self._now())
        try:
            root = await root_of(post, client)
            most = min(limit, _LARGEST)
            if post.native_id.startswith("t1_"):
                tree.take(await client.get(f"comments/{root[3:]}", comment=post.native_id[3:], context=8, limit=most,
                                           depth=_DEPTH), site)
            if len(tree.entries) < limit:
                tree.take(await client.get(f"comments/{root[3:]}", limit=most, depth=_DEPTH, sort="new"), site)
            await self._unfold(tree, root, limit, client, site)
        except Fault as fault:
            raise source_error(fault, self._server.place) from fault
        kept = list(tree.entries.values())[:limit]
        kept.sort(key=lambda entry: (
            not entry.native_id.startswith("t3_"), entry.created_at if isinstance(entry, Post) else site.now,
            len(entry.native_id), entry.native_id))
        return Batch(kept, skipped=tree.skipped)

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        if self._client is not None:
            await self._client.close()

    async def _unfold(self, tree: Tree, root: str, limit: int, client: Client, site: Site) -> None:
        for _ in range(_UNFOLD):
            names = [name for name in dict.fromkeys(tree.folded) if f"t1_{name}" not in tree.entries]
            if not names or len(tree.entries) >= limit:
                return
            tree.folded = names[_FOLDED:]
            answer = await client.get("api/morechildren", link_id=root, children=",".join(names[:_FOLDED]),
                                      api_type="json", sort="new")
            tree.take(things_of(answer), site)


async def root_of(post: Post, client: Client) -> str:
    """The full name of the submission that a post belongs to. Raises Fault, and SourceStopped where there is none."""
    if FULLNAME.fullmatch(post.native_id) and post.platform is Platform.REDDIT:
        if post.native_id.startswith("t3_"):
            return post.native_id
        if post.root_id.startswith("t3_") and FULLNAME.fullmatch(post.root_id):
            return post.root_id
        for raw in read_page(await client.get("api/info", id=post.native_id)).children:
            data = raw.get("data") if isinstance(raw, Mapping) else None
            link = data.get("link_id") if isinstance(data, Mapping) else None
            if fullname(raw) == post.native_id and isinstance(link, str) and FULLNAME.fullmatch(link):
                return link
    raise SourceStopped("Reddit has no such post.", reason=f"{post.native_id[:40]!r} is in no thread.")


def things_of(answer: object) -> list[object]:
    """The things in an answer of Reddit's older calls: ``{"json": {"data": {"things": [...]}}}``."""
    inside = answer
    for key in ("json", "data", "things"):
        inside = inside.get(key) if isinstance(inside, Mapping) else None
    return inside if isinstance(inside, list) else []


async def open_client(
    login: RedditLogin, server: Server, patience: float, now: Callable[[], datetime], *, fresh: bool = False,
    redirect: str = "",
) -> Client:
    """A session; the import takes a third of a second, and in a thread no key waits for it."""
    await asyncio.to_thread(importlib.import_module, "sources._reddit_client")
    from sources._reddit_client import Client

    return Client(login, server, patience=patience, now=now, fresh=fresh, redirect=redirect)
