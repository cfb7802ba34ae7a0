"""Ways to walk to posts, as SQL: which index lists their ids, and the statement that reads it newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warroom.store.ddl import BLOCK


@dataclass(frozen=True, slots=True)
class Way:
    """How to list the ids of a term: one arm or several (their union) of table and condition, over column ``id``.

    A ``joined`` one needs the room's facets beside it, a ``loose`` one is not in order of id. One of ``blocks`` goes
    through the facets of some blocks of ids (see ``blocks``): those of which ``span`` holds. A ``touched`` one lists
    what there is little of, such as what the team worked on: it is counted and not only probed.
    """

    arms: Sequence[tuple[str, str]]
    id: str
    joined: bool = False
    loose: bool = False
    touched: bool = False
    span: str = ""

    @property
    def blocks(self) -> bool:
        """True where it goes through blocks."""
        return bool(self.span)

    @property
    def counted(self) -> bool:
        """True where its posts are counted, up to a few thousand; how deep a sorted one goes is looked up instead."""
        return self.loose or self.touched


#: The way over all posts of the room.
EVERY: Final = Way((("facets f", "f.room = :room"),), "f.id")
#: The way over the posts that have the words and marks of ``:words``.
INDEX: Final = Way((("words w", "w.words MATCH :words"),), "w.rowid", joined=True)
#: The way over the posts that have those of ``:crossed``: of the right platform, too.
CROSSED: Final = Way((("words w", "w.words MATCH :crossed"),), "w.rowid", joined=True)
#: The way over the posts that have those of ``:narrow``.
NARROW: Final = Way((("words w", "w.words MATCH :narrow"),), "w.rowid", joined=True)
#: The same of all rooms, without a look at anything but the index.
ANYWHERE: Final = Way((("words w", "w.words MATCH :narrow"),), "w.rowid")
#: The way over the posts that have those of ``:certain``. FTS5 walks past ``:low`` where a NOT leaves nothing above it.
CERTAIN: Final = Way((("words w", "w.words MATCH :certain"),), "w.rowid", joined=True)


def spanning(span: str, condition: str) -> Way:
    """Give the way over the blocks whose span holds what ``span`` says, to the posts of which ``condition`` holds."""
    # The plus keeps SQLite from taking another bound of ids than the block's.
    among = f"f.id >= s.block * {BLOCK} AND f.id < (s.block + 1) * {BLOCK}"
    arm = f"s.room = :room AND {span} AND f.room = :room AND {among} AND {condition}"
    return Way((("spans s CROSS JOIN facets f", arm),), "+f.id", span=span)


def listing(way: Way, conditions: Sequence[str], *, also: str = "") -> str:
    """Write the statement that lists the ids of a way for which ``conditions`` hold, newest first, ``also`` to each.

    It asks for ``:room``, ``:low``, ``:before``, ``:limit`` and ``:skip``.
    """
    arms = []
    for table, condition in way.arms:
        join = " CROSS JOIN facets f" if way.joined else ""
        parts = [condition, f"{way.id} < :before", f"{way.id} >= :low"]
        if way.blocks:
            parts += [f"s.block <= :before / {BLOCK}", f"s.block >= :low / {BLOCK}"]
        if join:
            parts.append(f"f.room = :room AND f.id = {way.id}")
        arms.append(f"SELECT {way.id} AS id{also and f', {also}'} FROM {table}{join} "  # noqa: S608 - constants and names of values only
                    f"WHERE {' AND '.join([*parts, *conditions])}")
    # A block at a time, so that nothing need be sorted.
    order = "s.block DESC, f.id" if way.blocks else "id" if len(arms) > 1 else way.id
    return f"{' UNION ALL '.join(arms)} ORDER BY {order} DESC LIMIT :limit OFFSET :skip"


def few(way: Way) -> str:
    """Write the statement that lists up to ``:few`` posts of a way, in any order; of a sorted one between two ids."""
    between = "" if way.loose else f" AND {way.id} < :before AND {way.id} >= :low"
    arms = (f"SELECT 1 FROM {table} WHERE {condition}{between}" for table, condition in way.arms)  # noqa: S608
    return f"{' UNION ALL '.join(arms)} LIMIT :few"


def ends(way: Way) -> list[tuple[str, str]]:
    """Write for each arm of a sorted way, or for its blocks, what gives the first id that it may list, and the last.

    They ask for ``:room`` and ``:before``, and give NULL where there is none.
    """
    if way.loose:
        return []
    if way.blocks:
        asked = f"SELECT s.block * {BLOCK} FROM spans s WHERE s.room = :room AND {way.span} ORDER BY s.block"  # noqa: S608
        return [(f"({asked} LIMIT 1)", f"({asked} DESC LIMIT 1) + {BLOCK - 1}")]
    every = [f"SELECT {way.id} FROM {table} WHERE {condition} AND {way.id} < :before ORDER BY {way.id}"  # noqa: S608
             for table, condition in way.arms]
    return [(f"({one} LIMIT 1)", f"({one} DESC LIMIT 1)") for one in every]
