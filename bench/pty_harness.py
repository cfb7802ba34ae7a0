"""Measure a terminal program from outside: key to paint, processor time, first paint, what it writes while idle.

The program runs in a pseudo-terminal of a given size; the harness answers the questions that programs ask a terminal.
A tiny echo program in the same harness gives the machine's own floor; trust the ratio to it, not the milliseconds.

    python bench/pty_harness.py --size 200x60 --keys j,k --count 200 -- COMMAND...
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

#: What a plain modern terminal answers; programs wait for these before they paint, or paint otherwise.
ANSWERS: tuple[tuple[bytes, bytes], ...] = (
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[0c", b"\x1b[?62;22c"),
    (b"\x1b[>c", b"\x1b[>1;10;0c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
    (b"\x1b[?u", b"\x1b[?0u"),
    (b"\x1b]10;?", b"\x1b]10;rgb:dddd/dddd/dddd\x1b\\"),
    (b"\x1b]11;?", b"\x1b]11;rgb:1111/1111/1111\x1b\\"),
)
NAMED = {"up": b"\x1b[A", "down": b"\x1b[B", "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~", "enter": b"\r", "tab": b"\t"}
#: The smallest program that reacts to a key: what the machine, the pty and the harness cost by themselves.
FLOOR = (
    "import os,tty\ntty.setraw(0)\nos.write(1,b'ready')\nn=0\n"
    "while True:\n for _ in os.read(0,64):\n  n+=1\n  os.write(1,b'<<%d>>'%n)\n"
)
#: A program may tell how many keys it has painted by writing ``<<N>>`` (or ``<<N:``): then nothing else is an answer.
COUNTER = re.compile(rb"<<(\d+)[:>]")
#: Words or a frame: a printable character that is no part of an escape sequence.
PAINTED = re.compile(rb"(?:\x1b\[[0-9;]*m|^|[\n ])[A-Za-z0-9\x80-\xff]")
_TICKS = os.sysconf("SC_CLK_TCK")


class Terminal:
    """A program in a pseudo-terminal. ``listeners`` are called with each piece of its output and when it came."""

    def __init__(self, command: Sequence[str], *, columns: int, rows: int, **environment: str) -> None:
        self.started = time.perf_counter()
        self.written = 0
        self.listeners: list[Callable[[bytes, float], None]] = []
        #: The last ``<<N>>`` that the program wrote, None where it wrote none yet.
        self.counter: int | None = None
        self._tail = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"} | environment)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvp(command[0], list(command))  # noqa: S606 - the child of the fork becomes the program
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def send(self, keys: bytes) -> float:
        """Write keys, and say when."""
        when = time.perf_counter()
        os.write(self.fd, keys)
        return when

    def read(self, timeout: float) -> bytes:
        """Read what comes within ``timeout`` seconds (b"" where nothing does), and answer what is asked."""
        ready, _, _ = select.select([self.fd], [], [], max(0.0, timeout))
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 1 << 18)
        except OSError as error:
            raise SystemExit("The program ended.") from error
        when = time.perf_counter()
        self.written += len(data)
        seen = self._tail + data
        for question, answer in ANSWERS:
            asked = seen.count(question) - self._tail.count(question)
            if asked:
                os.write(self.fd, answer * asked)
        numbers = COUNTER.findall(seen)
        if numbers:
            self.counter = int(numbers[-1])
        self._tail = seen[-24:]
        for listener in self.listeners:
            listener(data, when)
        return data

    def run(self, seconds: float) -> int:
        """Let the program run and say how many bytes it wrote."""
        before, end = self.written, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        return self.written - before

    def until(self, wanted: re.Pattern[bytes], seconds: float) -> bool:
        """Let the program run until its output holds ``wanted``."""
        seen, end = b"", time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            seen = (seen + self.read(left))[-(1 << 18):]
            if wanted.search(seen):
                return True
        return False

    def processor(self) -> float:
        """Seconds of processor time that the program and its children have used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(fields[at]) for at in (11, 12, 13, 14)) / _TICKS

    def memory(self) -> int:
        """Resident bytes."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@dataclass
class Figures:
    """What was measured. Times in milliseconds, processor shares in percent of one core."""

    name: str
    first_paint: float = 0.0
    keys: int = 0
    lost: int = 0
    times: list[float] = field(default_factory=list)
    busy: float = 0.0
    idle: float = 0.0
    idle_bytes: int = 0
    megabytes: float = 0.0

    def percentile(self, share: float) -> float:
        """A percentile of key to paint, in milliseconds."""
        if len(self.times) < 2:
            return self.times[0] if self.times else float("nan")
        return statistics.quantiles(self.times, n=1000, method="inclusive")[round(share * 1000) - 1]

    def row(self, floor: Figures | None) -> str:
        """One line of the table; the last column is p50 against the floor's."""
        ratio = f"{self.percentile(0.5) / floor.percentile(0.5):5.0f}x" if floor and floor.times else "     -"
        return (
            f"{self.name:<34} {self.percentile(0.5):7.2f} {self.percentile(0.95):7.2f} {self.percentile(0.99):8.2f}"
            f" {max(self.times, default=0):8.2f} {ratio} {self.keys:5d} {self.lost:4d} {self.busy:6.1f}"
            f" {self.idle:6.2f} {self.idle_bytes:7d} {self.first_paint:7.0f} {self.megabytes:7.0f}"
        )


HEADER = (
    f"{'key to paint, ms':<34} {'p50':>7} {'p95':>7} {'p99':>8} {'max':>8} {'floor':>6} {'keys':>5} {'lost':>4}"
    f" {'cpu %':>6} {'idle %':>6} {'idle B':>7} {'1st ms':>7} {'MB':>7}"
)


def press(
    terminal: Terminal, keys: Sequence[bytes], *, gap: tuple[float, float], random: Random, patience: float = 3.0,
) -> tuple[list[float], int]:
    """Send keys at random times and measure each until it is painted: milliseconds, and how many were lost.

    A program that writes ``<<N>>`` is believed: key N is painted when N or more stands on the screen. Otherwise the
    first output after a key counts, so such a program must be quiet by itself.
    """
    sent: list[float] = []
    painted: list[float] = []
    before = terminal.counter or 0

    def hear(_data: bytes, when: float) -> None:
        done = len(sent) if terminal.counter is None else min(len(sent), terminal.counter - before)
        painted.extend([when] * (done - len(painted)))

    terminal.listeners.append(hear)
    for key in keys:
        pause = time.perf_counter() + random.uniform(*gap)
        while (left := pause - time.perf_counter()) > 0:
            terminal.read(left)
        sent.append(terminal.send(key))
    end = time.perf_counter() + patience
    while len(painted) < len(sent) and (left := end - time.perf_counter()) > 0:
        terminal.read(left)
    terminal.listeners.remove(hear)
    return [(there - here) * 1000 for here, there in zip(sent, painted, strict=False)], len(sent) - len(painted)


def measure(
    name: str, command: Sequence[str], *, columns: int, rows: int, keys: Sequence[bytes], count: int,
    ready: re.Pattern[bytes] | None = None, settle: float = 1.0, idle: float = 0.0, patience: float = 30.0,
    gap: tuple[float, float] = (0.03, 0.15), seed: int = 1,
) -> Figures:
    """Run a program, press ``count`` keys (taken from ``keys`` in turn) and leave it alone for ``idle`` seconds."""
    figures = Figures(name)
    with Terminal(command, columns=columns, rows=rows) as terminal:
        if not terminal.until(PAINTED, patience):
            raise SystemExit(f"{name}: nothing was painted within {patience:.0f} s")
        figures.first_paint = (time.perf_counter() - terminal.started) * 1000
        if ready is not None and not terminal.until(ready, patience):
            raise SystemExit(f"{name}: not ready within {patience:.0f} s")
        terminal.run(settle)
        if idle:
            before, begin = terminal.processor(), time.perf_counter()
            figures.idle_bytes = terminal.run(idle)
            figures.idle = (terminal.processor() - before) / (time.perf_counter() - begin) * 100
        press_all(terminal, figures, [keys[at % len(keys)] for at in range(count)], gap=gap, seed=seed)
    return figures


def press_all(
    terminal: Terminal, figures: Figures, keys: Sequence[bytes], *, gap: tuple[float, float] = (0.03, 0.15),
    seed: int = 7,
) -> None:
    """Press keys in a program that runs, and write down what they, its processor time and its memory were."""
    before, begin = terminal.processor(), time.perf_counter()
    figures.times, figures.lost = press(terminal, keys, gap=gap, random=Random(seed))
    figures.keys = len(keys)
    figures.busy = (terminal.processor() - before) / (time.perf_counter() - begin) * 100
    figures.megabytes = terminal.memory() / 1e6


def moves(count: int) -> list[bytes]:
    """So many keys that go down a list, and up a little less often."""
    return [b"j" if at % 40 < 25 else b"k" for at in range(count)]


def arguments(description: str | None) -> argparse.ArgumentParser:
    """What a bench of the screen can be told; ``--serve`` is how it starts the program that it measures."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="fewer keys")
    parser.add_argument("--fps", default="240", help="how often Textual may paint a second; its own default is 60")
    parser.add_argument("--cases", default="", help="only cases whose name holds this")
    return parser


def floor(count: int, *, columns: int = 200, rows: int = 60) -> Figures:
    """The machine's own: a program that echoes a key."""
    return measure(
        "floor (echo program)", [sys.executable, "-S", "-c", FLOOR], columns=columns, rows=rows, keys=[b"j"],
        count=count, settle=0.2,
    )


def main() -> None:
    """Measure the command that was given, and the floor in the same run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="200x60", help="columns x rows")
    parser.add_argument("--keys", default="j,k", help=f"keys to press in turn, by commas; also {', '.join(NAMED)}")
    parser.add_argument("--count", type=int, default=200, help="how many keys")
    parser.add_argument("--settle", type=float, default=2.0, help="seconds to wait before measuring")
    parser.add_argument("--idle", type=float, default=5.0, help="seconds to watch it idle")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("command", nargs="+")
    args = parser.parse_args()
    columns, rows = (int(part) for part in args.size.split("x"))
    keys = [NAMED.get(key, key.encode()) for key in args.keys.split(",")]
    least = floor(args.count, columns=columns, rows=rows)
    figures = measure(
        " ".join(args.command)[-34:], args.command, columns=columns, rows=rows, keys=keys, count=args.count,
        settle=args.settle, idle=args.idle,
    )
    if args.json:
        print(json.dumps([asdict(least), asdict(figures)]))
    else:
        print(HEADER, least.row(None), figures.row(least), sep="\n")


if __name__ == "__main__":
    main()
