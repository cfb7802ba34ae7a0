from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import BadMove
from warroom.domain.reply import MOVES, DraftState, moved, new_key

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds


@given(MOMENTS, st.integers())
def test_a_key_has_the_form_that_bluesky_takes_for_a_record(at: datetime, seed: int) -> None:
    key = new_key(at, random.Random(seed))
    assert re.fullmatch(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}", key)


@given(MOMENTS, st.integers(), st.integers())
def test_later_keys_sort_after_earlier_ones(at: datetime, one: int, other: int) -> None:
    later = at + timedelta(microseconds=1)
    assert new_key(at, random.Random(one)) < new_key(later, random.Random(other))


def test_a_key_holds_its_time_as_the_specification_lays_it_out() -> None:
    # 2023-04-14T22:29:37.000000Z is 1681511377000000 microseconds, 10 clock bits follow.
    key = new_key(datetime(2023, 4, 14, 22, 29, 37, tzinfo=UTC), random.Random(1))
    number = 0
    for mark in key:
        number = number << 5 | "234567abcdefghijklmnopqrstuvwxyz".index(mark)
    assert number >> 10 == 1681511377000000


def test_only_an_approved_reply_can_be_sending() -> None:
    assert {state for state, after in MOVES.items() if DraftState.SENDING in after} == {DraftState.APPROVED}


def test_a_reply_that_may_be_out_is_never_sent_again() -> None:
    for state in (DraftState.SENDING, DraftState.UNKNOWN, DraftState.SENT, DraftState.DELETED):
        with pytest.raises(BadMove):
            moved(state, DraftState.SENDING)
        with pytest.raises(BadMove):
            moved(state, DraftState.APPROVED)


def test_every_state_says_what_may_follow_it() -> None:
    assert set(MOVES) == set(DraftState)
