"""What the foot of the composer says next, whatever is wrong with the text."""

from __future__ import annotations

import pytest
from helpers.engine import NOON

from warroom.domain.composing import Sheet, examine
from warroom.domain.model import Platform
from warroom.domain.tone import Brief
from warroom.domain.tone.form import LIMITS
from warroom.screens.replying import next_step
from widgets.foot import two_rows
from widgets.picker import gaps_marked
from widgets.rows import Tone

ASKED = "It needs an approver or legal (ben)."


@pytest.mark.parametrize(("text", "aside", "said"), [
    ("", (), ASKED),
    ("Thanks for telling us. We test the batch today and post the result here by 6 pm.", (), ASKED),
    ("We are sorry, {author}. More by {time}.", (), "2 gaps to fill: Tab marks the next one, type over it."),
    ("Thanks. " * 60, (), "It is too long: shorten it, or F2 makes it a numbered thread."),
    ("Mistakes were made.", (), "1 error blocks it: F3 goes there, F8 sets it aside."),
    ("Mistakes were made.", ("non-apology",), ASKED),
    ("Mistakes were made. Sorry if you were offended.", (),
     "2 errors block it: F3 goes to the next, F8 sets one aside."),
    ("We test it today.\x07", (), "1 error blocks it: F3 goes there."),
])
def test_the_foot_says_what_to_do_next(text: str, aside: tuple[str, ...], said: str) -> None:
    brief = Brief(platform=Platform.BLUESKY)
    review = examine(text, Sheet(brief=brief, limit=LIMITS[Platform.BLUESKY], now=NOON))
    assert next_step(text, review, aside, ASKED)[0] == said


def test_a_gap_stands_out_also_where_it_goes_on_in_the_next_line() -> None:
    rows = gaps_marked(["Sorry, {what we", "know now}. More by {time}."])
    assert [text for row in rows for text, tone in row if tone is Tone.ACCENT] == ["{what we", "know now}", "{time}"]
    assert ["".join(text for text, _ in row) for row in rows] == ["Sorry, {what we", "know now}. More by {time}."]


def test_words_that_are_too_long_for_a_row_of_the_foot_take_two() -> None:
    words = "Nothing was pasted: 1,050,000 characters are too many. 20,000 fit here."
    rows = two_rows((words, Tone.WARN), 58)
    assert rows is not None
    assert " ".join(text for row in rows for text, _ in row) == words
    assert two_rows((words, Tone.WARN), 80) is None
