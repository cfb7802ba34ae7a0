"""A store in memory, made of the domain's own folds: for the state machine, which needs thousands of transactions.

It has what replies and the outbox ask of a store, and no more. That the real one does the same is what the contract
tests of the store, and the machine's runs on the real one, are for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from warroom.domain import drafts as drafts_
from warroom.domain import triage as triage_
from warroom.domain.errors import NotFound
from warroom.domain.events import GENESIS, Event, seal
from warroom.domain.incident import Incident, fold
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Gone, PostKey
from warroom.domain.reply import Draft, DraftState
from warroom.domain.triage import UNTOUCHED, Triage
from warroom.ports import Batch, Decide, DecideReplies, Stored, Verdict


class MemoryStore:
    """Everything in dictionaries; each method gives way once, so that two at once take turns."""

    def __init__(self) -> None:
        self._posts: dict[tuple[str, PostKey], Item] = {}
        self._incidents: dict[str, Incident] = {}
        self._events: dict[str, list[Event]] = {}
        self._triage: dict[tuple[str, PostKey], Triage] = {}
        self._drafts: dict[str, dict[str, Draft]] = {}

    async def add(
        self, room: str, source: str, batch: Batch, received_at: datetime, *, context: bool = False,
    ) -> Stored:
        await asyncio.sleep(0)
        for thing in batch.posts:
            known = self._posts.get((room, thing.key))
            if isinstance(thing, Gone):
                if known is not None:
                    self._posts[room, thing.key] = replace(known, deleted_at=thing.at)
            else:
                self._posts[room, thing.key] = Item(
                    id=len(self._posts) + 1, room=room, post=thing, received_at=received_at, context=context)
        return Stored()

    async def items(self, room: str, keys: Sequence[PostKey], *, incident: str = "") -> dict[PostKey, Item]:
        await asyncio.sleep(0)
        return {key: self._item(room, key, incident) for key in keys if (room, key) in self._posts}

    def _item(self, room: str, key: PostKey, incident: str) -> Item:
        return replace(self._posts[room, key], triage=self._triage.get((incident, key), UNTOUCHED))

    async def incident(self, incident: str) -> Incident:
        await asyncio.sleep(0)
        if incident not in self._incidents:
            raise NotFound(f"There is no incident {incident}.")
        return self._incidents[incident]

    async def incidents(self) -> list[Incident]:
        await asyncio.sleep(0)
        return list(self._incidents.values())

    async def drafts(
        self, incident: str | None = None, *, states: Collection[DraftState] | None = None,
    ) -> list[tuple[str, Draft]]:
        await asyncio.sleep(0)
        return [(name, draft) for name, here in self._drafts.items() if incident in (None, name)
                for _, draft in sorted(here.items()) if states is None or draft.state in states]

    async def events(self, incident: str) -> list[Event]:
        await asyncio.sleep(0)
        return list(self._events.get(incident, ()))

    async def commit(
        self, incident: str, keys: Sequence[PostKey], decide: Decide, recorded_at: datetime,
    ) -> list[Event]:
        return await self.commit_replies(incident, keys, lambda now, items, _: decide(now, items), recorded_at)

    async def commit_replies(
        self, incident: str, keys: Sequence[PostKey], decide: DecideReplies, recorded_at: datetime,
    ) -> list[Event]:
        await asyncio.sleep(0)
        now = self._incidents.get(incident)
        room = now.room if now is not None else LIVE
        if any((room, key) not in self._posts for key in keys):
            raise NotFound("There is no such post.")
        items = {key: self._item(room, key, incident) for key in keys}
        here = self._drafts.setdefault(incident, {})
        known = {name: draft for name, draft in sorted(here.items())
                 if (draft.post in keys if keys else draft.post is None)}
        made: list[Event] = []
        log = self._events.setdefault(incident, [])
        for new in decide(now, items, known):
            event = seal(new, incident=incident, seq=len(log) + 1, recorded_at=recorded_at,
                         drill=now is not None and now.drill, prev_hash=log[-1].hash if log else GENESIS)
            now = fold(now, event)
            log.append(event)
            made.append(event)
            if event.post is not None and event.changes:
                before = self._triage.get((incident, event.post), UNTOUCHED)
                self._triage[incident, event.post] = triage_.apply(before, event.changes)
            draft = drafts_.fold(here, event)
            if draft is not None:
                here[draft.id] = draft
        if now is not None:
            self._incidents[incident] = now
        return made

    async def verify(self, incident: str) -> list[Verdict]:
        await asyncio.sleep(0)
        told = drafts_.rebuild(self._events[incident])
        return [Verdict(incident, len(told), None, [] if told == self._drafts[incident] else ["replies differ"])]

    async def close(self) -> None:
        return
