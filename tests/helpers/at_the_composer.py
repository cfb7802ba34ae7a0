"""A console with its composer open: written in, checked, and asked of by somebody else's desk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpers.room import Bench, a_console, acting, reddit, settings_in

from warroom.counter import drill_outbox
from warroom.domain.incident import Kind
from warroom.domain.model import PostKey
from warroom.engine.replies import Replies
from warroom.screens.composer import Writing
from warroom.settings import Settings, Team

SICK = reddit(1, "Three of us got sick after the cold brew on Sunday. What are you going to do about it?",
              author="tallgrass", lang="en")
KEY = PostKey("reddit:n1")
TEAM = Team(me="ana", roles={"ana": "lead", "ben": "legal"})


@asynccontextmanager
async def a_desk(folder: Path, *posts: Any, **more: Any) -> AsyncIterator[Bench]:
    settings = replace(settings_in(folder), team=TEAM)
    async with a_console(folder, *(posts or (SICK,)), kind=Kind.DRILL, settings=settings, countdown=0.0,
                         **more) as bench:
        yield bench


def writing(bench: Bench) -> Writing:
    composer = bench.app.room_screen.composer
    assert composer is not None
    return composer


async def opened(bench: Bench) -> Writing:
    """Press r, and wait for the composer."""
    await bench.press("r")
    await bench.until(lambda: bench.app.room_screen.composer is not None and writing(bench).key is not None
                      and writing(bench).review is not None)
    return writing(bench)


async def typed(bench: Bench, text: str) -> None:
    """Put a text where the cursor is, the last two characters by their keys."""
    editor = writing(bench).editor
    editor._replace_via_keyboard(text[:-2], *editor.selection)
    await bench.press(*({" ": "space", ".": "full_stop", ",": "comma"}.get(mark, mark) for mark in text[-2:]))


async def checked(bench: Bench) -> list[str]:
    """The rules that were found in the text as it stands now."""
    await bench.until(lambda: writing(bench).review is not None and writing(bench).review.text == writing(bench).text)  # type: ignore[union-attr]
    review = writing(bench).review
    assert review is not None
    return [one.rule for one in review.findings]


def replies_of(bench: Bench, name: str, settings: Settings) -> Replies:
    """Another person's desk in the same drill."""
    return drill_outbox(acting(settings, name), bench.store, bench.room.incident, bench.clock).replies
