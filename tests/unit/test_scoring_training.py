from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from behaviour.cases import Plain
from behaviour.test_capabilities import FLOORS

from training import figures
from training.posts import UNLABELLED, batches, read, shares
from training.sketches import draw
from warroom.scoring.preprocess import clean

pytestmark = pytest.mark.xdist_group("model")  # some import torch, as the other tests of the model do


def test_macro_recall_counts_each_class_alike() -> None:
    assert figures.macro_recall([0, 0, 0, 0, 1, 2], [0, 0, 0, 0, 1, 2]) == 100
    assert figures.macro_recall([1] * 6, [0, 0, 0, 0, 1, 2]) == pytest.approx(100 / 3)
    assert figures.macro_recall([0, 0, 1, 1, 1, 2], [0, 0, 0, 0, 1, 2]) == pytest.approx(100 * (0.5 + 1 + 1) / 3)


def test_the_interval_of_a_figure_holds_the_truth_about_as_often_as_it_says() -> None:
    dice, rates, inside = random.Random(5), (0.8, 0.6, 0.7), 0
    true = [0] * 60 + [1] * 150 + [2] * 90
    for turn in range(300):
        said = [truth if dice.random() < rates[truth] else (truth + 1) % 3 for truth in true]
        low, high = figures.interval(said, true, draws=500, seed=turn)
        inside += low <= 100 * sum(rates) / 3 <= high
    assert 0.91 <= inside / 300 <= 0.98


def logits_of_a_model(heat: float, posts: int = 3000) -> tuple[list[list[float]], list[int]]:
    """Logits whose softmax is the very probability of each class once they are divided by ``heat``."""
    dice = random.Random(7)
    rows, true = [], []
    for _ in range(posts):
        row = [dice.gauss(0, 1.5) for _ in range(3)]
        true.append(dice.choices(range(3), figures.softmax([row], 1.0)[0])[0])
        rows.append([heat * one for one in row])
    return rows, true


@pytest.mark.parametrize("heat", [0.5, 1.0, 2.5])
def test_the_temperature_undoes_what_made_a_model_too_sure_or_not_sure_enough(heat: float) -> None:
    rows, true = logits_of_a_model(heat)
    even = [1.0] * len(true)
    found = figures.temperature(rows, true, even)
    assert found == pytest.approx(heat, rel=0.08)
    diagram = figures.reliability(figures.softmax(rows, found), true, even)
    assert figures.calibration_error(diagram) < 3
    if heat > 1:
        assert figures.calibration_error(figures.reliability(figures.softmax(rows, 1.0), true, even)) > 6


def test_balanced_weights_make_each_class_a_third_of_all() -> None:
    true = [0] * 2 + [1] * 10 + [2] * 5
    weights = figures.balanced(true)
    for label in range(3):
        weight = sum(one for one, truth in zip(weights, true, strict=True) if truth == label)
        assert weight == pytest.approx(1 / 3)


def test_a_reliability_diagram_holds_every_post_once_and_says_how_often_the_sure_were_right() -> None:
    rows = [[0.9, 0.05, 0.05]] * 10 + [[0.1, 0.5, 0.4]] * 4
    true = [0] * 8 + [1] * 2 + [1, 1, 2, 0]
    diagram = figures.reliability(rows, true, [1.0] * 14)
    assert [(one.posts, round(one.sure, 2), round(one.right, 2)) for one in diagram] == [(4, 0.5, 0.5), (10, 0.9, 0.8)]
    assert figures.calibration_error(diagram) == pytest.approx(100 * 10 / 14 * 0.1)


def test_batches_hold_every_post_once_and_posts_of_about_one_length_together() -> None:
    dice = random.Random(3)
    lengths = [dice.randint(1, 64) for _ in range(5000)]
    cut = list(batches(lengths, 32, random.Random(1)))
    assert sorted(row for batch in cut for row in batch) == list(range(5000))
    assert max(map(len, cut)) == 32
    padded = sum(len(batch) * max(lengths[row] for row in batch) for batch in cut)
    assert padded < 1.1 * sum(lengths)
    assert cut == list(batches(lengths, 32, random.Random(1)))


def test_posts_are_read_with_their_labels_and_cleaned(tmp_path: Path) -> None:
    file = tmp_path / "posts.tsv"
    file.write_text('label\ttext\nnegative\tQ&amp;A @bob "is {link}\npositive\tyes 😂\n', encoding="utf-8")
    assert read(file) == (['Q&A @user "is', "yes face with tears of joy"], [0, 2])
    file.write_text("label\ttext\nanger\tgrr\n", encoding="utf-8")
    assert read(file, labelled=False) == (["grr"], [UNLABELLED])


def test_posts_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is absent"):
        read(tmp_path / "posts.tsv")


def test_class_shares_need_every_class() -> None:
    assert shares([0, 1, 1, 2]) == [0.25, 0.5, 0.25]
    with pytest.raises(ValueError, match="no positive post among 3"):
        shares([0, 1, 1])


def test_packed_weights_come_back_as_floats_without_our_code_at_a_quarter_of_the_size() -> None:
    torch = pytest.importorskip("torch")
    from training.packing import pack

    torch.manual_seed(1)
    matrix = torch.randn(200, 300) * torch.rand(200, 1)
    matrix[7] = 0
    bias = torch.randn(300)
    file = io.BytesIO()
    torch.save({"matrix": pack(matrix), "bias": pack(bias)}, file, pickle_protocol=4)
    assert len(file.getvalue()) < 0.3 * 4 * matrix.numel() + 4 * bias.numel()
    assert b"training" not in file.getvalue()
    file.seek(0)
    back = torch.load(file, weights_only=False)
    assert back["matrix"].dtype == torch.float32
    step = matrix.abs().amax(1, keepdim=True) / 127
    assert bool(((back["matrix"] - matrix).abs() <= 0.5001 * step + 1e-9).all())
    assert torch.equal(back["bias"], bias)


def test_taking_out_class_shares_moves_answers_as_bayes_says() -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from training.network import shift

    network = torch.nn.ModuleDict({"head": torch.nn.Linear(4, 3)})
    some, prior = torch.randn(5, 4), [0.2, 0.5, 0.3]
    before = network["head"](some).softmax(-1)
    shift(network, prior, 1.0)
    moved = before / torch.tensor(prior)
    assert torch.allclose(network["head"](some).softmax(-1), moved / moved.sum(-1, keepdim=True), atol=1e-6)


def test_made_up_posts_are_seeded_different_from_each_other_and_a_third_of_each_class() -> None:
    texts, labels = draw(900, 1)
    assert (texts, labels) == draw(900, 1)
    assert texts != draw(900, 2)[0]
    assert len(set(texts)) == 900
    assert [labels.count(label) for label in range(3)] == [300, 300, 300]
    assert not any("{" in text or "}" in text for text in texts)


def test_no_case_of_the_behaviour_tests_is_in_what_the_model_learned_from() -> None:
    learned = {clean(text).lower().strip(" .!") for text in draw(30_000, 1)[0]}
    asked = {text for _, make, _ in FLOORS for case in make()
             for text in ((case.text,) if isinstance(case, Plain) else (case.text, case.changed))}
    assert not {text for text in asked if clean(text).lower().strip(" .!") in learned}


def test_the_mean_of_students_is_the_mean_of_their_weights_and_rounding_is_what_the_file_keeps(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from training.network import mean_of, rounded
    from training.packing import Packed, pack

    ones = [torch.nn.ModuleDict({"head": torch.nn.Linear(4, 3)}) for _ in range(3)]
    files = [tmp_path / f"{at}.pt" for at in range(2)]
    for one, file in zip(ones, files, strict=False):
        torch.save(one.state_dict(), file)
    mean_of(ones[2], files)
    weight = ones[2]["head"].weight
    assert torch.allclose(weight, (ones[0]["head"].weight + ones[1]["head"].weight) / 2)
    packed = pack(weight)
    assert isinstance(packed, Packed)
    assert torch.equal(rounded(ones[2])["head"].weight, packed.rows * packed.scale)
    assert torch.equal(rounded(ones[2])["head"].bias, ones[2]["head"].bias)


def test_what_is_told_of_made_up_posts_is_their_class() -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from training.network import beside

    told = beside(torch.zeros(2, 3), [2, 0])
    assert told.shape == (4, 3)
    assert told[:2].eq(0).all()
    assert told[2:].argmax(-1).tolist() == [2, 0]
    assert bool((told[2:].softmax(-1).amax(-1) > 0.9).all())
