"""What a reader who reads for meaning is told of a fact sheet: which values of a draft agree with it, and which do not.

Whether two values are the same is arithmetic, and the rules know it; whether they stand for the same thing is a
matter of reading. So the values are marked, of the draft and of the sheet, and the reader does the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from warroom.domain.tone.draft import Draft, Span, folded
from warroom.domain.tone.facts.reading import told
from warroom.domain.tone.facts.reply import Reply
from warroom.domain.tone.facts.sheet import Fact, sheet
from warroom.domain.tone.facts.values import Told, agree, alike
from warroom.domain.tone.kinds import Brief


class Mark(IntEnum):
    """What is known of a value: in the draft the first four, on the sheet the last three."""

    PLAIN = 0
    AGREES = 1
    DIFFERS = 2
    ASKED = 3
    UNREAD = 4
    TOLD = 5
    UNTOLD = 6


class Marked(NamedTuple):
    """The values of a draft with their marks, and the lines of the sheet with theirs: (key, what it says, mark)."""

    values: tuple[tuple[Span, Mark], ...] = ()
    lines: tuple[tuple[str, str, Mark], ...] = ()

    @property
    def told(self) -> bool:
        """Whether the draft tells every line of the sheet as it stands there."""
        return bool(self.lines) and all(mark is Mark.TOLD for _, _, mark in self.lines)


#: So many values of a draft are marked; no reply of a person has so many.
_MOST: Final = 60


def marked(draft: Draft, brief: Brief) -> Marked:
    """Mark the values of a draft and of the sheet of its brief; nothing where there is none."""
    if not brief.facts:
        return Marked()
    facts = sheet(brief.facts)
    known = [right for fact in facts for right in fact.values]
    asked = list(told(folded(brief.reply_to)))
    said = [one for one, _ in Reply(draft, frozenset(right.kind for right in known)).values[:_MOST]]
    return Marked(tuple((one.place, _mark(one, known, asked)) for one in said),
                  tuple((fact.name, fact.written, _line(fact, said)) for fact in facts))


def nearest(draft: Draft, place: Span, facts: Mapping[str, str]) -> Fact | None:
    """The line of the sheet that a place of a draft most likely speaks of; None where several could be meant."""
    lines = sheet(facts)
    said = Reply(draft, frozenset(right.kind for fact in lines for right in fact.values))
    at = next((number for number, span in enumerate(draft.sentences) if span.start <= place.start < span.end), -1)
    kinds = {one.kind for one, _ in said.values if one.place.start < place.end and place.start < one.place.end}

    def near(fact: Fact) -> tuple[int, int]:
        return (sum(right.kind in kinds for right in fact.values[:1]), len((fact.about | fact.words) & said.stems(at)))

    ranked = sorted(lines, key=near, reverse=True)
    return ranked[0] if ranked and (len(ranked) == 1 or near(ranked[0]) > near(ranked[1])) else None


def _mark(one: Told, known: Sequence[Told], asked: Sequence[Told]) -> Mark:
    if _among(one, known):
        return Mark.AGREES
    if _among(one, asked):
        return Mark.ASKED
    return Mark.DIFFERS if any(alike(one, right) for right in known) else Mark.PLAIN


def _line(fact: Fact, said: Sequence[Told]) -> Mark:
    if not fact.values:
        return Mark.UNREAD
    return Mark.TOLD if all(_among(right, said, of=True) for right in fact.values) else Mark.UNTOLD


def _among(one: Told, others: Sequence[Told], *, of: bool = False) -> bool:
    """Whether one of the others says the same; ``of`` the sheet's value is asked for in a draft."""
    return any(alike(*pair) and agree(*pair) is True for pair in (((other, one) if of else (one, other)) for other in others))
