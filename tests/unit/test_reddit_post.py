"""Reddit's items become posts or are refused with a reason; nothing that a server can send breaks the reader."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._reddit_post import Site, UnreadableError, fullname, to_post
from warroom.domain.model import Gone, Post
from warroom.domain.text import web_link

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
SITE = Site("https://www.reddit.com", NOON)
MADE = NOON - timedelta(minutes=1)


def a_submission(**more: object) -> dict[str, object]:
    return {"kind": "t3", "data": {
        "name": "t3_abc", "id": "abc", "title": "Acme is down", "selftext": "Since noon.", "author": "ana",
        "subreddit": "coffee", "subreddit_subscribers": 1200, "permalink": "/r/coffee/comments/abc/acme_is_down/",
        "is_self": True, "url": "https://www.reddit.com/r/coffee/comments/abc/acme_is_down/", "score": 12,
        "num_comments": 3, "num_crossposts": 1, "created_utc": MADE.timestamp(), "removed_by_category": None, **more}}


def a_comment(**more: object) -> dict[str, object]:
    return {"kind": "t1", "data": {
        "name": "t1_def", "id": "def", "body": "Same here.", "author": "ben", "subreddit": "coffee", "score": -3,
        "link_id": "t3_abc", "parent_id": "t1_ccc", "permalink": "/r/coffee/comments/abc/acme_is_down/def/",
        "created_utc": MADE.timestamp(), **more}}


def read(raw: object) -> Post:
    post = to_post(raw, SITE)
    assert isinstance(post, Post)
    return post


def test_a_submission_is_its_title_and_its_text() -> None:
    post = read(a_submission())
    assert (post.native_id, post.author, post.text) == ("t3_abc", "ana", "Acme is down\n\nSince noon.")
    assert (post.place, post.reach, post.created_at) == ("r/coffee", 1200, MADE)
    assert (post.likes, post.replies, post.reposts) == (12, 3, 1)
    assert post.url == "https://www.reddit.com/r/coffee/comments/abc/acme_is_down/"
    assert (post.root_id, post.parent_id, post.links) == ("", "", ())


def test_a_comment_knows_its_thread() -> None:
    post = read(a_comment())
    assert (post.text, post.author, post.likes) == ("Same here.", "ben", -3)
    assert (post.root_id, post.parent_id) == ("t3_abc", "t1_ccc")
    assert post.url.endswith("/r/coffee/comments/abc/acme_is_down/def/")


def test_a_comment_of_the_inbox_finds_its_thread_in_its_address() -> None:
    raw = a_comment(link_id=None, permalink=None, context="/r/coffee/comments/abc/acme_is_down/def/?context=3")
    post = read(raw)
    assert (post.root_id, post.url) == ("t3_abc", "https://www.reddit.com/r/coffee/comments/abc/acme_is_down/def/")


def test_what_a_comment_quotes_is_not_taken_for_its_own_words() -> None:
    post = read(a_comment(body="> Acme is poison\n\nNo, it is not."))
    assert (post.text, post.quoted) == ("No, it is not.", "Acme is poison")


def test_a_link_post_has_its_link_and_those_of_its_text() -> None:
    post = read(a_submission(is_self=False, url="https://news.example/acme", selftext="[source](https://s.example/a_b) "
                                                                                    "and https://t.example/x."))
    assert post.links == ("https://news.example/acme", "https://s.example/a_b", "https://t.example/x")


def test_a_gallery_has_the_captions_of_its_pictures() -> None:
    items = [{"media_id": "a", "caption": "A broken cup"}, {"media_id": "b"}, None, {"caption": 7}]
    assert read(a_submission(gallery_data={"items": items})).media_alt == ("A broken cup",)


def test_a_cross_post_has_what_it_passes_on() -> None:
    post = read(a_submission(crosspost_parent="t3_000", crosspost_parent_list=[{"title": "First", "selftext": "said"}]))
    assert (post.repost_of, post.quoted) == ("t3_000", "First\n\nsaid")


def test_a_post_on_a_persons_own_page_says_so() -> None:
    assert read(a_submission(subreddit="u_ana")).place == "u/ana"


@pytest.mark.parametrize("author", [None, "", "[deleted]", 7, {}])
def test_a_post_whose_author_is_gone_is_kept(author: object) -> None:
    assert read(a_submission(author=author)).author == "[deleted]"


@pytest.mark.parametrize("raw", [
    a_comment(body="[deleted]", author="[deleted]"), a_comment(body="[removed]"),
    a_comment(body="[ Removed by Reddit ]"),
    a_submission(selftext="[removed]"), a_submission(selftext="[deleted]"), a_submission(title="[deleted by user]"),
    a_submission(selftext="", removed_by_category="moderator"),
    a_submission(selftext="[ Removed by reddit in response to a copyright notice. ]"),
])
def test_what_was_deleted_or_removed_is_gone(raw: object) -> None:
    gone = to_post(raw, SITE)
    assert isinstance(gone, Gone)
    assert gone.at == NOON


def test_a_title_in_brackets_is_no_deletion() -> None:
    assert read(a_submission(title="[Removed from all shelves]", selftext="")).text == "[Removed from all shelves]"


@pytest.mark.parametrize(("raw", "reason"), [
    (None, "an item without data"), ([], "an item without data"), ({}, "an item without data"),
    ({"kind": "t3", "data": None}, "an item without data"), ({"kind": "t3", "data": []}, "an item without data"),
    ({"kind": "t4", "data": {"name": "t4_x"}}, "an item of another kind"),
    ({"kind": None, "data": {"name": "t3_x"}}, "an item of another kind"),
    (a_submission(name=None, id=None), "an item without a usable id"),
    (a_submission(name="t1_abc"), "an item without a usable id"),
    (a_comment(name="t1_../../x", id="../x"), "an item without a usable id"),
    (a_comment(name=2**70, id=5), "an item without a usable id"),
    (a_submission(title=None, selftext=None), "a submission without words"),
    (a_comment(body=None), "a comment without words"), (a_comment(body=["x"]), "a comment without words"),
    (a_comment(body="[unavailable]"), "a post that is not shown to us"),
])
def test_what_cannot_be_read_says_why(raw: object, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        to_post(raw, SITE)


@pytest.mark.parametrize(("said", "kept"), [
    (MADE.timestamp(), MADE), (int(MADE.timestamp()), MADE), (str(MADE.timestamp()), MADE),
    (MADE.timestamp() * 1000, MADE),
    (MADE.isoformat(), MADE), ("2026-03-06T11:59:00", MADE), ("2026-03-06T12:59:00+01:00", MADE),
    (None, NOON), ("", NOON), ("yesterday", NOON), (0, NOON), (-1, NOON), (2**70, NOON), (float("inf"), NOON),
    (float("nan"), NOON), ("9" * 5000, NOON), (True, NOON), ([], NOON), ("2031-01-01T00:00:00Z", NOON),
    ("0001-01-01T00:00:00+14:00", NOON), (1e300, NOON),
])
def test_a_post_is_never_dropped_for_its_clock(said: object, kept: datetime) -> None:
    assert read(a_submission(created_utc=said, created=None)).created_at == kept


@pytest.mark.parametrize("value", [None, "12", 2**80, float("inf"), float("nan"), 1.5, True, [], -2**60])
def test_a_count_that_is_none_is_left_out(value: object) -> None:
    post = read(a_submission(score=value, ups=value, num_comments=value, num_crossposts=value,
                             subreddit_subscribers=value))
    assert (post.likes, post.replies, post.reposts, post.reach) == (None, None, None, None)


def test_a_hidden_score_is_not_told() -> None:
    assert read(a_comment(score_hidden=True)).likes is None
    assert read(a_submission(hide_score=True)).likes is None


def test_an_address_from_outside_never_leads_elsewhere() -> None:
    for permalink in ("//evil.example/r/x/comments/abc/", "https://evil.example/", "javascript:alert(1)", "/r/x\\y", 7):
        post = read(a_submission(permalink=permalink))
        assert post.url == "https://www.reddit.com/r/coffee/comments/abc/"


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
    | st.sampled_from(["t3_abc", "t1_def", "[deleted]", "2026-03-06T12:00:00Z", "/r/a/comments/abc/", 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=8)
_KEYS = st.sampled_from([
    "name", "id", "title", "selftext", "body", "author", "subreddit", "permalink", "context", "url", "link_id",
    "parent_id", "created_utc", "created", "score", "ups", "num_comments", "num_crossposts", "subreddit_subscribers",
    "is_self", "removed_by_category", "gallery_data", "crosspost_parent", "crosspost_parent_list", "hide_score",
    "score_hidden",
])


@given(st.sampled_from([a_submission, a_comment]), st.dictionaries(_KEYS, _ANY, max_size=8))
def test_whatever_stands_in_an_item_it_is_a_post_a_deletion_or_a_reason(make: object, more: dict[str, object]) -> None:
    raw = make(**more)  # type: ignore[operator]
    try:
        entry = to_post(raw, SITE)
    except UnreadableError:
        return
    assert entry.native_id == fullname(raw)
    if isinstance(entry, Post):
        assert entry.created_at <= NOON + timedelta(minutes=5)
        assert entry.url == "" or web_link(entry.url)
        assert all(web_link(link) for link in entry.links)
        assert entry.author
        assert all(value is None or abs(value) < 2**53 for value in (entry.likes, entry.replies, entry.reach))


@given(_ANY)
def test_whatever_comes_instead_of_an_item_is_refused_with_a_reason(raw: object) -> None:
    with pytest.raises(UnreadableError):
        to_post(raw, SITE)
