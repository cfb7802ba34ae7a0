"""The words that a team listens for, and which of them a post holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

# Accents of the alphabets that write them as extras, and the invisible characters that a brand's name is split with
# to get past filters. Marks that make another letter (Japanese voicing, Indic vowels) stay.
_EXTRAS: Final = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u2060-\u2064\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
# Scripts that write no space between words, or hang particles on names (Korean): a term is found inside a run of them.
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER: Final = rf"[^\W_{_UNSPACED}]"
_WORDS: Final = re.compile(r"[^\W_]+")
_IS_UNSPACED: Final = re.compile(f"[{_UNSPACED}]")
# A term in its parts: letters, gaps that people write in many ways ("cold brew", "cold-brew", "#coldbrew"), apostrophes
# that they leave out, and other signs, which must be there ("C++", "H&M").
_GAP: Final = re.compile(r"[\s_-]+")
_APOSTROPHES: Final = ("'", "\u2019", "\u02bc", "`")
_PIECES: Final = re.compile(r"[^\W_]+|[\s_-]+|.", re.DOTALL)
# What folding leaves alone but for its case: most posts are made of nothing else, and folding is the dear part.
_PLAIN: Final = re.compile(
    "[\0-\x7f\u2013\u2014\u2018-\u201d\u2022\u2600-\u26ff\u2702-\u27bf\u3001\u3002\u300c-\u300f\u3041-\u3096\u30a1-\u30fa"
    "\u30fc\u4e00-\u9fff\uac00-\ud7a3\U0001f300-\U0001faff]*"
)
#: Stands between the text, each hashtag and each link, so that no phrase is found across two of them.
_SEAM: Final = "\n\x1f\n"


class Vocabulary(Protocol):
    """Any value that has the four lists of words, such as a section of the settings."""

    @property
    def brand(self) -> tuple[str, ...]:
        """The names of the brand."""
        ...

    @property
    def products(self) -> tuple[str, ...]:
        """Products and campaigns."""
        ...

    @property
    def competitors(self) -> tuple[str, ...]:
        """Competitors."""
        ...

    @property
    def hashtags(self) -> tuple[str, ...]:
        """Hashtags, with or without ``#``."""
        ...


@dataclass(frozen=True)
class Terms:
    """The words of a team: a post is let in where any of them occurs in it as a whole word.

    Case, accents, full-width forms and invisible characters make no difference. A name of several words is found
    with any short gap between them and as one hashtag. ``@name`` is found only as a mention, ``#tag`` (and all of
    ``hashtags``) only as a hashtag. In scripts without spaces a term is found inside a run of letters.
    """

    brand: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Vocabulary) -> Terms:
        """Take the four lists of any value that has them."""
        return cls(words.brand, words.products, words.competitors, words.hashtags)

    @cached_property
    def every(self) -> tuple[str, ...]:
        """All the terms that can be found, each once, hashtags with their ``#``."""
        return tuple(term for term, _, _ in self._needles)

    def matches(self, text: str, hashtags: Iterable[str] = (), links: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the terms that a post holds, in the order of the settings; () where it holds none.

        ``hashtags`` are those that the platform marked (without ``#``); ``links`` are whole URLs.
        """
        said = fold(_SEAM.join([text, *[f"#{_bare(tag)}" for tag in hashtags], *links]) if hashtags or links else text)
        found = []
        for term, needle, pattern in self._needles:
            # A plain search for one word rules out nearly every post; the pattern is asked only where it is there.
            if needle in said and pattern.search(said) is not None:
                found.append(term)
        return tuple(found)

    def of_others(self, text: str, hashtags: Iterable[str] = (), links: Iterable[str] = ()) -> bool:
        """True where a post holds a competitor's term and none of the team's own."""
        found = self.matches(text, hashtags, links)
        return bool(found) and self._ours.isdisjoint(found)

    @cached_property
    def _ours(self) -> frozenset[str]:
        return frozenset((*self.brand, *self.products, *(f"#{_bare(tag)}" for tag in self.hashtags)))

    @cached_property
    def _needles(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
        tags = tuple(f"#{_bare(tag)}" for tag in self.hashtags)
        needles: dict[str, tuple[str, re.Pattern[str]]] = {}
        for term in (*self.brand, *self.products, *self.competitors, *tags):
            folded = fold(term).strip()
            if folded.strip("#@") and term not in needles:
                needles[term] = (max(_WORDS.findall(folded) or [folded], key=len), re.compile(_pattern(folded)))
        return tuple((term, needle, pattern) for term, (needle, pattern) in needles.items())


def fold(text: str) -> str:
    """Return ``text`` as it is compared: case folded, accents and invisible characters gone, one width. Idempotent."""
    if text.isascii() or _PLAIN.fullmatch(text):
        return text.lower()
    return _fold_any(text)


def _fold_any(text: str) -> str:
    if "\u2122" in text or "\u2120" in text:
        text = text.replace("\u2122", " ").replace("\u2120", " ")  # "Acme(TM)" would fold into a longer word
    text = unicodedata.normalize("NFKD", text.casefold().replace("\u0131", "i"))  # the dotless i, whose capital is I
    return unicodedata.normalize("NFC", _EXTRAS.sub("", text).casefold())


def _pattern(folded: str) -> str:
    sign = folded[0] if folded[0] in "#@" else ""
    body = folded.lstrip("#@").lstrip() if sign else folded
    pieces = _PIECES.findall(body)
    phrase = "".join(_piece(piece, tag=sign == "#") for piece in pieces)
    if not sign and any(_GAP.match(piece) for piece in pieces):
        phrase = f"(?:{phrase}|{''.join(_piece(piece, tag=True) for piece in pieces)})"
    begin = f"(?<!{_LETTER}){sign}" if sign else _edge(body[0], before=True)
    return f"{begin}{phrase}{_edge(body[-1], before=False)}"


def _piece(piece: str, *, tag: bool) -> str:
    if _GAP.match(piece):
        return "_?" if tag else "(?:[^\\w\x1f]|_){1,4}"
    return "['\u2019\u02bc`]?" if piece in _APOSTROPHES else re.escape(piece)


def _edge(letter: str, *, before: bool) -> str:
    if not letter.isalnum() or _IS_UNSPACED.match(letter):
        return ""
    return f"(?<!{_LETTER})" if before else f"(?!{_LETTER})"


def _bare(tag: str) -> str:
    return tag.lstrip("#\uff03")
