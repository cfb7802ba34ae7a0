"""A status of any server becomes a post; what cannot be read says why, and never raises anything else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from helpers.mastodon_data import Data, Status
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources._mastodon_post import Note, UnreadableError, order, read_id, read_note, read_time
from warroom.domain.model import Post

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
DATA = Data()


def a_status(**more: object) -> dict[str, object]:
    made = DATA.entity(Status("112", "ana", "Acme is down", NOON - timedelta(minutes=1)))
    return {**made, **more}


def note(**more: object) -> Note:
    return read_note(a_status(**more), home="social.example", now=NOON)


def post(**more: object) -> Post:
    return note(**more).post


def test_everything_that_a_status_tells_is_in_the_post() -> None:
    found = post(
        in_reply_to_id="111", language="pt-BR", replies_count=3, reblogs_count=4, favourites_count=5,
        tags=[{"name": "fail", "url": "x"}], media_attachments=[{"description": "a broken mug"}, {"description": None}],
        content='<p>Acme <a href="https://a.example/1">https://a.example/1</a></p>',
        card={"url": "https://b.example/2", "title": "Acme in the news", "description": ""})
    assert (found.native_id, found.author, found.author_name) == ("112", "ana@social.example", "Ana")
    assert found.text == "Acme https://a.example/1"
    assert (found.root_id, found.parent_id, found.lang) == ("111", "111", "pt")
    assert (found.replies, found.reposts, found.likes, found.reach) == (3, 4, 5, 1234)
    assert found.url == "https://social.example/@ana/112"
    assert (found.hashtags, found.media_alt) == (("fail",), ("a broken mug",))
    assert found.links == ("https://a.example/1", "https://b.example/2")
    assert found.created_at == NOON - timedelta(minutes=1)


def test_terms_are_also_looked_for_in_captions_and_link_cards() -> None:
    heard = note(media_attachments=[{"description": "an Acme mug"}], card={"title": "Acme fails", "url": 3}).heard
    assert "an Acme mug" in heard
    assert "Acme fails" in heard


def test_an_author_of_another_server_keeps_its_domain() -> None:
    assert post(account={"acct": "ben@remote.example"}).author == "ben@remote.example"


def test_a_content_warning_stands_in_front() -> None:
    assert post(spoiler_text="food &amp; drink").text == "CW: food & drink\n\nAcme is down"


def test_the_options_of_a_poll_are_part_of_what_is_said() -> None:
    assert post(poll={"options": [{"title": "yes"}, {"title": "no"}, None]}).text == "Acme is down\n\n- yes\n- no"


def test_a_quoted_post_is_told_with_its_words_and_not_twice() -> None:
    quote = {"state": "accepted", "quoted_status": {"id": "9", "content": "<p>they said</p>", "url": "https://x.example/9"}}
    content = '<p class="quote-inline">RE: <a href="https://x.example/9">x</a></p><p>no!</p>'
    found = post(quote=quote, content=content)
    assert (found.text, found.quoted) == ("no!", "they said")


def test_a_quote_that_is_not_shown_leaves_its_address_in_the_text() -> None:
    content = '<p class="quote-inline">RE: <a href="https://x.example/9">https://x.example/9</a></p><p>no!</p>'
    found = post(quote={"state": "pending", "quoted_status": None}, content=content)
    assert found.text == "RE: https://x.example/9\n\nno!"


def test_a_boost_names_the_post_that_it_repeats() -> None:
    inner = a_status(id="7", content="<p>Acme original</p>", account={"acct": "ben@remote.example"})
    found = post(id="113", content="", reblog=inner)
    assert (found.native_id, found.author, found.text, found.repost_of) == (
        "113", "ana@social.example", "Acme original", "7")


def test_nobody_is_verified_for_owning_a_web_page() -> None:
    account = {"acct": "ana", "fields": [{"name": "web", "value": "x", "verified_at": "2026-01-01T00:00:00Z"}]}
    assert post(account=account).verified is False


@pytest.mark.parametrize(("raw", "reason"), [
    (None, "a post that is no object"), ([], "a post that is no object"), ("x", "a post that is no object"),
    (a_status(id=None), "a post without an id"), (a_status(id="../../x"), "a post without an id"),
    (a_status(id=True), "a post without an id"), (a_status(id=10**30), "a post without an id"),
    (a_status(account=None), "a post without an author"), (a_status(account={}), "a post without an author"),
    (a_status(account={"acct": "a b"}), "a post without an author"),
    (a_status(content=None), "a post without text"), (a_status(content={"a": 1}), "a post without text"),
])
def test_what_cannot_be_read_says_why(raw: object, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_note(raw, home="social.example", now=NOON)


def test_a_picture_without_words_is_a_post() -> None:
    assert post(content=None, media_attachments=[{"type": "image", "description": "a mug"}]).media_alt == ("a mug",)


@pytest.mark.parametrize(("said", "kept"), [
    ("2026-03-06T11:58:00.000Z", NOON - timedelta(minutes=2)),
    ("2026-03-06T11:58:00+01:00", NOON - timedelta(hours=1, minutes=2)),
    ("2026-03-06T11:58:00", NOON - timedelta(minutes=2)),
    ("Fri, 06 Mar 2026 11:58:00 GMT", NOON - timedelta(minutes=2)), (1772798280, NOON - timedelta(minutes=2)),
    (1772798280000, NOON - timedelta(minutes=2)), ("1772798280", NOON - timedelta(minutes=2)),
    ("2031-01-01T00:00:00Z", NOON), ("0001-01-01T00:00:00+14:00", NOON), ("yesterday", NOON), (None, NOON),
    ("9" * 5000, NOON), (float("inf"), NOON), (float("nan"), NOON), (-1e300, NOON), ({}, NOON), (True, NOON),
])
def test_a_post_is_never_dropped_for_its_clock(said: object, kept: datetime) -> None:
    assert post(created_at=said).created_at == kept


@pytest.mark.parametrize(("raw", "native_id"), [
    ("112", "112"), (112, "112"), ("01FC3TZ5CFG6H65GCKCJRKA669", "01FC3TZ5CFG6H65GCKCJRKA669"),
    ("AbCd_-9", "AbCd_-9"), ("", ""), ("a/b", ""), ("a?b", ""), (-1, ""), (1.5, ""), ("x" * 200, ""), (None, ""),
])
def test_ids_of_all_servers_are_read_and_nothing_that_could_change_a_path(raw: object, native_id: str) -> None:
    assert read_id(raw) == native_id


def test_ids_sort_by_time_whatever_their_kind() -> None:
    ulids = ["01FC3TZ5CFG6H65GCKCJRKA669", "01GC3TZ5CFG6H65GCKCJRKA669"]
    for ids in (["9", "10", "112"], ulids, ["9abc", "A9bc", "a9bc"]):
        assert min(ids, key=order) == ids[0]
        assert max(ids, key=order) == ids[-1]


def test_only_an_edit_changes_the_mark() -> None:
    assert note().mark == note(replies_count=99, reblogs_count=5).mark
    assert note().mark != note(content="<p>Acme is up</p>").mark


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from([2**63, 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(a_status())), inner, max_size=4),
    max_leaves=8)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(sorted([*a_status(), "quote", "poll"])), JUNK, max_size=6))
def test_no_field_of_any_type_makes_more_than_a_reason(fields: dict[str, object]) -> None:
    try:
        found = post(**fields)
    except UnreadableError:
        return  # any other error fails the test
    assert found.created_at.tzinfo is not None
    assert "@" in found.author
    assert all(isinstance(one, str) for one in (*found.links, *found.hashtags, *found.media_alt))


@given(JUNK)
def test_no_value_breaks_the_reading_of_times(value: object) -> None:
    found = read_time(value)
    assert found is None or found.tzinfo is UTC
