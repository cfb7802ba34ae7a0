"""The ways out of a live room: publishers, threads and schedulers, each made when it is first asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from filelock import FileLock, Timeout

from warroom import platforms
from warroom.credentials import Secrets
from warroom.domain.model import Platform
from warroom.ports import Publisher, Scheduler, Threads
from warroom.settings import Settings


class _Closes(Protocol):
    async def close(self) -> None: ...


_T = TypeVar("_T", bound=_Closes)


class Outlets:
    """What speaks for the brand on each platform, with connections of its own: a reply never waits behind a poller."""

    def __init__(self, settings: Settings, secrets: Secrets) -> None:
        self._settings = settings
        self._secrets = secrets
        self._made: dict[tuple[str, Platform], _Closes] = {}
        self._one_at_a_time = asyncio.Lock()

    async def publisher(self, platform: Platform) -> Publisher:
        """A platform's publisher. Raises CredentialError or SourceStopped where there is none."""
        return await self._get("publisher", platform, platforms.publisher)

    async def threads(self, platform: Platform) -> Threads:
        """What fetches a platform's conversations. Raises CredentialError or SourceStopped where there is none."""
        return await self._get("threads", platform, platforms.threads)

    async def schedulers(self) -> Mapping[Platform, Scheduler]:
        """The schedulers of the platforms that have scheduled posts and are switched on. Raises CredentialError."""
        found: dict[Platform, Scheduler] = {}
        for platform in platforms.enabled(self._settings):
            if platforms.schedules(platform):
                found[platform] = await self._get("scheduler", platform, platforms.scheduler)
        return found

    async def renew(self, settings: Settings, secrets: Secrets) -> None:
        """Speak with other settings and logins from now on."""
        async with self._one_at_a_time:
            self._settings, self._secrets = settings, secrets
            made, self._made = list(self._made.values()), {}
        await asyncio.gather(*(one.close() for one in made), return_exceptions=True)

    @property
    def enabled(self) -> tuple[Platform, ...]:
        """The platforms that are switched on."""
        return platforms.enabled(self._settings)

    async def close(self) -> None:
        """Let go of every connection; safe to call twice."""
        made, self._made = list(self._made.values()), {}
        await asyncio.gather(*(one.close() for one in made), return_exceptions=True)

    async def _get(self, kind: str, platform: Platform, make: Callable[[Settings, Platform, Secrets], _T]) -> _T:
        async with self._one_at_a_time:
            known = self._made.get((kind, platform))
            if known is None:
                # In a thread: the platforms' libraries take their time to import, and a secret may come from a command.
                made = await asyncio.to_thread(make, self._settings, platform, self._secrets)
                self._made[kind, platform] = made
                return made
            return known  # type: ignore[return-value]  # of this kind, by its name


@contextmanager
def sole(folder: Path, name: str) -> Iterator[bool]:
    """Hold the right to send one reply; False inside where another process has it. It goes with its process."""
    file = folder / f"sending-{name}.lock"
    lock = FileLock(file, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        # Whoever opened the file before this holds a lock on nothing; but then the store says that it is settled.
        file.unlink(missing_ok=True)
        lock.release()
