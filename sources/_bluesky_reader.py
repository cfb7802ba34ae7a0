"""From frames of a stream to posts, edits and deletions that concern the team; everything else is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sources import _bluesky_frames as fire
from sources._bluesky_post import post_uri, read_draft
from sources._bluesky_seen import Seen
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.terms import Terms

#: The statuses of an account whose posts can no longer be seen. "throttled" and "desynchronized" hide nothing.
_HIDDEN: Final = frozenset({"takendown", "suspended", "deleted", "deactivated"})
_WORDS: Final = {
    "OutdatedCursor": "a gap that the server no longer remembers",
    "FutureCursor": "a cursor that the server does not know",
}


@dataclass(slots=True)
class Haul:
    """What some frames held: ``strangers`` are deletions and edits of posts that this process did not bring.

    ``seq`` and ``when`` (a time as it came) are those of the last event, ``handles`` new names ("": ask again).
    """

    entries: list[Post | Gone] = field(default_factory=list)
    strangers: list[Post | Gone] = field(default_factory=list)
    handles: dict[str, str] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)
    seq: int | None = None
    when: object = None
    fault: fire.Fault | None = None

    @property
    def moment(self) -> datetime | None:
        """When the last event was (aware UTC), None where it does not tell."""
        return fire.read_time(self.when)


class Reader:
    """Reads frames into a haul; one bad frame, change or record is counted and costs nothing else."""

    def __init__(
        self, terms: Terms, now: Callable[[], datetime],
        parse: Callable[[bytes | str], fire.Event] = fire.read_frame, *, keep: int = 50_000,
    ) -> None:
        self._terms = terms
        self._now = now
        self._parse = parse
        #: What was committed before this moment (aware UTC) is passed over; events come in order.
        self.floor: datetime | None = None
        self._seen = Seen(keep)

    def read(self, raw: bytes | str, haul: Haul) -> None:
        """Read one frame."""
        try:
            event = self._parse(raw)
        except fire.UnreadableError as error:
            haul.skipped[str(error)] += 1
            return
        if isinstance(event, fire.Fault):
            haul.fault = event
            return
        if isinstance(event, fire.Info):
            if reason := _WORDS.get(event.name):
                haul.skipped[reason] += 1
            return
        haul.seq, haul.when = event.seq, event.when
        if isinstance(event, fire.Commit):
            self._commit(event, haul)
        elif isinstance(event, fire.Account):
            if not event.active and event.status in _HIDDEN:
                at = fire.read_time(event.when) or self._now()
                haul.entries.extend(Gone(Platform.BLUESKY, uri, at) for uri in self._seen.take(event.did))
        elif isinstance(event, fire.Identity):
            haul.handles[event.did] = event.handle

    def _commit(self, commit: fire.Commit, haul: Haul) -> None:
        if commit.bad:
            haul.skipped["a change without a usable key"] += commit.bad
        moment = fire.read_time(commit.when) or self._now()
        if self.floor is not None:
            if moment < self.floor:
                return
            self.floor = None
        for op in commit.ops:
            uri = post_uri(commit.did, op.key)
            if op.action == "delete":
                self._delete(uri, moment, haul)
            elif op.action not in ("create", "update"):
                haul.skipped["a change of no known kind"] += 1
            elif op.block is None:
                haul.skipped["a post that was not sent along"] += 1
            else:
                try:
                    self._write(commit.did, op, uri, moment, haul)
                except fire.UnreadableError as error:
                    haul.skipped[str(error)] += 1

    def _write(self, did: str, op: fire.Op, uri: str, moment: datetime, haul: Haul) -> None:
        draft = read_draft(fire.read_record(b"" if op.block is None else op.block))
        # An edit that takes the brand's name out of a post that we brought is still an edit of that post.
        if not self._seen.has(uri) and not self._terms.matches(draft.heard, draft.hashtags, draft.links):
            if op.action == "update":
                haul.strangers.append(draft.post(did, op.key, moment))
            return
        post = draft.post(did, op.key, moment)
        quoted = self._seen.text(draft.quotes) if draft.quotes else ""
        self._seen.add(uri, post.text)
        haul.entries.append(replace(post, quoted=quoted) if quoted else post)

    def _delete(self, uri: str, moment: datetime, haul: Haul) -> None:
        gone = Gone(Platform.BLUESKY, uri, moment)
        if self._seen.has(uri):
            self._seen.remove(uri)
            haul.entries.append(gone)
        else:
            haul.strangers.append(gone)
