"""The drill: a scenario told as if it came from the platforms, the same every time for the same seed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from itertools import islice
from typing import Final

from sources._script import Scenario
from sources._story import Story
from warroom.domain.errors import ConfigError, SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.ports import Batch, Clock

#: Posts that one batch has at most, and those that are made before the console gets its turn: a key waits no longer.
TOGETHER: Final = 250
TURN: Final = 50
#: Posts a second of wall time that a drill may be asked for at most.
FASTEST: Final = 2_000.0
# Behind by more than this (s of wall time) the source says that it is catching up.
_BEHIND: Final = 5.0
# Shortest wait in seconds of wall time: at high rates posts come together, as they do from a platform, and go into the
# store together: one transaction of 200 posts costs a sixth less than two of 100.
_TICK: Final = 0.2


class DrillSource:
    """Tells a scenario on a story's clock. The cursor is the number of posts and deletions handed over.

    ``speed`` is the clock's: seconds of story in a second. ``rate`` (posts a second of wall time, on average over
    the whole story, up to 2,000) replaces the scenario's own volume and keeps its curve. What is told depends on
    scenario, seed and, where a rate is given, rate and speed. Raises ConfigError for numbers that cannot be.
    """

    def __init__(self, scenario: Scenario, *, clock: Clock, seed: int, speed: float, rate: float | None = None) -> None:
        if not speed > 0:
            raise ConfigError(f"A drill cannot run at {speed:g} times the story's speed.", hint="Give more than 0.")
        if rate is not None and not 0 < rate <= FASTEST:
            raise ConfigError(f"A drill cannot bring {rate:g} posts a second.",
                              hint=f"Give more than 0 and at most {FASTEST:,.0f}.")
        self.scenario = scenario
        self.scale = 1.0 if rate is None else rate * scenario.duration.total_seconds() / speed / scenario.volume
        self._clock = clock
        self._seed = seed
        self._speed = speed

    @property
    def name(self) -> str:
        """The source's name in its room."""
        return "drill"

    @property
    def platforms(self) -> frozenset[Platform]:
        """All three: a drill plays every platform."""
        return frozenset(Platform)

    def plan(self) -> Iterator[tuple[float, Post | Gone]]:
        """Tell everything at once: (second of the story, post or deletion), in order of arrival."""
        return iter(Story(self.scenario, seed=self._seed, scale=self.scale))

    def told_until(self, cursor: str) -> timedelta | None:
        """How far the story was told when it stood at ``cursor``, for a clock that goes on from there; None for all.

        Makes what was handed over again, which takes time for long stories. Raises SourceStopped for a cursor that no
        drill wrote.
        """
        last, plan = 0.0, self.plan()
        for due, _ in islice(plan, _count(cursor)):
            last = due
        return timedelta(seconds=last) if next(plan, None) is not None else None

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Yield what is due by the clock, from after ``cursor``; ends with the story.

        A restart makes what was handed over again, without a wait, in turns with the
        rest of the console. Raises SourceStopped for a cursor that no drill wrote.
        """
        done = _count(cursor)
        plan = self.plan()
        for number in range(done):
            next(plan, None)
            if number % TURN == TURN - 1:
                await asyncio.sleep(0)
        yield Batch(cursor=cursor)
        held: list[Post | Gone] = []
        end = self.scenario.duration.total_seconds()
        told = self._told()
        for due, post in plan:
            while due > told:
                if held:
                    done += len(held)
                    yield Batch(posts=held, cursor=str(done))
                    held = []
                # Not beyond the end: there the clock goes on at everyday speed.
                told = self._told()
                await self._clock.sleep(max(due - told, min(_TICK * self._speed, end - told)))
                told = self._told()
            held.append(post)
            if len(held) >= TOGETHER:
                done += len(held)
                yield Batch(posts=held, cursor=str(done), caught_up=told - due < _BEHIND * self._speed)
                held = []
                told = self._told()
            if len(held) % TURN == 0:
                # When behind nothing else would let the console have its turn.
                await asyncio.sleep(0)
        if held:
            done += len(held)
            yield Batch(posts=held, cursor=str(done))
        await self._clock.sleep(end - self._told())

    def _told(self) -> float:
        return (self._clock.now() - self.scenario.start).total_seconds()


def _count(cursor: str) -> int:
    if not cursor:
        return 0
    if not (cursor.isascii() and cursor.isdigit()):
        raise SourceStopped("The drill cannot go on.", reason=f"Its place is stored as {cursor[:40]!r}, not a number.",
                            hint="Start the drill anew.")
    return int(cursor)
