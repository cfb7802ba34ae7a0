"""What is known of each block of ids, so that a walk can pass over blocks that hold nothing it looks for.

Ids are given in the order of arrival. ``spans`` holds, for each room, between which times the posts of a block were
written; it only ever grows wider. ``whole`` holds the words that every listed post of a full block has, of all rooms: a
room is about something, and the name of that thing stands in nearly every post. Both are written with the posts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from warroom.domain.item import Item
from warroom.store.connection import Rows
from warroom.store.ddl import BLOCK
from warroom.store.rows import ticks

_WIDEN: Final = (
    "INSERT INTO spans VALUES (?, ?, ?, ?) ON CONFLICT (room, block) DO UPDATE SET "
    "oldest = min(oldest, excluded.oldest), newest = max(newest, excluded.newest)")
#: The posts of a block, and those of them that have a word.
_LISTED: Final = "SELECT count(*) FROM rooms r CROSS JOIN facets f WHERE f.room = r.room AND f.id >= ? AND f.id < ?"
_WITH: Final = "SELECT count(*) FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ?"
_REWORD: Final = "REPLACE INTO reworded VALUES (?, 1 + coalesce((SELECT max(turn) FROM reworded), 0))"
#: All blocks at once have another index.
REWORD_ALL: Final = (
    "REPLACE INTO reworded SELECT DISTINCT block, 1 + coalesce((SELECT max(turn) FROM reworded), 0) FROM spans")


async def widen(connection: Rows, items: Iterable[Item]) -> None:
    """Let the spans hold these posts."""
    spans: dict[tuple[str, int], tuple[int, int]] = {}
    for item in items:
        at, key = ticks(item.post.created_at), (item.room, item.id // BLOCK)
        oldest, newest = spans.get(key, (at, at))
        spans[key] = min(oldest, at), max(newest, at)
    await connection.many(_WIDEN, [(*key, *span) for key, span in spans.items()])


async def seal(connection: Rows, entries: Sequence[tuple[int, str]]) -> None:
    """Keep the words that all posts of a block have, where these new entries (id, words), in order, fill it."""
    said: dict[int, set[str]] = {}
    for id_, words in entries:
        shared = said.get(id_ // BLOCK)
        if shared is None:
            said[id_ // BLOCK] = set(words.split())
        elif lost := [word for word in shared if word not in words or f" {word} " not in f" {words} "]:
            shared.difference_update(lost)
    last = entries[-1][0] + 1
    for block, shared in said.items():
        low, high = block * BLOCK, (block + 1) * BLOCK
        if high <= last and shared:
            listed = await connection.value(_LISTED, (low, high))
            found = [word for word in shared if await connection.value(_WITH, (f'"{word}"', low, high)) == listed]
            await connection.many("REPLACE INTO whole VALUES (?, ?)", [(word, block) for word in found])


async def unseal(connection: Rows, entries: Iterable[tuple[int, str]]) -> None:
    """Forget of the blocks of these posts what their words are no longer true of; they may have changed."""
    entries = [*entries]
    await connection.many(_REWORD, [(id_ // BLOCK,) for id_, _ in entries])
    for id_, words in entries:
        block, now = id_ // BLOCK, set(words.split())
        rows = await connection.rows("SELECT word FROM whole WHERE block = ?", (block,))
        await connection.many("DELETE FROM whole WHERE word = ? AND block = ?",
                              [(word, block) for (word,) in rows if word not in now])


async def without(connection: Rows, room: str, unwanted: Sequence[str], before: int) -> list[tuple[int, int]]:
    """Give the runs of ids (from, up to and without) of a room below ``before`` where posts may lack all these words.

    Newest first; of one piece where no block is known to be passed over.
    """
    places = ", ".join("?" * len(unwanted))
    if not await connection.rows(f"SELECT 1 FROM whole WHERE word IN ({places}) LIMIT 1", tuple(unwanted)):  # noqa: S608
        return [(0, before)]
    rows = await connection.rows(
        "SELECT s.block FROM spans s WHERE s.room = ? AND s.block <= ? AND NOT EXISTS ("  # noqa: S608 - places only
        f"SELECT 1 FROM whole w WHERE w.block = s.block AND w.word IN ({places})) ORDER BY s.block DESC",
        (room, before // BLOCK, *unwanted))
    runs: list[tuple[int, int]] = []
    for (block,) in rows:
        if runs and runs[-1][0] == (block + 1) * BLOCK:
            runs[-1] = (block * BLOCK, runs[-1][1])
        else:
            runs.append((block * BLOCK, min(before, (block + 1) * BLOCK)))
    return runs
