"""From statuses to posts, edits and deletions that concern the team; each is told once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sources._mastodon_post import read_note
from sources._memory import Memory
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.terms import Terms

#: Counts that changed are told again after so long, and not with every look.
_COUNTS: Final = timedelta(minutes=1)
#: So long after a deletion a page may still come that was asked for before it; so many deletions are remembered.
_LATE: Final = timedelta(minutes=2)
_GONE: Final = 1_000


@dataclass(slots=True)
class _Told:
    mark: bytes
    counts: tuple[int | None, int | None, int | None]
    root: str
    at: datetime
    edited: datetime | None


class Sieve:
    """Reads statuses one by one, and remembers the latest ``keep`` that were brought. The oldest are forgotten.

    ``told.settle`` says that what was brought was taken; ``told.resume`` takes back what was not.
    """

    def __init__(self, terms: Terms, now: Callable[[], datetime], *, keep: int = 50_000) -> None:
        self.home = ""
        self.now: Final = now
        self._terms = terms
        self.told: Final[Memory[str, _Told]] = Memory(keep)
        self._gone: OrderedDict[str, datetime] = OrderedDict()

    def take(self, raw: object, *, every: bool) -> Post | None:
        """A post that is new, or says something new; None where it is known or holds no term.

        With ``every`` terms are not asked for. Raises UnreadableError.
        """
        now = self.now()
        note = read_note(raw, home=self.home, now=now)
        post = note.post
        if (gone := self._gone.get(post.native_id)) is not None and now - gone < _LATE:
            return None  # by a slower way: as it was before it was deleted
        told = self.told.get(post.native_id)
        # An edit that takes the brand's name out of a post that we brought is still an edit of that post.
        if told is None and not every and not self._terms.matches(note.heard, post.hashtags, post.links):
            return None
        counts = (post.replies, post.reposts, post.likes)
        if told is not None and told.mark == note.mark and (told.counts == counts or now - told.at < _COUNTS):
            return None
        if told is not None and told.edited is not None and (note.edited is None or note.edited < told.edited):
            return None  # by a slower way: what it said before an edit that was told already
        above = self.told.get(post.parent_id) if post.parent_id else None
        root = told.root if told is not None else above.root if above is not None else post.root_id
        self.told.put(post.native_id, _Told(note.mark, counts, root or post.native_id, now, note.edited))
        return replace(post, root_id="" if root == post.native_id else root) if root != post.root_id else post

    def stranger(self, raw: object) -> Post:
        """An edit of a post that this process did not bring, to be asked for in the store. Raises UnreadableError."""
        return read_note(raw, home=self.home, now=self.now()).post

    def has(self, native_id: str) -> bool:
        """True where the post was brought and neither deleted nor forgotten."""
        return native_id in self.told

    def gone(self, native_id: str) -> Gone:
        """The deletion of a post, now."""
        self.told.drop(native_id)
        self._gone[native_id] = now = self.now()
        self._gone.move_to_end(native_id)
        while len(self._gone) > _GONE:
            self._gone.popitem(last=False)
        return Gone(Platform.MASTODON, native_id, now)
