"""Conversations, and posts by the names that people give them."""

from __future__ import annotations

import itertools
import json
from typing import Final

from sqlalchemy import select

from warroom.domain.model import Platform, PostKey
from warroom.store.connection import Connection
from warroom.store.posts import split_key
from warroom.store.schema import POSTS, ROOMS

#: Posts of one conversation that are looked at; a thread beyond that is cut.
_MANY: Final = 5_000
#: Posts that a name is said to mean at most.
_NAMED: Final = 20
_STEP: Final = " UNION ".join(
    f"SELECT * FROM (SELECT id, native_id, root_id, parent_id, created FROM posts "  # noqa: S608 - constants only
    f"WHERE room = :room AND platform = :platform AND {column} <> '' "
    f"AND {column} IN (SELECT value FROM json_each(:names)) LIMIT :many)"
    for column in ("native_id", "root_id", "parent_id")
)


async def thread(connection: Connection, room: str, key: PostKey, *, limit: int) -> list[int]:
    """Give the ids of the conversation around a post, oldest first; it is among them however many there are.

    Every id that a post names (its own, its parent's, its root's) joins all posts that name it too.
    """
    platform, native_id = split_key(key)
    fresh, names, found = {native_id}, set[str](), dict[int, int]()
    self_id: int | None = None
    while fresh and len(found) < _MANY:
        names |= fresh
        rows = await connection.rows(_STEP, {
            "room": room, "platform": platform, "names": json.dumps(sorted(fresh)), "many": _MANY})
        fresh = set()
        for id_, own, root, parent, created in rows:
            found[id_] = created
            self_id = id_ if own == native_id else self_id
            fresh |= {own, root, parent} - names - {""}
    if self_id is None:
        return []
    ids = sorted(found, key=lambda id_: (found[id_], id_))
    return ids[:limit] if self_id in ids[:limit] else [*ids[: limit - 1], self_id]


async def named(connection: Connection, room: str | None, words: str) -> list[int]:
    """Give the ids of all posts that ``words`` can mean: a key, a native id, a URL, or a row id (``12``, ``#12``)."""
    number = words.removeprefix("#")
    everywhere = select(POSTS.c.id).order_by(POSTS.c.id).limit(_NAMED)
    queries = []
    if number.isascii() and number.isdigit() and len(number) < 19:
        queries.append(everywhere.where(POSTS.c.id == int(number)))
    if not words.startswith("#"):
        rooms = [room] if room is not None else list((await connection.execute(select(ROOMS.c.room))).scalars())
        names = [split_key(PostKey(words)), *((one.value, words) for one in Platform)]
        urls = [(one.value, name) for one in Platform for name in _in_url(words)]
        for here, (where, name) in itertools.product(rooms, [*names, *urls]):
            query = select(POSTS.c.id).where(
                POSTS.c.room == here, POSTS.c.platform == where, POSTS.c.native_id == name)
            queries.append(query.where(POSTS.c.url == words) if (where, name) in urls else query)
    found: dict[int, None] = {}
    for query in queries:
        found |= dict.fromkeys((await connection.execute(
            query if room is None else query.where(POSTS.c.room == room))).scalars())
    if not found and "://" in words:
        # No index on URLs: it would cost every post what one person in a while saves. This reads the whole table.
        query = everywhere.where(POSTS.c.url == words)
        found |= dict.fromkeys((await connection.execute(
            query if room is None else query.where(POSTS.c.room == room))).scalars())
    return list(found)[:_NAMED]


def _in_url(words: str) -> list[str]:
    """Give what may be the native id in a URL of a post; Reddit's ids have a prefix that its URLs leave out."""
    if "://" not in words:
        return []
    parts = [part for part in words.split("?", maxsplit=1)[0].split("/")[3:] if part]
    return [name for part in parts for name in (part, f"t3_{part}", f"t1_{part}")]
