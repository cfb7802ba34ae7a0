"""Measure typing in the composer from outside: key to paint in the whole console, with few posts and with many.

    python bench/composer.py             # all cases, about three minutes
    python bench/composer.py --quick     # shorter series

The console plays a drill into a database of its own, without a model, 200x60; the composer lies over the right half
and is checked while it is typed in. Its counter is written as ``<<N>>``, so each key is accounted for. Beside it stands
the feed of ``bench/feed.py`` at 1,000 posts a second, measured in the same run: believe the ratio to it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import re
import sys
import tempfile
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import feed  # noqa: E402 - the bench is run as a script
from pty_harness import HEADER, Figures, Terminal, arguments, floor, moves, press_all  # noqa: E402 - as above

OPEN = re.compile(rb"<<0>>")
#: What is typed: words of a real reply, so that the checks have work.
WORDS = b"You three got sick on Sunday and we are sorry. We test the batch today and write here again by six. "


def serve(rate: int, typed: int, folder: str) -> None:
    """Run the console on a drill, with the composer open on a post and ``typed`` characters in it already.

    With ``typed`` -1 the composer stays closed, and the keys go to a feed.
    """
    from rich.segment import Segment
    from textual.geometry import Region
    from textual.strip import Strip

    from warroom import config
    from warroom.app import WarroomApp
    from warroom.domain.composing import Count
    from warroom.domain.query import EVERYTHING
    from warroom.opening import open_room
    from warroom.plans import Drill
    from warroom.screens import showing, stage
    from widgets.feed import Feed
    from widgets.rows import Tone

    settings = config.load(config=None, data_dir=Path(folder), environ={"WARROOM_SCORING_ENABLED": "false"})
    # As warroom.app.run_console has it.
    gc.set_threshold(50_000, 20, 50)
    sys.setswitchinterval(0.0005)

    def keys(_count: Count, _parts: int, _unit: str) -> list[tuple[str, Tone]]:
        # Of what stands there, and not of what would be sent: a space at the end is a key, too.
        composer = app.room_screen.composer
        return [(f"<<{len(composer.text) - typed if composer is not None else -1}>>", Tone.DIM)]

    showing.counter = keys

    pressed = count(1)

    class Counted(Feed):
        """A feed whose number of moves stands at the head of what is painted with the cursor's row."""

        mark = "<<0>>"

        def move(self, delta: int) -> None:
            super().move(delta)
            self.mark = f"<<{next(pressed)}>>"

        action_move = move

        def render_lines(self, crop: Region) -> list[Strip]:
            strips = list(super().render_lines(crop))
            if self.has_focus and strips and crop.y <= self._window.row < crop.bottom:
                strips[0] = Strip.join([Strip([Segment(self.mark)]), strips[0].crop(len(self.mark))])
            return strips

    class Bench(WarroomApp):
        def on_mount(self) -> None:
            # Textual calls each class's own: called from here too, the console would open two rooms.
            self.run_worker(self.begin())

        async def begin(self) -> None:
            """Open the composer on the first post."""
            await self.ready.wait()
            screen = self.room_screen
            room = screen.room
            if room is None:
                raise SystemExit("there is no room")
            while not (items := await room.store.page(room.incident.room, EVERYTHING, limit=1)):  # noqa: ASYNC110 - a post
                await asyncio.sleep(0.1)
            if typed < 0:
                return
            await screen.write_to(items[0].key)
            if typed and screen.composer is not None:
                screen.composer.editor.take((WORDS.decode() * (typed // len(WORDS) + 1))[:typed])

    if typed < 0:
        stage.Feed = Counted
    app = Bench(settings, lambda look: open_room(settings, Drill(scenario="product-failure", seed=1, rate=rate), look))
    app.run()


def case(name: str, rate: int, typed: int, presses: int, fps: str) -> Figures:
    """Measure one case."""
    figures = Figures(name)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(Path(__file__).resolve()), f"--serve={rate},{typed},{folder}"]
        with Terminal(command, columns=200, rows=60, TEXTUAL_FPS=fps, NO_COLOR="") as terminal:
            if not terminal.until(OPEN, 60):
                raise SystemExit(f"{name}: the composer is not open after a minute")
            terminal.run(3.0)
            letters = [WORDS[at % len(WORDS):at % len(WORDS) + 1] for at in range(presses)]
            press_all(terminal, figures, moves(presses) if typed < 0 else letters)
    return figures


CASES = (("console's feed, 1,000/s", 1_000, -1), ("composer, 1/s", 1, 0), ("composer, 1,000/s", 1_000, 0),
         ("composer, 1,000/s, 5,000 typed", 1_000, 5_000))


def main() -> None:
    """Run the cases, print the table."""
    args = arguments(__doc__).parse_args()
    if args.serve:
        rate, typed, folder = args.serve.split(",", 2)
        os.environ.pop("NO_COLOR", None)
        serve(int(rate), int(typed), folder)
        return
    presses = 100 if args.quick else 400
    least = floor(presses)
    print(f"{HEADER} {'of feed':>8}")
    print(least.row(None))
    base, _, _ = feed.case("feed, 1,000/s", 1_000, 0, presses, args.fps)
    print(base.row(least), flush=True)
    for name, rate, typed in CASES:
        if args.cases in name:
            figures = case(name, rate, typed, presses, args.fps)
            print(f"{figures.row(least)} {figures.percentile(0.5) / base.percentile(0.5):7.2f}x", flush=True)


if __name__ == "__main__":
    main()
