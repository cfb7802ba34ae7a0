"""The bus: what was stored or happened, told to whoever listens, in order, on the loop."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from warroom.domain.alarm import Alarm
from warroom.domain.events import Event
from warroom.domain.gauge import Reading
from warroom.domain.health import SourceReport, Vitals
from warroom.domain.item import Item
from warroom.domain.model import Score, Unscored

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrived:
    """New posts are in the store, in order of arrival."""

    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Changed:
    """Posts have a new version: edited, deleted, or recounted."""

    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Scored:
    """Posts have a score now, by item id."""

    scores: Mapping[int, Score | Unscored]


@dataclass(frozen=True, slots=True)
class Logged:
    """Events are in the log, in order; ``items`` are the posts whose triage they changed, as they are now."""

    events: Sequence[Event]
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Health:
    """A source is in a new state."""

    report: SourceReport


@dataclass(frozen=True, slots=True)
class Sending:
    """A reply counts down: ``left`` seconds until it goes out, 0 at the end; ``problem`` says why it did not go."""

    draft: str
    left: float
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Pulse:
    """The counts and the gauge, at most twice a second."""

    vitals: Vitals
    reading: Reading


@dataclass(frozen=True, slots=True)
class Raised:
    """An alarm stands in the log, of this process or of the one that collects."""

    alarm: Alarm


@dataclass(frozen=True, slots=True)
class Asked:
    """Who works on another incident of this room asks the sources to try again; told to the one who collects."""

    event: Event


Message: TypeAlias = Sending | Arrived | Changed | Scored | Logged | Health | Pulse | Raised | Asked
Listener: TypeAlias = Callable[[Message], None]


class Bus:
    """Calls every listener with every message, at once. A listener keeps it short: it only buffers.

    A listener that raises is counted in ``dropped`` and logged; it harms neither the others nor the sender.
    """

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self.dropped = 0

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear every message from now on; call what comes back to stop."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def publish(self, message: Message) -> None:
        """Tell every listener."""
        for listener in tuple(self._listeners):
            try:
                listener(message)
            except Exception:
                self.dropped += 1
                log.exception("a listener failed on %s", type(message).__name__)
