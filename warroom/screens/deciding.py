"""What a person says to a reply of the queue: yes, no, not yet, send it, take it back; asked first where it matters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warroom.domain.approval import Blocked, may_approve, seen
from warroom.domain.errors import BadMove
from warroom.domain.reply import Draft, DraftState
from warroom.domain.text import clip, one_line
from widgets import words
from widgets.approvals import Entry, target, waits_for
from widgets.health import NAMES
from widgets.prompt import Complaint, Prompt, Question
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """One person's decisions in a room. ``tell`` shows words."""

    room: Room
    prompt: Prompt
    tell: Callable[[str, Tone], None]

    async def approve(self, entry: Entry) -> None:
        """Approve a reply as it and its post are now; where that was the last yes, offer to send it.

        Raises BadMove, before anything is asked, where there is nothing to approve or this person may not.
        """
        if entry.draft.state not in (DraftState.IN_REVIEW, DraftState.APPROVED):
            raise BadMove(f"This reply is {entry.draft.state}; there is nothing to approve.")
        may_approve(self.room.replies.gate.policy, entry.draft, entry.needs, self.room.desk.actor)
        text = clip(one_line(entry.draft.text), 40)
        if not await self._yes(f"Approve “{text}”?", "approve it", "not yet"):
            return
        incident, replies = self.room.incident.id, self.room.replies
        done = await self.past(lambda given: replies.approve(
            incident, entry.id, overrides=given, version=entry.draft.version, post=seen(entry.item)))
        if done is None:
            return
        if done.state is DraftState.APPROVED:
            self.tell("approved", Tone.PLAIN)
            await self.send(Entry(draft=done, needs=await replies.needs(incident, done), item=entry.item))
        else:
            self.tell((await replies.needs(incident, done)).words, Tone.PLAIN)

    async def send_back(self, entry: Entry) -> None:
        """Send it back with a comment. Raises BadMove, before one is typed, where it waits for nobody."""
        if entry.draft.state not in (DraftState.IN_REVIEW, DraftState.APPROVED):
            raise BadMove(f"This reply is {entry.draft.state}; it waits for nobody.")
        comment = await self.prompt.ask(Question(
            label="send it back because", hint="what should be different; its writer sees it", check=_some))
        if comment is not None:
            await self.room.replies.send_back(self.room.incident.id, entry.id, comment)
            self.tell(f"sent back to {one_line(entry.draft.author)}", Tone.PLAIN)

    async def withdraw(self, entry: Entry) -> None:
        """Take one's own reply out of review."""
        await self.room.replies.withdraw(self.room.incident.id, entry.id)
        self.tell("out of review; r goes on writing", Tone.PLAIN)

    async def send(self, entry: Entry) -> None:
        """Let an approved reply count down, after a yes; the parts of a thread follow each other.

        Raises BadMove, before anything is asked, where it is not approved.
        """
        draft = entry.draft
        if draft.state is not DraftState.APPROVED or entry.needs.missing:
            raise BadMove(f"This reply is {draft.state}; only an approved one is sent.", hint=waits_for(entry))
        self._must_send("send them")
        where = "into the drill, where nobody reads it" if self.room.incident.drill else f"on {NAMES[draft.platform]}"
        parts = await self.room.replies.batch(self.room.incident.id, draft.batch)
        thread = [part for part in parts if part.state is not DraftState.SENT] if any(
            part.follows for part in parts) else []
        # A thread has one countdown, that of its first part which is not out.
        head = thread[0].id if thread else entry.id
        what = f"the {len(thread)} parts of the thread" if thread[1:] else "it"
        to = "" if thread[1:] else f", {target(entry).partition(' on ')[0]}"
        if not await self._yes(f"Send {what} {where}{to}?", "send it", "not now"):
            return

        async def count_down(given: Mapping[str, str]) -> Draft:
            if given:
                await self.room.replies.override(self.room.incident.id, head, given)
            if self.room.talk is not None and draft.post is not None:
                self.tell("asking the platform how the post stands now …", Tone.PLAIN)
            await self.room.sender.send(head)
            return draft

        if await self.past(count_down) is not None:
            self.tell("z takes it back until it is out", Tone.PLAIN)

    async def take_back(self, entry: Entry) -> None:
        """Stop its countdown, or take it off its platform after a yes. Raises BadMove where it is neither."""
        if self.room.sender.take_back(entry.id):
            self.tell("taken back; it stays approved and unsent", Tone.PLAIN)
            return
        outbox = self.room.outbox
        if entry.draft.state is not DraftState.SENT or outbox is None:
            raise BadMove("It is not on its way and not out; there is nothing to take back.")
        self._must_send("take them off a platform")
        where = "out of the drill" if self.room.incident.drill else f"off {NAMES[entry.draft.platform]}"
        if await self._yes(f"Take it {where}?", "delete it there", "leave it"):
            await outbox.unsend(self.room.incident.id, entry.draft)
            self.tell(f"taken {where}", Tone.PLAIN)

    async def resolve(self, entry: Entry) -> None:
        """Write what became of a reply that is unknown, as a person saw it. Raises BadMove for another one."""
        outbox = self.room.outbox
        if outbox is None or entry.draft.state not in (DraftState.UNKNOWN, DraftState.SENDING):
            raise BadMove(f"This reply is {entry.draft.state}; there is nothing to decide.")
        self._must_send("say what became of them")
        keys = {"y": "it is there", "n": "it is not there", "l": "let warroom look again"}
        answer = await self.prompt.ask(Question(label=f"On {NAMES[entry.draft.platform]} …", keys=keys))
        if answer == "l":
            self.tell("looking …", Tone.PLAIN)
            settled = [one for one in await outbox.reconcile(entry.draft.post) if one.id == entry.id]
            self.tell(f"It is {settled[0].state}." if settled else "It is still not known.", Tone.PLAIN)
        elif answer is not None:
            state = DraftState.SENT if answer == "y" else DraftState.FAILED
            await outbox.resolve(self.room.incident.id, entry.draft, state)
            self.tell(f"as you saw it: {state}", Tone.PLAIN)

    def _must_send(self, what: str) -> None:
        self.room.replies.gate.policy.must_send(self.room.desk.actor, what)

    async def _yes(self, label: str, yes: str, no: str) -> bool:
        if await self.prompt.ask(Question(label=label, keys={"y": yes, "n": no})) == "y":
            return True
        self.tell("Nothing was done: y is the yes.", Tone.PLAIN)
        return False

    async def past(self, act: Callable[[Mapping[str, str]], Awaitable[Draft]]) -> Draft | None:
        """Do something that findings may block; each that a reason can set aside is asked for one. None: left."""
        given: dict[str, str] = {}
        while True:
            try:
                return await act(given)
            except Blocked as error:
                if any(one.firm or one.rule in given for one in error.blockers):
                    raise
                more = f" ({words.plural(len(error.blockers), 'thing')} in the way)" if error.blockers[1:] else ""
                for one in error.blockers:
                    self.tell(f"{one_line(one.words)} {one_line(one.hint)}".strip(), Tone.WARN)
                    reason = await self.prompt.ask(Question(
                        label=f"set {one.rule} aside because{more}", check=_some,
                        hint=clip(one_line(one.words), 90)))
                    if reason is None:
                        self.tell("nothing was done", Tone.PLAIN)
                        return None
                    given[one.rule] = reason


def _some(text: str) -> Complaint | None:
    return None if text.strip() else Complaint("Type something, or press Esc.")
