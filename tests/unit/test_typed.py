"""What is typed and pasted: what is sent is what is shown, and what had to go is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.text import neutralise
from warroom.domain.typed import MOST, clean, joins, refusal


@pytest.mark.parametrize("text", [
    "Hello Mara,\n\nwe are sorry.", "👩\u200d🚀 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 👍🏽 🇩🇪",
    "مرحبا بكم", "שלום", "e\u0301 Z\u0351\u036b", "第二批", "می\u200cخواهم", "नमस्ते",
])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert clean(text).text == text
    assert clean(text).left_out == ""
    assert refusal(text) == ""


def test_line_ends_of_all_kinds_become_newlines_without_a_word() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e\tf") == clean("a\nb\nc\nd\ne    f")
    assert clean("a\r\nb").left_out == ""


@pytest.mark.parametrize("text", [
    "👩\u200d🚀", "❤\ufe0f\u200d🔥", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "می\u200cخواهم",
])
def test_what_a_keyboard_sends_one_by_one_may_be_typed(text: str) -> None:
    assert all(mark.isprintable() or joins(text[:at], mark) for at, mark in enumerate(text))


@pytest.mark.parametrize(("before", "mark"), [
    ("refund", "\u200d"), ("refund", "\u200c"), ("", "\u200d"), ("a", "\U000e0067"), ("שלום", "\u200f"), ("a", "\0"),
])
def test_what_hides_in_a_text_is_not_typed(before: str, mark: str) -> None:
    assert not joins(before, mark)


@pytest.mark.parametrize(("text", "shown", "said"), [
    ("so\0rry", "sorry", "1 control character"), ("\x1b[31mred\x1b[0m", "red", "2 control characters"),
    ("a\x9bb\x07", "ab", "2 control characters"), ("pay\u202etxt.exe", "paytxt.exe", "nobody sees"),
    ("re\u200bfund", "refund", "nobody sees"), ("half\ud83d", "half", "1 control character"),
    ("Z" + "\u0301" * 60, "Z" + "\u0301" * 4, "too many marks"),
])
def test_what_cannot_be_shown_is_left_out_with_a_word_and_refused_where_it_gets_through(
    text: str, shown: str, said: str,
) -> None:
    assert clean(text).text == shown
    assert said in clean(text).left_out
    assert refusal(text) != ""


def test_a_megabyte_is_refused_with_its_size() -> None:
    assert "1,000,000 characters" in refusal("a" * 1_000_000)
    assert refusal("a" * MOST) == ""


@given(st.text(st.characters() | st.sampled_from("\x1b[\0\u200d\ufe0f\u202e\u0301👩❤")))
def test_what_was_cleaned_is_shown_as_it_is_sent(text: str) -> None:
    made = clean(text).text
    assert neutralise(made) == made
    assert refusal(made[:MOST]) == ""
