"""The console: it paints first, then shows what is stored, then opens the room; whatever ends it, the room closes."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import locale
import logging
import os
import select
import signal
import sys
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.command import Provider

from warroom.app_keys import APP
from warroom.domain.errors import WarroomError
from warroom.settings import Settings
from warroom.themes import THEMES
from widgets.threshold import Threshold
from widgets.tones import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractAsyncContextManager
    from typing import TypeAlias

    from textual.driver import Driver

    from warroom.domain.incident import Incident
    from warroom.engine.room import Room
    from warroom.opening import Look
    from warroom.plans import Plan
    from warroom.ports import Store
    from warroom.screens.room import RoomScreen

    Opener: TypeAlias = Callable[[Look], AbstractAsyncContextManager[Room]]

log = logging.getLogger(__name__)

#: Seconds between looks whether the terminal is still there.
_LOOK: Final = 2.0
_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")


def _room_commands() -> type[Provider]:
    from warroom.screens.palette import RoomCommands

    return RoomCommands


class WarroomApp(App[int]):
    """The room on a terminal; ``opener`` opens it once the first picture is painted, and lets stored posts be shown.

    It returns 0, or 128 and the number of the signal that ended it.
    """

    TITLE = "warroom"
    # Colours and frames come with the room's own screen; what is painted first needs only these.
    CSS = "Screen { background: $background; color: $foreground; } Threshold { color: $muted; }"
    BINDINGS: ClassVar[list[BindingType]] = APP
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_room_commands}
    # The style of each tone, for all widgets: see widgets/tones.py.
    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)
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
        self._room_screen: RoomScreen | None = None

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, made patient with terminals that stall or vanish."""
        found = super().get_driver_class()
        if sys.platform == "win32":
            return found
        from widgets.terminal import patient

        return patient(found)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The console's own colours, so that every look has them."""
        return dict(THEMES[0].variables)

    @property
    def room_screen(self) -> RoomScreen:
        """The room's screen. Raises RuntimeError before the first picture."""
        if self._room_screen is None:
            raise RuntimeError("the room is not on the screen yet")
        return self._room_screen

    def compose(self) -> ComposeResult:
        """Paint something at once."""
        yield Threshold()

    def on_mount(self) -> None:
        """Heed the keys of the settings and the signals, and open the room once the first picture is painted."""
        keymap = {name: key for name, key in self.settings.keys.items() if key}
        if keymap:
            self.set_keymap(keymap)
        loop = asyncio.get_running_loop()
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError):  # Windows, or not the main thread
                    loop.add_signal_handler(number, self._signalled, number)
        if not self.is_headless and sys.stdin.isatty():
            self.set_interval(_LOOK, self._look_at_terminal)
        self.call_after_refresh(self._begin)

    def _look_at_terminal(self) -> None:
        # A terminal may take nothing more, and say nothing of it where keys are read.
        if hung_up(sys.stdin.fileno()) or getattr(self._driver, "gone", False):
            log.info("the terminal is gone")
            self.exit(128 + signal.SIGHUP)

    def _begin(self) -> None:
        self._life = asyncio.create_task(self._live(), name="room")

    async def _live(self) -> None:
        try:
            # In a thread: nobody waits for the screen's parts unseeing.
            screens = await asyncio.to_thread(importlib.import_module, "warroom.screens.room")
            screen = self._room_screen = screens.RoomScreen(self.settings, utf8=self.utf8)
            async with self._opener(self._look) as room:
                if self._leaving.is_set():
                    return
                # Before it is shown, where nothing was stored: so the picture is painted once.
                await screen.enter(room)
                await self._show(screen)
                self.ready.set()
                await self._leaving.wait()
                screen.leave()
        except WarroomError as error:
            log.exception("the room cannot be opened")
            await self._give_up(error)
        except Exception as error:
            log.exception("the room failed")
            await self._give_up(WarroomError(f"The room failed: {type(error).__name__}.", reason=str(error),
                                             hint="The log file has the details; please report it."))

    async def _look(self, store: Store, incident: Incident) -> None:
        """Show what is stored, until the room is open."""
        if not self._leaving.is_set():
            await self.room_screen.look(store, incident)
            await self._show(self.room_screen)

    async def _show(self, screen: RoomScreen) -> None:
        """Put the room's screen up, once, and return when it is painted."""
        if screen in self.screen_stack or self._leaving.is_set():
            return
        # Textual paints a new screen when it comes up, when it learns its size, when its widgets say that they are
        # there, and when one of them gets the focus: all within a moment, and each time nearly all of it.
        screen.hold()
        await self.push_screen(screen)
        painted = asyncio.Event()

        def paint() -> None:
            screen.release()
            painted.set()

        self.call_after_refresh(paint)
        await _either(painted, self._leaving)

    async def _give_up(self, error: WarroomError) -> None:
        self.trouble = error
        gc.enable()
        self.ready.set()
        if self.is_running and not self._leaving.is_set():
            from warroom.screens.pages import TroublePage

            if self._room_screen is not None:
                self._room_screen.leave()
            await self.push_screen(TroublePage(error))

    async def action_quit(self) -> None:
        """Leave, after a question where this person holds posts."""
        screen = self._room_screen
        acts = screen.acts if screen is not None else None
        if screen is None or acts is None or self.trouble is not None:
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

        while len(self.screen_stack) > 1 and self.screen is not screen:
            self.pop_screen()
        screen.run_worker(ask(), group="quit", exclusive=True)

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C is too easily pressed."""
        if self._room_screen is not None and self._room_screen.is_mounted:
            self._room_screen.say("Ctrl+Q leaves the room.")

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


async def _either(*events: asyncio.Event) -> None:
    """Wait for one of these."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()


def hung_up(terminal: int) -> bool:
    """True where nobody is at the other end of a terminal any more; not every way to lose one sends a SIGHUP."""
    poll = select.poll()
    poll.register(terminal, select.POLLHUP)
    return any(flags & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, flags in poll.poll(0))


def shows_utf8(settings: Settings, environment: Mapping[str, str]) -> bool:
    """True where the terminal is said to show UTF-8."""
    if settings.console.ascii != "auto":
        return settings.console.ascii == "off"
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    said = next((name for name in names if name), "") or locale.getpreferredencoding(do_setlocale=False)
    return said.lower().replace("-", "").endswith("utf8") or (not said and environment.get("TERM", "") != "linux")


def run_console(settings: Settings, plan: Plan, *, again: Callable[[], Settings] | None = None) -> int:
    """Open the room on this terminal and return the exit code. Raises ConfigError for keys that do not exist.

    ``again`` reads the settings anew, for failed sources that shall be tried with what was mended.
    """
    if settings.keys:
        from warroom.screens import keys

        keys.check(settings.keys, origin=str(settings.config_file or ""))
    gc.set_threshold(50_000, 20, 50)
    # Libraries are imported in threads while keys are pressed: a key must not wait the usual 5 ms for its turn.
    sys.setswitchinterval(0.0005)

    def opener(look: Look) -> AbstractAsyncContextManager[Room]:
        from warroom.opening import open_room

        return open_room(settings, plan, look, again=again)

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
