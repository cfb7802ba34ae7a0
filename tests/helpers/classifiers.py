"""Flair files for tests, made of the shipped one or of nothing: other labels, other cards, other kinds of model.

Flair is imported where it is used: seconds, which only those pay who make a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from warroom.scoring.client import SHIPPED

if TYPE_CHECKING:
    from flair.data import Dictionary


def variant(
    path: Path, *, rows: Sequence[int] = (0, 1, 2), labels: Sequence[str] = ("negative", "neutral", "positive"),
    card: Mapping[str, object] | None = None,
) -> Path:
    """Write the shipped model with some ``rows`` of its head (0 negative, 1 neutral, 2 positive), called ``labels``."""
    import torch

    state = torch.load(SHIPPED, map_location="cpu", weights_only=False)
    found = [item.lower() for item in state["label_dictionary"].get_items()]
    assert found == ["negative", "neutral", "positive"]
    for name in ("decoder.weight", "decoder.bias"):
        state["state_dict"][name] = state["state_dict"][name][list(rows)].clone()
    state["label_dictionary"] = dictionary(labels)
    state["model_card"] = {"name": path.stem} if card is None else dict(card)
    torch.save(state, path, pickle_protocol=4)
    return path


def of_another_kind(path: Path) -> Path:
    """Write a Flair model that is no BERT: one vector a word, their mean, a head that knows "good" from "bad"."""
    import torch
    from flair.embeddings import DocumentPoolEmbeddings, OneHotEmbeddings
    from flair.models import TextClassifier

    torch.manual_seed(1)
    words = dictionary(["good", "bad", "coffee"], unknown=True)
    vectors = OneHotEmbeddings(words, embedding_length=2)
    embeddings = DocumentPoolEmbeddings([vectors])
    classifier = TextClassifier(embeddings, label_type="sentiment", label_dictionary=dictionary(["BAD", "GOOD"]))
    with torch.no_grad():
        for at, word in enumerate(["good", "bad"]):
            vector = torch.tensor([1.0, 0.0]) if at else torch.tensor([0.0, 1.0])
            vectors.embedding_layer.weight[words.get_idx_for_item(word)] = 9 * vector
        classifier.decoder.weight.copy_(torch.eye(2))
        classifier.decoder.bias.zero_()
    classifier.save(path)
    return path


def dictionary(items: Sequence[str], *, unknown: bool = False) -> Dictionary:
    from flair.data import Dictionary

    made = Dictionary(add_unk=unknown)
    for item in items:
        made.add_item(item)
    return made
