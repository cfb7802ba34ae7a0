"""What somebody is writing, before it is a draft: its versions, and how two of them differ. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, NamedTuple

from warroom.domain.errors import BadMove
from warroom.domain.model import PostKey

#: Words beyond which texts are compared line by line: comparing takes time in proportion to the square.
_MANY: Final = 3_000
_WORDS: Final = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The text that is being written on a post: one for each post of an incident, whoever writes.

    ``version`` counts saves from 1 and never goes back; ``statement`` is the id of the statement that it began with,
    "" for none. An empty text is one that was handed in or thrown away. ``at`` is aware UTC.
    """

    incident: str
    post: PostKey
    text: str
    author: str
    version: int
    at: datetime
    statement: str = ""


class Overtaken(BadMove):
    """Somebody saved another version meanwhile; ``theirs`` is what stands there now."""

    def __init__(self, theirs: Manuscript) -> None:
        super().__init__(f"{theirs.author} has changed this text.", reason=f"It was saved at {theirs.at:%H:%M:%S} UTC.",
                         hint="Look at the difference, and choose.")
        self.theirs = theirs


class Side(StrEnum):
    """In which of two texts a piece stands."""

    BOTH = "both"
    MINE = "mine"
    THEIRS = "theirs"


class Piece(NamedTuple):
    """A stretch of text, and in which of two texts it stands."""

    side: Side
    text: str


def compare(mine: str, theirs: str) -> list[Piece]:
    """Say where two texts differ, word by word: joined, the pieces of both and mine are ``mine``, and so theirs."""
    left, right = _WORDS.findall(mine), _WORDS.findall(theirs)
    if len(left) + len(right) > _MANY:
        left, right = mine.splitlines(keepends=True), theirs.splitlines(keepends=True)
    found: list[Piece] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(Side.BOTH, "".join(left[start:end])))
            continue
        if start < end:
            found.append(Piece(Side.MINE, "".join(left[start:end])))
        if begin < stop:
            found.append(Piece(Side.THEIRS, "".join(right[begin:stop])))
    return found
