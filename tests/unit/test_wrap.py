from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.wrap import cells, clusters, fit, wrap

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("ab é\n\t.,-/冷가ก\u0301\u200d\ufe0f❤👍\U0001f3fd\U0001f1e9\U0001f1ea\U0001f468कि▼…“”")),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=120,
)


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("Three of us got sick after the cold brew", 12) == (
        ["Three of us", "got sick", "after the", "cold brew"], True,
    )


def test_a_word_wider_than_the_line_is_broken_and_goes_on_in_the_same_line() -> None:
    lines, _ = wrap("see https://example.com/a/long/path ok", 12)
    assert lines == ["see https://", "example.com/", "a/long/path", "ok"]


def test_text_without_spaces_is_broken_anywhere_and_never_half_a_character() -> None:
    lines, whole = wrap("冷たいコーヒーを飲んで", 7)
    assert whole
    assert lines == ["冷たい", "コーヒ", "ーを飲", "んで"]


def test_a_family_a_flag_and_a_skin_tone_are_one_character_each() -> None:
    text = f"a{FAMILY}\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7\U0001f44d\U0001f3fde\u0301❤\ufe0f"
    assert list(clusters(text)) == [
        "a", FAMILY, "\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7", "\U0001f44d\U0001f3fd", "e\u0301", "❤\ufe0f",
    ]


def test_an_emoji_that_a_terminal_may_not_join_is_measured_in_parts() -> None:
    assert cells(FAMILY) == 8
    assert cells("\U0001f1e9\U0001f1ea") == 4


def test_wrapping_stops_at_the_last_line_that_is_asked_for() -> None:
    assert wrap("one two three four", 5, 2) == (["one", "two"], False)
    assert wrap("one two", 5, 2) == (["one", "two"], True)


def test_cut_text_ends_with_a_sign_that_something_is_missing() -> None:
    assert fit("tallgrass", 9) == "tallgrass"
    assert fit("tallgrass", 6) == "tallg…"
    assert fit("冷たい", 4) == "冷…"
    assert fit("tallgrass", 0) == ""


@settings(deadline=None)
@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_asked_for_and_no_text_is_lost(text: str, width: int) -> None:
    lines, whole = wrap(text, width)
    assert whole
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(lines)


@settings(deadline=None)
@given(TEXTS, st.integers(2, 40), st.integers(1, 5))
def test_fewer_lines_are_the_first_ones_of_all(text: str, width: int, most: int) -> None:
    every, _ = wrap(text, width)
    some, whole = wrap(text, width, most)
    assert some == every[:most]
    assert whole == (len(every) <= most)


@settings(deadline=None)
@given(TEXTS)
def test_the_measure_is_never_less_than_the_one_that_textual_uses(text: str) -> None:
    assert cells(text) >= cell_len(text)


@settings(deadline=None)
@given(TEXTS)
def test_cut_into_characters_nothing_is_lost(text: str) -> None:
    assert "".join(clusters(text)) == text


@settings(deadline=None)
@given(TEXTS, st.integers(0, 30))
def test_fitted_text_fits(text: str, width: int) -> None:
    assert cells(fit(text, width)) <= width
