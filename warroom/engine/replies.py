"""Replies in the log: each step from a draft to the platform and back is a move of the table and an event."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from warroom.domain import drafts
from warroom.domain.errors import BadMove, NotFound
from warroom.domain.events import NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Platform, PostKey
from warroom.domain.reply import OPEN_ENDED, Draft, DraftState, Sent, moved, new_key
from warroom.domain.text import clip, one_line
from warroom.domain.triage import Status, Triage, changes
from warroom.engine.desk import event_of_post, must_be_open
from warroom.ports import Clock, Store

_SAID: Final[Mapping[DraftState, str]] = {
    DraftState.DRAFT: "drafted a reply", DraftState.APPROVED: "approved the reply",
    DraftState.SENDING: "sending the reply", DraftState.SENT: "replied", DraftState.FAILED: "the reply was not sent",
    DraftState.UNKNOWN: "it is not known whether the reply was sent", DraftState.DELETED: "took the reply back",
}
#: States that are news of the world, and stand in the log even where somebody closed the incident meanwhile.
_OUTCOMES: Final = frozenset({DraftState.SENT, DraftState.FAILED, DraftState.UNKNOWN, DraftState.DELETED})


class Replies:
    """The replies of one store, written by ``actor``."""

    def __init__(self, store: Store, *, clock: Clock, wall: Clock, actor: str, dice: random.Random) -> None:
        self.actor = actor
        self._store = store
        self._clock = clock
        self._wall = wall
        self._dice = dice
        self._told: Callable[[], Awaitable[None]] | None = None

    def heed(self, told: Callable[[], Awaitable[None]]) -> None:
        """Await ``told`` after every write from now on, to spread the news."""
        self._told = told

    async def write(self, incident: str, post: PostKey, text: str, *, again: bool = False) -> Draft:
        """Keep a reply as a draft; the same words that wait already are taken up again, so that a repeat is safe.

        Raises BadMove for an empty text, a post that was deleted, another reply to it whose outcome is open, and for
        words that were sent to it before, unless ``again``.
        """
        words = text.strip()
        if not words:
            raise BadMove("A reply needs a text.")
        at = self._clock.now()
        fresh = Draft(id=new_key(self._wall.now(), self._dice), post=post, platform=_platform(post), text=words,
                      author=self.actor, since=at)
        found: list[Draft] = []

        def decide(
            now: Incident | None, items: Mapping[PostKey, Item], known: Mapping[str, Draft],
        ) -> list[NewEvent]:
            here = must_be_open(now)
            found.clear()
            item = items[post]
            if item.deleted_at is not None:
                raise BadMove("The post was deleted; a reply would have no place.")
            for other in known.values():
                if other.state in OPEN_ENDED:
                    raise BadMove("A reply to this post is on its way, and its outcome is open.",
                                  reason=f"It is {other.id}: {other.state}.", hint="warroom outbox shows it.")
                if other.text == words and other.state is DraftState.SENT and not again:
                    raise BadMove("These words were sent to this post already.", reason=_where(other),
                                  hint="--again sends them once more.")
            waiting = [other for other in known.values() if other.text == words and other.author == self.actor
                       and other.state in (DraftState.DRAFT, DraftState.APPROVED)]
            if waiting:
                found.append(waiting[-1])
                return []
            found.append(fresh)
            return [self._event(here, item, None, fresh)]

        await self._commit(incident, post, decide)
        return found[0]

    async def approve(self, incident: str, draft: Draft) -> Draft:
        """Say that a draft may go out."""
        return await self._move(incident, draft, DraftState.APPROVED)

    async def begin(self, incident: str, draft: Draft, account: str) -> Draft:
        """Make an approved reply *sending*: of all who try at once only one succeeds, and he alone may call.

        Raises BadMove in a drill, whatever came before: nothing of a drill is ever published.
        """
        return await self._move(incident, draft, DraftState.SENDING, account=account)

    async def settle(
        self, incident: str, draft: Draft, state: DraftState, *, reason: str = "", sent: Sent | None = None,
        actor: str = "",
    ) -> Draft:
        """Write how a reply ended: sent, failed, unknown or deleted."""
        return await self._move(incident, draft, state, reason=reason, sent=sent, actor=actor)

    async def find(self, incident: str | None, words: str) -> tuple[str, Draft]:
        """The reply of this id, or of an id that ends so, and its incident. Raises NotFound."""
        every = await self._store.drafts(incident)
        found = [one for one in every if one[1].id == words] or [
            one for one in every if words and one[1].id.endswith(words)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFound(f"There is no reply {words!r}.", hint="warroom outbox lists them.")
        raise NotFound(f"{words!r} names {len(found)} replies.",
                       hint=f"Say which: {', '.join(draft.id for _, draft in found)}.")

    async def _move(
        self, incident: str, draft: Draft, target: DraftState, *, account: str = "", reason: str = "",
        sent: Sent | None = None, actor: str = "",
    ) -> Draft:
        at = self._clock.now()
        made: list[Draft] = []

        def decide(
            now: Incident | None, items: Mapping[PostKey, Item], known: Mapping[str, Draft],
        ) -> list[NewEvent]:
            if now is None or draft.id not in known:
                raise NotFound(f"There is no reply {draft.id}.", hint="warroom outbox lists them.")
            here = now if target in _OUTCOMES else must_be_open(now)
            if target is DraftState.SENDING and (here.drill or here.room != LIVE):
                raise BadMove("Nothing of a drill is ever published.", hint="Leave the drill to answer for real.")
            before = known[draft.id]
            after = replace(before, state=moved(before.state, target), account=account or before.account,
                            reason=one_line(reason), sent=sent or before.sent, since=at)
            made[:] = [after]
            others = [other for other in known.values() if other.id != draft.id]
            return [self._event(here, items[draft.post], before, after, others=others, actor=actor)]

        await self._commit(incident, draft.post, decide)
        return made[0]

    def _event(
        self, incident: Incident, item: Item, before: Draft | None, after: Draft, *, others: list[Draft] | None = None,
        actor: str = "",
    ) -> NewEvent:
        state = _triage(item.triage, after.state, others or [])
        author = one_line(item.post.author) or "unknown author"
        words = f"{_SAID[after.state]} to {author}"
        if after.state is DraftState.SENDING:
            words += f" as {one_line(after.account)}"
        if after.reason:
            words += f" ({clip(after.reason, 120)})"
        more = drafts.details(before, after)
        if after.state is DraftState.SENT and after.sent is not None:
            more |= {"url": after.sent.url, "text": after.text}
        return event_of_post(
            drafts.EVENTS[after.state], actor or self.actor, incident, item, state, changes(item.triage, state),
            f"{words}: “{clip(one_line(after.text), 80)}”", more, at=self._clock.now())

    async def _commit(
        self, incident: str, post: PostKey,
        decide: Callable[[Incident | None, Mapping[PostKey, Item], Mapping[str, Draft]], list[NewEvent]],
    ) -> None:
        if await self._store.commit_replies(incident, [post], decide, self._wall.now()) and self._told is not None:
            await self._told()


def _triage(now: Triage, state: DraftState, others: list[Draft]) -> Triage:
    """What a reply does to its post: sent, it is answered; taken back, it is open unless another reply stands."""
    if state is DraftState.SENT:
        return replace(now, status=Status.ANSWERED, snoozed_until=None, reason="")
    stands = any(other.state is DraftState.SENT for other in others)
    if state is DraftState.DELETED and now.status is Status.ANSWERED and not stands:
        return replace(now, status=Status.OPEN)
    return now


def _platform(post: PostKey) -> Platform:
    return Platform(post.partition(":")[0])


def _where(draft: Draft) -> str:
    if draft.sent is None:
        return ""
    return f"At {draft.sent.at:%Y-%m-%d %H:%M} UTC: {draft.sent.url}"
