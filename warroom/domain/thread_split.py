"""A text that is too long, cut into a numbered thread: parts end where a sentence or a word ends, and keep links whole.

Lengths are counted as the platform counts them (``outgoing.overflow``): graphemes, links of a fixed weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import regex

from warroom.domain.errors import BadMove
from warroom.domain.outgoing import bounds, overflow
from warroom.domain.reply import TextLimit

#: Parts that a thread may have: more than this nobody reads, and a platform takes it for a flood.
MOST: Final = 25
#: A part is cut at a paragraph or a sentence only where at least this much of it is filled.
_FULL: Final = 0.6
# What must stay in one piece: Reddit's [words](address), and any web address.
_WHOLE: Final = re.compile(r"\[[^\]\n]{1,300}\]\([^()\s]{1,2000}\)|https?://\S+", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_SENTENCE: Final = re.compile(r"[.!?\u2026\u3002\uff01\uff1f][\"'\u201d\u2019)\]]*(?=\s|$)|(?<=[\u3002\uff01\uff1f])")
_SPACE: Final = re.compile(r"\s+")


def split(text: str, limit: TextLimit, *, most: int = MOST) -> list[str]:
    """Cut ``text`` into parts that each fit ``limit``, numbered at their ends: "… 1/3".

    A text that fits stays one part without a number. Nothing but white space at the cuts is lost. Raises BadMove where
    a link is longer than a part, or more than ``most`` parts would be needed.
    """
    text = text.strip()
    if _fits(text, limit):
        return [text]
    for digits in (1, 2):
        number = len(_number(10**digits - 1, 10**digits - 1))
        room = replace(limit, most=limit.most - number, most_bytes=limit.most_bytes and limit.most_bytes - number)
        parts = _cut(text, room, min(most, 10**digits - 1))
        if parts is not None:
            return [f"{part}{_number(at, len(parts))}" for at, part in enumerate(parts, 1)]
    raise BadMove(f"The text is too long for a thread of {most} parts.", hint="Shorten it.")


def _fits(text: str, limit: TextLimit) -> bool:
    return all(overflow(text, bound)[0] <= bound.most for bound in bounds(limit))


def _number(at: int, of: int) -> str:
    return f" {at}/{of}"


def _cut(text: str, room: TextLimit, most: int) -> list[str] | None:
    """Cut from the front; None where more than ``most`` parts are needed.

    The first part answers somebody, who is mentioned; the others answer the part before them.
    """
    parts: list[str] = []
    rest = text
    while rest:
        if len(parts) == most:
            return None
        end = _end(rest, room)
        parts.append(rest[:end].rstrip())
        room = replace(room, names=())
        rest = rest[end:].lstrip()
    return parts


def _end(text: str, room: TextLimit) -> int:
    """Where the first part of ``text`` ends."""
    # A prefix may count otherwise than it did in the whole, so each candidate is counted by itself.
    reach = min(overflow(text, bound)[1] for bound in bounds(room))
    if reach >= len(text):
        return len(text)
    for at in _ends(text, reach):
        if _fits(text[:at].rstrip(), room):
            return at
    raise BadMove("A link is longer than a part of the thread may be.", hint="Use a shorter address of your own.")


def _ends(text: str, reach: int) -> Iterator[int]:
    """Places where the first part may end, the best first: a paragraph, a sentence, a word, a character."""
    whole = [found.span() for found in _WHOLE.finditer(text)]

    def free(at: int) -> bool:
        return 0 < at <= reach and text[:at].strip() != "" and not any(start < at < end for start, end in whole)

    for pattern in (_PARAGRAPH, _SENTENCE):
        found = pattern.finditer(text, 0, reach + 1)
        ends = [one.start() if pattern is _PARAGRAPH else one.end() for one in found]
        yield from (at for at in reversed(ends) if free(at) and at >= reach * _FULL)
    spaces = [found.start() for found in _SPACE.finditer(text, 0, reach + 1)]
    yield from (at for at in reversed(spaces) if free(at))
    # A word longer than a part: between its characters as people see them.
    yield from (at for at in reversed([found.start() for found in regex.finditer(r"\X", text[:reach + 1])]) if free(at))
    yield from (start for start, _ in reversed(whole) if free(start))
