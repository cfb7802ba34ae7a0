"""The wiring: settings in, a running room out. The only place that names adapters."""

from __future__ import annotations

import asyncio
import importlib
import os
import random
import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from filelock import FileLock, Timeout

from warroom.domain.errors import NotFound, StoreError
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE, Platform, post_key
from warroom.domain.wire import Json, from_stamp, stamp
from warroom.engine.clock import StoryClock, SystemClock
from warroom.engine.desk import Desk, open_incident
from warroom.engine.room import Parts, Room
from warroom.ports import Clock, Scorer, Source, Store
from warroom.settings import Settings

if TYPE_CHECKING:
    from sources.drill import DrillSource
    from sources.scenario import Scenario

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Live:
    """The room of the real platforms, on its latest open incident (or the standing watch)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A scenario in a room of its own. ``speed`` is story seconds a second, ``rate`` posts a second for load."""

    scenario: str
    speed: float = 1.0
    rate: float | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A drill that was broken off, from where its posts end."""

    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Recorded posts in a room of their own."""

    path: Path
    speed: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attach:
    """An incident that is in the store, as it is: to look at it, or beside the console that runs it."""

    incident: str


Plan: TypeAlias = Live | Drill | Resume | Replay | Attach


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a headless run did."""

    incident: str
    posts: int
    events: int
    seconds: float
    skipped: Mapping[str, int] = field(default_factory=dict)


def warm() -> None:
    """Import what opening a room needs. For a thread of its own: on the loop it would hold the keys for a while."""
    for name in ("warroom.store.sql", "warroom.scoring.client", "warroom.scoring.off"):
        importlib.import_module(name)


@asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """Open the database of the settings, and close it at the end. Raises StoreError with what to do."""
    from warroom.store.sql import open_store as open_sql

    make_folder(settings.database.parent)
    store = await open_sql(settings.database)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def open_desk(settings: Settings, incident: str | None = None) -> AsyncIterator[Desk]:
    """Open a desk without sources, for acts from the command line, on an incident (None: the latest open one)."""
    async with open_store(settings) as store:
        found = await store.incident(incident) if incident else await latest_open(store)
        if found is None:
            found = await _watch(store, settings)
        yield Desk(store, found, clock=clock_of(found), wall=SystemClock(), actor=settings.actor)


@asynccontextmanager
async def open_room(settings: Settings, plan: Plan) -> AsyncIterator[Room]:
    """Open the store, the incident that the plan speaks of and its sources, and let them run until the end."""
    from warroom.scoring.client import FlairScorer
    from warroom.scoring.off import NoScorer
    from warroom.store.sql import open_store as open_sql

    make_folder(settings.database.parent)
    store: Store = await open_sql(settings.database)
    try:
        incident, clock, sources = await _planned(store, settings, plan)
        scorer: Scorer = FlairScorer(settings.scoring.file) if settings.scoring.enabled else NoScorer()
        lease = FileLock(settings.data_dir / f"collector-{incident.room}.lock", timeout=0, thread_local=False)
        room = Room(Parts(
            store=store, scorer=scorer, sources=sources, clock=clock, wall=SystemClock(), incident=incident,
            actor=settings.actor, lease=lambda: _taken(lease), window=settings.gauge.window,
            buckets=settings.gauge.buckets, dice=random.SystemRandom(),
        ))
    except BaseException:
        await store.close()
        raise
    try:
        await room.start()
        yield room
    finally:
        await room.close()
        lease.release()


async def run_headless(settings: Settings, plan: Drill | Resume | Replay, report: Callable[[str], None]) -> Summary:
    """Play a drill or a replay to its end without a screen; ``report`` takes lines for a person."""
    began = time.monotonic()
    async with open_room(settings, plan) as room:
        report(f"{room.incident.title}: {room.incident.id}")
        try:
            await room.done()
        except asyncio.CancelledError:
            if not isinstance(plan, Replay):
                report(f"It goes on where it stands with: warroom drill --resume {room.incident.id} --headless")
            raise
        reports = room.reports
        skipped = room.skipped
        incident = await room.store.incident(room.incident.id)
        posts = await room.store.count(incident.room)
    for source in reports:
        if source.reason:
            report(f"{source.name}: {source.reason} {source.hint}".rstrip())
    return Summary(incident=incident.id, posts=posts, events=incident.head_seq, skipped=skipped,
                   seconds=time.monotonic() - began)


async def latest_open(store: Store) -> Incident | None:
    """The open incident that was opened last, None where there is none."""
    return next((incident for incident in reversed(await store.incidents()) if incident.open), None)


def clock_of(incident: Incident) -> Clock:
    """The clock that an incident goes by: its story's, or the system's."""
    story = incident.story
    if story is None:
        return SystemClock()
    return StoryClock(
        from_stamp(str(story["start"])), wall=from_stamp(str(story["wall"])), speed=_number(story["speed"]),
        duration=timedelta(seconds=_number(story["duration"])),
    )


def new_id(kind: Kind) -> str:
    """A name for a new incident: its kind, today's date (UTC) and four letters."""
    prefix = {Kind.WATCH: "watch", Kind.INCIDENT: "inc", Kind.DRILL: "drill"}[kind]
    return f"{prefix}-{datetime.now(UTC):%Y%m%d}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"


def make_folder(folder: Path) -> None:
    """Make the data folder, for its owner alone. Raises StoreError where that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The data folder {folder} cannot be made.", reason=f"{error.strerror or error}.",
                         hint="Name another one with --data-dir.") from error
    if not os.access(folder, os.W_OK):
        raise StoreError(f"The data folder {folder} is read-only.", hint="Name another one with --data-dir.")


async def _planned(store: Store, settings: Settings, plan: Plan) -> tuple[Incident, Clock, list[Source]]:
    match plan:
        case Live():
            opened = [found for found in await store.incidents() if found.open and found.room == LIVE]
            incident = opened[-1] if opened else await _watch(store, settings)
            return incident, SystemClock(), _live_sources(settings, store)
        case Attach():
            incident = await store.incident(plan.incident)
            sources = _live_sources(settings, store) if incident.room == LIVE else []
            return incident, clock_of(incident), sources
        case Drill():
            return await _drill(store, settings, plan)
        case Resume():
            return await _resume(store, plan)
        case Replay():
            return await _replay(store, settings, plan)


async def _watch(store: Store, settings: Settings) -> Incident:
    title = f"Watch {', '.join(settings.terms.brand)}" if settings.terms.brand else "Watch"
    clock = SystemClock()
    return await open_incident(store, new_id(Kind.WATCH), title=title, kind=Kind.WATCH, actor=settings.actor,
                               clock=clock, wall=clock)


async def _drill(store: Store, settings: Settings, plan: Drill) -> tuple[Incident, Clock, list[Source]]:
    from sources.scenario import load_scenario

    scenario = await asyncio.to_thread(load_scenario, plan.scenario)
    story: dict[str, Json] = {
        "scenario": plan.scenario, "seed": plan.seed, "speed": plan.speed, "rate": plan.rate,
        "start": stamp(scenario.start), "duration": scenario.duration.total_seconds(),
    }
    incident, clock = await _open_story(store, settings, f"Drill: {scenario.title}", story)
    return incident, clock, [_drill_source(scenario, clock, story)]


async def _resume(store: Store, plan: Resume) -> tuple[Incident, Clock, list[Source]]:
    from sources.scenario import load_scenario

    incident = await store.incident(plan.incident)
    story = incident.story
    if story is None or "scenario" not in story:
        raise NotFound(f"{incident.id} is no drill that could go on.", hint="warroom incidents lists them.")
    scenario = await asyncio.to_thread(load_scenario, str(story["scenario"]))
    cursor = await store.cursor(incident.room, "drill")
    told = await asyncio.to_thread(_drill_source(scenario, SystemClock(), story).told_until, cursor)
    speed = _number(story["speed"])
    wall = datetime.now(UTC) - told / speed
    clock = StoryClock(scenario.start, wall=wall, speed=speed, duration=scenario.duration)
    return incident, clock, [_drill_source(scenario, clock, story)]


def _drill_source(scenario: Scenario, clock: Clock, story: Mapping[str, Json]) -> DrillSource:
    from sources.drill import DrillSource

    rate = story["rate"]
    return DrillSource(scenario, clock=clock, seed=int(_number(story["seed"])), speed=_number(story["speed"]),
                       rate=None if rate is None else _number(rate))


async def _replay(store: Store, settings: Settings, plan: Replay) -> tuple[Incident, Clock, list[Source]]:
    from sources.replay import ReplaySource, first_moment, last_moment

    start = await asyncio.to_thread(first_moment, plan.path)
    end = await asyncio.to_thread(last_moment, plan.path)
    # A second of wall time more: the source's last wait must not end at everyday speed.
    duration = (end - start).total_seconds() + plan.speed
    story: dict[str, Json] = {"replay": plan.path.name, "speed": plan.speed, "start": stamp(start),
                              "duration": duration}
    incident, clock = await _open_story(store, settings, f"Replay: {plan.path.name}", story)
    return incident, clock, [ReplaySource(plan.path, clock=clock, speed=plan.speed)]


async def _open_story(
    store: Store, settings: Settings, title: str, story: dict[str, Json],
) -> tuple[Incident, Clock]:
    name = new_id(Kind.DRILL)
    story["wall"] = stamp(datetime.now(UTC))
    clock = StoryClock(
        from_stamp(str(story["start"])), wall=from_stamp(str(story["wall"])), speed=_number(story["speed"]),
        duration=timedelta(seconds=_number(story["duration"])),
    )
    incident = await open_incident(store, name, title=title, kind=Kind.DRILL, actor=settings.actor, clock=clock,
                                   wall=SystemClock(), room=name, story=story)
    return incident, clock


def _live_sources(settings: Settings, store: Store) -> list[Source]:
    sources: list[Source] = []
    if settings.sources.bluesky.enabled:
        from sources.bluesky import BlueskySource

        async def known(native_ids: Sequence[str]) -> set[str]:
            keys = [post_key(Platform.BLUESKY, native_id) for native_id in native_ids]
            return {item.post.native_id for item in (await store.items(LIVE, keys)).values()}

        sources.append(BlueskySource(base_url=settings.sources.bluesky.base_url, terms=settings.terms, known=known))
    return sources


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise StoreError(f"{value!r} in a story is no number.", hint="warroom verify checks the log.")
    return float(value)


def _taken(lease: FileLock) -> bool:
    try:
        lease.acquire()
    except Timeout:
        return False
    return True
