"""A broadcast: one statement as a post of our own on several platforms, each with its text and its own result."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from warroom.domain.composing import examine, severest
from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.model import Platform
from warroom.domain.reply import Draft, DraftState
from warroom.domain.statements import Situation
from warroom.engine.bus import Logged, Message, Sending
from warroom.redaction import REDACTOR
from warroom.screens import pile, settling
from warroom.screens.broadcasting import OVER, Broadcasting, Part, TooLong, undecided
from warroom.screens.deciding import Decisions
from warroom.screens.replying import marks_of
from widgets.approvals import Entry, state_part, waits_for
from widgets.board import Board, BoardFoot, Share
from widgets.differing import differing
from widgets.editor import Editor
from widgets.findings import Findings
from widgets.pane import Pane
from widgets.prompt import Prompt, Question
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.settings import Settings

#: Seconds after a key until the text is checked.
_PAUSE: Final = 0.05


class BroadcastPage(ModalScreen[None]):
    """Writes, hands in and sends a broadcast. What is typed is kept; one that was not ended is taken up again."""

    AUTO_FOCUS = None
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
        Binding("escape", "leave", "Back to the room; what was typed is kept", show=False, id="broadcast.leave"),
    ]
    DEFAULT_CSS = """
    BroadcastPage { align: center middle; }
    BroadcastPage > Vertical { width: 96%; max-width: 130; height: 92%; padding: 0; }
    BroadcastPage #text-pane { height: 3fr; min-height: 4; }
    BroadcastPage #findings-pane { height: 2fr; }
    BroadcastPage.-full > Vertical { width: 100%; height: 100%; }
    BroadcastPage.-low #findings-pane { display: none; }
    BroadcastPage.-low Board { height: 1; }
    BroadcastPage.-low #text-pane { min-height: 1; }
    BroadcastPage.-bare > Vertical { border: none; }
    BroadcastPage.-bare #text-pane { border: none; }
    BroadcastPage.-bare Foot { display: none; }
    BroadcastPage.-asking Foot { display: none; }
    """

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__()
        self._room = room
        self.current = next(iter(Platform))
        self.board = Board()
        self.editor = Editor(id="broadcast-text")
        self.findings = Findings(id="broadcast-findings")
        self.findings_pane = Pane(self.findings, number=0, name="Findings", id="findings-pane")
        self.prompt = Prompt()
        self.foot = BoardFoot()
        self.work = Broadcasting(room, settings, self._kept)
        self._frame = Vertical(id="broadcast")
        self._stale = asyncio.Event()
        self._unsubscribe: Callable[[], None] | None = None
        self._decisions = Decisions(room=room, prompt=self.prompt, tell=self.tell)

    def compose(self) -> ComposeResult:
        """The platforms, the text of one, what was found in it, the question or the keys."""
        with self._frame:
            self._frame.border_title = " Broadcast "
            yield self.board
            yield Pane(self.editor, number=0, name="Text", id="text-pane")
            yield self.findings_pane
            yield self.prompt
            yield self.foot

    def on_mount(self) -> None:
        """Read the house's files, and take up what was not ended."""
        self._fit()
        self.editor.focus()
        self._unsubscribe = self._room.bus.subscribe(self._hear)
        self._do(self._begin)
        self.run_worker(self._follow(), group="follow")
        for platform in Platform:
            self.run_worker(self._ask_limit(platform), group=f"limit-{platform}")

    def on_resize(self) -> None:
        """Leave the rows of a low terminal to the text."""
        self._fit()

    def _fit(self) -> None:
        rows = self.app.size.height
        for name, below in (("-full", 30), ("-low", 16), ("-bare", 9)):
            self.set_class(rows < below, name)

    async def on_unmount(self) -> None:
        """Hear nothing more, and keep what was typed, whatever ends the page."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        await self.work.keep()

    @property
    def part(self) -> Part:
        """The part that is in the editor."""
        return self.work.parts[self.current]

    def tell(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Say what came of something."""
        self.foot.say(text, tone)

    def _do(self, work: Callable[[], Awaitable[None]]) -> None:
        async def told() -> None:
            try:
                await work()
            except TooLong as error:
                self._turn(error.platform)
                self.tell(str(error), Tone.WARN)
            except WarroomError as error:
                self.tell(REDACTOR.scrub(str(error)), Tone.WARN)
            self._stale.set()

        self.run_worker(told(), group="acts", exclusive=True)

    # --- what is shown ---

    async def _begin(self) -> None:
        trouble = await self.work.begin()
        early = self.editor.text  # what was typed before the texts were there stands behind them
        self._turn(next((platform for platform, part in self.work.parts.items() if part.on), self.current))
        if early and self.part.open:
            self.editor.take(self.editor.text + early)
            self._take()
        if trouble:
            self.tell(trouble, Tone.WARN)

    async def _ask_limit(self, platform: Platform) -> None:
        if await self.work.ask_limit(platform):
            self._stale.set()

    def _hear(self, message: Message) -> None:
        match message:
            case Logged(found, _) if any(event.type in pile.TELLS for event in found):
                self._stale.set()
            case Sending(_, _, problem):
                if problem and problem != "taken back":
                    self.tell(f"It did not go out: {problem}", Tone.WARN)
                self._stale.set()

    def _kept(self) -> None:
        """Something about how the texts are kept has changed."""
        if self.is_attached:
            self._stale.set()

    async def _follow(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                await self.work.renew()
            except WarroomError as error:
                self.tell(REDACTOR.scrub(str(error)), Tone.WARN)
                continue
            self._show()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._take()

    def _take(self) -> None:
        """Take over what stands in the editor; a key may come before the word that the text changed."""
        if self.part.text != self.editor.text:
            self.work.typed(self.current, self.editor.text)
            self.set_timer(_PAUSE, self._stale.set)

    @on(Editor.Said)
    def _said(self, event: Editor.Said) -> None:
        self.tell(event.words, Tone.WARN)

    @on(Editor.NoGap)
    def _no_gap(self) -> None:
        self.tell("There is no gap to fill.")

    def _show(self) -> None:
        self.board.show([self._share(platform) for platform in self.work.parts], self.current)
        part, clash = self.part, self.part.keeping.clash
        found = severest(part.review.findings) if part.review is not None else []
        if clash is not None:
            self.findings_pane.head([("two versions", Tone.WARN)])
            self.findings.show_rows(lambda columns: differing(part.text, clash, columns))
        else:
            self.findings_pane.head([])
            self.findings.show(found, part.aside, empty="✓ nothing found" if part.text.strip() else
                               "F2 begins with a statement; each platform may have words of its own (F3).")
        if part.review is not None and part.review.text == self.editor.text:
            self.editor.mark(marks_of(part.review, part.aside))
        self.editor.read_only = not part.open
        self.foot.handed_in, self.foot.behind = bool(self.work.batch), bool(self.work.behind)
        self.foot.tell_aside(part.keeping.words[0])

    def _share(self, platform: Platform) -> Share:
        part = self.work.parts[platform]
        review = part.review
        count = review.count if review is not None else examine("", self.work.sheet(platform)).count
        share = Share(platform=platform, on=part.on, count=count, findings=review.findings if review else (),
                      aside=part.aside)
        draft = part.draft
        if draft is not None:
            entry = Entry(draft=draft, needs=self.work.needs(draft), left=self._room.sender.pending.get(draft.id))
            out = draft.sent is not None and draft.state is DraftState.SENT
            return replace(share, state=state_part(entry),
                           more=draft.sent.url if draft.sent is not None and out else waits_for(entry))
        return replace(share, state=("✕ no way out", Tone.WARN), more=part.closed) if part.closed else share

    def _turn(self, platform: Platform) -> None:
        self.current = platform
        self.editor.load_text(self.part.text)
        self.editor.move_cursor(self.editor.document.end)
        self.editor.read_only = not self.part.open
        self._stale.set()

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
        self.tell("the same text for all platforms")
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
            self.work.begin_with(picked)
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
