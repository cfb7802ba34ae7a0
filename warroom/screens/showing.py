"""What the composer shows: the thread, the findings with their places, the length, what happens next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.geometry import Size

from warroom.domain.composing import Review, measure, severest
from warroom.domain.model import PostKey
from warroom.domain.outgoing import plain
from warroom.domain.statements import Statement
from warroom.domain.text import one_line
from warroom.redaction import REDACTOR
from warroom.screens.handing_in import HandingIn
from warroom.screens.keeping import Keeping
from warroom.screens.replying import marks_of, next_step, nothing_found, parts_rows, said_before
from widgets import health
from widgets.canvas import AGEING
from widgets.composer import Composer, Said, counter
from widgets.detail import author, conversation
from widgets.diff import diff_rows
from widgets.differing import differing, legend
from widgets.findings import summary
from widgets.rows import Part, Tone

if TYPE_CHECKING:
    from warroom.domain.approval import Needs
    from warroom.domain.reply import Draft
    from warroom.engine.room import Room
    from warroom.screens.answering import Answering
    from warroom.screens.papers import Papers

#: Code points up to which graphemes are counted at every key; in a longer text they are counted with its check.
_QUICK: Final = 3_000


class Shown(Composer):
    """A composer that shows what is known of its text. ``stage`` is the screen it lies on."""

    def __init__(self, stage: Answering, room: Room) -> None:
        super().__init__(id="composer")
        self._stage = stage
        self._room = room
        self._papers: Papers | None = None
        self._statement: Statement | None = None
        self._overrides: dict[str, str] = {}
        self._review: Review | None = None
        self._needs: Needs | None = None
        self._split = False
        #: A draft that somebody changed since this person read it, as it is now.
        self._theirs: Draft | None = None
        self._mood: tuple[Part, str] = ("", Tone.DIM), ""
        self._notice: Part = ("", Tone.PLAIN)
        self._next: Part = ("", Tone.PLAIN)
        self.keeping = Keeping(room, self._show_foot)
        self.handing = HandingIn(room)

    def on_mount(self) -> None:
        """Let the ages in the thread grow, as those in the panes do."""
        self.set_interval(AGEING, self.age, name="ages")

    def age(self) -> None:
        """Look at the ages again, where there are any to be seen."""
        if self._papers is not None and self.talk_pane.display:
            self.talk.age()

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

    def tell(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """Say something in the foot, until the text changes."""
        self._notice = (REDACTOR.scrub(words), tone)
        self._show_foot()

    def _show_review(self) -> None:
        review, found = self._review, self._papers
        if found is None:
            return
        findings = severest(review.findings) if review else []
        doubted = review.doubted if review else ()
        self.findings.show(findings, self._overrides, empty=nothing_found(self.editor.text, found), doubted=doubted)
        self.findings_pane.head(
            summary(findings, self._overrides, len(doubted)) if self.editor.text.strip() else [])
        self.editor.mark(marks_of(review, self._overrides, split=self._split) if review is not None else ())
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
            left = summary(severest(review.findings), self._overrides, len(review.doubted))
        self.measure.show(left, counter(count, parts, found.sheet.limit.unit))

    def fit(self, size: Size) -> None:
        """Put the parts where they fit, and what gave way into the row that is left."""
        super().fit(size)
        if self._papers is not None:
            self._show_count(self.editor.text)

    def _show_talk(self) -> None:
        if self._papers is not None:
            self.comparing = False
            self._answer(self._papers)
            self.fit(self.size)
            self.call_after_refresh(self.talk.see_point)

    def _answer(self, found: Papers) -> None:
        clash = self.keeping.clash
        if clash is not None:
            self.compare(legend(clash), lambda columns: differing(self.editor.text, clash, columns))
            return
        theirs = self._theirs
        if theirs is not None:
            self.compare([("two versions", Tone.WARN)],
                         lambda columns: diff_rows(theirs.text, self.editor.text, columns))
            return
        if self._split and self._review is not None and len(self._review.parts) > 1:
            parts = self._review.parts
            self.talk_pane.head([(f"as {len(parts)} parts", Tone.ACCENT)])
            self.talk.show(lambda columns: parts_rows(parts, found, columns))
            return
        post = found.item.post
        self.talk_pane.head([(author(post), Tone.STRONG), (f" · {post.place}" if post.place else "", Tone.DIM)])
        self.talk.show(lambda columns: [
            *conversation(replace(found.dossier, now=self._room.clock.now()), columns), *said_before(found, columns)])

    def _show_foot(self) -> None:
        clash = self.keeping.clash
        step = (f"{clash.author} changed this text: F9 chooses which one stands.", Tone.WARN) if clash else self._next
        self.foot.show(Said(next=step, saved=self.keeping.words, notice=self._notice))
