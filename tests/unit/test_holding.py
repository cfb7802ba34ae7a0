from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from helpers.engine import NOON, TestClock

from warroom.domain.errors import BadMove, NotFound, SourceError
from warroom.domain.events import EventType
from warroom.domain.holding import AWAY
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Platform
from warroom.domain.reply import Scheduled
from warroom.engine.desk import Desk, open_incident
from warroom.engine.holding import Holding
from warroom.ports import Scheduler, Store
from warroom.store.sql import open_store


class Queue:
    """A platform's scheduled posts; ``locked`` ones cannot be moved."""

    def __init__(self, **times: datetime) -> None:
        self.times = dict(times)
        self.locked: set[str] = set()
        self.seen_in_log: list[int] = []
        self.store: Store | None = None

    async def scheduled(self) -> Sequence[Scheduled]:
        return [Scheduled(name, at, f"text {name}") for name, at in sorted(self.times.items(), key=lambda one: one[1])]

    async def postpone(self, post_id: str, until: datetime) -> Scheduled:
        if self.store is not None:
            events = await self.store.events("inc-1")
            self.seen_in_log.append(sum(event.type is EventType.HELD for event in events))
        if post_id in self.locked:
            raise SourceError("The platform does not answer.")
        if post_id not in self.times:
            raise NotFound("It is not there.")
        self.times[post_id] = until
        return Scheduled(post_id, until, "")

    async def close(self) -> None:
        return


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path / "warroom.db")
    yield opened
    await opened.close()


async def holding_of(store: Store, queue: Queue, clock: TestClock, kind: Kind = Kind.INCIDENT) -> Holding:
    known = {one.id: one for one in await store.incidents()}
    incident = known.get("inc-1") or await open_incident(
        store, "inc-1", title="Recall", kind=kind, actor="ana", clock=clock, wall=clock,
        room=LIVE if kind is not Kind.DRILL else "drill-1")
    desk = Desk(store, incident, clock=clock, wall=clock, actor="ana")

    async def schedulers() -> Mapping[Platform, Scheduler]:
        return {Platform.MASTODON: queue}

    return Holding(desk, store, schedulers, platforms=tuple(Platform), wall=clock)


SOON, LATER = NOON + timedelta(hours=1), NOON + timedelta(days=2)


async def test_held_posts_go_back_to_their_first_times(store: Store) -> None:
    queue, clock = Queue(a=SOON, b=LATER), TestClock()
    holding = await holding_of(store, queue, clock)
    done = await holding.hold("recall of the cold brew")
    assert queue.times == {"a": SOON + AWAY, "b": LATER + AWAY}
    assert [post.id for post in done.moved] == ["a", "b"]
    assert done.checklist == ["Reddit: pause what other tools have scheduled there.",
                              "Bluesky: pause what other tools have scheduled there."]
    # Another process, later: all it knows is the log.
    again = await holding_of(store, queue, clock)
    await again.release()
    assert queue.times == {"a": SOON, "b": LATER}
    kinds = [event.type for event in await store.events("inc-1")]
    assert kinds == [EventType.OPENED, EventType.HELD, EventType.UNHELD]
    assert all(verdict.clean for verdict in await store.verify())


async def test_the_first_times_stand_in_the_log_before_anything_is_moved(store: Store) -> None:
    queue = Queue(a=SOON)
    queue.store = store
    await (await holding_of(store, queue, TestClock())).hold("recall")
    assert queue.seen_in_log == [1]


async def test_holding_twice_keeps_the_first_times_and_catches_what_is_new(store: Store) -> None:
    queue, clock = Queue(a=SOON), TestClock()
    holding = await holding_of(store, queue, clock)
    await holding.hold("recall")
    queue.times["b"] = LATER
    done = await holding.hold("recall, still")
    assert [post.id for post in done.moved] == ["b"]
    await holding.release()
    assert queue.times == {"a": SOON, "b": LATER}


async def test_a_post_whose_time_has_passed_stays_held_unless_it_gets_a_new_one(store: Store) -> None:
    queue, clock = Queue(a=SOON, b=LATER), TestClock()
    holding = await holding_of(store, queue, clock)
    await holding.hold("recall")
    clock.advance(hours=5)
    done = await holding.release()
    assert [post.id for post in done.late] == ["a"]
    assert queue.times == {"a": SOON + AWAY, "b": LATER}
    done = await holding.release(late=timedelta(hours=1))
    assert [post.id for post in done.moved] == ["a"]
    assert queue.times["a"] == clock.now() + timedelta(hours=1)


async def test_what_could_not_be_held_is_said_and_is_not_released(store: Store) -> None:
    queue, clock = Queue(a=SOON, b=LATER), TestClock()
    queue.locked.add("a")
    holding = await holding_of(store, queue, clock)
    done = await holding.hold("recall")
    assert list(done.failed) == ["mastodon:a"]
    assert [post.id for post in done.moved] == ["b"]
    queue.locked.clear()
    queue.times["a"] = LATER
    await holding.release()
    assert queue.times == {"a": LATER, "b": LATER}


async def test_a_post_that_somebody_deleted_meanwhile_does_not_stop_the_others(store: Store) -> None:
    queue, clock = Queue(a=SOON, b=LATER), TestClock()
    holding = await holding_of(store, queue, clock)
    await holding.hold("recall")
    del queue.times["a"]
    done = await holding.release()
    assert ([post.id for post in done.gone], [post.id for post in done.moved]) == (["a"], ["b"])


async def test_a_drill_touches_nothing_and_writes_the_checklist(store: Store) -> None:
    queue, clock = Queue(a=SOON), TestClock()
    holding = await holding_of(store, queue, clock, Kind.DRILL)
    done = await holding.hold("exercise")
    assert queue.times == {"a": SOON}
    assert len(done.checklist) == 3
    await holding.release()
    assert queue.times == {"a": SOON}


async def test_nothing_is_released_where_nothing_is_held(store: Store) -> None:
    holding = await holding_of(store, Queue(a=SOON), TestClock())
    with pytest.raises(BadMove, match="Nothing is held"):
        await holding.release()
    with pytest.raises(BadMove, match="reason"):
        await holding.hold("  ")
