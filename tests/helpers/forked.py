"""``warroom`` commands one after the other, each in a fork of a process that has imported it all (``forks.py``).

A command of its own start spends nine tenths of its life on imports.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from helpers.process import ROOT, Ended, Program

from warroom.domain.model import Platform

_FORKS = Path(__file__).with_name("forks.py")
#: What commands import when they need it: half of the life of a fork that has it not.
_COMMANDS = ("warroom.cli", "warroom.commands.plain", "warroom.config", "warroom.config_lines", "warroom.house",
             "warroom.library", "warroom.store.sql", "warroom.wiring", "warroom.domain.thread_split", "aiosqlite",
             "tone_warmed")


#: The client of each platform, which is the slowest to import.
CLIENTS = {Platform.REDDIT: "sources._reddit_client", Platform.MASTODON: "mastodon", Platform.BLUESKY: "atproto_client"}


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


class Mother:
    """One process for all the tests of a platform in a file: each command of any of their programs is a fork of it."""

    def __init__(self, platform: Platform) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(_FORKS), *_COMMANDS, "warroom.commands.reply", f"sources.{platform}",
             CLIENTS[platform]],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={name: value for name, value in os.environ.items() if not name.startswith("WARROOM_")}
            | {"PYTHONPATH": str(ROOT)})

    def __call__(self, words: tuple[str, ...], out: Path, err: Path, environ: Mapping[str, str]) -> int:
        """Run a command to its end; returns its exit code."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([words, str(out), str(err), dict(environ)]) + "\n")
        self._process.stdin.flush()
        self._process.stdout.readline()  # its process id
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


class QuickProgram(Program):
    """A program whose commands are forks where they are waited for; what is only started has a start of its own."""

    def __init__(self, program: Program, mother: Mother) -> None:
        super().__init__(program.folder, {})
        self.environ = program.environ
        self._mother = mother

    async def __call__(self, *words: str, code: int = 0, stdin: str | None = None, **more: str) -> Ended:
        assert stdin is None, "a fork has no stdin"
        out, err = (self.folder.parent / name for name in ("out", "err"))
        ended = Ended(await asyncio.to_thread(self._mother, words, out, err, self.environ | more),
                      out.read_text(), err.read_text())
        assert ended.code == code, f"{words} ended with {ended.code}:\n{ended.out}\n{ended.err}"
        return ended
