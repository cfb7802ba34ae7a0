"""The severity that is suggested: four inputs with their figures, a floor for grave words, and the higher in doubt."""

from __future__ import annotations

import json

import pytest
from helpers.making import item

from warroom.domain.crisis import guess
from warroom.domain.model import Platform, PostKey, Score
from warroom.domain.severity import Facts, Kind, Suggestion, level_of, suggest, to_json
from warroom.domain.shift import Poll
from warroom.domain.signs import Hint, Sign, hints
from warroom.domain.voices import Side

CALM = Facts(posts=40, usual=40.0, deviation=0.3, mood=Poll(0.1, 35, 40), negative_usual=0.1, reach=20_000,
             reach_usual=20_000.0)
BAD = Score(0.9, 0.05, 0.05)


def facts(**more: object) -> Facts:
    from dataclasses import replace

    return replace(CALM, **more)  # type: ignore[arg-type]


def points(suggestion: Suggestion) -> dict[Kind, int]:
    return {one.kind: one.points for one in suggestion.inputs}


def a_hint(sign: Sign, voices: int) -> Hint:
    return Hint(sign=sign, voices=voices, posts=voices, words=("sick",), examples=(PostKey("reddit:a"),))


@pytest.mark.parametrize(("sum_", "level"), [(0, 4), (2, 4), (3, 3), (5, 3), (6, 2), (8, 2), (9, 1), (12, 1)])
def test_the_sum_of_points_stands_for_a_level(sum_: int, level: int) -> None:
    assert level_of(sum_) == level


def test_an_ordinary_hour_is_sev4_without_any_point() -> None:
    suggestion = suggest(CALM)
    assert (suggestion.level, suggestion.points, suggestion.doubt) == (4, 0, "")
    assert [one.kind for one in suggestion.inputs] == list(Kind)


@pytest.mark.parametrize(("posts", "wanted"), [(40, 0), (70, 1), (85, 2), (110, 3), (4_000, 3)])
def test_velocity_counts_deviations_from_the_usual(posts: int, wanted: int) -> None:
    assert points(suggest(facts(posts=posts)))[Kind.VELOCITY] == wanted


def test_a_burst_of_ten_minutes_counts_before_the_hour_is_loud() -> None:
    velocity = suggest(facts(posts=60, recent=45, recent_usual=7.0)).inputs[0]
    assert (velocity.points, velocity.figures) == (3, "45 posts in 10 minutes, 6.4x the usual 7; 5.1 deviations")
    assert suggest(facts(posts=60, recent=9, recent_usual=0.5)).inputs[0].points < 3


def test_a_handful_of_posts_where_none_are_usual_is_no_velocity() -> None:
    assert points(suggest(facts(posts=6, usual=0.2)))[Kind.VELOCITY] == 0


@pytest.mark.parametrize(("share", "usual", "wanted"), [
    (0.29, 0.25, 0), (0.30, 0.25, 1), (0.45, 0.40, 2), (0.60, 0.55, 3), (0.25, 0.10, 1), (0.55, 0.10, 3),
])
def test_sentiment_counts_the_share_and_its_distance_from_the_usual(share: float, usual: float, wanted: int) -> None:
    suggestion = suggest(facts(mood=Poll(share, 200, 200), negative_usual=usual))
    assert points(suggestion)[Kind.SENTIMENT] == wanted


def test_a_share_of_a_few_voices_is_not_taken_at_its_word_and_said_to_be_uncertain() -> None:
    sentiment = suggest(facts(mood=Poll(0.67, 3, 3))).inputs[1]
    assert sentiment.points < 3
    assert sentiment.unsure


def test_a_spot_check_goes_before_what_the_model_counts() -> None:
    sentiment = suggest(facts(mood=Poll(0.2, 200, 200), checked=(0.58, 0.70))).inputs[1]
    assert sentiment.points == 3
    assert "64 % ±6 negative, checked" in sentiment.figures


def test_reach_counts_followers_against_the_usual_and_large_or_verified_critics() -> None:
    assert points(suggest(facts(reach=90_000)))[Kind.REACH] == 2
    assert points(suggest(facts(critic=150_000, critic_name="@ledger")))[Kind.REACH] == 2
    assert points(suggest(facts(verified=1)))[Kind.REACH] == 1
    assert points(suggest(facts(reach=9_000, reach_usual=100.0)))[Kind.REACH] == 0


def test_spread_goes_from_isolated_critics_to_a_campaign() -> None:
    def spread(**more: object) -> int:
        return points(suggest(facts(**more)))[Kind.SPREAD]

    assert spread(critics={Platform.REDDIT: 2}) == 0
    assert spread(critics={Platform.REDDIT: 5}) == 1
    assert spread(critics={Platform.REDDIT: 5, Platform.BLUESKY: 3}) == 2
    assert spread(press=("news.example/acme",), critics={Platform.REDDIT: 3}) == 2
    assert spread(hints={Sign.CAMPAIGN: a_hint(Sign.CAMPAIGN, 3)}) == 3
    assert spread(copied=0.5, copying=40) == 3


def test_grave_words_hold_it_at_sev2_and_say_which_they_are() -> None:
    suggestion = suggest(facts(hints={Sign.SAFETY: a_hint(Sign.SAFETY, 4)}))
    assert (suggestion.level, suggestion.points) == (2, 0)
    assert "safety: at least SEV2 (sick: 4 voices)" in suggestion.reasons
    assert suggestion.examples == ("reddit:a",)
    assert suggest(facts(hints={Sign.SAFETY: a_hint(Sign.SAFETY, 1)})).level == 4


def test_in_doubt_it_is_the_higher_and_that_is_said() -> None:
    almost = suggest(facts(posts=110, critics={Platform.REDDIT: 5, Platform.BLUESKY: 5}, usual=None))
    assert (almost.points, almost.level) == (2, 3)
    assert almost.doubt == "one point below SEV3, and velocity is uncertain: in doubt the higher"
    sure = suggest(facts(critics={Platform.REDDIT: 5, Platform.BLUESKY: 5}))
    assert (sure.points, sure.level) == (2, 4)


def test_a_room_without_any_post_is_sev4_for_want_of_facts() -> None:
    suggestion = suggest(Facts())
    assert suggestion.level == 4
    assert all(one.unsure for one in suggestion.inputs[:2])


def test_words_are_counted_by_voices_whoever_repeats_them() -> None:
    posts = [item(1, "my son got sick", author="a"), item(2, "SICK again", author="a"), item(3, "sick!!", author="b"),
             item(4, "Ich bin krank geworden", author="c"), item(5, "lovely", author="d")]
    found = hints(Side.of(posts))
    assert (found[Sign.SAFETY].voices, found[Sign.SAFETY].posts) == (3, 4)
    assert "sick" in found[Sign.SAFETY].words
    assert Sign.LEGAL not in found


@pytest.mark.parametrize(("texts", "kind", "cluster"), [
    (("this is fake", "a hoax, come on", "debunked already"), "rumour", "victim"),
    (("the app is down", "another outage", "crashes all day"), "technical failure", "accidental"),
    (("they knew and hid it", "the cover up is worse", "you lied to us"), "misdeed", "preventable"),
    (("食中毒になった、隠蔽だ", "隠蔽するな", "また隠蔽か"), "misdeed", "preventable"),
])
def test_the_kind_of_crisis_is_guessed_from_words_with_its_reasons(
    texts: tuple[str, ...], kind: str, cluster: str,
) -> None:
    found = guess(hints(Side.of(item(at, text, author=f"p{at}", score=BAD) for at, text in enumerate(texts, 1))))
    assert (found[0].kind, found[0].cluster, found[0].voices) == (kind, cluster, 3)
    assert len(found[0].examples) == 3
    assert found[0].reason.startswith("3 voices say ")


def test_three_of_a_thousand_are_no_reason_to_guess() -> None:
    found = hints(Side.of(item(at, text, author=f"p{at}") for at, text in enumerate(("a hoax", "fake", "made up"), 1)))
    assert [one.kind for one in guess(found, people=20)] == ["rumour"]
    assert guess(found, people=1_000) == ()


def test_two_people_are_no_reason_to_guess() -> None:
    assert guess(hints(Side.of([item(1, "a hoax", author="a"), item(2, "fake", author="b")]))) == ()


def test_the_log_keeps_all_that_was_suggested() -> None:
    said = json.loads(json.dumps(to_json(suggest(facts(hints={Sign.SAFETY: a_hint(Sign.SAFETY, 4)})))))
    assert said["level"] == 2
    assert [one["kind"] for one in said["inputs"]] == ["velocity", "sentiment", "reach", "spread"]
    assert said["floors"][0]["sign"] == "safety"
