"""What every Store keeps to when an incident comes in from a file, whatever database it stands on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.stored import BAD, NOON, act, add, batch, found, gone, key, noted, opening, post

from warroom.domain.errors import ImportRefused
from warroom.domain.events import NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import PostKey, digest
from warroom.domain.query import EVERYTHING
from warroom.domain.triage import Verb
from warroom.ports import Store
from warroom.store import arriving, bringing
from warroom.store.sql import open_store


async def _exported(store: Store) -> None:
    await add(store, post("a"), post("b", text="bye"), gone("b"))
    await store.put_scores({digest("Refund me now"): BAD}, NOON)
    await store.commit("inc-1", [], opening(), NOON)
    await act(store, Verb.TAG, key("a"), value="legal")


async def test_an_incident_comes_in_with_its_log_its_posts_and_its_state(store: Store, tmp_path: Path) -> None:
    await _exported(store)
    events = await store.events("inc-1")
    items = await store.page("live", EVERYTHING, incident="inc-1")
    other = await open_store(tmp_path / "other.db")
    await add(other, post("z"))
    assert await other.bring_in(events, items[::-1]) == 2
    assert await other.events("inc-1") == events
    assert await other.incident("inc-1") == await store.incident("inc-1")
    brought = await other.page("live", EVERYTHING, incident="inc-1")
    assert [replace(item, id=0) for item in brought[:2]] == [replace(item, id=0) for item in items]
    assert (await other.verify())[0].clean
    assert await other.bring_in(events, items) == 0
    assert await other.count() == 3
    await act(store, Verb.PIN, key("b"))
    assert await other.bring_in(await store.events("inc-1"), []) == 1
    assert await other.bring_in(events, []) == 0
    assert await found(other, "is:pinned", incident="inc-1") == ["b"]
    await other.close()


async def test_another_log_of_the_same_id_is_refused(store: Store, tmp_path: Path) -> None:
    await _exported(store)
    other = await open_store(tmp_path / "other.db")
    await other.commit("inc-1", [], opening(title="Another"), NOON)
    with pytest.raises(ImportRefused):
        await other.bring_in(await store.events("inc-1"), await store.page("live", EVERYTHING))
    assert await other.count() == 0
    assert (await other.incident("inc-1")).title == "Another"
    await other.close()


async def test_a_broken_log_is_refused(store: Store, tmp_path: Path) -> None:
    await _exported(store)
    events = await store.events("inc-1")
    other = await open_store(tmp_path / "other.db")
    for log in ([], events[1:], [events[0], replace(events[1], summary="forged")], [events[0], events[0]]):
        with pytest.raises(ImportRefused):
            await other.bring_in(log, [])
    assert await other.incidents() == []
    await other.close()


async def test_state_of_a_post_that_comes_after_the_import_is_not_lost(store: Store, tmp_path: Path) -> None:
    await _exported(store)
    other = await open_store(tmp_path / "other.db")
    await other.bring_in(await store.events("inc-1"), [])
    assert (await other.verify())[0].clean
    await add(other, post("a"))
    assert await found(other, "tag:legal", incident="inc-1") == ["a"]
    assert (await other.verify())[0].clean
    await other.close()


async def test_a_post_that_a_source_brings_while_an_incident_comes_in_is_there_once(
    store: Store, tmp_path: Path,
) -> None:
    await _exported(store)
    events, items = await store.events("inc-1"), await store.page("live", EVERYTHING, incident="inc-1")
    other = await open_store(tmp_path / "other.db")
    await other.add("live", "thread", batch(post("a")), NOON, context=True)
    await other.bring_in(events, items[::-1])
    await add(other, post("a"))
    assert await found(other, "", incident="inc-1") == ["b", "a"]
    assert await found(other, "tag:legal is:negative", incident="inc-1") == ["a"]
    assert (await other.verify())[0].clean
    await other.close()


# Other processes


async def test_others_write_between_the_steps_of_an_import(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bringing, "CHUNK", 1)
    await _exported(store)
    events, items = await store.events("inc-1"), await store.page("live", EVERYTHING, incident="inc-1")
    other, wrote = await open_store(tmp_path / "other.db"), []

    def reading() -> Iterator[Item]:
        # A writer that does not wait at all: locked is locked.
        with closing(sqlite3.connect(tmp_path / "other.db", timeout=0, isolation_level=None)) as db:
            for item in items:
                db.execute("INSERT INTO meta VALUES (?, '')", (item.key,))
                wrote.append(db.execute("SELECT count(*) FROM incidents").fetchone())
                yield item

    assert await other.bring_in(events, reading()) == 2
    assert wrote == [(0,), (0,)]
    assert await found(other, "", incident="inc-1") == ["a", "b"]
    await other.close()


async def _long(store: Store) -> None:
    """An incident of nine events, in which four posts have a state."""
    await _exported(store)
    await add(store, post("c"), post("d"))
    for name in ("b", "c", "d"):
        await act(store, Verb.PIN, key(name))
        await act(store, Verb.TAG, key(name), value="press")


async def test_a_long_log_comes_in_steps_and_its_incident_is_there_with_the_last_of_them(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arriving, "PIECE", 2)
    await _long(store)
    events, items = await store.events("inc-1"), await store.page("live", EVERYTHING, incident="inc-1")
    other, beside = await open_store(tmp_path / "other.db"), await open_store(tmp_path / "other.db")
    known = await other.incidents(), await other.verify()
    seen: list[int] = []

    async def between() -> None:
        # Somebody else's write and look between two steps.
        await beside.commit("watch", [], opening() if not seen else _a_note, NOON)
        seen.append(len(await beside.events("inc-1")))
        assert [one.id for one in await beside.incidents()] == ["watch"]
        assert [(verdict.incident, verdict.clean) for verdict in await beside.verify()] == [("watch", True)]

    monkeypatch.setattr(arriving, "_breathe", between)
    assert await other.bring_in(events, items[::-1]) == len(events) == 8
    assert known == ([], [])
    assert seen == [2, 4, 6, 8, 8, 8]  # four of events, two of states
    assert await other.events("inc-1") == events
    assert await other.incident("inc-1") == await store.incident("inc-1")
    assert [verdict.clean for verdict in await other.verify()] == [True, True]
    assert await found(other, "tag:press is:pinned", incident="inc-1") == ["d", "c", "b"]
    assert await other.bring_in(events, items) == 0
    await beside.close()
    await other.close()


def _a_note(_now: Incident | None, _items: Mapping[PostKey, Item]) -> list[NewEvent]:
    return [noted()]


async def test_an_incident_that_is_here_gets_what_is_new_of_it_and_keeps_the_state_of_the_rest(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    await _long(store)
    items, other = await store.page("live", EVERYTHING, incident="inc-1"), await open_store(tmp_path / "other.db")
    await other.bring_in(await store.events("inc-1"), items)
    await act(store, Verb.UNPIN, key("b"))
    await act(store, Verb.TAG, key("c"), value="legal")
    monkeypatch.setattr(arriving, "PIECE", 1)  # it stays one step: people look at it
    assert await other.bring_in(await store.events("inc-1"), []) == 2
    assert sorted(await found(other, "is:pinned", incident="inc-1")) == ["c", "d"]
    assert sorted(await found(other, "tag:legal", incident="inc-1")) == ["a", "c"]
    assert [verdict.clean for verdict in await other.verify()] == [True]
    await other.close()
