"""``warroom score``: JSON lines in, JSON lines out, for pipes and for people who want to check the model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from warroom.domain.model import Score, Unscored
from warroom.ports import Scorer
from warroom.scoring.client import FlairScorer

#: Lines that are read before their scores are written; no more than these are ever held.
TOGETHER: Final = 256
_DIGITS: Final = 5


@dataclass(frozen=True, slots=True)
class _Asked:
    id: str | int
    text: str


async def score_lines(
    lines: Iterable[str], write: Callable[[str], object], complain: Callable[[str], object], *,
    model: Path | None = None, scorer: Scorer | None = None,
) -> int:
    """Score lines of ``{"id", "text"}`` and write one line for each, in their order; returns the exit code.

    ``write`` takes a whole line with its newline (``sys.stdout.write``), ``complain`` a sentence without one.
    Written are id, label, negative, neutral, positive (0..1) and valence (-1..1); for a text that cannot be scored
    these are null and ``reason`` says why. A line that cannot be read is named in a complaint, nothing is written
    for it, and the exit code is 1 instead of 0. Blank lines are passed over. ``scorer`` replaces the Flair model of
    the file ``model`` (None: the shipped one); it is started here and closed here.
    Raises ScoringError where the model cannot be loaded or kept alive.
    """
    judge = scorer or FlairScorer(model)
    bad = 0
    try:
        await judge.start()
        numbered = enumerate(lines, start=1)
        while some := list(islice(numbered, TOGETHER)):
            asked: list[_Asked] = []
            for number, line in some:
                match _read(line):
                    case _Asked() as one:
                        asked.append(one)
                    case str(problem):
                        bad += 1
                        complain(f"line {number}: {problem}")
                    case None:
                        continue
            scores = await judge.score([one.text for one in asked])
            for one, score in zip(asked, scores, strict=True):
                write(json.dumps(_said(one.id, score)) + "\n")
    finally:
        await judge.close()
    return 1 if bad else 0


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
