"""The front of the complaints: what was dealt with is not walked over again, and what comes back is not missed."""

from __future__ import annotations

from datetime import datetime, timedelta

from helpers.engine import NOON, a_post

from warroom.domain.item import Item
from warroom.domain.model import Score
from warroom.engine.bus import Arrived, Changed, Logged, Scored
from warroom.engine.front import SELDOM, Front

BAD, GOOD = Score(0.9, 0.05, 0.05), Score(0.05, 0.05, 0.9)
FLOOR = NOON - timedelta(hours=1)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def item(number: int, minutes: float, score: Score | None = None) -> Item:
    return Item(id=number, room="live", post=a_post(number, created_at=at(minutes)), received_at=NOON, score=score)


def looked(oldest: datetime | None) -> Front:
    front = Front()
    assert front.stale(NOON)
    assert front.since(FLOOR, NOON) == FLOOR
    front.found(oldest, NOON)
    assert not front.stale(NOON)
    return front


def test_a_look_begins_at_the_oldest_that_waited() -> None:
    front = looked(at(-20))
    front.hear(Changed([item(1, -10)]))
    assert front.stale(at(1))
    assert front.since(FLOOR, at(1)) == at(-20)


def test_where_nothing_waited_a_look_begins_with_what_is_scored_since() -> None:
    front = looked(None)
    front.hear(Arrived([item(1, -5), item(2, -7), item(3, 2)]))
    assert not front.stale(NOON)
    front.hear(Scored({1: BAD, 2: GOOD}))
    assert front.stale(NOON)
    assert front.since(FLOOR, at(1)) == at(-5)


def test_what_arrives_late_or_comes_back_is_looked_at() -> None:
    for message in (Arrived([item(1, -30, BAD)]), Changed([item(1, -30)]), Logged([], [item(1, -30)])):
        front = looked(at(-20))
        front.hear(message)
        assert front.since(FLOOR, at(1)) == at(-30)


def test_posts_that_are_not_negative_or_not_scored_yet_are_no_news() -> None:
    front = looked(at(-20))
    front.hear(Arrived([item(1, -30), item(2, -30, GOOD)]))
    front.hear(Scored({1: GOOD, 9: GOOD}))
    assert not front.stale(at(60))


def test_a_negative_post_of_an_unknown_time_is_a_reason_to_begin_anew_but_seldom() -> None:
    front = looked(at(-20))
    front.hear(Scored({9: BAD}))
    assert not front.stale(NOON)
    later = NOON + SELDOM
    assert front.stale(later)
    assert front.since(FLOOR, later) == FLOOR
    front.found(at(-40), later)
    assert not front.stale(later)


def test_what_is_heard_during_a_look_is_not_forgotten_after_it() -> None:
    front = Front()
    front.since(FLOOR, NOON)
    front.hear(Arrived([item(1, -30, BAD)]))
    front.found(at(-20), NOON)
    assert front.stale(NOON)
    assert front.since(FLOOR, NOON) <= at(-30)


def test_a_look_never_begins_before_its_floor() -> None:
    front = looked(at(-20))
    front.hear(Changed([item(1, -500)]))
    assert front.since(FLOOR, NOON) == FLOOR
