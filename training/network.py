"""The network in plain PyTorch: BERT, the mean of its last layer, a linear head; and how it is trained."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn import functional
from transformers import BertModel

from training.posts import LABELS, batches


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to train. ``steps`` None is ``epochs`` whole passes; temperature and share are of a teacher, if any.

    ``stop_after`` ends training after so many epochs although the schedule goes on: the rate is not yet at zero.
    """

    rate: float
    epochs: int = 1
    stop_after: int | None = None
    steps: int | None = None
    batch: int = 32
    smoothing: float = 0.05
    temperature: float = 2.0
    soft_share: float = 0.7
    seed: int = 1


def backbone(path: Path, rows: Sequence[int], positions: int) -> torch.nn.ModuleDict:
    """Load the pre-trained encoder with only ``rows`` of its vocabulary and a fresh head."""
    bert = BertModel.from_pretrained(str(path), attn_implementation="sdpa")
    kept = bert.embeddings.word_embeddings.weight.detach()[torch.tensor(list(rows))].clone()
    bert.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(kept, freeze=False, padding_idx=0)
    places = bert.embeddings.position_embeddings.weight.detach()[:positions].clone()
    bert.embeddings.position_embeddings = torch.nn.Embedding.from_pretrained(places, freeze=False)
    bert.embeddings.register_buffer("position_ids", torch.arange(positions).expand((1, -1)), persistent=False)
    bert.embeddings.register_buffer("token_type_ids", torch.zeros((1, positions), dtype=torch.long), persistent=False)
    bert.config.vocab_size, bert.config.max_position_embeddings, bert.config.pad_token_id = len(rows), positions, 0
    head = torch.nn.Linear(bert.config.hidden_size, len(LABELS))
    torch.nn.init.xavier_uniform_(head.weight)
    return torch.nn.ModuleDict({"bert": bert, "head": head})


def shallow(teacher: torch.nn.ModuleDict, layers: Sequence[int]) -> torch.nn.ModuleDict:
    """Copy a network with only some of its layers."""
    student = copy.deepcopy(teacher)
    stack = student["bert"].encoder.layer
    student["bert"].encoder.layer = torch.nn.ModuleList(stack[at] for at in layers)
    student["bert"].config.num_hidden_layers = len(layers)
    return student


def logits(network: torch.nn.ModuleDict, rows: Sequence[Sequence[int]], dropout: float = 0.0) -> torch.Tensor:
    """Run a batch of piece numbers; returns (batch, 3) before the softmax. Mean pooling counts [CLS] and [SEP]."""
    longest = max(map(len, rows))
    ids = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    hidden = network["bert"](input_ids=ids, attention_mask=mask).last_hidden_state
    weight = mask.unsqueeze(-1).to(hidden.dtype)
    mean = (hidden * weight).sum(1) / weight.sum(1)
    return network["head"](functional.dropout(mean, dropout, training=network.training))


def predict(network: torch.nn.ModuleDict, rows: Sequence[Sequence[int]], size: int = 64) -> torch.Tensor:
    """The logits of many rows, in their order, without dropout."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
    out = torch.zeros(len(rows), len(LABELS))
    with torch.inference_mode():
        for start in range(0, len(order), size):
            some = order[start:start + size]
            out[some] = logits(network, [rows[row] for row in some]).float()
    return out.clone()


def train(
    network: torch.nn.ModuleDict, rows: Sequence[Sequence[int]], labels: Sequence[int], recipe: Recipe, *,
    teacher: torch.nn.ModuleDict | None = None, say: Callable[[str], None] = print,
    after_epoch: Callable[[int], None] = lambda _epoch: None,
) -> None:
    """Train in place; with a ``teacher`` the loss is mostly to agree with its probabilities (Hinton 2015)."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    lengths = [len(row) for row in rows]
    steps = recipe.steps or recipe.epochs * -(-len(rows) // recipe.batch)
    plain = [weight for name, weight in network.named_parameters()
             if "embeddings" in name or name.endswith("bias") or "LayerNorm" in name]
    known = {id(weight) for weight in plain}
    decayed = [weight for weight in network.parameters() if id(weight) not in known]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}],
                                  lr=recipe.rate)
    warm = max(1, round(0.06 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: (step + 1) / warm if step < warm else max(0.0, (steps - step) / (steps - warm + 1)))
    if teacher is not None:
        teacher.eval()
    network.train()
    step, epoch, total, began = 0, 0, 0.0, time.monotonic()
    while step < steps:
        for some in batches(lengths, recipe.batch, rng):
            said = logits(network, [rows[row] for row in some], dropout=0.1)
            loss = functional.cross_entropy(said, torch.tensor([labels[row] for row in some]),
                                            label_smoothing=recipe.smoothing)
            if teacher is not None:
                heat = recipe.temperature
                with torch.no_grad():
                    told = logits(teacher, [rows[row] for row in some])
                agree = functional.kl_div(functional.log_softmax(said / heat, -1),
                                          functional.softmax(told / heat, -1), reduction="batchmean")
                loss = (1 - recipe.soft_share) * loss + recipe.soft_share * heat * heat * agree
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, total = step + 1, total + float(loss.detach())
            if step % 100 == 0:
                say(f"step {step}/{steps}  loss {total / 100:.4f}  {time.monotonic() - began:.0f} s")
                total = 0.0
            if step >= steps:
                break
        epoch += 1
        after_epoch(epoch)
        if epoch == recipe.stop_after:
            break
        network.train()
    network.eval()
