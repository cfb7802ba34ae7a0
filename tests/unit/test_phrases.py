"""Phrases: all of a book are looked for in one walk, and each is found where it would be found alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from warroom.domain.tone.notation import Phrase
from warroom.domain.tone.phrases import OURS, Book, Index, Phrases

WORDS = ("we", "sorry", "not", "you", "late", "apology", "apologise", "let", "down", "don't", "12", "third-party", "a")
CHOICES = ("we", "sorry", "you", "let_down", "apolog*", "late", "don't", "third-party", "a", "not", "we_let",
           "'ve", ",")
MARKS = (" ", " ", " ", " ", "  ", ", ", ". ", ".", "! ", "-", " - ", "; ", " ; ", "\n\n", " (", "_ ", "'s ", "% ")

heads = st.lists(st.sampled_from((*CHOICES[:-2], "#")), min_size=1, max_size=3, unique=True).map("|".join)
choices = st.lists(st.sampled_from((*CHOICES, "#")), min_size=1, max_size=3, unique=True).map("|".join)
rests = st.lists(
    st.one_of(choices, choices.map("{}?".format), choices.map("!{}".format), st.sampled_from(("~2", "^1", "^3"))),
    max_size=4)
written = st.tuples(heads, rests).map(lambda parts: " ".join((parts[0], *parts[1])))
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)).map("".join), max_size=24).map("".join)


def alone(line: str, text: str) -> list[tuple[int, int]]:
    """Where the pattern of one phrase matches, asked at every word."""
    found = (Phrase(line).pattern.match(text, word.start()) for word in re.finditer(r"\w+(?:'\w+)*", text))
    return [match.span() for match in found if match]


@given(st.lists(written, min_size=1, max_size=6), texts)
@example(["we_let"], "we_ let ")
def test_each_of_many_phrases_is_found_where_it_is_found_alone(lines: list[str], text: str) -> None:
    book = Book()
    pages = [Phrases("\n".join(lines[::2]), book), Phrases("\n".join(lines[1::2]), book)]
    for _ in range(2):  # from the second time on the places of a whole text are listed
        index = Index(text)
        for number, page in enumerate(pages):
            expected = sorted(place for line in lines[number::2] for place in alone(line, text))
            assert sorted(index.find(page)) == expected


@given(st.lists(written, min_size=1, max_size=4), texts, st.data())
def test_what_stands_between_two_places_is_what_that_piece_of_text_holds(
    lines: list[str], text: str, data: st.DataObject,
) -> None:
    book = Book()
    page = Phrases("\n".join(lines), book)
    words = [word.span() for word in re.finditer(r"\w+(?:'\w+)*", text)] or [(0, 0)]
    start, end = data.draw(st.sampled_from(words))[0], data.draw(st.sampled_from(words))[1]
    for _ in range(2):
        index = Index(text)
        inside = [(start + at, start + stop) for at, stop in Index(text[start:end]).find(page)]
        assert list(index.find(page, start, end)) == inside
        list(index.find(page))


def test_phrases_that_were_added_later_are_found_too() -> None:
    book = Book()
    first = Phrases("we are", book)
    assert Index("we are late").has(first)
    later = Phrases("are late", book)
    assert list(Index("we are late").find(later)) == [(3, 11)]


def test_every_phrase_of_ours_is_one() -> None:
    for page in OURS.pages:
        for line in page.lines:
            Phrase(line).check()


@pytest.mark.parametrize("words", [
    "", "~3 late", "!we late", "maybe? late", "a||b", "we ~0", "we ~13", "we ^x", "|we",
])
def test_what_is_no_phrase_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|gap|begin"):
        Phrase(words).check()
