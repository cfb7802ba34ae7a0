"""Writing in one's own editor: the text goes out, comes back, and is never lost."""

from __future__ import annotations

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


def test_the_editor_is_visual_then_editor_with_its_words() -> None:
    assert editor_of({"VISUAL": "code --wait", "EDITOR": "nano"}) == ["code", "--wait"]
    assert editor_of({"EDITOR": "nano"}) == ["nano"]
