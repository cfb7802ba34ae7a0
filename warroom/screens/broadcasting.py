"""What a broadcast is made of: one text a platform, kept as it is typed, and what became of each. Knows no Textual."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from warroom.domain.composing import Review, Sheet, made_of
from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.model import Platform, PostKey
from warroom.domain.outgoing import LIMITS
from warroom.domain.reply import OPEN_ENDED, Draft, DraftState, TextLimit
from warroom.domain.statements import Library, Statement, fill
from warroom.domain.tone import RULES, Brief, Rule, Strategy
from warroom.redaction import REDACTOR
from warroom.screens import papers
from warroom.screens.keeping import Keeping

if TYPE_CHECKING:
    from warroom.domain.approval import Needs
    from warroom.domain.tone.house import Tables
    from warroom.engine.room import Room
    from warroom.proofing.client import Proofreader
    from warroom.settings import Settings

OVER: Final = frozenset({DraftState.SENT, DraftState.DELETED})
#: A part that is certainly not out, and waits for no yes: its text may be changed.
_OPEN: Final = frozenset({DraftState.DRAFT, DraftState.FAILED})


@dataclass(slots=True)
class Part:
    """One platform's part of a broadcast. ``closed`` says why nothing can be posted there, "" where it can.

    ``follows`` is the platform whose words it has, and goes on to have until it gets words of its own.
    """

    keeping: Keeping
    limit: TextLimit
    text: str = ""
    statement: Statement | None = None
    on: bool = True
    review: Review | None = None
    draft: Draft | None = None
    aside: dict[str, str] = field(default_factory=dict)
    closed: str = ""
    follows: Platform | None = None

    @property
    def open(self) -> bool:
        """True while its text may be changed."""
        return self.draft is None or self.draft.state in _OPEN


class Broadcasting:
    """A broadcast in the making, or one that was handed in and is not ended. ``told``: how a text is kept changed."""

    def __init__(
        self, room: Room, settings: Settings, told: Callable[[], None], proofreader: Proofreader,
    ) -> None:
        self._room, self._settings, self._proofreader = room, settings, proofreader
        self.parts = {platform: Part(Keeping(room, told), LIMITS[platform]) for platform in Platform}
        self.library = Library()
        self._rules: tuple[Rule, ...] = RULES
        self._house: Tables = ()
        #: The batch of drafts that is shown, "" before it was handed in; and one that waits behind a newer text.
        self.batch = ""
        self.behind = ""

    # --- what there is ---

    async def begin(self) -> str:
        """Read the house's files, and take up what was not ended, a text that was not handed in first.

        Says what of it cannot be used, or who else wrote there.
        """
        self._rules, self.library, trouble, self._house = await asyncio.to_thread(
            papers.of_house, self._settings, drill=self._room.incident.drill)
        for platform, part in self.parts.items():
            part.closed = await self._why_not(platform)
        waiting = [draft.batch for draft in await self._drafts() if draft.state not in OVER]
        await self._take_up("")
        if waiting and not any(part.text.strip() for part in self.parts.values()):
            await self._take_up(waiting[-1])
        elif waiting:
            self.behind = waiting[-1]
        met = [part.keeping.met for part in self.parts.values() if part.keeping.met]
        return REDACTOR.scrub(trouble) or (met[0] if met else "")

    async def other(self) -> None:
        """Go from a broadcast that was handed in to a new one, or back to it."""
        here = self.batch
        await self.keep()
        await self._take_up(self.behind)
        self.behind = here

    async def _take_up(self, batch: str) -> None:
        self.batch = batch
        drafts = {draft.platform: draft for draft in await self._drafts() if batch and draft.batch == batch}
        for platform, part in self.parts.items():
            part.draft, part.review, part.aside, part.follows = drafts.get(platform), None, {}, None
            saved = await part.keeping.open(PostKey(f"broadcast:{platform}{f':{batch}' if batch else ''}"))
            kept = saved if saved is not None and saved.text.strip() and part.open else None
            part.text = kept.text if kept is not None else part.draft.text if part.draft is not None else ""
            named = kept.statement if kept is not None else part.draft.statement if part.draft is not None else ""
            part.statement = self.library.statements.get(named)
        written = [platform for platform, part in self.parts.items() if part.text.strip()]
        for platform, part in self.parts.items():
            part.on = platform in drafts if batch else not part.closed and (not written or platform in written)

    async def _why_not(self, platform: Platform) -> str:
        outbox = self._room.outbox
        try:
            can = outbox is not None and await outbox.posts(platform)
        except WarroomError as error:
            return REDACTOR.scrub(error.title)
        return "" if can else "warroom cannot post there without answering somebody"

    async def ask_limit(self, platform: Platform) -> bool:
        """Ask a platform's server how long a post may be; true where it is another length than was thought."""
        part = self.parts[platform]
        found = await papers.limit(self._room, platform=platform)
        if found is None or found == part.limit:
            return False
        part.limit, part.review = found, None
        return True

    async def _drafts(self) -> list[Draft]:
        found = [draft for _, draft in await self._room.store.drafts(self._room.incident.id)]
        return [draft for draft in found if draft.batch and draft.post is None]

    async def renew(self) -> None:
        """Look what became of each part, and check the texts that changed; no key waits for that."""
        await self._room.replies.gate.open()
        drafts = {draft.platform: draft for draft in await self._drafts() if self.batch and draft.batch == self.batch}
        for platform, part in self.parts.items():
            part.draft = drafts.get(platform)
        for platform in self.parts:
            await self.look_at(platform)

    async def look_at(self, platform: Platform) -> Review:
        """Check a platform's text, unless that was done."""
        part = self.parts[platform]
        while part.review is None or part.review.text != part.text:
            by = self._rules, part.limit
            review = (await self._proofreader.check(part.text, self.sheet(platform), self._house)).review
            part.review = review if by == (self._rules, part.limit) else None
        return part.review

    def sheet(self, platform: Platform) -> Sheet:
        """What a platform's text is checked against."""
        incident, part = self._room.incident, self.parts[platform]
        brief = Brief(platform=platform, severity=incident.severity, facts=self.library.facts,
                      strategy=Strategy(incident.strategy) if incident.strategy else None)
        return Sheet(brief=brief, limit=part.limit, now=self._room.clock.now(), rules=self._rules,
                     statement=part.statement)

    def needs(self, draft: Draft) -> Needs:
        """Who must approve a part."""
        return self._room.replies.gate.needs(draft, None, self._room.incident, self._room.clock.now())

    # --- writing ---

    def typed(self, platform: Platform, text: str) -> None:
        """Take what was typed for a platform, and for those that have its words.

        It is on the disk within half a second. A platform that had another's words has its own from then on.
        """
        part = self.parts[platform]
        if part.text == text or not part.open:
            return
        part.follows = None
        self._write(part, text)
        for other in self.parts.values():
            if other.follows is platform and other.open:
                other.statement = part.statement
                self._write(other, text)

    def begin_with(self, statement: Statement, platform: Platform) -> None:
        """Put a statement in the place of every text that may be changed; its platforms take part.

        It is filled on ``platform``, and so on all the others.
        """
        for name, part in self.parts.items():
            if part.open:
                part.statement = statement
                self._write(part, fill(statement.body, self.library.facts))
                part.on = not part.closed and (not statement.platforms or name in statement.platforms)
        self._follow(platform)

    def for_all(self, platform: Platform) -> None:
        """Put a platform's text in the place of all others that may be changed; they follow it from then on."""
        here = self.parts[platform]
        for other, part in self.parts.items():
            if other is not platform and part.open:
                part.statement = here.statement
                self._write(part, here.text)
        self._follow(platform)

    def _follow(self, platform: Platform) -> None:
        for name, part in self.parts.items():
            part.follows = platform if part.open and name is not platform else None

    def _write(self, part: Part, text: str) -> None:
        part.text = text
        if part.statement is not None and not made_of(part.statement, text):
            part.statement = None
        part.keeping.typed(text, part.statement.id if part.statement else "")

    async def keep(self) -> None:
        """Save at once what is not saved."""
        for part in self.parts.values():
            await part.keeping.now()

    # --- handing in ---

    async def hand_in(self) -> list[Draft]:
        """Make drafts of the texts of those that take part, or change those that came back; these are to be submitted.

        Raises Unfit where a text does not fit its platform or has a gap, Conflict where somebody changed a draft
        meanwhile.
        """
        replies, incident = self._room.replies, self._room.incident.id
        chosen = {platform: part for platform, part in self.parts.items()
                  if part.on and part.open and part.text.strip()}
        for platform, part in chosen.items():
            review = await self.look_at(platform)
            if review.count.over:
                raise Unfit(platform, f"It is too long for {platform.capitalize()} by {review.count.over}.")
            if review.firm is not None:
                raise Unfit(platform, f"{platform.capitalize()}: {review.firm.reason} {review.firm.suggestion}")
            if (clash := part.keeping.clash) is not None:
                raise BadMove(f"{clash.author} changed the text for {platform.capitalize()}: F9 chooses first.")
        if not self.batch:
            made = await replies.broadcast(
                incident, {platform: part.text for platform, part in chosen.items()},
                statements={platform: part.statement.id for platform, part in chosen.items() if part.statement},
                writers={platform: part.keeping.others for platform, part in chosen.items()})
            for part in self.parts.values():  # also of those that were left out: this broadcast is handed in
                await part.keeping.drop()
            await self._take_up(made[0].batch)
            return made
        changed = []
        for part in chosen.values():
            if part.draft is not None:
                changed.append(await replies.revise(
                    incident, part.draft.id, part.text, version=part.draft.version, writers=part.keeping.others,
                    statement=part.statement.id if part.statement else ""))
                await part.keeping.drop()
        await self._take_up(self.batch)
        return changed

    async def chosen(self) -> Mapping[Platform, Draft]:
        """The drafts of those that take part, as they are now."""
        return {draft.platform: draft for draft in await self._drafts()
                if self.batch and draft.batch == self.batch and self.parts[draft.platform].on}


def undecided(drafts: Mapping[Platform, Draft]) -> list[str]:
    """The platforms whose end nobody knows."""
    return [platform.capitalize() for platform, draft in drafts.items() if draft.state in OPEN_ENDED]


class Unfit(BadMove):
    """A text cannot go to its platform as it is, and no reason changes that."""

    def __init__(self, platform: Platform, words: str) -> None:
        super().__init__(words)
        self.platform = platform
