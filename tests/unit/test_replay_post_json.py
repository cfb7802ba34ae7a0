from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.model import Platform, Post
from warroom.domain.post_json import post_from_json, post_to_json

_NEEDED: dict[str, Any] = {
    "platform": "mastodon",
    "native_id": "113",
    "author": "mara@mastodon.example",
    "text": "hello",
    "created_at": "2026-03-06T15:00:00Z",
}
_anything = st.text(st.characters(), max_size=30)
_filled = _anything.filter(bool)
_counts = st.none() | st.integers(min_value=0, max_value=2**53)
_posts = st.builds(
    Post,
    platform=st.sampled_from(Platform),
    native_id=_filled,
    author=_filled,
    text=_anything,
    created_at=st.datetimes(timezones=st.just(UTC)),
    author_name=_anything,
    reach=_counts,
    verified=st.booleans(),
    place=_anything,
    url=_anything,
    lang=_anything,
    root_id=_anything,
    parent_id=_anything,
    repost_of=_anything,
    quoted=_anything,
    media_alt=st.lists(_anything, max_size=3).map(tuple),
    links=st.lists(_anything, max_size=3).map(tuple),
    hashtags=st.lists(_anything, max_size=3).map(tuple),
    replies=_counts,
    reposts=_counts,
    likes=_counts,
)


@given(_posts)
def test_every_field_of_every_post_survives_json(post: Post) -> None:
    assert post_from_json(json.loads(json.dumps(post_to_json(post)))) == post


def test_the_fields_always_come_in_the_same_order_and_none_is_left_out() -> None:
    bare = post_from_json(_NEEDED)
    full = Post(platform=Platform.REDDIT, native_id="t3_1", author="a", text="", created_at=datetime.now(UTC), reach=3)
    assert list(post_to_json(bare)) == list(post_to_json(full))
    assert set(post_to_json(bare)) == set(Post.__dataclass_fields__)


def test_plain_id_null_fields_and_foreign_keys_are_taken() -> None:
    raw = {**_NEEDED, "native_id": None, "id": 42, "reach": None, "links": None, "score": {"x": 1}, "lang": None}
    post = post_from_json(raw)
    assert (post.native_id, post.reach, post.links, post.lang) == ("42", None, (), "")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [(1772809200, 0), (1772809200.5, 0.5), (1772809200500, 0.5), ("2026-03-06T16:00:00.25+01:00", 0.25)],
)
def test_times_are_read_from_iso_and_from_epoch_numbers(value: object, seconds: float) -> None:
    moment = post_from_json({**_NEEDED, "created_at": value}).created_at
    assert moment == datetime(2026, 3, 6, 15, tzinfo=UTC) + timedelta(seconds=seconds)
    assert moment.tzinfo is UTC


def test_a_time_in_another_zone_is_written_in_utc() -> None:
    moment = datetime(2026, 3, 6, 17, tzinfo=timezone(timedelta(hours=2)))
    post = Post(platform=Platform.BLUESKY, native_id="x", author="a", text="t", created_at=moment)
    assert post_to_json(post)["created_at"] == "2026-03-06T15:00:00.000000+00:00"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("platform", "myspace", "platform is none of reddit, mastodon, bluesky"),
        ("platform", None, "platform is missing"),
        ("platform", 3, "platform is none of"),
        ("native_id", None, "id is missing"),
        ("native_id", "", "native_id is empty"),
        ("author", None, "author is missing"),
        ("author", 7, "author is not a text"),
        ("text", None, "text is missing"),
        ("text", ["x"], "text is not a text"),
        ("created_at", None, "created_at is missing"),
        ("created_at", "yesterday", "created_at is not a time with a zone"),
        ("created_at", "2026-03-06T15:00:00", "created_at is not a time with a zone"),
        ("created_at", "0001-01-01T00:00:00+14:00", "created_at is not a time with a zone"),
        ("created_at", 1e300, "created_at is not a time with a zone"),
        ("created_at", float("nan"), "created_at is not a time with a zone"),
        ("created_at", True, "created_at is not a time with a zone"),
        ("reach", "12k", "reach is not a whole number"),
        ("likes", True, "likes is not a whole number"),
        ("likes", 10**30, "likes is beyond any count"),
        ("verified", "yes", "verified is not true or false"),
        ("links", "https://a.example", "links is not a list of texts"),
        ("links", [1], "links is not a list of texts"),
    ],
)
def test_a_bad_field_is_named(field: str, value: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        post_from_json({**_NEEDED, field: value})
