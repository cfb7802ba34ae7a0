"""What is painted band by band is what would have been painted whole."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from widgets.bands import Bands, bands


class Counting(Static):
    """Remembers the rows that it was asked for."""

    asked: int = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked += crop.height
        return super().render_lines(crop)


class Columns(Screen[None]):
    CSS = "Columns Static { width: 1fr; height: 1fr; border: solid red; } #right { margin: 3 0 0 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Bands()

    def compose(self) -> ComposeResult:
        words = "\n".join(f"row {number}" for number in range(40))
        yield Horizontal(Counting(words, id="left"), Static(words, id="right"))


class Plain(Columns):
    """The same with Textual's own compositor."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Screen()._compositor


def _painted(screen: Screen[None], *regions: tuple[str, Region]) -> list[tuple[int, int, str]]:
    """What an update paints: row, column, text."""
    for name, region in regions:
        screen.query_one(f"#{name}").refresh(region)
    widgets = {screen.query_one(f"#{name}") for name, _ in regions}
    compositor = screen._compositor
    compositor.update_widgets(widgets)
    update = compositor.render_partial_update()
    assert update is not None
    return [(y, x, strip.text) for y, x1, x2 in update.spans for x, strip in update.chops[y].items()
            if strip is not None and x < x2 and x + strip.cell_length > x1]


async def test_bands_paint_the_same_rows_and_ask_for_no_other() -> None:
    app: App[None] = App()
    async with app.run_test(size=(60, 40)) as pilot:
        found = []
        changes = (("left", Region(0, 2, 20, 1)), ("right", Region(0, 30, 20, 2)))
        for screen in (Columns(), Plain()):
            await app.push_screen(screen)
            await pilot.pause()
            left = screen.query_one("#left", Counting)
            left.asked = 0
            found.append((_painted(screen, *changes), left.asked))

    (some, few), (whole, many) = found
    assert some == whole
    assert [y for y, _, _ in some] == [3, 34, 35]
    assert few < many / 5


def test_rows_that_lie_together_are_one_band_as_wide_as_the_widest() -> None:
    spans = [(3, 10, 20), (4, 5, 15), (7, 8, 12), (30, 0, 60), (59, 1, 2), (59, 40, 50)]

    assert list(bands(spans)) == [Region(5, 3, 15, 5), Region(0, 30, 60, 1), Region(1, 59, 49, 1)]
