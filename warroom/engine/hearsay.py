"""How the sources do where another process collects: as its lines in the log tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from warroom.domain.events import Event, EventType
from warroom.domain.health import SourceReport, SourceState
from warroom.domain.model import Platform

#: A source that reconnects for longer stays away: the process that collects is at its third try then, or further.
AWAY: Final = timedelta(seconds=10)


class Hearsay:
    """The last that the log said of each source."""

    def __init__(self) -> None:
        self._told: dict[str, SourceReport] = {}

    @property
    def reports(self) -> list[SourceReport]:
        """One report a source, in the order in which they were first told."""
        return list(self._told.values())

    def take(self, event: Event) -> SourceReport | None:
        """Return what an event says of a source, None where it speaks of none."""
        if event.type is not EventType.SOURCE:
            return None
        details = event.details
        platforms, received = details.get("platforms"), details.get("received")
        report = SourceReport(
            name=str(details.get("source")), state=SourceState(str(details.get("state"))), since=event.occurred_at,
            platforms=frozenset(Platform(str(name)) for name in platforms) if isinstance(platforms, list) else
            frozenset(), reason=str(details.get("reason", "")), hint=str(details.get("hint", "")),
            received=received if isinstance(received, int) else 0,
        )
        self._told[report.name] = report
        return report

    def away(self, now: datetime) -> list[SourceReport]:
        """Return those that are found to stay away at ``now``, each once in an absence: the log does not repeat it."""
        found = [replace(report, away=True) for report in self._told.values()
                 if report.state is SourceState.RECONNECTING and not report.away and now - report.since > AWAY]
        self._told |= {report.name: report for report in found}
        return found

    def take_older(self, events: Iterable[Event]) -> list[SourceReport]:
        """Take what older events say of sources that were not told of yet; return what was news."""
        newest = {str(event.details.get("source")): event for event in events if event.type is EventType.SOURCE}
        known = set(self._told)
        taken = [self.take(event) for name, event in newest.items() if name not in known]
        return [report for report in taken if report is not None]
