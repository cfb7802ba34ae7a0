"""What is usual, learned from the posts that are stored, or from the days that are made up before a story."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from warroom.domain.alarm import Alarm
from warroom.domain.history import History
from warroom.domain.past import live_through
from warroom.domain.sentry import Cry, Sentry
from warroom.domain.tally import Tally
from warroom.engine.plan import Plan
from warroom.ports import Store

#: What a history may hold: days, and posts.
DAYS: Final = 14
POSTS: Final = 1_000_000
_PAGE: Final = 250
#: Seconds of work before the event loop gets a turn, and how long it then rests for each second that it worked: what
#: is learned at a start takes a second or two, and nobody waits for it, but somebody types.
_TURN: Final = 0.0015
_REST: Final = 1.0
#: An alarm that a history ends with is told where it is not older than this (s).
_NEWS: Final = 2 * 3600.0


async def live_before(plan: Plan, tally: Tally, sentry: Sentry) -> None:
    """Live through the days that are made up before a story, where it has such."""
    past = None if plan.past is None else await asyncio.to_thread(plan.past)
    if past is not None:
        await _gently(live_through(past, sentry))
        tally.begin(past.until.timestamp())


async def study(
    plan: Plan, tally: Tally, sentry: Sentry, *, store: Store, room: str, now: float, raised: Sequence[Alarm],
) -> Cry | None:
    """Learn from the stored posts of two weeks before ``now`` (s since 1970).

    Returns the alarm that they end with, where it is news and not among those that were ``raised``.
    """
    since = datetime.fromtimestamp(now, UTC) - timedelta(days=DAYS)
    history, before, left = History(tally), None, POSTS
    while left > 0:
        page = await store.baselines.history(room, since=since, before=before, limit=_PAGE)
        for trace in page:
            history.add(trace)
        if len(page) < _PAGE:
            break
        before, left = page[-1].id, left - len(page)
    cries = await _gently(history.teach(sentry, since=since.timestamp(), until=now))
    quiet = timedelta(seconds=plan.rules.cooldown)
    if cries and now - cries[-1].at.timestamp() < _NEWS:
        told, heard = ([one.at for one in some if one.at > cries[-1].at - quiet] for some in (raised, cries))
        if len(heard) > len(told):
            return cries[-1]
    return None


async def _gently(work: Iterator[Cry | None]) -> list[Cry]:
    """Do work a few bins at a time, with as long a rest after each, so that keys are never held for long."""
    now = asyncio.get_running_loop().time
    cries, began = [], now()
    for cry in work:
        if cry is not None:
            cries.append(cry)
        if (spent := now() - began) >= _TURN:
            await asyncio.sleep(spent * _REST)
            began = now()
    return cries
