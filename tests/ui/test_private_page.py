"""A talk that goes on in private: by an invitation, or by a message that nobody else reads."""

from __future__ import annotations

from pathlib import Path

from helpers.at_the_queue import SICK, a_drill, open_queue, settings_of
from helpers.room import Bench

from warroom.counter import drill_outbox
from warroom.domain.reply import DraftState
from warroom.screens.private import PrivatePage
from warroom.settings import Tone


async def open_private(bench: Bench) -> PrivatePage:
    await bench.press("M")
    await bench.until(lambda: "direct message" in bench.app.room_screen.prompt.words)
    await bench.press("d")
    await bench.until(lambda: isinstance(bench.app.screen, PrivatePage))
    page = bench.app.screen
    assert isinstance(page, PrivatePage)
    return page


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


async def test_a_long_message_is_checked_in_the_process_that_checks_long_replies_also_where_the_house_has_rules(
    tmp_path: Path,
) -> None:
    (tmp_path / "house.toml").write_text('[jargon]\nlevel = "error"\nphrases = ["touch base"]\n', encoding="utf-8")
    async with a_drill(tmp_path, SICK, me="dee", tone=Tone(rules=("house.toml",))) as (bench, _ben):
        proofreader = bench.app.room_screen.proofreader
        page = await open_private(bench)
        page.editor.take("We touch base today. " + "We look into it, and say here what we find. " * 40)
        await bench.sees("In private to u/tallgrass", "jargon")
        await bench.until(lambda: proofreader.pid is not None)
        first = proofreader.pid
        page.editor.take("Calm down. " + page.editor.text)
        await bench.sees("dismissive", "jargon")
        await bench.press("escape")
        await bench.until(lambda: not isinstance(bench.app.screen, PrivatePage))
        assert proofreader.pid == first  # it waits for the next text of whoever writes one
    assert proofreader.pid is None
