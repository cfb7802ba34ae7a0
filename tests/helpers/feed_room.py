"""One feed on a screen of its own, with a clock that only the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from helpers.cards import NOW, item
from textual import on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from warroom.domain.item import Item
from widgets.feed import Feed


class Clock:
    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time


class Room(App[None]):
    """One feed, and all that it says."""

    def __init__(self, **options: bool | int) -> None:
        super().__init__()
        self.clock = Clock()
        self.feed = Feed(now=self.clock.now, **options)
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.feed

    def on_mount(self) -> None:
        self.feed.focus()

    @on(Feed.Moved)
    @on(Feed.Opened)
    @on(Feed.StatusChanged)
    def hear(self, message: Message) -> None:
        self.said.append(message)

    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.feed.render_lines(self.feed.size.region)]

    def tops(self) -> dict[str, int]:
        """Where the first line of each post stands that says which one it is."""
        return {row.split("post ")[1].split()[0]: at for at, row in enumerate(self.rows()) if "post " in row}


async def until(fact: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not fact():
            await asyncio.sleep(0.005)


def posts(first: int, last: int) -> list[Item]:
    return [item(number, f"post {number} says this") for number in range(first, last + 1)]


@asynccontextmanager
async def a_feed(shown: Sequence[Item], size: tuple[int, int] = (60, 20)) -> AsyncIterator[tuple[Room, Pilot[None]]]:
    """A feed that shows these posts, with the newest under the cursor."""
    app = Room()
    async with app.run_test(size=size) as pilot:
        app.feed.extend(shown)
        await until(lambda: app.feed.selected == shown[-1].id)
        yield app, pilot
