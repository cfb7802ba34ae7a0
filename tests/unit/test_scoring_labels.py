"""A classifier's own labels become three moods, and a mood that it does not know is not invented."""

from __future__ import annotations

import pytest

from warroom.domain.model import Score, Sentiment
from warroom.scoring.labels import columns_of


def test_labels_count_by_their_names_in_any_case() -> None:
    columns = columns_of(["POSITIVE", "Neutral", "negative"], {})
    assert columns.of([0.7, 0.2, 0.1]) == (0.1, 0.2, 0.7)
    assert columns.three


def test_several_labels_may_mean_the_same_mood() -> None:
    meant = {"1 star": "negative", "2 Stars": "negative", "3 stars": "neutral", "4 stars": "positive"}
    columns = columns_of(["1 star", "2 stars", "3 stars", "4 stars"], meant)
    assert columns.of([0.5, 0.25, 0.125, 0.125]) == (0.75, 0.125, 0.125)


def test_no_neutral_is_invented_for_a_model_of_two_classes() -> None:
    columns = columns_of(["NEGATIVE", "POSITIVE"], {})
    assert not columns.three
    for negative in (0.0, 0.3, 0.5, 0.501, 1.0):
        score = Score(*columns.of([negative, 1 - negative]))
        assert score.neutral == 0
        assert score.label is not Sentiment.NEUTRAL


@pytest.mark.parametrize("labels", [["joy", "anger"], ["negative", "neutral"], ["positive", "negative", "mixed"], []])
def test_labels_that_are_no_sentiments_are_told_with_what_to_set(labels: list[str]) -> None:
    with pytest.raises(ValueError, match=r"scoring\.labels must say"):
        columns_of(labels, {})


def test_the_map_beats_the_name() -> None:
    columns = columns_of(["positive", "negative"], {"POSITIVE": "negative", "negative": "positive"})
    assert columns.of([0.9, 0.1]) == (0.9, 0.0, 0.1)
