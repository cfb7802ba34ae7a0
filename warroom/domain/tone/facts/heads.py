"""One thing of two words where the sheet has another of its sort: "the oat drinks" for "almond drinks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from warroom.domain.tone.draft import Span, folded
from warroom.domain.tone.facts.calendar import words
from warroom.domain.tone.facts.reply import Reply
from warroom.domain.tone.facts.sheet import Fact
from warroom.domain.tone.facts.words import stems

_TWO_WORDS: Final = re.compile(r"(?:the |our |an? )?(?P<sort>[a-z][a-z-]{2,}) (?P<head>[a-z]{3,}?)s?(?:,? (?:only|\d.*)|, .*|$)")
_KEY: Final = re.compile(r"recall|product|affected|wrong|model|item|which|what|sold|kind|type|missing|lost|stolen|closed|open|broken|found")
#: Words before a noun that name no sort of it.
_NO_SORT: Final = words(
    "right wrong same other affected recalled whole new old next last first second only big small good bad faulty broken best main own latest damaged missing extra real original open closed exact late early "
    "full entire single named listed said few many two three four five six main nearest usual normal regular actual current")


def other_sort(reply: Reply, facts: Sequence[Fact], asked_as: str) -> Iterator[tuple[Span, Fact]]:
    """Where a reply names the thing of a fact, and puts another sort before it."""
    for fact in facts:
        named = _TWO_WORDS.match(folded(fact.written).strip())
        if named is None or not _KEY.search(fact.name) or named["sort"] in _NO_SORT or stems(named["sort"]) & reply.all_stems or not stems(named["head"]) & reply.all_stems:
            continue
        known = stems(f"{asked_as} {' '.join(f'{one.key} {one.written}' for one in facts)}")
        for found in re.finditer(rf"\b(?:it's|it is|it was|this is|that's|that was|they are|they're|recall\w*|back|only|affects?|concerns?|hits?|is|are|was|were) (?:only )?(?:for |with |about )?(?:the|our) (?P<sort>[a-z][a-z-]{{2,}}) {named['head']}s?\b(?! [a-z]+(?:s|er)\b)", reply.draft.own):
            if found["sort"] not in _NO_SORT and stems(found["sort"]) and not stems(found["sort"]) & known and not reply.draft.denied(found.start("sort")):
                yield Span(*found.span()), fact
