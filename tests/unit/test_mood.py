"""The mood by platform and by term: each post counts in its scopes, and a person's label moves them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from helpers.engine import NOON, TestClock, a_post

from warroom.domain.alarm import EVERYWHERE, Scope
from warroom.domain.incident import Kind
from warroom.domain.model import Platform, PostKey, Score, digest
from warroom.domain.terms import Terms
from warroom.domain.triage import Verb
from warroom.engine.bus import Arrived, Bus, Logged, Scored
from warroom.engine.desk import Desk, open_incident
from warroom.engine.mood import Mood
from warroom.ports import Batch, Store
from warroom.store.sql import open_store

TERMS = Terms(brand=("acme",), hashtags=("coldbrew",))
BAD, GOOD = Score(0.9, 0.05, 0.05), Score(0.05, 0.05, 0.9)
ACME, BREW, REDDIT = Scope(None, "acme"), Scope(None, "#coldbrew"), Scope(Platform.REDDIT)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path / "warroom.db")
    posts = [a_post(1, "acme is bad"), a_post(2, "acme, lovely #coldbrew"),
             a_post(3, "bad #coldbrew", platform=Platform.REDDIT)]
    await opened.add("live", "tap", Batch(posts), NOON)
    await opened.put_scores({digest(post.text): BAD if "bad" in post.text else GOOD for post in posts}, NOON)
    yield opened
    await opened.close()


async def looked(store: Store) -> tuple[Mood, Bus, Desk]:
    clock, bus = TestClock(), Bus()
    incident = await open_incident(store, "inc-1", title="x", kind=Kind.INCIDENT, actor="ana", clock=clock, wall=clock)
    mood = Mood(store=store, bus=bus, clock=clock, incident=incident, terms=TERMS)
    desk = Desk(store, incident, clock=clock, wall=clock, actor="ana")
    return mood, bus, desk


def shares(mood: Mood) -> dict[Scope, tuple[int, float | None]]:
    return {scope: (one.n, one.negative) for scope, one in mood.readings.items() if one.n}


async def test_stored_posts_are_counted_in_each_of_their_scopes(store: Store) -> None:
    mood, _, _ = await looked(store)
    await mood.prime()
    assert shares(mood) == {EVERYWHERE: (3, 2 / 3), Scope(Platform.MASTODON): (2, 0.5), REDDIT: (1, 1.0),
                            ACME: (2, 0.5), BREW: (2, 0.5)}
    assert mood.readings[Scope(Platform.BLUESKY)].n == 0


async def test_what_comes_while_somebody_looks_is_counted_and_nothing_after_that(store: Store) -> None:
    mood, bus, _ = await looked(store)
    await mood.prime()
    for number in (4, 5):
        new = await store.add("live", "tap", Batch([a_post(number, f"acme again {number}")]), NOON)
        bus.publish(Arrived(new.new))
        bus.publish(Scored({new.new[0].id: BAD}))
        assert mood.readings[ACME].n == 3
        assert mood.readings[BREW].n == 2
        mood.close()


async def test_a_label_is_logged_and_moves_the_scopes_of_its_post_and_no_other(store: Store) -> None:
    mood, bus, desk = await looked(store)
    await mood.prime()
    key = PostKey("reddit:3")
    outcome = await desk.act(Verb.LABEL, [key], value="positive")
    items = await store.items("live", [key], incident="inc-1")
    bus.publish(Logged(outcome.events, list(items.values())))
    assert shares(mood) == {EVERYWHERE: (3, 1 / 3), Scope(Platform.MASTODON): (2, 0.5), REDDIT: (1, 0.0),
                            ACME: (2, 0.5), BREW: (2, 0.0)}
    event = (await store.events("inc-1"))[-1]
    assert (str(event.type), event.post, dict(event.changes)["label"]) == ("labelled", key, (None, "positive"))
    again = Mood(store=store, bus=Bus(), clock=TestClock(), incident=desk.incident, terms=TERMS)
    await again.prime()
    assert shares(again) == shares(mood)
