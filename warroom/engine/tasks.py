"""The tasks of a room: each has a name, and one that ends by an error is said, not lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterable

log = logging.getLogger(__name__)


class Tasks:
    """Tasks that run until they are stopped together. ``problem`` says which one failed last, "" while none did."""

    def __init__(self) -> None:
        self.problem = ""
        self._running: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[object, object, None], name: str) -> asyncio.Task[None]:
        """Let ``work`` run."""
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def stop(self, others: Iterable[asyncio.Task[None]] = ()) -> None:
        """Cancel all, and ``others`` with them, and wait until they have ended."""
        tasks = [*others, *self._running]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("the task %r ended: %s", task.get_name(), error, exc_info=error)
            self.problem = f"{task.get_name()} stopped: {error}"
