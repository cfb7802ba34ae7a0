"""The forward pass of a BERT with mean pooling and a linear head, in the fastest numbers that the processor has.

Flair's own predict cuts words, makes an object of each and pools text by text. For the kind of model that is shipped
the tensors can go straight through; here the layers are written out, so that query, key and value are one product and
a matrix can be bfloat16 or int8. Devlin et al. 2018 for the network; int8 as in Krishnamoorthi 2018: weights with one
scale a row, activations measured as they come.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

import torch
from torch.nn import functional

if TYPE_CHECKING:
    from flair.models import TextClassifier

#: What is measured at the start: posts of everyday length, different ones, so that int8 meets everyday values.
SAMPLE: Final = (
    "It was late, and nobody told us why. Three hours in that queue!",
    "@user best coffee in town, great people, see you on Friday red heart",
    "Charged me twice and support has ignored me for three days. Disgusting. Never again, and I will tell everyone.",
    "The store on Main Street opens at 9 on Monday, says the sign.",
    "Not bad, but not what I paid for either; the old one was better",
    "when do you restock the blue one?",
    "I love this!!! thank you so much smiling face with heart-shaped eyes",
    "Acme recalls 40,000 bottles of its cold brew after reports of illness, the agency said on Sunday evening",
)
#: A mode whose probabilities on the sample are farther from float32's than this is broken here, and is not taken.
_FARTHEST: Final = 0.1

_Product: TypeAlias = Callable[[torch.Tensor], torch.Tensor]


class Mode(StrEnum):
    """The numbers that a model is computed in."""

    BFLOAT16 = "bfloat16"
    INT8 = "int8"
    FLOAT32 = "float32"


@dataclass(frozen=True, slots=True)
class Timing:
    """One mode, measured on the sample: posts a second on one core, and the farthest probability from float32's."""

    mode: Mode
    rate: float
    error: float

    def __str__(self) -> str:
        return f"{self.mode} {self.rate:.0f} posts/s a core, off by {self.error:.4f}"


def fits(classifier: TextClassifier) -> bool:
    """True where a classifier is what this module computes: a BERT, the mean of its last layer, a linear head."""
    embeddings = classifier.embeddings
    network = getattr(embeddings, "model", None)
    config = getattr(network, "config", None)
    return (
        type(network).__name__ == "BertModel" and type(classifier.decoder) is torch.nn.Linear
        and getattr(embeddings, "cls_pooling", "") == "mean" and getattr(embeddings, "layer_indexes", ()) == [-1]
        and not embeddings.allow_long_sentences and embeddings.tokenizer.is_fast
        and getattr(config, "hidden_act", "") == "gelu" and not getattr(config, "is_decoder", True)
        and getattr(config, "position_embedding_type", "absolute") == "absolute"
    )


def modes() -> list[Mode]:
    """The modes worth measuring here: bfloat16 where the processor multiplies it, else int8; and float32."""
    # Emulated bfloat16 takes four times as long as float32: it is not even tried.
    able: Mapping[str, object] = getattr(torch.cpu, "get_capabilities", dict)()
    if able.get("avx512_bf16") or able.get("amx_bf16"):
        return [Mode.BFLOAT16, Mode.FLOAT32]
    return [Mode.INT8, Mode.FLOAT32] if "x86" in torch.backends.quantized.supported_engines else [Mode.FLOAT32]


def fastest(classifier: TextClassifier, temperature: float) -> tuple[Network, list[Timing]]:
    """Measure the modes and return the network of the fastest, and the timings, the chosen one first."""
    exact = Network(classifier, Mode.FLOAT32, temperature)
    truth = torch.tensor(exact.rows(SAMPLE))
    found: list[tuple[Timing, Network]] = []
    for mode in modes():
        try:
            network = exact if mode is Mode.FLOAT32 else Network(classifier, mode, temperature)
        except (AttributeError, NotImplementedError, RuntimeError) as error:
            # torch means to move its int8 out of the library: without it the others do.
            sys.stderr.write(f"this torch has no {mode}: {error}\n")
            continue
        far = float((torch.tensor(network.rows(SAMPLE)) - truth).abs().max())
        found.append((Timing(mode, _rate(network), far), network))
    found.sort(key=lambda one: (not one[0].error <= _FARTHEST, -one[0].rate))
    return found[0][1], [timing for timing, _ in found]


def _rate(network: Network) -> float:
    """Posts a second of this thread's own processor time: what else runs on the machine does not count."""
    batch, best = SAMPLE * (32 // len(SAMPLE)), float("inf")
    for _ in range(3):
        began = time.thread_time()
        network.rows(batch)
        best = min(best, time.thread_time() - began)
    return len(batch) / max(best, 1e-6)


@dataclass(frozen=True, slots=True)
class _Norm:
    weight: torch.Tensor
    bias: torch.Tensor
    epsilon: float

    def __call__(self, hidden: torch.Tensor) -> torch.Tensor:
        return functional.layer_norm(hidden, self.weight.shape, self.weight, self.bias, self.epsilon)


@dataclass(frozen=True, slots=True)
class _Layer:
    query_key_value: _Product
    attended: _Product
    after_attention: _Norm
    up: _Product
    down: _Product
    after: _Norm

    def __call__(self, hidden: torch.Tensor, seen: torch.Tensor | None, heads: int) -> torch.Tensor:
        posts, pieces, width = hidden.shape
        query, key, value = (
            self.query_key_value(hidden).view(posts, pieces, 3, heads, width // heads).permute(2, 0, 3, 1, 4))
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        hidden = self.after_attention(hidden + self.attended(mixed.transpose(1, 2).reshape(posts, pieces, width)))
        return self.after(hidden + self.down(functional.gelu(self.up(hidden))))


class Network:
    """A classifier's weights, copied, in one mode. Safe to call from several threads at a time."""

    def __init__(self, classifier: TextClassifier, mode: Mode, temperature: float = 1.0) -> None:
        """Copy the weights of a classifier that ``fits``; its logits are divided by ``temperature``."""
        self.mode = mode
        bert, tokenizer = classifier.embeddings.model, classifier.embeddings.tokenizer
        kind = torch.bfloat16 if mode is Mode.BFLOAT16 else torch.float32
        product = _int8 if mode is Mode.INT8 else _plain

        def norm(of: torch.nn.LayerNorm) -> _Norm:
            return _Norm(of.weight.detach().to(kind), of.bias.detach().to(kind), of.eps)

        def join(*parts: torch.nn.Linear) -> _Product:
            return product(torch.cat([part.weight.detach() for part in parts]).to(kind),
                           torch.cat([part.bias.detach() for part in parts]).to(kind))

        start = bert.embeddings
        self._heads = int(bert.config.num_attention_heads)
        self._words = start.word_embeddings.weight.detach().to(kind)
        # Every piece of a post is of the first type: its vector can be added to the places beforehand.
        self._places = (start.position_embeddings.weight + start.token_type_embeddings.weight[0]).detach().to(kind)
        self._first = norm(start.LayerNorm)
        self._layers = [
            _Layer(join(own.self.query, own.self.key, own.self.value), join(own.output.dense),
                   norm(own.output.LayerNorm), join(layer.intermediate.dense), join(layer.output.dense),
                   norm(layer.output.LayerNorm))
            for layer in bert.encoder.layer for own in (layer.attention,)
        ]
        self._head = classifier.decoder.weight.detach() / temperature
        self._bias = classifier.decoder.bias.detach() / temperature
        self._cutter = tokenizer.backend_tokenizer
        self._cutter.no_padding()
        self._cutter.enable_truncation(min(int(tokenizer.model_max_length), len(self._places)))

    def lengths(self, texts: Sequence[str]) -> list[int]:
        """How many word pieces each text has, after the cut of long ones."""
        return [len(cut) for cut in self._cutter.encode_batch(list(texts))]

    def rows(self, texts: Sequence[str]) -> list[list[float]]:
        """The probabilities of the classifier's labels, for each text; texts of equal length cost least."""
        cut = [one.ids for one in self._cutter.encode_batch(list(texts))]
        longest = max(map(len, cut))
        pieces = torch.tensor([[*one, *[0] * (longest - len(one))] for one in cut])
        there = torch.arange(longest) < torch.tensor([[len(one)] for one in cut])
        seen = None if bool(there.all()) else there[:, None, None, :]
        with torch.inference_mode():
            hidden = self._first(functional.embedding(pieces, self._words) + self._places[:longest])
            for layer in self._layers:
                hidden = layer(hidden, seen, self._heads)
            weight = there.unsqueeze(-1).float()
            mean = (hidden.float() * weight).sum(1) / weight.sum(1)
            out: list[list[float]] = functional.linear(mean, self._head, self._bias).softmax(-1).tolist()
            return out


def _plain(weight: torch.Tensor, bias: torch.Tensor) -> _Product:
    return lambda hidden: functional.linear(hidden, weight, bias)


def _int8(weight: torch.Tensor, bias: torch.Tensor) -> _Product:
    """One scale a row of the matrix: one for the whole matrix costs 0.6 points of macro recall."""
    scale = (weight.abs().amax(1).double() / 127).clamp_min(1e-12)
    none = torch.zeros(len(scale), dtype=torch.int64)
    packed = torch.ops.quantized.linear_prepack(
        torch.quantize_per_channel(weight, scale, none, 0, torch.qint8), bias)
    # Without VNNI two products of eight bits can overflow sixteen: activations are then kept to seven.
    able: Mapping[str, object] = getattr(torch.cpu, "get_capabilities", dict)()
    narrow = not (able.get("avx512_vnni") or able.get("avx_vnni"))

    def product(hidden: torch.Tensor) -> torch.Tensor:
        out: torch.Tensor = torch.ops.quantized.linear_dynamic(hidden, packed, narrow)
        return out

    return product
