"""The store when the world is bad: damaged, locked, read-only and full files, tampering, crashes, other processes."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from helpers.stored import NOON, act, add, gone, key, noted, opening, post

from warroom.domain.errors import BadLog, NotFound, StoreError
from warroom.domain.events import first_break
from warroom.domain.query import EVERYTHING, parse
from warroom.domain.triage import Verb
from warroom.store.sql import SqlStore, open_store

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "room.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(path, wait=0.05)
    await add(opened, post("a"), post("b"))
    await opened.commit("inc-1", [], opening(), NOON)
    await act(opened, Verb.TAG, key("a"), value="legal")
    await opened.commit("inc-1", [], lambda incident, items: [noted()], NOON)
    yield opened
    await opened.close()


def tamper(path: Path, *statements: str) -> None:
    """Write to the file as an intruder would: with the guards taken off."""
    db = sqlite3.connect(path, isolation_level=None)
    for statement in ("DROP TRIGGER IF EXISTS events_stay", "DROP TRIGGER IF EXISTS events_remain", *statements):
        db.execute(statement)
    db.close()


# Files


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
async def test_a_damaged_file_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        await open_store(path)
    assert caught.value.reason
    assert caught.value.hint
    assert path.read_bytes() == content


async def test_a_page_that_is_damaged_is_told_and_the_rest_can_be_read(path: Path, store: SqlStore) -> None:
    await add(store, *(post(f"n{n}", text="x" * 900) for n in range(200)))
    await store.close()
    db = sqlite3.connect(path)
    (root,), = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'facets'")
    db.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    hurt = await open_store(path)
    with pytest.raises(StoreError, match="damaged") as caught:
        await hurt.page("live", EVERYTHING)
    assert "recover" in caught.value.hint
    assert len(await hurt.events("inc-1")) == 3
    await hurt.close()


async def test_a_lock_that_lasts_is_told_and_nothing_is_lost(path: Path, store: SqlStore) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked") as caught:
        await add(store, post("c"))
    assert caught.value.hint
    assert len(await store.page("live", EVERYTHING)) == 2
    other.execute("COMMIT")
    other.close()
    await add(store, post("c"))
    assert await store.count() == 3


async def test_a_database_that_is_locked_while_it_is_made_is_told(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="locked"):
        await open_store(path, wait=0.05)
    other.close()


async def test_reads_do_not_wait_for_a_write_that_lasts(path: Path, store: SqlStore) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO meta VALUES ('a', 'b')")
    async with asyncio.timeout(60):  # a read that waited would have been refused long before: the other never ends
        assert len(await store.page("live", EVERYTHING)) == 2
    other.execute("ROLLBACK")
    other.close()


async def test_a_full_disk_is_told_and_what_was_stored_stays(path: Path, store: SqlStore) -> None:
    async with store._writer.alone() as connection:
        pages = await connection.value("PRAGMA page_count")
        await connection.rows(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="full") as caught:
        await add(store, *(post(f"n{n}", text="x" * 900) for n in range(100)))
    assert caught.value.hint
    assert await store.count() == 2
    assert [item.post.native_id for item in await store.page("live", EVERYTHING)] == ["b", "a"]
    async with store._writer.alone() as connection:
        await connection.rows("PRAGMA max_page_count = 1000000")
    assert len(await add(store, *(post(f"n{n}", text="x" * 900) for n in range(100)))) == 100
    assert (await store.verify())[0].clean


_AS_NOBODY = """
import asyncio, os, sys
from pathlib import Path
from helpers.stored import add, post
from warroom.domain.errors import StoreError
from warroom.store.sql import open_store
async def main():
    await (await open_store(Path(sys.argv[2]))).close()  # what is imported late is imported now
    if os.getuid() == 0:
        os.setuid(65534)
    try:
        store = await open_store(Path(sys.argv[1]))
        await add(store, post("c"))
    except StoreError as error:
        print(type(error).__name__, error.title, "|", error.reason, "|", error.hint)
asyncio.run(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
@pytest.mark.parametrize("there", [True, False])
async def test_a_read_only_folder_is_told(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "folder"
    path = folder / "room.db"
    if there:
        await (await open_store(path)).close()
        path.chmod(0o444)
    else:
        folder.mkdir()
    for parent in [tmp_path, *tmp_path.parents[:-1]]:
        if parent.stat().st_uid == os.getuid() and not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o011)
    folder.chmod(0o555)
    try:
        done = await asyncio.to_thread(
            subprocess.run, [sys.executable, "-c", _AS_NOBODY, str(path), str(tmp_path / "other.db")],
            env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False)
    finally:
        folder.chmod(0o755)
    assert done.stdout.startswith("StoreError The database cannot be"), done.stderr
    assert str(path) in done.stdout
    assert done.stdout.count("|") == 2
    assert [file.name for file in folder.iterdir()] == (["room.db"] if there else [])


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="folder"):
        await open_store(tmp_path / "file" / "room.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        await open_store(tmp_path)


async def test_a_closed_store_says_so(store: SqlStore) -> None:
    await store.close()
    with pytest.raises(StoreError, match="closed"):
        await store.count()
    with pytest.raises(StoreError, match="closed"):
        await add(store, post("c"))


def test_a_program_that_forgets_to_close_ends_all_the_same(path: Path) -> None:
    code = ("import asyncio, sys; from pathlib import Path; from warroom.store.sql import open_store\n"
            "async def main():\n    global store; store = await open_store(Path(sys.argv[1]))\nasyncio.run(main())")
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code, str(path)], env=ENVIRONMENT, timeout=120,
                          check=False, capture_output=True)
    assert done.returncode == 0


def test_only_the_dialect_in_use_is_imported() -> None:
    code = "import sys, warroom.store.sql; print(*sorted(name for name in sys.modules if 'dialects.' in name))"
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, timeout=120, check=True, capture_output=True,
                          text=True)
    assert {name.split(".")[2] for name in done.stdout.split()} <= {"sqlite", "_typing"}


# The log


@pytest.mark.parametrize("statement", ["UPDATE events SET summary = 'x'", "DELETE FROM events",
                                       "REPLACE INTO events SELECT * FROM events"])
async def test_the_log_refuses_to_be_rewritten(path: Path, store: SqlStore, statement: str) -> None:
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(statement)
    db.close()
    assert (await store.verify())[0].clean


@pytest.mark.parametrize(("statement", "seq"), [
    ("UPDATE events SET summary = 'x' WHERE seq = 2", 2),
    ("UPDATE events SET actor = 'x' WHERE seq = 3", 3),
    ("UPDATE events SET details = '{' WHERE seq = 2", 2),
    ("UPDATE events SET details = '{ }' WHERE seq = 3", 3),
    ("UPDATE events SET type = 'nonsense' WHERE seq = 1", 1),
    ("UPDATE events SET recorded_at = 'never' WHERE seq = 2", 2),
    ("UPDATE events SET pinned = 2 WHERE seq = 2", 2),
    ("UPDATE events SET summary = x'ff00' WHERE seq = 2", 2),
    ("UPDATE events SET seq = 'two' WHERE seq = 2", 2),
    ("UPDATE events SET seq = 9 WHERE seq = 3", 3),
    ("UPDATE events SET hash = prev_hash WHERE seq = 2", 2),
    ("DELETE FROM events WHERE seq = 1", 1),
    ("DELETE FROM events WHERE seq = 2", 2),
    ("DELETE FROM events WHERE seq = 3", 3),
    ("DELETE FROM events", 1),
])
async def test_verify_names_the_first_event_that_does_not_hold(
    path: Path, store: SqlStore, statement: str, seq: int,
) -> None:
    tamper(path, statement)
    (verdict,) = await store.verify("inc-1")
    assert verdict.broken is not None
    assert not verdict.clean
    assert verdict.broken.reason
    assert f"{seq}" in f"{verdict.broken.event_id} {verdict.broken.reason}"


async def test_verify_names_state_that_the_log_does_not_say(path: Path, store: SqlStore) -> None:
    tamper(path, "UPDATE triage SET holder = 'eve'", "UPDATE incidents SET severity = 1",
           "INSERT INTO triage VALUES ('inc-1', 'reddit:b', 2, 'dismissed', '', '[]', NULL, 'x', '', 0, 0, '', 0)",
           "DELETE FROM triage_tags")
    (verdict,) = await store.verify()
    assert verdict.broken is None
    told = "\n".join(verdict.drift)
    assert "severity is 1, the log says None" in told
    assert "reddit:a: holder is 'eve', the log says ''" in told
    assert "reddit:b: status is 'dismissed', the log says 'open'" in told
    assert "tags" in told


@pytest.mark.parametrize("statement", [
    "DELETE FROM triage", "UPDATE triage SET status = 'odd'", "UPDATE triage SET tags = '{'", "DELETE FROM incidents",
    "UPDATE incidents SET head_hash = 'x'", "UPDATE incidents SET kind = 'odd'", "UPDATE incidents SET head_seq = 1",
    "UPDATE incidents SET opened = 'x'", "UPDATE incidents SET story = '{'", "UPDATE triage SET snoozed_until = 1e300",
])
async def test_verify_sees_any_change_of_state(path: Path, store: SqlStore, statement: str) -> None:
    tamper(path, "PRAGMA foreign_keys = OFF", statement)
    (verdict,) = await store.verify()
    assert not verdict.clean


async def test_nothing_is_added_to_a_log_that_was_cut(path: Path, store: SqlStore) -> None:
    tamper(path, "DELETE FROM events WHERE seq = 3")
    with pytest.raises(BadLog, match="does not end"):
        await store.commit("inc-1", [], lambda incident, items: [noted()], NOON)
    assert len(await store.events("inc-1")) == 2


async def test_events_that_cannot_be_read_are_told(path: Path, store: SqlStore) -> None:
    tamper(path, "UPDATE events SET details = '{' WHERE seq = 2")
    with pytest.raises(BadLog, match="inc-1/2"):
        await store.events("inc-1")


async def test_verify_knows_which_incidents_there_are(store: SqlStore) -> None:
    await store.commit("inc-2", [], opening(), NOON)
    assert [verdict.incident for verdict in await store.verify()] == ["inc-1", "inc-2"]
    with pytest.raises(NotFound):
        await store.verify("inc-3")


# Processes


def _writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "helpers" / "write_until_killed.py"), str(path), name, str(count)],
        env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)


async def test_two_processes_that_write_at_the_same_time_never_break_the_chain(path: Path, store: SqlStore) -> None:
    writers = [_writer(path, name, 30) for name in ("one", "two")]
    outputs = await asyncio.gather(*(asyncio.to_thread(writer.communicate, timeout=120) for writer in writers))
    assert [writer.returncode for writer in writers] == [0, 0]
    events = await store.events("inc-1")
    assert [event.seq for event in events] == list(range(1, 64))
    assert first_break(events) is None
    told = {line.split()[1] for output, _ in outputs for line in output.splitlines() if line.startswith("event")}
    assert told == {str(seq) for seq in range(4, 64)}
    assert await store.count() == 62
    assert await store.changed_elsewhere()
    assert (await store.verify())[0].clean


async def test_a_process_that_is_killed_loses_nothing_that_was_acknowledged(path: Path, store: SqlStore) -> None:
    writer = _writer(path, "one", 0)
    assert writer.stdout is not None
    lines = [await asyncio.to_thread(writer.stdout.readline) for _ in range(40)]
    writer.kill()
    rest, _ = await asyncio.to_thread(writer.communicate)
    said = [line.split() for line in [*lines, *rest.splitlines()] if line.strip()]
    hashes = {str(event.seq): event.hash for event in await store.events("inc-1")}
    names = {item.post.native_id for item in await store.page("live", parse("refund", now=NOON), limit=10_000)}
    for kind, name, *more in (words for words in said if len(words) == (2 if words[0] == "post" else 3)):
        assert name in names if kind == "post" else hashes[name] == more[0]
    assert (await store.verify())[0].clean
    assert len(names) == await store.count()
    await add(store, gone("one-0"), post("again"))
    async with store._reader.alone() as connection:
        assert await connection.value("PRAGMA integrity_check") == "ok"
