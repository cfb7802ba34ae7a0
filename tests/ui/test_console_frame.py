"""Sizes, panes, keys, looks and the way out: the console around the posts."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.engine import TestClock
from helpers.room import a_console, a_room, bluesky, mastodon, reddit, settings_in

from warroom.app import WarroomApp, run_console, shows_utf8
from warroom.app_keys import APP
from warroom.domain.errors import ConfigError, StoreError
from warroom.domain.model import Platform
from warroom.domain.triage import Verb
from warroom.opening import open_room
from warroom.plans import Live
from warroom.screens import keys
from warroom.settings import THEMES, Console, Settings
from warroom.themes import THEMES as LOOKS

POSTS = (reddit(1, "sick of it"), mastodon(2, "charged twice"), bluesky(3, "second report"))


async def test_a_small_terminal_shows_one_pane_and_a_row_of_tabs(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, size=(80, 24)) as bench:
        await bench.sees("[1 Reddit]", "2 Mastodon", "4 Timeline", "sick of it")
        assert "charged twice" not in bench.screen_text
        await bench.press("2")
        await bench.sees("[2 Mastodon]", "charged twice")
        await bench.lacks("sick of it")
        bench.tap.say(reddit(7), reddit(8))
        await bench.sees("1 Reddit 2")
        await bench.press("1")
        await bench.sees("[1 Reddit]", "post number 8")


async def test_a_click_on_a_tab_opens_its_pane(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, size=(80, 24)) as bench:
        await bench.sees("3 Bluesky")
        line = bench.app.room_screen.views.tabs.text
        await bench.pilot.click("#tabs", offset=(1 + line.index("3 Bluesky") + 2, 0))
        await bench.sees("[3 Bluesky]", "second report")


@pytest.mark.parametrize(("columns", "panes"), [(80, 1), (120, 2), (150, 3), (200, 4), (400, 4)])
async def test_as_many_panes_stand_side_by_side_as_can_be_read(tmp_path: Path, columns: int, panes: int) -> None:
    async with a_console(tmp_path, *POSTS, size=(columns, 40)) as bench:
        shown = [pane for pane in bench.app.room_screen.views.panes if pane.display]
        assert len(shown) == panes
        assert all(pane.size.width >= 38 for pane in shown)


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (4, 2), (1, 1), (30, 8), (60, 12), (300, 6)])
async def test_no_terminal_is_too_small(tmp_path: Path, size: tuple[int, int]) -> None:
    async with a_console(tmp_path, *POSTS, size=size) as bench:
        await bench.press("j", "k", "enter")
        await bench.pilot.pause()
        await bench.press("escape", "c", "slash", "a", "escape", "question_mark", "escape", "s", "escape", "4", "plus")
        await bench.pilot.pause()
        assert bench.app.is_running


async def test_twenty_columns_and_five_rows_still_tell_which_incident_and_a_post(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, size=(20, 5)) as bench:
        await bench.sees("Cold brew", "sick of it")


async def test_the_panes_follow_a_terminal_that_changes_its_size(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS, size=(200, 60)) as bench:
        await bench.press("3")
        await bench.pilot.resize_terminal(80, 24)
        await bench.sees("[3 Bluesky]", "second report")
        await bench.lacks("charged twice")
        await bench.pilot.resize_terminal(200, 60)
        await bench.sees("sick of it", "charged twice", "second report")


async def test_zoom_gives_one_pane_all_the_room_and_tab_goes_round(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("plus")
        await bench.lacks("charged twice")
        await bench.press("tab")
        await bench.sees("charged twice")
        await bench.press("plus", "tab", "tab", "tab")
        await bench.sees("sick of it", "charged twice", "second report")
        assert bench.app.room_screen.views.current == 0
        await bench.press("shift+tab")
        assert bench.app.room_screen.views.current == 3


async def test_a_number_without_a_pane_says_so(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("8")
        await bench.until(lambda: bench.status == "There is no pane 8.")


async def test_the_post_page_fills_a_small_terminal_and_leaves_the_feed_beside_it_in_a_large_one(
    tmp_path: Path,
) -> None:
    async with a_console(tmp_path, *POSTS, size=(80, 24)) as bench:
        await bench.press("enter")
        await bench.sees("facts", "written")
        assert not bench.app.room_screen.views.panes[0].is_on_screen or not bench.app.room_screen.query_one(
            "#panes").display
        await bench.press("escape")
        await bench.pilot.resize_terminal(200, 60)
        await bench.press("3", "enter")
        await bench.sees("facts", "3 Bluesky")
        assert bench.app.room_screen.views.panes[2].display


async def test_the_help_names_every_key_as_it_is_bound(tmp_path: Path) -> None:
    mine = settings_in(tmp_path, keys={"room.claim": "x,ctrl+k"})
    async with a_console(tmp_path, *POSTS, settings=mine, size=(200, 120)) as bench:
        await bench.press("question_mark")
        await bench.sees("Claim", "Escalate", "Filter all panes", "room.claim", "x ctrl+k", "feed.down")
        listed = {key.id for key in bench.app.room_screen.catalogue()}
        bound = {str(binding.id) for binding in keys.bindings()} - {f"room.pane_{n}" for n in range(1, 10)}
        assert bound <= listed
        assert all(key.words for key in bench.app.room_screen.catalogue())
        await bench.press("escape")
        await bench.lacks("room.claim")
        await bench.press("c")
        await bench.pilot.pause()
        assert not bench.status
        await bench.press("x")
        await bench.until(lambda: bench.status == "claimed the post")


def test_every_binding_of_the_room_has_a_name() -> None:
    every = [binding for source in (keys.ROOM, APP) for binding in source]
    assert all(getattr(binding, "id", "") and getattr(binding, "description", "") for binding in every)
    names = [getattr(binding, "id", "") for binding in every]
    assert len(names) == len(set(names))


def test_a_key_for_a_name_that_there_is_not_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        run_console(settings_in(tmp_path, keys={"room.clame": "x"}), Live())
    assert "room.clame" in caught.value.title
    assert "room.claim" in caught.value.hint


async def test_the_palette_offers_the_verbs_the_incident_and_the_looks(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("colon")
        await bench.sees("Close the incident", "Export the timeline", "Claim")
        await bench.press(*"light")
        await bench.sees("Look: light")
        await bench.press("enter", "enter")
        await bench.until(lambda: bench.app.theme == "warroom-light")


async def test_an_incident_opened_from_the_palette_has_its_own_log(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("p")
        await bench.sees("◈ pinned")
        bench.app.room_screen.do(bench.app.room_screen.open_incident())
        await bench.type("Boston")
        await bench.press("enter")
        await bench.sees("Boston", "opened: Boston")
        await bench.lacks("◈ pinned")
        await bench.press("c")
        await bench.sees("claimed by ana")
        events = await bench.store.events(bench.room.incident.id)
        assert [event.summary.partition(" ")[0] for event in events][:2] == ["opened:", "claimed"]


async def test_the_timeline_is_exported_into_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with a_console(tmp_path, *POSTS) as bench:
        acts = bench.app.room_screen.acts
        assert acts is not None
        bench.app.room_screen.do(acts.export())
        await bench.sees("export as", "csv")
        await bench.press("3")
        await bench.until(lambda: bench.status.startswith("written: "))
        written = Path(bench.status.removeprefix("written: "))
        assert "opened: Cold brew" in written.read_text()


async def test_where_nothing_was_done_the_strip_goes_on_telling_the_state_of_things(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        status = bench.app.room_screen.views.status
        status.say("claimed the post")
        assert "claimed the post" in status.text
        status.say("")  # what an act that was given up has to say
        assert "tap live" in status.text


async def test_q_does_nothing_and_ctrl_q_leaves(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("q")
        await bench.pilot.pause()
        assert bench.app.is_running
        await bench.press("ctrl+q")
        await bench.until(lambda: bench.app.return_code == 0 and not bench.app.is_running)


async def test_leaving_with_posts_in_hand_asks_and_enter_stays(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("c")
        await bench.sees("claimed by ana")
        await bench.press("ctrl+q")
        await bench.sees("You hold 1 post. Leave all the same?")
        await bench.press("enter")
        await bench.until(lambda: not bench.app.room_screen.prompt.asking)
        assert bench.app.is_running
        await bench.press("ctrl+q")
        await bench.sees("Leave all the same?")
        await bench.press("y")
        await bench.until(lambda: not bench.app.is_running)


async def test_ctrl_c_says_how_to_leave(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        await bench.press("ctrl+c")
        await bench.until(lambda: bench.status == "Ctrl+Q leaves the room.")


async def test_the_room_is_closed_when_the_screen_is(tmp_path: Path) -> None:
    closed: list[str] = []
    async with a_console(tmp_path, *POSTS) as bench:
        close = bench.store.close

        async def told() -> None:
            closed.append("store")
            await close()

        bench.store.close = told  # type: ignore[method-assign]
    assert closed == ["store"]


async def test_a_store_that_cannot_be_opened_is_a_page_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "warroom.db").write_bytes(b"this is no database, and it is long enough to be read as one" * 99)
    settings = settings_in(tmp_path)
    app = WarroomApp(settings, lambda look: open_room(settings, Live(), look))
    async with app.run_test(size=(100, 30)) as pilot:
        async with asyncio.timeout(60):
            await app.ready.wait()
        assert isinstance(app.trouble, StoreError)
        title = app.trouble.title[:40]

        def text() -> str:
            return "\n".join(strip.text for strip in app.screen._compositor.render_strips(app.size))

        async with asyncio.timeout(60):
            while title not in text() or "Ctrl+Q leaves." not in text():
                await pilot.pause(0.01)
        assert "Traceback" not in text()
        await pilot.press("ctrl+q")
        async with asyncio.timeout(60):
            while app.is_running:
                await pilot.pause(0.01)


@pytest.mark.parametrize("theme", THEMES)
async def test_every_look_shows_the_room(tmp_path: Path, theme: str) -> None:
    mine = settings_in(tmp_path, console=Console(theme=theme, ascii="off", flush_ms=20))
    async with a_console(tmp_path, *POSTS, settings=mine) as bench:
        await bench.sees("sick of it", "1 Reddit ● live")
        assert bench.app.theme == theme
    assert {look.name for look in LOOKS} == set(THEMES)


async def test_the_room_is_readable_without_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with a_console(tmp_path, *POSTS) as bench:
        assert bench.app.no_color
        await bench.press("c")
        await bench.sees("● live", "● claimed by ana", "◌ unscored")


def test_utf8_is_taken_from_the_locale_unless_the_settings_say() -> None:
    def ask(said: str, **environment: str) -> bool:
        return shows_utf8(Settings(data_dir=Path(), console=Console(ascii=said)), environment)

    assert ask("auto", LANG="de_DE.UTF-8")
    assert ask("auto", LC_ALL="C.utf8", LANG="C")
    assert not ask("auto", LC_ALL="POSIX", LANG="de_DE.UTF-8")
    assert not ask("on", LANG="de_DE.UTF-8")
    assert ask("off", LANG="C")


async def test_another_console_on_the_same_store_sees_the_acts(tmp_path: Path) -> None:
    async with a_console(tmp_path, *POSTS) as bench:
        async with a_room(tmp_path, clock=TestClock(), sources=[], actor="ben") as other:
            await other.desk.act(Verb.CLAIM, [POSTS[0].key])
            await bench.sees("claimed by ben")
        assert bench.app.room_screen.views.feeds[Platform.REDDIT].selected_key is not None


HEAVY = ("sqlalchemy", "aiosqlite", "asyncpraw", "mastodon", "atproto", "torch", "flair", "transformers")


def test_the_first_picture_is_painted_before_anything_heavy_is_imported() -> None:
    code = f"""
import asyncio, sys
from pathlib import Path
from warroom.app import WarroomApp
from warroom.settings import Settings
painted = []
app = WarroomApp(Settings(data_dir=Path("unused")), None)
app._begin = lambda: (painted.append([name for name in {HEAVY!r} if name in sys.modules]), app.exit(0))
async def main():
    async with app.run_test() as pilot:
        while not painted:
            await pilot.pause(0.01)
asyncio.run(main())
print(painted)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[[]]", done.stdout
