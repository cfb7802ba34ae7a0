"""The page of the mood on the screen, and the label that moves the gauge."""

from __future__ import annotations

from pathlib import Path

from helpers.engine import NOON, WordScorer
from helpers.room import a_console, reddit, settings_in

from warroom.domain.alarm import EVERYWHERE, Scope
from warroom.domain.events import EventType
from warroom.domain.model import Platform
from warroom.screens.mood import MoodPage
from warroom.settings import Gauge


async def test_the_page_tells_the_mood_by_platform_and_a_label_moves_the_gauge_and_is_logged(tmp_path: Path) -> None:
    posts = [reddit(number, f"bad {number}", created_at=NOON) for number in range(4)]
    settings = settings_in(tmp_path, gauge=Gauge(minimum=1))
    async with a_console(tmp_path, *posts, scorer=WordScorer(), settings=settings, size=(80, 24)) as bench:
        await bench.until(lambda: bench.room.reading.negative == 1.0)
        await bench.press("l")
        await bench.until(lambda: bench.app.room_screen.prompt.asking)
        await bench.press("3")
        await bench.until(lambda: bench.room.reading.negative == 0.75)
        await bench.sees("neg 75 % model")
        log = await bench.store.events(bench.room.incident.id)
        assert [event.type for event in log].count(EventType.LABEL) == 1
        await bench.press("m")
        await bench.sees("everything", "by platform", "75 %")
        page = bench.app.screen
        assert isinstance(page, MoodPage)
        assert {scope for scope, one in page._mood.readings.items() if one.n} == {EVERYWHERE, Scope(Platform.REDDIT)}
        await bench.press("m")
        await bench.until(lambda: bench.app.screen is bench.app.room_screen)
