"""Whatever a firehose sends, the reader says what it is or counts why it is not; it never fails."""

from __future__ import annotations

from datetime import UTC

from helpers.firehose import DID, NOON, a_record, commit, event, op
from hypothesis import given, settings
from hypothesis import strategies as st

from sources._bluesky_reader import Haul, Reader
from warroom.domain.model import Gone, Post
from warroom.domain.terms import Terms

EVERYTHING = Terms(brand=("Acme",))
GOOD = commit(7, op("create", "a", a_record("Acme", langs=["en"])), op("update", "b", a_record("x")), op("delete", "c"))

values = st.recursive(
    st.none() | st.booleans() | st.integers(-2**63, 2**63 - 1) | st.text(max_size=8) | st.binary(max_size=40)
    | st.sampled_from(["app.bsky.embed.images", "app.bsky.embed.external", "app.bsky.embed.recordWithMedia",
                       "app.bsky.richtext.facet#link", f"at://{DID}/app.bsky.feed.post/q", "https://a.example/"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["$type", "alt", "images", "external", "uri", "media", "record", "features", "tag", "root",
                         "parent", "title"]), inner, max_size=4),
    max_leaves=12)
records = st.dictionaries(
    st.sampled_from(["text", "createdAt", "facets", "embed", "reply", "langs", "tags"]), values, max_size=7)


def read(*frames: bytes) -> Haul:
    reader, haul = Reader(EVERYTHING, lambda: NOON), Haul()
    for frame in frames:
        reader.read(frame, haul)
    return haul


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_noise_is_counted(noise: bytes) -> None:
    assert sum(read(noise).skipped.values()) == 1


@settings(deadline=None, max_examples=300)
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, 40))
def test_a_frame_with_broken_bytes_never_fails(at: int, byte: int, cut: int) -> None:
    for broken in (GOOD[:at] + bytes([byte]) + GOOD[at + 1:], GOOD[:at] + GOOD[at + cut:], GOOD[:at]):
        haul = read(broken)
        assert all(isinstance(entry, Post | Gone) for entry in haul.entries)


@settings(deadline=None, max_examples=300)
@given(records, st.text(max_size=30))
def test_a_record_of_any_shape_gives_a_post_or_a_reason(record: dict[str, object], text: str) -> None:
    haul = read(commit(3, op("create", "a", {**a_record(f"Acme {text}"), **record, "$type": "app.bsky.feed.post"})))
    said = record.get("text", "Acme")
    if not isinstance(said, str):
        assert haul.skipped == {"a post without text": 1}
    assert len(haul.entries) + sum(haul.skipped.values()) <= 1
    for post in haul.entries:
        assert isinstance(post, Post)
        assert post.created_at.tzinfo is UTC
        assert all(link.startswith(("http://", "https://")) for link in post.links)


@settings(deadline=None)
@given(values, values, values)
def test_events_about_accounts_may_hold_anything(did: object, second: object, third: object) -> None:
    haul = read(event("#account", 3, did=did, active=second, status=third),
                event("#identity", 4, did=did, handle=second))
    assert haul.entries == []


def test_a_block_whose_hash_is_wrong_is_not_taken_for_the_post() -> None:
    true = commit(3, op("create", "a", a_record("Acme is fine")))
    forged = true.replace(b"Acme is fine", b"Acme is evil")
    assert [entry.text for entry in read(true).entries if isinstance(entry, Post)] == ["Acme is fine"]
    assert read(forged).skipped == {"a post that was not sent along": 1}


def test_a_small_and_a_large_record_are_both_found_among_others() -> None:
    for text in ("Acme", "Acme " + "x" * 100, "Acme " + "é" * 1400):
        noise = [op("create", f"n{number}", a_record("n" * number)) for number in range(20)]
        haul = read(commit(3, *noise, op("create", "a", a_record(text, filling=["y" * 50] * 400))))
        assert [entry.text for entry in haul.entries if isinstance(entry, Post)] == [text]
        assert not haul.skipped
