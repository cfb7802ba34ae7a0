"""Ordinary and alarming streams of posts for tests of the tally, the sentry and the baseline."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from warroom.domain.item import Item
from warroom.domain.model import Platform, Post, Score
from warroom.domain.past import Past
from warroom.domain.sentry import Cry, Sentry
from warroom.domain.tally import STEP, Tally

#: A Friday afternoon, at the beginning of a bin.
BEGIN = datetime(2026, 3, 6, 15, 0, tzinfo=UTC)
PLATFORMS = tuple(Platform)


def an_item(number: int, at: datetime, *, platform: Platform = Platform.MASTODON, text: str = "acme is fine",
            author: str = "", score: Score | None = None) -> Item:
    post = Post(platform=platform, native_id=str(number), author=author or f"user{number}", text=text, created_at=at)
    return Item(id=number, room="x", post=post, received_at=at, score=score)


def quiet_past() -> Past:
    """Three days of 336 posts an hour, by day and by night: 5.6 a minute."""
    return Past(until=BEGIN, days=3, per_hour=(336.0,) * 24, platforms=dict.fromkeys(PLATFORMS, 1 / 3),
                terms={"acme": 1.0}, seed="past")


def fresh(sentry: Sentry) -> Sentry:
    """A sentry that knows the same and can be taught apart."""
    return pickle.loads(pickle.dumps(sentry))  # type: ignore[no-any-return]  # noqa: S301 - our own bytes


def stream(minutes: float, rate: float, *, seed: int = 1, begin: datetime = BEGIN, first: int = 1,
           platforms: Iterable[Platform] = PLATFORMS) -> Iterator[Item]:
    """Posts at ``rate`` a minute, at random moments, on all platforms alike."""
    dice, at, number, where = random.Random(seed), 0.0, first, list(platforms)
    while (at := at + dice.expovariate(rate)) < minutes:
        yield an_item(number, begin + timedelta(minutes=at), platform=dice.choice(where))
        number += 1


def judged(tally: Tally, sentry: Sentry, items: Iterable[Item], *, calm: bool = True) -> list[Cry]:
    """Feed posts of a story and hear what the sentry says of the bins that end."""
    cries = []
    for item in items:
        tally.add(item, item.received_at.timestamp())
        for sealed in tally.take():
            cry = sentry.judge(sealed, calm=calm)
            cry = sentry.feel(tally, sealed.began + STEP) or cry
            if cry is not None:
                cries.append(cry)
    return cries
