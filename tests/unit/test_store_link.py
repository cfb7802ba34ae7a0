"""Work that reads, done in one trip to the database's thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from warroom.domain.errors import StoreError
from warroom.store.connection import Rows
from warroom.store.link import Link


@pytest.fixture
async def link(tmp_path: Path) -> AsyncIterator[Link]:
    link = await Link.open(tmp_path / "some.db", wait=1, begin="BEGIN")
    async with link.transaction() as connection:
        await connection.rows("CREATE TABLE words (word TEXT)")
        await connection.many("INSERT INTO words VALUES (?)", [("sick",), ("cold",)])
    yield link
    await link.close()


async def test_work_reads_one_state_of_the_database_in_its_thread(link: Link) -> None:
    async def work(connection: Rows) -> tuple[int, list[tuple[str]], bool]:
        count = await connection.value("SELECT count(*) FROM words WHERE word <> :word", {"word": "cold"})
        return count, await connection.rows("SELECT word FROM words"), threading.current_thread() is not main

    main = threading.current_thread()
    assert await link.read(work) == (1, [("sick",), ("cold",)], True)
    async with link.alone() as connection:
        assert not connection.in_transaction


async def test_what_work_writes_by_mistake_is_undone(link: Link) -> None:
    await link.read(lambda connection: connection.rows("DELETE FROM words"))
    assert len(await link.read(lambda connection: connection.rows("SELECT * FROM words"))) == 2


async def test_an_error_in_work_is_told_and_the_next_work_goes_on(link: Link) -> None:
    with pytest.raises(StoreError):
        await link.read(lambda connection: connection.rows("SELECT * FROM nowhere"))
    assert await link.read(lambda connection: connection.value("SELECT count(*) FROM words")) == 2


async def test_work_that_waits_for_anything_else_is_refused(link: Link) -> None:
    async def work(connection: Rows) -> None:
        await connection.rows("SELECT 1")
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="cannot wait"):
        await link.read(work)
    assert await link.read(lambda connection: connection.value("SELECT count(*) FROM words")) == 2


async def test_what_was_written_in_one_trip_is_undone_with_its_transaction(link: Link) -> None:
    async def work(connection: Rows) -> None:
        await connection.many("INSERT INTO words VALUES (?)", [("ill",), ("worse",)])
        await connection.rows("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(StoreError):
        async with link.transaction() as connection:
            await connection.together(work)
    assert await link.read(lambda near: near.value("SELECT count(*) FROM words")) == 2
    async with link.transaction() as connection:
        await connection.together(lambda near: near.many("INSERT INTO words VALUES (?)", [("ill",)]))
    assert await link.read(lambda near: near.value("SELECT count(*) FROM words")) == 3
