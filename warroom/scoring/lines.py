"""``warroom score``: JSON lines in, JSON lines out, for pipes and for people who want to check the model."""

from __future__ import annotations

import asyncio
import contextlib
import json
import queue
import threading
import time
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final, TypeAlias

from warroom.domain.model import Score, Unscored
from warroom.ports import Scorer

#: Lines that are scored together at most: among so many the model finds others of the same length.
TOGETHER: Final = 1024
#: Such groups under way at a time: while one is written the next keeps the model busy. No more lines are ever held.
UNDER_WAY: Final = 2
#: A line waits so long (s) for others to be scored with.
_COMPANY: Final = 0.004
_DIGITS: Final = 5

_Numbered: TypeAlias = "tuple[int, str]"


@dataclass(frozen=True, slots=True)
class _Asked:
    id: str | int
    text: str


async def score_lines(
    lines: Iterable[str], write: Callable[[str], object], complain: Callable[[str], object], *, scorer: Scorer,
    flush: Callable[[], object] = lambda: None,
) -> int:
    """Score lines of ``{"id", "text"}`` and write one line for each, in their order; returns the exit code.

    ``write`` takes a whole line with its newline (``sys.stdout.write``), ``complain`` a sentence without one.
    Written are id, label, negative, neutral, positive (0..1) and valence (-1..1); for a text that cannot be scored
    these are null and ``reason`` says why. A line that cannot be read is named in a complaint, nothing is written
    for it, and the exit code is 1 instead of 0. Blank lines are passed over. Lines that come slowly are answered as
    they come. ``scorer`` is started here and closed here.
    Raises ScoringError where the model cannot be loaded or kept alive.
    """
    bad = 0
    slots = asyncio.Semaphore(UNDER_WAY)
    under_way: asyncio.Queue[tuple[list[_Asked], asyncio.Task[list[Score | Unscored]]] | None] = asyncio.Queue()
    asked_for: set[asyncio.Task[list[Score | Unscored]]] = set()

    async def ask() -> None:
        nonlocal bad
        async with aclosing(_groups(lines)) as groups:
            async for group in groups:
                asked: list[_Asked] = []
                for number, line in group:
                    match _read(line):
                        case _Asked() as one:
                            asked.append(one)
                        case str(problem):
                            bad += 1
                            complain(f"line {number}: {problem}")
                        case None:
                            continue
                await slots.acquire()
                task = asyncio.create_task(scorer.score([one.text for one in asked]))
                asked_for.add(task)
                under_way.put_nowait((asked, task))
        under_way.put_nowait(None)

    async def answer() -> None:
        while (first := await under_way.get()) is not None:
            asked, task = first
            for one, score in zip(asked, await task, strict=True):
                write(json.dumps(_said(one.id, score)) + "\n")
            flush()
            asked_for.discard(task)
            slots.release()

    both: list[asyncio.Task[None]] = []
    try:
        await scorer.start()
        both = [asyncio.create_task(ask()), asyncio.create_task(answer())]
        done, _ = await asyncio.wait(both, return_when=asyncio.FIRST_EXCEPTION)
        for ended in done:
            ended.result()
    finally:
        for task in (*both, *asked_for):
            task.cancel()
        await asyncio.gather(*both, *asked_for, return_exceptions=True)
        await scorer.close()
    return 1 if bad else 0


async def _groups(lines: Iterable[str]) -> AsyncGenerator[list[_Numbered], None]:
    """Yield numbered lines as they come, as many as there are, ``TOGETHER`` at most.

    They are read in a thread, at most one group ahead: a pipe that says nothing holds nothing up.
    """
    read: queue.Queue[_Numbered | Exception | None] = queue.Queue(TOGETHER)
    stopped = threading.Event()

    def follow() -> None:
        end: Exception | None = None
        try:
            for numbered in enumerate(lines, start=1):
                read.put(numbered)
                if stopped.is_set():
                    return
        except Exception as error:  # noqa: BLE001 - it is raised below, where the lines are used
            end = error
        read.put(end)

    # A thread that nobody waits for: one that reads a silent terminal does not end.
    threading.Thread(target=follow, daemon=True, name="lines").start()
    end: _Numbered | Exception | None = (0, "")
    try:
        while isinstance(end, tuple):
            group, end = await asyncio.to_thread(_gather, read)
            if group:
                yield group
        if end is not None:
            raise end
    finally:
        stopped.set()
        # Whoever waits at either end of the queue is let go.
        with contextlib.suppress(queue.Empty):
            while True:
                read.get_nowait()
        read.put(None)


def _gather(read: queue.Queue[_Numbered | Exception | None]) -> tuple[list[_Numbered], _Numbered | Exception | None]:
    """Wait for a line, and a moment for its company; returns the lines, and what ended them (a line: nothing did)."""
    group: list[_Numbered] = []
    one = read.get()
    until = time.monotonic() + _COMPANY
    while isinstance(one, tuple):
        group.append(one)
        if len(group) == TOGETHER:
            break
        try:
            one = read.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            break
    return group, one


def _read(line: str) -> _Asked | str | None:
    """One line: what it asks, what is wrong with it, or None for a blank one."""
    line = line.removeprefix("\ufeff").strip()
    if not line:
        return None
    try:
        said: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({error})"
    match said:
        case {"id": bool()} | {"text": bool()}:
            return '"id" must be a string or a whole number and "text" a string'
        case {"id": str() | int() as name, "text": str(text)}:
            return _Asked(name, text)
        case {"id": _, "text": _}:
            return '"id" must be a string or a whole number and "text" a string'
        case dict():
            return f"no {' and no '.join(repr(key) for key in _missing(said))}"
        case _:
            return 'not an object with "id" and "text"'


def _missing(said: dict[object, object]) -> Iterator[str]:
    return (key for key in ("id", "text") if key not in said)


def _said(name: str | int, score: Score | Unscored) -> dict[str, object]:
    match score:
        case Score():
            return {"id": name, "label": score.label.value, "negative": round(score.negative, _DIGITS),
                    "neutral": round(score.neutral, _DIGITS), "positive": round(score.positive, _DIGITS),
                    "valence": round(score.valence, _DIGITS)}
        case Unscored():
            return {"id": name, "label": None, "negative": None, "neutral": None, "positive": None, "valence": None,
                    "reason": score.reason}
