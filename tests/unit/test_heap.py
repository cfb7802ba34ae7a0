"""Strings in one block stay what they are and where they are, and what is gone takes no room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.heap import Heap

strings = st.text(max_size=12).map(lambda text: text.encode("utf-8", "surrogatepass"))
steps = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 30), st.lists(strings, max_size=5)),
    st.tuples(st.just("replace"), st.integers(0, 30), strings),
    st.tuples(st.just("drop"), st.integers(0, 6), st.none()),
    st.tuples(st.just("clear"), st.just(0), st.none()),
)


@given(st.lists(steps, max_size=30))
def test_a_heap_is_a_list_of_strings(made: list[tuple[str, int, object]]) -> None:
    heap, plain = Heap(), list[bytes]()
    for step, number, given_ in made:
        row = min(number, len(plain))
        if step == "insert" and isinstance(given_, list):
            heap.insert(row, given_)
            plain[row:row] = given_
        elif step == "replace" and isinstance(given_, bytes) and row < len(plain):
            heap.replace(row, given_)
            plain[row] = given_
        elif step == "drop":
            heap.drop(row)
            del plain[:row]
        elif step == "clear":
            heap.clear()
            plain.clear()
        assert len(heap) == len(plain)
        assert [heap[row] for row in range(len(heap))] == plain


def test_what_is_dropped_while_more_comes_takes_no_room() -> None:
    heap = Heap()
    for number in range(300):
        heap.insert(len(heap), [f"{number:>500}".encode()] * 100)
        if len(heap) > 1_000:
            heap.drop(100)
    assert len(heap) == 1_000
    assert heap.size == 1_000 * 501
    assert heap[0].endswith(b"290")


def test_what_is_replaced_again_and_again_takes_no_more_than_twice_the_room() -> None:
    heap = Heap()
    heap.insert(0, [b"x" * 1_000] * 100)
    for number in range(10_000):
        heap.replace(number % 100, b"y" * 1_000)
    assert heap.size < 2 * 100 * 1_001 + 2**16 + 1_001
    assert heap[7] == b"y" * 1_000


def test_older_strings_that_came_later_leave_their_room_too() -> None:
    heap = Heap()
    heap.insert(0, [b"newest"])
    for _ in range(50):
        heap.insert(0, [b"older" * 1_000] * 20)
        heap.drop(20)
    assert heap.size < 2**18
    assert heap[0] == b"newest"
