from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.engine import NOON, a_post
from hypothesis import given
from hypothesis import strategies as st

from warroom.commands.plain import card, cells, count, cut, mood, state, table
from warroom.domain.item import Item
from warroom.domain.model import Score, Unscored
from warroom.domain.triage import Status, Triage

ITEM = Item(id=1, room="live", post=a_post(1, text="one two three", reach=12_400), received_at=NOON)


@given(st.text(st.sampled_from("abc 漢字é\u0301🙂 "), max_size=40), st.integers(2, 30))
def test_a_cut_line_never_takes_more_columns_than_there_are(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cells(shown) <= width
    assert shown == text or shown.endswith("…")


@given(st.text(st.sampled_from("ab 漢字🙂"), max_size=200), st.integers(40, 90))
def test_the_text_of_a_post_fits_the_terminal_and_loses_no_word(text: str, width: int) -> None:
    lines = list(card(replace(ITEM, post=a_post(1, text=f"x{text}")), width))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines[1:-1]).split()) == "".join(f"x{text}".split())


def test_the_columns_of_a_table_stand_under_each_other_also_with_wide_characters() -> None:
    assert list(table([["漢字", "x"], ["a", "y"]], None)) == ["漢字  x", "a     y"]
    assert list(table([["a", "long words"]], 8)) == ["a  long…"]
    assert list(table([], 8)) == []


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (999, "999"), (1000, "1k"), (1250, "1.2k"), (12_400, "12k"),
                                               (3_200_000, "3.2M")])
def test_large_numbers_are_short(number: int, words: str) -> None:
    assert count(number) == words


@pytest.mark.parametrize(("score", "words"), [
    (Score(0.9, 0.06, 0.04), "neg 0.90"), (Unscored("it is no text"), "unscored"), (None, "waiting"),
])
def test_the_mood_is_said_in_words(score: Score | Unscored | None, words: str) -> None:
    assert mood(replace(ITEM, score=score)) == words


def test_what_the_team_did_is_said_in_words() -> None:
    done = Triage(status=Status.DISMISSED, reason="spam", holder="ana", tags=("legal",), escalated_to="lead",
                  pinned=True, notes=2)
    assert state(replace(ITEM, triage=done, deleted_at=NOON, version=3)) == [
        "claimed by ana", "dismissed: spam", "escalated to lead", "pinned", "2 notes", "deleted", "edited, version 3",
        "#legal"]
    asleep = Triage(status=Status.SNOOZED, snoozed_until=NOON + timedelta(hours=1))
    assert state(replace(ITEM, triage=asleep)) == ["snoozed until 2026-03-06 13:00:00"]
