"""The countdown before a reply goes out: a few seconds in which it can be taken back, and the log still says approved.

Nothing of it is stored. A process that ends meanwhile leaves the reply approved and unsent.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Final

from warroom.domain.errors import BadMove, WarroomError
from warroom.domain.reply import Draft, DraftState
from warroom.engine.bus import Bus, Sending
from warroom.engine.outbox import Outbox
from warroom.redaction import REDACTOR

log = logging.getLogger(__name__)

#: Seconds of a countdown where nothing else is said.
SECONDS: Final = 5.0
#: Seconds between two messages of how much is left.
TICK: Final = 0.5


class Sender:
    """Counts down, and lets the outbox send. ``seconds`` 0 sends at once.

    The parts of a thread have one countdown, that of the first which is not out, and go out in order behind it.
    """

    def __init__(self, outbox: Outbox, bus: Bus, *, seconds: float = SECONDS) -> None:
        self._outbox = outbox
        self._bus = bus
        self._seconds = seconds
        self._left: dict[str, float] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        #: Of each part that goes out with an earlier one, that one.
        self._heads: dict[str, str] = {}

    @property
    def pending(self) -> Mapping[str, float]:
        """The replies that count down, each with the seconds that are left."""
        return dict(self._left)

    async def send(self, draft_id: str) -> None:
        """Begin the countdown of an approved reply. Raises BadMove where it may not go out, or counts down already.

        What becomes of it stands in the log; where it could not even be tried, a ``Sending`` message says why.
        """
        incident, draft = await self._outbox.replies.find(None, draft_id)
        parts = await self._thread(incident, draft)
        head = next((part for part in parts if part.state is not DraftState.SENT), draft)
        if head.id in self._tasks:
            if draft_id != head.id:
                return  # it goes out behind the part that counts down
            raise BadMove("It is on its way already.", hint="It can be taken back until the countdown ends.")
        await self._outbox.look_again(head)
        draft = await self._outbox.replies.ready(incident, head.id, room=self._outbox.room)
        if head.id in self._tasks:  # two keys in one moment
            return
        self._left[head.id] = self._seconds
        self._heads |= {part.id: head.id for part in parts}
        task = asyncio.create_task(self._count(incident, draft), name=f"send {head.id}")
        self._tasks[head.id] = task
        task.add_done_callback(lambda done: self._forget(head.id, done))

    def take_back(self, draft_id: str) -> bool:
        """Stop a countdown; False where it is over, and only ``unsend`` can help."""
        draft_id = self._heads.get(draft_id, draft_id)
        if draft_id not in self._left:
            return False
        del self._left[draft_id]
        self._tasks.pop(draft_id).cancel()
        self._bus.publish(Sending(draft_id, 0.0, "taken back"))
        return True

    async def close(self) -> None:
        """Stop all countdowns; what is being sent already is left for the next start to find out."""
        tasks = list(self._tasks.values())
        self._left.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _thread(self, incident: str, draft: Draft) -> list[Draft]:
        parts = await self._outbox.replies.batch(incident, draft.batch)
        return parts if any(part.follows for part in parts) else []

    async def _count(self, incident: str, draft: Draft) -> None:
        loop = asyncio.get_running_loop()
        end = loop.time() + self._seconds
        while (left := end - loop.time()) > 0:
            self._left[draft.id] = left
            self._bus.publish(Sending(draft.id, left))
            await asyncio.sleep(min(TICK, left))
        self._left.pop(draft.id, None)  # from here on it cannot be taken back
        self._bus.publish(Sending(draft.id, 0.0))
        try:
            await self._go(incident, draft)
        except WarroomError as error:
            words = REDACTOR.scrub(str(error))
            log.info("reply %s did not go out: %s", draft.id, words)
            self._bus.publish(Sending(draft.id, 0.0, words))

    async def _go(self, incident: str, draft: Draft) -> None:
        """Send a reply; the approved parts of its thread follow it, each once the one before is out."""
        parts = await self._outbox.replies.batch(incident, draft.batch)
        if not any(part.follows == draft.id for part in parts):
            await self._outbox.send(incident, draft)
            return
        for part, why in await self._outbox.send_batch(incident, draft.batch):
            if why:
                self._bus.publish(Sending(part.id, 0.0, REDACTOR.scrub(why)))

    def _forget(self, draft_id: str, done: asyncio.Task[None]) -> None:
        if self._tasks.get(draft_id) is done:  # after a take-back it may count down anew
            del self._tasks[draft_id]
            self._left.pop(draft_id, None)
            self._heads = {part: head for part, head in self._heads.items() if head != draft_id}
