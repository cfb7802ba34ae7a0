"""Which alarms wait is a fold of the log: snoozed ones come back, dismissed and taken ones do not."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.alarms import an_alarm, raise_alarm
from helpers.engine import NOON, TestClock, a_post

from warroom.domain.alarm import EVERYWHERE, Tier
from warroom.domain.alarm_board import Board, posts_named
from warroom.domain.errors import BadMove
from warroom.domain.events import Event, EventType
from warroom.domain.incident import Kind
from warroom.domain.model import Platform
from warroom.domain.series import Series
from warroom.domain.tally import STEP
from warroom.engine.assess import Answers, _read, evidence, look_at, title
from warroom.engine.desk import Desk, open_incident
from warroom.export.gather import posts_of
from warroom.ports import Batch, Store
from warroom.store.sql import open_store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    made = await open_store(tmp_path / "warroom.db")
    yield made
    await made.close()


@pytest.fixture
async def desk(store: Store) -> Desk:
    clock = TestClock()
    incident = await open_incident(store, "watch-1", title="Watch", kind=Kind.WATCH, actor="ana", clock=clock,
                                   wall=clock)
    return Desk(store, incident, clock=clock, wall=clock, actor="ana")


def board(events: list[Event]) -> Board:
    made = Board()
    made.take(events)
    return made


async def test_what_waits_comes_by_its_tier_and_then_the_newest(store: Store, desk: Desk) -> None:
    for alarm in (an_alarm(1, tier=Tier.AMBER), an_alarm(2, minutes_ago=9), an_alarm(3, minutes_ago=4),
                  an_alarm(4, tier=Tier.SHIFT)):
        await raise_alarm(desk, alarm)
    events = await store.events("watch-1")
    assert [alarm.id for alarm in board(events).waiting(NOON)] == ["red-3", "red-2", "shift-4", "amber-1"]
    assert board(events).waiting(NOON + timedelta(days=1)) == []


async def test_answers_stand_in_the_log_and_decide_who_waits(store: Store, desk: Desk) -> None:
    first, second, third = an_alarm(1), an_alarm(2), an_alarm(3)
    for alarm in (first, second, third):
        await raise_alarm(desk, alarm)
    answers = Answers(desk)
    await answers.snooze(first, NOON + timedelta(hours=1), now=NOON)
    await answers.dismiss(second, "a bot flood")
    await answers.take(third, opened="inc-9")
    made = board(await store.events("watch-1"))
    assert made.waiting(NOON) == []
    assert made.waiting(NOON + timedelta(hours=1)) == [first]
    assert made.standing["red-3"].settled.startswith("opened inc-9 for the alarm: 6.3x the usual")
    with pytest.raises(BadMove, match="has passed"):
        await answers.snooze(first, NOON, now=NOON)
    with pytest.raises(BadMove, match="Say why"):
        await answers.dismiss(first, " ")


async def test_an_incident_that_is_opened_for_an_alarm_carries_its_posts_with_their_fingerprints(
    store: Store, desk: Desk,
) -> None:
    post = a_post(1, platform=Platform.REDDIT)
    await store.add("live", "tap", Batch([post], "c"), NOON)
    alarm = an_alarm(posts=(post.key, "reddit:gone"))
    found = await store.items("live", alarm.posts)
    clock = TestClock()
    await open_incident(store, "inc-1", title=title(alarm), kind=Kind.INCIDENT, actor="ana", clock=clock,
                        wall=clock, evidence=evidence(alarm, found))
    opened = (await store.events("inc-1"))[0]
    assert opened.summary == "opened: refund, sick, #recall"
    assert opened.details["posts"] == [{"key": post.key, "content_sha256": post.content_sha256, "url": post.url}]
    assert posts_named(opened) == (post.key, "reddit:gone")
    assert (await store.incident("inc-1")).kind is Kind.INCIDENT
    assert desk.incident.id == "watch-1"


async def test_an_answer_can_be_taken_back_but_not_an_incident_that_was_opened(store: Store, desk: Desk) -> None:
    alarm = an_alarm()
    await raise_alarm(desk, alarm)
    answers = Answers(desk)
    await answers.snooze(alarm, NOON + timedelta(hours=1), now=NOON)
    await answers.dismiss(alarm, "a slip of the finger")
    await desk.undo()
    after_one = board(await store.events("watch-1"))
    assert (after_one.waiting(NOON), after_one.waiting(NOON + timedelta(hours=1))) == ([], [alarm])
    events = await desk.undo()
    assert events[0].summary.startswith("undid: snoozed the alarm until 13:00 UTC")
    assert board(await store.events("watch-1")).waiting(NOON) == [alarm]
    await answers.take(alarm, opened="inc-9")
    with pytest.raises(BadMove, match="nothing of yours"):
        await desk.undo()
    assert (await store.verify("watch-1"))[0].clean


async def test_what_cannot_be_read_as_an_alarm_is_passed_over(store: Store, desk: Desk) -> None:
    await desk.record(EventType.ALARM, "odd", {"alarm": {"id": 3}})
    await desk.record(EventType.ALARM_SNOOZED, "odd", {"alarm": "red-1", "until": "soon"})
    await raise_alarm(desk, an_alarm())
    await desk.record(EventType.ALARM_SNOOZED, "odd", {"alarm": "red-1", "until": "soon"})
    assert [alarm.id for alarm in board(await store.events("watch-1")).waiting(NOON)] == ["red-1"]


async def test_without_a_room_the_store_alone_tells_how_severe_it_looks(store: Store, desk: Desk) -> None:
    posts = [a_post(number, created_at=NOON - timedelta(minutes=number)) for number in range(1, 90)]
    await store.add("live", "tap", Batch(posts, "c"), NOON)
    seen = await look_at(store, desk.incident, NOON)
    assert (seen.facts.posts, seen.facts.usual, seen.suggestion.level) == (60, None, 4)


async def test_an_export_holds_the_posts_that_an_alarm_names_though_they_came_before_the_opening(
    store: Store, desk: Desk,
) -> None:
    await store.add("live", "tap", Batch([a_post(1)], "c"), NOON - timedelta(hours=1))
    clock = TestClock()
    alarm = an_alarm(posts=(a_post(1).key,))
    opened = await open_incident(store, "inc-1", title="x", kind=Kind.INCIDENT, actor="ana", clock=clock, wall=clock,
                                 evidence=evidence(alarm, await store.items("live", alarm.posts)))
    held = [item.key async for item in posts_of(store, opened, await store.events("inc-1"))]
    assert held == [a_post(1).key]


async def test_what_was_said_before_is_from_before_the_incident(store: Store, desk: Desk) -> None:
    hours = [a_post(number, created_at=NOON - timedelta(minutes=5 * number), author=f"a{number}")
             for number in range(120)]
    await store.add("live", "tap", Batch(hours[::-1], "c"), NOON)
    clock = TestClock(NOON - timedelta(hours=4))
    opened = await open_incident(store, "inc-1", title="x", kind=Kind.INCIDENT, actor="ana", clock=clock, wall=clock)
    now, before, count = await _read(store, opened, NOON - timedelta(hours=1), opened.opened_at - timedelta(hours=1))
    assert (len(now), count) == (13, 13)
    assert max(item.post.created_at for item in before) < NOON - timedelta(hours=5)
    assert len(before) == 59
    assert (await look_at(store, desk.incident, NOON)).facts.posts == 13


async def test_what_the_collecting_process_learned_counts_as_the_usual(store: Store, desk: Desk) -> None:
    series = Series(alarmed=True)
    for number in range(-600, 0):
        series.push(NOON.timestamp() + number * STEP, 2.0, 2, teach=True)
    await store.baselines.save("live", {EVERYWHERE.name: json.dumps(series.state())}, NOON)
    seen = await look_at(store, desk.incident, NOON)
    assert seen.facts.usual == pytest.approx(24, rel=0.1)
    await store.baselines.save("live", {EVERYWHERE.name: "{}"}, NOON)
    assert (await look_at(store, desk.incident, NOON)).facts.usual is None
