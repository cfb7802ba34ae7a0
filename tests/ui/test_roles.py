"""What a console offers to people who are neither lead nor senders, and what it refuses them in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from helpers.at_the_queue import GOOD, SICK
from helpers.room import Bench, a_console, acting, settings_in

from warroom.counter import drill_outbox
from warroom.domain.incident import Kind
from warroom.domain.reply import DraftState
from warroom.screens.queue import QueuePage
from warroom.settings import Approval, Settings, Team


def settings_of(folder: Path, me: str) -> Settings:
    team = Team(me=me, roles={"ana": "lead", "ben": "approver", "kim": "responder"})
    return replace(settings_in(folder), team=team, approval=Approval(drafts_only=("kim",)))


async def test_the_severity_and_the_strategy_are_shown_to_all_and_set_by_the_lead(tmp_path: Path) -> None:
    async with a_console(tmp_path, SICK, settings=settings_of(tmp_path, "ben"), kind=Kind.DRILL, actor="ben") as bench:
        await bench.press("s")
        await bench.sees("Severity", "velocity", "The severity is set by the lead. Ask ana.")
        await bench.lacks("4 SEV4")
        await bench.press("2", "escape")
        await bench.press("S")
        await bench.until(lambda: "The strategy is set by the lead. Ask ana." in bench.status)
        assert (bench.room.incident.severity, bench.room.incident.strategy) == (None, "")


async def test_who_may_only_write_takes_no_reply_off_a_platform_and_decides_about_none(tmp_path: Path) -> None:
    async with a_console(tmp_path, SICK, settings=settings_of(tmp_path, "kim"), kind=Kind.DRILL, actor="kim") as bench:
        await _ana_replies(bench, tmp_path)
        await bench.press("Q")
        await bench.until(lambda: isinstance(bench.app.screen, QueuePage))
        await bench.sees("✓ sent")
        await bench.lacks("z take it back")
        await bench.press("z")
        await bench.sees("kim may write replies, and not take them off a platform.")
        await bench.press("u")
        await bench.sees("This reply is sent; there is nothing to decide.")
        [(_, draft)] = await bench.store.drafts(bench.room.incident.id)
        assert draft.state is DraftState.SENT


async def _ana_replies(bench: Bench, folder: Path) -> None:
    ana = drill_outbox(acting(settings_of(folder, "ana"), "ana"), bench.store, bench.room.incident, bench.clock)
    ana.replies.heed(bench.room.catch_up)
    draft = await ana.replies.write(bench.room.incident.id, SICK.key, GOOD)
    await ana.send(bench.room.incident.id, await ana.replies.submit(bench.room.incident.id, draft.id))
