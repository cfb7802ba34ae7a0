"""How the worker hands texts to its models, shown with models that only count."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from warroom.scoring.classifier import BATCH, Model
from warroom.scoring.labels import Columns
from warroom.scoring.worker import MOST_PIECES, NO_WORDS, Route, Verdict, batched, judge


def model(*languages: str, calls: list[list[str]] | None = None) -> Model:
    def forward(texts: Sequence[str]) -> list[list[float]]:
        if calls is not None:
            calls.append(list(texts))
        if "bad" in texts:
            raise RuntimeError("no such tensor")
        return [[float(len(text)), 0.0, 0.0] for text in texts]

    return Model(name="m", forward=forward, columns=Columns((0,), (1,), (2,)), languages=frozenset(languages),
                 lengths=lambda texts: [len(text) for text in texts])


def first_two(text: str) -> tuple[str, float]:
    """A detector that believes what a text begins with, "de …"."""
    return text[:2], 1.0


def said(texts: Sequence[str], models: Mapping[str, Model], *, any_language: bool = False, hands: int = 2,
         ) -> dict[int, Verdict]:
    route = Route(models, any_language=any_language, detect=first_two)
    with ThreadPoolExecutor(hands or 1) as pool:
        rows = [row for part in judge(texts, route, pool if hands else None) for row in part]
    assert len(rows) == len(texts)
    return dict(rows)


LONG = " words enough for anybody to be certain"


def test_every_text_gets_its_own_verdict_whatever_its_batch() -> None:
    texts = [f"{'7' * (number * 37 % 90)}{number}" for number in range(200)]
    assert said(texts, {"": model()}) == {at: (float(len(text)), 0.0, 0.0, 0) for at, text in enumerate(texts)}


def test_a_batch_holds_texts_of_one_length_and_is_never_too_big_to_be_quick() -> None:
    lengths = [number * 7 % 128 + 1 for number in range(500)]
    batches = list(batched(lengths, range(500)))
    assert sorted(row for batch in batches for row in batch) == list(range(500))
    for batch in batches:
        longest = max(lengths[row] for row in batch)
        assert len(batch) <= BATCH
        assert len(batch) == 1 or len(batch) * longest <= MOST_PIECES
    waste = sum(len(batch) * max(lengths[row] for row in batch) for batch in batches) / sum(lengths)
    assert waste < 1.1
    assert [len(batch) for batch in batched([10_000, 10_000], [0, 1])] == [1, 1]


def test_without_a_pool_texts_go_one_at_a_time_in_their_order() -> None:
    calls: list[list[str]] = []
    said(["three", "a", "four four"], {"": model(calls=calls)}, hands=0)
    assert calls == [["three"], ["a"], ["four four"]]


def test_a_text_that_raises_harms_no_other() -> None:
    assert said(["fine", "bad", "fine too"], {"": model()}) == {
        0: (4.0, 0.0, 0.0, 0), 1: "the model cannot read it (RuntimeError)", 2: (8.0, 0.0, 0.0, 0)}


def test_a_language_that_the_model_does_not_know_is_said_instead_of_a_colour() -> None:
    verdicts = said([f"es{LONG}", f"en{LONG}", "es", "@you"], {"": model("en")})
    assert verdicts[0] == "in Spanish, which the model does not know"
    assert isinstance(verdicts[1], tuple)
    assert isinstance(verdicts[2], tuple)
    assert verdicts[3] == NO_WORDS


def test_a_post_goes_to_the_model_of_its_language() -> None:
    verdicts = said([f"es{LONG}", f"en{LONG}", f"de{LONG}"], {"": model("en"), "es": model()})
    assert [verdict[-1] for verdict in (verdicts[0], verdicts[1])] == [1, 0]
    assert verdicts[2] == "in German, which the model does not know"


@pytest.mark.parametrize(("known", "any_language"), [((), False), (("en",), True)])
def test_a_model_that_is_to_take_all_or_does_not_say_what_it_knows_takes_all(
    known: tuple[str, ...], *, any_language: bool,
) -> None:
    verdicts = said([f"es{LONG}", f"de{LONG}"], {"": model(*known), "es": model()}, any_language=any_language)
    assert [verdicts[row][-1] for row in (0, 1)] == [1, 0]


def test_batches_go_beside_each_other() -> None:
    meeting = threading.Barrier(2, timeout=30)

    def meet(texts: Sequence[str]) -> list[list[float]]:
        meeting.wait()
        return [[1.0, 0.0, 0.0] for _ in texts]

    both = Model(name="m", forward=meet, columns=Columns((0,), (1,), (2,)))
    assert len(said([f"text {number}" for number in range(2 * BATCH)], {"": both})) == 2 * BATCH
