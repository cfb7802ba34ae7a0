"""The difference of two texts: nothing of either is lost, and it reads word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.difference import Side, pieces

TEXTS = st.text(st.sampled_from("ab \n.é😀"), max_size=40)


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts_whole(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(piece.text for piece in found if piece.side is not Side.AFTER) == before
    assert "".join(piece.text for piece in found if piece.side is not Side.BEFORE) == after


def test_a_difference_is_told_word_by_word_and_by_lines_where_the_texts_are_long() -> None:
    assert [(piece.side, piece.text) for piece in pieces("We are sorry.", "We are very sorry.")] == [
        (Side.BOTH, "We are "), (Side.AFTER, "very "), (Side.BOTH, "sorry.")]
    long = "".join(f"line number {number}\n" for number in range(900))
    found = pieces(long, long.replace("number 0\n", "number nought\n"))
    assert [(piece.side, piece.text) for piece in found[:2]] == [
        (Side.BEFORE, "line number 0\n"), (Side.AFTER, "line number nought\n")]
