"""How far back a listing is read, what is asked, and what the cursor remembers."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._reddit_faults import Fault, wait_of
from sources._reddit_listing import Mark, Page, Position, Walk, of_subreddits, of_terms, read_page, subreddit_names
from sources._reddit_reader import Haul, Reader
from warroom.domain.model import Gone, Post
from warroom.domain.terms import Terms

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)


def an_item(number: int, body: str = "", *, made: float | None = None, **more: object) -> dict[str, object]:
    return {"kind": "t1", "data": {"name": f"t1_{number}", "body": body or f"Acme {number}", "subreddit": "coffee",
                                   "created_utc": NOON.timestamp() + number if made is None else made, **more}}


def pages_of(newest: int, oldest: int) -> list[Page]:
    """A listing of items ``newest`` down to ``oldest``, a hundred a page."""
    numbers = list(range(newest, oldest - 1, -1))
    parts = [numbers[at:at + 100] for at in range(0, len(numbers), 100)] or [[]]
    return [Page([an_item(number) for number in part], f"t1_{part[-1]}" if part is not parts[-1] else "")
            for part in parts]


def walked(walk: Walk, pages: list[Page]) -> int:
    """Feed pages until the walk has enough; returns how many it took."""
    taken = 0
    while not walk.done:
        walk.take(pages[taken])
        taken += 1
    return taken


def test_a_first_look_is_one_page() -> None:
    walk = Walk(None)
    assert walked(walk, pages_of(999, 0)) == 1
    assert walk.mark.names[0] == "t1_999"
    assert not walk.gap


def test_a_gap_is_read_back_to_what_was_read_before() -> None:
    walk = Walk(Mark(("t1_250",), NOON.timestamp() + 250))
    assert walked(walk, pages_of(700, 0)) == 5
    assert not walk.gap


def test_the_way_back_ends_also_where_the_last_item_was_deleted() -> None:
    walk = Walk(Mark(("t1_zzz",), NOON.timestamp() + 1000))
    assert walked(walk, pages_of(1400, 0)) == 8  # 300 s beyond, for what came into the listing late
    assert not walk.gap


def test_a_gap_longer_than_reddit_lists_is_told() -> None:
    walk = Walk(Mark(("t1_5",), NOON.timestamp() + 5))
    assert walked(walk, pages_of(5000, 4001)) == 10
    assert walk.gap
    assert len(walk.items) == 1000


def test_an_item_that_vanishes_on_the_way_back_does_not_hide_what_is_behind_it() -> None:
    walk, pages = Walk(Mark(("t1_5",), NOON.timestamp() + 5)), pages_of(249, 0)
    walk.take(pages[0])
    assert walk.after == "t1_150"
    walk.take(Page([]))  # t1_150 was deleted meanwhile, and Reddit shows nothing after it
    assert (walk.done, walk.after) == (False, "t1_151")
    walk.take(pages[1])
    walk.take(pages[2])
    assert walk.done
    assert len(walk.items) == 250


def test_a_listing_that_really_ends_there_ends() -> None:
    walk = Walk(Mark(("t1_gone",), NOON.timestamp() - 10))
    walk.take(pages_of(249, 0)[0])
    for _ in range(3):
        walk.take(Page([]))
    assert walk.done
    assert not walk.gap


def test_a_young_subreddit_that_ends_early_hides_nothing() -> None:
    walk = Walk(Mark(("t1_gone",), NOON.timestamp() - 10))
    walked(walk, pages_of(30, 0))
    assert not walk.gap


def test_a_listing_that_became_empty_keeps_its_mark() -> None:
    mark = Mark(("t1_5",), NOON.timestamp() + 5)
    walk = Walk(mark)
    walk.take(Page([]))
    assert (walk.done, walk.gap, walk.mark) == (True, False, mark)


@given(st.integers(0, 900), st.integers(0, 900))
def test_no_item_after_the_mark_is_missed(before: int, more: int) -> None:
    walk = Walk(Mark((f"t1_{before}",), NOON.timestamp() + before))
    walked(walk, pages_of(before + more, 0))
    names = {item["data"]["name"] for item in walk.items}  # type: ignore[index]
    assert names >= {f"t1_{number}" for number in range(before + 1, before + more + 1)} or walk.gap


@pytest.mark.parametrize("answer", [
    None, [], "", {}, {"data": None}, {"data": {"children": None}}, {"data": {"children": {}}},
])
def test_what_is_no_listing_is_told_as_such(answer: object) -> None:
    with pytest.raises(Fault, match="no listing"):
        read_page(answer)


def test_an_odd_way_on_ends_the_listing() -> None:
    assert read_page({"data": {"children": [], "after": "../../x"}}).after == ""


def test_names_of_subreddits_are_taken_as_people_write_them() -> None:
    assert subreddit_names(["r/Coffee", "/r/coffee/", "espresso", "u/ana", "user/ben-x"]) == (
        ("Coffee", "espresso", "u_ana", "u_ben-x"), ())
    assert subreddit_names(["https://x", "a b", "../x", ""])[1] == ("https://x", "a b", "../x", "")


def test_many_subreddits_share_a_request() -> None:
    listings = of_subreddits([f"sub{number}" for number in range(60)], sifted=False)
    assert [len(listing.subreddits) for listing in listings] == [50, 50, 10, 10]
    assert listings[1].path.startswith("r/sub0+sub1+")
    assert listings[1].path.endswith("/comments")


def test_searches_hold_every_term_and_none_is_too_long() -> None:
    terms = Terms(brand=tuple(f"Acme Coffee number {number}" for number in range(60)), hashtags=("acmefail",))
    queries = [listing.params["q"] for listing in of_terms(terms)]
    assert all(len(query) <= 512 for query in queries)
    words = [word for query in queries for word in query.split(" OR ")]
    assert words == [f'"Acme Coffee number {number}"' for number in range(60)] + ['"acmefail"']


def test_a_term_cannot_break_out_of_its_search() -> None:
    assert of_terms(Terms(brand=('Acme" OR subreddit:secret "',)))[0].params["q"] == '"Acme OR subreddit:secret"'


def test_a_cursor_brings_everything_back() -> None:
    position = Position("Reddit", {"new:coffee": Mark(("t3_b", "t3_a"), 12.0), "old": Mark(("t3_x",), 1.0)})
    again, skipped = Position.read(position.write({"t3_b": "00.12"}, {"new:coffee"}), "Reddit")
    assert (again.marks, again.watched) == ({"new:coffee": Mark(("t3_b", "t3_a"), 12.0)}, {"t3_b": "00.12"})
    assert not skipped


@pytest.mark.parametrize("cursor", [
    "7@relay", "{", "[]", "{}", "null", '{"place": "Reddit", "marks": 3, "watched": {}, "count": 0}',
    '{"place": "Reddit", "marks": {"a": [1]}, "watched": {}, "count": 0}', "[" * 100_000,
])
def test_a_cursor_that_cannot_be_read_is_counted_and_left(cursor: str) -> None:
    position, skipped = Position.read(cursor, "Reddit")
    assert (position.marks, skipped) == ({}, {"a cursor that cannot be read": 1})


def test_the_cursor_of_another_server_is_not_used_here() -> None:
    cursor = Position("127.0.0.1:81", {"a": Mark(("t3_b",), 1.0)}).write({}, {"a"})
    position, skipped = Position.read(cursor, "Reddit")
    assert (position.marks, skipped) == ({}, {"a cursor of another server": 1})


def test_the_cursor_stays_small() -> None:
    reader = a_reader()
    reader.read([an_item(number) for number in range(5000)], Haul(), sifted=False)
    assert len(json.dumps(reader.carried())) < 25_000


def a_reader(brand: str = "Acme") -> Reader:
    return Reader(Terms(brand=(brand,)), www="https://r.example", now=lambda: NOON + timedelta(hours=1),
                  clock=lambda: 100.0)


def entries(reader: Reader, *items: object, sifted: bool = False) -> list[Post | Gone]:
    haul = Haul()
    reader.read(items, haul, sifted=sifted)
    return haul.entries


def test_a_post_comes_once_and_again_when_its_words_change() -> None:
    reader = a_reader()
    assert len(entries(reader, an_item(1), an_item(2))) == 2
    assert not entries(reader, an_item(2), an_item(1))
    [post] = entries(reader, an_item(1, "Acme, edited"), an_item(2))
    assert isinstance(post, Post)
    assert post.text == "Acme, edited"


def test_an_author_who_left_does_not_make_a_new_version() -> None:
    reader = a_reader()
    entries(reader, an_item(1, author="ana"))
    assert not entries(reader, an_item(1, author="[deleted]"))


def test_counts_come_again_only_when_they_moved() -> None:
    reader = a_reader()
    entries(reader, an_item(1, score=10))
    assert not entries(reader, an_item(1, score=14))
    assert len(entries(reader, an_item(1, score=15))) == 1
    assert not entries(reader, an_item(1, score=16))


def test_a_search_keeps_whole_words_only_but_an_edit_of_a_kept_post_stays() -> None:
    reader = a_reader()
    assert not entries(reader, an_item(1, "Acmeology is great"), sifted=True)
    assert len(entries(reader, an_item(2, "Acme is great"), sifted=True)) == 1
    assert len(entries(reader, an_item(2, "it is great"), sifted=True)) == 1


def test_a_bad_item_is_counted_once_however_often_it_is_listed() -> None:
    reader, haul = a_reader(), Haul()
    for _ in range(3):
        reader.read([None, an_item(1), {"kind": "t1", "data": {"name": "t1_x"}}], haul, sifted=False)
    assert haul.skipped == {"an item without data": 1, "a comment without words": 1}
    assert len(haul.entries) == 1


def test_a_post_that_reddit_leaves_out_twice_is_gone_but_never_for_an_empty_answer() -> None:
    reader, haul = a_reader(), Haul()
    entries(reader, an_item(1), an_item(2))
    for _ in range(3):
        reader.missed(["t1_1", "t1_2"], [], haul)
    assert not haul.entries
    reader.missed(["t1_1", "t1_2"], ["t1_2"], haul)
    assert not haul.entries
    reader.missed(["t1_1", "t1_2"], ["t1_2"], haul)
    assert [entry.native_id for entry in haul.entries] == ["t1_1"]


def test_a_deletion_of_an_unknown_post_is_left_to_the_store_to_know() -> None:
    reader, haul = a_reader(), Haul()
    reader.read([an_item(1, "[deleted]"), an_item(1, "[deleted]")], haul, sifted=False)
    assert not haul.entries
    assert [gone.native_id for gone in haul.strangers] == ["t1_1"]


def test_what_the_cursor_carried_is_not_brought_again_unless_it_changed() -> None:
    first, second = a_reader(), a_reader()
    entries(first, an_item(1), an_item(2))
    second.remember({**first.carried(), "../x": "00.1", "t1_9": "no time"})
    assert sorted(second.due(0)) == ["t1_1", "t1_2"]
    [post] = entries(second, an_item(1), an_item(2, "Acme, edited while nobody looked"))
    assert post.native_id == "t1_2"


@pytest.mark.parametrize(("header", "seconds"), [
    ("7", 7.0), ("7.5", 7.5), ("0", 0.0), ("-3", 0.0), ("99999", 3600.0), ("Fri, 06 Mar 2026 12:00:30 GMT", 30.0),
    ("Fri, 06 Mar 2026 11:00:00 GMT", 0.0), ("", None), ("soon", None), ("nan", None), ("inf", 3600.0),
])
def test_the_time_to_wait_is_read_as_seconds_or_as_a_date(header: str, seconds: float | None) -> None:
    assert wait_of(header, NOON) == seconds
