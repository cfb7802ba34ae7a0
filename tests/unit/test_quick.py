"""Frozen values that are made fast are values like any other."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, fields, replace
from datetime import UTC, datetime

import pytest

from warroom.domain.item import Item
from warroom.domain.model import Platform, Post, Score
from warroom.domain.quick import thawed

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
POST = Post(platform=Platform.REDDIT, native_id="t3_1", author="mara", text="It broke.", created_at=NOON, reach=7)
ITEM = Item(id=3, room="live", post=POST, received_at=NOON, score=Score(0.5, 0.25, 0.25, "m"))


@pytest.mark.parametrize("plain", [POST, ITEM, Score(0.1, 0.2, 0.7, "m")])
def test_what_is_made_fast_cannot_be_told_from_what_is_made_plainly(plain: Post | Item | Score) -> None:
    fast = thawed(type(plain))(*(getattr(plain, field.name) for field in fields(plain)))
    fast.__class__ = type(plain)
    assert type(fast) is type(plain)
    assert fast == plain
    assert hash(fast) == hash(plain)
    assert repr(fast) == repr(plain)
    assert replace(fast) == plain
    with pytest.raises(FrozenInstanceError):
        setattr(fast, fields(plain)[0].name, None)


def test_a_class_without_slots_is_not_mistaken_for_one() -> None:
    @dataclass(frozen=True)
    class Loose:
        word: str = ""

    fast = thawed(Loose)("a")
    with pytest.raises(TypeError, match="layout"):
        fast.__class__ = Loose
