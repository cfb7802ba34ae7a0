"""The intake keeps a source alive and loses nothing between it and the store."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from helpers.engine import NOON, ScriptedSource, Step, TestClock, a_post, until

from warroom.domain.errors import SourceError, SourceStopped, StoreError
from warroom.domain.health import Budget, SourceReport, SourceState
from warroom.domain.model import LIVE, Gone, Platform
from warroom.domain.query import EVERYTHING
from warroom.engine import intake as intake_module
from warroom.engine.bus import Arrived, Bus, Changed, Message
from warroom.engine.intake import Intake
from warroom.ports import Batch, Store, Stored
from warroom.store.sql import SqlStore, open_store


class NoDice(random.Random):
    """Backoff without waiting."""

    def uniform(self, a: float, b: float) -> float:
        return 0.0


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(tmp_path / "test.db")
    yield opened
    await opened.close()


class Bench:
    """An intake with everything around it, and what it said."""

    def __init__(self, store: Store, steps: list[Step | None]) -> None:
        self.bus = Bus()
        self.messages: list[Message] = []
        self.states: list[SourceReport] = []
        self.bus.subscribe(self.messages.append)
        self.source = ScriptedSource(steps)
        self.clock = TestClock()
        self.intake = Intake(self.source, room=LIVE, store=store, bus=self.bus, clock=self.clock, herald=self.herald,
                             dice=NoDice())

    async def herald(self, report: SourceReport) -> None:
        self.states.append(report)

    def arrived(self) -> list[str]:
        return [item.post.native_id for message in self.messages if isinstance(message, Arrived)
                for item in message.items]


async def stored(store: Store) -> list[str]:
    return [item.post.native_id for item in reversed(await store.page(LIVE, EVERYTHING))]


@asynccontextmanager
async def running(bench: Bench) -> AsyncIterator[None]:
    task = asyncio.create_task(bench.intake.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_posts_are_stored_once_and_told_once_when_a_source_repeats_itself(store: SqlStore) -> None:
    bench = Bench(store, [
        Batch([a_post(1), a_post(2)], "2"), SourceError("dropped"), Batch([a_post(2), a_post(3)], "3"),
    ])
    await bench.intake.run()
    assert await stored(store) == ["1", "2", "3"]
    assert bench.arrived() == ["1", "2", "3"]


async def test_after_a_failure_a_source_goes_on_from_the_stored_cursor(store: SqlStore) -> None:
    bench = Bench(store, [Batch([a_post(1)], "c1"), SourceError("dropped"), Batch([a_post(2)], "c2")])
    await bench.intake.run()
    assert bench.source.cursors == ["", "c1"]
    assert await store.cursor(LIVE, "scripted") == "c2"


async def test_every_change_of_state_is_heralded_with_its_reason(store: SqlStore) -> None:
    bench = Bench(store, [
        Batch((), "a", caught_up=False), Batch((), "b"), SourceError("Lost.", hint="Wait."), Batch((), "c"),
    ])
    await bench.intake.run()
    assert [report.state for report in bench.states] == [
        SourceState.STARTING, SourceState.BACKFILL, SourceState.LIVE, SourceState.RECONNECTING, SourceState.LIVE,
        SourceState.ENDED]
    assert (bench.states[3].reason, bench.states[3].hint) == ("Lost.", "Wait.")


async def test_a_source_that_cannot_heal_stops_and_waits_for_a_person(store: SqlStore) -> None:
    bench = Bench(store, [SourceStopped("Bad login.", hint="Log in again."), Batch([a_post(1)], "1")])
    async with running(bench):
        await until(lambda: bench.intake.report.state is SourceState.FAILED)
        assert bench.source.cursors == [""]
        bench.intake.restart()
        await until(lambda: bench.intake.report.state is SourceState.ENDED)
    assert await stored(store) == ["1"]


async def test_an_error_that_the_source_did_not_foresee_does_not_end_it(store: SqlStore) -> None:
    bench = Bench(store, [ZeroDivisionError("surprise"), Batch([a_post(1)], "1")])
    await bench.intake.run()
    assert await stored(store) == ["1"]
    assert "ZeroDivisionError" in bench.states[1].reason


async def test_what_was_read_before_a_failure_is_kept(store: SqlStore) -> None:
    bench = Bench(store, [*(Batch([a_post(n)], str(n)) for n in range(50)), SourceStopped("gone")])
    async with running(bench):
        await until(lambda: bench.intake.report.state is SourceState.FAILED)
    assert await stored(store) == [str(n) for n in range(50)]


async def test_an_edit_and_a_deletion_are_told_as_changes(store: SqlStore) -> None:
    bench = Bench(store, [
        Batch([a_post(1), a_post(2)], "1", caught_up=False),
        Batch([a_post(1, "better words"), Gone(Platform.MASTODON, "2", NOON)], "2"),
    ])
    await bench.intake.run()
    changed = {item.post.native_id: item for message in bench.messages if isinstance(message, Changed)
               for item in message.items}
    assert (changed["1"].post.text, changed["1"].version) == ("better words", 2)
    assert changed["2"].deleted_at == NOON
    assert bench.arrived() == await stored(store) == ["1", "2"]


class Flood(ScriptedSource):
    """Brings each batch when the one before is stored, or when an intake that stores at once would have stored it."""

    stored: Callable[[], int] = staticmethod(int)

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        async for batch in super().stream(cursor):
            before = self.stored()
            yield batch
            for _ in range(2_000):
                if self.stored() > before:
                    break
                await asyncio.sleep(0)


class Counted:
    """A store that counts the batches that it was given."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.batches = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    async def add(self, room: str, source: str, batch: Batch, received_at: datetime) -> Stored:
        self.batches += 1
        return await self._store.add(room, source, batch, received_at)


async def test_in_a_flood_small_batches_are_stored_together_and_the_last_is_not_left_waiting(store: SqlStore) -> None:
    counted = Counted(store)
    flood, small = 3_000, 30
    bench = Bench(counted, [])  # type: ignore[arg-type]
    source = bench.intake.source = Flood([
        Batch([a_post(n) for n in range(flood)], "flood"),
        *(Batch([a_post(flood + n)], str(n)) for n in range(small)), None])
    source.stored = lambda: bench.intake.report.received
    async with running(bench):
        await until(lambda: bench.intake.report.received == flood + small)
    assert counted.batches < small / 2
    assert len(set(bench.arrived())) == len(bench.arrived()) == await store.count(LIVE) == flood + small
    assert await store.cursor(LIVE, "scripted") == str(small - 1)


class FullDisk:
    """A store whose disk is full for the first tries."""

    def __init__(self, store: Store, failures: int) -> None:
        self._store = store
        self.failures = failures

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    async def add(self, room: str, source: str, batch: Batch, received_at: object) -> Stored:
        if self.failures:
            self.failures -= 1
            raise StoreError("The disk is full.", hint="Make room.")
        return await self._store.add(room, source, batch, received_at)  # type: ignore[arg-type]


async def test_a_full_disk_holds_the_source_back_and_loses_nothing(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake_module, "FIRST", 0.001)
    bench = Bench(FullDisk(store, 3), [Batch([a_post(n)], str(n)) for n in range(20)])  # type: ignore[arg-type]
    await bench.intake.run()
    assert await stored(store) == [str(n) for n in range(20)]
    assert bench.intake.store_problem == ""


async def test_only_what_is_new_counts_as_received_and_tells_how_late_it_is(store: SqlStore) -> None:
    """A source that looks at the same page again has not fallen behind, and an edit of an old post is no late post."""
    bench = Bench(store, [Batch([a_post(1), a_post(2)], "2")])
    bench.clock.advance(seconds=5)
    await bench.intake.run()
    assert (bench.intake.report.received, bench.intake.report.lag) == (2, 3.0)
    bench.clock.advance(seconds=600)
    again = Bench(store, [Batch([a_post(1, "better words"), a_post(2)], "2")])
    again.clock.advance(seconds=605)
    await again.intake.run()
    assert (again.intake.report.received, again.intake.report.rate, again.intake.report.lag) == (0, 0.0, 0.0)


async def test_skipped_items_are_counted_by_reason(store: SqlStore) -> None:
    bench = Bench(store, [Batch((), "1", skipped={"no text": 2}), Batch((), "2", skipped={"no text": 1, "odd": 1})])
    await bench.intake.run()
    assert bench.intake.skipped == {"no text": 3, "odd": 1}


async def test_a_platform_that_asks_for_a_wait_gets_it_and_no_more_than_an_hour(store: SqlStore) -> None:
    bench = Bench(store, [SourceError("Too many.", retry_after=7.0)])
    async with running(bench):
        await until(lambda: bench.intake.report.state is SourceState.RECONNECTING)
        assert 7.0 <= bench.intake.report.next_try <= 8.0
    bench = Bench(store, [SourceError("Too many.", retry_after=1e9)])
    async with running(bench):
        await until(lambda: bench.intake.report.state is SourceState.RECONNECTING)
        assert bench.intake.report.next_try <= 3601.0


async def test_what_is_left_of_a_budget_is_kept_for_replies_until_it_is_full_again(store: SqlStore) -> None:
    spent = Budget(platform=Platform.MASTODON, left=3, limit=100, resets_at=NOON + timedelta(seconds=90))
    bench = Bench(store, [Batch([a_post(1)], "1", budget=spent), Batch([a_post(2)], "2")])
    async with running(bench):
        await until(lambda: bench.intake.report.received == 1)
        assert bench.intake.report.budget == spent
        bench.clock.advance(seconds=89)
        await asyncio.sleep(0)
        assert bench.source.steps_left == 1
        bench.clock.advance(seconds=3)
        await until(lambda: bench.intake.report.state is SourceState.ENDED)
    assert await stored(store) == ["1", "2"]


async def test_a_budget_with_room_holds_nobody_back(store: SqlStore) -> None:
    plenty = Budget(platform=Platform.MASTODON, left=60, limit=100, resets_at=NOON + timedelta(hours=1))
    bench = Bench(store, [Batch([a_post(1)], "1", budget=plenty), Batch([a_post(2)], "2")])
    await bench.intake.run()
    assert bench.intake.report.budget == plenty


async def test_a_connection_that_brings_nothing_and_breaks_is_tried_less_and_less(store: SqlStore) -> None:
    bench = Bench(store, [step for _ in range(3) for step in (Batch(), SourceError("Closed."))])
    await bench.intake.run()
    assert [report.attempt for report in bench.states if report.state is SourceState.RECONNECTING] == [1, 2, 3]


async def test_a_connection_that_brought_posts_forgets_its_failures(store: SqlStore) -> None:
    bench = Bench(store, [SourceError("Closed."), SourceError("Closed."), Batch([a_post(1)], "1"),
                          SourceError("Closed.")])
    await bench.intake.run()
    assert [report.attempt for report in bench.states if report.state is SourceState.RECONNECTING] == [1, 1]


async def test_after_a_sleep_a_live_source_connects_anew_from_its_cursor(store: SqlStore) -> None:
    hanging = Batch([a_post(1)], "c1")
    bench = Bench(store, [hanging, None, Batch([a_post(2)], "c2")])
    async with running(bench):
        await until(lambda: bench.intake.report.received == 1)
        bench.intake.reconnect("The computer slept for 60 min.")
        await until(lambda: bench.intake.report.state is SourceState.ENDED)
    assert bench.source.cursors == ["", "c1"]
    reasons = [report.reason for report in bench.states if report.state is SourceState.RECONNECTING]
    assert reasons == ["The computer slept for 60 min."]
    assert await stored(store) == ["1", "2"]


async def test_a_source_can_be_exchanged_for_one_with_mended_settings(store: SqlStore) -> None:
    bench = Bench(store, [SourceStopped("Bad login.")])
    mended = ScriptedSource([Batch([a_post(1)], "1")])
    async with running(bench):
        await until(lambda: bench.intake.report.state is SourceState.FAILED)
        bench.intake.restart(mended)
        await until(lambda: bench.intake.report.state is SourceState.ENDED)
    assert mended.cursors == [""]
    assert await stored(store) == ["1"]
