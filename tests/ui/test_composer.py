"""Writing a reply on the screen: findings while one types, statements with gaps, versions, the way out of a drill."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from helpers.at_the_composer import KEY, SICK, TEAM, a_desk, checked, opened, replies_of, typed, writing
from helpers.engine import NOON, WordScorer
from helpers.reading import Says
from helpers.room import bluesky, reddit, settings_in
from textual import events

from warroom.domain.events import EventType
from warroom.domain.reply import DraftState
from warroom.domain.tone.second import Opinion, Verdict
from warroom.domain.triage import Verb
from warroom.proofing.client import Proofreader


async def test_r_opens_the_composer_beside_the_feed_and_finds_while_one_types(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        await bench.press(*"cats", "space")
        await typed(bench, "are no claim. Sorry if you were offended")
        assert "non-apology" in await checked(bench)
        await bench.sees("Thread u/tallgrass", "Three of us got sick", "Reply on Reddit", "✕ error", "non-apology",
                         f"{len(composer.text)} / 10,000", "1 Reddit")
        assert any(mark.end > mark.start for mark in composer.editor.marks)
        assert "59 m ago" in composer.talk.text
        bench.clock.advance(hours=1)
        composer.age()  # as a timer does: nobody touched anything that lays the thread out anew
        assert "1 h 59 m ago" in composer.talk.text
        items = await bench.store.items("drill-1", [KEY], incident=bench.room.incident.id)
        assert items[KEY].triage.holder == ""  # letters are text here


async def test_what_the_second_reader_doubts_is_told_and_asks_for_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        bench.app.room_screen.proofreader = Proofreader(Says({"dismissive": Opinion(Verdict.DOUBTS, 0.1)}))
        await opened(bench)
        await typed(bench, "Calm down. We call you today at noon.")
        assert "dismissive" not in await checked(bench)
        await bench.sees("· 1 doubt", "○ doubted", "dismissive “Calm down”",
                         "A rule found it, the second", "reader hears no harm in it.")


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
        await bench.press("escape")
        await opened(bench)  # the reason is kept with the text
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
        await bench.sees("Statements", "Holding: people fell ill", "for preventable, SEV1, SEV2, en")
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
        assert [one.details["statement"] for one in (*drafted, *events_)] == ["holding-illness", "holding-illness"]
        assert events_[0].summary.startswith("replied to tallgrass from the statement holding-illness: ")
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


async def test_an_emoji_that_a_keyboard_sends_in_parts_is_typed_whole(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        composer.editor.focus()
        for mark in "👩\u200d🚀a\u200d":
            composer.editor.post_message(events.Key("character", mark))
        await bench.until(lambda: composer.text == "👩\u200d🚀a")
        await bench.press("backspace", "backspace")
        await bench.until(lambda: composer.text == "")


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


async def test_f6_goes_round_and_leaves_the_text_as_it_is(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as bench:
        composer = await opened(bench)
        await typed(bench, "Sorry if you were offended.")
        for place in (composer.findings, composer.talk, bench.app.room_screen.views.panes[0].body, composer.editor):
            await bench.press("f6")
            assert bench.app.focused is place
        await bench.press("x")
        assert composer.text == "Sorry if you were offended.x"


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
        await composer.renew()  # as after any news of the post
        await bench.sees("two versions", "[-0226-B-]")
        await bench.press("f5")
        await bench.until(lambda: not bench.app.room_screen.writing)
        [(_, now)] = await bench.store.drafts(incident)
        assert (now.id, now.text, now.state) == (draft.id, f"{draft.text} Ana.", DraftState.IN_REVIEW)
