from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from helpers.cards import item
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style

from warroom.domain.item import Item
from warroom.domain.model import Label, Platform, Score
from warroom.domain.triage import Status, Triage
from widgets.card import Line, Role, Shape, age, layout, short
from widgets.glyphs import ASCII, UTF8, glyphs, sentiment_sign, to_ascii
from widgets.paint import Look, paint
from widgets.shelf import Card, Shelf
from widgets.wrap import agreed, cells

WIDE = Shape.of(100, 40)
NARROW = Shape.of(48, 40)


def card(made: Item) -> Card:
    shelf = Shelf()
    shelf.extend([made])
    return shelf.card(0)


def text(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in (*line.left, *line.right)) for line in lines]


@pytest.mark.parametrize(("seconds", "words"), [
    (-5, "now"), (0, "now"), (59, "now"), (60, "1m"), (3599, "59m"), (3600, "1h"), (86399, "23h"), (86400, "1d"),
    (13 * 86400, "13d"), (14 * 86400, "2w"), (103 * 604800, "103w"), (104 * 604800, "1y"), (10**12, "999y"),
])
def test_an_age_is_short(seconds: int, words: str) -> None:
    assert age(1_000_000_000_000 + seconds, 1_000_000_000_000) == words


@pytest.mark.parametrize(("number", "words"), [
    (0, "0"), (999, "999"), (1000, "1.0k"), (3240, "3.2k"), (9949, "9.9k"), (9950, "10k"), (12_345, "12k"),
    (999_499, "999k"), (999_500, "1.0M"), (1_240_000, "1.2M"), (2_000_000_000, "2.0G"),
])
def test_a_count_is_short(number: int, words: str) -> None:
    assert short(number) == words


@given(st.integers(0, 10**12))
def test_a_count_takes_four_characters_at_most_below_a_trillion(number: int) -> None:
    assert len(short(number)) <= 4 or number >= 10**12 - 10**9


def test_a_card_says_mood_author_place_and_reach_and_then_the_words() -> None:
    made = item(1, "Three of us got sick after the cold brew on Sunday. What are you going to do about it?",
                platform=Platform.REDDIT, author="tallgrass", place="r/boston", reach=12_000, replies=14, reposts=3,
                score=Score(0.97, 0.02, 0.01))
    assert text(layout(card(made), NARROW, UTF8)) == [
        "▼ neg 0.97  u/tallgrass  r/boston · 12k",
        "Three of us got sick after the cold brew on",
        "Sunday. What are you going to do about it?",
        "↩ 14  ⇄ 3",
        "─" * 47,
    ]


def test_counts_and_states_stand_beside_the_words_where_there_is_room() -> None:
    made = item(1, "sick", replies=14, triage=Triage(holder="ana", tags=("illness",)))
    lines = layout(card(made), WIDE, UTF8)
    assert text(lines)[:2] == ["◌ unscored  @mara● claimed by ana", "sick↩ 14  #illness"]
    assert len(lines) == 3


def test_a_prefix_that_is_there_already_is_not_written_twice() -> None:
    assert "@@" not in text(layout(card(item(1, "x", author="@mara")), WIDE, UTF8))[0]


def test_a_narrow_card_drops_the_place_before_the_reach_and_the_reach_before_the_name() -> None:
    made = item(1, "x", author="foodwatch.bsky", place="somewhere", reach=214_000)
    heads = [text(layout(card(made), Shape.of(width, 40), UTF8))[0] for width in (60, 44, 38, 24)]
    assert heads == [
        "◌ unscored  @foodwatch.bsky  somewhere · 214k", "◌ unscored  @foodwatch.bsky  214k",
        "◌ unscored  @foodwatch.bsky", "◌ uns @foodwatc…",
    ]


def test_a_long_post_ends_with_a_sign_that_there_is_more() -> None:
    lines = text(layout(card(item(1, "word " * 5000)), NARROW, UTF8))
    assert len(lines) == 5
    assert lines[3].endswith("…")


def test_states_are_told_by_their_glyphs_where_there_is_no_row_for_their_words() -> None:
    made = item(1, "sick", triage=Triage(holder="ana", escalated_to="legal", pinned=True))
    assert text(layout(card(made), Shape.of(20, 5), UTF8))[0].endswith("⚑●◈")


def test_what_a_person_says_stands_where_the_model_spoke() -> None:
    for label, said in (("negative", "✎ negative"), ("neutral", "✎ neutral "), ("irrelevant", "✎ off us  ")):
        made = item(1, "sick", score=Score(0.1, 0.1, 0.8), triage=Triage(label=Label(label)))
        assert text(layout(card(made), Shape.of(60, 20), UTF8))[0].startswith(said)
        assert text(layout(card(made), Shape.of(20, 5), UTF8))[0].startswith(said[:5])


def test_the_signs_of_both_sets_are_different_from_each_other() -> None:
    for signs in (UTF8, ASCII):
        states = [signs.negative, signs.neutral, signs.positive, signs.unscored, signs.claimed, signs.snoozed,
                  signs.escalated, signs.answered, signs.dismissed, signs.deleted, signs.edited,
                  signs.labelled, signs.pinned, signs.noted]
        assert len(set(states)) == len(states)
    assert glyphs(utf8=False) is ASCII
    assert all(str(getattr(ASCII, name)).isascii() for name in ASCII.__slots__)
    assert sentiment_sign(UTF8, None) == ("◌", "unscored")


def test_without_utf8_accents_go_and_the_rest_is_a_question_mark() -> None:
    assert to_ascii("Café “x” 返金 …") == 'Cafe "x" ?? ...'


TRIAGES = st.builds(
    Triage, status=st.sampled_from(Status), holder=st.sampled_from(["", "ana", "冷たい"]), pinned=st.booleans(),
    tags=st.sampled_from([(), ("a",), ("返金", "illness")]), escalated_to=st.sampled_from(["", "legal"]),
    notes=st.integers(0, 3), reason=st.just("spam"),
)
WORDS = st.text(st.one_of(
    st.sampled_from(list("ab  .é冷👍🏽👨👩\u200d\ufe0f🇩🇪कि\u0301")), st.characters(exclude_categories=["Cs"]),
), max_size=80)
ITEMS = st.builds(
    lambda said, author, place, triage, reach, deleted: item(
        1, said, author=author, place=place, triage=triage, reach=reach, deleted=deleted, replies=2,
    ),
    WORDS, WORDS, WORDS, TRIAGES, st.one_of(st.none(), st.integers(0, 10**9)), st.booleans(),
)
SIZES = st.tuples(st.integers(8, 120), st.integers(1, 40))


@settings(deadline=None)
@given(ITEMS, SIZES, st.booleans())
def test_a_card_never_changes_its_height_because_of_score_age_cursor_or_mark(
    made: Item, size: tuple[int, int], utf8: bool,
) -> None:
    shape, signs = Shape.of(*size), glyphs(utf8=utf8)
    scored = replace(made, score=Score(0.9, 0.1, 0.0))
    assert len(layout(card(made), shape, signs)) == len(layout(card(scored), shape, signs)) <= shape.lines + shape.rule


def cells_of_a_rude_terminal(output: str, column: int, how: int) -> tuple[set[int], int]:
    """Play a row on a terminal that joins nothing (2), joins all and finds all narrow (1) or drops the wide (0)."""
    touched: set[int] = set()
    at = 0
    while at < len(output):
        if output[at] == "\x1b":
            end = next(place for place in range(at + 2, len(output)) if output[place].isalpha())
            if output[end] == "G":
                column = int(output[at + 2:end]) - 1
            at = end + 1
            continue
        character = output[at]
        width = 1 if agreed(character) else how
        width = 0 if character in "\u200d\u0301\ufe0f" and how < 2 else min(width, cells(character))
        touched.update(range(column, column + width))
        column += width
        at += 1
    return touched, column


@settings(deadline=None, max_examples=200)
@given(ITEMS, SIZES, st.sampled_from([0, 1, 2]), st.booleans(), st.sampled_from(["standard", "256", "truecolor", None]))
def test_no_row_leaves_its_columns_on_a_terminal_that_measures_otherwise(
    made: Item, size: tuple[int, int], how: int, selected: bool,
    colours: Literal["standard", "256", "truecolor"] | None,
) -> None:
    shape = Shape.of(*size)
    console = Console(color_system=colours, force_terminal=True)
    look = Look(selected=selected, marked=False, age="103w")
    style = Style(color="red", bgcolor="black")
    strips = paint(layout(card(made), shape, UTF8), look, shape, UTF8, 7, lambda _role: style)
    for strip in strips:
        touched, column = cells_of_a_rude_terminal(strip.render(console), 7, how)
        assert touched == set(range(7, 7 + size[0]))
        assert column == 7 + size[0]
        assert strip.cell_length == size[0] == sum(segment.cell_length for segment in strip)


def test_a_deleted_post_keeps_its_words_and_steps_back() -> None:
    lines = layout(card(item(1, "sick", deleted=True)), WIDE, UTF8)
    assert "⊘ deleted" in text(lines)[0]
    assert lines[1].left[0].text == "sick"
    assert lines[1].left[0].role is Role.QUIET


def test_a_mark_is_shown_beside_the_mood_and_the_cursor_beside_all_rows() -> None:
    lines = layout(card(item(1, "sick and more", replies=2)), NARROW, UTF8)
    strips = paint(lines, Look(selected=True, marked=True, age="2m"), NARROW, UTF8, 0, lambda _role: Style())
    assert [strip.text[0] for strip in strips] == ["■", "▌", "─"]
    assert strips[0].text.rstrip().endswith("2m")
