"""Which posts of a block have a word, as bits: they tell at once where common words never or seldom meet.

A walk down the lists of such words goes to their ends. What a walk went far for is learned afterwards, a little at a
time and of full blocks only, and kept in memory: a bit for each post of a block and a word, phrase or mark. A page is
then read off the bits, and only the posts that they leave are looked up. The index of words stays the one truth: where
an edit changes it, ``reworded`` says in the same transaction of which block bits are to be learned anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from warroom.domain.model import LIVE
from warroom.store import words
from warroom.store.connection import Near
from warroom.store.ddl import BLOCK
from warroom.store.search import Terms

#: Expressions whose bits are kept; each takes some 250 kB for a million posts.
KEPT: Final = 24
#: Blocks that are learned at a time, in a millisecond or two; as many may be missing when a page is asked for.
PIECE: Final = 16
#: A word or mark of fewer posts needs no bits: its list is short.
RARE: Final = 4_000
#: Blocks after which it is asked again whether a word is rare.
_WHILE: Final = 64
#: From so many expressions on they may be common and yet seldom meet.
_SEVERAL: Final = 2
_ONE: Final = ord("1")

_HAVING: Final = "SELECT group_concat(rowid) FROM words WHERE words MATCH :asked AND rowid >= :low AND rowid < :high"
_FEW: Final = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH :asked LIMIT :most)"
_FULL: Final = "SELECT (max(id) + 1) / :size FROM posts"
_ROOM: Final = "SELECT block FROM spans WHERE room = :room AND block >= :low AND block < :high ORDER BY block"
_REWORDED: Final = "SELECT block, turn FROM reworded WHERE turn > :turn"

#: Runs SQL and gives its rows, or the first of them where it was enough.
Ask: TypeAlias = Callable[[str, Mapping[str, object]], Awaitable[list[tuple[Any, ...]]]]


@dataclass(frozen=True, slots=True)
class Sought:
    """Expressions of the index of which a post of a room has all, and such of which it has none."""

    room: str
    having: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """All expressions."""
        return self.having + self.lacking


def sought(terms: Terms, room: str) -> Sought | None:
    """Give what a filter asks of the index; None where bits would not help.

    Of a beginning the index makes its whole list for each piece that is learned.
    """
    rooms = [] if room == LIVE else [words.any_of([words.room(room)])]
    found = Sought(room, (*rooms, *terms.marks, *terms.wanted, *terms.platforms), tuple(terms.unwanted))
    several = len(terms.marks) + len(terms.wanted) + len(terms.unwanted) + len(terms.platforms) >= _SEVERAL
    begun = bool(terms.begun) or any(one.endswith("*") for one in terms.unwanted)
    return found if (several or any(map(_phrase, found.every))) and not begun and len(found.every) < KEPT else None


def _phrase(expression: str) -> bool:
    return expression.startswith('"') and " " in expression


def _single(expression: str) -> bool:
    return " " not in expression


class Masks:
    """The bits that one process learned. All is done in the thread of the database that is read."""

    def __init__(self) -> None:
        #: By expression, that used last at the end, and by block.
        self._bits: dict[str, dict[int, int]] = {}
        #: By room: its full blocks, in order, up to and without one.
        self._rooms: dict[str, tuple[list[int], int]] = {}
        self._rare: dict[str, bool] = {}
        self._wanted: list[Sought] = []
        self._again = 0
        self._turn = -1

    @property
    def curious(self) -> bool:
        """True where there is something to learn."""
        return bool(self._wanted)

    def know(self, asked: Sought) -> bool:
        """Tell whether bits were learned of all that is asked."""
        return all(one in self._bits for one in asked.every)

    def want(self, asked: Sought) -> None:
        """Learn what is asked when there is time, but for what is rare."""
        if asked not in self._wanted and not any(self._rare.get(one) for one in asked.having):
            self._wanted.append(asked)

    async def newest(
        self, ask: Ask, over: Callable[[], bool], asked: Sought, runs: Iterable[tuple[int, int]], limit: int,
        take: Callable[[Sequence[int]], Awaitable[list[int]]],
    ) -> list[int] | None:
        """Give the newest posts in runs of ids below the newest block; None where of too many blocks nothing is known.

        ``take`` gives those of some ids, newest first, that the rest of the filter leaves. Of what was ``over`` before
        its end the first part is given.
        """
        runs = [*runs]
        await self.forget(ask)
        blocks = await self._blocks(ask, over, asked.room, runs)
        if over():
            return []
        unknown = set[int]().union(*(set(blocks).difference(self._bits[one]) for one in asked.every))
        missing = sorted(unknown, reverse=True)
        if len(missing) > PIECE:
            return None
        for one in asked.every:
            await self._learn(ask, over, one, missing)
            # What was used last is kept longest.
            self._bits[one] = self._bits.pop(one)
        if over():
            return []
        found, some, size = list[int](), list[int](), limit
        for id_ in self._read(asked, blocks, runs):
            some.append(id_)
            if len(some) >= size:
                found += await take(some)
                some, size = [], size * 2
                if len(found) >= limit or over():
                    return found[:limit]
        return (found + await take(some))[:limit]

    def judge(self, asked: Sought, ids: Sequence[int]) -> tuple[list[int], list[int]]:
        """Give those of some posts that have all and lack all that is asked, and those of which nothing is known."""
        having, lacking = ([self._bits.get(one, {}) for one in some] for some in (asked.having, asked.lacking))
        right, open_ = list[int](), list[int]()
        for id_ in ids:
            block, place = divmod(id_, BLOCK)
            if any(block not in row for row in (*having, *lacking)):
                open_.append(id_)
            elif all(row[block] >> place & 1 for row in having) and not any(row[block] >> place & 1 for row in lacking):
                right.append(id_)
        return right, open_

    async def learn(self, connection: Near) -> None:
        """Learn one piece of what is wanted, in a transaction that reads."""
        async def ask(sql: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
            return await connection.rows(sql, values)

        await self.forget(ask)
        asked = self._wanted[0]
        for one in asked.having:
            if _single(one) and one not in self._rare:
                ((count,),) = await ask(_FEW, {"asked": one, "most": RARE})
                self._rare[one] = count < RARE
        if not any(self._rare.get(one) for one in asked.having):
            blocks = await self._blocks(ask, lambda: False, asked.room, [(0, 1 << 62)])
            for one in asked.every:
                row = self._bits.setdefault(one, {})
                if missing := [block for block in blocks if block not in row]:
                    # A phrase is looked for until it is found, also far beyond the end of a piece.
                    await self._learn(ask, lambda: False, one, missing if _phrase(one) else missing[:PIECE])
                    return
        del self._wanted[0]
        while len(self._bits) > KEPT:
            del self._bits[next(iter(self._bits))]

    async def forget(self, ask: Ask) -> None:
        """Forget what edits made untrue since; before anything is believed."""
        for block, turn in await ask(_REWORDED, {"turn": self._turn}):
            self._turn = max(self._turn, turn)
            for row in self._bits.values():
                row.pop(block, None)

    async def _blocks(
        self, ask: Ask, over: Callable[[], bool], room: str, runs: Sequence[tuple[int, int]],
    ) -> list[int]:
        """Give the full blocks of a room that runs of ids meet, the newest first."""
        there, upto = self._rooms.get(room, ([], 0))
        rows = await ask(_FULL, {"size": BLOCK})
        full = rows[0][0] or 0 if rows else 0
        if full > upto:
            # What is full gets no post any more.
            there = [*there, *(block for (block,) in await ask(_ROOM, {"room": room, "low": upto, "high": full}))]
            if over():
                return []
            self._rooms[room] = there, full
        if full >= self._again:
            # What was rare may be on everybody's lips by now.
            self._rare.clear()
            self._again = full + _WHILE
        return [block for low, high in runs
                for block in there[bisect_left(there, low // BLOCK) : bisect_left(there, -(-high // BLOCK))][::-1]]

    async def _learn(self, ask: Ask, over: Callable[[], bool], asked: str, blocks: Sequence[int]) -> None:
        """Learn an expression's bits of some blocks, the newest first."""
        row = self._bits[asked]
        blocks = [block for block in blocks if block not in row]
        if not blocks:
            return
        low, high = blocks[-1] * BLOCK, (blocks[0] + 1) * BLOCK
        # One text of all ids costs a third of as many rows.
        rows = await ask(_HAVING, {"asked": asked, "low": low, "high": high})
        if over() or not rows:
            return
        signs = bytearray(b"0") * (high - low)
        for id_ in map(int, rows[0][0].split(",") if rows[0][0] else ()):
            signs[high - 1 - id_] = _ONE
        for block in blocks:
            at = high - (block + 1) * BLOCK
            row[block] = int(signs[at : at + BLOCK], 2)

    def _read(self, asked: Sought, blocks: Sequence[int], runs: Sequence[tuple[int, int]]) -> Iterator[int]:
        """Give the ids that the bits leave, the newest first."""
        having = [self._bits[one] for one in asked.having]
        lacking = [self._bits[one] for one in asked.lacking]
        least, most = min((low for low, _ in runs), default=0), max((high for _, high in runs), default=0)
        for block in blocks:
            bits = (1 << BLOCK) - 1
            for row in having:
                bits &= row[block]
            for row in lacking:
                bits &= ~row[block]
            while bits:
                place = bits.bit_length() - 1
                bits ^= 1 << place
                if least <= block * BLOCK + place < most:
                    yield block * BLOCK + place
