"""The text of a reply while it is typed: it is kept and checked, and nothing of that ever holds a key up."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import on
from textual.geometry import Size
from textual.timer import Timer
from textual.widgets import TextArea

from warroom.domain.approval import Needs
from warroom.domain.composing import Review, Sheet, examine, made_of, measure, severest
from warroom.domain.errors import ScoringError, WarroomError
from warroom.domain.model import PostKey, Unscored
from warroom.domain.outgoing import plain
from warroom.domain.statements import Statement
from warroom.domain.text import one_line
from warroom.domain.tone import Level
from warroom.redaction import REDACTOR
from warroom.screens import papers
from warroom.screens.handing_in import HandingIn
from warroom.screens.keeping import Keeping
from warroom.screens.replying import first_words, mood_of, next_step, nothing_found, parts_rows, said_before
from widgets import health
from widgets.composer import Composer, Said, counter
from widgets.detail import author, conversation
from widgets.differing import differing
from widgets.editor import Editor, Mark
from widgets.findings import summary
from widgets.rows import Part, Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.screens.living import Living
    from warroom.screens.papers import Papers

#: Seconds without a key after which the text is checked; a text whose check takes long waits for a longer pause, since
#: the check takes its time from the keys that come meanwhile.
PAUSE: Final = 0.025
_LONG_PAUSE: Final = 0.1
_LONG_CHECK: Final = 0.012
#: Seconds until the model is asked what it says of the text.
MOOD_PAUSE: Final = 0.8
#: Code points up to which graphemes are counted at every key; in a longer text they are counted with its check.
_QUICK: Final = 3_000
_TONES: Final = {Level.ERROR: Tone.BAD, Level.WARNING: Tone.WARN, Level.SUGGESTION: Tone.ACCENT}


class Checked(Composer):
    """A composer whose text is kept, counted, checked and scored as it changes. ``stage`` is the screen it lies on."""

    def __init__(self, stage: Living, room: Room) -> None:
        super().__init__(id="composer")
        self._stage = stage
        self._room = room
        self._papers: Papers | None = None
        self._statement: Statement | None = None
        self._overrides: dict[str, str] = {}
        self._review: Review | None = None
        self._needs: Needs | None = None
        self._split = False
        self._armed: dict[str, Timer] = {}
        self._checking = False
        self._stale = False
        self._pause = PAUSE
        self._mood: tuple[Part, str] = ("", Tone.DIM), ""
        self._notice: Part = ("", Tone.PLAIN)
        self._next: Part = ("", Tone.PLAIN)
        self._known = ""
        self.editor.heard = self._typed
        self.keeping = Keeping(room, self._kept)
        self.handing = HandingIn(room)

    # --- opening and leaving ---

    @property
    def key(self) -> PostKey | None:
        """The post that is written on."""
        return self._papers.item.key if self._papers is not None else None

    @property
    def review(self) -> Review | None:
        """What was found when the text was checked last."""
        return self._review

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.editor.text

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
        self._papers, self._review, self._needs, self._split = found, None, None, False
        self._overrides, self._mood, self._next = {}, (("", Tone.DIM), ""), ("", Tone.PLAIN)
        manuscript = await self.keeping.open(found.item.key)
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
        self.keeping.typed(text, self._statement.id if self._statement else "")
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

    def tell(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """Say something in the foot, until the text changes."""
        self._notice = (REDACTOR.scrub(words), tone)
        self._show_foot()

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
            review, asked, took = await asyncio.to_thread(self._timed_look, text, found, sheet)
            self._pause = PAUSE if took < _LONG_CHECK else _LONG_PAUSE
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

    def _look(self, text: str, found: Papers, sheet: Sheet) -> tuple[Review, Needs]:
        """Check a text, and what its post puts in the way; in a thread, so that no key waits for it."""
        review = examine(text, sheet)
        needs, obstacles = self.handing.look(found, text, sheet.statement, dict(self._overrides),
                                             self.keeping.others)
        return (replace(review, findings=(*obstacles, *review.findings)) if text.strip() else review), needs

    def _timed_look(self, text: str, found: Papers, sheet: Sheet) -> tuple[Review, Needs, float]:
        begin = time.thread_time()
        review, needs = self._look(text, found, sheet)
        return review, needs, time.thread_time() - begin

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
            except ScoringError as error:
                said = Unscored(str(error))
            if self.editor.text != text:
                return
            self._mood = mood_of(said)
        self._show_count(self.editor.text)

    def set_aside_changed(self) -> None:
        """Something was set aside, or is not any more: others may have to approve it now."""
        self._notice = ("", Tone.PLAIN)
        self._show_review()
        self._check_soon(0.0)

    # --- showing ---

    def _show_review(self) -> None:
        review, found = self._review, self._papers
        if found is None:
            return
        findings = severest(review.findings) if review else []
        self.findings.show(findings, self._overrides, empty=nothing_found(self.editor.text, found))
        self.findings_pane.head(summary(findings, self._overrides) if self.editor.text.strip() else [])
        marks = [Mark(one.start, one.end, _TONES[one.level]) for one in reversed(findings)
                 if one.end > one.start and one.rule not in self._overrides and one.rule != "too-long"]
        if review is not None and review.count.over and not self._split:
            marks.append(Mark(review.count.cut, len(review.text), Tone.BAD, reverse=True))
        self.editor.mark(marks)
        self._show_count(self.editor.text)
        if self._split:
            self._show_talk()
        asked = self.handing.next_words(self._needs) if self._needs is not None else ""
        self._next = next_step(self.editor.text, review, self._overrides, asked)
        self._show_foot()

    def _show_count(self, text: str) -> None:
        found, review = self._papers, self._review
        if found is None:
            return
        fresh = review is not None and review.text == text
        slow = len(text) > _QUICK and not plain(text, found.sheet.limit)
        count = review.count if review is not None and (fresh or slow) else measure(text, found.sheet.limit)
        parts = len(review.parts) if review is not None and self._split else 1
        where = health.NAMES[found.platform]
        account = self.handing.account(self._stage.settings, found.platform)
        strategy = found.sheet.brief.strategy
        statement = self._statement.title if self._statement is not None else ""
        whom = "" if self.talk_pane.display else f"to {author(found.item.post)} "
        self.text_pane.head([(f"{whom}on {where}", Tone.DIM), (f" as {account}" if account else "", Tone.DIM),
                             (f" · {strategy}" if strategy else "", Tone.ACCENT),
                             (f" · “{one_line(statement)}”" if statement else "", Tone.DIM)])
        mood, why = self._mood
        left = [mood, (why, Tone.DIM)]
        if not self.findings_pane.display and review is not None and text.strip():  # there is no room for them
            left = summary(severest(review.findings), self._overrides)
        self.measure.show(left, counter(count, parts, found.sheet.limit.unit))

    def fit(self, size: Size) -> None:
        """Put the parts where they fit, and what gave way into the row that is left."""
        super().fit(size)
        if self._papers is not None:
            self._show_count(self.editor.text)

    def _show_talk(self) -> None:
        if self._papers is not None:
            self._answer(self._papers)
            self.fit(self.size)
            self.call_after_refresh(self.talk.see_post)

    def _answer(self, found: Papers) -> None:
        clash = self.keeping.clash
        if clash is not None:
            self.talk_pane.head([("two versions", Tone.WARN)])
            self.talk.show(lambda columns: differing(self.editor.text, clash, columns))
            return
        if self._split and self._review is not None and len(self._review.parts) > 1:
            parts = self._review.parts
            self.talk_pane.head([(f"as {len(parts)} parts", Tone.ACCENT)])
            self.talk.show(lambda columns: parts_rows(parts, found, columns))
            return
        post = found.item.post
        self.talk_pane.head([(author(post), Tone.STRONG), (f" · {post.place}" if post.place else "", Tone.DIM)])
        self.talk.show(lambda columns: [*conversation(found.dossier, columns), *said_before(found, columns)])

    def _show_foot(self) -> None:
        self.foot.show(Said(next=self._next, saved=self.keeping.words, notice=self._notice))

    def _kept(self) -> None:
        """Something about how the text is kept has changed."""
        if not self.is_attached:
            return
        if self.keeping.clash is not None:
            self._show_talk()
        self._show_foot()

    def do(self, work: Awaitable[object]) -> None:
        """Do something that may wait; what goes wrong is said in the foot."""
        self.run_worker(self._told(work), group="writing")

    async def _told(self, work: Awaitable[object]) -> None:
        try:
            await work
        except WarroomError as error:
            self.tell(str(error), Tone.WARN)
