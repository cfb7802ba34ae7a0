"""Conversations, and posts by the names that people give them."""

from __future__ import annotations

import json
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from warroom.domain.model import Platform, PostKey
from warroom.store.posts import split_key
from warroom.store.rows import url_crc
from warroom.store.schema import POSTS

#: Posts of one conversation that are looked at; a thread beyond that is cut.
_MANY: Final = 5_000
_STEP: Final = " UNION ".join(
    f"SELECT * FROM (SELECT id, native_id, root_id, parent_id, created FROM posts "  # noqa: S608 - constants only
    f"WHERE room = :room AND platform = :platform AND {column} <> '' "
    f"AND {column} IN (SELECT value FROM json_each(:names)) LIMIT :many)"
    for column in ("native_id", "root_id", "parent_id")
)


async def thread(connection: AsyncConnection, room: str, key: PostKey, *, limit: int) -> list[int]:
    """Give the ids of the conversation around a post, oldest first; it is among them however many there are.

    Every id that a post names (its own, its parent's, its root's) joins all posts that name it too.
    """
    platform, native_id = split_key(key)
    fresh, names, found = {native_id}, set[str](), dict[int, int]()
    self_id: int | None = None
    while fresh and len(found) < _MANY:
        names |= fresh
        rows = (await connection.execute(text(_STEP), {
            "room": room, "platform": platform, "names": json.dumps(sorted(fresh)), "many": _MANY})).all()
        fresh = set()
        for id_, own, root, parent, created in rows:
            found[id_] = created
            self_id = id_ if own == native_id else self_id
            fresh |= {own, root, parent} - names - {""}
    if self_id is None:
        return []
    ids = sorted(found, key=lambda id_: (found[id_], id_))
    return ids[:limit] if self_id in ids[:limit] else [*ids[: limit - 1], self_id]


async def named(connection: AsyncConnection, room: str | None, words: str) -> list[int]:
    """Give the ids of all posts that ``words`` can mean: a key, a native id, a URL, or a row id (``12``, ``#12``)."""
    query = select(POSTS.c.id).order_by(POSTS.c.id).limit(20)
    if room is not None:
        query = query.where(POSTS.c.room == room)
    number = words.removeprefix("#")
    conditions = [query.where(POSTS.c.url_crc == url_crc(words), POSTS.c.url == words)]
    if number.isascii() and number.isdigit() and len(number) < 19:
        conditions.append(query.where(POSTS.c.id == int(number)))
    if not words.startswith("#"):
        platform, native_id = split_key(PostKey(words))
        rooms = [room] if room is not None else [
            str(name) for name in await connection.scalars(text("SELECT room FROM rooms"))]
        for name in rooms:
            here = select(POSTS.c.id).where(POSTS.c.room == name)
            conditions += [here.where(POSTS.c.platform == one.value, POSTS.c.native_id == words) for one in Platform]
            if native_id:
                conditions.append(here.where(POSTS.c.platform == platform, POSTS.c.native_id == native_id))
    found: dict[int, None] = {}
    for condition in conditions:
        found |= dict.fromkeys(await connection.scalars(condition))
    return list(found)[:20]
