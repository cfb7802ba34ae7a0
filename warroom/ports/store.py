"""What a store must be able to do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from warroom.domain.events import Break, Event, NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.manuscript import Manuscript
from warroom.domain.model import Post, PostKey, Score, Unscored
from warroom.domain.query import Query
from warroom.domain.reply import Draft, DraftState
from warroom.domain.trace import Trace
from warroom.ports.platforms import Batch


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a batch: new items, items with a new version (edit, deletion), and how many were known."""

    new: Sequence[Item] = ()
    changed: Sequence[Item] = ()
    known: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought, newest first; ``cut`` where it was ended early: then older posts may match, too."""

    items: Sequence[Item]
    cut: bool = False


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

    async def save(self, manuscript: Manuscript) -> Manuscript:
        """Keep a text whose version follows the one that stands there, and return it with all who wrote in it.

        Raises Overtaken where it does not follow.
        """

    async def unscored(self, *, since: datetime, until: datetime, limit: int) -> list[str]:
        """The texts that were saved last between two times (aware UTC) and have no score, the newest first."""

    async def score(self, text: str) -> Score | Unscored | None:
        """The score that is kept of a text, None where there is none."""


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

        With ``context`` new posts are kept out of all lists (see ``Item.context``) until a source brings them. Posts
        of an account that a reply of this room went out under are kept so in any case.
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

    async def glance(
        self, room: str | None, query: Query, enough: Callable[[], bool], *, incident: str = "",
        before: int | None = None, limit: int = 200,
    ) -> Found:
        """What :meth:`page` would find first, as far as it comes until ``enough`` is true.

        That is asked all the while from another thread. Where terms are common and never meet, there may be nothing yet
        in a room of millions; :meth:`page` below the last post that was found goes on, for as long as it takes.
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

    async def ours(self, room: str, said: Iterable[Post]) -> frozenset[PostKey]:
        """Which of these posts of a room went out under an account of ours."""
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
