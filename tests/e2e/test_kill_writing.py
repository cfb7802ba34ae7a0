"""kill -9 while somebody writes a reply: what was typed a second before is there, and goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

from warroom.domain.model import PostKey
from warroom.store.sql import open_store

TYPIST = Path(__file__).resolve().parents[1] / "helpers" / "type_until_killed.py"
#: Characters that are typed before the kill.
ENOUGH = 40


def type_until_killed(folder: Path) -> tuple[list[tuple[int, float]], float]:
    """Let somebody type; returns how much was typed by when, and when it was over."""
    tests = TYPIST.parents[1]
    process = subprocess.Popen(
        [sys.executable, str(TYPIST), str(folder)], stdout=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": f"{tests}:{tests.parent}"})
    assert process.stdout is not None
    typed: list[tuple[int, float]] = []
    with process.stdout:
        for line in process.stdout:
            count, when = line.split()
            typed.append((int(count), float(when)))
            if len(typed) >= ENOUGH and typed[-1][1] - typed[0][1] > 2:
                break
        os.killpg(process.pid, signal.SIGKILL)
        killed = time.monotonic()
    process.wait()
    return typed, killed


async def test_a_kill_costs_less_than_a_second_of_what_was_typed(tmp_path: Path) -> None:
    typed, killed = type_until_killed(tmp_path)
    store = await open_store(tmp_path / "warroom.db")
    [incident] = await store.incidents()
    kept = await store.manuscripts.load(incident.id, PostKey("reddit:n1"))
    await store.close()
    assert kept is not None
    # A machine that let no key through for a while cannot have saved meanwhile either.
    times = [*(when for _, when in typed), killed]
    stall = max(later - earlier for earlier, later in pairwise(times))
    assert len(kept.text) >= max((count for count, when in typed if when < killed - 1 - stall), default=1)
