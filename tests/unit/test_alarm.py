"""An alarm: its sentence says what was counted and nothing more, and it comes back from the log as it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from warroom.domain.alarm import EVERYWHERE, Alarm, Scope, Tier, from_json, to_json
from warroom.domain.model import Platform, PostKey
from warroom.domain.why import Copies, Why

MONDAY = datetime(2026, 3, 9, 16, 0, tzinfo=UTC)


def an_alarm(**more: object) -> Alarm:
    fields: dict[str, object] = {
        "id": "alarm-1", "tier": Tier.RED, "at": MONDAY, "count": 412, "usual": 65.4, "ratio": 6.3, "louder": 33,
        "worst": 33, "negative": 0.58, "negative_usual": 0.21, "authors": 300,
    }
    return Alarm(**(fields | more))  # type: ignore[arg-type]


def test_the_sentence_says_how_loud_against_which_hours_in_what_mood_and_what_of_it_are_copies() -> None:
    copies = Copies(share=0.5, posts=206, authors=190, first=PostKey("reddit:t3_1"), author="mara",
                    text="Sick on Sunday")

    sentence = an_alarm(why=Why(copies=copies)).sentence

    assert sentence == (
        "6.3x the usual for Monday 16:00 UTC, louder than 33 of 33 of the last two weeks' worst hours; "
        "58 % negative against 21 %; half of it copies of mara: “Sick on Sunday”.")


def test_two_weeks_are_not_spoken_of_before_they_are_known() -> None:
    assert "louder than 4 of 5 of the worst hours known" in an_alarm(louder=4, worst=5).sentence


def test_a_shorter_window_than_an_hour_is_named() -> None:
    sentence = an_alarm(window=timedelta(minutes=10)).sentence

    assert sentence.startswith("6.3x the usual for Monday 16:00 UTC in the last 10 minutes, louder than")


def test_a_platform_that_is_missing_from_the_count_is_named() -> None:
    sentence = an_alarm(down=frozenset({Platform.REDDIT})).sentence

    assert sentence.endswith("; without reddit, whose feed is down.")


def test_the_scope_begins_the_sentence_unless_it_is_everything() -> None:
    assert an_alarm(scope=Scope(Platform.REDDIT, "refund")).sentence.startswith("“refund” on reddit: 6.3x")
    assert an_alarm().sentence.startswith("6.3x")


def test_a_slow_ramp_and_a_turn_of_mood_are_told_as_such() -> None:
    assert an_alarm(tier=Tier.AMBER).sentence.startswith("rising for a while, now 6.3x")
    assert an_alarm(tier=Tier.SHIFT, ratio=1.1).sentence.startswith("the mood turned, at 1.1x")


@pytest.mark.parametrize("alarm", [
    an_alarm(), an_alarm(scope=Scope(Platform.MASTODON, "a/b"), negative=None, negative_usual=None),
    an_alarm(down=frozenset(Platform), posts=(PostKey("reddit:t3_1"),)),
])
def test_an_alarm_comes_back_from_the_log_as_it_was(alarm: Alarm) -> None:
    assert from_json(to_json(alarm)) == alarm


@pytest.mark.parametrize("wrong", [None, [], {}, {"id": 1}, {**to_json(an_alarm()), "tier": "pink"},
                                   {**to_json(an_alarm()), "at": "noon"}, {**to_json(an_alarm()), "count": "many"}])
def test_what_is_no_alarm_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_json(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("scope", [EVERYWHERE, Scope(Platform.REDDIT), Scope(None, "a/b"),
                                   Scope(Platform.BLUESKY, "#x")])
def test_a_scope_comes_back_from_its_name(scope: Scope) -> None:
    assert Scope.named(scope.name) == scope
