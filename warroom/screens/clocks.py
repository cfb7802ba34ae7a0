"""The list of clocks over the room: what is due and why, a clock put away with a reason, an update recorded."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from warroom.domain.clocks import NAMES, Clock, Reading, State
from warroom.domain.errors import WarroomError
from warroom.domain.ledger import Audience
from warroom.domain.model import PostKey
from warroom.domain.when import moment
from warroom.redaction import REDACTOR
from widgets.clocks import clock_rows, keys_row, title
from widgets.foot import Foot
from widgets.prompt import Complaint, Prompt, Question
from widgets.rows import Row, Rows

if TYPE_CHECKING:
    from warroom.engine.room import Room

_AUDIENCES: Final = {"p": Audience.PUBLIC, "e": Audience.EXECUTIVE}


async def ask_update(room: Room, prompt: Prompt) -> str:
    """Ask for an update that was given, and record it; returns what to say of it, "" where nobody answered."""
    keys = {"p": "the public", "e": "the executives"}
    key = await prompt.ask(Question(label="an update was given to …", keys=keys))
    if key is None:
        return ""
    audience = _AUDIENCES[key]
    text = await prompt.ask(Question(label=f"the {audience} update said", check=_some,
                                     hint="what, and where; it stands in the log, and the next one counts from now"))
    if text is None:
        return ""
    await room.clocks.update(audience, text)
    return f"recorded the {audience} update"


def _some(text: str) -> Complaint | None:
    return None if text.strip() else Complaint("Type something, or press Esc.")


class ClockList(Rows, can_focus=True):
    """The clocks, one a row."""

    DEFAULT_CSS = """
    ClockList { height: 1fr; padding: 0 1; }
    """

    def __init__(self, room: Room) -> None:
        super().__init__(id="clocks")
        self._room = room
        self._readings: list[Reading] = []
        self._cursor = -1

    @property
    def chosen(self) -> Reading | None:
        """The clock under the cursor."""
        return self._readings[self._cursor] if 0 <= self._cursor < len(self._readings) else None

    @property
    def readings(self) -> list[Reading]:
        """The clocks as they are shown."""
        return self._readings

    def beat(self) -> None:
        """Read the clocks again; what did not change is not painted."""
        self._readings = self._room.clocks.readings
        if self._cursor < 0:  # the first look is at what is most pressing
            states = [reading.state for reading in self._readings]
            self._cursor = next((states.index(state) for state in (State.RED, State.AMBER) if state in states), 0)
        self._cursor = max(0, min(self._cursor, len(self._readings) - 1))
        self.update()

    def move(self, step: int) -> None:
        """Go down or up."""
        self._cursor = max(0, min(self._cursor + step, len(self._readings) - 1))
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """The list, and why the chosen clock runs."""
        return clock_rows(self._readings, self._cursor, self._room.clock.now(), columns)[:lines]


class _Keys(Foot):
    """What came of the last key, and the keys of the chosen clock."""

    def __init__(self, chosen: Callable[[], Reading | None]) -> None:
        super().__init__()
        self._chosen = chosen

    def ways_row(self, columns: int) -> Row:
        """The keys that the chosen clock has."""
        return keys_row(self._chosen(), columns)


class ClocksPage(ModalScreen[PostKey | None]):
    """The clocks over the room, which goes on; it answers with the post to show, if one was asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next clock", show=False, id="clocks.down"),
        Binding("k,up", "move(-1)", "Previous clock", show=False, id="clocks.up"),
        Binding("w", "snooze", "Put the clock away until a time, or wake it", show=False, id="clocks.snooze"),
        Binding("u", "record", "Record an update that was given", show=False, id="clocks.update"),
        Binding("enter", "show", "Show the post that waits", show=False, id="clocks.show"),
        Binding("escape,T", "leave", "Back to the room", show=False, id="clocks.leave"),
    ]
    DEFAULT_CSS = """
    ClocksPage { align: center middle; }
    ClocksPage > Vertical { width: 90%; max-width: 96; height: 15; padding: 0; }
    """

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._list = ClockList(room)
        self._foot = _Keys(lambda: self._list.chosen)
        self._prompt = Prompt()
        self._frame = Vertical()

    def compose(self) -> ComposeResult:
        """The list and the keys, in a frame."""
        with self._frame:
            yield self._list
            yield self._foot
            yield self._prompt

    def on_mount(self) -> None:
        """Tell the time from now on."""
        self._list.focus()
        self._beat()
        self.set_interval(1.0, self._beat)

    def _beat(self) -> None:
        self._list.beat()
        self._frame.border_title = title(self._list.readings)
        self._foot.update()

    def action_move(self, step: int) -> None:
        """Go down or up."""
        self._list.move(step)
        self._foot.say("")

    def action_leave(self) -> None:
        """Leave the question, or the list."""
        if self._prompt.asking:
            self._prompt.answer(None)
        else:
            self.dismiss(None)

    def action_show(self) -> None:
        """Show the post that waits for an answer."""
        chosen = self._list.chosen
        if chosen is not None and chosen.post is not None:
            self.dismiss(chosen.post)

    def action_snooze(self) -> None:
        """Put the chosen clock away, or wake it."""
        chosen = self._list.chosen
        if chosen is not None:
            self._do(self._snooze(chosen))

    def action_record(self) -> None:
        """Record an update."""
        self._do(ask_update(self._room, self._prompt))

    def _do(self, work: Coroutine[object, object, str]) -> None:
        self.run_worker(self._told(work), group="clocks")

    async def _told(self, work: Awaitable[str]) -> None:
        try:
            self._foot.say(await work)
        except WarroomError as error:
            self._foot.say(REDACTOR.scrub(str(error)))
        self._list.focus()
        self._beat()

    async def _snooze(self, chosen: Reading) -> str:
        clock, name = chosen.clock, NAMES[chosen.clock]
        if chosen.snooze is not None:
            await self._room.clocks.snooze(clock, None, "")
            return f"woke the {name}"
        if clock is Clock.POST_MORTEM:
            return "The post-mortem cannot be put away."
        until = await self._prompt.ask(Question(
            label=f"put the {name} away until", hint="30m, 2h, or a time such as 16:30 (UTC)", check=self._a_time))
        if until is None:
            return ""
        reason = await self._prompt.ask(Question(label="because", hint="the reason; it stands in the log", check=_some))
        if reason is None:
            return ""
        await self._room.clocks.snooze(clock, moment(until.strip(), now=self._room.clock.now(), back=False), reason)
        return f"put the {name} away"

    def _a_time(self, text: str) -> Complaint | None:
        try:
            moment(text.strip(), now=self._room.clock.now(), back=False)
        except ValueError:
            return Complaint("That is no time. For example 30m, 2h or 16:30.", 0, len(text))
        return None
