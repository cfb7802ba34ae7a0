"""The values of a reply, and what stands around each: its clause, its sentence, the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final, NamedTuple

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.facts.kinds import free, labels, nothing, relative, sorts, spots
from warroom.domain.tone.facts.names import names
from warroom.domain.tone.facts.reading import told
from warroom.domain.tone.facts.values import Told
from warroom.domain.tone.facts.words import Placed, placed, stems

_FOR: Final = re.compile(r"\b(?:for|lasted|took|takes?|within|in|every|up to|after|have|wait(?:ed)?)(?: \w+)? $")
_SINCE: Final = re.compile(r"\b(?:since|from|starting|starts?|began|begins?|as of|seit|ab|vom|depuis|desde|dal|dalle|\u00e0 partir d\w+)(?: \w+){0,2} $")
_UNTIL: Final = re.compile(r"\b(?:until|till|by|before|ends?|closes?|bis|jusqu'\w+|hasta|entro|fino (?:a|al)|tot|to)(?: \w+){0,2} $")
_CUT: Final = re.compile(r";|\u2014| \u2013 | but | so |, (?:and|but|so|which|while|where|who|then)\b| and (?=(?:we|it|they|you|i|he|she|the|your|our|all|every|each|that|there|is|are|was|were|will|has|have|any|those|everyone|nobody)\b)|, (?=(?:we|it|they|you|i|he|she)\b)")
_NEXT_WORDS: Final = re.compile(r"(?: (?!(?:and|or|to|at|in|on|by|for|of|is|are|was|were|from|until|with|have|has|had|will|since|we|you|it|that|which|who|as|so|but)\b)[^\W\d_][\w-]*){1,3}")
_PRONOUN: Final = re.compile(r"(?:it|they|this|that|these|those|he|she)\b")
_AHEAD, _BEHIND, _ROLE_LETTERS = 90, 60, 24


class Around(NamedTuple):
    """What stands around a value; ``ahead`` and ``behind`` are letters of its sentence, the others stems but for the clause's words."""

    clause: str
    in_clause: frozenset[str]
    in_sentence: frozenset[str]
    before: frozenset[str]
    beside: frozenset[str]
    role: str
    ahead: str
    behind: str


class Reply:
    """A draft as far as a fact sheet asks for it: ``kinds`` are the kinds of the values on the sheet."""

    def __init__(self, draft: Draft, kinds: frozenset[str]) -> None:
        self.draft = draft
        self._placed: dict[int, list[Placed]] = {}
        self._cuts: dict[int, list[int]] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self._starts = [span.start for span in draft.sentences]
        own = draft.own
        found = [one for one in told(own) if one.kind in kinds]
        if "number" in kinds:
            found += nothing(own)
        if "money" in kinds:
            found += free(own)
        if "name" in kinds:
            found += (one for span in draft.sentences for one in names(draft.text[span.start:span.end], own[span.start:span.end], span.start))
        found += [*(relative(own) if "relative" in kinds else ()), *((one for one in sorts(own) if not draft.denied(one.place.start)) if "sort" in kinds else ()), *(spots(own) if "spot" in kinds else ()), *(labels(own) if "label" in kinds else ())]
        #: The values of the sheet's kinds, each with the number of its sentence.
        self.values = [(one, max(0, bisect_right(self._starts, one.place.start) - 1)) for one in found]

    @property
    def last(self) -> int:
        """Where the last sentence begins."""
        return self._starts[-1] if self._starts else 0

    def sentence(self, number: int) -> str:
        """The words of a sentence, folded and masked."""
        span = self.draft.sentences[number]
        return self.draft.own[span.start:span.end]

    def placed(self, number: int) -> list[Placed]:
        """The words of a sentence that say what it is about, each with where it stands in it."""
        if number not in self._placed:
            self._placed[number] = placed(self.sentence(number))
        return self._placed[number]

    def stems(self, number: int) -> frozenset[str]:
        """The stems of a sentence; none before the first."""
        if number < 0:
            return frozenset()
        if number not in self._stems:
            self._stems[number] = frozenset(stem for _, _, forms in self.placed(number) for stem in forms)
        return self._stems[number]

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """The stems of all sentences."""
        return frozenset(stem for number in range(len(self.draft.sentences)) for stem in self.stems(number))

    def around(self, one: Told, number: int) -> Around:
        """What stands around a value of sentence ``number``."""
        own, begin = self.sentence(number), self._starts[number]
        start, end = one.place.start - begin, one.place.end - begin
        if number not in self._cuts:
            self._cuts[number] = [0, *(found.start() for found in _CUT.finditer(own)), len(own)]
        cuts = self._cuts[number]
        left, right = max(cut for cut in cuts if cut <= start), min((cut for cut in cuts if cut >= end), default=len(own))
        inside = frozenset(stem for first, last, forms in self.placed(number) if left <= first and last <= right and (last <= start or first >= end) for stem in forms)
        if left == 0 and _PRONOUN.match(own):  # what "it" is stands in the sentence before
            inside |= self.stems(number - 1)
        beside = _NEXT_WORDS.match(own, end)
        return Around(own[left:right], inside, self.stems(number), self.stems(number - 1), stems(beside[0]) if beside else frozenset(),
                      _role(own, start, one.kind), own[max(0, start - _AHEAD):start], own[end:end + _BEHIND])


def _role(own: str, at: int, kind: str) -> str:
    first = max(0, at - _ROLE_LETTERS)
    if kind == "span" and _FOR.search(own, first, at):
        return "length"
    return "start" if _SINCE.search(own, first, at) else "end" if _UNTIL.search(own, first, at) else ""
