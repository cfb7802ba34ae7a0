from __future__ import annotations

from typing import Any

import pytest
from helpers.making import START, Book, books, item
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import BadLog, BadMove
from warroom.domain.events import Event, EventType, from_row, to_row
from warroom.domain.incident import Kind, fold, plain_state, rebuild
from warroom.domain.model import LIVE, PostKey
from warroom.domain.triage import UNTOUCHED, Verb
from warroom.domain.wire import changes_to_json, must_still_hold, reverse

KEY = PostKey("mastodon:1")


@given(books())
def test_folding_the_log_gives_the_state_that_the_acts_made(book: Book) -> None:
    incident, states = rebuild(book.events)
    assert incident == book.incident
    assert {key: state for key, state in states.items() if state != UNTOUCHED} == {
        key: state for key, state in book.states.items() if state != UNTOUCHED}
    assert incident is not None
    assert (incident.head_seq, incident.head_hash) == (len(book.events), book.events[-1].hash)


@given(books())
def test_a_log_read_back_from_its_rows_gives_the_same_state(book: Book) -> None:
    assert rebuild(from_row(to_row(event)) for event in book.events) == rebuild(book.events)


@given(books(), st.data())
def test_undoing_every_act_from_the_last_gives_untouched_posts(book: Book, data: st.DataObject) -> None:
    acts = [event for event in book.events if event.post is not None]
    for event in reversed(acts):
        must_still_hold(_plain(book, event), event.changes)
        book.write(EventType.UNDO, event.actor, "undid", {
            "changes": changes_to_json(reverse(event.changes)), "undoes": event.id}, post=event.post)
    _, states = rebuild(book.events)
    assert all(state == UNTOUCHED for state in states.values())


def _plain(book: Book, event: Event) -> dict[str, Any]:
    from warroom.domain.triage import to_json

    assert event.post is not None
    return to_json(rebuild(book.events)[1][event.post])


def test_an_undo_after_a_later_act_is_refused() -> None:
    book = Book([item(1)])
    book.act(Verb.CLAIM, KEY)
    claim = book.events[-1]
    book.act(Verb.ASSIGN, KEY, value="jo")
    with pytest.raises(BadMove, match="changed again"):
        must_still_hold(_plain(book, claim), claim.changes)


def test_an_incident_is_what_its_log_says() -> None:
    book = Book(kind=Kind.DRILL, title="Sick on Sunday")
    assert book.opened.drill
    assert book.opened.room == "drill-1"
    assert (book.opened.title, book.opened.opened_at, book.opened.open) == ("Sick on Sunday", START, True)
    book.severity(2)
    book.close()
    assert (book.opened.severity, book.opened.open) == (2, False)
    assert plain_state(book.opened) == {
        "severity": 2, "title": "Sick on Sunday", "closed": True, "cluster": "", "strategy": ""}
    book.write(EventType.REOPENED, "mara", "reopened", {"changes": {"closed": [True, False]}})
    assert book.opened.closed_at is None


def test_a_log_begins_with_the_opening_and_has_one() -> None:
    book = Book()
    with pytest.raises(BadLog, match="opens an incident that is open"):
        fold(book.opened, book.events[0])
    book.close()
    with pytest.raises(BadLog, match="before the incident was opened"):
        rebuild(book.events[1:])
    assert rebuild([]) == (None, {})


def test_an_event_of_another_incident_is_refused() -> None:
    drill = Book(kind=Kind.DRILL)
    drill.close()
    with pytest.raises(BadLog, match="stands in the log of inc-1"):
        fold(Book().opened, drill.events[1])


@pytest.mark.parametrize("made", [
    {"mood": ["good", "bad"]}, {"severity": [None, 5]}, {"severity": [None, True]}, {"severity": [None, "high"]},
    {"title": ["a", 7]}, {"closed": [False, "yes"]}, {"closed": [False]}, {"closed": "ab"}, "everything", [1, 2], 7,
])
def test_a_change_that_an_incident_cannot_have_is_refused_with_the_event(made: Any) -> None:
    book = Book()
    with pytest.raises(BadLog, match="inc-1/2"):
        book.write(EventType.SEVERITY, "mara", "?", {"changes": made})


@pytest.mark.parametrize("made", [
    {"mood": ["good", "bad"]}, {"status": ["open", "lost"]}, {"notes": [0, "many"]}, {"tags": [[], "legal"]},
    {"pinned": [0]}, [1], "all",
])
def test_a_state_that_a_post_cannot_have_is_refused_with_the_event(made: Any) -> None:
    book = Book([item(1)])
    book.write(EventType.PIN, "mara", "?", {"changes": made}, post=KEY)
    with pytest.raises(BadLog, match="inc-1/2"):
        rebuild(book.events)


def test_an_unknown_kind_is_refused() -> None:
    book = Book()
    forged = {**to_row(book.events[0]), "details": {"kind": "party", "room": LIVE}}
    with pytest.raises(BadLog, match="party"):
        rebuild([from_row(forged)])
