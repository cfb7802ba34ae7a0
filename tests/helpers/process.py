"""``warroom`` in processes of its own, beside servers that run in the test's loop."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Ended:
    """What a command ended with and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Running:
    """A command that runs; what it says is kept."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.out = bytearray()
        self.err = bytearray()
        self._readers = [asyncio.create_task(_drain(process.stdout, self.out)),
                         asyncio.create_task(_drain(process.stderr, self.err))]

    @property
    def said(self) -> str:
        return self.err.decode()

    async def says(self, words: str, seconds: float = 60) -> None:
        """Wait until it has said something on stderr."""
        async with asyncio.timeout(seconds):
            while words not in self.said:
                if self.process.returncode is not None:
                    await self.ended()
                    assert words in self.said, f"it ended with {self.process.returncode}:\n{self.said}"
                await asyncio.sleep(0.02)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Signal it; one that has just ended by itself is no error, and ``ended`` says how."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(number)

    async def ended(self, seconds: float = 60) -> Ended:
        try:
            async with asyncio.timeout(seconds):
                code = await self.process.wait()
        except TimeoutError:
            self.kill()  # so that it does not harm the tests after this one
            await self.process.wait()
            raise AssertionError(f"it did not end within {seconds} s:\n{self.said}") from None
        await asyncio.gather(*self._readers)
        return Ended(code, self.out.decode(), self.err.decode())


class Program:
    """``warroom`` with a data folder and settings of its own, and nothing of the developer's."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.folder = folder
        keep = {name: value for name, value in os.environ.items() if not name.startswith("WARROOM_")}
        self.environ = keep | {
            "WARROOM_DATA_DIR": str(folder), "WARROOM_TEAM_ME": "ana", "XDG_CONFIG_HOME": str(folder / "no-config"),
            "WARROOM_SCORING_ENABLED": "no", "WARROOM_ACCOUNTS_KEYRING": "no", "WARROOM_TERMS_BRAND": "Acme",
            "PYTHONPATH": str(ROOT), "NO_COLOR": "1", **settings,
        }

    async def start(self, *words: str, stdin: str | None = None, **more: str) -> Running:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "warroom", *words, cwd=self.folder.parent, env=self.environ | more,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
        assert process.stdin is not None
        if stdin is not None:
            process.stdin.write(stdin.encode())
            await process.stdin.drain()
        process.stdin.close()
        return Running(process)

    async def __call__(self, *words: str, code: int = 0, stdin: str | None = None, **more: str) -> Ended:
        ended = await (await self.start(*words, stdin=stdin, **more)).ended()
        assert ended.code == code, f"{words} ended with {ended.code}:\n{ended.out}\n{ended.err}"
        return ended

    async def key_of(self, text: str, seconds: float = 30) -> str:
        """The key of the stored post of that text, once it is there."""
        async with asyncio.timeout(seconds):
            while True:
                with contextlib.closing(sqlite3.connect(self.folder / "warroom.db")) as database:
                    for platform, native_id in database.execute(
                            "SELECT platform, native_id FROM posts WHERE text = ?", (text,)):
                        return f"{platform}:{native_id}"
                await asyncio.sleep(0.05)


async def _drain(stream: asyncio.StreamReader | None, into: bytearray) -> None:
    assert stream is not None
    while chunk := await stream.read(65536):
        into += chunk
