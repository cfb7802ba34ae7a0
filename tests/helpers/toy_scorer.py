"""A scorer whose process holds no model: the score of a text is its length, and some words kill or hang it."""

from __future__ import annotations

import asyncio
import sys
import zipfile
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from warroom.domain.model import Score, Unscored
from warroom.scoring.client import FlairScorer

DEADLY = Path(__file__).with_name("deadly_worker.py")


@asynccontextmanager
async def toy(folder: Path, *, patience: float = 30, start_patience: float = 30, max_restarts: int = 5,
              workers: int = 1, **more: Any) -> AsyncIterator[FlairScorer]:
    model = folder / "model.pt"
    with zipfile.ZipFile(model, "w") as file:
        file.writestr("toy/data.pkl", "")
    scorer = FlairScorer(model, command=(sys.executable, "-P", str(DEADLY), "toy", str(folder)), pause=0.01,
                         patience=patience, start_patience=start_patience, max_restarts=max_restarts,
                         workers=workers, threads=1, **more)
    try:
        async with asyncio.timeout(60):
            yield scorer
    finally:
        await scorer.close()


def length(score: Score | Unscored) -> int:
    assert isinstance(score, Score), score
    return round(score.negative)


def starts(folder: Path) -> int:
    return len((folder / "starts").read_text().splitlines())


def scored(folder: Path) -> Counter[str]:
    return Counter((folder / "scored").read_text().splitlines())


async def until(fact: Callable[[], bool]) -> None:
    while not fact():
        await asyncio.sleep(0.01)
