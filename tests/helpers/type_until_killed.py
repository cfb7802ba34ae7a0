"""A console in which somebody writes a reply and never stops: ``FOLDER``; says on stdout what was typed, and when."""

from __future__ import annotations

import asyncio
import itertools
import sys
import time
from pathlib import Path

from helpers.room import a_console, reddit

WORDS = "we are sorry and we test the batch today "


async def main(folder: Path) -> None:
    async with a_console(folder, reddit(1, "sick")) as bench:
        await bench.press("r")
        screen = bench.app.room_screen
        await bench.until(lambda: screen.composer is not None and screen.composer.key is not None)
        for number in itertools.count(1):
            mark = WORDS[number % len(WORDS)]
            await bench.press("space" if mark == " " else mark)
            assert screen.composer is not None
            sys.stdout.write(f"{len(screen.composer.text)} {time.monotonic()}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
