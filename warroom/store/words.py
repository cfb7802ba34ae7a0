"""The index of words: what is written into it and how it is asked.

The words are those of ``domain.text.tokens``, joined by spaces. FTS5's ``ascii`` tokenizer cuts only at ASCII
characters that are neither letters nor digits and folds only ASCII, so that it gives back exactly these words; the
table keeps no text of its own, so that taking a post out needs the words that were put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from warroom.domain.item import Item
from warroom.domain.query import Words, searchable
from warroom.domain.text import tokens

_INSERT: Final = "INSERT INTO words (rowid, said) VALUES (?, ?)"
_REMOVE: Final = "INSERT INTO words (words, rowid, said) VALUES ('delete', ?, ?)"
_WHOLE: Final = re.compile(r"(?:[0-9a-z]|[^\x00-\x7f])+")


def said(item: Item) -> str:
    """Give the words of a post as they are indexed."""
    return " ".join(tokens(searchable(item)))


async def index(connection: AsyncConnection, entries: Sequence[tuple[int, str]]) -> None:
    """Put posts (id, words) into the index."""
    if entries:
        await connection.exec_driver_sql(_INSERT, list(entries))


async def forget(connection: AsyncConnection, entries: Sequence[tuple[int, str]]) -> None:
    """Take posts out of the index; the words must be those that were put in."""
    if entries:
        await connection.exec_driver_sql(_REMOVE, list(entries))


def expression(words: Words) -> str | None:
    """Give the words as FTS5 asks for them; None where no text can hold them."""
    if not words.words or not all(_WHOLE.fullmatch(word) for word in words.words):
        return None
    return f'"{" ".join(words.words)}"' + (" *" if words.prefix else "")


def both(wanted: Iterable[str], unwanted: Iterable[str]) -> str:
    """Give one expression for all of ``wanted`` (at least one) and none of ``unwanted``."""
    found = " AND ".join(wanted)
    without = " OR ".join(unwanted)
    return f"({found}) NOT ({without})" if without else found
