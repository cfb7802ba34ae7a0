"""A page to read whose ages grow while somebody reads or writes beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from helpers.engine import NOON, a_post, until
from textual.app import App, ComposeResult
from textual.strip import Strip

from warroom.domain.item import Item
from warroom.domain.model import LIVE
from widgets.detail import Detail, Dossier
from widgets.tones import CLASSES


class Painted(Detail):
    """Remembers which rows it was asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.asked.append(y)
        return super().render_line(y)


class Page(App[None]):
    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    def __init__(self) -> None:
        super().__init__()
        self.page = Painted()

    def compose(self) -> ComposeResult:
        yield self.page


async def test_ages_grow_and_nothing_else_of_the_page_is_painted_for_it() -> None:
    posts = [a_post(number, f"post number {number}", parent_id=str(number - 1), created_at=NOON) for number in (1, 2)]
    thread = [Item(id=number, room=LIVE, post=post, received_at=NOON) for number, post in enumerate(posts, 1)]
    app = Page()
    async with app.run_test(size=(60, 30)) as pilot:
        app.page.show(Dossier(item=thread[1], now=NOON + timedelta(minutes=12), thread=thread))
        await until(lambda: bool(app.page.asked))
        await pilot.pause()
        app.page.asked.clear()
        app.page.tell_time(NOON + timedelta(minutes=12, seconds=15))  # it is still 12 minutes
        await pilot.pause()
        assert app.page.asked == []
        app.page.tell_time(NOON + timedelta(minutes=13))
        await until(lambda: bool(app.page.asked))
        lines = app.page.text.split("\n")
        assert sorted(set(app.page.asked)) == [at for at, line in enumerate(lines) if "13 m ago" in line]
        assert len(set(app.page.asked)) == 2
