"""Texts that are being written: two people never overwrite each other, and each sees how the texts differ."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers.engine import TestClock
from helpers.stored import key

from warroom.domain.manuscript import Choices, Overtaken
from warroom.domain.model import PostKey, Score, digest
from warroom.engine.clock import SystemClock
from warroom.engine.manuscripts import Manuscripts
from warroom.store.sql import open_store


async def test_two_people_at_one_text_never_overwrite_each_other(tmp_path: Path) -> None:
    one, two = await open_store(tmp_path / "warroom.db"), await open_store(tmp_path / "warroom.db")
    ana = Manuscripts(one, wall=SystemClock(), actor="ana")
    ben = Manuscripts(two, wall=SystemClock(), actor="ben")
    first = await ana.save("inc-1", key(), "We are sorry.", 0)
    seen = await ben.load("inc-1", key())
    assert seen == first
    await ben.save("inc-1", key(), "We are very sorry.", first.version, statement="holding")
    with pytest.raises(Overtaken, match="ben has changed this text") as caught:
        await ana.save("inc-1", key(), "We are sorry, Mara.", first.version)
    assert (caught.value.theirs.text, caught.value.theirs.statement) == ("We are very sorry.", "holding")
    kept = await ana.save("inc-1", key(), "We are sorry, Mara.", caught.value.theirs.version)
    assert await ben.load("inc-1", key()) == kept
    await one.close()
    await two.close()


async def test_a_text_knows_all_who_wrote_in_it_until_it_is_emptied(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "warroom.db")
    ana, ben = (Manuscripts(store, wall=SystemClock(), actor=name) for name in ("ana", "ben"))
    for version, (who, text, wrote) in enumerate([
        (ana, "We are", ("ana",)), (ben, "We are sorry.", ("ana", "ben")), (ana, "We are sorry, Mara.", ("ben", "ana")),
        (ana, "", ()), (ben, "Mara,", ("ben",)),
    ]):
        await who.save("inc-1", key(), text, version)
        now = await ana.load("inc-1", key())
        assert now is not None
        assert now.writers == wrote
    await store.close()


async def test_what_a_writer_chose_beside_the_words_is_kept_with_them(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "warroom.db")
    texts = Manuscripts(store, wall=SystemClock(), actor="ana")
    chosen = Choices({"jargon": "their own word: “ingress”"}, split=True)
    await texts.save("inc-1", key(), "Sorry.", 0, choices=chosen)
    kept = await texts.load("inc-1", key())
    assert kept is not None
    assert kept.choices == chosen
    assert (await texts.save("inc-1", key(), "Sorry!", 1)).choices == Choices()
    await store.close()


async def test_a_text_that_was_handed_in_is_empty_and_an_old_copy_of_it_does_not_come_back(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "warroom.db")
    texts = Manuscripts(store, wall=SystemClock(), actor="ana")
    written = await texts.save("inc-1", key(), "Sorry.", 0)
    emptied = await texts.drop("inc-1", key(), written.version)
    assert (emptied.text, emptied.version) == ("", 2)
    for old in (0, 1):
        with pytest.raises(Overtaken):
            await texts.save("inc-1", key(), "Sorry, from an old console.", old)
    assert await texts.load("inc-2", key()) is None
    await store.close()


async def test_a_text_waits_for_its_score_while_it_is_fresh_and_has_none(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "warroom.db")
    clock = TestClock()
    texts = Manuscripts(store, wall=clock, actor="ana")
    for number, text in enumerate(["old", "bad", " ", "new"]):
        await texts.save("inc-1", PostKey(f"reddit:{number}"), text, 0)
        clock.advance(seconds=60)
    since, until = clock.now() - timedelta(seconds=190), clock.now() - timedelta(seconds=1)
    assert await store.manuscripts.unscored(since=since, until=until, limit=9) == ["new", "bad"]
    assert await store.manuscripts.unscored(since=since, until=until, limit=1) == ["new"]
    assert await store.manuscripts.score("bad") is None
    await store.put_scores({digest("bad"): Score(0.9, 0.05, 0.05)}, clock.now())
    assert await store.manuscripts.score("bad") == Score(0.9, 0.05, 0.05)
    assert await store.manuscripts.unscored(since=since, until=until, limit=9) == ["new"]
    await store.close()
