from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from helpers.cards import NOW, item, items
from hypothesis import given, settings
from hypothesis import strategies as st

from warroom.domain.item import Item
from warroom.domain.model import LIVE, Platform, Post, Score, Sentiment, Unscored
from warroom.domain.triage import UNTOUCHED, Status, Triage
from widgets.shelf import Shelf, said

WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
COUNTS = st.one_of(st.none(), st.integers(0, 10**7))
POSTS = st.builds(
    Post, platform=st.sampled_from(Platform), native_id=WORDS, author=WORDS, text=st.text(max_size=300), place=WORDS,
    created_at=st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    reach=st.one_of(st.none(), st.integers(0, 2**31 - 1)), replies=COUNTS, reposts=COUNTS, likes=COUNTS,
    media_alt=st.lists(WORDS, max_size=2).map(tuple), quoted=WORDS,
)
TRIAGES = st.one_of(
    st.just(UNTOUCHED),
    st.builds(
        Triage, status=st.sampled_from(Status), holder=WORDS, tags=st.lists(WORDS, max_size=3).map(tuple),
        pinned=st.booleans(),
    ),
)
SCORES = st.one_of(st.none(), st.just(Unscored("no")), st.builds(Score, *[st.floats(0, 1)] * 3))
ITEMS = st.builds(
    Item, id=st.integers(0, 2**62), room=st.just(LIVE), post=POSTS, received_at=st.just(NOW), version=st.integers(1, 9),
    deleted_at=st.one_of(st.none(), st.just(NOW)), score=SCORES, triage=TRIAGES,
)


@settings(deadline=None)
@given(st.lists(ITEMS, max_size=12, unique_by=lambda made: made.id))
def test_what_goes_on_the_shelf_comes_back(made: list[Item]) -> None:
    shelf = Shelf()
    shelf.extend(made)
    assert [shelf.id_at(at) for at in range(len(shelf))] == sorted(each.id for each in made)
    for each in made:
        at = shelf.find(each.id)
        assert at is not None
        card = shelf.card(at)
        assert shelf.key_at(at) == card.key == each.key
        assert (card.author, card.place, card.text) == (each.post.author, each.post.place, said(each.post))
        assert card.created_at == shelf.created_at(at) == each.post.created_at.timestamp()
        assert card.reach == each.post.reach
        counts = (each.post.replies, each.post.reposts, each.post.likes)
        assert card.counts == (counts if any(counts) else (None, None, None))
        assert card.triage == each.triage
        assert (card.edited, card.deleted) == (each.version > 1, each.deleted_at is not None)
        if isinstance(each.score, Score):
            assert card.label is each.score.label
            assert card.confidence == pytest.approx(each.score.confidence, abs=0.0051)
        else:
            assert card.label is None


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["add", "add", "drop"]), st.integers(1, 50)), max_size=30))
def test_dropping_the_oldest_keeps_the_rest_where_it_was(steps: list[tuple[str, int]]) -> None:
    shelf, model, number = Shelf(), [], 0
    for step, count in steps:
        if step == "add":
            made = items(number + 1, number + count)
            number += count
            shelf.extend(made)
            model += made
        else:
            shelf.drop(count)
            model = model[count:]
        assert len(shelf) == len(model)
        assert [shelf.card(at).key for at in range(len(shelf))] == [each.key for each in model]
        assert all(shelf.find(each.id) == at for at, each in enumerate(model))


def test_a_long_life_does_not_keep_what_was_dropped() -> None:
    shelf = Shelf()
    for start in range(0, 20_000, 100):
        shelf.extend(items(start + 1, start + 100))
        shelf.drop(len(shelf) - 500)
    assert len(shelf) == 500
    assert shelf.id_at(0) == 19_501
    assert shelf.card(499).key == "mastodon:n20000"
    assert shelf.rows < 2000


def test_a_post_that_comes_late_goes_to_its_place_and_one_that_is_known_is_replaced() -> None:
    shelf = Shelf()
    shelf.extend([item(1), item(5)])
    shelf.extend([item(3, "late"), item(5, "again"), item(6)])
    assert [shelf.id_at(at) for at in range(len(shelf))] == [1, 3, 5, 6]
    assert [shelf.card(at).text for at in (1, 2)] == ["late", "again"]


def test_older_posts_go_before_all_others_and_bring_what_the_team_did_to_them() -> None:
    shelf = Shelf()
    shelf.extend(items(1, 1500))
    shelf.drop(1400)
    shelf.extend([item(9, triage=Triage(holder="ana")), item(7), item(1501)])
    assert [shelf.id_at(at) for at in (0, 1, 2, len(shelf) - 1)] == [7, 9, 1401, 1501]
    assert shelf.card(1).triage.holder == "ana"
    assert shelf.card(2).key == "mastodon:n1401"


def test_a_change_replaces_everything_and_says_whether_the_post_is_here() -> None:
    shelf = Shelf()
    before = item(7, "before", triage=Triage(holder="ana"))
    shelf.extend([before])
    after = replace(before, post=replace(before.post, text="after"), version=2, triage=UNTOUCHED, deleted_at=NOW)
    assert shelf.change(after)
    card = shelf.card(0)
    assert (card.text, card.edited, card.deleted, card.triage) == ("after", True, True, UNTOUCHED)
    assert not shelf.change(item(8))


def test_scores_reach_the_posts_that_are_here() -> None:
    shelf = Shelf()
    shelf.extend(items(1, 3))
    assert shelf.score({2: Score(0.9, 0.05, 0.05), 9: Score(0, 0, 1), 3: Unscored("empty")}) == [2, 3]
    assert [shelf.card(at).label for at in range(3)] == [None, Sentiment.NEGATIVE, None]


def test_the_first_post_after_an_id_is_found_whether_or_not_the_id_is_here() -> None:
    shelf = Shelf()
    shelf.extend([item(2), item(4)])
    assert [shelf.after(number) for number in (1, 2, 3, 4)] == [0, 1, 1, 2]
    assert shelf.find(3) is None


def test_positions_past_the_ends_are_errors() -> None:
    shelf = Shelf()
    shelf.extend(items(1, 2))
    for at in (-1, 2):
        with pytest.raises(IndexError):
            shelf.card(at)
        with pytest.raises(IndexError):
            shelf.id_at(at)


def test_a_search_wants_all_words_of_text_or_author_whatever_their_case() -> None:
    shelf = Shelf()
    shelf.extend([
        item(1, "Cold Brew made me sick", author="ana"), item(2, "Straße gesperrt"), item(3, "co\u00adld and sick"),
        item(4, "nothing"),
    ])

    def found(*words: str) -> int | None:
        return shelf.search(words, iter(range(len(shelf))))

    assert found("SICK", "brew") == 0
    assert found("ana") == 0
    assert found("STRASSE") == 1
    assert found("cold", "and") == 2
    assert found("mastodon") is None
    assert found("n4") is None


def test_a_post_without_words_says_what_it_shows() -> None:
    assert said(item(1, " ", media_alt=("a broken cup",)).post) == "[image] a broken cup"
    assert said(item(1, "", quoted="see this").post) == "[quotes] see this"
    assert said(item(1, "", links=("https://a.example/",)).post) == "https://a.example/"
    assert said(item(1, "").post) == "[no words]"


def test_a_name_with_a_null_does_not_break_the_record() -> None:
    shelf = Shelf()
    shelf.extend([item(1, "a\0b", author="x\0y")])
    assert shelf.card(0).author == "x\ufffdy"
    assert shelf.card(0).text == "a\0b"
