"""Every command of the README works as it stands there."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    blocks = FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [words for words in lines if words and words[0] == "warroom"]


def opens_the_console(words: list[str]) -> bool:
    return words[1] == "drill" and not {"--headless", "--list"} & set(words)


def look_at(command: list[str], environment: dict[str, str]) -> bytes:
    """Open the console on a terminal, wait until posts stream in, and leave with ctrl+q."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs,
                               env=environment | {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"})
    os.close(theirs)
    said = b""
    try:
        end = time.monotonic() + 120
        while b"live" not in said and time.monotonic() < end:
            if select.select([ours], [], [], 1)[0]:
                said += os.read(ours, 65536)
        os.write(ours, b"\x11")
        while process.poll() is None and time.monotonic() < end:
            if select.select([ours], [], [], 0.1)[0]:
                with suppress(OSError):  # how Linux says that the other end is closed
                    said += os.read(ours, 65536)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    return said


def test_every_command_of_the_readme_works(tmp_path: Path) -> None:
    every = commands()
    assert len(every) >= 8
    environment = {**os.environ, "WARROOM_DATA_DIR": str(tmp_path / "data"), "WARROOM_SCORING_ENABLED": "false",
                   "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"}
    for words in every:
        command = [sys.executable, "-m", "warroom", *words[1:]]
        if opens_the_console(words):
            assert b"live" in look_at(command, environment), words
            continue
        # The story at sixty times its speed takes a minute that no test needs.
        command = ["3000" if word == "60" else word for word in command]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (words, done.stderr)
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# ")
