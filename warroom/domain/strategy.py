"""What kind of crisis it is and how it is answered: Situational Crisis Communication Theory.

Source: W. T. Coombs, Protecting Organization Reputations During a Crisis, Corporate Reputation Review 10 (2007).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warroom.domain.errors import BadMove


class Cluster(StrEnum):
    """How much of the responsibility people will give to the organisation: least, some, most."""

    VICTIM = "victim"
    ACCIDENTAL = "accidental"
    PREVENTABLE = "preventable"


class Strategy(StrEnum):
    """How an incident is answered. Bolstering is only ever on top of another."""

    INFORM = "inform"
    DENY = "deny"
    DIMINISH = "diminish"
    REBUILD = "rebuild"
    BOLSTER = "bolster"


@dataclass(frozen=True, slots=True)
class Advice:
    """What the theory advises: ``first`` is the answer of choice, ``also`` what goes with it; ``words`` say why."""

    first: Strategy
    also: tuple[Strategy, ...]
    words: str


#: Examples of each cluster, as a person would look for them.
EXAMPLES: Final[Mapping[Cluster, str]] = {
    Cluster.VICTIM: "rumour, natural disaster, tampering, workplace violence",
    Cluster.ACCIDENTAL: "technical failure, accident, challenge",
    Cluster.PREVENTABLE: "human error, misdeed, management misconduct",
}

#: What an answer is, for somebody who does not know the theory.
MEANS: Final[Mapping[Strategy, str]] = {
    Strategy.INFORM: "say what to do and what is known", Strategy.DENY: "say that it is not so, with the facts",
    Strategy.DIMINISH: "say that it was not meant, and how far it goes",
    Strategy.REBUILD: "own it: apologise, repair, compensate",
    Strategy.BOLSTER: "remind of what was good; only on top of another",
}

#: Pairs that contradict each other in one incident.
_AT_ODDS: Final = (
    frozenset({Strategy.DENY, Strategy.DIMINISH}), frozenset({Strategy.DENY, Strategy.REBUILD}),
)


def advice(cluster: Cluster, *, history: bool = False, rumour: bool = False) -> Advice:
    """What to answer in a crisis of this cluster.

    ``history`` is true where there was such a crisis before, or the reputation was bad; ``rumour`` where the claim
    is false.
    """
    match cluster:
        case Cluster.VICTIM if rumour:
            return Advice(Strategy.DENY, (Strategy.INFORM,), "A rumour is denied, with the facts.")
        case Cluster.VICTIM if history:
            return Advice(Strategy.DIMINISH, (Strategy.INFORM,), "With a history, informing alone is not enough.")
        case Cluster.VICTIM:
            return Advice(Strategy.INFORM, (Strategy.BOLSTER,), "People need to know what to do and what happened.")
        case Cluster.ACCIDENTAL if not history:
            return Advice(Strategy.DIMINISH, (Strategy.INFORM,), "It was not meant; say how little could be foreseen.")
        case Cluster.ACCIDENTAL:
            return Advice(Strategy.REBUILD, (Strategy.INFORM,), "With a history it counts as preventable.")
        case Cluster.PREVENTABLE:
            return Advice(Strategy.REBUILD, (Strategy.INFORM,), "It was ours to prevent: apologise and repair.")


def at_odds(now: str, target: str) -> str:
    """Say why the answer ``target`` contradicts the one in force ("" for none); "" where it does not."""
    if frozenset({now, target}) in _AT_ODDS:
        return f"What was {now} until now is {target} from here on; people will hold the two together."
    return ""


def read(cluster: str, strategy: str) -> tuple[str, str]:
    """Check two words, each of which may be "" for none. Raises BadMove for a word that is no such thing."""
    known = (("cluster", cluster, tuple(Cluster)), ("strategy", strategy, tuple(Strategy)))
    for what, word, choices in known:
        if word and word not in choices:
            raise BadMove(f"There is no {what} {word!r}.", hint=f"It is one of {', '.join(choices)}.")
    return cluster, strategy
