"""A direct message to the author of a post: written apart from the public reply, so that the two are never mixed up."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from warroom.domain.composing import Review, Sheet, severest
from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.outgoing import answering, usual
from warroom.domain.reply import WRITABLE, Draft, DraftState
from warroom.domain.statements import Library
from warroom.domain.text import clip, neutralise, one_line
from warroom.domain.tone import RULES, Brief, Rule, Strategy
from warroom.redaction import REDACTOR
from warroom.screens import papers, settling
from warroom.screens.deciding import Decisions
from warroom.screens.keeping import Keeping
from warroom.screens.replying import marks_of
from warroom.screens.writing_page import WritingPage
from widgets.composer import Talk
from widgets.detail import author
from widgets.differing import differing, legend
from widgets.editor import Editor
from widgets.findings import Findings, summary
from widgets.foot import Foot
from widgets.health import NAMES
from widgets.pane import Pane
from widgets.prompt import Prompt, Question
from widgets.rows import Row, Tone, fold

if TYPE_CHECKING:
    from warroom.domain.tone.house import Tables
    from warroom.engine.room import Room
    from warroom.proofing.client import Proofreader
    from warroom.settings import Settings

#: Seconds after a key until the text is checked.
_PAUSE: Final = 0.05
#: In private one may ask for what must not be asked for in public.
_PUBLIC_ONLY: Final = frozenset({"asks-personal-data"})
#: Rows of a terminal below which the post, and then the findings, give way to the text.
_POST, _FINDINGS = 20, 14


class PrivateFoot(Foot):
    """The keys of the page."""

    def ways(self) -> Sequence[tuple[str, str]]:
        """The keys."""
        return (("F5", "hand in"), ("Esc", "leave, it is kept"))


class PrivatePage(WritingPage[str]):
    """Writes a direct message and hands it in; gives what became of it in words, "" where it was left.

    What is typed is kept, and one of this person's that came back is gone on with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "submit", "Hand it in, then send it", show=False, priority=True, id="private.submit"),
        Binding("f9", "choose", "Choose between two versions", show=False, priority=True, id="private.choose",
                tooltip="Where somebody else changed the text meanwhile"),
        Binding("escape", "leave", "Leave; the text is kept", show=False, id="private.leave"),
    ]
    DEFAULT_CSS = """
    PrivatePage { align: center middle; }
    PrivatePage > Vertical { width: 92%; max-width: 110; height: 80%; max-height: 40; padding: 0; }
    PrivatePage #post-pane { height: 6; }
    PrivatePage #text-pane { height: 3fr; min-height: 3; }
    PrivatePage #findings-pane { height: 2fr; }
    PrivatePage.-low > Vertical { width: 100%; height: 100%; }
    PrivatePage.-bare > Vertical { border: none; }
    PrivatePage.-bare #text-pane { border: none; min-height: 1; }
    PrivatePage.-bare Foot { display: none; }
    PrivatePage.-asking Foot { display: none; }
    """

    def __init__(self, room: Room, settings: Settings, item: Item, proofreader: Proofreader) -> None:
        super().__init__()
        self._proofreader = proofreader
        self._room, self._settings, self._item = room, settings, item
        self.post = Talk(id="private-post")
        self.editor = Editor(id="private-text")
        self.findings = Findings(id="private-findings")
        self.post_pane = Pane(self.post, number=0, name="What they wrote", id="post-pane")
        self.findings_pane = Pane(self.findings, number=0, name="Findings", id="findings-pane")
        self.prompt = Prompt()
        self.foot = PrivateFoot()
        self.keeping = Keeping(room, self._kept)
        self._rules: tuple[Rule, ...] = RULES
        self._house: Tables = ()
        self._library = Library()
        # A content warning is for those who may see the post; this goes to one person.
        where = item.post.platform
        self._limit = answering(usual(where, private=True), platform=where, author=item.post.author, said="")
        self._draft: Draft | None = None
        self._review: Review | None = None
        self._checked_by: tuple[object, ...] = ()
        self._stale = asyncio.Event()
        self._decisions = Decisions(room=room, prompt=self.prompt, tell=self.tell)

    def compose(self) -> ComposeResult:
        """The post, the text, what was found, the question or the keys."""
        with Vertical() as frame:
            to = f"{author(self._item.post)} on {NAMES[self._item.post.platform]}"
            frame.border_title = f" In private to {to} "
            yield self.post_pane
            yield Pane(self.editor, number=0, name="Text", id="text-pane")
            yield self.findings_pane
            yield self.prompt
            yield self.foot

    def on_mount(self) -> None:
        """Read what was kept and the house's rules; what is typed meanwhile stands behind it."""
        self._fit()
        self.editor.focus()
        self.post.show(self._post_rows)
        self.run_worker(self._begin())
        self.run_worker(self._ask_limit())
        self.run_worker(self._follow(), group="follow")

    def on_resize(self) -> None:
        """Leave the rows of a low terminal to the text."""
        self._fit()

    def _fit(self) -> None:
        rows = self.app.size.height
        self.set_class(rows < 30, "-low")
        self.set_class(rows < 9, "-bare")
        self.post_pane.display = rows >= _POST
        self.findings_pane.display = rows >= _FINDINGS

    def _post_rows(self, columns: int) -> list[Row]:
        return [[(line, Tone.PLAIN)] for line in fold(neutralise(self._item.post.text), columns)]

    async def on_unmount(self) -> None:
        """Keep what was typed, whatever ends the page."""
        await self.keeping.now()

    async def _begin(self) -> None:
        drafts = [draft for _, draft in await self._room.store.drafts(self._room.incident.id)]
        mine = [draft for draft in drafts if draft.post == self._item.key and draft.private and not draft.batch
                and draft.author == self._room.desk.actor and draft.state in (DraftState.DRAFT, DraftState.FAILED)]
        self._draft = mine[-1] if mine else None
        kept = await self.keeping.open(PostKey(f"private:{self._item.key}"))
        early = self.editor.text
        before = kept.text if kept is not None and kept.text else self._draft.text if self._draft is not None else ""
        if before:
            self.editor.load_text(before + early)
            self.editor.move_cursor(self.editor.document.end)
        self._typed()
        self._rules, self._library, trouble, self._house = await asyncio.to_thread(
            papers.of_house, self._settings, drill=self._room.incident.drill)
        back = f"It came back: {self._draft.reason}" if self._draft is not None and self._draft.reason else ""
        if said := trouble or self.keeping.met or back:
            self.tell(REDACTOR.scrub(said), Tone.WARN)
        self._stale.set()

    async def _ask_limit(self) -> None:
        found = await papers.limit(self._room, self._item.post, private=True)
        if found is not None and found != self._limit:
            self._limit = found
            self._stale.set()

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._typed()

    def _typed(self) -> None:
        self.keeping.typed(self.editor.text, "")
        self.set_timer(_PAUSE, self._stale.set)

    def _kept(self) -> None:
        if self.is_attached:
            self._stale.set()

    async def _follow(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            text = self.editor.text
            by = self._rules, self._library, self._limit
            if self._review is None or self._review.text != text or self._checked_by != by:
                review = (await self._proofreader.check(text, self._sheet(), self._house)).review
                self._checked_by = by  # what was read meanwhile has it checked once more
                found = tuple(one for one in review.findings if one.rule not in _PUBLIC_ONLY)
                self._review = replace(review, findings=found)
            self._show(self._review)

    def _sheet(self) -> Sheet:
        post, incident = self._item.post, self._room.incident
        brief = Brief(reply_to=post.text, author=post.author, platform=post.platform, severity=incident.severity,
                      facts=self._library.facts, strategy=Strategy(incident.strategy) if incident.strategy else None)
        return Sheet(brief=brief, limit=self._limit, now=self._room.clock.now(), rules=self._rules)

    def _show(self, review: Review) -> None:
        if not self.is_attached:
            return
        clash, text = self.keeping.clash, self.editor.text
        if clash is not None:
            self.findings.show_rows(lambda columns: differing(text, clash, columns))
        else:
            empty = "✓ nothing found" if text.strip() else "Only its author reads it; what is wrong shows up here."
            self.findings.show(severest(review.findings), {}, empty=empty, doubted=review.doubted)
        self.findings_pane.head(legend(clash) if clash is not None else
                                summary(review.findings, {}, len(review.doubted)) if text.strip() else [])
        if review.text == text:
            self.editor.mark(marks_of(review, ()))
        saved = f"{self.keeping.words[0]}  " if self.keeping.words[0] else ""
        self.foot.tell_aside(f"{saved}{review.count.length:,} / {review.count.most:,}")

    def action_leave(self) -> None:
        """Leave the question, or the page; what was typed is kept."""
        if self.prompt.asking:
            self.prompt.answer(None)
        else:
            self.dismiss("")

    def action_choose(self) -> None:
        """Choose between one's own version and somebody else's."""
        self.run_worker(self._settle(), group="acts", exclusive=True)

    async def _settle(self) -> None:
        if self.keeping.clash is None:
            self.tell("Nobody else changed this text.")
        else:
            await settling.choose(self.keeping, self.prompt, self.editor)
        self._stale.set()

    def action_submit(self) -> None:
        """Hand it in, and send it where nobody else has to say yes."""
        self.run_worker(self._told(), group="acts", exclusive=True)

    async def _told(self) -> None:
        try:
            await self._submit()
        except WarroomError as error:
            self.tell(REDACTOR.scrub(str(error)), Tone.WARN)

    async def _written(self) -> Draft:
        """The message as a draft: the one that came back, changed, or a new one."""
        incident, replies, text = self._room.incident.id, self._room.replies, self.editor.text
        if self._draft is not None and self._draft.state in WRITABLE:
            return await replies.revise(incident, self._draft.id, text, version=self._draft.version,
                                        writers=self.keeping.others)
        return await replies.write(incident, self._item.key, text, private=True, writers=self.keeping.others)

    async def _submit(self) -> None:
        incident, replies = self._room.incident.id, self._room.replies
        if not self.editor.text.strip():
            raise BadMove("A message needs a text.")
        if self.keeping.clash is not None:
            raise BadMove(f"{self.keeping.clash.author} changed this text: F9 chooses first.")
        checked = await self._proofreader.check(self.editor.text, self._sheet(), self._house)
        if (firm := checked.review.firm) is not None:
            raise BadMove(firm.reason, hint=firm.suggestion)
        draft = self._draft = await self._written()

        async def submit(given: Mapping[str, str]) -> Draft:
            return await replies.submit(incident, draft.id, overrides=given)

        done = await self._decisions.past(submit)
        if done is None:
            return
        await self.keeping.drop()
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
