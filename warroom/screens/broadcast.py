"""A broadcast: one statement as a post of our own on several platforms, each with its text and its own result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.model import Platform
from warroom.domain.reply import Draft, DraftState
from warroom.domain.statements import Situation
from warroom.redaction import REDACTOR
from warroom.screens import settling
from warroom.screens.broadcast_shown import BroadcastShown
from warroom.screens.broadcasting import OVER, undecided
from widgets.prompt import Question
from widgets.rows import Tone


class BroadcastPage(BroadcastShown):
    """Writes, hands in and sends a broadcast. What is typed is kept; one that was not ended is taken up again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "statement", "Begin with a statement", show=False, priority=True, id="broadcast.statement"),
        Binding("f3", "platform", "The next platform's text", show=False, priority=True, id="broadcast.platform"),
        Binding("f4", "take_part", "Send to this platform, or not", show=False, priority=True, id="broadcast.part"),
        Binding("f5", "submit", "Hand it in, then send it", show=False, priority=True, id="broadcast.submit"),
        Binding("f6", "copy", "This text for all platforms", show=False, priority=True, id="broadcast.copy"),
        Binding("f7", "another", "Begin another one, or go back to the one that was handed in", show=False,
                priority=True, id="broadcast.another"),
        Binding("f9", "choose", "Choose between two versions", show=False, priority=True, id="broadcast.choose",
                tooltip="Where somebody else changed the text meanwhile"),
        Binding("z", "take_back", "Stop the countdown", show=False, id="broadcast.take_back",
                tooltip="Where the text is on its way, and letters are no text"),
        Binding("escape", "leave", "Back to the room; what was typed is kept", show=False, id="broadcast.leave"),
    ]

    # --- what the keys do ---

    def action_leave(self) -> None:
        """Leave the question, or the page."""
        if self.prompt.asking:
            self.prompt.answer(None)
        else:
            self._take()
            self.dismiss(None)

    def action_platform(self) -> None:
        """Go to the next platform's text."""
        self._take()
        every = list(Platform)
        self._turn(every[(every.index(self.current) + 1) % len(every)])

    def action_take_part(self) -> None:
        """Take this platform in, or leave it out."""
        if self.part.closed:
            self.tell(self.part.closed, Tone.WARN)
        self.part.on = not self.part.on and not self.part.closed
        self._stale.set()

    def action_copy(self) -> None:
        """Put this text on every platform."""
        self._take()
        self.work.for_all(self.current)
        self.tell("the same text for all platforms, also as you go on here")
        self._stale.set()

    def action_take_back(self) -> None:
        """Stop what counts down."""
        counting = [part.draft.id for part in self.work.parts.values() if part.draft is not None]
        back = [one for one in counting if self._room.sender.take_back(one)]
        self.tell("taken back; it stays approved and unsent" if back else
                  "Nothing counts down. Q, then z, takes what is out off its platform.")
        self._stale.set()

    def action_another(self) -> None:
        """Leave this one in the queue and begin another, or come back to it."""
        if self.work.batch or self.work.behind:
            self._take()
            self._do(self._another)

    async def _another(self) -> None:
        await self.work.other()
        self._turn(next((platform for platform, part in self.work.parts.items() if part.on), self.current))

    def action_statement(self) -> None:
        """Begin with a statement of the library, on every platform."""
        if self.part.open:
            self._do(self._pick)

    def action_choose(self) -> None:
        """Choose between one's own version and somebody else's."""
        self._do(self._settle)

    async def _settle(self) -> None:
        part = self.part
        if part.keeping.clash is None:
            self.tell("Nobody else changed this text.")
            return
        text = await settling.choose(part.keeping, self.prompt, self.editor)
        if text is not None:
            self.work.typed(self.current, text)

    def action_submit(self) -> None:
        """Hand the parts in; then send those that are approved."""
        self._take()
        self._do(self._hand_in)

    async def _pick(self) -> None:
        from warroom.screens.picking import PickStatement

        library = self.work.library
        if not library.statements:
            raise BadMove(library.problem or "The statement library is empty.")
        incident, now = self._room.incident, self._room.clock.now()
        situation = Situation(cluster=incident.cluster, severity=incident.severity)
        picked = await self.app.push_screen_wait(PickStatement(library, situation, now, library.facts))
        self.editor.focus()
        if picked is not None:
            self.work.begin_with(picked, self.current)
            self._turn(self.current)
            self.editor.action_gap(1)

    async def _hand_in(self) -> None:
        if not self.work.batch or any(part.on and part.open for part in self.work.parts.values()):
            for draft in await self.work.hand_in():
                self._turn(draft.platform)
                await self._submit(draft)
            self.tell("handed in")
        await self._send()

    async def _submit(self, draft: Draft) -> None:
        async def submit(given: Mapping[str, str]) -> Draft:
            return await self._room.replies.submit(self._room.incident.id, draft.id, overrides=given)

        await self._decisions.past(submit)

    async def _send(self) -> None:
        chosen = await self.work.chosen()
        if open_ended := undecided(chosen):
            self.tell(f"{', '.join(open_ended)}: nobody knows whether it is out. Q, then u, says what is there.",
                      Tone.WARN)
        ready = [draft for draft in chosen.values() if draft.state is DraftState.APPROVED]
        if not ready:
            waiting = next((draft for draft in chosen.values() if draft.state is DraftState.IN_REVIEW), None)
            if waiting is not None:
                self.tell(f"handed in. {self.work.needs(waiting).words}")
            elif chosen and all(draft.state in OVER for draft in chosen.values()):
                self.tell("All of it is out. F7 begins another one.")
            return
        where = ", ".join(draft.platform.capitalize() for draft in ready)
        drill = " (into the drill, where nobody reads it)" if self._room.incident.drill else ""
        keys = {"y": "send it", "n": "not now"}
        if await self.prompt.ask(Question(label=f"Post it on {where}{drill}?", keys=keys)) != "y":
            self.tell("Nothing was sent: y is the yes. F5 asks again.")
            return
        for draft in ready:
            try:
                await self._room.sender.send(draft.id)
            except WarroomError as error:
                self.tell(f"{draft.platform.capitalize()}: {REDACTOR.scrub(str(error))}", Tone.WARN)
