from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.making import HOSTILE, START, Book, books, item, stream
from hypothesis import given

from warroom.domain.errors import UsageError
from warroom.domain.events import EventType, to_row
from warroom.domain.incident import Kind
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.text import neutralise
from warroom.domain.triage import Verb
from warroom.domain.wire import canonical
from warroom.export import FORMATS, export, write_export
from warroom.export.csv_ import COLUMNS, IRIS_COLUMNS, cell

KEY = PostKey("mastodon:1")
FORMULA = re.compile("[\\s\"'\u2018-\u201f]*[=+\\-@\t\r＝＋－＠]")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")


async def written(fmt: str, book: Book) -> str:
    pieces: list[str] = []
    await export(fmt, book.opened, book.events, stream(book.items), pieces.append)
    return "".join(pieces)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def harmless(text: str) -> bool:
    return all(neutralise(line) == line for line in text.replace("\r\n", "\n").split("\n"))


def hostile_book() -> Book:
    book = Book([item(number, text, author=text or "x", url=text) for number, text in enumerate(HOSTILE, 1)],
                title="\x1b]0;x\x07| a `title` <b>")
    for number, text in enumerate(HOSTILE, 1):
        key = PostKey(f"mastodon:{number}")
        book.act(Verb.TAG, key, actor=text or "jo", value=f"t{text}")
        book.act(Verb.NOTE, key, actor=text or "jo", value=f"n{text}")
        book.act(Verb.PIN, key, actor=text or "jo")
    return book


@given(books())
async def test_every_line_of_timesketch_has_what_it_needs_in_one_form(book: Book) -> None:
    lines = (await written("timesketch", book)).splitlines()
    assert len(lines) == len(book.events)
    for line, event in zip(lines, book.events, strict=True):
        row = json.loads(line)
        assert list(row)[:5] == ["message", "datetime", "timestamp_desc", "timestamp", "tag"]
        assert not {"_id", "_type", "_index", "_source"} & set(row)
        assert all(not name.startswith("_") for name in row)
        assert MOMENT.fullmatch(row["datetime"])
        assert row["timestamp"] == round((event.occurred_at - START).total_seconds() * 10**6) + 1772366400000000
        assert row["message"]
        assert "\n" not in row["message"]
        assert set(to_row(event)) <= set(row)
        assert ("drill" in row["tag"]) >= event.drill
        assert json.loads(row["details"]) == json.loads(canonical(event.details))
        assert all(neutralise(value) == value for value in row.values() if isinstance(value, str))
        assert not any(isinstance(value, dict) for value in row.values())


@given(books())
async def test_the_csv_holds_every_column_of_every_event_in_order(book: Book) -> None:
    text = await written("csv", book)
    assert text.endswith("\r\n")
    header, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert ",".join(header) == ("id,seq,occurred_at,recorded_at,type,actor,summary,details,severity,platform,post_url,"
                                "content_sha256,tags,pinned,drill,prev_hash,hash")
    assert len(rows) == len(book.events)
    for cells, event in zip(rows, book.events, strict=True):
        row = to_row(event)
        for name, found in zip(COLUMNS, cells, strict=True):
            assert not FORMULA.match(found) or found.startswith("'"), (name, found)
            value = row[name]
            if isinstance(value, str):
                assert found in {neutralise(value), f"'{neutralise(value)}"}
            elif isinstance(value, bool):
                assert found == str(value).lower()
            elif value is None:
                assert found == ""
            else:
                assert json.loads(found) == json.loads(canonical(value))


@pytest.mark.parametrize("text", [
    "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\n=1", '"=1', "'=1", "\u201c=1", "＝1", "＋1", "－1", "＠x", "\u3000=1",
    "\u200b=1", "\ufeff=1", "\x1b[0m=1", "\t=1", "\r=1", "\u2212 1", "﹢1", "﹣1", "﹦1", "﹫1", " \t' \"=1",
])
def test_a_cell_that_could_be_a_formula_begins_with_an_apostrophe(text: str) -> None:
    found = cell(text)
    assert found == "'" + neutralise(text)


@pytest.mark.parametrize("text", ["a=1", "", "1-2", "#x", "don't", "“hello” = hi", "😀 +1", "\\=1"])
def test_a_cell_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_cells_of_other_kinds_are_plain() -> None:
    assert [cell(value) for value in (None, True, False, 3, -1.5, ["a", "é"], {"b": [1, None]})] == [
        "", "true", "false", "3", "-1.5", '["a","\\u00e9"]', '{"b":[1,null]}']


@given(books())
async def test_the_iris_file_loads_as_iris_reads_it(book: Book) -> None:
    text = await written("csv-iris", book)
    # IRIS cuts at every line end that Python knows before it looks at quotation marks.
    rows = list(csv.DictReader(text.splitlines(), delimiter=","))
    assert len(rows) == len(book.events)
    for row, event in zip(rows, book.events, strict=True):
        assert tuple(row) == IRIS_COLUMNS
        assert MOMENT.fullmatch(row["event_date"] + row["event_tz"])
        assert len(row["event_title"]) >= 2
        assert row["event_category"] == row["event_assets"] == row["event_iocs"] == ""
        assert json.loads(row["event_raw"])["hash"] == event.hash
        assert str(event.type) in row["event_tags"].split("|")
        for name in ("event_title", "event_content", "event_source", "event_tags", "event_raw"):
            assert not FORMULA.match(row[name]) or row[name].startswith("'")


async def test_the_iris_columns_are_exactly_those_of_its_template() -> None:
    header = (await written("csv-iris", Book())).splitlines()[0]
    assert header == ("event_date,event_tz,event_title,event_category,event_content,event_raw,event_source,"
                      "event_assets,event_iocs,event_tags")


@pytest.mark.parametrize("fmt", FORMATS)
async def test_no_format_hands_a_terminal_anything_to_obey(fmt: str) -> None:
    assert harmless(await written(fmt, hostile_book()))


@pytest.mark.parametrize("fmt", FORMATS)
async def test_the_same_incident_gives_the_same_bytes(fmt: str, tmp_path: Path) -> None:
    book = hostile_book()
    first = await write_export(fmt, book.opened, book.events, stream(book.items), tmp_path / "one")
    second = await write_export(fmt, book.opened, book.events, stream(book.items), tmp_path / "two")
    assert first.read_bytes() == second.read_bytes() == (await written(fmt, book)).encode()


@pytest.mark.parametrize("fmt", FORMATS)
async def test_a_drill_says_that_it_is_one(fmt: str) -> None:
    book = Book([item(1, room="drill-1")], kind=Kind.DRILL)
    book.act(Verb.CLAIM, KEY)
    assert "drill" in (await written(fmt, book)).casefold().replace("drill-1", "")


async def test_a_format_that_there_is_not_is_named_with_those_that_there_are(tmp_path: Path) -> None:
    book = Book()
    with pytest.raises(UsageError, match=r"no format 'pdf'.*md, json, csv, csv-iris, timesketch"):
        await write_export("pdf", book.opened, book.events, stream([]), tmp_path / "x.pdf")
    assert names(tmp_path) == []


async def test_a_file_that_is_there_is_overwritten_only_by_force(tmp_path: Path) -> None:
    book, target = Book(), tmp_path / "x.md"
    target.write_text("the only copy")
    with pytest.raises(UsageError, match=r"there already.*--force"):
        await write_export("md", book.opened, book.events, stream([]), target)
    assert target.read_text() == "the only copy"
    await write_export("md", book.opened, book.events, stream([]), target, force=True)
    assert target.read_text().startswith("# Post-mortem: Late orders")
    assert names(tmp_path) == [target.name]


@pytest.mark.parametrize("force", [False, True])
async def test_an_interrupted_export_leaves_no_half_file(tmp_path: Path, force: bool) -> None:
    book, target = Book([item(1)]), tmp_path / "x.json"
    if force:
        target.write_text("the last good one")

    async def torn() -> AsyncIterator[Item]:
        yield book.items[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await write_export("json", book.opened, book.events, torn(), target, force=force)
    assert names(tmp_path) == (["x.json"] if force else [])
    assert not force or target.read_text() == "the last good one"


async def test_a_file_that_came_meanwhile_is_not_lost(tmp_path: Path) -> None:
    book, target = Book([item(1)]), tmp_path / "x.json"

    async def slow() -> AsyncIterator[Item]:
        target.write_text("somebody else's")
        yield book.items[0]

    with pytest.raises(UsageError, match="there already"):
        await write_export("json", book.opened, book.events, slow(), target)
    assert target.read_text() == "somebody else's"
    assert names(tmp_path) == [target.name]


async def test_a_place_that_cannot_be_written_is_a_plain_error(tmp_path: Path) -> None:
    book = Book()
    (tmp_path / "file").write_text("")
    for target in (tmp_path / "missing" / "x.md", tmp_path / "file" / "x.md"):
        with pytest.raises(UsageError, match="cannot be written"):
            await write_export("md", book.opened, book.events, stream([]), target)
    with pytest.raises(UsageError, match="is a folder"):
        await write_export("md", book.opened, book.events, stream([]), tmp_path, force=True)


async def test_a_full_disk_is_a_plain_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, target = Book(), tmp_path / "x.md"

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        await write_export("md", book.opened, book.events, stream([]), target)
    assert names(tmp_path) == []


async def test_posts_pass_one_by_one_and_are_not_held(tmp_path: Path) -> None:
    book = Book()
    alive = {"now": 0, "most": 0}

    class Counted(Item):
        def __del__(self) -> None:
            alive["now"] -= 1

    async def many() -> AsyncIterator[Item]:
        one = item(1)
        for number in range(1, 3001):
            alive["now"] += 1
            alive["most"] = max(alive["most"], alive["now"])
            post = replace(one.post, native_id=str(number), created_at=START + timedelta(seconds=number))
            yield Counted(id=number, room="live", post=post, received_at=START)

    for fmt in ("json", "md"):
        await write_export(fmt, book.opened, book.events, many(), tmp_path / fmt)
    assert alive["most"] < 50


async def test_undone_acts_stay_in_the_timeline_and_say_so() -> None:
    book = Book([item(1)])
    book.act(Verb.CLAIM, KEY)
    claim = book.events[-1]
    book.write(EventType.UNDO, "mara", "undid: claimed", {
        "undoes": claim.id, "changes": {"holder": ["mara", ""]}}, post=KEY)
    text = await written("md", book)
    assert "claim — my order never came (undone later)" in text
    assert "Time to the first claim: never" in text
