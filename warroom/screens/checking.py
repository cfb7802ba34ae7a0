"""The text of a reply while it is typed: it is kept and checked, and nothing of that ever holds a key up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import on
from textual.timer import Timer
from textual.widgets import TextArea

from warroom.domain.approval import Needs
from warroom.domain.composing import Review, Sheet, made_of
from warroom.domain.errors import ScoringError, StoreError, WarroomError
from warroom.domain.manuscript import Choices
from warroom.domain.model import PostKey, Unscored
from warroom.screens import papers
from warroom.screens.replying import first_words, mood_of
from warroom.screens.showing import Shown
from widgets.editor import Editor
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.screens.answering import Answering
    from warroom.screens.papers import Papers

#: Seconds without a key after which the text is checked; where no process does it, a text whose check takes long waits
#: for a longer pause, since the check takes its time from the keys that come meanwhile.
PAUSE: Final = 0.025
_LONG_PAUSE: Final = 0.1
_LONG_CHECK: Final = 0.012
#: Seconds between two looks at whether somebody else writes the same text.
OTHERS: Final = 2.0
#: Seconds until the model is asked what it says of the text.
MOOD_PAUSE: Final = 0.8


class Checked(Shown):
    """A composer whose text is kept, checked and scored as it changes."""

    def __init__(self, stage: Answering, room: Room) -> None:
        super().__init__(stage, room)
        self._armed: dict[str, Timer] = {}
        self._checking = False
        self._stale = False
        self._pause = PAUSE
        self._known = ""
        self.editor.heard = self._typed
        self.keeping.told = self._kept

    # --- opening and leaving ---

    def expect(self, key: PostKey) -> None:
        """Take what is typed from now on, also before the post and its papers are there."""
        if self.key != key:
            self._papers = None
            self.editor.load_text("")
        self.editor.focus()

    async def open(self, found: Papers) -> None:
        """Begin, or go on, with the reply to a post."""
        if self._papers is not None and self._papers.item.key == found.item.key:
            self.editor.focus()
            return
        early = self.editor.text if self._papers is None else ""
        await self.keeping.now()
        self._papers, self._review, self._needs, self._theirs = found, None, None, None
        self._overrides, self._split = {}, False
        self._mood, self._next = (("", Tone.DIM), ""), ("", Tone.PLAIN)
        manuscript = await self.keeping.open(found.item.key)
        if manuscript is not None and manuscript.text:
            self._overrides, self._split = dict(self.keeping.choices.overrides), self.keeping.choices.split
        draft = found.draft
        text, named = (manuscript.text, manuscript.statement) if manuscript and manuscript.text else (
            (draft.text, draft.statement) if draft is not None else ("", ""))
        self._statement = found.library.statements.get(named)
        self._known = text
        self.editor.load_text(text + early)
        self.editor.move_cursor(self.editor.document.end)
        self._notice = first_words(found, self.keeping.met)
        self._typed()
        self._show_talk()
        self._show_review()
        self._check_soon(0.0)
        self._mood_soon()
        self._arm("others", OTHERS, "_others")
        self.editor.focus()
        self.run_worker(self._ask_limit(found), group="limit", exclusive=True)

    async def renew(self) -> None:
        """Look at the post again: somebody edited, deleted or claimed it, or said more."""
        before, loader = self._papers, self._stage.loader
        if before is None or loader is None:
            return
        now = await papers.lay_out(self._room, loader, self._stage.settings, before.item.key)
        if now is not None and self._papers is before:
            self._papers = papers.renewed(before, now)
            if now.trouble and now.trouble != before.trouble:
                self.tell(now.trouble, Tone.WARN)
            self._show_talk()
            self._check_soon(0.0)

    async def close(self) -> None:
        """Keep what was typed; the composer may go."""
        await self.keeping.now()
        self._papers = None
        self.editor.load_text("")

    async def on_unmount(self) -> None:
        """Keep what was typed, whatever ends the screen."""
        await self.keeping.now()

    async def _ask_limit(self, found: Papers) -> None:
        limit = await papers.limit(self._room, found.item.post)
        if limit is not None and self._papers is found and limit != found.sheet.limit:
            self._papers = papers.with_limit(found, limit)
            self._check_soon(0.0)

    # --- typing ---

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._typed()  # undo and redo tell it in this way only

    def _typed(self) -> None:
        text = self.editor.text
        if self._papers is None or text == self._known:
            return
        self._known = text
        if self._statement is not None and not made_of(self._statement, text):
            self._statement = None  # nothing of it is left
        self._keep()
        self._show_count(text)
        if self._notice[0] and text:
            self._notice = ("", Tone.PLAIN)
        self._show_foot()
        self._check_soon(self._pause)
        self._mood_soon()

    @on(Editor.Said)
    def _said(self, event: Editor.Said) -> None:
        self.tell(event.words, Tone.WARN)

    @on(Editor.NoGap)
    def _no_gap(self) -> None:
        if self.findings_pane.display:
            self.findings.focus()

    def _arm(self, name: str, after: float, work: str) -> None:
        timer = self._armed.pop(name, None)
        if timer is not None:
            timer.stop()
        if after <= 0:
            getattr(self, work)()
            return
        self._armed[name] = self.set_timer(after, getattr(self, work))

    # --- checking ---

    def _check_soon(self, after: float) -> None:
        self._arm("check", after, "_check")

    def _check(self) -> None:
        if self._checking:
            self._stale = True  # one at a time: the next begins when this one ends
            return
        self._checking = True
        self.run_worker(self._checked(), group="check")

    async def _checked(self) -> None:
        try:
            found = self._papers
            if found is None:
                return
            text = self.editor.text
            sheet = replace(found.sheet, statement=self._statement, split=self._split, now=self._room.clock.now())
            proof = await self._stage.proofreader.check(text, sheet, found.house)
            review, asked = await asyncio.to_thread(self._look, proof.review, found, sheet)
            self._pause = PAUSE if proof.cost < _LONG_CHECK else _LONG_PAUSE
            if self._papers is found and self.editor.text == text:
                self._review, self._needs = review, asked
                self._show_review()
        except WarroomError as error:
            self.tell(str(error), Tone.WARN)
        finally:
            self._checking = False
            if self._stale:
                self._stale = False
                self._check_soon(self._pause)

    def _look(self, review: Review, found: Papers, sheet: Sheet) -> tuple[Review, Needs]:
        """Add what the post puts in the way; it may read files: in a thread."""
        needs, obstacles = self.handing.look(found, review.text, sheet.statement, dict(self._overrides),
                                             self.keeping.others)
        return (replace(review, findings=(*obstacles, *review.findings)) if review.text.strip() else review), needs

    def _mood_soon(self) -> None:
        self._arm("mood", MOOD_PAUSE, "_ask_mood")

    def _ask_mood(self) -> None:
        self.run_worker(self._moody(), group="mood", exclusive=True)

    async def _moody(self) -> None:
        text = self.editor.text
        if not text.strip():
            self._mood = ("", Tone.DIM), ""
        else:
            try:
                said = await self._room.score(text)
            except (ScoringError, StoreError) as error:
                said = Unscored(str(error))
            if self.editor.text != text:
                return
            self._mood = mood_of(said)
        self._show_count(self.editor.text)

    def _keep(self) -> None:
        """Have the text kept as it stands, with what was chosen beside the words."""
        self.keeping.typed(self.editor.text, self._statement.id if self._statement else "",
                           Choices(dict(self._overrides), self._split))

    def set_aside_changed(self) -> None:
        """Something was set aside, or is not any more: others may have to approve it now."""
        self._keep()
        self._notice = ("", Tone.PLAIN)
        self._show_review()
        self._check_soon(0.0)

    def _kept(self) -> None:
        """Something about how the text is kept has changed."""
        if not self.is_attached:
            return
        if self.keeping.clash is not None:
            self._show_talk()
        self._show_foot()

    def _others(self) -> None:
        if self._papers is not None:
            self.run_worker(self._looked_for_others(), group="others", exclusive=True)

    async def _looked_for_others(self) -> None:
        await self.keeping.look()
        self._arm("others", OTHERS, "_others")

    def do(self, work: Awaitable[object]) -> None:
        """Do something that may wait; what goes wrong is said in the foot."""
        self.run_worker(self._told(work), group="writing")

    async def _told(self, work: Awaitable[object]) -> None:
        try:
            await work
        except WarroomError as error:
            self.tell(str(error), Tone.WARN)
