"""A room runs its sources, scores and logs; a second console on the same store follows, and takes over."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from helpers.engine import ScriptedSource, Step, TestClock, WordScorer, a_post, until

from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.health import ScorerState, SourceState
from warroom.domain.incident import Kind
from warroom.domain.model import Gone, Platform, PostKey, Score, Sentiment
from warroom.domain.triage import Verb
from warroom.engine import room as room_module
from warroom.engine import sounding
from warroom.engine.bus import Arrived, Health, Logged, Message, Pulse, Scored
from warroom.engine.desk import open_incident
from warroom.engine.parts import Parts
from warroom.engine.room import Room
from warroom.ports import Batch
from warroom.store.sql import open_store
from widgets import health
from widgets.rows import Tone

ONE = PostKey("mastodon:1")


class Lease:
    """One holder at a time, as the lock file grants it to processes."""

    def __init__(self) -> None:
        self.holder = ""

    def of(self, name: str) -> Callable[[], bool]:
        def take() -> bool:
            self.holder = self.holder or name
            return self.holder == name

        return take


@asynccontextmanager
async def console(
    path: Path, lease: Lease, actor: str, steps: list[Step], heard: list[Message] | None = None,
    *, clock: TestClock | None = None,
) -> AsyncIterator[Room]:
    store = await open_store(path)
    clock = clock or TestClock()
    incidents = await store.incidents()
    incident = incidents[-1] if incidents else await open_incident(
        store, "inc-1", title="Cold brew", kind=Kind.INCIDENT, actor=actor, clock=clock, wall=clock)
    room = Room(Parts(store=store, scorer=WordScorer(), sources=[ScriptedSource(steps)], clock=clock, wall=clock,
                      incident=incident, actor=actor, lease=lease.of(actor), dice=random.Random(1)))
    if heard is not None:
        room.bus.subscribe(heard.append)
    try:
        await room.start()
        yield room
    finally:
        await room.close()
        if lease.holder == actor:
            lease.holder = ""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_module, "LEASE", 0.02)
    monkeypatch.setattr(room_module, "PULSE", 0.02)


async def test_posts_are_stored_scored_and_told_and_source_states_logged(tmp_path: Path) -> None:
    heard: list[Message] = []
    async with console(tmp_path / "w.db", Lease(), "ana", [Batch([a_post(1, "bad"), a_post(2)], "2")], heard) as room:
        await room.done()
        items = await room.store.items("live", [ONE])
        assert isinstance(items[ONE].score, Score)
        await until(lambda: room.reading.n == 2)
        await until(lambda: any(isinstance(message, Pulse) and message.reading.n == 2 for message in heard))
        log = [event.details["state"] for event in await room.store.events("inc-1", after=1)]
    assert log == ["starting", "live", "ended"]
    kinds = [type(message) for message in heard]
    assert kinds.index(Arrived) < kinds.index(Scored)


async def test_an_act_is_told_after_it_was_written(tmp_path: Path) -> None:
    heard: list[Message] = []
    async with console(tmp_path / "w.db", Lease(), "ana", [Batch([a_post(1)], "1")], heard) as room:
        await room.done()
        await room.desk.act(Verb.CLAIM, [ONE])
        news = [message for message in heard if isinstance(message, Logged)][-1]
    assert [event.summary.split(" ")[0] for event in news.events] == ["claimed"]
    assert news.items[0].triage.holder == "ana"


async def test_events_of_two_consoles_reach_both_in_the_logs_order(tmp_path: Path) -> None:
    ana_heard: list[Message] = []
    ben_heard: list[Message] = []
    lease = Lease()

    def log_of(heard: list[Message]) -> list[int]:
        return [event.seq for message in heard if isinstance(message, Logged) for event in message.events]

    async with (
        console(tmp_path / "w.db", lease, "ana", [Batch([a_post(n) for n in range(6)], "1")], ana_heard) as ana,
        AsyncExitStack() as stack,
    ):
        await ana.done()
        ben = await stack.enter_async_context(console(tmp_path / "w.db", lease, "ben", [], ben_heard))
        start = ben.incident.head_seq
        for number in range(6):
            desk = (ana, ben)[number % 2].desk
            await desk.act(Verb.PIN, [PostKey(f"mastodon:{number}")])
        await until(lambda: max(log_of(ana_heard)) == max(log_of(ben_heard)) == start + 6)
        assert log_of(ana_heard) == list(range(2, start + 7))
        assert log_of(ben_heard) == list(range(start + 1, start + 7))


async def test_a_second_console_follows_posts_and_scores_without_collecting(tmp_path: Path) -> None:
    heard: list[Message] = []
    lease = Lease()
    async with (
        console(tmp_path / "w.db", lease, "ana", [Batch((), "0")]) as ana,
        console(tmp_path / "w.db", lease, "ben", [], heard) as ben,
    ):
        await ana.done()
        kept = await ana.store.add("live", "scripted", Batch([a_post(1, "bad")], "1"), ana.clock.now())
        ana.bus.publish(Arrived(kept.new))
        await until(lambda: ben.reading.n == 1)
        assert [item.key for message in heard if isinstance(message, Arrived) for item in message.items] == [ONE]
        assert (ben.collecting, ben.vitals.scorer) == (False, ScorerState.OFF)
        assert [(report.name, report.state) for report in ben.reports] == [("scripted", SourceState.ENDED)]
        assert ben.reading.negative == 1.0


async def test_a_console_that_does_not_collect_hears_from_the_collector_how_its_text_sounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sounding, "LOOK", 0.02)
    lease, clock = Lease(), TestClock()
    async with (
        console(tmp_path / "w.db", lease, "ana", [Batch((), "0")], clock=clock) as ana,
        console(tmp_path / "w.db", lease, "ben", [], clock=clock) as ben,
    ):
        assert (ana.collecting, ben.collecting) == (True, False)
        await ben.manuscripts.save(ben.incident.id, a_post(1).key, "That is bad.", 0)
        clock.advance(seconds=1)
        said = await ben.score("That is bad.")
        assert isinstance(said, Score)
        assert said.label is Sentiment.NEGATIVE
        assert [await ana.score("That is bad.")] == [said]


async def test_a_source_that_changed_long_ago_and_a_label_are_known_after_a_start_on_a_long_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room_module, "RECENT", 2)
    lease = Lease()
    async with console(tmp_path / "w.db", lease, "ana", [Batch([a_post(1), a_post(2)], "0")]) as ana:
        await ana.done()
        await until(lambda: ana.reading.n == 2)
        await ana.desk.act(Verb.LABEL, [ONE], value="negative")
        for number in range(600):
            await ana.desk.act(Verb.NOTE, [PostKey("mastodon:2")], value=f"note {number}")
        async with console(tmp_path / "w.db", lease, "ben", []) as ben:
            await until(lambda: [(report.name, report.state) for report in ben.reports]
                        == [("scripted", SourceState.ENDED)])
            await until(lambda: ben.reading.n == 2 and ben.reading.negative == ana.reading.negative)


async def test_when_the_collector_goes_the_other_console_takes_over(tmp_path: Path) -> None:
    lease = Lease()
    async with AsyncExitStack() as stack:
        ana = await stack.enter_async_context(console(tmp_path / "w.db", lease, "ana", [Batch([a_post(1)], "1")]))
        await ana.done()
        async with console(tmp_path / "w.db", lease, "ben", [Batch([a_post(1), a_post(2)], "2")]) as ben:
            assert not ben.collecting
            await stack.aclose()
            await until(lambda: ben.collecting)
            await ben.done()
            assert await ben.store.count("live") == 2


async def test_a_failed_source_is_told_with_its_reason_and_tried_again_on_demand(tmp_path: Path) -> None:
    heard: list[Message] = []
    gone = Gone(Platform.REDDIT, "9", TestClock().now())
    steps: list[Step] = [SourceStopped("Bad login.", hint="Log in."), Batch([gone], "1")]
    async with console(tmp_path / "w.db", Lease(), "ana", steps, heard) as room:
        await until(lambda: room.reports[0].state is SourceState.FAILED)
        told = [message.report for message in heard if isinstance(message, Health)][-1]
        assert (told.reason, told.hint) == ("Bad login.", "Log in.")
        assert await room.retry() == ["scripted"]
        await until(lambda: room.reports[0].state is SourceState.ENDED)


async def test_a_console_that_follows_knows_a_source_that_stays_away_from_a_short_break(tmp_path: Path) -> None:
    lease, heard = Lease(), list[Message]()
    steps: list[Step] = [SourceError("The server does not answer.", retry_after=600.0)]
    async with console(tmp_path / "w.db", lease, "ana", steps) as ana:
        await until(lambda: ana.reports[0].state is SourceState.RECONNECTING)
        clock = TestClock()
        async with console(tmp_path / "w.db", lease, "ben", [], heard, clock=clock) as ben:
            await until(lambda: [report.state for report in ben.reports] == [SourceState.RECONNECTING])
            assert not ben.reports[0].away
            assert health.state_words(ben.reports[0]) == "reconnecting"
            clock.advance(seconds=11)
            await until(lambda: ben.reports[0].away)
            assert health.tone(ben.reports[0]) is Tone.BAD
            assert health.state_words(ben.reports[0]) == "reconnecting since 12:00 UTC"
            await until(lambda: any(isinstance(message, Health) and message.report.away for message in heard))


async def test_a_wish_for_another_try_reaches_the_collector_from_another_incident(tmp_path: Path) -> None:
    lease = Lease()
    async with console(tmp_path / "w.db", lease, "ana", [SourceStopped("Bad login."), Batch([a_post(1)], "1")]) as ana:
        await until(lambda: ana.reports[0].state is SourceState.FAILED)
        async with console(tmp_path / "w.db", lease, "ben", []) as ben:
            await ben.open_incident("inc-2", "Recall")
            assert await ben.retry() == []
            await until(lambda: ana.reports[0].state is SourceState.ENDED)
            assert (ana.incident.id, ben.incident.id) == ("inc-1", "inc-2")


async def test_opening_an_incident_moves_the_desk_and_the_followers_to_its_log(tmp_path: Path) -> None:
    heard: list[Message] = []
    async with console(tmp_path / "w.db", Lease(), "ana", [Batch([a_post(1)], "1")], heard) as room:
        await room.done()
        await room.open_incident("inc-2", "Recall", severity=2)
        await room.desk.act(Verb.CLAIM, [ONE])
        news = [event for message in heard if isinstance(message, Logged) for event in message.events]
        assert news[-1].incident == "inc-2"
        assert room.incident.severity == 2
        assert [verdict.clean for verdict in await room.store.verify()] == [True, True]


async def test_a_room_that_is_opened_again_counts_what_was_stored_before(tmp_path: Path) -> None:
    ancient = a_post(3, "bad", created_at=TestClock().now().replace(year=1970))
    async with console(tmp_path / "w.db", Lease(), "ana", [Batch([a_post(1, "bad"), a_post(2), ancient], "3")]) as room:
        await room.done()
    async with console(tmp_path / "w.db", Lease(), "ben", []) as room:
        await until(lambda: room.reading.n == 2)
        assert room.reading.negative == 0.5


def checked_labels(room: Room) -> int:
    checked = room.reading.checked
    return checked.labels if checked else 0


async def test_labels_of_a_teammate_move_everybodys_gauge_and_come_back_after_a_restart(tmp_path: Path) -> None:
    steps: list[Step] = [Batch([a_post(number) for number in range(1, 9)], "c")]
    lease = Lease()
    async with console(tmp_path / "r.db", lease, "ana", steps) as ana:
        await until(lambda: ana.reading.n == 8)
        async with console(tmp_path / "r.db", lease, "ben", []) as ben:
            await until(lambda: ben.reading.n == 8)
            drawn = ben.draw()
            assert drawn is not None
            await ben.desk.act(Verb.CHECK, [drawn], value="negative")
            other = next(key for number in (1, 2) if (key := PostKey(f"mastodon:{number}")) != drawn)
            await ben.desk.act(Verb.LABEL, [other], value="negative")
            await until(lambda: checked_labels(ana) == checked_labels(ben) == 1)
            await until(lambda: ana.reading.negative == ben.reading.negative == 1 / 8)
    async with console(tmp_path / "r.db", lease, "ana", []) as again:
        await until(lambda: checked_labels(again) == 1)
        await until(lambda: again.reading.negative == 1 / 8)
        assert again.draw() != drawn


async def test_another_incident_starts_without_labels(tmp_path: Path) -> None:
    steps: list[Step] = [Batch([a_post(number) for number in range(1, 9)], "c")]
    async with console(tmp_path / "r.db", Lease(), "ana", steps) as room:
        await until(lambda: room.reading.n == 8)
        drawn = room.draw()
        assert drawn is not None
        await room.desk.act(Verb.CHECK, [drawn], value="negative")
        assert checked_labels(room) == 1
        await room.open_incident("inc-2", "Another one")
        assert (room.reading.n, checked_labels(room)) == (8, 0)
        await room.desk.act(Verb.CHECK, [drawn], value="positive")
        assert checked_labels(room) == 1
