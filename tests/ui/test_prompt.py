"""The question at the bottom."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from helpers.engine import until
from textual.app import App, ComposeResult

from widgets.prompt import Choice, Prompt, Question
from widgets.tones import CLASSES


class Asking(App[None]):
    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    def __init__(self) -> None:
        super().__init__()
        self.prompt = Prompt()

    def compose(self) -> ComposeResult:
        yield self.prompt

    def shown(self) -> str:
        strips = self.screen._compositor.render_strips(self.screen.size)
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


    async def both(self) -> str | None:
        """Ask a second question as soon as the first one was laid out as hidden."""
        await self.prompt.ask(Question(label="Approve it?", keys={"y": "yes", "n": "no"}))
        while self.query_one(Choice).content_size.height:
            await asyncio.sleep(0)
        return await self.prompt.ask(Question(label="Send it?", keys={"y": "yes", "n": "no"}))


async def test_the_question_on_the_screen_is_the_one_that_a_key_answers() -> None:
    app = Asking()
    async with app.run_test(size=(80, 6)) as pilot:
        answer = asyncio.create_task(app.both())
        await until(lambda: "Approve it?" in app.shown())
        await pilot.press("y")
        await until(lambda: "Send it?" in app.shown())
        await pilot.press("n")
        assert await answer == "n"
