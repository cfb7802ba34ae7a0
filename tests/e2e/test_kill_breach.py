"""kill -9 of the collecting process while it writes breaches: each stands in the log once, and the log verifies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from helpers.engine import TestClock

from warroom.domain.events import EventType
from warroom.domain.incident import Kind
from warroom.domain.ledger import Audience
from warroom.engine.clocks import record_update
from warroom.engine.desk import Desk, open_incident
from warroom.store.sql import open_store

TESTS = Path(__file__).resolve().parents[1]


def collect(file: Path, left: int) -> int:
    path = os.pathsep.join([str(TESTS.parent), str(TESTS)])
    return subprocess.run([sys.executable, str(TESTS / "helpers" / "breach_until_killed.py"), str(file), str(left)],
                          env=os.environ | {"PYTHONPATH": path}, check=False).returncode


async def test_a_breach_is_written_once_however_often_its_process_is_killed(tmp_path: Path) -> None:
    file, clock = tmp_path / "warroom.db", TestClock()
    store = await open_store(file)
    incident = await open_incident(store, "inc-1", title="x", kind=Kind.INCIDENT, actor="ana", clock=clock, wall=clock)
    await record_update(Desk(store, incident, clock=clock, wall=clock, actor="ana"), Audience.PUBLIC, "We look.")
    assert [collect(file, 1), collect(file, 1), collect(file, 1)] == [-signal.SIGKILL, -signal.SIGKILL, 0]
    events = await store.events("inc-1")
    raised = Counter(str(event.details["clock"]) for event in events if event.type is EventType.BREACH)
    assert raised == {"public": 1, "executive": 1}
    assert all(verdict.clean for verdict in await store.verify())
    await store.close()
