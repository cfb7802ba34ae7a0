"""Drafts in the log: one step of one draft is one event, decided inside the transaction that writes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from warroom.domain import drafts
from warroom.domain.errors import NotFound
from warroom.domain.events import EventType, NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.reply import Draft, DraftState
from warroom.domain.text import clip, one_line
from warroom.domain.triage import Status, Triage, changes
from warroom.domain.wire import Json
from warroom.engine.entries import event_of_post, must_be_open
from warroom.ports import Clock, Store

_SAID: Final[Mapping[EventType, str]] = {
    EventType.DRAFTED: "drafted a reply", EventType.REVISED: "changed the reply",
    EventType.SUBMITTED: "asked for approval of the reply", EventType.APPROVED: "approved the reply",
    EventType.RETURNED: "sent back the reply", EventType.WITHDRAWN: "took the reply out of review",
    EventType.LAPSED: "the approval lapsed of the reply", EventType.OVERRIDDEN: "set a finding aside for the reply",
    EventType.SENDING: "sending the reply", EventType.SENT: "replied",
    EventType.FAILED: "the reply was not sent", EventType.UNKNOWN: "it is not known whether the reply was sent",
    EventType.UNSENT: "took back the reply",
}
#: Events that say in words which statement the text comes from; the details of all others have it too.
_NAMED: Final = frozenset({EventType.DRAFTED, EventType.SUBMITTED, EventType.SENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A draft where it stands: its incident, its post (None: a post of its own), other drafts there."""

    incident: Incident
    item: Item | None
    draft: Draft
    others: Sequence[Draft] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What becomes of a draft, and the event that tells of it; ``words`` and ``details`` are more than it says.

    ``said`` is what the event says that was done to the reply, where that is not what its kind says.
    """

    after: Draft
    kind: EventType
    words: str = ""
    details: Mapping[str, Json] = field(default_factory=dict)
    actor: str = ""
    said: str = ""


#: Looks at a draft inside the transaction and says what becomes of it; None: nothing. Raises BadMove to refuse.
Turn = Callable[[Scene], Step | None]


class DraftLog:
    """The drafts of one store, as the log has them."""

    def __init__(self, store: Store, *, clock: Clock, wall: Clock, actor: str) -> None:
        self.store = store
        self.clock = clock
        self.wall = wall
        self.actor = actor
        self._told: Callable[[], Awaitable[None]] | None = None

    def heed(self, told: Callable[[], Awaitable[None]]) -> None:
        """Await ``told`` after every write from now on, to spread the news."""
        self._told = told

    async def get(self, incident: str, draft_id: str) -> Draft:
        """A draft by its id. Raises NotFound."""
        for _, draft in await self.store.drafts(incident):
            if draft.id == draft_id:
                return draft
        raise NotFound(f"There is no reply {draft_id}.", hint="warroom outbox lists them.")

    async def look(self, incident: str, draft_id: str) -> Scene:
        """A draft where it stands now, without a transaction. Raises NotFound."""
        now = await self.store.incident(incident)
        drafts_ = [draft for _, draft in await self.store.drafts(incident)]
        draft = next((one for one in drafts_ if one.id == draft_id), None)
        if draft is None:
            raise NotFound(f"There is no reply {draft_id}.", hint="warroom outbox lists them.")
        item = None
        if draft.post is not None:
            item = (await self.store.items(now.room, [draft.post], incident=incident)).get(draft.post)
        others = [one for one in drafts_ if one.post == draft.post and one.id != draft_id]
        return Scene(incident=now, item=item, draft=draft, others=others)

    async def change(self, incident: str, draft_id: str, turn: Turn, *, closed: bool = False) -> Draft:
        """Let ``turn`` decide about a draft inside one transaction; returns what became of it.

        ``closed`` works on a closed incident too: news of the world stand in its log all the same.
        """
        post = (await self.get(incident, draft_id)).post
        made: list[Draft] = []

        def decide(
            now: Incident | None, items: Mapping[PostKey, Item], known: Mapping[str, Draft],
        ) -> list[NewEvent]:
            if now is None or draft_id not in known:
                raise NotFound(f"There is no reply {draft_id}.", hint="warroom outbox lists them.")
            here = now if closed else must_be_open(now)
            before = known[draft_id]
            others = [other for other in known.values() if other.id != draft_id]
            item = items[post] if post is not None else None
            step = turn(Scene(incident=here, item=item, draft=before, others=others))
            made[:] = [before if step is None else step.after]
            return [] if step is None else [self.event(here, item, before, step, others)]

        await self.commit(incident, post, decide)
        return made[0]

    async def commit(
        self, incident: str, post: PostKey | None,
        decide: Callable[[Incident | None, Mapping[PostKey, Item], Mapping[str, Draft]], list[NewEvent]],
    ) -> None:
        """Write what ``decide`` says of the drafts of a post, or of those without one."""
        keys = [] if post is None else [post]
        if await self.store.commit_replies(incident, keys, decide, self.wall.now()) and self._told is not None:
            await self._told()

    def event(
        self, incident: Incident, item: Item | None, before: Draft | None, step: Step, others: Sequence[Draft] = (),
    ) -> NewEvent:
        """Make the event of a step."""
        after, actor = step.after, step.actor or self.actor
        words = step.said or _SAID[step.kind]
        if item is None:
            words = f"{words.replace('a reply', 'a post').replace('the reply', 'the post')} on {after.platform}"
        else:
            words = f"{words} to {one_line(item.post.author) or 'unknown author'}"
        if step.kind is EventType.SENT and item is None:
            words = f"posted on {after.platform}"
        if after.private:
            words += ", privately"
        if after.statement and step.kind in _NAMED:
            words += f" from the statement {one_line(after.statement)}"
        if step.kind is EventType.SENDING:
            words += f" as {one_line(after.account)}"
        if more := step.words or (after.reason if step.kind is not EventType.SENDING else ""):
            words += f" ({clip(one_line(more), 120)})"
        summary = f"{words}: “{clip(one_line(after.text), 80)}”"
        details = {**step.details, **drafts.details(before, after)}
        if after.statement:
            details["statement"] = after.statement
        if step.kind is EventType.SENT and after.sent is not None:
            details |= {"url": after.sent.url, "text": after.text}
        at = self.clock.now()
        if item is None:
            return NewEvent(type=step.kind, actor=actor, summary=summary, occurred_at=at,
                            details={**details, "act": incident.head_seq + 1}, severity=incident.severity,
                            platform=after.platform, post_url=after.sent.url if after.sent else "")
        state = _triage(item.triage, after.state, others)
        return event_of_post(step.kind, actor, incident, item, state, changes(item.triage, state), summary, details,
                             at=at)


def named_reply(every: Sequence[tuple[str, Draft]], words: str) -> tuple[str, Draft]:
    """The reply of this id, or of an id that ends so, and its incident. Raises NotFound."""
    found = [one for one in every if one[1].id == words] or [
        one for one in every if words and one[1].id.endswith(words)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"There is no reply {words!r}.", hint="warroom outbox lists them.")
    raise NotFound(f"{words!r} names {len(found)} replies.",
                   hint=f"Say which: {', '.join(draft.id for _, draft in found)}.")


def _triage(now: Triage, state: DraftState, others: Sequence[Draft]) -> Triage:
    """What a reply does to its post: sent, it is answered; taken back, it is open unless another reply stands."""
    if state is DraftState.SENT:
        return replace(now, status=Status.ANSWERED, snoozed_until=None, reason="")
    stands = any(other.state is DraftState.SENT for other in others)
    if state is DraftState.DELETED and now.status is Status.ANSWERED and not stands:
        return replace(now, status=Status.OPEN)
    return now
