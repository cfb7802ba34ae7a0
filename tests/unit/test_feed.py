"""The feed: a platform counts as heard only where its sources were live nearly all the time."""

from __future__ import annotations

from warroom.domain.feed import Feed
from warroom.domain.model import Platform

REDDIT, MASTODON = Platform.REDDIT, Platform.MASTODON
ONE = frozenset({REDDIT})


def test_a_platform_that_nobody_brings_is_down() -> None:
    feed = Feed()
    feed.hear("reddit", ONE, live=True, at=0)
    assert feed.down([REDDIT, MASTODON], 100, 400) == {MASTODON}


def test_a_bin_counts_where_the_source_was_live_in_nine_tenths_of_it() -> None:
    feed = Feed()
    feed.hear("reddit", ONE, live=True, at=0)
    feed.hear("reddit", ONE, live=False, at=120)
    feed.hear("reddit", ONE, live=True, at=140)
    assert feed.down([REDDIT], 0, 300) == frozenset()
    feed.hear("reddit", ONE, live=False, at=320)
    feed.hear("reddit", ONE, live=True, at=360)
    assert feed.down([REDDIT], 300, 600) == {REDDIT}
    assert feed.down([REDDIT], 0, 300) == frozenset()


def test_time_in_which_nobody_listened_is_down_whatever_the_source_said() -> None:
    feed = Feed()
    feed.hear("reddit", ONE, live=True, at=0)
    feed.lose(1_000, 2_000)
    assert feed.down([REDDIT], 900, 1_200) == {REDDIT}
    assert feed.down([REDDIT], 2_100, 2_400) == frozenset()


def test_a_platform_with_two_sources_is_heard_only_where_both_are() -> None:
    feed = Feed()
    feed.hear("stream", ONE, live=True, at=0)
    feed.hear("search", ONE, live=False, at=0)
    assert not feed.live(REDDIT)
    assert feed.down([REDDIT], 0, 300) == {REDDIT}
    feed.forget("search")
    assert feed.live(REDDIT)
    assert feed.down([REDDIT], 0, 300) == frozenset()
