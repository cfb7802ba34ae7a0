"""What a broadcast shows: the platforms, the text of one, what was found in it; and it follows what others do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from warroom.domain.composing import examine, severest
from warroom.domain.errors import WarroomError
from warroom.domain.model import Platform
from warroom.domain.reply import DraftState
from warroom.engine.bus import Logged, Message, Sending
from warroom.redaction import REDACTOR
from warroom.screens import pile
from warroom.screens.broadcasting import Broadcasting, Part, Unfit
from warroom.screens.deciding import Decisions
from warroom.screens.replying import marks_of
from warroom.screens.writing_page import WritingPage
from widgets.approvals import Entry, state_part, waits_for
from widgets.board import Board, BoardFoot, Share
from widgets.differing import differing, legend
from widgets.editor import Editor
from widgets.findings import Findings
from widgets.pane import Pane
from widgets.prompt import Prompt
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.proofing.client import Proofreader
    from warroom.settings import Settings

#: Seconds after a key until the text is checked.
_PAUSE: Final = 0.05


class BroadcastShown(WritingPage[None]):
    """A broadcast on the screen, as far as it is seen and typed in."""

    DEFAULT_CSS = """
    BroadcastShown { align: center middle; }
    BroadcastShown > Vertical { width: 96%; max-width: 130; height: 92%; padding: 0; }
    BroadcastShown #text-pane { height: 3fr; min-height: 4; }
    BroadcastShown #findings-pane { height: 2fr; }
    BroadcastShown.-full > Vertical { width: 100%; height: 100%; }
    BroadcastShown.-low #findings-pane { display: none; }
    BroadcastShown.-low Board { height: 1; }
    BroadcastShown.-low #text-pane { min-height: 1; }
    BroadcastShown.-bare > Vertical { border: none; }
    BroadcastShown.-bare #text-pane { border: none; }
    BroadcastShown.-bare Foot { display: none; }
    BroadcastShown.-asking Foot { display: none; }
    """

    def __init__(self, room: Room, settings: Settings, proofreader: Proofreader) -> None:
        super().__init__()
        self._room = room
        self.current = next(iter(Platform))
        self.board = Board()
        self.editor = Editor(id="broadcast-text")
        self.findings = Findings(id="broadcast-findings")
        self.findings_pane = Pane(self.findings, number=0, name="Findings", id="findings-pane")
        self.prompt = Prompt()
        self.foot: BoardFoot = BoardFoot()
        self.work = Broadcasting(room, settings, self._kept, proofreader)
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

    def _do(self, work: Callable[[], Awaitable[None]]) -> None:
        async def told() -> None:
            try:
                await work()
            except Unfit as error:
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

    def _show(self) -> None:
        self.board.show([self._share(platform) for platform in self.work.parts], self.current)
        part, clash = self.part, self.part.keeping.clash
        found = severest(part.review.findings) if part.review is not None else []
        if clash is not None:
            self.findings_pane.head(legend(clash))
            self.findings.show_rows(lambda columns: differing(part.text, clash, columns))
        else:
            self.findings_pane.head([])
            self.findings.show(found, part.aside, empty="✓ nothing found" if part.text.strip() else
                               "F2 begins with a statement; each platform may have words of its own (F3).",
                               doubted=part.review.doubted if part.review is not None else ())
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
                      aside=part.aside, follows=part.follows)
        draft = part.draft
        if draft is not None:
            entry = Entry(draft=draft, needs=self.work.needs(draft), left=self._room.sender.pending.get(draft.id))
            out = draft.sent is not None and draft.state is DraftState.SENT
            more = draft.sent.url if draft.sent is not None and out else waits_for(entry, sends="F5 sends it.")
            return replace(share, state=state_part(entry), more=more)
        return replace(share, state=("✕ no way out", Tone.WARN), more=part.closed) if part.closed else share

    def _turn(self, platform: Platform) -> None:
        self.current = platform
        self.editor.load_text(self.part.text)
        self.editor.move_cursor(self.editor.document.end)
        self.editor.read_only = not self.part.open
        self._stale.set()
