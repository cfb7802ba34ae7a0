from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from training.posts import batches, macro_recall, read


def test_macro_recall_counts_each_class_alike() -> None:
    assert macro_recall([0, 0, 0, 0, 1, 2], [0, 0, 0, 0, 1, 2]) == 100
    assert macro_recall([1] * 6, [0, 0, 0, 0, 1, 2]) == pytest.approx(100 / 3)
    assert macro_recall([0, 0, 1, 1, 1, 2], [0, 0, 0, 0, 1, 2]) == pytest.approx(100 * (0.5 + 1 + 1) / 3)


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
    file.write_text('label\ttext\nnegative\tQ&amp;A @bob "is\npositive\tyes 😂\n', encoding="utf-8")
    assert read(file) == (['Q&A @user "is', "yes face with tears of joy"], [0, 2])


def test_posts_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is absent"):
        read(tmp_path / "posts.tsv")


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
