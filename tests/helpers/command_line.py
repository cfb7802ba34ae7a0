"""A user at the command line: commands in this process on a database of their own, and what they said."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from helpers.engine import NOON

from warroom.cli import main
from warroom.domain.model import LIVE, Gone, Post
from warroom.ports import Batch
from warroom.settings import Settings
from warroom.storage import open_store


@dataclass
class Said:
    """What a command ended with and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class CommandLine:
    """Calls ``warroom`` as a user would; every call must end as expected."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    @property
    def settings(self) -> Settings:
        return Settings(data_dir=self.folder)

    def __call__(self, *words: str, code: int = 0, stdin: str | None = "") -> Said:
        self._monkeypatch.setattr("sys.stdin", None if stdin is None else io.StringIO(stdin))
        self._capsys.readouterr()
        ended = main(words)
        out, err = self._capsys.readouterr()
        assert ended == code, err
        return Said(ended, out, err)

    def store(self, posts: Sequence[Post | Gone], room: str = LIVE, received: datetime = NOON) -> None:
        async def add() -> None:
            async with open_store(self.settings) as store:
                await store.add(room, "test", Batch(posts), received)

        asyncio.run(add())


def clean_environment(monkeypatch: pytest.MonkeyPatch, folder: Path, more: Mapping[str, str] = {}) -> None:
    """Let no setting of the developer's reach a test."""
    import os

    for name in [name for name in os.environ if name.startswith("WARROOM_")]:
        monkeypatch.delenv(name)
    for name, value in {"WARROOM_DATA_DIR": str(folder), "WARROOM_TEAM_ME": "ana", "LOGNAME": "ana",
                        "XDG_CONFIG_HOME": str(folder / "no-config"), **more}.items():
        monkeypatch.setenv(name, value)
