"""The outbox: sends approved replies, once each, and finds out what became of those whose answer was lost.

What is *sending* stands in the store, with the reply's key, before the platform is called. So after a crash it is
known which replies may be out, and each is looked for before anything is called again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from typing import Final

from warroom.domain.errors import BadMove, NotFound, SendRefused, SendUnknown, SourceError, StoreError, WarroomError
from warroom.domain.model import LIVE, Platform, Post, PostKey
from warroom.domain.reply import OPEN_ENDED, Draft, DraftState, Sent, TextLimit
from warroom.engine.entries import WATCH
from warroom.engine.replies import Replies
from warroom.engine.ways import Publishers, Rehearsal, find, must_be_able, say
from warroom.ports import Broadcaster, Clock, Messenger, Publisher, Store
from warroom.redaction import REDACTOR

log = logging.getLogger(__name__)

#: Holds the right to send one reply; False inside where another process has it. It goes with the process.
Sole = Callable[[str], AbstractContextManager[bool]]

#: Brings a post as its platform has it now, unless that was done just now. Raises WarroomError where it cannot.
Look = Callable[[PostKey], Awaitable[object]]

#: Seconds that a platform may take to tell how a post stands; then what is stored of it counts.
_LOOK: Final = 8.0
#: How far a platform's clock may be behind ours.
_SKEW: Final = timedelta(minutes=10)
#: A reply is repeated by itself only as long as people expect it to go out; later it is looked for, not sent.
REPEATED: Final = timedelta(minutes=10)
#: Seconds between looks for a reply whose answer was lost; the last again and again.
_PAUSES: Final = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)


class Outbox:
    """One process's way out of one room: to the platforms, or of a drill to its sink (:class:`Rehearsal`).

    ``settle`` is how long a platform may take to show a reply that it accepted. Only when that has passed does "it is
    not there" mean "it was not sent".
    """

    def __init__(
        self, replies: Replies, store: Store, way: Publishers | Rehearsal, *, sole: Sole, wall: Clock,
        settle: timedelta = timedelta(minutes=1), say: Callable[[str], None] = log.info,
    ) -> None:
        self.replies = replies
        self._store = store
        self._way = way
        self.room = way.room if isinstance(way, Rehearsal) else LIVE
        self._sole = sole
        self._wall = wall
        self._settle = settle
        self._say = say
        self._look: Look | None = None

    def look_with(self, look: Look) -> None:
        """Ask ``look`` for the post from now on, before anything goes out below it."""
        self._look = look

    async def look_again(self, draft: Draft) -> None:
        """Bring the post that a draft answers as its platform has it now: no stream tells of every edit and deletion.

        Where the platform does not tell, what is stored of the post counts. Raises StoreError.
        """
        if self._look is None or draft.post is None or draft.follows:
            return
        try:
            async with asyncio.timeout(_LOOK):
                await self._look(draft.post)
        except StoreError:
            raise
        except (TimeoutError, WarroomError) as error:
            log.info("%s does not tell how %s stands now: %s", draft.platform, draft.post, error)

    async def posts(self, platform: Platform) -> bool:
        """True where warroom can post on a platform of its own accord. Raises SourceError and CredentialError."""
        return isinstance(await self._publisher(platform), Broadcaster)

    async def messages(self, platform: Platform) -> bool:
        """True where warroom can write to somebody in private on a platform. Raises SourceError and CredentialError."""
        return isinstance(await self._publisher(platform), Messenger)

    async def measure(self, platform: Platform, text: str, to: Post | None = None, *, private: bool = False) -> None:
        """Raise SendRefused where a reply to ``to`` is longer than its platform takes; a silent one refuses none."""
        try:
            limit = await self.limit(platform, to, private=private)
        except SourceError as error:
            log.info("%s does not say how long a reply may be: %s", platform, error)
            return
        # Its patterns are of no use before somebody replies.
        from warroom.domain.outgoing import beside, binding, overflow

        words = text.strip()
        limit = binding(words, limit)
        length, _ = overflow(words, limit)
        if length > limit.most:
            raise SendRefused(
                f"The reply is too long for {str(platform).title()}.", hint=f"Shorten it by {length - limit.most:,}.",
                reason=f"It has {length:,} {limit.unit}{beside(words, limit)}; {limit.most:,} are allowed.")

    async def limit(self, platform: Platform, to: Post | None = None, *, private: bool = False) -> TextLimit:
        """How long a reply to ``to`` may be there; a ``private`` one has no content warning, and may be longer.

        Raises CredentialError, SourceError and SourceStopped as a login does.
        """
        found = await (await self._publisher(platform)).limit(to)
        if not private:
            return found
        from warroom.domain.outgoing import private_limit  # as above

        return private_limit(platform) or replace(found, warning="")

    async def send(self, incident: str, draft: Draft) -> Draft:
        """Send an approved reply and return it as sent, failed or unknown.

        Raises BadMove where it may not be sent, and SendRefused where it is too long or the platform cannot be used at
        all; then it stays approved. A cancelled call leaves it *sending*, for the next process to find out.
        """
        with self._sole(draft.id) as alone:
            if not alone:
                raise BadMove("Another process is sending this reply.", hint="warroom outbox shows how it ends.")
            await self.look_again(draft)
            await self.replies.ready(incident, draft.id, room=self.room)
            to = await self._target(incident, draft)
            publisher = await self._publisher(draft.platform)
            must_be_able(publisher, draft)
            try:
                account = await publisher.account()
            except SourceError as error:
                raise SendRefused(error.title, reason=error.reason, hint=error.hint,
                                  retry_after=error.retry_after) from error
            await self.measure(draft.platform, draft.text, to, private=draft.private)
            draft = await self.replies.begin(incident, draft, account, room=self.room)
            return await self._call(incident, draft, to, publisher)

    async def send_batch(
        self, incident: str, batch: str, *, only: Collection[str] | None = None,
    ) -> list[tuple[Draft, str]]:
        """Send the drafts of a broadcast or a thread that are not out yet, in order; each with why it is not ("").

        ``only`` names some of them by their ids; the others are told as they are.

        The parts of a thread go one after the other and stop at the first that is not certainly out; those of a
        broadcast do not wait for each other. Safe to repeat after a crash: what is out stays, what is open is looked
        for first.
        """
        ended: list[tuple[Draft, str]] = []
        out: set[str] = {""}
        for draft in await self.replies.batch(incident, batch):
            now, why = draft, ""
            if only is not None and draft.id not in only:
                out |= {draft.id} if draft.state is DraftState.SENT else set()
                ended.append((draft, ""))
                continue
            if draft.state in OPEN_ENDED:
                found = await self._reconcile_one(incident, draft)
                now = found or draft
            if now.state is DraftState.APPROVED:
                if now.follows not in out:
                    why = "the part before it is not out"
                else:
                    try:
                        now = await self.send(incident, now)
                    except WarroomError as error:
                        why = _words(error)
            if now.state is DraftState.SENT:
                out.add(now.id)
            ended.append((now, why or (now.reason if now.state is not DraftState.SENT else "")))
        return ended

    async def unsend(self, incident: str, draft: Draft) -> Draft:
        """Take a sent reply off the platform. Raises SourceError where it still stands, BadMove where it is not out."""
        if draft.state is not DraftState.SENT or draft.sent is None:
            raise BadMove(f"This reply is {draft.state}; there is nothing to take back.")
        if not draft.sent.native_id:
            raise BadMove("It is not known where this reply stands.", reason="Nobody told its id.",
                          hint="Delete it on the platform.")
        self.replies.gate.policy.must_send(self.replies.actor, "take them off a platform")
        await self._must_be_here(incident)
        publisher = await self._publisher(draft.platform)
        await publisher.delete(draft.sent)
        return await self.replies.settle(incident, draft, DraftState.DELETED)

    async def resolve(self, incident: str, draft: Draft, state: DraftState, sent: Sent | None = None) -> Draft:
        """Let a person decide what became of a reply that is unknown. Raises BadMove for those who may only write."""
        self.replies.gate.policy.must_send(self.replies.actor, "say what became of them")
        if draft.state is DraftState.SENDING:
            with self._sole(draft.id) as alone:
                if not alone:
                    raise BadMove("A process is sending this reply now.", hint="Wait until it is done.")
                draft = await self.replies.settle(incident, draft, DraftState.UNKNOWN, reason="the sender was stopped")
        return await self.replies.settle(incident, draft, state, sent=sent, reason="as a person saw it")

    async def reconcile(self, post: PostKey | None = None) -> list[Draft]:
        """Find out what became of every reply (to ``post``) whose sender is gone; a sender at work is left alone."""
        settled: list[Draft] = []
        here = {one.id for one in await self._store.incidents() if one.room == self.room}
        for incident, found in await self._store.drafts(states=OPEN_ENDED):
            if incident not in here or post not in (None, found.post):
                continue
            try:
                draft = await self._reconcile_one(incident, found)
            except StoreError:
                raise
            except WarroomError as error:
                log.warning("cannot find out about reply %s: %s", found.id, error)
            else:
                settled += [] if draft is None else [draft]
        return settled

    async def _reconcile_one(self, incident: str, found: Draft) -> Draft | None:
        """Find out about one reply; None where its sender is at work, or somebody settled it meanwhile."""
        with self._sole(found.id) as alone:
            if not alone:
                return None
            again = [draft for _, draft in await self._store.drafts(incident, states=OPEN_ENDED)
                     if draft.id == found.id]
            return await self._look_after(incident, again[0]) if again else None

    async def _look_after(self, incident: str, draft: Draft) -> Draft:
        try:
            to = await self._target(incident, draft)
            publisher = await self._publisher(draft.platform)
        except WarroomError as error:
            return await self._unknown(incident, draft, error)
        return await self._find_out(incident, draft, to, publisher, actor=WATCH)

    async def _call(self, incident: str, draft: Draft, to: Post | None, publisher: Publisher) -> Draft:
        try:
            sent = await say(publisher, draft, to)
        except SendRefused as error:
            return await self._failed(incident, draft, _words(error))
        except SendUnknown as error:
            self._say(f"{_words(error)} Looking whether it is there …")
        except Exception as error:
            # Whatever it was, it came after the call had begun: only a look can tell.
            log.exception("the publisher of %s failed in a way that it does not know", draft.platform)
            self._say(f"{type(error).__name__} while sending. Looking whether it is there …")
        else:
            return await self._sent(incident, draft, sent)
        return await self._find_out(incident, draft, to, publisher)

    async def _find_out(
        self, incident: str, draft: Draft, to: Post | None, publisher: Publisher, *, actor: str = "",
    ) -> Draft:
        """Look for a reply until it is there, or until it is certain that it is not."""
        began = draft.since
        problem: WarroomError | None = None
        for pause in _pauses():
            # A message in private has no key that would make a repeat harmless, on any platform.
            if (publisher.repeats_safely and not draft.private and self._wall.now() - began < REPEATED
                    and draft.state is DraftState.SENDING and not await self.replies.still(incident, draft)):
                try:
                    return await self._sent(incident, draft, await say(publisher, draft, to), actor=actor)
                except StoreError:
                    raise
                except WarroomError as error:
                    log.info("reply %s again: %s", draft.id, error)
                except Exception:
                    log.exception("the publisher of %s failed in a way that it does not know", draft.platform)
            try:
                found = await find(publisher, draft, to, began - _SKEW)
            except SourceError as error:
                problem = error
            except Exception as error:
                log.exception("the publisher of %s cannot look", draft.platform)
                problem = SourceError(f"{draft.platform} could not be asked: {type(error).__name__}.")
            else:
                if found is not None:
                    if await self._is_another(draft, found):
                        return await self._unknown(incident, draft, SendUnknown(
                            "The same words stand there from an earlier reply; this one cannot be told from it."))
                    return await self._sent(incident, draft, found, actor=actor)
                problem = None
            if self._wall.now() - began >= self._settle:
                break
            await self._wall.sleep(pause)
        if problem is not None:
            return await self._unknown(incident, draft, problem)
        return await self._failed(incident, draft, "it is not on the platform", actor=actor)

    async def _is_another(self, draft: Draft, found: Sent) -> bool:
        return any(other.id != draft.id and other.sent is not None and other.sent.native_id == found.native_id
                   for _, other in await self._store.drafts() if other.platform is draft.platform)

    async def _sent(self, incident: str, draft: Draft, sent: Sent, *, actor: str = "") -> Draft:
        try:
            return await self.replies.settle(incident, draft, DraftState.SENT, sent=sent, actor=actor)
        except StoreError as error:
            raise StoreError("The reply is out, but the log could not be written.",
                             reason=f"{sent.url}. {error.title} {error.reason}".strip(),
                             hint="warroom finds the reply again by itself when it can write.") from error

    async def _failed(self, incident: str, draft: Draft, reason: str, *, actor: str = "") -> Draft:
        return await self.replies.settle(incident, draft, DraftState.FAILED, reason=reason, actor=actor)

    async def _unknown(self, incident: str, draft: Draft, error: WarroomError) -> Draft:
        if draft.state is DraftState.UNKNOWN:
            return draft
        return await self.replies.settle(incident, draft, DraftState.UNKNOWN, reason=_words(error), actor=WATCH)

    async def _publisher(self, platform: Platform) -> Publisher:
        return self._way.sink(platform) if isinstance(self._way, Rehearsal) else await self._way(platform)

    async def _must_be_here(self, incident: str) -> None:
        now = await self._store.incident(incident)
        if now.room != self.room:
            raise BadMove("Nothing of a drill is ever published." if now.drill else
                          f"Incident {now.id} looks at another room.", hint=f"Name it: --incident {now.id}.")

    async def _target(self, incident: str, draft: Draft) -> Post | None:
        """What a draft answers: its post, the part before it, or nothing."""
        item = None
        if draft.post is not None:
            item = (await self._store.items(self.room, [draft.post])).get(draft.post)
            if item is None:
                raise NotFound(f"The post {draft.post} is not stored any more.")
        if not draft.follows:
            return None if item is None else item.post
        _, before = await self.replies.find(incident, draft.follows)
        if before.sent is None:
            raise BadMove(f"The part before this one is {before.state}.", hint="The parts go out in order.")
        first = item.post if item is not None else None
        return Post(platform=draft.platform, native_id=before.sent.native_id, author=before.account, text=before.text,
                    created_at=before.sent.at, url=before.sent.url,
                    root_id=(first.root_id or first.native_id) if first is not None else "",
                    parent_id=first.native_id if first is not None else "")


def _pauses() -> Iterator[float]:
    yield from _PAUSES
    while True:
        yield _PAUSES[-1]


def _words(error: WarroomError) -> str:
    return REDACTOR.scrub(" ".join(part for part in (error.title, error.reason) if part))
