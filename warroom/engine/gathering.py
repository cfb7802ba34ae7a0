"""What a source brought, on its way to the store: small batches go together, in a flood a moment's worth of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from warroom.ports import Batch

#: Posts that one transaction takes at most, and batches that wait for the store before the source is held back.
TOGETHER: Final = 500
AHEAD: Final = 32


class Gathering:
    """Batches in order, put in by a source and taken out for the store."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[Batch | None] = asyncio.Queue(AHEAD)
        #: What was taken out of the queue and belongs to the next call.
        self._next: list[Batch | None] = []
        self._taken = 0.0

    async def put(self, batch: Batch | None) -> None:
        """Put a batch in, None after the last; waits while too many are here."""
        await self._waiting.put(batch)

    async def take(self, apart: float = 0.0) -> Batch | None:
        """Take what is here as one batch, up to one transaction's worth; None after the last.

        Waits until there is something. What comes until the last call is ``apart`` seconds ago is taken along, unless
        there is enough before; a batch that says something else of a gap is left for the next call.
        """
        first = self._next.pop() if self._next else await self._waiting.get()
        if first is None:
            return None
        several, count = [first], len(first.posts)
        with suppress(TimeoutError, asyncio.QueueEmpty):
            async with asyncio.timeout_at(self._taken + apart):
                while count < TOGETHER:
                    following = await self._waiting.get() if apart > 0 else self._waiting.get_nowait()
                    if following is None or following.caught_up is not first.caught_up:
                        self._next.append(following)
                        break
                    several.append(following)
                    count += len(following.posts)
        self._taken = asyncio.get_running_loop().time()
        return _joined(several)


def _joined(several: Sequence[Batch]) -> Batch:
    if len(several) == 1:
        return several[0]
    return Batch(
        posts=[post for batch in several for post in batch.posts],
        cursor=next((batch.cursor for batch in reversed(several) if batch.cursor), ""),
        caught_up=several[-1].caught_up,
        skipped=sum((Counter(batch.skipped) for batch in several), Counter()),
        budget=next((batch.budget for batch in reversed(several) if batch.budget), None),
        own=frozenset[str]().union(*(batch.own for batch in several)),
    )
