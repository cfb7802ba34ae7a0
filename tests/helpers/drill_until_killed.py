"""A program to be killed: it plays a drill, acts on its posts, and says on stdout what the store acknowledged.

Words: data folder, posts a second, story speed, and the incident to go on with ("" begins one). Lines:
``incident ID``, ``post KEY``, ``event ID HASH``, ``done``.
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from warroom.domain.triage import Verb
from warroom.engine.bus import Arrived, Logged, Message
from warroom.engine.room import Room
from warroom.plans import Drill, Resume
from warroom.settings import Scoring, Settings
from warroom.wiring import open_room


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


async def act(room: Room, seen: list[str]) -> None:
    dice = random.Random(1)
    verbs = [(Verb.CLAIM, ""), (Verb.TAG, "urgent"), (Verb.NOTE, "seen"), (Verb.PIN, ""), (Verb.DISMISS, "spam")]
    while True:
        await asyncio.sleep(0.01)
        if seen:
            verb, value = dice.choice(verbs)
            key = dice.choice(seen)
            await room.desk.act(verb, [key], value=value)  # type: ignore[list-item]


async def play(folder: str, rate: str, speed: str, incident: str) -> None:
    settings = Settings(data_dir=Path(folder), scoring=Scoring(enabled=False))
    plan = Resume(incident=incident) if incident else Drill(scenario="product-failure", speed=float(speed),
                                                            rate=float(rate), seed=7)
    seen: list[str] = []

    def hear(message: Message) -> None:
        match message:
            case Arrived(items):
                seen.extend(item.key for item in items)
                for item in items:
                    say("post", item.key)
            case Logged(events=events):
                for event in events:
                    say("event", event.id, event.hash)
            case _:
                return

    async with open_room(settings, plan) as room:
        say("incident", room.incident.id)
        room.bus.subscribe(hear)
        acting = asyncio.create_task(act(room, seen))
        await room.done()
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
    say("done")


def main(words: Sequence[str]) -> int:
    asyncio.run(play(*words))
    return 0
