"""Where two versions of a text differ, word by word. Pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

_WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")
#: Above so many words a text is compared line by line: the time grows with the product of both lengths.
_MOST: Final = 1_500


class Side(StrEnum):
    """Where a piece of text stands."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


class Piece(NamedTuple):
    """A stretch of text that stands in both versions, or in one only."""

    side: Side
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """What it takes to make ``after`` of ``before``, in order; joined without what is only before, it is ``after``."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MOST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(Side.BOTH, "".join(new[c:d])))
            continue
        found += [Piece(side, text) for side, text in (
            (Side.BEFORE, "".join(old[a:b])), (Side.AFTER, "".join(new[c:d]))) if text]
    return found
