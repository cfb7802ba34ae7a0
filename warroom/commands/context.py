"""What a command is given: the settings, and the way to speak. Data goes to stdout, talk to stderr."""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import sys
from collections.abc import Callable, Coroutine, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias, TypeVar

from warroom.domain.errors import ConfigError, UsageError, WarroomError

if TYPE_CHECKING:
    import logging

    from warroom.config import Flag
    from warroom.domain.wire import Json
    from warroom.settings import Settings

_T = TypeVar("_T")


class Context:
    """The settings, read when a command first asks for them, and the standard streams."""

    def __init__(self, args: argparse.Namespace) -> None:
        self._args = args

    @cached_property
    def settings(self) -> Settings:
        """What file, environment and flags say. Raises ConfigError."""
        from warroom import config

        given = vars(self._args)
        flags: dict[str, Flag] = {}
        if "actor" in given:
            flags["team.me"] = ("--as", str(given["actor"]))
        if "theme" in given:
            flags["console.theme"] = ("--theme", str(given["theme"]))
        if "no_mouse" in given:
            flags["console.mouse"] = ("--no-mouse", False)
        return config.load(config=self.path("config"), data_dir=self.path("data_dir"), log_file=self.path("log_file"),
                           flags=flags)

    def read_again(self) -> Settings:
        """What file, environment and flags say now; a screen or a collector asks when somebody mended them."""
        self.__dict__.pop("settings", None)
        return self.settings

    def path(self, name: str) -> Path | None:
        """A path that a global option named, None where it was not given."""
        words = vars(self._args).get(name)
        return None if words is None else Path(str(words))

    def run(self, work: Coroutine[object, object, _T], *, hang_up: bool = True) -> _T:
        """Run a command that needs the event loop, with the log set up. Raises Ended where a signal ends it.

        Without ``hang_up`` a SIGHUP is not one that does.
        """
        import asyncio

        try:
            self.start_log()
        except WarroomError:
            work.close()
            raise
        return asyncio.run(_until_signalled(work, ("SIGTERM", "SIGHUP") if hang_up else ("SIGTERM",)))

    def start_log(self) -> None:
        """Send the log to ``--log-file``, or nowhere: stderr is for people. Raises ConfigError."""
        import logging

        root, file = logging.getLogger(), self.settings.log_file
        if file is None:
            logging.lastResort = logging.NullHandler()  # None would have logging complain, once, to the same people
            return
        try:
            handler = logging.FileHandler(file, encoding="utf-8")
        except OSError as error:
            reason = f"{error.strerror or error}."
            raise ConfigError(f"The log file {file} cannot be written.", reason=reason) from error
        handler.setFormatter(_scrubbing("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
        root.setLevel(logging.INFO)

    def line(self, text: str = "") -> None:
        """Write one line of data to stdout."""
        sys.stdout.write(f"{text}\n")

    def write(self, text: str) -> None:
        """Write data to stdout as it is."""
        sys.stdout.write(text)

    def flush(self) -> None:
        """Let the reader have what was written."""
        sys.stdout.flush()

    def json(self, value: Mapping[str, Json]) -> None:
        """Write one JSON object as a line, ASCII only: no terminal obeys it and no text is lost."""
        sys.stdout.write(json.dumps(value, allow_nan=False) + "\n")

    def say(self, text: str) -> None:
        """Tell the person something, on stderr; outside text in it is made harmless."""
        from warroom.domain.text import neutralise
        from warroom.redaction import REDACTOR

        sys.stdout.flush()
        sys.stderr.write(f"{neutralise(REDACTOR.scrub(text))}\n")

    @property
    def width(self) -> int | None:
        """Columns of the terminal; None where stdout is none, and nothing needs to be cut."""
        return max(40, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None


def _scrubbing(form: str) -> logging.Formatter:
    """Make a formatter whose lines, tracebacks included, hold no secret."""
    import logging

    from warroom.redaction import REDACTOR

    class Scrubbing(logging.Formatter):
        def format(self, record: logging.LogRecord) -> str:
            return REDACTOR.scrub(super().format(record))

    return Scrubbing(form)


async def _until_signalled(work: Coroutine[object, object, _T], names: tuple[str, ...]) -> _T:
    """Let a command close what it opened when it is told to end."""
    import asyncio
    import signal

    loop, task, ended = asyncio.get_running_loop(), asyncio.current_task(), list[int]()

    def end(number: int) -> None:
        ended.append(number)
        if task is not None:
            task.cancel()

    for name in names:
        if hasattr(signal, name):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
                number = getattr(signal, name)
                loop.add_signal_handler(number, end, int(number))
    try:
        return await work
    except asyncio.CancelledError:
        if not ended:
            raise
        raise Ended(ended[0]) from None


class Ended(Exception):
    """A signal ended the command; ``number`` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


#: What a command does when it is called; returns the exit code.
Run: TypeAlias = Callable[[argparse.Namespace, Context], int]

#: Options that stand before the command, or behind it.
GLOBALS: Final = (
    (("--config",), "FILE", "read the settings from FILE"),
    (("--data-dir",), "DIR", "keep the database and logs in DIR"),
    (("--as",), "NAME", "act under this name in the log"),
    (("--incident",), "ID", "work on this incident (the latest open one)"),
    (("--theme",), "NAME", "warroom-dark, -light, -contrast or -safe"),
    (("--no-mouse",), "", "leave the mouse to the terminal"),
    (("--log-file",), "FILE", "write what happens behind the screen to FILE"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that raises its complaint as a UsageError."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse complains of."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", hint=f"Try `{self.prog} --help`.")


def add_globals(parser: argparse.ArgumentParser) -> None:
    """Let ``parser`` take the global options, without defaults, so that both places may be used."""
    group = parser.add_argument_group("global options")
    for names, metavar, words in GLOBALS:
        dest = "actor" if names[0] == "--as" else names[0].lstrip("-").replace("-", "_")
        if metavar:
            group.add_argument(*names, metavar=metavar, dest=dest, help=words, default=argparse.SUPPRESS)
        else:
            group.add_argument(*names, action="store_true", dest=dest, help=words, default=argparse.SUPPRESS)
