"""Alarms in a room: explained, written once into the log of whoever works, told to all, and printed by ``watch``."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from helpers.ear import BEGIN, stream
from helpers.engine import TestClock

from warroom import storage
from warroom.commands.watch import nobody_reads
from warroom.domain.alarm import EVERYWHERE, Alarm, Tier, from_json
from warroom.domain.events import EventType
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE
from warroom.domain.sentry import Cry
from warroom.domain.tally import Tally
from warroom.domain.terms import Terms
from warroom.engine.alarms import Alarms
from warroom.engine.bus import Bus, Logged, Message, Raised
from warroom.engine.clock import SystemClock
from warroom.engine.desk import Desk, open_incident
from warroom.ports import Batch, Store
from warroom.store.sql import open_store

TERMS = Terms(brand=("acme",))
CRY = Cry(tier=Tier.RED, at=BEGIN + timedelta(minutes=10), scope=EVERYWHERE, window=timedelta(minutes=10), count=300,
          usual=56.0, ratio=4.5, louder=30, worst=34)


class Writing:
    """Alarms on a store, the incident that is worked on, and what the bus told."""

    def __init__(self, store: Store, incident: Incident, clock: TestClock) -> None:
        self.store = store
        self.incident = incident
        self.clock = clock
        self.bus = Bus()
        self.heard: list[Message] = []
        self.bus.subscribe(self.heard.append)
        self.tally = Tally(TERMS, told=True)
        self.seen = 0
        self.alarms = Alarms(room=LIVE, store=store, bus=self.bus, clock=clock, wall=clock, terms=TERMS,
                             incident=lambda: self.incident, told=self.told)

    async def told(self) -> None:
        events = await self.store.events(self.incident.id, after=self.seen)
        if events:
            self.seen = events[-1].seq
            self.bus.publish(Logged(events, []))

    async def hear(self) -> None:
        """Store and count posts of ten loud minutes."""
        items = list(stream(16, 30))
        kept = await self.store.add(LIVE, "test", Batch([item.post for item in items]), BEGIN)
        for item in kept.new:
            self.tally.add(item, item.post.created_at.timestamp())

    async def cry(self) -> None:
        await self.alarms.cry(CRY, self.tally, 0.2)


async def opened(store: Store, name: str, clock: TestClock, kind: Kind) -> Incident:
    return await open_incident(store, name, title=name, kind=kind, actor="ana", clock=clock, wall=clock)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Writing]:
    store, clock = await open_store(tmp_path / "w.db"), TestClock(BEGIN + timedelta(minutes=11))
    incident = await opened(store, "watch-1", clock, Kind.WATCH)
    yield Writing(store, incident, clock)
    await store.close()


async def test_an_alarm_is_an_event_with_its_evidence_and_comes_back_to_everybody(room: Writing) -> None:
    await room.hear()
    await room.cry()
    event = (await room.store.events("watch-1"))[-1]
    assert event.type is EventType.ALARM
    assert event.actor == "watch"
    assert event.summary.startswith(
        "red: 4.5x the usual for Friday 15:10 UTC in the last 10 minutes, louder than 30 of 34")
    alarm = from_json(event.details["alarm"])
    assert alarm.posts
    assert set(alarm.posts) <= {item.post for item in room.tally.posts(CRY.at.timestamp(), bins=2)}
    assert 250 < alarm.authors < 350
    assert room.alarms.recent == (alarm,)
    assert [message.alarm for message in room.heard if isinstance(message, Raised)] == [alarm]


async def test_an_alarm_that_is_heard_again_after_a_crash_is_no_second_one(room: Writing) -> None:
    await room.cry()
    again = Writing(room.store, room.incident, room.clock)
    await again.alarms.prime()
    await again.cry()
    assert [event.type for event in await room.store.events("watch-1")].count(EventType.ALARM) == 1


async def test_an_alarm_of_a_closed_incident_goes_into_the_open_one_of_the_room(room: Writing) -> None:
    await opened(room.store, "inc-2", room.clock, Kind.INCIDENT)
    await Desk(room.store, room.incident, clock=room.clock, wall=room.clock, actor="ana").close_incident()
    await room.cry()
    assert (await room.store.events("watch-1"))[-1].type is EventType.CLOSED
    assert (await room.store.events("inc-2"))[-1].type is EventType.ALARM


async def test_an_alarm_without_posts_at_hand_says_what_was_counted(room: Writing) -> None:
    await room.cry()
    alarm = room.alarms.recent[0]
    assert (alarm.count, alarm.usual, alarm.posts, alarm.negative) == (300, 56.0, (), None)


async def test_a_console_that_starts_knows_the_alarms_of_the_last_day_and_no_older_ones(room: Writing) -> None:
    await room.cry()

    async def known() -> list[Alarm]:
        fresh = Writing(room.store, await room.store.incident("watch-1"), room.clock)
        await fresh.alarms.prime()
        await fresh.alarms.prime()
        return list(fresh.alarms.recent)

    assert await known() == list(room.alarms.recent)
    room.clock.advance(hours=25)
    assert await known() == []


def test_watch_prints_the_alarms_of_the_live_logs_as_json_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    clean_environment(monkeypatch, tmp_path / "data")
    warroom = CommandLine(tmp_path / "data", capsys, monkeypatch)

    async def raised(at: datetime) -> None:
        async with storage.open_store(warroom.settings) as store:
            clock = TestClock(at)
            await Writing(store, await opened(store, "watch-1", clock, Kind.WATCH), clock).cry()

    asyncio.run(raised(SystemClock().now() - timedelta(hours=2)))
    (line,) = warroom("watch", "--once").objects
    assert (line["tier"], line["count"], line["incident"], line["seq"]) == ("red", 300, "watch-1", 2)
    assert line["sentence"].startswith("4.5x the usual")
    assert datetime.fromisoformat(line["at"]).tzinfo is not None
    assert datetime.fromisoformat(line["at"]) == CRY.at.astimezone(UTC)
    assert warroom("watch", "--once", "--since", "1h").out == ""
    assert len(warroom("watch", "--once", "--since", "3h", "--incident", "watch").objects) == 1
    assert "--since" in warroom("watch", "--once", "--since", "soon", code=2).err


def test_watch_ends_when_whoever_read_its_pipe_is_gone() -> None:
    reader, writer = os.pipe()
    with os.fdopen(writer, "w") as stream:
        assert not nobody_reads(stream)
        os.close(reader)
        assert nobody_reads(stream)
