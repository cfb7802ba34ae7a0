"""The severity dialog: what speaks for which level, with figures; one key decides, and both stand in the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from warroom.domain.assessment import Assessment
from warroom.domain.errors import WarroomError
from warroom.domain.severity import to_json
from warroom.engine.assess import look
from widgets.foot import Foot
from widgets.rows import Chunk, Row, Tone, lay_out
from widgets.severity import LEVELS, SeverityView

if TYPE_CHECKING:
    from warroom.engine.room import Room


class Levels(Foot):
    """What is said, and the levels; for those who may not set one, ``only`` says who may."""

    only = ""

    def ways_row(self, columns: int) -> Row:
        """The keys, with what each level means where there is room for that."""
        if self.only:
            return lay_out(columns, [Chunk(((self.only, Tone.DIM),), 0)])
        keys = [Chunk(((str(level), Tone.ACCENT), (f" SEV{level} ", Tone.PLAIN), (words, Tone.DIM)), 0)
                for level, words in LEVELS.items()]
        short = [Chunk(((str(level), Tone.ACCENT), (f" SEV{level}", Tone.PLAIN)), 0) for level in LEVELS]
        whole = lay_out(10_000, keys)
        return lay_out(columns, keys if sum(len(text) for text, _ in whole) <= columns else short)


class SeverityDialog(ModalScreen[None]):
    """Shows what the last window looks like; 1 to 4 set the severity, also before all is counted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(level), f"decide({level})", f"Set SEV{level}", show=False, id=f"severity.{level}")
          for level in LEVELS),
        Binding("escape,s", "dismiss", "Leave it as it is", show=False, id="severity.leave"),
    ]
    DEFAULT_CSS = """
    SeverityDialog { align: center middle; }
    SeverityDialog > Vertical { width: 90%; max-width: 110; height: 80%; min-height: 9; max-height: 24; padding: 0; }
    """

    def __init__(self, room: Room, told: Callable[[str], None]) -> None:
        super().__init__()
        self._room = room
        self._told = told
        self._view = SeverityView(id="severity")
        self._foot = Levels(silent=("The suggestion and what you set are both logged.", Tone.DIM))
        self._seen: Assessment | None = None
        try:
            self._must_lead()
        except WarroomError as error:
            self._foot.only = str(error)

    def _must_lead(self) -> None:
        if self._room.outbox is not None:  # a replay has none, and nobody to approve anything
            self._room.replies.gate.policy.must_lead(self._room.desk.actor, "severity")

    @property
    def seen(self) -> Assessment | None:
        """What was found, None while it is looked for."""
        return self._seen

    def compose(self) -> ComposeResult:
        """The assessment over the keys."""
        with Vertical() as frame:
            frame.border_title = " Severity "
            frame.border_subtitle = " Esc leaves it as it is "
            yield self._view
            yield self._foot

    def on_mount(self) -> None:
        """Look at the last window."""
        self._view.focus()
        self.run_worker(self._assess(), group="assess")

    async def _assess(self) -> None:
        try:
            self._seen = await look(self._room)
        except WarroomError as error:
            self._view.tell(f"The last hour cannot be looked at: {error}")
            return
        self._view.show(self._seen, now=self._room.incident.severity)

    def action_decide(self, level: int) -> None:
        """Set a level."""
        self.run_worker(self._decide(level), group="decide", exclusive=True)

    async def _decide(self, level: int) -> None:
        suggestion = None if self._seen is None else to_json(self._seen.suggestion)
        try:
            self._must_lead()
            await self._room.desk.set_severity(level, suggestion=suggestion)
        except WarroomError as error:
            self._foot.say(str(error))
            return
        self._told(f"set to SEV{level}")
        self.dismiss()
