"""Phrases: a small language of words and gaps, which cannot hang, for our own rules and for those of a house.

A phrase is words with spaces between. ``a|b_c`` is either (``_`` is a space inside a choice), ``a*`` any ending,
``a?`` may be missing (the whole choice), ``~3`` is up to three words, ``^3`` up to three of which
none denies, ``#`` a number, ``!a|b`` must not follow. All
gaps are bounded, so the time is in proportion to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_GAP: Final = r"[\s*_\"()\-\u2013\u2014]{1,4}"
_COMMA: Final = rf"(?:,?{_GAP}|[\u2013\u2014])"
_WORD: Final = r"[\w'%$\u20ac\u00a3.]*[\w'%]"
_PLAIN_WORD: Final = rf"(?!(?:not|never|no|nobody|none|nothing|hardly|without|cannot|neither|nor)\b|\w+n't\b){_WORD}"
_END: Final = r"(?!\w|'\w)"
_MEANS: Final = {"_": _GAP, "*": r"[\w']*", "-": r"[-\s]?", "#": r"[$\u20ac\u00a3]?\d[\d.,]*%?"}
#: A choice whose first word is always a word of its own in a text.
_PLAIN: Final = re.compile(r"[a-z](?:[a-z']*[a-z])?(?:_[^*#-]*)?")
_SINGLE: Final = re.compile(r"[a-z](?:[a-z']*[a-z])?\*?")
_TOKENS: Final = re.compile(r"\w+(?:'\w+)*")


@dataclass(frozen=True)
class Phrase:
    """A phrase ready to be looked for: the words it can begin with (``*`` for any ending) and what follows.

    Of each of ``needs`` a text has at least one word where it has the phrase, and one of ``then``, where there are any,
    comes next after its first word: what most texts, and most places, do not have is not looked for letter by letter.
    """

    heads: tuple[str, ...]
    source: str
    needs: tuple[frozenset[str], ...] = ()
    then: frozenset[str] = frozenset()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole phrase; compiled when one of its heads is first met, as most never are."""
        return re.compile(self.source)


#: No phrase goes across these; a part of a text between two of them holds it or does not.
_STOP: Final = re.compile(r"[.!?;:](?=\s)")
#: Shorter texts are one part.
_SHORT: Final = 400


class Index:
    """Where each word of a text begins; made once and asked by every phrase.

    The text is cut into parts, and each word knows by a bit which of them it stands in: a phrase is looked for only
    where all of what it needs is in one part.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = {}
        self._next: dict[int, str] = {}
        self._parts: dict[str, int] = {}
        self._bits: dict[int, int] = {}
        self._needed: dict[frozenset[str], int] = {}
        stops = [stop.start() for stop in _STOP.finditer(text)] if len(text) > _SHORT else []
        bit, upcoming = 1, iter([*stops, len(text)])
        end = next(upcoming)
        before = -1
        for token in _TOKENS.finditer(text):
            word, start = token[0], token.start()
            while start > end:
                bit, end = bit << 1, next(upcoming)
            self._places.setdefault(word, []).append(start)
            self._parts[word] = self._parts.get(word, 0) | bit
            self._bits[start] = bit
            self._next[before] = word
            before = start
        self._words = frozenset(self._places)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._places)

    def starts(self, head: str) -> Iterator[int]:
        """Where a word begins; ``head*`` is every word that begins so."""
        if not head.endswith("*"):
            yield from self._places.get(head, ())
            return
        stem = head[:-1]
        for at in range(bisect_left(self._sorted, stem), len(self._sorted)):
            if not self._sorted[at].startswith(stem):
                return
            yield from self._places[self._sorted[at]]

    def find(self, phrases: Iterable[Phrase]) -> Iterator[tuple[int, int]]:
        """Every place where one of the phrases stands."""
        # Thousands of phrases are asked of every draft: what rules one out comes first, and nothing is called for it.
        words, places, following, parts, bits, known = (
            self._words, self._places, self._next, self._parts, self._bits, self._needed)
        for phrase in phrases:
            where = -1
            for needed in phrase.needs:
                having = known.get(needed)
                if having is None:
                    having = 0
                    for word in needed & words:
                        having |= parts[word]
                    known[needed] = having
                where &= having
                if not where:
                    break
            else:
                then = phrase.then
                for head in phrase.heads:
                    for start in self.starts(head) if head[-1] == "*" else places.get(head, ()):
                        if not bits[start] & where or (then and following.get(start) not in then):
                            continue
                        if found := phrase.pattern.match(self.text, start):
                            yield start, found.end()

    def has(self, phrases: Iterable[Phrase]) -> bool:
        """True where any of the phrases stands in the text."""
        return next(self.find(phrases), None) is not None


def phrase(words: str) -> Phrase:
    """Read one phrase. Raises ValueError, with the reason, where it has no word to begin with."""
    parts = words.lower().replace("\u2019", "'").split()
    if not parts or parts[0][0] in "~^!#" or parts[0].endswith("?"):
        raise ValueError(f"{words!r}: a phrase begins with a word that must be there")
    body = []
    for number, part in enumerate(parts):
        gap = _COMMA if number else ""
        if part[0] in "~^":
            if not part[1:].isdecimal() or not 1 <= int(part[1:]) <= 12:
                raise ValueError(f"{part} is no gap of 1 to 12 words")
            word = _WORD if part[0] == "~" else _PLAIN_WORD
            body.append(rf"(?:{gap}{word}){{0,{part[1:]}}}?")
        elif part.startswith("!"):
            body.append(rf"(?!{gap}{_choice(part[1:])})")
        elif part.endswith("?"):
            body.append(f"(?:{gap}{_choice(part[:-1])})?")
        else:
            body.append(gap + _choice(part))
    # A head is the first whole word of each choice, as the index cuts them.
    heads = tuple(dict.fromkeys(_head(choice) for choice in parts[0].split("|")))
    sure = (part.split("|") for part in parts if part[0] not in "~^!" and not part.endswith("?"))
    needs = tuple(frozenset(map(_head, choices)) for choices in sure if all(map(_PLAIN.fullmatch, choices)))
    single = all(_SINGLE.fullmatch(choice) for choice in parts[0].split("|"))
    second = parts[1] if len(parts) > 1 and parts[1][0] not in "~^!" and not parts[1].endswith("?") else "~"
    choices = second.split("|")
    then = frozenset(map(_head, choices)) if single and all(map(_PLAIN.fullmatch, choices)) else frozenset()
    return Phrase(heads, "".join(body), tuple(sorted(needs, key=len)), then)


def phrases(text: str) -> tuple[Phrase, ...]:
    """Read phrases, one a line; empty lines mean nothing."""
    return tuple(phrase(line) for line in text.splitlines() if line.strip())


class Phrases:
    """Phrases of ours, one a line, that are read when they are first asked for: a console that nobody writes in does not wait."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _ready(self) -> tuple[Phrase, ...]:
        return phrases(self._text)

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self._ready)


def _head(choice: str) -> str:
    first = re.match(r"[\w']+\*?", choice.replace("_", " "))
    if first is None:
        raise ValueError(f"{choice!r} does not begin with a letter or a digit")
    return first[0]


def _choice(part: str) -> str:
    return f"(?:{'|'.join(_words(choice) for choice in part.split('|'))}){_END}"


def _words(choice: str) -> str:
    return "".join(_MEANS.get(mark) or re.escape(mark) for mark in re.findall(r"[^_*\-#]+|.", choice))
