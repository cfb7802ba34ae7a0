"""The detector: quiet where nothing happens, one red alarm a burst, amber for ramps, the same after a restart."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warroom.domain.detection import MEASURED, Detector, Finding
from warroom.domain.wire import Json

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
STEP = timedelta(minutes=5)
DAY = 288


def ordinary(days: float, *, seed: int = 1, level: float = 20.0) -> list[float]:
    """Counts of a brand on ordinary days: more by day than by night, some noise."""
    dice = random.Random(seed)
    return [max(0.0, round(dice.gauss(mean := level * (1.2 - math.cos(2 * math.pi * bin_ / DAY)), math.sqrt(mean))))
            for bin_ in range(int(days * DAY))]


def judged(values: Iterable[float], detector: Detector | None = None, begin: datetime = BEGIN) -> list[Finding]:
    detector = detector or Detector(STEP.total_seconds())
    return [detector.push(begin + number * STEP, value) for number, value in enumerate(values)]


def reds(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.red]


def ambers(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.amber]


@pytest.mark.parametrize("seed", range(5))
def test_ordinary_days_raise_no_alarm(seed: int) -> None:
    findings = judged(ordinary(10, seed=seed))
    assert not reds(findings)
    assert len(ambers(findings)) <= 1


@pytest.mark.parametrize("value", [0, 1, 10_000])
def test_a_constant_series_raises_no_alarm_and_is_its_own_usual(value: float) -> None:
    findings = judged([value] * (3 * DAY))
    assert not reds(findings)
    assert not ambers(findings)
    assert findings[-1].usual == pytest.approx(value, abs=1e-6)


def test_a_burst_raises_one_red_alarm_however_long_it_lasts() -> None:
    values = ordinary(10)
    values[5 * DAY : 5 * DAY + 72] = [value * 8 + 50 for value in values[5 * DAY : 5 * DAY + 72]]
    alarms = reds(judged(values))
    assert len(alarms) == 1
    assert BEGIN + 5 * DAY * STEP <= alarms[0].at <= BEGIN + 5 * DAY * STEP + timedelta(minutes=15)
    assert alarms[0].score > MEASURED.red


def test_a_burst_that_doubles_raises_the_alarm_again() -> None:
    values = ordinary(10)
    for at in range(5 * DAY, 5 * DAY + 72):
        values[at] = values[at] * 8 + 50
    for at in range(5 * DAY + 36, 5 * DAY + 72):
        values[at] *= 4
    alarms = reds(judged(values))
    assert len(alarms) == 2
    assert alarms[1].ratio > 2 * alarms[0].ratio


def test_a_slow_ramp_to_five_times_the_usual_is_amber_or_red_within_two_hours() -> None:
    values = ordinary(8)
    begin = 6 * DAY + 120
    for number in range(24):
        values[begin + number] *= 1 + 4 * min(1, (number + 1) / 12)
    findings = judged(values)[begin : begin + 24]
    assert reds(findings) or ambers(findings)


def test_a_term_that_starts_from_nothing_raises_few_alarms_and_then_becomes_normal() -> None:
    findings = judged([0.0] * (4 * DAY) + ordinary(6))
    assert 1 <= len(reds(findings)) <= 3
    assert not reds(findings[-3 * DAY :])


def test_a_flood_does_not_become_normal_within_itself() -> None:
    values = ordinary(6)
    quiet = judged(values)[-1].usual
    flooded = judged([*values[:-36], *[100_000.0] * 36])[-1].usual
    assert quiet is not None
    assert flooded is not None
    assert flooded < 4 * quiet


def test_the_first_day_only_learns() -> None:
    values = ordinary(1)
    values[100:110] = [5_000.0] * 10
    findings = judged(values)
    assert not reds(findings)
    assert not ambers(findings)


def test_a_gap_is_not_calm_and_not_a_spike() -> None:
    detector = Detector(STEP.total_seconds())
    judged(ordinary(5), detector)
    resumed = BEGIN + timedelta(days=6)
    usual = detector.normal.usual(resumed)
    after_gap = judged(ordinary(2, seed=9), detector, resumed)
    assert after_gap[0].usual == usual
    assert not reds(after_gap)


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf, 1e300])
def test_what_is_no_count_is_refused_and_teaches_nothing(value: float) -> None:
    detector = Detector(300.0)
    judged(ordinary(1), detector)
    before = detector.state()
    with pytest.raises(ValueError, match="no count"):
        detector.push(BEGIN + timedelta(days=2), value)
    assert detector.state() == before


def test_a_bin_out_of_order_or_twice_is_refused_and_teaches_nothing() -> None:
    detector = Detector(300.0)
    judged(ordinary(1), detector)
    before = detector.state()
    for late in (BEGIN, BEGIN + (DAY - 1) * STEP):
        with pytest.raises(ValueError, match="not after"):
            detector.push(late, 5)
    assert detector.state() == before


def test_one_bin_whose_clock_was_years_ahead_does_not_make_the_series_deaf() -> None:
    values = ordinary(4)
    values[3 * DAY : 3 * DAY + 12] = [value * 10 for value in values[3 * DAY : 3 * DAY + 12]]
    detector = Detector(300.0)
    judged(values[: 2 * DAY], detector)
    detector.push(BEGIN + timedelta(days=2000), 20)
    detector = Detector.of(json.loads(json.dumps(detector.state())))
    with pytest.raises(ValueError, match="not after"):
        detector.push(BEGIN + (2 * DAY - 1) * STEP, 20)
    assert len(reds(judged(values[2 * DAY :], detector, BEGIN + 2 * DAY * STEP))) == 1


def test_a_gap_of_weeks_is_no_mistake_of_the_clock_once_the_next_bin_agrees() -> None:
    detector = Detector(7.0 * 86_400)
    for week in (0, 1, 30, 31):
        detector.push(BEGIN + timedelta(weeks=week), 5)
    with pytest.raises(ValueError, match="not after"):
        detector.push(BEGIN + timedelta(weeks=2), 5)


def test_the_state_does_not_grow() -> None:
    detector = Detector(300.0)
    judged(ordinary(20), detector)
    early = len(json.dumps(detector.state()))
    judged(ordinary(20, seed=2), detector, BEGIN + timedelta(days=20))
    assert len(json.dumps(detector.state())) < early * 1.2


@settings(max_examples=15, deadline=None)
@given(cut=st.integers(1, 4 * DAY - 1), seed=st.integers(0, 5))
def test_a_restart_changes_nothing(cut: int, seed: int) -> None:
    values = ordinary(4, seed=seed)
    values[3 * DAY : 3 * DAY + 20] = [400.0] * 20
    whole = judged(values)
    first = Detector(300.0)
    before = judged(values[:cut], first)
    second = Detector.of(json.loads(json.dumps(first.state())))
    assert before + judged(values[cut:], second, BEGIN + cut * STEP) == whole


def spoiled() -> Iterator[dict[str, Json]]:
    good = Detector(300.0)
    judged(ordinary(0.1), good)
    state = good.state()
    for name in state:
        yield {**state, name: "?"}
    for name in ("normal", "last", "ramp", "late"):
        yield {key: value for key, value in state.items() if key != name}


@pytest.mark.parametrize("state", list(spoiled()))
def test_a_state_that_is_none_is_refused(state: dict[str, Json]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Detector.of(state)


def test_an_alarm_says_what_was_counted() -> None:
    values = ordinary(10)
    values[5 * DAY : 5 * DAY + 12] = [value * 8 + 50 for value in values[5 * DAY : 5 * DAY + 12]]
    said = reds(judged(values))[0].sentence()
    assert said.startswith("red: ")
    assert "x the usual for Saturday 00:" in said
    assert "of the" in said
