"""What is stored can be read, and keys count, while the room is still being opened."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from helpers.engine import NOON, TestClock
from helpers.room import Bench, Tap, a_room, mastodon, reddit, settings_in
from rich.console import RenderableType
from textual._compositor import ChopsUpdate
from textual.pilot import Pilot
from textual.screen import Screen

from warroom.app import WarroomApp
from warroom.domain.incident import Kind
from warroom.domain.model import LIVE, Post
from warroom.engine.desk import open_incident
from warroom.engine.room import Room
from warroom.opening import Look, stored
from warroom.plans import Attach, Drill, Live
from warroom.ports import Batch
from warroom.store.sql import open_store

FIRST, SECOND, THIRD = reddit(1, "sick of it"), reddit(2, "charged twice"), mastodon(3, "second report")


async def fill(folder: Path, *posts: Post) -> None:
    """Store posts of the live room, and an incident on it."""
    store, clock = await open_store(folder / "warroom.db"), TestClock()
    await open_incident(store, "incident-1", title="Cold brew", kind=Kind.INCIDENT, actor="ana", clock=clock,
                        wall=clock, room=LIVE)
    await store.add(LIVE, "tap", Batch(posts, "said"), NOON)
    await store.close()


class Door(Bench):
    """A console before a room that opens when a test says so."""

    def __init__(self, app: WarroomApp, pilot: Pilot[int], opened: Callable[[], Room], tap: Tap, clock: TestClock,
                 unlocked: asyncio.Event) -> None:
        super().__init__(app, pilot, None, tap, clock)  # type: ignore[arg-type] - there is none yet
        self._opened, self._unlocked = opened, unlocked

    async def open(self) -> None:
        """Let the room be opened."""
        self._unlocked.set()
        await self.until(self.app.ready.is_set)
        self.room = self._opened()


class Painting(WarroomApp):
    """Remembers how many cells of the room's screen were painted, each time."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.painted: list[int] = []

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if screen is self._room_screen and renderable is not None:
            spans = renderable.spans if isinstance(renderable, ChopsUpdate) else None
            self.painted.append(200 * 60 if spans is None else sum(right - left for _, left, right in spans))
        super()._display(screen, renderable)


@asynccontextmanager
async def at_the_door(folder: Path, kind: type[WarroomApp] = WarroomApp) -> AsyncIterator[Door]:
    """A console that shows what is stored."""
    unlocked, tap, clock, made = asyncio.Event(), Tap(), TestClock(), list[Room]()

    @asynccontextmanager
    async def opener(look: Look) -> AsyncIterator[Room]:
        store = await open_store(folder / "warroom.db")
        try:
            incident = await stored(store, Live())
            assert incident is not None
            await look(store, incident)
            await unlocked.wait()
            async with a_room(folder, clock=clock, sources=[tap]) as room:
                made.append(room)
                yield room
        finally:
            await store.close()

    app = kind(settings_in(folder), opener)
    async with app.run_test(size=(200, 60)) as pilot:
        door = Door(app, pilot, lambda: made[0], tap, clock, unlocked)
        try:
            await door.until(lambda: app._room_screen is not None and app._room_screen.is_mounted)
            yield door
        finally:
            unlocked.set()


async def test_stored_posts_and_the_log_can_be_read_before_the_room_is_open(tmp_path: Path) -> None:
    await fill(tmp_path, FIRST, SECOND, THIRD)
    async with at_the_door(tmp_path) as door:
        await door.sees("sick of it", "charged twice", "second report", "opened: Cold brew", "opening the room …")
        await door.press("enter")
        await door.open()
        await door.sees("facts", "● live")
        await door.lacks("opening the room …")


async def test_the_picture_of_the_room_is_painted_once_when_it_comes_up(tmp_path: Path) -> None:
    await fill(tmp_path, FIRST, SECOND, THIRD)
    async with at_the_door(tmp_path, Painting) as door:
        assert isinstance(door.app, Painting)
        await door.sees("sick of it", "second report")
        await door.until(lambda: door.app.focused is not None and door.app.focused.id == "feed-reddit")
        await door.until(lambda: bool(door.app.painted))
        first, *more = door.app.painted
        assert first == 200 * 60
        assert sum(more) < first / 2  # the clock, a count: no second picture


async def test_what_is_asked_for_before_the_room_is_open_is_done_when_it_is_to_the_post_that_was_seen(
    tmp_path: Path,
) -> None:
    await fill(tmp_path, FIRST, SECOND)
    async with at_the_door(tmp_path) as door:
        await door.sees("sick of it")
        await door.press("c", "j")  # the newest one is claimed; then the cursor goes on to the other
        await door.open()
        await door.sees("claimed by ana")
        items = await door.store.items(LIVE, [FIRST.key, SECOND.key], incident=door.room.incident.id)
        assert [items[key].triage.holder for key in (FIRST.key, SECOND.key)] == ["", "ana"]


async def test_a_page_that_is_asked_for_before_the_room_is_open_opens_with_it(tmp_path: Path) -> None:
    await fill(tmp_path, FIRST)
    async with at_the_door(tmp_path) as door:
        await door.press("s")
        await door.open()
        await door.sees("Esc leaves it as it is")


async def test_the_cursor_stays_on_its_post_when_the_room_opens_and_brings_more(tmp_path: Path) -> None:
    await fill(tmp_path, FIRST, SECOND)
    async with at_the_door(tmp_path) as door:
        await door.sees("sick of it")
        await door.press("j")
        feed = door.app.room_screen.views.panes[0].body
        assert feed is door.app.room_screen.feed
        chosen = door.app.room_screen.targets()
        assert chosen == [FIRST.key]
        door.tap.say(reddit(4, "came meanwhile"))
        await door.open()
        await door.sees("1 new above")
        assert door.app.room_screen.targets() == chosen


async def test_a_console_that_is_left_before_its_room_is_open_ends(tmp_path: Path) -> None:
    await fill(tmp_path, FIRST)
    async with at_the_door(tmp_path) as door:
        await door.press("c", "ctrl+q")
        await door.until(lambda: not door.app.is_running)


async def test_only_what_is_stored_already_is_shown_before(tmp_path: Path) -> None:
    await fill(tmp_path, FIRST)
    store = await open_store(tmp_path / "warroom.db")
    try:
        live, attached = await stored(store, Live()), await stored(store, Attach(incident="incident-1"))
        assert live is not None
        assert attached is not None
        assert live.id == attached.id == "incident-1"
        assert await stored(store, Attach(incident="nowhere")) is None
        assert await stored(store, Drill(scenario="product-failure")) is None
    finally:
        await store.close()


#: Our modules that may be imported when stored posts stand in the panes; the engine, the sources, the scorer and the
#: logins come with the room, after them. A star stands for a whole package.
OURS = (
    "app", "app_keys", "config_kinds", "domain", "domain.*", "engine", "engine.bus", "engine.clock", "opening", "plans",
    "ports", "ports.*", "redaction", "screens", "screens.*", "settings", "settings.*", "storage", "store", "store.*",
    "themes",
)
#: How many of the domain and the screens may be, each of which costs a start 1 to 5 ms: today's 32 and 17, and some.
MOST = {"warroom.domain.": 38, "warroom.screens.": 20}
#: What nobody sees before somebody writes, or an alarm is raised.
LATER = {
    "warroom.domain.approval", "warroom.domain.composing", "warroom.domain.explain", "warroom.domain.sentry",
    "warroom.domain.statements", "warroom.domain.tone", "warroom.screens.composer", "widgets.approvals",
    "widgets.composer", "widgets.diff", "widgets.editor", "widgets.picker",
}
#: Packages of others.
OTHERS = {"textual", "rich", "sqlalchemy", "aiosqlite", "greenlet", "platformdirs", "typing_extensions",
          "cython_runtime"}


def test_stored_posts_stand_in_the_panes_before_the_engine_is_imported(tmp_path: Path) -> None:
    asyncio.run(fill(tmp_path, FIRST))
    code = f"""
import asyncio, sys
from pathlib import Path
from warroom.app import WarroomApp
from warroom.opening import open_room
from warroom.plans import Live
from warroom.settings import Settings
settings = Settings(data_dir=Path({str(tmp_path)!r}))
async def main():
    imported = []
    class Watched(WarroomApp):
        async def _look(self, store, incident):
            await super()._look(store, incident)
            imported.extend(sys.modules)
            self.exit(0)
    app = Watched(settings, lambda look: open_room(settings, Live(), look))
    async with app.run_test() as pilot:
        while not imported:
            await pilot.pause(0.01)
    print(*imported)
asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    names = set(done.stdout.split())
    assert "sqlalchemy" in names  # it was asked when the posts stood
    ours = {name.removeprefix("warroom.") for name in names if name.startswith(("warroom.", "sources"))}
    assert {name for name in ours if not any(fnmatch(name, allowed) for allowed in OURS)} == set()
    assert names & LATER == set()
    for package, most in MOST.items():
        found = sorted(name for name in names if name.startswith(package))
        assert 0 < len(found) <= most, found
    beside = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"__main__", "warroom", "widgets"}
    assert {name for name in beside if not name.startswith("_")} - OTHERS == set()
