"""A console in a drill at SEV2, its queue of replies, and another person's desk beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from helpers.room import Bench, a_console, reddit, settings_in

from warroom.counter import drill_outbox
from warroom.domain.incident import Kind
from warroom.domain.model import Post
from warroom.domain.reply import Draft, DraftState
from warroom.engine.outbox import Outbox
from warroom.screens.queue import QueuePage
from warroom.settings import Settings, Statements
from warroom.settings.room import Team

SICK = reddit(1, "Three of us got sick after the cold brew on Sunday. What are you going to do?", author="tallgrass")
TEAM = {"ana": "approver", "ben": "responder", "dee": "legal"}
GOOD = "You three got ill from our cold brew, and we are sorry. We test the batch today and post the result at 6 pm."


class Desk:
    """Another person at the same drill, as from another process."""

    def __init__(self, bench: Bench, outbox: Outbox) -> None:
        self._incident = bench.room.incident.id
        self.outbox = outbox
        self.replies = outbox.replies

    async def hand_in(self, post: Post, text: str = GOOD) -> Draft:
        draft = await self.replies.write(self._incident, post.key, text)
        return await self.replies.submit(self._incident, draft.id)

    async def state(self, draft: Draft) -> DraftState:
        return (await self.replies.find(self._incident, draft.id))[1].state


def settings_of(folder: Path, me: str, **more: object) -> Settings:
    return replace(settings_in(folder, team=Team(me=me, roles=TEAM)), **more)  # type: ignore[arg-type]


@asynccontextmanager
async def a_drill(
    folder: Path, *posts: Post, me: str = "ana", countdown: float = 0.0, size: tuple[int, int] = (200, 60),
    library: Path | None = None, **more: object,
) -> AsyncIterator[tuple[Bench, Desk]]:
    """A console of ``me`` in a drill at SEV2, and ben's desk beside it; ``more`` are further settings."""
    if library is not None:
        more["statements"] = Statements(path=str(library))
    mine = settings_of(folder, me, **more)
    async with a_console(folder, *posts, settings=mine, kind=Kind.DRILL, actor=me, countdown=countdown,
                         size=size) as bench:
        await bench.room.desk.set_severity(2)
        ben = drill_outbox(settings_of(folder, "ben"), bench.store, bench.room.incident, bench.clock)
        ben.replies.heed(bench.room.catch_up)
        yield bench, Desk(bench, ben)


async def open_queue(bench: Bench) -> QueuePage:
    await bench.press("Q")
    await bench.until(lambda: isinstance(bench.app.screen, QueuePage))
    page = bench.app.screen
    assert isinstance(page, QueuePage)
    return page


async def asked(bench: Bench, page: QueuePage, words: str) -> None:
    await bench.until(lambda: words in page.prompt.words)
