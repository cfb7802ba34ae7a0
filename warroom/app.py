"""The console: it paints first, then imports what is heavy and opens the room; whatever ends it, the room closes."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import locale
import logging
import os
import signal
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import App
from textual.binding import BindingType
from textual.command import Provider

from warroom.domain.errors import WarroomError
from warroom.screens import keys
from warroom.screens.pages import TroublePage
from warroom.screens.palette import RoomCommands
from warroom.screens.room import RoomScreen
from warroom.settings import Settings
from warroom.themes import THEMES
from widgets.rows import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractAsyncContextManager
    from typing import TypeAlias

    from warroom.engine.room import Room
    from warroom.wiring import Plan

    Opener: TypeAlias = Callable[[], AbstractAsyncContextManager[Room]]

log = logging.getLogger(__name__)

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")


class WarroomApp(App[int]):
    """The room on a terminal; ``opener`` opens it once the first picture is painted.

    It returns 0, or 128 and the number of the signal that ended it.
    """

    TITLE = "warroom"
    CSS_PATH = "warroom.tcss"
    BINDINGS: ClassVar[list[BindingType]] = keys.APP
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {RoomCommands}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, settings: Settings, opener: Opener) -> None:
        super().__init__()
        self.settings = settings
        self._opener = opener
        self.trouble: WarroomError | None = None
        self.ready = asyncio.Event()
        self._leaving = asyncio.Event()
        self._life: asyncio.Task[None] | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.console.theme
        self.utf8 = shows_utf8(settings, os.environ)
        self.set_class(not self.utf8, "-ascii")
        self.room_screen = RoomScreen(settings, utf8=self.utf8)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The console's own colours, so that every look has them."""
        return dict(THEMES[0].variables)

    def on_mount(self) -> None:
        """Show the empty room, and open it once that is painted."""
        keymap = {name: key for name, key in self.settings.keys.items() if key}
        if keymap:
            self.set_keymap(keymap)
        loop = asyncio.get_running_loop()
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError):  # Windows, or not the main thread
                    loop.add_signal_handler(number, self._signalled, number)
        self.push_screen(self.room_screen)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._life = asyncio.create_task(self._live(), name="room")

    async def _live(self) -> None:
        try:
            # In a thread: the first paint must not wait for the database and the platforms' libraries.
            await asyncio.to_thread(importlib.import_module, "warroom.wiring")
            async with self._opener() as room:
                if self._leaving.is_set():
                    return
                await self.room_screen.enter(room)
                self.ready.set()
                await self._leaving.wait()
                self.room_screen.leave()
        except WarroomError as error:
            log.exception("the room cannot be opened")
            await self._give_up(error)
        except Exception as error:
            log.exception("the room failed")
            await self._give_up(WarroomError(f"The room failed: {type(error).__name__}.", reason=str(error),
                                             hint="The log file has the details; please report it."))

    async def _give_up(self, error: WarroomError) -> None:
        self.trouble = error
        self.ready.set()
        if self.is_running and not self._leaving.is_set():
            self.room_screen.leave()
            await self.push_screen(TroublePage(error))

    async def action_quit(self) -> None:
        """Leave, after a question where this person holds posts."""
        acts = self.room_screen.acts
        if acts is None or self.trouble is not None:
            await self.end(0)
            return

        async def ask() -> None:
            try:
                leave = await acts.may_leave()
            except WarroomError as error:
                log.warning("cannot look for held posts: %s", error)
                leave = True
            if leave:
                await self.end(0)

        while len(self.screen_stack) > 1 and self.screen is not self.room_screen:
            self.pop_screen()
        self.room_screen.run_worker(ask(), group="quit", exclusive=True)

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C is too easily pressed."""
        self.room_screen.say("Ctrl+Q leaves the room.", Tone.PLAIN)

    async def end(self, code: int) -> None:
        """Close the room, then the screen."""
        self.exit(code)
        await asyncio.sleep(0)

    def _signalled(self, number: int) -> None:
        log.info("ended by %s", signal.Signals(number).name)
        self.exit(128 + number)

    async def close_room(self) -> None:
        """Let the room close, whatever ended the screen; safe to call twice."""
        self._leaving.set()
        if self._life is not None:
            await asyncio.gather(self._life, return_exceptions=True)

    async def on_unmount(self) -> None:
        """Close the room with the screen."""
        await self.close_room()


def shows_utf8(settings: Settings, environment: Mapping[str, str]) -> bool:
    """True where the terminal is said to show UTF-8."""
    if settings.console.ascii != "auto":
        return settings.console.ascii == "off"
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    said = next((name for name in names if name), "") or locale.getpreferredencoding(do_setlocale=False)
    return said.lower().replace("-", "").endswith("utf8") or (not said and environment.get("TERM", "") != "linux")


def run_console(settings: Settings, plan: Plan) -> int:
    """Open the room on this terminal and return the exit code. Raises ConfigError for keys that do not exist."""
    keys.check(settings.keys, origin=str(settings.config_file or ""))
    gc.set_threshold(50_000, 20, 50)

    def opener() -> AbstractAsyncContextManager[Room]:
        from warroom.wiring import open_room

        return open_room(settings, plan)

    async def main() -> int:
        app = WarroomApp(settings, opener)
        try:
            code = await app.run_async(mouse=settings.console.mouse)
        finally:
            await app.close_room()
        if app.trouble is not None:
            return app.trouble.exit_code
        return app.return_code or 0 if code is None else code

    return asyncio.run(main())
