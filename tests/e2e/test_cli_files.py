from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from helpers.engine import a_post


@pytest.fixture
def room(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data")
    warroom = CommandLine(tmp_path / "data", capsys, monkeypatch)
    warroom.store([a_post(number) for number in range(1, 31)])
    warroom("open", "Cold brew illness")
    warroom.store([a_post(number) for number in range(31, 41)], received=datetime.now(UTC) + timedelta(seconds=1))
    warroom("claim", "7", "35")
    return warroom


@pytest.mark.parametrize(("fmt", "words"), [
    ("md", "# Post-mortem: Cold brew illness"), ("csv", "claimed"), ("csv-iris", "event_date,"),
    ("timesketch", '"timestamp_desc"'), ("json", '"format":"warroom-incident/'),
])
def test_every_format_goes_to_a_file_and_to_standard_output(
    room: CommandLine, tmp_path: Path, fmt: str, words: str,
) -> None:
    assert words in room("export", "-f", fmt).out
    file = tmp_path / "out"
    said = room("export", "--format", fmt, "-o", str(file))
    assert said.out == ""
    assert str(file) in said.err
    assert words in file.read_text(encoding="utf-8")


def test_the_ending_of_the_file_names_the_format(room: CommandLine, tmp_path: Path) -> None:
    room("export", "-o", str(tmp_path / "x.md"))
    assert (tmp_path / "x.md").read_text(encoding="utf-8").startswith("# Post-mortem")
    assert "Which format?" in room("export", "-o", str(tmp_path / "x.doc"), code=2).err
    assert "Which format?" in room("export", code=2).err
    assert not (tmp_path / "x.doc").exists()


def test_a_file_that_is_there_stays_unless_forced(room: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("mine")
    assert "--force" in room("export", "-o", str(file), code=2).err
    assert file.read_text() == "mine"
    room("export", "-o", str(file), "--force")
    assert "claimed" in file.read_text()


def test_an_export_leaves_the_incident_as_it_was(room: CommandLine, tmp_path: Path) -> None:
    room("export", "-o", str(tmp_path / "first.json"))
    room("import", str(tmp_path / "first.json"))
    room("export", "-o", str(tmp_path / "second.json"))
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
    assert room("verify").out.count("chain and state hold") == 1


def test_an_export_holds_the_posts_since_the_opening_and_all_that_the_log_speaks_of(
    room: CommandLine, tmp_path: Path,
) -> None:
    room("export", "-o", str(tmp_path / "x.json"))
    held = [post["native_id"] for post in json.loads((tmp_path / "x.json").read_text())["posts"]]
    assert held == ["7", *(str(number) for number in range(31, 41))]
    room("export", "-o", str(tmp_path / "all.json"), "--since", "2026-01-01")
    held = [post["native_id"] for post in json.loads((tmp_path / "all.json").read_text())["posts"]]
    assert held == [str(number) for number in range(1, 41)]
    assert "is no time" in room("export", "-f", "md", "--since", "soon", code=2).err


def test_an_imported_incident_is_the_same_and_importing_it_again_adds_nothing(
    room: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "x.json"
    events = room("timeline", "--json").objects
    room("export", "-o", str(file))
    monkeypatch.setenv("WARROOM_DATA_DIR", str(tmp_path / "other"))
    brought = room("import", str(file), "--json").objects[0]
    assert (brought["added"], brought["posts"]) == (2 + 1, 11)
    assert room("timeline", "--json").objects == events
    assert room("show", "mastodon:7", "--json").objects[0]["triage"]["holder"] == "ana"
    assert "already" in room("import", str(file)).out
    assert room("verify").out.count("chain and state hold") == 1


def test_a_file_with_a_changed_event_is_refused(
    room: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "x.json"
    room("export", "-o", str(file))
    file.write_text(file.read_text().replace('"actor":"ana"', '"actor":"eve"', 1))
    monkeypatch.setenv("WARROOM_DATA_DIR", str(tmp_path / "other"))
    assert room("import", str(file), code=9).err.startswith("warroom: ")
    assert room("incidents", "--json").out == ""
    assert "cannot be read" in room("import", str(tmp_path / "no.json"), code=9).err
