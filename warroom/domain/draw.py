"""Which post a spot check asks about next: a random draw that anybody can repeat and nobody can steer.

Each post has a permanent random number, made of a seed that only the room knows and its key, and the smallest numbers
are drawn first (sequential sampling with permanent random numbers, Ohlsson 1995). So the sample stays random while
posts come and go, a check that is left and taken up again goes on where it was, and every console draws alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable
from heapq import heappush, heapreplace, nsmallest
from typing import Final

from warroom.domain.model import PostKey

#: The smallest numbers that a lot keeps: more than anybody will check.
KEPT: Final = 256
#: Of so many that are next, each person gets another one, so that two who check at once rarely meet.
_NEXT: Final = 8


def number(seed: str, key: PostKey) -> int:
    """The permanent random number (64 bits) of a post."""
    return int.from_bytes(hashlib.blake2b(f"{seed}\0{key}".encode("utf-8", "replace"), digest_size=8).digest(), "big")


class Lot:
    """The posts with the smallest numbers of all that were put in: a bottom-k sketch (Cohen and Kaplan 2007)."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, PostKey]] = []  # negated: the largest kept number comes first
        self.lost = False

    def put(self, drawn: int, key: PostKey) -> None:
        """Put a post in; the one with the largest number goes where there are too many."""
        if len(self._heap) < KEPT:
            heappush(self._heap, (-drawn, key))
        else:
            self.lost = True
            if -drawn > self._heap[0][0]:
                heapreplace(self._heap, (-drawn, key))

    @property
    def posts(self) -> Iterable[tuple[int, PostKey]]:
        """Number and key of the posts kept, in any order."""
        return ((-negated, key) for negated, key in self._heap)

    @property
    def end(self) -> int | None:
        """The largest number up to which nothing was lost, None where nothing was."""
        return -self._heap[0][0] if self.lost else None


def draw(lots: Iterable[Lot], drawn: Container[PostKey], *, person: str) -> PostKey | None:
    """Name the post that ``person`` is asked about next, ``drawn`` left out; None where every post was drawn.

    Beyond what a lot has kept nothing is drawn: it would be no random sample of its posts any more.
    """
    several = list(lots)
    end = min((lot.end for lot in several if lot.end is not None), default=None)
    waiting = (one for lot in several for one in lot.posts if one[1] not in drawn and (end is None or one[0] <= end))
    first = nsmallest(_NEXT, waiting)
    # By the random number, not by the key: every post has the same chance whoever asks.
    return min(first, key=lambda one: number(f"{person} {one[0]}", one[1]), default=(0, None))[1]
