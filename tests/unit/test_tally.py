"""The tally: each post counts once, in the bin in which it was written; what comes late is no spike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from helpers.ear import BEGIN, an_item
from hypothesis import given, settings
from hypothesis import strategies as st

from warroom.domain.alarm import EVERYWHERE, Scope
from warroom.domain.model import Platform, Score
from warroom.domain.tally import STEP, Sealed, Tally, scopes
from warroom.domain.terms import Terms

TERMS = Terms(brand=("acme", "globex"))
ZERO = BEGIN.timestamp()
BAD, GOOD = Score(0.9, 0.05, 0.05), Score(0.05, 0.05, 0.9)


def at(minutes: float) -> datetime:
    return BEGIN + timedelta(minutes=minutes)


def live() -> Tally:
    tally = Tally(TERMS)
    tally.begin(ZERO)
    return tally


def counts(sealed: list[Sealed], scope: Scope = EVERYWHERE) -> list[int]:
    return [each.counts.get(scope, 0) for each in sealed]


def test_a_bin_is_handed_over_a_minute_after_its_end() -> None:
    tally = live()
    tally.add(an_item(1, at(1)), ZERO + 61)
    tally.pass_time(ZERO + STEP + 59)
    assert tally.take() == []
    tally.pass_time(ZERO + STEP + 60)
    assert [(sealed.began, sealed.counts[EVERYWHERE]) for sealed in tally.take()] == [(ZERO, 1)]


def test_a_post_counts_everywhere_on_its_platform_for_its_terms_and_for_both() -> None:
    tally = live()
    tally.add(an_item(1, at(1), platform=Platform.REDDIT, text="Acme against #Globex"), ZERO + 61)
    tally.add(an_item(2, at(1), platform=Platform.BLUESKY, text="acme"), ZERO + 61)
    tally.pass_time(ZERO + 400)
    found = tally.take()[0].counts
    assert found[EVERYWHERE] == 2
    assert found[Scope(Platform.REDDIT)] == found[Scope(Platform.BLUESKY)] == 1
    assert found[Scope(None, "acme")] == 2
    assert found[Scope(None, "globex")] == found[Scope(Platform.REDDIT, "globex")] == 1
    assert Scope(Platform.BLUESKY, "globex") not in found
    assert set(found) <= set(scopes(tally.terms, tuple(Platform)))


def test_a_post_that_comes_a_little_late_is_not_lost_and_counts_in_the_next_bin() -> None:
    tally = live()
    tally.pass_time(ZERO + STEP + 90)
    tally.add(an_item(1, at(4)), ZERO + STEP + 100)
    tally.pass_time(ZERO + 2 * STEP + 90)
    assert counts(tally.take()) == [0, 1]


def test_a_gap_that_is_filled_afterwards_is_no_spike() -> None:
    tally = live()
    tally.pass_time(at(60).timestamp())
    tally.take()
    for number in range(500):  # written in the last hour, brought now: by a source that fills its gap, or by any
        tally.add(an_item(number, at(number / 10)), at(60).timestamp(), live=number % 2 == 0 and number > 460)
    assert tally.left_out == 500 - sum(number % 2 == 0 and number > 460 for number in range(500))
    tally.pass_time(at(70).timestamp())
    assert sum(counts(tally.take())) < 25


def test_a_post_from_the_future_counts_now_and_one_from_1970_not_at_all() -> None:
    tally = live()
    tally.add(an_item(1, datetime(2199, 1, 1, tzinfo=UTC)), ZERO + 30)
    tally.add(an_item(2, datetime(1970, 1, 1, tzinfo=UTC)), ZERO + 30)
    tally.pass_time(ZERO + 400)
    assert counts(tally.take()) == [1]
    assert tally.left_out == 1


def test_a_clock_that_is_set_back_makes_no_spike_when_it_comes_to_the_same_time_again() -> None:
    tally = live()
    tally.pass_time(at(60).timestamp())
    tally.take()
    for number in range(200):
        tally.add(an_item(number, at(10)), at(10).timestamp())
        tally.pass_time(at(10).timestamp())
    tally.pass_time(at(70).timestamp())
    assert counts(tally.take()) == [0, 0]
    assert tally.left_out == 200


def test_a_clock_that_leaps_days_ahead_does_not_seal_each_bin_between() -> None:
    tally = live()
    tally.add(an_item(1, at(1)), ZERO + 60)
    tally.pass_time(ZERO + 30 * 86_400)
    assert len(tally.take()) == 0
    assert tally.edge is not None
    assert tally.edge > ZERO + 29 * 86_400


def test_a_story_tells_its_own_time_and_a_hostile_date_does_not_move_it() -> None:
    tally = Tally(TERMS, told=True)
    tally.begin(ZERO)
    late = at(1_000).timestamp()  # the clock of a fast drill is far ahead of what was told
    tally.add(an_item(1, at(1)), late)
    tally.add(an_item(2, datetime(2199, 1, 1, tzinfo=UTC)), late)
    tally.add(an_item(3, at(2)), late)
    assert tally.take() == []
    tally.add(an_item(4, at(6.5)), late)
    assert counts(tally.take()) == [3]


def test_a_pause_of_hours_in_a_recording_is_believed_when_a_second_post_agrees() -> None:
    tally = Tally(TERMS, told=True)
    tally.begin(ZERO)
    for number, minute in enumerate((1, 200, 201)):
        tally.add(an_item(number, at(minute)), at(300).timestamp())
    assert sum(counts(tally.take())) == 2  # the second one counts where the story stood then
    assert tally.edge == at(195).timestamp()


def test_scores_that_come_late_or_change_are_counted_where_their_post_stands() -> None:
    tally = live()
    for number in range(4):
        tally.add(an_item(number, at(number)), at(number).timestamp())
    tally.pass_time(at(7).timestamp())
    for number in range(4):
        tally.score(number, BAD)
    tally.score(0, GOOD)
    tally.score(99, BAD)
    moods = tally.moods(at(5).timestamp())
    assert (moods.scored, moods.negative) == (4, 3)
    assert abs(moods.valence - (0.85 - 3 * 0.85)) < 1e-9
    assert tally.moods(at(5).timestamp(), Scope(Platform.REDDIT)).scored == 0
    assert [said.post for said in tally.posts(at(5).timestamp(), bins=1)] == [
        f"mastodon:{number}" for number in (3, 2, 1, 0)]


@settings(max_examples=60, deadline=None)
@given(minutes=st.lists(st.floats(0, 120), min_size=1, max_size=120), cut=st.integers(0, 120))
def test_what_goes_on_from_a_state_counts_the_same(minutes: list[float], cut: int) -> None:
    items = [an_item(number, at(minute)) for number, minute in enumerate(minutes)]
    whole, first = Tally(TERMS, told=True), Tally(TERMS, told=True)
    for item in items:
        whole.add(item, at(200).timestamp())
    for item in items[:cut]:
        first.add(item, at(200).timestamp())
    second = Tally(TERMS, told=True)
    second.resume(first.state())
    for item in items[cut:]:
        second.add(item, at(200).timestamp())
    assert [*first.take(), *second.take()] == whole.take()


def test_a_flood_of_terms_stays_bounded() -> None:
    tally = Tally(Terms(brand=tuple(f"term{number}" for number in range(100))))
    assert len(tally.terms) == 16
    assert len(scopes(tally.terms, tuple(Platform))) == 4 * 17
