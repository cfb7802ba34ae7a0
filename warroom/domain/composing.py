"""What is right and wrong with a reply while it is written: findings, length, parts, and what still blocks it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from warroom.domain.errors import BadMove
from warroom.domain.outgoing import beside, binding, overflow, plain
from warroom.domain.reply import TextLimit
from warroom.domain.statements import Statement, sendable, verbatim
from warroom.domain.thread_split import split
from warroom.domain.tone import RULES, Brief, Finding, Level, Reader, Rule, weigh
from warroom.domain.typed import refusal

#: Findings that no reason sets aside: a gap, a statement that may not go out, what no platform takes.
FIRM: Final = frozenset({"unfilled-placeholder", "statement", "unsendable", "too-long"})
_ORDER: Final = (Level.ERROR, Level.WARNING, Level.SUGGESTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a text is checked against: the rules and what they may know, the limit, and the statement it began with.

    ``now`` is aware UTC; with ``split`` a text that is too long becomes a numbered thread.
    """

    brief: Brief
    limit: TextLimit
    now: datetime
    rules: Sequence[Rule] = RULES
    statement: Statement | None = None
    split: bool = False


class Count(NamedTuple):
    """How long a text is in its platform's units, how long it may be, and the code point where it becomes too long."""

    length: int
    most: int
    cut: int

    @property
    def over(self) -> int:
        """By how much it is too long, 0 where it fits."""
        return max(0, self.length - self.most)


@dataclass(frozen=True, slots=True)
class Review:
    """A text as it was found: ``findings`` in the order of the text, ``parts`` of a thread (one where it is none).

    ``changed`` is true where the fixed words of its statement were changed, so that it counts as free text. ``doubted``
    is what a rule found and the second reader did not: it counts as nothing, and is told.
    """

    text: str
    findings: tuple[Finding, ...]
    count: Count
    parts: tuple[str, ...] = ()
    changed: bool = False
    doubted: tuple[Finding, ...] = ()

    @property
    def firm(self) -> Finding | None:
        """The first error that no reason sets aside, None where there is none."""
        return next((one for one in self.findings if one.level is Level.ERROR and one.rule in FIRM), None)

    def blocking(self, overrides: Collection[str] = ()) -> list[Finding]:
        """The errors that stand, given the rules that were set aside with a reason."""
        return [one for one in self.findings
                if one.level is Level.ERROR and (one.rule in FIRM or one.rule not in overrides)]


def measure(text: str, limit: TextLimit) -> Count:
    """Count a text as its platform does, with all that goes out beside it; line ends are single newlines.

    It is counted in bytes where only they are too many.
    """
    limit = binding(text, limit)
    if plain(text, limit):
        return Count(len(text), limit.most, min(len(text), limit.most))
    length, cut = overflow(text, limit)
    return Count(length, limit.most, cut)


def examine(text: str, sheet: Sheet, reader: Reader | None = None) -> Review:
    """Check a text as it stands, with a second reader where there is one. An empty one has no findings."""
    count = measure(text, sheet.limit)
    if not text.strip():
        return Review(text, (), count)
    findings, doubted = weigh(text, sheet.brief, sheet.rules, reader)
    found = [one for one in findings if one.rule != "too-long"]
    parts: tuple[str, ...] = (text.strip(),)
    if count.over:
        try:
            parts = tuple(split(text, sheet.limit)) if sheet.split else parts
            unit = binding(text, sheet.limit).unit
            trouble = "" if sheet.split else (
                f"It takes {count.most:,} {unit}; this has {count.length:,}{beside(text, sheet.limit)}.")
        except BadMove as error:
            trouble = str(error)
        if trouble:
            found.append(Finding("too-long", Level.ERROR, count.cut, len(text), text[count.cut:], trouble,
                                 "Shorten it, or make it a numbered thread (F2)."))
    if said := refusal(text):
        found.append(Finding("unsendable", Level.ERROR, 0, 0, "", said, "Take those characters out."))
    changed = sheet.statement is not None and not verbatim(sheet.statement, text)
    if sheet.statement is not None and (why := sendable(sheet.statement, sheet.now)):
        found.append(Finding("statement", Level.ERROR, 0, 0, "", why, "Pick another one, or have it approved."))
    elif changed and not any(one.rule == "unfilled-placeholder" for one in found):
        found.append(Finding("statement", Level.SUGGESTION, 0, 0, "",
                             "The words of the statement were changed: it counts as free text.",
                             "Undo the change, or let it be approved as a text of its own."))
    return Review(text, tuple(sorted(found, key=lambda one: one.place)), count, parts, changed, tuple(doubted))


def severest(findings: Sequence[Finding]) -> list[Finding]:
    """The findings in the order in which they matter: errors first, each level in the order of the text."""
    return sorted(findings, key=lambda one: (_ORDER.index(one.level), *one.place))


def made_of(statement: Statement, text: str) -> bool:
    """True while anything of a statement is left in ``text``; after that it is somebody's own words."""
    pieces = [piece for part in statement.body.split("{") for piece in part.rpartition("}")[2].split(". ")]
    long = [" ".join(piece.split()) for piece in pieces if len(piece.split()) > 3]
    plain = " ".join(text.split())
    return any(piece in plain for piece in long or [" ".join(statement.body.split())])
