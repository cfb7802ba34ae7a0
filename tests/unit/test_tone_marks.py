"""What a reader is told of a fact sheet: which values of a draft agree with it or differ, and which line is meant."""

from __future__ import annotations

import pytest

from warroom.domain.tone import Brief
from warroom.domain.tone.draft import Draft, Span
from warroom.domain.tone.facts.marks import Mark, marked, nearest

SHEET = {"shops affected": "12", "reopening": "Friday", "cause": "a mistake of ours"}


def marks(text: str, to: str = "", facts: dict[str, str] | None = None) -> dict[str, Mark]:
    made = marked(Draft(text), Brief(reply_to=to, facts=SHEET if facts is None else facts))
    return {text[start:end]: mark for (start, end), mark in made.values}


@pytest.mark.parametrize(("text", "mark"), [
    ("We open again on Friday.", {"Friday": Mark.AGREES}),
    ("We open again on Tuesday.", {"Tuesday": Mark.DIFFERS}),
    ("A dozen shops are shut.", {"A dozen": Mark.AGREES}),
    ("It is 14 shops.", {"14": Mark.DIFFERS}),
])
def test_a_value_agrees_with_the_sheet_or_differs_from_all_of_its_kind(text: str, mark: dict[str, Mark]) -> None:
    assert marks(text) == mark


def test_what_the_customer_said_is_marked_as_theirs() -> None:
    said = marks("Five hours is too long.", to="I waited five hours!", facts={"wait": "2 hours"})
    assert said == {"Five hours": Mark.ASKED}


def test_a_line_of_the_sheet_is_told_or_not_or_holds_no_value() -> None:
    made = marked(Draft("We open again on Friday."), Brief(facts=SHEET))
    assert {key: mark for key, _, mark in made.lines} == {
        "shops affected": Mark.UNTOLD, "reopening": Mark.TOLD, "cause": Mark.UNREAD}


def test_without_a_sheet_nothing_is_marked() -> None:
    assert marks("We open again on Friday.", facts={}) == {}


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(("text", "words", "key"), [
    ("Sorry. The cause was a fallen tree.", "a fallen tree", "cause"),
    ("Sorry. All is open again on Tuesday.", "Tuesday", "reopening"),
])
def test_the_line_is_named_that_a_place_speaks_of(text: str, words: str, key: str) -> None:
    line = nearest(Draft(text), place(text, words), SHEET)
    assert line is not None
    assert line.key == key


def test_no_line_is_named_where_several_could_be_meant_and_the_only_one_always() -> None:
    text = "Everything is fine again."
    assert nearest(Draft(text), place(text, "fine"), SHEET) is None
    only = nearest(Draft(text), place(text, "fine"), {"lift": "out of order"})
    assert only is not None
    assert only.written == "out of order"
