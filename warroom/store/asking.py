"""What a walk for a page asks of the database: rows, until it was enough."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from warroom.domain.match import searchable, speaks
from warroom.domain.query import Term
from warroom.store.connection import Near
from warroom.store.rows import split
from warroom.store.search import Terms, Value, hint


class Asking:
    """One filter in one room, asked between ids from ``low`` on, for up to ``limit`` posts.

    ``enough`` tells when nobody waits for more; without it everything is read.
    """

    def __init__(
        self, connection: Near, terms: Terms, values: Mapping[str, Value], limit: int,
        enough: Callable[[], bool] | None,
    ) -> None:
        #: True once it was enough: then nothing more is read, and what was found is the newest part of the answer.
        self.over = False
        self.terms = terms
        self.values = values
        self.limit = limit
        self.low = 0
        self._connection = connection
        self._enough = enough

    async def last(self) -> int:
        """Give the id of the newest post."""
        return int(await self._connection.value("SELECT max(id) FROM posts") or 0)

    async def ids(
        self, statement: str, before: int, *, low: int | None = None, limit: int | None = None,
    ) -> list[int]:
        """List ids below ``before`` by a statement of :func:`warroom.store.ways.listing`."""
        return [id_ for (id_,) in await self.rows(statement, before, low=low, limit=limit)]

    async def rows(
        self, statement: str, before: int, *, low: int | None = None, limit: int | None = None,
    ) -> list[tuple[Any, ...]]:
        """Read rows of posts below ``before``."""
        return await self.some(statement, {
            "unwanted": " OR ".join(self.terms.unwanted), **self.values, "before": before,
            "low": self.low if low is None else low, "limit": self.limit if limit is None else limit, "skip": 0})

    async def some(self, statement: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """Read all rows, or, where it was enough, the first of them, and none from then on."""
        if self.over:
            return []
        if self._enough is None:
            return await self._connection.rows(statement, values)
        rows, self.over = await self._connection.until(self._enough, statement, values)
        return rows

    async def fit(self, ids: Sequence[int]) -> list[int]:
        """Give those of some posts of which all conditions hold, in their order."""
        held = " AND ".join(["f.room = :room", "f.id = j.value", *self.terms.conditions])
        rows = await self.some(f"SELECT f.id FROM json_each(:ids) j CROSS JOIN facets f WHERE {held}",  # noqa: S608 - constants and names of values only
                               {**self.values, "ids": json.dumps(ids)}) if ids else []
        return [id_ for (id_,) in rows]

    async def said(self, ids: Sequence[int], spoken: Sequence[Term]) -> list[int]:
        """Give those of some posts whose own words say all this, newest first."""
        if not spoken:
            return [*ids]
        return heard(await self.some(
            "SELECT p.id, p.text, p.quoted, p.media_alt FROM json_each(:ids) j "  # noqa: S608 - built of constants
            f"CROSS JOIN posts p ON p.id = j.value WHERE {hint(spoken)}", {"ids": json.dumps(ids)}), spoken)


def heard(rows: Iterable[tuple[Any, ...]], spoken: Sequence[Term]) -> list[int]:
    """Give the ids, newest first, of those rows (id, text or None, quoted, media descriptions) that say all this."""
    return sorted((id_ for id_, text, quoted, media_alt in rows if text is not None and speaks(
        spoken, searchable(text, quoted, split(media_alt)) if quoted or media_alt else text)), reverse=True)
