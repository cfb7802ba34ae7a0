"""A Flair TextClassifier, loaded and made ready: its labels, its temperature, the fastest way to run it.

Imports flair and torch inside its functions: only the worker's process calls them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warroom.scoring.labels import Columns, columns_of

if TYPE_CHECKING:
    from flair.models import TextClassifier

#: Texts of one forward pass; 128 is slower than 32 on a processor.
BATCH: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded classifier. ``forward`` takes cleaned texts, and gives a probability for each label of each.

    ``lengths`` says how long texts are to it, in word pieces, so that equals go together. ``languages`` is what it
    knows (ISO 639), empty where its card does not say. ``together`` is True where ``forward`` may run in several
    threads at a time.
    """

    name: str
    forward: Callable[[Sequence[str]], Sequence[Sequence[float]]]
    columns: Columns
    lengths: Callable[[Sequence[str]], list[int]] = lambda texts: [1 + len(text) // 4 for text in texts]
    languages: frozenset[str] = frozenset()
    mode: str = "float32"
    timing: str = ""
    together: bool = False


def prepare(model: Path | str, labels: Mapping[str, str]) -> Model:
    """Load a classifier, by path or by a name that Flair knows, and find the fastest way to run it.

    Raises whatever the file makes it raise, and ValueError where its labels are no sentiment's.
    """
    classifier = load(model)
    columns = columns_of(classifier.label_dictionary.get_items(), labels)
    if classifier.multi_label:
        raise ValueError("it gives a post several labels at a time")
    card = getattr(classifier, "model_card", None)
    card = card if isinstance(card, dict) else {}
    name = str(card["name"]) if "name" in card else Path(model).stem
    temperature = _temperature(card.get("temperature", 1.0))
    known = card.get("languages") or ()
    languages = frozenset(map(str, known)) if isinstance(known, list | tuple | set | frozenset) else frozenset()
    from warroom.scoring import forward

    if not forward.fits(classifier):
        return Model(name=name, forward=_flair_predict(classifier, temperature), columns=columns, languages=languages,
                     timing="by Flair's own predict")
    network, timings = forward.fastest(classifier, temperature)
    timing = "; ".join(map(str, timings))
    sys.stderr.write(f"{name}: {timing}\n")
    return Model(name=name, forward=network.rows, lengths=network.lengths, columns=columns, languages=languages,
                 mode=network.mode, timing=timing, together=True)


def load(model: Path | str) -> TextClassifier:
    """Load a Flair TextClassifier as Flair itself does. Raises whatever the file makes it raise."""
    # Threads that spin while they wait would starve the console on a small machine.
    os.environ |= {"OMP_WAIT_POLICY": "PASSIVE", "TOKENIZERS_PARALLELISM": "false", "HF_HUB_DISABLE_TELEMETRY": "1"}
    if isinstance(model, Path):  # a file holds all that it needs: nothing is fetched
        os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    import torch
    from flair.models import TextClassifier

    # One thread a batch: batches beside each other lose nothing to the meeting of threads after each product.
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    return TextClassifier.load(model)


def _temperature(said: object) -> float:
    """What logits are divided by to make their probabilities true (Guo et al. 2017); 1 where the card says nothing."""
    return float(said) if isinstance(said, int | float) and 0.05 < said < 20 else 1.0


def _flair_predict(
    classifier: TextClassifier, temperature: float,
) -> Callable[[Sequence[str]], list[list[float]]]:
    from flair.data import Sentence

    labels = classifier.label_dictionary.get_items()

    def forward(texts: Sequence[str]) -> list[list[float]]:
        sentences = [Sentence(text) for text in texts]
        classifier.predict(sentences, mini_batch_size=BATCH, return_probabilities_for_all_classes=True)
        rows = []
        for sentence in sentences:
            said = {label.value: label.score for label in sentence.get_labels(classifier.label_type)}
            # Dividing logits is taking roots of probabilities.
            powers = [max(said[label], 1e-12) ** (1 / temperature) for label in labels]
            rows.append([power / sum(powers) for power in powers])
        return rows

    return forward


def share(threads: int) -> None:
    """Say how many threads one forward pass may take."""
    import torch

    torch.set_num_threads(threads)
