"""One run of the model's process: started, asked, ended. What to do when it dies is the client's business."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from warroom.child import GIBBERISH, Child, ChildGone, environment
from warroom.domain.errors import ScoringError

#: A row of a request, three probabilities with the number of the model that says so, or a reason why there are none.
Row: TypeAlias = "tuple[int, tuple[float, float, float, int] | str]"


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
        out = {**environment(), "OMP_WAIT_POLICY": "PASSIVE", "PYTHONUNBUFFERED": "1", "MALLOC_ARENA_MAX": "2",
               "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "16", "LRU_CACHE_CAPACITY": "1"}
        if not self.fetches:
            out |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
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
    """A running process, with its models loaded."""

    def __init__(self, child: Child, about: tuple[About, ...]) -> None:
        self.child = child
        self.about = about
        self._asked = 0

    @property
    def pid(self) -> int:
        """The process id."""
        return self.child.pid

    @classmethod
    async def launch(cls, how: Launch, patience: float) -> Worker:
        """Start a process and wait until its model is ready.

        Raises ScoringError where the model or the program is at fault, ChildGone where the process died or was
        not ready after ``patience`` seconds.
        """
        try:
            child = await Child.launch(how.argv(), how.environment())
        except OSError as error:
            raise ScoringError("The scoring process cannot be started.", reason=str(error),
                               hint=f"Check that {how.argv()[0]} can be run.") from error
        try:
            async with asyncio.timeout(patience):
                first = await child.read()
        except TimeoutError:
            await child.end(patience=0)
            raise ChildGone(f"it was not ready after {patience:g} s") from None
        except BaseException:
            await child.end(patience=0)
            raise
        match first:
            case {"ready": {"models": [*models]}} if about := [found for one in models if (found := _about(one))]:
                return cls(child, tuple(about))
            case {"failed": {"title": str(title), "reason": str(reason), "hint": str(hint)}}:
                await child.end()
                raise ScoringError(title, reason=reason, hint=hint)
            case _:
                await child.end()
                raise ChildGone(GIBBERISH)

    async def ask(
        self, texts: Sequence[str], patience: float, hear: Callable[[Row], None], *, single: bool = False,
    ) -> None:
        """Have texts scored; ``hear`` is called with each row as it comes.

        ``single`` takes one text at a time, in their order. Raises ChildGone where nothing is heard for
        ``patience`` seconds, or never will be; what was heard before stands.
        """
        self._asked += 1
        mine = self._asked
        await self.child.write({"id": mine, "texts": list(texts), "single": single}, patience)
        while True:
            try:
                async with asyncio.timeout(patience):
                    message = await self.child.read()
            except TimeoutError:
                raise ChildGone(f"it gave no answer for {patience:g} s") from None
            match message:
                case {"id": int(asked)} if asked < mine:
                    continue  # an answer to somebody who was cancelled
                case {"id": int(asked), "part": [*rows]} if asked == mine:
                    for row in rows:
                        hear(_row(row, len(texts), len(self.about)))
                case {"id": int(asked), "done": True} if asked == mine:
                    return
                case _:
                    raise ChildGone(GIBBERISH)

    async def wait(self) -> str:
        """Wait for the process to end; returns how it ended, in words."""
        return await self.child.wait()

    def kill(self) -> None:
        """End the process at once; ``wait`` returns soon after."""
        self.child.kill()

    async def end(self, *, patience: float = 1.0) -> None:
        """End the process, by force where it does not go within ``patience`` seconds; safe to call twice."""
        await self.child.end(patience=patience)


def _row(row: object, texts: int, models: int) -> Row:
    match row:
        case [int(at), str(reason)] if 0 <= at < texts:
            return at, reason
        case [int(at), [float(negative), float(neutral), float(positive), int(model)]] if (
            0 <= at < texts and 0 <= model < models
        ):
            return at, (negative, neutral, positive, model)
        case _:
            raise ChildGone(GIBBERISH)


def _about(model: object) -> About | None:
    match model:
        case {"name": str(name), "language": str(language), "mode": str(mode), "neutral": bool(neutral),
              "timing": str(timing)}:
            return About(name, language, mode, neutral, timing)
        case _:
            return None
