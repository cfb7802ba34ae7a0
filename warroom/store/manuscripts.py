"""Texts that are being written, kept as they are typed. No part of the log: what is handed in becomes a draft there."""

from __future__ import annotations

import json
from datetime import datetime

from warroom.domain.drafts import overrides_from_json, writers_from_json
from warroom.domain.manuscript import Choices, Manuscript, Overtaken, after
from warroom.domain.model import PostKey, Score, Unscored, digest, storable
from warroom.store.connection import Connection
from warroom.store.link import Errands, Link
from warroom.store.posts import scores
from warroom.store.rows import moment, ticks


class ManuscriptTable:
    """One text for each post of an incident; see ``ports.Manuscripts``."""

    def __init__(self, writer: Link, reader: Link, errands: Errands) -> None:
        self._writer = writer
        self._reader = reader
        self._errands = errands

    async def load(self, incident: str, post: PostKey) -> Manuscript | None:
        """The text on a post as it was saved last, None where there never was one."""
        return await self._errands.run(self._load(storable(incident), PostKey(storable(post))))

    async def _load(self, incident: str, post: PostKey) -> Manuscript | None:
        async with self._reader.transaction() as connection:
            return await _read(connection, incident, post)

    async def save(self, manuscript: Manuscript) -> Manuscript:
        """Keep a text whose version follows the one that stands there, and return it with all who wrote in it.

        Raises Overtaken where it does not follow.
        """
        return await self._errands.run(self._save(manuscript))

    async def _save(self, new: Manuscript) -> Manuscript:
        async with self._writer.transaction() as connection:
            now = await _read(connection, storable(new.incident), PostKey(storable(new.post)))
            if now is not None and now.version != new.version - 1:
                raise Overtaken(now)
            made = after(now, new)
            writers = json.dumps([storable(name) for name in made.writers])
            overrides = json.dumps({storable(rule): storable(why) for rule, why in new.choices.overrides.items()})
            await connection.rows(
                "REPLACE INTO manuscripts "
                "(incident, post, text, statement, author, version, at, writers, overrides, split) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (storable(new.incident), storable(new.post), storable(new.text), storable(new.statement),
                 storable(new.author), new.version, ticks(new.at), writers, overrides, int(new.choices.split)))
        return made

    async def unscored(self, *, since: datetime, until: datetime, limit: int) -> list[str]:
        """The texts that were saved last between two times (aware UTC) and have no score, the newest first."""
        return await self._errands.run(self._unscored(ticks(since), ticks(until), limit))

    async def _unscored(self, since: int, until: int, limit: int) -> list[str]:
        async with self._reader.transaction() as connection:
            rows = await connection.rows(
                "SELECT text FROM manuscripts WHERE at BETWEEN ? AND ? ORDER BY at DESC LIMIT ?", (since, until, limit))
            named = {digest(str(text)): str(text) for (text,) in rows if str(text).strip()}
            known = await scores(connection, named)
        return [text for name, text in named.items() if name not in known]

    async def score(self, text: str) -> Score | Unscored | None:
        """The score that is kept of a text, None where there is none."""
        return await self._errands.run(self._score(digest(storable(text))))

    async def _score(self, name: bytes) -> Score | Unscored | None:
        async with self._reader.transaction() as connection:
            return (await scores(connection, [name])).get(name)


async def _read(connection: Connection, incident: str, post: PostKey) -> Manuscript | None:
    rows = await connection.rows(
        "SELECT text, statement, author, version, at, writers, overrides, split FROM manuscripts "
        "WHERE incident = ? AND post = ?", (incident, post))
    for text, statement, author, version, at, writers, overrides, split in rows:
        return Manuscript(incident=incident, post=post, text=str(text), statement=str(statement), author=str(author),
                          version=int(version), at=moment(int(at)), writers=writers_from_json(json.loads(str(writers))),
                          choices=Choices(overrides_from_json(json.loads(str(overrides))), bool(split)))
    return None
