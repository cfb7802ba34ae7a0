"""A direct message to the author of a post: written apart from the public reply, so that the two are never mixed up."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from warroom import house
from warroom.domain.composing import Sheet, examine
from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.item import Item
from warroom.domain.outgoing import LIMITS, answering
from warroom.domain.reply import Draft, DraftState
from warroom.domain.statements import Library
from warroom.domain.text import clip, one_line
from warroom.domain.tone import RULES, Brief, Rule, Strategy
from warroom.redaction import REDACTOR
from warroom.screens.deciding import Decisions
from widgets.detail import author
from widgets.editor import Editor
from widgets.findings import Findings
from widgets.foot import Foot
from widgets.health import NAMES
from widgets.pane import Pane
from widgets.prompt import Prompt, Question
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.settings import Settings

#: Seconds after a key until the text is checked.
_PAUSE: Final = 0.05
#: In private one may ask for what must not be asked for in public.
_PUBLIC_ONLY: Final = frozenset({"asks-personal-data"})


class PrivateFoot(Foot):
    """The keys of the page."""

    def ways(self) -> Sequence[tuple[str, str]]:
        """The keys."""
        return (("F5", "hand in"), ("Esc", "leave"))


class PrivatePage(ModalScreen[str]):
    """Writes a direct message and hands it in; gives what became of it in words, "" where it was left."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "submit", "Hand it in, then send it", show=False, priority=True, id="private.submit"),
        Binding("escape", "leave", "Leave; asks where something was typed", show=False, id="private.leave"),
    ]
    DEFAULT_CSS = """
    PrivatePage { align: center middle; }
    PrivatePage > Vertical { width: 92%; max-width: 110; height: 80%; max-height: 36; padding: 0; }
    PrivatePage #text-pane { height: 3fr; }
    PrivatePage #findings-pane { height: 2fr; }
    PrivatePage.-asking Foot { display: none; }
    """

    def __init__(self, room: Room, settings: Settings, item: Item) -> None:
        super().__init__()
        self._room, self._settings, self._item = room, settings, item
        self.editor = Editor(id="private-text")
        self.findings = Findings(id="private-findings")
        self.prompt = Prompt()
        self.foot = PrivateFoot()
        self._rules: tuple[Rule, ...] = RULES
        self._library = Library()
        self._decisions = Decisions(room=room, prompt=self.prompt, tell=self.tell)

    def compose(self) -> ComposeResult:
        """The text, what was found, the question or the keys."""
        with Vertical() as frame:
            to = f"{author(self._item.post)} on {NAMES[self._item.post.platform]}"
            frame.border_title = f" In private to {to} "
            yield Pane(self.editor, number=0, name="Text", id="text-pane")
            yield Pane(self.findings, number=0, name="Findings", id="findings-pane")
            yield self.prompt
            yield self.foot

    def on_mount(self) -> None:
        """Read the house's rules; then type."""
        self.editor.focus()
        self.run_worker(self._begin())

    async def _begin(self) -> None:
        try:
            self._rules = await asyncio.to_thread(house.rules, self._settings)
            self._library = await asyncio.to_thread(house.statements, self._settings, drill=self._room.incident.drill)
        except WarroomError as error:
            self.tell(REDACTOR.scrub(str(error)), Tone.WARN)
        self._check()

    def tell(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Say something."""
        self.foot.say(text, tone)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.set_timer(_PAUSE, self._check)

    def _check(self) -> None:
        post, incident = self._item.post, self._room.incident
        brief = Brief(reply_to=post.text, author=post.author, platform=post.platform, severity=incident.severity,
                      facts=self._library.facts, strategy=Strategy(incident.strategy) if incident.strategy else None)
        # A content warning is for those who may see the post; this goes to one person.
        usual = answering(LIMITS[post.platform], platform=post.platform, author=post.author, said="")
        review = examine(self.editor.text, Sheet(brief=brief, limit=usual, now=self._room.clock.now(),
                                                 rules=self._rules))
        found = [one for one in review.findings if one.rule not in _PUBLIC_ONLY]
        self.findings.show(found, {}, empty="nothing found" if self.editor.text.strip() else "")
        self.foot.tell_aside(f"{review.count.length:,} / {review.count.most:,}")

    def action_leave(self) -> None:
        """Leave the question or the page; a message that was begun is lost, so that is asked first."""
        if self.prompt.asking:
            self.prompt.answer(None)
        else:
            self.run_worker(self._leave(), group="acts", exclusive=True)

    async def _leave(self) -> None:
        keys = {"y": "leave; it is not kept", "n": "go on writing"}
        ask = Question(label="Leave the message?", keys=keys)
        if not self.editor.text.strip() or await self.prompt.ask(ask) == "y":
            self.dismiss("")

    def action_submit(self) -> None:
        """Hand it in, and send it where nobody else has to say yes."""
        self.run_worker(self._told(), group="acts", exclusive=True)

    async def _told(self) -> None:
        try:
            await self._submit()
        except WarroomError as error:
            self.tell(REDACTOR.scrub(str(error)), Tone.WARN)

    async def _submit(self) -> None:
        incident, replies = self._room.incident.id, self._room.replies
        if not self.editor.text.strip():
            raise BadMove("A message needs a text.")
        draft = await replies.write(incident, self._item.key, self.editor.text, private=True)

        async def submit(given: Mapping[str, str]) -> Draft:
            return await replies.submit(incident, draft.id, overrides=given)

        done = await self._decisions.past(submit)
        if done is None:
            return
        if done.state is not DraftState.APPROVED:
            self.dismiss(f"handed in. {(await replies.needs(incident, done)).words}")
            return
        keys = {"y": "send it", "n": "not now: it waits in the queue"}
        label = f"Send “{clip(one_line(done.text), 40)}” in private?"
        if await self.prompt.ask(Question(label=label, keys=keys)) == "y":
            await self._room.sender.send(done.id)
            self.dismiss("It goes out in a few seconds; z takes it back.")
        else:
            self.dismiss("It waits in the queue (Q).")
