"""The model's own process: texts in by stdin, probabilities out by stdout, one JSON object a line.

Flair and torch are imported here alone (by ``classifier`` and ``forward``), and only once it runs: they cost seconds
and half a gigabyte, and a forward pass in the console's process would be felt in every key press.

In:  ``{"id": 7, "texts": ["...", ...], "single": false}``; ``single`` takes one text at a time (to find a bad one).
Out: ``{"ready": {"models": [{"name", "language", "mode", "neutral", "timing"}, ...]}}`` or
``{"failed": {"title", "reason", "hint"}}`` first; then for each request any number of
``{"id": 7, "part": [[row, [negative, neutral, positive, model] or "reason"], ...]}``, where ``model`` is the place in
``models``, and one ``{"id": 7, "done": true}``. The process ends when its stdin does, whatever it is doing.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, TypeAlias

from warroom.scoring import classifier
from warroom.scoring.classifier import BATCH, Model
from warroom.scoring.language import Detector, detector, in_words, language_of
from warroom.scoring.preprocess import clean, has_words

#: Word pieces of one forward pass: posts of everyday length in a full batch; longer ones take no more memory.
MOST_PIECES: Final = 1024
NO_WORDS: Final = "no words"
#: The first pass allocates memory and chooses kernels; nobody's post shall wait for that.
WARM_UP: Final = ("It was late, and nobody told us why.",) * 2

#: Probabilities of negative, neutral and positive and the number of the model that gave them, or why there are none.
Verdict: TypeAlias = "tuple[float, float, float, int] | str"

_PR_SET_PDEATHSIG: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the worker is to load; see ``process.Launch``. ``models`` has (path or name, is it a name) by language."""

    models: Mapping[str, tuple[str, bool]]
    labels: Mapping[str, str]
    any_language: bool = False

    @classmethod
    def of(cls, text: str) -> Order:
        """Read an order from the command line."""
        said = json.loads(text)
        return cls(models={language: (str(model), bool(name)) for language, (model, name) in said["models"].items()},
                   labels=said["labels"], any_language=bool(said["any_language"]))


def main() -> None:
    """Serve until stdin ends."""
    parser = argparse.ArgumentParser(prog="python -m warroom.scoring.worker", description=__doc__)
    parser.add_argument("--order", type=Order.of, required=True, help="JSON: the models, what their labels mean")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--parent", type=int, default=0, help="process id; without that parent the worker ends")
    args = parser.parse_args()
    # Flair prints to stdout and torch's libraries write to descriptor 1: both get stderr, the protocol a copy.
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as replies:
        os.dup2(2, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        _end_with(args.parent)
        waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
        serve(args.order, args.threads, waiting.get, replies)


def serve(order: Order, threads: int, take: Callable[[], bytes], replies: IO[bytes]) -> None:
    """Load the models and answer requests as ``take`` hands them over; ends only with the process."""
    if hasattr(os, "nice"):
        os.nice(10)
    models: dict[str, Model] = {}
    for language, (model, name) in order.models.items():
        try:
            models[language] = classifier.prepare(model if name else Path(model), order.labels)
            models[language].forward(WARM_UP)
        except Exception as error:  # noqa: BLE001 - an unpickled file can raise anything; all of it means "not a model"
            _reply(replies, {"failed": _words(model, error, language=language, name=name)})
            return
    route = Route(models, any_language=order.any_language)
    hands = threads if all(model.together for model in models.values()) else 1
    classifier.share(threads // hands)
    _tidy()
    _reply(replies, {"ready": {"models": [
        {"name": model.name, "language": language, "mode": model.mode, "neutral": model.columns.three,
         "timing": model.timing} for language, model in models.items()]}})
    with ThreadPoolExecutor(hands) as pool:
        while True:
            request = json.loads(take())
            for part in judge(request["texts"], route, None if request.get("single") else pool):
                _reply(replies, {"id": request["id"], "part": part})
            _reply(replies, {"id": request["id"], "done": True})


class Route:
    """Which model a text goes to, by its language; the detector is loaded only where it can change anything."""

    def __init__(self, models: Mapping[str, Model], *, any_language: bool = False, detect: Detector | None = None,
                 ) -> None:
        self.models = tuple(models.values())
        self._numbers = {language: number for number, language in enumerate(models)}
        # Without a card that says what the model knows, only what another model is for goes elsewhere.
        self._known = frozenset() if any_language else models[""].languages
        self._detect = detect or (detector() if self._known or len(models) > 1 else None)

    def __call__(self, text: str) -> int | str:
        """The number of the model for a post, or why there is none."""
        language = language_of(text, self._detect) if self._detect else ""
        if language in self._numbers or not language:
            return self._numbers[language]
        if self._known and language not in self._known:
            return f"in {in_words(language)}, which the model does not know"
        return self._numbers[""]


def judge(texts: Sequence[str], route: Route, pool: ThreadPoolExecutor | None) -> Iterator[list[tuple[int, Verdict]]]:
    """Yield (row, verdict) of all texts, in groups of equal length; a text that raises harms no other.

    The longest go first, so that the hands of the pool end together. Without a pool texts go one at a time, in their
    order: the client takes the first row without an answer for the one at fault.
    """
    cleaned = [clean(text) for text in texts]
    said: list[tuple[int, Verdict]] = []
    rows: list[list[int]] = [[] for _ in route.models]
    for row, text in enumerate(cleaned):
        to = route(texts[row]) if has_words(text) else NO_WORDS
        if isinstance(to, str):
            said.append((row, to))
        else:
            rows[to].append(row)
    if said:
        yield said
    if pool is None:
        for row, number in sorted((row, number) for number, mine in enumerate(rows) for row in mine):
            yield _try(cleaned, [row], route.models, number)
        return
    batches: list[tuple[list[int], int]] = []
    for number, mine in enumerate(rows):
        lengths = route.models[number].lengths([cleaned[row] for row in mine])
        batches += [(batch, number) for batch in batched(lengths, mine)]
    yield from pool.map(lambda batch: _try(cleaned, batch[0], route.models, batch[1]), batches)


def batched(lengths: Sequence[int], rows: Sequence[int]) -> Iterator[list[int]]:
    """Yield rows in batches of about ``BATCH``, the longest first; of long texts fewer go together."""
    order = sorted(zip(lengths, rows, strict=True), reverse=True)
    while order:
        size = max(1, min(BATCH, MOST_PIECES // max(1, order[0][0])))
        yield [row for _, row in order[:size]]
        del order[:size]


def _try(
    cleaned: Sequence[str], rows: Sequence[int], models: Sequence[Model], number: int,
) -> list[tuple[int, Verdict]]:
    model = models[number]
    try:
        found = model.forward([cleaned[row] for row in rows])
        return [(row, (*model.columns.of(row_found), number)) for row, row_found in zip(rows, found, strict=True)]
    except Exception as error:  # noqa: BLE001 - whatever a model raises for a text, the text is at fault
        if len(rows) == 1:
            sys.stderr.write(f"a text could not be scored: {error!r}\n")
            return [(rows[0], f"the model cannot read it ({type(error).__name__})")]
        return [_try(cleaned, [row], models, number)[0] for row in rows]


def _tidy() -> None:
    """Give back what loading took: Flair's copy of the weights, the unpickled file, the mode that was not chosen."""
    gc.collect()
    gc.freeze()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, musl has not
        if trim is not None:
            trim(0)


def _words(model: str, error: Exception, *, language: str, name: bool) -> dict[str, str]:
    said = " ".join(str(error).split())[:300]
    setting = f"scoring.models.{language}" if language else "scoring.model"
    if name:
        hint = ("A name without a path is one that Flair knows (sentiment, sentiment-fast) and fetches once. Without a "
                f"network, copy the file here and give {setting} its path.")
    else:
        hint = ("It must be a Flair TextClassifier with the labels negative, neutral and positive, or scoring.labels "
                f"must say which of its labels mean these; leave {setting} out of config.toml to do without it.")
    return {
        "title": f"The model {model} cannot be loaded.",
        "reason": f"{type(error).__name__}: {said}" if said else type(error).__name__,
        "hint": hint,
    }


def _reply(replies: IO[bytes], message: dict[str, object]) -> None:
    try:
        replies.write(json.dumps(message).encode() + b"\n")
        replies.flush()
    except BrokenPipeError:
        os._exit(0)


def _listen(requests: IO[bytes], waiting: queue.SimpleQueue[bytes]) -> None:
    # os._exit, not sys.exit: the main thread may be deep in the loading of a model or in a forward pass.
    for line in requests:
        waiting.put(line)
    os._exit(0)


def _end_with(parent: int) -> None:
    # stdin's end tells of a parent's death already; the kernel also tells where a stray copy of the pipe lives on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent and os.getppid() != parent:
        os._exit(0)


if __name__ == "__main__":
    main()
