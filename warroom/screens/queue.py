"""The queue: replies that wait for somebody, each in full beside the list, and what a person can say to them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import ModalScreen

from warroom.domain.approval import Policy, same, wrote
from warroom.domain.errors import WarroomError
from warroom.domain.events import EventType
from warroom.domain.item import Item
from warroom.domain.reply import Draft, DraftState
from warroom.domain.text import one_line
from warroom.engine.bus import Arrived, Changed, Logged, Message, Sending
from warroom.redaction import REDACTOR
from warroom.screens import pile
from warroom.screens.deciding import Decisions
from widgets.approvals import Entry, Pile, Sheet
from widgets.foot import Foot
from widgets.prompt import Prompt
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.screens.loader import Loader
    from widgets.timeline import Timeline

#: Columns below which the list stands above the reply.
_BESIDE: Final = 120
#: Seconds that a reply must be looked at before the platform is asked for its thread.
_LINGER: Final = 0.3
#: Seconds until the platform is asked for the thread once more, as long as the cursor stays there.
_ANEW: Final = 30.0
#: Seconds until another look, where the queue or the house's files could not be read.
_AGAIN: Final = 2.0
_KEYS: Final[Mapping[DraftState, tuple[tuple[str, str], ...]]] = {
    DraftState.IN_REVIEW: (("a", "approve"), ("b", "send back"), ("w", "withdraw")),
    DraftState.APPROVED: (("s", "send"), ("b", "send back"), ("w", "withdraw")),
    DraftState.UNKNOWN: (("u", "say what became of it"),),
    DraftState.SENDING: (("u", "say what became of it"),),
    DraftState.SENT: (("z", "take it back"),),
    DraftState.DRAFT: (("r", "go on writing"),),
    DraftState.FAILED: (("r", "go on writing"),),
}


def keys_for(entry: Entry, policy: Policy, me: str) -> tuple[tuple[str, str], ...]:
    """The keys that do something to a reply, for this person: nobody approves their own, nor withdraws another's."""
    if entry.left is not None:
        return (("z", "take it back"),)
    draft = entry.draft
    if draft.state in (DraftState.DRAFT, DraftState.FAILED) and not same(draft.author, me):
        return ()
    may = policy.may_send(me)
    useless = {"w": not wrote(draft, me), "a": wrote(draft, me) or not may, "b": not may, "s": not may,
               "u": not may, "z": not may}
    return tuple((key, what) for key, what in _KEYS.get(draft.state, ()) if not useless.get(key))


#: How a reply ended, in the foot; what was said before it went out is not true any more.
_ENDS: Final[Mapping[EventType, tuple[str, Tone]]] = {
    EventType.SENT: ("✓ it is out", Tone.GOOD),
    EventType.FAILED: ("✕ it was certainly not sent", Tone.WARN),
    EventType.UNKNOWN: ("? nobody knows whether it is out: u says what is there", Tone.BAD),
}


class QueueFoot(Foot):
    """The keys for the reply under the cursor, and those of the page."""

    keys: tuple[tuple[str, str], ...] = ()

    def ways(self) -> Sequence[tuple[str, str]]:
        """The keys."""
        return (*self.keys, ("Tab", "other side"), ("Esc", "back"))


class QueuePage(ModalScreen[Draft | None]):
    """The queue over the room; it comes back with the reply that somebody wants to write on, or None."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "approve", "Approve the reply", show=False, id="queue.approve", tooltip="Asks; Enter is no yes"),
        Binding("b", "send_back", "Send it back with a comment", show=False, id="queue.back"),
        Binding("w", "withdraw", "Take your own reply out of review", show=False, id="queue.withdraw"),
        Binding("s", "send", "Send an approved reply", show=False, id="queue.send",
                tooltip="Asks; then it counts down"),
        Binding("z", "take_back", "Stop the countdown, or take a sent reply off its platform", show=False,
                id="queue.take_back"),
        Binding("u", "resolve", "Say what became of an unknown reply", show=False, id="queue.resolve"),
        Binding("r", "write", "Go on writing", show=False, id="queue.write"),
        Binding("tab,shift+tab", "other", "To the reply, and back to the list", show=False, id="queue.other"),
        Binding("escape,Q", "back", "Back to the room", show=False, id="queue.leave"),
    ]
    DEFAULT_CSS = """
    QueuePage { align: center middle; }
    QueuePage > Vertical { width: 96%; height: 94%; padding: 0; }
    QueuePage #queue-both { layout: horizontal; height: 1fr; }
    QueuePage Pile { width: 2fr; max-width: 70; }
    QueuePage Sheet { width: 3fr; border-left: solid $border; }
    QueuePage.-narrow > Vertical { width: 100%; height: 100%; }
    QueuePage.-narrow #queue-both { layout: vertical; }
    QueuePage.-narrow Pile { width: 1fr; max-width: 100%; height: 9; }
    QueuePage.-narrow Sheet { width: 1fr; border-left: none; border-top: solid $border; }
    QueuePage.-asking Foot { display: none; }
    """

    def __init__(self, room: Room, loader: Loader, timeline: Timeline) -> None:
        super().__init__()
        self._room, self._loader, self._timeline = room, loader, timeline
        self.pile = Pile(id="pile")
        self.sheet = Sheet(id="sheet")
        self.prompt = Prompt()
        self.foot = QueueFoot()
        self.decisions = Decisions(room=room, prompt=self.prompt, tell=self.tell)
        self._frame = Vertical(id="queue")
        self._unsubscribe: Callable[[], None] | None = None
        self._stale = asyncio.Event()
        self._troubled = False
        self._over: set[tuple[str, datetime]] = set()

    def compose(self) -> ComposeResult:
        """The list and the reply in one frame, the question or the keys below."""
        with self._frame:
            with Container(id="queue-both"):
                yield self.pile
                yield self.sheet
            yield self.prompt
            yield self.foot

    def on_mount(self) -> None:
        """Show what waits, and go on with the log and the countdowns."""
        self._fit()
        self.pile.focus()
        self._unsubscribe = self._room.bus.subscribe(self._hear)
        self._stale.set()
        self.run_worker(self._follow(), group="queue")
        self.set_interval(1.0, self._tick)

    def on_unmount(self) -> None:
        """Hear nothing more."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def on_resize(self, event: events.Resize) -> None:
        """Put the list above the reply where there is no room beside it."""
        del event
        self._fit()

    def _fit(self) -> None:
        narrow = self.app.size.width < _BESIDE
        self.set_class(narrow, "-narrow")
        # Above the reply the list takes what it needs, a third of a low terminal at the most.
        self.pile.styles.height = max(3, min(self.pile.needed, 9, self.app.size.height // 3)) if narrow else "1fr"

    def tell(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Say what came of something."""
        self.foot.say(text, tone)

    # --- what is shown ---

    def _hear(self, message: Message) -> None:
        match message:
            case Logged(found, _) if any(event.type in pile.TELLS for event in found):
                self._stale.set()
                for words, tone in (_ENDS[event.type] for event in found if event.type in _ENDS):
                    self.tell(words, tone)
            case Changed(items) if {item.key for item in items} & {one.draft.post for one in self.pile.entries}:
                self._stale.set()  # an approver reads the post as it is now
            case Arrived(items) if self._answers(items):
                self._read(self.pile.current)
            case Sending(draft, left, problem):
                if problem and problem != "taken back":
                    self.tell(f"It did not go out: {one_line(problem)}", Tone.WARN)
                if left <= 0 or all(one.left is None for one in self.pile.entries if one.id == draft):
                    self._stale.set()

    async def _follow(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                entries, trouble = await pile.gather(self._room, self._timeline.shown)
            except WarroomError as error:
                entries, trouble = list(self.pile.entries), str(error)
            if trouble:
                self.tell(REDACTOR.scrub(trouble), Tone.BAD)
                self.set_timer(_AGAIN, self._stale.set)
            elif self._troubled:
                self.tell("")
            self._troubled = bool(trouble)
            self.pile.show(entries, self._room.clock.now())
            self._fit()
            waiting = sum(one.draft.state in pile.WAITING for one in entries)
            wait = f"{waiting or 'nothing'} {'wait' if waiting > 1 else 'waits'}"
            self._frame.border_title = f" Replies · {wait} "

    def _tick(self) -> None:
        entries, now = pile.counting(self._room, self.pile.entries), self._room.clock.now()
        over = {(one.id, yes.expires) for one in entries for yes in one.draft.approvals if yes.expires <= now}
        if over - self._over:  # the log says nothing of an hour that is over
            self._stale.set()
        self._over = over
        self.pile.show(entries, now)

    @on(Pile.Moved)
    def _moved(self, event: Pile.Moved) -> None:
        policy, me = self._room.replies.gate.policy, self._room.desk.actor
        self.foot.keys = keys_for(event.entry, policy, me) if event.entry is not None else ()
        self.foot.update()
        self._read(event.entry)

    def _answers(self, items: Sequence[Item]) -> bool:
        """True where some of these posts stand in the thread that is shown."""
        entry = self.pile.current
        post = entry.item.post if entry is not None and entry.item is not None else None
        return post is not None and any(
            one.post.platform is post.platform and {one.post.root_id, one.post.parent_id} & {
                post.native_id, post.root_id or post.native_id} for one in items)

    def _read(self, entry: Entry | None) -> None:
        self.run_worker(self._look(entry), group="look", exclusive=True)

    async def _look(self, entry: Entry | None) -> None:
        """Show a reply with its thread as it is stored, then as its platform tells it now and again."""
        if entry is None:
            self.sheet.show(None, None)
            return
        try:
            full = await pile.in_the_way(self._room, entry)
        except WarroomError as error:
            self.tell(REDACTOR.scrub(str(error)), Tone.WARN)
            full = entry
        key = entry.draft.post
        dossier = await self._loader.dossier(key, self._timeline.shown) if key is not None else None
        self.sheet.show(full, dossier)
        pause = _LINGER
        while key is not None:
            await asyncio.sleep(pause)
            note = await self._loader.whole(key)
            self.sheet.show(full, await self._loader.dossier(key, self._timeline.shown, note=note))
            pause = _ANEW

    # --- what the keys do ---

    def action_other(self) -> None:
        """Go from the list to the reply, or back."""
        (self.pile if self.focused is self.sheet else self.sheet).focus()

    def action_back(self) -> None:
        """Leave the question, or the queue."""
        if self.prompt.asking:
            self.prompt.answer(None)
        else:
            self.dismiss(None)

    def action_write(self) -> None:
        """Go on writing this reply, in the composer."""
        entry = self.pile.current
        if entry is None:
            self.tell("Nothing waits here.", Tone.WARN)
        else:
            self.dismiss(entry.draft)

    def action_approve(self) -> None:
        """Approve the reply, after a yes."""
        self._do(self.decisions.approve)

    def action_send_back(self) -> None:
        """Send the reply back, with a comment."""
        self._do(self.decisions.send_back)

    def action_withdraw(self) -> None:
        """Take one's own reply out of review."""
        self._do(self.decisions.withdraw)

    def action_send(self) -> None:
        """Let an approved reply count down, after a yes."""
        self._do(self.decisions.send)

    def action_take_back(self) -> None:
        """Stop the countdown of a reply, or take it off its platform after a yes."""
        self._do(self.decisions.take_back)

    def action_resolve(self) -> None:
        """Say what became of a reply whose end nobody knows."""
        self._do(self.decisions.resolve)

    def _do(self, work: Callable[[Entry], Coroutine[object, object, None]]) -> None:
        entry = self.pile.current
        if entry is None:
            self.tell("Nothing waits here.", Tone.WARN)
            return

        async def told() -> None:
            try:
                await work(entry)
            except WarroomError as error:
                self.tell(REDACTOR.scrub(str(error)), Tone.WARN)
            self._stale.set()

        self.run_worker(told(), group="acts", exclusive=True)
