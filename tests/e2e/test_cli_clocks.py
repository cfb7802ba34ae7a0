"""The clocks at the command line: what is due, an update recorded, a clock put away."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from helpers.engine import a_post


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """An open incident with a post."""
    clean_environment(monkeypatch, tmp_path / "data")
    line = CommandLine(tmp_path / "data", capsys, monkeypatch)
    line.store([a_post(1)])
    line("open", "Cold brew illness", "--severity", "2")
    return line


def test_the_clocks_are_listed_and_an_update_moves_them(room: CommandLine) -> None:
    before = {one["clock"]: one for one in room("clocks", "--json").objects}
    assert set(before) == {"holding", "complaint", "mention", "public", "executive"}
    assert (before["holding"]["state"], before["holding"]["done"]) == ("ok", False)
    assert before["public"]["due"] is None
    event, = room("update", "public", "--text", "We look into it. Next word at 14:00.", "--json").objects
    assert (event["type"], event["summary"]) == ("update", "public update: We look into it. Next word at 14:00.")
    after = {one["clock"]: one for one in room("clocks", "--json").objects}
    assert after["holding"]["done"]
    assert 7100 < after["public"]["left"] <= 7200
    lines = room("clocks").out.splitlines()
    assert len(lines) == 5
    assert lines[0].split()[:3] == ["done", "holding", "statement"]


def test_a_clock_is_put_away_with_a_reason_and_woken(room: CommandLine) -> None:
    assert "needs a reason" in room("clocks", "--snooze", "holding", "--until", "30m", code=4).err
    assert "until a time" in room("clocks", "--snooze", "holding", "--reason", "x", code=2).err
    room("clocks", "--snooze", "holding", "--until", "30m", "--reason", "legal reads it", "--as", "ben")
    away = room("clocks", "--json").objects[0]
    assert (away["snoozed_by"], away["reason"]) == ("ben", "legal reads it")
    room("clocks", "--wake", "holding")
    assert room("clocks", "--json").objects[0]["snoozed_until"] is None
    assert room("verify").out.count("chain and state hold") == 1


def test_a_closed_incident_has_its_post_mortem_and_takes_no_update(room: CommandLine) -> None:
    room("close", "--reason", "over")
    incident = room("incidents", "--json").objects[-1]["id"]
    assert [one["clock"] for one in room("clocks", "--json").objects] == ["post-mortem"]
    assert "closed" in room("update", "public", "--text", "x", "--incident", incident, code=4).err


def test_an_update_is_read_from_standard_input_and_an_empty_one_refused(room: CommandLine) -> None:
    event, = room("update", "executive", "-t", "-", "--json", stdin="Two stores closed.\n").objects
    assert event["details"]["text"] == "Two stores closed."
    assert "needs a text" in room("update", "executive", "-t", " ", code=4).err
