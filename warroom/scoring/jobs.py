"""The texts of one call as requests to processes, any of which may die over its own."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from warroom.domain.model import Score, Unscored

#: Texts of one request: enough for the worker to sort by length and to keep its hands full, and half a second of work.
CHUNK: Final = 256
#: Fewer are not worth sharing out.
LEAST: Final = 32
#: A text is given up when a process died of it alone so often; fewer may have been somebody's kills.
STRIKES: Final = 3


@dataclass(frozen=True, slots=True)
class Job:
    """Texts of one request; ``single`` has them scored one at a time."""

    texts: Mapping[bytes, str]
    single: bool = False


class Batch:
    """The texts of one call: handed out to processes, taken back from those that die."""

    def __init__(self, texts: Mapping[bytes, str], processes: int) -> None:
        order = sorted(texts, key=lambda name: (len(texts[name]), texts[name]))
        size = max(LEAST, min(CHUNK, -(-len(order) // processes)))
        self._todo = deque(Job({name: texts[name] for name in order[start:start + size]})
                           for start in range(0, len(order), size))
        self._out = 0
        self._strikes: dict[bytes, int] = {}
        self._changed = asyncio.Event()
        self.said: dict[bytes, Score | Unscored] = {}
        self.lost: set[bytes] = set()
        self.over = asyncio.Event()

    async def more(self) -> bool:
        """Wait until there is a job to take; False where everything is said."""
        while not self._todo and not self.over.is_set():
            self._changed.clear()
            await self._changed.wait()
        return not self.over.is_set()

    def take(self) -> Job | None:
        """Take a job out, None where another was quicker; bring it ``back`` in any case."""
        if not self._todo:
            return None
        self._out += 1
        return self._todo.popleft()

    def back(self, job: Job) -> None:
        """Bring a job back; what is not said of it goes first, one at a time, a suspect last and alone."""
        self._out -= 1
        left = {name: text for name, text in job.texts.items() if name not in self.said}
        suspects = {name: text for name, text in left.items() if name in self._strikes}
        rest = {name: text for name, text in left.items() if name not in self._strikes}
        if rest:
            self._todo.appendleft(Job(rest, single=True))
        for name, text in suspects.items():
            alone = Job({name: text}, single=True)
            if rest:
                self._todo.append(alone)
            else:
                self._todo.appendleft(alone)
        if not self._todo and not self._out:
            self.over.set()
        self._changed.set()

    def strike(self, name: bytes) -> bool:
        """Count a death over a text alone; True where they are enough to give the text up."""
        self._strikes[name] = self._strikes.get(name, 0) + 1
        if self._strikes[name] < STRIKES:
            return False
        self.said[name] = Unscored("the model's process did not survive it")
        self.lost.add(name)
        return True
