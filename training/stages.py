"""The stages of the recipe: a teacher learns, a student learns from the teachers; each in a process of its own."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from warroom.scoring.preprocess import clean

if TYPE_CHECKING:
    import torch

PIECES: Final = 64  # of a post in training; tweets end before that
LONGEST: Final = 128  # of a post in use
SEMEVAL: Final = "sentiment/semeval_train.tsv"
APPLE: Final = "sentiment/brand_apple_2014.tsv"
#: Posts that the teachers only read to the student: their labels are of another kind, or left out on purpose.
UNTOLD: Final = ("sentiment/brand_sxsw_2011.tsv", "tone/offensive_train.tsv", "tone/emotion_train.tsv")
VALIDATION: Final = "sentiment/semeval_val.tsv"
#: What each teacher learns from. One has seen complaints to a company, one has not.
TEACHERS: Final = ((SEMEVAL,), (SEMEVAL, APPLE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where everything lies: labelled posts, the pre-trained network, and the folder of what is half done."""

    data: Path
    backbone: Path
    work: Path
    limit: int | None = None  # so many posts of each file

    @property
    def tokens(self) -> Path:
        """The folder of the pruned tokenizer."""
        return self.work / "tokenizer"

    @property
    def kept(self) -> list[int]:
        """The rows of the pre-trained vocabulary that are kept."""
        return json.loads((self.work / "kept.json").read_text())


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One teacher: its number of how many, and how it learns."""

    place: Place
    at: int
    of: int
    seed: int
    epochs: int
    threads: int = 1

    @property
    def outcome(self) -> Path:
        """The finished teacher's weights, and its logits for its part of the student's posts."""
        name = f"teacher{self.at + 1}of{self.of}-seed{self.seed}-epochs{self.epochs}-limit{self.place.limit}.pt"
        return self.place.work / name


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One student: the first teacher's layers that it begins with, and how it learns from all of them."""

    place: Place
    lessons: tuple[Lesson, ...]
    layers: tuple[int, ...]
    seed: int
    epochs: int
    sketches: int
    threads: int = 1

    @property
    def outcome(self) -> Path:
        """The finished student's weights."""
        layers = "".join(map(str, self.layers))
        return self.lessons[0].outcome.with_name(
            f"student-{self.lessons[0].outcome.stem}-layers{layers}-seed{self.seed}-epochs{self.epochs}"
            f"-sketches{self.sketches}.pt")


Job = TypeVar("Job", Lesson, Study)


def together(do: Callable[[Job], None], jobs: Sequence[Job], threads: int) -> None:
    """Do jobs side by side: two processes of one thread do more than one of two, which wait for each other."""
    wide = 1 if device() == "cuda" else min(len(jobs), threads)
    jobs = [replace(job, threads=max(1, threads // wide)) for job in jobs]
    if wide == 1:
        for job in jobs:
            do(job)
        return
    with ProcessPoolExecutor(wide, mp_context=multiprocessing.get_context("spawn")) as pool:
        for done in [pool.submit(do, job) for job in jobs]:
            done.result()


def teach(lesson: Lesson) -> None:
    """Train one teacher and write what it says of its part of the posts; does nothing where that is done."""
    def say(words: str) -> None:
        print(f"teacher {lesson.at + 1}: {words}", flush=True)

    if lesson.outcome.exists():
        say("finished before")
        return
    settle(lesson.threads)
    import torch

    from training import network, posts, vocabulary

    place = lesson.place
    rows, labels = [], []
    for file in TEACHERS[lesson.at]:
        texts, true = posts.read(place.data / file, place.limit)
        rows += vocabulary.encode(place.tokens, texts, PIECES)
        labels += true
    torch.manual_seed(lesson.seed)
    teacher = network.backbone(place.backbone, place.kept, LONGEST).to(device())
    network.train(teacher, rows, labels, network.Recipe(rate=8e-5, epochs=lesson.epochs, seed=lesson.seed),
                  words=False, say=say)
    judge(teacher, place, say)
    told = network.predict(teacher, student_posts(place)[0][lesson.at::lesson.of], exact=False)
    torch.save({"weights": teacher.cpu().state_dict(), "told": told}, lesson.outcome)


def study(job: Study) -> None:
    """Train one student from what the teachers say; does nothing where that is done."""
    def say(words: str) -> None:
        print(f"student {job.seed}: {words}", flush=True)

    if job.outcome.exists():
        say("finished before")
        return
    settle(job.threads)
    import torch

    from training import network, posts, sketches, vocabulary

    place = job.place
    rows, labels = student_posts(place)
    told = torch.zeros(len(rows), len(posts.LABELS))
    for lesson in job.lessons:  # each teacher has read its part
        told[lesson.at::lesson.of] = torch.load(lesson.outcome, weights_only=True)["told"]
    made, meant = sketches.draw(job.sketches, job.seed)
    rows += vocabulary.encode(place.tokens, [clean(text) for text in made], PIECES)
    pupil = fresh(job)
    recipe = network.Recipe(rate=1.5e-4, epochs=job.epochs, seed=job.seed)
    network.train(pupil, rows, labels + meant, recipe, told=network.beside(told, meant), say=say,
                  after_epoch=lambda _epoch: judge(pupil, place, say))
    torch.save(pupil.cpu().state_dict(), job.outcome)


def fresh(job: Study) -> torch.nn.ModuleDict:
    """The student as it begins: layers of the first teacher."""
    import torch

    from training import network

    first = network.backbone(job.place.backbone, job.place.kept, LONGEST)
    first.load_state_dict(torch.load(job.lessons[0].outcome, weights_only=True)["weights"])
    return network.shallow(first, job.layers).to(device())


def held_out(place: Place) -> tuple[list[list[int]], list[int]]:
    """The validation posts as piece numbers, and their classes."""
    from training import posts, vocabulary

    texts, true = posts.read(place.data / VALIDATION, place.limit)
    return vocabulary.encode(place.tokens, texts, LONGEST), true


def judge(network_: torch.nn.ModuleDict, place: Place, say: Callable[[str], None]) -> None:
    """Say how a network does on the validation posts, as it stands."""
    from training import figures, network

    rows, true = held_out(place)
    said = network.predict(network_, rows, exact=False).argmax(-1).tolist()
    say(f"macro recall {figures.macro_recall(said, true):.2f} on {len(true)} held-out posts")


def everything(place: Place) -> list[str]:
    """All texts that anybody reads, cleaned."""
    from training import posts

    files = (SEMEVAL, APPLE, *UNTOLD)
    return [text for file in files for text in posts.read(place.data / file, place.limit, labelled=False)[0]]


def student_posts(place: Place) -> tuple[list[list[int]], list[int]]:
    """All posts as piece numbers, and the classes of those whose labels the student is told."""
    from training import posts, vocabulary

    texts: list[str] = []
    labels: list[int] = []
    for file in (SEMEVAL, APPLE, *UNTOLD):
        more, true = posts.read(place.data / file, place.limit, labelled=file not in UNTOLD)
        texts, labels = texts + more, labels + true
    return vocabulary.encode(place.tokens, texts, PIECES), labels


def settle(threads: int) -> None:
    """Make torch a good neighbour; before it is imported, for it reads the environment then."""
    # Threads that spin while they wait starve each other on shared cores; nothing is ever fetched.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import torch

    torch.set_num_threads(threads)


def device() -> str:
    """A GPU where there is one."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"
