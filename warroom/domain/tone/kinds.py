"""The words of a tone check: what a rule is, what it is told, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from warroom.domain.strategy import Strategy

if TYPE_CHECKING:
    from warroom.domain.model import Platform
    from warroom.domain.tone.draft import Draft


class Level(StrEnum):
    """How much a finding weighs, as in Vale: an error blocks sending, a warning asks, a suggestion informs."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a rule may know beside the draft; each is "" or None or empty where it is not known.

    ``facts`` is the published fact sheet, key to value; ``recent`` holds earlier replies of the team.
    ``severity`` is 1 (worst) to 4.
    """

    reply_to: str = ""
    author: str = ""
    platform: Platform | None = None
    strategy: Strategy | None = None
    severity: int | None = None
    facts: Mapping[str, str] = field(default_factory=_nothing)
    recent: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A place that a rule found, in code points; its own words where they say more than the rule's.

    A ``firm`` one no second reader doubts; one that only ``asks`` is never an error.
    """

    start: int
    end: int
    reason: str = ""
    suggestion: str = ""
    firm: bool = False
    asks: bool = False


#: The most severity that counts as grave: SEV1 and SEV2.
GRAVE: Final = 2
#: What looks for a rule's hits.
Find = Callable[["Draft", Brief], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a fixed id, how much it weighs, why, what is better, where that is from, and how it is found."""

    id: str
    level: Level
    reason: str
    suggestion: str
    source: str
    find: Find
    #: What it weighs in an incident of SEV1 or SEV2; None where that is the same.
    grave: Level | None = None
    #: Folded texts in which it finds nothing: the exceptions of a house.
    allowed: tuple[str, ...] = ()

    def spares(self, draft: Draft, span: tuple[int, int]) -> bool:
        """True where a span touches one of the texts in which nothing is found."""
        start, end = span
        for text in self.allowed:
            at = draft.said.find(text, max(0, start - len(text) + 1))
            if 0 <= at < end:
                return True
        return False

    def weight(self, severity: int | None, *, asks: bool = False) -> Level:
        """How much a finding weighs in an incident of ``severity`` (1 is worst; None where there is none)."""
        level = self.level
        if self.grave is not None and severity is not None and severity <= GRAVE:
            level = self.grave
        return Level.WARNING if asks and level is Level.ERROR else level


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: ``text`` is the draft from ``start`` to ``end``, in code points."""

    rule: str
    level: Level
    start: int
    end: int
    text: str
    reason: str
    suggestion: str

    @property
    def place(self) -> tuple[int, int, str]:
        """Where it stands among others, in the order of the text."""
        return self.start, self.end, self.rule
