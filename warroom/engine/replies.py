"""Replies in the log: each step from a draft to the platform and back is a move of the table and an event."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final

from warroom.domain.approval import Blocked, Needs, same, seen
from warroom.domain.errors import BadMove
from warroom.domain.events import EventType, NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Platform, PostKey, storable
from warroom.domain.reply import (
    OPEN_ENDED,
    WRITABLE,
    Conflict,
    Draft,
    DraftState,
    Sent,
    moved,
    new_key,
)
from warroom.domain.text import one_line
from warroom.domain.typed import sendable_text
from warroom.engine.draft_log import DraftLog, Scene, Step, named_reply
from warroom.engine.entries import must_be_open
from warroom.engine.gate import Gate
from warroom.engine.review import Review, Waiting
from warroom.ports import Clock, Store

__all__ = ["Replies", "Waiting"]

_OUTCOMES: Final[Mapping[DraftState, EventType]] = {
    DraftState.SENT: EventType.SENT, DraftState.FAILED: EventType.FAILED, DraftState.UNKNOWN: EventType.UNKNOWN,
    DraftState.DELETED: EventType.UNSENT,
}


class Replies(Review):
    """The replies of one store, written by ``actor``, behind a gate: writing, review, and the outbox's moves."""

    def __init__(
        self, store: Store, *, clock: Clock, wall: Clock, actor: str, dice: random.Random, gate: Gate | None = None,
    ) -> None:
        super().__init__(DraftLog(store, clock=clock, wall=wall, actor=one_line(storable(actor))), gate or Gate())
        self._store = store
        self._clock = clock
        self._wall = wall
        self._dice = dice
        self._last = datetime.min.replace(tzinfo=UTC)

    def heed(self, told: Callable[[], Awaitable[None]]) -> None:
        """Await ``told`` after every write from now on, to spread the news."""
        self._log.heed(told)

    async def write(
        self, incident: str, post: PostKey | None, text: str, *, statement: str = "", private: bool = False,
        batch: str = "", again: bool = False, platform: Platform | None = None, writers: Sequence[str] = (),
    ) -> Draft:
        """Keep a reply as a draft; the same words that wait already are taken up again, so that a repeat is safe.

        Without a post it is one of our own, on ``platform``. ``writers`` are others who wrote some of it. Raises
        BadMove for an empty text, a post that was deleted, another reply to it whose outcome is open, and for words
        that were sent to it before, unless ``again``.
        """
        fresh = self._fresh(post, text, platform=platform, statement=statement, private=private, batch=batch)
        fresh = replace(fresh, writers=self._others(fresh.author, writers))
        if again:
            fresh = replace(fresh, overrides={"same-words": "asked to send them once more"})
        return (await self._keep(incident, post, [fresh]))[0]

    async def write_thread(
        self, incident: str, post: PostKey | None, parts: Sequence[str], *, statement: str = "",
        private: bool = False, platform: Platform | None = None, writers: Sequence[str] = (),
    ) -> list[Draft]:
        """Keep a text that was cut into parts: drafts of one batch, each of which follows the one before it."""
        made: list[Draft] = []
        batch = self._key()
        for text in parts:
            one = self._fresh(post, text, platform=platform, statement=statement, private=private, batch=batch)
            made.append(replace(one, follows=made[-1].id if made else "", writers=self._others(one.author, writers)))
        if not made:
            raise BadMove("A reply needs a text.")
        return await self._keep(incident, post, made)

    async def broadcast(
        self, incident: str, texts: Mapping[Platform, str], *, statement: str = "", again: bool = False,
        statements: Mapping[Platform, str] = MappingProxyType({}),
        writers: Mapping[Platform, Sequence[str]] = MappingProxyType({}),
    ) -> list[Draft]:
        """Keep one statement as a post of its own for each platform, each with its text: drafts of one batch.

        ``statements`` are those of platforms with another one than ``statement``; ``writers`` others who wrote there.
        """
        batch = self._key()
        made = [self._fresh(None, text, platform=platform, statement=statements.get(platform, statement), batch=batch)
                for platform, text in texts.items()]
        made = [replace(one, writers=self._others(one.author, writers.get(one.platform, ()))) for one in made]
        if again:
            made = [replace(one, overrides={"same-words": "asked to send them once more"}) for one in made]
        if not made:
            raise BadMove("A broadcast needs a platform and a text.")
        return await self._keep(incident, None, made)

    async def revise(
        self, incident: str, draft_id: str, text: str, *, version: int, statement: str | None = None,
        writers: Sequence[str] = (),
    ) -> Draft:
        """Change the text; approvals and what was set aside are void, and the reply is a draft again.

        ``version`` is the one that was read. Raises Conflict where somebody changed it since, BadMove once it is on
        its way.
        """
        words = sendable_text(text)

        def turn(scene: Scene) -> Step | None:
            before = scene.draft
            if before.version != version:
                raise Conflict(before)
            if before.state not in WRITABLE:
                moved(before.state, DraftState.DRAFT)
            said = before.statement if statement is None else one_line(statement)
            here = seen(scene.item)
            if (words, said, here) == (before.text, before.statement, before.seen):
                return None
            # The last one to write stands last.
            all_of = self._others(before.author, (*before.writers, *writers, self.actor))
            again = {rule: reason for rule, reason in before.overrides.items() if rule == "same-words"}
            after = replace(
                before, text=words, statement=said, version=before.version + 1, state=DraftState.DRAFT, approvals=(),
                overrides=again, writers=all_of, seen=here, since=self._clock.now(), reason="")
            return Step(after=after, kind=EventType.REVISED)

        return await self._change(incident, draft_id, turn)

    async def ready(self, incident: str, draft_id: str, *, room: str = LIVE) -> Draft:
        """Look whether :meth:`begin` would let a draft go now, without a step towards it. Raises BadMove as that does.

        A draft whose approval does not hold any more goes back into review by this too.
        """
        scene = await self._look(incident, draft_id)
        self._may_go(scene, room)
        asked = self._needs(scene, scene.draft)
        if asked.missing:
            await self._change(incident, draft_id, self._lapsed)
            raise _unapproved(asked)
        return scene.draft

    async def begin(self, incident: str, draft: Draft, account: str, *, room: str = LIVE) -> Draft:
        """Make an approved reply *sending*: of all who try at once only one succeeds, and he alone may call.

        Everything is checked once more in the transaction that writes it: who sends, what stands in the way, and
        whether the approvals hold; where they do not, the draft goes back into review. Raises BadMove for any of
        these, and in a drill unless ``room`` is the drill's own: nothing of a drill is ever published.
        """
        lapsed: list[Needs] = []

        def turn(scene: Scene) -> Step | None:
            lapsed.clear()
            self._may_go(scene, room)
            asked = self._needs(scene, scene.draft)
            if asked.missing:
                lapsed.append(asked)
                return self._lapsed(scene)
            return Step(after=self._at(scene.draft, moved(scene.draft.state, DraftState.SENDING), account=account,
                                       reason=""), kind=EventType.SENDING)

        after = await self._change(incident, draft.id, turn)
        if lapsed:
            raise _unapproved(lapsed[0])
        return after

    async def still(self, incident: str, draft: Draft) -> str:
        """Say why a reply that was on its way when its sender went would not be let go now; "" where it would.

        Then it is only looked for, and not repeated. Who holds the post was asked when it was sent.
        """
        scene = await self._look(incident, draft.id)
        asked = self._needs(scene, scene.draft)
        if asked.missing:
            return asked.lapsed or asked.words
        left = [one for one in self._open(scene) if not one.rule.startswith("held:")]
        return left[0].words if left else ""

    async def settle(
        self, incident: str, draft: Draft, state: DraftState, *, reason: str = "", sent: Sent | None = None,
        actor: str = "",
    ) -> Draft:
        """Write how a reply ended: sent, failed, unknown or deleted."""
        kind = _OUTCOMES[state]

        def turn(scene: Scene) -> Step:
            after = self._at(scene.draft, moved(scene.draft.state, state), reason=one_line(reason),
                             sent=sent or scene.draft.sent)
            return Step(after=after, kind=kind, actor=actor)

        return await self._change(incident, draft.id, turn, closed=True)

    async def find(self, incident: str | None, words: str) -> tuple[str, Draft]:
        """The reply of this id, or of an id that ends so, and its incident. Raises NotFound."""
        return named_reply(await self._store.drafts(incident), words)

    async def batch(self, incident: str, name: str) -> list[Draft]:
        """The drafts of one broadcast or thread, in order."""
        return [draft for _, draft in await self._store.drafts(incident) if name and draft.batch == name]

    # The drafts of one act are written together, or none of them.
    async def _keep(self, incident: str, post: PostKey | None, fresh: Sequence[Draft]) -> list[Draft]:
        found: list[Draft] = []

        def decide(
            now: Incident | None, items: Mapping[PostKey, Item], known: Mapping[str, Draft],
        ) -> list[NewEvent]:
            here = must_be_open(now)
            item = items[post] if post is not None else None
            if item is not None and item.deleted_at is not None:
                raise BadMove("The post was deleted; a reply would have no place.")
            for other in known.values():
                if other.post is not None and other.state in OPEN_ENDED:
                    raise BadMove("A reply to this post is on its way, and its outcome is open.",
                                  reason=f"It is {other.id}: {other.state}.", hint="warroom outbox shows it.")
            _not_again(fresh, known)
            waiting = [_twin(one, known) for one in fresh]
            if all(waiting):
                found[:] = [one for one in waiting if one is not None]
                return []
            found[:] = [replace(one, seen=seen(item)) for one in fresh]
            return [self._log.event(here, item, None, Step(after=one, kind=EventType.DRAFTED)) for one in found]

        await self._log.commit(incident, post, decide)
        return found

    def _fresh(
        self, post: PostKey | None, text: str, *, platform: Platform | None, statement: str, private: bool = False,
        batch: str = "",
    ) -> Draft:
        where = _platform(post) if post is not None else platform
        if where is None:
            raise BadMove("A post of our own needs a platform.")
        if private and post is None:
            raise BadMove("A private message answers a post.")
        return Draft(id=self._key(), post=post, platform=where, text=sendable_text(text), author=self.actor,
                     since=self._clock.now(), statement=one_line(statement), private=private, batch=batch)

    def _others(self, author: str, writers: Sequence[str]) -> tuple[str, ...]:
        """Each writer but the author once, where they wrote last."""
        found: list[str] = []
        for name in writers:
            found = [*(one for one in found if not same(one, name)), name]
        return tuple(name for name in found if not same(name, author))

    def _key(self) -> str:
        # Ids sort as they were made, also of two that are made at once.
        self._last = max(self._wall.now(), self._last + timedelta(microseconds=1))
        return new_key(self._last, self._dice)

    def _may_go(self, scene: Scene, room: str) -> None:
        """Raise BadMove where a draft may not go out now, whoever approved it."""
        here, draft = scene.incident, scene.draft
        if room == LIVE and (here.drill or here.room != LIVE):
            raise BadMove("Nothing of a drill is ever published.", hint="Leave the drill to answer for real.")
        if room != LIVE and (not here.drill or here.room != room):
            raise BadMove("A rehearsal sends nothing of another room.")
        moved(draft.state, DraftState.SENDING)
        self.gate.policy.must_send(self.actor)
        for other in scene.others:
            if other.id == draft.follows and other.state is not DraftState.SENT:
                raise BadMove(f"The part before this one is {other.state}.", hint="The parts go out in order.")
            if draft.post is not None and other.state in OPEN_ENDED:
                raise BadMove("Another reply to this post is on its way, and its outcome is open.",
                              reason=f"It is {other.id}: {other.state}.", hint="warroom outbox shows it.")
        if left := self._open(scene):
            raise Blocked(left)


def _unapproved(asked: Needs) -> BadMove:
    if asked.lapsed:
        return BadMove("The approval does not hold any more.", reason=f"{asked.lapsed}.", hint=asked.words)
    return BadMove("Nobody approved this reply yet.", reason=asked.words, hint="warroom approve ID, as that person.")


def _not_again(fresh: Sequence[Draft], known: Mapping[str, Draft]) -> None:
    for one in fresh:
        for other in known.values():
            if (other.state is DraftState.SENT and (other.text, other.platform) == (one.text, one.platform)
                    and other.private == one.private and "same-words" not in one.overrides):
                where = "to this post" if one.post is not None else f"on {one.platform}"
                raise BadMove(f"These words were sent {where} already.", reason=_where(other),
                              hint="--again sends them once more.")


def _twin(one: Draft, known: Mapping[str, Draft]) -> Draft | None:
    """The same words of the same author that wait already."""
    waiting = (DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED)
    found = [other for other in known.values() if other.state in waiting and other.author == one.author and (
        other.text, other.platform, other.private, other.statement) == (
        one.text, one.platform, one.private, one.statement)]
    return found[-1] if found else None


def _platform(post: PostKey) -> Platform:
    return Platform(post.partition(":")[0])


def _where(draft: Draft) -> str:
    if draft.sent is None:
        return ""
    return f"At {draft.sent.at:%Y-%m-%d %H:%M} UTC: {draft.sent.url}"
