"""Posts as compact records: what a card shows of a post, in about 200 bytes, text included."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from warroom.domain.item import Item
from warroom.domain.model import Platform, Post, PostKey, Score, Sentiment, Unscored, post_key
from warroom.domain.text import neutralise
from warroom.domain.triage import UNTOUCHED, Triage
from widgets.heap import Heap

_PLATFORMS: Final = tuple(Platform)
_MOODS: Final[tuple[Sentiment | None, ...]] = (None, *Sentiment)
_CODE: Final = {mood: code for code, mood in enumerate(_MOODS)}
_PLATFORM_CODE: Final = {platform: code for code, platform in enumerate(_PLATFORMS)}
_EDITED: Final = 4  # flags: two bits of platform, then these
_DELETED: Final = 8
_NO_REACH: Final = -1
_MOST_REACH: Final = 2**31 - 1
_SQUEEZE: Final = 1024  # rows that may lie dead at the front before the arrays are moved


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows of one post; ``created_at`` is in seconds since 1970, ``confidence`` 0..1 in steps of 1/100.

    Text is as it came from outside: whoever paints it neutralises it.
    """

    id: int
    platform: Platform
    native_id: str
    author: str
    place: str
    text: str
    created_at: float
    reach: int | None
    counts: tuple[int | None, int | None, int | None]
    label: Sentiment | None
    confidence: float
    edited: bool
    deleted: bool
    triage: Triage

    @property
    def key(self) -> PostKey:
        """The post's name inside its room."""
        return post_key(self.platform, self.native_id)


class Shelf:
    """Items in order of arrival, oldest first, addressed by position (0 is the oldest) or by item id.

    One block of bytes and a few arrays, because an object a post takes 600 bytes and time in every full collection.
    """

    def __init__(self) -> None:
        self._start = 0
        self._ids = array("q")
        self._words = Heap()
        self._created = array("d")
        self._reach = array("i")
        self._flags = array("B")
        self._moods = array("B")
        self._sure = array("B")
        self._columns: Final[tuple[array[int] | array[float], ...]] = (
            self._ids, self._created, self._reach, self._flags, self._moods, self._sure,
        )
        self._touched: dict[int, Triage] = {}

    def __len__(self) -> int:
        return len(self._ids) - self._start

    @property
    def rows(self) -> int:
        """How many records lie in memory: the items, and dead rows that wait to be squeezed out."""
        return len(self._ids)

    def id_at(self, at: int) -> int:
        """The id of the item at a position. Raises IndexError past the ends."""
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._ids[self._start + at]

    def find(self, item_id: int) -> int | None:
        """The position of an item, None where it is not here."""
        at = bisect_left(self._ids, item_id, self._start)
        return at - self._start if at < len(self._ids) and self._ids[at] == item_id else None

    def after(self, item_id: int) -> int:
        """The position of the first item that is newer than ``item_id``; the length where none is."""
        return bisect_right(self._ids, item_id, self._start) - self._start

    def extend(self, items: Sequence[Item]) -> None:
        """Put items on the shelf; one that is here already is replaced, one that comes late goes to its place."""
        last = self._ids[-1] if len(self) else -(2**63)
        first = self._ids[self._start] if len(self) else last
        fresh: list[Item] = []
        older: list[Item] = []
        for item in items:
            if item.id > last:
                last = item.id
                fresh.append(item)
            elif item.id < first:
                older.append(item)
            else:
                self._put(len(self._ids), fresh)
                fresh = []
                if not self.change(item):
                    self._put(bisect_left(self._ids, item.id, self._start), [item])
        self._put(len(self._ids), fresh)
        if older:
            # In one go: each insertion for itself would move everything that is here.
            self._put(self._start, sorted({item.id: item for item in older}.values(), key=lambda item: item.id))

    def _put(self, row: int, items: Sequence[Item]) -> None:
        """Insert items, in the order of their ids, before a row."""
        judged = [_judged(item.score) for item in items]
        self._ids[row:row] = array("q", [item.id for item in items])
        self._words.insert(row, [_pack(item.post) for item in items])
        self._created[row:row] = array("d", [item.post.created_at.timestamp() for item in items])
        self._reach[row:row] = array("i", [_reach(item.post) for item in items])
        self._flags[row:row] = array("B", [_flags(item) for item in items])
        self._moods[row:row] = array("B", [mood for mood, _ in judged])
        self._sure[row:row] = array("B", [sure for _, sure in judged])
        for item in items:
            if item.triage is not UNTOUCHED and item.triage != UNTOUCHED:
                self._touched[item.id] = item.triage

    def change(self, item: Item) -> bool:
        """Replace an item by its present state; False where it is not here."""
        at = self.find(item.id)
        if at is None:
            return False
        row = self._start + at
        self._words.replace(row, _pack(item.post))
        self._created[row] = item.post.created_at.timestamp()
        self._reach[row] = _reach(item.post)
        self._flags[row] = _flags(item)
        self._moods[row], self._sure[row] = _judged(item.score)
        if item.triage == UNTOUCHED:
            self._touched.pop(item.id, None)
        else:
            self._touched[item.id] = item.triage
        return True

    def score(self, scores: Mapping[int, Score | Unscored]) -> list[int]:
        """Give items their score; returns the ids that are here."""
        known = []
        for item_id, score in scores.items():
            at = self.find(item_id)
            if at is not None:
                self._moods[self._start + at], self._sure[self._start + at] = _judged(score)
                known.append(item_id)
        return known

    def clear(self) -> None:
        """Take everything off the shelf."""
        self._touched.clear()
        self._start = 0
        self._words.clear()
        for column in self._columns:
            del column[:]

    def drop(self, count: int) -> None:
        """Take the oldest ``count`` items off the shelf."""
        count = max(0, min(count, len(self)))
        if self._touched:
            for row in range(self._start, self._start + count):
                self._touched.pop(self._ids[row], None)
        self._start += count
        # Moving the arrays costs their length, so it waits until the dead rows are worth it.
        if self._start > max(_SQUEEZE, len(self._ids) // 8):
            self._words.drop(self._start)
            for column in self._columns:
                del column[: self._start]
            self._start = 0

    def key_at(self, at: int) -> PostKey:
        """The name of the post at a position."""
        row = self._row(at)
        native_id, _, _ = self._words[row].partition(b"\0")
        return post_key(_PLATFORMS[self._flags[row] & 3], native_id.decode("utf-8", "surrogatepass"))

    def created_at(self, at: int) -> float:
        """When the post at a position was written, in seconds since 1970."""
        return self._created[self._row(at)]

    def card(self, at: int) -> Card:
        """All that a card shows of the item at a position."""
        row = self._row(at)
        words = self._words[row].decode("utf-8", "surrogatepass")
        native_id, author, place, counts, text = words.split("\0", 4)
        flags, reach, item_id = self._flags[row], self._reach[row], self._ids[row]
        return Card(
            id=item_id,
            platform=_PLATFORMS[flags & 3],
            native_id=native_id,
            author=author,
            place=place,
            text=text,
            created_at=self._created[row],
            reach=None if reach == _NO_REACH else reach,
            counts=_counts(counts),
            label=_MOODS[self._moods[row]],
            confidence=self._sure[row] / 100,
            edited=bool(flags & _EDITED),
            deleted=bool(flags & _DELETED),
            triage=self._touched.get(item_id, UNTOUCHED),
        )

    def search(self, words: Sequence[str], positions: Iterator[int]) -> int | None:
        """The first of ``positions`` whose author and text hold all ``words`` (case folded); None where none does."""
        folded = [neutralise(word).casefold() for word in words]
        plain = [word.encode("utf-8", "surrogatepass") for word in folded]
        packed, length = self._words, len(self)
        for at in positions:
            if not 0 <= at < length:
                raise IndexError(at)
            raw = packed[self._start + at]
            # Most posts are ASCII: those are looked through as they lie, without a string being made of them.
            if raw.isascii() and not all(word in raw.lower() for word in plain):
                continue
            _, author, _, _, text = raw.decode("utf-8", "surrogatepass").split("\0", 4)
            heard = f"{author} {text}".replace("\n", " ")
            if not heard.isprintable():
                heard = neutralise(heard)
            heard = heard.casefold()
            if all(word in heard for word in folded):
                return at
        return None

    def _row(self, at: int) -> int:
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._start + at


def said(post: Post) -> str:
    """What a post says: its text, or where it has none what it shows or quotes."""
    if post.text and not post.text.isspace():
        return post.text
    if post.media_alt:
        return "[image] " + " · ".join(alt for alt in post.media_alt if alt)
    if post.quoted:
        return "[quotes] " + post.quoted
    return " ".join(post.links) or "[no words]"


def _pack(post: Post) -> bytes:
    numbers = ""
    if post.replies or post.reposts or post.likes:
        counts = (post.replies, post.reposts, post.likes)
        numbers = ",".join(["" if count is None else str(count) for count in counts])
    head = f"{post.native_id}\0{post.author}\0{post.place}\0{numbers}\0"
    if head.count("\0") != 4:
        names = [name.replace("\0", "\ufffd") for name in (post.native_id, post.author, post.place)]
        head = "\0".join((*names, numbers, ""))
    return (head + said(post)).encode("utf-8", "surrogatepass")


def _reach(post: Post) -> int:
    return _NO_REACH if post.reach is None else min(max(post.reach, 0), _MOST_REACH)


def _counts(numbers: str) -> tuple[int | None, int | None, int | None]:
    if not numbers:
        return None, None, None
    replies, reposts, likes = (int(number) if number else None for number in numbers.split(","))
    return replies, reposts, likes


def _flags(item: Item) -> int:
    platform = _PLATFORM_CODE[item.post.platform]
    return platform | (_EDITED if item.version > 1 else 0) | (_DELETED if item.deleted_at is not None else 0)


def _judged(score: Score | Unscored | None) -> tuple[int, int]:
    if not isinstance(score, Score):
        return 0, 0
    return _CODE[score.label], round(min(max(score.confidence, 0.0), 1.0) * 100)
