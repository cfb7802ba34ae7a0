"""A stage that is shown before its room is open: what is asked of the room meanwhile is done when it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Final

from warroom.domain.errors import WarroomError
from warroom.redaction import REDACTOR
from warroom.screens.stage import Stage
from warroom.settings import Settings
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room

_OPENING: Final = "opening the room …"
#: Seconds that these words may stay: a login may be asked for in another window.
_LONG: Final = 3600.0


class Waiting(Stage):
    """A stage whose keys may be pressed before there is a room; none is lost. Call ``opened`` when it is there."""

    def __init__(self, settings: Settings, *, utf8: bool = True) -> None:
        super().__init__(settings, utf8=utf8)
        self._there = asyncio.Event()

    def await_room(self) -> None:
        """Say that the room is on its way."""
        if not self._there.is_set():
            self.views.status.say(_OPENING, stay=_LONG)

    def opened(self) -> None:
        """Do now what was asked for."""
        self._there.set()
        if self.views.status.said == _OPENING:
            self.views.status.hush()

    def do(self, work: Coroutine[object, object, object]) -> None:
        """Do something that may wait for an answer or the store, once the room is open.

        What goes wrong is said in words.
        """
        self.run_worker(self.told(work), group="acts")

    def with_room(self, use: Callable[[Room], object]) -> None:
        """Use the room, at once or as soon as it is open."""
        if self.room is not None and self._there.is_set():
            use(self.room)
        else:
            self.do(self._later(use))

    async def _later(self, use: Callable[[Room], object]) -> None:
        if self.room is not None:
            use(self.room)

    async def told(self, work: Coroutine[object, object, object]) -> None:
        """Await work once the room is open; what goes wrong is said in words."""
        try:
            await self._there.wait()
            await work
        except WarroomError as error:
            self.say(REDACTOR.scrub(str(error)), Tone.WARN)
        finally:
            work.close()  # it may never have begun
