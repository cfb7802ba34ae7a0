"""Rows of our own do all that a strip of Textual does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import Monochrome
from textual.strip import Strip

from widgets.paint import Cells

RED, PLAIN = Style(color="red"), Style()
SEGMENTS = [Segment("sick ", RED), Segment("on Sunday", PLAIN), Segment(" ☕", RED)]
DOINGS: list[Callable[[Strip], object]] = [
    lambda strip: strip.divide([17]),
    lambda strip: strip.divide([5, 17]),
    lambda strip: strip.divide([5, 40]),
    lambda strip: strip.crop(2, 9),
    lambda strip: strip.crop(0, 17),
    lambda strip: strip.crop_extend(3, 30, RED),
    lambda strip: strip.adjust_cell_length(30, RED),
    lambda strip: strip.apply_style(Style(bold=True)),
    lambda strip: strip.apply_filter(Monochrome(), Color(0, 0, 0)),
    lambda strip: strip.apply_offsets(3, 4),
    lambda strip: strip.simplify(),
    lambda strip: strip.text_align(30, "center"),
    lambda strip: Strip.join([strip, strip]),
    lambda strip: strip.render(Console(color_system="truecolor")),
    lambda strip: (strip.text, strip.cell_length, strip.cell_count, strip.link_ids, list(strip), len(strip)),
]


@pytest.mark.parametrize("doing", DOINGS)
def test_a_row_does_what_a_strip_does_also_the_second_time(doing: Callable[[Strip], object]) -> None:
    row = Cells(SEGMENTS, 17)
    for _ in range(2):
        assert doing(row) == doing(Strip(SEGMENTS, 17))
    assert row == Strip(SEGMENTS, 17)


def test_a_row_that_is_wanted_whole_is_handed_out_itself() -> None:
    row = Cells(SEGMENTS, 17)
    assert row.divide([17])[0] is row


def test_what_no_strip_has_no_row_has() -> None:
    with pytest.raises(AttributeError):
        Cells(SEGMENTS, 17).colour  # noqa: B018 - asking is the test
