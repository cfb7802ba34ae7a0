"""kill -9 at any moment: what was acknowledged is there, once; the log verifies; the drill goes on where it stopped."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from sources.drill import DrillSource
from sources.scenario import load_scenario
from warroom.domain.model import Post
from warroom.domain.query import EVERYTHING
from warroom.engine.clock import SystemClock
from warroom.store.sql import open_store

PLAYER = Path(__file__).resolve().parents[1] / "helpers" / "drill_until_killed.py"
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


def play(folder: Path, said: Said, *, kill_after: int | None) -> None:
    """Run the drill; kill it with its whole group when it has acknowledged so many posts more."""
    process = subprocess.Popen(
        [sys.executable, str(PLAYER), str(folder), str(RATE), str(SPEED), said.incident],
        stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    with process.stdout:
        before = len(said.posts)
        for line in process.stdout:
            if line.endswith("\n"):
                said.hear(line)
            if kill_after is not None and len(said.posts) - before >= kill_after:
                os.killpg(process.pid, signal.SIGKILL)
                kill_after = None
    assert process.wait(60) in (0, -signal.SIGKILL)


@pytest.mark.parametrize("chain", range(CHAINS))
async def test_fifty_kills_lose_no_post_and_no_event_and_double_none(tmp_path: Path, chain: int) -> None:
    dice = random.Random(20261120 + chain)
    said = Said()
    stored: Counter[str] = Counter()
    for _ in range(KILLS // CHAINS):
        play(tmp_path, said, kill_after=dice.randrange(1, 150))
        assert not said.done, "the story ended before it was killed"
        store = await open_store(tmp_path / "warroom.db")
        try:
            verdicts = await store.verify()
            assert [verdict for verdict in verdicts if not verdict.clean] == []
            stored = Counter(str(item.key) for item in await store.page(said.incident, EVERYTHING, limit=100_000))
            assert set(stored.values()) == {1}
            assert set(said.posts) <= set(stored)
            log = {event.id: event.hash for event in await store.events(said.incident)}
            assert said.events.items() <= log.items()
        finally:
            await store.close()
    told = [str(post.key) for _, post in DrillSource(load_scenario("product-failure"), clock=SystemClock(), seed=7,
                                                     speed=SPEED, rate=RATE).plan() if isinstance(post, Post)]
    assert set(stored) == set(list(dict.fromkeys(told))[: len(stored)])
