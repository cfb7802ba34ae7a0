"""What makes two posts the same content: the account and not its handle; and fingerprints of before that was so."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from helpers.engine import NOON, a_post

from warroom.domain.item import Item
from warroom.domain.model import Platform, Post
from warroom.store.intake import Arrival, Slot, merge

DID = "did:plc:ana222222222222222222222"
ANA = a_post(1, "Acme is down", platform=Platform.BLUESKY, native_id=f"at://{DID}/app.bsky.feed.post/k",
             author="ana.example")


def what_becomes_of(stored: Post, came: Post) -> Item:
    slot = Slot(Item(id=1, room="live", post=stored, received_at=NOON), bytes.fromhex(stored.named_sha256))
    slot.shas.add(slot.sha)
    slot.before = slot.item
    merge([Arrival(came.key, came, bytes.fromhex(came.content_sha256))], {came.key: slot}, room="live", first_id=2,
          at=NOON)
    assert slot.item is not None
    return slot.item


def test_the_fingerprint_is_of_the_account_and_that_of_before_is_of_the_handle() -> None:
    renamed = replace(ANA, author="ana.test")
    assert ANA.account == DID
    assert ANA.content_sha256 == renamed.content_sha256 == replace(ANA, author=DID).named_sha256
    assert ANA.named_sha256 != renamed.named_sha256


@pytest.mark.parametrize("text", ["said", 'a "quote" \\ and\nmore', "caf\u00e9 \U0001f600", "\ud83d"])
def test_a_fingerprint_can_be_made_again_by_anybody_who_has_the_post(text: str) -> None:
    there = replace(ANA, text=text, created_at=NOON.astimezone(timezone(timedelta(hours=2))))
    said = json.dumps(["bluesky", ANA.native_id, DID, NOON.isoformat(), text], separators=(",", ":"))
    assert there.content_sha256 == hashlib.sha256(said.encode()).hexdigest()


@pytest.mark.parametrize("change", [{"text": "other words"}, {"native_id": f"at://{DID}/app.bsky.feed.post/other"},
                                    {"native_id": "at://did:plc:ben/app.bsky.feed.post/k"}])
def test_other_content_has_another_fingerprint(change: dict[str, str]) -> None:
    assert replace(ANA, **change).content_sha256 != ANA.content_sha256


@pytest.mark.parametrize("post", [a_post(1), replace(ANA, native_id="drill-1")])
def test_elsewhere_the_author_is_the_account_and_the_fingerprint_is_what_it_was(post: Post) -> None:
    assert post.account == post.author
    assert post.content_sha256 == post.named_sha256 != replace(post, author="ben").content_sha256


def test_what_was_stored_with_a_fingerprint_of_before_is_known_and_no_edit() -> None:
    item = what_becomes_of(ANA, replace(ANA, likes=7))
    assert (item.version, item.post.likes) == (1, 7)
    assert what_becomes_of(ANA, replace(ANA, text="other words")).version == 2
