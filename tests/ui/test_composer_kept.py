"""What is typed in the composer is kept: from crashes, from a store that is held, from somebody else's version."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.at_the_composer import KEY, TEAM, a_desk, opened, replies_of, typed, writing
from helpers.room import settings_in

from warroom.domain.errors import BadMove
from warroom.domain.model import PostKey
from warroom.domain.reply import DraftState
from warroom.engine.manuscripts import Manuscripts


async def test_what_was_typed_is_there_again_and_somebody_elses_version_is_never_overwritten(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        await typed(bench, "We are sorry.")
        await bench.press("escape")
        await bench.until(lambda: not bench.app.room_screen.writing)
        await opened(bench)
        await bench.until(lambda: composer.text == "We are sorry.")
        ben = Manuscripts(bench.store, wall=bench.clock, actor="ben")
        mine = await bench.room.manuscripts.load(bench.room.incident.id, KEY)
        assert mine is not None
        await ben.save(bench.room.incident.id, KEY, "We are very sorry.", mine.version)
        await typed(bench, " Truly.")
        await bench.sees("ben changed this text", "[-very -]", "[+ Truly.+]", "✕ ben changed it: F9")
        await bench.press("f5")
        await bench.sees("F9 chooses first")
        await bench.press("f9")
        await bench.sees("keep mine", "take ben's")
        await bench.press("t")
        await bench.until(lambda: composer.text == "We are very sorry.")
        await bench.press("ctrl+z")
        await bench.until(lambda: composer.text == "We are sorry. Truly.")
        await composer.keeping.now()
        now = await bench.room.manuscripts.load(bench.room.incident.id, KEY)
        assert now is not None
        assert (now.text, now.author) == ("We are sorry. Truly.", "ana")


async def test_nobody_approves_words_that_they_left_in_the_composer_for_another_to_hand_in(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        settings = replace(settings_in(tmp_path), team=TEAM)
        await bench.room.desk.set_severity(2)
        incident = bench.room.incident.id
        ben = Manuscripts(bench.store, wall=bench.clock, actor="ben")
        await ben.save(incident, KEY, "You got sick, and we are sorry. We test the lot today and write by 18:00.", 0)
        await opened(bench)
        await typed(bench, " We are on it.")
        await bench.press("f5")
        await bench.until(lambda: not bench.app.room_screen.writing)
        [(_, draft)] = await bench.store.drafts(incident)
        assert (draft.state, draft.author, draft.writers) == (DraftState.IN_REVIEW, "ana", ("ben",))
        with pytest.raises(BadMove, match="words of their own"):
            await replies_of(bench, "ben", settings).approve(incident, draft.id)


async def test_a_text_that_somebody_else_changed_is_not_handed_in_unseen_by_one_who_rests(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        incident = bench.room.incident.id
        await opened(bench)
        await typed(bench, "You got sick, and we are sorry. We test the lot today and write by 18:00.")
        await writing(bench).keeping.now()
        mine = await bench.room.manuscripts.load(incident, KEY)
        assert mine is not None
        ben = Manuscripts(bench.store, wall=bench.clock, actor="ben")
        await ben.save(incident, KEY, f"{mine.text} Ben.", mine.version)
        await bench.press("f5")
        await bench.sees("F9 chooses first", "[- Ben.-]")
        assert await bench.store.drafts(incident) == []
        kept = await bench.room.manuscripts.load(incident, PostKey(f"{KEY}#ana"))
        assert kept is not None
        assert kept.text == mine.text


async def test_one_who_rests_sees_what_another_writes_there_and_on_a_small_terminal_first_what_differs(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path, size=(80, 24)) as bench:
        await opened(bench)
        await typed(bench, "We know of it. " * 40 + "By six.")
        await writing(bench).keeping.now()
        mine = await bench.room.manuscripts.load(bench.room.incident.id, KEY)
        assert mine is not None
        ben = Manuscripts(bench.store, wall=bench.clock, actor="ben")
        theirs = await ben.save(bench.room.incident.id, KEY, mine.text.replace("six", "seven"), mine.version)
        await bench.sees("[+ yours +] [- ben's -]", "[-seven-]", "[+six+]", "✕ ben changed it: F9")
        await ben.drop(bench.room.incident.id, KEY, theirs.version)
        await bench.sees("ben handed this text in, or emptied it,")


async def test_a_version_that_lost_is_still_there_after_the_console_went(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await opened(bench)
        ben = Manuscripts(bench.store, wall=bench.clock, actor="ben")
        await ben.save(bench.room.incident.id, KEY, "From ben.", 0)
        await typed(bench, "From ana.")
        await bench.sees("✕ ben changed it: F9")
        await writing(bench).keeping.now()
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        await bench.sees("[+ana+]", "[-ben-]")
        assert composer.text == "From ana."


async def test_a_version_that_lost_is_kept_where_another_console_of_its_writer_kept_one_before(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await opened(bench)
        ben, ana = (Manuscripts(bench.store, wall=bench.clock, actor=name) for name in ("ben", "ana"))
        await ben.save(bench.room.incident.id, KEY, "From ben.", 0)
        await ana.save(bench.room.incident.id, PostKey(f"{KEY}#ana"), "From ana's other console.", 0)
        await typed(bench, "From ana.")
        await bench.sees("✕ ben changed it: F9")
        await writing(bench).keeping.now()
        kept = await ana.load(bench.room.incident.id, PostKey(f"{KEY}#ana"))
        assert kept is not None
        assert kept.text == "From ana."


async def test_what_was_typed_in_the_last_moment_is_kept_when_the_console_is_left(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await opened(bench)
        await typed(bench, "The very last words.")
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        assert composer.text == "The very last words."


async def test_a_reason_that_was_typed_and_a_thread_that_was_chosen_outlive_a_console_that_is_killed(
    tmp_path: Path,
) -> None:
    here, left = tmp_path / "here", tmp_path / "left"
    here.mkdir()
    async with a_desk(here) as bench:
        await opened(bench)
        await typed(bench, "Mistakes were made.")
        await bench.press("f8")
        await bench.type("quoted from the press")
        await bench.press("enter", "f2")
        with sqlite3.connect(next(here.glob("*.db"))) as other:
            await bench.until(lambda: other.execute("SELECT overrides, split FROM manuscripts").fetchall() == [
                ('{"non-apology": "quoted from the press"}', 1)])
        shutil.copytree(here, left)  # what is on the disk while it still runs is what a kill leaves
    async with a_desk(left) as bench:
        composer = await opened(bench)
        await bench.sees("set aside", "because quoted from the press")
        assert composer.keeping.choices.split


async def test_a_store_that_another_program_holds_is_waited_for_and_one_reply_is_handed_in(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await opened(bench)
        other = sqlite3.connect(next(tmp_path.glob("*.db")), isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
            await typed(bench, "We are sorry that you got sick. We test it today and post the result here at 6 pm.")
            await bench.sees("saving …")  # and not that all is saved
            await bench.press("f5", "f5")
            await bench.sees("handing in …")
            other.execute("ROLLBACK")
        finally:
            other.close()
        await bench.sees("Send it to the drill's own room")
        await bench.press("y")
        await bench.until(lambda: not bench.app.room_screen.writing)
        assert len(await bench.store.drafts(bench.room.incident.id)) == 1
