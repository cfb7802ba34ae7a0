"""A connection of SQLAlchemy's Core, awaited; and a short way past it for the statements that are run all day.

``sqlalchemy.ext.asyncio`` would give the first half, but importing it imports the ORM too, which is a tenth of a
second of every start. So :class:`Connection` does what its ``AsyncConnection`` does, with the same two parts: an engine
on an asyncio dialect, and ``greenlet_spawn``, inside which a call of the engine may wait for the loop.

The short way hands SQL to aiosqlite itself: one trip to the database's thread where a cursor takes four. Work of
several statements goes there as a whole (:meth:`Connection.together`): one trip for all of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol, Self, TypeAlias, TypeVar, cast

from sqlalchemy import URL, create_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.util import greenlet_spawn

if TYPE_CHECKING:
    import aiosqlite
    import sqlalchemy
    from sqlalchemy import CursorResult, Executable

#: Values for ``?`` in order, or for ``:name``.
Values: TypeAlias = "Sequence[object] | Mapping[str, object]"
_T = TypeVar("_T")
#: Steps of SQLite's machine between two questions whether it is enough. FTS5 takes some five for each page of a list
#: that it reads, and no other.
_STEPS: Final = 20


class Rows(Protocol):
    """What SQL can be asked of, wherever it stands."""

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Run SQL and give all its rows."""
        ...

    async def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - what SQL says is known to the caller
        """Run SQL and give the first cell of its first row, None where it has no rows."""
        ...

    async def many(self, sql: str, values: Iterable[Values]) -> None:
        """Run SQL once for each set of values."""
        ...


class Near(Rows, Protocol):
    """A database in whose own thread we stand."""

    async def until(
        self, enough: Callable[[], bool], sql: str, values: Values = (),
    ) -> tuple[list[tuple[Any, ...]], bool]:
        """Run SQL and give the rows that came before ``enough`` was true, and whether it was: then there may be more.

        It is asked all the while, about every tenth of a millisecond of work.
        """
        ...


class _Near:
    """A database in whose own thread we stand: nothing is waited for, so that a coroutine runs through at once."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    async def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        return self._driver.execute(sql, values).fetchall()

    async def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - what SQL says is known to the caller
        rows = await self.rows(sql, values)
        return rows[0][0] if rows else None

    async def many(self, sql: str, values: Iterable[Values]) -> None:
        self._driver.executemany(sql, values)

    async def until(
        self, enough: Callable[[], bool], sql: str, values: Values = (),
    ) -> tuple[list[tuple[Any, ...]], bool]:
        rows: list[tuple[Any, ...]] = []
        self._driver.set_progress_handler(enough, _STEPS)
        try:
            for row in self._driver.execute(sql, values):
                rows.append(row)  # noqa: PERF402 - what came before the end must not be lost with it
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return rows, True
        finally:
            self._driver.set_progress_handler(None, 0)
        return rows, False


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

    async def together(self, work: Callable[[Near], Coroutine[object, object, _T]]) -> _T:
        """Do work of several statements as a whole in the database's thread.

        Raises RuntimeError where it waits for anything but the database.
        """
        # aiosqlite has no public way to call a function in its thread; all that it does itself goes through this one.
        call = cast("Callable[..., Awaitable[_T]]", self._driver._execute)  # noqa: SLF001
        return await call(_through, self._driver._conn, work)  # noqa: SLF001

    async def read(self, begin: str, work: Callable[[Near], Coroutine[object, object, _T]]) -> _T:
        """Do work that only reads like :meth:`together`, in a transaction of its own."""
        call = cast("Callable[..., Awaitable[_T]]", self._driver._execute)  # noqa: SLF001 - as above
        return await call(_reading, self._driver._conn, begin, work)  # noqa: SLF001 - as above

    @property
    def in_transaction(self) -> bool:
        """True between a BEGIN and its end, whoever ended it."""
        return self._driver.in_transaction

    async def close(self) -> None:
        """Close it and end its thread."""
        await greenlet_spawn(self._core.close)
        await greenlet_spawn(self._core.engine.dispose)


def _through(driver: sqlite3.Connection, work: Callable[[Near], Coroutine[object, object, _T]]) -> _T:
    """Run a coroutine that never waits; returns what it returns."""
    running = work(_Near(driver))
    try:
        running.send(None)
    except StopIteration as end:
        return cast("_T", end.value)
    running.close()
    raise RuntimeError("Work in the database's thread cannot wait for anything else.")


def _reading(driver: sqlite3.Connection, begin: str, work: Callable[[Near], Coroutine[object, object, _T]]) -> _T:
    driver.execute(begin)
    try:
        return _through(driver, work)
    finally:
        if driver.in_transaction:
            driver.execute("ROLLBACK")
