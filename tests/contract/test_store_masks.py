"""Pages that are read off the bits of common words, and what becomes of the bits when posts change."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from helpers.stored import NOON, act, add, found, key, opening, post

from warroom.domain.query import parse
from warroom.domain.triage import Verb
from warroom.store import blocks, masks, pages
from warroom.store.sql import SqlStore, open_store

NEVER_MET = "tea coffee"
FAR = 40


@pytest.fixture
async def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SqlStore]:
    """Forty posts in blocks of four, that speak of tea and of coffee in turns."""
    for module in (blocks, pages, masks):
        monkeypatch.setattr(module, "BLOCK", 4)
    monkeypatch.setattr(pages, "_FAR", 8)
    monkeypatch.setattr(masks, "RARE", 2)
    store = await open_store(tmp_path / "room.db")
    for n in range(FAR):
        await add(store, post(f"p{n}", ("coffee please", "tea please")[n % 2]))
    yield store
    await store.close()


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How far down each walk of a list was told to go."""
    bottoms: list[int] = []
    down = pages._Walk._down

    async def told(self: pages._Walk, way: object, bottom: int, *rest: object) -> list[int]:
        bottoms.append(bottom)
        return await down(self, way, bottom, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pages._Walk, "_down", told)
    return bottoms


@pytest.mark.parametrize("asked", [NEVER_MET, "-tea -coffee", '"coffee please" tea', "tea coffee is:open"])
async def test_words_that_never_meet_are_walked_to_their_ends_once(
    room: SqlStore, walked: list[int], asked: str,
) -> None:
    assert await found(room, asked) == []
    assert min(walked) <= 2
    await room.learned()
    walked.clear()
    assert await found(room, asked) == []
    assert min(walked) >= FAR - 8


async def test_what_is_found_by_bits_is_what_is_found_without(room: SqlStore) -> None:
    for asked in ("tea please", "please -coffee", '"tea please" -coffee', "coffee please platform:reddit"):
        every = await found(room, asked)
        await room.learned()
        assert await found(room, asked) == every
        assert len(every) == FAR // 2
        for before in (5, 17, 36):
            items = await room.page("live", parse(asked, now=NOON), before=before, limit=3)
            assert [item.post.native_id for item in items] == [one for one in every if int(one[1:]) < before - 1][:3]


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_an_edit_is_found_where_bits_were_learned_before_it(
    room: SqlStore, tmp_path: Path, elsewhere: bool,
) -> None:
    assert await found(room, NEVER_MET) == []
    await room.learned()
    editor = await open_store(tmp_path / "room.db") if elsewhere else room
    await add(editor, post("p7", "tea with coffee"))
    assert await found(room, NEVER_MET) == ["p7"]
    await add(editor, post("p7", "water"))
    assert await found(room, NEVER_MET) == []
    assert await found(room, "-tea -coffee") == ["p7"]
    if elsewhere:
        await editor.close()


async def test_posts_that_come_later_are_found_too(room: SqlStore) -> None:
    assert await found(room, NEVER_MET) == []
    await room.learned()
    for n in range(FAR, FAR + 100):
        await add(room, post(f"p{n}", "tea with coffee" if n % 50 == 0 else "neither"))
    assert await found(room, NEVER_MET) == ["p100", "p50"]
    await room.learned()
    assert await found(room, NEVER_MET) == ["p100", "p50"]


async def test_a_block_that_a_new_room_fills_is_known_by_the_posts_of_all_rooms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 4)
    store = await open_store(tmp_path / "room.db")
    await add(store, post("other", "hello"), post("a", "a refund"), room="drill-1")
    await add(store, post("b", "my refund"))
    assert [item.post.native_id for item in await store.page("drill-1", parse("-refund", now=NOON))] == ["other"]
    await store.close()


async def test_what_the_team_claimed_is_judged_by_bits_where_they_are_known(room: SqlStore) -> None:
    await room.commit("inc-1", [], opening(), NOON)
    for n in range(6):
        await act(room, Verb.CLAIM, key(f"p{n}"))
    assert await found(room, "is:claimed tea", incident="inc-1") == ["p5", "p3", "p1"]
    await found(room, NEVER_MET)
    await room.learned()
    assert await found(room, "is:claimed tea", incident="inc-1") == ["p5", "p3", "p1"]
    await add(room, post("p3", "coffee after all"))
    assert await found(room, "is:claimed tea", incident="inc-1") == ["p5", "p1"]
