"""The desk writes every act into the log; what is not allowed is refused and leaves no trace."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.engine import NOON, TestClock, a_post

from warroom.domain.errors import BadMove, NotFound
from warroom.domain.events import EventType
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Platform, PostKey
from warroom.domain.triage import Status, Triage, Verb
from warroom.engine.desk import Desk, open_incident
from warroom.ports import Batch
from warroom.store.sql import SqlStore, open_store

ONE, TWO = PostKey("mastodon:1"), PostKey("mastodon:2")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(tmp_path / "test.db")
    await opened.add(LIVE, "test", Batch([a_post(1, "bad \x1b[31mthing"), a_post(2)], "c"), NOON)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
async def ana(store: SqlStore, clock: TestClock) -> Desk:
    incident = await open_incident(store, "inc-1", title="Cold brew", kind=Kind.INCIDENT, actor="ana", clock=clock,
                                   wall=clock)
    return Desk(store, incident, clock=clock, wall=clock, actor="ana")


@pytest.fixture
def ben(ana: Desk, store: SqlStore, clock: TestClock) -> Desk:
    return Desk(store, ana.incident, clock=clock, wall=clock, actor="ben")


async def triage(store: SqlStore, key: PostKey) -> Triage:
    return (await store.items(LIVE, [key], incident="inc-1"))[key].triage


async def test_an_act_changes_the_post_and_stands_in_the_log(ana: Desk, store: SqlStore) -> None:
    outcome = await ana.act(Verb.CLAIM, [ONE])
    assert (await triage(store, ONE)).holder == "ana"
    event = (await store.events("inc-1"))[-1]
    assert event == outcome.events[0]
    assert (event.type, event.actor, event.post, len(event.content_sha256)) == (EventType.CLAIM, "ana", ONE, 64)
    assert "\x1b" not in event.summary


async def test_what_somebody_else_holds_is_refused_and_the_rest_is_done(ana: Desk, ben: Desk, store: SqlStore) -> None:
    await ana.act(Verb.CLAIM, [ONE])
    outcome = await ben.act(Verb.CLAIM, [ONE, TWO])
    assert [event.post for event in outcome.events] == [TWO]
    assert "ana holds" in outcome.refused[ONE]
    assert (await triage(store, ONE)).holder == "ana"


async def test_an_unknown_post_is_not_found_and_nothing_is_written(ana: Desk, store: SqlStore) -> None:
    with pytest.raises(NotFound):
        await ana.act(Verb.CLAIM, [ONE, PostKey("mastodon:999")])
    assert len(await store.events("inc-1")) == 1


async def test_undo_takes_back_the_last_act_on_all_its_posts(ana: Desk, store: SqlStore) -> None:
    await ana.act(Verb.TAG, [ONE], value="legal")
    await ana.act(Verb.CLAIM, [ONE, TWO])
    await ana.undo()
    assert ((await triage(store, ONE)).holder, (await triage(store, TWO)).holder) == ("", "")
    assert (await triage(store, ONE)).tags == ("legal",)
    await ana.undo()
    assert (await triage(store, ONE)).untouched
    with pytest.raises(BadMove, match="nothing of yours"):
        await ana.undo()


async def test_undo_leaves_other_peoples_acts_alone(ana: Desk, ben: Desk, store: SqlStore) -> None:
    await ana.act(Verb.CLAIM, [ONE])
    await ben.act(Verb.CLAIM, [TWO])
    await ana.undo()
    assert ((await triage(store, ONE)).holder, (await triage(store, TWO)).holder) == ("", "ben")


async def test_undo_refuses_what_was_changed_since(ana: Desk, ben: Desk) -> None:
    await ana.act(Verb.CLAIM, [ONE])
    await ben.act(Verb.ASSIGN, [ONE], value="ben")
    with pytest.raises(BadMove, match="changed again"):
        await ana.undo()


async def test_severity_is_on_the_timeline_and_can_be_undone(ana: Desk) -> None:
    await ana.set_severity(3)
    events = await ana.set_severity(2)
    assert (ana.incident.severity, events[0].summary) == (2, "SEV3 → SEV2")
    await ana.undo()
    assert ana.incident.severity == 3
    with pytest.raises(BadMove):
        await ana.set_severity(7)


async def test_the_strategy_is_on_the_timeline_can_be_undone_and_verifies(ana: Desk, store: SqlStore) -> None:
    await ana.set_strategy("accidental", "diminish")
    events = await ana.set_strategy("Preventable", "rebuild")
    assert events[0].type is EventType.STRATEGY
    assert events[0].summary == "accidental, diminish → preventable, rebuild"
    await ana.undo()
    assert (ana.incident.cluster, ana.incident.strategy) == ("accidental", "diminish")
    for words in (("preventable", "shrug"), ("oops", "rebuild"), ("accidental", "diminish")):
        with pytest.raises(BadMove):
            await ana.set_strategy(*words)
    [verdict] = await store.verify("inc-1")
    assert verdict.clean


async def test_a_snoozed_post_wakes_when_its_time_has_come(ana: Desk, store: SqlStore, clock: TestClock) -> None:
    await ana.act(Verb.SNOOZE, [ONE], until=NOON + timedelta(minutes=30))
    assert await ana.wake_due(list((await store.items(LIVE, [ONE], incident="inc-1")).values())) == ()
    clock.advance(minutes=31)
    woke = await ana.wake_due(list((await store.items(LIVE, [ONE], incident="inc-1")).values()))
    assert [(event.type, event.actor) for event in woke] == [(EventType.WAKE, "watch")]
    assert (await triage(store, ONE)).status is Status.OPEN


async def test_a_closed_incident_takes_no_acts_until_it_is_reopened(ana: Desk) -> None:
    await ana.close_incident("calm again")
    with pytest.raises(BadMove, match="closed"):
        await ana.act(Verb.CLAIM, [ONE])
    await ana.reopen_incident()
    assert (await ana.act(Verb.CLAIM, [ONE])).events


async def test_a_source_change_is_an_event_of_the_watch(ana: Desk, store: SqlStore) -> None:
    await ana.source_changed(SourceReport(name="bluesky", platforms=frozenset({Platform.BLUESKY}),
                                          state=SourceState.FAILED, since=NOON, reason="No route.", hint="Look."))
    event = (await store.events("inc-1"))[-1]
    assert (event.type, event.actor, event.details["state"]) == (EventType.SOURCE, "watch", "failed")
    assert "No route." in event.summary


async def test_a_drill_is_marked_in_every_event(store: SqlStore, clock: TestClock) -> None:
    incident = await open_incident(store, "drill-1", title="Drill", kind=Kind.DRILL, actor="ana", clock=clock,
                                   wall=clock, room="drill-1", story={"speed": 1})
    desk = Desk(store, incident, clock=clock, wall=clock, actor="ana")
    await desk.note("we rehearse")
    await desk.set_severity(1)
    assert [event.drill for event in await store.events("drill-1")] == [True, True, True]


async def test_the_log_verifies_after_all_kinds_of_acts(ana: Desk, store: SqlStore) -> None:
    for verb, value in ((Verb.CLAIM, ""), (Verb.TAG, "#Legal"), (Verb.ESCALATE, "legal"), (Verb.NOTE, "called"),
                        (Verb.PIN, ""), (Verb.DISMISS, "a bot"), (Verb.REOPEN, "")):
        assert (await ana.act(verb, [ONE], value=value)).events
    await ana.undo()
    [verdict] = await store.verify("inc-1")
    assert verdict.clean
    assert verdict.events == 9
