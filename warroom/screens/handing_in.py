"""Handing a reply in: who must approve it, what happens next, and the way to the outbox."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from warroom.domain.approval import Needs, of_post
from warroom.domain.composing import FIRM, Review
from warroom.domain.errors import WarroomError
from warroom.domain.model import Platform
from warroom.domain.reply import Draft, DraftState
from warroom.domain.statements import Statement
from warroom.domain.tone import Finding, Level
from widgets import health

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.screens.papers import Papers
    from warroom.settings import Settings


@dataclass(frozen=True, slots=True)
class Handed:
    """What became of a reply that was handed in, in words; ``trouble`` where it did not go its way."""

    words: str
    trouble: bool = False


class HandingIn:
    """The counter: what :class:`~warroom.engine.replies.Replies` says of a text, before and when it is handed in."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def may_set_aside(self, finding: Finding) -> bool:
        """True where a typed reason sets this finding aside."""
        return finding.rule not in FIRM

    def account(self, settings: Settings, platform: Platform) -> str:
        """The handle that it goes out under, as far as the settings say; "" where only the login knows."""
        match platform:
            case Platform.REDDIT:
                name = settings.accounts.reddit.username
                return f"u/{name}" if name else ""
            case Platform.BLUESKY:
                name = settings.accounts.bluesky.identifier
                return f"@{name}" if name else ""
            case _:
                return ""

    def look(
        self, found: Papers, text: str, statement: Statement | None, overrides: Mapping[str, str],
        writers: Sequence[str],
    ) -> tuple[Needs, list[Finding]]:
        """Who would have to approve this text, and what its post puts in the way. It may read files: use a thread."""
        if self._room.outbox is None:
            return Needs(words="This room has no way out: what is written here stays here.", count=1), []
        item = found.item
        draft = Draft(id="", post=item.key, platform=found.platform, text=text.strip(), author=self._room.desk.actor,
                      since=found.sheet.now, statement=statement.id if statement else "", overrides=overrides,
                      seen=found.seen, writers=tuple(writers))
        if found.draft is not None:
            draft = replace(draft, id=found.draft.id, author=found.draft.author,
                            writers=(*found.draft.writers, *writers))
        needs = self._room.replies.gate.needs(draft, item, self._room.incident, self._room.clock.now())
        return needs, [
            # A name keeps its letters.
            Finding(one.rule, Level.ERROR, 0, 0, "", one.words if one.rule.startswith("held:") else
                    f"{one.words[:1].upper()}{one.words[1:]}", one.hint)
            for one in of_post(draft, item, found.drafts, actor=self._room.desk.actor)]

    def next_words(self, asked: Needs) -> str:
        """What happens next, for the foot."""
        if asked.missing:
            return asked.words
        return "Nobody needs to approve it: F5 sends it, after a yes."

    def asks(self, found: Papers, review: Review, asked: Needs) -> str:
        """The question before it goes out; "" where somebody must approve it first, and nothing goes out."""
        if asked.missing:
            return ""
        where = health.NAMES[found.platform]
        many = f" as a thread of {len(review.parts)}" if len(review.parts) > 1 else ""
        to = "to the drill's own room, where nobody reads it" if self._room.incident.drill else f"to {where}"
        return f"Send it {to}{many}?"

    async def hand_in(
        self, found: Papers, parts: Sequence[str], statement: Statement | None, overrides: Mapping[str, str],
        writers: Sequence[str],
    ) -> Handed:
        """Keep the text as a draft, submit it, and let it count down where nobody has to approve it.

        ``writers`` are others who wrote some of it, who cannot approve it.

        Raises Blocked with what stands in the way, Conflict where somebody changed the draft, BadMove.
        """
        replies, incident = self._room.replies, self._room.incident.id
        named = statement.id if statement is not None else ""
        if len(parts) > 1:
            drafts = await replies.write_thread(incident, found.item.key, parts, statement=named, writers=writers)
        elif found.draft is not None:
            drafts = [await replies.revise(incident, found.draft.id, parts[0], version=found.draft.version,
                                           statement=named, writers=writers)]
        else:
            drafts = [await replies.write(incident, found.item.key, parts[0], statement=named, writers=writers)]
        drafts = [await replies.submit(incident, draft.id, overrides=overrides) for draft in drafts]
        waiting = [draft for draft in drafts if draft.state is not DraftState.APPROVED]
        if waiting:
            asked = await replies.needs(incident, waiting[0])
            return Handed(f"handed in. {asked.words}")
        try:
            await self._room.sender.send(drafts[0].id)  # the parts behind it follow
        except WarroomError as error:
            return Handed(f"It is approved, and did not go out: {error}", trouble=True)
        many = f"{len(drafts)} parts go" if len(drafts) > 1 else "It goes"
        return Handed(f"{many} out in a few seconds; z takes it back.")
