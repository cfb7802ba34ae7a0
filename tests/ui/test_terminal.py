"""The console on a real terminal: signals end it cleanly, and a terminal that stalls or vanishes stops nothing."""

from __future__ import annotations

import asyncio
import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from widgets.terminal import BACKLOG, Writer

QUIET = "run_console(Settings(data_dir=Path({folder!r}), scoring=Scoring(enabled=False)), Live())"
FLOOD = ("run_console(Settings(data_dir=Path({folder!r}), scoring=Scoring(enabled=False)), "
         "Drill(scenario='product-failure', seed=1, rate=2000))")


@contextmanager
def _on_a_terminal(folder: Path, console: str = QUIET) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A console as a process of its own, and our end of its terminal."""
    code = (
        "import sys; from pathlib import Path; from warroom.app import run_console; "
        "from warroom.plans import Drill, Live; from warroom.settings import Settings, Scoring; "
        f"sys.exit({console.format(folder=str(folder))})"
    )
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", code], stdin=theirs, stdout=theirs, stderr=theirs,
                               env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"})
    os.close(theirs)
    try:
        yield process, ours
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_console_cleanly(tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    with _on_a_terminal(tmp_path) as (process, ours):
        said = _read_until(ours, b"no source", 60)
        process.send_signal(number)
        said += _read_until(ours, b"\x1b[?1049l", 60)
        assert process.wait(60) == 128 + number
        os.close(ours)
    assert b"Traceback" not in said


def test_a_console_told_to_go_on_that_had_not_stopped_takes_its_terminal_no_second_time(tmp_path: Path) -> None:
    with _on_a_terminal(tmp_path) as (process, ours):
        before = termios.tcgetattr(ours)
        _read_until(ours, b"no source", 60)
        process.send_signal(signal.SIGCONT)  # as the kernel does with a hang-up
        os.write(ours, b"\xe9?")  # nor does a byte that is no UTF-8 end it
        said = _read_until(ours, b"Keys", 60)
        process.send_signal(signal.SIGTERM)
        said += _read_until(ours, b"\x1b[?1049l", 30)
        assert process.wait(30) == 128 + signal.SIGTERM
        assert b"\x1b[?1049h" not in said
        assert termios.tcgetattr(ours) == before
        os.close(ours)


def test_a_console_that_was_stopped_comes_back(tmp_path: Path) -> None:
    with _on_a_terminal(tmp_path) as (process, ours):
        _read_until(ours, b"no source", 60)
        process.send_signal(signal.SIGTSTP)
        _read_until(ours, b"\x1b[?1049l", 30)
        assert os.waitid(os.P_PID, process.pid, os.WSTOPPED) is not None
        process.send_signal(signal.SIGCONT)
        _read_until(ours, b"\x1b[?1049h", 30)
        os.write(ours, b"?")
        _read_until(ours, b"Keys", 60)
        process.send_signal(signal.SIGTERM)
        _read_until(ours, b"\x1b[?1049l", 30)
        assert process.wait(30) == 128 + signal.SIGTERM
        os.close(ours)


def test_a_console_whose_terminal_is_gone_ends(tmp_path: Path) -> None:
    with _on_a_terminal(tmp_path) as (process, ours):
        _read_until(ours, b"no source", 60)
        os.close(ours)
        assert process.wait(60) == 128 + signal.SIGHUP


def _read_until(terminal: int, wanted: bytes, seconds: float) -> bytes:
    said = b""
    end = time.monotonic() + seconds
    while wanted not in said:
        left = end - time.monotonic()
        assert left > 0, f"never saw {wanted!r} in {said[-2000:]!r}"
        if select.select([terminal], [], [], left)[0]:
            said += os.read(terminal, 65536)
    return said


def _stored(folder: Path) -> int:
    """Posts in the database; none before it is made, which is after the first picture."""
    try:
        with closing(sqlite3.connect(f"file:{folder / 'warroom.db'}?mode=ro", uri=True)) as database:
            return int(database.execute("SELECT count(*) FROM posts").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_a_terminal_that_reads_nothing_stops_no_room_and_a_signal_ends_it(tmp_path: Path) -> None:
    with _on_a_terminal(tmp_path, FLOOD) as (process, ours):
        _read_until(ours, b"DRILL", 60)
        before, end = _stored(tmp_path), time.monotonic() + 60
        while _stored(tmp_path) < before + 1500:  # seconds of it: a hundred pictures that nobody takes
            assert time.monotonic() < end, f"the room stands still at {_stored(tmp_path)} posts"
            assert process.poll() is None
            select.select([], [], [], 0.1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 128 + signal.SIGTERM
        os.close(ours)


def test_a_terminal_that_reads_again_shows_what_is_so_now(tmp_path: Path) -> None:
    with _on_a_terminal(tmp_path, FLOOD) as (process, ours):
        _read_until(ours, b"DRILL", 60)
        end = time.monotonic() + 60
        while _stored(tmp_path) < 800:
            assert time.monotonic() < end
            select.select([], [], [], 0.1)
        os.write(ours, b"?")
        _read_until(ours, b"Keys", 60)
        process.send_signal(signal.SIGTERM)
        _read_until(ours, b"\x1b[?1049l", 60)
        assert process.wait(60) == 128 + signal.SIGTERM
        os.close(ours)


async def test_what_a_slow_terminal_missed_is_painted_anew_once_it_has_caught_up() -> None:
    read, write = os.pipe()
    caught_up, loop = asyncio.Event(), asyncio.get_running_loop()
    with open(write, "w", encoding="utf-8") as file, open(read, "rb") as reader:  # noqa: ASYNC230, PTH123 - a pipe
        writer = Writer(file, lambda: loop.call_soon_threadsafe(caught_up.set) and None)
        writer.start()
        picture = "x" * 100_000
        for _ in range(30):
            writer.write(picture)  # three million characters into a pipe that nobody reads: it returns
        assert not caught_up.is_set()
        os.set_blocking(read, False)  # the last byte comes before the word that it was the last: no read may wait
        got, anew = bytearray(), asyncio.Event()

        def some() -> None:
            got.extend(os.read(reader.fileno(), 65536))
            if got.endswith(b"anew"):
                anew.set()

        loop.add_reader(reader, some)
        await asyncio.wait_for(caught_up.wait(), 60)
        writer.write("anew")
        await asyncio.wait_for(anew.wait(), 60)
        loop.remove_reader(reader)
        writer.stop()
        assert len(picture) <= len(got) <= BACKLOG + 2 * len(picture)


async def test_a_terminal_that_others_made_one_that_does_not_wait_is_waited_for() -> None:
    read, write = os.pipe()
    os.set_blocking(write, False)
    with open(write, "w", encoding="utf-8") as file, open(read, "rb") as reader:  # noqa: ASYNC230, PTH123 - a pipe
        writer = Writer(file, lambda: None)
        writer.start()
        writer.write("x" * 300_000)  # several times what a pipe holds
        got = 0
        while got < 300_000:
            got += len(await asyncio.to_thread(os.read, reader.fileno(), 65536))
        writer.stop()
        assert not writer.gone


def test_a_terminal_that_is_gone_takes_nothing_and_stops_nobody() -> None:
    read, write = os.pipe()
    os.close(read)
    with open(write, "w", encoding="utf-8") as file:  # noqa: PTH123 - a pipe
        writer = Writer(file, lambda: None)
        writer.start()
        for _ in range(100):
            writer.write("x" * BACKLOG)
        writer.stop()
        assert writer.gone
