"""One run of the model's process: started, asked, ended. What to do when it dies is the client's business."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final, TypeAlias

from warroom.domain.errors import ScoringError
from warroom.domain.text import one_line

_ROOT: Final = Path(__file__).resolve().parents[2]
#: A reply of 512 rows is some 40 kB; asyncio's own limit of a line is 64 kB.
_LINE_LIMIT: Final = 4 * 1024 * 1024
_TAIL: Final = 4096
_GIBBERISH: Final = "it said something unreadable"

#: A row of a request, three probabilities with the number of the model that says so, or a reason why there are none.
Row: TypeAlias = "tuple[int, tuple[float, float, float, int] | str]"


class WorkerGone(Exception):
    """The process ended or fell silent; ``str()`` says how, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """How to start the process.

    A model is a file (Path) or a name that Flair knows (str). ``models`` has those of other languages, by ISO 639 code;
    ``labels`` says what labels mean that are not named negative, neutral and positive; ``any_language`` scores also
    what the model does not know. ``command`` replaces the usual one whole (tests put a wrapper there).
    """

    model: Path | str
    models: Mapping[str, Path | str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    any_language: bool = False
    python: str = sys.executable
    threads: int = 2
    command: tuple[str, ...] = ()

    @property
    def fetches(self) -> bool:
        """True where a model is a name: only then may the process ask the network for it."""
        return any(isinstance(model, str) for model in (self.model, *self.models.values()))

    def argv(self) -> list[str]:
        """The command line, with what the worker needs to know appended."""
        # -P: a folder that somebody starts the console in may hold a "torch.py".
        base = self.command or (self.python, "-P", "-m", "warroom.scoring.worker")
        models = {"": self.model, **self.models}
        order = {"models": {language: [str(model), isinstance(model, str)] for language, model in models.items()},
                 "labels": dict(self.labels), "any_language": self.any_language}
        return [*base, "--order", json.dumps(order), "--threads", str(self.threads), "--parent", str(os.getpid())]

    def environment(self) -> dict[str, str]:
        """Our own, with the source tree on the path where nothing is installed; a model file fetches nothing."""
        # Each length of a batch is a product of its own to oneDNN and to torch, which keep a thousand of them, half a
        # megabyte each; to make them again costs 2 % of the time.
        out = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE", "PYTHONUNBUFFERED": "1", "MALLOC_ARENA_MAX": "2",
               "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "16", "LRU_CACHE_CAPACITY": "1"}
        if not self.fetches:
            out |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
        if _ROOT.name not in {"site-packages", "dist-packages"}:
            out["PYTHONPATH"] = os.pathsep.join(part for part in (str(_ROOT), os.environ.get("PYTHONPATH")) if part)
        return out


@dataclass(frozen=True, slots=True)
class About:
    """What a worker says of a model that it has loaded: ``mode`` is the numbers it is computed in.

    ``language`` is the one that ``scoring.models`` gives it, "" for the main model; ``neutral`` is False for a model
    of two classes; ``timing`` is what the choice of the mode was made by, in words.
    """

    name: str
    language: str = ""
    mode: str = ""
    neutral: bool = True
    timing: str = ""


class Worker:
    """A running process. Its stderr goes to a nameless file, so nothing of it reaches the terminal."""

    def __init__(self, process: asyncio.subprocess.Process, errors: IO[bytes]) -> None:
        self._process = process
        self._errors = errors
        self.about: tuple[About, ...] = ()
        self._asked = 0

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @classmethod
    async def launch(cls, how: Launch, patience: float) -> Worker:
        """Start a process and wait until its model is ready.

        Raises ScoringError where the model or the program is at fault, WorkerGone where the process died or was
        not ready after ``patience`` seconds.
        """
        errors = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        try:
            process = await asyncio.create_subprocess_exec(
                *how.argv(), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=errors,
                env=how.environment(), limit=_LINE_LIMIT,
                # A Ctrl-C in the terminal is for the console, which ends the worker in its own time.
                start_new_session=True,
            )
        except OSError as error:
            errors.close()
            raise ScoringError("The scoring process cannot be started.", reason=str(error),
                               hint=f"Check that {how.argv()[0]} can be run.") from error
        worker = cls(process, errors)
        try:
            async with asyncio.timeout(patience):
                first = await worker._read()
        except TimeoutError:
            await worker.end(patience=0)
            raise WorkerGone(f"it was not ready after {patience:g} s") from None
        except BaseException:
            await worker.end(patience=0)
            raise
        match first:
            case {"ready": {"models": [*models]}} if about := [found for one in models if (found := _about(one))]:
                worker.about = tuple(about)
                return worker
            case {"failed": {"title": str(title), "reason": str(reason), "hint": str(hint)}}:
                await worker.end()
                raise ScoringError(title, reason=reason, hint=hint)
            case _:
                await worker.end()
                raise WorkerGone(_GIBBERISH)

    async def ask(
        self, texts: Sequence[str], patience: float, hear: Callable[[Row], None], *, single: bool = False,
    ) -> None:
        """Have texts scored; ``hear`` is called with each row as it comes.

        ``single`` takes one text at a time, in their order. Raises WorkerGone where nothing is heard for
        ``patience`` seconds, or never will be; what was heard before stands.
        """
        self._asked += 1
        mine = self._asked
        writer = self._process.stdin
        assert writer is not None, "the process was started with a pipe"  # noqa: S101 - tells the type checker
        request = json.dumps({"id": mine, "texts": list(texts), "single": single}).encode() + b"\n"
        try:
            async with asyncio.timeout(patience):
                writer.write(request)
                await writer.drain()
        except OSError:
            raise WorkerGone(await self._epitaph()) from None
        except TimeoutError:
            raise WorkerGone(f"it took no text for {patience:g} s") from None
        while True:
            try:
                async with asyncio.timeout(patience):
                    message = await self._read()
            except TimeoutError:
                raise WorkerGone(f"it gave no answer for {patience:g} s") from None
            match message:
                case {"id": int(asked)} if asked < mine:
                    continue  # an answer to somebody who was cancelled
                case {"id": int(asked), "part": [*rows]} if asked == mine:
                    for row in rows:
                        hear(_row(row, len(texts), len(self.about)))
                case {"id": int(asked), "done": True} if asked == mine:
                    return
                case _:
                    raise WorkerGone(_GIBBERISH)

    async def wait(self) -> str:
        """Wait for the process to end; returns how it ended, in words."""
        await self._process.wait()
        return await self._epitaph()

    def kill(self) -> None:
        """End the process at once; ``wait`` returns soon after."""
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def end(self, *, patience: float = 1.0) -> None:
        """End the process, by force where it does not go within ``patience`` seconds; safe to call twice."""
        writer = self._process.stdin
        if writer is not None:
            writer.close()
        try:
            async with asyncio.timeout(patience):
                await self._process.wait()
        except TimeoutError:
            pass
        finally:
            # Here too where the wait was cancelled: nobody leaves half a gigabyte behind.
            self.kill()
        await self._process.wait()
        self._errors.close()

    async def _read(self) -> object:
        reader = self._process.stdout
        assert reader is not None, "the process was started with a pipe"  # noqa: S101 - tells the type checker
        try:
            line = await reader.readline()
            if not line.endswith(b"\n"):
                raise WorkerGone(await self._epitaph())
            message: object = json.loads(line)
        except ValueError:  # no JSON, or a line without end
            raise WorkerGone(_GIBBERISH) from None
        return message

    async def _epitaph(self) -> str:
        try:
            async with asyncio.timeout(2):
                code = await self._process.wait()
        except TimeoutError:
            return "it closed its pipes"
        if code < 0:
            try:
                return f"it was ended by {signal.Signals(-code).name}"
            except ValueError:
                return f"it was ended by signal {-code}"
        last = self._last_words()
        return f"it ended with code {code}" + (f": {last}" if last else "")

    def _last_words(self) -> str:
        if self._errors.closed:
            return ""
        # pread leaves the offset alone, which the process shares with us.
        size = os.fstat(self._errors.fileno()).st_size
        tail = os.pread(self._errors.fileno(), _TAIL, max(0, size - _TAIL)).decode("utf-8", "replace")
        lines = [line.strip() for line in tail.splitlines() if line.strip()]
        return one_line(lines[-1])[:300] if lines else ""


def _row(row: object, texts: int, models: int) -> Row:
    match row:
        case [int(at), str(reason)] if 0 <= at < texts:
            return at, reason
        case [int(at), [float(negative), float(neutral), float(positive), int(model)]] if (
            0 <= at < texts and 0 <= model < models
        ):
            return at, (negative, neutral, positive, model)
        case _:
            raise WorkerGone(_GIBBERISH)


def _about(model: object) -> About | None:
    match model:
        case {"name": str(name), "language": str(language), "mode": str(mode), "neutral": bool(neutral),
              "timing": str(timing)}:
            return About(name, language, mode, neutral, timing)
        case _:
            return None
