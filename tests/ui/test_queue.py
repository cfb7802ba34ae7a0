"""The queue of replies on the screen: who waits for whom, a yes that is never given by accident, and a way back."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from pathlib import Path

from helpers.at_the_queue import GOOD, SICK, a_drill, asked, open_queue, settings_of
from helpers.room import mastodon, reddit

from warroom.counter import drill_outbox
from warroom.domain.reply import DraftState


async def test_a_reply_is_approved_by_another_person_sent_and_taken_back_and_the_log_has_each_step(
    tmp_path: Path,
) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        draft = await ben.hand_in(SICK)
        await bench.sees("5 Queue 1")
        page = await open_queue(bench)
        await bench.sees("◷ in review", "to u/tallgrass on Reddit", "It needs an approver or legal (ana, dee).",
                         "You three got ill", "the thread as it is now", "Three of us got sick")
        await bench.press("a")
        await asked(bench, page, "Approve")
        await bench.press("enter")  # a bare Enter is never the yes
        await bench.until(lambda: not page.prompt.asking)
        assert await ben.state(draft) is DraftState.IN_REVIEW
        await bench.press("a")
        await asked(bench, page, "Approve")
        await bench.press("y")
        await asked(bench, page, "Send it into the drill, where nobody reads it, to u/tallgrass?")
        assert await ben.state(draft) is DraftState.APPROVED
        await bench.press("y")
        await bench.sees("✓ sent")
        assert await ben.state(draft) is DraftState.SENT
        await bench.press("z")
        await asked(bench, page, "Take it out of the drill?")
        await bench.press("y")
        await bench.until(lambda: page.foot.said[0] == "taken out of the drill")
        told = [str(event.type) for event in await bench.store.events(bench.room.incident.id)
                if event.details.get("draft") == draft.id]
        assert told == ["drafted", "submitted", "approved", "sending", "sent", "deleted"]


async def test_z_stops_the_countdown_and_nothing_goes_out(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK, countdown=600) as (bench, ben):
        draft = await ben.hand_in(SICK)
        page = await open_queue(bench)
        await bench.sees("◷ in review")
        await bench.press("a")
        await asked(bench, page, "Approve")
        await bench.press("y")
        await asked(bench, page, "Send it")
        await bench.press("y")
        await bench.sees("▸ out in", "z take it back")
        await bench.press("escape")
        await bench.sees("▸ out in", "z takes it back")
        await bench.press("z")
        await bench.until(lambda: bench.status.startswith("taken back"))
        await bench.lacks("▸ out in")
        assert await ben.state(draft) is DraftState.APPROVED


async def test_nobody_approves_words_of_their_own_and_the_refusal_is_in_plain_words(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK, me="ben") as (bench, ben):
        draft = await ben.hand_in(SICK)
        page = await open_queue(bench)
        await bench.sees("◷ in review")
        await bench.lacks("a approve")
        await bench.press("a")
        await bench.until(lambda: "Nobody approves words of their own" in page.foot.said[0])
        assert not page.prompt.asking
        assert await ben.state(draft) is DraftState.IN_REVIEW


async def test_a_yes_to_words_that_were_changed_while_they_were_read_approves_nothing(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        draft = await ben.hand_in(SICK)
        page = await open_queue(bench)
        await bench.sees("◷ in review", "6 pm")
        await bench.press("a")
        await asked(bench, page, "Approve")
        incident = bench.room.incident.id
        await ben.replies.revise(incident, draft.id, GOOD.replace("6 pm", "noon"), version=draft.version)
        await ben.replies.submit(incident, draft.id)
        await bench.sees("noon")
        await bench.press("y")
        await bench.sees("ben changed this reply meanwhile", "Read it as it is now, then approve it.")
        assert await ben.state(draft) is DraftState.IN_REVIEW


async def test_an_answer_that_comes_while_one_reads_stands_in_the_thread_of_the_queue(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        await ben.hand_in(SICK)
        await open_queue(bench)
        await bench.sees("◷ in review", "the thread as it is now")
        bench.tap.say(reddit(2, "same here, Cambridge store", root_id="n1", parent_id="n1"))
        await bench.sees("same here, Cambridge store")
        bench.tap.say(replace(SICK, text="Three of us got sick. Edit: we are in hospital now."))
        await bench.sees("Edit: we are in hospital now.", "! edited:")


async def test_what_changed_since_it_was_sent_back_stands_in_brackets(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        draft = await ben.hand_in(SICK)
        page = await open_queue(bench)
        await bench.sees("◷ in review")
        await bench.press("b")
        await bench.until(lambda: page.prompt.asking)
        await bench.press(*"say")
        await bench.press("space", *"noon", "enter")
        await bench.sees("↩ sent back", "Say noon.")
        incident = bench.room.incident.id
        _, back = await ben.replies.find(incident, draft.id)
        await ben.replies.revise(incident, draft.id, GOOD.replace("6 pm", "noon"), version=back.version)
        await ben.replies.submit(incident, draft.id)
        await bench.sees("what changed since ana sent it back", "[-6 pm-]", "[+noon+]")


async def test_an_approval_lapses_with_the_strategy_and_the_queue_says_why(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        draft = await ben.hand_in(SICK)
        await bench.room.replies.approve(bench.room.incident.id, draft.id)
        await open_queue(bench)
        await bench.sees("✓ approved", "ana approved it.")
        await bench.press("escape", "S")
        await bench.sees("What kind of crisis is it?")
        await bench.press("3")
        await bench.sees("Advised: rebuild", "It was ours to prevent")
        await bench.press("s")
        await bench.sees("rebuild")
        await open_queue(bench)
        await bench.sees("! lapsed", "strategy changed after ana approved")


async def test_an_approval_that_runs_out_while_one_looks_is_told_and_sends_nothing(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        draft = await ben.hand_in(SICK)
        dee = drill_outbox(settings_of(tmp_path, "dee"), bench.store, bench.room.incident, bench.clock)
        dee.replies.heed(bench.room.catch_up)
        await dee.replies.approve(bench.room.incident.id, draft.id)
        await open_queue(bench)
        await bench.sees("✓ approved", "dee approved it. s sends it.")
        bench.clock.advance(hours=2, seconds=1)
        await bench.sees("! lapsed", "The approval of dee ran out at 14:00 UTC")
        await bench.press("s")
        await bench.sees("only an approved one is sent")
        assert await ben.state(draft) is not DraftState.SENT


async def test_an_unknown_end_is_shown_until_a_person_says_what_is_there(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        draft = await ben.hand_in(SICK)
        incident, replies = bench.room.incident.id, bench.room.replies
        approved = await replies.approve(incident, draft.id)
        sending = await replies.begin(incident, approved, "@acme", room=bench.room.incident.room)
        await replies.settle(incident, sending, DraftState.UNKNOWN, reason="the answer was lost")
        await bench.sees("? 1 reply unknown: did it go out?")
        page = await open_queue(bench)
        await bench.sees("? unknown", "The answer was lost.")
        await bench.press("u")
        await asked(bench, page, "On Reddit")
        await bench.press("n")
        await bench.sees("✕ not sent")
        assert await ben.state(draft) is DraftState.FAILED
        await bench.press("escape")
        await bench.lacks("unknown: did it go out?")


async def test_the_queue_fits_a_small_terminal_and_5_opens_it(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK, mastodon(2, "charged me twice"), size=(80, 24)) as (bench, ben):
        await ben.hand_in(SICK)
        await bench.sees("5 Queue 1")
        await bench.press("5")
        await bench.sees("◷ in review", "a approve", "the reply")
        await bench.press("a")
        await bench.sees("y approve it", "n not yet")  # the question gives way to its answers
        assert not re.search(r"\S{81,}", bench.screen_text)


async def test_the_queue_asks_only_what_can_be_done_and_names_the_keys_of_the_one_who_looks(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK, size=(80, 24)) as (bench, ben):
        await ben.hand_in(SICK)
        page = await open_queue(bench)
        await bench.sees("Replies · 1 waits", "to u/tallgrass", "a approve", "b send back")
        await bench.lacks("w withdraw")  # that is its writer's
        await bench.press("s")
        await bench.sees("This reply is in review; only an approved one is sent.")
        assert not page.prompt.asking
        await bench.press("a")
        await asked(bench, page, "Approve")
        await bench.press("enter")
        await bench.sees("Nothing was done: y is the yes.")
        await bench.press("a")
        await asked(bench, page, "Approve")
        await bench.press("y")
        await asked(bench, page, "Send it into the drill")
        await bench.press("y")
        await bench.sees("✓ it is out", "✓ sent  to u/tallgrass")  # the log brings the second a moment later
        await bench.press("a")
        await bench.sees("This reply is sent; there is nothing to approve.")


async def test_the_parts_of_a_thread_go_out_in_order_behind_one_countdown(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, ben):
        incident = bench.room.incident.id
        texts = [f"{GOOD} (1/2)", "The lab has the cans since noon. (2/2)"]
        parts = await ben.replies.write_thread(incident, SICK.key, texts)
        for part in parts:
            await ben.replies.submit(incident, part.id)
            await bench.room.replies.approve(incident, part.id)
        page = await open_queue(bench)
        await bench.sees("✓ approved")
        await bench.press("s")
        await asked(bench, page, "Send the 2 parts of the thread")
        await bench.press("y")
        async with asyncio.timeout(60):
            while [await ben.state(part) for part in parts] != [DraftState.SENT, DraftState.SENT]:
                await bench.pilot.pause(0.01)
        await bench.until(lambda: bench.screen_text.count("✓ sent") >= 2)


async def test_replies_are_in_the_queue_also_while_the_houses_files_cannot_be_read(tmp_path: Path) -> None:
    library = tmp_path / "house.toml"
    library.write_text("", encoding="utf-8")
    async with a_drill(tmp_path, SICK, library=library) as (bench, ben):
        await ben.hand_in(SICK)
        library.write_text("broken = [", encoding="utf-8")
        bench.room.replies.gate._read_at = 0.0  # what was read a moment ago does not count
        page = await open_queue(bench)
        await bench.sees("◷ in review", "Nothing goes out before the house's files can be read.", "house.toml")
        library.write_text("", encoding="utf-8")
        await bench.sees("It needs an approver or legal (ana, dee).")  # it looks again by itself
        await bench.until(lambda: page.foot.said[0] == "")
        library.unlink()
        await bench.press("escape")
        await bench.press("r")
        await bench.until(lambda: bench.app.room_screen.composer is not None
                          and bench.app.room_screen.composer.key is not None)
        composer = bench.app.room_screen.composer
        assert composer is not None
        composer.editor.take(GOOD)
        await bench.press("f5")
        await bench.sees("Not handed in: There is no statement library")
        library.write_text("", encoding="utf-8")
        await bench.press("f5")
        await bench.until(lambda: not bench.app.room_screen.writing)
