"""The model's own process: texts in by stdin, probabilities out by stdout, one JSON object a line.

The only module that imports flair and torch, and only once it runs: they cost seconds and half a gigabyte, and a
forward pass in the console's process would be felt in every key press.

In:  ``{"id": 7, "texts": ["...", ...], "single": false}``; ``single`` takes one text at a time (to find a bad one).
Out: ``{"ready": {"model": "name", ...}}`` or ``{"failed": {"title", "reason", "hint"}}`` first; then for each
request any number of ``{"id": 7, "part": [[row, [negative, neutral, positive] or "reason"], ...]}`` and one
``{"id": 7, "done": true}``. The process ends when its stdin does, whatever it is doing.
"""

from __future__ import annotations

import argparse
import copy
import ctypes
import gc
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from warroom.scoring.preprocess import clean, has_words

if TYPE_CHECKING:
    from flair.models import TextClassifier

#: Texts of one forward pass; 128 is slower than 32 on a processor.
BATCH: Final = 32
NO_WORDS: Final = "no words"
#: The first pass allocates memory and chooses kernels; nobody's post shall wait for that.
WARM_UP: Final = ("It was late, and nobody told us why.",) * 2

#: Probabilities of negative, neutral and positive, or why there are none.
Verdict = tuple[float, float, float] | str
#: Cleaned texts in, three probabilities each out.
Forward = Callable[[Sequence[str]], list[tuple[float, float, float]]]

_PR_SET_PDEATHSIG: Final = 1


def main() -> None:
    """Serve until stdin ends."""
    parser = argparse.ArgumentParser(prog="python -m warroom.scoring.worker", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="a Flair TextClassifier")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--parent", type=int, default=0, help="process id; without that parent the worker ends")
    args = parser.parse_args()
    # Flair prints to stdout and torch's libraries write to descriptor 1: both get stderr, the protocol a copy.
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as replies:
        os.dup2(2, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        _end_with(args.parent)
        waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
        serve(args.model, args.threads, waiting.get, replies)


def serve(model: Path, threads: int, take: Callable[[], bytes], replies: IO[bytes]) -> None:
    """Load the model and answer requests as ``take`` hands them over; ends only with the process."""
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        classifier = load(model, threads)
        forward = choose(classifier)
        forward(WARM_UP)
    except Exception as error:  # noqa: BLE001 - an unpickled file can raise anything; all of it means "not a model"
        _reply(replies, {"failed": _words(model, error)})
        return
    gc.collect()
    gc.freeze()
    _reply(replies, {"ready": {"model": name_of(classifier, model)}})
    while True:
        request = json.loads(take())
        texts = request["texts"]
        size = 1 if request.get("single") else BATCH
        for part in judge(texts, forward, size):
            _reply(replies, {"id": request["id"], "part": part})
        _reply(replies, {"id": request["id"], "done": True})


def judge(texts: Sequence[str], forward: Forward, size: int) -> Iterator[list[tuple[int, Verdict]]]:
    """Yield (row, verdict) of all texts, in groups, shortest first; a text that raises harms no other."""
    cleaned = [clean(text) for text in texts]
    silent = [row for row, text in enumerate(cleaned) if not has_words(text)]
    if silent:
        yield [(row, NO_WORDS) for row in silent]
    order = sorted(set(range(len(texts))) - set(silent), key=lambda row: (len(cleaned[row]), row))
    if size == 1:
        order.sort()  # the client takes the first row without an answer for the one at fault
    for start in range(0, len(order), size):
        rows = order[start:start + size]
        yield list(zip(rows, _try(cleaned, rows, forward), strict=True))


def _try(cleaned: Sequence[str], rows: Sequence[int], forward: Forward) -> list[Verdict]:
    try:
        return list(forward([cleaned[row] for row in rows]))
    except Exception as error:  # noqa: BLE001 - whatever a model raises for a text, the text is at fault
        if len(rows) == 1:
            sys.stderr.write(f"a text could not be scored: {error!r}\n")
            return [f"the model cannot read it ({type(error).__name__})"]
        return [_try(cleaned, [row], forward)[0] for row in rows]


def load(path: Path, threads: int) -> TextClassifier:
    """Load a Flair TextClassifier as Flair itself does. Raises whatever the file makes it raise."""
    # Threads that spin while they wait would starve the console on a small machine; nothing is ever fetched.
    for name, value in (("OMP_WAIT_POLICY", "PASSIVE"), ("HF_HUB_OFFLINE", "1"), ("TRANSFORMERS_OFFLINE", "1"),
                        ("TOKENIZERS_PARALLELISM", "false"), ("HF_HUB_DISABLE_TELEMETRY", "1")):
        os.environ[name] = value
    import torch
    from flair.models import TextClassifier

    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)
    return TextClassifier.load(path)


def choose(classifier: TextClassifier) -> Forward:
    """Return the fastest way to run this classifier. Raises ValueError where its labels are not a sentiment's.

    Flair's own predict cuts words, makes an object of each and pools text by text; for the kind of model that is
    shipped (one BERT-like encoder, mean of its last layer, linear head) the tensors can go straight through.
    """
    import torch

    labels = [item.lower() for item in classifier.label_dictionary.get_items()]
    if not {"negative", "positive"} <= set(labels) or classifier.multi_label:
        raise ValueError(f"its labels are {', '.join(labels)}; they must be negative, neutral and positive")
    where = [labels.index(label) if label in labels else -1 for label in ("negative", "neutral", "positive")]

    def three(row: Sequence[float]) -> tuple[float, float, float]:
        negative, neutral, positive = (row[at] if at >= 0 else 0.0 for at in where)
        return negative, neutral, positive

    embeddings = classifier.embeddings
    plain = (getattr(embeddings, "cls_pooling", "") == "mean" and getattr(embeddings, "layer_indexes", ()) == [-1]
             and not embeddings.allow_long_sentences and embeddings.tokenizer.is_fast
             and type(classifier.decoder) is torch.nn.Linear)
    if not plain:
        return _flair_predict(classifier, labels, three)
    encoder, head, tokenizer = embeddings.model, classifier.decoder, embeddings.tokenizer
    if _has_bfloat16():
        encoder = copy.deepcopy(encoder).to(torch.bfloat16)

    def forward(texts: Sequence[str]) -> list[tuple[float, float, float]]:
        pieces = tokenizer(list(texts), padding=True, truncation=True, return_tensors="pt")
        mask = pieces["attention_mask"]
        with torch.inference_mode():
            # Flair asks for the hidden states of every layer; the last one is all that is read.
            hidden = encoder(input_ids=pieces["input_ids"], attention_mask=mask,
                             output_hidden_states=False).last_hidden_state.float()
            weight = mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * weight).sum(1) / weight.sum(1)
            return [three(row) for row in head(mean).softmax(-1).tolist()]

    return forward


def _has_bfloat16() -> bool:
    """True where the processor multiplies bfloat16 itself; emulated it took four times as long as float32."""
    import torch

    able: Mapping[str, object] = getattr(torch.cpu, "get_capabilities", dict)()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


def _flair_predict(
    classifier: TextClassifier, labels: Sequence[str], three: Callable[[Sequence[float]], tuple[float, float, float]],
) -> Forward:
    from flair.data import Sentence

    def forward(texts: Sequence[str]) -> list[tuple[float, float, float]]:
        sentences = [Sentence(text) for text in texts]
        classifier.predict(sentences, mini_batch_size=BATCH, return_probabilities_for_all_classes=True)
        out = []
        for sentence in sentences:
            said = {label.value.lower(): label.score for label in sentence.get_labels(classifier.label_type)}
            out.append(three([said[label] for label in labels]))
        return out

    return forward


def name_of(classifier: TextClassifier, path: Path) -> str:
    """The model's name: what its card says, else the file's name."""
    card = getattr(classifier, "model_card", None)
    return str(card["name"]) if isinstance(card, dict) and "name" in card else path.stem


def _words(path: Path, error: Exception) -> dict[str, str]:
    said = " ".join(str(error).split())[:300]
    return {
        "title": f"The model {path} cannot be loaded.",
        "reason": f"{type(error).__name__}: {said}" if said else type(error).__name__,
        "hint": "It must be a Flair TextClassifier with the labels negative, neutral and positive; "
                "leave scoring.model out of config.toml to use the one that is shipped.",
    }


def _reply(replies: IO[bytes], message: dict[str, object]) -> None:
    try:
        replies.write(json.dumps(message).encode() + b"\n")
        replies.flush()
    except BrokenPipeError:
        os._exit(0)


def _listen(requests: IO[bytes], waiting: queue.SimpleQueue[bytes]) -> None:
    # os._exit, not sys.exit: the main thread may be deep in the loading of a model or in a forward pass.
    for line in requests:
        waiting.put(line)
    os._exit(0)


def _end_with(parent: int) -> None:
    # stdin's end tells of a parent's death already; the kernel also tells where a stray copy of the pipe lives on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent and os.getppid() != parent:
        os._exit(0)


if __name__ == "__main__":
    main()
