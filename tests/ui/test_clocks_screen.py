"""The clocks on the screen: in the top line without a jump, in a list with their reasons, put away, updated."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from helpers.engine import NOON, WordScorer
from helpers.room import Bench, a_console, mastodon

from warroom.domain.clocks import Clock
from warroom.domain.events import EventType
from warroom.screens.clocks import ClocksPage

LATE = mastodon(1, "bad brew, no answer", created_at=NOON - timedelta(minutes=20), author="@mara")


def top_line(bench: Bench) -> str:
    return bench.app.room_screen.views.header.text


async def pass_time(bench: Bench, minutes: float, *seen: str) -> None:
    """Let time pass, and wait until the top line has told it."""
    bench.clock.advance(minutes=minutes)
    bench.app.room_screen.views.beat()
    await bench.until(lambda: all(words in top_line(bench) for words in seen))


async def test_the_top_line_tells_what_is_due_and_no_figure_moves(tmp_path: Path) -> None:
    async with a_console(tmp_path, LATE, scorer=WordScorer(), size=(200, 60)) as bench:
        await bench.until(lambda: "oldest complaint    20m" in top_line(bench))
        await bench.press("U")
        await bench.sees("an update was given to")
        await bench.press("p")
        await bench.sees("the public update said")
        await bench.type("We look into it.")
        await bench.press("enter")
        await bench.until(lambda: "holding ✓" in top_line(bench))
        columns = {top_line(bench).index(name) for name in ("oldest complaint",)}
        await pass_time(bench, 18, "oldest complaint    38m ▲due    22m", "next update     1h42m")
        columns.add(top_line(bench).index("oldest complaint"))
        await pass_time(bench, 30, "oldest complaint  1h08m !over    8m", "next update     1h12m")
        columns.add(top_line(bench).index("oldest complaint"))
        await pass_time(bench, 60.1, "next update ▲ 0:11:54")
        columns.add(top_line(bench).index("oldest complaint"))
        assert len(columns) == 1
        await bench.sees("watch ! overdue: an answer")


async def test_the_list_of_clocks_shows_the_post_that_waits_and_puts_a_clock_away(tmp_path: Path) -> None:
    async with a_console(tmp_path, LATE, scorer=WordScorer(), size=(80, 24)) as bench:
        await bench.until(lambda: "complaint    20m" in top_line(bench))
        await bench.press("T")
        await bench.sees("holding statement", "13:00 UTC", "1h00m left", "Coombs 2007")
        await bench.press("w")
        page = bench.app.screen
        assert isinstance(page, ClocksPage)
        await bench.until(lambda: page._prompt.asking)
        await bench.press(*"30m", "enter")
        await bench.until(lambda: page._prompt.words.startswith("because"))
        await bench.press(*"legal", "enter")
        await bench.sees("put the holding statement away", "◷")
        assert "put away until 12:30 UTC by ana: legal" in bench.room.clocks.readings[0].words
        await bench.press("w")
        await bench.sees("woke the holding statement")
        await bench.press("j", "enter")
        await bench.sees("bad brew, no answer", "nothing was done about this post yet")
        kinds = [event.type for event in await bench.store.events(bench.room.incident.id)]
        assert kinds.count(EventType.CLOCK_SNOOZED) == 2


async def test_escape_leaves_the_question_and_then_the_list(tmp_path: Path) -> None:
    async with a_console(tmp_path, size=(80, 24)) as bench:
        await bench.until(lambda: bool(bench.room.clocks.readings))
        await bench.press("T")
        await bench.until(lambda: isinstance(bench.app.screen, ClocksPage))
        await bench.press("u")
        page = bench.app.screen
        assert isinstance(page, ClocksPage)
        await bench.until(lambda: page._prompt.asking)
        await bench.press("escape")
        await bench.until(lambda: not page._prompt.asking)
        assert bench.app.screen is page
        await bench.press("escape")
        await bench.until(lambda: bench.app.screen is bench.app.room_screen)
        assert not any(one.done for one in bench.room.clocks.readings if one.clock is Clock.HOLDING)
