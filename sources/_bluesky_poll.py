"""A strand that looks at intervals, and what becomes of a look that fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Final

from sources._bluesky_polls import Look
from sources._bluesky_profiles import Profiles
from sources._bluesky_session import Session, source_error
from sources._bluesky_strand import Part, sign
from sources._bluesky_xrpc import Refused, Unsure
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.model import Post

#: A look that fails again and again beside a live stream waits up to so many intervals.
_PATIENT: Final = 8


class Poll:
    """Repeats a look every ``interval`` seconds.

    Alone it fails with the first failure, and the engine owns what follows. ``beside`` a live stream it counts the
    failure, says that it is not caught up, and looks again later: the network must not go unheard because its search is
    down. A refused login always ends it; a refusal that may pass does so when it comes again and again.
    """

    def __init__(
        self, look: Look, session: Session, *, interval: float, beside: bool, profiles: Profiles | None = None,
    ) -> None:
        self.name = look.name
        self._look = look
        self._session = session
        self._interval = interval
        self._beside = beside
        self._profiles = profiles

    async def follow(self, position: object) -> AsyncGenerator[Part, None]:
        """Yield what each look brings; ends where the server has no AppView to ask."""
        failures = 0
        while True:
            pause = self._interval
            try:
                async with aclosing(self._look.once(position)) as parts:
                    async for part in parts:
                        position = position if part.position is None else part.position
                        yield await self._signed(part)
                failures = 0
                self._session.refusals[self.name].none()
            except Refused as error:
                said = self._meaning(error)
                if error.not_served and isinstance(said, SourceStopped):
                    yield Part(skipped={f"this server has no AppView: {self._look.words} {_is(self._look)} off": 1})
                    return
                failures += 1
                pause = self._pause(error, failures)
                yield self._failed(error, said)
            except Unsure as error:
                failures += 1
                pause = self._pause(error, failures)
                yield self._failed(error, source_error(error, self._session.place))
            await asyncio.sleep(pause)

    def _meaning(self, error: Refused) -> SourceError:
        said = source_error(error, self._session.place)
        if error.may_pass and isinstance(said, SourceStopped):
            return self._session.refusals[self.name].meaning(said)
        return said

    def _failed(self, error: Refused | Unsure, said: SourceError) -> Part:
        if not self._beside or isinstance(said, SourceStopped):
            raise said from error
        return Part(caught_up=False, skipped={f"{self._look.words} failed: {error}": 1}, failed=True)

    def _pause(self, error: Refused | Unsure, failures: int) -> float:
        return max(self._interval * min(1 << min(failures - 1, 10), _PATIENT), error.retry_after or 0.0)

    async def _signed(self, part: Part) -> Part:
        """Put reach to authors, which a list of posts does not tell."""
        if self._profiles is None or not part.entries:
            return part
        posts = [entry for entry in part.entries if isinstance(entry, Post)]
        await self._profiles.learn(post.native_id.removeprefix("at://").partition("/")[0] for post in posts)
        return replace(part, entries=[sign(post, self._profiles) for post in posts])


def _is(look: Look) -> str:
    return "are" if look.words.endswith("s") else "is"
