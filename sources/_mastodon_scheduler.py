"""Our posts that the server publishes by itself at their time: listed, and moved.

Source: https://docs.joinmastodon.org/methods/scheduled_statuses/.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from sources._mastodon_login import MastodonLogin
from sources._mastodon_office import Office
from sources._mastodon_post import order, read_id, read_time
from sources._mastodon_server import explain
from sources._mastodon_trouble import WireError
from warroom.domain.errors import NotFound, SourceError, UsageError
from warroom.domain.reply import Scheduled

#: The server takes no time that is nearer than this.
SOONEST: Final = timedelta(minutes=5)
_PAGE: Final = 40
_PAGES: Final = 10


class MastodonScheduler:
    """Scheduled posts of our account (see ``ports.Scheduler``)."""

    def __init__(
        self, *, base_url: str, login: MastodonLogin, open_timeout: float = 10.0, patience: float = 15.0,
    ) -> None:
        self._office = Office(base_url, login, open_timeout=open_timeout, patience=patience)

    async def scheduled(self) -> Sequence[Scheduled]:
        """Our posts that wait for their time, the next first, at most 400. Raises SourceError."""
        found: dict[str, Scheduled] = {}
        below = ""
        for _ in range(_PAGES):
            span = {"max_id": below} if below else {}
            try:
                said = (await self._office.wire.call("scheduled_statuses", limit=_PAGE, **span)).read()
            except WireError as error:
                raise explain(error, self._office.wire) from error
            page = [one for raw in said if (one := _read(raw)) is not None] if isinstance(said, list) else []
            fresh = {one.id: one for one in page if one.id not in found}
            if not fresh:
                break
            found |= fresh
            below = min(fresh, key=order)
        return sorted(found.values(), key=lambda one: (one.at, one.id))

    async def postpone(self, post_id: str, until: datetime) -> Scheduled:
        """Give a waiting post another time (aware UTC).

        Raises NotFound where it does not wait any more, UsageError for a time in the next five minutes, which no
        server takes, and SourceError.
        """
        if not read_id(post_id):
            raise NotFound(f"{post_id!r} is no scheduled post.")
        now = datetime.now(UTC) + (self._office.wire.skew or timedelta())
        if until < now + SOONEST:
            raise UsageError("Mastodon takes no time that is less than five minutes away.",
                             hint=f"The soonest is {(now + SOONEST):%H:%M:%S} UTC.")
        try:
            said = (await self._office.wire.call("scheduled_status_update", post_id, until)).read()
        except WireError as error:
            if error.status in (404, 410):
                raise NotFound("That post does not wait any more: it was published or deleted.") from error
            if error.status == 422:
                raise UsageError("The server does not take that time.", reason=error.reason) from error
            raise explain(error, self._office.wire) from error
        moved = _read(said)
        if moved is None:
            raise SourceError(f"{self._office.wire.where.place} does not say whether it moved the post.",
                              hint="Look at the scheduled posts again.")
        return moved

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        await self._office.close()


def _read(raw: object) -> Scheduled | None:
    if not isinstance(raw, Mapping):
        return None
    native_id, at, params = read_id(raw.get("id")), read_time(raw.get("scheduled_at")), raw.get("params")
    text = params.get("text") if isinstance(params, Mapping) else ""
    if not native_id or at is None:
        return None
    return Scheduled(native_id, at, text if isinstance(text, str) else "")
