"""Alarms for tests, and the event that the watch writes for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from helpers.engine import NOON

from warroom.domain.alarm import Alarm, Tier, to_json
from warroom.domain.events import Event, EventType
from warroom.domain.model import PostKey
from warroom.domain.why import Copies, Driver, Why
from warroom.engine.desk import Desk

POSTS = ("reddit:n1", "mastodon:n2", "bluesky:n3")


def an_alarm(number: int = 1, *, tier: Tier = Tier.RED, posts: Sequence[str] = POSTS, minutes_ago: int = 2) -> Alarm:
    """A red alarm with three words that drive it, each with one of ``posts``."""
    keys = [PostKey(key) for key in posts]
    words = [Driver(text=text, posts=count, authors=count - 2, texts=count - 1, usual=usual, weight=4.0,
                    examples=(keys[at % len(keys)],))
             for at, (text, count, usual) in enumerate((("refund", 61, 4.2), ("sick", 40, 0.0), ("#recall", 22, 0.4)))]
    why = Why(words=tuple(words), posts=412, people=377,
              copies=Copies(share=0.47, posts=194, authors=190, first=keys[0], author="u/tallgrass",
                            text="Three of us got sick after the cold brew"))
    return Alarm(id=f"{tier}-{number}", tier=tier, at=NOON - timedelta(minutes=minutes_ago), count=412, usual=65.4,
                 ratio=6.3, louder=33, worst=33, negative=0.58, negative_usual=0.21, authors=377, why=why,
                 posts=tuple(keys))


async def raise_alarm(desk: Desk, alarm: Alarm) -> Sequence[Event]:
    """Write the alarm into the log, as the watch does."""
    return await desk.record(EventType.ALARM, f"{alarm.tier}: {alarm.sentence}", {"alarm": to_json(alarm)})
