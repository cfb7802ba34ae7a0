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
    """A place that a rule found, in code points; its own words where they say more than the rule's."""

    start: int
    end: int
    reason: str = ""
    suggestion: str = ""


#: The mildest severity that counts as grave: SEV1 and SEV2.
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

    def weight(self, severity: int | None) -> Level:
        """How much a finding weighs in an incident of ``severity`` (1 is worst; None where there is none)."""
        return self.grave if self.grave is not None and severity is not None and severity <= GRAVE else self.level


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
