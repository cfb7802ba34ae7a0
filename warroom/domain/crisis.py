"""What kind of crisis it may be, from the words of the posts: a suggestion with its reasons, never a finding.

The kinds and their clusters are those of Situational Crisis Communication Theory (Coombs 2007; docs/severity.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from warroom.domain.model import PostKey
from warroom.domain.signs import Hint, Sign
from warroom.domain.strategy import Cluster
from warroom.domain.wire import Json

#: Each kind of crisis and its cluster, the least blame first.
CLUSTERS: Final[Mapping[Sign, Cluster]] = {
    **dict.fromkeys((Sign.RUMOUR, Sign.DISASTER, Sign.TAMPERING, Sign.VIOLENCE), Cluster.VICTIM),
    **dict.fromkeys((Sign.FAILURE, Sign.ACCIDENT, Sign.CHALLENGE), Cluster.ACCIDENTAL),
    **dict.fromkeys((Sign.ERROR, Sign.MISDEED, Sign.MISCONDUCT, Sign.MANAGEMENT), Cluster.PREVENTABLE),
}
#: Fewest voices that make a suggestion, their least share of all people of the window, and the share of the strongest
#: kind's voices below which one is not named.
_VOICES: Final = 3
_SHARE: Final = 0.03
_BESIDE: Final = 0.4
_NAMED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A kind of crisis that the words hint at, its cluster, and why."""

    kind: str
    cluster: Cluster
    voices: int
    words: tuple[str, ...]
    examples: tuple[PostKey, ...] = ()

    @property
    def reason(self) -> str:
        """Why, as a clause."""
        return f"{self.voices} voices say {', '.join(self.words)}"


def guess(hints: Mapping[Sign, Hint], people: int = 0) -> tuple[Guess, ...]:
    """Order the kinds that may be meant by their voices; empty where hardly anybody of ``people`` hints at one."""
    least = max(_VOICES, _SHARE * people)
    found = [hint for sign, hint in hints.items() if sign in CLUSTERS and hint.voices >= least]
    found.sort(key=lambda hint: (-hint.voices, list(CLUSTERS).index(hint.sign)))
    return tuple(
        Guess(kind=str(hint.sign), cluster=CLUSTERS[hint.sign], voices=hint.voices, words=hint.words,
              examples=hint.examples)
        for hint in found[:_NAMED] if hint.voices >= _BESIDE * found[0].voices
    )


def to_json(guesses: tuple[Guess, ...]) -> list[Json]:
    """As JSON, the likeliest first."""
    return [
        {"kind": one.kind, "cluster": str(one.cluster), "voices": one.voices, "words": list(one.words),
         "examples": list(one.examples)}
        for one in guesses
    ]
