"""The gauge's window counts each post once, by when it was created, and forgets what is too old."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.engine import NOON, TestClock, a_post
from helpers.making import Book
from helpers.making import item as made
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.item import Item
from warroom.domain.model import Label, Platform, Score, Unscored
from warroom.domain.triage import Triage, Verb
from warroom.engine.bus import Arrived, Bus, Changed, Scored
from warroom.engine.watch import Watch, labelled

BAD, GOOD = Score(0.8, 0.1, 0.1), Score(0.1, 0.1, 0.8)


def item(number: int, *, minutes_ago: float = 0, score: Score | Unscored | None = None,
         platform: Platform = Platform.MASTODON) -> Item:
    post = a_post(number, created_at=NOON - timedelta(minutes=minutes_ago), platform=platform)
    return Item(id=number, room="live", post=post, received_at=NOON, score=score)


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def watch(bus: Bus, clock: TestClock) -> Watch:
    return Watch(bus=bus, clock=clock, window=timedelta(hours=1), buckets=60)


def test_an_empty_window_shows_no_mood_instead_of_zero(watch: Watch) -> None:
    reading = watch.reading()
    assert (reading.net, reading.negative, reading.checked, reading.n) == (None, None, None, 0)


def test_the_rate_of_a_rooms_first_hour_is_of_the_part_that_was_heard(bus: Bus, clock: TestClock) -> None:
    young = Watch(bus=bus, clock=clock, window=timedelta(hours=1), since=NOON - timedelta(minutes=9))
    bus.publish(Arrived([item(number, minutes_ago=number % 10) for number in range(60)]))
    assert (young.reading().heard, young.reading().per_hour) == (timedelta(minutes=10), 360.0)
    clock.advance(hours=2)
    assert (young.reading().heard, young.reading().per_hour) == (timedelta(hours=1), 0.0)


def test_posts_fetched_from_before_a_room_listened_are_no_flood(bus: Bus, clock: TestClock) -> None:
    young = Watch(bus=bus, clock=clock, window=timedelta(hours=1), since=NOON)
    bus.publish(Arrived([item(number, minutes_ago=number) for number in range(30)]))
    assert (young.reading().heard, young.reading().per_hour) == (timedelta(minutes=30), 60.0)


def test_the_first_posts_of_a_room_are_no_flood(bus: Bus, clock: TestClock) -> None:
    young = Watch(bus=bus, clock=clock, window=timedelta(hours=1), since=NOON)
    bus.publish(Arrived([item(1)]))
    assert young.reading().per_hour == 12.0  # one in five minutes, not one a minute


def test_posts_count_as_unscored_until_their_score_comes(watch: Watch, bus: Bus) -> None:
    bus.publish(Arrived([item(1), item(2)]))
    assert (watch.reading().n, watch.reading().unscored) == (0, 2)
    bus.publish(Scored({1: BAD}))
    assert (watch.reading().n, watch.reading().unscored, watch.reading().negative) == (1, 1, 1.0)


def test_a_text_that_cannot_be_scored_stays_out_of_the_mood(watch: Watch, bus: Bus) -> None:
    bus.publish(Arrived([item(1), item(2, score=GOOD)]))
    bus.publish(Scored({1: Unscored("no words")}))
    reading = watch.reading()
    assert (reading.n, reading.unscored, reading.net) == (1, 1, pytest.approx(0.7))


def test_a_new_score_of_an_edited_post_replaces_the_old_one(watch: Watch, bus: Bus) -> None:
    bus.publish(Arrived([item(1, score=BAD)]))
    bus.publish(Changed([item(1, score=GOOD)]))
    reading = watch.reading()
    assert (reading.n, reading.negative, reading.net) == (1, 0.0, pytest.approx(0.7))


def test_what_leaves_the_window_leaves_the_gauge(watch: Watch, bus: Bus, clock: TestClock) -> None:
    bus.publish(Arrived([item(1, minutes_ago=50, score=BAD), item(2, score=GOOD)]))
    assert watch.reading().negative == 0.5
    clock.advance(minutes=20)
    assert watch.reading().negative == 0.0


def test_an_ancient_post_does_not_count_and_one_from_the_future_counts_now(watch: Watch, bus: Bus) -> None:
    bus.publish(Arrived([item(1, minutes_ago=10**7, score=BAD), item(2, minutes_ago=-10**6, score=GOOD)]))
    reading = watch.reading()
    assert (reading.n, reading.negative, reading.volume[-1]) == (1, 0.0, 1)


def test_each_platform_has_its_own_share(watch: Watch, bus: Bus) -> None:
    bus.publish(Arrived([item(1, score=BAD, platform=Platform.REDDIT), item(2, score=GOOD)]))
    assert watch.reading().by_platform == {Platform.REDDIT: 1.0, Platform.MASTODON: 0.0}


@given(st.lists(st.tuples(st.floats(0, 59), st.sampled_from([BAD, GOOD, None])), max_size=60))
def test_the_window_agrees_with_a_plain_count(posts: list[tuple[float, Score | None]]) -> None:
    bus = Bus()
    watch = Watch(bus=bus, clock=TestClock(), window=timedelta(hours=1), buckets=60)
    bus.publish(Arrived([item(n, minutes_ago=age, score=score) for n, (age, score) in enumerate(posts)]))
    scores = [score for _, score in posts if score is not None]
    reading = watch.reading()
    assert reading.n == len(scores)
    assert sum(reading.volume) == len(posts)
    if scores:
        assert reading.negative == pytest.approx(scores.count(BAD) / len(scores))
        assert reading.net == pytest.approx(sum(score.valence for score in scores) / len(scores))


def said(one: Item, label: str | None, *, checked: bool = False) -> Item:
    return replace(one, triage=Triage(label=Label(label) if label else None, checked=checked))


def speak(bus: Bus, watch: Watch, *items: Item, minutes: float = 0) -> None:
    watch.label(items, {one.key: NOON + timedelta(minutes=minutes) for one in items})


def test_a_label_by_hand_counts_instead_of_what_the_model_says_of_that_post(watch: Watch, bus: Bus) -> None:
    posts = [item(1, score=BAD), item(2, score=GOOD), item(3)]
    bus.publish(Arrived(posts))
    speak(bus, watch, said(posts[0], "positive"), said(posts[2], "negative"))
    reading = watch.reading()
    assert (reading.n, reading.unscored, reading.negative) == (3, 0, pytest.approx(1 / 3))
    assert reading.checked is None
    bus.publish(Scored({3: GOOD}))
    assert watch.reading().negative == pytest.approx(1 / 3)
    speak(bus, watch, said(posts[0], "irrelevant"))
    assert (watch.reading().n, watch.reading().unscored, watch.reading().negative) == (2, 0, 0.5)
    speak(bus, watch, said(posts[0], None), said(posts[2], None))
    assert (watch.reading().n, watch.reading().negative) == (3, pytest.approx(1 / 3))


def test_a_spot_check_measures_the_model_and_leaves_its_count_alone(watch: Watch, bus: Bus, clock: TestClock) -> None:
    posts = [item(number, score=GOOD if number % 4 else BAD) for number in range(1, 101)]
    bus.publish(Arrived(posts))
    for _ in range(40):
        key = watch.draw("ana")
        drawn = next(one for one in posts if one.key == key)
        speak(bus, watch, said(drawn, "negative" if drawn.id % 2 else "positive", checked=True), minutes=-7)
    reading = watch.reading()
    assert reading.negative == 0.25
    assert reading.checked is not None
    assert (reading.checked.labels, reading.checked.negative.n) == (40, 100)
    assert reading.checked.negative.low <= 0.5 <= reading.checked.negative.high
    assert reading.age == timedelta(minutes=7)


def test_labels_go_with_the_posts_that_leave_the_window(watch: Watch, bus: Bus, clock: TestClock) -> None:
    posts = [item(1, minutes_ago=50, score=BAD), item(2, score=GOOD)]
    bus.publish(Arrived(posts))
    speak(bus, watch, *(said(one, "negative", checked=True) for one in posts))
    assert watch.reading().checked is not None
    clock.advance(minutes=20)
    checked = watch.reading().checked
    assert checked is not None
    assert checked.labels == 1
    clock.advance(minutes=50)
    assert watch.reading().checked is None


def test_what_an_undo_takes_back_is_asked_again(watch: Watch, bus: Bus) -> None:
    posts = [item(number, score=BAD) for number in range(1, 4)]
    bus.publish(Arrived(posts))
    key = watch.draw("ana")
    drawn = next(one for one in posts if one.key == key)
    speak(bus, watch, said(drawn, "negative", checked=True))
    assert watch.draw("ana") != key
    speak(bus, watch, said(drawn, None))
    assert (watch.draw("ana"), watch.reading().checked) == (key, None)


def test_a_post_that_was_labelled_by_hand_is_drawn_like_any_other(watch: Watch, bus: Bus) -> None:
    only = item(1, score=BAD)
    bus.publish(Arrived([only]))
    speak(bus, watch, said(only, "neutral"))
    assert watch.draw("ana") == only.key
    speak(bus, watch, said(only, "neutral", checked=True))
    assert watch.draw("ana") is None


def test_a_log_tells_which_posts_were_labelled_and_when() -> None:
    book = Book([made(1), made(2)])
    book.act(Verb.CLAIM, made(2).key)
    book.act(Verb.LABEL, made(1).key, value="negative")
    assert labelled(book.events) == {made(1).key: book.events[-1].occurred_at}
