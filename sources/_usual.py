"""The ordinary days before a story, told from the story itself: who speaks where, and of what."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import Final

from sources._script import Scenario
from sources._story import Story
from warroom.domain.model import Post
from warroom.domain.past import Past
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
    shape, begin = scenario.usual.shape, scenario.start.hour
    level = 60 * scale * sum(calm.per_minute) / 2 / shape[begin]
    everywhere = sum(calm.platforms.values())
    return Past(
        until=scenario.start, days=scenario.usual.days, per_hour=tuple(level * part for part in shape),
        platforms={platform: weight / everywhere for platform, weight in calm.platforms.items()},
        terms={term: count / len(posts) for term, count in said.items()}, negative=scenario.usual.negative,
        net=scenario.usual.net, seed=scenario.name,
    )
