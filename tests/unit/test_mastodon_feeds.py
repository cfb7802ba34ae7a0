"""Feeds, cursors, hashtags, and the lines of an event stream."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._mastodon_feeds import Feed, What, read_cursor, tags_of, write_cursor
from sources._mastodon_live import Event, Lines
from sources._mastodon_server import read_server
from sources._mastodon_wire import address, read_json
from warroom.domain.errors import SourceStopped


@pytest.mark.parametrize(("words", "tags"), [
    (["Acme"], ("Acme",)), (["Acme Coffee"], ("AcmeCoffee",)), (["#acmefail", "AcmeFail"], ("AcmeFail",)),
    (["@acme"], ()), (["C++"], ("C",)), (["2026"], ()), (["H&M"], ("HM",)), (["cold-brew"], ("coldbrew",)),
    (["東京"], ("東京",)), (["#"], ()),
])
def test_terms_become_hashtags(words: list[str], tags: tuple[str, ...]) -> None:
    assert tags_of(words) == tags


def test_a_cursor_holds_every_feed_and_a_feed_that_was_empty_is_remembered_as_such() -> None:
    feeds = [Feed(What.TAG, "acme", newest="112", known=True), Feed(What.LOCAL, known=True), Feed(What.MENTIONS)]
    cursor = write_cursor("social.example", feeds)
    again = [Feed(What.TAG, "acme"), Feed(What.LOCAL), Feed(What.MENTIONS), Feed(What.TAG, "new")]
    assert not read_cursor(cursor, "social.example", again)
    assert [(feed.newest, feed.known) for feed in again] == [("112", True), ("", True), ("", False), ("", False)]


@pytest.mark.parametrize("cursor", ["not JSON", "[]", "3", '{"at": "other.example", "local": "9"}', "[" * 100_000])
def test_a_cursor_that_is_not_ours_is_counted_and_not_used(cursor: str) -> None:
    feed = Feed(What.LOCAL)
    assert read_cursor(cursor, "social.example", [feed]) == {"a cursor of another server": 1}
    assert not feed.known


def test_a_cursor_with_a_strange_id_leaves_that_feed_at_its_beginning() -> None:
    feed = Feed(What.LOCAL)
    assert not read_cursor('{"at": "social.example", "local": "../x"}', "social.example", [feed])
    assert not feed.known


def test_what_is_watched_is_bounded() -> None:
    feed = Feed(What.LOCAL)
    for number in range(1_000):
        feed.watch(str(number), str(number))
    assert len(feed.brought) == 400
    assert "999" in feed.brought


STREAM = (b': hello\n:thump\nevent: update\ndata: {"id":\ndata:  1}\n\nevent: delete\r\ndata: 01ABC\r\n\r\n'
          b"nonsense\n\nevent:x\n\n")
EVENTS = [Event(("user",), "update", '{"id":\n 1}'), Event(("user",), "delete", "01ABC"), Event(("user",), "x", "")]


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_events_are_read_however_the_stream_is_cut(cuts: list[int]) -> None:
    lines = Lines(("user",))
    edges = [0, *sorted(cuts), len(STREAM)]
    found = [event for begin, end in pairwise(edges) for event in lines.feed(STREAM[begin:end])]
    assert found == EVENTS


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_a_stream(junk: bytes) -> None:
    lines = Lines(("user",))
    lines.feed(junk + b"\n\n")
    assert lines.feed(b"event: delete\ndata: 1\n\n") == [Event(("user",), "delete", "1")]


def test_a_number_that_nobody_can_mean_costs_nothing_but_itself() -> None:
    assert read_json('{"a": 1, "b": ' + "9" * 10_000 + ', "c": NaN}') == {"a": 1, "b": None, "c": None}


@pytest.mark.parametrize("url", ["", "mastodon.social", "ftp://x.example", "https://", "https://[::1", "http://x:99999999"])
def test_what_is_no_address_stops_and_says_so(url: str) -> None:
    with pytest.raises(SourceStopped) as caught:
        address(url)
    assert "base_url" in caught.value.hint


@pytest.mark.parametrize(("said", "domain", "most"), [
    ({"domain": "social.example", "configuration": {"statuses": {"max_characters": 5000}}}, "social.example", 5000),
    ({"uri": "https://old.example/", "max_toot_chars": 1000}, "old.example", 1000),
    ({"account_domain": "people.example", "domain": "social.people.example"}, "people.example", 500),
    ({"uri": None, "configuration": {"statuses": {"max_characters": "many"}}}, "here.example", 500),
    ({"configuration": [], "urls": 3}, "here.example", 500),
])
def test_what_a_server_says_of_itself_is_read_in_every_dialect(
    said: dict[str, object], domain: str, most: int,
) -> None:
    server = read_server(said, address("https://here.example"))
    assert (server.domain, server.most, server.per_url) == (domain, most, 23)


@pytest.mark.parametrize(("said", "streaming"), [
    ({"configuration": {"urls": {"streaming": "wss://streaming.example"}}}, "https://streaming.example"),
    ({"urls": {"streaming_api": "ws://127.0.0.1:4000"}}, "http://127.0.0.1:4000"),
    ({"urls": {"streaming_api": "gopher://x"}}, "https://here.example"), ({}, "https://here.example"),
])
def test_where_a_server_streams_is_told_or_else_itself(said: dict[str, object], streaming: str) -> None:
    assert read_server(said, address("https://here.example")).streaming == streaming


