"""The queue of replies on the screen: who waits for whom, a yes that is never given by accident, and a way back."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from helpers.room import Bench, a_console, mastodon, reddit, settings_in

from warroom.counter import drill_outbox
from warroom.domain.incident import Kind
from warroom.domain.model import Platform, Post, PostKey
from warroom.domain.reply import Draft, DraftState
from warroom.engine.manuscripts import Manuscripts
from warroom.engine.outbox import Outbox
from warroom.screens.broadcast import BroadcastPage
from warroom.screens.private import PrivatePage
from warroom.screens.queue import QueuePage
from warroom.settings import Settings, Statements
from warroom.settings.room import Team

SICK = reddit(1, "Three of us got sick after the cold brew on Sunday. What are you going to do?", author="tallgrass")
TEAM = {"ana": "approver", "ben": "responder", "dee": "legal"}
GOOD = "You three got ill from our cold brew, and we are sorry. We test the batch today and post the result at 6 pm."


class Desk:
    """Another person at the same drill, as from another process."""

    def __init__(self, bench: Bench, outbox: Outbox) -> None:
        self._incident = bench.room.incident.id
        self.outbox = outbox
        self.replies = outbox.replies

    async def hand_in(self, post: Post, text: str = GOOD) -> Draft:
        draft = await self.replies.write(self._incident, post.key, text)
        return await self.replies.submit(self._incident, draft.id)

    async def state(self, draft: Draft) -> DraftState:
        return (await self.replies.find(self._incident, draft.id))[1].state


def settings_of(folder: Path, me: str, **more: object) -> Settings:
    return replace(settings_in(folder, team=Team(me=me, roles=TEAM)), **more)  # type: ignore[arg-type]


@asynccontextmanager
async def a_drill(
    folder: Path, *posts: Post, me: str = "ana", countdown: float = 0.0, size: tuple[int, int] = (200, 60),
    library: Path | None = None,
) -> AsyncIterator[tuple[Bench, Desk]]:
    """A console of ``me`` in a drill at SEV2, and ben's desk beside it."""
    mine = settings_of(folder, me, **({"statements": Statements(path=str(library))} if library is not None else {}))
    async with a_console(folder, *posts, settings=mine, kind=Kind.DRILL, actor=me, countdown=countdown,
                         size=size) as bench:
        await bench.room.desk.set_severity(2)
        ben = drill_outbox(settings_of(folder, "ben"), bench.store, bench.room.incident, bench.clock)
        ben.replies.heed(bench.room.catch_up)
        yield bench, Desk(bench, ben)


async def open_queue(bench: Bench) -> QueuePage:
    await bench.press("Q")
    await bench.until(lambda: isinstance(bench.app.screen, QueuePage))
    page = bench.app.screen
    assert isinstance(page, QueuePage)
    return page


async def open_private(bench: Bench) -> PrivatePage:
    await bench.press("M")
    await bench.until(lambda: "direct message" in bench.app.room_screen.prompt.words)
    await bench.press("d")
    await bench.until(lambda: isinstance(bench.app.screen, PrivatePage))
    page = bench.app.screen
    assert isinstance(page, PrivatePage)
    return page


async def asked(bench: Bench, page: QueuePage, words: str) -> None:
    await bench.until(lambda: words in page.prompt.words)


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


async def test_one_statement_goes_to_named_platforms_with_a_text_each_and_each_result_is_shown(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, _ben):
        await bench.press("B")
        await bench.until(lambda: isinstance(bench.app.screen, BroadcastPage))
        page = bench.app.screen
        assert isinstance(page, BroadcastPage)
        await bench.sees("[x] Reddit", "[x] Mastodon", "[x] Bluesky")
        page.editor.take(GOOD)
        await bench.press("f6")  # the same for all
        await bench.press("f4")  # but not on Reddit
        await bench.press("f3", "f3")
        page.editor.take(f"{GOOD} Reply here with what you bought.")
        await bench.sees("[ ] Reddit", "not to this one", "nothing found")
        await bench.press("f5")
        await bench.sees("◷ in review", "It needs an approver or legal (dee).")
        incident = bench.room.incident.id
        legal = drill_outbox(settings_of(tmp_path, "dee"), bench.store, bench.room.incident, bench.clock)
        legal.replies.heed(bench.room.catch_up)
        for _, draft in await bench.store.drafts(incident):
            await legal.replies.approve(incident, draft.id)
        await bench.sees("✓ approved")
        await bench.press("f5")
        await bench.until(lambda: "Post it on Mastodon, Bluesky" in page.prompt.words)
        await bench.press("y")
        await bench.until(lambda: bench.screen_text.count("✓ sent") == 2)
        sent = {draft.platform: draft for _, draft in await bench.store.drafts(incident)}
        assert set(sent) == {Platform.MASTODON, Platform.BLUESKY}
        assert sent[Platform.BLUESKY].text != sent[Platform.MASTODON].text


async def broadcasting(bench: Bench) -> BroadcastPage:
    await bench.press("B")
    await bench.until(lambda: isinstance(bench.app.screen, BroadcastPage))
    page = bench.app.screen
    assert isinstance(page, BroadcastPage)
    await bench.sees("[x] Reddit")
    return page


async def test_a_broadcast_that_was_not_handed_in_is_there_again_and_underlined_where_it_is_wrong(
    tmp_path: Path,
) -> None:
    async with a_drill(tmp_path, SICK) as (bench, _ben):
        page = await broadcasting(bench)
        page.editor.take("Mistakes were made.")
        await bench.press("f3")
        page.editor.take(GOOD)
        await bench.press("escape")
        await bench.until(lambda: not isinstance(bench.app.screen, BroadcastPage))
        page = await broadcasting(bench)
        await bench.sees("Mistakes were made.", "1 error", "non-apology", "not to this one")  # Bluesky had no text
        await bench.until(lambda: bool(page.editor.marks))
        assert page.editor.marks[0][:2] == (0, 18)
        await bench.press("f3")
        await bench.sees(GOOD[:40])
        await bench.pilot.resize_terminal(20, 5)  # the text stays to the last
        await bench.sees("post the result", "[x] Mastodon")


async def test_two_people_who_write_one_broadcast_do_not_overwrite_each_other(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, _ben):
        page = await broadcasting(bench)
        texts = Manuscripts(bench.store, wall=bench.clock, actor="ben")
        await texts.save(bench.room.incident.id, PostKey("broadcast:reddit"), "Ben's words stand here.", 0)
        page.editor.take(GOOD)
        await bench.sees("ben changed it: F9", "[- ben's -]")
        await bench.press("f5")
        await bench.sees("F9 chooses first")
        assert await bench.store.drafts(bench.room.incident.id) == []
        await bench.press("f9")
        await bench.until(lambda: "t take ben's" in page.prompt.words)
        await bench.press("t")
        await bench.until(lambda: page.editor.text == "Ben's words stand here." and page.part.keeping.clash is None)
        await bench.press("f4", "f3", "f4", "f3", "f4", "f3", "f4", "f5")  # Reddit alone
        await bench.until(lambda: page.work.batch != "")
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        assert (draft.platform, draft.writers) == (Platform.REDDIT, ("ben",))  # who cannot approve it


async def test_a_part_of_a_broadcast_that_came_back_is_changed_and_handed_in_again(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, _ben):
        page = await broadcasting(bench)
        page.editor.take(GOOD)
        await bench.press("f5")
        await bench.sees("◷ in review")
        assert page.editor.read_only  # it waits for a yes as it is
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        legal = drill_outbox(settings_of(tmp_path, "dee"), bench.store, bench.room.incident, bench.clock)
        legal.replies.heed(bench.room.catch_up)
        await legal.replies.send_back(bench.room.incident.id, draft.id, "name the shops")
        await bench.sees("↩ sent back", "Name the shops")
        await bench.until(lambda: not page.editor.read_only)
        page.editor.take(f"{GOOD} It was sold in Boston.")
        await bench.press("f5")
        await bench.sees("◷ in review")
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        assert (draft.text, draft.version, draft.state) == (f"{GOOD} It was sold in Boston.", 2, DraftState.IN_REVIEW)


async def test_a_message_in_private_is_kept_and_never_gone_on_with_as_a_public_reply(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK, me="dee") as (bench, _ben):
        secret = "What is your order number? I answer here today."
        for last in ("escape", "f5"):
            page = await open_private(bench)
            if last == "escape":
                page.editor.take(secret)
            else:
                await bench.until(lambda page=page: page.editor.text == secret)  # type: ignore[misc]
            await bench.sees("What they wrote", "Three of us got sick")
            await bench.press(last)
            await bench.until(lambda: not isinstance(bench.app.screen, PrivatePage))
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        legal = drill_outbox(settings_of(tmp_path, "ana"), bench.store, bench.room.incident, bench.clock)
        legal.replies.heed(bench.room.catch_up)
        await legal.replies.send_back(bench.room.incident.id, draft.id, "be kinder")
        await bench.press("1", "r")
        await bench.until(lambda: bench.app.room_screen.composer is not None
                          and bench.app.room_screen.composer.key is not None)
        assert bench.app.room_screen.composer is not None
        assert bench.app.room_screen.composer.text == ""
        await bench.press("escape")
        await bench.until(lambda: not bench.app.room_screen.writing)
        await open_queue(bench)
        await bench.sees("↩ sent back", "in private")
        await bench.press("r")
        await bench.until(lambda: isinstance(bench.app.screen, PrivatePage))
        await bench.sees("In private to u/tallgrass", "It came back: be kinder", secret)


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


async def test_a_talk_goes_on_in_private_by_an_invitation_or_a_message_that_nobody_else_reads(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK, me="dee") as (bench, _ben):
        await bench.press("M")
        await bench.until(lambda: "direct message" in bench.app.room_screen.prompt.words)
        await bench.press("i")
        composer = bench.app.room_screen
        await bench.until(lambda: composer.composer is not None and "Please send us" in composer.composer.text)
        await bench.press("escape")
        await bench.until(lambda: not composer.writing)
        page = await open_private(bench)
        page.editor.take("I am sorry that you three got ill. What is your order number? I answer here today.")
        await bench.sees("In private to u/tallgrass on Reddit", "nothing found")  # in private one may ask for it
        await bench.press("f5")
        await bench.until(lambda: not isinstance(bench.app.screen, PrivatePage))
        found = [draft for _, draft in await bench.store.drafts(bench.room.incident.id)]
        assert [(draft.private, draft.state) for draft in found] == [(True, DraftState.IN_REVIEW)]
        assert "It needs an approver or legal (ana)." in bench.status


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
