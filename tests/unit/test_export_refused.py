"""Documents that are not what was exported: each is refused with the reason, and none crashes the reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.documents import Doc, rewritten, small, text_of
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import ImportRefused
from warroom.export import read_document


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
