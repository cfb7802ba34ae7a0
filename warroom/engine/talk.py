"""Whole conversations: what a platform has around a post, fetched when somebody opens it, and kept as context."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from warroom.domain.errors import NotFound, SourceError
from warroom.domain.model import Platform, PostKey
from warroom.engine.bus import Bus, Changed
from warroom.ports import Clock, Store, Threads

#: Gives what fetches a platform's conversations. Raises CredentialError or SourceStopped where there is none.
Fetchers = Callable[[Platform], Awaitable[Threads]]

#: Posts of one conversation that are fetched at the most.
MOST: Final = 200
#: Seconds in which a conversation is not asked for again, and that a platform may take.
FRESH: Final = 30.0
PATIENCE: Final = 30.0
#: The same for who is about to answer it: long enough for a countdown.
JUST_NOW: Final = 10.0


class Talk:
    """Fetches conversations into a room.

    What is new in them is stored as context (``Item.context``): the page of a post shows it, and no pane, gauge, search
    or model meets it until a source brings it.
    """

    def __init__(self, store: Store, room: str, fetchers: Fetchers, *, bus: Bus, clock: Clock) -> None:
        self._store = store
        self._room = room
        self._fetchers = fetchers
        self._bus = bus
        self._clock = clock
        self._fetched: dict[PostKey, float] = {}
        self._one_at_a_time = asyncio.Lock()

    async def fetch(self, key: PostKey, *, fresh: float = FRESH) -> bool:
        """Fetch the conversation around a post and store it; False where that was done within ``fresh`` seconds.

        Raises SourceError, SourceStopped or CredentialError where the platform does not give it, NotFound for a post
        that is not stored.
        """
        now = asyncio.get_running_loop().time()
        if key in self._fetched and now - self._fetched[key] < fresh:
            return False
        items = await self._store.items(self._room, [key])
        if key not in items:
            raise NotFound(f"There is no post {key}.")
        post = items[key].post
        async with self._one_at_a_time:
            fetcher = await self._fetchers(post.platform)
            try:
                async with asyncio.timeout(PATIENCE):
                    batch = await fetcher.thread(post, limit=MOST)
            except TimeoutError as error:
                raise SourceError(f"{post.platform.capitalize()} did not answer within {PATIENCE:.0f} s.") from error
        kept = await self._store.add(self._room, "thread", batch, self._clock.now(), context=True)
        self._fetched = {known: at for known, at in self._fetched.items() if now - at < FRESH} | {key: now}
        if changed := [item for item in kept.changed if not item.context]:
            self._bus.publish(Changed(changed))
        return True
