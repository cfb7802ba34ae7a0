"""A connection of SQLAlchemy's Core, awaited; and a short way past it for the statements that are run all day.

``sqlalchemy.ext.asyncio`` would give the first half, but importing it imports the ORM too, which is a tenth of a
second of every start. So :class:`Connection` does what its ``AsyncConnection`` does, with the same two parts: an engine
on an asyncio dialect, and ``greenlet_spawn``, inside which a call of the engine may wait for the loop.

The short way hands SQL to aiosqlite itself: one trip to the database's thread where a cursor takes four.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeAlias, cast

from sqlalchemy import URL, create_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.util import greenlet_spawn

if TYPE_CHECKING:
    import aiosqlite
    import sqlalchemy
    from sqlalchemy import CursorResult, Executable

#: Values for ``?`` in order, or for ``:name``.
Values: TypeAlias = "Sequence[object] | Mapping[str, object]"


class Connection:
    """One connection to an SQLite file, outside any transaction of SQLAlchemy's: whoever has it says BEGIN."""

    def __init__(self, connection: sqlalchemy.Connection) -> None:
        self._core = connection
        self._driver = cast("aiosqlite.Connection", connection.connection.driver_connection)

    @classmethod
    async def open(cls, path: str, *, wait: float) -> Self:
        """Connect; ``wait`` is how long (s) a lock of another process is waited for."""
        engine = create_engine(URL.create("sqlite+aiosqlite", database=path), poolclass=NullPool,
                               isolation_level="AUTOCOMMIT", connect_args={"timeout": wait})
        return cls(await greenlet_spawn(engine.connect))

    async def execute(
        self, statement: Executable, parameters: Mapping[str, object] | Sequence[Mapping[str, object]] | None = None,
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run a statement of SQLAlchemy's, once or with each of several sets of values."""
        return await greenlet_spawn(self._core.execute, statement, parameters)

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Run SQL and give all its rows."""
        return cast("list[tuple[Any, ...]]", await self._driver.execute_fetchall(sql, cast("Iterable[object]", values)))

    async def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - what SQL says is known to the caller
        """Run SQL and give the first cell of its first row, None where it has no rows."""
        rows = await self.rows(sql, values)
        return rows[0][0] if rows else None

    async def many(self, sql: str, values: Iterable[Values]) -> None:
        """Run SQL once for each set of values."""
        await self._driver.executemany(sql, cast("Iterable[Iterable[object]]", values))

    @property
    def in_transaction(self) -> bool:
        """True between a BEGIN and its end, whoever ended it."""
        return self._driver.in_transaction

    async def close(self) -> None:
        """Close it and end its thread."""
        await greenlet_spawn(self._core.close)
        await greenlet_spawn(self._core.engine.dispose)
