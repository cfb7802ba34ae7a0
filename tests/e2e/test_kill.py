"""kill -9 at any moment: what was acknowledged is there, once; the log verifies; the drill goes on where it stopped."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sources.drill import DrillSource
from sources.scenario import load_scenario
from warroom.domain.model import Post
from warroom.domain.query import EVERYTHING
from warroom.engine.clock import SystemClock
from warroom.store.sql import open_store

ROOT = Path(__file__).resolve().parents[2]
FORKS = ROOT / "tests" / "helpers" / "forks.py"
#: What plays the drill, and what it imports when it needs it.
PLAYER = ("helpers.drill_until_killed", "warroom.store.sql", "warroom.stories", "sources.drill", "aiosqlite")
#: Kills in all, and the drills that they are dealt out to: each goes on after every kill.
KILLS, CHAINS = 50, 5
RATE, SPEED = 200, 60


class Said:
    """What a process acknowledged before it was killed."""

    def __init__(self) -> None:
        self.incident = ""
        self.posts: list[str] = []
        self.events: dict[str, str] = {}
        self.done = False

    def hear(self, line: str) -> None:
        match line.split():
            case ["incident", name]:
                self.incident = name
            case ["post", key]:
                self.posts.append(key)
            case ["event", name, digest]:
                self.events[name] = digest
            case ["done"]:
                self.done = True


class Player:
    """Plays the drill again and again, each time in a process of its own that goes on where the last one was killed."""

    def __init__(self, forks: subprocess.Popen[str], folder: Path, said: Said) -> None:
        self._forks = forks
        self._folder = folder
        self._said = said
        self._pipe = folder / "said"
        os.mkfifo(self._pipe)

    def play(self, *, kill_after: int) -> None:
        """Run the drill; kill it with its whole group when it has acknowledged so many posts more."""
        assert self._forks.stdin is not None
        words = [str(self._folder), str(RATE), str(SPEED), self._said.incident]
        self._forks.stdin.write(json.dumps([words, str(self._pipe)]) + "\n")
        self._forks.stdin.flush()
        process, killed, before = self._number(), False, len(self._said.posts)
        with self._pipe.open() as lines:
            for line in lines:
                if line.endswith("\n"):
                    self._said.hear(line)
                if not killed and len(self._said.posts) - before >= kill_after:
                    os.killpg(process, signal.SIGKILL)
                    killed = True
        assert (killed, self._number()) == (True, -signal.SIGKILL)

    def _number(self) -> int:
        assert self._forks.stdout is not None
        return int(self._forks.stdout.readline())


@contextmanager
def player(folder: Path, said: Said) -> Iterator[Player]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    with subprocess.Popen([sys.executable, str(FORKS), *PLAYER], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True, env=os.environ | {"PYTHONPATH": path}) as forks:
        try:
            yield Player(forks, folder, said)
        finally:
            forks.kill()


async def what_holds(folder: Path, said: Said) -> Counter[str]:
    """Look at the store that a kill left behind; returns how often each post stands in it."""
    store = await open_store(folder / "warroom.db")
    try:
        verdicts = await store.verify()
        assert [verdict for verdict in verdicts if not verdict.clean] == []
        stored = Counter(str(item.key) for item in await store.page(said.incident, EVERYTHING, limit=100_000))
        assert set(stored.values()) == {1}
        assert set(said.posts) <= set(stored)
        log = {event.id: event.hash for event in await store.events(said.incident)}
        assert said.events.items() <= log.items()
        return stored
    finally:
        await store.close()


@pytest.mark.parametrize("chain", range(CHAINS))
async def test_fifty_kills_lose_no_post_and_no_event_and_double_none(tmp_path: Path, chain: int) -> None:
    dice = random.Random(20261120 + chain)
    said = Said()
    stored: Counter[str] = Counter()
    with player(tmp_path, said) as drill:
        for _ in range(KILLS // CHAINS):
            drill.play(kill_after=dice.randrange(1, 150))
            stored = await what_holds(tmp_path, said)
    told = [str(post.key) for _, post in DrillSource(load_scenario("product-failure"), clock=SystemClock(), seed=7,
                                                     speed=SPEED, rate=RATE).plan() if isinstance(post, Post)]
    assert set(stored) == set(list(dict.fromkeys(told))[: len(stored)])
