"""The sentry: one alarm for one incident over all scopes; a feed that is down is no calm; the same after a restart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import chain

import pytest
from helpers.ear import BEGIN, PLATFORMS, an_item, fresh, judged, quiet_past, stream
from hypothesis import given, settings
from hypothesis import strategies as st

from warroom.domain.alarm import EVERYWHERE, Scope, Tier
from warroom.domain.model import Platform, Score
from warroom.domain.past import live_through
from warroom.domain.sentry import Cry, Rules, Sentry
from warroom.domain.tally import STEP, Sealed, Tally
from warroom.domain.terms import Terms
from warroom.domain.wire import Json

TERMS = Terms(brand=("acme",))
REDDIT = Platform.REDDIT


@cache
def _taught() -> Sentry:
    sentry = Sentry(TERMS.every, PLATFORMS)
    for _ in live_through(quiet_past(), sentry):
        pass
    return sentry


def taught() -> Sentry:
    """A sentry that knows three ordinary days."""
    return fresh(_taught())


def told() -> Tally:
    tally = Tally(TERMS, told=True)
    tally.begin(BEGIN.timestamp())
    return tally


def sealed(
    bins: int, count: int, *, since: datetime = BEGIN, platforms: Sequence[Platform] = PLATFORMS,
) -> list[Sealed]:
    """Bins of ``count`` posts on each of the platforms."""
    counts = {EVERYWHERE: count * len(platforms), Scope(None, "acme"): count * len(platforms)}
    for platform in platforms:
        counts |= {Scope(platform): count, Scope(platform, "acme"): count}
    return [Sealed(since.timestamp() + number * STEP, counts) for number in range(bins)]


def test_ordinary_hours_raise_nothing() -> None:
    assert judged(told(), taught(), stream(360, 5.6)) == []


def test_a_burst_raises_one_red_alarm_over_all_scopes_however_long_it_lasts() -> None:
    items = [*stream(60, 5.6), *stream(600, 40, seed=2, begin=BEGIN + timedelta(hours=1), first=10_000)]
    cries = judged(told(), taught(), items)
    assert [(cry.tier, cry.scope) for cry in cries] == [(Tier.RED, EVERYWHERE)]
    assert BEGIN + timedelta(minutes=60) < cries[0].at <= BEGIN + timedelta(minutes=75)
    assert cries[0].ratio > 2
    assert cries[0].louder == cries[0].worst > 0


def test_an_alarm_comes_again_when_it_doubles_after_the_first_hour_and_not_before() -> None:
    steps = [(60, 5.6), (40, 40), (180, 60), (120, 240)]
    items, begin, first = [], BEGIN, 1
    for number, (minutes, rate) in enumerate(steps):
        items += stream(minutes, rate, seed=number, begin=begin, first=first)
        begin, first = begin + timedelta(minutes=minutes), first + 100_000
    cries = judged(told(), taught(), items)
    assert len(cries) == 2
    assert cries[1].at > BEGIN + timedelta(minutes=280)


def test_a_burst_on_one_platform_alone_names_it() -> None:
    calm = {platform: list(stream(120, 1.87, seed=number, first=number * 100_000, platforms=[platform]))
            for number, platform in enumerate(PLATFORMS)}
    # Thirteen posts a minute more in one place of three: there it is eight times the usual.
    burst = stream(60, 13, begin=BEGIN + timedelta(hours=1), first=900_000, platforms=[REDDIT])
    items = sorted(chain(*calm.values(), burst), key=lambda item: item.post.created_at)
    cries = judged(told(), taught(), items)
    assert len(cries) == 1
    assert cries[0].scope in {Scope(REDDIT), EVERYWHERE}


def test_terms_of_rivals_have_a_baseline_and_raise_no_alarm() -> None:
    sentry = Sentry(("acme", "globex"), PLATFORMS, rivals=("globex",))
    sentry.resume(taught().state() | {"terms": ["acme", "globex"]},
                  {scope: series.state() for scope, series in taught().series.items() if not scope.term})
    counts = {EVERYWHERE: 30, Scope(None, "globex"): 30, Scope(REDDIT): 30, Scope(REDDIT, "globex"): 30}
    for number in range(288 * 2):
        few = counts if number > 400 else {EVERYWHERE: 28, Scope(REDDIT): 28}
        cry = sentry.judge(Sealed(BEGIN.timestamp() + number * STEP, few))
        assert cry is None or cry.scope.term != "globex"
    usual = sentry.series[Scope(None, "globex")].usual(BEGIN)
    assert usual is not None


def test_a_feed_that_is_down_teaches_nothing_and_its_return_is_no_alarm() -> None:
    sentry = taught()
    before = sentry.series[Scope(REDDIT)].usual(BEGIN)
    quiet = sealed(36, 9, platforms=[Platform.MASTODON, Platform.BLUESKY])
    assert [cry for each in quiet if (cry := sentry.judge(each, down=frozenset({REDDIT})))] == []
    assert sentry.series[Scope(REDDIT)].usual(BEGIN) == before
    assert all(heard.count is None for heard in list(sentry.series[Scope(REDDIT)].recent)[-36:])
    back = sealed(36, 9, since=BEGIN + timedelta(hours=3))
    assert [cry for each in back if (cry := sentry.judge(each))] == []
    everything = sentry.series[EVERYWHERE].usual(BEGIN)
    assert everything is not None
    assert everything.volume == pytest.approx(330, rel=0.25)


def test_an_alarm_is_raised_also_while_a_feed_is_down_and_says_so() -> None:
    sentry = taught()
    two = [Platform.MASTODON, Platform.BLUESKY]
    heard = [*sealed(12, 9, platforms=two), *sealed(6, 90, since=BEGIN + timedelta(hours=1), platforms=two)]
    cries = [cry for each in heard if (cry := sentry.judge(each, down=frozenset({REDDIT})))]
    assert [cry.down for cry in cries] == [frozenset({REDDIT})]


def test_silence_of_a_feed_that_says_it_is_well_is_not_believed() -> None:
    sentry = taught()
    before = sentry.series[Scope(REDDIT)].usual(BEGIN)
    assert before is not None
    for each in sealed(36, 9, platforms=[Platform.MASTODON, Platform.BLUESKY]):
        sentry.judge(each)
    after = sentry.series[Scope(REDDIT)].usual(BEGIN)
    assert after is not None
    assert sentry.down == {REDDIT}
    assert after.volume == pytest.approx(before.volume, rel=0.06)  # the first two bins are believed


def test_all_feeds_down_is_a_gap() -> None:
    sentry = taught()
    before = sentry.series[EVERYWHERE].usual(BEGIN)
    for each in sealed(288, 0):
        assert sentry.judge(each, down=frozenset(Platform)) is None
    assert sentry.series[EVERYWHERE].usual(BEGIN) == before


def test_a_crisis_does_not_become_normal_while_it_is_handled() -> None:
    sentry, other = taught(), taught()
    before = sentry.series[EVERYWHERE].usual(BEGIN)
    for each in sealed(3 * 288, 90):
        sentry.judge(each, calm=False)
        other.judge(each)
    after, alone = sentry.series[EVERYWHERE].usual(BEGIN), other.series[EVERYWHERE].usual(BEGIN)
    assert before is not None
    assert after is not None
    assert alone is not None
    assert after.volume == pytest.approx(before.volume, rel=0.1)
    assert alone.volume == pytest.approx(before.volume, rel=0.1)  # for three days after an alarm it is the same


@pytest.mark.parametrize("count", [0, 1, 10_000])
def test_a_constant_series_from_nothing_raises_nothing(count: int) -> None:
    sentry = Sentry(TERMS.every, PLATFORMS)
    assert [cry for each in sealed(4 * 288, count) if (cry := sentry.judge(each))] == []


def test_a_term_that_starts_from_nothing_raises_one_alarm_and_no_storm() -> None:
    sentry = Sentry(TERMS.every, PLATFORMS)
    series = [*sealed(3 * 288, 0), *sealed(288, 50, since=BEGIN + timedelta(days=3))]
    assert len([cry for each in series if (cry := sentry.judge(each))]) == 1


def test_a_flood_by_bots_is_one_alarm_a_day() -> None:
    sentry = taught()
    series = [*sealed(12, 9), *sealed(2 * 288, 5_000, since=BEGIN + timedelta(hours=1))]
    assert len([cry for each in series if (cry := sentry.judge(each))]) == 2


def test_fewer_posts_than_the_minimum_are_no_alarm() -> None:
    sentry = Sentry(TERMS.every, PLATFORMS, rules=Rules(minimum=100))
    series = [*sealed(3 * 288, 0), *sealed(6, 5, since=BEGIN + timedelta(days=3))]
    assert [cry for each in series if (cry := sentry.judge(each))] == []


def test_the_mood_alone_can_turn_and_copies_of_one_loud_author_do_not_turn_it() -> None:
    bad, good = Score(0.9, 0.05, 0.05), Score(0.05, 0.05, 0.9)

    def hours(whose: str, share: float, error: float = 0.0) -> list[Cry]:
        sentry, tally, cries = taught(), told(), []
        for number, item in enumerate(stream(600, 5.6)):
            late = item.post.created_at > BEGIN + timedelta(hours=8)
            negative = number % 10 < (10 * share if late else 2)
            author = whose if late and negative else ""
            tally.add(an_item(number, item.post.created_at, platform=item.post.platform, author=author,
                              text=f"acme {number}", score=bad if negative else good), item.received_at.timestamp())
            for each in tally.take():
                cry = sentry.judge(each)
                cry = sentry.feel(tally, each.began + STEP, error=error) or cry
                cries += [cry] if cry else []
        return cries

    turned = hours("", 0.7)
    assert [cry.tier for cry in turned] == [Tier.SHIFT]
    assert BEGIN + timedelta(hours=8) < turned[0].at <= BEGIN + timedelta(hours=8, minutes=30)
    assert turned[0].negative is not None
    assert turned[0].negative > 0.3
    assert turned[0].negative_usual == pytest.approx(0.2, abs=0.06)
    assert hours("loud", 0.7) == []
    assert hours("", 0.7, error=0.6) == []  # a spot check that says how little the model's count is worth


def test_without_scores_the_mood_says_nothing() -> None:
    sentry, tally = taught(), told()
    for item in stream(300, 5.6):
        tally.add(item, item.post.created_at.timestamp())
        for each in tally.take():
            assert sentry.feel(tally, each.began + STEP) is None


def restarted(sentry: Sentry, tally: Tally) -> tuple[Sentry, Tally]:
    """Both as they come back from the store."""
    states = {scope.name: json.dumps(series.state()) for scope, series in sentry.series.items()}
    again, counted = Sentry(TERMS.every, PLATFORMS), Tally(TERMS, told=True)
    again.resume(json.loads(json.dumps(sentry.state())),
                 {Scope.named(name): json.loads(state) for name, state in states.items()})
    counted.resume(json.loads(json.dumps(tally.state())))
    return again, counted


@settings(max_examples=8, deadline=None)
@given(cut=st.integers(0, 5_000), seed=st.integers(0, 5))
def test_a_restart_in_the_middle_of_an_alarm_changes_nothing(cut: int, seed: int) -> None:
    items = [*stream(60, 5.6, seed=seed),
             *stream(90, 50, seed=seed + 9, begin=BEGIN + timedelta(hours=1), first=10_000)]
    sentry, tally = taught(), told()
    whole = judged(tally, sentry, items)
    first, counted = taught(), told()
    cries = judged(counted, first, items[:cut])
    second, counted = restarted(first, counted)
    cries += judged(counted, second, items[cut:])
    assert cries == whole
    assert len(whole) == 1
    assert second.state() == sentry.state()
    assert {scope: series.state() for scope, series in second.series.items()} == {
        scope: series.state() for scope, series in sentry.series.items()}


def test_other_terms_begin_anew_and_those_that_stay_go_on() -> None:
    old = taught()
    new = Sentry(("acme", "refund"), PLATFORMS)
    new.resume(old.state(), {scope: series.state() for scope, series in old.series.items()})
    assert new.series[Scope(None, "acme")].usual(BEGIN) == old.series[Scope(None, "acme")].usual(BEGIN)
    assert new.series[EVERYWHERE].usual(BEGIN) is None
    assert new.series[Scope(None, "refund")].usual(BEGIN) is None


@pytest.mark.parametrize("wrong", [{}, {"silent": 1, "levels": {}}, {"silent": {}, "levels": []}])
def test_what_is_no_state_is_refused(wrong: dict[str, Json]) -> None:
    with pytest.raises(ValueError, match="no state"):
        taught().resume(wrong, {})
