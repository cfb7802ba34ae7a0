"""A real Bluesky server and two people's consoles: an answer is written, approved, sent, and taken back again."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers.engine import until
from helpers.pds import COLLECTION, Account, Pds
from textual.pilot import Pilot

from warroom import opening
from warroom.app import WarroomApp
from warroom.counter import open_outbox
from warroom.domain.approval import Blocked
from warroom.domain.errors import BadMove
from warroom.domain.health import SourceState
from warroom.domain.incident import Kind
from warroom.domain.model import Platform, post_key
from warroom.engine.clock import SystemClock
from warroom.engine.desk import open_incident
from warroom.plans import Live
from warroom.settings import (
    Accounts,
    Approval,
    Bluesky,
    BlueskyAccount,
    Scoring,
    Sending,
    Settings,
    Sources,
    Statements,
    Team,
    Terms,
)
from warroom.storage import open_store
from warroom.wiring import open_room

pytestmark = pytest.mark.pds

LIBRARY = """
[facts]
"batch number" = "lot 0226-B"

[statements.holding-illness]
title = "Holding: people fell ill"
kind = "holding"
body = "{author}, you fell ill and we are sorry. We test {batch number}: {what we know}. More here by {time}."
approved_by = "legal"
"""
WORDS = "You got ill from our cold brew, and we are sorry. We test the batch and post the result here at 6 pm."


@dataclass(frozen=True, slots=True)
class Case:
    """A brand and a customer on one server, and the settings of the brand's team."""

    brand: Account
    customer: Account
    term: str
    settings: Settings

    def of(self, name: str) -> Settings:
        """The settings at one person's desk."""
        return replace(self.settings, team=replace(self.settings.team, me=name))

    async def replies(self) -> list[Any]:
        """The brand's posts on the server, read by another client than ours."""
        found = await self.brand.client.com.atproto.repo.list_records(
            {"repo": self.brand.did, "collection": COLLECTION})
        return [record.value for record in found.records]


@pytest.fixture
async def case(pds: Pds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    term = f"Acme{secrets.token_hex(4)}"
    brand, customer = await pds.account("acme"), await pds.account("mara")
    monkeypatch.setenv("WARROOM_BLUESKY_APP_PASSWORD", "correct horse")
    library = tmp_path / "statements.toml"
    library.write_text(LIBRARY, encoding="utf-8")
    settings = Settings(
        data_dir=tmp_path / "data", terms=Terms(brand=(term,)), scoring=Scoring(enabled=False),
        sources=Sources(bluesky=Bluesky(enabled=True, base_url=pds.url)),
        accounts=Accounts(keyring=False, bluesky=BlueskyAccount(identifier=brand.handle)),
        team=Team(me="ana", roles={"ana": "lead", "ben": "approver"}),
        approval=Approval(rules={"any": "approver"}), statements=Statements(path=str(library)),
        sending=Sending(countdown=timedelta(seconds=1)))
    clock = SystemClock()
    async with open_store(settings) as store:
        await open_incident(store, "inc-1", title="Cold brew", kind=Kind.INCIDENT, actor="ana", clock=clock, wall=clock,
                            severity=2)
    return Case(brand, customer, term, settings)


class Desk:
    """One person's console."""

    def __init__(self, app: WarroomApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.press = pilot.press
        self._pilot = pilot

    @property
    def screen(self) -> str:
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips(self.app.size))

    async def until(self, fact: Callable[[], bool]) -> None:
        try:
            async with asyncio.timeout(90):
                while not fact():
                    await self._pilot.pause(0.02)
        except TimeoutError:
            raise AssertionError(f"it never came true; the screen says:\n{self.screen}") from None

    async def sees(self, *texts: str) -> None:
        await self.until(lambda: all(text in self.screen for text in texts))

    async def types(self, text: str) -> None:
        await self.press(*("space" if mark == " " else mark for mark in text))


@asynccontextmanager
async def console(settings: Settings) -> AsyncIterator[Desk]:
    app = WarroomApp(settings, lambda look: opening.open_room(settings, Live(), look))
    async with app.run_test(size=(200, 60)) as pilot:
        desk = Desk(app, pilot)
        async with asyncio.timeout(90):
            await app.ready.wait()
        assert app.trouble is None
        await desk.sees("Bluesky ● live")
        yield desk


async def test_a_statement_is_filled_approved_by_another_person_sent_to_a_real_server_and_deleted_there(
    case: Case,
) -> None:
    async with console(case.of("ana")) as ana:
        complaint = await case.customer.post(f"Three of us got sick after the cold brew of {case.term}.")
        await ana.sees("Three of us got sick")
        await ana.press("3", "r")
        await ana.sees("Reply on Bluesky")
        await ana.press("ctrl+t")
        await ana.sees("Holding: people fell ill")
        await ana.press("enter")
        await ana.sees("you fell ill and we are sorry", "lot 0226-B", "2 errors", "unfilled-placeholder")
        await ana.types("two stores are closed")
        await ana.press("tab")
        await ana.types("6 pm")
        await ana.sees("nothing found", "It needs an approver (ben).")
        await ana.press("f5")
        await ana.sees("handed in. It needs an approver (ben).")
    assert await case.replies() == []
    async with console(case.of("ben")) as ben:
        await ben.press("Q")
        await ben.sees("◷ in review", "two stores are closed", "the thread as it is now", "Three of us got sick")
        await ben.press("a")
        await ben.sees("Approve “")
        await ben.press("y")
        await ben.sees("Send it on Bluesky")
        await ben.press("y")
        await ben.sees("✓ sent")
        [reply] = await case.replies()
        assert reply["reply"]["parent"]["uri"] == reply["reply"]["root"]["uri"] == complaint
        assert "We test lot 0226-B: two stores are closed. More here by 6 pm." in reply["text"]
        await ben.press("z")
        await ben.sees("Take it off Bluesky?")
        await ben.press("y")
        await ben.sees("taken off Bluesky")
        assert await case.replies() == []
    async with open_store(case.settings) as store:
        told = [(str(event.type), event.actor) for event in await store.events("inc-1") if "draft" in event.details]
        assert told == [("drafted", "ana"), ("submitted", "ana"), ("approved", "ben"), ("sending", "ben"),
                        ("sent", "ben"), ("deleted", "ben")]
        assert all(verdict.clean for verdict in await store.verify())


async def test_what_the_customer_changed_while_nobody_listened_stops_a_reply_until_somebody_gives_a_reason(
    case: Case,
) -> None:
    async with open_room(case.settings, Live()) as room:
        await until(lambda: room.reports[0].state is SourceState.LIVE, 60)
        complaint = await case.customer.post(f"Three of us got sick after the cold brew of {case.term}.")
        await until(lambda: room.vitals.stored == 1, 60)
    key = post_key(Platform.BLUESKY, complaint)
    async with open_store(case.settings) as store:
        incident = await store.incident("inc-1")
        async with (open_outbox(case.of("ana"), store, incident, say=print) as ana,
                    open_outbox(case.of("ben"), store, incident, say=print) as ben):
            draft = await ana.replies.write("inc-1", key, WORDS)
            await ana.replies.submit("inc-1", draft.id)
            draft = await ben.replies.approve("inc-1", draft.id)
            await case.customer.edit(complaint, f"The cold brew of {case.term} was fine, it was the fish.")
            with pytest.raises(Blocked, match="the post was edited"):
                await ana.send("inc-1", draft)
            [item] = (await store.items("live", [key], incident="inc-1")).values()
            assert (item.version, item.post.text.endswith("the fish."), item.deleted_at) == (2, True, None)
            aside = {f"edited:{item.post.content_sha256[:8]}": "we say sorry all the same"}
            await ana.replies.override("inc-1", draft.id, aside)
            with pytest.raises(BadMove, match="The approval does not hold any more"):
                await ana.send("inc-1", draft)
            draft = await ben.replies.approve("inc-1", draft.id)
        await case.customer.delete(complaint)
        async with open_outbox(case.of("ana"), store, incident, say=print) as later:
            with pytest.raises(Blocked, match="the post was deleted"):
                await later.send("inc-1", draft)
    assert await case.replies() == []
