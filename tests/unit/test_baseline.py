"""The baseline of a room: learned from stored posts or while it watches, kept, resumed; deaf hours teach nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from helpers.ear import BEGIN, stream
from helpers.engine import TestClock, until

from warroom.domain.alarm import EVERYWHERE, Alarm, Scope, Tier
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Platform
from warroom.domain.sentry import Cry
from warroom.domain.tally import Tally
from warroom.domain.terms import Terms
from warroom.engine import baseline as baseline_module
from warroom.engine.baseline import Baselines
from warroom.engine.bus import Arrived, Bus, Health
from warroom.engine.plan import Plan, rivals
from warroom.ports import Batch, Store
from warroom.store.sql import open_store

TERMS = Terms(brand=("acme",))
DAYS = 2


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baseline_module, "LOOK", 0.005)
    monkeypatch.setattr(baseline_module, "FOLLOW", 0.02)
    monkeypatch.setattr(baseline_module, "_JUMP", 90.0)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    made = await open_store(tmp_path / "w.db")
    yield made
    await made.close()


@dataclass
class Listening:
    """A room's baseline, and what it cried."""

    baselines: Baselines
    store: Store
    bus: Bus
    clock: TestClock
    cries: list[Cry] = field(default_factory=list)
    brought: int = 1_000_000

    def says(self, state: SourceState) -> None:
        self.bus.publish(Health(SourceReport(name="all", platforms=frozenset(Platform), state=state,
                                             since=self.clock.now())))

    async def hears(self, minutes: float, rate: float, *, seed: int = 1) -> None:
        """Let so many minutes pass, with so many posts a minute, in steps that no clock check takes for a jump."""
        self.brought += 100_000
        items = list(stream(minutes, rate, seed=seed, begin=self.clock.now(), first=self.brought))
        end = self.clock.now() + timedelta(minutes=minutes)
        while self.clock.now() < end:
            self.clock.advance(seconds=60)
            due = [item for item in items if item.post.created_at <= self.clock.now()]
            items = items[len(due):]
            if due:
                await keep(self.store, due)
                self.bus.publish(Arrived(due))
            await self.looked()

    async def looked(self) -> None:
        """Return when everything up to now was judged."""
        now = self.clock.now().timestamp()
        await until(lambda: self.baselines.tally.now >= now)
        await self.baselines.settled()


async def keep(store: Store, items: Sequence[Item]) -> None:
    await store.add(LIVE, "test", Batch([item.post for item in items]), items[-1].received_at)


async def days(store: Store, *, rate: float = 1.5) -> None:
    """Stored posts of two ordinary days before BEGIN."""
    items = list(stream(DAYS * 1440, rate, begin=BEGIN - timedelta(days=DAYS)))
    for at in range(0, len(items), 500):
        await keep(store, items[at : at + 500])


@asynccontextmanager
async def listening(
    store: Store, clock: TestClock, *, run: bool = True, logged: Sequence[Alarm] = (),
) -> AsyncIterator[Listening]:
    async def cry(heard: Cry, _: Tally, __: float | None) -> None:
        room.cries.append(heard)

    async def raised() -> Sequence[Alarm]:
        return logged

    bus = Bus()
    baselines = Baselines(Plan(terms=TERMS), room=LIVE, store=store, bus=bus, clock=clock, calm=lambda: True, cry=cry,
                          steady=lambda: clock.now().timestamp(), raised=raised)
    room = Listening(baselines, store, bus, clock)
    if run:
        baselines.collect()
    task = asyncio.create_task(baselines.run() if run else baselines.follow())
    try:
        if run:
            room.says(SourceState.LIVE)
            await baselines.settled()
        yield room
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await baselines.save()
        baselines.close()


async def test_stored_posts_teach_it_at_once_and_a_burst_rings_once_over_a_restart(store: Store) -> None:
    await days(store)
    clock = TestClock(BEGIN)
    async with listening(store, clock) as room:
        usual = room.baselines.usual()
        assert usual is not None
        assert usual.volume == pytest.approx(90, rel=0.1)
        assert usual.hours == pytest.approx(48, abs=1)
        await room.hears(30, 1.5)
        assert room.cries == []
        await room.hears(20, 20, seed=2)
        assert [(cry.tier, cry.scope) for cry in room.cries] == [(Tier.RED, EVERYWHERE)]
        learned = room.baselines.usual(at=BEGIN)
    async with listening(store, clock) as room:
        assert room.baselines.usual(at=BEGIN) == learned
        await room.hears(30, 20, seed=3)
        assert room.cries == []


def logged(cries: Sequence[Cry]) -> list[Alarm]:
    return [Alarm(id="red-1", tier=cry.tier, at=cry.at, count=cry.count, usual=cry.usual, ratio=cry.ratio)
            for cry in cries]


@pytest.mark.parametrize("kept", ["", "from before the alarm", "nothing"])
async def test_an_alarm_that_only_the_log_knows_of_is_not_raised_again(store: Store, kept: str) -> None:
    await days(store)
    clock = TestClock(BEGIN)
    async with listening(store, clock) as room:
        await room.hears(30, 1.5)
        await room.baselines.save()
        before = await store.baselines.load(LIVE)
        assert before is not None
        await room.hears(20, 20, seed=2)
        raised = logged(room.cries)
        assert raised
    if kept:
        await store.baselines.save(LIVE, before[1] if kept == "from before the alarm" else {"": ""}, clock.now())
    async with listening(store, clock, logged=raised) as room:
        await room.hears(90, 20, seed=3)
        assert room.cries == []


async def test_a_term_and_a_platform_have_a_usual_of_their_own(store: Store) -> None:
    await days(store)
    async with listening(store, TestClock(BEGIN)) as room:
        usual = {scope: room.baselines.usual(scope) for scope in (
            EVERYWHERE, Scope(Platform.REDDIT), Scope(None, "acme"), Scope(Platform.REDDIT, "acme"))}
        volumes = [found.volume for found in usual.values() if found is not None]
        assert volumes == pytest.approx([90, 30, 90, 30], rel=0.15)
        assert room.baselines.usual(Scope(None, "other")) is None


async def test_a_source_that_is_down_leaves_a_gap_and_what_it_brings_afterwards_is_no_spike(store: Store) -> None:
    await days(store)
    async with listening(store, TestClock(BEGIN)) as room:
        await room.hears(20, 1.5)
        before = room.baselines.usual(at=BEGIN)
        room.says(SourceState.RECONNECTING)
        await room.hears(60, 0.01)
        assert room.baselines.down == frozenset(Platform)
        room.says(SourceState.BACKFILL)
        missed = list(stream(60, 1.5, begin=room.clock.now() - timedelta(minutes=60), first=9_000_000))
        await keep(room.store, missed)
        room.bus.publish(Arrived(missed))
        room.says(SourceState.LIVE)
        await room.hears(40, 1.5, seed=4)
        assert room.cries == []
        counts = [heard.count for heard in room.baselines.history()]
        assert counts.count(None) in range(11, 16)
        assert max(count for count in counts[-6:] if count is not None) < 40
        after = room.baselines.usual(at=BEGIN)
        assert before is not None
        assert after is not None
        assert after.volume == pytest.approx(before.volume, rel=0.1)


async def test_a_clock_that_is_set_ahead_is_a_gap_and_no_calm(store: Store) -> None:
    await days(store)
    steady = [0.0]
    clock = TestClock(BEGIN)
    async with listening(store, clock) as room:
        room.baselines._steady = lambda: steady[0]
        await room.baselines.settled()
        clock.advance(hours=3)
        await room.looked()
        assert {heard.count for heard in room.baselines.history()[-30:]} == {None}


async def test_the_first_days_without_history_ring_never(store: Store) -> None:
    async with listening(store, TestClock(BEGIN)) as room:
        await room.hears(30, 1)
        await room.hears(30, 60)
        assert room.cries == []
        assert room.baselines.usual() is not None


async def test_a_crisis_that_is_on_when_it_starts_to_listen_is_told(store: Store) -> None:
    await days(store)
    await keep(store, list(stream(60, 20, seed=5, begin=BEGIN, first=500_000)))
    async with listening(store, TestClock(BEGIN + timedelta(minutes=60))) as room:
        assert [cry.tier for cry in room.cries] == [Tier.RED]


async def test_a_console_that_follows_knows_what_the_collector_learned(store: Store) -> None:
    await days(store)
    clock = TestClock(BEGIN)
    async with listening(store, clock) as room:
        await room.hears(10, 1.5)
        learned = room.baselines.usual(at=BEGIN)
    async with listening(store, clock, run=False) as other:
        await until(lambda: other.baselines.usual() is not None)
        assert other.baselines.usual(at=BEGIN) == learned
        assert other.baselines.history()


@pytest.mark.parametrize("state", ["", "{}", "[1]", '{"sentry": {}, "tally": {}, "last": 0}', '{"tally": 1'])
async def test_a_stored_state_that_cannot_be_used_is_learned_anew(store: Store, state: str) -> None:
    await days(store, rate=0.5)
    await store.baselines.save(LIVE, {"": state, "*/": "{}", "nonsense": "{}"}, BEGIN)
    async with listening(store, TestClock(BEGIN)) as room:
        usual = room.baselines.usual()
        assert usual is not None
        assert usual.volume == pytest.approx(30, rel=0.2)


@pytest.mark.parametrize("spoil", [{"recent": [[1e300, 1, 1]]}, {"recent": [[0, 1]]}, {"learned": {"hours": []}}])
async def test_a_state_of_another_time_or_form_is_learned_anew_from_the_stored_posts(
    store: Store, spoil: dict[str, object],
) -> None:
    await days(store, rate=0.5)
    async with listening(store, TestClock(BEGIN)) as room:
        await room.hears(10, 0.5)
    kept = await store.baselines.load(LIVE)
    assert kept is not None
    states = kept[1]
    name = next(name for name in states if name)
    states[name] = json.dumps({**json.loads(states[name]), **spoil})
    await store.baselines.save(LIVE, states, BEGIN)
    async with listening(store, TestClock(BEGIN + timedelta(minutes=11))) as room:
        usual = room.baselines.usual()
        assert usual is not None
        assert usual.volume == pytest.approx(30, rel=0.2)


def test_a_competitor_that_is_also_ours_is_no_rival() -> None:
    terms = Terms(brand=("acme",), products=("brew",), competitors=("globex", "acme"), hashtags=("#globex",))
    assert rivals(terms) == ("globex",)


async def test_what_is_kept_is_replaced_and_each_room_has_its_own(store: Store) -> None:
    at = datetime.fromisoformat("2026-03-06T15:00:00.5+00:00")
    await store.baselines.save(LIVE, {"a": "1", "b": "2"}, BEGIN)
    await store.baselines.save(LIVE, {"a": "3"}, at)
    await store.baselines.save("drill", {"c": "4"}, BEGIN)
    assert await store.baselines.load(LIVE) == (at, {"a": "3"})
    assert await store.baselines.load("drill") == (BEGIN, {"c": "4"})
    assert await store.baselines.load("none") is None
