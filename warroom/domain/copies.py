"""Which posts of a window are one text: reposts, the same words again, and the same words with a few changed.

So that a thousand bots with one template, or one post that everybody passes on, count as what they are: one text.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final, TypeAlias

from warroom.domain.model import Post

#: Words of a text, as ``domain.text.tokens`` cuts them.
Words: TypeAlias = Sequence[str]
_Sign: TypeAlias = tuple[str, ...]
#: Share of words (Jaccard 1901) above which two texts are near-copies; texts under ``_LEAST`` words must be equal.
_ALIKE: Final = 0.6
_LEAST: Final = 6
#: Texts that a new one is compared with, for each of its two signs, at the most.
_COMPARED: Final = 4


class Lineage:
    """Puts posts into groups of one text; ``put`` returns the number of a post's group, which later posts may join.

    Without ``near`` only reposts and equal words are one text, which takes half the time.

    A near-copy is found by the first three of its words in alphabetical order, or by the last three (any order does, as
    long as it is the same for all: Broder 1997 takes the least of random hashes), and is one where its words are nearly
    those of the other. Memory and time grow with the number of texts.
    """

    def __init__(self, *, near: bool = True) -> None:
        self._alikes = near
        self._groups: dict[Hashable, int] = {}
        self._near: dict[tuple[str, ...], list[tuple[frozenset[str], int]]] = {}
        self._count = 0

    def put(self, post: Post, words: Words) -> int:
        """Give the number, from 0, of the text that a post is."""
        said = " ".join(words)
        own, original = (post.platform, post.native_id), (post.platform, post.repost_of)
        group = self._groups.get(original) if post.repost_of else None
        if group is None:
            group = self._groups.get(own)
        if group is None and said:
            group = self._groups.get(said)
        signs = _signs(words) if self._alikes and said and said not in self._groups else ()
        if group is None:
            group = self._alike(words, signs)
        if group is None:
            group, self._count = self._count, self._count + 1
        self._groups.setdefault(own, group)
        if post.repost_of:
            self._groups.setdefault(original, group)
        if said:
            self._groups.setdefault(said, group)
        for sign in signs:
            known = self._near.setdefault(sign, [])
            if len(known) < _COMPARED:
                known.append((frozenset(words), group))
        return group

    def _alike(self, words: Words, signs: Iterable[_Sign]) -> int | None:
        said = frozenset(words)
        for sign in signs:
            for other, group in self._near.get(sign, ()):
                shared = len(said & other)
                if shared >= _ALIKE * (len(said) + len(other) - shared):
                    return group
        return None


def _signs(words: Words) -> tuple[_Sign, ...]:
    """What a text and its near-copies most likely share: two signs, none where the text is short."""
    if len(words) < _LEAST:
        return ()
    first, second, third, *_, before, last_but_one, last = sorted(words)
    return (first, second, third), (before, last_but_one, last, "")
