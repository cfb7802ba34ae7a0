"""The summary of scored lines: what the model counts, and what labels make of it; labels that are wrong are named."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

from warroom.domain.model import Sentiment
from warroom.scoring.summary import Labels, Summary


def a_line(name: str | int, mood: Sentiment | None, sure: float = 0.8) -> str:
    shares = {one: sure if one is mood else (1 - sure) / 2 for one in Sentiment}
    said = {str(one): shares[one] if mood else None for one in Sentiment}
    return json.dumps({"id": name, "label": mood, **said, "valence": 0.0})


def read(*lines: object) -> tuple[Labels, list[str]]:
    said: list[str] = []
    return Labels([line if isinstance(line, str) else json.dumps(line) for line in lines], said.append), said


def summary(lines: Sequence[str], labels: Labels | None = None) -> Summary:
    made = Summary(labels)
    for line in lines:
        made.take(line)
    return made


def test_without_labels_the_model_counts_and_nothing_is_checked() -> None:
    made = summary([a_line(1, Sentiment.NEGATIVE), a_line(2, Sentiment.POSITIVE), a_line(3, None),
                    a_line(4, Sentiment.NEGATIVE)])
    assert made.result() == {
        "n": 3, "model": {"negative": 0.66667, "neutral": 0.0, "positive": 0.33333}, "checked": None}
    assert summary([]).result() == {
        "n": 0, "model": {"negative": None, "neutral": None, "positive": None}, "checked": None}


def test_labels_move_the_share_to_where_the_model_was_wrong() -> None:
    dice = random.Random(1)
    true = [Sentiment.NEGATIVE if dice.random() < 0.6 else Sentiment.NEUTRAL for _ in range(500)]
    seen = [mood if mood is Sentiment.NEUTRAL or dice.random() < 0.6 else Sentiment.NEUTRAL for mood in true]
    labels, said = read(*({"id": at, "label": str(true[at])} for at in dice.sample(range(500), 50)))
    told = summary([a_line(at, mood) for at, mood in enumerate(seen)], labels).result()
    assert said == []
    assert told["model"]["negative"] < 0.42
    shares = told["checked"]
    assert shares["negative"]["low"] <= true.count(Sentiment.NEGATIVE) / 500 <= shares["negative"]["high"]
    assert abs(shares["negative"]["share"] - true.count(Sentiment.NEGATIVE) / 500) < 0.06
    assert shares["labels"] == 50
    assert shares["positive"]["low"] == 0
    assert set(shares) == {"negative", "neutral", "positive", "labels"}
    assert all(set(shares[mood]) == {"share", "low", "high"} for mood in Sentiment)


def test_posts_that_are_not_about_us_are_no_labels_of_the_share() -> None:
    labels, _ = read({"id": 1, "label": "negative"}, {"id": 2, "label": "irrelevant"})
    told = summary([a_line(at, Sentiment.NEGATIVE) for at in range(9)], labels).result()
    assert told["checked"]["labels"] == 1


def test_a_label_that_cannot_be_used_is_named_by_its_line_and_the_others_count() -> None:
    labels, said = read({"id": 1, "label": "negative"}, "", "nonsense", {"id": 2, "label": "angry\x1b[2J"}, {"id": 3},
                        [1], {"id": True, "label": "neutral"}, {"id": 1, "label": "positive"},
                        {"id": "1", "label": "negative"}, "\ufeff" + json.dumps({"id": 9, "label": "neutral"}),
                        '{"id": 1, "label": ' + "[" * 100_000, {"id": 4, "label": None})
    assert labels.bad == 8
    assert [line.split(":")[0] for line in said] == [f"labels, line {at}" for at in (3, 4, 5, 6, 7, 8, 11, 12)]
    assert not any("\x1b" in line for line in said)
    assert list(labels.by_id) == ["1", "9"]


def test_a_label_of_a_post_that_is_not_there_is_told() -> None:
    labels, _ = read({"id": "gone", "label": "negative"}, {"id": 1, "label": "negative"})
    assert summary([a_line(1, Sentiment.NEGATIVE)], labels).unknown() == [(1, "gone")]
