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

from training.packing import Packed, pack
from training.posts import LABELS, UNLABELLED, batches


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to train: passes over the posts; the last two numbers are of a student, who is told probabilities."""

    rate: float
    epochs: int
    seed: int
    batch: int = 32
    smoothing: float = 0.05
    temperature: float = 2.0
    soft_share: float = 0.7


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
    where = network["head"].weight.device
    longest = max(map(len, rows))
    ids = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows], device=where)
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows], device=where)
    hidden = network["bert"](input_ids=ids, attention_mask=mask).last_hidden_state
    weight = mask.unsqueeze(-1).to(hidden.dtype)
    mean = (hidden * weight).sum(1) / weight.sum(1)
    return network["head"](functional.dropout(mean, dropout, training=network.training))


def half(network: torch.nn.ModuleDict) -> torch.autocast:
    """Matrix products in bfloat16 where the processor (or the GPU) multiplies it itself; emulated it is slow."""
    where = network["head"].weight.device.type
    able = torch.cpu.get_capabilities() if where == "cpu" else {"avx512_bf16": True}
    return torch.autocast(where, torch.bfloat16, enabled=bool(able.get("avx512_bf16") or able.get("amx_bf16")))


def predict(
    network: torch.nn.ModuleDict, rows: Sequence[Sequence[int]], size: int = 32, *, exact: bool = True,
) -> torch.Tensor:
    """The logits of many rows, in their order, without dropout; (rows, 3), float32 on the processor."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
    out = torch.zeros(len(rows), len(LABELS))
    with torch.inference_mode(), torch.autocast("cpu", enabled=False) if exact else half(network):
        for start in range(0, len(order), size):
            some = order[start:start + size]
            out[some] = logits(network, [rows[row] for row in some]).float().cpu()
    return out.clone()


def beside(told: torch.Tensor, meant: Sequence[int]) -> torch.Tensor:
    """What is told of the posts, and below it what is told of made-up ones: the class that was meant, nearly surely."""
    return torch.cat([told, 4 * functional.one_hot(torch.tensor(meant, dtype=torch.long), len(LABELS)).to(told.dtype)])


def train(
    network: torch.nn.ModuleDict, rows: Sequence[Sequence[int]], labels: Sequence[int], recipe: Recipe, *,
    told: torch.Tensor | None = None, words: bool = True, say: Callable[[str], None] = print,
    after_epoch: Callable[[int], None] = lambda _epoch: None,
) -> None:
    """Train in place; where the teachers' logits are ``told`` the loss is mostly to agree with them (Hinton 2015).

    A row that is UNLABELLED counts only by what is told of it. ``told`` is (rows, 3). Without ``words`` the word
    pieces' vectors stay as they were, those that no post uses and those that every post uses alike.
    """
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    lengths = [len(row) for row in rows]
    where = network["head"].weight.device
    steps = recipe.epochs * -(-len(rows) // recipe.batch)
    network["bert"].embeddings.word_embeddings.weight.requires_grad_(words)
    optimizer, schedule = _optimizer(network, recipe.rate, steps)
    network.train()
    step, total, began = 0, 0.0, time.monotonic()
    for epoch in range(1, recipe.epochs + 1):
        for some in batches(lengths, recipe.batch, rng):
            with half(network):
                said = logits(network, [rows[row] for row in some], dropout=0.1)
            said = said.float()
            true = torch.tensor([labels[row] for row in some], device=where)
            known = int((true != UNLABELLED).sum())
            loss = functional.cross_entropy(said, true, label_smoothing=recipe.smoothing, reduction="sum",
                                            ignore_index=UNLABELLED) / max(1, known)
            if told is not None:
                heat = recipe.temperature
                agree = functional.kl_div(functional.log_softmax(said / heat, -1),
                                          functional.softmax(told[some].to(where) / heat, -1), reduction="batchmean")
                loss = ((1 - recipe.soft_share) * (known / len(some)) * loss
                        + recipe.soft_share * heat * heat * agree)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step, total = step + 1, total + float(loss.detach())
            if step % 100 == 0:
                say(f"step {step}/{steps}  loss {total / 100:.4f}  {time.monotonic() - began:.0f} s")
                total = 0.0
        after_epoch(epoch)
        network.train()
    network.eval()


def _optimizer(
    network: torch.nn.ModuleDict, rate: float, steps: int,
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW without decay on embeddings, biases and norms; 6 % of the steps to warm up, then down to nothing."""
    plain = [weight for name, weight in network.named_parameters()
             if "embeddings" in name or name.endswith("bias") or "LayerNorm" in name]
    known = {id(weight) for weight in plain}
    decayed = [weight for weight in network.parameters() if id(weight) not in known]
    plain = [weight for weight in plain if weight.requires_grad]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}],
                                  lr=rate, fused=True)
    warm = max(1, round(0.06 * steps))
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: (step + 1) / warm if step < warm else max(0.0, (steps - step) / (steps - warm + 1)))


def shift(network: torch.nn.ModuleDict, prior: Sequence[float], strength: float) -> None:
    """Take the training posts' class shares out of the head's bias, wholly at ``strength`` 1 (Menon et al. 2021).

    What is left judges a post by its words alone, as if each class were a third of all posts, which is what the
    mean of the classes' recalls asks for.
    """
    with torch.no_grad():
        away = strength * torch.tensor(list(prior), device=network["head"].bias.device).log()
        network["head"].bias -= away - away.mean()


def mean_of(network: torch.nn.ModuleDict, files: Sequence[Path]) -> None:
    """Give ``network`` the mean of the weights in ``files``, which began as one network (Wortsman et al. 2022)."""
    states = [torch.load(file, weights_only=True) for file in files]
    network.load_state_dict({name: torch.stack([state[name].float() for state in states]).mean(0)
                             for name in states[0]})


def rounded(network: torch.nn.ModuleDict) -> torch.nn.ModuleDict:
    """A copy whose matrices have lost what int8 storage loses."""
    copied = copy.deepcopy(network)
    with torch.no_grad():
        for weight in copied.parameters():
            match pack(weight):
                case Packed() as packed:
                    weight.copy_(packed.rows * packed.scale)
    return copied
