"""A source that is read in the background, with everything that it yielded."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

from warroom.domain.errors import SourceError
from warroom.domain.model import Gone, Post
from warroom.ports import Batch, Source


class Following:
    """What a source yielded so far, and the error that ended it."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []
        self.error: SourceError | None = None

    @property
    def posts(self) -> list[Post]:
        return [entry for batch in self.batches for entry in batch.posts if isinstance(entry, Post)]

    @property
    def gone(self) -> list[Gone]:
        return [entry for batch in self.batches for entry in batch.posts if isinstance(entry, Gone)]

    @property
    def texts(self) -> list[str]:
        return [post.text for post in self.posts]

    @property
    def cursor(self) -> str:
        return next((batch.cursor for batch in reversed(self.batches) if batch.cursor), "")

    @property
    def skipped(self) -> Counter[str]:
        return sum((Counter(batch.skipped) for batch in self.batches), Counter())


@asynccontextmanager
async def following(source: Source, cursor: str = "") -> AsyncIterator[Following]:
    """Follow a source until the block ends; the first batch (connected) has come when the block begins."""
    seen = Following()

    async def read() -> None:
        try:
            async with aclosing(source.stream(cursor)) as stream:
                async for batch in stream:
                    seen.batches.append(batch)
        except SourceError as error:
            seen.error = error

    task = asyncio.create_task(read())
    try:
        async with asyncio.timeout(60):
            while not seen.batches and not task.done():
                await asyncio.sleep(0.01)
        yield seen
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    if not task.cancelled() and (error := task.exception()) is not None:
        raise error
