"""The newest posts that match a filter, by the cheapest of its ways.

Every filter is answered exactly. What differs is the walk: down a sorted index until the page is full; or, where a
term has few posts, over all of these. A filter of several common terms that rarely meet walks far; see bench/store.py.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from warroom.domain.query import Query
from warroom.store.search import EVERY, Terms, Value, Way, compile_query, few, listing, plain_values

#: A way with fewer posts than this is walked whole: sorting them is cheap, one page in a hundred would be dear.
FEW: Final = 8_000
#: How deep a sorted way is probed, to learn how thinly its posts are spread.
_DEPTH: Final = 500
#: Ids in the first stretch in which unwanted words are looked up; each further one is eight times as long.
_STRETCH: Final = 4_096
_ENDLESS: Final = 2**62


async def newest(
    connection: AsyncConnection, rooms: Sequence[str], query: Query, *, incident: str, before: int | None, limit: int,
) -> list[int]:
    """Give the ids of the newest ``limit`` posts of ``rooms`` that match, newest first, below ``before``."""
    terms = compile_query(query, incident)
    if terms.impossible or limit <= 0:
        return []
    top = _ENDLESS if before is None else before
    found = [await _of_room(connection, terms, plain_values(terms, room, incident), top, limit) for room in rooms]
    return heapq.nlargest(limit, (id_ for ids in found for id_ in ids)) if len(found) > 1 else found[0] if found else []


async def _of_room(
    connection: AsyncConnection, terms: Terms, values: Mapping[str, Value], before: int, limit: int,
) -> list[int]:
    way, thin = await _choose(connection, terms, values, before)
    conditions = list(terms.conditions)
    if way.words:
        conditions.append("1")
    elif terms.wanted:
        conditions.append("EXISTS (SELECT 1 FROM words w WHERE w.words MATCH :words AND w.rowid = f.id)")
    elif terms.unwanted:
        return await _without(connection, terms, way, values, before, limit, thin=thin)
    return await _list(connection, listing(way, conditions, low=False), {**values, "before": before, "limit": limit})


async def _choose(
    connection: AsyncConnection, terms: Terms, values: Mapping[str, Value], before: int,
) -> tuple[Way, bool]:
    """Choose the way to walk, and say whether it has few posts."""
    if not terms.ways:
        return EVERY, False
    if len(terms.ways) == 1 and not terms.ways[0].loose and not terms.unwanted:
        return terms.ways[0], False
    probes = ", ".join(f"(SELECT count(*) FROM ({few(way)}))" if way.loose  # noqa: S608 - built of constants
                       else f"(SELECT id FROM ({listing(way, (), low=False)}))" for way in terms.ways)  # noqa: S608
    row = (await connection.execute(text(f"SELECT {probes}"), {
        **values, "before": before, "limit": 1, "skip": _DEPTH, "few": FEW})).one()
    chosen, best = EVERY, -1
    for way, seen in zip(terms.ways, row, strict=True):
        if seen is None or (way.loose and seen < _DEPTH):
            return way, True
    for way, seen in zip(terms.ways, row, strict=True):
        if way.loose and seen < FEW:
            return way, True
        if not way.loose and (best < 0 or seen < best):
            chosen, best = way, seen
    return chosen, False


async def _without(
    connection: AsyncConnection, terms: Terms, way: Way, values: Mapping[str, Value], before: int, limit: int, *,
    thin: bool,
) -> list[int]:
    """Walk a way and leave out posts with unwanted words, stretch by stretch."""
    values = {**values, "unwanted": " OR ".join(terms.unwanted)}
    if thin:
        condition = "NOT EXISTS (SELECT 1 FROM words w WHERE w.words MATCH :unwanted AND w.rowid = f.id)"
        return await _list(connection, listing(way, [*terms.conditions, condition], low=False),
                           {**values, "before": before, "limit": limit})
    condition = ("f.id NOT IN (SELECT w.rowid FROM words w WHERE w.words MATCH :unwanted "
                 "AND w.rowid >= :low AND w.rowid < :before)")
    statement = listing(way, [*terms.conditions, condition], low=True)
    last = (await connection.exec_driver_sql("SELECT max(id) FROM posts")).scalar() or 0
    found: list[int] = []
    stretch, top = _STRETCH, min(before, last + 1)
    while top > 0 and len(found) < limit:
        low = max(0, top - stretch)
        found += await _list(connection, statement, {
            **values, "before": top, "low": low, "limit": limit - len(found)})
        stretch, top = stretch * 8, low
    return found


async def _list(connection: AsyncConnection, statement: str, values: Mapping[str, Value]) -> list[int]:
    return [row[0] for row in await connection.execute(text(statement), {"skip": 0, **values})]


