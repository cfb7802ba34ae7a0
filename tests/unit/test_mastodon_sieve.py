"""What several streams bring of one post is told once, and never backwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from helpers.mastodon_data import Data, Status

from sources._mastodon_sieve import Sieve
from warroom.domain.terms import Terms

NOON = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_an_older_version_that_comes_by_a_slower_way_is_no_further_edit() -> None:
    sieve, data = Sieve(Terms(brand=("Acme",)), lambda: NOON), Data()
    first = Status("112", "ana", "Acme is down", NOON - 9 * MINUTE)
    second = replace(first, text="Acme is up", edited_at=NOON - 5 * MINUTE)
    third = replace(first, text="Acme is up again", edited_at=NOON - MINUTE)
    told = [sieve.take(data.entity(one), every=False) for one in (first, second, first, second, third, second)]
    assert [post and post.text for post in told] == ["Acme is down", "Acme is up", None, None, "Acme is up again", None]


def test_a_page_that_was_read_before_a_deletion_does_not_bring_the_post_back() -> None:
    now = NOON
    sieve, data = Sieve(Terms(brand=("Acme",)), lambda: now), Data()
    page = data.entity(Status("112", "ana", "Acme is down", NOON - 9 * MINUTE))
    assert sieve.take(page, every=False) is not None
    assert sieve.gone("112").native_id == "112"
    now += MINUTE
    assert (sieve.take(page, every=False), sieve.has("112")) == (None, False)
    now += 2 * MINUTE  # what a server still shows then was hidden, and is not any more
    assert sieve.take(page, every=False) is not None
