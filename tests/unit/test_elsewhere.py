"""Writing in one's own editor: the text goes out, comes back, and is never lost."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys

import pytest

from warroom.domain.errors import BadMove
from warroom.screens.elsewhere import edit, editor_of


def script(code: str) -> list[str]:
    return [sys.executable, "-c", f"import os, sys, pathlib; file = pathlib.Path(sys.argv[1]); {code}"]


def test_what_is_written_there_comes_back_as_it_was_written() -> None:
    append = script("file.write_text(file.read_text(encoding='utf-8') + ' 👩\u200d🚀\\n', encoding='utf-8')")
    assert edit(append, "We are sorry.\n\nAna") == "We are sorry.\n\nAna 👩\u200d🚀"


def test_the_file_can_be_read_by_its_writer_alone_and_is_gone_afterwards() -> None:
    looked = edit(script("mode = oct(file.parent.stat().st_mode)[-3:]; file.write_text(f'{mode} {file}')"), "secret")
    mode, _, file = looked.partition(" ")
    assert mode == "700"
    with pytest.raises(FileNotFoundError):
        open(file, encoding="utf-8")  # noqa: PTH123, SIM115 - it must not be there


def test_an_editor_that_fails_or_is_not_there_leaves_the_text_and_says_so() -> None:
    with pytest.raises(BadMove, match="ended with code 3; the text is as it was"):
        edit(script("sys.exit(3)"), "text")
    with pytest.raises(BadMove, match="cannot be started"):
        edit(["/no/such/editor"], "text")
    with pytest.raises(BadMove, match="left no text behind"):
        edit(script("file.unlink()"), "text")


def test_the_editor_is_visual_then_editor_with_its_words() -> None:
    assert editor_of({"VISUAL": "code --wait", "EDITOR": "nano"}) == ["code", "--wait"]
    assert editor_of({"EDITOR": "nano"}) == ["nano"]


def test_an_editor_whose_name_cannot_be_read_is_named() -> None:
    with pytest.raises(BadMove, match="EDITOR cannot be read"):
        editor_of({"EDITOR": "vi '"})


APP = """
from textual.app import App
from textual.widgets import Label
from warroom.domain.errors import BadMove
from warroom.screens.elsewhere import outside

class Desk(App):
    BINDINGS = [("e", "edit", ""), ("q", "quit", "")]

    def compose(self):
        yield Label("ready", id="said")

    def action_edit(self):
        self.run_worker(self.edit())

    async def edit(self):
        try:
            self.query_one("#said").update("back: " + await outside(self, "text"))
        except BadMove as error:
            self.query_one("#said").update("refused: " + error.title)

Desk().run()
"""


def test_a_terminal_that_went_to_an_editor_comes_back_also_where_the_editor_fails() -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "VISUAL": "", "EDITOR": f"{sys.executable} -c exit(3)"}
    process = subprocess.Popen([sys.executable, "-c", APP], stdin=theirs, stdout=theirs, stderr=theirs,
                               env=environment, start_new_session=True)
    os.close(theirs)
    try:
        said = ""

        def until(words: str) -> None:
            nonlocal said
            while words not in said:
                assert select.select([ours], [], [], 60)[0], said
                said += os.read(ours, 65536).decode("utf-8", errors="replace")

        until("ready")
        os.write(ours, b"e")
        until("refused: ")
        os.write(ours, b"q")  # it hears keys again
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
