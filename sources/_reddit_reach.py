"""How many people a subreddit has: submissions tell it, for comments it is asked, in bulk and seldom."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from sources._reddit_faults import Fault
from sources._reddit_listing import read_page
from sources._reddit_post import count, subreddit_of
from warroom.domain.model import Gone, Post

#: Subreddits that are remembered, for how long (s), how many are asked for at once, and the rest (s) after a refusal.
_KEPT: Final = 20_000
_FRESH: Final = 6 * 3600.0
_TOGETHER: Final = 100
_REST: Final = 300.0


class _Client(Protocol):
    async def get(self, path: str, **params: str | int) -> object: ...


class Reach:
    """A memory of subscribers by subreddit."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: OrderedDict[str, tuple[int | None, float]] = OrderedDict()
        self._quiet_until = 0.0

    async def learn(self, items: Iterable[object], client: _Client) -> None:
        """Take what items tell, and ask for the rest. Where nobody answers, posts go without."""
        missing: dict[str, str] = {}
        for place, name, subscribers in map(subreddit_of, items):
            if place and subscribers is not None:
                self._keep(place, subscribers)
            elif place and name and not self._is_fresh(place):
                missing[place] = name
        if missing and self._clock() >= self._quiet_until:
            await self._ask(dict(list(missing.items())[:_TOGETHER]), client)

    def signed(self, entries: Sequence[Post | Gone]) -> list[Post | Gone]:
        """Put the reach to posts that have none yet."""
        return [
            replace(entry, reach=self._known.get(entry.place.partition("/")[2].lower(), (None, 0.0))[0])
            if isinstance(entry, Post) and entry.reach is None and entry.place.startswith("r/") else entry
            for entry in entries
        ]

    async def _ask(self, missing: Mapping[str, str], client: _Client) -> None:
        try:
            page = read_page(await client.get("api/info", id=",".join(missing.values())))
        except Fault:
            self._quiet_until = self._clock() + _REST
            return
        told = dict.fromkeys(missing)
        for raw in page.children:
            data = raw.get("data") if isinstance(raw, Mapping) else None
            if isinstance(data, Mapping):
                place = str(data.get("display_name")).lower()
                if place in told:
                    told[place] = count(data.get("subscribers"))
        for place, subscribers in told.items():
            self._keep(place, subscribers)

    def _is_fresh(self, place: str) -> bool:
        return place in self._known and self._clock() - self._known[place][1] < _FRESH

    def _keep(self, place: str, subscribers: int | None) -> None:
        self._known[place] = (subscribers, self._clock())
        self._known.move_to_end(place)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
