"""The turn of mood speaks when many different people turn, and not for noise, one loud author or a flood of copies."""

from __future__ import annotations

import json
import math
import random
from datetime import timedelta

import pytest
from helpers.making import START, item
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.model import Label, Score
from warroom.domain.shift import Opinion, Shift, poll, poll_of
from warroom.domain.triage import Triage

HOUR = timedelta(hours=1)


def crowd(negative: int, others: int, *, name: str = "p") -> list[Opinion]:
    """So many people, each with a text of their own."""
    return [Opinion(f"{name}{at}", f"{name} text {at}", at < negative) for at in range(negative + others)]


def learned(share: float = 0.2, windows: int = 24, people: int = 50) -> Shift:
    shift = Shift()
    bad = round(share * people)
    for at in range(windows):
        shift.learn(poll(crowd(bad, people - bad)), START + at * HOUR)
    return shift


NOW = START + 24 * HOUR


def test_a_crowd_that_turns_is_an_alarm_with_its_interval_and_the_usual() -> None:
    turn = learned().judge(poll(crowd(30, 20)), NOW)
    assert turn is not None
    assert turn.alarm
    assert turn.usual == pytest.approx(0.2)
    assert turn.share == pytest.approx(0.6)
    assert turn.usual < turn.low < turn.share < turn.high


def test_the_usual_share_is_no_alarm_and_chance_hardly_ever_is() -> None:
    dice, shift, alarms = random.Random(7), Shift(), 0
    for hour in range(24 * 60):
        people = dice.randrange(10, 90)
        window = poll(crowd(bad := sum(dice.random() < 0.25 for _ in range(people)), people - bad))
        turn = shift.judge(window, START + hour * HOUR)
        alarms += turn is not None and turn.alarm
        shift.learn(window, START + hour * HOUR)
    assert alarms <= 3  # of 1,440 hours


def test_one_loud_author_is_one_voice() -> None:
    loud = [Opinion("loud", f"rant {at}", True) for at in range(500)]
    window = poll(loud + crowd(8, 32))
    assert window.voices == pytest.approx(41)
    turn = learned().judge(window, NOW)
    assert turn is not None
    assert not turn.turned


def test_a_flood_of_bots_with_one_text_is_little_more_than_one_voice() -> None:
    bots = [Opinion(f"bot{at}", "they poison you", True) for at in range(2_000)]
    window = poll(bots + crowd(10, 40))
    assert window.voices < 60
    turn = learned().judge(window, NOW)
    assert turn is not None
    assert not turn.turned


def test_too_few_voices_and_too_few_scores_are_not_judged() -> None:
    assert learned().judge(poll(crowd(10, 0)), NOW) is None
    assert learned().judge(poll(crowd(30, 0), unscored=100), NOW) is None


def test_unscored_posts_teach_nothing() -> None:
    shift, same = learned(), learned()
    shift.learn(poll([], unscored=5_000), NOW)
    shift.learn(poll(crowd(40, 0), unscored=1_000), NOW)
    assert shift.to_json() == same.to_json()


def test_nothing_is_said_before_enough_was_learned() -> None:
    turn = Shift().judge(poll(crowd(40, 0)), START)
    assert turn is not None
    assert (turn.usual, turn.alarm) == (None, False)


def test_one_crisis_is_one_alarm_until_the_odds_double_again() -> None:
    shift = learned()
    alarms = [turn.share for hour, bad in enumerate((30, 31, 30, 32, 45, 46))
              if (turn := shift.judge(poll(crowd(bad, 50 - bad)), NOW + hour * HOUR)) and turn.alarm]
    assert alarms == [0.6, 0.9]


def test_a_crisis_does_not_become_normal_within_itself() -> None:
    shift = learned()
    for hour in range(24):
        shift.learn(poll(crowd(45, 5)), NOW + hour * HOUR)
    turn = shift.judge(poll(crowd(45, 5)), NOW + timedelta(days=2))
    assert turn is not None
    assert turn.turned


def test_the_margin_of_a_spot_check_widens_the_interval() -> None:
    plain = learned().judge(poll(crowd(24, 26)), NOW)
    wide = learned().judge(poll(crowd(24, 26)), NOW, error=0.3)
    assert plain is not None
    assert wide is not None
    assert (plain.turned, wide.turned) == (True, False)
    assert wide.low == pytest.approx(0.18)


def test_after_a_restart_it_goes_on_exactly_and_a_clock_that_jumps_back_breaks_nothing() -> None:
    shift = learned()
    shift.judge(poll(crowd(30, 20)), NOW)
    again = Shift.from_json(json.loads(json.dumps(shift.to_json())))
    for one in (shift, again):
        one.learn(poll(crowd(9, 41)), NOW - timedelta(days=300))
        one.learn(poll(crowd(11, 39)), NOW + HOUR)
    assert shift.to_json() == again.to_json()
    assert again.judge(poll(crowd(30, 20)), NOW + HOUR) == shift.judge(poll(crowd(30, 20)), NOW + HOUR)


@pytest.mark.parametrize("raw", [None, [], {}, {"weight": "much"}, {**Shift().to_json(), "learned": "yesterday"},
                                 {**Shift().to_json(), "mean": -1}, {**Shift().to_json(), "alarm": 3}])
def test_a_state_that_is_none_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match=r"shift|number|time|Invalid"):
        Shift.from_json(json.loads(json.dumps(raw)))


def test_of_posts_that_are_known_a_persons_label_counts_first_and_what_is_not_about_us_not_at_all() -> None:
    bad, good = Score(0.9, 0.05, 0.05), Score(0.05, 0.05, 0.9)
    posts = [
        item(1, "refund!", author="a", score=bad), item(2, "REFUND https://x.example", author="b", score=bad),
        item(3, "lovely", author="c", score=good), item(4, "sarcasm", author="d", score=good, triage=Triage(
            label=Label.NEGATIVE)), item(5, "football", author="e", score=bad, triage=Triage(label=Label.IRRELEVANT)),
        item(6, "no score yet", author="f"),
    ]
    window = poll_of(posts)
    copies = 1 + math.log(2)
    assert (window.posts, window.unscored, window.voices) == (4, 1, pytest.approx(copies + 2))
    assert window.share == pytest.approx((copies + 1) / (copies + 2))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.booleans()), max_size=40))
def test_a_poll_is_a_share_of_no_more_voices_than_authors(said: list[tuple[int, int, bool]]) -> None:
    window = poll(Opinion(str(author), text, negative) for author, text, negative in said)
    assert 0 <= window.share <= 1
    assert window.voices <= len({author for author, _, _ in said}) + 1e-9
    again = poll(Opinion(str(author), text, negative) for author, text, negative in reversed(said))
    assert (again.share, again.voices) == (pytest.approx(window.share), pytest.approx(window.voices))
