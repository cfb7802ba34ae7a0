"""A drill goes on where it stopped, and by one clock with all who work on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from sources.drill import DrillSource
from sources.scenario import Scenario, load_scenario
from warroom.domain.events import EventType
from warroom.domain.incident import Incident, Kind
from warroom.domain.wire import stamp
from warroom.engine.clock import SystemClock
from warroom.engine.desk import open_incident
from warroom.engine.story import clock_of
from warroom.plans import Resume
from warroom.ports import Batch, Store
from warroom.store.sql import open_store
from warroom.stories import resume

SPEED, AGO = 600.0, timedelta(hours=3)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path / "warroom.db")
    yield opened
    await opened.close()


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario("quiet-day")


async def a_drill(store: Store, scenario: Scenario, handed: int) -> Incident:
    """A drill that was begun hours ago, and that handed over so many posts before it stopped."""
    system = SystemClock()
    incident = await open_incident(
        store, "drill-1", title="Drill", kind=Kind.DRILL, actor="ana", clock=system, wall=system, room="drill-1",
        story={"scenario": "quiet-day", "seed": 7, "speed": SPEED, "rate": None, "start": stamp(scenario.start),
               "duration": scenario.duration.total_seconds(), "wall": stamp(datetime.now(UTC) - AGO)})
    await store.add("drill-1", "drill", Batch(cursor=str(handed)), system.now())
    return incident


async def test_a_drill_that_was_told_to_its_end_goes_on_by_the_clock_that_its_events_went_by(
    store: Store, scenario: Scenario,
) -> None:
    whole = sum(1 for _ in DrillSource(scenario, clock=SystemClock(), seed=7, speed=SPEED).plan())
    incident = await a_drill(store, scenario, whole)
    _, clock, _ = await resume(store, Resume(incident="drill-1"))
    assert abs(clock.now() - clock_of(incident).now()) < timedelta(seconds=5) * SPEED
    assert clock.now() > scenario.start + scenario.duration


async def test_a_drill_that_was_broken_off_goes_on_from_the_last_post_that_it_handed_over(
    store: Store, scenario: Scenario,
) -> None:
    plan = DrillSource(scenario, clock=SystemClock(), seed=7, speed=SPEED).plan()
    last = [due for due, _ in islice(plan, 50)][-1]
    await a_drill(store, scenario, 50)
    _, clock, _ = await resume(store, Resume(incident="drill-1"))
    went_on = (clock.now() - scenario.start).total_seconds()
    assert last <= went_on < last + 60 * SPEED
    # Whoever looks at it from elsewhere goes by the same clock, and the log says since when.
    event = (await store.events("drill-1"))[-1]
    assert (event.type, event.actor, event.drill) == (EventType.RESUMED, "watch", True)
    assert event.occurred_at == scenario.start + timedelta(seconds=last)
    elsewhere = clock_of(await store.incident("drill-1"))
    assert abs(clock.now() - elsewhere.now()) < timedelta(seconds=5) * SPEED
    assert all(verdict.clean for verdict in await store.verify())
