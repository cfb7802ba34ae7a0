"""A process of our own that speaks in lines of JSON: started, written to, heard, ended; how it ended is said in words.

The model's process is one, and the one that checks drafts. What happens when one dies is its client's affair.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Final

from warroom.domain.text import one_line

_ROOT: Final = Path(__file__).resolve().parents[1]
#: A reply of 512 rows of a model is some 40 kB; asyncio's own limit of a line is 64 kB.
_LINE_LIMIT: Final = 4 * 1024 * 1024
_TAIL: Final = 4096
GIBBERISH: Final = "it said something unreadable"


class ChildGone(Exception):
    """The process ended or fell silent; ``str()`` says how, in words."""


def environment() -> dict[str, str]:
    """Our own environment, with the source tree on the path where nothing is installed."""
    out = dict(os.environ)
    if _ROOT.name not in {"site-packages", "dist-packages"}:
        out["PYTHONPATH"] = os.pathsep.join(part for part in (str(_ROOT), os.environ.get("PYTHONPATH")) if part)
    return out


class Child:
    """A running process. Its stderr goes to a nameless file, so nothing of it reaches the terminal."""

    def __init__(self, process: asyncio.subprocess.Process, errors: IO[bytes]) -> None:
        self._process = process
        self._errors = errors

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @classmethod
    async def launch(cls, argv: Sequence[str], env: Mapping[str, str]) -> Child:
        """Start a process. Raises OSError where the program cannot be run."""
        errors = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        try:
            process = await asyncio.create_subprocess_exec(
                *argv, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=errors,
                env=dict(env), limit=_LINE_LIMIT,
                # A Ctrl-C in the terminal is for the console, which ends its children in its own time.
                start_new_session=True,
            )
        except OSError:
            errors.close()
            raise
        return cls(process, errors)

    async def write(self, message: object, patience: float) -> None:
        """Send one message. Raises ChildGone where the process is gone, or takes none for ``patience`` seconds."""
        writer = self._process.stdin
        assert writer is not None, "the process was started with a pipe"  # noqa: S101 - tells the type checker
        try:
            async with asyncio.timeout(patience):
                writer.write(json.dumps(message).encode() + b"\n")
                await writer.drain()
        except OSError:
            raise ChildGone(await self._epitaph()) from None
        except TimeoutError:
            raise ChildGone(f"it took no text for {patience:g} s") from None

    async def read(self) -> object:
        """Wait for a message. Raises ChildGone where none will come, or none that can be read."""
        reader = self._process.stdout
        assert reader is not None, "the process was started with a pipe"  # noqa: S101 - tells the type checker
        try:
            line = await reader.readline()
            if not line.endswith(b"\n"):
                raise ChildGone(await self._epitaph())
            message: object = json.loads(line)
        except ValueError:  # no JSON, or a line without end
            raise ChildGone(GIBBERISH) from None
        return message

    async def wait(self) -> str:
        """Wait for the process to end; returns how it ended, in words."""
        await self._process.wait()
        return await self._epitaph()

    def kill(self) -> None:
        """End the process at once; ``wait`` returns soon after."""
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def end(self, *, patience: float = 1.0) -> None:
        """End the process, by force where it does not go within ``patience`` seconds; safe to call twice."""
        writer = self._process.stdin
        if writer is not None:
            writer.close()
        try:
            async with asyncio.timeout(patience):
                await self._process.wait()
        except TimeoutError:
            pass
        finally:
            # Here too where the wait was cancelled: nobody leaves half a gigabyte behind.
            self.kill()
        await self._process.wait()
        self._errors.close()

    async def _epitaph(self) -> str:
        try:
            async with asyncio.timeout(2):
                code = await self._process.wait()
        except TimeoutError:
            return "it closed its pipes"
        if code < 0:
            try:
                return f"it was ended by {signal.Signals(-code).name}"
            except ValueError:
                return f"it was ended by signal {-code}"
        last = self._last_words()
        return f"it ended with code {code}" + (f": {last}" if last else "")

    def _last_words(self) -> str:
        if self._errors.closed:
            return ""
        # pread leaves the offset alone, which the process shares with us.
        size = os.fstat(self._errors.fileno()).st_size
        tail = os.pread(self._errors.fileno(), _TAIL, max(0, size - _TAIL)).decode("utf-8", "replace")
        lines = [line.strip() for line in tail.splitlines() if line.strip()]
        return one_line(lines[-1])[:300] if lines else ""
