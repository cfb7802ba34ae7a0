"""A strand that listens to a websocket: the firehose of a relay or a server, or a Jetstream; they differ in dialect.

Source: https://atproto.com/specs/sync#firehose.
"""

from __future__ import annotations

import asyncio
import importlib
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from sources import _bluesky_wire as wire
from sources._bluesky_frames import Event, Fault, read_frame
from sources._bluesky_profiles import Profiles
from sources._bluesky_pulse import CursorError, Pulse, TooOldError
from sources._bluesky_reader import Haul, Reader
from sources._bluesky_strand import Part, sign
from sources._refusals import Refusals
from warroom.domain.errors import SourceError, SourceStopped
from warroom.domain.model import Gone, Post
from warroom.domain.terms import Terms
from warroom.domain.wire import Json

#: Seconds to wait for a first frame and for more of them, and the most frames that make one batch.
_FIRST: Final = 1.0
_MORE: Final = 0.1
_MOST: Final = 200
#: Frames that are read in one go: a millisecond or two, so that no key waits.
_SLICE: Final = 25

#: Of these native ids, which are stored? Asked about deletions and edits of posts that this process did not bring.
Known = Callable[[Sequence[str]], Awaitable[Collection[str]]]


class Dialect(Protocol):
    """What tells one kind of stream from another."""

    @property
    def name(self) -> str:
        """The strand's name."""
        ...

    @property
    def server(self) -> wire.Server:
        """Where it is."""
        ...

    @property
    def protocols(self) -> Sequence[str]:
        """The websocket subprotocols to ask for."""
        ...

    def parse(self, raw: bytes | str) -> Event:
        """Read one frame. Raises UnreadableError."""
        ...

    def resume(self, position: object) -> tuple[int | None, Counter[str]]:
        """The cursor to ask for (None: live), and why a position is of no use, to be counted."""
        ...

    def later(self, position: object) -> int | None:
        """The second-best cursor, where the server does not remember that of ``resume`` any more."""
        ...

    def url(self, cursor: int | None) -> str:
        """The address to open."""
        ...

    def position(self, seq: int, moment: datetime | None) -> Json:
        """Where a stream stands after the event ``seq``."""
        ...

    def begin(self, now: datetime) -> Json:
        """Where it stands before any event, None where that cannot be said."""
        ...

    @property
    def oldest(self) -> int | None:
        """The cursor of all that the server has, where there is no position to begin at; None: not needed."""
        ...


@dataclass(frozen=True, slots=True)
class Firehose:
    """The repository event stream of a relay or a PDS, in CBOR; positions are ``seq@server``."""

    server: wire.Server
    name: str = "relay"
    protocols: Sequence[str] = ()
    oldest: int | None = 0

    def parse(self, raw: bytes | str) -> Event:
        """Read one frame."""
        return read_frame(raw)

    def resume(self, position: object) -> tuple[int | None, Counter[str]]:
        """A position that another server gave is of no use here."""
        if not isinstance(position, str) or not position:
            return None, Counter()
        seq, _, where = position.partition("@")
        if where == self.server.place and seq.isascii() and seq.isdecimal():
            return int(seq), Counter()
        return None, Counter({"a cursor of another server": 1})

    def later(self, position: object) -> int | None:  # noqa: ARG002 - this stream starts where it can by itself
        """There is none: the server itself begins with the oldest that it has."""
        return None

    def url(self, cursor: int | None) -> str:
        """The address to open."""
        path = f"{self.server.websocket}/xrpc/com.atproto.sync.subscribeRepos"
        return path if cursor is None else f"{path}?cursor={cursor}"

    def position(self, seq: int, moment: datetime | None) -> Json:  # noqa: ARG002 - a number says it all here
        """The number and whose it is."""
        return f"{seq}@{self.server.place}"

    def begin(self, now: datetime) -> Json:  # noqa: ARG002 - numbers are not told but with events
        """Unknown."""
        return None


class Live:
    """Follows a stream, and keeps the posts that hold the team's terms; see ``BlueskySource`` for the parameters."""

    def __init__(
        self, dialect: Dialect, *, terms: Terms, profiles: Profiles, known: Known | None, open_timeout: float,
        silence: float, now: Callable[[], datetime], keep: int,
    ) -> None:
        self.name = dialect.name
        self._dialect = dialect
        self._profiles = profiles
        self._known = known
        self._open_timeout = open_timeout
        self._silence = silence
        self._now = now
        self._reader = Reader(terms, now, dialect.parse, keep=keep)
        self._began: datetime | None = None
        self._refusals = Refusals()

    async def follow(self, position: object) -> AsyncGenerator[Part, None]:
        """Yield what comes after ``position``; ends only with an error."""
        # The imports take half a second; in a thread, no key waits for them.
        for module in ("websockets.asyncio.client", "httpx"):
            await asyncio.to_thread(importlib.import_module, module)
        cursor, skipped = self._dialect.resume(position)
        spare = self._dialect.later(position) if cursor is not None else None
        if cursor is None and not skipped and self._began is not None:
            # We listened before, and the line broke before it brought a first number to go on from.
            cursor, self._reader.floor = self._dialect.oldest, self._began
        while True:
            try:
                async with aclosing(self._connected(cursor, skipped)) as parts:
                    async for part in parts:
                        yield part
            except TooOldError as error:
                cursor, spare, skipped = spare, None, Counter({str(error): 1})
            except CursorError as error:
                cursor, spare, skipped = None, None, Counter({str(error): 1})
                self._began = self._reader.floor = None

    async def _connected(self, cursor: int | None, skipped: Counter[str]) -> AsyncGenerator[Part, None]:
        """Yield the parts of one connection, until it ends or the cursor turns out to be of no use."""
        server = self._dialect.server
        try:
            socket = await wire.connect(server, self._dialect.url(cursor), patience=self._open_timeout,
                                        protocols=self._dialect.protocols)
        except SourceStopped as error:
            if cursor is None and self._began is None:
                raise
            raise self._refusals.meaning(error) from error
        self._refusals.none()
        try:
            pulse = Pulse(server.place, resumed=cursor is not None, silence=self._silence, now=self._now)
            pulse.skipped.update(skipped)
            if cursor is None:
                self._began = self._began or self._now()
                yield Part(position=self._dialect.begin(self._now()), skipped=pulse.told())
            while True:
                frames, closed = await wire.gather(socket, first=_FIRST, more=_MORE, most=_MOST)
                haul = await self._read(frames)
                pulse.beat(len(frames), haul)
                entries = await self._finish(haul)
                if entries or pulse.due:
                    position = None if pulse.seq is None else self._dialect.position(pulse.seq, pulse.moment)
                    yield Part(entries, position, caught_up=pulse.caught_up, skipped=pulse.told())
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

    async def _finish(self, haul: Haul) -> list[Post | Gone]:
        """Put names to authors, and keep the strangers that are stored; these come before what came later."""
        for did, handle in haul.handles.items():
            self._profiles.rename(did, handle)
        entries = haul.entries
        if haul.strangers and self._known is not None:
            known = frozenset(await self._known([stranger.native_id for stranger in haul.strangers]))
            entries = [*(stranger for stranger in haul.strangers if stranger.native_id in known), *entries]
        await self._profiles.learn(entry.author for entry in entries if isinstance(entry, Post))
        return [sign(entry, self._profiles) if isinstance(entry, Post) else entry for entry in entries]


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
