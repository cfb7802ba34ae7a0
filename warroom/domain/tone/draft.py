"""A draft made ready once for all rules: what is our own voice in it, its sentences, its words, what is negated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from warroom.domain.tone.phrases import Index, Phrases

#: Stands for each character that is not our own voice; no phrase holds it or goes across it.
MASK: Final = "\x01"
#: In folded text. This and the others begin with a sign of their own, and look back after it: so `re` passes over the rest.
_URL: Final = re.compile(r"https?://[^\s<>\"]+|ftp://[^\s<>\"]+|javascript:\S+|www\.[^\s<>\"]+")
_CODE: Final = re.compile(r"```[^`]{0,4000}```|`[^`\n]{1,400}`")
_QUOTED: Final = re.compile(
    "\u201c[^\u201c\u201d]{1,600}\u201d|\u201e[^\u201c\u201d\u201e]{1,600}[\u201c\u201d]|\u00ab[^\u00ab\u00bb]{1,600}\u00bb"
    r'|"(?<!\w")[^"\n]{1,600}"(?!\w)|\'(?<![\w\']\')(?:[^\'\n]|(?<=\w)\'(?=\w)){3,200}\'(?![\w\'])'
    "|\u2018(?<!\\w\u2018)[^\u2018\u2019\n]{2,200}\u2019(?!\\w)"
)
_CITED: Final = re.compile(r"^[ \t]{0,3}(?:>|&gt;)[^\n]*", re.MULTILINE)
_STOP: Final = re.compile(
    r"(?=[.!?\u2026\u3002])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\be\.g)(?<!\bi\.e)(?<![.!?\u2026\u3002])[.!?\u2026\u3002]+[\"'\u201d\u2019)\]]*(?=\s)|\n\s*\n"
)
_NOT: Final = Phrases("""
not|never|no|nor|without|nobody|none|cannot|neither|hardly|whether|instead_of|rather_than|avoid*|refuse*
don't|doesn't|didn't|won't|can't|wouldn't|couldn't|isn't|aren't|wasn't|weren't|haven't|hasn't|shouldn't|ain't
dont|wont|cant|isnt
wrong|mistake|unfair|rude to|of
sorry|apologise|apologize|apologies for|that|if we|i|our_team? said|told|saying|telling|called|calling|suggesting
wrong|unfair that we said|told|suggested|implied
""")
_REFUSED: Final = re.compile(
    r"(?:won't|wouldn't|will not|would not|not going to) (?:argue|say|claim|tell (?:you|anyone|anybody)|suggest) (?:that|to)\b(?:(?!\bbut\b)[^.!?;\x01])*")
#: So many words before a phrase may deny it.
_REACH: Final = 7
_BETWEEN: Final = re.compile(r"\S+")
_TURN: Final = re.compile(r"[;:\u2014]|\bbut\b|\band (?:we|i|you|it|this|that|the|our)\b|\bso\b|\bbecause\b|\binstead of \w+ (?:is|was|are|were)\b|\bwhy (?:not|don't you)\b|,")


class Span(NamedTuple):
    """A stretch of the draft in code points."""

    start: int
    end: int


def folded(text: str) -> str:
    """Lower case, plain apostrophes and plain spaces; every code point stays at its place."""
    plain = text
    for mark, other in _FOLD:  # several times quicker than str.translate
        plain = plain.replace(mark, other)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(one if len(one := mark.lower()) == 1 else mark for mark in plain)


_FOLD: Final = (("\u2019", "'"), ("\u02bc", "'"), ("\u2018", "'"), ("`", "'"), ("\u00b4", "'"), ("\u00a0", " "), ("\u202f", " "),
                ("\u2010", "-"), ("\u2011", "-"), ("\t", " "), ("\r", "\n"))


class Draft:
    """A text and its parts. ``said`` is all of it folded, ``own`` the same with quotes, code and links masked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.said = folded(text)
        self.links = [Span(*found.span()) for found in _URL.finditer(self.said)]
        own = _mask(self.said, [*self.links, *(found.span() for found in _CODE.finditer(text)),
                                *(found.span() for found in _CITED.finditer(text))])
        quoted = [found.span() for found in _QUOTED.finditer(own if len(own) == len(text) else text)]
        quoted += [found.span() for found in _QUOTED.finditer(text)]
        # A draft that was pasted with its quotation marks is our voice all the same.
        if sum(end - start for start, end in set(quoted)) < 0.9 * len(text.strip()):
            own = _mask(own, quoted)
        self.own = own
        self.index = Index(own)
        self._denied: dict[int, bool] = {}
        #: Seconds that patterns of a house have taken in it so far.
        self.spent = 0.0

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences with something in them, in order."""
        found, start = list[Span](), 0
        for stop in (*_STOP.finditer(self.text), None):
            end = stop.end() if stop else len(self.text)
            piece = self.text[start:end]
            if any(mark.isalnum() for mark in piece):
                lead = len(piece) - len(piece.lstrip())
                found.append(Span(start + lead, start + len(piece.rstrip())))
            start = end
        return found

    def sentence(self, at: int) -> Span:
        """The sentence around a place, or before it."""
        number = bisect_right(self.sentences, at, key=lambda span: span.start) - 1
        return self.sentences[max(0, number)] if self.sentences else Span(0, len(self.text))

    @cached_property
    def words(self) -> list[str]:
        """The words of our own voice, folded."""
        return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", self.own)

    @cached_property
    def all(self) -> Index:
        """All of the text, also what is not our own voice."""
        return Index(self.said)

    def find(self, wanted: Phrases, *, negated: bool = False) -> Iterator[Span]:
        """Places of phrases in our own voice; those that are denied only where ``negated``."""
        refused = self.refused
        for start, end in self.index.find(wanted):
            if refused and any(span.start <= start < span.end for span in refused):
                continue
            if negated or not self.denied(start):
                yield Span(start, end)

    @cached_property
    def refused(self) -> Sequence[Span]:
        """What we say that we will not say: "we won't argue that you should have read it"."""
        return [Span(*found.span()) for found in _REFUSED.finditer(self.own)]

    def denied(self, at: int) -> bool:
        """True where a word such as "never" or "can't", or a quoting verb, stands before ``at`` in its clause."""
        # Phrases of many rules begin at the same word.
        known = self._denied.get(at)
        if known is None:
            known = self._denied[at] = self._is_denied(at)
        return known

    def _is_denied(self, at: int) -> bool:
        begin = max(self.sentence(at).start, at - 90)
        for turn in _TURN.finditer(self.own, begin, at):
            begin = turn.end()
        words = list(_BETWEEN.finditer(self.own, begin, at))[-_REACH:]
        return bool(words) and self.index.has(_NOT, words[0].start(), at)

    def near(self, at: int, wanted: Phrases) -> bool:
        """True where a phrase stands in the sentence around ``at``."""
        return self.index.has(wanted, *self.sentence(at))


def taken_back(draft: Draft, at: int) -> bool:
    """True where what is called untrue is what we ourselves said just before: "we said … that was not true"."""
    return _WE_SAID.search(draft.own, max(0, at - 160), at) is not None


_WE_SAID: Final = re.compile(
    r"\b(?:we|i) (?:had |have |also |first |wrongly )?(?:said|told|wrote|claimed|stated|posted|announced|promised|reported|published|called)\b|"
    r"\bour (?:\w+ )?(?:statement|post|reply|answer|label|leaflet|letter|report|advert|page)\b")


def merged(spans: Iterable[tuple[int, int]]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1].end:
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Span(start, end))
    return out


def _mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in merged(spans):
        parts += [text[done:start], MASK * (end - start)]
        done = end
    return "".join((*parts, text[done:]))
