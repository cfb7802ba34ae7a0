"""Phrases and where they stand: thousands of them are looked for in a draft in one walk over its words.

A phrase needs some words, in their order. The needs of all phrases of a book stand one after the other as bits of one
number, and a walk from the last word of a text to the first shifts them as Shift-And does (Baeza-Yates and Gonnet 1992,
here for words with gaps between): after a word it is known of every phrase at once whether what it needs begins there
and comes after it. Only there is its pattern asked, and only then compiled. A phrase more costs a few bits more.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter
from threading import Lock
from typing import Final, NamedTuple

from warroom.domain.tone.notation import Phrase

_TOKENS: Final = re.compile(
    r"\w+(?:'\w+)*"
    # No phrase goes across these, unless they stand alone or end a number.
    r"|(?<![\s*_\"()\-\u2013\u2014\d])[.!?;:](?=\s)")
_STOPS: Final = frozenset(".!?;:")
#: So many words are kept with what they mean for a book.
_KEPT: Final = 8_192


class _Known(NamedTuple):
    """What a word is to a book: the needs that it meets, those that end a phrase, those that begin one, and the phrases that it may stand second in."""

    needs: int
    lasts: int
    firsts: int
    second: int


class Book:
    """Phrases that are looked for together, read when a text is first looked through: a console that nobody writes in does not wait."""

    def __init__(self) -> None:
        self.pages: list[Phrases] = []
        self._read_of = 0
        self._reading = Lock()
        self._places: dict[str, list[int]] = {}
        self._seconds: dict[str, list[int]] = {}
        self._phrases: dict[int, tuple[Phrases, Phrase, int]] = {}
        self._firsts = self._lasts = self._any_second = self._listed = 0
        self._bits = 0
        self._words: dict[str, _Known] = {}

    def add(self, page: Phrases) -> None:
        """Take phrases in; they are read when they are first looked for."""
        self.pages.append(page)

    def walk(self, text: str) -> Walk:
        """Find where phrases may begin in a text: those of which all that they need follows. O(words of the text)."""
        self._read()
        walk = Walk([], [], {}, self._listed)
        words, phrases, listed = self._words, self._phrases, self._listed
        state, second = 0, self._any_second
        for token in reversed(list(_TOKENS.finditer(text))):
            word = token[0]
            known = words.get(word) or self._look_up(word)
            if known.needs:
                met = (state >> 1) & known.needs | known.lasts
                state |= met
                met &= known.firsts & second
                if met:
                    start = token.start()
                    walk.starts.append(start)
                    walk.begun.append(met)
                    met &= listed
                    while met:
                        page, phrase, flag = phrases[met.bit_length() - 1]
                        met ^= flag
                        walk.lists.setdefault(page, []).append((start, phrase))
            elif word in _STOPS:
                state = 0
            elif "_" in word:  # "_really_ sorry": a gap may hold it
                for piece in reversed(word.split("_")):
                    known = words.get(piece) or self._look_up(piece)
                    state |= (state >> 1) & known.needs | known.lasts
            second = known.second
        walk.starts.reverse()
        walk.begun.reverse()
        for places in walk.lists.values():
            places.reverse()
        return walk

    def expect(self, page: Phrases) -> None:
        """A page was asked of a whole text, and will be again: from the next walk on its places are listed."""
        self._listed |= page.flags

    def flagged(self, flags: int) -> Iterator[Phrase]:
        """The phrases whose first needs are these bits, in the order in which they were written."""
        while flags:
            low = flags & -flags
            yield self._phrases[low.bit_length() - 1][1]
            flags ^= low

    def _look_up(self, word: str) -> _Known:
        keys = [word, *(f"{word[:size]}*" for size in range(1, len(word) + 1)), *("#" if word[:1].isdecimal() else "")]
        needs = self._flags(self._places, keys)
        known = _Known(needs, needs & self._lasts, needs & self._firsts, self._flags(self._seconds, keys) | self._any_second)
        if len(self._words) >= _KEPT:
            self._words.clear()
        self._words[word] = known
        return known

    def _flags(self, places: dict[str, list[int]], keys: list[str]) -> int:
        found = 0
        for key in keys:
            for bit in places.get(key, ()):
                found |= 1 << bit
        return found

    def _read(self) -> None:
        if self._read_of == len(self.pages):
            return
        with self._reading:
            while self._read_of < len(self.pages):
                self._take(self.pages[self._read_of])
                self._words.clear()
                self._read_of += 1

    def _take(self, page: Phrases) -> None:
        for line in page.lines:
            phrase = Phrase(line)
            first = self._bits
            for words in phrase.needs():
                for word in words:
                    self._places.setdefault(word, []).append(self._bits)
                self._bits += 1
            page.flags |= 1 << first
            self._lasts |= 1 << (self._bits - 1)
            then = phrase.then()
            for word in then:
                self._seconds.setdefault(word, []).append(first)
            if not then:
                self._any_second |= 1 << first
            self._phrases[first] = page, phrase, 1 << first
        self._firsts |= page.flags
        if page.everywhere:
            self.expect(page)


class Walk(NamedTuple):
    """What a walk through a text found: where phrases may begin, and which (as flags).

    Those of pages that are asked of whole texts (flags: ``listed``) stand in lists, too.
    """

    starts: list[int]
    begun: list[int]
    lists: dict[Phrases, list[tuple[int, Phrase]]]
    listed: int


#: The phrases of our own rules.
OURS: Final = Book()


class Phrases:
    """Phrases that mean the same to who asks, one a line; empty lines mean nothing."""

    def __init__(self, text: str, book: Book = OURS, *, everywhere: bool = False) -> None:
        """Put phrases into a book, to be read when any of it is first looked for.

        ``everywhere`` says that whole texts will be asked for them, and not only sentences.
        """
        self.lines = [line for line in text.splitlines() if line.strip()]
        self.book = book
        self.everywhere = everywhere
        self.flags = 0
        book.add(self)

    def __bool__(self) -> bool:
        return bool(self.lines)


class Index:
    """A text, and where the phrases of each book may begin in it; looked through once for all rules."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._walks: dict[Book, Walk] = {}

    def find(self, wanted: Phrases, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[int, int]]:
        """Every place where one of the phrases stands between two places of the text, in its order."""
        for at, phrase in self._may(wanted, start, end):
            if found := phrase.pattern.match(self.text, at, end):
                yield at, found.end()

    def has(self, wanted: Phrases, start: int = 0, end: int = sys.maxsize) -> bool:
        """True where any of the phrases stands between two places of the text."""
        return next(self.find(wanted, start, end), None) is not None

    def _may(self, wanted: Phrases, start: int, end: int) -> Iterator[tuple[int, Phrase]]:
        walk = self._walks.get(wanted.book)
        if walk is None:
            walk = self._walks[wanted.book] = wanted.book.walk(self.text)
        if wanted.flags & walk.listed:
            places = walk.lists.get(wanted, [])
            for at in range(bisect_left(places, start, key=itemgetter(0)) if start else 0, len(places)):
                if places[at][0] >= end:
                    return
                yield places[at]
            return
        if end == sys.maxsize:
            wanted.book.expect(wanted)
        for at in range(bisect_left(walk.starts, start), len(walk.starts)):
            if walk.starts[at] >= end:
                return
            if flags := walk.begun[at] & wanted.flags:
                yield from ((walk.starts[at], phrase) for phrase in wanted.book.flagged(flags))
