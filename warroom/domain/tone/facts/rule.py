"""The rule of the published facts: what a draft tells against what the fact sheet says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft, folded
from warroom.domain.tone.facts.coverage import covered
from warroom.domain.tone.facts.heads import other_sort
from warroom.domain.tone.facts.match import contradictions
from warroom.domain.tone.facts.reply import Reply
from warroom.domain.tone.facts.sheet import sheet
from warroom.domain.tone.facts.states import stated
from warroom.domain.tone.facts.worded import worded
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule


def _facts(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not brief.facts:
        return
    in_words = [*worded(draft, brief), *covered(draft, brief), *_places(draft, brief)]
    facts = sheet(brief.facts)
    reply = Reply(draft, frozenset(right.kind for fact in facts for right in fact.values))
    matched = [*contradictions(reply, facts, brief.reply_to), *stated(reply, facts), *other_sort(reply, facts, brief.reply_to)]
    in_words += [Hit(*place, f"The fact sheet says {fact.key}: {fact.written}.", f"Write {fact.written}.") for place, fact in matched]
    told: list[Hit] = []
    for hit in in_words:
        if not any(hit.start < other.end and other.start < hit.end for other in told):
            told.append(hit)
    yield from told


#: "North Devon" is not "south Devon".
_SIDE: Final = re.compile(r"\b(north|south|east|west|northern|southern|eastern|western|left|right|upper|lower) ([a-z]{3,})\b")


def _places(draft: Draft, brief: Brief) -> Iterator[Hit]:
    for key, value in brief.facts.items():
        for side, place in _SIDE.findall(folded(value)):
            for found in _SIDE.finditer(draft.own):
                if found[2] == place and found[1] != side:
                    yield Hit(*found.span(), f"The fact sheet says {key}: {value}.", f"Write {value}.")


CONTRADICTS_FACT: Final = Rule(
    "contradicts-fact", Level.ERROR,
    "This differs from the published fact sheet; two numbers are worse than a wrong one.",
    "Write what the fact sheet says, or have it corrected first.",
    "Coombs 2007 (instructing information first); the fact sheet", _facts,
)

RULES: Final = (CONTRADICTS_FACT,)
