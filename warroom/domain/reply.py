"""A reply on its way: its states, the table of moves between them, and the key that makes it go out once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from warroom.domain.errors import BadMove
from warroom.domain.model import Platform, PostKey
from warroom.domain.wire import Json, canonical

if TYPE_CHECKING:
    import random

#: With this the text of a post begins that has a content warning; a blank line ends it.
WARNED: Final = "CW: "
# https://atproto.com/specs/tid: 13 characters of this alphabet, which sorts as its numbers do.
_SORTABLE: Final = "234567abcdefghijklmnopqrstuvwxyz"
_CLOCK_BITS: Final = 10


def new_key(at: datetime, dice: random.Random) -> str:
    """Make an idempotency key: 13 characters, the microseconds of ``at`` (aware) and ten random bits.

    It has the form of https://atproto.com/specs/tid, so that Bluesky takes it as a record key, and it sorts by time.
    """
    since = at.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    micros = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    number = (max(0, micros) & ((1 << 53) - 1)) << _CLOCK_BITS | dice.getrandbits(_CLOCK_BITS)
    return "".join(_SORTABLE[number >> shift & 31] for shift in range(60, -1, -5))


class DraftState(StrEnum):
    """Where a reply stands on its way out."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    DELETED = "deleted"


#: From each state, those that may follow; all else is a BadMove. ``failed`` is a certain *not sent*, so it may be
#: approved once more; ``unknown`` waits until a look at the platform, or a person, decides. An approved reply whose
#: approval lapsed goes back into review.
MOVES: Final[Mapping[DraftState, frozenset[DraftState]]] = {
    DraftState.DRAFT: frozenset({DraftState.IN_REVIEW, DraftState.APPROVED}),
    DraftState.IN_REVIEW: frozenset({DraftState.DRAFT, DraftState.APPROVED}),
    DraftState.APPROVED: frozenset({DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.SENDING}),
    DraftState.SENDING: frozenset({DraftState.SENT, DraftState.FAILED, DraftState.UNKNOWN}),
    DraftState.SENT: frozenset({DraftState.DELETED}),
    DraftState.FAILED: frozenset({DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED}),
    DraftState.UNKNOWN: frozenset({DraftState.SENT, DraftState.FAILED}),
    DraftState.DELETED: frozenset(),
}

#: Where the text can still be changed and nothing of it is on a platform.
WRITABLE: Final = frozenset({
    DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED, DraftState.FAILED,
})
#: Where it is not certain yet whether the platform took the reply.
OPEN_ENDED: Final = frozenset({DraftState.SENDING, DraftState.UNKNOWN})


def moved(now: DraftState, target: DraftState) -> DraftState:
    """Return ``target``. Raises BadMove where the table has no way from ``now`` to it."""
    if target not in MOVES[now]:
        raise BadMove(f"A reply that is {now} cannot become {target}.", hint=_HINTS.get(now, ""))
    return target


_HINTS: Final[Mapping[DraftState, str]] = {
    DraftState.DRAFT: "warroom submit hands it in first.",
    DraftState.IN_REVIEW: "It waits for a yes: warroom queue says whose.",
    DraftState.SENDING: "Another process is sending it, or was stopped in the middle; warroom finds out which.",
    DraftState.UNKNOWN: "Look on the platform, then say what is there: warroom resolve ID sent|failed.",
    DraftState.SENT: "It is on the platform. warroom unsend takes it back.",
}


@dataclass(frozen=True, slots=True)
class TextLimit:
    """How long a reply may be: ``most`` units, where every link counts ``per_url`` units (None: its own length).

    ``most_bytes`` (UTF-8) is a second bound, beside that of its graphemes; see ``outgoing.binding``.
    What goes out is more than what was typed, and all of it counts: with ``markdown`` the escapes, a mention of the
    first of ``names`` where the text has none of them, the content ``warning``. See :mod:`warroom.domain.outgoing`.
    """

    most: int
    unit: Literal["graphemes", "characters", "bytes"]
    per_url: int | None = None
    markdown: bool = False
    names: tuple[str, ...] = ()
    warning: str = ""
    most_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """Our reply as the platform has it; ``at`` (aware UTC) is when the platform took it."""

    platform: Platform
    native_id: str
    url: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A post of ours that the platform publishes by itself at ``at`` (aware UTC)."""

    id: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One person's yes to one text, as it was then: ``role`` is what gave the right to it.

    It holds until ``expires`` (aware UTC), and only for what was approved: ``text_sha256`` is :func:`fingerprint` of
    the draft, ``post_sha256`` what the post said (see :func:`warroom.domain.approval.seen`), ``strategy`` the
    incident's.
    """

    by: str
    role: str
    at: datetime
    text_sha256: str
    post_sha256: str
    strategy: str
    expires: datetime


def _no_overrides() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply to one post, or a post of its own (``post`` None). ``id`` is also the idempotency key of every try.

    ``version`` counts changes of the text from 1. ``account`` is the handle it is sent under, "" until it is
    sending; ``since`` (aware UTC) is when it came into its state, ``reason`` why, where that is no matter of course.
    ``writers`` are others than ``author`` who changed the text. ``statement`` is the id of the statement that it was
    made of, "" for free text. ``overrides`` are the findings that were set aside, by rule, each with its typed reason.
    ``private`` is true for a direct message. ``batch`` joins the drafts of one broadcast or one thread, ``follows`` is
    the part before this one, which must be out first. ``seen`` is what the post said when the text was written.
    """

    id: str
    post: PostKey | None
    platform: Platform
    text: str
    author: str
    state: DraftState = DraftState.DRAFT
    version: int = 1
    account: str = ""
    since: datetime
    reason: str = ""
    sent: Sent | None = None
    statement: str = ""
    approvals: tuple[Approval, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=_no_overrides)
    private: bool = False
    batch: str = ""
    follows: str = ""
    writers: tuple[str, ...] = ()
    seen: str = ""


def fingerprint(draft: Draft) -> str:
    """What an approval is given for, as 64 hex digits: the text, where and how it goes out, and what was set aside.

    Not what concerns the post alone (that somebody holds it, that it was edited): that has its own check.
    """
    said: list[Json] = [draft.text, str(draft.platform), draft.statement, draft.private,
            sorted(rule for rule in draft.overrides if not about_post(rule))]
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def about_post(rule: str) -> bool:
    """True where a rule that was set aside speaks of the post that is answered, and not of the text."""
    return rule.partition(":")[0] in ("held", "edited", "deleted", "same-words")


class Conflict(BadMove):
    """Somebody else changed the text meanwhile; ``theirs`` is the draft as it is now."""

    def __init__(self, theirs: Draft, *, hint: str = "Look at both, then save yours again.") -> None:
        who = theirs.writers[-1] if theirs.writers else theirs.author
        super().__init__(f"{who} changed this reply meanwhile; nothing was overwritten.",
                         reason=f"It is version {theirs.version} now.", hint=hint)
        self.theirs = theirs
