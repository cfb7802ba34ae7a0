"""The checked share is near the truth and its interval holds it, at any prevalence and with any number of labels."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.estimate import LEVELS, STRATUM, Drawn, Predictions, Share, estimate, exact, level

# A model that is wrong as ours is on a new topic: it says too few negatives, and knows about two thirds of the matter.
BAD, REST = (-0.2, 1.8), (-3.0, 1.5)
USELESS = ((0.0, 2.0), (0.0, 2.0))
PREVALENCES = (0.0, 0.002, 0.01, 0.03, 0.1, 0.3, 0.5, 0.8, 0.97, 0.99, 1.0)


def sigmoid(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def window(
    dice: random.Random, prevalence: float, *, posts: int = 500, model: Sequence[tuple[float, float]] = (BAD, REST),
) -> list[tuple[bool, float]]:
    """Posts in a random order: is it negative, and the probability that the model gives."""
    bad = round(prevalence * posts)
    made = [(at < bad, sigmoid(dice.gauss(*model[0 if at < bad else 1]))) for at in range(posts)]
    dice.shuffle(made)
    return made


def checked(posts: Sequence[tuple[bool, float]], labels: int) -> Share:
    said = Predictions.of(probability for _, probability in posts)
    share = estimate(said, [Drawn(bad, level(probability)) for bad, probability in posts[:labels]])
    assert share is not None
    return share


def truth(posts: Sequence[tuple[bool, float]]) -> float:
    return sum(bad for bad, _ in posts) / len(posts)


def test_fifty_labels_in_five_hundred_posts_are_off_by_three_points_and_a_half_at_most() -> None:
    dice = random.Random(1)
    counted, alone, powered, held = 0.0, 0.0, 0.0, 0
    for _ in range(1000):
        posts = window(dice, dice.random())
        share, true = checked(posts, 50), truth(posts)
        counted += abs(sum(probability > 0.5 for _, probability in posts) / 500 - true)
        alone += abs(sum(bad for bad, _ in posts[:50]) / 50 - true)
        powered += abs(share.share - true)
        held += share.low <= true <= share.high
    assert powered / 1000 <= 0.035
    assert powered < 0.8 * alone < 0.5 * counted
    assert held >= 930


@pytest.mark.parametrize("prevalence", PREVALENCES)
@pytest.mark.parametrize("model", [(BAD, REST), USELESS, (REST, BAD)], ids=["ours", "useless", "perverse"])
def test_the_interval_holds_the_truth_at_any_prevalence(
    prevalence: float, model: Sequence[tuple[float, float]],
) -> None:
    dice = random.Random(f"{prevalence} {model}")
    held = 0
    for _ in range(400):
        posts = window(dice, prevalence, model=model)
        share = checked(posts, 50)
        held += share.low <= truth(posts) <= share.high
    assert held >= 0.93 * 400


@pytest.mark.parametrize("labels", [1, 2, 5, 12, 30, 120])
def test_the_interval_holds_the_truth_with_few_labels_and_with_many(labels: int) -> None:
    dice = random.Random(labels)
    held, width = 0, 0.0
    for _ in range(400):
        posts = window(dice, dice.random(), posts=200)
        share = checked(posts, labels)
        held += share.low <= truth(posts) <= share.high
        width += share.high - share.low
    assert held >= 0.93 * 400
    assert width / 400 < 2.6 / math.sqrt(labels)


def test_labels_that_agree_leave_room_for_what_was_not_seen() -> None:
    share = checked([(False, 0.2)] * 500, 50)
    assert (share.low, share.labels, share.n) == (0.0, 50, 500)
    assert share.share <= 0.02
    assert 0.05 < share.high < 0.08
    one = checked([(True, 0.9)] * 500, 1)
    assert (one.high, one.low < 0.05) == (1.0, True)


def test_when_every_post_is_checked_the_share_is_known() -> None:
    posts = window(random.Random(3), 0.4, posts=60)
    share = checked(posts, 60)
    assert (share.low, share.share, share.high) == pytest.approx((0.4, 0.4, 0.4))


def test_without_a_label_about_us_there_is_no_share() -> None:
    assert estimate(Predictions.of([0.5] * 9), []) is None
    assert estimate(Predictions.of([0.5] * 9), [Drawn(None, level(0.5))] * 3) is None


def test_posts_that_are_not_about_us_are_outside_the_population() -> None:
    dice = random.Random(8)
    off, held = 0.0, 0
    for _ in range(400):
        about = window(dice, prevalence := dice.random(), posts=300)
        others = [(None, probability) for _, probability in window(dice, 0.1, posts=200)]
        posts = [*about, *others]
        dice.shuffle(posts)
        said = Predictions.of(probability for _, probability in posts)
        share = estimate(said, [Drawn(bad, level(probability)) for bad, probability in posts[:80]])
        assert share is not None
        assert share.labels == sum(bad is not None for bad, _ in posts[:80])
        off += share.share - truth(about)
        held += share.low <= truth(about) <= share.high
        assert abs(prevalence - truth(about)) < 0.01
    assert abs(off / 400) < 0.01
    assert held >= 0.93 * 400


def test_posts_that_the_model_did_not_score_are_estimated_by_the_labels_alone() -> None:
    dice = random.Random(4)
    off, held = 0.0, 0
    for _ in range(300):
        posts = window(dice, 0.3)
        said = Predictions.of(None for _ in posts)
        share = estimate(said, [Drawn(bad, None) for bad, _ in posts[:50]])
        assert share is not None
        off += share.share - 0.3
        held += share.low <= 0.3 <= share.high
    assert abs(off / 300) < 0.01
    assert held >= 0.93 * 300


def test_platforms_that_differ_are_looked_at_one_by_one_where_each_has_labels() -> None:
    dice = random.Random(5)
    narrower, held = 0.0, 0
    for _ in range(300):
        here = {"reddit": window(dice, 0.9, posts=250, model=USELESS),
                "bluesky": window(dice, 0.05, posts=250, model=USELESS)}
        drawn = [(name, *one) for name, posts in here.items() for one in posts]
        dice.shuffle(drawn)
        labels = [Drawn(bad, level(probability), name) for name, bad, probability in drawn[:80]]
        said = {name: Predictions.of(probability for _, probability in posts) for name, posts in here.items()}
        apart, together = estimate(said, labels), checked([(bad, odds) for _, bad, odds in drawn], 80)
        assert apart is not None
        narrower += (apart.high - apart.low) / (together.high - together.low)
        held += apart.low <= truth([one for posts in here.values() for one in posts]) <= apart.high
    assert narrower / 300 < 0.75
    assert held >= 0.93 * 300


def test_a_platform_with_too_few_labels_is_not_looked_at_by_itself() -> None:
    posts = window(random.Random(6), 0.5)
    labels = [Drawn(bad, level(odds), "reddit" if at < STRATUM - 1 else "bluesky")
              for at, (bad, odds) in enumerate(posts[:60])]
    said = {"reddit": Predictions.of(odds for _, odds in posts[: STRATUM - 1]),
            "bluesky": Predictions.of(odds for _, odds in posts[STRATUM - 1:])}
    assert estimate(said, labels) == checked(posts, 60)


@given(st.lists(st.tuples(st.none() | st.booleans(), st.none() | st.floats(0, 1), st.sampled_from("abc")), max_size=80),
       st.lists(st.tuples(st.none() | st.floats(0, 1), st.sampled_from("abc")), max_size=60))
def test_whatever_is_said_a_share_lies_in_its_interval(
    labels: list[tuple[bool | None, float | None, str]], others: list[tuple[float | None, str]],
) -> None:
    everything = [*((odds, name) for _, odds, name in labels), *others]
    said = {name: Predictions.of(odds for odds, one in everything if one == name) for name in "abc"}
    share = estimate(said, [Drawn(bad, None if odds is None else level(odds), name) for bad, odds, name in labels])
    relevant = [bad for bad, _, _ in labels if bad is not None]
    if share is None:
        assert not relevant
        return
    assert 0 <= share.low <= share.share <= share.high <= 1
    assert (share.labels, share.n) == (len(relevant), len(everything))
    assert share.margin <= 1


@given(st.integers(1, 60), st.integers(0, 400), st.data())
def test_the_exact_interval_leaves_out_only_what_is_unlikely(n: int, more: int, data: st.DataObject) -> None:
    posts, found = n + more, data.draw(st.integers(0, n))
    low, high = exact(found, n, posts)
    assert low <= found / n <= high or posts < 3 * n
    ways = math.comb(posts, n)
    for there in {max(0, round(low * posts) - 1), min(posts, round(high * posts) + 1)}:
        if not low * posts - 0.5 < there < high * posts + 0.5:
            chances = [math.comb(there, so) * math.comb(posts - there, n - so) / ways for so in range(n + 1)]
            assert min(sum(chances[: found + 1]), sum(chances[found:])) <= 0.025 + 1e-9


def test_levels_go_from_surely_not_to_surely() -> None:
    assert (level(0.0), level(0.5), level(1.0)) == (0, LEVELS // 2, LEVELS - 1)
    assert sorted(range(1001), key=lambda at: level(at / 1000)) == list(range(1001))
