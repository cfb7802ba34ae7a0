"""Texts that differ only in what the model does not read share a name, and others never do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.model import Score
from warroom.scoring.twins import Memory, kin, own_words

TEXT = "@acme Worst coffee EVER, see https://t.co/abc &amp; weep"


@pytest.mark.parametrize("twin", [
    "RT @mara: @acme Worst coffee EVER, see https://t.co/abc &amp; weep",
    "rt @a.b@c.social RT @mara: @acme Worst coffee EVER, see https://t.co/abc &amp; weep",
    "@other worst coffee ever, see https://elsewhere.example/xyz & weep", "@ACME WORST COFFEE EVER, SEE & WEEP",
    "  @acme\nWorst  coffee EVER, see www.acme.example &amp; weep\n",
])
def test_case_links_handles_spacing_and_retweets_make_no_other_text(twin: str) -> None:
    assert kin(twin) == kin(TEXT)


@pytest.mark.parametrize("other", [
    "@acme Best coffee EVER, see https://t.co/abc &amp; weep", "Worst coffee EVER, see & weep", "", "RT @mara:",
    "@acme Worst coffee EVER, see https://t.co/abc &amp; weep!",
])
def test_other_words_are_another_text(other: str) -> None:
    assert kin(other) != kin(TEXT)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=80))
def test_a_text_that_is_passed_on_is_the_text(text: str) -> None:
    assert kin(f"RT @somebody: {text}") == kin(text)


def test_only_what_was_put_before_a_text_is_taken_off() -> None:
    assert own_words("RT @a: RT @b@c.social: hello RT @d: you") == "hello RT @d: you"
    assert own_words("RT if you agree") == "RT if you agree"


def test_the_memory_is_bounded_and_forgets_what_was_not_used() -> None:
    memory, score = Memory(most=2), Score(1, 0, 0)
    memory.put(b"a", score)
    memory.put(b"b", score)
    assert memory.get(b"a") is score
    memory.put(b"c", score)
    assert [memory.get(name) is not None for name in (b"a", b"b", b"c")] == [True, False, True]
