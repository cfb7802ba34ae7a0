"""What a room is made of; the wiring puts it together."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from warroom.domain.clocks import Rules
from warroom.domain.incident import Incident
from warroom.domain.model import Platform
from warroom.engine.doze import Doze
from warroom.engine.holding import Schedulers
from warroom.engine.intakes import Renew
from warroom.engine.outbox import Outbox
from warroom.engine.plan import Plan
from warroom.engine.talk import Fetchers
from warroom.ports import Clock, Scorer, Source, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a room is made of. ``lease`` answers True where this process is the one that collects for the room.

    ``renew`` and ``prints`` are as :class:`~warroom.engine.intakes.Intakes` has them; ``outbox``, ``schedulers``
    and ``fetchers`` are the ways out, of which a drill has only an outbox that ends in its own room; ``platforms`` are
    those that are switched on. ``countdown`` is the seconds in which a reply can be taken back. ``prepare`` is awaited
    before any source begins; ``rules`` are those of the clocks. ``plan`` is what the alarm
    listens for, None where it is off.
    """

    store: Store
    scorer: Scorer
    sources: Sequence[Source]
    clock: Clock
    wall: Clock
    incident: Incident
    actor: str
    lease: Callable[[], bool]
    window: timedelta = timedelta(hours=1)
    buckets: int = 60
    dice: random.Random
    renew: Renew | None = None
    prints: Mapping[str, str] = field(default_factory=dict)
    outbox: Outbox | None = None
    countdown: float = 5.0
    schedulers: Schedulers | None = None
    fetchers: Fetchers | None = None
    prepare: Callable[[], Awaitable[None]] | None = None
    platforms: Sequence[Platform] = ()
    plan: Plan | None = None
    doze: Doze = field(default_factory=Doze)
    rules: Rules = field(default_factory=Rules)
