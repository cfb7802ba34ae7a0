"""The ports: what the engine asks of a source, a publisher, a scorer, a store and a clock. Adapters fit by shape."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, runtime_checkable

from warroom.domain.events import Break, Event, NewEvent
from warroom.domain.health import Budget, Check, ScorerState
from warroom.domain.history import Trace
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.manuscript import Manuscript
from warroom.domain.model import Gone, Platform, Post, PostKey, Score, Unscored
from warroom.domain.query import Query
from warroom.domain.reply import Draft, DraftState, Scheduled, Sent, TextLimit


class Clock(Protocol):
    """Time as a parameter. In a drill ``now`` is story time; sleeps are in seconds of that same time."""

    def now(self) -> datetime:
        """The present, aware UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait so many seconds of this clock's time; returns at once for zero or less."""
        ...


@dataclass(frozen=True, slots=True)
class Batch:
    """What a source hands over: posts and deletions in order, and the cursor to resume from after them.

    An empty batch says "connected, nothing new". ``caught_up`` is False while a gap is being backfilled.
    ``skipped`` counts what could not be read, by reason; ``budget`` is what the platform still lets us do, where it
    told.
    """

    posts: Sequence[Post | Gone] = ()
    cursor: str = ""
    caught_up: bool = True
    skipped: Mapping[str, int] = field(default_factory=dict)
    budget: Budget | None = None


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

    async def limit(self) -> TextLimit:
        """How long a reply may be."""
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


class Scorer(Protocol):
    """Texts in, scores out, in the same order."""

    @property
    def state(self) -> ScorerState:
        """What the scorer is doing now."""
        ...

    @property
    def reason(self) -> str:
        """Why it is in that state, in words; "" where there is nothing to say."""
        ...

    async def start(self) -> None:
        """Load the model and return when it is ready. Raises ScoringError where it cannot be loaded."""
        ...

    async def score(self, texts: Sequence[str]) -> list[Score | Unscored]:
        """Score texts; one that the model cannot take comes back Unscored and does not harm the others.

        Raises ScoringError only where the model is gone for good.
        """
        ...

    async def close(self) -> None:
        """End the scorer; safe to call twice."""
        ...


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a batch: new items, items with a new version (edit, deletion), and how many were known."""

    new: Sequence[Item] = ()
    changed: Sequence[Item] = ()
    known: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``verify`` found in one incident: the first break of its chain, and state that the log does not say."""

    incident: str
    events: int
    broken: Break | None = None
    drift: Sequence[str] = ()

    @property
    def clean(self) -> bool:
        """True where chain and state hold."""
        return self.broken is None and not self.drift


#: Looks at the incident (None before it is opened) and the posts asked for, and says what to log. Pure.
Decide = Callable[[Incident | None, Mapping[PostKey, Item]], Sequence[NewEvent]]


#: Like ``Decide``, of the incident's replies to these posts too, by id.
DecideReplies = Callable[[Incident | None, Mapping[PostKey, Item], Mapping[str, Draft]], Sequence[NewEvent]]


class Manuscripts(Protocol):
    """Texts that are being written: no part of the log, one for each post of an incident."""

    async def load(self, incident: str, post: PostKey) -> Manuscript | None:
        """The text on a post as it was saved last, None where there never was one."""

    async def save(self, manuscript: Manuscript) -> None:
        """Keep a text whose version follows the one that stands there. Raises Overtaken where it does not."""


class Baselines(Protocol):
    """What is usual in a room: no part of the log, kept so that a start does not learn it anew."""

    async def load(self, room: str) -> tuple[datetime, dict[str, str]] | None:
        """The states (JSON) by name, and when they were saved (aware UTC); None where there are none."""

    async def save(self, room: str, states: Mapping[str, str], at: datetime) -> None:
        """Keep these states in place of all that were there."""

    async def history(self, room: str, *, since: datetime, before: int | None, limit: int) -> list[Trace]:
        """The newest posts with ids below ``before`` that were received at or after ``since``, the newest first."""


class Store(Protocol):
    """The database. Every method is one transaction; all raise StoreError with words that a person can act on."""

    @property
    def manuscripts(self) -> Manuscripts:
        """The texts that are being written."""

    @property
    def baselines(self) -> Baselines:
        """What is usual."""

    async def add(
        self, room: str, source: str, batch: Batch, received_at: datetime, *, context: bool = False,
    ) -> Stored:
        """Store a batch and its cursor in one transaction; known posts are known, edits and deletions versions.

        With ``context`` new posts are kept out of all lists (see ``Item.context``) until a source brings them.
        """
        ...

    async def cursor(self, room: str, source: str) -> str:
        """The cursor stored last for a source, "" where there is none."""
        ...

    async def page(
        self, room: str | None, query: Query, *, incident: str = "", before: int | None = None, limit: int = 200,
    ) -> list[Item]:
        """The newest posts of a room (None: all rooms) that match, newest first, with ids below ``before``.

        Triage is that of ``incident``; "" leaves it untouched.
        """
        ...

    async def items(self, room: str, keys: Sequence[PostKey], *, incident: str = "") -> dict[PostKey, Item]:
        """The posts of these keys; unknown keys are absent."""
        ...

    async def oldest(
        self, room: str, *, incident: str, since: datetime, negative: bool, after: int = 0, limit: int = 1,
    ) -> list[Item]:
        """The oldest posts of ``incident`` that are open, no repost and not deleted, written at or after ``since``.

        Negative or not: by a person's label, else by the model. Of those of that very moment, ids above ``after``.
        """
        ...

    async def since(self, room: str, after: int, *, incident: str = "", limit: int = 1000) -> list[Item]:
        """Posts with ids above ``after``, oldest first: what another process stored."""
        ...

    async def thread(self, room: str, key: PostKey, *, incident: str = "", limit: int = 200) -> list[Item]:
        """The stored conversation that a post belongs to, oldest first, the post itself included."""
        ...

    async def versions(self, room: str, key: PostKey) -> list[Post]:
        """All that a post ever said, oldest first."""
        ...

    async def resolve(self, room: str | None, words: str) -> Item:
        """Find the one post that ``words`` names: a key, a native id, a URL or a row id. Raises NotFound."""
        ...

    async def put_scores(self, scores: Mapping[bytes, Score | Unscored], at: datetime) -> None:
        """Keep what the scorer said, by text digest (``model.digest``), and give it to every post of that text."""
        ...

    async def unscored(self, room: str, *, before: int | None = None, limit: int = 500) -> list[Item]:
        """Posts that wait for the model, newest first."""
        ...

    async def commit(
        self, incident: str, keys: Sequence[PostKey], decide: Decide, recorded_at: datetime,
    ) -> list[Event]:
        """Read the incident and the posts, ask ``decide``, and append events and state in one serialised transaction.

        Raises what ``decide`` raises, with nothing written; NotFound for an unknown post.
        """
        ...

    async def commit_replies(
        self, incident: str, keys: Sequence[PostKey], decide: DecideReplies, recorded_at: datetime,
    ) -> list[Event]:
        """Like :meth:`commit`, with replies; what it wrote outlives also a loss of power when this returns."""
        ...

    async def drafts(
        self, incident: str | None = None, *, states: Collection[DraftState] | None = None,
    ) -> list[tuple[str, Draft]]:
        """Replies with the incident that each stands in, the oldest first; of all incidents and states where None."""
        ...

    async def incidents(self) -> list[Incident]:
        """All incidents, the latest opened last."""
        ...

    async def incident(self, incident: str) -> Incident:
        """One incident by id or unique beginning of it. Raises NotFound."""
        ...

    async def events(self, incident: str, *, after: int = 0, limit: int | None = None) -> list[Event]:
        """The log of an incident in order, from after a seq."""
        ...

    async def bring_in(
        self, events: Sequence[Event], items: Iterable[Item], earlier: Mapping[PostKey, Sequence[Post]] | None = None,
    ) -> int:
        """Import an incident whose chain was checked; returns the events added (0: it was here already, identical).

        ``earlier`` is what edited posts said before, oldest first; it comes in with posts that were not here.
        Raises ImportRefused where a different log of that id is stored.
        """
        ...

    async def verify(self, incident: str | None = None) -> list[Verdict]:
        """Check chains and rebuild state from the log, of one incident or of all."""
        ...

    async def count(self, room: str | None = None) -> int:
        """How many posts are stored."""
        ...

    async def changed_elsewhere(self) -> bool:
        """True where another process wrote since the last call; costs next to nothing."""
        ...

    async def close(self) -> None:
        """Close the database; safe to call twice."""
        ...
