"""A drill without a screen: it ends by itself, the same seed gives the same posts, and its exports load."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("headless")  # one drill is played for all of them

PLAY = ("drill", "product-failure", "--headless", "--speed", "3000", "--seed", "7")


class Commands:
    """Runs ``warroom`` as a process of its own, on a data folder, without the model."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "warroom", "--data-dir", str(self.folder), *words], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
            env=os.environ | {"WARROOM_SCORING_ENABLED": "false", "PYTHONIOENCODING": "utf-8"})

    def __call__(self, *words: str) -> str:
        process = self.start(*words)
        out, err = process.communicate()
        assert process.returncode == 0, err
        return out

    def objects(self, *words: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self(*words, "--json").splitlines()]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    room = Commands(tmp_path_factory.mktemp("first"))
    room(*PLAY)
    return room


def told(room: Commands) -> list[dict[str, Any]]:
    return [{name: value for name, value in post.items() if name != "room"} for post in room.objects("posts")]


def alarms(room: Commands) -> list[tuple[object, ...]]:
    """What the alarms counted; what explains them may depend on when it was looked up."""
    said = [event["details"]["alarm"] for event in room.objects("timeline") if event["type"] == "alarm"]
    return [tuple(alarm[name] for name in ("id", "count", "usual", "ratio", "louder", "worst")) for alarm in said]


def test_the_same_seed_tells_the_same_posts(played: Commands, tmp_path: Path) -> None:
    again = Commands(tmp_path)
    again(*PLAY)
    assert len(told(played)) > 3000
    assert told(again) == told(played)
    assert alarms(again) == alarms(played)


def test_a_drill_raises_one_alarm_within_a_quarter_of_an_hour_after_its_onset(played: Commands) -> None:
    raised = [event for event in played.objects("timeline") if event["type"] == "alarm"]

    assert len(raised) == 1
    assert "2026-03-06T15:07" < raised[0]["details"]["alarm"]["at"] <= "2026-03-06T15:22"
    assert "x the usual for Friday" in raised[0]["summary"]
    assert raised[0]["details"]["alarm"]["posts"]


def test_every_event_of_a_drill_is_marked(played: Commands) -> None:
    events = played.objects("timeline")
    states = [event["details"]["state"] for event in events if event["type"] == "source"]
    assert states == ["starting", "live", "ended"]
    assert all(event["drill"] for event in events)


def test_an_exported_drill_that_was_imported_elsewhere_exports_the_same_bytes(
    played: Commands, tmp_path: Path,
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    played("export", "-o", str(first))
    elsewhere = Commands(tmp_path / "elsewhere")
    elsewhere("import", str(first))
    elsewhere("export", "-o", str(second))
    assert second.read_bytes() == first.read_bytes()
    assert any(post["earlier"] for post in json.loads(first.read_bytes())["posts"] if post["version"] > 1)
    assert "hold" in elsewhere("verify")


def test_every_format_of_a_drill_loads(played: Commands, tmp_path: Path) -> None:
    events = played.objects("timeline")
    for ending in ("md", "csv", "jsonl"):
        played("export", "-o", str(tmp_path / f"x.{ending}"))
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(events)
    lines = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"message", "datetime", "timestamp_desc"} <= set(lines[0])
    assert len(lines) == len(events)
    assert "## Timeline" in (tmp_path / "x.md").read_text(encoding="utf-8")


def told_to_end(room: Commands, name: str) -> list[str]:
    """Begin a drill and end it by a signal; returns the command that it says goes on with it."""
    with room.start("drill", "product-failure", "--headless", "--speed", "400", "--seed", "7") as process:
        assert process.stderr is not None
        assert "ACME" in process.stderr.readline()
        process.send_signal(getattr(signal, name))
        err = process.stderr.read()
        assert process.wait() == 128 + getattr(signal, name)
    assert f"Ended by {name}. What was stored is kept." in err
    resume = err.splitlines()[0].partition(": warroom ")[2].split()
    assert resume[:2] == ["drill", "--resume"]
    return resume


def test_a_drill_whose_terminal_was_closed_says_how_to_go_on(tmp_path: Path) -> None:
    told_to_end(Commands(tmp_path), "SIGHUP")


def test_a_drill_that_was_told_to_end_goes_on_and_tells_the_rest(played: Commands, tmp_path: Path) -> None:
    room = Commands(tmp_path)
    room(*told_to_end(room, "SIGTERM"))
    assert told(room) == told(played)
    assert alarms(room) == alarms(played)
