"""Connections to the database file: one that writes, one that reads and never waits for it.

Each is an aiosqlite thread behind SQLAlchemy (see ``connection``). Transactions are begun and ended by hand, because
a write must say ``BEGIN IMMEDIATE`` before it reads. A cancelled caller never leaves a connection in the middle of
something: the work goes on in a task of its own and only the waiting ends.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, Self, TypeVar

from warroom.domain.errors import StoreError
from warroom.store.connection import Connection, Near
from warroom.store.failure import spoken

_T = TypeVar("_T")

#: Page cache of each connection in KiB, and WAL pages before they go into the main file.
CACHE: Final = 65_536
_CHECKPOINT: Final = 4_000


class Link:
    """One connection. ``begin`` is the statement that opens its transactions."""

    def __init__(self, connection: Connection, *, path: str, begin: str) -> None:
        self._connection = connection
        self._path = path
        self._begin = begin
        self._lock = asyncio.Lock()
        self._closed = False

    @classmethod
    async def open(cls, path: Path, *, wait: float, begin: str) -> Self:
        """Connect; ``wait`` is how long (s) a lock of another process is waited for."""
        with spoken(str(path)):
            connection = await Connection.open(str(path), wait=wait)
        link = cls(connection, path=str(path), begin=begin)
        try:
            with spoken(str(path)):
                for pragma in ("foreign_keys = ON", "synchronous = NORMAL", f"cache_size = -{CACHE}",
                               f"wal_autocheckpoint = {_CHECKPOINT}", f"busy_timeout = {round(wait * 1000)}"):
                    await connection.rows(f"PRAGMA {pragma}")
        except BaseException:
            await link.close()
            raise
        return link

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[Connection]:
        """Have the connection for yourself, outside a transaction. Database errors become StoreErrors."""
        async with self._lock:
            if self._closed:
                raise StoreError("The store is closed.", reason=f"{self._path} was closed by this program.")
            with spoken(self._path):
                yield self._connection

    @asynccontextmanager
    async def transaction(self, *, durable: bool = False) -> AsyncIterator[Connection]:
        """Have the connection inside a transaction that is committed at the end and undone on any error.

        What a ``durable`` one wrote is on the disk when it ends, not only in the system's hands.
        """
        async with self.alone() as connection:
            if durable:
                await connection.rows("PRAGMA synchronous = FULL")
            try:
                await connection.rows(self._begin)
                try:
                    yield connection
                    await connection.rows("COMMIT")
                except BaseException:
                    # Some errors (a full disk) make SQLite roll back by itself; a second time would hide the reason.
                    if connection.in_transaction:
                        await connection.rows("ROLLBACK")
                    raise
            finally:
                if durable:
                    await connection.rows("PRAGMA synchronous = NORMAL")

    async def read(self, work: Callable[[Near], Coroutine[object, object, _T]]) -> _T:
        """Do work that only reads, in a transaction of its own and in one trip to the database's thread."""
        async with self.alone() as connection:
            return await connection.read(self._begin, work)

    async def close(self) -> None:
        """Close the connection and end its thread; safe to call twice."""
        async with self._lock:
            if self._closed:
                return
            self._closed = True
            with spoken(self._path):
                await self._connection.close()


class Errands:
    """Work that must not stop half-way when its caller is cancelled."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[object]] = set()

    async def run(self, work: Coroutine[object, object, _T]) -> _T:
        """Do ``work`` to its end, and give its result to a caller who is still there."""
        return await asyncio.shield(self.start(work))

    def start(self, work: Coroutine[object, object, _T]) -> asyncio.Task[_T]:
        """Do ``work`` to its end while the caller goes on."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[_T]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # a caller who left has no use for it; one who stayed gets it from the shield

    async def ended(self) -> None:
        """Return when nothing runs any more."""
        while self._running:
            await asyncio.wait(self._running)
