"""A broadcast: one statement as a post of our own on several platforms, each with its text and its own result."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from warroom import house
from warroom.domain.approval import Needs
from warroom.domain.composing import Review, Sheet, examine
from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.model import Platform
from warroom.domain.outgoing import LIMITS
from warroom.domain.reply import OPEN_ENDED, Draft, DraftState
from warroom.domain.statements import Library, Situation, Statement, fill
from warroom.domain.tone import RULES, Brief, Rule, Strategy
from warroom.engine.bus import Logged, Message, Sending
from warroom.redaction import REDACTOR
from warroom.screens import pile
from warroom.screens.deciding import Decisions
from widgets.approvals import Entry, state_part, waits_for
from widgets.board import Board, BoardFoot, Share
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
_OVER: Final = frozenset({DraftState.SENT, DraftState.DELETED})


@dataclass(slots=True)
class Part:
    """One platform's part of the broadcast."""

    text: str = ""
    on: bool = True
    review: Review | None = None
    draft: Draft | None = None
    aside: dict[str, str] = field(default_factory=dict)
    #: Why nothing can be posted there; "" where it can.
    closed: str = ""


class BroadcastPage(ModalScreen[None]):
    """Writes, hands in and sends a broadcast. One that was not ended is taken up again."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "statement", "Begin with a statement", show=False, priority=True, id="broadcast.statement"),
        Binding("f3", "platform", "The next platform's text", show=False, priority=True, id="broadcast.platform"),
        Binding("f4", "take_part", "Send to this platform, or not", show=False, priority=True, id="broadcast.part"),
        Binding("f5", "submit", "Hand it in, then send it", show=False, priority=True, id="broadcast.submit"),
        Binding("f6", "copy", "This text for all platforms", show=False, priority=True, id="broadcast.copy"),
        Binding("f7", "another", "Begin another one", show=False, priority=True, id="broadcast.another"),
        Binding("escape", "leave", "Back to the room", show=False, id="broadcast.leave"),
    ]
    DEFAULT_CSS = """
    BroadcastPage { align: center middle; }
    BroadcastPage > Vertical { width: 96%; max-width: 130; height: 92%; padding: 0; }
    BroadcastPage #text-pane { height: 3fr; }
    BroadcastPage #findings-pane { height: 2fr; }
    BroadcastPage.-asking Foot { display: none; }
    """

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__()
        self._room, self._settings = room, settings
        self.parts = {platform: Part() for platform in Platform}
        self.current = next(iter(Platform))
        self.board = Board()
        self.editor = Editor(id="broadcast-text")
        self.findings = Findings(id="broadcast-findings")
        self.prompt = Prompt()
        self.foot = BoardFoot()
        self._frame = Vertical(id="broadcast")
        self._rules: tuple[Rule, ...] = RULES
        self._library = Library()
        self._statement: Statement | None = None
        self._batch = ""
        self._stale = asyncio.Event()
        self._unsubscribe: Callable[[], None] | None = None
        self._decisions = Decisions(room=room, prompt=self.prompt, tell=self.tell)

    def compose(self) -> ComposeResult:
        """The platforms, the text of one, what was found in it, the question or the keys."""
        with self._frame:
            self._frame.border_title = " Broadcast "
            yield self.board
            yield Pane(self.editor, number=0, name="Text", id="text-pane")
            yield Pane(self.findings, number=0, name="Findings", id="findings-pane")
            yield self.prompt
            yield self.foot

    def on_mount(self) -> None:
        """Read the house's files, and take up what was not ended."""
        self.editor.focus()
        self._unsubscribe = self._room.bus.subscribe(self._hear)
        self._do(self._begin)
        self.run_worker(self._follow(), group="follow")

    def on_unmount(self) -> None:
        """Hear nothing more."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def tell(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Say what came of something."""
        self.foot.say(text, tone)

    def _do(self, work: Callable[[], Awaitable[None]]) -> None:
        async def told() -> None:
            try:
                await work()
            except WarroomError as error:
                self.tell(REDACTOR.scrub(str(error)), Tone.WARN)
            self._stale.set()

        self.run_worker(told(), group="acts", exclusive=True)

    # --- what is shown ---

    async def _begin(self) -> None:
        drill = self._room.incident.drill
        self._rules = await asyncio.to_thread(house.rules, self._settings)
        self._library = await asyncio.to_thread(lambda: house.statements(self._settings, drill=drill))
        for platform, part in self.parts.items():
            part.closed = await self._why_not(platform)
            part.on = not part.closed
        self.current = next((platform for platform, part in self.parts.items() if part.on), self.current)
        for draft in await self._drafts():
            if draft.state not in _OVER:
                self._batch = draft.batch  # the latest one that was not ended
        for draft in await self._drafts():
            if self._batch and draft.batch == self._batch:
                self.parts[draft.platform].text = draft.text
        if self._batch:
            for platform, part in self.parts.items():
                part.on = any(draft.platform is platform and draft.batch == self._batch
                              for draft in await self._drafts())
            self.current = next(platform for platform, part in self.parts.items() if part.on)
        self._turn(self.current)

    async def _why_not(self, platform: Platform) -> str:
        outbox = self._room.outbox
        try:
            can = outbox is not None and await outbox.posts(platform)
        except WarroomError as error:
            return REDACTOR.scrub(error.title)
        return "" if can else "warroom cannot post there without answering somebody"

    async def _drafts(self) -> list[Draft]:
        found = [draft for _, draft in await self._room.store.drafts(self._room.incident.id)]
        return [draft for draft in found if draft.batch and draft.post is None]

    def _hear(self, message: Message) -> None:
        match message:
            case Logged(found, _) if any(event.type in pile.TELLS for event in found):
                self._stale.set()
            case Sending(_, _, problem):
                if problem and problem != "taken back":
                    self.tell(f"It did not go out: {problem}", Tone.WARN)
                self._stale.set()

    async def _follow(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            await self._room.replies.gate.open()
            for part in self.parts.values():
                part.draft = None
            for draft in await self._drafts():
                if self._batch and draft.batch == self._batch:
                    self.parts[draft.platform].draft = draft
            for platform in self.parts:
                self._look_at(platform)
            self._show()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.parts[self.current].text != self.editor.text:
            self.parts[self.current].text = self.editor.text
            self.set_timer(_PAUSE, self._stale.set)

    def _look_at(self, platform: Platform) -> None:
        part, incident = self.parts[platform], self._room.incident
        if part.review is not None and part.review.text == part.text:
            return
        brief = Brief(platform=platform, severity=incident.severity, facts=self._library.facts,
                      strategy=Strategy(incident.strategy) if incident.strategy else None)
        part.review = examine(part.text, Sheet(brief=brief, limit=LIMITS[platform], now=self._room.clock.now(),
                                               rules=self._rules, statement=self._statement))

    def _show(self) -> None:
        left = self._room.sender.pending
        shares = []
        for platform, part in self.parts.items():
            review = part.review or examine("", Sheet(brief=Brief(), limit=LIMITS[platform],
                                                      now=self._room.clock.now()))
            share = Share(platform=platform, on=part.on, count=review.count, findings=review.findings, aside=part.aside)
            if part.draft is not None:
                entry = Entry(draft=part.draft, needs=self._needs(part.draft), left=left.get(part.draft.id))
                share = replace(share, state=state_part(entry), more=part.draft.sent.url if part.draft.sent and
                                part.draft.state is DraftState.SENT else waits_for(entry))
            elif part.closed:
                share = replace(share, state=("✕ no way out", Tone.WARN), more=part.closed)
            shares.append(share)
        self.board.show(shares, self.current)
        part = self.parts[self.current]
        self.findings.show(part.review.findings if part.review else (), part.aside,
                           empty="nothing found" if part.text.strip() else "")
        self.foot.handed_in = bool(self._batch)
        self.foot.update()

    def _needs(self, draft: Draft) -> Needs:
        return self._room.replies.gate.needs(draft, None, self._room.incident, self._room.clock.now())

    def _turn(self, platform: Platform) -> None:
        self.current = platform
        self.editor.load_text(self.parts[platform].text)
        self.editor.read_only = bool(self._batch)
        self._stale.set()

    # --- what the keys do ---

    def action_leave(self) -> None:
        """Leave the question, or the page."""
        if self.prompt.asking:
            self.prompt.answer(None)
        else:
            self.dismiss(None)

    def action_platform(self) -> None:
        """Go to the next platform's text."""
        every = list(Platform)
        self._turn(every[(every.index(self.current) + 1) % len(every)])

    def action_take_part(self) -> None:
        """Take this platform in, or leave it out."""
        part = self.parts[self.current]
        if part.closed:
            self.tell(part.closed, Tone.WARN)
        part.on = not part.on and not part.closed
        self._stale.set()

    def action_copy(self) -> None:
        """Put this text on every platform."""
        if not self._batch:
            for part in self.parts.values():
                part.text = self.editor.text
            self.tell("the same text for all platforms")
            self._stale.set()

    def action_another(self) -> None:
        """Leave this one in the queue, and begin another."""
        if self._batch:
            self._batch, self._statement = "", None
            self.parts = {platform: Part() for platform in Platform}
            self._turn(self.current)

    def action_statement(self) -> None:
        """Begin with a statement of the library, on every platform."""
        if not self._batch:
            self._do(self._pick)

    def action_submit(self) -> None:
        """Hand the parts in; then send those that are approved."""
        self._do(self._send if self._batch else self._hand_in)

    async def _pick(self) -> None:
        from warroom.screens.picking import PickStatement

        if not self._library.statements:
            raise BadMove(self._library.problem or "The statement library is empty.")
        incident, now = self._room.incident, self._room.clock.now()
        situation = Situation(cluster=incident.cluster, severity=incident.severity)
        picked = await self.app.push_screen_wait(PickStatement(self._library, situation, now))
        self.editor.focus()
        if picked is None:
            return
        self._statement = picked
        for platform, part in self.parts.items():
            part.text, part.review = fill(picked.body, self._library.facts), None
            part.on = not part.closed and (not picked.platforms or platform in picked.platforms)
        self._turn(self.current)

    async def _hand_in(self) -> None:
        texts = {platform: part.text for platform, part in self.parts.items() if part.on and part.text.strip()}
        incident, replies = self._room.incident.id, self._room.replies
        for platform in texts:
            self._look_at(platform)
            review = self.parts[platform].review
            if review is not None and review.count.over:
                self._turn(platform)
                raise BadMove(f"It is too long for {platform.capitalize()} by {review.count.over}.")
        made = await replies.broadcast(incident, texts, statement=self._statement.id if self._statement else "")
        self._batch = made[0].batch
        self.editor.read_only = True
        for draft in made:
            self._turn(draft.platform)
            await self._submit(draft)
        self.tell("handed in")
        await self._send()

    async def _submit(self, draft: Draft) -> None:
        async def submit(given: Mapping[str, str]) -> Draft:
            return await self._room.replies.submit(self._room.incident.id, draft.id, overrides=given)

        await self._decisions.past(submit)

    async def _send(self) -> None:
        chosen = [draft for draft in await self._drafts()
                  if draft.batch == self._batch and self.parts[draft.platform].on]
        if any(draft.state in OPEN_ENDED for draft in chosen):
            self.tell("What is unknown is decided in the queue (Q).", Tone.WARN)
        again = [draft for draft in chosen if draft.state in (DraftState.DRAFT, DraftState.FAILED)]
        for draft in again:  # one that certainly did not go out, or was sent back
            await self._submit(draft)
        if again:
            chosen = [draft for draft in await self._drafts() if draft.id in {one.id for one in chosen}]
        ready = [draft for draft in chosen if draft.state is DraftState.APPROVED]
        if not ready:
            waiting = next((draft for draft in chosen if draft.state is DraftState.IN_REVIEW), None)
            if waiting is not None:
                self.tell(f"handed in. {self._needs(waiting).words}")
            elif all(draft.state in _OVER for draft in chosen):
                self.tell("All of it is out; Esc, then B begins another one.")
            return
        where = ", ".join(draft.platform.capitalize() for draft in ready)
        drill = " (into the drill, where nobody reads it)" if self._room.incident.drill else ""
        keys = {"y": "send it", "n": "not now"}
        if await self.prompt.ask(Question(label=f"Post it on {where}{drill}?", keys=keys)) != "y":
            return
        for draft in ready:
            try:
                await self._room.sender.send(draft.id)
            except WarroomError as error:
                self.tell(f"{draft.platform.capitalize()}: {REDACTOR.scrub(str(error))}", Tone.WARN)
