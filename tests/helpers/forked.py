"""``warroom`` commands one after the other, each in a fork of a process that has imported it all (``forks.py``)."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from helpers.process import Program

_FORKS = Path(__file__).with_name("forks.py")
#: What commands import when they need it: half of the life of a fork that has it not.
_COMMANDS = ("warroom.cli", "warroom.commands.plain", "warroom.config", "warroom.config_lines", "warroom.house",
             "warroom.library", "warroom.store.sql", "warroom.wiring", "warroom.domain.thread_split", "aiosqlite")


class Forks:
    """Runs ``warroom`` commands one after the other, each in a process of its own that can be killed."""

    def __init__(self, process: asyncio.subprocess.Process, file: Path) -> None:
        self._process = process
        self._file = file

    async def start(self, *words: str) -> int:
        """Start a command; returns its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([words, str(self._file)]).encode() + b"\n")
        return await self._number()

    async def ended(self) -> int:
        """Wait for the command that runs; returns its exit code."""
        return await self._number()

    async def __call__(self, *words: str, code: int = 0) -> str:
        await self.start(*words)
        ended = await self.ended()
        assert ended == code, f"{words} ended with {ended}:\n{self.said}"
        return self.said

    @property
    def said(self) -> str:
        return self._file.read_text()

    async def _number(self) -> int:
        assert self._process.stdout is not None
        async with asyncio.timeout(120):
            return int(await self._process.stdout.readline())


@asynccontextmanager
async def forks_of(program: Program, *modules: str) -> AsyncIterator[Forks]:
    """A program's commands in forks; ``modules`` are imported beforehand besides what every command needs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(_FORKS), *_COMMANDS, *modules, env=program.environ,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    try:
        yield Forks(process, program.folder.parent / "said")
    finally:
        process.kill()
        await process.wait()
