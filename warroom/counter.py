"""The counter where replies are handed in: the gate of the settings, and the way out of an incident's room."""

from __future__ import annotations

import logging
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from warroom.credentials import Vault
from warroom.domain.approval import Policy, read_rule
from warroom.domain.incident import Incident
from warroom.domain.model import LIVE
from warroom.engine.bus import Bus
from warroom.engine.clock import SystemClock
from warroom.engine.gate import Gate, House
from warroom.engine.outbox import Outbox
from warroom.engine.replies import Replies
from warroom.engine.story import clock_of
from warroom.engine.talk import Talk
from warroom.outlets import Outlets, sole
from warroom.ports import Clock, Store
from warroom.rehearsal import rehearsal_outbox
from warroom.settings import Settings

log = logging.getLogger(__name__)


def policy_of(settings: Settings) -> Policy:
    """Who must approve what, as the settings say."""
    rules = tuple(read_rule(when, who) for when, who in settings.approval.rules.items())
    return Policy(rules=rules, team=settings.team.roles, expiry=settings.approval.expires,
                  drafts_only=frozenset(settings.approval.drafts_only))


def gate_of(settings: Settings, *, drill: bool = False) -> Gate:
    """The gate before every reply; the house's files are read when somebody first hands one in."""
    def house() -> House:
        from warroom import house as files  # the rules of tone are slow to import

        return House(files.rules(settings), files.statements(settings, drill=drill), files.reader(settings))

    return Gate(policy_of(settings), house=house)


def live_outbox(settings: Settings, store: Store, outlets: Outlets, *, say: Callable[[str], None] = log.info) -> Outbox:
    """Make the way out of the live room, to the platforms."""
    wall = SystemClock()
    replies = _replies(settings, store, wall, drill=False)
    return Outbox(replies, store, outlets.publisher, sole=lambda name: sole(settings.database.parent, name), wall=wall,
                  settle=settings.sending.settle, say=say)


def drill_outbox(settings: Settings, store: Store, incident: Incident, clock: Clock) -> Outbox:
    """Make the way out of a drill, which ends in its own room; no platform and no login is touched for it."""
    replies = _replies(settings, store, clock, drill=True)
    return rehearsal_outbox(replies, store, incident, sole=lambda name: sole(settings.database.parent, name),
                            clock=clock)


@asynccontextmanager
async def open_outbox(
    settings: Settings, store: Store, incident: Incident | None, *, say: Callable[[str], None],
) -> AsyncIterator[Outbox]:
    """Open the way out of an incident's room (None: the live one), and close it at the end."""
    if incident is not None and (incident.drill or incident.room != LIVE):
        yield drill_outbox(settings, store, incident, clock_of(incident))
        return
    outlets = Outlets(settings, Vault(settings))
    outbox = live_outbox(settings, store, outlets, say=say)
    outbox.look_with(Talk(store, LIVE, outlets.threads, bus=Bus(), clock=SystemClock()).fetch)
    try:
        yield outbox
    finally:
        await outlets.close()


def _replies(settings: Settings, store: Store, clock: Clock, *, drill: bool) -> Replies:
    return Replies(store, clock=clock, wall=SystemClock(), actor=settings.actor, dice=random.SystemRandom(),
                   gate=gate_of(settings, drill=drill))
