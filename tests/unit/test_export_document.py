from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.making import HOSTILE, POSTS, START, TEXTS, Book, books, item, post, stream
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import ImportRefused
from warroom.domain.events import chain_hash, from_row, to_row
from warroom.domain.incident import Kind
from warroom.domain.item_json import item_from_json, item_to_json
from warroom.domain.model import Post, PostKey, Score, Unscored
from warroom.domain.triage import Triage, Verb
from warroom.domain.wire import canonical
from warroom.export import export, read_document, write_export
from warroom.export.stream import Reader

KEY = PostKey("mastodon:1")
Doc = dict[str, Any]


async def text_of(book: Book, earlier: dict[PostKey, list[Post]] | None = None) -> str:
    pieces: list[str] = []
    await export("json", book.opened, book.events, stream(book.items), pieces.append, earlier=earlier)
    return "".join(pieces)


async def test_a_document_from_before_there_were_labels_is_read(tmp_path: Path) -> None:
    raw = json.loads(await text_of(small()))
    for line in raw["posts"]:
        del line["triage"]["label"], line["triage"]["checked"]
    file = tmp_path / "old.json"
    file.write_text(json.dumps(raw))
    assert [each.triage.tags for each in read_document(file).items] == [("legal",), (), ()]


def small() -> Book:
    book = Book([item(1, "bad", score=Score(0.8, 0.15, 0.05, "m1")), item(2, "waits"), item(3, HOSTILE[0])])
    book.act(Verb.CLAIM, KEY)
    book.act(Verb.TAG, KEY, value="legal")
    book.severity(2)
    return book


async def rewritten(tmp_path: Path, change: Callable[[Doc], object], *, mend: bool = False) -> Path:
    """The document of a small incident after somebody changed it; ``mend`` gives it a chain that verifies again."""
    document = json.loads(await text_of(small()))
    change(document)
    if mend:
        prev = "0" * 64
        for row in document["events"]:
            row["prev_hash"] = prev
            row["hash"] = prev = chain_hash(from_row(row))
        document["incident"]["head_hash"] = prev
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(document))
    return path


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


def forge(name: str, value: object, place: int = 1) -> Callable[[Doc], object]:
    return lambda doc: doc["events"][place].update({name: value})


@pytest.mark.parametrize(("change", "words"), [
    (forge("actor", "nobody"), "broken at event inc-1/2.*does not match its hash"),
    (forge("summary", "x", 3), "broken at event inc-1/4"),
    (forge("prev_hash", "0" * 64), "broken at event inc-1/2.*event before"),
    (lambda doc: doc["events"].pop(2), "broken at event inc-1/4.*seq 3 is missing"),
    (lambda doc: doc["events"].pop(), "something else than the log"),
    (lambda doc: doc["events"].clear(), "log is empty"),
    (forge("drill", 1), "Event 2.*not as warroom writes it.*drill"),
    (forge("id", "inc-1/9"), "Event 2.*not as warroom writes it.*id"),
    (forge("occurred_at", "2026-03-01T12:01:00Z"), "Event 2.*occurred_at"),
    (forge("type", "exploded"), "Event 2.*cannot be read.*exploded"),
    (forge("details", "none"), "Event 2.*cannot be read.*details"),
    (forge("extra", 1), "Event 2.*extra"),
    (lambda doc: doc["events"][1].pop("post_url"), "Event 2.*post_url.*missing"),
    (lambda doc: doc["events"][1].pop("id"), "Event 2.*id"),
    (lambda doc: doc["events"].insert(1, 7), "event 2 is not an object"),
    (lambda doc: doc["incident"].update(title="Another"), "something else than the log"),
    (lambda doc: doc["incident"].update(severity=1), "something else than the log"),
    (lambda doc: doc.update(incident=[]), "incident is not an object"),
    (lambda doc: doc.update(format="warroom-incident/2"), "newer warroom.*version 2.*knows 1.*Update warroom"),
    (lambda doc: doc.update(format="warroom-incident/99999"), "newer warroom"),
    (lambda doc: doc.update(format="timesketch"), "format is 'timesketch'"),
    (lambda doc: doc.update(format="warroom-incident/x"), "format"),
    (lambda doc: doc.update(format=None), "format"),
    (lambda doc: doc.pop("format"), "'incident' is not where it belongs"),
    (lambda doc: doc.pop("events"), "'posts' is not where it belongs"),
    (lambda doc: doc.pop("posts"), "posts is missing"),
    (lambda doc: doc.update(more=1), "'more' is not where it belongs"),
    (lambda doc: doc.update(events={}), "is missing"),
    (lambda doc: doc["posts"].append(doc["posts"][0]), "post 4 is there twice"),
    (lambda doc: doc["posts"].append("post"), "post 4 is not an object"),
    (lambda doc: doc["posts"][1].pop("text"), "post 2: text is missing"),
    (lambda doc: doc["posts"][1].pop("place"), "post 2 is not as warroom writes it.*place"),
    (lambda doc: doc["posts"][1].update(native_id="a\x1b[2J"), "post 2 has an id that cannot be"),
    (lambda doc: doc["posts"][1].update(native_id="a b"), "post 2 has an id that cannot be"),
    (lambda doc: doc["posts"][1].update(room="live2"), "post 2 belongs to room 'live2'"),
    (lambda doc: doc["posts"][1].update(drill=True), "post 2 is not as warroom writes it.*drill"),
    (lambda doc: doc["posts"][1].update(reach=2**70), "post 2: reach"),
    (lambda doc: doc["posts"][1].update(version=0), "post 2: version"),
    (lambda doc: doc["posts"][1].update(received_at="now"), "post 2:"),
    (lambda doc: doc["posts"][1].update(text="\ud800"), "half a character"),
    (lambda doc: doc["posts"][1].update({"\udfff": 1}), "half a character"),
    (lambda doc: doc["posts"][1].update(text="a\0b"), "NUL"),
    (lambda doc: doc["posts"][1].update(triage=None), "post 2: triage"),
    (lambda doc: doc["posts"][1]["triage"].update(status="lost"), "post 2:.*lost"),
    (lambda doc: doc["posts"][0]["sentiment"].update(negative=7), "post 1: negative"),
    (lambda doc: doc["posts"][0]["sentiment"].update(negative=float("nan")), "NaN is no JSON"),
    (lambda doc: doc["posts"][0]["sentiment"].update(label="positive"), "post 1 is not as warroom.*sentiment"),
    (lambda doc: doc["posts"][0].update(earlier={}), "post 1: earlier"),
    (lambda doc: doc["posts"][0].update(earlier=[1]), "post 1:.*earlier"),
    (lambda doc: doc["posts"][0].update(earlier=[{**doc["posts"][1], "earlier": None}]), "post 1 has an id"),
])
async def test_a_document_that_was_changed_is_refused_with_the_reason(
    tmp_path: Path, change: Callable[[Doc], object], words: str,
) -> None:
    path = await rewritten(tmp_path, change)
    with pytest.raises(ImportRefused, match=f"(?s){words}"):
        read_document(path)


def opened(doc: Doc, **other: object) -> None:
    doc["events"][0]["details"].update(other)
    doc["incident"].update(other)


def renamed(doc: Doc, name: str) -> None:
    doc["incident"]["id"] = name
    for row in doc["events"]:
        row["incident"], row["id"] = name, f"{name}/{row['seq']}"


@pytest.mark.parametrize(("change", "words"), [
    (lambda doc: renamed(doc, "../../etc/x"), "no name of an incident"),
    (lambda doc: renamed(doc, "a\x1b[2J"), "no name of an incident"),
    (lambda doc: renamed(doc, ""), "no name of an incident"),
    (lambda doc: opened(doc, kind="drill"), "a drill has a room of its own"),
    (lambda doc: opened(doc, room="elsewhere"), "a drill has a room of its own"),
    (lambda doc: opened(doc, kind="party"), "party"),
    (forge("drill", value=True), "event 2 says the contrary"),
    (forge("post", "mastodon:a\nb"), "speaks of a post that cannot be"),
    (forge("post", ""), "speaks of a post that cannot be"),
    (lambda doc: doc["events"][1]["details"].update(changes={"status": ["open", "lost"]}), "inc-1/2"),
    (lambda doc: doc["events"][1]["details"].update(changes=7), "inc-1/2"),
    (lambda doc: doc["events"][3]["details"].update(changes={"severity": [None, 9]}), "inc-1/4"),
    (forge("type", "opened"), "inc-1/2 opens"),
    (forge("type", "claimed", 0), "before the incident was opened"),
    (lambda doc: doc["events"][2].update(incident="inc-2", id="inc-2/3"), "stands in the log of inc-1"),
])
async def test_a_forged_log_whose_chain_verifies_must_still_make_sense(
    tmp_path: Path, change: Callable[[Doc], object], words: str,
) -> None:
    path = await rewritten(tmp_path, change, mend=True)
    with pytest.raises(ImportRefused, match=f"(?s){words}"):
        read_document(path)


@pytest.mark.parametrize(("content", "words"), [
    (b"", "too early"), (b"  \n", "too early"), (b"[]", "is missing"), (b"{}", "format is missing"),
    (b"null", "is missing"), (b"{", "too early"), (b'{"format"', "too early"), (b'{"format":', "too early"),
    (b'{"format":"warroom-incident/1"', "too early"), (b'{"format":"warroom-incident/1","incident":{}', "too early"),
    (b"\xff\xfe{}", "not UTF-8"), (b"PK\x03\x04", "is missing"),
    (b'{"format":"warroom-incident/1","incident":' + b"[" * 100_000, "nested too deeply|at character"),
    (b'{"format":"warroom-incident/1","incident":{"a":1,"a":2}}', "names a key twice"),
    (b'{"format":"warroom-incident/1","incident":{"a":NaN}}', "NaN is no JSON"),
    (b'{"format":"warroom-incident/1","incident":{"a":1e999}}', "too large a number"),
    (b'{"format":"warroom-incident/1","incident":{"a":' + b"9" * 5000 + b"}}", "4300|no incident"),
    (b'{"format":"warroom-incident/1","incident":{"a":"' + b"x" * 40_000_000 + b'"}}', "longer than"),
    (b'{7:"x"}', "a key is not a text"), (b'{"format" "x"}', "':' is missing at character 10"),
])
def test_what_is_no_document_is_refused_with_the_reason(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(ImportRefused, match=words):
        read_document(path)


@pytest.mark.parametrize("depth", [*range(100, 1100, 90), 5000])
async def test_a_log_of_any_depth_is_read_or_refused(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "deep.json"
    path.write_text((await text_of(small())).replace('"value":""', f'"value":{"[" * depth}{"]" * depth}'))
    with pytest.raises(ImportRefused, match=r"does not match its hash|nested too deeply"):
        read_document(path)


async def test_something_after_the_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(await text_of(small()) + "{}")
    with pytest.raises(ImportRefused, match="something follows"):
        read_document(path)


@given(st.data())
async def test_a_torn_or_scribbled_document_is_refused_and_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject,
) -> None:
    whole = (await text_of(small())).encode()
    at = data.draw(st.integers(0, len(whole) - 3))
    scribble = data.draw(st.binary(max_size=3))
    path = tmp_path_factory.mktemp("torn") / "x.json"
    path.write_bytes(whole[:at])
    with pytest.raises(ImportRefused):
        read_document(path)
    path.write_bytes(whole[:at] + scribble + whole[at + len(scribble):])
    try:
        read = read_document(path)
    except ImportRefused as error:
        refused = error
    else:
        # What may change unseen is what the log does not speak of: posts that nobody touched, and white space.
        assert read.incident == small().opened
        return
    assert refused.reason or refused.hint


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="No such file"):
        read_document(tmp_path / "missing.json")
    with pytest.raises(ImportRefused, match="cannot be read"):
        read_document(tmp_path)
    (tmp_path / "x").write_text("x" * 100)
    with pytest.raises(ImportRefused, match="100 bytes; at most 99"):
        read_document(tmp_path / "x", most_bytes=99)


async def test_a_file_that_changed_after_the_check_is_refused_when_its_posts_are_read(tmp_path: Path) -> None:
    path = await rewritten(tmp_path, lambda doc: None)
    read = read_document(path)
    path.write_text(path.read_text().replace('"room": "live"', '"room": "lively"'))
    with pytest.raises(ImportRefused, match="room"):
        list(read.items)


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
