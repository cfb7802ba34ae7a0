from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from helpers.engine import a_post

from warroom import __version__, cli
from warroom.commands import COMMANDS
from warroom.domain import errors

ROOT = Path(__file__).resolve().parents[2]
# A process that was started in the background of a shell ignores Ctrl+C, and its children do.
INTERRUPTIBLE = """import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from warroom.cli import main
sys.exit(main())"""


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data", {"WARROOM_SCORING_ENABLED": "no"})
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


def run(tmp_path: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("WARROOM_")}
    return subprocess.run(
        [sys.executable, "-m", "warroom", *words], cwd=tmp_path, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL, timeout=120,
        env={**plain, "PYTHONPATH": str(ROOT), "WARROOM_DATA_DIR": str(tmp_path / "data"),
             "XDG_CONFIG_HOME": str(tmp_path / "etc"), **environ},
    )


def test_help_names_every_command_and_every_global_option(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    for name, entry in COMMANDS.items():
        assert f"\n  {name} " in done.stdout
        assert entry.summary in done.stdout
    for option in ("--config", "--data-dir", "--as", "--incident", "--theme", "--no-mouse", "--log-file", "--version"):
        assert option in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 83


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_a_help_of_its_own(warroom: CommandLine, name: str) -> None:
    said = warroom(name, "--help")
    assert said.out.startswith(f"usage: warroom {name} ")
    assert said.err == ""


def test_the_version_is_told_without_importing_anything_heavy(tmp_path: Path) -> None:
    code = ("import sys; from warroom.cli import main; main(['--version']); "
            "print([m for m in ('textual', 'rich', 'sqlalchemy', 'flair', 'torch', 'asyncio', 'logging', 'filelock') "
            "if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"warroom {__version__}", "[]"]


@pytest.mark.parametrize("words", [
    ["posts", "--json"], ["incidents"], ["open", "X"], ["timeline"], ["drill", "--list"], ["export", "-f", "md"],
])
def test_commands_without_a_screen_import_no_screen_no_model_and_no_room(tmp_path: Path, words: list[str]) -> None:
    code = ("import sys; from warroom.cli import main; main(sys.argv[1:]); "
            "print([m for m in ('textual', 'rich', 'flair', 'torch', 'atproto', 'mastodon', 'asyncpraw', "
            "'warroom.wiring', 'warroom.engine.room', 'warroom.domain.sentry') "
            "if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code, "--data-dir", str(tmp_path), *words], cwd=ROOT,
                          capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_plain_check_of_a_draft_imports_nothing_for_a_house_that_has_neither_rules_nor_statements(
    tmp_path: Path,
) -> None:
    code = ("import sys; from warroom.cli import main; main(sys.argv[1:]); "
            "print([m for m in ('regex', 'asyncio', 'sqlalchemy', 'warroom.library', 'warroom.domain.tone.house', "
            "'warroom.domain.text') if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code, "--data-dir", str(tmp_path), "tone", "--json"], cwd=tmp_path,
                          input="It ships today.", capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ['{"findings": []}', "[]"]


def test_an_unknown_command_is_named_with_the_nearest(tmp_path: Path) -> None:
    done = run(tmp_path, "timelin")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean `warroom timeline`?" in done.stderr


@pytest.mark.parametrize("words", [
    ["claim"], ["tag", "1"], ["--colour", "posts"], ["posts", "--limit", "x"], ["drill", "--speed", "0"],
    ["drill", "--speed", "nan"], ["severity", "9"], ["--theme"], ["posts", "--jso"],
])
def test_wrong_usage_ends_with_2_and_a_hint_and_no_traceback(warroom: CommandLine, words: list[str]) -> None:
    said = warroom(*words, code=2)
    assert said.out == ""
    assert "--help`" in said.err
    assert "Traceback" not in said.err


def test_global_options_stand_before_or_behind_the_command(warroom: CommandLine) -> None:
    before = warroom("--as", "ben", "--theme=warroom-light", "config", "--json").objects
    behind = warroom("config", "--json", "--theme", "warroom-light", "--as=ben").objects
    assert before == behind
    found = {one["name"]: one for one in before}
    assert found["console.theme"] == {"name": "console.theme", "value": "warroom-light", "origin": "flag --theme"}
    assert found["team.me"] == {"name": "team.me", "value": "ben", "origin": "flag --as"}


def test_config_shows_values_with_their_origin(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text('[gauge]\nwindow = "90m"\n', encoding="utf-8")
    done = run(tmp_path, "config", WARROOM_CONFIG=str(file), WARROOM_DRILL_SEED="3")
    lines = {line.split()[0]: line.split(None, 2)[1:] for line in done.stdout.splitlines()}
    assert lines["gauge.window"] == ['"1h30m"', f"file {file}:2"]
    assert lines["drill.seed"] == ["3", "env WARROOM_DRILL_SEED"]
    assert lines["console.mouse"] == ["true", "default"]


def test_the_keys_of_the_console_are_listed_with_what_the_settings_made_of_them(
    warroom: CommandLine, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WARROOM_KEYS", "room.claim=f9")
    lines = {line.split()[0]: line for line in warroom("config", "--keys").out.splitlines()}
    assert lines["room.claim"].split()[1].casefold() == "f9"
    assert "feed.down" in lines
    monkeypatch.setenv("WARROOM_KEYS", "room.clam=f9")
    assert "room.claim" in warroom("config", "--keys", code=2).err


def test_the_sample_that_is_printed_can_be_used(tmp_path: Path) -> None:
    path = run(tmp_path, "config", "--path")
    assert path.stdout.strip() == str(tmp_path / "etc" / "warroom" / "config.toml")
    (tmp_path / "etc" / "warroom").mkdir(parents=True)
    (tmp_path / "etc" / "warroom" / "config.toml").write_text(run(tmp_path, "config", "--sample").stdout)
    done = run(tmp_path, "config")
    assert done.returncode == 0
    assert "config.toml:" in done.stdout


def test_an_unknown_key_ends_with_2_and_its_place(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text("[console]\ntheem = 1\n", encoding="utf-8")
    done = run(tmp_path, "--config", str(file), "incidents")
    assert done.returncode == 2
    assert f"{file}:2: there is no setting 'console.theem'." in done.stderr
    assert "Did you mean console.theme?" in done.stderr
    assert run(tmp_path, "--config", str(file), "config", "--sample").returncode == 0


def test_every_error_of_the_tree_has_its_exit_code_and_is_told_on_stderr(
    warroom: CommandLine, monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree = {errors.WarroomError: 1, errors.UsageError: 2, errors.ConfigError: 2, errors.NotFound: 3, errors.BadMove: 4,
            errors.StoreError: 5, errors.BadLog: 6, errors.SourceError: 7, errors.SourceStopped: 7,
            errors.ScoringError: 8, errors.ImportRefused: 9}
    for kind, code in tree.items():
        def fail(*_: object, kind: type[errors.WarroomError] = kind) -> None:
            raise kind("It \x1b[31mbroke.", reason="Because.", hint="Mend it.")

        monkeypatch.setattr("warroom.config.listing", fail)
        said = warroom("config", code=code)
        assert said.err == "warroom: It broke.\n  Because.\n  Mend it.\n"
        assert said.out == ""


def test_a_bug_ends_with_70_one_line_and_a_private_file(warroom: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by accident")

    monkeypatch.setattr("warroom.config.listing", fail)
    said = warroom("config", code=cli.BUG)
    assert said.err.count("\n") == 1
    file = Path(said.err.rsplit(maxsplit=1)[1])
    assert file.parent == warroom.folder
    assert "ZeroDivisionError: by accident" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


def test_a_data_folder_that_cannot_be_used_is_explained(warroom: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "--data-dir" in warroom("--data-dir", str(tmp_path / "file"), "incidents", code=5).err


def test_without_a_log_file_the_log_says_nothing_to_people(tmp_path: Path) -> None:
    code = ("import logging; from warroom.cli import main; main(['incidents']); "
            "logging.getLogger('warroom.engine.intake').warning('the disk is full')")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
                          timeout=120, env=os.environ | {"WARROOM_DATA_DIR": str(tmp_path), "XDG_CONFIG_HOME": "/no"})
    assert "disk" not in done.stderr
    assert "handler" not in done.stderr


def test_the_console_says_that_it_needs_a_terminal(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


def test_a_reader_that_goes_away_ends_the_command_quietly(warroom: CommandLine, tmp_path: Path) -> None:
    warroom.store([a_post(number, text="x" * 500) for number in range(1, 2001)])
    with subprocess.Popen(
        [sys.executable, "-m", "warroom", "--data-dir", str(warroom.folder), "posts", "--json"], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["native_id"] == "2000"
        process.stdout.close()
        assert process.wait(30) == cli.PIPE_CLOSED
        assert process.stderr.read() == b""


def test_a_followed_timeline_tells_what_another_process_writes_until_it_is_interrupted(warroom: CommandLine) -> None:
    warroom("open", "X")
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "timeline", "--follow", "--json"], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["type"] == "opened"
        warroom("note", "-t", "hello")
        assert json.loads(process.stdout.readline())["details"]["text"] == "hello"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == cli.INTERRUPTED
        assert process.stderr.read() == b""


def test_a_drill_runs_without_a_screen_and_its_posts_are_there_afterwards(warroom: CommandLine) -> None:
    done = warroom("drill", "--headless", "--speed", "10000", "--seed", "3", "--json").objects[0]
    assert done["posts"] > 500
    assert len(warroom("posts", "--json").objects) == done["posts"]
    incident = warroom("incidents", "--json").objects[0]
    assert (incident["id"], incident["kind"], incident["drill"]) == (done["incident"], "drill", True)
    posts = warroom("posts", "platform:reddit", "--limit", "3", "--json").objects
    assert len(warroom("claim", *(post["key"] for post in posts), "--json").objects) == 3


def test_scenarios_are_listed_and_an_unknown_one_is_an_error(warroom: CommandLine) -> None:
    listed = warroom("drill", "--list", "--json").objects
    assert "product-failure" in [one["scenario"] for one in listed]
    assert "product-failure" in warroom("drill", "--list").out
    assert "product-failure" in warroom("drill", "product-falure", "--headless", code=3).err
    assert "--resume takes no" in warroom("drill", "x", "--resume", "y", code=2).err


def test_the_log_goes_to_its_file_and_not_to_the_person(warroom: CommandLine, tmp_path: Path) -> None:
    log = tmp_path / "warroom.log"
    assert warroom("--log-file", str(log), "incidents", "--json").err == ""
    assert log.exists()
    assert "cannot be written" in warroom("--log-file", str(tmp_path / "no" / "x.log"), "incidents", code=2).err
