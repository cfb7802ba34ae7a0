"""Near-identical texts: the same words behind another link, another handle, another case or an RT are scored once."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from typing import Final

from warroom.domain.model import Score, Unscored
from warroom.scoring.preprocess import clean

#: What the scorer remembers across posts and time; some 300 bytes each.
MOST: Final = 20_000
_RT: Final = re.compile(r"\s*RT\s+@[\w.@-]+(?:\s*:\s*|\s+)", re.IGNORECASE)


def own_words(text: str) -> str:
    """Return a text without the ``RT @name:`` that somebody who passed it on put before it."""
    start = 0
    while match := _RT.match(text, start):
        start = match.end()
    return text[start:]


def kin(text: str) -> bytes:
    """The 16-byte name that near-identical texts share: that of their words as the model reads them, case apart."""
    words = clean(own_words(text)).casefold()
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=16).digest()


class Memory:
    """What was said of the texts scored last, by their ``kin``; the longest unused goes first."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._said: OrderedDict[bytes, Score | Unscored] = OrderedDict()

    def get(self, name: bytes) -> Score | Unscored | None:
        """What was said of a text, None where it is not remembered."""
        said = self._said.get(name)
        if said is not None:
            self._said.move_to_end(name)
        return said

    def put(self, name: bytes, said: Score | Unscored) -> None:
        """Remember it."""
        self._said[name] = said
        self._said.move_to_end(name)
        if len(self._said) > self._most:
            self._said.popitem(last=False)
