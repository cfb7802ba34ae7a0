from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from helpers.making import START, Book, books, item
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import BadLog
from warroom.domain.events import GENESIS, Event, EventType, NewEvent, chain_hash, first_break, from_row, seal, to_row
from warroom.domain.model import Platform, PostKey
from warroom.domain.triage import Verb
from warroom.domain.wire import canonical, from_stamp, stamp

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=6,
)
NEW = st.builds(
    NewEvent, type=st.sampled_from(EventType), actor=st.text(max_size=8), summary=st.text(max_size=20),
    occurred_at=st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
    post=st.none() | st.text(max_size=10).map(PostKey), details=st.dictionaries(st.text(max_size=5), JSON, max_size=3),
    severity=st.none() | st.integers(1, 4), platform=st.none() | st.sampled_from(Platform),
    post_url=st.text(max_size=9), content_sha256=st.text(max_size=9),
    tags=st.lists(st.text(max_size=5), max_size=2).map(tuple), pinned=st.booleans(),
)


def chained(news: list[NewEvent]) -> list[Event]:
    log: list[Event] = []
    for new in news:
        log.append(seal(new, incident="inc-1", seq=len(log) + 1, recorded_at=START, drill=False,
                        prev_hash=log[-1].hash if log else GENESIS))
    return log


def other(value: Any) -> Any:
    """A value of the same kind that is another one."""
    match value:
        case bool():
            return not value
        case None:
            return None
        case int():
            return value + 1
        case EventType():
            return EventType.PIN if value is not EventType.PIN else EventType.UNPIN
        case Platform():
            return Platform.REDDIT if value is not Platform.REDDIT else Platform.BLUESKY
        case str():
            return value + "x"
        case datetime():
            return value + timedelta(microseconds=1)
        case tuple():
            return (*value, "x")
        case dict():
            return {**value, "x": "x"}
    raise AssertionError(value)


@given(st.lists(NEW, max_size=5))
def test_a_log_as_it_was_written_is_whole(news: list[NewEvent]) -> None:
    assert first_break(chained(news)) is None


@given(NEW)
def test_an_event_survives_the_way_through_its_row(new: NewEvent) -> None:
    event = chained([new])[0]
    assert from_row(to_row(event)) == event
    assert from_row(json.loads(canonical(to_row(event)))) == event


@given(st.lists(NEW, min_size=1, max_size=4), st.data())
def test_a_change_of_any_field_of_any_event_is_found_at_that_event(news: list[NewEvent], data: st.DataObject) -> None:
    log = chained(news)
    place = data.draw(st.integers(0, len(log) - 1))
    victim = log[place]
    for name in Event.__slots__ + NewEvent.__slots__:
        value = other(getattr(victim, name))
        if value is None:
            value = 3 if name == "severity" else Platform.REDDIT if name == "platform" else PostKey("mastodon:9")
        forged = [*log[:place], replace(victim, **{name: value}), *log[place + 1:]]
        found = first_break(forged)
        assert found is not None, name
        assert found.seq == (victim.seq + 1 if name == "seq" else victim.seq), name


@given(st.lists(NEW, min_size=2, max_size=5), st.data())
def test_a_missing_or_moved_event_is_found(news: list[NewEvent], data: st.DataObject) -> None:
    log = chained(news)
    place = data.draw(st.integers(0, len(log) - 2))
    found = first_break(log[:place] + log[place + 1:])
    assert found is not None
    assert found.seq == place + 2
    swapped = [*log[:place], log[place + 1], log[place], *log[place + 2:]]
    assert first_break(swapped) is not None


def test_a_forger_who_mends_one_hash_is_found_at_the_next_event() -> None:
    book = Book([item(1)])
    book.act(Verb.CLAIM, PostKey("mastodon:1"))
    book.close()
    forged = replace(book.events[1], actor="nobody")
    mended = replace(forged, hash=chain_hash(forged))
    found = first_break([book.events[0], mended, book.events[2]])
    assert found is not None
    assert found.seq == 3
    assert "event before" in found.reason


def test_the_hash_is_that_of_the_documents() -> None:
    event = Book().events[0]
    row = {name: value for name, value in to_row(event).items() if name not in {"hash", "prev_hash"}}
    text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    assert event.hash == hashlib.sha256((GENESIS + text).encode()).hexdigest()


@pytest.mark.parametrize("name", sorted({*to_row(Book().events[0])} - {"id"}))
def test_a_row_without_one_of_its_fields_is_refused_by_name(name: str) -> None:
    row = to_row(Book().events[0])
    del row[name]
    with pytest.raises(BadLog, match="inc-1/1 cannot be read") as refused:
        from_row(row)
    assert name in refused.value.reason


@pytest.mark.parametrize(("name", "value"), [
    ("seq", "1"), ("seq", True), ("seq", 1.5), ("type", "exploded"), ("platform", "myspace"), ("details", []),
    ("details", None), ("tags", "legal"), ("tags", None), ("tags", 3), ("severity", "high"),
    ("occurred_at", "yesterday"), ("occurred_at", None), ("recorded_at", "2026-03-01T12:00:00"),
    ("occurred_at", "9999-12-31T23:59:59.999999-23:59"),
])
def test_a_row_with_a_wrong_value_is_refused(name: str, value: Any) -> None:
    with pytest.raises(BadLog, match="cannot be read"):
        from_row({**to_row(Book().events[0]), name: value})


def test_times_have_one_form_whatever_their_zone() -> None:
    there = datetime(2026, 3, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    assert stamp(there) == "2026-03-01T12:00:00.000000+00:00"
    assert from_stamp("2026-03-01T14:00:00+02:00") == START
    with pytest.raises(ValueError, match="zone"):
        stamp(datetime(2026, 3, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="calendar"):
        stamp(datetime.min.replace(tzinfo=timezone(timedelta(hours=14))))


@given(books())
def test_logs_of_random_acts_are_whole(book: Book) -> None:
    assert first_break(book.events) is None
