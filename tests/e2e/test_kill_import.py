"""kill -9 in the middle of an import: no half incident is there, and nothing of it is lost for good."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.making import Book, item, stream

from warroom.domain.errors import ImportRefused
from warroom.domain.query import EVERYTHING
from warroom.domain.triage import Verb
from warroom.export import read_document, write_export
from warroom.store.sql import SqlStore, open_store

IMPORTER = Path(__file__).resolve().parents[1] / "helpers" / "import_until_killed.py"


async def exported(folder: Path) -> Path:
    items = [item(number, f"{number} my order never came") for number in range(1, 8)]
    book = Book(items)
    for one in items[::2]:
        book.act(Verb.CLAIM, one.key)
        book.act(Verb.NOTE, one.key, value="seen")
    return await write_export("json", book.opened, book.events, stream(book.items), folder / "1.json")


async def again(store: SqlStore, folder: Path) -> bytes:
    """Export the incident as it is stored."""
    incident = await store.incident("inc-1")
    items = await store.since("live", 0, incident=incident.id)
    path = await write_export("json", incident, await store.events(incident.id), stream(items), folder / "2.json")
    return path.read_bytes()


def killed(database: Path, file: Path, when: str) -> None:
    tests = IMPORTER.parents[1]
    ended = subprocess.run(
        [sys.executable, str(IMPORTER), str(database), str(file), when], check=False,
        env={**os.environ, "PYTHONPATH": f"{tests}:{tests.parent}"})
    assert ended.returncode == -signal.SIGKILL


async def test_an_import_that_is_killed_early_leaves_nothing_that_is_seen_and_can_be_done_again(
    tmp_path: Path,
) -> None:
    file = await exported(tmp_path)
    killed(tmp_path / "room.db", file, "reading")
    store = await open_store(tmp_path / "room.db")
    assert await store.incidents() == []
    assert await store.verify() == []
    assert (await store.count(), await store.page("live", EVERYTHING)) == (0, [])
    read = read_document(file)
    staged = await store.items("live", [one.key for one in read.items])
    assert [one.context for one in staged.values()] == [True] * 6
    assert await store.bring_in(read.events, read.items, read.earlier) == len(read.events)
    assert await again(store, tmp_path) == file.read_bytes()
    await store.close()


@pytest.mark.parametrize("when", ["writing", "making"])
async def test_one_that_is_killed_within_its_log_is_not_there_and_goes_on_where_it_was(
    tmp_path: Path, when: str,
) -> None:
    file = await exported(tmp_path)
    killed(tmp_path / "room.db", file, when)
    store = await open_store(tmp_path / "room.db")
    read = read_document(file)
    assert len(await store.events("inc-1")) == (2 if when == "writing" else len(read.events))  # what a log has it keeps
    assert (await store.incidents(), await store.verify(), await store.count()) == ([], [], 0)
    for another in (Book(title="Another"), Book()):  # one that differs, and one that knows less
        with pytest.raises(ImportRefused, match="broken off"):
            await store.bring_in(another.events, [])
    assert await store.bring_in(read.events, read.items, read.earlier) == len(read.events)
    assert [verdict.clean for verdict in await store.verify()] == [True]
    assert await again(store, tmp_path) == file.read_bytes()
    await store.close()


async def test_one_that_is_killed_when_its_log_stands_is_brought_to_its_end_by_the_next_to_open(
    tmp_path: Path,
) -> None:
    file = await exported(tmp_path)
    killed(tmp_path / "room.db", file, "showing")
    store = await open_store(tmp_path / "room.db")
    assert [verdict.clean for verdict in await store.verify()] == [True]
    assert await store.count() == 7
    assert await again(store, tmp_path) == file.read_bytes()
    await store.close()
