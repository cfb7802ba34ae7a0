"""The mood over the room: now against usual, by platform and by term, counted for as long as somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from warroom.domain.errors import StoreError
from warroom.engine.mood import Mood
from widgets.mood import MoodTable
from widgets.normal import Norm

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.settings import Gauge


class MoodPage(ModalScreen[None]):
    """A table over the room, which goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,m", "dismiss", "Back to the room", show=False, id="mood.leave"),
    ]
    DEFAULT_CSS = """
    MoodPage { align: center middle; }
    MoodPage > Vertical { width: 95%; max-width: 190; height: 90%; max-height: 30; padding: 0; }
    """

    def __init__(self, room: Room, gauge: Gauge) -> None:
        super().__init__()
        self._room = room
        self._table = MoodTable(gauge.minimum)
        self._mood = Mood(store=room.store, bus=room.bus, clock=room.clock, incident=room.incident,
                          terms=room.ear.terms, window=gauge.window, buckets=gauge.buckets)
        self._frame = Vertical()

    def compose(self) -> ComposeResult:
        """The table in a frame."""
        with self._frame:
            self._frame.border_title = " Mood, now against usual "
            self._frame.border_subtitle = " Esc goes back "
            yield self._table

    def on_mount(self) -> None:
        """Count what is stored, then tell it once a second."""
        self._table.focus()
        self.run_worker(self._prime(), group="mood")

    def on_unmount(self) -> None:
        """Count no longer."""
        self._mood.close()

    async def _prime(self) -> None:
        try:
            await self._mood.prime()
        except StoreError as error:
            self._frame.border_subtitle = f" {error.title} "
            return
        self._beat()
        self.set_interval(1.0, self._beat)

    def _beat(self) -> None:
        room, at = self._room, self._room.clock.now()
        readings = self._mood.readings
        self._table.show(readings, {
            scope: Norm(at=at, usual=room.usual(scope), heard=room.ear.history(scope), alarms=room.alarms, scope=scope)
            for scope in readings})
