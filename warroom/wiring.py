"""The wiring: settings in, a running room out. With ``platforms`` and ``stories`` the one place that names adapters."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
import random
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from filelock import FileLock, Timeout

from warroom import storage, stories
from warroom.counter import drill_outbox, live_outbox
from warroom.credentials import Vault
from warroom.domain.errors import WarroomError
from warroom.domain.health import SourceState, Vitals
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE
from warroom.engine.bus import Bus, Health, Listener, Pulse
from warroom.engine.clock import SystemClock
from warroom.engine.desk import Desk, open_incident
from warroom.engine.holding import Holding
from warroom.engine.parts import Parts
from warroom.engine.room import Room
from warroom.engine.settle import settle
from warroom.engine.story import clock_of
from warroom.engine.talk import JUST_NOW
from warroom.listening import listening
from warroom.outlets import Outlets
from warroom.plans import Attach, Drill, Live, Plan, Replay, Resume
from warroom.platforms import fingerprints, live_sources, prepare
from warroom.ports import Clock, Source, Store
from warroom.scorers import scorer_of
from warroom.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a headless run did."""

    incident: str
    posts: int
    events: int
    seconds: float
    skipped: Mapping[str, int] = field(default_factory=dict)


def warm() -> None:
    """Import what the parts of a room need. For a thread of its own: on the loop it would hold the keys for a while."""
    for name in ("warroom.scoring.client", "warroom.scoring.off"):
        importlib.import_module(name)


@asynccontextmanager
async def open_holding(settings: Settings, store: Store, incident: Incident) -> AsyncIterator[Holding]:
    """Open the way to the brand's scheduled posts, and close it at the end."""
    outlets = Outlets(settings, Vault(settings))
    desk = Desk(store, incident, clock=clock_of(incident), wall=SystemClock(), actor=settings.actor)
    try:
        yield Holding(desk, store, outlets.schedulers, platforms=outlets.enabled, wall=SystemClock())
    finally:
        await outlets.close()


@asynccontextmanager
async def open_room(
    settings: Settings, plan: Plan, *, again: Callable[[], Settings] | None = None, store: Store | None = None,
) -> AsyncIterator[Room]:
    """Open the store, the incident that the plan speaks of and its sources, and let them run until the end.

    ``again`` reads the settings anew when somebody asks for that; without it they stay as they are. A ``store`` that
    is open already is taken, and closed with the room.
    """
    store = store or await storage.connect(settings)
    vault = Vault(settings)
    outlets = Outlets(settings, vault)
    try:
        incident, clock, sources = await _planned(store, settings, plan, vault)
        scorer = scorer_of(settings)
        lease = FileLock(settings.data_dir / f"collector-{incident.room}.lock", timeout=0, thread_local=False)
        parts = Parts(
            store=store, scorer=scorer, sources=sources, clock=clock, wall=SystemClock(), incident=incident,
            actor=settings.actor, lease=lambda: _taken(lease), window=settings.gauge.window,
            buckets=settings.gauge.buckets, dice=random.SystemRandom(), rules=settings.clocks.rules(),
            countdown=settings.sending.countdown.total_seconds(),
        )
        if settings.alarm.enabled:
            parts = replace(parts, plan=listening(settings, incident, sources))
        if incident.room == LIVE and not incident.drill:
            parts = replace(
                parts, renew=lambda: _renewed(again or (lambda: settings), store, outlets),
                prints=fingerprints(settings, vault),
                prepare=lambda: asyncio.to_thread(prepare, settings),
                schedulers=outlets.schedulers, fetchers=outlets.threads, platforms=outlets.enabled,
                outbox=live_outbox(settings, store, outlets),
            )
        elif incident.drill:
            parts = replace(parts, outbox=drill_outbox(settings, store, incident, clock))
        room = Room(parts)
        if parts.outbox is not None:
            parts.outbox.replies.heed(room.catch_up)
            if room.talk is not None:
                parts.outbox.look_with(partial(room.talk.fetch, fresh=JUST_NOW))
    except BaseException:
        await store.close()
        raise
    try:
        await room.start()
        yield room
    finally:
        await room.close()
        await outlets.close()
        lease.release()


async def _renewed(
    again: Callable[[], Settings], store: Store, outlets: Outlets,
) -> list[tuple[Source, str]]:
    """Make the live sources of the settings as they are now; publishers take the new logins too."""
    settings = await asyncio.to_thread(again)
    vault = Vault(settings)
    sources = await asyncio.to_thread(live_sources, settings, store, vault)
    prints = fingerprints(settings, vault)
    await outlets.renew(settings, vault)
    return [(source, prints.get(source.name, "")) for source in sources]


def tell_trouble(bus: Bus, vitals: Callable[[], Vitals], say: Callable[[str], None]) -> Callable[[], None]:
    """Say when the store takes nothing and when it does again, where no status strip tells; call the answer to end."""
    told = ""

    def look(now: Vitals) -> None:
        nonlocal told
        if now.store_problem != told:
            told = now.store_problem
            say(told or "The store takes everything again.")

    look(vitals())  # what began before anybody listened
    return bus.subscribe(lambda message: look(message.vitals) if isinstance(message, Pulse) else None)


async def run_headless(settings: Settings, plan: Drill | Resume | Replay, report: Callable[[str], None]) -> Summary:
    """Play a drill or a replay to its end without a screen; ``report`` takes lines for a person."""
    began = time.monotonic()
    async with open_room(settings, plan) as room:
        report(f"{room.incident.title}: {room.incident.id}")
        leave = tell_trouble(room.bus, lambda: room.vitals, report)
        try:
            await room.done()
        except asyncio.CancelledError:
            if not isinstance(plan, Replay):
                report(f"It goes on where it stands with: warroom drill --resume {room.incident.id} --headless")
            raise
        finally:
            leave()
        reports = room.reports
        skipped = room.skipped
        incident = await room.store.incident(room.incident.id)
        posts = await room.store.count(incident.room)
    for source in reports:
        if source.reason:
            report(f"{source.name}: {source.reason} {source.hint}".rstrip())
    return Summary(incident=incident.id, posts=posts, events=incident.head_seq, skipped=skipped,
                   seconds=time.monotonic() - began)


async def run_collector(
    settings: Settings, *, hear: Listener, say: Callable[[str], None], asked: asyncio.Event,
    again: Callable[[], Settings],
) -> None:
    """Collect for the live room until cancelled, always on its latest open incident.

    ``hear`` is told everything; ``asked`` is set when settings and logins are to be read again.
    """
    async with open_room(settings, Live(), again=again) as room:
        leave, quiet = room.bus.subscribe(hear), tell_trouble(room.bus, lambda: room.vitals, say)
        try:
            names = ", ".join(report.name for report in room.reports)
            say(f"{room.incident.title} ({room.incident.id}) in {settings.database}: {names or 'no source is on'}")
            if not room.collecting:
                say("Another process collects for this room; this one takes over when it ends.")
            for report in room.reports:
                hear(Health(report))
            settled = False
            while True:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(asked.wait(), 2.0)
                if room.collecting and not settled and all(
                        report.state is not SourceState.STARTING for report in room.reports):
                    settled = True
                    settle()  # the platforms' libraries are imported by now
                if asked.is_set():
                    asked.clear()
                    try:
                        say(f"Trying again: {', '.join(await room.retry()) or 'nothing needs it'}.")
                    except WarroomError as error:
                        say(str(error))
                await _move_on(room)
        finally:
            leave()
            quiet()


async def _move_on(room: Room) -> None:
    """Work on the latest open incident of the room: a console may have opened one, or closed ours."""
    opened = await storage.latest_open(room.store, LIVE)
    if opened is not None and opened.id != room.incident.id:
        await room.switch(opened)
        await room.tell_sources()


async def _planned(
    store: Store, settings: Settings, plan: Plan, vault: Vault,
) -> tuple[Incident, Clock, list[Source]]:
    match plan:
        case Live():
            incident = await storage.latest_open(store, LIVE) or await _watch(store, settings)
            return incident, SystemClock(), await _live(settings, store, vault)
        case Attach():
            incident = await store.incident(plan.incident)
            sources = await _live(settings, store, vault) if incident.room == LIVE else []
            return incident, clock_of(incident), sources
        case Drill():
            return await stories.start_drill(store, settings, plan)
        case Resume():
            return await stories.resume(store, plan)
        case Replay():
            return await stories.start_replay(store, settings, plan)


async def _live(settings: Settings, store: Store, vault: Vault) -> list[Source]:
    # In a thread: the platforms' modules take their time to import, and a secret may come from a command.
    return await asyncio.to_thread(live_sources, settings, store, vault)


async def _watch(store: Store, settings: Settings) -> Incident:
    title = f"Watch {', '.join(settings.terms.brand)}" if settings.terms.brand else "Watch"
    clock = SystemClock()
    return await open_incident(store, stories.new_id(Kind.WATCH), title=title, kind=Kind.WATCH, actor=settings.actor,
                               clock=clock, wall=clock)


def _taken(lease: FileLock) -> bool:
    try:
        lease.acquire()
    except Timeout:
        return False
    return True
