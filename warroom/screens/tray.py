"""The tray: what goes out in a few seconds, what waits in the queue, and how many replies nobody knows the end of."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

from warroom.domain.reply import Draft, DraftState
from warroom.domain.text import one_line
from warroom.engine.bus import Logged, Message, Sending
from widgets.health import NAMES
from widgets.outgoing import Leaving, Outgoing
from widgets.rows import Tone

if TYPE_CHECKING:
    from warroom.engine.room import Room

Do = Callable[[Coroutine[object, object, object]], None]


class Tray:
    """Hears the bus of a room and tells the line above the status; ``counted`` is told how many replies wait."""

    def __init__(
        self, room: Room, line: Outgoing, *, do: Do, say: Callable[[str, Tone], None], counted: Callable[[int], None],
    ) -> None:
        self._room, self._line = room, line
        self._do, self._say, self._counted = do, say, counted
        self._leaving: dict[str, Leaving] = {}
        self._drafts: dict[str, Draft] = {}
        self._unknown = 0

    def hear(self, message: Message) -> None:
        """Take a message of the bus."""
        match message:
            case Sending(draft, left, problem):
                if left > 0:
                    self._leaving[draft] = self._words(draft, left)
                    if draft not in self._drafts:
                        self._do(self.look())
                else:
                    self._leaving.pop(draft, None)
                if problem and problem != "taken back":
                    self._say(f"The reply did not go out: {one_line(problem)}", Tone.WARN)
                self._line.show(self._leaving, self._unknown)
            case Logged(found, _):
                from warroom.screens import pile  # what it brings is of no use before the first event

                if any(event.type in pile.TELLS for event in found):
                    self._do(self.look())

    async def look(self) -> None:
        """Look what waits and what is unknown now."""
        from warroom.screens import pile

        found = [draft for _, draft in await self._room.store.drafts(self._room.incident.id)]
        self._drafts = {draft.id: draft for draft in found}
        self._unknown = sum(draft.state is DraftState.UNKNOWN for draft in found)
        self._leaving = {name: self._words(name, one.left) for name, one in self._leaving.items()}
        self._line.show(self._leaving, self._unknown)
        self._counted(sum(draft.state in pile.WAITING for draft in found))

    def take_back(self) -> bool:
        """Stop the countdown that ends first; False where none runs."""
        if self._room.outbox is None or not self._leaving:
            return False
        first = min(self._leaving, key=lambda name: self._leaving[name].left)
        return self._room.sender.take_back(first)

    def _words(self, name: str, left: float) -> Leaving:
        draft = self._drafts.get(name)
        to = f"{'privately ' if draft.private else ''}on {NAMES[draft.platform]}" if draft is not None else ""
        return Leaving(to, draft.text if draft is not None else "", left)
