from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from helpers.engine import WordScorer

from warroom import doctor
from warroom.domain.errors import CredentialError, ScoringError
from warroom.domain.health import Check, CheckState
from warroom.domain.model import Score, Unscored
from warroom.ports import Scorer
from warroom.settings import Accounts, Bluesky, Reddit, Scoring, Settings, Sources


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data", {"WARROOM_ACCOUNTS_KEYRING": "no"})
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


class Dumb(WordScorer):
    """A model that loads and has nothing to say, or that cannot be loaded."""

    def __init__(self, error: ScoringError | None = None) -> None:
        super().__init__()
        self.error = error
        self.closed = False

    async def start(self) -> None:
        if self.error is not None:
            raise self.error

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        return [Unscored("nothing comes of it")] * len(texts)

    async def close(self) -> None:
        self.closed = True


def checked(settings: Settings, scorer: Scorer | None = None) -> dict[str, Check]:
    async def all_of_them() -> dict[str, Check]:
        checks = doctor.checks(settings, scorer=lambda _: scorer or WordScorer())
        return {check.name: check async for check in checks}

    return asyncio.run(all_of_them())


def settings_in(folder: Path, **more: object) -> Settings:
    return Settings(data_dir=folder, accounts=Accounts(keyring=False), **more)  # type: ignore[arg-type]


def test_an_empty_machine_has_nothing_wrong_and_hints_at_what_to_do(warroom: CommandLine) -> None:
    rows = {row["check"]: row for row in warroom("doctor", "--quick", "--json").objects}
    assert list(rows) == ["config", "terms", "terminal", "data folder", "credentials", "store", "model",
                          "second reader", "reddit", "mastodon", "bluesky"]
    assert {row["state"] for row in rows.values()} <= {"ok", "warn", "skip"}
    assert "[terms]" in rows["terms"]["hint"]
    assert all(rows[platform]["state"] == "skip" for platform in ("reddit", "mastodon", "bluesky"))
    assert "not loaded" in rows["model"]["words"]
    plain = warroom("doctor", "--quick").out
    assert plain.splitlines()[0].startswith("ok    config")


def test_settings_that_cannot_be_read_are_the_first_thing_that_is_wrong(warroom: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[terms]\nbrnd = []\n")
    said = warroom("--config", str(file), "doctor", "--json", code=1)
    row, = (json.loads(line) for line in said.out.splitlines())
    assert (row["check"], row["state"]) == ("config", "fail")
    assert "terms.brand" in row["hint"]


def test_a_database_of_another_program_is_said_and_the_other_checks_go_on(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "warroom.db")
    database.execute("CREATE TABLE theirs (x)")
    database.close()
    found = checked(settings_in(tmp_path))
    assert found["store"].state is CheckState.FAIL
    assert "not warroom's" in found["store"].words
    assert found["model"].state is CheckState.OK


def test_a_model_that_is_not_there_is_said(tmp_path: Path) -> None:
    found = checked(settings_in(tmp_path, scoring=Scoring(model=str(tmp_path / "none.pt"))))
    assert found["model"].state is CheckState.FAIL
    assert checked(settings_in(tmp_path, scoring=Scoring(enabled=False)))["model"].state is CheckState.SKIP


def test_the_model_is_loaded_and_asked(tmp_path: Path) -> None:
    scorer = WordScorer()
    model = checked(settings_in(tmp_path), scorer)["model"]
    assert model.state is CheckState.OK
    assert "is positive" in model.words
    assert scorer.asked == ["Thank you, that was quick."]


@pytest.mark.parametrize(("error", "words"), [
    (ScoringError("The model cannot be loaded.", reason="It is no model."), "It is no model."),
    (None, "nothing comes of it")])
def test_a_model_that_cannot_be_loaded_or_says_nothing_fails_and_its_process_ends(
    error: ScoringError | None, words: str, tmp_path: Path,
) -> None:
    scorer = Dumb(error)
    model = checked(settings_in(tmp_path), scorer)["model"]
    assert model.state is CheckState.FAIL
    assert words in model.words
    assert scorer.closed


def test_a_model_by_name_is_not_fetched_to_be_checked(tmp_path: Path) -> None:
    scorer = WordScorer()
    model = checked(settings_in(tmp_path, scoring=Scoring(model="sentiment-fast")), scorer)["model"]
    assert (model.state, scorer.asked) == (CheckState.OK, [])


def test_a_platform_without_a_login_says_how_to_get_one(tmp_path: Path) -> None:
    found = checked(settings_in(tmp_path, sources=Sources(reddit=Reddit(enabled=True))))
    assert found["reddit"].state is CheckState.FAIL
    assert "warroom login reddit" in found["reddit"].hint


def test_a_platform_that_is_not_there_fails_alone(tmp_path: Path) -> None:
    nowhere = Bluesky(enabled=True, base_url="http://127.0.0.1:9")
    found = checked(settings_in(tmp_path, sources=Sources(bluesky=nowhere)))
    failed = [name for name, check in found.items() if check.state is CheckState.FAIL]
    assert failed
    assert all(name.startswith("bluesky") for name in failed)
    assert "tries again with R" in found[failed[0]].hint


def test_an_error_becomes_a_line_with_its_reason_and_its_hint() -> None:
    check = doctor.of_error("x", CredentialError("No.", reason="Because.", hint="Do."))
    assert check == Check("x", CheckState.FAIL, "No. Because.", "Do.")
