"""``warroom score --summary`` with the shipped model: one object, and what is wrong with the labels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data")
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


def test_a_window_is_summed_up_and_checked_by_labels(warroom: CommandLine, tmp_path: Path) -> None:
    said = ["worst service ever, I hate this", "I love this, thank you so much!", "The store opens at 9 on Monday."]
    posts = "".join(json.dumps({"id": at, "text": said[at % 3]}) + "\n" for at in range(12))
    labels = tmp_path / "labels.jsonl"
    labels.write_text("".join(json.dumps({"id": at, "label": ("negative", "positive", "neutral")[at % 3]}) + "\n"
                              for at in range(6)) + '{"id": 99, "label": "neutral"}\n{"id": 7, "label": "cross"}\n')
    ended = warroom("score", "--summary", "--labels", str(labels), stdin=posts + "nonsense\n", code=1)
    [told] = ended.objects
    assert told["n"] == 12
    assert told["model"] == pytest.approx({"negative": 1 / 3, "neutral": 1 / 3, "positive": 1 / 3}, abs=1e-4)
    assert told["checked"]["labels"] == 6
    assert told["checked"]["negative"]["low"] <= 1 / 3 <= told["checked"]["negative"]["high"]
    assert "line 13: not JSON" in ended.err
    assert "labels, line 8: 'cross' is no label" in ended.err
    assert "labels, line 7: no post has the id '99'" in ended.err


def test_labels_that_cannot_be_read_are_refused_before_the_model_is_loaded(
    warroom: CommandLine, tmp_path: Path,
) -> None:
    assert "--labels needs --summary" in warroom("score", "--labels", "x", code=2).err
    said = warroom("score", "--summary", "--labels", str(tmp_path / "none"), code=2).err
    assert "cannot be read" in said
