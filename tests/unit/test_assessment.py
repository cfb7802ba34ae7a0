"""The last window put together from its posts: figures that a lead can check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
from helpers.engine import TestClock
from helpers.making import START, item

from sources.drill import DrillSource
from sources.scenario import load_scenario
from warroom.domain.assessment import Assessment, assess
from warroom.domain.baseline import Usual
from warroom.domain.item import Item
from warroom.domain.model import Platform, Post, Score
from warroom.domain.signs import Sign
from warroom.domain.terms import Terms

BAD, GOOD = Score(0.9, 0.05, 0.05), Score(0.05, 0.15, 0.8)
HOUR = timedelta(hours=1)
QUIET = [item(1000 + at, f"coffee {at} of {at * 7}", author=f"q{at}", score=GOOD, reach=100) for at in range(60)]


def look(now: Sequence[Item], before: Sequence[Item] = QUIET, **more: object) -> Assessment:
    return assess(now, before, at=START, window=HOUR, usual=Usual(volume=20, hours=48, spread=0.3, negative=0.1),
                  **more)  # type: ignore[arg-type]


def angry(count: int, platform: Platform = Platform.BLUESKY) -> list[Item]:
    return [item(at, f"{'abcdefghijklmnopqrstuvwxyz'[at % 26] * 6} made me sick {at}", author=f"{platform}{at}",
                 platform=platform, score=BAD, reach=1_000) for at in range(1, count + 1)]


def test_a_crisis_looks_like_one_in_every_input() -> None:
    ledger = item(900, "Sick customers: our report", author="ledger", platform=Platform.MASTODON, score=BAD,
                  reach=1_500_000, verified=True, links=("https://ledger.example/acme",))
    passed_on = [item(at, f"read this {at}", author=f"fan{at}", score=BAD, links=("https://ledger.example/acme",))
                 for at in (901, 902)]
    seen = look([*angry(80), *angry(10, Platform.REDDIT), ledger, *passed_on])
    assert seen.suggestion.level == 1
    assert [one.points for one in seen.suggestion.inputs] == [3, 3, 3, 2]
    assert "1.5M: @ledger" in seen.suggestion.inputs[2].figures
    assert "links to ledger.example/acme" in seen.suggestion.inputs[3].figures
    assert any("sick" in driver.text for driver in seen.why.words)
    assert Sign.SAFETY in seen.facts.hints


def test_our_own_large_account_is_no_critic() -> None:
    ours = item(900, "A statement.", author="acmecoffee.bsky.social", platform=Platform.BLUESKY, reach=186_000,
                verified=True)
    facts = look([*angry(5), ours], terms=Terms(brand=("ACME",))).facts
    assert (facts.critic, facts.verified, facts.reach) == (1_000, 0, 4_000)


def test_praise_is_no_hint_and_neither_are_words_that_are_always_said() -> None:
    praise = [item(at, f"nobody sick here {at}", author=f"p{at}", score=GOOD) for at in range(1, 9)]
    assert look(praise).facts.hints == {}
    always = [item(2000 + at, f"sick again {at}", author=f"s{at}", score=BAD) for at in range(30)]
    assert look([*angry(3), *QUIET], before=[*QUIET, *always]).facts.hints == {}


def test_what_is_grave_stays_so_in_a_crisis_that_goes_on() -> None:
    crisis = [item(2000 + at, f"sick again {at}", author=f"s{at}", score=BAD) for at in range(60)]
    assert Sign.SAFETY in look(angry(30), before=crisis).facts.hints


def test_the_number_of_posts_may_be_larger_than_the_posts_that_are_at_hand() -> None:
    assert look(angry(20), posts=4_000).facts.posts == 4_000


def test_without_a_baseline_the_posts_before_tell_the_usual_mood() -> None:
    seen = assess(angry(30), QUIET, at=START, window=HOUR)
    assert (seen.facts.usual, seen.facts.negative_usual) == (None, 0.0)
    assert seen.suggestion.inputs[0].unsure


def test_an_empty_room_is_assessed_too() -> None:
    assert assess([], [], at=START, window=HOUR).suggestion.level == 4


BAD_WORDS = re.compile("sick|vomit|shame|boycott|disgust|hospital|poison|angry|recall|worst|rude|wrong|outrage|lied",
                       re.IGNORECASE)


def told(name: str, seed: int) -> list[Item]:
    """A scenario's posts, with moods by a list of words."""
    source = DrillSource(load_scenario(name), clock=TestClock(), seed=seed, speed=1.0)
    posts = (post for _, post in source.plan() if isinstance(post, Post))
    return [Item(id=number, room="drill", post=post, received_at=post.created_at,
                 score=BAD if BAD_WORDS.search(post.text) else Score(0.1, 0.6, 0.3))
            for number, post in enumerate(posts, 1)]


def test_an_ordinary_day_suggests_nothing_in_any_hour() -> None:
    scenario, posts = load_scenario("quiet-day"), told("quiet-day", 1)
    levels = set()
    for hour in range(2, 24):
        at = scenario.start + hour * HOUR
        now = [item for item in posts if at - HOUR <= item.post.created_at < at]
        before = [item for item in posts if item.post.created_at < at - HOUR][-500:]
        usual = Usual(volume=len(now), hours=48, spread=0.3, negative=0.1)
        seen = assess(now, before, at=at, window=HOUR, usual=usual, terms=Terms(brand=scenario.brand))
        levels.add(seen.suggestion.level)
    assert levels == {4}


@pytest.mark.parametrize(("name", "word"), [
    ("product-failure", "sick"), ("insensitive-campaign", "#BoycottACME"), ("false-rumour", "pesticide"),
])
def test_each_shipped_crisis_is_severe_at_its_peak_and_names_what_it_is_about(name: str, word: str) -> None:
    scenario, posts = load_scenario(name), told(name, 1)
    at = scenario.start + timedelta(minutes=26)
    now = [item for item in posts if at - timedelta(minutes=16) <= item.post.created_at < at]
    before = [item for item in posts if item.post.created_at < scenario.start + timedelta(minutes=7)]
    seen = assess(now, before, at=at, window=timedelta(minutes=16), terms=Terms(brand=scenario.brand),
                  usual=Usual(volume=400, hours=48, spread=0.3, negative=0.1))
    assert seen.suggestion.level == 1
    assert word in [driver.text for driver in seen.why.words]
