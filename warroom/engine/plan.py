"""What a room listens for: its terms, its platforms, the rules of its alarm, and the days before a story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from warroom.domain.model import Platform
from warroom.domain.past import Past
from warroom.domain.sentry import Rules
from warroom.domain.tally import TERMS
from warroom.domain.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a room listens for.

    ``rivals`` are terms that have a baseline and raise no alarm. ``told`` is True in a story, whose posts tell the
    time; ``past`` then makes up the days before it.
    """

    terms: Terms = field(default_factory=Terms)
    rivals: tuple[str, ...] = ()
    platforms: tuple[Platform, ...] = tuple(Platform)
    rules: Rules = field(default_factory=Rules)
    told: bool = False
    past: Callable[[], Past | None] | None = None


def rivals(terms: Terms) -> tuple[str, ...]:
    """The terms that are competitors' alone."""
    ours = {*terms.brand, *terms.products, *(f"#{tag.lstrip('#')}" for tag in terms.hashtags)}
    return tuple(term for term in terms.competitors[:TERMS] if term not in ours)
