"""The newest posts that match a filter, by the cheapest of its ways.

Every filter is answered exactly. What differs is the walk: down a sorted way until the page is full; or, where a term
has few posts, over all of these. A filter of several common terms that rarely meet walks far (see bench/store.py): who
does not want to wait for it says when it is enough, and gets what was found until then, and word that it is not all.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from warroom.domain.model import storable
from warroom.domain.query import Compare, Query
from warroom.ports import Found
from warroom.store import blocks, bounds, choosing, posts, words
from warroom.store.asking import Asking, heard
from warroom.store.connection import Near
from warroom.store.ddl import BLOCK
from warroom.store.masks import Masks, Sought, sought
from warroom.store.search import Terms, Value, compile_query, hint, plain_values
from warroom.store.ways import ANYWHERE, CERTAIN, CROSSED, EVERY, INDEX, NARROW, Way, listing

#: Ids in the first stretch in which unwanted words are looked up; each further one is eight times as long.
_STRETCH: Final = 4_096
#: Newest posts that are looked at before the index makes a list of all that begins so: a taste, then as many as it
#: takes by that taste, up to so much work. A row of the index costs so many of the room's, a text that is read, too.
_TASTE: Final = {False: 256, True: 128}
_LOOKS: Final = 16_384
_ROW: Final = {False: 1, True: 4}
_TEXT: Final = 8
#: Who walks past so many ids for a page goes far: what is asked is learned for the next time (see ``masks``).
_FAR: Final = 16_384
_ENDLESS: Final = 2**62
#: From so many terms on it pays to ask where each begins and ends.
_SEVERAL: Final = 2


async def page(
    connection: Near, room: str | None, query: Query, *, incident: str, before: int | None, limit: int,
    enough: Callable[[], bool] | None = None, masks: Masks | None = None,
) -> Found:
    """Read the newest posts of a room (None: all rooms) that match; see ``ports.Store.page`` and ``glance``.

    ``masks`` are what is known of common words.
    """
    rooms = [storable(room)] if room is not None else [
        name for (name,) in await connection.rows("SELECT room FROM rooms")]
    ids, cut = await _newest(connection, rooms, query, incident, before, limit, enough, masks)
    return Found(await posts.by_ids(connection, ids, incident), cut)


async def _newest(
    connection: Near, rooms: Sequence[str], query: Query, incident: str, before: int | None, limit: int,
    enough: Callable[[], bool] | None, masks: Masks | None,
) -> tuple[list[int], bool]:
    far = any(isinstance(term, Compare) for term in query.terms) and await words.far(connection)
    terms = compile_query(query, incident, far=far)
    if terms.impossible or limit <= 0:
        return [], False
    top = _ENDLESS if before is None else before
    found, edge = list[int](), 0
    for room in rooms:
        walk = _Walk(connection, terms, plain_values(terms, room, incident), limit, enough, masks)
        ids = await walk.newest(top)
        found += ids
        if walk.over and len(ids) < limit:
            # Of what is older in other rooms it is not known whether it comes next.
            edge = max(edge, ids[-1] if ids else top)
    best = heapq.nlargest(limit, (id_ for id_ in found if id_ >= edge)) if len(rooms) > 1 else found
    return best, edge > 0 and len(best) < limit


class _Walk:
    """One filter in one room."""

    def __init__(
        self, connection: Near, terms: Terms, values: Mapping[str, Value], limit: int,
        enough: Callable[[], bool] | None, masks: Masks | None,
    ) -> None:
        self._ask = Asking(connection, terms, values, limit, enough)
        self._connection = connection
        self._masks = masks
        self._terms = terms
        self._values = values
        self._limit = limit
        self._room = str(values["room"])

    @property
    def over(self) -> bool:
        """True once it was enough: then nothing more is read, and what was found is the newest part of the answer."""
        return self._ask.over

    async def newest(self, before: int) -> list[int]:
        self._ask.low, before = await self._span(before)
        if self._ask.low >= before:
            return []
        found = list[int]()
        if self._terms.begun:
            found, whole = await self._look(NARROW if "narrow" in self._values else EVERY, before)
            if whole or len(found) >= self._limit or self.over:
                return found
        # What was seen already stands where there is no time to find it again.
        return max(found, await self._walk(before), key=len)

    async def _span(self, before: int) -> tuple[int, int]:
        """Give the ids between which there is anything to find; a single term's way begins where it begins."""
        terms, said = self._terms, bounds.certain_words(self._terms.spoken)
        if len(terms.conditions) + len(terms.spoken) < _SEVERAL:
            return 0, before
        return await bounds.between(self._ask.some, terms.ways, said, self._values, before)

    async def _walk(self, before: int) -> list[int]:
        terms = self._terms
        # Blocks of ids of which every post has an unwanted word need no look: runs of ids are left.
        runs, index = [(0, before)], await choosing.index(self._ask, before)
        if terms.lacking:
            top = min(before, await self._ask.last() + 1)
            runs = await blocks.without(self._connection, self._room, terms.lacking, top)
            if runs != [(0, top)]:
                index = CERTAIN if "certain" in self._values else None
        asked = self._masks and sought(self._terms, self._room)
        if asked and self._masks and self._masks.know(asked):
            # Nothing is cheaper but what is thin; and a probe of words that never meet walks to their ends.
            way, thin = await choosing.choose(self._ask, None, before)
            way = way if thin else index or EVERY
        else:
            way, thin = await choosing.choose(self._ask, index, before)
        if way in (INDEX, CROSSED) or not terms.spoken:
            return await self._meet(way, before, [(0, before)])
        if way is not CERTAIN and (terms.wanted or thin):
            return await self._read(way, before)
        seen = list[int]()
        if way.blocks and runs[0][0] <= self._ask.low:
            seen = await self._read(way, before, most=_LOOKS // _TEXT)
            if len(seen) >= self._limit or self.over:
                return seen
        return max(await self._meet(way, before, runs), seen, key=len)

    async def _meet(self, way: Way, before: int, runs: Sequence[tuple[int, int]]) -> list[int]:
        """Walk a way; where bits are known of what is asked only to the full blocks: the rest is read off the bits."""
        asked = None if way.counted or self._masks is None else sought(self._terms, self._room)
        if asked is None or self._masks is None:
            return await self._down(way, self._ask.low, before, runs, self._limit)
        top, found, bottom = min(before, await self._ask.last() + 1), list[int](), before
        if self._masks.know(asked):
            # What meets often is nearby, where a walk is as cheap; but one that leaves out words is dear.
            near = 1 if self._terms.unwanted else _FAR // BLOCK
            bottom = max(self._ask.low, (top // BLOCK - near) * BLOCK)
            found = await self._down(way, bottom, before, runs, self._limit)
            if len(found) < self._limit and not self.over:
                rest = [(max(low, self._ask.low), min(high, bottom)) for low, high in runs
                        if low < bottom and high > self._ask.low]
                more = await self._masks.newest(
                    self._ask.some, lambda: self.over, asked, rest, self._limit - len(found), self._ask.fit)
                if more is not None:
                    return found + more
        if len(found) < self._limit and not self.over:
            found += await self._down(way, self._ask.low, bottom, runs, self._limit - len(found))
            if self.over or (min(found[-1:], default=0) < top - _FAR and self._ask.low < top - _FAR):
                self._masks.want(asked)
        return found

    async def _down(
        self, way: Way, bottom: int, top: int, runs: Sequence[tuple[int, int]], limit: int,
    ) -> list[int]:
        """Walk a way down between two ids."""
        if way in (INDEX, CROSSED) or not self._terms.spoken:
            if bottom <= self._ask.low or not self._terms.unwanted:
                return await self._ask.ids(listing(way, self._terms.conditions), top, low=bottom, limit=limit)
            # FTS5 would walk to the end of its lists.
            way = CERTAIN if "certain" in self._values else EVERY
        found = list[int]()
        for low, high in runs:
            found += await self._without(way, max(low, bottom), min(high, top), limit - len(found))
        return found

    async def _look(self, way: Way, before: int) -> tuple[list[int], bool]:
        """Look at the newest posts of a way one by one: what is common is found there, without a list of all.

        Returns less than a page where it is not common, and whether that is all there is.
        """
        terms = self._terms
        unsure = terms.unsure if way is NARROW else terms.spoken
        # Where the marks say all but the words, the room is asked of the row in which the words stand.
        bare = way is NARROW and bool(unsure) and terms.decided == terms.conditions
        looked = listing(ANYWHERE if bare else way, (),
                         also=f"{'1' if bare else ' AND '.join(terms.conditions) or '1'} AS held")
        # Of the taste every row comes back, of the rest only what is to be read.
        every, some = ("LEFT JOIN posts p ON l.held AND", ""), ("CROSS JOIN posts p ON", "AND l.held")
        asked = [(f"SELECT l.id, p.text, p.quoted, p.media_alt FROM ({looked}) l {join} p.id = l.id "  # noqa: S608
                  f"AND p.room = :room AND {hint(unsure)} {held}") for join, held in (every, some)] if unsure else [
            f"SELECT id, iif(held, '', NULL), '', '' FROM ({looked}) {held}" for held in ("", "WHERE held")]  # noqa: S608
        dear = bool(unsure) or way is NARROW
        taste = _TASTE[dear]
        rows = await self._ask.rows(asked[0], before, limit=taste)
        found, whole, work = heard(rows, unsure), len(rows) < taste, 0.0
        # Newest first by construction, but SQL does not say so of a join.
        low, top = (min(row[0] for row in rows), max(row[0] for row in rows) + 1) if rows else (0, 0)
        texts = sum(row[1] is not None for row in rows) / taste if unsure else 0
        cost = (_ROW[way is NARROW] + texts * _TEXT) * taste / max(1, top - low)
        while found and len(found) < self._limit and not whole and not self.over:
            ids = (self._limit - len(found)) * (top - low) * 3 // (2 * len(found)) + 1
            work += ids * cost
            if work > _LOOKS:
                break
            bottom = max(self._ask.low, low - ids)
            found += heard(await self._ask.rows(asked[1], low, low=bottom, limit=_ENDLESS), unsure)
            low, whole = bottom, bottom <= self._ask.low
        return found[: self._limit], whole and not self.over

    async def _read(self, way: Way, before: int, *, most: int = _ENDLESS) -> list[int]:
        """Walk a way and read each post's own words, of about ``most`` posts."""
        statement, found, size = listing(way, self._terms.conditions), list[int](), self._limit
        while len(found) < self._limit and size < most:
            ids = await self._ask.ids(statement, before, limit=size)
            found += await self._heard(ids)
            if len(ids) < size or self.over:
                break
            before, size = ids[-1], size * 2
        if size > 2 * self._limit and self._masks is not None and (asked := self._words()):
            self._masks.want(asked)
        return found[: self._limit]

    async def _heard(self, ids: Sequence[int]) -> list[int]:
        """Give those of some posts that say all this, by the bits where these are known."""
        asked = self._words()
        if asked is None or self._masks is None or not self._masks.know(asked):
            return await self._ask.said(ids, self._terms.spoken)
        await self._masks.forget(self._ask.some)
        right, unsure = self._masks.judge(asked, ids)
        return sorted([*right, *await self._ask.said(unsure, self._terms.spoken)], reverse=True) if unsure else right

    def _words(self) -> Sought | None:
        """Give what of the filter is said, where bits can tell it."""
        terms = self._terms
        begun = any(one.endswith("*") for one in (*terms.wanted, *terms.unwanted))
        whole = bool(terms.spoken) and len(terms.wanted) + len(terms.unwanted) == len(terms.spoken)
        return Sought(self._room, (*terms.wanted,), (*terms.unwanted,)) if whole and not begun else None

    async def _without(self, way: Way, bottom: int, before: int, limit: int) -> list[int]:
        """Walk a way between two ids and leave out posts with unwanted words, stretch by stretch."""
        statement, found = self._between(way), list[int]()
        stretch, top = _STRETCH, min(before, await self._ask.last() + 1)
        while top > bottom and len(found) < limit and not self.over:
            low = max(bottom, top - stretch)
            found += await self._ask.ids(statement, top, low=low, limit=limit - len(found))
            stretch, top = stretch * 8, low
        return found

    def _between(self, way: Way) -> str:
        """Write the statement that lists what a way has between two ids, without unwanted words."""
        unwanted = ("f.id NOT IN (SELECT w.rowid FROM words w WHERE w.words MATCH :unwanted "
                    "AND w.rowid >= :low AND w.rowid < :before)")
        return listing(way, [*self._terms.conditions, *([unwanted] if self._terms.unwanted else [])])
