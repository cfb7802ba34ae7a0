"""The index of words and marks: what is written into it and how it is asked.

The words are those of ``domain.text.tokens``, with spaces between them. FTS5's ``ascii`` tokenizer cuts only at ASCII
characters that are neither letters nor digits and folds only ASCII, so that it gives back exactly these words.

Behind the words stand *marks* for what never changes about a post: platform, author, language, reach (its power of
two) and kind. Each begins with a box-drawing character, which no word holds, so that words and marks never meet. An
inverted index is written in runs and lists its posts in order of id; a tree over the same columns would be neither.
The table keeps no text of its own, so that taking a post out needs what was put in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from warroom.domain.item import Item
from warroom.domain.match import words_of
from warroom.domain.model import LIVE
from warroom.domain.query import Words
from warroom.domain.text import spaced
from warroom.store.connection import Rows

_INSERT: Final = "INSERT INTO words (rowid, said) VALUES (?, ?)"
_REMOVE: Final = "INSERT INTO words (words, rowid, said) VALUES ('delete', ?, ?)"
_WHOLE: Final = re.compile(r"(?:[0-9a-z]|[^\x00-\x7f])+")

_PLATFORM, _FROM, _LANG, _REACH, _ROOM = "\u2550\u2551\u2552\u2553\u2554"
REPLY, REPOST, VERIFIED = "\u2555r", "\u2555p", "\u2555v"
#: Reaches beyond this power of two do not exist in 64 bits; none beyond the other is true, for so many people do not
#: live. That a server told one all the same is kept in ``meta``, so that each filter need not ask for all of them.
_TOP: Final = 64
_FAR: Final = 33
_KEEP_FAR: Final = "INSERT OR IGNORE INTO meta VALUES ('far', '')"
_HAS_FAR: Final = "SELECT 1 FROM meta WHERE name = 'far'"
# ASCII characters that the tokenizer would cut at or fold stand as block characters.
_SAFE: Final = {
    code: chr(0x2580 + code) for code in range(0x80) if not (chr(code).isdigit() or "a" <= chr(code) <= "z")
}


def said(item: Item) -> str:
    """Give the words and marks of a post as they are indexed, spaces between them."""
    post = item.post
    marks = [spaced(words_of(item)), platform(post.platform), _author(post.author)]
    if post.lang:
        marks.append(lang(post.lang.casefold()))
    if post.reach is not None:
        marks.append(f"{_REACH}{_power(post.reach)}")
    if post.parent_id:
        marks.append(REPLY)
    if post.repost_of:
        marks.append(REPOST)
    if post.verified:
        marks.append(VERIFIED)
    if item.room != LIVE:
        marks.append(room(item.room))
    return " ".join(marks)


def platform(name: str) -> str:
    """Give the mark of a platform."""
    return _PLATFORM + name


def handle(name: str) -> str:
    """Give the mark of an author's handle, case folded; the mark of its beginning is the beginning of its mark."""
    return _FROM + name.translate(_SAFE)


@lru_cache(maxsize=4096)
def _author(name: str) -> str:
    return handle(name.casefold())


@lru_cache(maxsize=256)
def lang(tag: str) -> str:
    """Give the mark of a language, case folded."""
    return _LANG + tag.translate(_SAFE)


@lru_cache(maxsize=16)
def room(name: str) -> str:
    """Give the mark of a room; posts of the live room, which most posts are in, have none."""
    return _ROOM + name.translate(_SAFE)


def reaches(op: str, value: float, *, far: bool) -> list[str]:
    """Give the marks of every reach that can compare so with ``value``; more than these do not.

    ``far`` says whether there are reaches beyond belief.
    """
    top = _TOP if far else _FAR + 1
    if not math.isfinite(value):
        return [f"{_REACH}{power}" for power in range(top)]
    edge = min(_power(math.floor(value)), _TOP)
    low, high = {">": (edge, top), ">=": (edge, top), "<": (0, edge + 1), "<=": (0, edge + 1)}.get(op, (edge, edge + 1))
    # One is asked for in any case: a mark that no post has.
    return [f"{_REACH}{power}" for power in range(low, max(low + 1, min(high, top)))]


def _power(reach: int) -> int:
    return max(0, reach).bit_length()


def expression(words: Words) -> str | None:
    """Give the words as FTS5 asks for them; None where no text can hold them."""
    if not words.words or not all(_WHOLE.fullmatch(word) for word in words.words):
        return None
    return f'"{" ".join(words.words)}"' + (" *" if words.prefix else "")


def any_of(marks: Iterable[str]) -> str:
    """Give one expression for any of the marks (at least one)."""
    return "(" + " OR ".join(f'"{mark}"' for mark in marks) + ")"


def both(wanted: Iterable[str], unwanted: Iterable[str]) -> str:
    """Give one expression for all of ``wanted`` (at least one) and none of ``unwanted``."""
    found = " AND ".join(wanted)
    without = " OR ".join(unwanted)
    return f"({found}) NOT ({without})" if without else found


async def index(connection: Rows, entries: Sequence[tuple[int, str]]) -> None:
    """Put posts (id, words) into the index."""
    if entries:
        await connection.many(_INSERT, entries)


async def forget(connection: Rows, entries: Sequence[tuple[int, str]]) -> None:
    """Take posts out of the index; the words must be those that were put in."""
    if entries:
        await connection.many(_REMOVE, entries)


async def measure(connection: Rows, items: Iterable[Item]) -> None:
    """Keep that there are reaches beyond belief, where these posts have some."""
    if any(_power(item.post.reach or 0) > _FAR for item in items):
        await connection.rows(_KEEP_FAR)


async def far(connection: Rows) -> bool:
    """Tell whether there may be reaches beyond belief."""
    return bool(await connection.rows(_HAS_FAR))
