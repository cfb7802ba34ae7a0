"""The scorer that the engine sees: a Flair model in processes that may die, hang or be shot at any time."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from warroom.child import ChildGone
from warroom.domain.errors import ScoringError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored
from warroom.scoring.jobs import Batch, Job
from warroom.scoring.keeper import Keeper, Patience
from warroom.scoring.preprocess import MOST_CODE_POINTS
from warroom.scoring.process import About, Launch, Row, Worker
from warroom.scoring.twins import Memory, kin, own_words

log = logging.getLogger(__name__)

#: The model that comes with the program.
SHIPPED: Final = Path(__file__).parent / "model" / "sentiment.pt"

#: A model that is fetched may take so long (s) to be ready.
_FETCH_PATIENCE: Final = 1800.0
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class FlairScorer:
    """Scores texts with a Flair TextClassifier in processes of its own; fits ``ports.Scorer``.

    ``model`` is a Flair file, or a name that Flair knows (None: the shipped one), ``models`` those of other languages
    by ISO 639 code. ``labels`` says what labels mean that are not named negative, neutral and positive;
    ``any_language`` scores also what the model does not know. Loading a model file runs code that it holds, as every
    pickle does: name only files that you trust. ``workers`` processes share the processor's cores, or have ``threads``
    each.

    ``patience`` and ``start_patience`` are seconds without an answer after which a process counts as hung.
    ``max_restarts`` is how often in a row it may die without having scored anything; between such deaths ``pause``
    seconds double. ``command`` replaces the worker's command line, for tests.
    """

    def __init__(
        self, model: Path | str | None = None, *, models: Mapping[str, Path | str] = _NOTHING,
        labels: Mapping[str, str] = _NOTHING, any_language: bool = False, workers: int = 1, threads: int = 0,
        python: str = sys.executable, patience: float = 30.0, start_patience: float = 180.0, max_restarts: int = 5,
        pause: float = 0.5, command: Sequence[str] = (),
    ) -> None:
        launch = Launch(
            model=model or SHIPPED, models=dict(models), labels=dict(labels), any_language=any_language, python=python,
            threads=threads or max(1, len(_cores()) // workers), command=tuple(command))
        self._patience = Patience(answer=patience, restarts=max_restarts, pause=pause,
                                  start=max(start_patience, _FETCH_PATIENCE) if launch.fetches else start_patience)

        def look() -> None:
            _look(launch.model, "scoring.model")
            for language, other in launch.models.items():
                _look(other, f"scoring.models.{language}")

        self._keepers = [Keeper(launch, self._patience, look) for _ in range(workers)]
        self._memory = Memory()
        self._asked: dict[bytes, asyncio.Future[Score | Unscored | None]] = {}

    @property
    def state(self) -> ScorerState:
        """What the scorer is doing now: ready where any process is."""
        return self._first().state

    @property
    def reason(self) -> str:
        """Why it is in that state; "" where there is nothing to say."""
        return self._first().reason

    @property
    def states(self) -> list[ScorerState]:
        """What each process is doing."""
        return [keeper.state for keeper in self._keepers]

    @property
    def about(self) -> tuple[About, ...]:
        """What is known of the loaded models, the main one first; nothing before they are loaded."""
        worker = self._first().worker
        return worker.about if worker else ()

    @property
    def model(self) -> str:
        """The name of the main model, "" before it is loaded."""
        return self.about[0].name if self.about else ""

    @property
    def notes(self) -> list[str]:
        """What a person should know of the loaded models, in sentences."""
        return [f"The model {about.name} knows no neutral: every post is negative or positive to it."
                for about in self.about if not about.neutral]

    @property
    def pids(self) -> list[int]:
        """The processes that hold the model."""
        return [keeper.worker.pid for keeper in self._keepers if keeper.worker]

    @property
    def pid(self) -> int | None:
        """The first process that holds the model, None where there is none now."""
        return next(iter(self.pids), None)

    async def start(self) -> None:
        """Load the model and return when a process is ready; does nothing where one is. Raises ScoringError."""
        await _any([asyncio.create_task(_ready(keeper)) for keeper in self._keepers])

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        """Score texts, near-identical ones once; a text that no process survives comes back Unscored.

        Near-identical are texts that differ only in case, links, handles, spacing or an ``RT @name:`` before them, also
        those of earlier calls. Starts the processes where none is running. Raises ScoringError where none can be kept
        alive.
        """
        names = [kin(text) for text in texts]
        wanted = dict(zip(names, texts, strict=True))
        said: dict[bytes, Score | Unscored] = {}
        while True:
            for name in wanted.keys() - said.keys():
                if (known := self._memory.get(name)) is not None:
                    said[name] = known
            missing = wanted.keys() - said.keys()
            if not missing:
                return [said[name] for name in names]
            # What another caller has asked for is not asked for again, unless that comes to nothing.
            mine = {name: own_words(wanted[name])[:MOST_CODE_POINTS] for name in missing - self._asked.keys()}
            others = {name: self._asked[name] for name in missing & self._asked.keys()}
            if mine:
                await self._ask(mine, said)
            for name, answer in others.items():
                found = await asyncio.shield(answer)
                if found is not None:
                    said[name] = found

    async def close(self) -> None:
        """End the processes; whoever waits for scores gets a ScoringError. Safe to call twice."""
        await asyncio.gather(*(keeper.close() for keeper in self._keepers))

    async def _ask(self, texts: Mapping[bytes, str], said: dict[bytes, Score | Unscored]) -> None:
        """Have texts scored that nobody else has asked for; fills ``said`` and the memory."""
        loop = asyncio.get_running_loop()
        self._asked |= {name: loop.create_future() for name in texts}
        batch = Batch(texts, len(self._keepers))
        try:
            drains = [asyncio.create_task(self._drain(keeper, batch)) for keeper in self._keepers]
            await _any(drains)
        finally:
            said.update(batch.said)
            for name in texts:
                self._asked.pop(name).set_result(batch.said.get(name))
                if name in batch.said and name not in batch.lost:
                    self._memory.put(name, batch.said[name])

    async def _drain(self, keeper: Keeper, batch: Batch) -> None:
        """Have one process score until everything is said; another one takes over what it leaves undone."""
        while await batch.more():
            async with keeper.busy:
                ready = asyncio.create_task(keeper.alive())
                over = asyncio.create_task(batch.over.wait())
                try:
                    # A process that is starting again holds nobody up who is served by the others.
                    await asyncio.wait([ready, over], return_when=asyncio.FIRST_COMPLETED)
                    if not ready.done():
                        return
                    worker = ready.result()
                finally:
                    for task in (ready, over):
                        task.cancel()
                job = batch.take()
                if job is not None:
                    await self._serve(keeper, worker, job, batch)

    async def _serve(self, keeper: Keeper, worker: Worker, job: Job, batch: Batch) -> None:
        """Ask for the texts of one job; where the process dies of them, hand back what it left.

        They then go one at a time, in order, so that the first without an answer is the suspect.
        """
        names = list(job.texts)

        def hear(row: Row) -> None:
            at, verdict = row
            batch.said[names[at]] = Unscored(verdict) if isinstance(verdict, str) else Score(
                *verdict[:3], worker.about[verdict[3]].name)
            keeper.heard()

        patience = self._patience.answer / (3 if job.single else 1)
        try:
            await worker.ask(list(job.texts.values()), patience, hear, single=job.single)
            if any(name not in batch.said for name in names):
                raise ChildGone("it left texts out")  # noqa: TRY301 - the same end as every other misbehaviour
        except ChildGone as gone:
            keeper.bury(worker, str(gone))
            suspect = next((name for name in names if name not in batch.said), None)
            if job.single and suspect is not None:
                keeper.heard()  # a process that ends over one text is not one that ends over all
                if batch.strike(suspect):
                    log.warning("a text of %d characters was given up: the model's process did not survive it: %s",
                                len(job.texts[suspect]), gone)
        finally:
            batch.back(job)

    def _first(self) -> Keeper:
        order = (ScorerState.READY, ScorerState.STARTING, ScorerState.RESTARTING, ScorerState.FAILED, ScorerState.OFF)
        return min(self._keepers, key=lambda keeper: order.index(keeper.state))


async def _ready(keeper: Keeper) -> None:
    await keeper.alive()


async def _any(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Return when one of the tasks has come to its end, and end the others. Raises where all of them raise."""
    left = set(tasks)
    try:
        while left:
            done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            errors = [error for task in done if (error := task.exception()) is not None]
            if len(errors) < len(done):
                return
            if not left or not all(isinstance(error, ScoringError) for error in errors):
                raise errors[0]
    finally:
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def _cores() -> Sequence[int]:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return tuple(os.sched_getaffinity(0))
    return range(os.cpu_count() or 1)


def _look(path: Path | str, setting: str) -> None:
    """Tell at once what a start of several seconds would find out of a file. Raises ScoringError."""
    if isinstance(path, str):
        return
    hint = "Install warroom again: its wheel holds this file." if path == SHIPPED else (
        f"Check {setting} in config.toml, or leave it out to use the model that is shipped.")
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
