"""What a platform must be able to do: to be read, answered, asked and held."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, runtime_checkable

from warroom.domain.health import Budget, Check
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.reply import Scheduled, Sent, TextLimit


@dataclass(frozen=True, slots=True)
class Batch:
    """What a source hands over: posts and deletions in order, and the cursor to resume from after them.

    An empty batch says "connected, nothing new". ``caught_up`` is False while a gap is being backfilled.
    ``skipped`` counts what could not be read, by reason; ``budget`` is what the platform still lets us do, where it
    told. ``own`` names the account that the source is logged in as, by its handle and its lasting id: what that one
    wrote is no voice about us.
    """

    posts: Sequence[Post | Gone] = ()
    cursor: str = ""
    caught_up: bool = True
    skipped: Mapping[str, int] = field(default_factory=dict)
    budget: Budget | None = None
    own: frozenset[str] = frozenset()


class Source(Protocol):
    """A dumb stream of normalised posts: no retry, no wait for limits; the engine owns those."""

    @property
    def name(self) -> str:
        """The source's name, unique in a room; cursors are kept under it."""
        ...

    @property
    def platforms(self) -> frozenset[Platform]:
        """The platforms whose posts it brings."""
        ...

    def stream(self, cursor: str) -> AsyncIterator[Batch]:
        """Yield batches from after ``cursor`` ("" is the beginning); ends only where there is no more.

        Raises SourceError where a retry may help and SourceStopped where it will not.
        """
        ...


class Threads(Protocol):
    """A platform's conversations, as it has them now."""

    async def thread(self, post: Post, *, limit: int = 200) -> Batch:
        """The posts of the conversation around ``post``, itself included, ``limit`` at the most.

        Raises SourceError where the platform does not answer, SourceStopped where a repeat would not help.
        """
        ...

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        ...


class Publisher(Protocol):
    """One platform's way out, as the brand account. No retry of its own: the outbox owns that."""

    @property
    def platform(self) -> Platform:
        """The platform that it posts to."""
        ...

    @property
    def repeats_safely(self) -> bool:
        """True where ``reply`` with the same key twice makes one reply; else one must look with ``find`` first."""
        ...

    async def account(self) -> str:
        """Our handle there; logs in where needed. Raises SourceStopped for a bad login, SourceError otherwise."""
        ...

    async def limit(self, to: Post | None = None) -> TextLimit:
        """How long a reply to ``to`` may be, or a post of our own, with what goes out beside its text."""
        ...

    async def reply(self, to: Post, text: str, *, key: str) -> Sent:
        """Answer ``to`` in its thread; ``key`` (13 characters, a TID) is this reply's own at every try.

        Raises SendRefused where it was certainly not sent, and SendUnknown where it may have been.
        """
        ...

    async def find(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        """Our own reply of that text below ``to`` that was posted after ``since`` (aware UTC); None: it is not there.

        Raises SourceError where the platform could not be asked.
        """
        ...

    async def delete(self, sent: Sent) -> None:
        """Take our reply off the platform; one that is gone already is fine. Raises SourceError where it stands."""
        ...

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        ...


@runtime_checkable
class Broadcaster(Protocol):
    """A publisher that can also post without answering anybody."""

    async def post(self, text: str, *, key: str) -> Sent:
        """Post on our own page; ``key`` and what it raises are as in :meth:`Publisher.reply`."""
        ...

    async def find_post(self, text: str, *, key: str, since: datetime) -> Sent | None:
        """Our own post of that text from after ``since`` (aware UTC); None: it is not there. Raises SourceError."""
        ...


@runtime_checkable
class Messenger(Protocol):
    """A publisher that can also write to the author of a post in private."""

    async def message(self, to: Post, text: str, *, key: str) -> Sent:
        """Write to the author of ``to``, so that nobody else reads it; as :meth:`Publisher.reply` otherwise."""
        ...

    async def find_message(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        """Our message of that text from after ``since``; None: it is not there. Raises SourceError."""
        ...


class Sink(Publisher, Broadcaster, Messenger, Protocol):
    """What a drill publishes to instead of a platform. No platform's publisher is one: it has no ``rehearses``."""

    @property
    def rehearses(self) -> Literal[True]:
        """Nothing leaves this process but what goes into the drill's own room."""
        ...


class Scheduler(Protocol):
    """Scheduled posts, where a platform has them."""

    async def scheduled(self) -> Sequence[Scheduled]:
        """Our posts that wait for their time, the next first."""
        ...

    async def postpone(self, post_id: str, until: datetime) -> Scheduled:
        """Give a waiting post another time (aware UTC). Raises NotFound where it does not wait any more."""
        ...

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        ...


class Probe(Protocol):
    """What ``warroom doctor`` asks of a platform."""

    async def check(self) -> Sequence[Check]:
        """Look whether it is reachable, logged in, may read and write, its limits and clock; never raises for those."""
        ...


class Sessions(Protocol):
    """Where a platform's session is kept between runs, so that logins are not repeated."""

    def load(self) -> str | None:
        """The session that was saved last, None where there is none. It may read a file: call it in a thread."""
        ...

    def save(self, session: str) -> None:
        """Keep a session, readable by its owner alone; "" forgets it."""
        ...
