"""Tone and policy checks of a draft: small pure rules, each with an id, a level, a reason, a better way and a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from warroom.domain.strategy import Strategy
from warroom.domain.tone import (
    apology,
    confidential,
    form,
    jokes,
    law,
    plain,
    privacy,
    promises,
    selling,
    stance,
    thread,
)
from warroom.domain.tone.absent import acknowledgement, next_step, responsibility
from warroom.domain.tone.blame import rule as blame
from warroom.domain.tone.defence import rule as defence
from warroom.domain.tone.dismissal import rule as dismissal
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.facts import rule as facts
from warroom.domain.tone.kinds import Brief, Finding, Hit, Level, Rule
from warroom.domain.tone.second import Reader, Reading, heard

__all__ = ["MOST", "RULES", "Brief", "Finding", "Level", "Reader", "Rule", "Strategy", "Verdicts", "check", "weigh"]

#: So many code points are checked; no platform takes more.
MOST: Final = 40_000

_ORDER: Final = ["non-apology", "defensive", "blame", "dismissive", "no-acknowledgement", "no-responsibility", "no-next-step", "over-promise", "legal-admission", "confidential", "personal-data", "asks-personal-data", "promotion", "levity", "shouting", "jargon", "hard-to-read", "wrong-name", "wrong-language", "repetitive", "contradicts-strategy", "contradicts-fact", "unsafe-link", "unfilled-placeholder", "too-long"]
_BY_ID: Final = {rule.id: rule for module in (apology, defence, blame, dismissal, acknowledgement, next_step, responsibility, promises, law, confidential, privacy, selling, jokes, plain, thread, stance, facts, form) for rule in module.RULES}
#: Every rule of ours, in the order of docs/tone.md.
RULES: Final[tuple[Rule, ...]] = tuple(_BY_ID[name] for name in _ORDER)


class Verdicts(NamedTuple):
    """What was found in a draft, and what a rule found there and the second reader doubts: each in its order."""

    findings: list[Finding]
    doubted: list[Finding]


def check(text: str, brief: Brief, rules: Sequence[Rule] = RULES, reader: Reader | None = None) -> list[Finding]:
    """Check a draft; returns what was found. See :func:`weigh`."""
    return weigh(text, brief, rules, reader).findings


def weigh(text: str, brief: Brief, rules: Sequence[Rule] = RULES, reader: Reader | None = None) -> Verdicts:
    """Check a draft, in time in proportion to it; returns what was found and what was doubted, in the order of the text.

    Pure but for ``reader``, who reads it while the rules do and is heard at the end. Of a text longer than
    :data:`MOST` code points the beginning is checked by every rule, its length by all of it.
    """
    draft = Draft(text[:MOST])
    ended = reader.begin(draft, brief) if reader is not None else dict
    by_rule = [list(rule.find(draft, brief)) for rule in rules]
    reading: Reading = ended()

    def told(rule: Rule, hit: Hit) -> Finding:
        end = len(text) if len(text) > MOST and rule.id == "too-long" else min(hit.end, len(text))
        return Finding(rule.id, rule.weight(brief.severity, asks=hit.asks), hit.start, end, text[hit.start:end],
                       hit.reason or rule.reason, hit.suggestion or rule.suggestion)

    findings, doubted = [], []
    for rule, hits in zip(rules, by_rule, strict=True):
        stand = list(heard(rule, hits, reading.get(rule.id), draft, brief))
        findings += [told(rule, hit) for hit in stand]
        doubted += [told(rule, hit) for hit in hits if hit not in stand]
    return Verdicts(*(sorted(some, key=lambda one: one.place) for some in (findings, doubted)))
