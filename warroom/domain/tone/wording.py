"""What looks for phrases: makes a rule of a list of them, with what must and what must not stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from warroom.domain.tone.draft import Draft, Span, merged
from warroom.domain.tone.kinds import Brief, Find, Hit
from warroom.domain.tone.phrases import Phrases

LITERATURE: Final = "Lewicki, Polin and Lount 2016; Coombs 2007"


def looking_for(text: str, *, negated: bool = False, beside: str = "", unless: str = "") -> Find:
    """Make what finds phrases, one a line. ``beside`` must, ``unless`` must not stand in the same sentence."""
    wanted, needed, barred = Phrases(text, everywhere=True), Phrases(beside), Phrases(unless)

    def find(draft: Draft, _: Brief) -> Iterator[Hit]:
        spans = draft.find(wanted, negated=negated)
        return (Hit(*span) for span in merged(_beside(draft, spans, needed, barred)))

    return find


def _beside(draft: Draft, spans: Iterable[Span], needed: Phrases, barred: Phrases) -> Iterator[Span]:
    for span in spans:
        if (not needed or draft.near(span.start, needed)) and not (barred and draft.near(span.start, barred)):
            yield span


def all_of(*finds: Find) -> Find:
    """What several looks find, those that overlap made one."""
    def find(draft: Draft, brief: Brief) -> Iterator[Hit]:
        found = [hit for each in finds for hit in each(draft, brief)]
        end = -1
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= end:
                yield hit
                end = hit.end

    return find
