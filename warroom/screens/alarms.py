"""The alarms on the screen: which one is shown, with which posts, and what a person does about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from warroom.domain.alarm import Alarm
from warroom.domain.alarm_board import Board
from warroom.domain.errors import StoreError
from warroom.domain.events import Event
from warroom.domain.incident import Kind
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.query import moment
from warroom.domain.text import clip, one_line
from warroom.engine.bus import Logged, Message
from widgets.alarm import AlarmBanner, Shown
from widgets.prompt import Complaint, Prompt, Question
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.assess import Answers
    from warroom.engine.room import Room

_REASONS: Final = ("a campaign of ours", "news about the trade", "a bot flood", "not about us", "known, being handled")


@dataclass(kw_only=True)
class Alarms:
    """Keeps the banner true. ``reload`` fills the panes anew after an incident was opened, ``read`` opens a post."""

    room: Room
    banner: AlarmBanner
    prompt: Prompt
    say: Callable[[str, Tone], None]
    leave: Callable[[], None]
    reload: Callable[[], Awaitable[None]]
    read: Callable[[PostKey], Awaitable[None]]
    do: Callable[[Coroutine[object, object, object]], None]
    board: Board = field(default_factory=Board)
    _turn: int = 0
    _read: int = 0
    _posts: dict[str, dict[PostKey, Item]] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def reset(self, events: Iterable[Event]) -> None:
        """Begin with the log of another incident, or with more of it."""
        self.board = Board()
        self.board.take(events)
        gone = self._asked - self.board.standing.keys()
        self._asked -= gone
        self._posts = {name: posts for name, posts in self._posts.items() if name not in gone}
        self.refresh()

    def hear(self, message: Message) -> None:
        """Heed what the log says of alarms."""
        if isinstance(message, Logged) and self.board.take(message.events):
            self.refresh()

    def refresh(self) -> None:
        """Show the alarm that waits, if any; the focus stays where it is."""
        incident = self.room.incident
        waiting = self.board.waiting(self.room.clock.now()) if incident.open else []
        if not waiting:
            if self.banner.has_focus:
                self.leave()
            self.banner.show(None)
            return
        place = self._turn % len(waiting)
        alarm = waiting[place]
        enter = "open incident" if incident.kind is Kind.WATCH else "take it on"
        self.banner.show(Shown(alarm=alarm, place=place + 1, of=len(waiting), posts=self._posts.get(alarm.id, {}),
                               enter=enter))
        if alarm.id not in self._asked:
            self._asked.add(alarm.id)
            self.do(self._fetch(alarm))

    async def _fetch(self, alarm: Alarm) -> None:
        keys = [key for driver in alarm.why.strongest() for key in driver.examples]
        try:
            found = await self.room.store.items(self.room.incident.room, keys)
        except StoreError:
            self._asked.discard(alarm.id)
            raise
        self._posts[alarm.id] = found
        self.refresh()

    async def act(self, act: str, alarm: Alarm) -> None:
        """Do what was asked for about an alarm."""
        self._read = self._read + 1 if act == "read" else 0
        match act:
            case "open" | "titled" if act == "titled" or self.room.incident.kind is Kind.WATCH:
                await self._open(alarm, own_title=act == "titled")
            case "open":
                await self._answers.take(alarm)
                self.say("took the alarm on; it stands in the timeline", Tone.PLAIN)
            case "snooze":
                await self._snooze(alarm)
            case "dismiss":
                await self._dismiss(alarm)
            case "next":
                self._turn += 1
                self.refresh()
            case "read":
                keys = alarm.why.examples or alarm.posts
                if keys:
                    await self.read(keys[(self._read - 1) % len(keys)])

    @property
    def _answers(self) -> Answers:
        from warroom.engine.assess import Answers  # what it brings is of no use before an alarm

        return Answers(self.room.desk)

    async def _open(self, alarm: Alarm, *, own_title: bool) -> None:
        from warroom.engine.assess import open_for, title

        words = title(alarm)
        if own_title:
            answer = await self.prompt.ask(Question(
                label="open an incident, titled", value=words, hint="the alarm and its posts go with it", check=_some))
            if answer is None:
                return
            words = answer
        from warroom.stories import new_id

        incident = await open_for(self.room, alarm, new_id(Kind.INCIDENT), words)
        await self.reload()
        self.leave()
        self.say(f"opened {incident.id}: {one_line(incident.title)}. s sets its severity", Tone.PLAIN)

    async def _snooze(self, alarm: Alarm) -> None:
        answer = await self.prompt.ask(Question(
            label="snooze the alarm until", hint="30m, 2h, 1d, or a time such as 16:30 (UTC); then it is back",
            check=self._a_time))
        if answer is None:
            return
        now = self.room.clock.now()
        until = moment(answer.strip(), now=now, back=False)
        await self._answers.snooze(alarm, until, now=now)
        self.say(f"snoozed the alarm until {until:%H:%M} UTC", Tone.PLAIN)

    async def _dismiss(self, alarm: Alarm) -> None:
        reason = await self.prompt.ask(Question(
            label="dismiss the alarm because", hint="the reason; it stands in the log", complete=_REASONS, check=_some))
        if reason is not None:
            await self._answers.dismiss(alarm, reason)
            self.say(f"dismissed the alarm: {clip(one_line(reason), 60)}", Tone.PLAIN)

    def _a_time(self, text: str) -> Complaint | None:
        try:
            moment(text.strip(), now=self.room.clock.now(), back=False)
        except ValueError:
            return Complaint("That is no time. For example 30m, 2h, 1d or 16:30.", 0, len(text))
        return None


def _some(text: str) -> Complaint | None:
    return None if text.strip() else Complaint("Type something, or press Esc.")
