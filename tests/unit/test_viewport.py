"""The viewport over a shelf: whatever happens elsewhere, the cursor's item keeps its row."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from widgets.viewport import Viewport


class Stack:
    """Items with heights that can be changed, as a shelf would hold them."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.heights: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def id_at(self, at: int) -> int:
        return self.ids[at]

    def find(self, item_id: int) -> int | None:
        return self.ids.index(item_id) if item_id in self.ids else None

    def after(self, item_id: int) -> int:
        return sum(1 for each in self.ids if each <= item_id)

    def tall(self, at: int) -> int:
        return self.heights[self.ids[at]]

    def add(self, *heights: int) -> None:
        for height in heights:
            number = max(self.heights, default=0) + 1
            self.ids.append(number)
            self.heights[number] = height


def window(*heights: int, height: int = 10, newest_first: bool = True) -> tuple[Stack, Viewport]:
    stack = Stack()
    stack.add(*heights)
    made = Viewport(stack, stack.tall, newest_first=newest_first)
    made.resize(height)
    made.let_in()
    return stack, made


def on_screen(stack: Stack, made: Viewport) -> list[tuple[int, int]]:
    return [(stack.ids[at], top) for at, top in made.visible()]


def test_the_newest_is_at_the_top_and_is_followed() -> None:
    stack, made = window(4, 4, 4)
    assert on_screen(stack, made) == [(3, 0), (2, 4), (1, 8)]
    stack.add(3)
    made.let_in()
    assert on_screen(stack, made) == [(4, 0), (3, 3), (2, 7)]
    assert made.cursor == 4


def test_after_a_move_nothing_that_arrives_moves_anything() -> None:
    stack, made = window(4, 4, 4, 4, 4)
    made.move(1)
    before = on_screen(stack, made)
    stack.add(3, 5, 4)
    made.let_in()
    assert on_screen(stack, made) == before
    assert not made.following


def test_going_to_the_top_follows_again() -> None:
    stack, made = window(4, 4, 4)
    made.move(2)
    stack.add(4)
    made.let_in()
    made.top()
    assert (made.cursor, made.row, made.following) == (4, 0, True)


def test_with_the_newest_at_the_foot_the_last_card_ends_on_the_last_row() -> None:
    stack, made = window(4, 4, 4, newest_first=False)
    assert on_screen(stack, made) == [(1, -2), (2, 2), (3, 6)]
    stack.add(3)
    made.let_in()
    assert on_screen(stack, made)[-1] == (4, 7)


def test_the_cursor_scrolls_the_window_only_when_it_must() -> None:
    _stack, made = window(*[4] * 10)
    made.move(1)
    assert (made.cursor, made.row) == (9, 4)
    made.move(1)
    assert (made.cursor, made.row) == (8, 6)
    made.move(-1)
    assert (made.cursor, made.row) == (9, 2)


def test_a_move_past_the_end_stops_at_the_end_without_a_gap() -> None:
    _stack, made = window(*[4] * 10)
    made.move(99)
    assert (made.cursor, made.row) == (1, 6)
    made.move(-99)
    assert (made.cursor, made.row) == (10, 0)


def test_a_page_down_and_up_comes_back() -> None:
    _, made = window(*[4] * 30)
    made.move(5)
    before = made.cursor, made.row
    made.page(1)
    assert made.cursor is not None
    assert before[0] is not None
    assert made.cursor < before[0]
    made.page(-1)
    assert (made.cursor, made.row) == before


def test_pages_cross_cards_that_are_taller_than_the_window() -> None:
    _, made = window(*[15] * 3, height=4)
    made.page(1)
    assert (made.cursor, made.row) == (2, 0)
    made.page(1)
    made.page(1)
    assert made.cursor == 1


def test_the_wheel_takes_the_cursor_along_so_that_it_can_always_be_seen() -> None:
    stack, made = window(*[4] * 10)
    made.scroll(3)
    assert on_screen(stack, made)[0] == (10, -3)
    assert (made.cursor, made.row) == (9, 1)
    made.scroll(-3)
    assert on_screen(stack, made)[0] == (10, 0)
    assert made.cursor == 9


def test_what_is_not_let_in_is_not_shown() -> None:
    stack, made = window(4, 4)
    stack.add(4)
    made.mend()
    assert on_screen(stack, made) == [(2, 0), (1, 4)]
    assert not made.goto(3)


def test_an_item_that_was_dropped_leaves_its_row_to_its_neighbour() -> None:
    stack, made = window(*[4] * 10)
    made.move(99)
    made.move(-1)
    row = made.row
    del stack.ids[:5]
    made.let_in()
    assert (made.cursor, made.row) == (6, 6)
    assert row == 2


def test_an_empty_list_has_no_cursor_and_follows_what_comes() -> None:
    stack, made = window(4, 4)
    made.move(1)
    stack.ids.clear()
    made.let_in()
    assert (made.cursor, on_screen(stack, made)) == (None, [])
    made.move(1)
    made.page(1)
    made.scroll(3)
    made.top()
    made.bottom()
    stack.add(4)
    made.let_in()
    assert (made.cursor, made.row) == (3, 0)


def test_a_hidden_window_keeps_the_row() -> None:
    _, made = window(*[4] * 10)
    made.move(1)
    made.resize(0)
    made.resize(10)
    assert (made.cursor, made.row) == (9, 4)


def test_an_item_is_gone_to_wherever_it_is() -> None:
    _stack, made = window(*[4] * 200)
    assert made.goto(150)
    assert made.cursor == 150
    assert made.goto(149)
    assert 0 <= made.row <= 6
    assert not made.goto(999)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 6)), st.tuples(st.just("move"), st.integers(-4, 4)),
        st.tuples(st.just("page"), st.sampled_from([-1, 1])), st.tuples(st.just("scroll"), st.integers(-7, 7)),
        st.tuples(st.just("change"), st.integers(1, 40)), st.tuples(st.just("drop"), st.integers(1, 3)),
        st.tuples(st.just("goto"), st.integers(1, 60)), st.tuples(st.just("resize"), st.integers(1, 30)),
        st.tuples(st.just("ends"), st.sampled_from([0, 1])),
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=30), STEPS, st.booleans())
def test_only_a_move_moves_the_cursor(heights: list[int], steps: list[tuple[str, int]], newest_first: bool) -> None:
    stack, made = window(*heights, height=12, newest_first=newest_first)
    for step, value in steps:
        before, followed = (made.cursor, made.row), made.following
        if step == "add":
            stack.add(*[1 + (value * each) % 6 for each in range(1, value + 1)])
            made.let_in()
        elif step == "change":
            changed = stack.ids[value % len(stack.ids)] if stack.ids else None
            if changed is not None and changed != made.cursor:
                stack.heights[changed] = 1 + value % 7
            made.mend()
        elif step == "drop":
            assert made.cursor is not None
            del stack.ids[: min(value, stack.ids.index(made.cursor))]
            made.let_in()
        elif step == "resize":
            made.resize(value)
        elif step == "move":
            made.move(value)
        elif step == "page":
            made.page(value)
        elif step == "scroll":
            made.scroll(value)
        elif step == "goto":
            made.goto(value)
        elif value:
            made.top()
        else:
            made.bottom()
        size = stack.heights[made.cursor] if made.cursor is not None else 0
        if step in {"add", "change", "drop"} and not followed:
            assert (made.cursor, made.row) == before
        if step == "resize" and not followed:
            assert made.cursor == before[0]
            if before[1] + size <= value:
                assert made.row == before[1]
        shown = on_screen(stack, made)
        assert made.cursor in [each for each, _ in shown]
        tops = dict(shown)
        assert tops[made.cursor] == made.row >= 0
        if step not in {"change", "add", "drop"}:
            assert made.row + size <= max(made.height, size)
        places = [stack.ids.index(each) for each, _ in shown]
        way = -1 if newest_first else 1
        assert places == list(range(places[0], places[0] + way * len(places), way))
        assert all(top + stack.heights[each] == after for (each, top), (_, after) in itertools.pairwise(shown))
        if made.following:
            assert made.cursor == stack.ids[-1]


def test_the_cursor_stays_whole_where_the_window_gets_smaller() -> None:
    _, made = window(*[4] * 10, height=20)
    made.move(3)
    assert made.row == 12
    made.resize(9)
    assert (made.cursor, made.row) == (7, 5)


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_ends_are_the_ends(newest_first: bool) -> None:
    stack, made = window(*[3] * 20, newest_first=newest_first)
    made.bottom()
    assert on_screen(stack, made)[-1] == (1 if newest_first else 20, 7)
    made.top()
    assert on_screen(stack, made)[0] == (20 if newest_first else 1, 0)
