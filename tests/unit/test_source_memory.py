"""What a source remembers of what it told: bounded, and taken back where it did not arrive."""

from __future__ import annotations

from dataclasses import replace

from helpers.engine import NOON, a_post
from hypothesis import given
from hypothesis import strategies as st

from sources._bluesky_strand import Sightings
from sources._memory import Memory
from warroom.domain.model import Gone, Platform

_KEYS = st.integers(0, 5)
_STEPS = st.lists(st.one_of(
    st.tuples(st.just("put"), _KEYS), st.tuples(st.just("drop"), _KEYS), st.just(("settle", 0)), st.just(("undo", 0))))


@given(_STEPS)
def test_what_was_undone_is_as_it_was_when_it_settled_last(steps: list[tuple[str, int]]) -> None:
    memory = Memory[int, int](100)
    now: dict[int, int] = {}
    then: dict[int, int] = {}
    for number, (step, key) in enumerate(steps):
        match step:
            case "put":
                memory.put(key, number)
                now[key] = number
            case "drop":
                memory.drop(key)
                now.pop(key, None)
            case "settle":
                memory.settle("")
                then = dict(now)
            case _:
                memory.resume("")
                now = dict(then)
        assert {each: memory.get(each) for each in range(6) if each in memory} == now


def test_the_oldest_are_forgotten_whatever_is_undone() -> None:
    memory = Memory[int, str](3)
    for number in range(3):
        memory.put(number, "told")
    memory.settle("")
    for number in range(10):
        memory.drop(0)
        memory.put(0, "again")
        memory.put(10 + number, "new")
    memory.resume("")
    assert len(memory) <= 3


def test_a_sighting_that_did_not_arrive_is_told_again_and_one_that_did_is_not() -> None:
    sightings = Sightings()
    one, two = a_post(1), a_post(2)
    assert sightings.fresh([one]) == [one]
    sightings.told.settle("")
    assert sightings.fresh([one, two, replace(one, likes=9)]) == [two, replace(one, likes=9)]
    sightings.told.resume("")
    assert sightings.fresh([one, two, replace(one, likes=9)]) == [two, replace(one, likes=9)]


def test_a_deletion_that_did_not_arrive_leaves_the_post_known() -> None:
    sightings = Sightings()
    one, gone = a_post(1), Gone(Platform.MASTODON, "1", NOON)
    sightings.fresh([one])
    sightings.told.settle("")
    assert sightings.fresh([gone]) == [gone]
    sightings.told.resume("")
    assert sightings.fresh([one]) == []


def test_where_another_cursor_was_taken_last_nothing_is_remembered() -> None:
    """As after a failure of the store behind what was taken."""
    memory = Memory[int, str](3)
    memory.put(1, "told")
    memory.settle("after 1")
    memory.put(2, "told")
    memory.settle("after 2")
    memory.resume("after 2")
    assert (1 in memory, 2 in memory) == (True, True)
    memory.resume("after 1")
    assert len(memory) == 0


def test_a_search_that_lags_behind_does_not_bring_a_deleted_post_back() -> None:
    seconds = 0.0
    sightings = Sightings(now=lambda: seconds)
    post = a_post(1)
    gone = Gone(post.platform, post.native_id, NOON)
    assert sightings.fresh([post, gone]) == [post, gone]
    assert sightings.fresh([post]) == []
    seconds = 121.0
    assert sightings.fresh([post]) == [post]  # what is still there was hidden, and is not any more
