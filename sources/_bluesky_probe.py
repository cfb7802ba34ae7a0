"""What ``warroom doctor`` asks of Bluesky: reachable, logged in, may read, may write, what is left, and the clock."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from sources import _bluesky_wire as wire
from sources._bluesky_jetstream import Jetstream
from sources._bluesky_live import Firehose
from sources._bluesky_session import BlueskyLogin, Session, source_error
from sources._bluesky_xrpc import Refused, Unsure
from warroom.domain.errors import SourceError
from warroom.domain.health import Check, CheckState

#: Our clock may be off by so much: posts are stamped with it, and limits count by it.
_SKEW: Final = timedelta(seconds=30)
#: Below this share of its limit a budget is worth a word.
_LOW: Final = 0.1


def _utc_now() -> datetime:
    return datetime.now(UTC)


class BlueskyProbe:
    """Looks at the stream and the login of a source (see ``ports.Probe``); takes the same addresses as that."""

    def __init__(
        self, *, base_url: str, jetstream: str = "", service: str, login: BlueskyLogin | None = None,
        stream: bool = True, timeout: float = 8.0, now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._base_url = base_url
        self._jetstream = jetstream
        self._stream = stream
        self._anybody = Session(service, timeout=timeout, now=now)
        self._session = Session(service, login, timeout=timeout, now=now)
        self._timeout = timeout

    async def check(self) -> Sequence[Check]:
        """One line a check; never raises for what it finds."""
        try:
            reachable = await self._check("server", self._reach)
            checks = [reachable, await self._check("stream", self._listen)]
            if reachable.state is CheckState.FAIL:
                checks += [Check(f"bluesky {name}", CheckState.SKIP, "the server cannot be reached")
                           for name in ("login", "reading", "writing")]
            elif self._session.anonymous:
                checks.append(Check("bluesky login", CheckState.SKIP, "nobody is logged in: the stream needs no login",
                                    "To search and to reply: warroom login bluesky."))
            else:
                checks += await self._logged_in()
            return [*checks, self._limits(), self._clock()]
        finally:
            await self._anybody.close()
            await self._session.close()

    async def _logged_in(self) -> list[Check]:
        login = await self._check("login", self._log_in)
        if login.state is not CheckState.OK:
            return [login, *(Check(f"bluesky {name}", CheckState.SKIP, "there is no login")
                             for name in ("reading", "writing"))]
        return [login, await self._check("reading", self._read), await self._check("writing", self._write)]

    async def _check(self, name: str, look: Callable[[], Awaitable[Check | str]]) -> Check:
        try:
            found = await look()
        except (Refused, Unsure) as error:
            found = _failed(name, source_error(error, self._session.place))
        except SourceError as error:
            found = _failed(name, error)
        return Check(f"bluesky {name}", CheckState.OK, found) if isinstance(found, str) else found

    async def _reach(self) -> str:
        await self._anybody.query("com.atproto.server.describeServer")
        return f"{self._anybody.place} answers"

    async def _listen(self) -> Check | str:
        if not self._stream:
            return Check("bluesky stream", CheckState.SKIP, "sources.bluesky.stream is off")
        if self._jetstream:
            dialect: Jetstream | Firehose = Jetstream(wire.address(self._jetstream, "sources.bluesky.jetstream"))
        else:
            dialect = Firehose(wire.address(self._base_url))
        await asyncio.to_thread(importlib.import_module, "websockets.asyncio.client")
        socket = await wire.connect(dialect.server, dialect.url(None), patience=self._timeout,
                                    protocols=dialect.protocols)
        await socket.close()
        return f"{dialect.server.place} lets us listen"

    async def _log_in(self) -> str:
        await self._session.query("com.atproto.server.getSession")
        return f"logged in as @{self._session.handle}"

    async def _read(self) -> Check | str:
        try:
            await self._session.query("app.bsky.notification.listNotifications", {"limit": 1})
        except Refused as error:
            if not error.not_served:
                raise
            return Check("bluesky reading", CheckState.WARN,
                         "this server has no AppView: search and notifications are off",
                         "The stream and replies work without. For the rest use a server of the network.")
        return "search, notifications and threads can be read"

    async def _write(self) -> Check | str:
        said = await self._session.query("com.atproto.server.getSession")
        if said.get("active") is False:
            return Check("bluesky writing", CheckState.FAIL, f"the account is {said.get('status') or 'not active'}",
                         "Sort it out in the Bluesky app.")
        return "the account is active and may post"

    def _limits(self) -> Check:
        budget = self._session.meter.budget or self._anybody.meter.budget
        if budget is None:
            return Check("bluesky limits", CheckState.SKIP, "the server tells no limits")
        words = f"{budget.left:,} of {budget.limit:,} calls left"
        if budget.left < _LOW * budget.limit:
            return Check("bluesky limits", CheckState.WARN, words, "warroom waits where it must; look less often: "
                         "sources.bluesky.interval.")
        return Check("bluesky limits", CheckState.OK, words)

    def _clock(self) -> Check:
        skew = self._session.meter.skew if self._session.meter.skew is not None else self._anybody.meter.skew
        if skew is None:
            return Check("bluesky clock", CheckState.SKIP, "the server tells no time")
        seconds = skew.total_seconds()
        if abs(skew) > _SKEW:
            return Check("bluesky clock", CheckState.WARN,
                         f"our clock is {abs(seconds):.0f} s {'ahead' if seconds > 0 else 'behind'}",
                         "Set this computer's clock by the network: replies carry its time.")
        return Check("bluesky clock", CheckState.OK, "our clock agrees with the server's")


def _failed(name: str, error: SourceError) -> Check:
    words = " ".join(part for part in (error.title, error.reason) if part)
    return Check(f"bluesky {name}", CheckState.FAIL, words, error.hint)
