"""The team's terms are found in posts as people write them, and nowhere else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warroom.domain import terms as module
from warroom.domain.terms import Terms, fold

ACME = Terms(
    brand=("Acme", "Acme Coffee"), products=("cold brew", "C++", "H&M", "McDonald's", "@acme.bsky.social"),
    competitors=("アクメ", "아크메", "Über"), hashtags=("acmefail", "#spilt_milk"),
)


@pytest.mark.parametrize(("said", "found"), [
    ("ACME is down", ("Acme",)),
    ("Acme's mug", ("Acme",)),
    ("(acme)", ("Acme",)),
    ("acme_official", ("Acme",)),
    ("x@acme.com", ("Acme",)),
    ("acmecoin", ()),
    ("pacme", ()),
    ("acme2", ()),
    ("Acme™ and Acmé", ("Acme",)),
    ("Ａｃｍｅ", ("Acme",)),
    ("ac\u200bme ac\u00adme", ("Acme",)),
    ("acmeの新製品", ("Acme",)),
    ("acme   coffee!", ("Acme", "Acme Coffee")),
    ("Cold-Brew", ("cold brew",)),
    ("cold\nbrew", ("cold brew",)),
    ("#coldbrew and coldbrew", ("cold brew",)),
    ("#ColdBrewed", ()),
    ("cold, then a long pause, brew", ()),
    ("I know C++.", ("C++",)),
    ("I know C", ()),
    ("hm, let me think", ()),
    ("H&M", ("H&M",)),
    ("mcdonalds or McDonald’s", ("McDonald's",)),
    ("hi @acme.bsky.social!", ("Acme", "@acme.bsky.social")),
    ("このアクメの製品", ("アクメ",)),
    ("アグメ", ()),
    ("아크메는 나쁘다", ("아크메",)),
    ("uber and UBER", ("Über",)),
    ("#AcmeFail", ("#acmefail",)),
    ("acmefail", ()),
    ("#acmefails", ()),
    ("＃acmefail", ("#acmefail",)),
    ("#SpiltMilk #spilt_milk", ("#spilt_milk",)),
    ("", ()),
])
def test_a_term_is_found_as_people_write_it(said: str, found: tuple[str, ...]) -> None:
    assert ACME.matches(said) == found


def test_hashtags_and_links_of_the_platform_count_too() -> None:
    assert ACME.matches("look", hashtags=["ACMEfail", "nice"]) == ("#acmefail",)
    assert ACME.matches("look", hashtags=["coldbrew"]) == ("cold brew",)
    assert ACME.matches("look", links=["https://www.acme.com/sale"]) == ("Acme",)
    assert ACME.matches("look", links=["https://acmeville.example"]) == ()


def test_no_phrase_is_found_across_text_hashtags_and_links() -> None:
    assert ACME.matches("so cold", links=["brew.example"]) == ()
    assert ACME.matches("", hashtags=["cold", "brew"]) == ()


def test_empty_terms_find_nothing_and_say_so() -> None:
    assert Terms(brand=("", "  ", "#"), hashtags=("", "#")).every == ()
    assert Terms().matches("anything") == ()


def test_each_term_is_listed_once_with_hashtags_marked() -> None:
    assert Terms(brand=("A1", "A1"), hashtags=("x1", "#x1")).every == ("A1", "#x1")
    assert Terms.of(ACME) == ACME


_WORD = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12)


@settings(deadline=None)
@given(word=_WORD, before=st.sampled_from(["", " ", "(", "#", "@", ". "]),
       after=st.sampled_from(["", " ", "!", "'s", ")"]))
def test_a_brand_is_found_in_any_case_between_signs(word: str, before: str, after: str) -> None:
    terms = Terms(brand=(word,))
    if terms.every:
        for form in (word, word.upper(), word.lower(), word.casefold(), unicodedata.normalize("NFD", word)):
            assert terms.matches(f"so {before}{form}{after} yes") == (word,), form


@settings(deadline=None)
@given(word=st.from_regex(r"[a-m]{2,10}", fullmatch=True), glue=st.from_regex(r"[n-z0-9]{1,4}", fullmatch=True))
def test_a_brand_is_not_found_inside_a_longer_word(word: str, glue: str) -> None:
    terms = Terms(brand=(word,))
    for longer in (word + glue, glue + word, glue + word + glue):
        assert terms.matches(f"9 {longer} 9") == ()


@settings(deadline=None)
@given(words=st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=2, max_size=4),
       gap=st.sampled_from([" ", "-", "_", "  ", "\n", ", ", " - "]))
def test_a_phrase_is_found_with_any_short_gap_and_as_a_hashtag(words: list[str], gap: str) -> None:
    terms = Terms(products=(" ".join(words),))
    assert terms.matches(f"x {gap.join(words).upper()} y")
    assert terms.matches("x", hashtags=["".join(words)])


@settings(deadline=None)
@given(st.text(), st.text(min_size=1, max_size=20))
def test_any_text_and_any_term_can_be_compared(said: str, term: str) -> None:
    terms = Terms(brand=(term,), hashtags=(term,))
    assert set(terms.matches(said, [said], [said])) <= set(terms.every)


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(said: str) -> None:
    assert fold(fold(said)) == fold(said)


def test_the_short_way_of_folding_gives_what_the_long_way_gives() -> None:
    letters = (chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000)
    plain = [letter for letter in letters if module._PLAIN.fullmatch(letter)]
    assert len(plain) > 30_000
    for letter in plain:
        assert module._fold_any(letter) == fold(letter) == letter.lower(), hex(ord(letter))
