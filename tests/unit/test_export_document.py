"""A document of an incident: what is written is read again, whatever was in it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.documents import KEY, rewritten, small, text_of
from helpers.making import POSTS, START, TEXTS, Book, books, item, post, stream
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.events import to_row
from warroom.domain.incident import Kind
from warroom.domain.item_json import item_from_json, item_to_json
from warroom.domain.model import Post, Score, Unscored
from warroom.domain.triage import Triage, Verb
from warroom.domain.wire import canonical
from warroom.export import read_document, write_export
from warroom.export.stream import Reader


async def test_a_document_from_before_there_were_labels_is_read(tmp_path: Path) -> None:
    raw = json.loads(await text_of(small()))
    for line in raw["posts"]:
        del line["triage"]["label"], line["triage"]["checked"]
    file = tmp_path / "old.json"
    file.write_text(json.dumps(raw))
    assert [each.triage.tags for each in read_document(file).items] == [("legal",), (), ()]


@given(books())
async def test_what_is_written_is_read_and_written_again_byte_by_byte(
    tmp_path_factory: pytest.TempPathFactory, book: Book,
) -> None:
    folder = tmp_path_factory.mktemp("round")
    first = await write_export("json", book.opened, book.events, stream(book.items), folder / "1.json")
    read = read_document(first)
    assert read.incident == book.opened
    assert [to_row(event) for event in read.events] == [
        json.loads(canonical(to_row(event))) for event in book.events]
    assert list(read.items) == book.items
    assert (read.count, read.notes) == (len(book.items), ())
    again = await write_export("json", read.incident, read.events, stream(read.items), folder / "2.json")
    assert again.read_bytes() == first.read_bytes()


@given(st.data(), POSTS, st.lists(TEXTS, min_size=1, max_size=3))
async def test_what_an_edited_post_said_before_comes_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, now: Post, before: list[str],
) -> None:
    one = item(1)
    one = replace(one, post=now, version=len(before) + 1)
    earlier = {one.key: [replace(now, text=text) for text in before]}
    book = Book([one])
    path = tmp_path_factory.mktemp("edited") / "x.json"
    await write_export("json", book.opened, book.events, stream(book.items), path, earlier=earlier)
    read = read_document(path)
    assert {key: list(posts) for key, posts in read.earlier.items()} == earlier
    again = path.with_name("again.json")
    await write_export("json", read.incident, read.events, stream(read.items), again, earlier=read.earlier)
    assert again.read_bytes() == path.read_bytes()


@given(books())
async def test_the_document_is_one_line_a_post_and_pure_ascii(book: Book) -> None:
    text = await text_of(book)
    assert text.isascii()
    assert text.isprintable() or set(text) - {"\n"} <= {chr(code) for code in range(32, 127)}
    assert len(text.splitlines()) == 6 + len(book.events) + len(book.items)
    document = json.loads(text)
    assert list(document) == ["format", "incident", "events", "posts"]
    assert document["format"] == "warroom-incident/1"
    assert all("id" not in line and line["received_at"] for line in document["posts"])
    assert [line["text"] for line in document["posts"]] == [one.post.text for one in book.items]


@given(books())
def test_an_item_survives_the_way_through_json(book: Book) -> None:
    for one in book.items:
        assert item_from_json(json.loads(json.dumps(item_to_json(one, full=True)))) == one


def test_the_printed_form_has_a_fixed_order_and_no_wall_clock() -> None:
    one = item(7, score=Score(0.5, 0.25, 0.25, "m1"), triage=Triage(holder="mara"))
    line = item_to_json(one)
    assert list(line)[:8] == ["id", "room", "drill", "key", "platform", "native_id", "author", "author_name"]
    assert list(line)[-5:] == ["sentiment", "unscored", "triage", "version", "deleted_at"]
    assert "received_at" not in line
    assert line["sentiment"] == {"label": "negative", "negative": 0.5, "neutral": 0.25, "positive": 0.25,
                                 "valence": -0.25, "model": "m1"}
    assert item_to_json(replace(one, room="drill-1"))["drill"] is True
    assert item_to_json(replace(one, score=Unscored("too long")))["unscored"] == "too long"
    assert list(item_to_json(one, full=True))[-1] == "received_at"


async def test_a_document_that_another_program_laid_out_is_read_too(tmp_path: Path) -> None:
    book = small()
    for indent, marks in ((2, None), (None, (",", ":")), (None, (" , ", "\n:\t"))):
        path = tmp_path / "x.json"
        path.write_text("\ufeff" + json.dumps(json.loads(await text_of(book)), indent=indent, separators=marks,
                                              ensure_ascii=False) + "\n\n", encoding="utf-8")
        read = read_document(path)
        assert read.incident == book.opened
        assert list(read.items) == book.items


async def test_posts_can_be_read_more_than_once_and_carry_what_the_log_says(tmp_path: Path) -> None:
    read = read_document(await rewritten(tmp_path, lambda doc: doc["posts"][0]["triage"].update(holder="jo")))
    assert [one.triage.holder for one in read.items] == [one.triage.holder for one in read.items] == ["mara", "", ""]
    assert read.notes == ("1 posts had another state than the log says; the log is believed.",)


async def test_a_text_that_is_not_the_one_in_the_log_is_noted(tmp_path: Path) -> None:
    read = read_document(await rewritten(tmp_path, lambda doc: doc["posts"][0].update(text="good")))
    assert read.notes == ("The text of mastodon:1 is not the one that the log speaks of.",)
    read = read_document(await rewritten(tmp_path, lambda doc: doc["posts"].pop(0)))
    assert read.notes == ("1 posts that the log speaks of are not in the file.",)


async def test_an_earlier_version_proves_what_the_log_speaks_of(tmp_path: Path) -> None:
    book = small()
    edited = [replace(book.items[0], post=post("1", "never mind"), version=2)]
    for earlier, notes in (({}, 1), ({KEY: [book.items[0].post]}, 0)):
        path = await write_export("json", book.opened, book.events, stream(edited), tmp_path / "x", force=True,
                                  earlier=earlier)
        assert len(read_document(path).notes) == notes


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20,
), st.integers(1, 7))
def test_a_document_is_read_the_same_however_it_is_cut_into_pieces(value: Any, size: int) -> None:
    class Slow:
        def __init__(self, text: str) -> None:
            self.rest = text

        def read(self, _: int) -> str:
            piece, self.rest = self.rest[:size], self.rest[size:]
            return piece

    reader = Reader(Slow(json.dumps({"a": value, "b": [value, 12, value], "c": 123})))  # type: ignore[arg-type]
    found = {key: list(reader.elements()) if key == "b" else reader.value() for key in reader.members()}
    assert found == {"a": value, "b": [value, 12, value], "c": 123}


async def test_a_drill_comes_back_as_a_drill(tmp_path: Path) -> None:
    book = Book([item(1, room="drill-1", created_at=START)], kind=Kind.DRILL)
    book.act(Verb.CLAIM, KEY)
    read = read_document(await write_export("json", book.opened, book.events, stream(book.items), tmp_path / "x"))
    assert read.incident.drill
    assert all(event.drill for event in read.events)
    assert [one.room for one in read.items] == ["drill-1"]
