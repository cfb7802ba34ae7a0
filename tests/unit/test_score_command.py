"""What ``warroom score`` takes from its command line and from the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from warroom import config
from warroom.cli import main
from warroom.scorers import flair_scorer, scorer_of
from warroom.scoring.off import NoScorer
from warroom.settings import Settings


def settings(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return config.load(config=file, data_dir=tmp_path, environ={})


@pytest.mark.parametrize("words", ["0", "65", "two", "-1", "1.5"])
def test_a_number_of_workers_that_cannot_be_is_wrong_usage(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "--workers", words]) == 2
    assert "a whole number from 1 to 64" in capsys.readouterr().err


@pytest.mark.parametrize(("said", "workers"), [(0, 3), (2, 2)])
async def test_the_command_line_beats_the_settings(tmp_path: Path, said: int, workers: int) -> None:
    scorer = flair_scorer(settings(tmp_path, "[scoring]\nworkers = 3"), said)
    assert len(scorer.states) == workers
    await scorer.close()


def test_scoring_can_be_switched_off(tmp_path: Path) -> None:
    assert isinstance(scorer_of(settings(tmp_path, "[scoring]\nenabled = false")), NoScorer)
