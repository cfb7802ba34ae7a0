"""The scorer that the engine sees: a Flair model in a child process that may die, hang or be shot at any time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
import zipfile
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Final

from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored
from warroom.scoring.preprocess import MOST_CODE_POINTS
from warroom.scoring.process import Launch, Row, Worker, WorkerGone

log = logging.getLogger(__name__)

#: The model that comes with the program.
SHIPPED: Final = Path(__file__).parent / "model" / "sentiment.pt"

#: Texts of one request: two batches of the worker, so that it sorts by length and the caller's turn comes soon.
CHUNK: Final = 64
#: A text is given up when the process died of it alone so often; once may have been somebody's kill.
STRIKES: Final = 2
#: A process that lived so long (s) was well; what killed it then is not what killed the last one.
_LONG_LIFE: Final = 60.0
_LONGEST_PAUSE: Final = 30.0


class FlairScorer:
    """Scores texts with a Flair TextClassifier in a process of its own; fits ``ports.Scorer``.

    ``model`` is a Flair file with the labels negative, neutral and positive (None: the shipped one). Loading a
    model file runs code that it holds, as every pickle does: name only files that you trust. ``patience`` and
    ``start_patience`` are seconds without an answer after which the process counts as hung. ``max_restarts`` is
    how often in a row it may die without having scored anything; between such deaths ``pause`` seconds double.
    ``command`` replaces the worker's command line, for tests.
    """

    def __init__(
        self, model: Path | None = None, *, python: str = sys.executable, threads: int = 2, patience: float = 30.0,
        start_patience: float = 180.0, max_restarts: int = 5, pause: float = 0.5, command: Sequence[str] = (),
    ) -> None:
        self._launch = Launch(model=model or SHIPPED, python=python, threads=threads, command=tuple(command))
        self._patience = patience
        self._start_patience = start_patience
        self._max_restarts = max_restarts
        self._pause = pause
        self._state = ScorerState.STARTING
        self._reason = ""
        self._worker: Worker | None = None
        self._born = 0.0
        self._deaths = 0
        self._failure: ScoringError | None = None
        self._closed = asyncio.Event()
        # One request at a time: whoever holds it owns the process and its restarts.
        self._lock = asyncio.Lock()
        self._launching: asyncio.Task[Worker] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def state(self) -> ScorerState:
        """What the scorer is doing now."""
        return self._state

    @property
    def reason(self) -> str:
        """Why it is in that state; "" where there is nothing to say."""
        return self._reason

    @property
    def model(self) -> str:
        """The name of the loaded model, "" before it is loaded."""
        return self._worker.name if self._worker else ""

    @property
    def pid(self) -> int | None:
        """The process that holds the model, None where there is none now."""
        return self._worker.pid if self._worker else None

    async def start(self) -> None:
        """Load the model and return when it is ready; does nothing where it is. Raises ScoringError."""
        async with self._lock:
            await self._alive()

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        """Score texts, each distinct one once; a text that the process cannot survive comes back Unscored.

        Starts the process where it is not running. Raises ScoringError where it cannot be kept alive.
        """
        said: dict[str, Score | Unscored] = {}
        distinct = sorted(dict.fromkeys(texts), key=len)
        for start in range(0, len(distinct), CHUNK):
            async with self._lock:
                await self._score(distinct[start:start + CHUNK], said)
        return [said[text] for text in texts]

    async def close(self) -> None:
        """End the process; whoever waits for scores gets a ScoringError. Safe to call twice."""
        self._closed.set()
        self._state, self._reason = ScorerState.OFF, ""
        apart = [*self._tasks]
        for task in (self._launching, *apart):
            if task is not None:
                task.cancel()
        await asyncio.gather(*apart, return_exceptions=True)
        worker, self._worker = self._worker, None
        if worker is not None:
            await worker.end()

    async def _score(self, texts: Sequence[str], said: dict[str, Score | Unscored]) -> None:
        """Fill ``said`` for these texts, whatever dies meanwhile.

        After a death texts go one at a time, in order, so that the first without an answer is the suspect.
        """
        strikes: dict[str, int] = {}
        single = False
        while left := [text for text in texts if text not in said]:
            worker = await self._alive()

            def hear(row: Row, left: Sequence[str] = left, model: str = worker.name) -> None:
                at, verdict = row
                said[left[at]] = Unscored(verdict) if isinstance(verdict, str) else Score(*verdict, model)
                self._deaths = 0

            try:
                cut = [text[:MOST_CODE_POINTS] for text in left]
                await worker.ask(cut, self._patience / (3 if single else 1), hear, single=single)
            except WorkerGone as gone:
                await self._bury(worker, str(gone))
                suspect = next((text for text in left if text not in said), None)
                if single and suspect is not None:
                    strikes[suspect] = strikes.get(suspect, 0) + 1
                    if strikes[suspect] >= STRIKES:
                        log.warning("a text of %d characters was given up: the model's process did not survive it: %s",
                                    len(suspect), gone)
                        said[suspect] = Unscored("the model's process did not survive it")
                        self._deaths = 0
                single = True
        if self._worker is None:
            self._apart(self._revive())  # the last text was the deadly one; its caller need not wait

    async def _alive(self) -> Worker:
        """Return a running process, after however many restarts that takes. Only for the holder of the lock."""
        while True:
            if self._closed.is_set():
                raise ScoringError("The scorer is closed.")
            if self._failure is not None:
                raise self._failure
            if self._worker is not None:
                return self._worker
            if self._deaths > self._max_restarts:
                self._fail(ScoringError(
                    "The scoring process keeps ending.", reason=f"Last time {self._reason}.",
                    hint="Posts stay unscored. See that there is memory for it (about 750 MB), then start again."))
                continue
            if self._deaths > 1:
                await self._rest(min(_LONGEST_PAUSE, self._pause * 2 ** (self._deaths - 2)))
            try:
                await self._start()
            except WorkerGone as gone:
                self._deaths += 1
                self._state, self._reason = ScorerState.RESTARTING, str(gone)
            except ScoringError as error:
                self._fail(error)

    async def _rest(self, seconds: float) -> None:
        # Ends early where the scorer is closed: nobody waits half a minute for the console to go.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._closed.wait(), seconds)

    async def _start(self) -> None:
        if self._closed.is_set():
            raise ScoringError("The scorer is closed.")
        await asyncio.to_thread(_look, self._launch.model)
        # A task of its own, so that close() can end a start that is under way.
        self._launching = asyncio.create_task(Worker.launch(self._launch, self._start_patience))
        try:
            worker = await self._launching
        except asyncio.CancelledError:
            if self._closed.is_set():
                raise ScoringError("The scorer is closed.") from None
            raise
        finally:
            self._launching = None
        if self._closed.is_set():
            await worker.end()
            return
        self._worker, self._born = worker, asyncio.get_running_loop().time()
        self._state, self._reason = ScorerState.READY, ""
        self._apart(self._watch(worker))

    async def _watch(self, worker: Worker) -> None:
        """Bring the process back where it dies while nobody asks it anything."""
        how = await worker.wait()
        async with self._lock:
            if self._worker is not worker or self._closed.is_set():
                return
            await self._bury(worker, how)
        await self._revive()

    async def _revive(self) -> None:
        async with self._lock:
            # A failure is kept and raised to whoever asks next; it is in state and reason already.
            with contextlib.suppress(ScoringError):
                await self._alive()

    def _apart(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bury(self, worker: Worker, how: str) -> None:
        if asyncio.get_running_loop().time() - self._born > _LONG_LIFE:
            self._deaths = 0
        self._deaths += 1
        if self._worker is worker:
            self._worker = None
        if not self._closed.is_set():
            self._state, self._reason = ScorerState.RESTARTING, how
            log.warning("the scoring process is started again: %s", how)
        await worker.end(patience=0)

    def _fail(self, error: ScoringError) -> None:
        self._failure = error
        if not self._closed.is_set():
            self._state, self._reason = ScorerState.FAILED, error.reason or error.title


def _look(path: Path) -> None:
    """Tell at once what a start of several seconds would find out. Raises ScoringError."""
    hint = ("Install warroom again: its wheel holds this file." if path == SHIPPED
            else "Check scoring.model in config.toml, or leave it out to use the model that is shipped.")
    try:
        with path.open("rb") as file:
            head = file.read(4)
            whole = zipfile.is_zipfile(file)
            torch = whole and any(name.endswith("data.pkl") for name in zipfile.ZipFile(file).namelist())
    except FileNotFoundError:
        raise ScoringError("The model file is missing.", reason=f"There is no {path}.", hint=hint) from None
    except (OSError, zipfile.BadZipFile) as error:
        raise ScoringError("The model file cannot be read.", reason=str(error), hint=hint) from error
    if torch or head.startswith(b"\x80"):  # a pickle without an archive: Flair's older files
        return
    reason = "the file ends too early" if head.startswith(b"PK") and not whole else "this is no Flair model"
    raise ScoringError("The model file is damaged.", reason=f"{path}: {reason}.", hint=hint)
