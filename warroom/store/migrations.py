"""Bring a database to the present schema, step by step, or say clearly why it cannot be used.

``PRAGMA user_version`` counts the steps taken; each step is one transaction. Where nothing is to be done, nothing is
written. A database of a newer warroom, or of another program, is refused and left as it is. An index of words that was
made by other rules than today's is made again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import Final

from warroom.domain.errors import StoreError
from warroom.domain.text import tokens
from warroom.store import blocks, words
from warroom.store.connection import Connection
from warroom.store.ddl import STEPS
from warroom.store.link import Link
from warroom.store.posts import by_ids

_MADE: Final = "SELECT value FROM meta WHERE name = 'words'"
_CHUNK: Final = 1_000

#: "wRoo": marks our files among SQLite's.
APPLICATION: Final = 0x77526F6F
_OLDEST_SQLITE: Final = (3, 35, 0)

# One of each kind of thing that ``tokens`` treats in its own way.
_PROBE: Final = (
    "Refund NOW 2x under_score don't #tag @who https://a.example/b?c=1 caf\u00e9 cafe\u0301 \u00dfstra\u00dfe \u0130I "
    "\u03a3\u03c2 \uff21\uff42 \u2460 \u00b2 \ufb01 \u4f60\u597d \u3053\u3093 \u0e44\u0e17\u0e22 \ud55c\uad6d "
    "\u0939\u093f\u0928\u094d\u0926\u0940 \u0645\u0631\u062d\u0628\u0627\u064b a\u200bb a\u200db \U0001f600 "
    "\U0001d400 x\u00ady \u202eabc"
)


def statements(script: str) -> Iterator[str]:
    """Cut a script into its statements; a trigger's body stays in one piece."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if pending.strip() and sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""


def reading() -> str:
    """Name the way in which ``tokens`` cuts text; an index that was made another way must be made again."""
    return hashlib.sha256(" ".join(tokens(_PROBE)).encode()).hexdigest()


async def migrate(link: Link, path: str) -> None:
    """Bring the database to the present schema. Raises StoreError where it is newer, foreign or cannot be written."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError("This SQLite is too old.", reason=f"It is {sqlite3.sqlite_version}, 3.35 is needed.",
                         hint="Use a newer Python.")
    async with link.alone() as connection:
        taken = await _taken(connection, path)
        if await connection.value("PRAGMA journal_mode") != "wal":
            await connection.rows("PRAGMA journal_mode = WAL")
    while taken < len(STEPS):
        async with link.transaction() as connection:
            taken = await _taken(connection, path)  # another process may have been faster
            if taken < len(STEPS):
                for statement in statements(STEPS[taken]):
                    await connection.rows(statement)
                taken += 1
                await connection.rows(f"PRAGMA application_id = {APPLICATION}")
                await connection.rows(f"PRAGMA user_version = {taken}")
    async with link.alone() as connection:
        made = await connection.value(_MADE)
    if made != reading():
        async with link.transaction() as connection:
            await _index_again(connection)


async def _index_again(connection: Connection) -> None:
    await connection.rows("INSERT INTO words (words) VALUES ('delete-all')")
    await connection.rows("DELETE FROM whole")
    await connection.rows(blocks.REWORD_ALL)
    ids = [id_ for (id_,) in await connection.rows("SELECT id FROM posts WHERE context = 0 ORDER BY id")]
    for at in range(0, len(ids), _CHUNK):
        items = await by_ids(connection, ids[at : at + _CHUNK], "")
        entries = [(item.id, words.said(item)) for item in items]
        await words.index(connection, entries)
        await blocks.seal(connection, entries)
    await connection.rows("REPLACE INTO meta VALUES ('words', ?)", (reading(),))


async def _taken(connection: Connection, path: str) -> int:
    version = int(await connection.value("PRAGMA user_version"))
    owner = int(await connection.value("PRAGMA application_id"))
    tables = int(await connection.value("SELECT count(*) FROM sqlite_master"))
    if owner != APPLICATION and (owner or version or tables):
        raise StoreError("This database is not warroom's.", reason=f"{path} belongs to another program.",
                         hint="Nothing was changed. Set another path.")
    if version > len(STEPS):
        raise StoreError(
            "This database is of a newer warroom.",
            reason=f"{path} has schema {version}; this warroom knows {len(STEPS)}.",
            hint="Nothing was changed. Update warroom, or set another path.",
        )
    return version
