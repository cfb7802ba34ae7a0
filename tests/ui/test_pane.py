"""The frame around a list of posts."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from widgets.pane import Pane
from widgets.rows import Tone
from widgets.tones import CLASSES


class Body(Widget):
    """Remembers what it was asked to paint."""

    DEFAULT_CSS = "Body { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Region] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked.append(crop)
        return [Strip.blank(crop.width)] * crop.height


class Framed(App[None]):
    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    def __init__(self) -> None:
        super().__init__()
        self.body = Body()
        self.pane = Pane(self.body, number=1, name="Reddit")

    def compose(self) -> ComposeResult:
        yield self.pane

    def rows(self) -> list[str]:
        return ["".join(segment.text for segment in strip)
                for strip in self.screen._compositor.render_strips(self.screen.size)]


async def test_new_words_in_the_frame_are_shown_and_nothing_within_it_is_painted_again() -> None:
    app = Framed()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        app.body.asked.clear()
        app.pane.head([("12/s", Tone.PLAIN)])
        await pilot.pause()
        app.pane.foot([("4 new above", Tone.ACCENT)])
        await pilot.pause()
        assert app.body.asked == []
        assert "1 Reddit 12/s" in app.rows()[0]
        assert "4 new above" in app.rows()[-1]
        app.pane.foot([])
        app.pane.head([("13/s", Tone.PLAIN)])
        await pilot.pause()
        assert "13/s" in app.rows()[0]
        assert "new" not in app.rows()[-1]
