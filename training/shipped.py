"""A finished model file, read back by stock Flair: what it says of texts, in float32 and without the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warroom.scoring.preprocess import clean

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedTokenizerFast


@dataclass(frozen=True, slots=True)
class Shipped:
    """The network of a file with its tokenizer and its model card."""

    network: torch.nn.ModuleDict
    tokenizer: PreTrainedTokenizerFast
    card: dict[str, object]

    @classmethod
    def read(cls, path: Path) -> Shipped:
        """Load with ``TextClassifier.load``. Raises whatever Flair raises for a file that is no classifier."""
        import torch
        from flair.models import TextClassifier

        classifier = TextClassifier.load(path)
        classifier.eval()
        inside = classifier.embeddings
        network = torch.nn.ModuleDict({"bert": inside.model, "head": classifier.decoder})
        return cls(network, inside.tokenizer, dict(classifier.model_card or {}))

    def logits(self, texts: Sequence[str]) -> torch.Tensor:
        """What the head says of raw texts, before the temperature; (texts, 3)."""
        from training import network

        cut = self.tokenizer([clean(text) for text in texts], truncation=True)["input_ids"]
        return network.predict(self.network, cut)

    def probabilities(self, texts: Sequence[str]) -> list[list[float]]:
        """Negative, neutral and positive of each raw text, with the card's temperature, as the worker gives them."""
        heat = self.card.get("temperature", 1.0)
        if not isinstance(heat, int | float):
            raise TypeError(f"the card's temperature is {heat!r}")
        return (self.logits(texts) / heat).softmax(-1).tolist()
