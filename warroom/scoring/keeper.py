"""Keeps one process of the model alive: starts it, notices its death, starts it again, and gives up in the end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from warroom.child import ChildGone
from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.scoring.process import Launch, Worker

log = logging.getLogger(__name__)

#: A process that lived so long (s) was well; what killed it then is not what killed the last one.
_LONG_LIFE: Final = 60.0
_LONGEST_PAUSE: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait (s), and how often to start again: see ``client.FlairScorer``."""

    answer: float = 30.0
    start: float = 180.0
    restarts: int = 5
    pause: float = 0.5


class Keeper:
    """One process, whoever asks it. ``busy`` is held by whoever does: one request at a time."""

    def __init__(self, launch: Launch, patience: Patience, look: Callable[[], None]) -> None:
        """Keep a process of ``launch``; ``look`` says beforehand what a start would find out, by a ScoringError."""
        self.state = ScorerState.STARTING
        self.reason = ""
        self.worker: Worker | None = None
        self.failure: ScoringError | None = None
        self.busy = asyncio.Lock()
        self._launch = launch
        self._patience = patience
        self._look = look
        self._deaths = 0
        self._born = 0.0
        self._life: asyncio.Task[None] | None = None
        # Set where somebody who waits for a process need not wait: there is one, or there will be none.
        self._settled = asyncio.Event()

    async def alive(self) -> Worker:
        """Return a running process, after however many starts that takes. Raises ScoringError."""
        if self._life is None and self.failure is None:
            self._life = asyncio.create_task(self._live())
        while self.worker is None:
            if self.failure is not None:
                raise self.failure
            await self._settled.wait()
        return self.worker

    def heard(self) -> None:
        """Tell that the process has scored something: it is not one that keeps ending."""
        self._deaths = 0

    def bury(self, worker: Worker, how: str) -> None:
        """Give a process up that ended, hangs or says what it should not; another one is started."""
        if self.worker is not worker:
            return
        self.worker = None
        self._settled.clear()
        if asyncio.get_running_loop().time() - self._born > _LONG_LIFE:
            self._deaths = 0
        self._mourn(how)
        worker.kill()

    async def close(self) -> None:
        """End the process; whoever waits for it gets a ScoringError. Safe to call twice."""
        self.state, self.reason = ScorerState.OFF, ""
        self.failure = self.failure or ScoringError("The scorer is closed.")
        self.worker = None
        self._settled.set()
        if self._life is not None:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)

    async def _live(self) -> None:
        while self.failure is None:
            if self._deaths > self._patience.restarts:
                self._fail(ScoringError(
                    "The scoring process keeps ending.", reason=f"Last time {self.reason}.",
                    hint="Posts stay unscored. See that there is memory for it (about 700 MB), then start again."))
                return
            if self._deaths > 1:
                await asyncio.sleep(min(_LONGEST_PAUSE, self._patience.pause * 2 ** (self._deaths - 2)))
            try:
                await self._one_life()
            except ChildGone as gone:
                self._mourn(str(gone))
            except ScoringError as error:
                self._fail(error)

    async def _one_life(self) -> None:
        await asyncio.to_thread(self._look)
        worker = await Worker.launch(self._launch, self._patience.start)
        self._born = asyncio.get_running_loop().time()
        try:
            for about in worker.about:
                log.info("model %s in %s%s", about.name, about.mode, f": {about.timing}" if about.timing else "")
            self.worker = worker
            self.state, self.reason = ScorerState.READY, ""
            self._settled.set()
            self.bury(worker, await worker.wait())
        finally:
            await worker.end(patience=0)

    def _mourn(self, how: str) -> None:
        self._deaths += 1
        self.state, self.reason = ScorerState.RESTARTING, how
        log.warning("the scoring process is started again: %s", how)

    def _fail(self, error: ScoringError) -> None:
        self.failure = error
        self.state, self.reason = ScorerState.FAILED, error.reason or error.title
        self._settled.set()
