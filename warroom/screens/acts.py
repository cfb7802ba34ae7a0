"""The acts: a key becomes a question where one is needed, the desk is asked, and the outcome is said in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warroom.domain.events import EventType
from warroom.domain.incident import Kind
from warroom.domain.item import Item
from warroom.domain.model import Label, PostKey
from warroom.domain.query import HeldBy, Query, moment
from warroom.domain.text import clip, one_line
from warroom.domain.triage import LABEL_WORDS, Status, Verb
from warroom.screens import saving
from widgets import words
from widgets.prompt import Complaint, Prompt, Question
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.desk import Outcome
    from warroom.engine.room import Room
    from widgets.timeline import Timeline

#: Verbs that need words, and what is asked for them.
_ASKED: Final[Mapping[Verb, tuple[str, str]]] = {
    Verb.ASSIGN: ("assign {posts} to", "a name; Tab completes"),
    Verb.TAG: ("tag {posts}", "a tag; -tag takes it off; Tab completes"),
    Verb.SNOOZE: ("snooze {posts} until", "30m, 2h, 1d, or a time such as 16:30 (UTC)"),
    Verb.DISMISS: ("dismiss {posts} because", "the reason; it stands in the log"),
    Verb.ESCALATE: ("escalate {posts} to", "a role or a name; Tab completes"),
    Verb.NOTE: ("note on {posts}", "for the team only; it is never published"),
}
_DONE: Final[Mapping[Verb, str]] = {
    Verb.CLAIM: "claimed {posts}", Verb.RELEASE: "released {posts}", Verb.ASSIGN: "assigned {posts} to {value}",
    Verb.TAG: "tagged {posts} #{value}", Verb.UNTAG: "took #{value} off {posts}",
    Verb.SNOOZE: "snoozed {posts} until {until} UTC", Verb.WAKE: "woke {posts}",
    Verb.DISMISS: "dismissed {posts}: {value}", Verb.REOPEN: "reopened {posts}",
    Verb.ESCALATE: "escalated {posts} to {value}", Verb.NOTE: "noted on {posts}", Verb.PIN: "pinned {posts}",
    Verb.UNPIN: "unpinned {posts}", Verb.LABEL: "labelled {posts} {value}",
}
#: The keys of the labels, here and in the spot check.
LABEL_KEYS: Final[Mapping[str, Label]] = {
    "1": Label.NEGATIVE, "2": Label.NEUTRAL, "3": Label.POSITIVE, "0": Label.IRRELEVANT,
}
LABELS: Final = {key: LABEL_WORDS[label] for key, label in LABEL_KEYS.items()}
_USUAL_REASONS: Final = ("spam", "off topic", "duplicate", "no answer needed", "not about us")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """One person's acts in a room. ``say`` shows words and their tone; ``people`` are names and roles of the team."""

    room: Room
    prompt: Prompt
    timeline: Timeline
    say: Callable[[str, Tone], None]
    people: Sequence[str] = ()
    roles: Sequence[str] = field(default=())

    async def act(self, verb: Verb, keys: Sequence[PostKey]) -> bool:
        """Do a verb to posts, after asking for what it needs; True where something was done to any of them."""
        if not keys:
            if verb is Verb.NOTE:
                return await self.note()
            self.say("There is no post under the cursor.", Tone.WARN)
            return False
        items = await self.room.store.items(self.room.incident.room, keys, incident=self.room.incident.id)
        verb = self._turned(verb, list(items.values()))
        value, until = "", None
        if verb is Verb.LABEL:
            posts = "the post is" if len(keys) == 1 else f"{words.plural(len(keys), 'post')} are"
            key = await self.prompt.ask(Question(label=f"{posts} …", keys=LABELS))
            if key is None:
                return False
            value = LABEL_KEYS[key].value
        elif verb in _ASKED:
            answer = await self._ask(verb, len(keys))
            if answer is None:
                return False
            verb, value = (Verb.UNTAG, answer[1:]) if verb is Verb.TAG and answer.startswith("-") else (verb, answer)
            if verb is Verb.SNOOZE:
                value, until = "", moment(answer, now=self.room.clock.now(), back=False)
        outcome = await self.room.desk.act(verb, keys, value=value, until=until)
        self._tell(verb, outcome, value, until)
        return bool(outcome.events)

    async def note(self) -> bool:
        """Write a note into the incident."""
        text = await self.prompt.ask(Question(label="note on the incident", hint=_ASKED[Verb.NOTE][1], check=_some))
        if text is None:
            return False
        await self.room.desk.note(text)
        self.say("noted on the incident", Tone.PLAIN)
        return True

    async def undo(self) -> None:
        """Take the last act back; a reply comes off its platform, after a yes."""
        act = await self.room.desk.last_act()
        if act and act[0].type is EventType.SENT:
            await self._unsend(str(act[0].details.get("draft")), act[0].summary)
            return
        events = await self.room.desk.undo()
        first = one_line(events[0].summary) if events else ""
        more = f", and {len(events) - 1} more" if len(events) > 1 else ""
        self.say(f"{clip(first, 90)}{more}", Tone.PLAIN)

    async def _unsend(self, draft: str, summary: str) -> None:
        outbox = self.room.outbox
        if outbox is None:
            self.say("Nothing of a drill is ever published.", Tone.WARN)
            return
        keys = {"y": "take it off the platform", "n": "leave it"}
        label = f"You {clip(one_line(summary), 60)}. Take it back?"
        if await self.prompt.ask(Question(label=label, keys=keys)) != "y":
            return
        incident, found = await outbox.replies.find(self.room.incident.id, draft)
        gone = await outbox.unsend(incident, found)
        self.say(f"took the reply off {gone.platform.capitalize()}", Tone.PLAIN)

    async def hold(self) -> None:
        """Hold the brand's scheduled posts, for a typed reason."""
        reason = await self.prompt.ask(Question(
            label="hold scheduled posts because", hint="the reason; it stands in the log", check=_some))
        if reason is None:
            return
        self.say("holding …", Tone.PLAIN)
        done = await self.room.holding.hold(reason)
        said = [f"held {words.plural(len(done.moved), 'scheduled post')}"]
        if done.failed:
            said.append(f"{len(done.failed)} failed: {one_line(next(iter(done.failed.values())))}")
        said += done.checklist
        self.say(". ".join(part.rstrip(".") for part in said), Tone.WARN if done.failed else Tone.PLAIN)

    async def release(self) -> None:
        """Let held posts go back to their times, after a yes."""
        keys = {"y": "release them", "n": "keep them held"}
        if await self.prompt.ask(Question(label="Release the held posts?", keys=keys)) != "y":
            return
        done = await self.room.holding.release()
        said = [f"released {words.plural(len(done.moved), 'scheduled post')}"]
        if done.late:
            said.append(f"{len(done.late)} missed their time and stay held; warroom release --late 1h")
        said += [f"{len(done.failed)} failed"] if done.failed else []
        self.say(". ".join(said), Tone.WARN if done.late or done.failed else Tone.PLAIN)

    async def retry(self) -> None:
        """Try sources again that failed or wait, with settings and logins read anew."""
        names = await self.room.retry()
        if not self.room.collecting:
            self.say("asked the process that collects to try again", Tone.PLAIN)
        else:
            self.say(f"trying again: {', '.join(names)}" if names else "Every source runs; nothing to try again.",
                     Tone.PLAIN)

    async def open_incident(self) -> bool:
        """Open an incident on what this room sees."""
        title = await self.prompt.ask(Question(
            label="open an incident, titled", hint="what it is about, in a few words", check=_some,
        ))
        if title is None:
            return False
        from warroom.stories import new_id

        incident = await self.room.open_incident(new_id(Kind.INCIDENT), title)
        self.say(f"opened {incident.id}: {one_line(incident.title)}", Tone.PLAIN)
        return True

    async def close_incident(self) -> bool:
        """Close the incident, after a reason and a yes that no bare Enter gives."""
        title = clip(one_line(self.room.incident.title), 40)
        reason = await self.prompt.ask(Question(label=f"close “{title}” because", hint="why it is over", check=_some))
        if reason is None:
            return False
        keys = {"y": "close it", "n": "keep it open"}
        if await self.prompt.ask(Question(label=f"Close “{title}”?", keys=keys)) != "y":
            self.say("It stays open.", Tone.PLAIN)
            return False
        await self.room.desk.close_incident(reason)
        self.say(f"closed: {clip(one_line(reason), 60)}", Tone.PLAIN)
        return True

    async def reopen_incident(self) -> None:
        """Open a closed incident again."""
        await self.room.desk.reopen_incident()
        self.say("open again", Tone.PLAIN)

    async def export(self) -> None:
        """Write the incident into a file of the working folder."""
        known = saving.formats()
        keys = {str(number): f"{name}" for number, name in enumerate(known, 1)}
        key = await self.prompt.ask(Question(label="export as", keys=keys))
        if key is not None:
            target = await saving.save(self.room, keys[key], Path.cwd())
            self.say(f"written: {target}", Tone.PLAIN)

    async def may_leave(self) -> bool:
        """Ask before leaving where this person holds posts that nobody else will take."""
        incident, actor = self.room.incident, self.room.desk.actor
        held = await self.room.store.page(incident.room, Query((HeldBy(actor),)), incident=incident.id, limit=1_000)
        waiting = [item for item in held if item.triage.status in (Status.OPEN, Status.SNOOZED)]
        if not waiting or not incident.open:
            return True
        label = f"You hold {words.plural(len(waiting), 'post')}. Leave all the same?"
        return await self.prompt.ask(Question(label=label, keys={"y": "leave", "n": "stay"})) == "y"

    def _turned(self, verb: Verb, items: Sequence[Item]) -> Verb:
        """Turn a verb round where all of the posts are so already."""
        me = self.room.desk.actor
        states = [item.triage for item in items]
        if verb is Verb.CLAIM and all(state.holder == me for state in states):
            return Verb.RELEASE
        if verb is Verb.PIN and all(state.pinned for state in states):
            return Verb.UNPIN
        if verb is Verb.DISMISS and all(state.status in (Status.DISMISSED, Status.ANSWERED) for state in states):
            return Verb.REOPEN
        if verb is Verb.SNOOZE and all(state.status is Status.SNOOZED for state in states):
            return Verb.WAKE
        return verb

    async def _ask(self, verb: Verb, count: int) -> str | None:
        label, hint = _ASKED[verb]
        posts = "the post" if count == 1 else words.plural(count, "post")
        answer = await self.prompt.ask(Question(
            label=label.format(posts=posts), hint=hint, complete=self._known(verb),
            check=self._a_time if verb is Verb.SNOOZE else _some,
        ))
        return None if answer is None else answer.strip()

    def _known(self, verb: Verb) -> Sequence[str]:
        match verb:
            case Verb.ASSIGN:
                return tuple(dict.fromkeys((self.room.desk.actor, *self.people)))
            case Verb.ESCALATE:
                return tuple(dict.fromkeys((*self.roles, *self.people)))
            case Verb.TAG:
                return self._said(EventType.TAG)
            case Verb.DISMISS:
                return tuple(dict.fromkeys((*self._said(EventType.DISMISS), *_USUAL_REASONS)))
            case _:
                return ()

    def _said(self, kind: EventType) -> tuple[str, ...]:
        """What was said in events of a kind, the latest first."""
        recent = self.timeline.shown[-2_000:]
        said = (str(event.details.get("value", "")) for event in reversed(recent) if event.type is kind)
        return tuple(dict.fromkeys(one_line(value).lstrip("#") for value in said if value))

    def _a_time(self, text: str) -> Complaint | None:
        try:
            moment(text.strip(), now=self.room.clock.now(), back=False)
        except ValueError:
            return Complaint("That is no time. For example 30m, 2h, 1d or 16:30.", 0, len(text))
        return None

    def _tell(self, verb: Verb, outcome: Outcome, value: str, until: datetime | None) -> None:
        done, refused = len(outcome.events), outcome.refused
        said = []
        if done:
            posts = "the post" if done == 1 else words.plural(done, "post")
            shown = clip(one_line(value), 60).lstrip("#")
            said.append(_DONE[verb].format(posts=posts, value=shown, until=f"{until:%H:%M}" if until else ""))
        if refused:
            why = "; ".join(dict.fromkeys(one_line(reason) for reason in refused.values()))
            said.append(why if len(refused) == 1 and not done else f"{words.plural(len(refused), 'refusal')}: {why}")
        self.say(". ".join(said), Tone.WARN if refused else Tone.PLAIN)


def _some(text: str) -> Complaint | None:
    return None if text.strip(" #-") else Complaint("Type something, or press Esc.")
