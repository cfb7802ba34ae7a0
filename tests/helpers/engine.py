"""Ready-made posts, clocks and scripted sources for tests of the engine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta

from warroom.domain.health import ScorerState
from warroom.domain.model import Platform, Post, Score, Unscored
from warroom.ports import Batch

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)


def a_post(number: int, text: str = "", **more: object) -> Post:
    fields: dict[str, object] = {
        "platform": Platform.MASTODON, "native_id": str(number), "author": f"user{number}@example.social",
        "text": text or f"post number {number}", "created_at": NOON + timedelta(seconds=number),
    }
    return Post(**(fields | more))  # type: ignore[arg-type]


class TestClock:
    """Time that only the test moves: a sleep ends when ``advance`` has passed it."""

    __test__ = False

    def __init__(self, start: datetime = NOON) -> None:
        self._now = start
        self._sleepers: list[tuple[datetime, asyncio.Event]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        if seconds > 0:
            awake = asyncio.Event()
            self._sleepers.append((self._now + timedelta(seconds=seconds), awake))
            await awake.wait()

    def advance(self, **span: float) -> None:
        self._now += timedelta(**span)
        for at, awake in self._sleepers:
            if at <= self._now:
                awake.set()


Step = Batch | Exception


class ScriptedSource:
    """A source that plays steps: a batch is yielded, an exception raised, None hangs until it is let go.

    Each new stream goes on with the script.
    """

    platforms = frozenset({Platform.MASTODON})

    def __init__(self, steps: Sequence[Step | None], name: str = "scripted") -> None:
        self.name = name
        self.cursors: list[str] = []
        self._steps = list(steps)

    @property
    def steps_left(self) -> int:
        return len(self._steps)

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        self.cursors.append(cursor)
        while self._steps:
            step = self._steps.pop(0)
            if step is None:
                await asyncio.Event().wait()
                continue
            if isinstance(step, Exception):
                raise step
            yield step


class WordScorer:
    """A scorer for tests of the judge alone: it counts its texts and calls "bad" negative."""

    state = ScorerState.READY
    reason = ""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def start(self) -> None:
        return

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        await self.gate.wait()
        self.asked.extend(texts)
        return [Score(0.9, 0.05, 0.05) if "bad" in text else Score(0.05, 0.05, 0.9) for text in texts]

    async def close(self) -> None:
        return


async def until(fact: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for a fact, never for a while."""
    async with asyncio.timeout(seconds):
        while not fact():
            await asyncio.sleep(0.005)


