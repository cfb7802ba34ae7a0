"""The ordinary days before a story, told from the story itself: who speaks where, and of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Final

from sources._script import Scenario
from sources._story import Story
from warroom.domain.model import Post
from warroom.domain.past import Past, at_hour
from warroom.domain.terms import Terms

#: Posts of the story's first phase that are looked at, to see how often each term is said.
_SAMPLE: Final = 300


def everyday(scenario: Scenario, terms: Terms, *, scale: float = 1.0) -> Past:
    """What the days before a scenario were like. It does not depend on a drill's seed: only the crisis does."""
    calm = scenario.phases[0]
    endless = replace(calm, minutes=10_000.0)
    told = (post for _, post in Story(replace(scenario, phases=(endless,), beats=(), strange=()), seed=0)
            if isinstance(post, Post))
    posts = list(islice(told, _SAMPLE))
    said = Counter(term for post in posts for term in terms.matches(post.text, post.hashtags, post.links))
    shape = scenario.usual.shape
    level = 60 * scale * sum(calm.per_minute) / 2 / _mean(shape, scenario)
    everywhere = sum(calm.platforms.values())
    return Past(
        until=scenario.start, days=scenario.usual.days, per_hour=tuple(level * part for part in shape),
        platforms={platform: weight / everywhere for platform, weight in calm.platforms.items()},
        terms={term: count / len(posts) for term, count in said.items()}, negative=scenario.usual.negative,
        net=scenario.usual.net, seed=scenario.name,
    )


def _mean(shape: Sequence[float], scenario: Scenario) -> float:
    """The mean of the day's shape while the first phase lasts."""
    times = [scenario.start + timedelta(minutes=scenario.phases[0].minutes * part / 8) for part in range(9)]
    return sum(at_hour(shape, at.hour + at.minute / 60) for at in times) / len(times)
