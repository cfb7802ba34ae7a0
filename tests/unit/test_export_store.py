from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers.making import HOSTILE, START, Book, item, stream

from warroom.domain.errors import ImportRefused
from warroom.domain.incident import Kind
from warroom.domain.model import Score, Unscored
from warroom.domain.triage import Verb
from warroom.export import read_document, write_export
from warroom.store.sql import open_store


def busy(kind: Kind) -> Book:
    room = "drill-1" if kind is Kind.DRILL else "live"
    scores = [Score(0.7, 0.2, 0.1, "m1"), Unscored("too long"), None]
    items = [
        item(number, f"{number} {text}".replace("\0", ""), room=room, score=scores[number % 3], reach=number,
             deleted_at=START + timedelta(hours=1) if number == 4 else None)
        for number, text in enumerate(HOSTILE, 1)
    ]
    book = Book(items, kind=kind)
    for number, one in enumerate(items):
        book.act(Verb.CLAIM, one.key)
        book.act((Verb.PIN, Verb.ESCALATE, Verb.DISMISS)[number % 3], one.key, value="pr")
    book.severity(1)
    return book


@pytest.mark.parametrize("kind", Kind)
async def test_an_incident_that_moved_to_another_database_is_exported_with_the_same_bytes(
    tmp_path: Path, kind: Kind,
) -> None:
    book = busy(kind)
    first = await write_export("json", book.opened, book.events, stream(book.items), tmp_path / "1.json")
    read = read_document(first)
    store = await open_store(tmp_path / "room.db")
    try:
        assert await store.bring_in(read.events, read.items) == len(book.events)
        assert await store.bring_in(read.events, read.items) == 0
        assert all(verdict.clean for verdict in await store.verify())
        incident = await store.incident(book.id)
        events = await store.events(book.id)
        items = await store.since(book.room, 0, incident=book.id)
    finally:
        await store.close()
    assert incident == book.opened
    again = await write_export("json", incident, events, stream(items), tmp_path / "2.json")
    assert again.read_bytes() == first.read_bytes()


async def test_nothing_is_written_when_the_file_changes_during_the_import(tmp_path: Path) -> None:
    book = busy(Kind.INCIDENT)
    path = await write_export("json", book.opened, book.events, stream(book.items), tmp_path / "1.json")
    read = read_document(path)
    whole = path.read_text()
    path.write_text(whole[: whole.rindex('"verified"')])
    store = await open_store(tmp_path / "room.db")
    try:
        with pytest.raises(ImportRefused):
            await store.bring_in(read.events, read.items)
        assert await store.count() == 0
        assert await store.incidents() == []
    finally:
        await store.close()
