"""Opening a database: made, migrated, or refused with a reason and left as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from helpers.stored import NOON, add, post

from warroom.domain.errors import StoreError
from warroom.domain.query import EVERYTHING, parse
from warroom.store import ddl, migrations, schema
from warroom.store.sql import open_store


def _sql(path: Path, *statements: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path, isolation_level=None) as db:
        rows = [row for statement in statements for row in db.execute(statement)]
    db.close()
    return rows


async def _fresh(path: Path) -> None:
    store = await open_store(path)
    await add(store, post("a"), post("b", text="crème"))
    await store.close()


async def test_a_new_database_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "room.db"
    await _fresh(path)
    assert _sql(path, "PRAGMA user_version") == [(len(ddl.STEPS),)]
    assert _sql(path, "PRAGMA application_id") == [(migrations.APPLICATION,)]
    assert _sql(path, "PRAGMA journal_mode") == [("wal",)]
    assert _sql(path, "PRAGMA integrity_check", "PRAGMA foreign_key_check") == [("ok",)]


async def test_the_tables_are_those_that_the_code_sees(tmp_path: Path) -> None:
    await _fresh(tmp_path / "room.db")
    for table in schema.METADATA.sorted_tables:
        made = [row[1] for row in _sql(tmp_path / "room.db", f"PRAGMA table_info({table.name})")]
        assert made == [column.name for column in table.columns], table.name


async def test_opening_writes_nothing_where_nothing_is_to_be_done(tmp_path: Path) -> None:
    path = tmp_path / "room.db"
    await _fresh(path)
    before, changed = path.read_bytes(), path.stat().st_mtime_ns
    store = await open_store(path)
    assert await store.count() == 2
    await store.close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, changed)
    assert [file.name for file in tmp_path.iterdir()] == ["room.db"]


async def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "room.db"
    await _fresh(path)
    _sql(path, f"PRAGMA user_version = {len(ddl.STEPS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer warroom") as caught:
        await open_store(path)
    assert "Update warroom" in caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize("statement", ["CREATE TABLE bookmarks (url TEXT)", "PRAGMA application_id = 7",
                                       "PRAGMA user_version = 3"])
async def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "places.sqlite"
    _sql(path, statement)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not warroom's"):
        await open_store(path)
    assert path.read_bytes() == before


async def test_an_older_database_takes_the_missing_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "room.db"
    await _fresh(path)
    monkeypatch.setattr(migrations, "STEPS", (*ddl.STEPS, "CREATE TABLE more (a);\nINSERT INTO more VALUES (1);\n"))
    store = await open_store(path)
    assert len(await store.page("live", EVERYTHING)) == 2
    await store.close()
    assert _sql(path, "PRAGMA user_version", "SELECT a FROM more") == [(len(ddl.STEPS) + 1,), (1,)]


@pytest.mark.parametrize("reach", [2**33 - 1, 2**33])
async def test_a_reach_beyond_belief_is_known_of_posts_that_were_there_before(
    tmp_path: Path, reach: int,
) -> None:
    path = tmp_path / "room.db"
    store = await open_store(path)
    await add(store, post("far", reach=reach), post("near", reach=9))
    await store.close()
    _sql(path, "DELETE FROM meta WHERE name = 'far'", ddl._FAR)
    store = await open_store(path)
    for asked, found in ((f"reach>{reach - 1}", ["far"]), (f"reach:{reach}", ["far"]), (f"reach>{reach}", [])):
        assert [item.post.native_id for item in await store.page("live", parse(asked, now=NOON))] == found
    await store.close()
    assert len(_sql(path, "SELECT 1 FROM meta WHERE name = 'far'")) == (reach >= 2**33)


async def test_a_step_that_fails_leaves_nothing_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "room.db"
    await _fresh(path)
    monkeypatch.setattr(migrations, "STEPS", (*ddl.STEPS, "CREATE TABLE more (a);\nINSERT INTO nowhere VALUES (1);\n"))
    with pytest.raises(StoreError):
        await open_store(path)
    assert _sql(path, "PRAGMA user_version") == [(len(ddl.STEPS),)]
    assert _sql(path, "SELECT name FROM sqlite_master WHERE name = 'more'") == []
    monkeypatch.undo()
    store = await open_store(path)
    assert await store.count() == 2
    await store.close()


async def test_an_index_made_by_other_rules_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "room.db"
    monkeypatch.setattr("warroom.store.words.spaced", lambda text: "old")
    monkeypatch.setattr("warroom.store.migrations.tokens", lambda text: ["old"])
    await _fresh(path)
    monkeypatch.undo()
    store = await open_store(path)
    assert [item.post.native_id for item in await store.page("live", parse("creme", now=NOON))] == ["b"]
    assert await store.page("live", parse("old", now=NOON)) == []
    await store.close()
    before = path.read_bytes()
    await (await open_store(path)).close()
    assert path.read_bytes() == before


def test_a_trigger_stays_in_one_piece() -> None:
    script = "CREATE TABLE a (b);\n\nCREATE TRIGGER c BEFORE UPDATE ON a\nBEGIN\nSELECT 1;\nEND;\n"
    pieces = list(migrations.statements(script))
    assert [piece.split()[1] for piece in pieces] == ["TABLE", "TRIGGER"]
