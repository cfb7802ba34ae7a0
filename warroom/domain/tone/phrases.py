"""Phrases and where they stand: thousands of them are looked for in a draft in one walk over its words.

A phrase needs some words, in their order. For the first needs of all phrases of a book, for the second ones and so on
there is a number with a bit for each phrase: that the need and all after it are met. A walk from the last word of a text
to the first moves the bits on, as Shift-And does (Baeza-Yates and Gonnet 1992, here for words with gaps between): so it
is known at each word of every phrase at once whether what it needs begins there and comes after it. Only there is its
pattern asked, and only then compiled. A phrase more costs a few bits more.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import itemgetter, or_
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


#: Needs of a phrase that are looked at; those after them are its pattern's business.
_DEEPEST: Final = 15
_SHIFT: Final = 4


class _Known(NamedTuple):
    """What a word is to a book, as flags of phrases: those that it may begin, and those that it may stand second in.

    ``later`` are those of which it meets a later need: how many stand before that need, and the flags.
    """

    firsts: int
    second: int
    later: tuple[tuple[int, int], ...]


class Book:
    """Phrases that are looked for together, read when a text is first looked through: a console that nobody writes in does not wait."""

    def __init__(self) -> None:
        self.pages: list[Phrases] = []
        self._read_of = 0
        self._reading = Lock()
        # By word: the number of a phrase and how many of its needs stand before the one that the word meets.
        self._places: dict[str, list[int]] = {}
        self._seconds: dict[str, list[int]] = {}
        self._phrases: list[tuple[Phrases, Phrase, int]] = []
        #: The phrases that have so many needs.
        self._needing = [0] * (_DEEPEST + 1)
        self._any_second = self._listed = 0
        self._words: dict[str, _Known] = {}
        #: The longest beginning of a word that a phrase asks for; a word of a pasted megabyte has as many as letters.
        self._longest_stem = 0

    def add(self, page: Phrases) -> None:
        """Take phrases in; they are read when they are first looked for."""
        self.pages.append(page)

    def walk(self, text: str) -> Walk:
        """Find where phrases may begin in a text: those of which all that they need follows. O(words of the text)."""
        self._read()
        walk = Walk([], [], {}, self._listed)
        words, phrases, listed = self._words, self._phrases, self._listed
        # What a phrase does not need is met: met[n] are the phrases of which the needs after the first n are.
        none = list(accumulate(self._needing, or_))
        met, second = none.copy(), self._any_second
        for token in reversed(list(_TOKENS.finditer(text))):
            word = token[0]
            known = words.get(word) or self._look_up(word)
            if begun := known.firsts & second & met[1]:
                start = token.start()
                walk.starts.append(start)
                walk.begun.append(begun)
                begun &= listed
                while begun:
                    page, phrase, flag = phrases[begun.bit_length() - 1]
                    begun ^= flag
                    walk.lists.setdefault(page, []).append((start, phrase))
            for before, flags in known.later:
                met[before] |= met[before + 1] & flags
            if word in _STOPS:
                met = none.copy()
            elif "_" in word:  # "_really_ sorry": a gap may hold it
                for piece in reversed(word.split("_")):
                    for before, flags in (words.get(piece) or self._look_up(piece)).later:
                        met[before] |= met[before + 1] & flags
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
        """The phrases of these flags, in the order in which they were written."""
        while flags:
            low = flags & -flags
            yield self._phrases[low.bit_length() - 1][1]
            flags ^= low

    def _look_up(self, word: str) -> _Known:
        stems = (f"{word[:size]}*" for size in range(1, min(len(word), self._longest_stem) + 1))
        keys = [word, *stems, *("#" if word[:1].isdecimal() else "")]
        met: dict[int, int] = {}
        second = self._any_second
        for key in keys:
            for place in self._places.get(key, ()):
                before = place & _DEEPEST
                met[before] = met.get(before, 0) | 1 << (place >> _SHIFT)
            for number in self._seconds.get(key, ()):
                second |= 1 << number
        begun = met.pop(0, 0)
        if "_" in word:  # "we_ let": a choice of two words goes across it
            for place in self._places.get(word.partition("_")[0], ()):
                begun |= 0 if place & _DEEPEST else 1 << (place >> _SHIFT)
        known = _Known(begun, second, tuple(sorted(met.items())))
        if len(self._words) >= _KEPT:
            self._words.clear()
        self._words[word] = known
        return known

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
            phrase, number = Phrase(line), len(self._phrases)
            needs = phrase.needs()[:_DEEPEST]
            for before, words in enumerate(needs):
                for word in words:
                    self._places.setdefault(word, []).append(number << _SHIFT | before)
            flag = 1 << number
            page.flags |= flag
            self._needing[len(needs)] |= flag
            then = phrase.then()
            for word in then:
                self._seconds.setdefault(word, []).append(number)
            if not then:
                self._any_second |= flag
            self._longest_stem = max(self._longest_stem, *(len(word) for words in (*needs, then) for word in words), 0)
            self._phrases.append((page, phrase, flag))
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
