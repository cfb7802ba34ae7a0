"""A second reader: what somebody who reads for meaning says of a draft, beside the rules that look for words. Pure.

The rules name what is said in known words; a reader who has learned from labelled replies hears what is meant. It
finds what no rule found (that asks, and never blocks: nobody can look up why), and it doubts what a rule found in words
that mean no harm there: that is no finding then, but it is told that there was one. A house's own phrases and exceptions stand against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Final, NamedTuple, Protocol, TypeAlias

from warroom.domain.strategy import Strategy
from warroom.domain.tone.absent.acknowledgement import fragment
from warroom.domain.tone.draft import MASK, Draft, Span
from warroom.domain.tone.facts.marks import marked, nearest
from warroom.domain.tone.kinds import Brief, Hit, Rule


class Verdict(Enum):
    """What a reader makes of a rule in a draft: broken, not known, or not broken whatever a rule says."""

    FINDS = "finds"
    LEAVES = "leaves"
    DOUBTS = "doubts"


class Opinion(NamedTuple):
    """A verdict, how likely the fault is (0 to 1), and the words that are meant; of what is missing there are none."""

    verdict: Verdict
    likely: float
    spans: tuple[Span, ...] = ()


#: Opinions by the ids of the rules; about a rule that is not there the reader says nothing.
Reading: TypeAlias = Mapping[str, Opinion]


class Reader(Protocol):
    """Reads drafts while the rules do."""

    def begin(self, draft: Draft, brief: Brief) -> Callable[[], Reading]:
        """Begin to read; what is returned waits for the end and tells. Safe to call from several threads."""
        ...


#: Faults of what is missing in a reply: about them a reader is heard only where the reply is a whole one.
WHOLE: Final = frozenset({"no-acknowledgement", "no-responsibility", "no-next-step"})
#: The fault that a reader needs the fact sheet for: where there is none he says nothing about it.
FACTS: Final = "contradicts-fact"
_FOUND: Final = "{} (The second reader, {:.0%} sure; no rule knows these words.)"


def heard(rule: Rule, hits: Sequence[Hit], opinion: Opinion | None, draft: Draft, brief: Brief) -> Iterator[Hit]:
    """The hits of a rule after a reader was heard: without what it doubts, with what it found beside them."""
    if opinion is None or (rule.id in WHOLE and not _judged(rule, draft, brief)):
        yield from hits
        return
    if opinion.verdict is Verdict.DOUBTS:
        yield from (hit for hit in hits if hit.firm)
        return
    yield from hits
    if opinion.verdict is Verdict.FINDS:
        spans = opinion.spans if rule.id not in WHOLE else () if hits else _where(rule, draft)
        for span in spans if spans and speaks(rule.id, draft, brief) else ():
            if not _told(span, hits) and not rule.spares(draft, span):
                words = _FOUND.format(_reason(rule, span, draft, brief), min(0.99, opinion.likely))
                yield Hit(*span, words, asks=True)


def speaks(rule: str, draft: Draft, brief: Brief) -> bool:
    """Whether a reader is heard about a rule that found nothing: not of facts in a draft that tells the whole sheet."""
    return rule != FACTS or not marked(draft, brief).told


def _reason(rule: Rule, span: Span, draft: Draft, brief: Brief) -> str:
    fact = nearest(draft, span, brief.facts) if rule.id == FACTS else None
    return rule.reason if fact is None else f"{rule.reason} It says {fact.key}: {fact.written}."


def _judged(rule: Rule, draft: Draft, brief: Brief) -> bool:
    if rule.id == "no-responsibility" and brief.strategy is not Strategy.REBUILD:
        return False
    return bool(draft.words) and not fragment(draft, brief)


def _where(rule: Rule, draft: Draft) -> Sequence[Span]:
    """Where something is missing: a next step at the end, the rest at the beginning."""
    return draft.sentences[-1:] if rule.id == "no-next-step" else draft.sentences[:1]


def _told(span: Span, hits: Sequence[Hit]) -> bool:
    return any(hit.start < span.end and span.start < hit.end for hit in hits)


def ours(draft: Draft, span: Span) -> bool:
    """True where a span holds a word of our own voice: not only of a quotation, code or a link."""
    return any(mark != MASK and not mark.isspace() for mark in draft.own[span.start:span.end])
