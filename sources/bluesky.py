"""Bluesky: the firehose of a relay or of one server, kept to the posts that hold the team's terms.

No login and no secret are needed. Source: https://atproto.com/specs/sync#firehose.
"""

from __future__ import annotations

import asyncio
import importlib
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from sources import _bluesky_wire as wire
from sources._bluesky_frames import Fault
from sources._bluesky_profiles import Profiles
from sources._bluesky_pulse import CursorError, Pulse
from sources._bluesky_reader import Haul, Reader
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.terms import Terms, Vocabulary
from warroom.ports import Batch

#: Seconds to wait for a first frame and for more of them, and the most frames that make one batch.
_FIRST: Final = 1.0
_MORE: Final = 0.1
_MOST: Final = 200
#: Frames that are read in one go: a millisecond or two, so that no key waits.
_SLICE: Final = 25
_RELAY: Final = "bsky.network"
_PUBLIC_APPVIEW: Final = "https://public.api.bsky.app"

#: Of these native ids, which are stored? Asked about deletions and edits of posts that this process did not bring.
Known = Callable[[Sequence[str]], Awaitable[Collection[str]]]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class BlueskySource:
    """A source of Bluesky posts (see ``ports.Source``).

    ``base_url`` is a relay or a PDS (http, https). ``appview`` tells names and followers of authors ("": the
    public one for the whole network, none otherwise). ``known`` finds posts of earlier runs among what is deleted
    or edited. Posts wait at most ``patience`` seconds for the names of their authors, which are DIDs until then. A
    stream that was busy counts as dead after ``silence`` seconds without a frame. Cursors are ``seq@server``, so
    that the cursor of one server is never used on another.
    """

    name = "bluesky"
    platforms = frozenset({Platform.BLUESKY})

    def __init__(
        self, *, base_url: str, terms: Vocabulary, appview: str = "", known: Known | None = None,
        open_timeout: float = 10.0, patience: float = 1.0, silence: float = 60.0,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._base_url = base_url
        self._terms = Terms.of(terms)
        self._appview = appview
        self._known = known
        self._open_timeout = open_timeout
        self._patience = patience
        self._silence = silence
        self._now = now
        self._reader = Reader(self._terms, now)
        self._profiles: Profiles | None = None

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Yield batches from after ``cursor``; "" begins with what is posted from now on.

        Raises SourceError whenever the stream ends, and SourceStopped where there is nothing to look for or no
        firehose at the address.
        """
        if not self._terms.every:
            raise SourceStopped("Bluesky has nothing to look for.", hint="Set terms.brand in config.toml.")
        server = wire.address(self._base_url)
        # The imports take half a second; in a thread, no key waits for them.
        for module in ("websockets.asyncio.client", "httpx"):
            await asyncio.to_thread(importlib.import_module, module)
        seq, skipped = _resume(cursor, server.place)
        profiles = self._profiles = self._profiles or self._directory(server)
        try:
            while True:
                try:
                    async with aclosing(self._follow(server, seq, skipped, profiles)) as batches:
                        async for batch in batches:
                            yield batch
                except CursorError as error:
                    seq, skipped = None, Counter({str(error): 1})
        finally:
            await profiles.close()

    async def _follow(
        self, server: wire.Server, seq: int | None, skipped: Counter[str], profiles: Profiles,
    ) -> AsyncGenerator[Batch, None]:
        """Yield the batches of one connection, until it ends or the cursor turns out to be of no use."""
        socket = await wire.connect(server, seq, patience=self._open_timeout)
        try:
            pulse = Pulse(server.place, resumed=seq is not None, silence=self._silence, now=self._now)
            pulse.skipped.update(skipped)
            if seq is None:
                yield Batch(skipped=pulse.told())
            while True:
                frames, closed = await wire.gather(socket, first=_FIRST, more=_MORE, most=_MOST)
                haul = await self._read(frames)
                pulse.beat(len(frames), haul)
                entries = await self._finish(haul, profiles)
                if entries or pulse.due:
                    cursor = "" if pulse.seq is None else f"{pulse.seq}@{server.place}"
                    yield Batch(entries, cursor, caught_up=pulse.caught_up, skipped=pulse.told())
                if haul.fault is not None:
                    raise _faulted(haul.fault, server.place)
                if closed is not None:
                    raise wire.ended(closed, server.place)
        finally:
            await socket.close()

    async def _read(self, frames: Sequence[bytes | str]) -> Haul:
        haul = Haul()
        for at in range(0, len(frames), _SLICE):
            for raw in frames[at:at + _SLICE]:
                self._reader.read(raw, haul)
            await asyncio.sleep(0)
        return haul

    async def _finish(self, haul: Haul, profiles: Profiles) -> list[Post | Gone]:
        """Put names to authors, and keep the strangers that are stored; these come before what came later."""
        for did, handle in haul.handles.items():
            profiles.rename(did, handle)
        entries = haul.entries
        if haul.strangers and self._known is not None:
            known = frozenset(await self._known([stranger.native_id for stranger in haul.strangers]))
            entries = [*(stranger for stranger in haul.strangers if stranger.native_id in known), *entries]
        await profiles.learn(entry.author for entry in entries if isinstance(entry, Post))
        return [_signed(entry, profiles) if isinstance(entry, Post) else entry for entry in entries]

    def _directory(self, server: wire.Server) -> Profiles:
        host = server.place.partition(":")[0]
        public = _PUBLIC_APPVIEW if host == _RELAY or host.endswith(f".{_RELAY}") else ""
        return Profiles(server=server.http, appview=(self._appview or public).rstrip("/"),
                        patience=self._patience, proxy=not server.near)


def _signed(post: Post, profiles: Profiles) -> Post:
    profile = profiles.get(post.author)
    if profile is None:
        return post
    return replace(post, author=profile.handle, author_name=profile.name, reach=profile.reach,
                   verified=profile.verified)


def _resume(cursor: str, place: str) -> tuple[int | None, Counter[str]]:
    """Read a cursor; one that another server gave is of no use here."""
    if not cursor:
        return None, Counter()
    seq, _, where = cursor.partition("@")
    if where == place and seq.isascii() and seq.isdecimal():
        return int(seq), Counter()
    return None, Counter({"a cursor of another server": 1})


def _faulted(fault: Fault, place: str) -> Exception:
    match fault.error:
        case "FutureCursor":
            return CursorError("a cursor that the server does not know")
        case "ConsumerTooSlow":
            return SourceError(f"{place} hung up: we read too slowly.",
                               hint="warroom connects again and catches up; is the computer or its disk busy?")
    reason = f"{fault.error}: {fault.message}" if fault.message else fault.error
    return SourceError(f"{place} ended the stream with an error.", reason=f"{reason[:200]}.",
                       hint="warroom connects again and catches up.")
