"""Posts that are looked at once more after a gap: nobody told us of what was deleted or edited meanwhile."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable
from datetime import datetime, timedelta
from typing import Final

from sources._mastodon_feeds import Page
from sources._mastodon_post import read_id
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Wire

#: How many posts are asked for after a gap at most, a call each, and how long a gap must be to be worth that.
MOST: Final = 60
GAP: Final = timedelta(minutes=5)


class Again:
    """The posts that wait for a second look; they outlast the run that is asking, so that none is asked for twice."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._heard: datetime | None = None
        self._waiting: deque[str] = deque()

    def is_due(self, *, resumed: bool) -> bool:
        """True where a run that begins now follows a gap: of this process, or ``resumed`` from an earlier one's."""
        return resumed if self._heard is None else self._now() - self._heard > GAP

    def heard(self) -> None:
        """Note that the server is being listened to."""
        self._heard = self._now()

    def plan(self, native_ids: Iterable[str]) -> None:
        """Ask for these posts, the first of them first."""
        self._waiting = deque([native_id for native_id in native_ids if read_id(native_id)][:MOST])

    async def pages(self, wire: Wire, brought: Callable[[str], bool]) -> AsyncGenerator[Page, None]:
        """Yield each post as it is now, or that it is gone; those that were ``brought`` since are left out.

        Ends where the server has little left to give. Raises WireError where it does not answer.
        """
        while self._waiting:
            if wire.limit is not None and wire.limit.left < wire.limit.limit // 2:
                return
            native_id = self._waiting[0]
            if not brought(native_id):
                try:
                    yield Page([(native_id, (await wire.call("status", native_id)).read())])
                except WireError as error:
                    if error.gone:
                        yield Page([], gone=[native_id])
                    elif error.kind not in (Kind.STATUS, Kind.GARBLED):
                        raise
            self._waiting.popleft()
