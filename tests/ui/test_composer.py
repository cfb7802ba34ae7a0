"""Writing a reply on the screen: findings while one types, statements with gaps, versions, the way out of a drill."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers.engine import NOON, WordScorer
from helpers.room import Bench, a_console, acting, bluesky, reddit, settings_in
from textual import events

from warroom.counter import drill_outbox
from warroom.domain.errors import BadMove
from warroom.domain.events import EventType
from warroom.domain.incident import Kind
from warroom.domain.model import PostKey
from warroom.domain.reply import DraftState
from warroom.domain.triage import Verb
from warroom.engine.manuscripts import Manuscripts
from warroom.engine.replies import Replies
from warroom.screens.composer import Writing
from warroom.settings import Settings, Team

SICK = reddit(1, "Three of us got sick after the cold brew on Sunday. What are you going to do about it?",
              author="tallgrass", lang="en")
KEY = PostKey("reddit:n1")
TEAM = Team(me="ana", roles={"ana": "lead", "ben": "legal"})


@asynccontextmanager
async def a_desk(folder: Path, *posts: Any, **more: Any) -> AsyncIterator[Bench]:
    settings = replace(settings_in(folder), team=TEAM)
    async with a_console(folder, *(posts or (SICK,)), kind=Kind.DRILL, settings=settings, countdown=0.0,
                         **more) as bench:
        yield bench


def writing(bench: Bench) -> Writing:
    composer = bench.app.room_screen.composer
    assert composer is not None
    return composer


async def opened(bench: Bench) -> Writing:
    """Press r, and wait for the composer."""
    await bench.press("r")
    await bench.until(lambda: bench.app.room_screen.composer is not None and writing(bench).key is not None
                      and writing(bench).review is not None)
    return writing(bench)


async def typed(bench: Bench, text: str) -> None:
    """Put a text where the cursor is, the last two characters by their keys."""
    editor = writing(bench).editor
    editor._replace_via_keyboard(text[:-2], *editor.selection)
    await bench.press(*({" ": "space", ".": "full_stop", ",": "comma"}.get(mark, mark) for mark in text[-2:]))


async def checked(bench: Bench) -> list[str]:
    """The rules that were found in the text as it stands now."""
    await bench.until(lambda: writing(bench).review is not None and writing(bench).review.text == writing(bench).text)  # type: ignore[union-attr]
    review = writing(bench).review
    assert review is not None
    return [one.rule for one in review.findings]


def replies_of(bench: Bench, name: str, settings: Settings) -> Replies:
    """Another person's desk in the same drill."""
    return drill_outbox(acting(settings, name), bench.store, bench.room.incident, bench.clock).replies


async def test_r_opens_the_composer_beside_the_feed_and_finds_while_one_types(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        await bench.press(*"cats", "space")
        await typed(bench, "are no claim. Sorry if you were offended")
        assert "non-apology" in await checked(bench)
        await bench.sees("Thread u/tallgrass", "Three of us got sick", "Reply on Reddit", "✕ error", "non-apology",
                         f"{len(composer.text)} / 10,000", "1 Reddit")
        assert any(mark.end > mark.start for mark in composer.editor.marks)
        items = await bench.store.items("drill-1", [KEY], incident=bench.room.incident.id)
        assert items[KEY].triage.holder == ""  # letters are text here


async def test_an_error_blocks_handing_in_until_it_is_set_aside_with_a_reason(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        await typed(bench, "Mistakes were made.")
        await bench.press("f5")
        await bench.sees("✕ non-apology: This regrets")
        assert await bench.store.drafts(bench.room.incident.id) == []
        assert composer.editor.selected_text == "Mistakes were made"
        await bench.press("f8")
        await bench.type("quoted from the press")
        await bench.press("enter")
        await bench.sees("set aside", "because quoted from the press", "It needs an approver or legal (ben).")
        await bench.press("f5")
        await bench.until(lambda: not bench.app.room_screen.writing)
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        assert (draft.state, dict(draft.overrides)) == (DraftState.IN_REVIEW, {"non-apology": "quoted from the press"})


async def test_the_drill_from_r_to_the_sink_a_holding_statement_filled_approved_and_sent(tmp_path: Path) -> None:
    settings = replace(settings_in(tmp_path), team=TEAM)
    async with a_desk(tmp_path) as bench:
        await bench.room.desk.set_severity(2)
        composer = await opened(bench)
        await bench.press("ctrl+t")
        await bench.sees("Statements", "Holding: people fell ill")
        for mark in "fell":
            await bench.press(mark)
        await bench.press("enter")
        await bench.sees("u/tallgrass, you fell ill", "lot 0226-B")  # what is known is filled already
        assert composer.editor.selected_text == "{what we know now}"
        assert "unfilled-placeholder" in await checked(bench)
        await bench.press("f5")
        await bench.sees("✕ unfilled-placeholder")
        assert await bench.store.drafts(bench.room.incident.id) == []
        composer.editor.action_gap(-1)
        await bench.press("home")
        await bench.press("tab")
        await typed(bench, "Two people told us of it")
        await bench.press("tab")
        await typed(bench, "6 pm")
        assert "unfilled-placeholder" not in await checked(bench)
        await bench.sees("Nobody needs to approve it")  # an approved statement, unchanged
        await typed(bench, "x")
        await bench.press("backspace", "f5")
        await bench.sees("Send it to the drill's own room")
        await bench.press("enter")  # a bare Enter is never the yes
        await bench.sees("Nothing was sent: y is the yes. F5 asks again.")
        assert await bench.store.drafts(bench.room.incident.id) == []
        await bench.press("f5")
        await bench.sees("Send it to the drill's own room")
        await bench.press("y")
        await bench.until(lambda: not bench.app.room_screen.writing)
        events_ = []

        async def sent() -> bool:
            events_[:] = [one for one in await bench.store.events(bench.room.incident.id)
                          if one.type is EventType.SENT]
            return bool(events_)

        while not await sent():
            await bench.pilot.pause(0.01)
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        assert (draft.state, draft.statement) == (DraftState.SENT, "holding-illness")
        assert "Two people told us of it. We post the next update here by 6 pm." in draft.text
        drafted = [one for one in await bench.store.events(bench.room.incident.id) if one.type is EventType.DRAFTED]
        assert "holding-illness" in str(drafted[0].details)
        assert replies_of(bench, "ben", settings).actor == "ben"


async def test_a_statement_that_nobody_approved_is_not_handed_in(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        await bench.press("ctrl+t")
        for mark in "compensation":
            await bench.press(mark)
        await bench.sees("Nobody has approved the statement")
        await bench.press("enter")
        while composer.editor.gaps:
            await bench.press("tab")
            await typed(bench, "something")
        assert "statement" in await checked(bench)
        await bench.press("f5")
        await bench.sees("✕ statement: Nobody has approved")
        await bench.press("f8")
        await bench.sees("statement cannot be set aside")
        assert await bench.store.drafts(bench.room.incident.id) == []


async def test_a_free_text_waits_for_legal_who_sees_the_text_as_it_was_handed_in(tmp_path: Path) -> None:
    settings = replace(settings_in(tmp_path), team=TEAM)
    async with a_desk(tmp_path) as bench:
        await bench.room.desk.set_severity(2)
        await opened(bench)
        await typed(bench, "You three got sick, and we are sorry. We test the batch and write here by 6 pm.")
        await checked(bench)
        await bench.sees("It needs an approver or legal (ben).")
        await bench.press("f5")
        await bench.until(lambda: not bench.app.room_screen.writing)
        await bench.until(lambda: "handed in. It needs" in bench.status)
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        assert draft.state is DraftState.IN_REVIEW
        approved = await replies_of(bench, "ben", settings).approve(bench.room.incident.id, draft.id)
        assert approved.state is DraftState.APPROVED


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


async def test_what_is_pasted_is_sent_as_shown_or_refused_with_a_word(tmp_path: Path) -> None:
    async with a_desk(tmp_path, bluesky(1, "sick", lang="en")) as bench:
        await bench.press("3")
        composer = await opened(bench)
        composer.editor.post_message(events.Paste("so\0rry\r\n👩\u200d🚀 שלום e\u0301\u202e"))
        await bench.until(lambda: composer.text == "sorry\n👩\u200d🚀 שלום e\u0301")
        await bench.sees("1 control character and 1 character that nobody sees", "14 / 300")
        composer.editor.post_message(events.Paste("a" * 1_000_000))
        await bench.sees("Nothing was pasted: 1,000,000 characters are too many.")
        composer.editor.move_cursor((1, 0))
        await bench.press("delete")  # one key takes the whole astronaut
        await bench.until(lambda: composer.text == "sorry\n שלום e\u0301")


async def test_a_text_that_is_too_long_is_marked_where_it_overflows_and_becomes_a_thread(tmp_path: Path) -> None:
    async with a_desk(tmp_path, bluesky(1, "sick", lang="en")) as bench:
        await bench.press("3")
        composer = await opened(bench)
        text = "You got sick, and we are sorry. We test the batch now, and we write here again by 6 pm today. " * 4
        composer.editor.post_message(events.Paste(text.strip()))
        await bench.until(lambda: composer.text != "")
        assert "too-long" in await checked(bench)
        await bench.sees("✕ 375 / 300 · 75 too many")
        assert [(mark.start, mark.end) for mark in composer.editor.marks if mark.reverse] == [(300, 375)]
        await bench.press("f2")
        await bench.sees("thread of 2", "1/2", "2/2")
        assert "too-long" not in await checked(bench)
        await bench.press("f5")
        await bench.sees("as a thread of 2?")
        await bench.press("y")
        await bench.until(lambda: not bench.app.room_screen.writing)
        drafts = [draft for _, draft in await bench.store.drafts(bench.room.incident.id)]
        while not all(draft.state is DraftState.SENT for draft in drafts):
            await bench.pilot.pause(0.01)
            drafts = [draft for _, draft in await bench.store.drafts(bench.room.incident.id)]
        assert [draft.text[-4:] for draft in drafts] == [" 1/2", " 2/2"]
        assert drafts[1].follows == drafts[0].id


async def test_ctrl_home_and_end_go_through_the_whole_text(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        editor = (await opened(bench)).editor
        await typed(bench, "one\ntwo\nthree")
        await bench.press("ctrl+home")
        assert editor.cursor_location == (0, 0)
        await bench.press("ctrl+shift+end")
        assert editor.selected_text == "one\ntwo\nthree"
        await bench.press("ctrl+end")
        assert (editor.cursor_location, editor.selected_text) == ((2, 5), "")


async def test_a_strategy_and_a_severity_that_others_set_meanwhile_count_at_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await opened(bench)
        await typed(bench, "We are sorry that you got sick. We test it today and post the result here at 6 pm.")
        await bench.sees("Nobody needs to approve it")
        other = bench.desk_of("dee")
        await other.set_strategy("preventable", "rebuild")
        await bench.sees("Reply on Reddit · rebuild", "no-responsibility")
        await other.set_severity(2)
        await bench.sees("It needs an approver or legal (ben).")


async def test_the_model_says_how_the_draft_sounds_or_why_it_says_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path / "with", scorer=WordScorer()) as bench:
        await opened(bench)
        await typed(bench, "This is bad.")
        await bench.sees("sounds ▼ negative 0.90")
    async with a_desk(tmp_path / "without") as bench:
        await opened(bench)
        await typed(bench, "This is bad.")
        await bench.sees("◌ not scored")


async def test_on_a_small_terminal_the_composer_takes_the_page_and_esc_gives_the_feed_back(tmp_path: Path) -> None:
    above = reddit(2, "What I drank on Sunday, and what it did. " * 9, author="mellow", created_at=NOON)
    below = replace(SICK, parent_id="n2", root_id="n2", created_at=NOON + timedelta(minutes=1))
    async with a_desk(tmp_path, above, below, size=(80, 24)) as bench:
        await bench.press("g")
        await opened(bench)
        await bench.sees("Three of us got sick")  # what it answers stands above, out of view
        await typed(bench, "Mistakes were made.")
        await bench.sees("Thread u/tallgrass", "Reply on Reddit", "non-apology", "F5 hand in", "Esc leave",
                         "1 error blocks it: F3 goes there, F8 sets it aside.")
        await bench.lacks("r reply", "? help")  # letters are text here
        await bench.pilot.resize_terminal(44, 12)  # the text stays to the last, with what is wrong in a word
        await bench.sees("Reply to u/tallgrass on Reddit", "Mistakes were made.", "1 error", "F5 hand in")
        await bench.press("f3")
        await bench.sees("non-apology: This regrets")
        await bench.pilot.resize_terminal(20, 5)
        await bench.sees("Mistakes were", "made.", "19 / 10,000")
        await bench.pilot.resize_terminal(80, 24)
        await bench.sees("Three of us got sick", "✕ error  non-apology")
        await bench.press("escape")
        await bench.sees("[1 Reddit", "r reply")


async def test_a_post_that_somebody_holds_or_that_was_edited_blocks_until_a_reason_is_typed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await opened(bench)
        await typed(bench, "You three got sick, and we are sorry. We test the batch and write here by 6 pm.")
        await bench.desk_of("ben").act(Verb.CLAIM, [KEY])
        await bench.sees("held:ben", "ben holds this post")
        await bench.press("f5")
        await bench.sees("✕ held:ben")
        await bench.press("f8")
        await bench.type("ben is on the phone")
        await bench.press("enter")
        await bench.sees("because ben is on the phone")
        bench.tap.say(replace(SICK, text="Four of us now."))
        await bench.sees("edited:", "Four of us now.")
        await bench.press("f5")
        await bench.sees("✕ edited:")
        assert await bench.store.drafts(bench.room.incident.id) == []


async def test_what_was_typed_in_the_last_moment_is_kept_when_the_console_is_left(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await opened(bench)
        await typed(bench, "The very last words.")
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        assert composer.text == "The very last words."


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


async def test_what_is_typed_right_after_r_is_text_and_no_verb(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        await bench.room.manuscripts.save(bench.room.incident.id, KEY, "We ", 0)
        await bench.app.room_screen.prepare_composer()
        await bench.press("r", "c", "a", "r", "e")
        await bench.until(lambda: writing(bench).text == "We care" and writing(bench).key == KEY)
        items = await bench.store.items("drill-1", [KEY], incident=bench.room.incident.id)
        assert items[KEY].triage.holder == ""


async def test_a_reply_that_came_back_is_gone_on_with_and_one_that_was_changed_meanwhile_is_shown_first(
    tmp_path: Path,
) -> None:
    settings = replace(settings_in(tmp_path), team=TEAM)
    async with a_desk(tmp_path) as bench:
        await bench.room.desk.set_severity(2)
        await opened(bench)
        await typed(bench, "You three got sick, and we are sorry. We test the batch and write here by 6 pm.")
        await checked(bench)
        await bench.press("f5")
        await bench.until(lambda: not bench.app.room_screen.writing)
        incident = bench.room.incident.id
        [(_, draft)] = await bench.store.drafts(incident)
        ben = replies_of(bench, "ben", settings)
        await ben.send_back(incident, draft.id, "say which batch")
        composer = await opened(bench)
        await bench.sees("It came back: say which batch")
        assert composer.text == draft.text
        await ben.revise(incident, draft.id, draft.text.replace("the batch", "lot 0226-B"), version=draft.version)
        await typed(bench, " Ana.")
        await checked(bench)
        await bench.press("f5")
        await bench.sees("ben changed this reply", "two versions", "0226-B")
        await bench.press("f5")
        await bench.until(lambda: not bench.app.room_screen.writing)
        [(_, now)] = await bench.store.drafts(incident)
        assert (now.id, now.text, now.state) == (draft.id, f"{draft.text} Ana.", DraftState.IN_REVIEW)
