"""What becomes of a batch: which posts are new, which are new versions, which are known. Pure, but for its inputs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, NamedTuple

from warroom.domain.item import Item
from warroom.domain.model import Gone, Post, PostKey
from warroom.domain.quick import thawed
from warroom.domain.triage import UNTOUCHED
from warroom.store.rows import clean

_ITEM: Final = thawed(Item)


class Arrival(NamedTuple):
    """A post as it came, cleaned, with the fingerprint of its content."""

    key: PostKey
    post: Post
    sha: bytes


@dataclass(slots=True)
class Slot:
    """One post of a batch: what is stored of it, and what is to be.

    ``shas`` are the fingerprints of all its versions; ``replaced`` are versions that this batch made old.
    """

    item: Item | None = None
    sha: bytes = b""
    shas: set[bytes] = field(default_factory=set)
    gone_at: datetime | None = None
    before: Item | None = None
    replaced: list[tuple[Item, bytes]] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """True where this batch brought the post."""
        return self.item is not None and self.before is None

    @property
    def changed(self) -> bool:
        """True where the post was stored before and is not the same now."""
        return self.before is not None and self.item != self.before


def prepare(things: Iterable[Post | Gone]) -> Iterator[Arrival | Gone]:
    """Clean what came and take its fingerprints."""
    for thing in things:
        if isinstance(thing, Gone):
            yield thing
        else:
            post = clean(thing)
            yield Arrival(post.key, post, bytes.fromhex(post.content_sha256))


def merge(
    arrivals: Iterable[Arrival | Gone], slots: Mapping[PostKey, Slot], *, room: str, first_id: int, at: datetime,
    context: Container[PostKey] = (),
) -> int:
    """Let each arrival happen to its slot, in order; returns how many were known. New posts count from ``first_id``.

    Those of ``context`` are kept out of all lists.
    """
    known, next_id = 0, first_id
    for arrival in arrivals:
        slot = slots[arrival.key]
        if isinstance(arrival, Gone):
            known += not _delete(slot, arrival.at)
        elif slot.item is None:
            apart = arrival.key in context
            slot.item = item = _ITEM(next_id, room, arrival.post, at, 1, slot.gone_at, None, UNTOUCHED, apart)
            item.__class__ = Item
            slot.sha = arrival.sha
            slot.shas.add(arrival.sha)
            next_id += 1
        elif arrival.sha == slot.sha or arrival.sha.hex() == slot.item.post.content_sha256:
            # What was stored before November 2026 bears a fingerprint of another kind.
            slot.shas.add(arrival.sha)
            slot.sha = arrival.sha
            known += not _refresh(slot, slot.item, arrival.post)
        elif arrival.sha in slot.shas:
            known += 1
        else:
            _edit(slot, slot.item, arrival)
    return known


def _delete(slot: Slot, at: datetime) -> bool:
    if slot.item is None:
        fresh, slot.gone_at = slot.gone_at is None, slot.gone_at or at
        return fresh
    if slot.item.deleted_at is not None:
        return False
    slot.item = replace(slot.item, deleted_at=at)
    return True


def _refresh(slot: Slot, item: Item, post: Post) -> bool:
    """Take over counts and the like that changed while the content did not; True where anything did.

    A deletion is undone: a moderator may allow again what was taken away. In a replay the deletion follows once more.
    """
    after = _kept(item.post, post)
    if after == item.post and item.deleted_at is None:
        return False
    slot.item = replace(item, post=after, deleted_at=None)
    return True


def _edit(slot: Slot, item: Item, arrival: Arrival) -> None:
    slot.replaced.append((item, slot.sha))
    # Speaking again undoes a deletion: the platform shows the post once more, with words that we did not have. The
    # score was that of the old words.
    score = item.score if item.post.text == arrival.post.text else None
    slot.item = replace(
        item, post=_kept(item.post, arrival.post), version=item.version + 1, deleted_at=None, score=score)
    slot.sha = arrival.sha
    slot.shas.add(arrival.sha)


def _kept(old: Post, new: Post) -> Post:
    """Return ``new`` with what it does not tell, but ``old`` did."""
    if new == old:
        return old
    # Where a directory did not answer in time, an author is a bare DID.
    nameless = new.author == new.account != old.author and old.account == new.account
    return replace(
        new,
        author=old.author if nameless else new.author,
        author_name=new.author_name or old.author_name, url=new.url or old.url, place=new.place or old.place,
        lang=new.lang or old.lang, root_id=new.root_id or old.root_id, parent_id=new.parent_id or old.parent_id,
        repost_of=new.repost_of or old.repost_of,
        reach=old.reach if new.reach is None else new.reach,
        replies=old.replies if new.replies is None else new.replies,
        reposts=old.reposts if new.reposts is None else new.reposts,
        likes=old.likes if new.likes is None else new.likes,
    )
