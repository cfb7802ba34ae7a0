"""The way to the terminal: writes wait for nobody, so a terminal that stalls or vanishes stops no room."""

from __future__ import annotations

import logging
import os
import select
import selectors
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Final

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste
from textual.message import Message

from widgets.keyboard import Incoming

log = logging.getLogger(__name__)

#: Characters that may wait: some twenty whole screens of 200x60. A terminal that is further behind gets a new picture
#: when it has caught up, and nothing of what was in between.
BACKLOG: Final = 1_000_000
#: Seconds that the end waits for a terminal that does not read.
PATIENCE: Final = 2.0
#: Bytes that are read at once, and seconds after which a key that began with an escape is looked at again.
_READ: Final = 65_536
_TICK: Final = 0.1
#: Ends a picture that is to appear at once (synchronized output, mode 2026), should its own end be left out.
_END_OF_PICTURE: Final = "\x1b[?2026l"


class Writer(threading.Thread):
    """Writes to ``file``'s descriptor, in order, in a thread of its own; ``write`` never waits.

    Textual's own writer makes the event loop wait after thirty pictures: for as long as nobody reads, and for ever once
    the terminal is gone. ``caught_up`` is called, in the thread, when all is written after something was left out.
    """

    def __init__(self, file: IO[str], caught_up: Callable[[], None]) -> None:
        super().__init__(daemon=True, name="terminal")
        self._file = file
        self._caught_up = caught_up
        self._texts: deque[str] = deque()
        self._waiting = 0
        self._behind = self._ending = self._gone = False
        self._news = threading.Condition()

    @property
    def gone(self) -> bool:
        """True once the terminal took nothing more."""
        return self._gone

    def write(self, text: str) -> None:
        """Hand in a text; it is left out whole where the terminal is too far behind, or gone."""
        with self._news:
            if self._gone:
                return
            if self._waiting + len(text) > BACKLOG:
                self._behind = True
                return
            self._texts.append(text)
            self._waiting += len(text)
            self._news.notify()

    def make_room(self) -> None:
        """Leave out what waits, if that is much: what comes next matters more, such as giving the terminal back."""
        with self._news:
            if self._waiting > BACKLOG // 10:
                self._texts.clear()
                self._waiting = 0
                self._behind = False
                self.write(_END_OF_PICTURE)

    def isatty(self) -> bool:
        """As the file that it writes to."""
        return self._file.isatty()

    def fileno(self) -> int:
        """The descriptor that it writes to."""
        return self._file.fileno()

    def flush(self) -> None:
        """Nothing: the thread writes what there is."""

    def run(self) -> None:
        """Write until the end."""
        number = self._file.fileno()
        encoding = getattr(self._file, "encoding", None) or "utf-8"
        while (text := self._next()) is not None:
            # Past Python's buffers: a thread that the end finds in one of them would abort the process.
            left = memoryview(text.encode(encoding, "backslashreplace"))
            try:
                while left:
                    left = left[_write(number, left):]
            except OSError as error:  # whoever looks after the terminal finds it gone, and ends the console
                log.warning("the terminal takes nothing more: %s", error)
                with self._news:
                    self._gone = True
                    self._texts.clear()
                return

    def _next(self) -> str | None:
        with self._news:
            while not self._texts:
                if self._behind and not self._ending:
                    self._behind = False
                    self._caught_up()
                if self._ending:
                    return None
                self._news.wait()
            text = self._texts.popleft()
            self._waiting -= len(text)
            return text

    def stop(self) -> None:
        """Write what waits, then end; a terminal that does not read is left after ``PATIENCE``."""
        with self._news:
            self._ending = True
            self._news.notify()
        self.join(PATIENCE)


def _write(number: int, data: memoryview) -> int:
    """Write some; returns how much. Whoever shares the terminal may have made it one that does not wait."""
    while True:
        try:
            return os.write(number, data)
        except BlockingIOError:
            select.select([], [number], [])


class PatientDriver(LinuxDriver):
    """Textual's driver with a :class:`Writer` in the place of its own, and keys from :class:`Incoming`."""

    _writer: Writer | None = None
    _incoming: Incoming | None = None

    @property
    def gone(self) -> bool:
        """True where the terminal takes nothing more."""
        return self._writer is not None and self._writer.gone

    def start_application_mode(self) -> None:
        """Take the terminal."""
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual's own is not typed
        if self._writer_thread is None or self._file is None:
            return
        self._writer_thread.stop()
        self._writer = Writer(self._file, self._paint_anew)
        self._writer_thread = self._writer  # type: ignore[assignment] # of its shape, not of its class
        self._writer.start()

    def stop_application_mode(self) -> None:
        """Give the terminal back, before what nobody read."""
        if self._writer is not None:
            self._writer.make_room()
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys until the console gives the terminal back."""
        parser, incoming = XTermParser(self._debug), Incoming()
        self._incoming = incoming

        def read(*, final: bool = False) -> None:
            for _ in selector.select(0 if final else _TICK):
                data = os.read(self.fileno, _READ)
                if text := incoming.read(data, final=final):
                    for message in parser.feed(text):
                        self.process_message(message)
                elif not data and not final:
                    self.exit_event.wait(_TICK)  # at the end of a file there is always something to read
            for message in parser.tick():
                self.process_message(message)

        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            try:
                while not self.exit_event.is_set():
                    read()
                read(final=True)
            finally:
                with suppress(EOFError, ParseError):  # it was in the middle of a key
                    list(parser.feed(""))

    def process_message(self, message: Message) -> None:
        """Tell the console; what was pasted takes the place of what stood for it."""
        if isinstance(message, Paste) and self._incoming is not None and self._incoming.pastes:
            message.text = self._incoming.pastes.popleft()
        super().process_message(message)

    def _sigcont_application(self, *_: object) -> None:
        """Come back, but only from where SIGTSTP sent us.

        The kernel sends a SIGCONT with the hang-up of a terminal, and anybody may send one. Textual's own would take
        the terminal once more, with a second thread that reads keys: one of the two never ends.
        """
        if self._must_signal_resume:
            super()._sigcont_application()

    def _paint_anew(self) -> None:
        self._loop.call_soon_threadsafe(self._app.refresh)


def patient(found: type[Driver]) -> type[Driver]:
    """The driver to use in the place of the one that Textual found: its own for terminals is made patient."""
    return PatientDriver if found is LinuxDriver else found
