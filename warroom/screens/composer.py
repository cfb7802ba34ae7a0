"""Writing a reply: what the keys of the composer do, up to handing it in."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from warroom.domain.composing import severest
from warroom.domain.reply import Conflict, Draft
from warroom.domain.statements import Statement, fill
from warroom.domain.tone import Finding
from warroom.screens import elsewhere, settling
from warroom.screens.checking import Checked
from warroom.screens.handing_in import Handed
from widgets.findings import Findings
from widgets.prompt import Complaint, Question
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.screens.papers import Papers


class Writing(Checked):
    """The composer on one post after another."""

    _handing_in = False
    #: The finding that F3 went to last.
    _gone: Finding | None = None

    # --- what the keys do ---

    def action_leave(self) -> None:
        """Leave; what was typed is kept."""
        self.do(self._stage.stop_writing())

    def action_statement(self) -> None:
        """Begin with a statement of the library."""
        self.do(self._pick())

    async def _pick(self) -> None:
        found = self._papers
        if found is None:
            return
        if found.library.problem or not found.library.statements:
            self.tell(found.library.problem or "The statement library is empty.", Tone.WARN)
            return
        from warroom.screens.picking import PickStatement

        picked = await self.app.push_screen_wait(
            PickStatement(found.library, found.situation, self._room.clock.now(), found.values))
        self.editor.focus()
        if picked is not None:
            self.use(picked)

    def use(self, statement: Statement) -> None:
        """Put a statement in the place of the text, as far as it fills itself, and select its first gap."""
        if self._papers is None:
            return
        before = self.editor.text
        self._statement = statement
        self.editor.take(fill(statement.body, self._papers.values))
        self.editor.move_cursor((0, 0))
        if self.editor.gaps:
            self.editor.action_gap(1)
        else:
            self.editor.move_cursor(self.editor.document.end)
        self.editor.focus()
        if before.strip():
            self.tell("It stands in the place of your text; ctrl+z brings that back.")

    def action_split(self) -> None:
        """Make it a numbered thread, or one text again."""
        self._split = not self._split
        self._keep()
        self.tell("A text that is too long goes out as a numbered thread." if self._split else "One text again.")
        self._show_talk()
        self._check_soon(0.0)

    def action_finding(self, step: int) -> None:
        """Go to the next finding, in the order in which they are listed: what blocks comes first."""
        placed = [one for one in severest(self._review.findings if self._review else ())
                  if one.rule not in self._overrides]
        if not placed:
            self.tell("Nothing was found.")
            return
        now = self._gone
        at = placed.index(now) + step if now in placed else 0
        self._go(placed[at % len(placed)])

    @on(Findings.Chosen)
    def _chosen(self, event: Findings.Chosen) -> None:
        event.stop()
        self._go(event.finding)

    def _go(self, finding: Finding) -> None:
        self._gone = finding
        self.findings.point(finding)
        self.editor.go(finding.start, finding.end)
        self.editor.focus()
        if not self.findings_pane.display:
            self.tell(f"{finding.rule}: {finding.reason}", Tone.WARN)

    def action_aside(self) -> None:
        """Set a finding aside, with a typed reason that goes into the log."""
        self.do(self._set_aside())

    async def _set_aside(self) -> None:
        one = self._here()
        if one is None:
            self.tell("There is no finding to set aside.")
            return
        if one.rule in self._overrides:
            del self._overrides[one.rule]
            self.set_aside_changed()
            return
        if not self.handing.may_set_aside(one):
            self.tell(f"{one.rule} cannot be set aside: {one.reason}", Tone.WARN)
            return
        reason = await self._stage.prompt.ask(Question(
            label=f"set {one.rule} aside because", hint="the reason; it stands in the log with your name",
            check=lambda words: None if words.strip() else Complaint("Type a reason, or press Esc.")))
        if reason is not None:
            self._overrides[one.rule] = " ".join(reason.split())
            self.set_aside_changed()
        self.editor.focus()

    def _here(self) -> Finding | None:
        """The finding that is meant: the list's where somebody is in it, else the first that blocks."""
        if self.focused_in(self.findings) or self._review is None:
            return self.findings.current
        blocking = self._review.blocking(self._overrides)
        return blocking[0] if blocking else self.findings.current

    def focused_in(self, widget: object) -> bool:
        """True where the focus is on a part of the composer."""
        return self.screen.focused is widget

    def action_outside(self) -> None:
        """Write in one's own editor."""
        self.do(self._outside())

    async def _outside(self) -> None:
        back = await elsewhere.outside(self.app, self.editor.text)
        if back != self.editor.text:
            left_out = self.editor.take(back)
            if left_out:
                self.tell(f"Left out of what came back: {left_out}.", Tone.WARN)
        self.editor.focus()

    def action_part(self) -> None:
        """Go round: text, findings, thread, the feed."""
        places = ((self.editor, self.text_pane), (self.findings, self.findings_pane), (self.talk, self.talk_pane))
        stops: list[Widget] = [part for part, pane in places if pane.display]
        at = stops.index(self.screen.focused) if self.screen.focused in stops else -1
        if at == len(stops) - 1 and self._stage.panes.display:
            self._stage.views.panes[self._stage.views.current].body.focus(scroll_visible=False)
        else:
            stops[(at + 1) % len(stops)].focus()

    def action_choose(self) -> None:
        """Choose between one's own version and somebody else's."""
        self.do(self._settle_clash())

    async def _settle_clash(self) -> None:
        clash = self.keeping.clash
        if clash is None:
            self.tell("Nobody else changed this text.")
            return
        text = await settling.choose(self.keeping, self._stage.prompt, self.editor)
        if text is None:
            return
        theirs = text == clash.text
        if theirs:
            self._statement = self._papers.library.statements.get(clash.statement) if self._papers else None
        if self.keeping.clash is not None:
            self.tell(f"{self.keeping.clash.author} changed it again meanwhile: F9 chooses.", Tone.WARN)
        else:
            self.tell(f"{clash.author}'s stands; ctrl+z brings yours back." if theirs else "Yours stands.")
        self._show_talk()
        self.editor.focus()

    # --- handing in ---

    def action_submit(self) -> None:
        """Hand the reply in; a second press while that goes on is none."""
        if not self._handing_in:
            self._handing_in = True
            self.do(self._submit_once())

    async def _submit_once(self) -> None:
        try:
            self.tell("handing in …")  # it may wait for a store that another program holds
            await self._submit()
        finally:
            self._handing_in = False

    async def _submit(self) -> None:
        await self.renew()  # what is handed in is checked against the post as it is now
        await self.keeping.look()
        found, text = self._papers, self.editor.text
        if found is None:
            return
        if not text.strip():
            self.tell("A reply needs a text.", Tone.WARN)
            return
        if found.trouble:  # who must say yes to it, and what is wrong with it, stands in those files
            self.tell(f"Not handed in: {found.trouble}", Tone.WARN)
            return
        if self.keeping.clash is not None:
            self.tell(f"{self.keeping.clash.author} changed this text: F9 chooses first.", Tone.WARN)
            return
        sheet = replace(found.sheet, statement=self._statement, split=self._split, now=self._room.clock.now())
        checked = await self._stage.proofreader.check(text, sheet, found.house)
        review, asked = await asyncio.to_thread(self._look, checked.review, found, sheet)
        self._review, self._needs = review, asked
        self._show_review()
        if blocking := severest(review.blocking(self._overrides)):
            first = blocking[0]
            self._go(first)
            more = f" And {len(blocking) - 1} more." if blocking[1:] else ""
            self.tell(f"✕ {first.rule}: {first.reason}{more}", Tone.BAD)
            return
        if not await self._yes(self.handing.asks(found, review, asked)):
            self.tell("Nothing was sent: y is the yes. F5 asks again.")
            return
        try:
            handed = await self.handing.hand_in(found, review.parts, self._statement, self._overrides,
                                                self.keeping.others)
        except Conflict as error:
            self._overtaken(found, error.theirs)
            return
        await self._after(handed)

    def _overtaken(self, found: Papers, theirs: Draft) -> None:
        """Somebody else wrote on this draft: show how it differs; who hands in again has seen it."""
        self._papers = replace(found, draft=theirs)
        self._theirs = theirs
        self._show_talk()
        who = theirs.writers[-1] if theirs.writers else theirs.author
        self.tell(f"{who} changed this reply: [-theirs-] [+yours+]. F5 again puts yours in its place.", Tone.WARN)

    async def _yes(self, asks: str) -> bool:
        """Ask before it goes out; where somebody must approve it first there is nothing to ask."""
        if not asks:
            return True
        answer = await self._stage.prompt.ask(Question(label=asks, keys={"y": "yes, send it", "n": "go on writing"}))
        self.editor.focus()
        return answer == "y"

    async def _after(self, handed: Handed) -> None:
        await self.keeping.drop()
        self._overrides, self._split = {}, False
        await self._stage.stop_writing()
        self._stage.say(handed.words, Tone.WARN if handed.trouble else Tone.PLAIN)
