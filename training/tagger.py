"""The network of the second reader: a MiniLM that says of each piece of a reply which rules of tone it breaks.

Devlin et al. 2018 for tagging pieces; the whole network is tuned. One head reads each piece, another the first place,
for what is missing in the reply as a whole.
"""

from __future__ import annotations

import math
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import torch
from torch.nn.utils.rnn import pad_sequence

from training import network
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.facts.marks import Mark, marked
from warroom.domain.tone.second import FACTS, WHOLE
from warroom.tagger.windows import FRAME, MARKS, SHEET, TEXT, WIDTH, Window, sentences, windows, words

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from tone.corpus import Labelled

#: Rules whose words are tagged; and those of what is missing, which the first place is asked for.
TAGGED: Final = (
    "non-apology", "defensive", "blame", "dismissive", "over-promise", "legal-admission", "confidential", "promotion",
    "levity", "jargon", "asks-personal-data", "contradicts-strategy", FACTS,
)
MISSING: Final = tuple(sorted(WHOLE))
#: Places of the network: a window, a fact sheet, the strategy in pieces, and the four marks around them.
PLACES: Final = WIDTH + SHEET + 13
_BATCH: Final = 24
#: A piece in a fault counts so much more than one outside: there are few of them.
_WEIGHT: Final = 3.0
#: Parts of a window that BERT does not know begin as those that it knows, but for so little.
_NOISE: Final = 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """A window with its labels: for each piece and rule, and for the whole, what is broken and what is known."""

    window: Window
    faults: torch.Tensor
    counts: torch.Tensor
    missing: torch.Tensor
    judged: torch.Tensor


class Tagger(torch.nn.Module):
    """The network. It returns what each piece is worth for each rule, and the whole for each missing part: logits."""

    def __init__(self, backbone: Path, rows: Sequence[int], layers: Sequence[int] | None = None) -> None:
        """Load the pre-trained network with ``rows`` of its vocabulary and, if named, only some of its layers."""
        super().__init__()
        whole = network.backbone(backbone, rows, PLACES)
        self.body = (network.shallow(whole, layers) if layers is not None else whole)["bert"]
        self.body.embeddings.token_type_embeddings = _parts(self.body.embeddings.token_type_embeddings)
        width = self.body.config.hidden_size
        self.pieces, self.reply = torch.nn.Linear(width, len(TAGGED)), torch.nn.Linear(width, len(MISSING))
        self.dropout = torch.nn.Dropout(0.1)
        torch.nn.init.constant_(self.pieces.bias, -3)

    def forward(self, ids: torch.Tensor, parts: torch.Tensor, seen: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(rows, pieces, rules) and (rows, missing parts)."""
        hidden = self.dropout(
            self.body(input_ids=ids, token_type_ids=parts, attention_mask=seen).last_hidden_state)
        return self.pieces(hidden), self.reply(hidden[:, 0])


def _parts(known: torch.nn.Embedding) -> torch.nn.Embedding:
    """What BERT knows of its two parts, for all parts of a window: those of the draft, and those of the sheet."""
    grown = torch.nn.Embedding(MARKS + len(Mark), known.embedding_dim)
    with torch.no_grad():
        grown.weight.mul_(_NOISE)
        for part in range(grown.num_embeddings):
            grown.weight[part] += known.weight[FRAME if part == FRAME or part >= MARKS + Mark.UNREAD else TEXT]
    return grown


def label(reply: Labelled, tokenizer: Tokenizer, *, only_facts: bool = False) -> list[Row]:
    """The windows of a labelled reply; with ``only_facts`` nothing but contradictions of the sheet counts in them."""
    draft = Draft(reply.text)
    read = sentences(draft, draft.sentences, tokenizer)
    made = list(windows(read, tokenizer, reply.brief.strategy, marked(draft, reply.brief)))
    broken = {rule for rule, _, _ in reply.spans} | reply.rules
    rebuilding = reply.brief.strategy is not None and reply.brief.strategy.value == "rebuild"
    missing = torch.tensor([float(rule in broken) for rule in MISSING])
    judged = torch.tensor([float(
        reply.whole and len(made) == 1 and rule not in reply.allowed
        and (rule != "no-responsibility" or rebuilding) and not only_facts) for rule in MISSING])
    rows = [Row(window, *_tags(window, reply), missing, judged) for window in made]
    for row in rows:
        if only_facts:
            row.counts[:, :TAGGED.index(FACTS)] = 0
        if not reply.brief.facts:
            row.counts[:, TAGGED.index(FACTS)] = 0
    return rows


def _tags(window: Window, reply: Labelled) -> tuple[torch.Tensor, torch.Tensor]:
    faults = torch.zeros(len(window.ids), len(TAGGED))
    for rule, start, end in reply.spans:
        if rule in TAGGED:
            held = torch.tensor([begin < end and start < stop for begin, stop in window.spans])
            faults[held, TAGGED.index(rule)] = 1
    counts = torch.tensor([float(stop > begin) for begin, stop in window.spans])[:, None].repeat(1, len(TAGGED))
    for rule in (reply.allowed | reply.rules) & set(TAGGED):
        counts[:, TAGGED.index(rule)] *= faults[:, TAGGED.index(rule)]
    return faults, counts


def tune(
    tagger: Tagger, epochs: Sequence[Sequence[Row]], *, seed: int, say: Callable[[str], None], rate: float = 1e-4,
) -> None:
    """Tune all of it on the rows of each epoch; the rate rises for a hundred steps and then falls to nothing."""
    shuffle = random.Random(seed)
    steps = sum(-(-len(rows) // _BATCH) for rows in epochs)
    heads = [*tagger.pieces.parameters(), *tagger.reply.parameters()]
    groups = [{"params": tagger.body.parameters(), "lr": rate}, {"params": heads, "lr": 10 * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 100) * max(0.02, 1 - step / steps))
    began = time.monotonic()
    tagger.train()
    for epoch, rows in enumerate(epochs, 1):
        # Windows of about one length share a batch, so little is padded.
        order = sorted(rows, key=lambda row: len(row.window.ids) + 20 * shuffle.random())
        batches = [order[at:at + _BATCH] for at in range(0, len(order), _BATCH)]
        shuffle.shuffle(batches)
        total = 0.0
        for number, batch in enumerate(batches, 1):
            loss = _loss(tagger, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            if number % 100 == 0 or number == len(batches):
                say(f"epoch {epoch}, batch {number} of {len(batches)}: loss {total / number:.3f}, "
                    f"{time.monotonic() - began:.0f} s")
    tagger.eval()


def _loss(tagger: Tagger, batch: Sequence[Row]) -> torch.Tensor:
    with _half():
        pieces, reply = tagger(*_tensors([row.window for row in batch]))
    loss_of = torch.nn.functional.binary_cross_entropy_with_logits
    faults, counts = (pad_sequence([getattr(row, name) for row in batch], batch_first=True)
                      for name in ("faults", "counts"))
    missing, judged = (torch.stack([getattr(row, name) for row in batch]) for name in ("missing", "judged"))
    weight = counts * (1 + (_WEIGHT - 1) * faults)
    tags = (loss_of(pieces.float(), faults, reduction="none") * weight).sum() / counts.sum() * len(TAGGED)
    whole = (loss_of(reply.float(), missing, reduction="none") * judged).sum() / (judged.sum() + 1)
    return tags + whole


def _tensors(batch: Sequence[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    ids, parts, seen = (
        pad_sequence([torch.tensor(row) for row in rows], batch_first=True) for rows in (
            [window.ids for window in batch], [window.parts for window in batch],
            [[1] * len(window.ids) for window in batch]))
    return ids, parts, seen


def _half() -> torch.autocast:
    able = torch.cpu.get_capabilities()
    return torch.autocast("cpu", torch.bfloat16, enabled=bool(able.get("avx512_bf16") or able.get("amx_bf16")))


def telling(replies: Sequence[Labelled], least: int = 3) -> dict[str, float]:
    """For each word that stands ``least`` times in faults how much oftener it does than elsewhere: a log ratio."""
    inside, outside = Counter[str](), Counter[str]()
    for reply in replies:
        own = Draft(reply.text).own
        faults = [(start, end) for rule, start, end in reply.spans if rule in TAGGED and rule != FACTS]
        bad = Counter(word for start, end in faults for word in words(own[start:end]))
        inside += bad
        outside += Counter(words(own)) - bad
    share = inside.total() / max(1, outside.total())
    worth = {word: math.log((count + 2) / (share * outside[word] + 2))
             for word, count in inside.items() if count >= least}
    return {word: round(one, 2) for word, one in sorted(worth.items()) if one > 0}


class _Answering(torch.nn.Module):
    """What is stored: windows in, probabilities out."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(
        self, ids: torch.Tensor, parts: torch.Tensor, seen: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        pieces, reply = self.tagger(ids, parts, seen)
        return torch.sigmoid(pieces), torch.sigmoid(reply)


def store(tagger: Tagger, out: Path) -> None:
    """Write the network as ONNX with int8 weights, one scale a column."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = out.with_suffix(".float.onnx")
    ids = torch.arange(3, 43).reshape(2, -1)
    tagger.eval()
    both = {0: "windows", 1: "pieces"}
    names = ["ids", "parts", "seen"]
    torch.onnx.export(
        _Answering(tagger), (ids, torch.ones_like(ids), torch.ones_like(ids)), str(whole), input_names=names,
        output_names=["pieces", "reply"], dynamo=False, opset_version=17,
        dynamic_axes=dict.fromkeys([*names, "pieces"], both) | {"reply": {0: "windows"}})
    quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
