"""Ways to walk to posts, as SQL: which index lists their ids, and the statement that reads it newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warroom.store.ddl import BLOCK


@dataclass(frozen=True, slots=True)
class Way:
    """How to list the ids of a term: one arm or several (their union) of table and condition, over column ``id``.

    A ``joined`` one needs the room's facets beside it, a ``loose`` one is not in order of id, and one of ``blocks``
    goes through the facets of some blocks of ids (see ``blocks``).
    """

    arms: Sequence[tuple[str, str]]
    id: str
    joined: bool = False
    loose: bool = False
    blocks: bool = False


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
    return Way((("spans s CROSS JOIN facets f", arm),), "+f.id", blocks=True)


def listing(way: Way, conditions: Sequence[str], *, low: bool, also: str = "") -> str:
    """Write the statement that lists the ids of a way for which ``conditions`` hold, newest first, ``also`` to each.

    It asks for ``:room``, ``:before``, ``:limit``, ``:skip`` and, where ``low``, for ``:low``.
    """
    arms = []
    for table, condition in way.arms:
        join = " CROSS JOIN facets f" if way.joined else ""
        parts = [condition, f"{way.id} < :before", *([f"{way.id} >= :low"] if low else [])]
        if way.blocks:
            parts += [f"s.block <= :before / {BLOCK}", *([f"s.block >= :low / {BLOCK}"] if low else [])]
        if join:
            parts.append(f"f.room = :room AND f.id = {way.id}")
        arms.append(f"SELECT {way.id} AS id{also and f', {also}'} FROM {table}{join} "  # noqa: S608 - constants and names of values only
                    f"WHERE {' AND '.join([*parts, *conditions])}")
    # A block at a time, so that nothing need be sorted.
    order = "s.block DESC, f.id" if way.blocks else "id" if len(arms) > 1 else way.id
    return f"{' UNION ALL '.join(arms)} ORDER BY {order} DESC LIMIT :limit OFFSET :skip"


def few(way: Way) -> str:
    """Write the statement that lists up to ``:few`` posts of a loose way, in any order."""
    (table, condition), = way.arms
    return f"SELECT 1 FROM {table} WHERE {condition} LIMIT :few"  # noqa: S608 - constants and names of values only
