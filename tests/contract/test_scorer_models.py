"""Any Flair classifier, in any numbers: loaded in this process, so that one import of Flair is paid for all.

It is imported inside the tests: a process that only collects them does not pay for it.
"""

from __future__ import annotations

import csv
import io
import json
import pickle
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from helpers.classifiers import of_another_kind, variant

from warroom.domain.errors import ScoringError
from warroom.domain.model import Score, Sentiment
from warroom.scoring import classifier
from warroom.scoring.classifier import Model, prepare
from warroom.scoring.client import SHIPPED, FlairScorer
from warroom.scoring.preprocess import clean
from warroom.scoring.worker import Order, serve

if TYPE_CHECKING:
    import torch

    from warroom.scoring.forward import Network

pytestmark = pytest.mark.xdist_group("model")  # one Flair for them and for others
HELD_OUT = Path(__file__).parents[3] / "shared" / "data" / "sentiment" / "semeval_val.tsv"
TEXTS = ("I hate this company, worst service ever", "The store opens at 9 on Monday.",
         "I love this, thank you so much!", "not bad at all", "?!", "a " * 500)


@pytest.fixture(scope="module")
def posts() -> list[str]:
    if not HELD_OUT.exists():
        pytest.skip(f"the held-out posts are not here: {HELD_OUT}")
    with HELD_OUT.open(encoding="utf-8", newline="") as file:
        return [clean(row["text"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][:512]


def labels(network: Network, posts: Sequence[str]) -> torch.Tensor:
    import torch

    order = sorted(range(len(posts)), key=lambda at: len(posts[at]))
    found = torch.zeros(len(posts), dtype=torch.long)
    for start in range(0, len(order), 32):
        rows = order[start:start + 32]
        found[rows] = torch.tensor(network.rows([posts[row] for row in rows])).argmax(-1)
    return found


def test_no_mode_changes_what_posts_are_called(posts: list[str]) -> None:
    from warroom.scoring.forward import Mode, Network

    loaded = classifier.load(SHIPPED)
    exact = labels(Network(loaded, Mode.FLOAT32), posts)
    assert set(exact.tolist()) == {0, 1, 2}
    for mode, same in ((Mode.BFLOAT16, 0.99), (Mode.INT8, 0.97)):
        assert float((labels(Network(loaded, mode), posts) == exact).float().mean()) >= same, mode


def test_the_layers_written_out_say_what_flair_says() -> None:
    from flair.data import Sentence

    from warroom.scoring import forward

    loaded = classifier.load(SHIPPED)
    assert forward.fits(loaded)
    said = forward.Network(loaded, forward.Mode.FLOAT32).rows(TEXTS[:4])
    sentences = [Sentence(text) for text in TEXTS[:4]]
    loaded.predict(sentences, return_probabilities_for_all_classes=True)
    for sentence, row in zip(sentences, said, strict=True):
        flair = {label.value: label.score for label in sentence.get_labels("sentiment")}
        assert [flair[name] for name in loaded.label_dictionary.get_items()] == pytest.approx(row, abs=0.02)


def test_the_fastest_mode_that_this_processor_has_is_taken_and_named() -> None:
    from warroom.scoring import forward

    model = prepare(SHIPPED, {})
    assert model.mode in set(forward.modes())
    assert model.timing.startswith(model.mode)
    _, timings = forward.fastest(classifier.load(SHIPPED), 1.0)
    assert {timing.mode for timing in timings} == set(forward.modes())
    assert timings[0].rate == max(timing.rate for timing in timings)


def test_a_mode_that_computes_nonsense_here_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    from warroom.scoring import forward
    from warroom.scoring.forward import Mode, Network

    class Broken(Network):
        def rows(self, texts: Sequence[str]) -> list[list[float]]:
            return [[1.0, 0.0, 0.0] for _ in texts] if self.mode is Mode.BFLOAT16 else super().rows(texts)

    monkeypatch.setattr(forward, "Network", Broken)
    monkeypatch.setattr(forward, "modes", lambda: [Mode.BFLOAT16, Mode.FLOAT32])
    network, timings = forward.fastest(classifier.load(SHIPPED), 1.0)
    assert network.mode is Mode.FLOAT32
    assert timings[1].rate > timings[0].rate


@pytest.mark.parametrize("temperature", [0.5, 2.0])
def test_logits_are_divided_by_the_temperature_of_the_card(tmp_path: Path, temperature: float) -> None:
    import torch

    plain = prepare(variant(tmp_path / "plain.pt"), {})
    warm = prepare(variant(tmp_path / "warm.pt", card={"name": "warm", "temperature": temperature}), {})
    raw = torch.tensor(plain.forward(TEXTS[:4])).log() / temperature
    assert torch.allclose(torch.tensor(warm.forward(TEXTS[:4])), raw.softmax(-1), atol=0.02)


@pytest.mark.parametrize("card", [{}, {"temperature": 0}, {"temperature": "hot"}, {"languages": "en"}, {"name": None}])
def test_a_card_that_says_nothing_of_use_does_no_harm(tmp_path: Path, card: dict[str, object]) -> None:
    model = prepare(variant(tmp_path / "odd.pt", card=card), {})
    assert model.languages == frozenset()
    assert said(model, TEXTS[0]).label is Sentiment.NEGATIVE


def test_a_card_says_which_languages_a_model_knows(tmp_path: Path) -> None:
    assert prepare(variant(tmp_path / "m.pt", card={"languages": ["en", "de"]}), {}).languages == {"en", "de"}


def test_a_model_of_two_classes_never_says_neutral(tmp_path: Path) -> None:
    model = prepare(variant(tmp_path / "two.pt", rows=(0, 2), labels=("NEGATIVE", "POSITIVE")), {})
    assert not model.columns.three
    for text in TEXTS:
        score = said(model, text)
        assert score.neutral == 0
        assert score.label is not Sentiment.NEUTRAL
        assert score.negative + score.positive == pytest.approx(1, abs=1e-4)


def test_labels_of_any_name_can_be_mapped(tmp_path: Path) -> None:
    file = variant(tmp_path / "stars.pt", labels=("1 star", "3 stars", "5 stars"))
    with pytest.raises(ValueError, match="1 star, 3 stars, 5 stars"):
        prepare(file, {})
    model = prepare(file, {"1 star": "negative", "3 stars": "neutral", "5 stars": "positive"})
    assert [said(model, text).label for text in TEXTS[:3]] == ["negative", "neutral", "positive"]


def test_a_model_of_another_kind_is_run_by_flair_itself(tmp_path: Path) -> None:
    model = prepare(of_another_kind(tmp_path / "kind.pt"), {"BAD": "negative", "GOOD": "positive"})
    assert (model.mode, model.together) == ("float32", False)
    assert [said(model, text).label for text in ("good coffee", "bad coffee", "bad", "good")] == [
        "positive", "negative", "negative", "positive"]


def test_a_file_of_something_else_is_told_with_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.nice", lambda _: 0)  # the worker's own start, in this process
    model, replies = tmp_path / "model.pt", io.BytesIO()
    with zipfile.ZipFile(model, "w") as file:
        file.writestr("foreign/data.pkl", pickle.dumps({"weights": [1, 2]}))
        file.writestr("foreign/version", "3\n")
    serve(Order(models={"": (str(model), False)}, labels={}), 1, lambda: b"", replies)
    said = json.loads(replies.getvalue())["failed"]
    assert str(model) in said["title"]
    assert "Traceback" not in said["reason"]
    assert said["hint"]


async def test_a_name_is_what_flair_has_in_its_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    shutil.copy(variant(tmp_path / "fast.pt", rows=(0, 2), labels=("NEGATIVE", "POSITIVE")),
                folder / "sentiment-en-mix-ft-rnn_v8.pt")
    monkeypatch.setenv("FLAIR_CACHE_ROOT", str(tmp_path))
    scorer = FlairScorer("sentiment-fast", threads=1)
    try:
        await scorer.start()
        assert scorer.notes == ["The model fast knows no neutral: every post is negative or positive to it."]
        scores = await scorer.score(TEXTS[:3])
        assert [score.label for score in scores if isinstance(score, Score)][::2] == ["negative", "positive"]
    finally:
        await scorer.close()


async def test_a_name_that_cannot_be_fetched_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FLAIR_CACHE_ROOT", str(tmp_path))
    for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(proxy, "http://127.0.0.1:9")  # nobody listens there: no network
    scorer = FlairScorer("sentiment-fast", threads=1)
    with pytest.raises(ScoringError) as caught:
        await scorer.start()
    await scorer.close()
    assert "sentiment-fast" in caught.value.title
    assert "copy the file here and give scoring.model its path" in caught.value.hint


def said(model: Model, text: str) -> Score:
    return Score(*model.columns.of(model.forward([text])[0]))
