"""A broadcast on the screen: a text for each platform, kept, handed in, and each result shown."""

from __future__ import annotations

from pathlib import Path

from helpers.at_the_queue import GOOD, SICK, a_drill, settings_of
from helpers.room import Bench

from warroom.counter import drill_outbox
from warroom.domain.model import Platform, PostKey
from warroom.domain.reply import DraftState
from warroom.engine.manuscripts import Manuscripts
from warroom.screens.broadcast import BroadcastPage


async def broadcasting(bench: Bench) -> BroadcastPage:
    await bench.press("B")
    await bench.until(lambda: isinstance(bench.app.screen, BroadcastPage))
    page = bench.app.screen
    assert isinstance(page, BroadcastPage)
    await bench.sees("[x] Reddit")
    return page


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
        proofreader = bench.app.room_screen.proofreader
        assert proofreader.pid is None
        page.editor.take(page.editor.text + " We look into it." * 80)  # long texts are checked in their process
        await bench.until(lambda: proofreader.pid is not None)
        await bench.sees("1 error", "non-apology")
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


async def test_a_statement_is_filled_once_for_all_platforms_until_one_gets_words_of_its_own(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK) as (bench, _ben):
        page = await broadcasting(bench)
        await bench.press("f2")
        await bench.sees("Holding: people fell ill")
        await bench.press(*"fell", "enter")
        await bench.sees("3 errors  as on Reddit")
        await bench.press("f5")  # with gaps nothing of it is handed in
        await bench.sees("Reddit: A gap of the template was left open.")
        assert await bench.store.drafts(bench.room.incident.id) == []
        for words in ("All", "closed", "6 pm"):
            page.editor.action_gap(1)
            await bench.press(*("space" if mark == " " else mark for mark in words))
        await bench.until(lambda: bench.screen_text.count("nothing found") == 4)
        await bench.press("f3", "f3", "exclamation_mark")
        await bench.sees("nothing found  as on Reddit")  # Mastodon has the words of Reddit, Bluesky its own
        texts = {platform: part.text for platform, part in page.work.parts.items()}
        assert texts[Platform.REDDIT] == texts[Platform.MASTODON]
        assert texts[Platform.BLUESKY] == f"{texts[Platform.REDDIT]}!"
        assert texts[Platform.REDDIT].startswith("All, you fell ill")


async def test_z_stops_the_countdown_of_a_broadcast_where_it_is_seen(tmp_path: Path) -> None:
    async with a_drill(tmp_path, SICK, countdown=600) as (bench, _ben):
        page = await broadcasting(bench)
        page.editor.take(GOOD)
        await bench.press("f6", "f5")
        await bench.sees("◷ in review")
        legal = drill_outbox(settings_of(tmp_path, "dee"), bench.store, bench.room.incident, bench.clock)
        legal.replies.heed(bench.room.catch_up)
        for _, draft in await bench.store.drafts(bench.room.incident.id):
            await legal.replies.approve(bench.room.incident.id, draft.id)
        await bench.sees("✓ approved", "dee approved it. F5 sends it.")
        await bench.press("f5")
        await bench.until(lambda: "Post it on" in page.prompt.words)
        await bench.press("y")
        await bench.until(lambda: len(bench.room.sender.pending) == 3)
        await bench.sees("▸ out in", "z takes it back")
        await bench.press("z")
        await bench.sees("taken back; it stays approved and unsent")
        await bench.lacks("▸ out in")
        assert bench.room.sender.pending == {}
        assert {draft.state for _, draft in await bench.store.drafts(bench.room.incident.id)} == {DraftState.APPROVED}
