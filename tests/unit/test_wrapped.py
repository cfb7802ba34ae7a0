"""A text that is written is cut into rows around the key, and stands as if all of it had been cut anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._wrap import compute_wrap_offsets
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from widgets.wrapped import Wrapped

_WORDS = st.lists(st.sampled_from((
    "a", "we", "sorry", " ", "  ", "今日は", "\U0001f469\u200d\U0001f467", "e\u0301", "a-word-far-wider-than-a-row",
    "\t", "\n", ".")), max_size=60)
_EDITS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 12), st.sampled_from(
    ("", "x", " ", "  ", "word ", " word", "\n", "\t", "今", "two words and more of them "))), min_size=1, max_size=12)


def _place(document: Document, at: int) -> tuple[int, int]:
    for number, line in enumerate(document.lines):
        if at <= len(line):
            return number, at
        at -= len(line) + 1
    return document.end


@given(st.lists(_WORDS, max_size=4), _EDITS, st.integers(1, 24))
def test_whatever_is_typed_or_taken_out_the_rows_are_those_of_the_whole_text(
    words: list[list[str]], edits: list[tuple[int, int, str]], width: int,
) -> None:
    document = Document(" ".join("".join(f"{word} " for word in some) for some in words))
    wrapped = Wrapped(document, width)

    for at, length, typed in edits:
        start, end = _place(document, at), _place(document, at + length)
        done = document.replace_range(start, end, typed)
        wrapped.wrap_range(start, end, done.end_location)

        anew = WrappedDocument(document, width)
        lines = range(document.line_count)
        assert [wrapped.get_offsets(line) for line in lines] == [anew.get_offsets(line) for line in lines]
        assert [wrapped.get_sections(line) for line in lines] == [anew.get_sections(line) for line in lines]
        assert wrapped.height == anew.height
        for line in lines:
            for column in (0, len(document.get_line(line)) // 2, len(document.get_line(line))):
                assert wrapped.location_to_offset((line, column)) == anew.location_to_offset((line, column))
        for row in range(anew.height):
            assert wrapped.offset_to_location((0, row)) == anew.offset_to_location((0, row))


def test_a_key_in_a_long_paragraph_cuts_the_rows_around_it_only(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[int] = []

    def counted(text: str, width: int, tab_size: int) -> list[int]:
        cut.append(len(text))
        return compute_wrap_offsets(text, width, tab_size)

    document = Document("We test the batch today and write here again by six. " * 200)
    wrapped = Wrapped(document, 60)
    monkeypatch.setattr("widgets.wrapped.compute_wrap_offsets", counted)

    done = document.replace_range((0, 5_000), (0, 5_000), "x")
    wrapped.wrap_range((0, 5_000), (0, 5_000), done.end_location)

    assert sum(cut) < len(document.text) / 2
    assert wrapped.get_offsets(0) == WrappedDocument(document, 60).get_offsets(0)
