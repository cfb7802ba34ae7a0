"""What an AppView says of posts: with author, counts and quoted text. One bad view never costs its neighbours.

Source: https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/defs.json.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sources._bluesky_frames import UnreadableError, read_time
from sources._bluesky_post import Draft, read_draft, split_uri
from sources._bluesky_profiles import read_profile
from warroom.domain.model import Post

_MOST: Final = 2**53
_QUOTE: Final = 3_000
#: The kinds of views whose ``post`` is a post; the others say that there is none to see.
_HIDDEN: Final = ("app.bsky.feed.defs#notFoundPost", "app.bsky.feed.defs#blockedPost")


@dataclass(frozen=True, slots=True)
class View:
    """A post as an AppView shows it: ``draft`` is its record, ``indexed`` when the AppView saw it (aware UTC)."""

    post: Post
    draft: Draft
    indexed: datetime


@dataclass(slots=True)
class Page:
    """The readable posts of one answer, in its order, and what could not be read, by reason."""

    views: list[View] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def read_views(raws: Iterable[object], now: datetime) -> Page:
    """Read posts, or anything else that has uri, author, record and indexedAt, such as notifications."""
    page = Page()
    for raw in raws:
        try:
            page.views.append(read_view(raw, now))
        except UnreadableError as error:
            page.skipped[str(error)] += 1
    return page


def read_view(raw: object, now: datetime) -> View:
    """Read one post. Raises UnreadableError with the reason to count."""
    view = _map(raw)
    uri, record = view.get("uri"), view.get("record")
    named = split_uri(uri) if isinstance(uri, str) else None
    if named is None:
        raise UnreadableError("a post without a usable address")
    if not isinstance(record, Mapping):
        raise UnreadableError("a post without a record")
    did, key = named
    draft = read_draft(record)
    indexed = read_time(view.get("indexedAt")) or now
    author = read_profile(_map(view.get("author")))
    post = draft.post(did, key, indexed)
    quoted = _quoted(view.get("embed"))
    return View(replace(
        post,
        author=author.handle if author else did,
        author_name=author.name if author else "",
        reach=author.reach if author else None,
        verified=author.verified if author else False,
        quoted=quoted or post.quoted,
        replies=_count(view.get("replyCount")), reposts=_count(view.get("repostCount")),
        likes=_count(view.get("likeCount")),
    ), draft, indexed)


def walk_thread(root: object, now: datetime, limit: int) -> Page:
    """Read a thread (app.bsky.feed.defs#threadViewPost): what is above, the post, what is below; ``limit`` at most."""
    above: list[object] = []
    node = _map(root).get("parent")
    while isinstance(node, Mapping) and len(above) < limit:
        above.append(node)
        node = node.get("parent")
    page = Page()
    for one in (*reversed(above), *_below(root)):
        if len(page.views) >= limit:
            page.skipped["a post beyond the thread's bound"] += 1
            break
        kind = _map(one).get("$type")
        if kind in _HIDDEN:
            page.skipped["a post of the thread that is gone or hidden"] += 1
            continue
        some = read_views([_map(one).get("post")], now)
        page.views += some.views
        page.skipped.update(some.skipped)
    return page


def _below(root: object) -> Iterator[object]:
    # A stack of our own: a thread that is made to nest for ever cannot exhaust Python's.
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        replies = _map(node).get("replies")
        if isinstance(replies, list):
            waiting.extend(reversed(replies))


def _quoted(embed: object) -> str:
    view = _map(embed)
    if view.get("$type") == "app.bsky.embed.recordWithMedia#view":
        view = _map(view.get("record"))
    shown = _map(view.get("record"))
    text = _map(shown.get("value")).get("text")
    return text[:_QUOTE] if isinstance(text, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST else None


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
