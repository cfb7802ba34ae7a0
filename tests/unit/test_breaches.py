"""What is overdue is written into every open incident's log, also where nobody of this process works on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.engine import NOON, TestClock, a_post
from helpers.room import Tap, a_room

from warroom.domain.clocks import Rules
from warroom.domain.events import Event, EventType
from warroom.domain.incident import Kind
from warroom.domain.ledger import Audience
from warroom.domain.model import PostKey, Score, digest
from warroom.domain.triage import Verb
from warroom.engine import breaches as breaches_module
from warroom.engine.breaches import Breaches
from warroom.engine.clocks import record_update
from warroom.engine.desk import Desk, open_incident
from warroom.ports import Batch, Store
from warroom.store.sql import open_store

HOUR = timedelta(hours=1)


async def raised(store: Store, incident: str) -> list[Event]:
    return [event for event in await store.events(incident) if event.type is EventType.BREACH]


class Team:
    """Ana works on one incident, in the process that collects; ben works on another one, elsewhere."""

    def __init__(self, store: Store, clock: TestClock, ana: Desk, ben: Desk) -> None:
        self.store, self.clock, self.ana, self.ben = store, clock, ana, ben
        self.breaches = Breaches(store, ana, clock=clock, wall=clock, rules=Rules())

    async def raised(self, incident: str) -> list[Event]:
        return await raised(self.store, incident)


@pytest.fixture
async def team(tmp_path: Path) -> AsyncIterator[Team]:
    store, clock = await open_store(tmp_path / "warroom.db"), TestClock()
    desks = [Desk(store, await open_incident(store, name, title=name, kind=Kind.INCIDENT, actor=actor, clock=clock,
                                             wall=clock, severity=2), clock=clock, wall=clock, actor=actor)
             for name, actor in (("inc-1", "ana"), ("inc-2", "ben"))]
    made = Team(store, clock, *desks)
    yield made
    await store.close()


async def test_a_breach_of_an_incident_that_nobody_here_works_on_stands_in_its_log_once(team: Team) -> None:
    await team.breaches.look()
    assert await team.raised("inc-2") == []
    team.clock.advance(minutes=75)
    for _ in range(3):
        await team.breaches.look()
    event, = await team.raised("inc-2")
    assert (event.actor, event.occurred_at) == ("watch", NOON + HOUR)
    assert event.summary == "overdue: holding statement, was due 13:00 UTC"
    assert await team.raised("inc-1") == []  # the room's own clocks write those
    assert all(verdict.clean for verdict in await team.store.verify())


async def test_what_was_done_in_another_incident_meanwhile_is_no_breach_of_it(team: Team) -> None:
    posts = [a_post(1, "bad one", created_at=NOON)]
    await team.store.add("live", "tap", Batch(posts), NOON)
    await team.store.put_scores({digest("bad one"): Score(0.9, 0.05, 0.05)}, NOON)
    await team.breaches.look()  # it knows of the complaint that waits
    await record_update(team.ben, Audience.PUBLIC, "We look into it.")
    await team.ben.act(Verb.DISMISS, [PostKey("mastodon:1")], value="spam")
    team.clock.advance(minutes=75)
    await team.breaches.look()
    assert await team.raised("inc-2") == []


async def test_an_incident_that_was_closed_or_that_one_went_over_to_is_left_alone(team: Team) -> None:
    await team.breaches.look()
    await team.ben.close_incident("over")
    team.clock.advance(hours=2)
    await team.breaches.look()
    await team.ben.reopen_incident()
    team.ana.incident = team.ben.incident
    team.clock.advance(hours=2)
    await team.breaches.look()
    assert await team.raised("inc-2") == []
    assert {event.details["clock"] for event in await team.raised("inc-1")} >= {"holding"}


async def test_a_room_that_collects_looks_after_all_its_incidents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(breaches_module, "PACE", 0.01)
    clock = TestClock()
    async with a_room(tmp_path, clock=clock, sources=[Tap()]) as room:
        await open_incident(room.store, "inc-2", title="Other", kind=Kind.INCIDENT, actor="ben", clock=clock,
                            wall=clock)
        clock.advance(minutes=75)
        async with asyncio.timeout(30):
            while not (found := await raised(room.store, "inc-2")):
                await asyncio.sleep(0.01)
        assert found[0].summary == "overdue: holding statement, was due 13:00 UTC"
