"""The spot check: random posts of the window, one at a time in the middle; what is said of each is written at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from warroom.domain.errors import WarroomError
from warroom.domain.item import Item
from warroom.domain.text import one_line
from warroom.domain.triage import LABEL_WORDS, Verb
from warroom.screens.acts import LABEL_KEYS
from widgets.foot import Foot
from widgets.rows import Chunk, Row, Tone, lay_out
from widgets.spot import Progress, Specimen, progress_words

if TYPE_CHECKING:
    from warroom.engine.room import Room

#: The model's word is not shown: it would lead whoever judges.
_ASK: Final = "Is it about us, and what does its author feel towards us?"


class CheckFoot(Foot):
    """What is asked, and the keys of the answers."""

    def ways_row(self, columns: int) -> Row:
        """The keys; "not about us" and the way back go first where there is no room."""
        keys = [Chunk(((key, Tone.ACCENT), (f" {LABEL_WORDS[label]}", Tone.PLAIN)), 0 if key == "0" else 1)
                for key, label in LABEL_KEYS.items()]
        return lay_out(columns, [*keys, Chunk((("z", Tone.ACCENT), (" back", Tone.DIM)), 3)], gap=2)


class SpotCheck(ModalScreen[None]):
    """Asks about random posts until Esc; each answer is an event of its own, so nothing is lost by leaving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "say('1')", "Negative", show=False, id="spot.negative"),
        Binding("2", "say('2')", "Neutral", show=False, id="spot.neutral"),
        Binding("3", "say('3')", "Positive", show=False, id="spot.positive"),
        Binding("0", "say('0')", "Not about us", show=False, id="spot.irrelevant"),
        Binding("z", "take_back", "Take the last answer back", show=False, id="spot.back"),
        Binding("escape", "dismiss", "Leave; what was said is kept", show=False, id="spot.leave"),
    ]
    DEFAULT_CSS = """
    SpotCheck { align: center middle; }
    SpotCheck > Vertical { width: 90%; max-width: 84; height: 70%; min-height: 9; max-height: 20; padding: 0; }
    """

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._specimen = Specimen(id="specimen")
        self._foot = CheckFoot(silent=(_ASK, Tone.DIM))
        self._frame = Vertical(id="spot")
        self._item: Item | None = None
        self._done: list[int] = []  # acts that each answer made
        self._one_at_a_time = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """The post and the keys, in a frame that tells how far it is."""
        with self._frame:
            self._frame.border_subtitle = " Esc keeps what was done "
            yield self._specimen
            yield self._foot

    def on_mount(self) -> None:
        """Ask about the first post."""
        self._specimen.focus()
        self.run_worker(self._in_turn(None), group="spot")

    @property
    def asked(self) -> Item | None:
        """The post that is asked about."""
        return self._item

    def action_say(self, key: str) -> None:
        """Say what the post is."""
        item, self._item = self._item, None  # a second press of the key is not for the next post
        if item is not None:
            self.run_worker(self._in_turn((item, LABEL_KEYS[key].value)), group="spot")

    def action_take_back(self) -> None:
        """Take the last answer of this check back, and ask again."""
        if self._done:
            self._item = None
            self.run_worker(self._in_turn("back"), group="spot")
        else:
            self._foot.say("Nothing was said in this check yet.")

    async def _in_turn(self, act: tuple[Item, str] | str | None) -> None:
        async with self._one_at_a_time:
            said = ""
            try:
                if isinstance(act, tuple):
                    said = await self._check(*act)
                elif act == "back":
                    for _ in range(self._done.pop()):
                        await self._room.desk.undo()
            except WarroomError as error:
                said = str(error)
            try:
                await self._next()
            except WarroomError as error:
                said = said or str(error)
            self._foot.say(said)

    async def _check(self, item: Item, label: str) -> str:
        outcome = await self._room.desk.act(Verb.CHECK, [item.key], value=label)
        if outcome.events:
            self._done.append(1)
        return "; ".join(one_line(why) for why in outcome.refused.values())

    async def _next(self) -> None:
        room = self._room
        while (key := room.draw()) is not None:
            items = await room.store.items(room.incident.room, [key], incident=room.incident.id)
            item = items.get(key)
            if item is None:
                break
            if item.triage.label is None or item.triage.checked:
                self._item = item
                self._specimen.show(item, room.clock.now())
                self._tell_progress()
                return
            # A person labelled it by hand already: now that it was drawn, its label counts for the sample too.
            await room.desk.act(Verb.CHECK, [key], value=item.triage.label.value)
            if self._done:
                self._done[-1] += 1
        reading = room.reading
        self._item = None
        self._specimen.tell("Every post of the window was checked." if reading.checked else
                            "There is no post in the gauge's window to check.")
        self._tell_progress()

    def _tell_progress(self) -> None:
        reading = self._room.reading
        checked = reading.checked
        progress = Progress(
            labels=checked.labels + checked.irrelevant if checked else 0,
            posts=sum(reading.volume), share=checked.negative if checked else None)
        self._frame.border_title = f" Spot check {progress_words(progress)} "
