"""Bluesky: the whole network, or one server, kept to the posts that hold the team's terms; with a login, what is ours.

No login and no secret are needed for the network itself. Sources: https://atproto.com/specs/sync#firehose and those
named in the modules of each strand.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sources import _bluesky_wire as wire
from sources._bluesky_jetstream import Jetstream
from sources._bluesky_live import Firehose, Known, Live
from sources._bluesky_poll import Poll
from sources._bluesky_polls import Look, Notifications, OwnThreads, TermSearch
from sources._bluesky_probe import BlueskyProbe
from sources._bluesky_profiles import Profiles
from sources._bluesky_publisher import BlueskyPublisher
from sources._bluesky_session import BlueskyLogin, Session
from sources._bluesky_strand import Part, Sightings, Strand
from sources._bluesky_thread import BlueskyThreads
from warroom.domain.errors import SourceStopped
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.terms import Terms, Vocabulary
from warroom.domain.wire import Json
from warroom.ports import Batch

__all__ = [
    "NETWORK", "PUBLIC_APPVIEW", "BlueskyFollow", "BlueskyLogin", "BlueskyProbe", "BlueskyPublisher", "BlueskySource",
    "BlueskyThreads", "Known", "home_of",
]

_RELAY: Final = "bsky.network"
#: Where accounts of the network log in, and who tells of anybody without a login.
NETWORK: Final = "https://bsky.social"
PUBLIC_APPVIEW: Final = "https://public.api.bsky.app"
#: How often posts were handed over, in a cursor of several strands.
_TOLD: Final = "told"
#: Parts that wait for the engine before the strands are held back.
_AHEAD: Final = 8


def home_of(base_url: str) -> str:
    """Where an account logs in whose server is not named: that at ``base_url``, or the network's front door.

    A relay of the network has no accounts.
    """
    host = wire.address(base_url).place.partition(":")[0] if base_url else _RELAY
    return NETWORK if _of_the_network(host) else base_url


def _of_the_network(host: str) -> bool:
    return host == _RELAY or host.endswith(f".{_RELAY}")


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueskyFollow:
    """What to follow: the live stream needs no login, the others do. ``interval`` (s) is between two looks."""

    stream: bool = True
    search: bool = True
    notifications: bool = True
    threads: bool = True
    interval: float = 30.0


class BlueskySource:
    """A source of Bluesky posts (see ``ports.Source``).

    The live stream is that of a ``jetstream`` where one is named, else the firehose of ``base_url``, a relay or a PDS.
    With a ``login`` at ``service`` ("": ``base_url``) it also follows what ``follow`` says. ``appview`` tells names and
    followers of authors ("": the public one for the whole network, none otherwise). ``known`` finds posts of earlier
    runs among what is deleted or edited. Posts wait at most ``patience`` seconds for the names of their authors, which
    are DIDs until then. A stream that was busy counts as dead after ``silence`` seconds without a frame. Of the latest
    ``keep`` posts (0.5 kB each) it knows without asking the store what becomes of them.

    The cursor of the firehose alone is ``seq@server``, so that the cursor of one server is never used on another;
    any other is a JSON object with the position of each strand.
    """

    name = "bluesky"
    platforms = frozenset({Platform.BLUESKY})

    def __init__(
        self, *, base_url: str, terms: Vocabulary, jetstream: str = "", appview: str = "", service: str = "",
        login: BlueskyLogin | None = None, follow: BlueskyFollow | None = None, known: Known | None = None,
        open_timeout: float = 10.0, patience: float = 1.0, silence: float = 60.0,
        keep: int = 50_000, now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._keep = keep
        self._base_url = base_url
        self._jetstream = jetstream
        self._terms = Terms.of(terms)
        self._appview = appview
        self._service = service
        self._login = login
        self._what = follow or BlueskyFollow()
        self._known = known
        self._open_timeout = open_timeout
        self._patience = patience
        self._silence = silence
        self._now = now
        self._profiles: Profiles | None = None
        self._live: Live | None = None
        self._session: Session | None = None
        self._sightings = Sightings(keep)

    async def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Yield batches from after ``cursor``; "" begins with what is posted from now on, and the newest page of lists.

        Raises SourceError whenever the stream ends, and SourceStopped where there is nothing to look for, no firehose
        at the address, or a login that is refused.
        """
        strands = self._strands()
        positions = _read_cursor(cursor)
        self._sightings.told.resume(cursor)
        try:
            async with aclosing(_braid(strands, positions)) as parts:
                async for batch in self._batches(parts, [strand.name for strand in strands], positions):
                    yield batch
                    self._sightings.told.settle(batch.cursor)  # whoever asks for the next has taken it
        finally:
            if self._profiles is not None:
                await self._profiles.close()
            if self._session is not None:
                await self._session.close()

    async def _batches(
        self, parts: AsyncIterator[tuple[str, Part]], names: Sequence[str], positions: dict[str, Json],
    ) -> AsyncGenerator[Batch, None]:
        several = len(names) > 1
        behind = set(names) if several else set()
        told: bool | None = None
        early = Counter[str]()
        async for name, part in parts:
            if part.failed and told is None:
                # A look beside a stream that is not there yet: a batch would say that we are connected.
                behind.add(name)
                early.update(part.skipped)
                continue
            moved = part.position is not None and part.position != positions.get(name)
            if part.position is not None:
                positions[name] = part.position
            (behind.discard if part.caught_up else behind.add)(name)
            entries: Sequence[Post | Gone] = part.entries
            if several or names != ["relay"]:
                entries = self._sightings.fresh(part.entries)
                # No two cursors with posts between them are the same, so that it can be told what arrived.
                told_before = positions.get(_TOLD)
                positions[_TOLD] = (told_before if isinstance(told_before, int) else 0) + bool(entries)
            caught_up = not behind
            if entries or moved or part.skipped or caught_up is not told or not several:
                told = caught_up
                skipped, early = early + Counter(part.skipped), Counter[str]()
                budget = self._session.meter.budget if self._session is not None else None
                yield Batch(entries, _write_cursor(positions, names), caught_up=caught_up, skipped=skipped,
                            budget=budget, own=self._own())

    def _own(self) -> frozenset[str]:
        """What we are called there, as far as the login and its session tell."""
        told = (self._session.handle, self._session.did) if self._session is not None else ()
        return frozenset(name for name in (self._login.identifier, *told) if name) if self._login else frozenset()

    def _strands(self) -> list[Strand]:
        server = wire.address(self._jetstream, "sources.bluesky.jetstream") if self._jetstream else wire.address(
            self._base_url)
        profiles = self._profiles = self._profiles or self._directory(server)
        strands: list[Strand] = []
        if self._what.stream and self._terms.every:
            if self._live is None:
                self._live = Live(
                    Jetstream(server) if self._jetstream else Firehose(server), terms=self._terms, profiles=profiles,
                    known=self._known, open_timeout=self._open_timeout, silence=self._silence, now=self._now,
                    keep=self._keep)
            strands.append(self._live)
        looks = self._looks()
        if self._session is not None:
            strands += [Poll(look, self._session, interval=self._what.interval, beside=bool(strands),
                             profiles=profiles if profiles.knows_reach else None) for look in looks]
        if not strands:
            if self._terms.every:
                raise SourceStopped("Bluesky has nothing to follow.",
                                    hint="Switch on sources.bluesky.stream, or log in: warroom login bluesky.")
            raise SourceStopped("Bluesky has nothing to look for.", hint="Set terms.brand in config.toml.")
        return strands

    def _looks(self) -> list[Look]:
        if self._login is None:
            return []
        session = self._session = self._session or Session(
            self._service or home_of(self._base_url), self._login, timeout=self._open_timeout, now=self._now)
        looks: list[Look] = []
        if self._what.search and self._terms.every:
            looks.append(TermSearch(session, self._terms, self._now))
        if self._what.notifications:
            looks.append(Notifications(session, self._now))
        if self._what.threads:
            looks.append(OwnThreads(session, self._now))
        return looks

    def _directory(self, server: wire.Server) -> Profiles:
        host = server.place.partition(":")[0]
        public = PUBLIC_APPVIEW if _of_the_network(host) else ""
        return Profiles(server=server.http, appview=(self._appview or public).rstrip("/"),
                        patience=self._patience, proxy=not server.near)


async def _braid(strands: Sequence[Strand], positions: Mapping[str, Json]) -> AsyncGenerator[tuple[str, Part], None]:
    """Follow all strands at once. What was brought before one failed is yielded before its error is raised."""
    # The room is counted apart from the queue, so that the mark of an end is never held back.
    waiting: asyncio.Queue[tuple[str, Part | None]] = asyncio.Queue()
    room = asyncio.Semaphore(_AHEAD)

    async def read(strand: Strand) -> None:
        try:
            async with aclosing(strand.follow(positions.get(strand.name))) as parts:
                async for part in parts:
                    await room.acquire()
                    waiting.put_nowait((strand.name, part))
        finally:
            waiting.put_nowait((strand.name, None))

    tasks = {strand.name: asyncio.create_task(read(strand), name=f"bluesky {strand.name}") for strand in strands}
    off: Counter[str] = Counter()
    try:
        following = len(tasks)
        while following:
            name, part = await waiting.get()
            if part is None:
                following -= 1
                await tasks[name]
            else:
                room.release()
                off.update(part.skipped)
                yield name, part
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    raise SourceStopped("Bluesky has nothing to follow.", reason=f"{'; '.join(sorted(off))}.",
                        hint="Use a server with an AppView, or switch on sources.bluesky.stream.")


def _read_cursor(cursor: str) -> dict[str, Json]:
    """Read the positions of the strands; a cursor that is no JSON is the firehose's own."""
    if not cursor.startswith("{"):
        return {"relay": cursor} if cursor else {}
    try:
        said = json.loads(cursor)
    except ValueError:
        return {}
    return dict(said) if isinstance(said, dict) else {}


def _write_cursor(positions: Mapping[str, Json], names: Sequence[str]) -> str:
    """Write them; the strands that are not followed now keep theirs, for when they are again."""
    if list(names) == ["relay"] and set(positions) <= {"relay"}:
        return str(positions.get("relay") or "")
    return json.dumps(positions, separators=(",", ":"), sort_keys=True) if positions else ""
