"""A network as a file that stock Flair loads: weights as int8 with one float per row, a quarter of the size."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

import torch
from flair.data import Dictionary
from flair.embeddings import TransformerDocumentEmbeddings
from flair.models import TextClassifier

from training.packing import pack
from training.posts import LABELS


def save(network: torch.nn.ModuleDict, tokenizer: Path, path: Path, card: Mapping[str, object]) -> None:
    """Write ``network`` as a Flair TextClassifier; ``card`` goes in as its model card."""
    with tempfile.TemporaryDirectory() as folder:
        network["bert"].save_pretrained(folder)
        for file in tokenizer.iterdir():
            (Path(folder) / file.name).write_bytes(file.read_bytes())
        # Flair's own defaults would pool the first token only and add a token to the vocabulary.
        embeddings = TransformerDocumentEmbeddings(
            folder, layers="-1", cls_pooling="mean", use_context_separator=False, allow_long_sentences=False,
            fine_tune=False, name="warroom-sentiment")
    labels = Dictionary(add_unk=False)
    for label in LABELS:
        labels.add_item(label)
    classifier = TextClassifier(embeddings, label_type="sentiment", label_dictionary=labels)
    classifier.decoder.load_state_dict(network["head"].state_dict())
    state = classifier._get_state_dict()  # noqa: SLF001 - Flair has no public way to say how weights are stored
    state["state_dict"] = OrderedDict((name, pack(weight)) for name, weight in classifier.state_dict().items())
    state["document_embeddings"]["model"] = "warroom-sentiment"
    state["model_card"] = dict(card)
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, path, pickle_protocol=4)
