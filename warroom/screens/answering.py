"""The room's answers: writing them, the queue of replies, what is about to go out, and the strategy."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from warroom.domain.events import EventType
from warroom.domain.model import PostKey
from warroom.domain.private import invitation
from warroom.engine.bus import Logged, Message
from warroom.screens.living import Living
from warroom.screens.tray import Tray
from widgets.detail import author
from widgets.prompt import Question
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room
    from warroom.proofing.client import Proofreader
    from warroom.screens.composer import Writing
    from warroom.settings import Settings

#: Seconds after the first picture at which the composer is made ready.
_PREPARE: Final = 1.5
#: Events after which a text is checked otherwise, and others may have to approve it.
_TURNS: Final = frozenset({EventType.STRATEGY, EventType.SEVERITY})


class Answering(Living):
    """A stage on which the team's replies are written, and go through review and out."""

    def __init__(self, settings: Settings, *, utf8: bool = True) -> None:
        super().__init__(settings, utf8=utf8)
        self.composer: Writing | None = None
        self.tray: Tray | None = None
        self._deaf: list[Callable[[], None]] = []

    @cached_property
    def proofreader(self) -> Proofreader:
        """What checks the texts of all who write here: one process for them all, from the first long text on."""
        from warroom import house
        from warroom.proofing.client import Proofreader

        return Proofreader(house.reader(self.settings))

    async def on_unmount(self) -> None:
        """End what checks texts."""
        if "proofreader" in self.__dict__:
            await self.proofreader.close()

    async def enter(self, room: Room) -> None:
        """Take a room in, and what waits in its queue."""
        self.tray = Tray(room, self.outgoing, do=self.do, say=self.say, counted=self.views.queued)
        self._deaf = [room.bus.subscribe(self.tray.hear), room.bus.subscribe(self._heed)]
        await super().enter(room)

    def _heed(self, message: Message) -> None:
        if self.writing and isinstance(message, Logged) and any(event.type in _TURNS for event in message.events):
            self._renew_text()

    def leave(self) -> None:
        """Hear nothing more from the room."""
        super().leave()
        for stop in self._deaf:
            stop()
        self._deaf = []

    def begin(self) -> None:
        """Show the room from now on, and count what waits."""
        super().begin()
        self.set_timer(_PREPARE, lambda: self.do(self.prepare_composer()))
        if self.tray is not None:
            self.do(self.tray.look())

    def took_back(self) -> bool:
        """Stop what is about to go out; False where nothing is."""
        if self.tray is None or not self.tray.take_back():
            return False
        self.say("taken back; the reply stays approved and unsent")
        return True

    # --- writing a reply ---

    async def prepare_composer(self) -> None:
        """Have the composer ready before somebody writes: its parts take their time to import."""
        if self.composer is None and self.room is not None:
            await asyncio.to_thread(importlib.import_module, "warroom.screens.composer")
            from warroom.screens.composer import Writing

            if self.composer is None:
                self.composer = Writing(self, self.room)
                await self.desk.mount(self.composer)

    def write(self, key: PostKey) -> None:
        """Open the composer on a post; what is typed from this moment on goes into it."""
        if self.composer is not None and self.composer.is_mounted:
            self.add_class("-writing")
            self.fit_panes()
            self.composer.expect(key)
        self.do(self.write_to(key))

    async def write_to(self, key: PostKey) -> None:
        """Open the composer on a post, or go on with what was written there."""
        await self.prepare_composer()
        if self.room is None or self.loader is None or self.composer is None:
            return
        from warroom.screens.papers import lay_out

        found = await lay_out(self.room, self.loader, self.settings, key)
        if found is None:
            await self.stop_writing()
            self.say("This post is not in the store.", Tone.WARN)
            return
        self.add_class("-writing")
        self.fit_panes()
        await self.composer.open(found)

    def action_text(self) -> None:
        """Go back to the reply that is being written."""
        if self.composer is not None and self.writing:
            self.composer.editor.focus()
        else:
            self.say("No reply is being written; r begins one.")

    async def stop_writing(self) -> None:
        """Leave the composer; what was typed is kept."""
        if self.composer is None or not self.writing:
            return
        await self.composer.close()
        self.remove_class("-writing")
        self.fit_panes()
        back = self.page if self.reading else self.views.panes[self.views.current].body
        back.focus(scroll_visible=False)

    def _read_again(self, keys_: frozenset[PostKey]) -> None:
        super()._read_again(keys_)
        if self.writing and self.composer is not None and self.composer.key in keys_:
            self._renew_text()

    def _renew_text(self) -> None:
        self.run_worker(self.told(self._look_again()), group="papers", exclusive=True)

    async def _look_again(self) -> None:
        if self.room is not None and self.composer is not None:
            await self.room.desk.look_again()  # another hand may have written of the incident
            await self.composer.renew()

    # --- what the keys do ---

    def action_go(self, number: int) -> None:
        """Go to a pane by its number; the queue has the one after them."""
        if number == self.views.queue_number:
            self.action_queue()
        else:
            super().action_go(number)

    def action_queue(self) -> None:
        """Show the replies that wait."""
        self.do(self._queue())

    async def _queue(self) -> None:
        if self.room is None or self.loader is None:
            return
        if self.room.outbox is None:
            self.say("This room has no way out, so no reply waits.", Tone.WARN)
            return
        from warroom.screens.queue import QueuePage

        draft = await self.app.push_screen_wait(QueuePage(self.room, self.loader, self.views.timeline))
        if draft is None:
            return
        if draft.post is None:
            self.action_broadcast()
        elif draft.private:
            await self._message(self.room, draft.post)
        else:
            await self.write_to(draft.post)

    def action_private(self) -> None:
        """Go on in private with the author of a post."""
        self.do(self._private(self.targets()[:1]))

    async def _private(self, keys: Sequence[PostKey]) -> None:
        room = self.room
        if room is None or room.outbox is None or not keys:
            self.say("There is no post under the cursor." if not keys else "This room has no way out.", Tone.WARN)
            return
        item = (await room.store.items(room.incident.room, keys, incident=room.incident.id)).get(keys[0])
        if item is None:
            self.say("This post is not in the store.", Tone.WARN)
            return
        platform = item.post.platform
        ways = {"i": "invite in public"} | ({"d": "direct message"} if await room.outbox.messages(platform) else {})
        way = await self.prompt.ask(Question(label=f"Go on in private with {author(item.post)}:", keys=ways))
        if way == "i":
            await self.write_to(keys[0])
            if self.composer is not None and not self.composer.text.strip():
                self.composer.editor.take(invitation(platform, author(item.post)))
        elif way == "d":
            await self._message(room, item.key)

    async def _message(self, room: Room, key: PostKey) -> None:
        from warroom.screens.private import PrivatePage

        item = (await room.store.items(room.incident.room, [key], incident=room.incident.id)).get(key)
        if item is not None and (said := await self.app.push_screen_wait(
                PrivatePage(room, self.settings, item, self.proofreader))):
            self.say(said)

    def targets(self) -> list[PostKey]:
        """What a key acts on; the room's screen says so."""
        return []

    def action_broadcast(self) -> None:
        """Post one statement on several platforms."""
        self.with_room(self._broadcast)

    def _broadcast(self, room: Room) -> None:
        if room.outbox is None:
            self.say("This room has no way out.", Tone.WARN)
            return
        from warroom.screens.broadcast import BroadcastPage

        self.app.push_screen(BroadcastPage(room, self.settings, self.proofreader))

    def action_strategy(self) -> None:
        """Set what kind of crisis it is and how it is answered."""
        self.do(self._strategy())

    async def _strategy(self) -> None:
        if self.room is None:
            return
        self.room.replies.gate.policy.must_lead(self.room.desk.actor, "strategy")
        from warroom.screens.strategy import StrategyPage

        chosen = await self.app.push_screen_wait(StrategyPage(self.room.incident))
        if chosen is not None:
            await self.room.desk.set_strategy(*chosen)
            self.say(f"answered by: {chosen[1] or 'no strategy'}")
