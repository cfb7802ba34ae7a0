"""A network as a file that stock Flair loads: weights as int8 with one float per row, a quarter of the size."""

from __future__ import annotations

import operator
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from flair.data import Dictionary
from flair.embeddings import TransformerDocumentEmbeddings
from flair.models import TextClassifier

from training.posts import LABELS


@dataclass(frozen=True, slots=True)
class Packed:
    """A matrix that pickles as ``int8 rows * scale of the row``, so that loading it gives float32 again.

    Pickle rebuilds an object by calling a function; here that function is ``operator.mul`` and its arguments are
    plain tensors. The reader needs neither this class nor this package.
    """

    rows: torch.Tensor
    scale: torch.Tensor

    def __reduce__(self) -> tuple[Callable[[object, object], object], tuple[torch.Tensor, torch.Tensor]]:
        return operator.mul, (self.rows, self.scale)


def pack(weight: torch.Tensor) -> Packed | torch.Tensor:
    """Round a matrix to 255 steps a row; vectors (biases, layer norms) stay as they are."""
    weight = weight.detach().float().contiguous()
    if weight.dim() != 2:
        return weight
    scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-12) / 127
    return Packed((weight / scale).round().clamp(-127, 127).to(torch.int8), scale)


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
