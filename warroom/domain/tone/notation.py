"""The notation of phrases: a small language of words and gaps, which cannot hang, for our own rules and for a house's.

A phrase is words with spaces between. ``a|b_c`` is either (``_`` is a space inside a choice), ``a*`` any ending,
``a?`` may be missing (the whole choice), ``~3`` is up to three words, ``^3`` up to three of which
none denies, ``#`` a number, ``!a|b`` must not follow. All
gaps are bounded, so the time is in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

_GAP: Final = r"[\s*_\"()\-\u2013\u2014]{1,4}"
_COMMA: Final = rf"(?:,?{_GAP}|[\u2013\u2014])"
_WORD: Final = r"[\w'%$\u20ac\u00a3.]*[\w'%]"
_PLAIN_WORD: Final = rf"(?!(?:not|never|no|nobody|none|nothing|hardly|without|cannot|neither|nor)\b|\w+n't\b){_WORD}"
_END: Final = r"(?!\w|'\w)"
_MEANS: Final = {"_": _GAP, "*": r"[\w']*", "-": r"[-\s]?", "#": r"[$\u20ac\u00a3]?\d[\d.,]*%?"}
_LETTERS: Final = r"[^\W_]+(?:'[^\W_]+)*"
#: How a choice begins: a word, what hyphens join to it, any ending; or a number.
_FIRST: Final = re.compile(rf"(?:^|\|)(?:({_LETTERS})((?:-[^\W_]+)*)(\*?)|(#))")
#: Choices of one word each: what comes next in the phrase begins with the next word.
_SINGLE: Final = re.compile(rf"{_LETTERS}\*?(?:\|{_LETTERS}\*?)*")


class Phrase:
    """One phrase, as it was written, and the pattern that it stands for."""

    def __init__(self, words: str) -> None:
        """Take a phrase; what is wrong with it is said by :meth:`check`, or when it is first used."""
        self.parts = words.lower().replace("\u2019", "'").split()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it stands for; compiled where it may stand for the first time, as most never do. Raises ValueError."""
        return re.compile("".join(self._pieces()))

    def check(self) -> None:
        """Raise ValueError, with the reason, where it is no phrase, or has no word to begin with."""
        if not self.parts or self.parts[0][0] in "~^!" or self.parts[0].endswith("?"):
            raise ValueError(f"{' '.join(self.parts)!r}: a phrase begins with a word that must be there")
        for choice in self.parts[0].split("|"):
            if not re.match(r"[^\W_]|'\w|#", choice):
                raise ValueError(f"{choice!r} does not begin with a letter or a digit")
        for _ in self._pieces():
            pass

    def needs(self) -> list[tuple[str, ...]]:
        """Words of which a text has one for each of these, in this order, where it has the phrase.

        The first are those that it can begin with. ``apolog*`` is any word that begins so, ``#`` any number.
        """
        found = [_firsts(self.parts[0])[0]]
        for part in self.parts[1:]:
            if part[0] not in "~^!" and part[-1] != "?":
                words, sure = _firsts(part)
                if sure:
                    found.append(words)
        return found

    def then(self) -> tuple[str, ...]:
        """Words of which one comes right after the first of the phrase; none where that is not known."""
        if len(self.parts) < 2 or self.parts[1][0] in "~^!" or self.parts[1][-1] == "?" or not _SINGLE.fullmatch(self.parts[0]):
            return ()
        words, sure = _firsts(self.parts[1])
        return words if sure else ()

    def _pieces(self) -> Iterator[str]:
        for number, part in enumerate(self.parts):
            gap = _COMMA if number else ""
            if part[0] in "~^":
                if not part[1:].isdecimal() or not 1 <= int(part[1:]) <= 12:
                    raise ValueError(f"{part} is no gap of 1 to 12 words")
                word = _WORD if part[0] == "~" else _PLAIN_WORD
                yield rf"(?:{gap}{word}){{0,{part[1:]}}}?"
            elif part.startswith("!"):
                yield rf"(?!{gap}{_choice(part[1:])})"
            elif part.endswith("?"):
                yield f"(?:{gap}{_choice(part[:-1])})?"
            else:
                yield gap + _choice(part)


def _firsts(part: str) -> tuple[tuple[str, ...], bool]:
    """The whole words with which the choices of a part begin, and whether that is so of all of them."""
    words: list[str] = []
    begun = _FIRST.findall(part)
    for word, joined, ending, number in begun:
        if joined:  # "non-EEA" is "non", or "nonEEA"
            pieces = joined.split("-")[1:]
            words += (word, *("".join((word, *pieces[:count])) for count in range(1, len(pieces))),
                      "".join((word, *pieces)) + ending)
        else:
            words.append(number or word + ending)
    return tuple(words), len(begun) == part.count("|") + 1


def _choice(part: str) -> str:
    return f"(?:{'|'.join(_words(choice) for choice in part.split('|'))}){_END}"


def _words(choice: str) -> str:
    return "".join(_MEANS.get(mark) or re.escape(mark) for mark in re.findall(r"[^_*\-#]+|.", choice))
