"""Drills and replays: the incident that a story is told in, its clock and its source."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from warroom.domain.errors import NotFound
from warroom.domain.events import EventType, NewEvent
from warroom.domain.incident import Incident, Kind
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.terms import Terms
from warroom.domain.wire import Json, changes_to_json, stamp
from warroom.engine.clock import StoryClock, SystemClock
from warroom.engine.desk import open_incident
from warroom.engine.entries import WATCH
from warroom.engine.story import number, story_clock
from warroom.plans import Drill, Replay, Resume
from warroom.ports import Clock, Source, Store
from warroom.settings import Settings

if TYPE_CHECKING:
    from sources.drill import DrillSource
    from sources.scenario import Scenario

_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def terms_of(settings: Settings, incident: Incident) -> Terms:
    """The words that an incident's room listens for: in a drill those of its scenario's brand."""
    name = (incident.story or {}).get("scenario")
    if name is None:
        return Terms.of(settings.terms)
    from sources.scenario import load_scenario

    return Terms(brand=load_scenario(str(name)).brand)


def new_id(kind: Kind) -> str:
    """A name for a new incident: its kind, today's date (UTC) and four letters."""
    prefix = {Kind.WATCH: "watch", Kind.INCIDENT: "inc", Kind.DRILL: "drill"}[kind]
    return f"{prefix}-{datetime.now(UTC):%Y%m%d}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"


async def start_drill(store: Store, settings: Settings, plan: Drill) -> tuple[Incident, Clock, list[Source]]:
    """Open the incident of a drill that begins now."""
    from sources.scenario import load_scenario

    scenario = await asyncio.to_thread(load_scenario, plan.scenario)
    story: dict[str, Json] = {
        "scenario": plan.scenario, "seed": plan.seed, "speed": plan.speed, "rate": plan.rate,
        "start": stamp(scenario.start), "duration": scenario.duration.total_seconds(),
    }
    incident, clock = await _open_story(store, settings, f"Drill: {scenario.title}", story)
    return incident, clock, [_drill_source(scenario, clock, story)]


async def resume(store: Store, plan: Resume) -> tuple[Incident, Clock, list[Source]]:
    """Go on with a drill that was broken off. Raises NotFound where the incident is no drill."""
    from sources.scenario import load_scenario

    incident = await store.incident(plan.incident)
    story = incident.story
    if story is None or "scenario" not in story:
        raise NotFound(f"{incident.id} is no drill that could go on.", hint="warroom incidents lists them.")
    scenario = await asyncio.to_thread(load_scenario, str(story["scenario"]))
    cursor = await store.cursor(incident.room, "drill")
    told = await asyncio.to_thread(_drill_source(scenario, SystemClock(), story).told_until, cursor)
    speed = number(story["speed"])
    # A story that was told to its end goes on by the clock that everybody went by since: nothing is told again.
    if told is None:
        clock = story_clock(story)
    else:
        clock = StoryClock(scenario.start, wall=datetime.now(UTC) - told / speed, speed=speed,
                           duration=scenario.duration)
        incident = await _went_on(store, incident, clock.wall, scenario.start + told)
    return incident, clock, [_drill_source(scenario, clock, story)]


async def _went_on(store: Store, incident: Incident, wall: datetime, at: datetime) -> Incident:
    """Write that a drill goes on, as if it had begun at ``wall``: so the clocks of all who look at it agree."""
    def decide(now: Incident | None, _: Mapping[PostKey, Item]) -> list[NewEvent]:
        if now is None or not now.open or now.story is None:
            return []
        made = changes_to_json({"wall": (now.story.get("wall"), stamp(wall))})
        return [NewEvent(type=EventType.RESUMED, actor=WATCH, summary="the drill goes on where it stopped",
                         occurred_at=at, details={"act": now.head_seq + 1, "changes": made}, severity=now.severity)]

    await store.commit(incident.id, [], decide, datetime.now(UTC))
    return await store.incident(incident.id)


def _drill_source(scenario: Scenario, clock: Clock, story: Mapping[str, Json]) -> DrillSource:
    from sources.drill import DrillSource

    rate = story["rate"]
    return DrillSource(scenario, clock=clock, seed=int(number(story["seed"])), speed=number(story["speed"]),
                       rate=None if rate is None else number(rate))


async def start_replay(store: Store, settings: Settings, plan: Replay) -> tuple[Incident, Clock, list[Source]]:
    """Open the incident of a replay."""
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
    clock = story_clock(story)
    incident = await open_incident(store, name, title=title, kind=Kind.DRILL, actor=settings.actor, clock=clock,
                                   wall=SystemClock(), room=name, story=story)
    return incident, clock
