from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.scoring.preprocess import MOST_CODE_POINTS, clean, has_words


@pytest.mark.parametrize(("said", "read"), [
    ("I &lt;3 you", "I <3 you"),
    ("Q&amp;amp;A &#8217;tis &#x1F600;", "Q&A ’tis grinning face"),
    ("AT&T R&D &nosuch;", "AT&T R&D &nosuch;"),
    ("see https://t.co/abc and www.acme.example/x?y=1 now", "see and now"),
    ("@bob.smith. hi", "@user. hi"),
    ("@mara_k@mastodon.social @foodwatch.bsky.social u/tallgrass /u/spez", "@user @user @user @user"),
    ("mail a@b.example, r/boston", "mail a@b.example, r/boston"),
    ("awful 😡👎🏿", "awful pouting face thumbs down sign"),
    ("❤️ from 🇫🇷", "heavy black heart from fr"),
    ("two\r\n lines\t\u2003here", "two lines here"),
    ("a\0b\ud800c", "a b c"),
    (r"it\u2019s \ud83d\ude00 \ud83d", "it’s grinning face"),
    (r"C:\users\ukraine", r"C:\users\ukraine"),
    ("cut off http… or http", "cut off … or"),
    ("httpd is down", "httpd is down"),
    ("#WorstFlightEver #USAirways #sxsw #fail2014", "#Worst Flight Ever #US Airways #sxsw #fail2014"),
    ("McDonald's iPhone", "McDonald's iPhone"),
    ("Soooo baaaad!!!!!!! ....... 10000", "Soo baad!!! ... 10000"),
    ("😂😂😂😂😂😂", "face with tears of joy face with tears of joy face with tears of joy"),
    ("❤️❤️❤️❤️❤️", "heavy black heart heavy black heart heavy black heart"),
])
def test_a_post_is_read_as_the_model_learned_to_read(said: str, read: str) -> None:
    assert clean(said) == read


@pytest.mark.parametrize(("said", "says"), [
    ("", False), (" \n\u2003", False), ("https://t.co/abc", False), ("@a @b", False), ("\0\udfff", False),
    (":(", True), ("😡", True), ("no", True), ("@a no", True), ("ساعدوني", True),
])
def test_what_says_nothing_is_told_from_what_does(said: str, says: bool) -> None:
    assert has_words(clean(said)) is says


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=200))
def test_any_string_can_be_cleaned_into_what_utf8_takes(text: str) -> None:
    read = clean(text)
    assert read.encode().decode() == read
    assert "\0" not in read
    assert read == read.strip()


def test_a_huge_post_is_cut_before_it_costs_anything() -> None:
    assert clean("&" * 10_000_000) == "&&&"
    assert len(clean("1" * 10_000_000)) == MOST_CODE_POINTS
    assert clean("@" * 100_000) == "@@@"
    assert clean("good " * 100_000) == ("good " * (MOST_CODE_POINTS // 5)).strip()
