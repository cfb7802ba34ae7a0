"""The console's pure parts: rows that fit, figures that are honest, panes that fit, a thread as a tree."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.engine import NOON, a_post
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.binding import Binding

from warroom.domain.estimate import Share
from warroom.domain.events import EventType, NewEvent, seal
from warroom.domain.gauge import Checked, Reading
from warroom.domain.health import ScorerState, SourceReport, SourceState, Vitals
from warroom.domain.item import Item
from warroom.domain.model import LIVE, Platform
from warroom.screens.arrange import arrange
from warroom.screens.keys import ROOM, catalogue, display
from warroom.screens.pump import Meter
from widgets import gauge, health, words
from widgets.detail import Dossier, conversation, near, page, tree
from widgets.plainly import plainly
from widgets.rows import Chunk, Tone, chunk, cut, fold, lay_out, plain, width
from widgets.spot import Progress, progress_words
from widgets.timeline import event_rows
from widgets.wrap import cells

READY = Vitals(scorer=ScorerState.READY)


@given(st.integers(1, 120), st.lists(st.text(max_size=20), max_size=6), st.lists(st.text(max_size=20), max_size=4))
def test_a_row_never_runs_over_its_columns(columns: int, left: list[str], right: list[str]) -> None:
    row = lay_out(columns, [chunk(text, rank=at) for at, text in enumerate(left)], [chunk(text) for text in right])
    assert width(row) <= columns


def test_the_least_important_words_go_first() -> None:
    chunks = [chunk("title"), chunk("severity", rank=1), chunk("since", rank=3), chunk("kind", rank=2)]
    assert plain(lay_out(40, chunks)) == "title   severity   since   kind"
    assert plain(lay_out(26, chunks)) == "title   severity   kind"
    assert plain(lay_out(10, chunks)) == "title"
    assert plain(lay_out(4, chunks)) == "tit…"


def test_what_stands_at_the_right_stays_at_the_right() -> None:
    assert plain(lay_out(12, [chunk("ab")], [chunk("cd")])) == "ab        cd"


@given(st.text(max_size=200), st.integers(2, 60), st.integers(0, 5))
def test_folded_words_fit_and_say_where_something_is_missing(text: str, columns: int, most: int) -> None:
    lines = fold(text, columns, most=most)
    assert all(cell_len(line) <= columns for line in lines)
    assert not most or len(lines) <= most


def test_a_cut_row_ends_with_an_ellipsis() -> None:
    assert plain(cut([("abc", Tone.PLAIN), ("defg", Tone.DIM)], 5)) == "abcd…"


@given(st.text(max_size=60))
def test_ascii_takes_as_many_cells_as_what_it_stands_for(text: str) -> None:
    shown = "".join(mark for mark in text if mark.isprintable())
    assert plainly(shown).isascii()
    assert len(plainly(shown)) == cells(shown)


@pytest.mark.parametrize(("net", "mark"), [(-1.0, 1), (0.0, 11), (1.0, 21)])
def test_the_mark_of_the_mood_stands_where_its_figure_is(net: float, mark: int) -> None:
    bar = plain(gauge.mood_bar(net, 23))
    assert len(bar) == 23
    assert bar.index("●") == mark


def test_the_mood_has_no_figure_before_enough_posts_are_scored() -> None:
    reading = Reading(window=timedelta(hours=1), n=4, unscored=9, net=-0.5, negative=0.9)
    text = "\n".join(plain(row) for row in gauge.tall_rows(reading, READY, 180, 10))
    assert "4 of the 10 scored posts" in text
    assert "-0.50" not in text
    assert "90 %" not in text


@pytest.mark.parametrize(("vitals", "reading", "said"), [
    (Vitals(scorer=ScorerState.STARTING), Reading(window=timedelta(hours=1), unscored=3), "loading, 3 posts wait"),
    (Vitals(scorer=ScorerState.OFF), Reading(window=timedelta(hours=1), unscored=3), "not scored here"),
    (Vitals(scorer=ScorerState.FAILED, scorer_reason="No file."), Reading(window=timedelta(hours=1)), "No file."),
    (READY, Reading(window=timedelta(hours=2)), "no posts in the last 2 h"),
    (READY, Reading(window=timedelta(hours=1), unscored=1), "1 post wait"),
])
def test_the_gauge_says_why_it_has_no_figure(vitals: Vitals, reading: Reading, said: str) -> None:
    why = gauge.no_mood(reading, vitals, 10)
    assert why is not None
    assert said in why[0]


def a_check(low: float, share: float, high: float, labels: int = 50) -> Checked:
    made = Share(share, low, high, labels, 500)
    return Checked(made, made, made, labels)


def test_a_share_that_nobody_checked_says_so() -> None:
    reading = Reading(window=timedelta(hours=1), n=500, net=-0.4, negative=0.43)
    assert "negative 43 % as the model counts, unchecked" in plain(gauge.tall_rows(reading, READY, 180, 10)[0])
    assert "neg 43 % model" in plain(gauge.short_row(reading, READY, 78, 10))


def test_a_checked_share_stands_before_the_models_with_its_interval_labels_and_age() -> None:
    reading = Reading(window=timedelta(hours=1), n=500, net=-0.4, negative=0.43, checked=a_check(0.54, 0.61, 0.68),
                      age=timedelta(minutes=6), volume=(9,) * 30)
    assert "negative 61 % ±7 checked (50 labels, 6 m ago)    model 43 % (18 too low)" in plain(
        gauge.tall_rows(reading, READY, 180, 10)[0])
    short = plain(gauge.short_row(reading, READY, 78, 10))
    assert "neg 61 % ±7 checked" in short
    assert "-0.40" in short
    lopsided = replace(reading, checked=a_check(0.0, 0.01, 0.07, 1), age=timedelta(0), negative=0.01)
    assert "negative  1 % (0 to 7) checked (1 label, now)    model  1 % (agrees)" in plain(
        gauge.tall_rows(lopsided, READY, 180, 10)[0])


def test_what_people_checked_is_told_also_where_the_model_is_off() -> None:
    reading = Reading(window=timedelta(hours=1), unscored=80, checked=a_check(0.5, 0.6, 0.7))
    off = Vitals(scorer=ScorerState.OFF)
    for rows in (gauge.tall_rows(reading, off, 180, 10), [gauge.short_row(reading, off, 78, 10)]):
        assert "60 % ±10 checked" in plain(rows[0])


def test_a_spot_check_tells_how_far_it_is_and_what_comes_of_going_on() -> None:
    share = Share(0.61, 0.52, 0.70, 23, 500)
    assert progress_words(Progress(labels=23, posts=500, share=share)) == "23/50, negative 61 % ±9 → ±6"
    assert progress_words(Progress(labels=0, posts=500)) == "0/50 → ±11"
    assert progress_words(Progress(labels=50, posts=500, share=replace(share, labels=50))).startswith("50/100, ")
    assert progress_words(Progress(labels=12, posts=12, share=share)) == "12/12, negative 61 % ±9"


def test_figures_keep_their_columns() -> None:
    def at(net: float, per_hour: float) -> list[str]:
        reading = Reading(window=timedelta(hours=1), n=500, net=net, negative=0.5, per_hour=per_hour,
                          volume=(1,) * 30, trend=(0.0,) * 30)
        return [plain(row) for row in gauge.tall_rows(reading, READY, 180, 10)]

    calm, busy = at(0.0, 7), at(-0.99, 123_456)
    assert calm[0].index("negative") == busy[0].index("negative")
    assert calm[1].index("over time") == busy[1].index("over time")


@given(st.lists(st.integers(0, 1000), max_size=80), st.integers(1, 60))
def test_the_volume_is_drawn_in_the_columns_that_there_are(volume: list[int], columns: int) -> None:
    assert len(gauge.volume_line(volume, columns)) == columns


@given(st.integers(1, 500), st.integers(1, 200), st.integers(0, 3), st.integers(0, 3), st.booleans(), st.booleans())
def test_the_pane_that_somebody_is_in_is_always_shown(
    columns: int, rows: int, current: int, first: int, zoomed: bool, detail: bool,
) -> None:
    made = arrange(columns, rows, panes=4, current=current, first=first, zoomed=zoomed, detail=detail)
    assert current in made.shown or (detail and not made.shown)
    assert list(made.shown) == sorted(set(made.shown))
    assert all(0 <= place < 4 for place in made.shown)


def test_going_to_a_pane_moves_no_further_than_it_must() -> None:
    assert list(arrange(120, 40, panes=4, current=1, first=0).shown) == [0, 1]
    assert list(arrange(120, 40, panes=4, current=2, first=0).shown) == [1, 2]
    assert list(arrange(120, 40, panes=4, current=1, first=1).shown) == [1, 2]
    assert list(arrange(120, 40, panes=4, current=0, first=1).shown) == [0, 1]


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (950, "950"), (3_200, "3.2k"), (214_000, "214k"),
                                              (999_999, "1.0M"), (1_300_000, "1.3M")])
def test_large_numbers_take_four_characters(number: float, text: str) -> None:
    assert words.short(number) == text


@pytest.mark.parametrize(("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"),
                                              (12, "12th"), (23, "23rd"), (112, "112th")])
def test_tries_are_counted_as_one_speaks(number: int, text: str) -> None:
    assert health.ordinal(number) == text


def test_the_worst_of_a_platforms_sources_is_shown() -> None:
    def report(state: SourceState) -> SourceReport:
        return SourceReport(name=state, platforms=frozenset({Platform.REDDIT}), state=state, since=NOON)

    states = [report(state) for state in (SourceState.LIVE, SourceState.FAILED, SourceState.STARTING)]
    worst = health.worst(states, Platform.REDDIT)
    assert worst is not None
    assert worst.state is SourceState.FAILED
    assert health.worst(states, Platform.BLUESKY) is None


def test_a_rate_is_that_of_the_last_ten_seconds() -> None:
    now = [0.0]
    meter = Meter(lambda: now[0])
    meter.add(50)
    assert meter.rate == 5
    now[0] = 11
    assert meter.rate == 0


def item(number: int, parent: int = 0, minute: int = 0) -> Item:
    post = a_post(number, parent_id=str(parent) if parent else "", created_at=NOON + timedelta(minutes=minute))
    return Item(id=number, room=LIVE, post=post, received_at=NOON)


def test_a_thread_is_a_tree_in_order_of_time() -> None:
    thread = [item(1), item(3, 1, 5), item(2, 1, 2), item(4, 2, 9), item(9, 77, 1)]
    assert [(depth, each.id) for depth, each in tree(thread)] == [(0, 1), (1, 2), (2, 4), (1, 3), (0, 9)]


def test_posts_that_answer_each_other_in_a_ring_are_shown_all_the_same() -> None:
    ring = [item(1, 2), item(2, 1), item(3, 3)]
    assert sorted(each.id for _, each in tree(ring)) == [1, 2, 3]
    assert [each.id for _, each in near(Dossier(item=ring[0], now=NOON, thread=ring))][-2:] == [1, 2]


def test_the_page_begins_with_what_the_post_answers() -> None:
    thread = [item(1), item(2, 1), item(3, 2), *(item(number, 1) for number in range(10, 60))]
    dossier = Dossier(item=thread[2], now=NOON + timedelta(hours=1), thread=thread)
    assert [each.id for _, each in near(dossier)] == [1, 2, 3]
    text = "\n".join(plain(row) for row in page(dossier, 80))
    pointed = "50 other posts in this thread, at the end of the page"
    assert text.index(pointed) < text.index("facts") < text.index("all 53 posts")
    beside_a_reply = [plain(row).strip() for row in conversation(dossier, 80)]
    assert "50 other posts in this thread" in beside_a_reply  # there is no page there, and no end of one


def test_our_own_answer_is_called_ours_and_that_of_others_is_only_in_the_thread() -> None:
    thread = [item(1), replace(item(2, 1), context=True), replace(item(3, 1), context=True)]
    dossier = Dossier(item=thread[0], now=NOON, thread=thread, ours=frozenset({thread[2].key}))
    heads = [plain(row) for row in conversation(dossier, 80) if "ago" in plain(row)]
    assert ["only in this thread" in head for head in heads] == [False, True, False]
    assert "↩ ours" in heads[2]


def test_a_thread_that_stands_whole_above_is_not_told_again_at_the_end() -> None:
    thread = [item(1), item(2, 1), item(3, 2)]
    dossier = Dossier(item=thread[1], now=NOON + timedelta(hours=1), thread=thread)
    text = "\n".join(plain(row) for row in page(dossier, 80))
    assert "posts of the thread" not in text
    assert "in this thread" not in text
    assert all(text.count(f"post number {number}") == 1 for number in (1, 2, 3))


@given(st.text(max_size=300), st.text(max_size=40), st.integers(12, 120))
def test_no_page_runs_over_its_columns_or_lets_a_control_through(text: str, author: str, columns: int) -> None:
    made = item(1)
    dossier = Dossier(item=replace(made, post=replace(made.post, text=text, author=author, quoted=text)), now=NOON)
    for row in page(dossier, columns):
        assert not any(ord(mark) < 32 or 127 <= ord(mark) < 160 for mark in plain(row))


def test_an_event_is_told_in_three_lines_at_the_most() -> None:
    new = NewEvent(type=EventType.NOTE, actor="ana", summary="note: " + "long words " * 40, occurred_at=NOON)
    event = seal(new, incident="inc", seq=1, recorded_at=NOON, drill=True, prev_hash="0" * 64)
    rows = event_rows(event, 40, today="2026-03-06")
    assert len(rows) == 3
    assert plain(rows[0]).startswith("12:00:00 ▞ ana ≡ note: long")
    assert plain(rows[2]).endswith("…")
    assert all(width(row) <= 40 for row in rows)
    assert plain(event_rows(event, 40, today="2026-03-07")[0]).startswith("06 Mar")


def test_keys_are_written_as_on_the_keyboard() -> None:
    assert [display(key) for key in ("question_mark", "slash", "G", "ctrl+q", "escape", "shift+tab", "asterisk")] == [
        "?", "/", "G", "ctrl+q", "Esc", "shift+Tab", "*"]
    remapped = {key.id: key.keys for key in catalogue({"room.claim": "x,ctrl+k"})}
    assert remapped["room.claim"] == "x ctrl+k"


def test_no_key_of_the_room_has_two_meanings() -> None:
    names = Counter(key for binding in Binding.make_bindings(ROOM) for key in binding.key.split(","))
    assert [key for key, count in names.items() if count > 1] == []


def test_a_chunk_knows_its_columns() -> None:
    assert Chunk((("日本", Tone.PLAIN), ("a", Tone.DIM))).width == 5
