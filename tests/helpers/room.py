"""A console on a real store, with a source that says what the test puts into it, and no sleeps."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from helpers.engine import NOON, TestClock, WordScorer
from textual.pilot import Pilot

from warroom.app import WarroomApp
from warroom.counter import drill_outbox
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Gone, Platform, Post
from warroom.engine.desk import Desk, open_incident
from warroom.engine.parts import Parts
from warroom.engine.room import Room
from warroom.opening import Look
from warroom.ports import Batch, Scorer, Source, Store
from warroom.scoring.off import NoScorer
from warroom.settings import Console, Scoring, Settings
from warroom.store.sql import open_store


class Tap:
    """A source that brings what ``say`` is given, at once; an exception is raised where it stands."""

    platforms = frozenset(Platform)

    def __init__(self, name: str = "tap", platforms: frozenset[Platform] = frozenset(Platform)) -> None:
        self.name = name
        self.platforms = platforms
        self._waiting: asyncio.Queue[Batch | Exception] = asyncio.Queue()
        self._waiting.put_nowait(Batch())

    def say(self, *posts: Post | Gone) -> None:
        self._waiting.put_nowait(Batch(posts, cursor="said"))

    def fail(self, error: Exception) -> None:
        self._waiting.put_nowait(error)

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        while True:
            step = await self._waiting.get()
            if isinstance(step, Exception):
                raise step
            yield step


def reddit(number: int, text: str = "", **more: object) -> Post:
    return _post(Platform.REDDIT, number, text, more)


def mastodon(number: int, text: str = "", **more: object) -> Post:
    return _post(Platform.MASTODON, number, text, more)


def bluesky(number: int, text: str = "", **more: object) -> Post:
    return _post(Platform.BLUESKY, number, text, more)


def _post(platform: Platform, number: int, text: str, more: dict[str, object]) -> Post:
    fields: dict[str, object] = {
        "platform": platform, "native_id": f"n{number}", "author": f"person{number}",
        "text": text or f"post number {number}", "created_at": NOON - timedelta(minutes=60 - number % 50),
        "url": f"https://{platform}.example/n{number}",
    }
    return Post(**(fields | more))  # type: ignore[arg-type]


def settings_in(folder: Path, **more: object) -> Settings:
    made = Settings(data_dir=folder, scoring=Scoring(enabled=False), console=Console(ascii="off", flush_ms=20))
    return replace(made, **more)  # type: ignore[arg-type]


def acting(settings: Settings, name: str) -> Settings:
    """The same settings at another person's desk."""
    return replace(settings, team=replace(settings.team, me=name))


class Bench:
    """What a test of the console works with."""

    def __init__(self, app: WarroomApp, pilot: Pilot[int], room: Room, tap: Tap, clock: TestClock) -> None:
        self.app = app
        self.pilot = pilot
        self.room = room
        self.tap = tap
        self.clock = clock

    @property
    def store(self) -> Store:
        return self.room.store

    @property
    def screen_text(self) -> str:
        """Every line that is on the screen."""
        size = self.app.size
        strips = self.app.screen._compositor.render_strips(size)
        return "\n".join(strip.text for strip in strips)

    @property
    def status(self) -> str:
        return self.app.room_screen.views.status.said

    async def until(self, fact: Callable[[], bool], seconds: float = 60) -> None:
        """Wait for a fact; the screen goes on meanwhile."""
        try:
            async with asyncio.timeout(seconds):
                while not fact():
                    await self.pilot.pause(0.01)
        except TimeoutError:
            raise AssertionError(f"it never came true; the screen says:\n{self.screen_text}") from None

    async def sees(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        await self.until(lambda: all(text in self.screen_text for text in texts))

    async def lacks(self, *texts: str) -> None:
        """Wait until none of these is on the screen."""
        await self.until(lambda: all(text not in self.screen_text for text in texts))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, words: str) -> None:
        """Type into a question, once it is open."""
        await self.until(lambda: self.app.room_screen.prompt.asking)
        await self.pilot.press(*("space" if mark == " " else mark for mark in words))

    async def summaries(self) -> list[str]:
        return [event.summary for event in await self.store.events(self.room.incident.id)]

    def desk_of(self, actor: str) -> Desk:
        """Another person's desk on the same incident and store."""
        return Desk(self.store, self.room.incident, clock=self.clock, wall=self.clock, actor=actor,
                    told=self.room.desk._told)


@asynccontextmanager
async def a_room(
    folder: Path, *, clock: TestClock, sources: Sequence[Source], scorer: Scorer | None = None,
    kind: Kind = Kind.INCIDENT, title: str = "Cold brew", actor: str = "ana", settings: Settings | None = None,
    **parts: Any,
) -> AsyncIterator[Room]:
    """Open a room on the store in ``folder``, with the incident that is there or a new one; a drill can be answered."""
    store = await open_store(folder / "warroom.db")
    room_name = LIVE if kind is not Kind.DRILL else "drill-1"
    known = await store.incidents()
    opened = known[-1] if known else await open_incident(
        store, f"{kind}-1", title=title, kind=kind, actor=actor, clock=clock, wall=clock, room=room_name)
    outbox_of = parts.pop("outbox_of", None)
    if outbox_of is not None:
        parts["outbox"] = outbox_of(store)
    elif kind is Kind.DRILL:
        parts.setdefault("outbox", drill_outbox(acting(settings or settings_in(folder), actor), store, opened, clock))
    room = Room(Parts(store=store, scorer=scorer or NoScorer(), sources=sources, clock=clock, wall=clock,
                      incident=opened, actor=actor, lease=lambda: True, dice=random.Random(1), buckets=30, **parts))
    try:
        if room.outbox is not None:
            room.outbox.replies.heed(room.catch_up)
        await room.start()
        yield room
    finally:
        await room.close()


@asynccontextmanager
async def a_console(
    folder: Path, *posts: Post, size: tuple[int, int] = (200, 60), settings: Settings | None = None,
    kind: Kind = Kind.INCIDENT, scorer: WordScorer | None = None, title: str = "Cold brew",
    platforms: frozenset[Platform] = frozenset(Platform), **parts: Any,
) -> AsyncIterator[Bench]:
    """Open a console that shows ``posts`` already; ``parts`` are further parts of its room."""
    clock, tap = TestClock(), Tap(platforms=platforms)
    if posts:
        tap.say(*posts)
    made: list[Room] = []

    @asynccontextmanager
    async def opener(_look: Look) -> AsyncIterator[Room]:
        async with a_room(folder, clock=clock, sources=[tap], scorer=scorer, kind=kind, title=title,
                          settings=settings, **parts) as room:
            made.append(room)
            yield room

    typed: Callable[[Look], AbstractAsyncContextManager[Room]] = opener
    app = WarroomApp(settings or settings_in(folder), typed)
    async with app.run_test(size=size) as pilot:
        async with asyncio.timeout(60):
            await app.ready.wait()
        if app.trouble is not None:
            raise app.trouble
        bench = Bench(app, pilot, made[0], tap, clock)
        feeds = app.room_screen.views.feeds
        await bench.until(lambda: sum(len(feed) for feed in feeds.values()) >= len(posts))
        await bench.until(lambda: not posts or any(feed.selected_key for feed in feeds.values()))
        yield bench
