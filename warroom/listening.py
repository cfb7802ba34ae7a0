"""What a room's alarm listens for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from warroom.domain.incident import Incident
from warroom.domain.model import Platform
from warroom.domain.terms import Terms
from warroom.engine.plan import Plan, rivals
from warroom.ports import Source
from warroom.settings import Settings

if TYPE_CHECKING:
    from sources.scenario import Scenario


def listening(settings: Settings, incident: Incident, sources: Sequence[Source]) -> Plan:
    """What a room listens for: a drill for its scenario's brand, with the days before it; all else for our terms."""
    ours = Terms.of(settings.terms)
    if incident.story is not None:
        from sources.drill import DrillSource

        for source in sources:
            if isinstance(source, DrillSource):
                return _rehearsed(settings, source.scenario, source.scale)
    platforms = {platform for source in sources for platform in source.platforms}
    return Plan(terms=ours, rivals=rivals(ours), rules=settings.alarm.rules, told=incident.story is not None,
                platforms=tuple(platform for platform in Platform if platform in platforms) or tuple(Platform))


def _rehearsed(settings: Settings, scenario: Scenario, scale: float) -> Plan:
    from sources._usual import everyday

    terms = Terms(brand=scenario.brand)
    return Plan(terms=terms, rules=settings.alarm.rules, told=True,
                past=lambda: everyday(scenario, terms, scale=scale) if scenario.usual.days else None)
