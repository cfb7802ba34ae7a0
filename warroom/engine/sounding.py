"""How texts sound that somebody writes: the one process that has the model tells every console."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Final

from warroom.domain.errors import ScoringError, StoreError
from warroom.domain.health import ScorerState
from warroom.domain.model import Score, Unscored, digest
from warroom.ports import Clock, Scorer, Store

log = logging.getLogger(__name__)

#: Seconds between two looks at what is written, and those for which a writer must pause before the model is asked.
LOOK: Final = 1.0
_PAUSE: Final = timedelta(seconds=0.5)
#: Texts that were saved longer ago wait for no answer.
_LATELY: Final = timedelta(minutes=2)
#: Texts of one look.
_TOGETHER: Final = 20
#: Seconds for which a console waits for the answer, and between two looks for it.
PATIENCE: Final = 8.0
_AGAIN: Final = 0.5


async def tell(store: Store, scorer: Scorer, *, wall: Clock) -> None:
    """Score what people at any console write, when they pause, until cancelled or until the scorer is gone."""
    while True:
        await asyncio.sleep(LOOK)
        if scorer.state is not ScorerState.READY:
            continue
        now = wall.now()
        try:
            texts = await store.manuscripts.unscored(since=now - _LATELY, until=now - _PAUSE, limit=_TOGETHER)
            if texts:
                scores = await scorer.score(texts)
                await store.put_scores(
                    {digest(text): score for text, score in zip(texts, scores, strict=True)}, wall.now())
        except StoreError as error:
            log.info("what is written stays unscored for now: %s", error)
        except ScoringError as error:
            log.info("what is written stays unscored: %s", error)
            return


async def ask(store: Store, text: str) -> Score | Unscored:
    """What the model said of a text that was saved here; Unscored where no process says anything in time."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while True:
        said = await store.manuscripts.score(text)
        if said is not None:
            return said
        if asyncio.get_running_loop().time() > end:
            return Unscored("the console that scores does not answer")
        await asyncio.sleep(_AGAIN)
